"""The proof that the stages cover 0–25: every age, in every setting, exactly once."""

from collections.abc import Iterator
from typing import Final

from canllaw.model import AgeStage, Library, Setting, Text
from canllaw.problems import Place, Problem

FIRST_AGE: Final = 0
LAST_AGE: Final = 25


def stage_cover(library: Library) -> Iterator[Problem]:
    """Walk along the ages of each setting and name each gap and each overlap."""
    stages = _main_stages(library)
    if not stages:
        return
    for setting in Setting:
        line = sorted(
            (stage for stage in stages if setting in stage.settings),
            key=lambda stage: (stage.start.age, stage.end.age),
        )
        yield from _walk(library, setting, line, library.place(stages[0].id))


def _walk(
    library: Library, setting: Setting, line: list[AgeStage], nowhere: Place
) -> Iterator[Problem]:
    reached, place = FIRST_AGE, nowhere
    for stage in line:
        if stage.start.age > reached:
            yield _gap(library.place(stage.id, "from", "age"), setting, reached, stage.start.age)
        elif stage.start.age < reached:
            yield Problem(
                "C504",
                library.place(stage.id, "from", "age"),
                f"'{stage.id}' starts at {stage.start.age}, but another stage covers "
                f"{setting.value} up to {reached}.",
                "Move one of the boundaries, or describe the `circumstance` that sets it apart.",
            )
        reached = max(reached, stage.end.age)
        place = library.place(stage.id, "to", "age")
    if reached < LAST_AGE:
        yield _gap(place, setting, reached, LAST_AGE)


def _gap(place: Place, setting: Setting, start: int, end: int) -> Problem:
    return Problem(
        "C503",
        place,
        f"No stage covers the ages {start} to {end} for {setting.value}.",
        "Move a boundary so that the stages meet, or add the missing stage.",
    )


def boundary_words(library: Library) -> Iterator[Problem]:
    """The same moment is described in the same words wherever a stage begins or ends at it."""
    first: dict[int, Text] = {}
    for stage in _main_stages(library):
        for name, boundary in (("from", stage.start), ("to", stage.end)):
            moment = first.setdefault(boundary.age, boundary.moment)
            if moment != boundary.moment:
                yield Problem(
                    "C504",
                    library.place(stage.id, name, "moment"),
                    f"'{stage.id}' describes the moment at {boundary.age} in other words than an "
                    "earlier stage.",
                    "Use the same words for the same moment on both sides of a boundary.",
                )


def backward_stages(library: Library) -> Iterator[Problem]:
    """A stage ends after it begins."""
    for entry in library.entries.values():
        if isinstance(entry, AgeStage) and entry.end.age <= entry.start.age:
            yield Problem(
                "C504",
                library.place(entry.id, "to", "age"),
                f"'{entry.id}' ends at {entry.end.age}, not after it begins at {entry.start.age}.",
                "Write the age at which the stage ends.",
            )


def _main_stages(library: Library) -> list[AgeStage]:
    return [
        entry
        for entry in library.of_kind("age_stage")
        if isinstance(entry, AgeStage) and entry.circumstance is None
    ]


STAGE_CHECKS: Final = (stage_cover, boundary_words, backward_stages)
