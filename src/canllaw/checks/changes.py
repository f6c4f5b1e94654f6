"""What changes is written down for readers, and what is written down names what is there."""

import datetime
from collections.abc import Iterator, Mapping
from itertools import chain

from canllaw.languages import Words
from canllaw.model import Deadline, Library, NotedChange, Page, PageKey, is_publishable
from canllaw.problems import Problem, nearest


def noted_changes(library: Library, pages: Mapping[PageKey, Page]) -> Iterator[Problem]:
    """Every value that starts after the first change is among the changes, and every fact and page
    that a change names is there.
    """
    changes = [entry for entry in library.of_kind("change") if isinstance(entry, NotedChange)]
    for change in changes:
        yield from _names_what_is_gone(library, pages, change)
    if changes:
        yield from _not_noted(library, changes, min(change.day for change in changes))


def _names_what_is_gone(
    library: Library, pages: Mapping[PageKey, Page], change: NotedChange
) -> Iterator[Problem]:
    # A fact that was renamed since is still the one that changed.
    facts = {*library.entries, *chain.from_iterable(each.was for each in library.entries.values())}
    paths = {path for _, path in pages}
    for field, known in (("facts", facts), ("pages", paths)):
        for index, name in enumerate(getattr(change, field)):
            if name not in known:
                yield Problem(
                    "C721",
                    library.place(change.id, field, index),
                    Words(
                        cy=f"Nid oes '{name}' yma, felly ni all darllenwyr weld beth newidiodd.",
                        en=f"There is no '{name}', so readers cannot see what changed.",
                    ),
                    nearest(name, known)
                    or Words(
                        cy=f"Enwch rywbeth sydd yno, neu ei ddileu o `{field}`.",
                        en=f"Name something that is there, or delete it from `{field}`.",
                    ),
                )


def _not_noted(
    library: Library, changes: list[NotedChange], first: datetime.date
) -> Iterator[Problem]:
    noted = {(name, change.counts_from) for change in changes for name in change.facts}
    for entry in library.entries.values():
        if not isinstance(entry, Deadline) or not is_publishable(entry):
            continue
        for index, value in enumerate(entry.values):
            if value.start > first and (entry.id, value.start) not in noted:
                yield Problem(
                    "C720",
                    library.place(entry.id, "values", index),
                    Words(
                        cy=f"Mae '{entry.id}' yn newid ar {value.start}, ond nid yw hynny ymhlith "
                        "y newidiadau, felly ni fydd neb sy’n eu dilyn yn cael gwybod.",
                        en=f"'{entry.id}' changes on {value.start}, but that is not among the "
                        "changes, so nobody who follows them is told.",
                    ),
                    Words(
                        cy="Ysgrifennwch gofnod 'kind: change' yn content/changes.yml, gyda "
                        f"'facts: [{entry.id}]' a 'counts_from: {value.start}'.",
                        en="Write an entry 'kind: change' in content/changes.yml, with "
                        f"'facts: [{entry.id}]' and 'counts_from: {value.start}'.",
                    ),
                )
