import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.problems import SEVERITIES, Place, Severity
from conftest import DAY, Edit, English, in_english

FACTS = "content/facts.yml"
VALUES = "- {from: 2030-09-01, length: 12, unit: week}"


def _found(root: Path, *ids: str, day: datetime.date = DAY) -> list[English]:
    return list(in_english(problem for problem in prepare(root, day).problems if problem.id in ids))


def test_tiny_project_has_no_errors(problems: Callable[[], list[tuple[str, str]]]) -> None:
    """The project that the tests start from has nothing to mend."""
    assert problems() == []


@pytest.mark.parametrize("day", ["2021-09-01", "2021-08-31", "1999-01-01"])
def test_C205_values_out_of_order(tiny: Path, edit: Edit, day: str) -> None:
    """A value that does not start after the one above it is named, also on the very same day."""
    edit(FACTS, VALUES, f"- {{from: {day}, length: 12, unit: week}}")
    assert _found(tiny, "C205") == [
        English(
            "C205",
            Place(FACTS, 106, 14),
            f"This value starts on {day}, not after the one above it.",
            "Put the values in the order of their days; no two start on the same day.",
        )
    ]


def test_C302_same_text_in_both_languages(tiny: Path, edit: Edit) -> None:
    """A sentence that is the same in both languages was never translated."""
    edit(FACTS, 'en: "A formal answer."', 'en: "Ateb ffurfiol."')
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C302",
            Place(FACTS, 35, 20),
            "The Welsh and the English text are the same.",
            "Write the Welsh in cy and the English in en.",
        ),
    )


def test_C302_deep_inside_an_entry(tiny: Path, edit: Edit) -> None:
    """Texts inside lists and groups are compared too."""
    edit(FACTS, 'en: "If you mediate."', 'en: "Os ydych yn cyfryngu."')
    assert [str(found.place) for found in _found(tiny, "C302")] == [f"{FACTS}:128:46"]


def test_names_may_be_the_same(tiny: Path, edit: Edit) -> None:
    """A name is often the same in both languages, and that is no mistake."""
    edit(FACTS, 'en: "Helpers"', 'en: "Cynorthwywyr"')
    assert prepare(tiny, DAY).errors == ()


def test_C402_unknown_reference(tiny: Path, edit: Edit) -> None:
    """A reference to something that does not exist names the nearest thing that does."""
    edit(FACTS, "deadline: deadline.school", "deadline: deadline.scool")
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C402",
            Place(FACTS, 58, 17),
            "'deadline.scool' is not a deadline.",
            "Did you mean 'deadline.school'?",
        ),
    )


def test_C402_nothing_like_it(tiny: Path, edit: Edit) -> None:
    """Where nothing is near, the hint says where to look, and guesses nothing."""
    edit(FACTS, "  organisation: organisation.helpers", "  organisation: zebra.ffff")
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C402",
            Place(FACTS, 74, 17),
            "'zebra.ffff' is not an organisation.",
            "Look for the organisation in content/.",
        ),
    )


def test_C403_reference_to_the_wrong_kind(tiny: Path, edit: Edit) -> None:
    """A reference to an entry of another kind says what it is and what belongs there."""
    edit(FACTS, "  organisation: organisation.helpers", "  organisation: role.school")
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C403",
            Place(FACTS, 74, 17),
            "'role.school' is a role, but here belongs an organisation.",
            "Write an id that starts with 'organisation.'.",
        ),
    )


def test_C404_unused_fact(tiny: Path, edit: Edit) -> None:
    """A fact that nothing refers to and no page shows is named, as a warning."""
    for language, home in (("cy", "# Hafan"), ("en", "# Home")):
        everything = '{{ age_range() }}\n\n{{ plan_sections() }}\n\n{{ when("milestone.start") }}'
        edit(f"docs/{language}/index.md", home, f"{home}\n\n{everything}\n\n{{{{ examples() }}}}")
    found = prepare(tiny, DAY)
    assert found.errors == ()
    warnings = [each for each in found.problems if each.severity is Severity.WARNING]
    assert list(in_english(warnings)) == [
        English(
            "C404",
            Place(FACTS, 32, 7),
            "Nothing refers to 'term.decision' and no page shows it.",
            "Show it on a page with a macro, or delete it: `canllaw facts term.decision`.",
        )
    ]


def test_C404_waits_for_pages_that_render(tiny: Path, edit: Edit) -> None:
    """While a page cannot be rendered nobody knows what it shows: no fact is called unused."""
    edit("docs/en/help/ask.md", '{{ right("right.appeal") }}', '{{ rite("right.appeal") }}')
    assert _found(tiny, "C404") == []


@pytest.mark.parametrize("line", ["", "\n  read_in: []"])
def test_C501_nobody_says_so(tiny: Path, edit: Edit, line: str) -> None:
    """A fact that is shown and names nothing it was read in is a problem, as a list or without."""
    edit(
        FACTS,
        '"A formal answer."}\n  read_in: [source.act]',
        f'"A formal answer."}}{line}',
    )
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C501",
            Place(FACTS, 32, 7),
            "'term.decision' has no `read_in`, so nobody can tell who says so.",
            "Add the sources it was read in, or mark it unconfirmed.",
        ),
    )


def test_C502_unconfirmed_fact(tiny: Path) -> None:
    """An unconfirmed fact is listed as a note: it is left out, and that stops no build."""
    found = _found(tiny, "C502")
    assert found == [
        English(
            "C502",
            Place(FACTS, 134, 7),
            "'deadline.unknown' is unconfirmed and left out of the site.",
            "Read it in a source, then change `evidence` and `read_in`.",
        )
    ]
    assert SEVERITIES["C502"] is Severity.NOTE


def test_C505_appeal_from_a_school(tiny: Path, edit: Edit) -> None:
    """An appeal names a council or a college; one against a school is refused where it is named."""
    edit(FACTS, "  against: [role.council]", "  against: [role.council, role.school]")
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C505",
            Place(FACTS, 169, 27),
            "'right.appeal' is an appeal against a school, which the law does not allow.",
            "The council must reconsider first: name role.council or "
            "role.college-governing-body here.",
        ),
    )


def test_C506_primary_but_not_read(tiny: Path, edit: Edit) -> None:
    """Evidence is primary only where one of the sources cited was itself read."""
    edit(
        FACTS,
        "read_in: [source.page]\n  evidence: secondary",
        "read_in: [source.page]\n  evidence: primary",
    )
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C506",
            Place(FACTS, 109, 13),
            "'deadline.school' is marked primary, but none of its sources is in `read_in`.",
            "Mark it secondary, or add the source to `read_in` if it was read there.",
        ),
    )


@pytest.mark.parametrize(
    ("entry_id", "before", "line"),
    [
        ("deadline.school", "evidence: secondary\n  checked: ", 110),
        ("source.page", 'en: "One time limit."}\n  checked: ', 21),
    ],
)
def test_C507_checked_in_the_future(
    tiny: Path, edit: Edit, entry_id: str, before: str, line: int
) -> None:
    """A fact or source checked on a day that has not come is a slip of the pen; today is fine."""
    old = "2026-01-10" if entry_id == "deadline.school" else "2026-01-15"
    edit(FACTS, f"{before}{old}", f"{before}2026-11-22")
    assert prepare(tiny, DAY).errors == ()
    edit(FACTS, f"{before}2026-11-22", f"{before}2026-11-23")
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C507",
            Place(FACTS, line, 12),
            f"'{entry_id}' says it was checked on 2026-11-23, after 2026-11-22.",
            "Write the day somebody really compared it with its source.",
        ),
    )


def test_C508_no_value_in_force(tiny: Path, edit: Edit) -> None:
    """A deadline whose first value starts after the day of the build is named, with that start."""
    edit(FACTS, "- from: 2021-09-01", "- from: 2026-11-23")
    assert _found(tiny, "C508") == [
        English(
            "C508",
            Place(FACTS, 124, 13),
            "'deadline.appeal' has no value on 2026-11-22: its first one starts on 2026-11-23.",
            "Add a value that starts earlier, or build for a later day.",
        )
    ]


def test_value_counts_from_its_first_day(tiny: Path, edit: Edit) -> None:
    """A value is in force on the very day it starts."""
    edit(FACTS, "- from: 2021-09-01", "- from: 2026-11-22")
    assert prepare(tiny, DAY).errors == ()


def test_C509_leans_on_an_unconfirmed_fact(tiny: Path, edit: Edit) -> None:
    """A published fact that names an unconfirmed one would have a hole."""
    edit(FACTS, "  deadlines: [deadline.appeal]", "  deadlines: [deadline.unknown]")
    assert _found(tiny, "C509") == [
        English(
            "C509",
            Place(FACTS, 176, 15),
            "'right.appeal' is published but names 'deadline.unknown', which is unconfirmed.",
            "Take the reference out and say it in words, or confirm the other fact.",
        )
    ]


def test_unconfirmed_facts_may_lean_on_each_other(tiny: Path, edit: Edit) -> None:
    """What is not published may name what is not published."""
    edit(
        FACTS,
        '  who: [role.council]\n  starts: {cy: "Rywbryd."',
        '  who: [role.nurse]\n  starts: {cy: "Rywbryd."',
    )
    facts = tiny / FACTS
    nurse = """\
- kind: role
  id: role.nurse
  name: {cy: "Y nyrs", en: "The nurse"}
  body: nhs
  statutory: not
  summary: {cy: "Mae’n helpu.", en: "It helps."}
  appointed_by: {cy: "Neb.", en: "Nobody."}
  duties:
    - text: {cy: "Helpu.", en: "Help."}
  reach: {cy: "Gofynnwch.", en: "Ask."}
  source: [{instrument: source.act}]
  evidence: unconfirmed
  checked: 2026-01-15
"""
    facts.write_text(facts.read_text(encoding="utf-8") + nurse, encoding="utf-8")
    assert prepare(tiny, DAY).errors == ()


def test_unread_entry_has_no_echo(tiny: Path, edit: Edit) -> None:
    """What refers to an entry that could not be read is not called broken; other slips are."""
    edit(FACTS, "  body: council\n", "")
    edit(FACTS, 'en: "A formal answer."', 'en: "Ateb ffurfiol."')
    assert {problem.id for problem in prepare(tiny, DAY).errors} == {"C202", "C302"}


def test_C304_headword_nobody_ruled_on(tiny: Path, edit: Edit) -> None:
    """A Welsh headword in which ng may be one letter or two waits for a ruling."""
    edit(FACTS, '{cy: "penderfyniad", en: "decision"}', '{cy: "blingwad", en: "decision"}')
    (found,) = _found(tiny, "C304")
    assert found.message == (
        "Nobody has ruled on 'blingwad': is ng or rh in it one letter of the alphabet?"
    )
    assert found.place.path == FACTS
