"""Edits with known truth, for `drift.py`: of what a text says, or only of how it is typed."""

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from canllaw.units import Unit

Change = Callable[[str, Random], str]

WORD = re.compile(r"(?<![\w.#/\"({-])[^\W\d_]{4,}(?![\w.#/\")}-])")
_SPECIAL = re.compile(r"\s*(?:[|#*+-]|\d+\.|!!!|\?\?\?|\{\{|<|$)|    ")
_STARTS_ANEW = re.compile(r"\s*(?:[#*+|-]|\d+\.|!!!)", re.M)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of edit of the words of a side. `says` is whether it changes what they say."""

    name: str
    change: Change
    says: bool
    sections_only: bool = False

    def fits(self, unit: Unit) -> bool:
        """Whether a unit may be edited so."""
        return unit.is_markdown or not self.sections_only


def _in_prose(words: str, pattern: re.Pattern[str], random: Random, new: Change) -> str:
    """Change one place outside calls, targets of links and headings' ids."""
    hidden = [found.span() for found in re.finditer(r"\{[^}]*\}+|\]\([^)]*\)|<[^>]*>", words)]
    spots = [
        found
        for found in pattern.finditer(words)
        if not any(start <= found.start() < end for start, end in hidden)
    ]
    if not spots:
        return words
    found = random.choice(spots)
    return words[: found.start()] + new(found[0], random) + words[found.end() :]


def typo(words: str, random: Random) -> str:
    """Lose a letter of a word."""

    def lose(word: str, random: Random) -> str:
        at = random.randrange(1, len(word) - 1)
        return word[:at] + word[at + 1 :]

    return _in_prose(words, WORD, random, lose)


def letter_case(words: str, random: Random) -> str:
    """Begin a word with a capital."""
    small = re.compile(r"(?<![\w.#/\"({-])[a-z]{4,}(?![\w.#/\")}-])")
    return _in_prose(words, small, random, lambda word, _random: word.capitalize())


def punctuation(words: str, random: Random) -> str:
    """Lose a comma or a full stop behind a word."""
    return _in_prose(words, re.compile(r"(?<=[^\W\d])[,.](?=\s|$)"), random, lambda _w, _r: "")


def number(words: str, random: Random) -> str:
    """Change a figure."""
    figure = re.compile(r"(?<!^)(?<![\w\n])\d+(?![\w.])")
    return _in_prose(words, figure, random, lambda found, _random: str(int(found) + 1))


def sentence(words: str, _random: Random) -> str:
    """Say one thing more."""
    if words.rstrip().endswith("}"):  # behind a heading or a call it would break them
        return words
    return f"{words.rstrip()} Newydd a new.{words[len(words.rstrip()) :]}"


def paragraph(words: str, _random: Random) -> str:
    """Say one thing more, in a paragraph of its own."""
    return f"{words.rstrip()}\n\nPeth newydd. Something new.\n\n"


def less(words: str, random: Random) -> str:
    """Leave a sentence out."""
    return _in_prose(words, re.compile(r"(?<=[.?]) [^.?|*\n{\[]+[.?]"), random, lambda _w, _r: "")


def target(words: str, random: Random) -> str:
    """Lead a link elsewhere."""
    spots = list(re.finditer(r"\]\(([^)]+)\)", words))
    if not spots:
        return words
    found = random.choice(spots)
    return words[: found.start(1)] + "elsewhere.md" + words[found.end(1) :]


def argument(words: str, random: Random) -> str:
    """Show another fact."""
    spots = list(re.finditer(r"\{\{ \w+\(\"[^\"]+", words))
    if not spots:
        return words
    found = random.choice(spots)
    return f"{words[: found.end()]}-other{words[found.end() :]}"


def rewrapped(words: str, random: Random) -> str:
    """Wrap the lines of paragraphs and items anew, where no line would start with a sign."""
    return "\n".join(_wrapped(words, random.choice((60, 72, 90))))


def _wrapped(words: str, width: int) -> Iterator[str]:
    for line in words.split("\n"):
        item = re.match(r"(?:- |\d+\. )", line)
        if _SPECIAL.match(line) and not item:
            yield line
            continue
        indent = " " * 4 if item else ""
        lines = textwrap.wrap(
            line, width, break_long_words=False, break_on_hyphens=False, subsequent_indent=indent
        )
        rest = "\n".join(lines[1:])
        # A call has to stay on one line, and a number at the start of one could be an item.
        torn = any(part.count("{{") != part.count("}}") for part in lines)
        yield line if torn or _STARTS_ANEW.search(rest) else "\n".join(lines)


def bullets(words: str, random: Random) -> str:
    """Use another sign for bullets."""
    sign = random.choice("*+")
    return re.sub(r"^( *)- ", rf"\1{sign} ", words, flags=re.M)


def step_numbers(words: str, _random: Random) -> str:
    """Number every step 1, which shows as 1, 2, 3."""
    return re.sub(r"^( *)\d+\. ", r"\g<1>1. ", words, flags=re.M)


def stress(words: str, _random: Random) -> str:
    """Mark stressed words with the other sign."""
    return re.sub(r"(?<![\w*])\*\*([^*\n]+)\*\*(?![\w*])", r"__\1__", words)


def blank_lines(words: str, _random: Random) -> str:
    """Put more empty lines between blocks, and spaces at the end of lines."""
    return re.sub(r"([^\n])\n\n", r"\1 \n\n  \n\n", words)


def padding(words: str, _random: Random) -> str:
    """Pad the cells of tables."""
    return re.sub(r"(?m)^\|.*\|$", lambda row: re.sub(r" ?\| ?", "   |  ", row[0]).strip(), words)


def closing_marks(words: str, _random: Random) -> str:
    """Close headings with their marks."""
    return re.sub(r"(?m)^(#{2,6})( .*)$", r"\1\2 \1", words)


def comment(words: str, _random: Random) -> str:
    """Leave a note that nobody sees."""
    return f"{words.rstrip()}\n\n<!-- gwirio / check -->\n\n"


def broken_in_quotes(words: str, _random: Random) -> str:
    """Break a text of YAML in two lines."""
    return words if "\n" in words else words.replace(" ", "\n            ", 1)


SAYS = (
    Kind("a letter lost", typo, says=True),
    Kind("a capital", letter_case, says=True),
    Kind("a comma or full stop lost", punctuation, says=True),
    Kind("a number changed", number, says=True),
    Kind("a sentence added", sentence, says=True),
    Kind("a sentence left out", less, says=True),
    Kind("a paragraph added", paragraph, says=True, sections_only=True),
    Kind("a link that leads elsewhere", target, says=True, sections_only=True),
    Kind("another fact in a macro", argument, says=True, sections_only=True),
)
ONLY_TYPED = (
    Kind("lines wrapped anew", rewrapped, says=False, sections_only=True),
    Kind("other bullet signs", bullets, says=False, sections_only=True),
    Kind("other numbers of steps", step_numbers, says=False, sections_only=True),
    Kind("other marks of stress", stress, says=False, sections_only=True),
    Kind("empty lines and spaces", blank_lines, says=False, sections_only=True),
    Kind("cells of tables padded", padding, says=False, sections_only=True),
    Kind("headings closed", closing_marks, says=False, sections_only=True),
    Kind("a comment", comment, says=False, sections_only=True),
)
IN_YAML = Kind("a text of YAML on two lines", broken_in_quotes, says=False)


@dataclass(frozen=True, slots=True)
class Restructuring:
    """What is done to both sides of every page, and what becomes of the ids of units."""

    name: str
    page: Callable[[str], str]
    rename: Callable[[str], str]
    letters: bool = False
    """Whether a letter is lost as well, on one side of some sections."""


def swapped(text: str) -> str:
    """Move the first section of a page behind its last."""
    head, *sections = re.split(r"(?m)^(?=## .*\{#)", text)
    if len(sections) < 2:
        return text
    ends = [f"{each.rstrip()}\n\n" for each in (*sections[1:], sections[0])]
    return (head + "".join(ends)).rstrip() + "\n"


def other_ids(text: str) -> str:
    """Give every section another id."""
    return re.sub(r"(?m)^(##.*\{#[\w.-]+)\}", r"\1-anew}", text)


def as_it_is(text: str) -> str:
    """Change nothing."""
    return text


def renamed_section(name: str) -> str:
    """Return the id of a unit whose section has another id."""
    return f"{name}-anew" if "#" in name else name


def renamed_page(name: str) -> str:
    """Return the id of a unit, or the path of a file, whose page has another name."""
    return name.replace(".md", "-anew.md")


PAGES = (
    Restructuring("sections in another order", swapped, as_it_is),
    Restructuring("sections with another id", other_ids, renamed_section),
    Restructuring("the same, and a letter lost", other_ids, renamed_section, letters=True),
    Restructuring("pages with another name", as_it_is, renamed_page),
    Restructuring("the same, and a letter lost", as_it_is, renamed_page, letters=True),
)
