"""Records: who compared the two sides of a unit, on which day, and what each side was then."""

import datetime
import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from canllaw.languages import LANGUAGES, Language, Words
from canllaw.problems import Place
from canllaw.units import Unit

Reviewer = Literal["qualified translator", "legal reviewer"]

REVIEWERS: Final[Mapping[Reviewer, Words]] = {
    "qualified translator": Words(cy="cyfieithydd cymwysedig", en="qualified translator"),
    "legal reviewer": Words(cy="adolygydd cyfreithiol", en="legal reviewer"),
}
"""What somebody must be for what they read to count as reviewed."""

AGREED: Final = "agreed"
"""The folder of the records."""

HEADER: Final = """\
# Pwy gymharodd y Gymraeg a’r Saesneg, pryd, a beth oedd pob ochr bryd hynny (olion o’r geiriau).
# Nid oes angen golygu hwn â llaw: mae `canllaw agree` yn ei ysgrifennu.
# Who compared the Welsh with the English, when, and what each side was then (marks of the words).
# There is no need to edit this by hand: `canllaw agree` writes it.
"""

_NOWHERE: Final = Place("")


@dataclass(frozen=True, slots=True)
class Record:
    """Somebody compared both sides of the unit `id` on a day. `cy` and `en` are the marks of the
    words they saw, `reviewer` what they are where they are qualified to review.
    """

    id: str
    cy: str
    en: str
    on: datetime.date
    by: str
    reviewer: Reviewer | None = None
    place: Place = _NOWHERE

    def of(self, side: Language) -> str:
        """Return the mark of one side."""
        return self.cy if side == "cy" else self.en

    @property
    def marks(self) -> tuple[str, str]:
        """The marks of both sides."""
        return (self.cy, self.en)

    def line(self) -> str:
        """Return the line that stands for it in a file, which is YAML."""
        name = self.id if _PLAIN.fullmatch(self.id) else json.dumps(self.id, ensure_ascii=False)
        state = f"reviewed, as: {self.reviewer}" if self.reviewer else "agreed"
        by = json.dumps(self.by, ensure_ascii=False)
        marks = ", ".join(f'{side}: "{self.of(side)}"' for side in LANGUAGES)
        return f"{name}: {{{marks}, state: {state}, day: {self.on}, by: {by}}}"


_PLAIN: Final = re.compile(r"\w[\w./:#+~-]*[\w/+~]")
_QUOTED: Final = r'"(?:[^"\\]|\\["\\])*[^"\\\s](?:[^"\\]|\\["\\])*"'
# One form only, so that a line is read at once and two people write the same line.
_LINE: Final = re.compile(
    rf"(?P<id>{_PLAIN.pattern}|{_QUOTED}): "
    r'\{cy: "(?P<cy>[0-9a-f]{12})", en: "(?P<en>[0-9a-f]{12})", '
    rf"state: (?:agreed|reviewed, as: (?P<as>{'|'.join(REVIEWERS)})), "
    r"day: (?P<on>\d{4}-\d\d-\d\d), "
    rf"by: (?P<by>{_QUOTED})\}}"
)


def read_line(line: str, place: Place) -> Record | None:
    """Return the record that a line stands for, or `None` where it is not one."""
    found = _LINE.fullmatch(line)
    if not found:
        return None
    try:
        day = datetime.date.fromisoformat(found["on"])
    except ValueError:
        return None
    reviewer = next((name for name in REVIEWERS if name == found["as"]), None)
    by = _unquoted(found["by"])
    return Record(_unquoted(found["id"]), found["cy"], found["en"], day, by, reviewer, place)


def _unquoted(text: str) -> str:
    return str(json.loads(text)) if text.startswith('"') else text


def is_record(line: str) -> bool:
    """Whether a line is meant to be a record: neither blank nor a note."""
    return bool(line.strip()) and not line.startswith("#")


def id_of(line: str) -> str:
    """Return the id that a record starts with."""
    found = _LINE.fullmatch(line)
    return _unquoted(found["id"]) if found else line.partition(": ")[0]


def file_of(unit: Unit) -> str:
    """Return the file of the records of what stands in the same file as `unit`.

    A page pair has one, and so has each file of content: two people who work on different pages
    never write the same file.
    """
    path = unit.sides["cy"].place.path
    side = "docs/cy/"
    if path.startswith(side):
        path = f"docs/{path.removeprefix(side).removesuffix('.md')}.yml"
    return f"{AGREED}/{path}"


def rewritten(text: str, put: Iterable[Record], drop: Collection[str] = ()) -> str:
    """Return the text of a file with some records put in and others dropped, each in its place.

    No other line changes. A file that would be left without a record is the empty text.
    """
    new = {record.id: record.line() for record in put}
    gone = {*new, *drop}
    lines = (text or HEADER).splitlines()
    notes = [line for line in lines if not is_record(line)]
    old = [line for line in lines if is_record(line) and id_of(line) not in gone]
    records = sorted((*old, *new.values()), key=id_of)
    end = "\r\n" if "\r\n" in text else "\n"
    return end.join((*notes, *records, "")) if records else ""
