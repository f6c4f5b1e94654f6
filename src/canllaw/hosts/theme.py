"""What the theme is given: its labels, its files under names of their content, its menus."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page as MkDocsPage

from canllaw.browser_policy import PAGE_POLICY
from canllaw.languages import LANGUAGE_NAMES, Language
from canllaw.model import Page, Wording

ASSETS: Final = "assets/"


def theme_globals(
    wording: Wording, assets: Mapping[str, str], page_of: Callable[[MkDocsPage], Page]
) -> dict[str, Any]:
    """Return what every template may use, the pages of both languages included."""

    def label(key: str, language: Language) -> str:
        return escape(wording[key].in_(language))  # the theme itself escapes nothing

    def short(page: MkDocsPage) -> str:
        ours = page_of(page)
        return ours.meta.short or ours.title

    return {
        "asset": lambda name: assets[f"{ASSETS}{name}"],
        "label": label,
        "language_names": LANGUAGE_NAMES,
        "near": near,
        "policy": PAGE_POLICY,
        "short": short,
    }


def named_by_content(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Name the files of our theme by their content; return their addresses by their plain names.

    The files of Material go: no page of ours asks for them.
    """
    ours = Path(config.theme.custom_dir or "")
    addresses: dict[str, str] = {}
    for file in [file for file in files if file.src_dir in config.theme.dirs]:
        plain = file.src_uri
        source = ours / plain
        if not source.is_file():
            files.remove(file)
        if not source.is_file() or not plain.startswith(ASSETS):
            continue
        digest = hashlib.sha256(source.read_bytes()).hexdigest()[:10]
        address = f"{ASSETS}{source.stem}.{digest}{source.suffix}"
        file.dest_uri = file.url = addresses[plain] = address
        file.abs_dest_path = str(Path(config.site_dir) / address)
    return addresses


def near(items: Sequence[Any], most: int) -> Sequence[Any]:
    """Return at most `most` of `items` of a menu, those round the active one."""
    active = next((i for i, item in enumerate(items) if getattr(item, "active", False)), 0)
    first = max(0, min(active - most // 2, len(items) - most))
    return items[first : first + most]


def name_sections(items: list[Any]) -> None:
    """Name each section of the menu after its first page."""
    for item in items:
        if isinstance(item, Section):
            index = next((child for child in item.children if isinstance(child, MkDocsPage)), None)
            if index:
                item.title = str(index.title)
            name_sections(item.children)
