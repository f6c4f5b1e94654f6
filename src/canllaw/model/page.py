"""Pages: prose in one language, with macro calls, paired with the same path in the other."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from canllaw.languages import Audience, Language, both
from canllaw.model.base import WORDS, Located, Plain, Record, ShortAddress, Text
from canllaw.problems import Place

# Its parts become folders, whose names no computer takes at any length.
Slug = Annotated[str, StringConstraints(pattern=rf"^{WORDS}(/{WORDS})*$", max_length=150)]
SectionId = Annotated[str, StringConstraints(pattern=r"^[\w.-]+$")]
MovedTo = Annotated[str, StringConstraints(pattern=r"^([\w.-]+|[\w-]+(/[\w-]+)*\.md(#[\w.-]+)?)$")]

BLANK: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in `Page.prose` for a letter that is not prose."""

PageKey = tuple[Language, str]
"""What a page is known by: its language and its path."""

Wording = Mapping[str, Text]
"""The labels of macros and theme, by key."""


class PageMeta(Record):
    """What the front matter of a page may say."""

    audience: Audience = Field(
        description=both(cy="I bwy y mae’r dudalen.", en="Who the page is for.")
    )
    description: Plain = Field(
        description=both(
            cy="Un frawddeg i beiriannau chwilio ac i ragolwg dolenni.",
            en="One sentence for search engines and link previews.",
        )
    )
    slug: Slug | None = Field(
        None,
        description=both(
            cy="Y cyfeiriad o dan /cy/ neu /en/.", en="The address below /cy/ or /en/."
        ),
    )
    template: Literal["home.html", "search.html"] | None = Field(
        None, description=both(cy="Templed o’i eiddo’i hun.", en="A template of its own.")
    )
    hide: tuple[Literal["toc", "navigation", "footer"], ...] = Field(
        (),
        description=both(
            cy="Rhannau o’r thema nad ydynt ar y dudalen hon.",
            en="Parts of the theme this page does without.",
        ),
    )
    short: Plain | None = Field(
        None,
        description=both(
            cy="Enw byr i ddewislenni a chamau, lle mae’r teitl yn hir.",
            en="A short name for menus and steps, where the title is long.",
        ),
    )
    step: bool = Field(
        False,
        description=both(
            cy="A yw’r dudalen yn un o gamau ei hadran, yn eu trefn.",
            en="Whether the page is one of the steps of its section, in their order.",
        ),
    )
    foot: Literal["help", "about"] | None = Field(
        None,
        description=both(
            cy="A yw pob tudalen yn enwi hon: fel help, neu fel tudalen am y wefan.",
            en="Whether every page names this one: as help, or as being about the site.",
        ),
    )
    keywords: tuple[Plain, ...] = Field(
        (),
        description=both(
            cy="Geiriau y mae darllenwyr yn chwilio amdanynt ac nad yw’r dudalen yn eu "
            "defnyddio; mae gan bob ochr ei rhai ei hun.",
            en="Words that readers look for and the page does not use; each side has its own.",
        ),
    )
    short_address: ShortAddress | None = Field(
        None,
        description=both(
            cy="Cyfeiriad byr i’w ddweud yn uchel, yng ngeiriau pob iaith. Yr un peth ar y ddwy "
            "ochr.",
            en="A short address to say aloud, in the words of each language. Same on both.",
        ),
    )
    was: tuple[Slug, ...] = Field(
        (),
        description=both(
            cy="Cyfeiriadau o dan /cy/ neu /en/ a oedd gan y dudalen hon, neu y cymerodd eu "
            "lle, a hen gyfeiriadau byr: r/old-words.",
            en="Addresses below /cy/ or /en/ that this page had, or whose place it took, and "
            "old short addresses: r/old-words.",
        ),
    )
    moved: Mapping[SectionId, MovedTo] = Field(
        {},
        description=both(
            cy="Ble mae adrannau a oedd yma nawr: old-id: new-id ar y dudalen hon, neu old-id: "
            "other/page.md#id. Yr un peth ar y ddwy ochr.",
            en="Where sections that stood here are now: old-id: new-id on this page, or old-id: "
            "other/page.md#id. Same on both.",
        ),
    )


def blank_out(text: str) -> str:
    """Return `text` with every letter blank: as long, with the same lines."""
    return re.sub(r"[^\n]", BLANK, text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, with its explicit id where it has one."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class MacroCall:
    """A call of a macro on a page, with its arguments and where it stands in the file."""

    name: str
    arguments: tuple[str, ...]
    line: int
    column: int

    def __str__(self) -> str:
        arguments = ", ".join(f'"{argument}"' for argument in self.arguments)
        return f"{self.name}({arguments})"


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a page pair. `path` is the same on both sides, such as parents/appeals.md."""

    path: str
    language: Language
    file: str
    meta: PageMeta
    body: str
    body_line: int
    prose: str
    """The body with all that is not prose blanked out: as long, with the same lines."""
    headings: tuple[Heading, ...] = ()
    front: Located | None = None
    """The tree of the front matter, which knows where each of its lines stands."""

    @property
    def key(self) -> tuple[Language, str]:
        """What the page is known by: its language and its path."""
        return (self.language, self.path)

    @property
    def title(self) -> str:
        """The text of the first main heading, or an empty string."""
        return next((heading.text for heading in self.headings if heading.level == 1), "")

    @property
    def address(self) -> str:
        """The address from the root of the site, such as cy/rhieni/apelio/."""
        folder = self.path.removesuffix(".md")
        folder = "" if folder == "index" else folder.removesuffix("/index")
        return "/".join(part for part in (self.language, self.meta.slug or folder) if part) + "/"

    def sections(self) -> Iterator[tuple[int, str]]:
        """Yield where each section starts in the prose, and its prose; the first has no heading."""
        lines = self.prose.split("\n")
        line, start = 0, 0
        for ending in (*(heading.line - self.body_line for heading in self.headings), len(lines)):
            section = "\n".join((*lines[line:ending], ""))
            yield start, section
            line, start = ending, start + len(section)

    def place(self, line: int, column: int = 1) -> Place:
        """Return the place of a line of the file."""
        return Place(self.file, line, column)

    def place_in_front(self, *path: str | int) -> Place:
        """Return the place of a value of the front matter."""
        return Place(self.file, *self.front.spot_of(path)) if self.front else self.place(2)

    def place_of(self, position: int) -> Place:
        """Return the place of a position in the body, or in the prose."""
        line = self.body_line + self.body.count("\n", 0, position)
        return Place(self.file, line, position - self.body.rfind("\n", 0, position))
