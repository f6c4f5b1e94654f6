"""Puts a finished site in place whole or not at all, also where a build is killed at any moment.

A build works in a workshop, a hidden folder beside the site that it keeps locked: the lock goes
with the process, however that ends. The next build sweeps workshops that nobody holds.

    .site.canllaw-abc/new    the site that is being built; after the swap, the old one
    .site.canllaw-abc/old    the old site, where the system cannot swap in one step
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from canllaw.exchange_names import exchange_names
from canllaw.languages import Words
from canllaw.problems import CanllawError

try:
    import fcntl
except ImportError:  # Windows: a leftover of a killed build stays until somebody deletes it
    fcntl = None  # type: ignore[assignment]  # the module, or nothing

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def published(target: Path) -> Iterator[Path]:
    """Give a new empty folder beside `target`, and swap it in when the block ends well.

    When the block fails, or the computer stops, `target` stays as it was. Raises `CanllawError`
    where `target` holds anything but a site, since that would be lost, and where it cannot be
    written.
    """
    try:
        with _workshop(target) as workshop:
            yield workshop / "new"
            with _locked(target.parent):
                _refuse_other_things(target)
                _swap(target, workshop)
    except OSError as error:
        raise CanllawError(_not_written(target, error)) from error


def _refuse_other_things(target: Path) -> None:
    if target.is_dir() and any(target.iterdir()) and not (target / "404.html").is_file():
        raise CanllawError(
            Words(
                cy=f"nid yw {target} yn wag ac nid oes gwefan ynddi; enwch ffolder arall",
                en=f"{target} is not empty and holds no site; name another folder",
            )
        )


@contextmanager
def _workshop(target: Path) -> Iterator[Path]:
    """Give a folder that no other build touches while this process lives, and delete it after."""
    with ExitStack() as held:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.parent):
            _refuse_other_things(target)
            _clear_up(target)
            workshop = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
            held.enter_context(_locked(workshop))
        try:
            (workshop / "new").mkdir()
            yield workshop
        finally:
            _delete(workshop)


def _prefix(target: Path) -> str:
    return f".{target.name}.canllaw-"


def _swap(target: Path, workshop: Path) -> None:
    new, old = workshop / "new", workshop / "old"
    if not target.exists():
        new.rename(target)
        return
    if exchange_names(new, target):
        return
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise


def _clear_up(target: Path) -> None:
    """Bring back a site that a killed build had set aside, and delete what killed builds left."""
    for workshop in sorted(target.parent.glob(f"{_prefix(target)}*")):
        if not workshop.is_symlink() and _left_behind(workshop):
            if (workshop / "old").is_dir() and not target.exists():
                (workshop / "old").rename(target)
            _delete(workshop)


def _delete(workshop: Path) -> None:
    # Renamed first: half a site must never look like one that was set aside.
    with suppress(OSError):
        (workshop / "old").rename(workshop / "gone")
    shutil.rmtree(workshop, ignore_errors=True)


def _left_behind(workshop: Path) -> bool:
    """Whether no running build holds `workshop`."""
    if fcntl is None:
        return False
    try:
        with _locked(workshop, wait=False):
            return True
    except OSError:
        return False


@contextmanager
def _locked(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold a folder against other builds. Raises `OSError` where one holds it and we do not wait.

    The folder itself is locked, so no file is left; the system lets go when the process ends.
    """
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(handle)


def _not_written(target: Path, error: OSError) -> Words:
    if error.errno in _NO_ROOM:
        return Words(
            cy=f"nid oes digon o le ar y ddisg i’r wefan newydd; mae {target} fel yr oedd. "
            "Gwnewch le ac adeiladwch eto",
            en=f"there is not enough room on the disk for the new site; {target} is as it was. "
            "Make room and build again",
        )
    return Words(
        cy=f"ni ellir ysgrifennu’r wefan newydd ({error}); mae {target} fel yr oedd",
        en=f"the new site cannot be written ({error}); {target} is as it was",
    )
