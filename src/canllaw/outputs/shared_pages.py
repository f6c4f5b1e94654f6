"""Pages that no Markdown stands behind, such as redirects: small, and of both languages or one."""

import posixpath
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from canllaw.browser_policy import PAGE_POLICY
from canllaw.languages import Language
from canllaw.outputs.finished import FinishedSite


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def shared_page(
    site: FinishedSite, template: str, address: str, values: Mapping[str, Any]
) -> dict[str, str]:
    """Return the page at `address` made from a template, by its path in the site.

    A template sees `values`, and may ask for a `label`, for the way to an `asset` of the theme, and
    for the way to an address (`near`).
    """

    def asset(name: str) -> str:
        return relative(site.assets.get(name, name), address)

    def near(target: str) -> str:
        return relative(target, address)

    text = text_from(site, template, asset=asset, near=near, policy=PAGE_POLICY, **values)
    return {f"{address}index.html": text}


def text_from(site: FinishedSite, template: str, **values: Any) -> str:
    """Return what a template makes of `values`; it may ask for a `label` in a language."""

    def label(key: str, language: Language) -> str:
        return site.wording[key].in_(language)

    return _templates().get_template(template).render(label=label, **values)


def relative(target: str, address: str) -> str:
    """Return the way from the page at `address` to an address or a file of the site."""
    place, mark, name = target.partition("#")
    way = posixpath.relpath(place or ".", address or ".")
    slash = "/" if place.endswith("/") or not place else ""
    return f"{way}{slash}{mark}{name}"
