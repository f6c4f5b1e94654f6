"""The text without what does not change it, and the short mark that stands for it in a record.

Welsh and English are compared with themselves as they were when somebody agreed them. Wrapping a
line anew, another bullet sign or other marks round a stressed word are no reason to compare again;
a letter, a number, a point, the target of a link or the argument of a macro is.
"""

import html
import re
from hashlib import blake2b
from typing import Final

_BYTES: Final = 6  # 12 digits: among a million texts, two share a mark once in hundreds of runs

# Each alternative below starts with a letter of its own, which makes the search many times quicker.
# What is no text: comments, and the ids and classes of headings and links.
_GONE: Final = re.compile(r"<!--(?:(?!<!--).)*?-->|\{:?[ ]*(?:[.#][\w-]+[ ]*)+\}", re.S)
# What is taken as it stands: calls, code, the targets of links, tags, attributes, escaped signs.
# What is opened stops where the same is opened again, and runs are bounded, so that no page takes
# much longer than its length.
_KEPT: Final = re.compile(
    r"\{\{?[^{}\n]*\}\}?|\]\((?:[^)\]\n]|\](?!\())*\)|<[^<>\n]+>|\\[\\`*_{}\[\]()>#+.!|-]"
    r"|```(?P<fence>`{0,9}).*?```(?P=fence)|~~~(?P<wave>~{0,9}).*?~~~(?P=wave)"
    r"|`(?P<code>`{0,9}).+?`(?P=code)",
    re.S,
)
_SLOT: Final = "\0"
# From the longest marks to the shortest; a single one may not be half of a double.
_STRESS: Final = tuple(
    re.compile(pattern, re.S)
    for pattern in (
        r"(?<!\*)\*\*\*(?=\S)(.{1,500}?)(?<=\S)\*\*\*(?!\*)",
        r"\*\*(?=\S)(.{1,500}?)(?<=\S)\*\*(?!\*)",
        r"(?<!\w)__(?=\S)(.{1,500}?)(?<=\S)__(?!\w)",
        r"(?<!\*)\*(?![\s*])(.{1,500}?)(?<![\s*])\*(?!\*)",
        r"(?<!\w)_(?=[^\s_])(.{1,500}?)(?<=[^\s_])_(?!\w)",
    )
)
_BLANK_LINES: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_ITEM: Final = re.compile(r"([*+-]|\d+\.)[ \t]+")
_RULE: Final = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*")
_HEADING: Final = re.compile(r"#{1,6}[ \t]*(.*?)[ \t]*#*")
_DASHES: Final = frozenset("|: -")


def mark(words: str, *, markdown: bool) -> str:
    """Return the 12 digits that stand for a text; the same for all that reads the same."""
    plain = normal(words) if markdown else " ".join(words.split())
    return blake2b(plain.encode(), digest_size=_BYTES).hexdigest()


def normal(words: str) -> str:
    """Return a piece of Markdown on one line, without what does not change what it says."""
    if "<!--" in words or "{" in words:
        words = _GONE.sub("", words)
    words = words.replace(_SLOT, "")
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(_tidy(found[0]))
        return _SLOT

    words = _KEPT.sub(keep, words)
    plain = " ".join(" ".join(map(_block, _BLANK_LINES.split(words.strip("\n")))).split())
    if not kept:
        return plain
    pieces = plain.split(_SLOT)
    return "".join(part for pair in zip(pieces, (*kept, ""), strict=True) for part in pair)


def _tidy(kept: str) -> str:
    if kept.startswith("{{"):
        return "".join(kept.replace("'", '"').split())
    return kept[1:] if kept.startswith("\\") else " ".join(kept.split())


def _block(block: str) -> str:
    """Return what stands between two blank lines on one line."""
    done: list[str] = []
    while block:
        first, _, rest = block.partition("\n")
        first = first.strip()
        if first.startswith(("#", "!!!", "???")):  # the rest is a block of its own
            done.append(_opening(first))
            block = rest
            continue
        block = _rows(block) if "|" in block and _is_table(block) else _lines(block)
        done.append(_without_stress(block))
        break
    return " ".join(done)


def _opening(line: str) -> str:
    heading = _HEADING.fullmatch(line)
    return _without_stress(f"# {heading[1]}" if heading else line)


def _without_stress(text: str) -> str:
    if "*" in text or "_" in text:
        for marks in _STRESS:
            text = marks.sub(r"\1", text)
    return html.unescape(text) if "&" in text else text


def _is_table(block: str) -> bool:
    """Whether a line of dashes stands below the first line."""
    head, _, rest = block.partition("\n")
    dashes = rest.partition("\n")[0].lstrip(" \t")
    return "|" in head and {"|", "-"} <= set(dashes) <= _DASHES


def _rows(block: str) -> str:
    lines = [line.strip().removeprefix("|").removesuffix("|") for line in block.split("\n")]
    del lines[1]  # the line of dashes
    return " ".join(f"| {' | '.join(map(str.strip, line.split('|')))} |" for line in lines)


def _lines(block: str) -> str:
    """Return the lines with one sign for every bullet, and one for every number of a list.

    A sign makes an item only at the start of a block or behind another item: elsewhere a line may
    have been wrapped in front of a number.
    """
    lines: list[str] = []
    in_list = True
    for line in map(str.strip, block.split("\n")):
        if line[:1].isalpha():  # most lines, and the quickest answer
            in_list = bool(lines) and in_list
            lines.append(line)
        elif _RULE.fullmatch(line):
            lines.append("---")
        elif in_list and (item := _ITEM.match(line)):
            lines.append(f"{'1.' if item[1][0].isdigit() else '-'} {line[item.end() :]}")
        else:
            in_list = bool(lines) and in_list
            lines.append(line)
    return " ".join(lines)
