"""What of each kind of fact goes out as data: its fields, less what is for editors, and a little
more that a reader of data would otherwise have to work out.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal

from pydantic import Field, create_model

from canllaw import formats
from canllaw.languages import LANGUAGES
from canllaw.model import (
    KINDS,
    Citation,
    Deadline,
    DeadlineValue,
    Entry,
    Library,
    MaybeText,
    Name,
    Record,
    Source,
    Text,
)
from canllaw.model.base import SourceId
from canllaw.outputs.finished import FinishedSite

PRIVATE_KINDS: Final = frozenset(("standard", "waiver"))
"""What the project keeps about itself: no facts of the system."""

PRIVATE_FIELDS: Final = frozenset(("check_every", "editor_note", "no_contact", "raised_in"))
"""What is written for editors, whatever kind it stands in."""


class Cited(Record):
    """A place in the law, in words. / Man yn y gyfraith, mewn geiriau."""

    instrument: SourceId
    short: Name = Field(description="Its short name. / Ei enw byr.")
    place: MaybeText = Field(
        description="Where in it; none: all of it. / Ble ynddo; heb hyn: y cyfan."
    )
    address: MaybeText = Field(description="Where to open it. / Ble i’w agor.")


class Shown(Record):
    """A page that shows a fact, in both languages. / Tudalen ddwyieithog sy’n dangos ffaith."""

    page: str = Field(description="The path of the page. / Llwybr y dudalen.")
    address: Name = Field(
        description="Its address in each language. / Ei chyfeiriad ym mhob iaith."
    )


class PublishedValue(DeadlineValue):
    """The length of a deadline from a day on. / Hyd terfyn amser o ddiwrnod ymlaen."""

    in_words: Text = Field(description="The length with its unit. / Yr hyd gyda’i uned.")


_EVIDENCE: Final = (
    Literal["primary", "secondary"],
    Field(
        description="primary: read in the law or official text itself; secondary: read in a source "
        "that cites it. / primary: wedi’i darllen yn y gyfraith neu’r testun swyddogol ei hun; "
        "secondary: mewn ffynhonnell sy’n ei dyfynnu."
    ),
)
_SHOWN: Final = (
    tuple[Shown, ...],
    Field(description="The pages that show it. / Y tudalennau sy’n ei dangos."),
)
_CITED: Final = (
    tuple[Cited, ...],
    Field(description="`source` in words. / `source` mewn geiriau."),
)
_IN_FORCE: Final = (
    PublishedValue,
    Field(description="The value in force on `as_of`. / Y gwerth mewn grym ar `as_of`."),
)
_LATER: Final = (
    tuple[PublishedValue, ...],
    Field(description="Values that start later. / Gwerthoedd sy’n dechrau wedyn."),
)


def _model(kind: str) -> type[Record]:
    entry = KINDS[kind]
    fields: dict[str, Any] = {
        name: (info.annotation, info)
        for name, info in entry.model_fields.items()
        if name not in PRIVATE_FIELDS
    }
    if "evidence" in fields:
        fields["evidence"] = _EVIDENCE
    if "source" in fields:
        fields["cited"] = _CITED
    if entry is Deadline:
        fields |= {"in_force": _IN_FORCE, "later": _LATER}
    fields["shown_on"] = _SHOWN
    return create_model(entry.__name__, __base__=Record, __doc__=entry.__doc__, **fields)


PUBLISHED: Final[Mapping[str, type[Record]]] = {
    kind: _model(kind) for kind in KINDS if kind not in PRIVATE_KINDS
}
"""The form in which each kind is published, by its name."""


def published(site: FinishedSite, entry: Entry) -> dict[str, Any]:
    """Return a fact as it is published, ready for JSON."""
    record = entry.model_dump(mode="json", by_alias=True, exclude=set(PRIVATE_FIELDS))
    if "source" in record:
        citations: tuple[Citation, ...] = getattr(entry, "source", ())
        record["cited"] = _plain(_cited(site.library, citation) for citation in citations)
    if isinstance(entry, Deadline):
        later = (value for value in entry.values if value.start > site.day)
        record["in_force"] = _plain([_value(entry.value_on(site.day))])[0]
        record["later"] = _plain(_value(value) for value in later)
    record["shown_on"] = _plain(_shown(site, entry.id))
    return record


def _plain(records: Iterable[Record]) -> list[dict[str, Any]]:
    return [record.model_dump(mode="json", by_alias=True) for record in records]


def _cited(library: Library, citation: Citation) -> Cited:
    source = library.entries[citation.instrument]
    if not isinstance(source, Source):
        raise TypeError(f"{source.id} is not a source")  # excluded by C403
    links = {language: source.link(language, citation) for language in LANGUAGES}
    return Cited(
        instrument=source.id,
        short=source.short,
        place=MaybeText(
            **{language: citation.place(language) or None for language in LANGUAGES},
        ),
        # A text that exists in one language only is the address of that language only.
        address=MaybeText(
            **{
                language: link
                for language, (link, text) in links.items()
                if link and text == language
            }
        ),
    )


def _value(value: DeadlineValue) -> PublishedValue:
    words = {
        language: formats.length(value.length, value.unit.value, language) for language in LANGUAGES
    }
    return PublishedValue(**value.model_dump(by_alias=True), in_words=Text(**words))


def _shown(site: FinishedSite, entry_id: str) -> Iterator[Shown]:
    """Give the pages that show a fact; the address is that of its card where it has one."""
    for (language, path), used in sorted(site.used.items()):
        if language == LANGUAGES[0] and entry_id in used:
            sides = {each: site.pages[each, path] for each in LANGUAGES}
            card = all(f' id="{entry_id}"' in site.html[side.key] for side in sides.values())
            anchor = f"#{entry_id}" if card else ""
            addresses = {
                each: f"{site.address}{side.address}{anchor}" for each, side in sides.items()
            }
            yield Shown(page=path, address=Name(**addresses))
