"""What mkdocs.yml may ask for. MkDocs runs code that it names, so it is read here first, as text.

Nothing in it is made into an object: only its nodes are looked at.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Final

import yaml

from canllaw.languages import Words
from canllaw.load.paths import leads_outside
from canllaw.problems import Place, Problem

SETTINGS: Final = "mkdocs.yml"
_MAX_BYTES: Final = 100_000

_PLUGINS: Final = frozenset({"canllaw", "i18n"})
_EXTENSIONS: Final = frozenset({"admonition", "attr_list", "md_in_html", "tables", "toc"})
_RUNS_CODE: Final = frozenset({"hooks", "extra_templates"})
_TAG: Final = "tag:yaml.org,2002:"
_TAGS: Final = frozenset(
    {"!ENV", *(f"{_TAG}{name}" for name in ("str", "int", "bool", "null", "float", "map", "seq"))}
)

_Refuse = Callable[[yaml.Node, str], Problem]


def load_settings_problems(root: Path) -> Iterator[Problem]:
    """Yield what in mkdocs.yml, and in files it builds on, could run or publish something else."""
    if (root / SETTINGS).is_file():
        yield from _of_file(root, root / SETTINGS, {SETTINGS})


def composed(file: Path) -> yaml.MappingNode | None:
    """Return the nodes of a file of settings; nothing where it is no group of settings."""
    return _composed(file.read_bytes())


@lru_cache(maxsize=8)  # two checks look at it, each time a project is read
def _composed(raw: bytes) -> yaml.MappingNode | None:
    try:
        # The loader in C ends the whole program where a text is nested deep enough.
        tree = None if len(raw) > _MAX_BYTES else yaml.compose(raw, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return None
    return tree if isinstance(tree, yaml.MappingNode) else None


def nodes(tree: yaml.Node, *, keys: bool = True) -> Iterator[yaml.Node]:
    """Yield each node of a tree once, with or without the keys of its groups."""
    waiting, seen = [tree], set()
    while waiting:
        found = waiting.pop()
        if id(found) in seen:  # a name for what was said before, which may say itself again
            continue
        seen.add(id(found))
        yield found
        if isinstance(found, yaml.MappingNode):
            waiting += (
                chain.from_iterable(found.value) if keys else (each for _, each in found.value)
            )
        elif isinstance(found, yaml.SequenceNode):
            waiting += found.value


def _of_file(root: Path, file: Path, seen: set[str]) -> Iterator[Problem]:
    path = file.relative_to(root).as_posix()

    def refuse(node: yaml.Node, what: str) -> Problem:
        place = Place(path, node.start_mark.line + 1, node.start_mark.column + 1)
        return Problem("C108", place, *_said(what))

    tree = composed(file)
    if tree is None:
        yield Problem("C108", Place(path), *_said(path))
        return
    yield from _tags(tree, refuse)
    for key, value in tree.value:
        yield from _setting(root, str(key.value), value, refuse)
        if key.value == "INHERIT" and _inside(root, file.parent, str(value.value)):
            base = (file.parent / str(value.value)).resolve().relative_to(root.resolve())
            if base.as_posix() not in seen and (root / base).is_file():
                yield from _of_file(root, root / base, seen | {base.as_posix()})


def _setting(root: Path, key: str, value: yaml.Node, refuse: _Refuse) -> Iterator[Problem]:
    if key in _RUNS_CODE:
        yield refuse(value, key)
    elif key == "plugins":
        yield from (refuse(name, str(name.value)) for name in _unknown(value, _PLUGINS))
    elif key == "markdown_extensions":
        yield from (refuse(name, str(name.value)) for name in _unknown(value, _EXTENSIONS))
    elif key == "theme":
        yield from _theme(root, value, refuse)
    elif key == "INHERIT" and not _inside(root, root, str(value.value)):
        yield refuse(value, str(value.value))
    elif (key == "docs_dir" and value.value != "docs") or (
        key in {"extra_css", "extra_javascript"} and "//" in str(_texts(value))
    ):
        yield refuse(value, key)


def _theme(root: Path, theme: yaml.Node, refuse: _Refuse) -> Iterator[Problem]:
    for key, value in theme.value if isinstance(theme, yaml.MappingNode) else ():
        wrong_folder = key.value == "custom_dir" and not _inside(root, root, str(value.value))
        if wrong_folder or (key.value == "name" and value.value != "material"):
            yield refuse(value, str(value.value))


def _unknown(node: yaml.Node, known: frozenset[str]) -> Iterator[yaml.Node]:
    """Yield the names in a list, or a group, of names with or without options."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    items = node.value if isinstance(node, yaml.SequenceNode) else ()
    names = [name for name, _options in pairs]
    for item in items:
        names += [name for name, _ in item.value] if isinstance(item, yaml.MappingNode) else [item]
    yield from (name for name in names if name.value not in known)


def _tags(tree: yaml.Node, refuse: _Refuse) -> Iterator[Problem]:
    """Yield each tag that stands for anything but plain data, such as !!python/name."""
    for node in nodes(tree):
        if node.tag not in _TAGS:
            yield refuse(node, str(node.tag).replace(_TAG, "!!"))


def _texts(node: yaml.Node) -> list[str]:
    return [str(item.value) for item in node.value] if isinstance(node.value, list) else []


def _inside(root: Path, folder: Path, path: str) -> bool:
    return not PurePosixPath(path).is_absolute() and not leads_outside(root, folder / path)


def _said(what: str) -> tuple[Words, Words]:
    return (
        Words(
            cy=f"Nid yw '{what[:60]}' yn un o’r pethau y caiff mkdocs.yml ofyn amdanynt: gallai "
            "redeg cod neu gyhoeddi ffeiliau nad ydynt yn rhan o’r prosiect.",
            en=f"'{what[:60]}' is not something mkdocs.yml may ask for: it could run code, or "
            "publish files that are no part of the project.",
        ),
        Words(
            cy="Tynnwch ef allan. Os oes ei angen, gofynnwch i rywun sy’n gofalu am y cod ei "
            "ychwanegu at src/canllaw/load/settings.py.",
            en="Take it out. If it is needed, somebody who looks after the code adds it to "
            "src/canllaw/load/settings.py.",
        ),
    )
