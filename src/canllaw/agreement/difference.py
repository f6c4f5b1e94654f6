"""What changed in a text, word by word, so that it can be read without colour."""

import re
from difflib import SequenceMatcher
from typing import Final

_WORD: Final = re.compile(r"(\S+)(\s*)")
_SKIPPED: Final = "…"
_CHANGED: Final = re.compile(r"\[-|\{\+")


def word_diff(old: str, new: str) -> str:
    """Return `new` with what went as [-old-] and what came as {+new+}; lines that are the same as
    they were become one `…`.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(
        None, [word for word, _ in before], [word for word, _ in after], autojunk=False
    )
    text = ""
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            text += "".join(word + space for word, space in after[c:d])
            continue
        if went := " ".join(word for word, _space in before[a:b]):
            text += f"[-{went}-] "
        if came := "".join(word + space for word, space in after[c:d]).rstrip():
            text += f"{{+{came}+}}{after[d - 1][1]}"
    return "\n".join(_without_same_lines(text.strip().split("\n")))


def _without_same_lines(lines: list[str]) -> list[str]:
    shown: list[str] = []
    inside = False
    for line in lines:
        if inside or _CHANGED.search(line):
            shown.append(line)
            inside = line.rfind("{+") > line.rfind("+}") or (inside and "+}" not in line)
        elif shown[-1:] != [_SKIPPED]:
            shown.append(_SKIPPED)
    return shown
