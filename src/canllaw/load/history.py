"""The words as they once were, found in the history of the project by their marks."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from canllaw.agreement import mark
from canllaw.git import git
from canllaw.languages import LANGUAGES, Language
from canllaw.load.pages import read_page
from canllaw.strict_yaml import Node, parse
from canllaw.units import sections

_SIDES: Final = {f"docs/{language}/": language for language in LANGUAGES}


def words_once(root: Path, path: str, wanted: Collection[str]) -> dict[str, str]:
    """Return the words behind the marks `wanted`, as far as some version of the file `path` holds
    them; raise `CanllawError` where there is no history.
    """
    found: dict[str, str] = {}
    for raw in _versions(root, path):
        for words, markdown in _texts(path, raw):
            sign = mark(words, markdown=markdown)
            if sign in wanted:
                found.setdefault(sign, words)
        if len(found) == len(set(wanted)):
            break
    return found


def is_cut_short(root: Path) -> bool:
    """Whether only the newest part of the history is here, as in a shallow clone."""
    return git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _versions(root: Path, path: str) -> Iterator[bytes]:
    """Yield each version of a file, newest first, also those from before it was renamed."""
    log = git(
        root, "-c", "core.quotePath=false", "log", "--follow", "--diff-filter=d", "--name-only",
        "--format=%x00%H", "--", path,
    )  # fmt: skip
    for entry in log.decode(errors="replace").split("\0")[1:]:
        revision, *names = filter(None, entry.split("\n"))
        for name in names:
            yield git(root, "show", f"{revision}:{name}")


def _texts(path: str, raw: bytes) -> Iterator[tuple[str, bool]]:
    """Yield every text of one language in a version of a file, and whether it is Markdown."""
    side = next((language for start, language in _SIDES.items() if path.startswith(start)), None)
    if side:
        yield from _on_page(side, path, raw)
    elif (node := parse(path, raw)[0]) is not None:
        yield from ((words, False) for words in _in_yaml(node))


def _on_page(side: Language, path: str, raw: bytes) -> Iterator[tuple[str, bool]]:
    page, _problems = read_page(side, path, path, raw)
    if page:
        yield page.meta.description, False
        for section in sections(page).values():
            yield section.words, True


def _in_yaml(node: Node) -> Iterator[str]:
    if isinstance(node.value, list):
        for item in node.value:
            yield from _in_yaml(item)
    elif isinstance(node.value, dict):
        for key, item in node.value.items():
            if key in LANGUAGES and isinstance(item.value, str):
                yield item.value
            else:
                yield from _in_yaml(item)
