"""The proof that the stages cover 0–25: every age, in every setting, exactly once."""

from collections.abc import Iterator
from typing import Final

from canllaw.languages import Words
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
                Words(
                    cy=f"Mae '{stage.id}' yn dechrau yn {stage.start.age} oed, ond mae cyfnod "
                    f"arall yn cynnwys '{setting.value}' hyd at {reached} oed.",
                    en=f"'{stage.id}' starts at {stage.start.age}, but another stage covers "
                    f"{setting.value} up to {reached}.",
                ),
                Words(
                    cy="Symudwch un o’r ffiniau, neu disgrifiwch yn `circumstance` beth sy’n "
                    "wahanol amdano.",
                    en="Move one of the boundaries, or describe the `circumstance` that sets it "
                    "apart.",
                ),
            )
        reached = max(reached, stage.end.age)
        place = library.place(stage.id, "to", "age")
    if reached < LAST_AGE:
        yield _gap(place, setting, reached, LAST_AGE)


def _gap(place: Place, setting: Setting, start: int, end: int) -> Problem:
    return Problem(
        "C503",
        place,
        Words(
            cy=f"Nid oes cyfnod ar gyfer yr oedrannau {start} i {end} yn '{setting.value}'.",
            en=f"No stage covers the ages {start} to {end} for {setting.value}.",
        ),
        Words(
            cy="Symudwch ffin fel bod y cyfnodau’n cwrdd, neu ychwanegwch y cyfnod sydd ar goll.",
            en="Move a boundary so that the stages meet, or add the missing stage.",
        ),
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
                    Words(
                        cy=f"Mae '{stage.id}' yn disgrifio’r foment yn {boundary.age} oed mewn "
                        "geiriau gwahanol i gyfnod cynharach.",
                        en=f"'{stage.id}' describes the moment at {boundary.age} in other words "
                        "than an "
                        "earlier stage.",
                    ),
                    Words(
                        cy="Defnyddiwch yr un geiriau am yr un foment ar ddwy ochr ffin.",
                        en="Use the same words for the same moment on both sides of a boundary.",
                    ),
                )


def backward_stages(library: Library) -> Iterator[Problem]:
    """A stage ends after it begins."""
    for entry in library.entries.values():
        if isinstance(entry, AgeStage) and entry.end.age <= entry.start.age:
            yield Problem(
                "C504",
                library.place(entry.id, "to", "age"),
                Words(
                    cy=f"Mae '{entry.id}' yn gorffen yn {entry.end.age} oed, nid ar ôl dechrau yn "
                    f"{entry.start.age} oed.",
                    en=f"'{entry.id}' ends at {entry.end.age}, not after it begins at "
                    f"{entry.start.age}.",
                ),
                Words(
                    cy="Ysgrifennwch yr oedran pan fydd y cyfnod yn gorffen.",
                    en="Write the age at which the stage ends.",
                ),
            )


def _main_stages(library: Library) -> list[AgeStage]:
    return [
        entry
        for entry in library.of_kind("age_stage")
        if isinstance(entry, AgeStage) and entry.circumstance is None
    ]


STAGE_CHECKS: Final = (stage_cover, boundary_words, backward_stages)
