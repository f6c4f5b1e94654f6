"""From `docs/cy/` and `docs/en/` to pages with front matter, headings and places."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from canllaw.clean_text import decoded
from canllaw.languages import LANGUAGES, Language, Words
from canllaw.load.pasted import pasted_in_body
from canllaw.load.paths import leads_outside, too_long
from canllaw.load.placeholders import left_in, left_in_body
from canllaw.load.refusals import model_problems
from canllaw.model import Heading, Page, PageKey, PageMeta, blank_out
from canllaw.problems import Place, Problem
from canllaw.strict_yaml import Node, parse, split_front_matter

DOCS: Final = "docs"
MACROS: Final = "macros"

_HEADING: Final = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>.*)$")
_HEADING_ID: Final = re.compile(r"\{[^{}]*?#(?P<id>[\w.-]+)[^{}]*\}")
_FENCE: Final = re.compile(r"^\s{0,3}(```+|~~~+)")

_NO_FRONT: Final = (
    Words(
        cy="Nid oes meysydd ar ben y dudalen hon, felly ni ŵyr neb i bwy y mae hi.",
        en="This page has no fields at its top, so nobody knows who it is for.",
    ),
    Words(
        cy="Dechreuwch y dudalen â thair llinell: '---', 'audience: parent' a 'description: …', a "
        "chaewch â '---'.",
        en="Start the page with three lines: '---', 'audience: parent' and 'description: …', and "
        "close with '---'.",
    ),
)
_NO_FIELDS: Final = (
    Words(
        cy="Nid grŵp o feysydd sydd rhwng y ddwy linell '---' ar ben y dudalen.",
        en="What stands between the two lines '---' at the top is not a group of fields.",
    ),
    Words(
        cy="Ysgrifennwch bob maes ar ei linell ei hun, fel hyn: audience: parent",
        en="Write each field on a line of its own, like this: audience: parent",
    ),
)

# What is not prose: template code, code, HTML tags, link targets and heading ids. What is opened
# and never closed runs to the end or not at all, so that no page takes longer than its length.
_NOT_PROSE: Final = re.compile(
    r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|```.*?```|~~~.*?~~~|`[^`\n]*`|<[^<>]*>"
    r"|\]\([^)\n]{0,500}\)|\{[:#][^{}\n]*\}",
    re.S,
)


def load_pages(root: Path) -> tuple[dict[PageKey, Page], list[Problem]]:
    """Read every Markdown page of both languages, with the problems of their front matter."""
    pages: dict[PageKey, Page] = {}
    problems: list[Problem] = []
    for language in LANGUAGES:
        folder = root / DOCS / language
        for file in sorted(folder.rglob("*.md")):
            if leads_outside(root, file):
                continue  # a problem of its own
            path = file.relative_to(folder).as_posix()
            name = file.relative_to(root).as_posix()
            page, found = read_page(language, path, name, file.read_bytes())
            problems.extend(found)
            if page:
                pages[page.key] = page
    return pages, problems


def read_page(
    language: Language, path: str, file: str, raw: bytes
) -> tuple[Page | None, list[Problem]]:
    """Read one page from its bytes; `file` is its name from the root of the project."""
    if found := too_long(raw):
        return None, [Problem("C105", Place(file), *found)]
    text = decoded(file, raw)
    if isinstance(text, Problem):
        return None, [text]
    front, body, line = split_front_matter(text)
    meta, node, problems = _read_meta(file, front)
    problems.extend(left_in_body(file, body, line))
    problems.extend(pasted_in_body(file, body, line))
    if meta is None:
        return None, problems
    headings = tuple(_headings(body, line))
    prose = _NOT_PROSE.sub(lambda found: blank_out(found[0]), body)
    return Page(path, language, file, meta, body, line, prose, headings, node), problems


def load_macros(root: Path) -> Mapping[str, str]:
    """Return the text of every macro file by its name."""
    files = sorted((root / MACROS).glob("*.md.jinja"))
    return {
        file.name: file.read_text(encoding="utf-8", errors="replace")
        for file in files
        if not leads_outside(root, file)
    }


def _read_meta(file: str, front: str) -> tuple[PageMeta | None, Node | None, list[Problem]]:
    if not front.strip():
        return None, None, [Problem("C602", Place(file), *_NO_FRONT)]
    # One line is added for the opening mark, so that lines are those of the file.
    node, problems = parse(file, f"\n{front}".encode())
    if node is None or not isinstance(node.value, dict):
        return None, None, problems or [Problem("C602", Place(file, 2), *_NO_FIELDS)]
    if left := list(left_in(file, node)):
        return None, None, [*problems, *left]
    try:
        return PageMeta.model_validate(node.plain()), node, problems
    except ValidationError as error:
        found = model_problems(file, node, PageMeta, error)
        return None, None, [*problems, *(_as_front_matter(problem) for problem in found)]


def _as_front_matter(problem: Problem) -> Problem:
    return Problem("C602", problem.place, problem.message, problem.hint)


def _headings(body: str, first_line: int) -> Iterator[Heading]:
    fence = ""
    for number, line in enumerate(body.split("\n"), start=first_line):
        marks = _FENCE.match(line)
        if marks and (not fence or marks.group(1).startswith(fence)):
            fence = "" if fence else marks.group(1)
        elif not fence and (found := _HEADING.match(line)):
            yield _heading(len(found["marks"]), found["text"], number)


def _heading(level: int, written: str, line: int) -> Heading:
    text = written.rstrip("#").rstrip()
    start = max(text.rfind("{"), 0)
    found = _HEADING_ID.fullmatch(text, start)
    return Heading(
        level, text[:start].rstrip() if found else text, found["id"] if found else "", line
    )
