from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from canllaw.addresses import LOCK
from canllaw.agreement import Standing, State, tidying
from canllaw.build import prepare
from canllaw.problems import CanllawError
from canllaw.renaming import Renamed, renamed
from conftest import DAY, Edit, agree_on_all, write_down

Rename = Callable[[str, str], Renamed]
HOW_LONG, GET_HELP = ("pa-hyd", "how-long"), ("cael-help", "get-help")
CY_ASK, EN_ASK = "docs/cy/help/ask.md", "docs/en/help/ask.md"


@pytest.fixture
def rename(tiny: Path) -> Rename:
    """Write down every address of the tiny project; return a function that renames in it."""
    write_down(tiny)

    def do(old: str, new: str) -> Renamed:
        done = renamed(tiny, DAY, old, new)
        assert done.broken == ()
        for path, text in done.changes.items():
            if text is None:
                (tiny / path).unlink()
            else:
                (tiny / path).parent.mkdir(parents=True, exist_ok=True)
                (tiny / path).write_bytes(text.encode())
        assert prepare(tiny, DAY).errors == ()
        return done

    return do


def test_fact(tiny: Path, rename: Rename) -> None:
    """A fact has its new id wherever it was named, and its old address leads to it."""
    done = rename("deadline.school", "deadline.school-answer")
    assert list(done.changes) == ["content/facts.yml", CY_ASK, EN_ASK, LOCK]
    facts = (tiny / "content/facts.yml").read_text(encoding="utf-8")
    assert "  id: deadline.school-answer\n  was: [deadline.school]\n" in facts
    assert "deadline: deadline.school-answer\n" in facts
    assert done.redirects["en/help/ask/#deadline.school"] == ("en/help/ask/#deadline.school-answer")


def test_page_that_macros_name(tiny: Path, rename: Rename) -> None:
    """A page that is given to macros has its new path there too, also with a section behind it."""
    call = '{{ page_links("index.md", "%s", "%s#how-long") }}'
    for file in (CY_ASK, EN_ASK):
        text = (tiny / file).read_text(encoding="utf-8")
        (tiny / file).write_text(f"{text}\n\n{call % (2 * ('help/ask.md',))}\n", encoding="utf-8")
    rename("help/ask.md", "help/how.md")
    after = (tiny / "docs/en/help/how.md").read_text(encoding="utf-8")
    assert after.endswith(f"{call % (2 * ('help/how.md',))}\n")


def test_short_address_stays_with_what_is_renamed(tiny: Path, edit: Edit, rename: Rename) -> None:
    """A short address opens the same under every name, and the list keeps the first."""
    short = "short_address: {cy: %s, en: %s}\n"
    edit("content/facts.yml", "id: deadline.school\n", f"id: deadline.school\n  {short % HOW_LONG}")
    for file in (CY_ASK, EN_ASK):
        edit(file, "audience:", f"{short % GET_HELP}audience:")
    write_down(tiny)
    for old, new in (("deadline.school", "deadline.answer"), ("help/ask.md", "ask.md")):
        rename(old, new)
    lines = (tiny / LOCK).read_text(encoding="utf-8").splitlines()
    assert lines[-4:] == [
        "r/cael-help/ -> en/help/ask/",
        "r/get-help/ -> en/help/ask/",
        "r/how-long/ -> en/help/ask/#deadline.school",
        "r/pa-hyd/ -> en/help/ask/#deadline.school",
    ]


def test_section_round_and_back(tiny: Path, rename: Rename) -> None:
    """A section that gets its first name again has both names it had in between lead to it."""
    for old, new in (("how-long", "time"), ("time", "when"), ("when", "how-long")):
        rename(f"help/ask.md#{old}", f"help/ask.md#{new}")
    assert "moved: {time: how-long, when: how-long}\n" in (tiny / EN_ASK).read_text("utf-8")


def test_address_as_messages_write_it(rename: Rename) -> None:
    """An address may have the slashes that every message gives it."""
    done = rename("/en/help/ask/", "/en/help/how/")
    assert done.redirects["en/help/ask/"] == "en/help/how/"


def test_nothing_else_changes(tiny: Path, rename: Rename) -> None:
    """What only starts with the same letters keeps its name, and line ends stay as they are."""
    file = tiny / EN_ASK
    text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
    file.write_bytes(text.encode())
    rename("right.appeal", "right.tribunal")
    after = file.read_bytes().decode()
    assert after == text.replace('right("right.appeal")', 'right("right.tribunal")')


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deadline.school", "deadline.school-answer"),
        ("help/ask.md#how-long", "help/ask.md#time"),
        ("help/ask.md", "ask.md"),
        ("en/help/ask", "en/help"),
        ("cy/help/gofyn", "cy/cymorth"),
    ],
)
def test_there_and_back(tiny: Path, rename: Rename, one: str, other: str) -> None:
    """What is renamed back is found at both names, as if it had never had another."""
    first = rename(one, other).redirects
    second = rename(other, one).redirects
    assert first
    assert {new: old for old, new in first.items()} == second
    assert prepare(tiny, DAY).addresses.redirects == second


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("deadline.school", "deadline.school-answer"),
        ("help/ask.md#how-long", "help/ask.md#time"),
        ("help/ask.md#how-long", "#time"),
        ("help/ask.md", "ask.md"),
        ("cy/help/gofyn", "cy/cymorth"),
    ],
)
def test_agreement_follows(tiny: Path, rename: Rename, old: str, new: str) -> None:
    """What people agreed on stays agreed under its new name, in the file where it belongs now, and
    what had changed before is still told of.
    """
    agree_on_all(tiny, prepare(tiny, DAY))
    for file in (CY_ASK, EN_ASK):
        text = (tiny / file).read_text(encoding="utf-8")
        (tiny / file).write_text(text.replace("\n# ", "\n# 1 "), encoding="utf-8")
    before = _states(prepare(tiny, DAY).standings)
    rename(old, new)
    after = prepare(tiny, DAY)
    assert _states(after.standings) == before
    assert before[State.BOTH_MOVED] == 1
    assert not tidying(after.agreement)


def _states(standings: Mapping[str, Standing]) -> Counter[State]:
    return Counter(each.state for each in standings.values())


def test_twice(tiny: Path, rename: Rename) -> None:
    """After two renamings every old address leads straight to the last."""
    rename("help/ask.md#how-long", "help/ask.md#time")
    rename("help/ask.md#time", "help/ask.md#weeks")
    rename("deadline.school", "deadline.first")
    rename("deadline.first", "deadline.second")
    redirects = prepare(tiny, DAY).addresses.redirects
    assert redirects["en/help/ask/#how-long"] == "en/help/ask/#weeks"
    assert redirects["cy/help/gofyn/#deadline.school"] == "cy/help/gofyn/#deadline.second"


def test_section(tiny: Path, edit: Edit, rename: Rename) -> None:
    """A section has its new id on both sides, in links to it, and where it answers a question."""
    edit("content/facts.yml", "page: help/ask.md\n", "page: help/ask.md\n  section: how-long\n")
    rename("help/ask.md#how-long", "help/ask.md#time")
    for file in (CY_ASK, EN_ASK):
        text = (tiny / file).read_text(encoding="utf-8")
        assert "\nmoved: {how-long: time}\n---\n" in text
        assert "{#time}\n" in text
    assert "(help/ask.md#time)" in (tiny / "docs/en/index.md").read_text(encoding="utf-8")
    assert "section: time\n" in (tiny / "content/facts.yml").read_text(encoding="utf-8")


def test_page(tiny: Path, rename: Rename) -> None:
    """A page pair moves on both sides, with the menu, links to it and links from it."""
    for file in (CY_ASK, EN_ASK):
        path = tiny / file
        path.write_text(path.read_text(encoding="utf-8") + "\n[X](../index.md)\n", "utf-8")
    rename("help/ask.md", "ask.md")
    assert not (tiny / EN_ASK).exists()
    moved = (tiny / "docs/en/ask.md").read_text(encoding="utf-8")
    assert "\nwas: [help/ask]\n---\n" in moved
    assert "[X](index.md)" in moved
    # The Welsh address is in its own words: it stays.
    assert "was:" not in (tiny / "docs/cy/ask.md").read_text(encoding="utf-8")
    assert "(ask.md#how-long)" in (tiny / "docs/en/index.md").read_text(encoding="utf-8")
    assert "- ask.md\n" in (tiny / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("deadline.nothing", "deadline.x", "there is no fact 'deadline.nothing'"),
        ("deadline.school", "right.school", "'right.school' cannot be used"),
        ("deadline.school", "deadline.appeal", "'deadline.appeal' cannot be used"),
        ("deadline.school", "deadline.school", "that is the same name"),
        ("help/nothing.md", "help/x.md", "there is no 'help/nothing.md' here"),
        ("help/ask.md", "index.md", "'index.md' cannot be used"),
        ("help/ask.md#nothing", "help/ask.md#x", "there is no 'help/ask.md#nothing' here"),
        ("help/ask.md#how-long", "index.md#how-long", "on its own page only"),
        ("en/help/ask", "cy/help/ask", "there is no 'en/help/ask' here"),
    ],
)
def test_refused(rename: Rename, old: str, new: str, words: str) -> None:
    """What is not there, or is already taken, is named, and nothing changes."""
    with pytest.raises(CanllawError, match=words):
        rename(old, new)


def test_errors_first(edit: Edit, rename: Rename) -> None:
    """A project with errors is mended first: nobody could tell what the renaming broke."""
    edit("docs/en/help/ask.md", "audience: parent", "audience: everyone")
    with pytest.raises(CanllawError, match="run: canllaw check"):
        rename("deadline.school", "deadline.x")


def test_what_would_break(tiny: Path) -> None:
    """A name that the project cannot take is tried on a copy, and what it breaks is returned."""
    done = renamed(tiny, DAY, "deadline.school", "deadline.School Answer")
    assert "C204" in {found.id for found in done.broken}
    assert prepare(tiny, DAY).errors == ()
