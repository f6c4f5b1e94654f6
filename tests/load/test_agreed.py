"""Records are read strictly: a line is a record, or a problem at its place."""

from pathlib import Path

from canllaw.load.agreed import load_records
from canllaw.problems import Place
from conftest import English, in_english

GOOD = (
    'term.a/name: {cy: "0123456789ab", en: "ba9876543210", state: agreed, day: 2026-11-23, '
    'by: "Ann"}'
)


def _write(root: Path, *lines: str) -> None:
    (root / "agreed/content").mkdir(parents=True)
    text = "\n".join(("# A note.", "", *lines, ""))
    (root / "agreed/content/a.yml").write_text(text, encoding="utf-8")


def test_no_folder(tmp_path: Path) -> None:
    """Where nobody has compared anything yet there is no record and no problem."""
    assert load_records(tmp_path) == ({}, [])


def test_record_with_its_place(tmp_path: Path) -> None:
    """A record is known by its unit and knows where it stands."""
    _write(tmp_path, GOOD)
    records, problems = load_records(tmp_path)
    assert problems == []
    (record,) = records.values()
    assert (record.id, record.cy, record.by) == ("term.a/name", "0123456789ab", "Ann")
    assert record.place == Place("agreed/content/a.yml", 3)


def test_C323_unreadable(tmp_path: Path) -> None:
    """A line that is no record is named, with what to type; the others are read."""
    _write(tmp_path, "<<<<<<< HEAD", GOOD)
    records, problems = load_records(tmp_path)
    assert list(records) == ["term.a/name"]
    assert in_english(problems) == (
        English(
            "C323",
            Place("agreed/content/a.yml", 3),
            "This line is no record of agreement ('<<<<<<< HEAD'), so nobody knows what was "
            "compared.",
            'Delete the line, compare both sides and type: canllaw agree WHERE --by "Your Name" '
            "(WHERE is what the line starts with).",
        ),
    )


def test_C323_letters_that_are_no_utf8(tmp_path: Path) -> None:
    """A line with a letter that cannot be read is no record: the name of a person would change."""
    _write(tmp_path, GOOD)
    file = tmp_path / "agreed/content/a.yml"
    file.write_bytes(file.read_bytes().replace(b"Ann", b"Si\xe2n"))
    records, problems = load_records(tmp_path)
    assert records == {}
    assert [each.id for each in problems] == ["C323"]


def test_C324_two_records(tmp_path: Path) -> None:
    """Two records of one unit are a problem at the second, which names the first."""
    _write(tmp_path, GOOD, GOOD.replace("Ann", "Huw"))
    records, problems = load_records(tmp_path)
    assert records["term.a/name"].by == "Ann"
    assert in_english(problems) == (
        English(
            "C324",
            Place("agreed/content/a.yml", 4),
            "'term.a/name' has two records, and only one can count; the other is at "
            "agreed/content/a.yml:3:1.",
            "Delete both lines, compare both sides and type: "
            'canllaw agree term.a/name --by "Your Name"',
        ),
    )
