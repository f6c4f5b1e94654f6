from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.browser_policy import PAGE_POLICY
from canllaw.checks import Expected, check_built_site
from canllaw.languages import Language
from canllaw.problems import Place
from conftest import English, in_english

SITE_URL = "https://tiny.example/below/"
ASK = Expected("docs/cy/ask.md", "cy", "ask.md", "cy/gofyn/", "en/ask/", ("how-long",))
ASK_EN = Expected("docs/en/ask.md", "en", "ask.md", "en/ask/", "cy/gofyn/", ("how-long",))
CY = "cy/gofyn/index.html"

PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="description" content="A page.">
<meta name="canllaw" content="{language}:ask.md">
<link rel="canonical" href="{site_url}{address}">
<link rel="alternate " hreflang="cy" href="{site_url}cy/gofyn/">
<link rel="alternate " hreflang="en" href="{site_url}en/ask/">
<link rel="alternate " hreflang="x-default" href="{site_url}">
<link rel="stylesheet" href="../../assets/site.css">
</head>
<body>
<a class="language-switch" href="../../{other_address}" lang="{other}" hreflang="{other}">…</a>
<main>
<h1 id="ask">A page</h1>
<h2 id="how-long">How long</h2>
<p>The words of the page.</p>
</main>
</body>
</html>
"""
SHARED = (
    '<!doctype html>\n<html lang="cy"><meta http-equiv="Content-Security-Policy" '
    f'content="{PAGE_POLICY}"><body><a href="{{href}}">Cymraeg</a></body></html>\n'
)

Problems = Callable[[], list[English]]
Say = Callable[[str], None]


def _page(language: Language, other: Language, site_url: str) -> str:
    addresses = {"cy": "cy/gofyn/", "en": "en/ask/"}
    return PAGE.format(
        language=language,
        address=addresses[language],
        other=other,
        other_address=addresses[other],
        site_url=site_url,
        policy=PAGE_POLICY,
    )


def _write(folder: Path, name: str, text: str) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _make(folder: Path, site_url: str) -> Path:
    _write(folder, CY, _page("cy", "en", site_url))
    _write(folder, "en/ask/index.html", _page("en", "cy", site_url))
    _write(folder, "index.html", SHARED.format(href="cy/gofyn/#how-long"))
    _write(folder, "404.html", SHARED.format(href=site_url + "cy/gofyn/"))
    _write(folder, "assets/site.css", "")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A finished site of one page pair, a root and a 404 page, published below a path."""
    return _make(tmp_path / "site", SITE_URL)


@pytest.fixture
def found(site: Path) -> Problems:
    """Return a function that gives every problem of the finished site."""
    return lambda: list(in_english(check_built_site(site, SITE_URL, (ASK, ASK_EN))))


@pytest.fixture
def change(site: Path) -> Callable[[str, str], None]:
    """Replace a passage, which must be there exactly once, in the finished Welsh page."""

    def replace(old: str, new: str) -> None:
        text = (site / CY).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        _write(site, CY, text.replace(old, new))

    return replace


@pytest.fixture
def say(change: Callable[[str, str], None]) -> Say:
    """Put other words in the finished Welsh page."""
    return lambda words: change("The words of the page.", words)


Change = Callable[[str, str], None]


def _on_page(problem_id: str, message: str, hint: str) -> list[English]:
    return [English(problem_id, Place("docs/cy/ask.md"), message, hint)]


def test_clean_site(found: Problems) -> None:
    """A site that is what it must be has no problem."""
    assert found() == []


def test_clean_site_at_the_root_of_a_host(tmp_path: Path) -> None:
    """A site may also be published at the root of its host."""
    site = _make(tmp_path / "site", "https://tiny.example/")
    assert check_built_site(site, "https://tiny.example/", (ASK, ASK_EN)) == []


def test_C701_page_not_in_the_site(site: Path, found: Problems) -> None:
    """A page of docs/ that did not come out is named, with the address it should have had."""
    (site / CY).unlink()
    assert found()[0] == English(
        "C701",
        Place("docs/cy/ask.md"),
        "This page is not in the finished site at /cy/gofyn/.",
        "Look above for the reason; the site was not published.",
    )


@pytest.mark.parametrize("stamp", ["", "en:ask.md", "cy:other.md"])
def test_C701_page_without_the_mark(change: Change, found: Problems, stamp: str) -> None:
    """A page that does not carry its own mark was not rendered by canllaw."""
    change("cy:ask.md", stamp)
    assert found() == _on_page(
        "C701",
        "The finished page does not carry the mark of canllaw, so its facts may be unshown.",
        "Build with the plugin `canllaw` in mkdocs.yml and the theme in theme/.",
    )


def test_C701_page_nobody_wrote(site: Path, found: Problems) -> None:
    """A page that no page of docs/ stands behind is refused, wherever it is."""
    _write(site, "cy/ask/index.html", _page("cy", "en", SITE_URL))
    assert found() == [
        English(
            "C701",
            Place("cy/ask/index.html"),
            "This page is in the finished site, but no page of docs/ stands behind it.",
            "It may be one language shown in place of the other; it was not published.",
        )
    ]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ('{{ deadline("deadline.school") }}', "{{"),
        ("{% if x %}", "{%"),
        ("{// a note //}", "{//"),
        ("<code>&lt;!--canllaw:0--&gt;</code>", "<!--canllaw"),
        ("See deadline.school-decision for it", "deadline.school-decision"),
        ("It is in source.act.", "source.act"),
        ("(age_stage.child)", "age_stage.child"),
    ],
)
def test_C702_left_over(say: Say, found: Problems, words: str, left: str) -> None:
    """Template code, the mark of a block or a bare id is not for readers."""
    say(words)
    assert found() == _on_page(
        "C702",
        f"'{left}' is left in the finished page, where a reader would see it.",
        "Put the macro call on a line of its own, or mend its brackets.",
    )


def test_C702_left_over_in_the_description(change: Change, found: Problems) -> None:
    """The description is read in search results, so nothing may be left over there."""
    change('content="A page."', 'content="You have {{ length() }}."')
    assert [problem.id for problem in found()] == ["C702"]


@pytest.mark.parametrize(
    "words",
    [
        "That is your right. You can appeal.",
        '<a href="#how-long" id="right.appeal">Appeal</a>',
        "Write to help@role.example.org or see www.source.example.com",
        "docs/source.act and #term.aln",
    ],
)
def test_what_only_looks_left_over(say: Say, found: Problems, words: str) -> None:
    """The end of a sentence, an id in a tag and the name of a host are nothing left over."""
    say(words)
    assert found() == []


def test_C703_wrong_language(change: Change, found: Problems) -> None:
    """A Welsh page that says it is English would be read out in an English voice."""
    change('<html lang="cy">', '<html lang="en">')
    assert found() == _on_page(
        "C703",
        "The finished page says it is in 'en', but it is in 'cy'.",
        "Look at the languages in mkdocs.yml.",
    )


@pytest.mark.parametrize("href", ["../../en/", "../../en/ask/#how-long", "../../../en/ask/", "../"])
def test_C704_switch_to_another_page(change: Change, found: Problems, href: str) -> None:
    """The switch opens the same page in the other language, and no other."""
    change('class="language-switch" href="../../en/ask/"', f'class="language-switch" href="{href}"')
    assert found()[0] == English(
        "C704",
        Place("docs/cy/ask.md"),
        f"The language switch leads to '{href}', not to /en/ask/.",
        "The switch must open the same page in the other language.",
    )


def test_C704_no_switch(change: Change, found: Problems) -> None:
    """A page without a switch locks out a reader of the other language."""
    change("language-switch", "switch")
    assert found() == _on_page(
        "C704",
        "The language switch leads to nothing, not to /en/ask/.",
        "The switch must open the same page in the other language.",
    )


def test_C704_switch_in_the_wrong_voice(change: Change, found: Problems) -> None:
    """The word on the switch is in the other language, and says so."""
    change(' lang="en"', ' lang="cy"')
    assert found() == _on_page(
        "C704",
        "The language switch does not say which language its own words are in.",
        'Its link needs lang and hreflang: <a lang="cy" hreflang="cy">Cymraeg</a>.',
    )


@pytest.mark.parametrize("href", ["../../en/ask/", "https://tiny.example/en/ask/"])
def test_C705_wrong_alternate(change: Change, found: Problems, href: str) -> None:
    """Search engines get one full address for each language, and the right one."""
    change(f'hreflang="en" href="{SITE_URL}en/ask/"', f'hreflang="en" href="{href}"')
    welsh = f"cy '{SITE_URL}cy/gofyn/'"
    assert found() == _on_page(
        "C705",
        f"The finished page names the addresses {welsh}, en '{href}', not {welsh}, "
        f"en '{SITE_URL}en/ask/'.",
        "Each language needs one full address; look at `site_url` in mkdocs.yml.",
    )


def test_C705_wrong_canonical(change: Change, found: Problems) -> None:
    """A page names itself as the canonical one, never its counterpart."""
    change(
        f'rel="canonical" href="{SITE_URL}cy/gofyn/"', f'rel="canonical" href="{SITE_URL}en/ask/"'
    )
    assert found() == _on_page(
        "C705",
        "The finished page does not name its own address as the canonical one.",
        "Look at `site_url` in mkdocs.yml.",
    )


@pytest.mark.parametrize(("heading", "count"), [("<p>None</p>", 0), ("<h1>A</h1><h1>B</h1>", 2)])
def test_C706_not_one_heading(change: Change, found: Problems, heading: str, count: int) -> None:
    """A page has one main heading, for those who move from heading to heading."""
    change('<h1 id="ask">A page</h1>', heading)
    assert found() == _on_page(
        "C706",
        f"The finished page has {count} main headings; it needs exactly one.",
        "Keep one '# ' heading and use '## ' below it.",
    )


NOWHERE = "Link to a .md file that exists, and to an id that stands in it."


@pytest.mark.parametrize(
    "href",
    [
        "../nothing/",
        "nothing.pdf",
        "/below/cy/nothing/",
        f"{SITE_URL}cy/nothing/",
        "/cy/gofyn/",
        "/",
        "../../../cy/gofyn/",
        "../../assets/nothing.css",
    ],
)
def test_C707_link_to_nowhere(say: Say, found: Problems, href: str) -> None:
    """A link to a page or file that is not in the site, or above its folder, is refused."""
    say(f'<a href="{href}">words</a>')
    assert found() == _on_page("C707", f"The link '{href}' leads nowhere.", NOWHERE)


@pytest.mark.parametrize(
    "href", ["#how-much", "../../en/ask/#how-much", f"{SITE_URL}en/ask/#how-much"]
)
def test_C707_link_to_no_section(say: Say, found: Problems, href: str) -> None:
    """A link to a section that does not stand in its page is refused."""
    say(f'<a href="{href}">words</a>')
    assert found() == _on_page(
        "C707", f"The link '{href}' leads nowhere: there is no section 'how-much'.", NOWHERE
    )


def test_C707_link_of_a_shared_page(site: Path, found: Problems) -> None:
    """The root and the 404 page belong to no language, and their links are followed too."""
    _write(site, "404.html", SHARED.format(href="/cy/gofyn/"))
    assert found() == [
        English("C707", Place("theme/404.html"), "The link '/cy/gofyn/' leads nowhere.", NOWHERE)
    ]


@pytest.mark.parametrize(
    "href",
    [
        "",
        "#how-long",
        "../gofyn/#how-long",
        "../../en/ask",
        "../../en/ask/?from=here#how-long",
        "/below/en/ask/#how-long",
        "/below/",
        f"{SITE_URL}en/ask/",
        "../../assets/site.css",
        "https://law.example/nothing",
        "https://tiny.example/another-site/",
        "//law.example/nothing",
        "mailto:help@law.example",
        "tel:03002225711",
    ],
)
def test_links_that_lead_somewhere(say: Say, found: Problems, href: str) -> None:
    """Links to pages, sections and files of the site, and to other sites, are fine."""
    say(f'<a href="{href}">words</a>')
    assert found() == []


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="{}"></script>',
        '<link rel="stylesheet" href="{}">',
        '<link rel="preconnect" href="{}">',
        '<img src="{}" alt="">',
        '<iframe src="{}"></iframe>',
    ],
)
@pytest.mark.parametrize("address", ["https://cdn.example/x", "//cdn.example/x"])
def test_C708_fetched_from_another_site(say: Say, found: Problems, tag: str, address: str) -> None:
    """A page asks no other site for anything: nobody else learns who reads it."""
    say(tag.format(address))
    assert found() == _on_page(
        "C708",
        f"The finished page fetches '{address}' from another site.",
        "Keep fonts, scripts and images in theme/assets/ or docs/.",
    )


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ('<img src="{}" alt="">', "../x.png"),
        ('<img src="{}" alt="">', "../../qr/cy/gofyn.svg"),
        ('<script src="{}"></script>', "../../assets/x.js"),
        ('<link rel="stylesheet" href="{}">', "/assets/site.css"),
        ('<link rel="icon" href="{}">', f"{SITE_URL}assets/x.ico"),
        ('<link rel="alternate" type="application/atom+xml" href="{}">', f"{SITE_URL}x.xml"),
    ],
)
def test_C707_file_that_is_not_there(say: Say, found: Problems, tag: str, name: str) -> None:
    """What a page loads or names must be in the site: its style, scripts, pictures and feed."""
    say(tag.format(name))
    assert [problem for problem in found() if problem.id == "C707"] == _on_page(
        "C707",
        f"The finished page asks for '{name}', which is not in the site.",
        "Keep fonts, scripts and images in theme/assets/ or docs/.",
    )


def test_own_files_may_be_fetched(site: Path, say: Say, found: Problems) -> None:
    """What the site holds itself may be fetched by any address, as may data in the page."""
    _write(site, "cy/x.png", "")
    tags = (f'<img src="{name}" alt="">' for name in (f"{SITE_URL}cy/x.png", "../x.png", "data:,"))
    say("".join(tags))
    assert found() == []


def test_C709_lost_section(change: Change, found: Problems) -> None:
    """A section whose id is not in the finished page would break every link to it."""
    change('<h2 id="how-long">', "<h2>")
    problems = found()
    assert problems[0] == English(
        "C709",
        Place("docs/cy/ask.md"),
        "The section id 'how-long' is not in the finished page; links to it would break.",
        "Leave an empty line before and after the heading.",
    )
    # The root page links to it, and is broken now.
    assert [str(problem.place) for problem in problems[1:]] == ["theme/index.html:1:1"]


def test_C709_id_stands_twice(say: Say, found: Problems) -> None:
    """An id that stands twice leads half of its links to the wrong place."""
    say('<span id="how-long"></span>')
    assert found() == _on_page(
        "C709",
        "The id 'how-long' stands 2 times in the finished page.",
        "Give each heading an id of its own.",
    )


MOVED = """\
<!doctype html>
<html lang="en"><meta http-equiv="Content-Security-Policy" content="{policy}">
<body><h1>Moved</h1><a data-moved href="{href}">Ask</a></body></html>
"""


def _follow(site: Path, made: list[str], must_open: dict[str, str]) -> list[English]:
    found = check_built_site(site, SITE_URL, (ASK, ASK_EN), made, must_open)
    return list(in_english(found))


def test_old_addresses_open(site: Path) -> None:
    """An old address leads in one step to a page, and to a section where there was one."""
    _write(site, "en/old/index.html", MOVED.format(policy=PAGE_POLICY, href="../ask/"))
    ends = {
        "en/old/": "en/ask/",
        "en/old/#how-long": "en/ask/#how-long",
        "en/old/#gone": "en/ask/",
        "cy/gofyn/#how-long": "cy/gofyn/#how-long",
    }
    assert _follow(site, ["en/old/index.html"], ends) == []


@pytest.mark.parametrize("address", ["en/old/", "en/ask/#gone"])
def test_C710_opens_nothing(site: Path, address: str) -> None:
    """An address that was published and opens nothing is named."""
    (found,) = _follow(site, [], {address: "en/ask/#how-long"})
    assert found == English(
        "C710",
        Place("docs/en/ask.md" if "#" in address else "content/addresses.lock"),
        f"/{address} opens nothing in the finished site, though there are links to it.",
        "Run canllaw check. If it says nothing, the fault is in the theme or the program.",
    )


def test_C711_leads_to_a_redirect(site: Path) -> None:
    """An old address that leads to another old one is named."""
    _write(site, "en/old/index.html", MOVED.format(policy=PAGE_POLICY, href="../ask/"))
    _write(site, "en/older/index.html", MOVED.format(policy=PAGE_POLICY, href="../old/"))
    made = ["en/old/index.html", "en/older/index.html"]
    (found,) = _follow(site, made, {"en/older/": "en/ask/"})
    assert found == English(
        "C711",
        Place("en/old/index.html"),
        "/en/older/ leads to a page that has moved as well, so a reader would be sent from one to "
        "the other.",
        "Let every old address lead straight to the page that is there now.",
    )


@pytest.mark.parametrize("policy", ["", f"{PAGE_POLICY}; script-src *", "default-src *"])
def test_C715_no_policy(change: Change, found: Problems, policy: str) -> None:
    """A page that leaves the browser free, or freer than it should be, is refused."""
    change(PAGE_POLICY, policy)
    assert found() == _on_page(
        "C715",
        "The finished page does not tell the browser what it may do, so nothing would stop a "
        "script from somebody else.",
        'Keep {% include "partials/head.html" %} at the head of every template in theme/.',
    )


def test_C715_no_policy_on_a_shared_page(site: Path, found: Problems) -> None:
    """The root and the page for lost readers need the policy as well."""
    _write(site, "404.html", "<!doctype html><title>404</title>")
    assert [(problem.id, str(problem.place)) for problem in found()] == [
        ("C715", "theme/404.html:1:1")
    ]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<script type="module">alert(1)</script>', '<script type="module">'),
        ("<style>p {color: red}</style>", "<style>"),
        ('<b style="color: red">a</b>', '<b style="color: red">'),
        ('<b onclick="alert(1)">a</b>', '<b onclick="alert(1)">'),
        ('<a href=" JavaScript:alert(1)">a</a>', '<a href=" JavaScript:alert(1)">'),
    ],
)
def test_C715_what_the_policy_would_block(
    say: Say, found: Problems, words: str, shown: str
) -> None:
    """Script and style in the page itself are named, and where to keep them."""
    say(words)
    assert [problem for problem in found() if problem.id == "C715"] == _on_page(
        "C715",
        f"The finished page has {shown}. The browser would block it.",
        "Keep scripts and styles in files in theme/assets/, not in the page.",
    )


def test_data_is_no_script(say: Say, found: Problems) -> None:
    """Data in a page never runs, so it may stand there."""
    say('<script type="application/ld+json">{}</script>')
    assert found() == []
