"""Checks of what facts say of each other: nothing missing, hidden or forgotten."""

import datetime
from collections.abc import Collection, Iterator

from canllaw.languages import Words
from canllaw.model import Checked, Library, Waiver, references
from canllaw.problems import Problem, nearest


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
                    Words(
                        cy=f"Nid oes '{found.id}' ymhlith y ffeithiau o’r math '{found.kind}'.",
                        en=f"'{found.id}' is not {_a(found.kind)}.",
                    ),
                    nearest(found.id, candidates)
                    or Words(
                        cy=f"Chwiliwch am y ffeithiau o’r math '{found.kind}' yn content/.",
                        en=f"Look for the {found.kind} in content/.",
                    ),
                )
            elif target.kind != found.kind:
                yield Problem(
                    "C403",
                    library.place(entry.id, *found.path),
                    Words(
                        cy=f"Ffaith o’r math '{target.kind}' yw '{found.id}', ond un o’r math "
                        f"'{found.kind}' sydd ei hangen yma.",
                        en=f"'{found.id}' is {_a(target.kind)}, but here belongs {_a(found.kind)}.",
                    ),
                    Words(
                        cy=f"Ysgrifennwch id sy’n dechrau gyda '{found.kind}.'.",
                        en=f"Write an id that starts with '{found.kind}.'.",
                    ),
                )


def _a(kind: str) -> str:
    return f"an {kind}" if kind.startswith(("a", "e", "i", "o", "u")) else f"a {kind}"


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
                    Words(
                        cy=f"Mae '{entry.id}' ar y wefan ac yn enwi '{found.id}', ond nid oes neb "
                        f"wedi cadarnhau '{found.id}' eto.",
                        en=f"'{entry.id}' is published but names '{found.id}', which is "
                        "unconfirmed.",
                    ),
                    Words(
                        cy="Tynnwch y cyfeiriad ato a dywedwch hynny mewn geiriau, neu cadarnhewch "
                        "y ffaith arall.",
                        en="Take the reference out and say it in words, or confirm the other fact.",
                    ),
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
                Words(
                    cy=f"Nid oes dim yn cyfeirio at '{entry.id}', ac nid oes tudalen yn ei dangos.",
                    en=f"Nothing refers to '{entry.id}' and no page shows it.",
                ),
                Words(
                    cy="Dangoswch hi ar dudalen gyda macro, neu dilëwch hi: `canllaw facts "
                    f"{entry.id}`.",
                    en=f"Show it on a page with a macro, or delete it: `canllaw facts {entry.id}`.",
                ),
            )
