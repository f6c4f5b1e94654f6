"""How well the search finds, beside Material's own on the same pages and the same queries.

    python benchmarks/search.py

The queries are those of `tests/search/queries.yml`. Both searches run in Node as they are sent to
the browser: ours, and Material's worker with the index that its plugin writes. Prints for each
language and kind of query how many have a right page among the first five, then the sizes of what
a reader fetches, compressed by gzip. Material has one index for both languages: `own language`
counts only the results in the language of the query, which is kinder than what a reader sees.
Needs the development environment and `node`.
"""

import datetime
import gzip
import importlib.util
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from canllaw.build import Guide, prepare
from canllaw.hosts.mkdocs import build_site
from canllaw.languages import LANGUAGES, Language

REPOSITORY = Path(__file__).parent.parent
DAY = datetime.date(2026, 11, 22)
FIRST, MANY = 5, 100
_MATERIAL = importlib.util.find_spec("material")
SCRIPTS = (
    Path(_MATERIAL.origin or "").parent / "templates/assets/javascripts" if _MATERIAL else Path()
)


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and the addresses of the pages that answer it."""

    language: Language
    kind: str
    text: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Search:
    """One search: its name, and the addresses it finds for each query, best first."""

    name: str
    found: list[list[str]]
    slowest: float


def read_queries(guide: Guide) -> Iterator[Query]:
    """Give the queries of the tests with the addresses that answer them."""
    file = REPOSITORY / "tests/search/queries.yml"
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    for language in LANGUAGES:
        for kind, queries in read[language].items():
            for text, pages in queries.items():
                keys = ((language, f"{page}.md") for page in pages)
                answers = frozenset(guide.pages[key].address for key in keys if key in guide.pages)
                yield Query(language, kind, text, answers)


def with_material_search(folder: Path) -> Path:
    """Make a project of the same pages in `folder`, with Material's search plugin as it comes."""
    for name in ("content", "docs", "macros", "theme"):
        shutil.copytree(REPOSITORY / name, folder / name)  # pages that lie outside are not read
    settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    stock = settings.replace("plugins:\n", "plugins:\n  - search\n", 1)
    (folder / "mkdocs.yml").write_text(stock, encoding="utf-8")
    return folder


def ask(runner: Path, queries: list[Query], **given: Any) -> list[dict[str, Any]]:
    """Return what the script `runner` in Node finds for each query."""
    message = {**given, "queries": [query.text for query in queries], "limit": MANY}
    done = subprocess.run(
        ["node", str(runner)], input=json.dumps(message), capture_output=True, text=True, check=True
    )
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def ours(site: Path, queries: list[Query]) -> Search:
    """Ask our own search, each query in its language."""
    found: dict[Query, dict[str, Any]] = {}
    for language in LANGUAGES:
        mine = [query for query in queries if query.language == language]
        answers = ask(
            REPOSITORY / "tests/search/ask.js",
            mine,
            script=str(REPOSITORY / "theme/assets/search.js"),
            index=str(site / f"search/{language}.json"),
        )
        found |= dict(zip(mine, answers, strict=True))
    return _search("canllaw", [found[query] for query in queries])


def materials(site: Path, queries: list[Query]) -> Search:
    """Ask Material's worker, with its index of both languages."""
    (worker,) = (SCRIPTS / "workers").glob("search.*.min.js")
    answers = ask(
        REPOSITORY / "benchmarks/material_worker.js",
        queries,
        worker=str(worker),
        index=str(site / "search/search_index.json"),
    )
    return _search("Material", answers)


def own_language(search: Search, queries: list[Query]) -> Search:
    """Return a search without its results in the other language."""
    found = [
        [address for address in addresses if address.startswith(f"{query.language}/")]
        for query, addresses in zip(queries, search.found, strict=True)
    ]
    return Search(f"{search.name}, own language", found, search.slowest)


def _search(name: str, answers: list[dict[str, Any]]) -> Search:
    found = [list(dict.fromkeys(answer["addresses"])) for answer in answers]
    # The first query of all also warms the engine up.
    return Search(name, found, max(answer["milliseconds"] for answer in answers[1:]))


def recall(search: Search, queries: list[Query], chosen: Iterable[int]) -> str:
    """Return how many of the chosen queries have a right page among the first five."""
    numbers = list(chosen)
    right = sum(bool(queries[n].answers & set(search.found[n][:FIRST])) for n in numbers)
    return f"{right:4}/{len(numbers):<4}{100 * right / len(numbers):5.0f} %"


def show_recall(searches: list[Search], queries: list[Query]) -> None:
    """Print recall at five for each language and kind of query, and in all."""
    print(f"{'recall at 5':22}" + "".join(f"{search.name:>24}" for search in searches))
    groups = dict.fromkeys((query.language, query.kind) for query in queries)
    rows: list[tuple[str, list[int]]] = [
        (
            f"{language} {kind}",
            [
                n
                for n, query in enumerate(queries)
                if (query.language, query.kind) == (language, kind)
            ],
        )
        for language, kind in groups
    ]
    rows += [
        (f"{side} all", [n for n, query in enumerate(queries) if query.language == side])
        for side in LANGUAGES
    ]
    rows.append(("all", list(range(len(queries)))))
    for name, chosen in rows:
        cells = (recall(search, queries, chosen) for search in searches)
        print(f"{name:22}" + "".join(f"{cell:>24}" for cell in cells))
    slowest = (f"{search.slowest:.0f} ms" for search in searches)
    print(f"{'slowest query':22}" + "".join(f"{cell:>24}" for cell in slowest))


def compressed(file: Path) -> int:
    """Return the size of a file after gzip."""
    return len(gzip.compress(file.read_bytes(), 9))


def show_sizes(site: Path, stock: Path) -> None:
    """Print what a reader fetches."""
    (worker,) = (SCRIPTS / "workers").glob("search.*.min.js")
    files = {
        "canllaw: script": REPOSITORY / "theme/assets/search.js",
        "canllaw: index, Welsh": site / "search/cy.json",
        "canllaw: index, English": site / "search/en.json",
        "Material: worker": worker,
        "Material: index, both": stock / "search/search_index.json",
    }
    print(f"\n{'bytes':26}{'plain':>12}{'gzip':>12}")
    for name, file in files.items():
        print(f"{name:26}{file.stat().st_size:12,}{compressed(file):12,}")


def main() -> None:
    """Build the site twice, ask every query of both searches, and print the table."""
    guide = prepare(REPOSITORY, DAY)
    queries = list(read_queries(guide))
    with tempfile.TemporaryDirectory() as folder:
        site, stock, project = (Path(folder) / name for name in ("site", "stock", "project"))
        for made in (site, stock, project):
            made.mkdir()
        build_site(REPOSITORY, site, guide)
        root = with_material_search(project)
        build_site(root, stock, prepare(root, DAY))
        theirs = materials(stock, queries)
        searches = [ours(site, queries), theirs, own_language(theirs, queries)]
        show_recall(searches, queries)
        show_sizes(site, stock)


if __name__ == "__main__":
    main()
