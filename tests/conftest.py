"""Small worlds for tests: a tiny project with one entry of every kind, made anew for each test."""

import datetime
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from browsing import ARGUMENTS, CHROMIUM, UNDRAWN, served
from canllaw.addresses import LOCK
from canllaw.agreement import Record, file_of, marks, rewritten
from canllaw.build import Guide, prepare
from canllaw.cli import main
from canllaw.hosts.mkdocs import build_site
from canllaw.load.addresses import lock_text
from canllaw.outputs.finished import FinishedSite
from canllaw.problems import Place, Problem

REPOSITORY = Path(__file__).parent.parent
TINY = Path(__file__).parent / "tiny"
DAY = datetime.date(2026, 11, 22)
# Below a path: a site that works there works at the root of a domain too.
REAL_ADDRESS = "https://canllaw.example/below/"

Edit = Callable[[str, str, str], None]

# Where every tool must be there, as in .ci/run, a test without its tool fails and is not skipped.
MAY_SKIP = "CANLLAW_TOOLS_REQUIRED" not in os.environ

needs_node = pytest.mark.skipif(
    MAY_SKIP and shutil.which("node") is None,
    reason="there is no node to run the browser's side",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """While one worker builds the real site, let the next do what need not wait for it."""
    first = items[0].path if items else None
    items.sort(key=lambda item: (item.path != first, item.path.name != "test_round_trip.py"))


@pytest.fixture(scope="session")
def real_guide() -> Guide:
    """The real project, as it is on the day of the tests: only to be read."""
    return prepare(REPOSITORY, DAY)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built once for all the workers of a run."""
    import fcntl  # where there is none, only these tests cannot run

    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    with (shared / "real-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "real-site").exists():
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("CANLLAW_SITE_URL", REAL_ADDRESS)
                build_site(REPOSITORY, shared / "real-site", prepare(REPOSITORY, DAY))
    return shared / "real-site"


def copy_tiny(root: Path) -> Path:
    """Copy the tiny project to `root`, with the real macros, labels and theme around it."""
    shutil.copytree(TINY, root)
    shutil.copytree(REPOSITORY / "macros", root / "macros")
    shutil.copy(REPOSITORY / "content" / "interface.yml", root / "content")
    shutil.copytree(REPOSITORY / "theme", root / "theme")
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "base.yml")
    settings = (TINY / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("../../mkdocs.yml", "base.yml").replace("../../theme", "theme")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site of the tiny project, built once for each worker: only to be read."""
    root = copy_tiny(tmp_path_factory.mktemp("finished") / "tiny")
    build_site(root, root / "site", prepare(root, DAY))
    return root / "site"


@pytest.fixture(scope="module")
def address(tiny_site: Path) -> Iterator[str]:
    """The address of the tiny site, served from this computer below a path."""
    with served(tiny_site) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What steers a browser."""
    if MAY_SKIP and not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}; install the package chromium for the browser tests")
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, without a window."""
    with playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS) as started:
        yield started


@pytest.fixture(scope="session")
def undrawn(playwright: Playwright) -> Iterator[Browser]:
    """Chromium for pages that are looked into, and not used."""
    with playwright.chromium.launch(executable_path=CHROMIUM, args=UNDRAWN) as started:
        yield started


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny project, with the real macros, labels and theme around it."""
    return copy_tiny(tmp_path / "tiny")


@pytest.fixture
def edit(tiny: Path) -> Edit:
    """Replace a passage, which must be there exactly once, in a file of the tiny project."""

    def replace(file: str, old: str, new: str) -> None:
        path = tiny / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace


@pytest.fixture
def problems(tiny: Path) -> Callable[[], list[tuple[str, str]]]:
    """Return a function that checks the tiny project and gives (place, id) of every error."""

    def check() -> list[tuple[str, str]]:
        return [(str(found.place), found.id) for found in prepare(tiny, DAY).errors]

    return check


def write_down(root: Path) -> None:
    """Write every address of a project into its list, as `canllaw addresses --write` does."""
    text = lock_text(prepare(root, DAY).addresses.listed)
    (root / LOCK).write_text(text, encoding="utf-8")


@pytest.fixture
def guide(tiny: Path) -> Guide:
    """The tiny project, prepared for the day of the tests."""
    return prepare(tiny, DAY)


class English(NamedTuple):
    """A problem as an English reader is told of it."""

    id: str
    place: Place
    message: str
    hint: str = ""


def in_english(problems: Iterable[Problem]) -> tuple[English, ...]:
    """Return problems as an English reader is told of them."""
    return tuple(English(each.id, each.place, each.message.en, each.hint.en) for each in problems)


@dataclass(frozen=True)
class Ran:
    """What a command did: its exit code, and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command in the tiny project, as somebody types it there."""
    monkeypatch.chdir(tiny)

    def command(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["canllaw", *arguments])
        code = 0
        try:
            main()
        except SystemExit as done:
            code = int(done.code or 0)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return command


def agree_on_all(root: Path, guide: Guide) -> None:
    """Record that Ann compared every unit of a project."""
    files: dict[str, list[Record]] = {}
    for name, standing in guide.standings.items():
        record = Record(name, *marks(standing.unit), DAY, "Ann")
        files.setdefault(file_of(standing.unit), []).append(record)
    for path, records in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(rewritten("", records), encoding="utf-8")


@pytest.fixture
def agreed(tiny: Path, guide: Guide) -> Path:
    """The tiny project, with everything in it agreed."""
    agree_on_all(tiny, guide)
    return tiny


@pytest.fixture
def finished(guide: Guide) -> FinishedSite:
    """The tiny site as outputs see it, with the blocks of its macros for its pages."""
    return finished_site(guide)


def finished_site(guide: Guide) -> FinishedSite:
    """What outputs are handed of a guide, without MkDocs."""
    return FinishedSite(
        guide.content.library,
        guide.content.wording,
        guide.pages,
        {key: done.with_blocks(done.markdown) for key, done in guide.rendered.items()},
        {key: done.used for key, done in guide.rendered.items()},
        guide.day,
        "https://tiny.example/below/",
        guide.addresses,
        standings=guide.standings,
    )
