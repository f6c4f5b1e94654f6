import json
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import MAY_SKIP, REPOSITORY
from test_addresses_browser import moved_site

__all__ = ["moved_site"]

CHECKER = REPOSITORY / ".cache/checkers/node_modules/vnu-jar/build/dist/vnu.jar"
# For a program that runs once Java need not compile well; that takes half the time, and a deeper
# stack than the checker is content with.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss2m")
WRONG = '<!doctype html><html lang="cy"><title>Gwall</title><p><p id="a"></p><i id="a"></i></html>'

pytestmark = pytest.mark.skipif(
    MAY_SKIP and not (CHECKER.exists() and shutil.which("java")),
    reason="there is no Nu HTML checker; install Java and run `make checkers` to have it",
)


def test_every_page_is_valid(real_site: Path, moved_site: Path, tmp_path: Path) -> None:
    """The Nu HTML checker finds no error on any page, old addresses included, and one on a page
    that has one.
    """
    (tmp_path / "wrong.html").write_text(WRONG, encoding="utf-8")
    old = [str(moved_site / old) for old in ("r", "cy/help/holi", "en/help/questions")]
    options = ["--errors-only", "--skip-non-html", "--format", "json", "--exit-zero-always"]
    done = subprocess.run(  # noqa: S603 - the checker, on what we built
        ["java", *QUICK, "-jar", str(CHECKER), *options, str(tmp_path), *old, str(real_site)],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    found = [
        (Path(said["url"]).name, said.get("lastLine"), said["message"])
        for said in json.loads(done.stderr)["messages"]
    ]
    assert found == [("wrong.html", 1, "Duplicate ID “a”.")]
