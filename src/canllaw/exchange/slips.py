"""What may be wrong with a segment that came back, as problems for the editor who sent it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from canllaw.exchange.codes import Code, Mark, Marked, Piece, read_markdown, read_plain, tidy
from canllaw.exchange.delivery import Returned
from canllaw.exchange.pairs import BETWEEN, Pair
from canllaw.languages import NAMES, Language, Words, counterpart
from canllaw.problems import Place, Problem
from canllaw.units import Unit

# What nobody can see, or what only some programs take for a line end.
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Judge:
    """What others know about words."""

    foreign: Callable[[str, Language], bool]
    """Whether words are not in a language."""
    same: Callable[[Unit], bool]
    """Whether both sides may be the same, because it is a name."""
    moved: Callable[[Unit, Language], bool]
    """Whether a side has changed since both were last compared."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A segment that came back, and what it is here."""

    unit: Unit
    to: Language
    pair: Pair
    row: Returned
    place: Place

    @property
    def unchanged(self) -> bool:
        """Whether the translator left it as it was."""
        return bool(self.row.pieces) and trimmed(self.row.pieces) == trimmed(
            self.pair.present.pieces
        )

    def problem(self, problem_id: str, message: Words, hint: Words) -> Problem:
        """Say of this segment what is wrong."""
        name = self.unit.id
        said = Words(cy=f"{name}: {message.cy}", en=f"{name}: {message.en}")
        return Problem(problem_id, self.place, said, hint)


def trimmed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces without spaces around the whole, and with one for every run of them."""
    done: list[Piece] = []
    for piece in pieces:
        words = isinstance(piece, str) and re.sub(r"[ \t\n]+", " ", piece)
        done.append(unicodedata.normalize("NFC", words) if words else piece)
    if done and isinstance(done[0], str):
        done[0] = done[0].lstrip()
    if done and isinstance(done[-1], str):
        done[-1] = done[-1].rstrip()
    return tuple(piece for piece in done if piece != "")


def text_of(taken: Taken, judge: Judge) -> str | Problem:
    """Return the new text of a segment as it goes into the file, or what keeps it out."""
    slips = (*_slips_of_words(taken, judge), *_slips_of_codes(taken, judge))
    return slips[0] if slips else _text(taken)


def _text(taken: Taken) -> str:
    codes = {**taken.pair.present.codes, **taken.pair.source.codes}
    return str(Marked(trimmed(_spaces_outside(taken.row.pieces)), codes))


def _spaces_outside(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces with no space right inside a pair, where Markdown would see no pair."""
    done: list[Piece] = []
    waiting = ""
    for piece in pieces:
        if isinstance(piece, str):
            words = waiting + piece
            waiting = words[len(words.rstrip(" ")) :]
            done.append(words.removesuffix(waiting) if waiting else words)
        elif piece.role == "close":
            done.append(piece)
        else:
            done.extend((waiting, piece))
            waiting = ""
    return tidy(_without_first_spaces([*done, waiting]))


def _without_first_spaces(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield pieces with the spaces behind an opening mark in front of it."""
    opened: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Mark) and piece.role == "open":
            opened.append(piece)
        elif piece != "":
            words = piece if opened and isinstance(piece, str) else ""
            yield words[: len(words) - len(words.lstrip(" "))]
            yield from opened
            yield words.lstrip(" ") if words else piece
            opened = []
    yield from opened


def _slips_of_words(taken: Taken, judge: Judge) -> Iterator[Problem]:
    words = Marked(trimmed(taken.row.pieces)).words
    if not re.search(r"[^\W_]", words):
        yield taken.problem("C809", *_EMPTY)
    elif hidden := _HIDDEN.search(words):
        yield taken.problem("C812", _hidden(hidden[0]), _TYPE_AGAIN)
    elif words == Marked(trimmed(taken.pair.source.pieces)).words and _says_something(words):
        if not judge.same(taken.unit):
            yield taken.problem("C810", *_same(taken.to, words))
    elif judge.foreign(words, taken.to) and not judge.same(taken.unit):
        yield taken.problem("C811", *_foreign(taken.to, words))


def _says_something(words: str) -> bool:
    # A figure, an abbreviation or an address of a page says the same in both languages.
    return bool(re.search(r"[a-zâêîôûŵŷ]{3}", words))


def _slips_of_codes(taken: Taken, judge: Judge) -> Iterator[Problem]:
    source, present = taken.pair.source, taken.pair.present
    known = {**present.codes, **source.codes}
    marks = [piece for piece in taken.row.pieces if isinstance(piece, Mark)]
    if strange := [mark.id for mark in marks if mark.id not in known]:
        yield taken.problem("C808", _invented(f"{{{strange[0]}}}"), _AS_IN_SOURCE)
        return
    reading = read_markdown if taken.unit.is_markdown else read_plain
    # Read from the words as they will stand: a bracket typed by hand may make a code too.
    now = _counted(reading(_text(taken)), known)
    wanted = _counted(source, known)
    had = _counted(present, known)
    if now in (wanted, had if not judge.moved(taken.unit, counterpart(taken.to)) else wanted):
        return
    if lost := wanted - now:
        yield taken.problem("C807", _lost(next(iter(lost)).shown), _AS_IN_SOURCE)
    elif invented := now - (wanted | had):
        yield taken.problem("C808", _invented(next(iter(invented)).shown), _AS_IN_SOURCE)


def _counted(marked: Marked, known: dict[int, Code]) -> Counter[Code]:
    """Count the codes that must be kept: what only parts paragraphs may be used at will."""
    between = {code.start for code in known.values() if code.name == BETWEEN}
    codes = marked.codes.values()
    return Counter(code for code in codes if code.name != BETWEEN and code.start not in between)


_AS_IN_SOURCE: Final = Words(
    cy="Gofynnwch i’r cyfieithydd gadw pob cod sydd yn y testun gwreiddiol, unwaith yr un, heb "
    "ychwanegu dim un.",
    en="Ask the translator to keep every code of the source, once each, and to add none.",
)
_TYPE_AGAIN: Final = Words(
    cy="Dilëwch y llythrennau o’i gwmpas a’u teipio eto.",
    en="Delete the letters around it and type them again.",
)
_EMPTY: Final = (
    Words(
        cy="mae’r cyfieithiad yn wag, felly byddai bwlch i’r darllenydd.",
        en="the translation is empty, so readers would meet a gap.",
    ),
    Words(
        cy="Gofynnwch am y cyfieithiad, neu allforiwch hebddo.",
        en="Ask for the translation, or export without it.",
    ),
)


def _short(words: str) -> str:
    return words if len(words) < 60 else f"{words[:60].rpartition(' ')[0]}…"


def _hidden(sign: str) -> Words:
    code = f"U+{ord(sign):04X}"
    return Words(
        cy=f"mae arwydd na all neb ei weld ({code}) yn y cyfieithiad.",
        en=f"the translation has a sign in it that nobody can see ({code}).",
    )


def _same(to: Language, words: str) -> tuple[Words, Words]:
    shown, name = _short(words), NAMES[to]
    return (
        Words(
            cy=f"mae’r cyfieithiad yr un fath â’r testun gwreiddiol: “{shown}”.",
            en=f"the translation is the same as the source: “{shown}”.",
        ),
        Words(
            cy=f"Gofynnwch am y testun {name.cy}.",
            en=f"Ask for the words in {name.en}.",
        ),
    )


def _foreign(to: Language, words: str) -> tuple[Words, Words]:
    shown, name = _short(words), NAMES[to]
    return (
        Words(
            cy=f"nid yw “{shown}” yn edrych fel {name.cy}.",
            en=f"“{shown}” does not look like {name.en}.",
        ),
        Words(
            cy="Edrychwch a yw’r ddwy golofn wedi’u cyfnewid.",
            en="See whether the two columns were swapped.",
        ),
    )


def _lost(shown: str) -> Words:
    return Words(
        cy=f"mae’r cod “{shown}” ar goll o’r cyfieithiad, neu wedi’i newid.",
        en=f"the code “{shown}” is lost from the translation, or was changed.",
    )


def _invented(shown: str) -> Words:
    return Words(
        cy=f"mae cod “{shown}” yn y cyfieithiad nad yw yn y testun gwreiddiol.",
        en=f"the translation has a code “{shown}” that the source does not have.",
    )
