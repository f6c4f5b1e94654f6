"""What is said of a bad file is said in Welsh too, at the same place and with the same id."""

import re
from pathlib import Path

import pytest

from canllaw.checks.language import language_of_pages
from canllaw.languages import Words
from canllaw.load.content import load_content
from canllaw.load.pages import read_page
from canllaw.problems import Problem

BAD = Path(__file__).parent / "bad"
FRONT = '---\naudience: parent\ndescription: "Beth sydd o’i le."\n---\n'
# What is the same in both languages: values of a file in quotes, what to type, and lists of names.
_SHOWN = re.compile(r"'[^']*'|\"[^\"]*\"|\{[^}]*\}|: [\w., -]+$|\b[\w-]+\.[\w.-]+\b")


def _problems(mistake: Path, root: Path) -> list[Problem]:
    """Return the problems of a bad file, as a project would have them."""
    if mistake.suffix == ".md":
        name = f"docs/cy/{mistake.name}"
        return read_page("cy", mistake.name, name, mistake.read_bytes())[1]
    name = "interface" if mistake.parent.name == "interface" else mistake.stem
    (root / "content").mkdir()
    (root / "content" / f"{name}.yml").write_bytes(mistake.read_bytes())
    return load_content(root)[1]


def _english_in(welsh: str) -> list[str]:
    """Return the English that the check of pages finds in Welsh words."""
    page, problems = read_page("cy", "a.md", "a.md", f"{FRONT}{_SHOWN.sub('–', welsh)}\n".encode())
    assert page, problems
    return [str(found.message) for found in language_of_pages({page.key: page}, {})]


@pytest.mark.parametrize(
    "mistake",
    sorted(file for file in BAD.rglob("*.*") if file.suffix in {".yml", ".md"}),
    ids=lambda file: file.stem,
)
def test_mistake_is_told_in_welsh(mistake: Path, tmp_path: Path) -> None:
    """Each problem of a bad file has its message and hint in Welsh, with no English sentence."""
    problems = _problems(mistake, tmp_path)
    assert problems
    for problem in problems:
        for words in (problem.message, problem.hint):
            assert isinstance(words, Words)
            assert words.cy.strip()
            assert words.cy != words.en
            assert _english_in(words.cy) == []


def test_english_in_welsh_is_found() -> None:
    """The test above would find a sentence that nobody translated."""
    assert _english_in("Mae tab yma. Replace the tab with spaces, for YAML only takes these.")
    assert _english_in("Type one space right after the colon.")


@pytest.mark.parametrize(
    ("mistake", "message", "hint"),
    [
        (
            "tab_in_front",
            "Mae tab yma; bylchau yn unig y mae YAML yn eu derbyn.",
            "Rhowch fylchau yn lle’r tab.",
        ),
        (
            "colon_in_text",
            "Mae colon a bwlch ar ei ôl y tu mewn i’r testun hwn.",
            'Rhowch y testun cyfan mewn dyfynodau dwbl: "…".',
        ),
        (
            "welsh_missing",
            "Nid oes ochr Gymraeg (cy) gan 'definition'.",
            'Ysgrifennwch cy: "…", fel na fydd bwlch i bobl sy’n darllen yn Gymraeg.',
        ),
        (
            "date_the_british_way",
            "Nid yw '15/01/2026' yn ddiwrnod.",
            "Ysgrifennwch ef fel blwyddyn-mis-diwrnod: 2021-09-01",
        ),
        (
            "unit_missing_below",
            "Mae 'unit' ar goll yma.",
            "Ychwanegwch 'unit: …' gydag un o’r rhain: day, school-day, term-time-day, "
            "working-day, week, month, year.",
        ),
        (
            "same_key_twice",
            "Mae 'gender' yma ddwywaith; dim ond un ohonynt all gyfrif.",
            "Dilëwch un; mae’r llall ar linell 6.",
        ),
        (
            "same_id_twice",
            "'term.aln' yw id ffaith arall eisoes.",
            "Dewiswch id arall; mae’r cyntaf yn content/same_id_twice.yml, llinell 2.",
        ),
        (
            "word_quotes",
            "Nid yw’r dyfynodau crwm yma yn dangos i YAML ble mae testun yn dechrau ac yn gorffen.",
            'Teipiwch ddyfynodau syth o gwmpas y testun cyfan: "…".',
        ),
        (
            "field_unknown",
            "Nid oes maes 'defnition' yma.",
            "Ai 'definition' oedd gennych mewn golwg?",
        ),
        (
            "kind_unknown",
            "Nid oes math o ffaith o’r enw 'deadlin'.",
            "Ai 'deadline' oedd gennych mewn golwg?",
        ),
        ("id_missing", "Mae 'id' ar goll yma.", "Ychwanegwch 'id: …'."),
        (
            "not_utf8",
            "Nid testun UTF-8 yw’r ffeil hon, felly byddai llythrennau fel ŵ ac ŷ yn mynd ar goll.",
            "Cadwch hi eto gyda’r amgodiad UTF-8.",
        ),
        (
            "source_missing",
            "Nid oes 'source' gan y ffaith hon, felly ni all neb weld pwy sy’n dweud hynny.",
            "Ychwanegwch 'source: [{instrument: source.…, section: \"…\"}]', y gyfraith sy’n "
            "dweud hynny.",
        ),
        (
            "item_blank",
            "Mae eitem yn 'who' yn wag.",
            "Llenwch ef, neu dilëwch ef.",
        ),
    ],
)
def test_commonest_mistakes_in_welsh(mistake: str, message: str, hint: str, tmp_path: Path) -> None:
    """What is said of the commonest mistakes, word for word."""
    said = [
        (found.message.cy, found.hint.cy)
        for found in _problems(BAD / f"{mistake}.yml", tmp_path)
        if isinstance(found.message, Words) and isinstance(found.hint, Words)
    ]
    assert (message, hint) in said
