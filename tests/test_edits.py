from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from canllaw.edits import with_front_matter, with_passage, with_scalars
from canllaw.load.pages import read_page
from canllaw.problems import CanllawError
from canllaw.strict_yaml import Node, parse
from canllaw.units import section_spans
from conftest import REPOSITORY

CONTENT = sorted((REPOSITORY / "content").rglob("*.yml"))
PAGES = sorted((REPOSITORY / "docs").rglob("*.md"))

FILE = """\
# A note with ŵ
- kind: term   # behind
  name: {cy: "Ŵyn", en: 'Lamb''s'}
  plain: one word
  long: this one goes on
    over two lines
  quoted: "and this one
    goes \\"on\\" too"
  folded: >-
    Folded words
    go on.

    A new line.
  literal: |
    Line one
      deeper

  # a note behind a block
  after: x
"""


def _spot(text: str, needle: str) -> tuple[int, int]:
    before = text[: text.index(needle)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(
    ("at", "new", "old_line", "new_line"),
    [
        ('"Ŵyn"', "Llŷn", '"Ŵyn"', '"Llŷn"'),
        ("'Lamb", "It's", "'Lamb''s'", "'It''s'"),
        ("one word", "two words", "one word", "two words"),
        ("one word", "no: colon", "one word", '"no: colon"'),
        ("one word", "a # note", "one word", '"a # note"'),
        ("one word", "- item", "one word", '"- item"'),
        ("one word", "null", "one word", '"null"'),
        ("one word", 'say "yes"', "one word", 'say "yes"'),
        (
            "this one",
            "short",
            "this one goes on\n    over two lines",
            "short",
        ),
        (
            '"and this',
            'say "no"',
            '"and this one\n    goes \\"on\\" too"',
            '"say \\"no\\""',
        ),
        (
            ">-",
            "One line.\nTwo.",
            "    Folded words\n    go on.\n\n    A new line.",
            "    One line.\n\n    Two.",
        ),
        ("|\n", "First\n  in\nout", "    Line one\n      deeper", "    First\n      in\n    out"),
        ("name:", "title", "name:", "title:"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_one_text_changes(
    at: str, new: str, old_line: str, new_line: str, line_end: str, start: bytes
) -> None:
    """A text changes in the style it is written in; notes, line ends and start stay."""
    raw = start + FILE.replace("\n", line_end).encode()
    expected = start + FILE.replace(old_line, new_line).replace("\n", line_end).encode()
    assert with_scalars(raw, {_spot(FILE, at): new}) == expected


def test_texts_in_brackets_on_one_line() -> None:
    """A text inside brackets gets quotation marks where a comma would end it."""
    raw = b"a: {cy: Un, en: One}\n"
    assert with_scalars(raw, {(1, 9): "Un, dau"}) == b'a: {cy: "Un, dau", en: One}\n'


def test_long_lines_wrap_as_before() -> None:
    """A text over several lines stays so, no wider than a hundred letters."""
    raw = b"a:\n  b: >-\n    one\n    two\n  c: d\n"
    edited = with_scalars(raw, {(2, 6): " ".join(["word"] * 40)}).decode()
    assert max(map(len, edited.splitlines())) <= 100
    assert edited.count("\n") == 6
    assert edited.endswith("\n  c: d\n")


@pytest.mark.parametrize("spot", [(1, 2), (9, 1)])
def test_no_text_there(spot: tuple[int, int]) -> None:
    """Where no text starts nothing is changed."""
    with pytest.raises(CanllawError, match=f"line {spot[0]}, column {spot[1]}, so nothing"):
        with_scalars(b"a: b\n", {spot: "c"})


def test_another_text_there() -> None:
    """Where another text stands than the one expected nothing is changed."""
    assert with_scalars(b"a: b\n", {(1, 4): "c"}, {(1, 4): "b "}) == b"a: c\n"
    with pytest.raises(CanllawError, match="text that was expected does not start at line 1"):
        with_scalars(b"a: b\n", {(1, 4): "c"}, {(1, 4): "x"})


def test_unsayable_text() -> None:
    """A text with a sign that nobody can see is refused."""
    with pytest.raises(CanllawError, match="has a sign in it that nobody can see"):
        with_scalars(b"a: b\n", {(1, 4): "c\u200bd"})


def test_letters_of_two_signs() -> None:
    """Beside letters written in two signs, the right bytes change and the others stay."""
    raw = "a: {cy: w\u0302yn, en: lambs}\n".encode()
    assert with_scalars(raw, {(1, 14): "x"}) != raw
    edited = with_scalars(raw, {(1, 18): "sheep"})
    assert edited == "a: {cy: w\u0302yn, en: sheep}\n".encode()


def _scalars(node: Node) -> list[tuple[tuple[int, int], str]]:
    if isinstance(node.value, dict):
        return [found for each in node.value.values() for found in _scalars(each)]
    if isinstance(node.value, list):
        return [found for each in node.value for found in _scalars(each)]
    return [(node.spot, node.value)] if node.value else []


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.name)
def test_real_files(file: Path) -> None:
    """Every text of a real file can be changed and put back, and not one byte is lost."""
    raw = file.read_bytes()
    root, _ = parse(file.name, raw)
    assert root is not None
    old = dict(_scalars(root))
    assert with_scalars(raw, old, old) == raw
    # A comma asks for quotation marks in some places; every text that does makes a file be tried
    # again many times.
    new = {
        spot: f"{text}, “x” ŵ" if number % 40 == 0 else f"{text} “x” ŵ"
        for number, (spot, text) in enumerate(old.items())
    }
    changed, _ = parse(file.name, edited := with_scalars(raw, new, old))
    assert changed is not None
    assert [text for _spot, text in _scalars(changed)] == [text.strip() for text in new.values()]
    back = dict(zip(dict(_scalars(changed)), old.values(), strict=True))
    assert parse("", with_scalars(edited, back))[0].plain() == root.plain()  # type: ignore[union-attr]
    assert edited.count(b"#") == raw.count(b"#")


@settings(deadline=None, max_examples=200)
@given(
    st.text(alphabet=st.characters(codec="utf-8"), min_size=1).filter(str.strip),
    st.integers(0, 9),
)
def test_any_text(text: str, number: int) -> None:
    """Any text either stands in the file afterwards, the others as they were, or is refused."""
    raw = FILE.encode()
    root, _ = parse("", raw)
    assert root is not None
    scalars = _scalars(root)
    spot, _old = scalars[number % len(scalars)]
    try:
        edited = with_scalars(raw, {spot: text})
    except CanllawError:
        reject()
    again, _ = parse("", edited)
    assert again is not None
    kept = [said.strip() for at, said in scalars if at != spot]
    now = [words.strip() for _at, words in _scalars(again)]
    said = now.pop(number % len(scalars))
    assert now == kept
    assert " ".join(said.split()) == " ".join(normalize("NFC", text).split())


PAGE = '---\naudience: parent\ndescription: "A page."\n---\n\n# Tŷ\n\n## Nesaf {#next}\n\nUn.\n'


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_front_matter(line_end: str, start: bytes) -> None:
    """A field of the front matter changes; the body stays, and so do line ends."""
    raw = start + PAGE.replace("\n", line_end).encode()
    edited = with_front_matter(raw, {(3, 14): "Other."}, {(3, 14): "A page."})
    expected = PAGE.replace("A page.", "Other.").replace("\n", line_end)
    assert edited == start + expected.encode()


def test_no_front_matter() -> None:
    """A page without front matter has none to change."""
    with pytest.raises(CanllawError, match="This file cannot be read"):
        with_front_matter(b"# Title\n", {(3, 14): "Other."})


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_passage(line_end: str, start: bytes) -> None:
    """A passage of a page changes, at the positions of the page as it was read."""
    raw = start + PAGE.replace("\n", line_end).encode()
    page, _ = read_page("cy", "a.md", "docs/cy/a.md", raw)
    assert page is not None
    at = page.body.index("Un.")
    edited = with_passage(raw, at, at + 3, "Dau.\n\nTri.", "Un.")
    assert edited == start + PAGE.replace("Un.", "Dau.\n\nTri.").replace("\n", line_end).encode()


def test_passage_refused() -> None:
    """A passage that is not the one expected, or is not there, is refused."""
    raw = PAGE.encode()
    for start, end, old in ((0, 3, "Un."), (0, 999, None), (3, 1, None)):
        with pytest.raises(CanllawError, match="has changed since it was read"):
            with_passage(raw, start, end, "x", old)


def test_passage_of_two_signs() -> None:
    """Where a letter is written in two signs, the passage around it keeps its bytes."""
    raw = PAGE.replace("Tŷ", "Ty\u0302").encode()
    page, _ = read_page("cy", "a.md", "docs/cy/a.md", raw)
    assert page is not None
    at = page.body.index("Tŷ") + 2
    assert with_passage(raw, at, at, "!") == PAGE.replace("Tŷ", "Ty\u0302!").encode()
    # Two marks that the reader puts in another order: no byte ends where the first letter does.
    with pytest.raises(CanllawError, match="A letter with an accent is written as two signs"):
        with_passage("q\u0302\u0323".encode(), 2, 2, "x")


@pytest.mark.parametrize("file", PAGES[::7], ids=lambda file: file.as_posix()[-30:])
def test_real_pages(file: Path) -> None:
    """Every section of a real page can be written again, and not one byte changes."""
    raw = file.read_bytes()
    page, _ = read_page("en", file.name, file.name, raw)
    assert page is not None
    for _name, start, end in section_spans(page):
        assert with_passage(raw, start, end, page.body[start:end], page.body[start:end]) == raw
