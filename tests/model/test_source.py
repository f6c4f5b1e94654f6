from typing import Any

import pytest

from canllaw.languages import Language
from canllaw.load.content import load_content
from canllaw.model import Citation, Source
from conftest import TINY

LIBRARY = load_content(TINY)[0].library


def _source(entry_id: str, **changes: Any) -> Source:
    values = LIBRARY.entries[entry_id].model_dump(by_alias=True)
    return Source.model_validate({**values, **changes})


@pytest.mark.parametrize(
    ("numbers", "section"),
    [
        ({"section": "11"}, "11"),
        ({"section": "70(2)(d)"}, "70"),
        ({"section": "12AB(1)"}, "12AB"),
        ({"section": "13-14"}, "13"),
        ({"regulation": "7(1)"}, "7"),
        ({"section": "3", "schedule": "17"}, "3"),
    ],
)
def test_link_to_a_section(numbers: dict[str, str], section: str) -> None:
    """A citation opens its section in the language of the reader, the first one of several."""
    cited = Citation.model_validate({"instrument": "source.act", **numbers})
    act = _source("source.act")
    assert act.link("cy", cited) == (f"https://law.example/{section}/welsh", "cy")
    assert act.link("en", cited) == (f"https://law.example/{section}", "en")


@pytest.mark.parametrize(
    "numbers", [{}, {"paragraph": "23.37"}, {"chapter": "25"}, {"schedule": "1"}]
)
def test_link_without_a_section(numbers: dict[str, str]) -> None:
    """What is no section or regulation opens the source as a whole."""
    cited = Citation.model_validate({"instrument": "source.act", **numbers})
    act = _source("source.act")
    assert act.link("cy", cited) == ("https://law.example/welsh", "cy")
    assert act.link("en", cited) == ("https://law.example/", "en")


@pytest.mark.parametrize(
    ("language", "opened"),
    [("cy", ("https://law.example/welsh", "cy")), ("en", ("https://law.example/", "en"))],
)
def test_link_without_a_citation(language: Language, opened: tuple[str, Language]) -> None:
    """A source by itself opens where it begins."""
    assert _source("source.act").link(language) == opened


def test_link_of_a_source_without_addresses_of_sections() -> None:
    """Where sections have no address of their own, the whole source is opened."""
    cited = Citation.model_validate({"instrument": "source.act", "section": "11"})
    act = _source("source.act", section_address=None)
    assert act.link("en", cited) == ("https://law.example/", "en")


def test_link_to_a_page_in_the_other_language() -> None:
    """A page that exists in one language only is opened, and its language is told."""
    assert _source("source.page").link("cy") == ("https://council.example/page", "en")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_link_of_a_source_that_is_on_no_site(language: Language) -> None:
    """A source without an address has an empty one."""
    assert _source("source.page", address=None).link(language) == ("", language)
