"""The interface of a finished page is in the language of the page, in both directions.

Every word of it is a label of content/interface.yml: the pages use no template of Material that
speaks. Seven English words leak into a Welsh site of Material past its language file. What became
of each:

- the heading of the 404 page, the generator line, the titles of permalinks, and the language link
  without `lang`: a test each below; there is no toggle of the palette;
- the titles of boxes: mkdocs-static-i18n translates them too early, before canllaw hands over its
  own Markdown; instead every box has a title of its own (C617, tests/checks/test_pages.py);
- the links back from footnotes: the extension is off; a test below says what turning it on needs.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from canllaw.browser_policy import PAGE_POLICY
from canllaw.build import Guide, prepare
from canllaw.hosts.mkdocs import build_site
from canllaw.languages import LANGUAGES, Language, counterpart
from canllaw.model import texts
from conftest import DAY, REPOSITORY, copy_tiny

# Every macro that brings labels onto a page. Some ids would stand twice if all were on one page.
CALLS: Final = {
    "index.md": (
        "age_range()",
        "all_deadlines()",
        "all_roles()",
        'duties("school")',
        "examples()",
        "glossary()",
        "milestones()",
        "plan_sections()",
        'right("right.appeal")',
        'right("right.reconsider")',
    ),
    "help/ask.md": ('provision_test("provision.test")', "organisations()", "sources()"),
}
ATTRIBUTES: Final = ("alt", "aria-description", "aria-label", "content", "data-label")
TEXT_ATTRIBUTES: Final = (*ATTRIBUTES, "placeholder", "title", "value")


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site, what it was made of, and every string of the interface by its key."""

    folder: Path
    guide: Guide
    strings: Mapping[Language, Mapping[str, str]]

    def page(self, language: Language, name: str = "") -> LexborHTMLParser:
        """Return the home page, or another page, of a language."""
        return LexborHTMLParser((self.folder / language / name / "index.html").read_bytes())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The tiny site with every macro on its pages, built once."""
    root = copy_tiny(tmp_path_factory.mktemp("interface") / "tiny")
    for language in LANGUAGES:
        for path, calls in CALLS.items():
            with (root / "docs" / language / path).open("a", encoding="utf-8") as page:
                page.writelines(f"\n\n{{{{ {call} }}}}" for call in calls)
    guide = prepare(root, DAY)
    build_site(root, root / "site", guide)
    labels = guide.content.wording
    return Built(
        root / "site",
        guide,
        {
            language: {key: text.in_(language) for key, text in labels.items()}
            for language in LANGUAGES
        },
    )


def said(html: str | LexborHTMLParser, language: Language) -> set[str]:
    """Return every string that a page says in its own language: text, attributes, and JSON."""
    tree = LexborHTMLParser(html) if isinstance(html, str) else html
    for node in tree.css("[lang]"):
        if node.tag != "html" and node.attributes["lang"] != language:
            node.decompose()
    found: set[str] = set()
    for script in tree.css('script[type="application/json"]'):
        found.update(_strings(json.loads(script.text()), language))
    tree.strip_tags(["script", "style"])
    for node in tree.css("*"):
        found.update(node.attributes.get(name) or "" for name in TEXT_ATTRIBUTES)
        found.update(child.text() for child in node.iter(include_text=True) if child.tag == "-text")
    return {tidy for text in found if (tidy := " ".join(text.split()))}


def _strings(value: object, language: Language) -> Iterator[str]:
    if isinstance(value, dict):  # what a script says in each language is named after it
        value = [item for name, item in value.items() if name != counterpart(language)]
    if isinstance(value, list):
        for item in value:
            yield from _strings(item, language)
    elif isinstance(value, str):
        yield value


def strangers(
    words: set[str], language: Language, strings: Mapping[Language, Mapping[str, str]]
) -> set[str]:
    """Return the strings of the other language's interface that stand among `words`.

    A string of several words counts wherever it stands, a single word where it stands alone.
    """
    own = {text.casefold() for text in strings[language].values()}
    foreign = [
        text for text in strings[counterpart(language)].values() if text.casefold() not in own
    ]
    alone = {text.strip(" :.,?()") for text in words}
    together = "\n".join(words)
    return {
        text
        for text in foreign
        if text.strip(" :.,?()") in alone or (" " in text and text in together)
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", "ask"])
def test_no_string_of_the_other_language(built: Built, language: Language, name: str) -> None:
    """No label stands on a page of the other language."""
    path = {"": "", "ask": {"cy": "help/gofyn", "en": "help/ask"}[language]}[name]
    words = said(built.page(language, path), language)
    assert strangers(words, language, built.strings) == set()


def test_both_sides_say_the_same(built: Built) -> None:
    """What the interface says in one language it says in the other: no string is left out."""
    shown = {}
    for language in LANGUAGES:
        words = said(built.page(language), language)
        shown[language] = {key for key, text in built.strings[language].items() if text in words}
    # A string may be shown on one side only where it is also something else there.
    unclear: set[str] = set()
    for language, strings in built.strings.items():
        facts = built.guide.content.library.entries.values()
        others = [text.in_(language) for fact in facts for _, text in texts(fact)]
        counts = Counter([*strings.values(), *others])
        unclear |= {key for key, text in strings.items() if counts[text] > 1}
    assert (shown["cy"] ^ shown["en"]) - unclear == set()
    assert {"site.skip", "site.menu", "site.top"} <= shown["cy"]
    assert len(shown["cy"]) > 70


@pytest.mark.parametrize(
    "html",
    [
        '<nav aria-label="Where you are on the site"></nav>',
        '<a title="Back to the top of the page">i</a>',
        '<input placeholder="Search">',
        "<button>Menu</button>",
        "<h2>On this page</h2>",
        "<dt>Website:</dt>",
        "<p>Gwefan <b>(Who must act)</b></p>",
        '<script type="application/json">{"a": {"b": ["No results"]}}</script>',
        '<div lang="cy">What next?</div>',
    ],
)
def test_a_leak_is_found(built: Built, html: str) -> None:
    """English in any place where an interface speaks is found on a Welsh page."""
    assert len(strangers(said(html, "cy"), "cy", built.strings)) == 1


def test_words_marked_as_the_other_language_are_no_leak(built: Built) -> None:
    """What is marked with `lang` may be in the other language."""
    assert said('<p>Chwilio</p><a lang="en">Search</a>', "cy") == {"Chwilio"}


def test_marks_of_print_on_finished_pages(built: Built) -> None:
    """Whatever a finished page says, it has ’ and “ ”: theme, macros, facts and prose."""
    for file in sorted(built.folder.rglob("*.html")):
        every = set()
        for language in LANGUAGES:
            tree = LexborHTMLParser(file.read_bytes())
            for command in tree.css("code"):  # what people type has the marks of a keyboard
                command.decompose()
            every |= said(tree, language)
        for_browsers = {"width=device-width,initial-scale=1", PAGE_POLICY}
        assert {text for text in every - for_browsers if re.search(r"['\"`´]", text)} == set(), file


def test_leak_heading_of_the_404_page(built: Built) -> None:
    """One file serves lost readers of both languages, so each half is marked and in its own."""
    html = (built.folder / "404.html").read_bytes()
    assert b"Not found" not in html
    for language in LANGUAGES:
        tree = LexborHTMLParser(html)
        (half,) = tree.css(f"section[lang={language}]")
        words = said(half.html or "", language)
        assert strangers(words, language, built.strings) == set()
        assert len(words) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_leak_generator_line(built: Built, language: Language) -> None:
    """No page says what it was made with."""
    page = built.page(language)
    assert page.css("meta[name=generator]") == []
    assert "Made with" not in (page.html or "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_leak_title_of_permalinks(built: Built, language: Language) -> None:
    """The mark beside a heading is named in the language of the page."""
    titles = {link.attributes["title"] for link in built.page(language).css("a.headerlink")}
    assert titles == {built.strings[language]["site.permalink"]}


def test_leak_links_back_from_footnotes() -> None:
    """Footnotes are off. Whoever turns them on has to name their links back in both languages."""
    settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    assert "footnotes" not in yaml.safe_load(settings.replace("!ENV", ""))["markdown_extensions"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_leak_language_of_the_language_link(built: Built, language: Language) -> None:
    """The switch says which language its own word is in, and which one it leads to."""
    (switch,) = built.page(language).css("a.language-switch")
    other = counterpart(language)
    assert (switch.attributes["lang"], switch.attributes["hreflang"]) == (other, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_of_the_other_language_are_marked(built: Built, language: Language) -> None:
    """A term that is shown in the other language is marked, with the name of that language."""
    shown = built.page(language).css(".other-language")
    assert len(shown) > 2
    assert {term.attributes.get("lang") for term in shown} == {counterpart(language)}
