import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.build import Guide, prepare
from canllaw.languages import LANGUAGES, Language
from canllaw.load.pages import load_macros
from canllaw.problems import Place
from canllaw.render import Renderer
from conftest import DAY, Edit, English, in_english

CY_ASK, EN_ASK = "docs/cy/help/ask.md", "docs/en/help/ask.md"
LENGTH = '{{ length("deadline.appeal") }}'
RIGHT = '{{ right("right.appeal") }}'
CALL_HINT = "Change the macro call here."
KIND_HINT = "Name a fact of the kind it shows, or take the macro call out."
COUNT = "'right' was given too many or too few arguments."
CODE = English(
    "C604",
    Place(EN_ASK, 14),
    "The macro call here cannot be read.",
    "Write it on one line, with both pairs of brackets and straight quotation marks: "
    '{{ deadline("deadline.school-decision") }}',
)
PageText = Callable[[str, str], str]


def _add_macro(tiny: Path, edit: Edit, body: str) -> None:
    """Give the tiny project a macro `odd` with this body, and call it on the English page."""
    text = f"{{% macro odd() %}}\n{body}\n{{% endmacro %}}\n"
    (tiny / "macros" / "odd.md.jinja").write_text(text, encoding="utf-8")
    edit(EN_ASK, RIGHT, "{{ odd() }}")


def _english(guide: Guide) -> str:
    done = guide.rendered["en", "help/ask.md"]
    return done.with_blocks(done.markdown)


@pytest.mark.parametrize(
    ("language", "words"),
    [("cy", "35\N{NO-BREAK SPACE}diwrnod ysgol, 2\N{NO-BREAK SPACE}Ionawr 2026"),
     ("en", "35\N{NO-BREAK SPACE}school days, 2\N{NO-BREAK SPACE}January 2026")],
)  # fmt: skip
def test_filter_of_a_constant(tiny: Path, edit: Edit, language: Language, words: str) -> None:
    """A macro may name what it filters: the answer is in the language of each page."""
    edit(CY_ASK, RIGHT, "{{ odd() }}")
    _add_macro(tiny, edit, '<p>{{ "deadline.school" | length }}, {{ "2026-01-02" | date }}</p>')
    done = prepare(tiny, DAY).rendered[language, "help/ask.md"]
    assert f"<p>{words}</p>" in done.with_blocks(done.markdown)


def test_C402_unknown_fact(tiny: Path, edit: Edit) -> None:
    """A call with a fact that does not exist is named where it stands, with the nearest fact."""
    edit(EN_ASK, LENGTH, '{{ length("deadline.apeal") }}')
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C402",
            Place(EN_ASK, 10, 10),
            "There is no fact 'deadline.apeal'.",
            "Did you mean 'deadline.appeal'?",
        ),
    )


def test_C405_missing_label(tiny: Path, edit: Edit) -> None:
    """A label that is not in the interface file is named at the call that needs it."""
    edit("content/interface.yml", "\nunit.school-day: ", "\nunit.school-hour: ")
    assert in_english(prepare(tiny, DAY).errors) == tuple(
        English(
            "C405",
            place,
            "There is no label 'unit.school-day' in content/interface.yml.",
            "Did you mean 'unit.school-hour'? Add the label, in both languages, to "
            "content/interface.yml.",
        )
        for place in (Place(CY_ASK, 13), Place(EN_ASK, 12))
    )


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('{{ right("right.appeal")', 1),
        ('right("right.appeal") }}', 23),
        ("{{ right(right.appeal) }}", 1),
        ("{{ right(“right.appeal”) }}", 1),
        ('See {{ right("right.appeal"', 5),
        ("{{ right }}", 1),
        ("See {% if day %}it{% endif %}", 5),
        ("{% set x = 1 %}", 1),
        ("{{ 1 + 1 }}", 1),
        ("<!--canllaw:0-->", 1),
    ],
)
def test_C604_unreadable_call(tiny: Path, edit: Edit, text: str, column: int) -> None:
    """What looks like template code and is no call of a macro is named where it stands."""
    edit(EN_ASK, RIGHT, text)
    place = Place(EN_ASK, 14, column)
    assert in_english(prepare(tiny, DAY).errors) == (
        English("C604", place, CODE.message, CODE.hint),
    )


def test_C604_each_unreadable_call(tiny: Path, edit: Edit) -> None:
    """Every unreadable call of a page is named in one run."""
    edit(EN_ASK, LENGTH, "{{ length }}")
    edit(EN_ASK, RIGHT, "{{ right }}")
    places = [Place(EN_ASK, 10, 10), Place(EN_ASK, 14, 1)]
    assert [found.place for found in prepare(tiny, DAY).errors] == places


def test_C604_broken_macro_file(tiny: Path, edit: Edit) -> None:
    """A macro file that cannot be read is the only problem, though every page needs it."""
    edit("macros/role.md.jinja", "{% for id in ids %}", "{% for id ids %}")
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C604",
            Place("macros/role.md.jinja", 2),
            "This macro file cannot be read: expected token 'in', got 'ids'",
            "Mend the macro on this line; every page waits for it.",
        ),
    )


def test_C604_nothing_is_left_to_chance(tiny: Path, edit: Edit) -> None:
    """A filter that would say something else every time does not exist; its line is named."""
    _add_macro(tiny, edit, '{{ facts("term") | random }}')
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C604",
            Place("macros/odd.md.jinja", 2),
            "This macro file cannot be read: No filter named 'random'.",
            "Mend the macro on this line; every page waits for it.",
        ),
    )


def test_C605_unknown_macro(tiny: Path, edit: Edit) -> None:
    """A macro that does not exist is named where it is called, with the nearest that does."""
    edit(EN_ASK, RIGHT, 'See {{ rihgt("right.appeal") }}')
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C605", Place(EN_ASK, 14, 5), "There is no macro 'rihgt'.", "Did you mean 'right'?"
        ),
    )


def test_C605_nothing_like_it(tiny: Path, edit: Edit) -> None:
    """Where no macro is near, the hint lists those that pages can call, and no function."""
    edit(EN_ASK, RIGHT, "{{ zzzz() }}")
    (found,) = in_english(prepare(tiny, DAY).errors)
    assert found.message == "There is no macro 'zzzz'."
    named = found.hint.removeprefix("The macros are ").removesuffix(".").split(", ")
    assert {"age_range", "deadline", "length", "term"} <= set(named)
    assert not {"fact", "facts", "label", "range", "lipsum", "cycler"} & set(named)


@pytest.mark.parametrize("name", ["fact", "facts", "label", "url", "range", "lipsum", "namespace"])
def test_C605_functions_are_no_macros(tiny: Path, edit: Edit, name: str) -> None:
    """What macros may ask for is not for pages."""
    edit(EN_ASK, RIGHT, f'{{{{ {name}("right.appeal") }}}}')
    assert [found.message for found in in_english(prepare(tiny, DAY).errors)] == [
        f"There is no macro '{name}'."
    ]


UNCONFIRMED = "'deadline.unknown' is unconfirmed, so no page may show it."
CONFIRM = "Write the passage without it and say who can tell, or confirm the fact first."


def test_C606_unconfirmed_fact(tiny: Path, edit: Edit) -> None:
    """A page that needs an unconfirmed fact is refused at the call."""
    edit(EN_ASK, LENGTH, '{{ length("deadline.unknown") }}')
    assert in_english(prepare(tiny, DAY).errors) == (
        English("C606", Place(EN_ASK, 10, 10), UNCONFIRMED, CONFIRM),
    )


def test_C606_unconfirmed_fact_inside_a_card(tiny: Path, edit: Edit) -> None:
    """A card that would show an unconfirmed fact is refused at its call."""
    edit("content/facts.yml", "  deadlines: [deadline.appeal]", "  deadlines: [deadline.unknown]")
    found = [each for each in in_english(prepare(tiny, DAY).errors) if each.id == "C606"]
    assert found == [
        English("C606", place, UNCONFIRMED, CONFIRM)
        for place in (Place(CY_ASK, 15), Place(EN_ASK, 14))
    ]


@pytest.mark.parametrize(
    ("call", "message", "hint"),
    [
        ('rights("apeal")', "'apeal' is not a value of 'route'.", "Did you mean 'appeal'?"),
        (
            'examples("zzzz")',
            "'zzzz' is not a value of 'answer'.",
            "Choose one of universal, alp, nhs-alp, maybe, not-alp.",
        ),
        ("right()", COUNT, CALL_HINT),
        ('right("right.appeal", "x")', COUNT, CALL_HINT),
        (
            'length("role.school")',
            "'role.school' is not a deadline, so it has no length.",
            CALL_HINT,
        ),
        ('age_from("role.school")', "'age_from' has nothing to show for 'role.school'.", KIND_HINT),
        (
            'extension("deadline.school")',
            "'extension' has nothing to show for 'deadline.school'.",
            KIND_HINT,
        ),
    ],
)
def test_C613_call_that_cannot_be_made(
    tiny: Path, edit: Edit, call: str, message: str, hint: str
) -> None:
    """A call that cannot be worked out is named where it stands, in one sentence."""
    edit(EN_ASK, RIGHT, f"See {{{{ {call} }}}}")
    assert in_english(prepare(tiny, DAY).errors) == (
        English("C613", Place(EN_ASK, 14, 5), message, hint),
    )


def test_C613_macro_that_goes_wrong(tiny: Path, edit: Edit) -> None:
    """Whatever a macro does, an editor meets a problem and never a traceback."""
    _add_macro(tiny, edit, "{{ day.replace(0) }}")
    assert in_english(prepare(tiny, DAY).errors)[-1] == English(
        "C613",
        Place(EN_ASK, 14),
        "Something in the macro 'odd' itself is wrong, so the page cannot be made.",
        "Take the macro call out, or send this to whoever mends macros: “year 0 is out of range”",
    )


ATTACKS = [
    '{{ fact("source.act").model_copy }}',
    '{{ fact("source.act")["model_dump"] }}',
    '{{ "x" * 1000000000 }}',
    "{{ 9 ** 9 ** 9 }}",
    '{{ "%1000000000d" % 1 }}',
    '{{ "x".ljust(1000000000) }}',
    '{{ "x".replace("", "y") }}',
    "{{ odd() }}",
    '{% for a in facts("source") %}{% for b in "0123456789" %}{% for c in "0123456789" %}'
    '{% for d in "0123456789" %}{% for e in "0123456789" %}{% for f in "0123456789" %}'
    "{% for g in '0123456789' %}x{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}"
    "{% endfor %}{% endfor %}",
    '{{ fact("source.act").parse_file("/etc/passwd") }}',
    '{{ fact("source.act").model_fields }}',
    '{{ fact("source.act").__class__ }}',
    '{{ fact("source.act").title.in_("cy") }}',
    '{{ [fact("source.act")] | map(attribute="model_dump") | first }}',
    '{{ "{0.__class__}".format(fact("source.act")) }}',
    '{{ "".__class__.__mro__ }}',
    "{{ fact.__self__ }}",
    "{{ fact.__func__.__globals__ }}",
    "{{ page.used.clear() }}",
    '{{ page.shown.add("term.aln") }}',
    '{{ language_names.update({"cy": "x"}) }}',
    "{{ range(999999999) | list }}",
    "{{ lipsum() }}",
    "{{ undefined_name }}",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_sandbox_refuses(tiny: Path, edit: Edit, attack: str) -> None:
    """A macro sees the fields of facts and nothing behind them."""
    _add_macro(tiny, edit, attack)
    found = [problem for problem in prepare(tiny, DAY).errors if problem.id != "C608"]
    assert [(problem.id, problem.place) for problem in found] == [("C613", Place(EN_ASK, 14))]


@pytest.mark.parametrize(
    "written",
    [
        '{{ fact("source.act") | attr("model_dump") }}',
        '{{ "x" | center(1000000000) }}',
        '{{ "%1000000000d" | format(1) }}',
        '{{ "x" | batch(1000000000, "y") | list }}',
        '{% include "/etc/passwd" %}',
        '{% import "../content/facts.yml" as stolen %}',
    ],
)
def test_macro_file_is_refused(tiny: Path, edit: Edit, written: str) -> None:
    """A macro that asks for what macros may not have is refused where it is written or called."""
    _add_macro(tiny, edit, written)
    found = prepare(tiny, DAY).errors
    assert {problem.id for problem in found} <= {"C604", "C608", "C613"}
    assert {problem.place.path for problem in found} & {"macros/odd.md.jinja", EN_ASK}
    assert "root:" not in repr(found)


def test_words_of_a_fact_are_not_markdown(tiny: Path, edit: Edit) -> None:
    """What a macro puts into a sentence stays what it is, also where it looks like Markdown."""
    trick = "[win](javascript:alert(1)) *bold* `code` <b>"
    (tiny / "macros/trick.md.jinja").write_text(
        f"{{% macro trick() %}}{{{{ '{trick}' }}}}{{% endmacro %}}", encoding="utf-8"
    )
    edit(EN_ASK, RIGHT, "So {{ trick() }} it is.")
    done = prepare(tiny, DAY).rendered["en", "help/ask.md"]
    assert "javascript" not in done.markdown
    assert done.blocks[-1] == "[win](javascript:alert(1)) *bold* `code` &lt;b&gt;"


@pytest.mark.parametrize("attack", ATTACKS)
def test_pages_hold_no_template_code(tiny: Path, edit: Edit, attack: str) -> None:
    """On a page none of it is even read as a call."""
    edit(EN_ASK, RIGHT, attack)
    errors = prepare(tiny, DAY).errors
    assert {problem.id for problem in errors} <= {"C604", "C605"}
    assert {problem.place for problem in errors} == {Place(EN_ASK, 14)}


def test_fields_of_facts_may_be_read(tiny: Path, edit: Edit) -> None:
    """The sandbox lets macros read fields, which is what they are for."""
    _add_macro(tiny, edit, '{{ fact("source.act").title | text }}')
    assert "Test Act 2018" in _english(prepare(tiny, DAY))


def test_used_facts_are_recorded(guide: Guide) -> None:
    """A rendered page knows each fact it shows, also those inside cards, once and in order."""
    for language in LANGUAGES:
        assert guide.rendered[language, "help/ask.md"].used == (
            "deadline.appeal",
            "deadline.school",
            "role.school",
            "source.act",
            "source.page",
            "right.appeal",
            "role.council",
            "role.tribunal",
        )


@pytest.mark.parametrize(
    ("call", "used"),
    [
        ('rights("appeal", "appeal")', True),
        ('rights("appeal", "health")', False),
        ('rights("reconsideration")', False),
    ],
)
def test_only_facts_shown_are_recorded(tiny: Path, edit: Edit, call: str, used: bool) -> None:
    """A list that leaves a fact out has not used it."""
    edit("docs/en/index.md", '{{ term("term.aln") }}', f"{{{{ {call} }}}}")
    assert ("right.appeal" in prepare(tiny, DAY).rendered["en", "index.md"].used) is used


def test_calls_are_recorded(guide: Guide) -> None:
    """A rendered page knows the calls it made, with their places in the file."""
    calls = guide.rendered["cy", "help/ask.md"].calls
    assert [(str(call), call.line, call.column) for call in calls] == [
        ('length("deadline.appeal")', 11, 13),
        ('deadline("deadline.school")', 13, 1),
        ('right("right.appeal")', 15, 1),
    ]


def test_rendering_twice_gives_the_same(tiny: Path, guide: Guide) -> None:
    """A page leaves nothing behind: rendered again, after another, it is the same in all."""
    content = guide.content
    renderer = Renderer(content.library, content.wording, load_macros(tiny), guide.pages, DAY)
    for _ in range(2):
        for key, page in guide.pages.items():
            assert renderer.render(page) == (guide.rendered[key], [])


def test_page_without_calls_is_left_alone(tiny: Path, edit: Edit) -> None:
    """Prose is passed on as it was written, whatever signs are in it."""
    signs = "50 % off, { braces }, `{//`, <b>ŵ</b> &amp; *stars* #hash {.class}"
    edit("docs/en/index.md", "# Home", f"# Home\n\n{signs}")
    assert signs in prepare(tiny, DAY).rendered["en", "index.md"].markdown


def test_blocks_stay_out_of_markdown(guide: Guide) -> None:
    """A block of HTML is a mark in the Markdown; a length of time is words in its sentence."""
    done = guide.rendered["en", "help/ask.md"]
    assert "You have 8\N{NO-BREAK SPACE}weeks." in done.markdown
    assert "<!--canllaw:0-->\n\n<!--canllaw:1-->" in done.markdown
    assert len(done.blocks) == 2
    assert done.with_blocks("a <!--canllaw:1--> b") == f"a {done.blocks[1]} b"


@pytest.mark.parametrize(
    ("day", "length"),
    [
        ("2021-09-01", "35 school days"),
        ("2030-08-31", "35 school days"),
        ("2030-09-01", "12 weeks"),
    ],
)
def test_value_in_force_is_shown(tiny: Path, day: str, length: str) -> None:
    """The site of a day shows the value in force on that day, from its first day on."""
    guide = prepare(tiny, datetime.date.fromisoformat(day))
    shown = [found for found in ("35 school days", "12 weeks") if found in _plain(guide)]
    assert shown == [length]


def _plain(guide: Guide) -> str:
    return _english(guide).replace("\N{NO-BREAK SPACE}", " ")


def test_no_value_in_force(tiny: Path) -> None:
    """Before the first value there is nothing to show: no page falls back to a later one."""
    found = prepare(tiny, datetime.date(2020, 1, 1))
    assert {problem.id for problem in found.errors} >= {"C508"}
    assert ("en", "help/ask.md") not in found.rendered


@pytest.mark.parametrize("call", ['deadlines("deciding")', "all_deadlines()"])
def test_unconfirmed_facts_are_in_no_list(tiny: Path, edit: Edit, call: str) -> None:
    """A list leaves out what nobody has confirmed, and shows the rest."""
    edit(EN_ASK, RIGHT, f"{{{{ {call} }}}}")
    guide = prepare(tiny, DAY)
    assert "The school decides" in _english(guide)
    assert "A limit that is not certain" not in _english(guide)
    assert "deadline.unknown" not in guide.rendered["en", "help/ask.md"].used


def test_unconfirmed_entries_of_every_kind_are_in_no_list(tiny: Path, edit: Edit) -> None:
    """Whatever its kind, an unconfirmed entry is in no list of any page."""
    facts = (tiny / "content/facts.yml").read_text(encoding="utf-8")
    (tiny / "content/facts.yml").write_text(
        facts.replace("evidence: primary", "evidence: unconfirmed"), encoding="utf-8"
    )
    lists = ("all_roles()", "organisations()", "glossary()", "milestones()", 'rights("appeal")')
    for language in LANGUAGES:
        page = "\n\n".join(f"{{{{ {name} }}}}" for name in lists)
        text = f"---\naudience: parent\nslug: p\ndescription: P.\n---\n\n# P\n\n{page}\n"
        (tiny / "docs" / language / "help/ask.md").write_text(text, encoding="utf-8")
    guide = prepare(tiny, DAY)
    assert guide.rendered["en", "help/ask.md"].used == ()
