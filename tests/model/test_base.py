from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from canllaw.languages import Language
from canllaw.load.content import load_content
from canllaw.model import Checked, Entry, MaybeText, Name, Text, WebAddress
from conftest import TINY

ENTRIES = load_content(TINY)[0].library.entries
IDS = list(ENTRIES)


def _reasons(model: type[BaseModel], values: dict[str, Any]) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(values)
    return [error["type"] for error in refused.value.errors()]


@pytest.mark.parametrize("entry_id", IDS)
def test_entries_are_frozen(entry_id: str) -> None:
    """No field of an entry can be changed once it is read."""
    entry = ENTRIES[entry_id]
    for name in type(entry).model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(entry, name, getattr(entry, name))


@pytest.mark.parametrize("entry_id", IDS)
def test_entries_know_all_their_fields(entry_id: str) -> None:
    """A field that a kind does not know is refused, not passed over."""
    entry = ENTRIES[entry_id]
    values = entry.model_dump(by_alias=True)
    assert type(entry).model_validate(values) == entry
    assert _reasons(type(entry), {**values, "unknown": "x"}) == ["extra_forbidden"]


@pytest.mark.parametrize("model", [Text, Name])
@pytest.mark.parametrize(
    ("values", "reasons"),
    [
        ({"cy": "tŷ"}, ["missing"]),
        ({"en": "house"}, ["missing"]),
        ({}, ["missing", "missing"]),
        ({"cy": "", "en": "house"}, ["string_too_short"]),
        ({"cy": "tŷ", "en": " \n"}, ["string_too_short"]),
        ({"cy": "tŷ", "en": None}, ["string_type"]),
        ({"cy": "tŷ", "en": "house", "fr": "maison"}, ["extra_forbidden"]),
    ],
)
def test_text_is_a_pair(model: type[Text], values: dict[str, Any], reasons: list[str]) -> None:
    """A text has both sides, neither blank, and no third."""
    assert _reasons(model, values) == reasons


def test_text_in_a_language() -> None:
    """A text is given in the language asked for, without the spaces around it."""
    text = Text(cy=" tŷ ", en="house\n")
    assert (text.in_("cy"), text.in_("en")) == ("tŷ", "house")


def test_text_that_need_not_exist() -> None:
    """An abbreviation may exist in one language or in none; a blank one is refused."""
    only_welsh = MaybeText(cy="ADY")
    assert (only_welsh.in_("cy"), only_welsh.in_("en")) == ("ADY", None)
    assert MaybeText().in_("cy") is None
    assert _reasons(MaybeText, {"cy": ""}) == ["string_too_short"]


@pytest.mark.parametrize(
    ("sides", "language", "opened"),
    [
        ({"cy": "https://a/", "en": "https://b/"}, "cy", ("https://a/", "cy")),
        ({"cy": "https://a/", "en": "https://b/"}, "en", ("https://b/", "en")),
        ({"en": "https://b/"}, "cy", ("https://b/", "en")),
        ({"cy": "https://a/"}, "en", ("https://a/", "cy")),
    ],
)
def test_address_says_which_language_it_opens(
    sides: dict[str, str], language: Language, opened: tuple[str, Language]
) -> None:
    """Where a page is in one language only, its address is given with that language."""
    assert WebAddress.model_validate(sides).in_(language) == opened


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example/",
        "a.example",
        "",
        " ",
        "https:/a.example",
        "HTTPS://a.example",
        "javascript:alert(1)",
        "https://a.example/b c",
        'https://a.example/"onclick=',
        "https://a.example/<script>",
        "https://a.example/'",
        "https://a.example\\b",
    ],
)
def test_addresses_that_are_refused(address: str) -> None:
    """An address is one that a browser opens safely and that cannot break out of a page."""
    assert _reasons(WebAddress, {"en": address}) == ["value_error"]


def test_address_in_no_language() -> None:
    """An address has one side at least."""
    assert _reasons(WebAddress, {}) == ["value_error"]


@pytest.mark.parametrize("entry_id", ["term.a", "term.a-1", "age_stage.0-to-3", "term.2b"])
def test_ids(entry_id: str) -> None:
    """An id is a kind, a dot, and words with hyphens."""
    assert Entry(kind="term", id=entry_id).id == entry_id


@pytest.mark.parametrize(
    "entry_id",
    [
        "", "term", "term.", ".a", "term.A", "Term.a", "term.ŷ", "term.a b", "term.a_b",
        "term.a--b", "term.-a", "term.a-", "term.a.b", "term.a/b",
    ],
)  # fmt: skip
def test_ids_that_are_refused(entry_id: str) -> None:
    """An id has no capitals, accents, spaces or second dot: it becomes part of an address."""
    with pytest.raises(ValidationError, match="string_pattern_mismatch"):
        Entry(kind="term", id=entry_id)


@pytest.mark.parametrize(
    ("evidence", "publishable"), [("primary", True), ("secondary", True), ("unconfirmed", False)]
)
def test_only_confirmed_facts_are_publishable(evidence: str, publishable: bool) -> None:
    """A fact that nobody could confirm is never shown."""
    entry = Checked.model_validate(
        {"kind": "term", "id": "term.a", "evidence": evidence, "checked": "2026-01-15"}
    )
    assert entry.publishable is publishable
