import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from canllaw.build import Guide
from canllaw.languages import LANGUAGES, Language
from canllaw.outputs.site_search import index_file
from conftest import REPOSITORY, needs_node

FIRST, WANTED = 5, 0.95
SCRIPT = REPOSITORY / "theme/assets/search.js"
KINDS = {
    "cy": {
        "radical", "mutated", "unaccented", "inflected", "phrase", "abbreviation", "misspelt",
        "parents",
    },
    "en": {"radical", "inflected", "phrase", "abbreviation", "misspelt", "parents"},
}  # fmt: skip

pytestmark = needs_node


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and the paths of the pages that answer it."""

    language: Language
    kind: str
    text: str
    pages: tuple[str, ...]


def _queries() -> Iterator[Query]:
    read = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text(encoding="utf-8"))
    for language in LANGUAGES:
        for kind, queries in read[language].items():
            for text, pages in queries.items():
                yield Query(language, kind, text, tuple(f"{page}.md" for page in pages))


QUERIES = list(_queries())


def _ask(index: Path, queries: list[Query]) -> list[list[str]]:
    """Return the addresses found first for each query."""
    given = {
        "script": str(SCRIPT),
        "index": str(index),
        "queries": [query.text for query in queries],
        "limit": FIRST,
    }
    done = subprocess.run(  # noqa: S603 - our own script
        ["node", str(Path(__file__).with_name("ask.js"))],  # noqa: S607 - whichever there is
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    answers = json.loads(done.stdout)
    return [found["addresses"] for found in answers]


def test_queries_are_of_every_kind() -> None:
    """There are at least 120 queries, of every kind, in both languages."""
    assert len(QUERIES) >= 120
    for language, kinds in KINDS.items():
        assert {query.kind for query in QUERIES if query.language == language} == kinds


def test_answers_are_pages(real_guide: Guide) -> None:
    """Each query names pages that exist, so that a page that moves is noticed here."""
    gone = {
        (query.text, page)
        for query in QUERIES
        for page in query.pages
        if (query.language, page) not in real_guide.pages
    }
    assert gone == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_recall(language: Language, real_guide: Guide, real_site: Path) -> None:
    """Of every hundred queries 95 or more have a right page among the first five."""
    queries = [query for query in QUERIES if query.language == language]
    found = _ask(real_site / index_file(language), queries)
    missed = [
        query.text
        for query, addresses in zip(queries, found, strict=True)
        if not {real_guide.pages[language, page].address for page in query.pages} & set(addresses)
    ]
    assert len(missed) <= (1 - WANTED) * len(queries), missed
