"""Citing the law: "section 70(2)(d)" and "adran 70(2)(d)"."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from canllaw.languages import Language, Words, both
from canllaw.model.base import Checked, NotAllowedError, Record, SourceId, Text
from canllaw.problems import quoted

# Sub-paragraphs are numbers, letters or roman numerals; in Welsh law the letters are those of the
# Welsh alphabet, so (ch), (dd), (ff), (ng), (ll), (ph), (rh) and (th) are single steps.
_STEP = r"\((?:\d{1,3}[A-Z]{0,2}|ch|dd|ff|ng|ll|ph|rh|th|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]{1,2})\)"
_NUMBER: Final = re.compile(rf"\d{{1,4}}[A-Z]{{0,2}}(?:\.\d{{1,3}})?(?:{_STEP})*")

# One of it, several of it.
_WORDS: Final[dict[str, tuple[Text, Text]]] = {
    "schedule": (Text(cy="Atodlen", en="Schedule"), Text(cy="Atodlenni", en="Schedules")),
    "chapter": (Text(cy="pennod", en="chapter"), Text(cy="penodau", en="chapters")),
    "section": (Text(cy="adran", en="section"), Text(cy="adrannau", en="sections")),
    "regulation": (Text(cy="rheoliad", en="regulation"), Text(cy="rheoliadau", en="regulations")),
    "paragraph": (Text(cy="paragraff", en="paragraph"), Text(cy="paragraffau", en="paragraphs")),
}


def _check_number(number: str) -> str:
    if not all(_NUMBER.fullmatch(part) for part in number.split("-")):
        raise NotAllowedError(
            Words(
                cy=f"Nid yw {quoted(number)} yn un o rifau’r gyfraith.",
                en=f"{quoted(number)} is not a number of the law.",
            ),
            Words(
                cy="Ysgrifennwch ef fel 70(2)(d), 23.37 neu 13-14.",
                en="Write it like 70(2)(d), 23.37 or 13-14.",
            ),
        )
    return number


_WRITTEN: Final = rf"^{_NUMBER.pattern}(-{_NUMBER.pattern})*$"
Number = Annotated[
    str, AfterValidator(_check_number), Field(json_schema_extra={"pattern": _WRITTEN})
]


class Citation(Record):
    """A place in a source that supports a fact. Without a number it cites the source as a whole."""

    instrument: SourceId = Field(
        description=both(cy="Y ffynhonnell sy’n dweud hynny.", en="The source that says so.")
    )
    section: Number | None = Field(
        None,
        description=both(
            cy='Adran o Ddeddf: "70(2)(d)", "13-14".', en='Section of an Act: "70(2)(d)", "13-14".'
        ),
    )
    regulation: Number | None = Field(
        None,
        description=both(cy='Rheoliad o Reoliadau: "11".', en='Regulation of Regulations: "11".'),
    )
    schedule: Number | None = Field(
        None,
        description=both(
            cy='Atodlen: "17". Gall fynd gyda pharagraff.',
            en='Schedule: "17". May go with a paragraph.',
        ),
    )
    paragraph: Number | None = Field(
        None, description=both(cy='Paragraff: "23.37".', en='Paragraph: "23.37".')
    )
    chapter: Number | None = Field(None, description=both(cy='Pennod: "25".', en='Chapter: "25".'))

    def numbers(self) -> tuple[tuple[str, str], ...]:
        """Return the places given as (kind of place, number), the widest first."""
        return tuple((kind, number) for kind in _WORDS if (number := getattr(self, kind)))

    def place(self, language: Language) -> str:
        """Return the place in words, such as "adran 70(2)(d)"; empty for a whole source."""
        return ", ".join(_in_words(kind, number, language) for kind, number in self.numbers())


def _in_words(kind: str, number: str, language: Language) -> str:
    one, several = _WORDS[kind]
    word = several if "-" in number else one
    return f"{word.in_(language)}\N{NO-BREAK SPACE}{number.replace('-', '–')}"


class Fact(Checked):
    """A fact of law: it names the law that makes it so."""

    source: tuple[Citation, ...] = Field(
        min_length=1,
        description=both(
            cy="Y gyfraith, y Cod neu’r canllawiau swyddogol sy’n gwneud iddo fod felly.",
            en="The law, Code or official guidance that makes it so.",
        ),
    )
