import datetime

from canllaw.build import Guide
from canllaw.outputs.page_notes import PageNotes, page_notes
from conftest import DAY

NBSP = "\N{NO-BREAK SPACE}"


def test_oldest_check_counts(guide: Guide) -> None:
    """The notes of a page name the day its longest unchecked fact was checked, in its language."""
    used = ("term.aln", "deadline.school")
    assert page_notes(guide.content.library, used, "cy", DAY) == PageNotes(
        f"10{NBSP}Ionawr 2026", secondary=True
    )
    assert page_notes(guide.content.library, used, "en", DAY) == PageNotes(
        f"10{NBSP}January 2026", secondary=True
    )


def test_secondary_only_where_a_fact_is(guide: Guide) -> None:
    """A page of facts read in the law itself says nothing of secondary sources."""
    assert page_notes(guide.content.library, ("term.aln", "right.appeal"), "en", DAY) == PageNotes(
        f"15{NBSP}January 2026", secondary=False
    )


def test_page_without_facts(guide: Guide) -> None:
    """A page that shows no fact has no day to name."""
    assert page_notes(guide.content.library, (), "cy", DAY) == PageNotes("", secondary=False)


def test_entries_that_are_no_facts(guide: Guide) -> None:
    """Sources and examples, which are not claims about the law, do not count."""
    used = ("source.act", "example.timetable")
    assert page_notes(guide.content.library, used, "en", DAY) == PageNotes("", secondary=False)


def test_page_with_an_overdue_fact(guide: Guide) -> None:
    """A page says that a fact on it is past its day from the day after that, not before."""
    library, rules = guide.content.library, guide.content.rules
    for day, overdue in ((datetime.date(2027, 1, 10), False), (datetime.date(2027, 1, 11), True)):
        notes = page_notes(library, ("term.aln", "deadline.school"), "en", day, rules)
        assert notes.overdue is overdue
