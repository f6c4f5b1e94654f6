"""How well it is noticed that one language has moved: edits with known truth, on the real content.

    python benchmarks/drift.py [--each 200]

Everything is recorded as agreed in a copy of the project; then, kind by kind, many units of all
sorts are edited in their files, and what is said of every unit is compared with the truth. That an
edit of the second sort changes nothing but how a section is typed is proved by rendering it: the
words and links of the HTML must be the same. Prints a table: how many edits, alarms missed, alarms
that name the wrong side or another text, and texts that lost their agreement without a word.
"""

import argparse
import datetime
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import markdown

from canllaw.agreement import Comparison, Standing, State, recording, rewritten
from canllaw.build import compared
from canllaw.languages import LANGUAGES, Language
from canllaw.units import Unit
from drift_edits import IN_YAML, ONLY_TYPED, PAGES, SAYS, Kind, Restructuring, typo

REPOSITORY = Path(__file__).parent.parent
EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables"]

Standings = Mapping[str, Standing]
Truth = Mapping[str, State]
"""The state each unit should be in, where it is not agreed."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was made of one kind of edit."""

    name: str
    edits: int
    expected: int
    missed: int
    false: int
    lost: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one side in their file, and what they shall be."""

    unit: Unit
    side: Language
    new: str


class World:
    """A copy of a project in which all is agreed, put back after each kind of edit."""

    def __init__(self, root: Path, home: Path) -> None:
        self.root, self._home = home / "now", home / "as-agreed"
        for folder in ("content", "docs"):
            shutil.copytree(root / folder, self._home / folder)
        agreement, _problems = compared(self._home)
        whole = [name for name, each in agreement.standings.items() if each.unit.is_whole]
        someone = Comparison("A. N. Editor", datetime.date(2026, 11, 23))
        for path, change in recording(agreement, whole, someone).items():
            (self._home / path).parent.mkdir(parents=True, exist_ok=True)
            (self._home / path).write_text(rewritten("", change.put), encoding="utf-8")
        self.reset()
        self.standings = compared(self.root)[0].standings

    def reset(self) -> None:
        """Put everything back as it was agreed."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self._home, self.root)

    def edit(self, passages: Iterable[Passage]) -> list[Passage]:
        """Write passages into their files; return those whose words stand there as they are."""
        files: dict[str, list[Passage]] = defaultdict(list)
        for passage in passages:
            files[passage.unit.sides[passage.side].place.path].append(passage)
        done: list[Passage] = []
        for path, inside in files.items():
            text = (self.root / path).read_text(encoding="utf-8")
            # From the end, so that what stands before keeps its place.
            for passage in sorted(inside, key=_spot, reverse=True):
                at = _found(text, passage)
                if at >= 0:
                    old = passage.unit.sides[passage.side].words
                    text = text[:at] + passage.new + text[at + len(old) :]
                    done.append(passage)
            (self.root / path).write_text(text, encoding="utf-8")
        return done

    def judged(self, name: str, edits: int, truth: Truth, renamed: Mapping[str, str]) -> Result:
        """Compare what is said of every unit with the truth, and put everything back."""
        found = compared(self.root)[0].standings
        self.reset()
        moved = {name: each.state for name, each in found.items() if each.moved}
        agreed_before = (name for name, each in self.standings.items() if each.is_agreed)
        lost = [
            each
            for each in agreed_before
            if (now := found.get(renamed.get(each, each))) is None or now.record is None
        ]
        missed = [each for each, state in truth.items() if moved.get(each) is not state]
        false = [each for each, state in moved.items() if truth.get(each) is not state]
        return Result(name, edits, len(truth), len(missed), len(false), len(lost))


def _spot(passage: Passage) -> tuple[int, int]:
    place = passage.unit.sides[passage.side].place
    # The Welsh of a label stands before the English, and both have the place of their name.
    return place.line, place.column + (passage.side == "en")


def _found(text: str, passage: Passage) -> int:
    side = passage.unit.sides[passage.side]
    if side.words == passage.unit.sides["cy" if passage.side == "en" else "en"].words:
        return -1
    start = sum(map(len, text.splitlines(keepends=True)[: side.place.line - 1]))
    # Behind the name of a label, which may hold the same word.
    name = passage.unit.id.removeprefix("label/") if passage.unit.owner == "label" else ""
    at = text.find(side.words, start + len(name))
    return at if passage.unit.is_markdown or at - start < len(side.words) + 400 else -1


def chosen(world: World, kind: Kind, each: int, random: Random) -> list[Passage]:
    """Return passages to edit, on either side, of as many sorts of units as there are."""
    sorts: dict[str, list[Unit]] = defaultdict(list)
    for standing in world.standings.values():
        if standing.is_agreed and kind.fits(standing.unit):
            sorts[re.sub(r"[.#:].*", "", standing.unit.owner)].append(standing.unit)
    for units in sorts.values():
        random.shuffle(units)
    passages: list[Passage] = []
    while len(passages) < each and any(sorts.values()):
        for units in filter(None, sorts.values()):
            unit, side = units.pop(), random.choice(LANGUAGES)
            new = kind.change(unit.sides[side].words, random)
            if new != unit.sides[side].words and (kind.says or _reads_the_same(unit, side, new)):
                passages.append(Passage(unit, side, new))
    return passages[:each]


def _reads_the_same(unit: Unit, side: Language, new: str) -> bool:
    return not unit.is_markdown or _read(unit.sides[side].words) == _read(new)


def _read(words: str) -> list[str]:
    """Return what a reader of the page would see, and where its links lead."""
    page = re.sub(r"<!--.*?-->", "", markdown.markdown(words, extensions=EXTENSIONS), flags=re.S)
    links = re.findall(r'href="([^"]+)"', page)
    return [*re.sub(r"<[^>]+>", " ", page).split(), *links]


_ALONE = {"cy": State.CY_MOVED, "en": State.EN_MOVED}


def of_words(world: World, kind: Kind, each: int, random: Random) -> Result:
    """Edit one side of many units."""
    done = world.edit(chosen(world, kind, each, random))
    truth = {edit.unit.id: _ALONE[edit.side] for edit in done if kind.says}
    return world.judged(kind.name, len(done), truth, {})


def of_both(world: World, each: int, random: Random) -> Result:
    """Edit both sides of many units together: somebody is asked to compare, nothing is stopped."""
    first = [edit for edit in chosen(world, SAYS[0], each, random) if "\n" not in edit.new]
    both = [
        Passage(edit.unit, side, typo(edit.unit.sides[side].words, random))
        for edit in first
        for side in LANGUAGES
    ]
    sides: dict[str, set[Language]] = defaultdict(set)
    for edit in world.edit(edit for edit in both if edit.new != edit.unit.sides[edit.side].words):
        sides[edit.unit.id].add(edit.side)
    truth = {
        name: State.BOTH_MOVED if len(moved) == len(LANGUAGES) else _ALONE[moved.pop()]
        for name, moved in sides.items()
    }
    return world.judged("both sides together", len(truth), truth, {})


def of_reverts(world: World, each: int, random: Random) -> Result:
    """Edit one side of many units, and take it back."""
    done = world.edit(chosen(world, SAYS[4], each, random))
    for edit in done:
        path = world.root / edit.unit.sides[edit.side].place.path
        text = path.read_text(encoding="utf-8")
        words = edit.unit.sides[edit.side].words
        path.write_text(text.replace(edit.new, words, 1), encoding="utf-8")
    return world.judged("an edit taken back", len(done), {}, {})


def of_pages(world: World, kind: Restructuring, each: int, random: Random) -> Result:
    """Restructure both sides of every page."""
    names = {unit: kind.rename(unit) for unit in world.standings if ".md" in unit}
    lose = Kind("", typo, says=True, sections_only=True)
    done = world.edit(chosen(world, lose, each, random)) if kind.letters else []
    edits = 0
    for file in sorted((world.root / "docs").rglob("*.md")):
        old, path = file.read_text(encoding="utf-8"), file.relative_to(world.root).as_posix()
        file.unlink()
        (world.root / kind.rename(path)).write_text(kind.page(old), encoding="utf-8")
        edits += (kind.page(old), kind.rename(path)) != (old, path)
    truth = {names[edit.unit.id]: _ALONE[edit.side] for edit in done}
    return world.judged(kind.name, edits, truth, names)


def of_moved_facts(world: World) -> Result:
    """Turn the order of the facts in every file."""
    edits = 0
    for file in sorted((world.root / "content").rglob("*.yml")):
        head, *entries = re.split(r"(?m)^(?=- )", file.read_text(encoding="utf-8"))
        edits += len(entries) > 1
        ends = [f"{entry.rstrip()}\n" for entry in reversed(entries)]
        if entries:
            file.write_text(head + "".join(ends), encoding="utf-8")
    return world.judged("facts in another order", edits, {}, {})


def run(root: Path, each: int, seed: int = 1) -> list[Result]:
    """Return the result of every kind of edit on the project at `root`."""
    random = Random(seed)  # noqa: S311 - the same edits in every run
    with tempfile.TemporaryDirectory() as home:
        world = World(root, Path(home))
        kinds = [of_words(world, kind, each, random) for kind in (*SAYS, *ONLY_TYPED)]
        return [
            *kinds,
            of_words(world, IN_YAML, each, random),
            of_both(world, each, random),
            of_reverts(world, each, random),
            *(of_pages(world, kind, each, random) for kind in PAGES),
            of_moved_facts(world),
        ]


def shown(results: Sequence[Result]) -> str:
    """Return the table, with precision and recall of all in its last line."""
    lines = ["| edit | edits | to be told | missed | false alarms | lost |", f"|{' --- |' * 6}"]
    for each in results:
        cells = (each.name, each.edits, each.expected, each.missed, each.false, each.lost)
        lines.append(f"| {' | '.join(map(str, cells))} |")
    told = sum(each.expected for each in results)
    found = told - sum(each.missed for each in results)
    false = sum(each.false for each in results)
    edits = sum(each.edits for each in results)
    precision, recall = found / ((found + false) or 1), found / (told or 1)
    lines.append(
        f"| all: precision {precision:.1%}, recall {recall:.1%} | {edits} | {told} | "
        f"{told - found} | {false} | {sum(each.lost for each in results)} |"
    )
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--each", type=int, default=200, help="edits of each kind")
    print(shown(run(REPOSITORY, parser.parse_args().each)))


if __name__ == "__main__":
    main()
