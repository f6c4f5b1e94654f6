"""No file that an editor could save, however broken, may break the reader."""

import re
import tempfile
import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from canllaw.languages import Words
from canllaw.load.content import Content, load_content
from canllaw.load.pages import read_page
from canllaw.problems import CATALOGUE, Problem
from canllaw.strict_yaml import MAX_DEPTH, parse
from conftest import TINY

FACTS = (TINY / "content" / "facts.yml").read_text(encoding="utf-8")
ENTRIES = re.split(r"^(?=- kind)", FACTS, flags=re.M)[1:]
PAGE = (TINY / "docs" / "cy" / "help" / "ask.md").read_text(encoding="utf-8")

# The signs that mean something to YAML, with a few letters, spaces and line ends between them.
SIGNS = st.text(
    alphabet="{}[]:,-?#&*!|>'\"%@`~\\ \t\n\r\0\x85\u00a0\u2028\ufeffŷy\u0302a0", max_size=60
)
BYTES = st.one_of(
    st.binary(max_size=80), st.text(max_size=80).map(str.encode), SIGNS.map(str.encode)
)
# The same mistakes in every run, so that a red test means a change of the code.
quick = settings(derandomize=True, deadline=None, max_examples=400)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> bytes:
    """Take passages out of `text`, and put signs, other passages or other spaces in their place."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = draw(
            st.one_of(SIGNS, st.just(text[start:end] * 2), st.sampled_from(["", "  ", "\n  "]))
        )
        text = text[:start] + piece + text[end:]
    return text.encode()


def _read(raw: bytes, name: str = "facts.yml") -> tuple[Content, list[Problem]]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "content").mkdir()
        (Path(folder) / "content" / name).write_bytes(raw)
        return load_content(Path(folder))


def _assert_in_file(problems: list[Problem], raw: bytes) -> None:
    """Hold that each problem has a known id, one line in each language, and a place in the file."""
    text = unicodedata.normalize("NFC", raw.decode("utf-8-sig", errors="replace"))
    lines = [*re.split(r"\r\n|\r|\n", text), ""]
    for problem in problems:
        assert problem.id in CATALOGUE
        for words in (problem.message, problem.hint):
            assert isinstance(words, Words)
            assert words.cy
            assert words.en
            assert "\n" not in words.cy + words.en
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1


@quick
@given(BYTES)
def test_any_bytes_as_facts(raw: bytes) -> None:
    """Anything at all saved as a file of facts gives problems in the file, and no exception."""
    _assert_in_file(_read(raw)[1], raw)


@quick
@given(BYTES)
def test_any_bytes_as_labels(raw: bytes) -> None:
    """Anything at all saved as the labels gives problems in the file, and no exception."""
    _assert_in_file(_read(raw, "interface.yml")[1], raw)


@quick
@given(st.sampled_from(ENTRIES).flatmap(mutated))
def test_facts_with_mistakes(raw: bytes) -> None:
    """A fact with any slip of the keyboard gives problems in the file, and no exception."""
    _assert_in_file(_read(raw)[1], raw)


@quick
@given(BYTES)
def test_any_bytes_as_page(raw: bytes) -> None:
    """Anything at all saved as a page, or as its front, gives problems in the file."""
    for page in (raw, b"---\n" + raw + b"\n---\n# Apelio\n"):
        _, problems = read_page("cy", "a.md", "docs/cy/a.md", page)
        _assert_in_file(problems, page)


@quick
@given(mutated(PAGE))
def test_page_with_mistakes(raw: bytes) -> None:
    """A page with any slip of the keyboard is read, or has problems in the file."""
    page, problems = read_page("cy", "a.md", "docs/cy/a.md", raw)
    assert page or problems
    _assert_in_file(problems, raw)


@quick
@given(st.sampled_from(ENTRIES).flatmap(mutated))
def test_nothing_is_lost_in_silence(raw: bytes) -> None:
    """A file without a problem gives one fact for each of its items."""
    content, problems = _read(raw)
    root, _ = parse("a.yml", raw)
    items = root.plain() if root else []
    assert problems or len(content.library.entries) == len(items)


@quick
@given(st.text(alphabet="[{", min_size=MAX_DEPTH + 1, max_size=500))
def test_depth_without_end(text: str) -> None:
    """However deep a file goes, it is refused and nothing runs over."""
    assert _read(text.encode())[1] != []
