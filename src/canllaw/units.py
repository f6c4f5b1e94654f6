"""Units: the smallest things that are compared, agreed on, or sent to a translator as one.

A unit is a paired text of a fact, a label, the description of a page pair, or a section of one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from canllaw.languages import LANGUAGES, Language, Words, joined
from canllaw.model import Library, Page, PageKey, Text, Wording, texts
from canllaw.problems import CanllawError, Place, nearest

DESCRIPTION = ":description"
TOP = ":top"
"""What stands behind the path of a page in the ids of its description, and of its title with what
stands before the first section.
"""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a unit: its words as they stand in the file, and where they start."""

    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Unit:
    """Something said in both languages.

    `id` is `deadline.appeal/name` or `deadline.appeal/exceptions/0` for a text of a fact,
    `label/site.name` for a label, `parents/index.md#next` for a section of a page pair,
    `parents/index.md:top` for its title and what stands before the first section, and
    `parents/index.md:description`. No unit has the id of what it belongs to: to name a page is to
    name all of it.
    `owner` is the fact, the page path, or `label` that it belongs to.
    """

    id: str
    owner: str
    sides: Mapping[Language, Side]

    @property
    def on_page(self) -> bool:
        """Whether it is a part of a page pair."""
        return self.owner.endswith(".md")

    @property
    def is_markdown(self) -> bool:
        """Whether its words are Markdown: a section of a page, and nothing else."""
        return self.on_page and not self.id.endswith(DESCRIPTION)

    @property
    def is_whole(self) -> bool:
        """Whether it stands in both languages: a section may be missing on one side."""
        return all(side.words.strip() for side in self.sides.values())


def owner_of(unit_id: str) -> str:
    """Return the fact, page path or `label` that the unit with this id belongs or belonged to."""
    page, mark, _section = unit_id.partition(".md")
    return page + mark if mark else unit_id.partition("/")[0]


def units(
    library: Library,
    wording: Wording,
    wording_places: Mapping[str, Place],
    pages: Mapping[PageKey, Page],
) -> dict[str, Unit]:
    """Return every unit by its id: facts in the order of their files, labels, then pages."""
    found = (
        *_in_facts(library),
        *_in_labels(wording, wording_places),
        *_on_pages(pages),
    )
    return {unit.id: unit for unit in found}


def chosen(units: Mapping[str, Unit], wanted: Iterable[str]) -> dict[str, Unit]:
    """Return the units that `wanted` names, in their order: an id, the start of one up to a `/`, a
    fact, a page, `label`, or a file or folder as the shell completes it.

    Raises `CanllawError` for what names none.
    """
    found: set[str] = set()
    for where in wanted:
        name = _as_in_ids(where)
        fitting = {each.id for each in units.values() if name and _is_named(each, name)}
        if not fitting:
            raise CanllawError(_names_nothing(where, units))
        found |= fitting
    return {name: unit for name, unit in units.items() if name in found}


def _as_in_ids(where: str) -> str:
    name = where.strip().removeprefix("./").rstrip("/")
    # A section named by the file of one side: docs/cy/parents/index.md#next.
    return re.sub(r"^docs/(?:cy|en)/(?=.*\.md[#:])", "", name)


def _is_named(unit: Unit, name: str) -> bool:
    files = (side.place.path for side in unit.sides.values())
    return (
        name in (unit.id, unit.owner)
        or unit.id.startswith(f"{name}/")
        or any(file == name or file.startswith(f"{name}/") for file in files)
    )


def _names_nothing(where: str, units: Mapping[str, Unit]) -> Words:
    names = {each for unit in units.values() for each in (unit.id, unit.owner)}
    return joined(
        Words(
            cy=f"nid oes testun yn y ddwy iaith o’r enw '{where}'.",
            en=f"there is no text in both languages called '{where}'.",
        ),
        nearest(where, names)
        or Words(
            cy="Mae 'canllaw status' yn rhestru’r tudalennau a’r ffeiliau.",
            en="'canllaw status' lists the pages and files.",
        ),
    )


def _in_facts(library: Library) -> Iterator[Unit]:
    for entry in library.entries.values():
        for path, text in texts(entry):
            name = "/".join((entry.id, *map(str, path)))
            places = {side: library.place(entry.id, *path, side) for side in LANGUAGES}
            yield Unit(name, entry.id, _sides(text, places))


def _in_labels(wording: Wording, places: Mapping[str, Place]) -> Iterator[Unit]:
    for key, text in wording.items():
        # Both stand on the line of their name.
        yield Unit(f"label/{key}", "label", _sides(text, dict.fromkeys(LANGUAGES, places[key])))


def _sides(text: Text, places: Mapping[Language, Place]) -> dict[Language, Side]:
    return {side: Side(text.in_(side), places[side]) for side in LANGUAGES}


def _on_pages(pages: Mapping[PageKey, Page]) -> Iterator[Unit]:
    for (language, path), page in pages.items():
        other = pages.get(("en", path))
        if language == "en" or other is None:
            continue  # C601 names a page that stands alone
        yield Unit(
            f"{path}{DESCRIPTION}",
            path,
            {side.language: Side(side.meta.description, side.place(2)) for side in (page, other)},
        )
        welsh, english = sections(page), sections(other)
        for name in dict.fromkeys((*welsh, *english)):
            yield Unit(
                f"{path}#{name}" if name else f"{path}{TOP}",
                path,
                {
                    "cy": welsh.get(name, Side("", page.place(1))),
                    "en": english.get(name, Side("", other.place(1))),
                },
            )


def sections(page: Page) -> dict[str, Side]:
    """Return the sections of a page by id; the first, with the title, has none."""
    return {
        name: Side(page.body[start:end], page.place_of(start))
        for name, start, end in section_spans(page)
    }


def section_spans(page: Page) -> Iterator[tuple[str, int, int]]:
    """Yield the id of each section and where it starts and ends in the body of the page.

    A heading without an id belongs to the section it stands in.
    """
    lines = page.body.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    named = [heading for heading in page.headings if heading.id and heading.level > 1]
    starts = [("", 0), *((each.id, offsets[each.line - page.body_line]) for each in named)]
    ends = [*(start for _name, start in starts[1:]), len(page.body)]
    for (name, start), end in zip(starts, ends, strict=True):
        yield name, start, end
