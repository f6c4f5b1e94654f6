"""Checks of facts: texts, references, evidence and dated values."""

import datetime
from collections.abc import Callable, Collection, Iterator
from typing import Final

from canllaw.checks.equal_facts import equal_figures_in_facts
from canllaw.checks.language import language_of_facts
from canllaw.checks.other_nations import other_nations_in_facts
from canllaw.checks.terms import terms_in_facts
from canllaw.checks.typography import typography_in_facts
from canllaw.model import (
    Checked,
    Deadline,
    Evidence,
    Fact,
    Library,
    NotInForceError,
    Right,
    Role,
    Route,
    Source,
    Term,
    Text,
    Waiver,
    references,
    texts,
)
from canllaw.model.role import Body
from canllaw.problems import Problem, nearest
from canllaw.welsh import order

FactCheck = Callable[[Library, datetime.date], Iterator[Problem]]


def same_text(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """A text that is the same in both languages was most likely never translated."""
    for entry in library.entries.values():
        for path, text in texts(entry):
            # A name may be the same in both; a sentence may not.
            if type(text) is Text and text.cy == text.en:
                yield Problem(
                    "C302",
                    library.place(entry.id, *path, "cy"),
                    "The Welsh and the English text are the same.",
                    "Write the Welsh in cy and the English in en.",
                )


def broken_references(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """Every id in a field names a fact that exists, of the kind the field asks for."""
    for entry in library.entries.values():
        for found in references(entry):
            target = library.entries.get(found.id)
            if target is None:
                candidates = [known for known in library.entries if known.startswith(found.kind)]
                yield Problem(
                    "C402",
                    library.place(entry.id, *found.path),
                    f"'{found.id}' is not {_a(found.kind)}.",
                    nearest(found.id, candidates) or f"Look for the {found.kind} in content/.",
                )
            elif target.kind != found.kind:
                yield Problem(
                    "C403",
                    library.place(entry.id, *found.path),
                    f"'{found.id}' is {_a(target.kind)}, but here belongs {_a(found.kind)}.",
                    f"Write an id that starts with '{found.kind}.'.",
                )


def _a(kind: str) -> str:
    return f"an {kind}" if kind.startswith(("a", "e", "i", "o", "u")) else f"a {kind}"


def unconfirmed_facts(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """Unconfirmed facts are listed, so that somebody can confirm them."""
    for entry in library.entries.values():
        if isinstance(entry, Checked) and not entry.publishable:
            yield Problem(
                "C502",
                library.place(entry.id),
                f"'{entry.id}' is unconfirmed and left out of the site.",
                "Read it in a source, then change `evidence` and `read_in`.",
            )


def shown_but_unconfirmed(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """A fact that is shown cannot lean on one that is not: the card would have a hole."""
    for entry in library.entries.values():
        if isinstance(entry, Checked) and not entry.publishable:
            continue
        for found in references(entry):
            target = library.entries.get(found.id)
            if isinstance(target, Checked) and not target.publishable:
                yield Problem(
                    "C509",
                    library.place(entry.id, *found.path),
                    f"'{entry.id}' is published but names '{found.id}', which is unconfirmed.",
                    "Take the reference out and say it in words, or confirm the other fact.",
                )


def undecided_headwords(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """Somebody has ruled whether n and g, or r and h, are one letter in every Welsh headword."""
    for entry in library.of_kind("term"):
        if isinstance(entry, Term):
            for word in order.undecided([entry.name.cy]):
                yield Problem(
                    "C304",
                    library.place(entry.id, "name", "cy"),
                    f"Nobody has ruled on '{word}': is ng or rh in it one letter of the alphabet?",
                    "Add the word to the tables in src/canllaw/welsh/order.py.",
                )


def appeals_from_a_school(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """Nobody can appeal straight from a school: only a council's or college's decision."""
    for entry in library.entries.values():
        if not (isinstance(entry, Right) and entry.route is Route.APPEAL):
            continue
        for index, role_id in enumerate(entry.against):
            role = library.entries.get(role_id)
            if isinstance(role, Role) and role.body is Body.SCHOOL:
                yield Problem(
                    "C505",
                    library.place(entry.id, "against", index),
                    f"'{entry.id}' is an appeal against a school, which the law does not allow.",
                    "The council must reconsider first: name role.council or "
                    "role.college-governing-body here.",
                )


def evidence_that_does_not_fit(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """Evidence is primary only where the source itself was read."""
    for entry in library.entries.values():
        if not (isinstance(entry, Fact) and entry.evidence is Evidence.PRIMARY):
            continue
        if {citation.instrument for citation in entry.source}.isdisjoint(entry.read_in):
            yield Problem(
                "C506",
                library.place(entry.id, "evidence"),
                f"'{entry.id}' is marked primary, but none of its sources is in `read_in`.",
                "Mark it secondary, or add the source to `read_in` if it was read there.",
            )


def nobody_says_so(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """A fact that is shown names where it was read."""
    for entry in library.entries.values():
        if isinstance(entry, Checked) and entry.publishable and not entry.read_in:
            yield Problem(
                "C501",
                library.place(entry.id),
                f"'{entry.id}' has no `read_in`, so nobody can tell who says so.",
                "Add the sources it was read in, or mark it unconfirmed.",
            )


def checked_in_the_future(library: Library, day: datetime.date) -> Iterator[Problem]:
    """Nobody can have checked a fact on a day that has not come."""
    for entry in library.entries.values():
        if isinstance(entry, Checked | Source) and entry.checked > day:
            yield Problem(
                "C507",
                library.place(entry.id, "checked"),
                f"'{entry.id}' says it was checked on {entry.checked}, after {day}.",
                "Write the day somebody really compared it with its source.",
            )


def dated_values(library: Library, day: datetime.date) -> Iterator[Problem]:
    """Values stand in the order of their first days, and one of them is in force."""
    for entry in library.entries.values():
        if not isinstance(entry, Deadline):
            continue
        starts = [value.start for value in entry.values]
        for index in range(1, len(starts)):
            if starts[index] <= starts[index - 1]:
                yield Problem(
                    "C205",
                    library.place(entry.id, "values", index, "from"),
                    f"This value starts on {starts[index]}, not after the one above it.",
                    "Put the values in the order of their days; no two start on the same day.",
                )
        try:
            entry.value_on(day)
        except NotInForceError:
            yield Problem(
                "C508",
                library.place(entry.id, "values", 0, "from"),
                f"'{entry.id}' has no value on {day}: its first one starts on {min(starts)}.",
                "Add a value that starts earlier, or build for a later day.",
            )


FACT_CHECKS: Final[tuple[FactCheck, ...]] = (
    same_text,
    undecided_headwords,
    nobody_says_so,
    broken_references,
    unconfirmed_facts,
    shown_but_unconfirmed,
    appeals_from_a_school,
    evidence_that_does_not_fit,
    checked_in_the_future,
    dated_values,
    other_nations_in_facts,
    equal_figures_in_facts,
    typography_in_facts,
    terms_in_facts,
    language_of_facts,
)


def unused_facts(library: Library, used: Collection[str]) -> Iterator[Problem]:
    """A fact nothing refers to and no page shows is either forgotten or no longer needed."""
    named = {found.id for entry in library.entries.values() for found in references(entry)}
    for entry in library.entries.values():
        hidden = isinstance(entry, Waiver) or (isinstance(entry, Checked) and not entry.publishable)
        if entry.id not in named and entry.id not in used and not hidden:
            yield Problem(
                "C404",
                library.place(entry.id),
                f"Nothing refers to '{entry.id}' and no page shows it.",
                f"Show it on a page with a macro, or delete it: `canllaw facts {entry.id}`.",
            )
