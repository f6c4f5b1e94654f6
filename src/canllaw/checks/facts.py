"""Checks of facts: texts, evidence and dated values, and the list of all that facts pass."""

import datetime
from collections.abc import Callable, Iterator
from typing import Final

from canllaw.checks.equal_facts import equal_figures_in_facts
from canllaw.checks.language import language_of_facts
from canllaw.checks.other_nations import other_nations_in_facts
from canllaw.checks.references import broken_references, shown_but_unconfirmed
from canllaw.checks.terms import terms_in_facts
from canllaw.checks.typography import typography_in_facts
from canllaw.languages import Words
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
    texts,
)
from canllaw.model.role import Body
from canllaw.problems import Problem
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
                    Words(
                        cy="Mae’r testun Cymraeg a’r testun Saesneg yr un fath.",
                        en="The Welsh and the English text are the same.",
                    ),
                    Words(
                        cy="Ysgrifennwch y Gymraeg yn cy a’r Saesneg yn en.",
                        en="Write the Welsh in cy and the English in en.",
                    ),
                )


def unconfirmed_facts(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """Unconfirmed facts are listed, so that somebody can confirm them."""
    for entry in library.entries.values():
        if isinstance(entry, Checked) and not entry.publishable:
            yield Problem(
                "C502",
                library.place(entry.id),
                Words(
                    cy=f"Nid oes neb wedi cadarnhau '{entry.id}' eto, felly nid yw ar y wefan.",
                    en=f"'{entry.id}' is unconfirmed and left out of the site.",
                ),
                Words(
                    cy="Darllenwch hynny mewn ffynhonnell, ac wedyn newidiwch `evidence` a "
                    "`read_in`.",
                    en="Read it in a source, then change `evidence` and `read_in`.",
                ),
            )


def undecided_headwords(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """Somebody has ruled whether n and g, or r and h, are one letter in every Welsh headword."""
    for entry in library.of_kind("term"):
        if isinstance(entry, Term):
            for word in order.undecided([entry.name.cy]):
                yield Problem(
                    "C304",
                    library.place(entry.id, "name", "cy"),
                    Words(
                        cy=f"Nid oes neb wedi penderfynu am '{word}': ai un llythyren yw’r ng "
                        "neu’r rh sydd ynddo?",
                        en=f"Nobody has ruled on '{word}': is ng or rh in it one letter of the "
                        "alphabet?",
                    ),
                    Words(
                        cy="Ychwanegwch y gair at y tablau yn src/canllaw/welsh/order.py.",
                        en="Add the word to the tables in src/canllaw/welsh/order.py.",
                    ),
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
                    Words(
                        cy=f"Apêl yn erbyn ysgol yw '{entry.id}', ac nid yw’r gyfraith yn caniatáu "
                        "hynny.",
                        en=f"'{entry.id}' is an appeal against a school, which the law does not "
                        "allow.",
                    ),
                    Words(
                        cy="Rhaid i’r cyngor ailystyried yn gyntaf: enwch role.council neu "
                        "role.college-governing-body yma.",
                        en="The council must reconsider first: name role.council or "
                        "role.college-governing-body here.",
                    ),
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
                Words(
                    cy=f"Mae '{entry.id}' yn dweud `primary`, ond nid oes yr un o’i ffynonellau yn "
                    "`read_in`.",
                    en=f"'{entry.id}' is marked primary, but none of its sources is in `read_in`.",
                ),
                Words(
                    cy="Ysgrifennwch `secondary`, neu ychwanegwch y ffynhonnell at `read_in` os "
                    "cafodd ei darllen yno.",
                    en="Mark it secondary, or add the source to `read_in` if it was read there.",
                ),
            )


def nobody_says_so(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """A fact that is shown names where it was read."""
    for entry in library.entries.values():
        if isinstance(entry, Checked) and entry.publishable and not entry.read_in:
            yield Problem(
                "C501",
                library.place(entry.id),
                Words(
                    cy=f"Nid oes `read_in` gan '{entry.id}', felly ni all neb weld pwy sy’n dweud "
                    "hynny.",
                    en=f"'{entry.id}' has no `read_in`, so nobody can tell who says so.",
                ),
                Words(
                    cy="Ychwanegwch y ffynonellau lle cafodd ei darllen, neu ysgrifennwch "
                    "`unconfirmed` yn `evidence`.",
                    en="Add the sources it was read in, or mark it unconfirmed.",
                ),
            )


def checked_in_the_future(library: Library, day: datetime.date) -> Iterator[Problem]:
    """Nobody can have checked a fact on a day that has not come."""
    for entry in library.entries.values():
        if isinstance(entry, Checked | Source) and entry.checked > day:
            yield Problem(
                "C507",
                library.place(entry.id, "checked"),
                Words(
                    cy=f"Yn ôl '{entry.id}' cafodd ei gwirio ar {entry.checked}, ond mae hynny ar "
                    f"ôl {day}.",
                    en=f"'{entry.id}' says it was checked on {entry.checked}, after {day}.",
                ),
                Words(
                    cy="Ysgrifennwch y diwrnod y gwnaeth rhywun ei chymharu â’i ffynhonnell mewn "
                    "gwirionedd.",
                    en="Write the day somebody really compared it with its source.",
                ),
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
                    Words(
                        cy=f"Mae’r gwerth hwn yn dechrau ar {starts[index]}, nid ar ôl yr un uwch "
                        "ei ben.",
                        en=f"This value starts on {starts[index]}, not after the one above it.",
                    ),
                    Words(
                        cy="Rhowch y gwerthoedd yn nhrefn eu dyddiadau; ni chaiff dau ddechrau "
                        "ar yr un diwrnod.",
                        en="Put the values in the order of their days; no two start on the same "
                        "day.",
                    ),
                )
        try:
            entry.value_on(day)
        except NotInForceError:
            yield Problem(
                "C508",
                library.place(entry.id, "values", 0, "from"),
                Words(
                    cy=f"Nid oes gwerth gan '{entry.id}' ar {day}: mae’r cyntaf yn dechrau ar "
                    f"{min(starts)}.",
                    en=f"'{entry.id}' has no value on {day}: its first one starts on "
                    f"{min(starts)}.",
                ),
                Words(
                    cy="Ychwanegwch werth sy’n dechrau’n gynharach, neu adeiladwch ar gyfer "
                    "diwrnod diweddarach.",
                    en="Add a value that starts earlier, or build for a later day.",
                ),
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
