import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import SimpleNamespace

import pytest
from selectolax.lexbor import LexborHTMLParser

from canllaw.browser_policy import HOST_POLICY
from canllaw.build import Guide, prepare
from canllaw.hosts.mkdocs import build_site
from canllaw.hosts.theme import near
from canllaw.languages import LANGUAGES
from canllaw.model import FEEDS
from canllaw.problems import CanllawError
from conftest import DAY, Edit

URL = "https://tiny.example/below/"
PAGES = {
    "cy/index.html",
    "cy/help/gofyn/index.html",
    "en/index.html",
    "en/help/ask/index.html",
    "index.html",
    "404.html",
}
# The table, and each pair with both sides on one screen.
FOR_EDITORS = {"cy-en/index.html", "cy-en/index/index.html", "cy-en/help/ask/index.html"}
I18N = """\
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      reconfigure_search: false
      languages:
        - {locale: en, name: English, build: true, default: true}
        - {locale: cy, name: Cymraeg, build: true}
"""


@pytest.fixture
def site(tiny_site: Path) -> Path:
    """The finished site of the tiny project, only to be read."""
    return tiny_site


def _read(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_bytes())


def _pages(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*.html")}


def _plain_build(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build as anybody who knows MkDocs would, without canllaw's own command."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env={**os.environ, "CANLLAW_AS_OF": DAY.isoformat(), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def _without_plugins_but(root: Path, plugins: str) -> None:
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}plugins:\n{plugins}", encoding="utf-8")


def test_every_page_at_its_address(site: Path) -> None:
    """Each page is at its own address, the Welsh one in Welsh; neither language is at the root."""
    assert set(_pages(site)) == PAGES | FOR_EDITORS


def test_page_is_in_one_language(site: Path) -> None:
    """A page is in its language throughout: its words, its menus, its title, its tools."""
    welsh, english = (
        _read(site / name) for name in ("cy/help/gofyn/index.html", "en/help/ask/index.html")
    )
    for page, words, others in (
        (welsh, ("Gofyn am help", "Hafan", "Mae gennych"), ("Ask for help", "Home", "You have")),
        (english, ("Ask for help", "Home", "You have"), ("Gofyn am help", "Hafan", "Mae gennych")),
    ):
        # The marks beside headings know both names, for a line that is copied in both languages.
        text = re.sub(r' data-(cy|en)="[^"]*"', "", page.html or "")
        assert [word in text for word in words] == [True] * len(words)
        assert [word in text for word in others] == [False] * len(others)
    assert welsh.css("a.headerlink[title='Dolen i’r adran hon']")
    assert english.css("a.headerlink[title='Link to this section']")


@pytest.mark.parametrize(
    ("name", "language", "href", "word"),
    [
        ("cy/help/gofyn/index.html", "en", "../../../en/help/ask/", "English"),
        ("en/help/ask/index.html", "cy", "../../../cy/help/gofyn/", "Cymraeg"),
        ("cy/index.html", "en", "../en/", "English"),
        ("en/index.html", "cy", "../cy/", "Cymraeg"),
    ],
)
def test_language_switch(site: Path, name: str, language: str, href: str, word: str) -> None:
    """The switch opens the same page, and is named in the language it opens."""
    (switch,) = _read(site / name).css("a.language-switch")
    attributes = switch.attributes
    assert (attributes["href"], attributes["lang"], attributes["hreflang"]) == (
        href,
        language,
        language,
    )
    assert switch.text().strip() == word


@pytest.mark.parametrize("name", ["cy/help/gofyn/index.html", "en/help/ask/index.html"])
def test_addresses_for_search_engines(site: Path, name: str) -> None:
    """Both sides name both full addresses, and the root for everybody else."""
    page = _read(site / name)
    links = page.css("link[rel~=alternate][hreflang]")
    assert {link.attributes["hreflang"]: link.attributes["href"] for link in links} == {
        "cy": f"{URL}cy/help/gofyn/",
        "en": f"{URL}en/help/ask/",
        "x-default": URL,
    }
    (canonical,) = page.css("link[rel=canonical]")
    assert canonical.attributes["href"] == URL + name.removesuffix("index.html")


def test_sitemap(site: Path) -> None:
    """The sitemap has every page of both languages, each with its counterpart."""
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    tree = ET.parse(site / "sitemap.xml")  # noqa: S314 - we have just made it
    found = {
        entry.findtext("s:loc", "", names): {
            str(link.get("hreflang")): link.get("href") for link in entry.findall("x:link", names)
        }
        for entry in tree.getroot()
    }
    home = {"cy": f"{URL}cy/", "en": f"{URL}en/"}
    ask = {"cy": f"{URL}cy/help/gofyn/", "en": f"{URL}en/help/ask/"}
    assert found == {address: pair for pair in (home, ask) for address in pair.values()}


@pytest.mark.parametrize(
    ("name", "links"),
    [("index.html", ["cy/", "en/"]), ("404.html", ["/below/cy/", "/below/en/"])],
)
def test_pages_of_both_languages(site: Path, name: str, links: list[str]) -> None:
    """The root and the 404 page offer both languages, each in its own words, Welsh first."""
    page = _read(site / name)
    assert [link.attributes["href"] for link in page.css("main a")] == links
    assert [part.attributes["lang"] for part in page.css("main section")] == ["cy", "en"]


def test_same_site_at_the_root(site: Path, tiny: Path, edit: Edit) -> None:
    """At the root of a domain every file is the same but for its full address; only what a host
    shows or reads for any path begins with another path.
    """
    edit("mkdocs.yml", URL, "https://tiny.example/")
    root = tiny / "at-the-root"
    build_site(tiny, root, prepare(tiny, DAY))
    below, above = (
        {
            file.relative_to(folder).as_posix(): file.read_bytes().replace(
                b"tiny.example/below/", b"tiny.example/"
            )
            for file in folder.rglob("*.*")
            if file.name != "sitemap.xml.gz"
        }
        for folder in (site, root)
    )
    differ = {name for name in below.keys() | above.keys() if below.get(name) != above.get(name)}
    assert differ == {"404.html"}
    page = _read(root / "404.html")
    assert [link.attributes["href"] for link in page.css("main a")] == ["/cy/", "/en/"]
    assert [link.attributes["href"] or "" for link in page.css("link[href^='/assets/']")]
    lines = (root / "_headers").read_text(encoding="utf-8").splitlines()
    assert (lines[0], "/assets/*" in lines) == ("/*", True)


def test_facts_are_shown(site: Path) -> None:
    """What a macro gives is on the finished page, and its section has its id."""
    page = _read(site / "en/help/ask/index.html")
    assert page.css("h2#how-long")
    (box,) = page.css("[id='deadline.school']")
    assert "35\N{NO-BREAK SPACE}school days" in box.text()


def test_data_agree_with_the_page(site: Path) -> None:
    """The card of a fact and its file of data, made at the same moment, say the same."""
    data = json.loads((site / "api/v1/facts/deadline/school.json").read_text(encoding="utf-8"))
    for language, name in (("cy", "cy/help/gofyn/"), ("en", "en/help/ask/")):
        (box,) = _read(site / name / "index.html").css("[id='deadline.school']")
        assert data["fact"]["in_force"]["in_words"][language] in box.text()


@pytest.mark.parametrize("name", ["cy/help/gofyn/index.html", "en/index.html"])
def test_page_announces_the_feed(site: Path, name: str) -> None:
    """Each page names the feed of its language, which is there."""
    (feed,) = _read(site / name).css("link[type='application/atom+xml']")
    address = FEEDS["cy" if name.startswith("cy") else "en"]
    assert (feed.attributes["rel"], feed.attributes["href"]) == ("alternate", URL + address)
    assert (site / address).is_file()


def test_page_announces_no_feed_of_nothing(tiny: Path) -> None:
    """Where nothing has changed yet no page names a feed."""
    facts = tiny / "content/facts.yml"
    kept = re.split(r"(?m)^(?=- kind: )", facts.read_text(encoding="utf-8"))
    without = "".join(part for part in kept if not part.startswith("- kind: change"))
    facts.write_text(without, encoding="utf-8")
    build_site(tiny, tiny / "site", prepare(tiny, DAY))
    assert not any(b"atom+xml" in page for page in _pages(tiny / "site").values())


def test_markdown_never_touches_a_macro(tiny: Path, edit: Edit) -> None:
    """Stars and tags in a text of the content are shown as they were written."""
    for language in LANGUAGES:
        edit(
            f"docs/{language}/index.md",
            '{{ term("term.aln") }}',
            "* In a list\n\n    {{ examples() }}",
        )
    build_site(tiny, tiny / "site", prepare(tiny, DAY))
    for language, words in (
        ("cy", "Amserlen <i>weledol</i> i’r dosbarth."),
        ("en", "A *visual* timetable for the class."),
    ):
        page = _read(tiny / "site" / language / "index.html")
        assert [found.text() for found in page.css("li p.example-situation")] == [words]


def test_page_says_how_far_it_can_be_trusted(site: Path) -> None:
    """At the foot of a page stands when its facts were last checked."""
    notes = {name: _read(site / name).css("section.page-note") for name in sorted(PAGES)}
    shown = {name: note[0].text() for name, note in notes.items() if note}
    assert set(shown) == PAGES - {"index.html", "404.html"}
    assert "10\N{NO-BREAK SPACE}Ionawr 2026" in shown["cy/help/gofyn/index.html"]
    assert "10\N{NO-BREAK SPACE}January 2026" in shown["en/help/ask/index.html"]


def test_progress_is_told(tiny: Path, guide: Guide) -> None:
    """Whoever watches is told of each finished page, over both languages."""
    told: list[tuple[int, int]] = []
    build_site(tiny, tiny / "site", guide, lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_plain_mkdocs_builds_the_same(site: Path, tiny: Path) -> None:
    """`mkdocs build --strict` gives the same pages, so any host that knows MkDocs will do."""
    ours = _pages(site)
    done = _plain_build(tiny)
    assert done.returncode == 0, done.stderr
    assert _pages(site) == ours


def test_plain_mkdocs_for_another_day(tiny: Path) -> None:
    """Plain MkDocs takes the day from the environment, and refuses what is no day."""
    assert _plain_build(tiny, CANLLAW_AS_OF="2030-09-01").returncode == 0
    page = _read(tiny / "site/en/help/ask/index.html")
    assert "12\N{NO-BREAK SPACE}weeks" in page.css("[id='deadline.school']")[0].text()
    refused = _plain_build(tiny, CANLLAW_AS_OF="next year")
    assert refused.returncode == 1
    assert "as_of is 'next year'; write 2027-09-01" in refused.stderr


@pytest.mark.parametrize(
    ("missing", "there"),
    [("cy/help/ask.md", "en/help/ask.md"), ("en/help/ask.md", "cy/help/ask.md")],
)
def test_missing_counterpart_is_refused(tiny: Path, missing: str, there: str) -> None:
    """One side without the other stops plain MkDocs too: nothing goes out in the wrong language."""
    (tiny / "docs" / missing).unlink()
    done = _plain_build(tiny)
    assert done.returncode == 1
    assert f"docs/{there}:1:1 C601 This page does not exist in " in done.stderr
    assert not (tiny / "site").exists()


def test_plain_mkdocs_is_told_in_the_language_of_the_computer(tiny: Path) -> None:
    """Inside plain MkDocs too canllaw says in Welsh, on a Welsh computer, what must be mended."""
    (tiny / "docs/en/help/ask.md").unlink()
    done = _plain_build(tiny, CANLLAW_LANG="cy")
    assert done.returncode == 1
    assert "docs/cy/help/ask.md:1:1 C601 Nid oes testun Saesneg i’r dudalen hon." in done.stderr
    assert "Cywirwch y rhain yn gyntaf" in done.stderr


def test_plugin_left_out_is_refused(tiny: Path, guide: Guide) -> None:
    """Without the plugin `canllaw` no page comes out, whoever builds the site."""
    _without_plugins_but(tiny, I18N)
    with pytest.raises(CanllawError) as refused:
        build_site(tiny, tiny / "site", guide)
    assert str(refused.value) == ("the plugin `canllaw` is not in mkdocs.yml; add it below `i18n`")
    assert not (tiny / "site").exists()
    assert _plain_build(tiny).returncode != 0
    assert set(_pages(tiny / "site")) <= {"404.html"}


def test_pairing_left_out_is_refused(
    tiny: Path, guide: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the plugin that pairs the languages no site comes out."""
    _without_plugins_but(tiny, "  - canllaw\n")
    with pytest.raises(CanllawError):
        build_site(tiny, tiny / "site", guide)
    assert capsys.readouterr().err == "canllaw needs the plugin `i18n` above it in mkdocs.yml\n"
    assert not (tiny / "site").exists()


def test_page_in_no_language_is_refused(
    tiny: Path, guide: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page outside docs/cy and docs/en would be in no language, and is named."""
    (tiny / "docs/stray.md").write_text("# Stray\n", encoding="utf-8")
    with pytest.raises(CanllawError):
        build_site(tiny, tiny / "site", guide)
    assert capsys.readouterr().err == (
        "docs/stray.md is no page; pages are the .md files in docs/cy/ and docs/en/\n"
    )


def test_project_without_settings(tiny: Path, guide: Guide) -> None:
    """Without mkdocs.yml the caller is told what to type."""
    (tiny / "mkdocs.yml").unlink()
    with pytest.raises(CanllawError) as refused:
        build_site(tiny, tiny / "site", guide)
    assert str(refused.value) == f"there is no mkdocs.yml in {tiny}; name the project with --root"


def test_settings_that_cannot_be_read(tiny: Path, guide: Guide) -> None:
    """A slip in mkdocs.yml is told in words, not in a traceback."""
    (tiny / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    with pytest.raises(CanllawError, match="error parsing the configuration file"):
        build_site(tiny, tiny / "site", guide)


def test_assets_are_named_by_content(site: Path) -> None:
    """Each file of the theme is named after its content, and no page asks for another."""
    files = {file.relative_to(site).as_posix() for file in (site / "assets").rglob("*.*")}
    assert {re.sub(r"\.[0-9a-f]{10}\.", ".", name) for name in files} >= {
        "assets/canllaw.css",
        "assets/favicon.svg",
        "assets/site.js",
    }
    for name in files:
        digest = hashlib.sha256((site / name).read_bytes()).hexdigest()
        assert f".{digest[:10]}." in name
    for name in _pages(site):
        asked = _read(site / name).css("link[rel=stylesheet], link[rel=icon], script[src]")
        hrefs = [node.attributes.get("href") or node.attributes["src"] or "" for node in asked]
        addresses = {re.sub(r"^(\.\.?/)+|^/below/", "", href) for href in hrefs}
        assert len(addresses) >= 3, name
        assert addresses <= files, name


def test_first_visit_is_light(site: Path) -> None:
    """What every page asks for takes at most 20 KB, compressed; 60 are left for the words."""
    page = _read(site / "en/help/ask/index.html")
    asked = page.css("link[rel=stylesheet], link[rel=icon], script[src]")
    addresses = {node.attributes.get("href") or node.attributes["src"] or "" for node in asked}
    files = [site / "en/help/ask" / address for address in addresses]
    assert len(files) >= 4
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= 20_000


def test_host_headers(site: Path) -> None:
    """Hosts that read `_headers` send the policy, and let assets be kept for a year."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "/below/*"
    assert f"  Content-Security-Policy: {HOST_POLICY}" in lines
    assert "frame-ancestors 'none'" in HOST_POLICY
    assert lines[lines.index("/below/assets/*") + 1] == (
        "  Cache-Control: public, max-age=31536000, immutable"
    )


@pytest.mark.parametrize(
    ("name", "locale", "other"),
    [("cy/help/gofyn/index.html", "cy_GB", "en_GB"), ("en/help/ask/index.html", "en_GB", "cy_GB")],
)
def test_open_graph(site: Path, name: str, locale: str, other: str) -> None:
    """A link that is shared shows the title, a sentence and a picture, in the page’s language."""
    page = _read(site / name)
    found = {
        node.attributes["property"]: node.attributes["content"] or ""
        for node in page.css("meta[property^='og:']")
    }
    assert found["og:title"] == page.css("h1")[0].text().removesuffix("#").strip()
    assert found["og:description"]
    assert (found["og:locale"], found["og:locale:alternate"]) == (locale, other)
    assert found["og:url"] == URL + name.removesuffix("index.html")
    picture = site / found["og:image"].removeprefix(URL)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.name.startswith(f"share.{locale[:2]}.")


def test_menu_does_not_grow_with_the_site() -> None:
    """A level of a menu shows so many items and no more, those round the reader."""
    items = [SimpleNamespace(number=number, active=number == 40) for number in range(100)]
    assert [item.number for item in near(items, 30)] == list(range(25, 55))
    assert [item.number for item in near(items[:30], 30)] == list(range(30))
    assert [item.number for item in near(items[50:], 30)] == list(range(50, 80))
