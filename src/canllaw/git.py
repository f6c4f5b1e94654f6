"""The history of the project, asked of git."""

import io
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from canllaw.languages import Words
from canllaw.problems import CanllawError


def git(root: Path, *arguments: str) -> bytes:
    """Return what git prints; raise `CanllawError` where it cannot."""
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ("git", "-C", str(root), *arguments),  # noqa: S607 - the git of whoever runs it
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise CanllawError(
            Words(
                cy="nid yw git ar y cyfrifiadur hwn, ac felly nid oes hanes i’w ddarllen",
                en="git is not on this computer, so there is no history to read",
            )
        ) from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        reason = said[-1] if said else str(done.returncode)
        raise CanllawError(
            Words(cy=f"nid oedd git yn gallu ateb: {reason}", en=f"git could not answer: {reason}")
        )
    return done.stdout


def forked_from(root: Path, revision: str) -> str:
    """Return the last commit that what is here shares with `revision`.

    What `revision` gained since then is no change of whoever works here.
    """
    _refuse_options(revision)
    try:
        return git(root, "merge-base", revision, "HEAD").decode().strip()
    except CanllawError:
        return revision  # there is no such version, or nothing shared: whoever reads it is told


def _refuse_options(revision: str) -> None:
    if revision.startswith("-"):
        raise CanllawError(
            Words(
                cy=f"nid yw '{revision}' yn gangen nac yn gyflwyniad",
                en=f"'{revision}' is no branch or commit",
            )
        )


@contextmanager
def exported(root: Path, revision: str) -> Iterator[Path]:
    """Give a folder that holds `root` as it was at `revision`, until the block ends."""
    _refuse_options(revision)
    packed = git(root, "archive", "--format=zip", revision)
    with tempfile.TemporaryDirectory(prefix="canllaw-") as folder:
        # A zip is unpacked inside the folder only, and a link in it becomes a plain file.
        zipfile.ZipFile(io.BytesIO(packed)).extractall(folder)
        yield Path(folder)
