import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from canllaw.exchange.codes import (
    Code,
    Mark,
    Marked,
    joined,
    numbered_like,
    read_markdown,
    read_plain,
)

# Letters that mean something in Markdown, so that random texts are full of it.
MARKDOWN = st.text(alphabet="ab ŵ*_[]()<>{}#|!`\\/:.&;\"'-+1~\n\r\x01", max_size=40)


def shown(marked: Marked) -> str:
    """Return words with the name of each code where it stands."""
    names = {number: code.name for number, code in marked.codes.items()}
    signs = {"open": "<{}>", "close": "</{}>", "alone": "<{}/>"}
    return "".join(
        piece if isinstance(piece, str) else signs[piece.role].format(names[piece.id])
        for piece in marked.pieces
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", "plain words"),
        ("a **b** c", "a <bold>b</bold> c"),
        ("*b* _c_ __d__", "<italic>b</italic> <italic>c</italic> <bold>d</bold>"),
        ("snake_case_word 2 * 3 * 4", "snake_case_word 2 * 3 * 4"),
        ("a **b", "a **b"),
        ("[a *b*](c/d.md#e) f", "<link>a <italic>b</italic></link> f"),
        ("[a](b(c).md)", "<link>a</link>"),
        ("[a] b ](c)", "<link>a] b </link>"),
        ("a ](c)", "a ](c)"),
        ("![a](b.png)", "<image>a</image>"),
        ('in {{ length("deadline.a_b") }}, *now*', "in <macro/>, <italic>now</italic>"),
        ("`a*b*c` and ``d`e``", "<code/> and <code/>"),
        ('<span lang="en">a</span><br>', "<html>a</html><html/>"),
        ("</div>", "<html/>"),
        ("see https://a.example/b_c_d. Then", "see <address/>. Then"),
        ("<https://a.example/>", "<address/>"),
        ("a&nbsp;b & c", "a<entity/>b & c"),
        ("a  \n  b", "a<break/>b"),
        (r"\*a\* \[b](c)", r"\*a\* \[b](c)"),
        ("a{: .big}", "a<attributes/>"),
        ("a\x01b", "a<sign/>b"),
    ],
)
def test_codes_of_markdown(text: str, expected: str) -> None:
    """What a translator must not type is a code, and all else is words."""
    marked = read_markdown(text)
    assert shown(marked) == expected
    assert str(marked) == text


def test_plain() -> None:
    """A text of a fact knows no Markdown: only an address and signs for numbers are codes."""
    text = "# o @ *ganlyniadau* yn https://a.example/b, C#"
    assert shown(read_plain(text)) == "<number/> o <number/> *ganlyniadau* yn <address/>, C#"
    assert str(read_plain(text)) == text


@given(MARKDOWN)
@example("**a*b**c*")
@example("[*a](b)*")
@example("<b><i></b></i>")
def test_nothing_is_lost(text: str) -> None:
    """Reading any text into pieces and writing them gives the text; pairs stand one in another."""
    for reading in (read_markdown, read_plain):
        marked = reading(text)
        assert str(marked) == text
        opened: list[int] = []
        for piece in marked.pieces:
            if isinstance(piece, Mark) and piece.role == "open":
                opened.append(piece.id)
            elif isinstance(piece, Mark) and piece.role == "close":
                assert opened.pop() == piece.id
        assert opened == []
        used = {piece.id for piece in marked.pieces if isinstance(piece, Mark)}
        assert used == set(marked.codes)


@given(MARKDOWN, MARKDOWN)
def test_joined(first: str, second: str) -> None:
    """Texts joined with a code between them are the texts with the code between them."""
    both = joined([read_markdown(first), Code("between", "\n\n"), read_markdown(second)])
    assert str(both) == f"{first}\n\n{second}"


@given(MARKDOWN, MARKDOWN)
def test_numbered_like(target: str, source: str) -> None:
    """Equal codes get equal numbers, no number stands for two codes, and the text stays."""
    ours, theirs = read_markdown(target), read_markdown(source)
    numbered = numbered_like(ours, theirs)
    assert str(numbered) == target
    assert len(numbered.codes) == len(ours.codes)
    for number in numbered.codes.keys() & theirs.codes.keys():
        assert numbered.codes[number] == theirs.codes[number]


def test_other_order() -> None:
    """The same codes in another order keep their numbers."""
    source, target = read_markdown("**a** [b](c)"), read_markdown("[b](c) **a** *d*")
    assert list(numbered_like(target, source).codes) == [2, 1, 3]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (Code("bold", "**", "**"), "**…**"),
        (Code("macro", "{{ a() }}"), "{{ a() }}"),
        (Code("break", "  \n"), "¶"),
        (Code("sign", "\x01"), "U+0001"),
    ],
)
def test_shown(code: Code, expected: str) -> None:
    """A code is shown in short, so that a translator knows it again."""
    assert code.shown == expected
