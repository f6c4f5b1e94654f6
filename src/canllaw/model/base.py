"""What every fact shares: paired text, references to other facts, and who says so."""

import datetime
import re
from enum import StrEnum
from typing import Annotated, Any, Protocol

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PositiveInt,
    StringConstraints,
)

from canllaw.languages import Language, Words, both, joined
from canllaw.problems import quoted

ID_PATTERN = r"^[a-z][a-z_]*\.[a-z0-9]+(-[a-z0-9]+)*$"

Plain = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class NotAllowedError(ValueError):
    """A value breaks a rule of the model: which one, and what to type where the field's name alone
    does not tell.
    """

    def __init__(self, message: Words, hint: Words | None = None) -> None:
        self.message, self.hint = message, hint or Words()
        super().__init__(joined(self.message, self.hint).en)


def _iso_day(value: object) -> object:
    # Pydantic would also take 0 or a time of day, and an editor would not see what became of it.
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value.strip()):
        raise NotAllowedError(
            Words(cy=f"Nid yw {quoted(value)} yn ddiwrnod.", en=f"{quoted(value)} is not a day.")
        )
    return a_day(value.strip())


def a_day(written: str) -> str:
    """Return a day written as year-month-day; refuse one that no calendar has."""
    try:
        datetime.date.fromisoformat(written)
    except ValueError:
        raise NotAllowedError(
            Words(cy=f"Nid oes diwrnod '{written}'.", en=f"There is no day '{written}'."),
            Words(cy="Edrychwch ar galendr.", en="Look at a calendar."),
        ) from None
    return written


Day = Annotated[datetime.date, BeforeValidator(_iso_day)]


def _https(address: str) -> str:
    if not address.startswith("https://") or any(mark in address for mark in " <>\"'\\"):
        raise NotAllowedError(
            Words(
                cy="Mae cyfeiriad yn dechrau â https://, heb fylchau na dyfynodau.",
                en="An address starts with https:// and has no spaces or quotation marks.",
            )
        )
    return address


HttpsAddress = Annotated[
    str,
    AfterValidator(_https),
    Field(json_schema_extra={"pattern": r"^https://[^ <>\"'\\]*$"}),
]


WORDS = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""Words in an address: small letters and figures, with hyphens between."""

Short = Annotated[str, StringConstraints(pattern=rf"^{WORDS}$", min_length=3, max_length=30)]
OldId = Annotated[str, StringConstraints(pattern=rf"^([a-z][a-z_]*\.|r/){WORDS}$")]


class Located(Protocol):
    """A tree that knows the line and column of everything in it, such as a parsed YAML entry."""

    def spot_of(self, path: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
        """Return the line and column of the value at `path`, or of its key."""


class Record(BaseModel):
    """A frozen group of named fields; a field it does not know is a problem, not a surprise."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, validate_by_alias=True
    )


class Text(Record):
    """The same thing said in Welsh and in English. Neither is the source of the other."""

    cy: Plain = Field(description=both(cy="Y testun Cymraeg.", en="The Welsh text."))
    en: Plain = Field(description=both(cy="Y testun Saesneg.", en="The English text."))

    def in_(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.cy if language == "cy" else self.en


class Name(Text):
    """A text that may be the same in both languages, because it is a name or an abbreviation."""


class MaybeText(Record):
    """A text that need not exist in both languages, such as an abbreviation."""

    cy: Plain | None = Field(
        None, description=both(cy="Yn Gymraeg, os yw’n bod.", en="In Welsh, where it exists.")
    )
    en: Plain | None = Field(
        None, description=both(cy="Yn Saesneg, os yw’n bod.", en="In English, where it exists.")
    )

    def in_(self, language: Language) -> str | None:
        """Return the text in `language`, or `None` where there is none."""
        return self.cy if language == "cy" else self.en


class ShortAddress(Record):
    """The words of a short address in each language. Both open the same page, which has both."""

    cy: Short = Field(
        description=both(
            cy="Y geiriau Cymraeg, gyda chysylltnodau rhyngddynt, heb acenion.",
            en="The Welsh words, with hyphens between, without accents.",
        )
    )
    en: Short = Field(
        description=both(
            cy="Y geiriau Saesneg, gyda chysylltnodau rhyngddynt.",
            en="The English words, with hyphens between.",
        )
    )

    def in_(self, language: Language) -> str:
        """Return the words in `language`."""
        return self.cy if language == "cy" else self.en


class WebAddress(Record):
    """The address of a page in each language it exists in; at least one."""

    cy: HttpsAddress | None = Field(
        None, description=both(cy="Cyfeiriad y dudalen Gymraeg.", en="Address of the Welsh page.")
    )
    en: HttpsAddress | None = Field(
        None, description=both(cy="Cyfeiriad y dudalen Saesneg.", en="Address of the English page.")
    )

    def in_(self, language: Language) -> tuple[str, Language]:
        """Return the address for a reader of `language`, and the language of the page it opens."""
        for candidate in (language, "en", "cy"):
            address = self.cy if candidate == "cy" else self.en
            if address:
                return address, "cy" if candidate == "cy" else "en"
        raise ValueError("an address in one language at least")  # excluded by the model

    def model_post_init(self, _context: object) -> None:
        """Refuse an address that has neither side."""
        if not (self.cy or self.en):
            raise NotAllowedError(
                Words(
                    cy="Rhowch y cyfeiriad mewn un iaith o leiaf.",
                    en="Give the address in one language at least.",
                )
            )


class Reference:
    """Marks a field that holds the id of another fact of the kind named."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        schema: dict[str, Any] = handler(core_schema)
        schema["pattern"] = rf"^{self.kind}\.[a-z0-9]+(-[a-z0-9]+)*$"
        schema["description"] = both(
            cy=f"Id ffaith o’r math {self.kind}: {self.kind}.words-with-hyphens.",
            en=f"The id of a fact of the kind {self.kind}: {self.kind}.words-with-hyphens.",
        )
        return schema


SourceId = Annotated[Plain, Reference("source")]
TermId = Annotated[Plain, Reference("term")]
RoleId = Annotated[Plain, Reference("role")]
RightId = Annotated[Plain, Reference("right")]
DeadlineId = Annotated[Plain, Reference("deadline")]
StageId = Annotated[Plain, Reference("age_stage")]
ProvisionId = Annotated[Plain, Reference("provision")]
OrganisationId = Annotated[Plain, Reference("organisation")]


class Evidence(StrEnum):
    """How a fact is known: read in the law or official text itself, read in something that cites
    it, or not confirmed. What is unconfirmed is never published.
    """

    PRIMARY = "primary"
    SECONDARY = "secondary"
    UNCONFIRMED = "unconfirmed"


class Entry(Record):
    """Anything with an id that pages and other entries can name."""

    kind: str
    # Ids become addresses, so they stay as short as an address may be.
    id: Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=100)] = Field(
        description=both(
            cy="Id sefydlog: y math, atalnod llawn, a geiriau Saesneg gyda chysylltnodau. Nid "
            "yw byth yn newid ar ôl ei gyhoeddi.",
            en="Stable id, kind.words-with-hyphens. It never changes once published.",
        )
    )
    short_address: ShortAddress | None = Field(
        None,
        description=both(
            cy="Cyfeiriad byr i’w ddweud yn uchel, yng ngeiriau pob iaith.",
            en="A short address to say aloud, in the words of each language.",
        ),
    )
    was: tuple[OldId, ...] = Field(
        (),
        description=both(
            cy="Ids y mae hwn wedi cymryd eu lle, a chyfeiriadau byr a oedd ganddo: "
            "r/old-words. Mae dolenni atynt yn arwain yma.",
            en="Ids that this took the place of, and short addresses it had: r/old-words. Links "
            "to them lead here.",
        ),
    )


class Checked(Entry):
    """An entry whose content was read somewhere, on a day, and says where."""

    read_in: tuple[SourceId, ...] = Field(
        (),
        description=both(
            cy="Y ffynonellau lle darllenwyd y testun mewn gwirionedd; dim un os nad yw’r "
            "ffaith wedi’i chadarnhau, a dim ond bryd hynny.",
            en="The sources in which the text was actually read; none only where the fact is "
            "unconfirmed.",
        ),
    )
    evidence: Evidence = Field(
        description=both(
            cy="primary: wedi’i darllen yn y gyfraith neu’r testun swyddogol ei hun. secondary: "
            "wedi’i darllen mewn ffynhonnell sy’n ei ddyfynnu. unconfirmed: heb ei darllen "
            "yn unman; byth yn cael ei chyhoeddi.",
            en="primary: read in the law or official text itself. secondary: read in a source "
            "that cites it. unconfirmed: not read anywhere; never published.",
        )
    )
    checked: Day = Field(
        description=both(
            cy="Y diwrnod diwethaf i rywun ei gymharu â’r ffynhonnell.",
            en="The day somebody last compared it with the source.",
        )
    )
    check_every: PositiveInt | None = Field(
        None,
        description=both(
            cy="Misoedd nes edrych arno eto, lle nad yw cyfnod arferol ei fath yn addas.",
            en="Months until it is looked at again, where its kind’s own do not fit.",
        ),
    )
    editor_note: Plain | None = Field(
        None,
        description=both(
            cy="I olygyddion yn unig; byth yn cael ei gyhoeddi.",
            en="For editors only; never published.",
        ),
    )

    @property
    def publishable(self) -> bool:
        """Whether the site may show it."""
        return self.evidence is not Evidence.UNCONFIRMED
