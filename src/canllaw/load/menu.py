"""The menu: the pages that `nav` in mkdocs.yml names, and where each of them stands in it."""

from pathlib import Path

import yaml

from canllaw.load.paths import leads_outside
from canllaw.load.settings import SETTINGS, composed, nodes
from canllaw.problems import Place


def load_menu(root: Path) -> tuple[dict[str, Place], list[str]] | None:
    """Return the pages of the menu with their places, and the patterns of pages left out of it;
    nothing where MkDocs makes the menu by itself, or cannot read it.
    """
    settings = _settings(root, root / SETTINGS)
    if "nav" not in settings:
        return None
    path, menu = settings["nav"]
    places = {
        str(item.value): Place(path, item.start_mark.line + 1, item.start_mark.column + 1)
        for item in nodes(menu, keys=False)  # a key is the title of a page
        if isinstance(item, yaml.ScalarNode) and item.value.endswith(".md")
    }
    left_out = settings.get("not_in_nav")
    return places, str(left_out[1].value).split() if left_out else []


def _settings(root: Path, file: Path, depth: int = 5) -> dict[str, tuple[str, yaml.Node]]:
    """Return each setting with the file that it stands in: those of a file count before those of
    the file that it builds on.
    """
    if not depth or not file.is_file() or leads_outside(root, file):
        return {}
    tree = composed(file)
    path = file.resolve().relative_to(root.resolve()).as_posix()
    own = {str(key.value): (path, value) for key, value in tree.value} if tree else {}
    base = own.get("INHERIT")
    below = _settings(root, file.parent / str(base[1].value), depth - 1) if base else {}
    return {**below, **own}
