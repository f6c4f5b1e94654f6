"""Kills a build before each of its steps and says what is left; a program for test_publishing.py.

A step is anything Python tells an audit hook about that touches a file, so no step depends on time.
"""

import contextlib
import json
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

from canllaw import publishing
from canllaw.build import prepare
from canllaw.hosts.mkdocs import build_site
from conftest import DAY, copy_tiny

_TOUCHES_FILES = {"open", "os", "shutil", "fcntl", "tempfile", "ctypes"}
_NAMES = ("404.html", "cy/index.html")


def steps_until(work: Callable[[], None], last: int = 0) -> int:
    """Do `work` in a child that is killed before step `last`; return the steps it took, or 0 where
    it was killed.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _count_steps(work, last, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        count = int(told.read() or 0)
    os.waitpid(child, 0)
    return count


def _count_steps(work: Callable[[], None], last: int, writer: int) -> None:
    count = 0

    def watch(event: str, _arguments: object) -> None:
        nonlocal count
        if event.partition(".")[0] in _TOUCHES_FILES:
            count += 1
            if count == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    work()
    os.write(writer, str(count).encode())
    os._exit(0)


def _fill(folder: Path, words: str) -> None:
    for name in _NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words, encoding="utf-8")


def _publish(site: Path, words: str, *, fails: bool = False) -> None:
    with contextlib.suppress(ValueError), publishing.published(site) as new:
        _fill(new, words)
        if fails:
            raise ValueError("stop")


def _state(site: Path) -> str:
    if not site.exists():
        return "nothing"
    words = {file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    names = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    return words.pop() if names == set(_NAMES) and len(words) == 1 else "half"


def _every_step(folder: Path, *, first: bool) -> Iterator[dict[str, object]]:
    step, done = 0, 0
    while not done:
        step += 1
        base = folder / str(step)
        base.mkdir()
        if not first:
            _fill(base / "site", "old")
        done = steps_until(lambda base=base: _publish(base / "site", "new"), step)  # type: ignore[misc]
        left = {"step": step, "site": _state(base / "site")}
        _publish(base / "site", "none", fails=True)
        left["next_fails"] = _state(base / "site")
        _publish(base / "site", "third")
        left["next"] = _state(base / "site")
        yield {**left, "beside": sorted(path.name for path in base.iterdir())}
        shutil.rmtree(base)


def _real_builds(folder: Path) -> Iterator[dict[str, object]]:
    root = copy_tiny(folder / "tiny")
    target = folder / "here" / "site"

    def build() -> None:
        with publishing.published(target) as new:
            build_site(root, new, prepare(root, DAY))

    build()  # here, so that every child finds the macros and the theme compiled
    old = _files(target)
    index = root / "docs/en/index.md"
    index.write_text(index.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    count = steps_until(build)
    new = {name: content for name, content in _files(target).items() if content}
    chosen = random.Random(20).sample(range(1, count), 5)  # noqa: S311 - the same in every run
    for step in sorted(chosen):
        shutil.rmtree(target.parent)
        _lay(target, old)
        steps_until(build, step)
        found = _files(target)
        state = "old" if found == old else "new" if found == new else "half"
        steps_until(build)
        after = "new" if _files(target) == new else "half"
        beside = sorted(path.name for path in target.parent.iterdir())
        yield {"step": step, "site": state, "next": after, "beside": beside}


def _files(folder: Path) -> dict[str, bytes]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _lay(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def main(kind: str, folder: Path) -> None:
    """Print a list with an object for each kill."""
    if kind == "build":
        found = list(_real_builds(folder))
    elif kind == "two-steps":
        with patch.object(publishing, "exchange_names", return_value=False):
            found = list(_every_step(folder, first=False))
    else:
        found = list(_every_step(folder, first=kind == "first"))
    print(json.dumps(found))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
