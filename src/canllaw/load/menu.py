"""The menu: the pages that `nav` in mkdocs.yml names, and where each of them stands in it."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from canllaw.load.settings import SETTINGS, composed
from canllaw.problems import Place


def load_menu(root: Path) -> tuple[dict[str, Place], list[str]] | None:
    """Return the pages of the menu with their places, and the patterns of pages left out of it;
    nothing where MkDocs makes the menu by itself, or cannot read it.
    """
    file = root / SETTINGS
    tree = composed(file) if file.is_file() else None
    settings = {str(key.value): value for key, value in tree.value} if tree else {}
    if "nav" not in settings:
        return None
    places = {
        str(item.value): Place(SETTINGS, item.start_mark.line + 1, item.start_mark.column + 1)
        for item in _named(settings["nav"])
        if str(item.value).endswith(".md")
    }
    left_out = settings.get("not_in_nav")
    return places, str(left_out.value).split() if left_out else []


def _named(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield what stands in a menu, however deep: pages with or without a title, and addresses."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _named(item)
    elif isinstance(node, yaml.MappingNode):
        for _title, item in node.value:
            yield from _named(item)
