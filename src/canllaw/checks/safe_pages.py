"""What a finished page may not carry: anything that its policy would block, or no policy at all."""

from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from canllaw.browser_policy import PAGE_POLICY
from canllaw.languages import Words
from canllaw.problems import Place, Problem

# Scripts that hold data and never run, so that no policy blocks them.
_DATA: Final = frozenset({"application/json", "application/ld+json"})
_POLICY: Final = 'meta[http-equiv="Content-Security-Policy"]'


def safe_page(tree: LexborHTMLParser, place: Place) -> Iterator[Problem]:
    """Every page carries the policy, before all else, and nothing that the policy would block."""
    if [node.attributes.get("content") for node in tree.css(_POLICY)] != [PAGE_POLICY]:
        yield Problem("C715", place, _NO_POLICY, _NO_POLICY_HINT)
    for found in sorted({_named(node) for node in tree.css("*") if _runs(node)}):
        yield Problem(
            "C715",
            place,
            Words(
                cy=f"Mae gan y dudalen orffenedig {found}. Byddai’r porwr yn ei rwystro.",
                en=f"The finished page has {found}. The browser would block it.",
            ),
            _INLINE_HINT,
        )


def _runs(node: LexborNode) -> bool:
    """Tell whether an element brings script or style of its own."""
    attributes = node.attributes
    if node.tag == "style" or "style" in attributes:
        return True
    if node.tag == "script" and "src" not in attributes and attributes.get("type") not in _DATA:
        return True
    return any(name.startswith("on") for name in attributes) or _is_script(attributes.get("href"))


def _is_script(href: str | None) -> bool:
    return "".join((href or "").split()).lower().startswith("javascript:")


def _named(node: LexborNode) -> str:
    html = node.html or ""
    return html[: html.find(">") + 1]


_NO_POLICY: Final = Words(
    cy="Nid yw’r dudalen orffenedig yn dweud wrth y porwr beth y caiff ei wneud, felly ni fyddai "
    "dim yn atal sgript gan rywun arall.",
    en="The finished page does not tell the browser what it may do, so nothing would stop a "
    "script from somebody else.",
)
_NO_POLICY_HINT: Final = Words(
    cy='Cadwch {% include "partials/head.html" %} ar ben pob templed yn theme/.',
    en='Keep {% include "partials/head.html" %} at the head of every template in theme/.',
)
_INLINE_HINT: Final = Words(
    cy="Rhowch sgriptiau ac arddulliau mewn ffeiliau yn theme/assets/, nid yn y dudalen.",
    en="Keep scripts and styles in files in theme/assets/, not in the page.",
)
