from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canllaw.build import prepare
from canllaw.checks.stages import FIRST_AGE, LAST_AGE, STAGE_CHECKS, stage_cover
from canllaw.model import AgeStage, Library, Setting, Text
from canllaw.problems import Place
from conftest import DAY, Edit, English, in_english

FACTS = "content/facts.yml"
FROM_16 = '  from: {age: 16, moment: {cy: "gadael ysgol", en: "leaving school"}}'
TO_16 = '  to: {age: 16, moment: {cy: "gadael ysgol", en: "leaving school"}}'
TO_25 = '  to: {age: 25, moment: {cy: "diwedd y flwyddyn", en: "the end of the year"}}\n  settings'
EVERYWHERE = ", ".join(Setting)
GAP_HINT = "Move a boundary so that the stages meet, or add the missing stage."
OVERLAP_HINT = "Move one of the boundaries, or describe the `circumstance` that sets it apart."

Stretch = tuple[int, int, frozenset[Setting]]


class _Unplaced:
    """The tree of an entry that was never in a file."""

    def spot_of(self, path: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
        return (1, 1)


def _library(stretches: list[Stretch], **fields: Any) -> Library:
    stages = {f"age_stage.s{index}": stretch for index, stretch in enumerate(stretches)}
    return Library(
        {name: _stage(name, *stretch, **fields) for name, stretch in stages.items()},
        dict.fromkeys(stages, "content/stages.yml"),
        dict.fromkeys(stages, _Unplaced()),
    )


def _stage(name: str, start: int, end: int, where: frozenset[Setting], **fields: Any) -> AgeStage:
    text = {"cy": "Testun.", "en": "Text."}
    return AgeStage.model_validate(
        {
            "kind": "age_stage",
            "id": name,
            "name": text,
            "from": {"age": start, "moment": {"cy": f"oed {start}", "en": f"age {start}"}},
            "to": {"age": end, "moment": {"cy": f"oed {end}", "en": f"age {end}"}},
            "settings": sorted(where),
            "aln_test": text,
            "provision": "provision.test",
            "decides": ["role.school"],
            "maintains": ["role.school"],
            "how": text,
            "rights_of": ["child"],
            "consent": text,
            "source": [{"instrument": "source.act"}],
            "evidence": "primary",
            "checked": "2026-01-15",
            **fields,
        }
    )


def _ids(library: Library) -> set[str]:
    return {problem.id for check in STAGE_CHECKS for problem in check(library)}


def _gap(setting: Setting, start: int, end: int, line: int, column: int) -> English:
    message = f"No stage covers the ages {start} to {end} for {setting.value}."
    return English("C503", Place(FACTS, line, column), message, GAP_HINT)


def _in_each_setting(problems: Iterable[English]) -> tuple[English, ...]:
    return tuple(sorted(problems, key=attrgetter("place", "id", "message")))


def test_C503_gap_between_stages(tiny: Path, edit: Edit) -> None:
    """A stretch of ages between two stages is a gap, in each setting, where the second begins."""
    edit(FACTS, FROM_16, FROM_16.replace("16", "19").replace("gadael", "ar ôl"))
    expected = _in_each_setting(_gap(setting, 16, 19, 220, 15) for setting in Setting)
    assert in_english(prepare(tiny, DAY).errors) == expected


def test_C503_gap_at_the_start(tiny: Path, edit: Edit) -> None:
    """The range begins at birth: a first stage that starts later leaves a gap."""
    birth = 'birth"}}\n  to: {age: 16'
    edit(
        FACTS,
        f'from: {{age: 0, moment: {{cy: "genedigaeth", en: "{birth}',
        f'from: {{age: 3, moment: {{cy: "genedigaeth", en: "{birth}',
    )
    expected = _in_each_setting(_gap(setting, 0, 3, 203, 15) for setting in Setting)
    assert in_english(prepare(tiny, DAY).errors) == expected


def test_C503_gap_at_the_end(tiny: Path, edit: Edit) -> None:
    """The range ends at 25: a last stage that ends sooner leaves a gap."""
    edit(FACTS, TO_25, TO_25.replace("25", "19"))
    expected = _in_each_setting(_gap(setting, 19, 25, 221, 13) for setting in Setting)
    assert in_english(prepare(tiny, DAY).errors) == expected


def test_C503_setting_without_stages(tiny: Path, edit: Edit) -> None:
    """A setting that no stage names is one gap over the whole range."""
    facts = (tiny / FACTS).read_text(encoding="utf-8")
    (tiny / FACTS).write_text(
        facts.replace(f"settings: [{EVERYWHERE}]", "settings: [maintained-school, elsewhere]"),
        encoding="utf-8",
    )
    assert in_english(prepare(tiny, DAY).errors) == (_gap(Setting.COLLEGE, 0, 25, 201, 7),)


def test_C504_overlapping_stages(tiny: Path, edit: Edit) -> None:
    """Ages that two stages cover in the same setting are named where the second begins."""
    edit(FACTS, FROM_16, FROM_16.replace("16", "14").replace("gadael", "cyn"))
    assert in_english(prepare(tiny, DAY).errors) == _in_each_setting(
        English(
            "C504",
            Place(FACTS, 220, 15),
            "'age_stage.young-person' starts at 14, but another stage covers "
            f"{setting.value} up to 16.",
            OVERLAP_HINT,
        )
        for setting in Setting
    )


def test_C504_moment_in_other_words(tiny: Path, edit: Edit) -> None:
    """Where one stage ends the next begins, so both describe the moment in the same words."""
    edit(FACTS, FROM_16, FROM_16.replace("leaving school", "the end of school"))
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C504",
            Place(FACTS, 220, 27),
            "'age_stage.young-person' describes the moment at 16 in other words than an earlier "
            "stage.",
            "Use the same words for the same moment on both sides of a boundary.",
        ),
    )


@pytest.mark.parametrize("end", [14, 15])
def test_C504_stage_that_ends_before_it_begins(tiny: Path, edit: Edit, end: int) -> None:
    """A stage ends after it begins; one of no length is no stage, whatever its circumstance."""
    edit(
        FACTS,
        FROM_16,
        f'  circumstance: {{cy: "Yn y coleg.", en: "At college."}}\n{FROM_16}'.replace("16", "15"),
    )
    edit(FACTS, TO_25, TO_25.replace("25", str(end)))
    edit(FACTS, TO_16, TO_16.replace("16", "25"))
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C504",
            Place(FACTS, 222, 13),
            f"'age_stage.young-person' ends at {end}, not after it begins at 15.",
            "Write the age at which the stage ends.",
        ),
    )


def test_circumstance_is_no_overlap(tiny: Path, edit: Edit) -> None:
    """A stage with a circumstance lies over the others on purpose, in words of its own."""
    edit(FACTS, TO_16, TO_16.replace("16", "25"))
    edit(FACTS, FROM_16, f'  circumstance: {{cy: "Dan ofal.", en: "Looked after."}}\n{FROM_16}')
    assert prepare(tiny, DAY).errors == ()


def test_circumstance_fills_no_gap(tiny: Path, edit: Edit) -> None:
    """A stage with a circumstance covers no age for everybody else."""
    edit(FACTS, FROM_16, f'  circumstance: {{cy: "Dan ofal.", en: "Looked after."}}\n{FROM_16}')
    expected = _in_each_setting(_gap(setting, 16, 25, 204, 13) for setting in Setting)
    assert in_english(prepare(tiny, DAY).errors) == expected


def test_no_stages_at_all() -> None:
    """A library without stages claims nothing about ages, so there is nothing to prove."""
    assert _ids(Library()) == set()


AGES = st.integers(FIRST_AGE, LAST_AGE)


@st.composite
def _partitions(draw: st.DrawFn) -> list[Stretch]:
    """Stages that cover every age once in each setting, each setting cut at ages of its own."""
    stretches = []
    for setting in Setting:
        cuts = draw(st.sets(st.integers(FIRST_AGE + 1, LAST_AGE - 1), max_size=6))
        ends = [FIRST_AGE, *sorted(cuts), LAST_AGE]
        stretches += [(start, end, frozenset({setting})) for start, end in pairwise(ends)]
    return draw(st.permutations(stretches))


@settings(deadline=None)
@given(_partitions())
def test_proper_partition_has_no_problem(stretches: list[Stretch]) -> None:
    """Stages that meet end to end have no problem, in whatever order the file has them."""
    assert _ids(_library(stretches)) == set()


@settings(deadline=None)
@given(_partitions(), st.data())
def test_any_gap_is_found(stretches: list[Stretch], data: st.DataObject) -> None:
    """Take any years out of a proper partition, and they are named as a gap."""
    index = data.draw(st.integers(0, len(stretches) - 1))
    start, end, where = stretches[index]
    first = data.draw(st.integers(start, end - 1))
    last = data.draw(st.integers(first + 1, end))
    left = [(start, first, where), (last, end, where)]
    stretches[index : index + 1] = [stretch for stretch in left if stretch[0] < stretch[1]]
    (setting,) = where
    found = in_english(stage_cover(_library(stretches)))
    assert [(problem.id, problem.message) for problem in found] == [
        ("C503", f"No stage covers the ages {first} to {last} for {setting.value}.")
    ]


@settings(deadline=None)
@given(_partitions(), st.sets(AGES, min_size=2, max_size=2), st.sampled_from(Setting))
def test_any_overlap_is_found(stretches: list[Stretch], ages: set[int], setting: Setting) -> None:
    """Lay one more stage over a proper partition, and the overlap is found in its setting."""
    start, end = sorted(ages)
    library = _library([*stretches, (start, end, frozenset({setting}))])
    found = in_english(stage_cover(library))
    assert found
    assert {problem.id for problem in found} == {"C504"}
    assert all(f"another stage covers {setting.value}" in problem.message for problem in found)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(AGES, AGES, st.frozensets(st.sampled_from(Setting), min_size=1)),
        min_size=1,
        max_size=8,
    )
)
def test_found_exactly_where_counting_finds_it(drawn: list[Stretch]) -> None:
    """Of any stages at all, gaps and overlaps are found just where counting year by year says."""
    stretches = [(min(a, b), max(a, b), where) for a, b, where in drawn if a != b]
    covered = Counter(
        (year, setting)
        for start, end, where in stretches
        for year in range(start, end)
        for setting in where
    )
    every = [(year, setting) for year in range(FIRST_AGE, LAST_AGE) for setting in Setting]
    expected = {
        *({"C503"} if stretches and any(not covered[spot] for spot in every) else ()),
        *({"C504"} if any(covered[spot] > 1 for spot in every) else ()),
    }
    assert _ids(_library(stretches)) == expected


def test_circumstances_alone_prove_nothing() -> None:
    """Stages that all have a circumstance may lie anywhere."""
    aside = Text(cy="Dan ofal.", en="Looked after.").model_dump()
    everywhere = frozenset(Setting)
    library = _library([(0, 20, everywhere), (10, 12, everywhere)], circumstance=aside)
    assert _ids(library) == set()
