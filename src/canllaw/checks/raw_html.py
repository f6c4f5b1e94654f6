"""Checks of HTML in pages: a short list of tags and attributes, and nothing that runs."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from canllaw.checks.outside import bare_address, is_listed, leads_outside, without_code
from canllaw.languages import Words
from canllaw.model import Page, PageKey, SiteRules, Wording
from canllaw.problems import Place, Problem

# What a page may hold besides Markdown. Classes of the theme itself could cover the page.
_TAG: Final = re.compile(
    r"</(?:div|span)>|<(?:div|span)"
    r'(?: class="(?!md-)[\w-]+(?: (?!md-)[\w-]+)*"| lang="(?:cy|en)"'
    r'| markdown(?:="(?:1|block|span)")?)*'
    r" ?>"
)
_LINK: Final = re.compile(r"<(?:[a-z][a-z0-9+.-]*:[^>\s]*|[^<>@\s]+@[^<>@\s]+)>", re.I)
# What is template code by its looks is another problem, C604.
_OPENING: Final = re.compile(r"<(?=[a-z/!?])(?!!--canllaw)", re.I)
_CALL: Final = re.compile(r"\{\{.*?\}\}")
_LIST: Final = re.compile(r"(?<!\{)\{(?![{%]):?[ ]*([^{}\n]*)\}")
_ATTRIBUTE: Final = re.compile(r"#[\w.-]+|\.(?!md-)[\w-]+")

# What Markdown makes of a page, and the attributes it may have.
_MADE: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(attributes.split())
    for names, attributes in {
        "p h1 h2 h3 h4 h5 h6 ul li strong em code pre blockquote hr br table thead tbody "
        "tr dl dt dd sub sup del abbr html head body": "",
        "ol": "start",
        "div span": "markdown",  # left over where a tag closes nothing; it says nothing to browsers
        "a": "href title",
        "img": "src alt title",
        "th td": "style",
    }.items()
    for name in names.split()
}
_EVERYWHERE: Final = frozenset({"class", "id", "lang"})
_ALIGNED: Final = re.compile(r"text-align: (?:left|right|center);")
# Scripts, styles and handlers are C715.
_NEVER: Final = "iframe,object,embed,base,frame,frameset,meta,link"
_ADDRESSES: Final = frozenset(
    {"href", "src", "action", "formaction", "xlink:href", "poster", "data"}
)


def raw_html(pages: Mapping[PageKey, Page]) -> Iterator[Problem]:
    """Pages hold no HTML but a few tags, and no attributes but ids and classes."""
    for page in pages.values():
        text = _CALL.sub(lambda found: " " * len(found[0]), without_code(page.body))
        for found in _OPENING.finditer(text):
            tag = _TAG.match(text, found.start())
            if not tag and not _LINK.match(text, found.start()):
                yield Problem(
                    "C650", page.place_of(found.start()), *_no_html(text[found.start() :])
                )
        for found in _LIST.finditer(text):
            if not all(_ATTRIBUTE.fullmatch(one) for one in found[1].split()):
                yield Problem("C650", page.place_of(found.start()), *_no_attributes(found[0]))


def html_in_labels(
    wording: Wording, places: Mapping[str, Place], pages: Mapping[PageKey, Page]
) -> Iterator[Problem]:
    """Labels, and the lines above a page, are plain text: the theme puts them inside of tags."""
    for key, text in wording.items():
        if re.search(r'[<>"&]', f"{text.cy}{text.en}"):
            yield Problem("C650", places[key], *_no_signs(key))
    for page in pages.values():
        if re.search(r'[<>"]', page.meta.description):
            yield Problem("C650", page.place(2), *_no_signs("description"))


def made_html(html: str, file: str, rules: SiteRules) -> Iterator[Problem]:
    """What Markdown made of a page holds only what Markdown can make: no tag and no attribute got
    past the check of its text.
    """
    for node in LexborHTMLParser(html).css("*"):
        name = str(node.tag)
        if name not in _MADE:
            yield _found(file, f"<{name}>")
            continue
        for attribute, value in node.attributes.items():
            if not _may_stand(name, attribute, value or "", rules):
                yield _found(file, f'<{name} {attribute}="{value or ""}">')


def _may_stand(name: str, attribute: str, value: str, rules: SiteRules) -> bool:
    if attribute in _EVERYWHERE:
        return True
    if attribute not in _MADE[name]:
        return False
    if attribute == "style":
        return bool(_ALIGNED.fullmatch(value))
    if attribute in _ADDRESSES:
        return not leads_outside(value) or is_listed(value, rules)
    return True


def active_content(tree: LexborHTMLParser, file: str) -> Iterator[Problem]:
    """Nothing in the main part of a finished page brings in what is elsewhere: no frame, no address
    that runs.
    """
    # Around the article stand scripts of the theme, which is code and reviewed as such.
    main = tree.css_first("main article") or tree.css_first("main")
    if main is None:
        return
    for node in main.css(_NEVER):
        # What is fetched from elsewhere is a problem of its own, C708.
        if not leads_outside(node.attributes.get("src") or node.attributes.get("href") or ""):
            yield _found(file, f"<{node.tag}>")
    for node in main.css("*"):
        yield from (_found(file, shown) for shown in _running_attributes(node))


def _running_attributes(node: LexborNode) -> Iterator[str]:
    for attribute, value in node.attributes.items():
        runs = attribute == "srcdoc"
        if attribute in _ADDRESSES and leads_outside(value or ""):
            picture = "|data:" if node.tag == "img" else ""  # pictures run nothing
            script = "|javascript:" if attribute == "href" else ""  # C715
            known = rf"(?:https?:)?//|mailto:|tel:{picture}{script}"
            runs = re.match(known, bare_address(value or ""), re.I) is None
        if runs:
            yield f'<{node.tag} {attribute}="{value or ""}">'


def _found(file: str, shown: str) -> Problem:
    return Problem(
        "C651",
        Place(file),
        Words(
            cy=f"Mae {shown[:80]} yn y dudalen orffenedig, a gallai redeg yn y porwr.",
            en=f"{shown[:80]} is in the finished page, and could run in the browser.",
        ),
        Words(
            cy="Tynnwch ef o’r dudalen, neu o’r macro y mae’r dudalen yn ei alw.",
            en="Take it out of the page, or out of the macro that the page calls.",
        ),
    )


def _no_html(text: str) -> tuple[Words, Words]:
    shown = text[:40].partition("\n")[0].partition(">")[0]
    return (
        Words(
            cy=f"Mae HTML yma: '{shown}'. Markdown yw tudalennau, heb ddim a allai redeg yn y "
            "porwr.",
            en=f"HTML stands here: '{shown}'. Pages are Markdown, with nothing that could run in a "
            "browser.",
        ),
        Words(
            cy='Ysgrifennwch ef yn Markdown. Dim ond <div class="…" markdown> a <span lang="…"> a '
            "ganiateir; ar gyfer yr arwydd < teipiwch &lt;.",
            en='Write it in Markdown. Only <div class="…" markdown> and <span lang="…"> may stand; '
            "for the sign < type &lt;.",
        ),
    )


def _no_attributes(shown: str) -> tuple[Words, Words]:
    return (
        Words(
            cy=f"Mae '{shown[:60]}' yn rhoi mwy nag id neu ddosbarth i ddarn o’r dudalen.",
            en=f"'{shown[:60]}' gives a part of the page more than an id or a class.",
        ),
        Words(
            cy="Ysgrifennwch {#id} neu {.dosbarth}, neu tynnwch y cromfachau cyrliog.",
            en="Write {#id} or {.class}, or take the curly brackets out.",
        ),
    )


def _no_signs(key: str) -> tuple[Words, Words]:
    return (
        Words(
            cy=f"Mae arwydd HTML (<, >, \" neu &) yn '{key}', sy’n cael ei roi y tu mewn i "
            "dagiau’r thema.",
            en=f"A sign of HTML (<, >, \" or &) is in '{key}', which stands inside tags of the "
            "theme.",
        ),
        Words(
            cy='Dywedwch hynny mewn geiriau: “ ” yn lle ", a yn lle &.',
            en='Say it in words: “ ” for ", and for &.',
        ),
    )
