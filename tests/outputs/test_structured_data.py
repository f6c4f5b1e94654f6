import json

from canllaw.build import Guide
from canllaw.outputs.structured_data import structured_data

SITE = "https://tiny.example/below/"


def _graph(guide: Guide, path: str, *macros: str) -> dict[str, dict[str, object]]:
    page = guide.pages["en", path]
    text = structured_data(page, guide.pages, guide.content.library, SITE, set(macros))
    return {found["@type"]: found for found in json.loads(text)["@graph"]} if text else {}


def test_way_down_to_a_page(guide: Guide) -> None:
    """A page names the pages above it and itself, in order, each with its address."""
    assert _graph(guide, "help/ask.md")["BreadcrumbList"]["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": f"{SITE}en/"},
        {
            "@type": "ListItem",
            "position": 2,
            "name": "Ask for help",
            "item": f"{SITE}en/help/ask/",
        },
    ]


def test_home_is_nothing_special(guide: Guide) -> None:
    """The home page, above which there is none, says nothing."""
    assert _graph(guide, "index.md") == {}


def test_glossary_is_a_set_of_terms(guide: Guide) -> None:
    """A page with the glossary names every term and the address of each."""
    found = _graph(guide, "index.md", "glossary")["DefinedTermSet"]
    assert (found["name"], found["inLanguage"]) == ("Home", "en")
    assert found["hasDefinedTerm"] == [
        {
            "@type": "DefinedTerm",
            "name": "additional learning needs",
            "url": f"{SITE}en/#term.aln",
        },
        {"@type": "DefinedTerm", "name": "decision", "url": f"{SITE}en/#term.decision"},
    ]


def test_no_text_ends_the_element(guide: Guide) -> None:
    """What stands inside a script element never closes it."""
    page = guide.pages["en", "help/ask.md"]
    text = structured_data(page, guide.pages, guide.content.library, "</script>", set())
    assert "</" not in text
    assert json.loads(text)["@graph"][0]["itemListElement"][0]["item"] == "</script>en/"
