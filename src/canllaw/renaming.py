"""Renaming, tried before it is done: on a copy, which must be as good as what was there."""

import datetime
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from canllaw.addresses import LOCK
from canllaw.agreement import AGREED, following, rewritten
from canllaw.build import Guide, compared, prepare
from canllaw.languages import LANGUAGES, Words
from canllaw.load.addresses import lock_text
from canllaw.load.content import CONTENT
from canllaw.load.pages import DOCS, MACROS
from canllaw.moves import changed, move_address, move_fact, move_page, move_section
from canllaw.problems import CanllawError, Problem, nearest
from canllaw.units import owner_of

_FOLDERS: Final = (CONTENT, DOCS, MACROS)
_SETTINGS: Final = "mkdocs.yml"
# A copy has new addresses, which are written down with the rest, and lies beside no tests.
_EXPECTED: Final = frozenset({"C631", "C407"})


@dataclass(frozen=True, slots=True)
class Renamed:
    """What a renaming changes: the new text of each file, or nothing where it is taken away; the
    old addresses with where they lead; and what it would break, which must be nothing.
    """

    changes: Mapping[str, str | None]
    redirects: Mapping[str, str]
    broken: tuple[Problem, ...]


def renamed(root: Path, day: datetime.date, old: str, new: str) -> Renamed:
    """Return what changes when `old` is called `new`: the id of a fact, the path of a page,
    `page.md#id` of a section, or the address of one side, such as cy/rhieni/apelio.

    Raises `CanllawError` where there is no such thing, or the project has errors already.
    """
    guide = prepare(root, day)
    if guide.errors:
        raise CanllawError(_MEND_FIRST)
    files = _files(root)
    changes = changed(files, _moved(files, guide, old, new))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        _copy(root, copy)
        _write(copy, changes)
        records = _records(root, copy, guide, old, new)
        _write(copy, records)
        after = prepare(copy, day)
    changes |= records
    # Warnings were there before, with the old name and other lines in their words.
    broken = tuple(each for each in after.errors if each.id not in _EXPECTED)
    if guide.addresses.lock:
        changes[LOCK] = lock_text(after.addresses.listed)
    led = {
        address: after.addresses.leads_to(address)
        for address in sorted(guide.addresses.published - after.addresses.published)
    }
    return Renamed(changes, led, broken)


def _moved(files: dict[str, str], guide: Guide, old: str, new: str) -> dict[str, str]:
    # As every message writes an address.
    old, new = old.strip("/"), new.strip("/")
    if old == new:
        raise CanllawError(_SAME)
    if "#" in old:
        return _moved_section(files, guide, old, new)
    if old.endswith(".md"):
        return _moved_page(files, guide, old, new)
    if old.partition("/")[0] in LANGUAGES:
        return _moved_address(files, guide, old, new)
    return _moved_fact(files, guide, old, new)


def _moved_fact(files: dict[str, str], guide: Guide, old: str, new: str) -> dict[str, str]:
    library = guide.content.library
    if old not in library.entries:
        raise CanllawError(_no_fact(old, nearest(old, library.entries)))
    if new in library.entries or new.partition(".")[0] != old.partition(".")[0]:
        raise CanllawError(_taken(new))
    return move_fact(files, library, old, new)


def _moved_page(files: dict[str, str], guide: Guide, old: str, new: str) -> dict[str, str]:
    if ("cy", old) not in guide.pages or not new.endswith(".md"):
        raise CanllawError(_no_page(old))
    if ("cy", new) in guide.pages:
        raise CanllawError(_taken(new))
    return move_page(files, guide.pages, old, new)


def _moved_address(files: dict[str, str], guide: Guide, old: str, new: str) -> dict[str, str]:
    language, _, address = new.strip("/").partition("/")
    for page in guide.pages.values():
        if page.address == f"{old.strip('/')}/" and page.language == language:
            return move_address(files, page, address)
    raise CanllawError(_no_page(old))


def _moved_section(files: dict[str, str], guide: Guide, old: str, new: str) -> dict[str, str]:
    path, _, section = old.partition("#")
    to, _, name = new.rpartition("#")
    page = guide.pages.get(("cy", path))
    if page is None or section not in {heading.id for heading in page.headings}:
        raise CanllawError(_no_page(old))
    if to and to != path:
        raise CanllawError(_OTHER_PAGE)
    if name in guide.addresses.ids[page.key]:
        raise CanllawError(_taken(new))
    return move_section(files, guide.content.library, guide.pages, section, name, path)


def _files(root: Path) -> dict[str, str]:
    """Return every text that may name something, by its path; all of them are UTF-8 by now."""
    found = [
        file
        for folder in _FOLDERS
        for ending in ("*.yml", "*.md", "*.jinja")
        for file in (root / folder).rglob(ending)
    ]
    if (root / _SETTINGS).is_file():
        found.append(root / _SETTINGS)
    return {file.relative_to(root).as_posix(): file.read_bytes().decode() for file in sorted(found)}


def _records(root: Path, copy: Path, guide: Guide, old: str, new: str) -> dict[str, str | None]:
    """Return the files of records as they must be: who agreed on words with the old name in them
    agreed on the same words with the new one.
    """
    units = {name: standing.unit for name, standing in compared(copy)[0].standings.items()}

    def called(name: str) -> str:
        # The new name of a section may leave its page out.
        section = f"{old.partition('#')[0]}#{new.rpartition('#')[2]}"
        if name == old:
            return section
        return new + name.removeprefix(old) if owner_of(name) == old else name

    return {
        path: rewritten(_text(root / path), change.put, change.drop) or None
        for path, change in following(guide.standings, units, called).items()
    }


def _text(file: Path) -> str:
    return file.read_bytes().decode() if file.is_file() else ""


def _copy(root: Path, copy: Path) -> None:
    for folder in (*_FOLDERS, AGREED):
        if (root / folder).is_dir():
            shutil.copytree(root / folder, copy / folder)


def _write(copy: Path, changes: Mapping[str, str | None]) -> None:
    for name, text in changes.items():
        file = copy / name
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())


_MEND_FIRST: Final = Words(
    cy="mae rhywbeth i’w gywiro yn gyntaf; rhedwch: canllaw check",
    en="there is something to mend first; run: canllaw check",
)
_SAME: Final = Words(cy="yr un enw yw hwnnw", en="that is the same name")
_OTHER_PAGE: Final = Words(
    cy="dim ond ar yr un dudalen y gall adran gael enw newydd. I’w symud i dudalen arall, "
    "symudwch y geiriau, ac ysgrifennwch 'moved: {hen-id: other/page.md#id}' ar ben y ddwy ochr.",
    en="a section can be renamed on its own page only. To move it to another page, move the words, "
    "and write 'moved: {old-id: other/page.md#id}' at the top of both sides.",
)


def _no_page(name: str) -> Words:
    return Words(
        cy=f"nid oes '{name}' yma, neu nid yw’r enw newydd o’r un math. Ysgrifennwch dudalen fel "
        "parents/health.md, adran fel parents/health.md#nhs, neu gyfeiriad fel cy/rhieni/iechyd",
        en=f"there is no '{name}' here, or the new name is not of the same kind. Write a page like "
        "parents/health.md, a section like parents/health.md#nhs, or an address like "
        "en/parents/health",
    )


def _no_fact(name: str, hint: Words) -> Words:
    return Words(
        cy=f"nid oes ffaith '{name}'. {hint.cy or 'I’w rhestru: canllaw facts'}",
        en=f"there is no fact '{name}'. {hint.en or 'List them: canllaw facts'}",
    )


def _taken(name: str) -> Words:
    return Words(
        cy=f"ni ellir defnyddio '{name}': mae yno’n barod, neu mae o fath arall",
        en=f"'{name}' cannot be used: it is there already, or it is of another kind",
    )
