import datetime
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.languages import LANGUAGES, Language
from canllaw.load.pages import load_macros, read_page
from canllaw.render import Rendered, Renderer
from conftest import DAY, REPOSITORY

# `CANLLAW_GOLDEN=write` writes these files anew: read every line of the difference.
GOLDEN = Path(__file__).parent / "golden"

# Every case is the call of a macro on the tiny library, as an editor would write it.
CASES = {
    "age_from": 'age_from("age_stage.child")',
    "age_range": "age_range()",
    "age_to": 'age_to("age_stage.child")',
    "ages_picture": "ages_picture()",
    "all_deadlines": "all_deadlines()",
    "all_roles": "all_roles()",
    "changes": "changes()",
    "data_index": "data_index()",
    "data_sheets": "data_sheets()",
    "deadline_plain": 'deadline("deadline.school")',
    "deadline_with_extension": 'deadline("deadline.appeal")',
    "deadlines": 'deadlines("appeal")',
    "decision_picture": "decision_picture()",
    "duties": 'duties("school")',
    "duties_without_law": 'duties("council")',
    "duty_deadline": 'duty_deadline("deadline.school")',
    "examples": "examples()",
    "examples_at": 'examples_at("age_stage.child")',
    "examples_of_one_answer": 'examples("universal")',
    "examples_without_any": 'examples("alp")',
    "extension": 'extension("deadline.appeal")',
    "fact_links": 'fact_links("term", "index.md")',
    "folder_links": 'folder_links("help")',
    "glossary": "glossary()",
    "ladder_picture": "ladder_picture()",
    "length": 'length("deadline.school")',
    "link_filter": "link_filter()",
    "link_sheet": 'link_sheet("help/ask.md#how-long")',
    "milestones": "milestones()",
    "moment_links": 'moment_links("appeal", "help/ask.md", "index.md")',
    "moment_links_with_short_address": 'moment_links("appeal", "help/ask.md", "index.md")',
    "organisation": 'organisation("organisation.helpers")',
    "organisations": "organisations()",
    "page_links": 'page_links("index.md", "help/ask.md#how-long")',
    "plan_picture": "plan_picture()",
    "plan_sections": "plan_sections()",
    "provision_test": 'provision_test("provision.test")',
    "questions": "questions()",
    "right_with_deadline": 'right("right.appeal")',
    "right_without_deadline": 'right("right.reconsider")',
    "rights": 'rights("appeal")',
    "rights_of_a_topic": 'rights("reconsideration", "reconsidering")',
    "rights_table": 'rights_table("appeal")',
    "rights_table_of_a_topic": 'rights_table("appeal", "health")',
    "role": 'role("role.school")',
    "role_with_organisation": 'role("role.council")',
    "roles": 'roles("tribunal")',
    "short_links": "short_links()",
    "source_note": 'source_note("right.appeal")',
    "source_note_in_english_only": 'source_note("deadline.school")',
    "sources": "sources()",
    "standards": "standards()",
    "stage": 'stage("age_stage.young-person")',
    "term": 'term("term.decision")',
    "term_with_abbreviation": 'term("term.aln")',
    "time_limit": 'time_limit("deadline.appeal")',
    "time_limit_read_elsewhere": 'time_limit("deadline.school", "help/ask.md")',
    "timeline_picture": "timeline_picture()",
    "when": 'when("milestone.start")',
}
# Macros whose first argument is one of these are for other macros: no editor can type a fact.
MADE_IN_MACROS = {
    "citation",
    "entries",
    "entry",
    "found",
    "holders",
    "ids",
    "link",
    "look",
    "mark",
    "picture",
    "short",
}
# The picture of a decision names its deadlines, which the tiny library calls otherwise.
PATHS = ("school-decision", "reconsider-decision", "council-decision", "nhs-reply")
_MACRO = re.compile(r"\{%-? macro (?P<name>\w+)\((?P<first>\w*)")


@pytest.fixture
def renderer(tiny: Path) -> Renderer:
    """A renderer of the tiny library, which knows the addresses of its pages."""
    return _renderer(tiny)


def _renderer(tiny: Path, day: datetime.date = DAY) -> Renderer:
    guide = prepare(tiny, day)
    content = guide.content
    return Renderer(
        content.library, content.wording, load_macros(tiny), guide.pages, day, content.rules
    )


def _add_paths(tiny: Path) -> None:
    entries = (tiny / "content/facts.yml").read_text(encoding="utf-8").split("\n- kind: ")
    (school,) = (
        entry for entry in entries if entry.startswith("deadline\n  id: deadline.school\n")
    )
    copies = (school.replace("deadline.school\n", f"deadline.{name}\n") for name in PATHS)
    text = "".join(f"- kind: {copy}\n" for copy in copies)
    (tiny / "content/paths.yml").write_text(text, encoding="utf-8")


def _add_short_address(tiny: Path) -> None:
    file = tiny / "content/facts.yml"
    text = file.read_text(encoding="utf-8")
    short = "id: right.appeal\n  short_address: {cy: apel, en: an-appeal}\n"
    file.write_text(text.replace("id: right.appeal\n", short, 1), encoding="utf-8")


def _render(renderer: Renderer, body: str, language: Language) -> Rendered:
    front = "---\naudience: everyone\nslug: case\ndescription: A case.\n---\n"
    page, _ = read_page(language, "case.md", "case.md", f"{front}{body}".encode())
    assert page
    done, problems = renderer.render(page)
    assert not problems
    assert done
    return done


def _html(done: Rendered) -> str:
    return done.with_blocks(done.markdown) + "\n"


@pytest.mark.parametrize("case", CASES)
def test_golden(tiny: Path, case: str) -> None:
    """A macro gives, in each language, every character of what its golden file holds."""
    if case == "decision_picture":
        _add_paths(tiny)
    if "short" in case:
        _add_short_address(tiny)
    renderer = _renderer(tiny)
    for language in LANGUAGES:
        file = GOLDEN / f"{case}.{language}.html"
        made = _html(_render(renderer, f"{{{{ {CASES[case]} }}}}", language))
        if os.environ.get("CANLLAW_GOLDEN") == "write":
            file.write_text(made, encoding="utf-8")
        assert made == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "short"), [("cy", "r/apel"), ("en", "r/an-appeal")])
def test_mark_knows_the_short_address(tiny: Path, language: Language, short: str) -> None:
    """The mark of a card holds the short address in the words of the page."""
    bare = _html(_render(_renderer(tiny), '{{ right("right.appeal") }}', language))
    _add_short_address(tiny)
    made = _html(_render(_renderer(tiny), '{{ right("right.appeal") }}', language))
    assert made.replace(f' data-short="{short}"', "", 1) == bare != made


@pytest.mark.parametrize(
    "file", sorted((REPOSITORY / "macros").glob("*.jinja")), ids=lambda f: f.stem
)
def test_every_macro_has_a_case(file: Path) -> None:
    """Each macro that a page can call is in a golden case."""
    called = {call.partition("(")[0] for call in CASES.values()}
    macros = _MACRO.finditer(file.read_text(encoding="utf-8"))
    public = {found["name"] for found in macros if found["first"] not in MADE_IN_MACROS}
    assert public <= called


def test_every_golden_file_has_a_case() -> None:
    """No golden file is left over from a case that is gone."""
    expected = {f"{case}.{language}.html" for case in CASES for language in LANGUAGES}
    assert {file.name for file in GOLDEN.iterdir()} == expected


class _Balance(HTMLParser):
    """Keeps the tags that are open, and notes an end that closes another tag than the last."""

    EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.crossed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.html")), ids=lambda file: file.name)
def test_html_is_balanced(file: Path) -> None:
    """A macro closes every tag it opens, in order, so that nothing after it breaks."""
    balance = _Balance()
    balance.feed(file.read_text(encoding="utf-8"))
    assert (balance.open, balance.crossed) == ([], [])


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.html")), ids=lambda file: file.name)
def test_ids_stand_once(file: Path) -> None:
    """No macro gives the same id twice, and a link to an id of its own leads to it."""
    html = file.read_text(encoding="utf-8")
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' href="#([^"]+)"', html)) <= set(ids)


def test_fact_shown_twice(renderer: Renderer) -> None:
    """A fact shown twice on a page has its id the first time only."""
    done = _render(renderer, '{{ right("right.appeal") }}\n\n{{ right("right.appeal") }}', "en")
    assert [block.count('id="right.appeal"') for block in done.blocks] == [1, 0]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            'deadline("deadline.school")',
            {
                "cy": "Cafodd hyn ei wirio ddiwethaf 12\N{NO-BREAK SPACE}mis yn ôl",
                "en": "This was last checked 12\N{NO-BREAK SPACE}months ago",
            },
        ),
        (
            'organisation("organisation.helpers")',
            {
                "cy": "Cafodd y manylion hyn eu gwirio ddiwethaf 12\N{NO-BREAK SPACE}mis yn ôl",
                "en": "These details were last checked 12\N{NO-BREAK SPACE}months ago",
            },
        ),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_overdue_fact_says_its_age(
    tiny: Path, call: str, words: dict[Language, str], language: Language
) -> None:
    """A fact past its day tells readers how old it is, outside of the note that is folded."""
    for day, shown in ((DAY, False), (datetime.date(2027, 2, 1), True)):
        (block,) = _render(_renderer(tiny, day), f"{{{{ {call} }}}}", language).blocks
        assert (f'<p class="overdue">{words[language]}' in block.split("<details")[0]) is shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_of_content_is_no_html(renderer: Renderer, language: Language) -> None:
    """Signs in a text of the content are shown as they are: no tag, no Markdown."""
    (block,) = _render(renderer, "{{ examples() }}", language).blocks
    shown = {"cy": "Amserlen &lt;i&gt;weledol&lt;/i&gt;", "en": "A *visual* timetable"}
    assert shown[language] in block
