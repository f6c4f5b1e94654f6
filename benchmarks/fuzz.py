"""Fuzz the readers with atheris, guided by the code that is reached: make fuzz.

One of `yaml`, `settings`, `page` and `edits`; then what libFuzzer takes, such as
-max_total_time=300. It stops at the first input that gives anything but problems, and keeps it.
"""

import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # not in the lock

with atheris.instrument_imports(include=["canllaw", "yaml", "markdown"]):
    from markdown import Markdown

    from canllaw.checks.outside import links_of_pages
    from canllaw.checks.raw_html import made_html, raw_html
    from canllaw.edits import with_scalars
    from canllaw.load.pages import read_page
    from canllaw.load.settings import load_settings_problems
    from canllaw.model import NO_RULES
    from canllaw.problems import CanllawError
    from canllaw.render.calls import split_page
    from canllaw.strict_yaml import parse

FRONT: Final = b"---\naudience: everyone\nslug: x\ndescription: x.\n---\n# T\n\n"
EXTENSIONS: Final = ["admonition", "attr_list", "fenced_code", "md_in_html", "tables", "toc"]


def yaml(raw: bytes) -> None:
    """Any bytes are YAML of ours, or are refused."""
    root, problems = parse("content/a.yml", raw)
    if root is not None:
        root.plain()
    last = raw.count(b"\n") + raw.count(b"\r") + 2
    if any(not 1 <= problem.place.line <= last for problem in problems):
        raise AssertionError(problems)


def settings(raw: bytes) -> None:
    """Any mkdocs.yml is looked at without anything in it being made."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "mkdocs.yml").write_bytes(raw)
        list(load_settings_problems(Path(folder)))


def page(raw: bytes) -> None:
    """Where the check of a page finds nothing, Markdown makes nothing of it that could run."""
    found, _problems = read_page("en", "x.md", "docs/en/x.md", FRONT + raw)
    if found is None or split_page(found)[1]:
        return
    checked = {found.key: found}
    if list(raw_html(checked)) or list(links_of_pages(checked, NO_RULES)):
        return
    html = Markdown(extensions=EXTENSIONS).convert(found.body)
    passed = [str(problem.message) for problem in made_html(html, "x", NO_RULES)]
    if passed:
        raise AssertionError(passed[0])


def edits(raw: bytes) -> None:
    """A text that is put into a file, as an import does, is there when it is read again."""
    text = raw.decode("utf-8", errors="ignore")
    source = b'- kind: term\n  name: {cy: "un", en: one}\n  more: >-\n    two\n    three\n'
    with suppress(CanllawError):
        edited = with_scalars(source, {(2, 14): text})
        root, problems = parse("a.yml", edited)
        if root is None or problems:
            raise AssertionError(edited)


HARNESSES: Final[Mapping[str, Callable[[bytes], None]]] = {
    "yaml": yaml,
    "settings": settings,
    "page": page,
    "edits": edits,
}


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[2:]], HARNESSES[sys.argv[1]])
    atheris.Fuzz()
