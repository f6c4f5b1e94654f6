import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from canllaw.build import Guide
from canllaw.languages import LANGUAGES, Language
from canllaw.model import Page, PageKey, Term
from canllaw.outputs.finished import FinishedSite
from canllaw.outputs.search import Extra, search_index
from canllaw.outputs.sections import Section
from canllaw.outputs.site_search import SEARCH_PAGE, index_file, search_files

PLAN = {
    "kind": "term",
    "id": "term.plan",
    "name": {"cy": "cynllun datblygu unigol", "en": "individual development plan"},
    "plural": {"cy": "cynlluniau datblygu unigol", "en": "individual development plans"},
    "abbreviation": {"cy": "CDU", "en": "IDP"},
    "avoid": {"cy": ["cynllun addysg"], "en": ["statement"]},
    "gender": "masculine",
    "definition": {"cy": "Y cynllun.", "en": "The plan."},
    "evidence": "primary",
    "checked": datetime.date(2026, 1, 10),
}


def _section(text: str, section: str = "", heading: str = "", address: str = "x/a/") -> Section:
    return Section(address, "", section, heading, text)


def _held(index: dict[str, Any], key: str) -> dict[int, int]:
    """Return the weight of a key in each section."""
    steps, found, section = index["keys"].get(key, []), {}, 0
    for step, weight in zip(steps[::2], steps[1::2], strict=True):
        section += step
        found[section] = weight
    return found


def _keys(language: Language, texts: Sequence[str]) -> set[str]:
    return set(search_index(language, [_section(text) for text in texts])["keys"])


def test_known_word_is_kept_under_its_radical() -> None:
    """A mutated plural is kept once, under the singular that the site uses elsewhere."""
    found = _keys("cy", ["cynllun ysgol", "cynlluniau ysgol", "gynlluniau ysgol"])
    assert "cynllun" in found
    assert found.isdisjoint({"gynllun", "cynlluniau", "gynlluniau"})


def test_unknown_radical_is_kept_too() -> None:
    """A word that only stands mutated is found by what it may be a form of."""
    assert {"gath", "cath"} <= _keys("cy", ["y gath"])


def test_common_word_stays_itself() -> None:
    """A common word that looks like a form of a rare one is not lost in it."""
    assert {"dad", "tad"} <= _keys("cy", ["dad dad dad dad", "tad"])


def test_small_words_are_left_out() -> None:
    """Words that are in every text are not in the index."""
    assert _keys("cy", ["y yn ac i’r"]) == set()
    assert _keys("en", ["the and of"]) == set()


def test_steps_and_weights() -> None:
    """A word in a heading weighs more than in a long text, and that more than nothing."""
    index = search_index(
        "en",
        [_section("appeal " + "word " * 30), _section("none"), _section("other", "s", "appeal")],
    )
    held = _held(index, "appeal")
    assert set(held) == {0, 2}
    assert held[2] > held[0] > 0


def test_address_names_the_page() -> None:
    """The last word of an address leads to the beginning of its page."""
    index = search_index("en", [_section("Words.", address="en/reference/glossary/")])
    assert set(_held(index, "glossary")) == {0}
    assert not _held(index, "reference")


def test_extra_words() -> None:
    """Keywords and questions lead to a section without standing in it."""
    index = search_index("en", [_section("Text.")], (), [Extra("x/a/", "", "argue")])
    assert _held(index, "argue")
    assert index["texts"] == ["Text."]


@pytest.mark.parametrize(
    ("language", "own", "foreign"),
    [("cy", {"cdu", "cynllun", "addysg"}, "idp"), ("en", {"idp", "plan", "statement"}, "cdu")],
)
def test_terms(language: Language, own: set[str], foreign: str) -> None:
    """A term is found by its names, its old names, and what the other language calls it."""
    sections = [_section("Text.", "term.plan", "Plan")]
    index = search_index(language, sections, [Term.model_validate(PLAN)])
    assert own | {foreign} <= set(index["keys"])
    assert foreign in index["foreign"]
    assert not own & set(index["foreign"])


def test_plurals_of_the_glossary() -> None:
    """The plural of a term gives the singular of words that no rule covers."""
    body = {
        **PLAN,
        "name": {"cy": "corff", "en": "body"},
        "plural": {"cy": "cyrff", "en": "bodies"},
    }
    index = search_index("cy", [_section("corff")], [Term.model_validate(body)])
    assert index["bases"] == {"cyrff": "corff"}


def test_initials_lose_their_ending() -> None:
    """The plural of an initialism is the initialism."""
    assert _keys("cy", ["CDUau"]) == {"cdu"}
    assert "idp" in _keys("en", ["IDPs"])


def test_same_text_is_sent_once() -> None:
    """A card that two pages show is in the index once."""
    sections = [_section("Same.", "term.a"), _section("Same.", "term.a", address="x/b/")]
    index = search_index("en", sections)
    assert index["texts"] == ["Same."]
    assert [row[3] for row in index["sections"]] == [0, 0]


def test_card_weighs_more_at_home() -> None:
    """A card counts for more on the page that shows all of its kind."""
    sections = [
        _section("appeal", "right.a", address="x/a/"),
        _section("appeal", "right.a", address="x/all/"),
        _section("other", "right.b", address="x/all/"),
    ]
    held = _held(search_index("en", sections), "appeal")
    assert held[1] > held[0]


def _finished(guide: Guide, pages: Mapping[PageKey, Page]) -> FinishedSite:
    html = {key: f"<p>{page.title}</p>" for key, page in pages.items()}
    content = guide.content
    return FinishedSite(
        content.library, content.wording, pages, html, {}, guide.day, "", guide.addresses
    )


def test_search_files(guide: Guide) -> None:
    """Every page of a language is in its index, and only those; the page of results is not."""
    found = {
        (language, SEARCH_PAGE): replace(guide.pages[language, "index.md"], path=SEARCH_PAGE)
        for language in LANGUAGES
    }
    files = search_files(_finished(guide, {**guide.pages, **found}))
    assert list(files) == ["search/cy.json", "search/en.json"]
    for language in LANGUAGES:
        index = json.loads(files[index_file(language)])
        ours = [page for page in guide.pages.values() if page.language == language]
        assert index["lang"] == language
        assert [address for address, _ in index["pages"]] == [page.address for page in ours]


def test_no_search_without_its_page(guide: Guide) -> None:
    """A site without a page of results has no index."""
    assert search_files(_finished(guide, guide.pages)) == {}
