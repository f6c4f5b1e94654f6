"""The same input gives the same bytes, wherever and however it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from canllaw.build import Guide
from canllaw.exchange.formats import WRITERS


def _built(root: Path, site: Path, day: str = "2026-11-22", **environment: str) -> dict[str, bytes]:
    """Build as somebody does who types the command, and return every file of the site."""
    program = "from canllaw.cli import main; main()"
    where = ("--root", str(root), "--site", str(site), "--as-of", day)
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", program, "build", *where],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    files = (file for file in site.rglob("*") if file.is_file())
    # The data says in each file which day's law it is; nothing else in it may differ by the day.
    as_of = f'"as_of": "{day}"'.encode()
    return {
        file.relative_to(site).as_posix(): file.read_bytes().replace(as_of, b"") for file in files
    }


def _differ(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.fixture
def built(tiny: Path, tmp_path: Path) -> dict[str, bytes]:
    """The files of the tiny project as built first."""
    return _built(tiny, tmp_path / "one", PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")


def test_same_bytes_everywhere(tiny: Path, tmp_path: Path, built: dict[str, bytes]) -> None:
    """Another folder, seed, locale, language, time zone and clock change no byte of a site."""
    other = tmp_path / "some where" / "ŵ"
    other.parent.mkdir()
    shutil.copytree(tiny, other)
    again = _built(
        other,
        other / "out" / "site",
        PYTHONHASHSEED="77",
        TZ="America/Los_Angeles",
        LC_ALL="C.UTF-8",
        LANGUAGE="cy",
        SOURCE_DATE_EPOCH="86400",
    )
    assert _differ(built, again) == []
    assert len(built) > 15
    assert "api/v1/facts/deadline.json" in built


# What goes to a translator in every format, and a short mark of each.
SENT = """
import datetime, hashlib, sys
from pathlib import Path
from canllaw.build import prepare
from canllaw.cli.parcels import packed, wanted
from canllaw.exchange.formats import WRITERS
guide = prepare(Path(sys.argv[1]), datetime.date(2026, 11, 22))
parcel = packed(guide, wanted(guide, ()), "cy")
for form, write in WRITERS.items():
    print(form, hashlib.sha256(write(parcel, "en")).hexdigest())
"""


def test_same_bytes_for_translators(tiny: Path) -> None:
    """Another seed and time zone change no byte of a file for translators, in any format."""
    one, other = (
        subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", SENT, str(tiny)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Pacific/Auckland"), ("77", "America/Los_Angeles"))
    )
    assert one == other
    assert one.count(b"\n") == len(WRITERS) > 0


def test_days_on_which_nothing_changes(tiny: Path, tmp_path: Path, built: dict[str, bytes]) -> None:
    """Two days apart, with no value, no age and no limit in between, no byte differs but the day
    itself, where the data say for which day they hold.
    """
    later = _built(tiny, tmp_path / "two", "2026-11-24")
    same_day = {name: raw.replace(b"2026-11-24", b"2026-11-22") for name, raw in later.items()}
    assert _differ(built, same_day) == []
    assert {Path(name).parts[0] for name in _differ(built, later)} <= {"api"}


def test_only_what_shows_a_new_value_changes(tiny: Path, tmp_path: Path, guide: Guide) -> None:
    """The day before a new value and the day it starts differ on the pages that show it only."""
    before = _built(tiny, tmp_path / "before", "2030-08-31")
    after = _built(tiny, tmp_path / "after", "2030-09-01")
    showing = {f"{page.address}index.html" for page in guide.used_on("deadline.school")}
    pages = {f"{page.address}index.html" for page in guide.pages.values()}
    assert showing < pages
    assert pages.intersection(_differ(before, after)) == showing
