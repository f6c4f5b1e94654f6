"""What the site says of its Welsh is proved by tests that exist."""

from collections.abc import Collection, Iterator

from canllaw.languages import Words
from canllaw.model import Library, Standard
from canllaw.problems import Problem, nearest


def proved_standards(library: Library, tests: Collection[str]) -> Iterator[Problem]:
    """Every test that is named as a proof is one of `tests`."""
    for entry in library.of_kind("standard"):
        if not isinstance(entry, Standard):
            continue
        for index, name in enumerate(entry.tests):
            if name not in tests:
                yield Problem(
                    "C407",
                    library.place(entry.id, "tests", index),
                    Words(
                        cy=f"Nid oes prawf '{name}', felly nid yw’n profi dim.",
                        en=f"There is no test '{name}', so it proves nothing.",
                    ),
                    nearest(name, tests)
                    or Words(
                        cy="Enwch brawf sy’n bod, neu gadewch `tests` allan.",
                        en="Name a test that exists, or leave `tests` out.",
                    ),
                )
