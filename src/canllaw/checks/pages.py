"""Checks of page pairs: nothing missing on a side, nothing typed by hand that is a fact."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from canllaw.checks.equal_facts import equal_figures_on_pages
from canllaw.checks.language import language_of_pages
from canllaw.checks.other_nations import other_nations_on_pages
from canllaw.checks.plain_language import plain_language
from canllaw.checks.shape import SHAPE_CHECKS, pairs
from canllaw.checks.typed_by_hand import typed_figures
from canllaw.checks.typography import typography_on_pages
from canllaw.languages import NAMES, Words, counterpart
from canllaw.model import KINDS, MacroCall, Page, PageKey
from canllaw.problems import Problem

Pages = Mapping[PageKey, Page]
Calls = Mapping[PageKey, tuple[MacroCall, ...]]
PageCheck = Callable[[Pages, Calls], Iterator[Problem]]

_SAME: Final = (
    "audience",
    "hide",
    "template",
    "short",
    "step",
    "foot",
    "short_address",
    "moved",
)
_BOX_WITHOUT_TITLE: Final = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]*[\w -]*$", re.M)


def counterparts(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """Every page stands in both languages."""
    for page in pages.values():
        other = counterpart(page.language)
        if (other, page.path) not in pages:
            yield Problem(
                "C601",
                page.place(1),
                Words(
                    cy=f"Nid oes testun {NAMES[other].cy} i’r dudalen hon.",
                    en=f"This page does not exist in {NAMES[other].en}.",
                ),
                Words(
                    cy=f"Ysgrifennwch docs/{other}/{page.path}; caiff y ddwy ochr eu cyhoeddi "
                    "gyda’i gilydd neu ddim o gwbl.",
                    en=f"Write docs/{other}/{page.path}; both sides are published together or not "
                    "at all.",
                ),
            )


def front_matter(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """Both sides of a page are for the same readers and have the same shape."""
    for welsh, english in pairs(pages):
        for name in _SAME:
            ours, theirs = getattr(welsh.meta, name), getattr(english.meta, name)
            # A short name is in the words of its side, but it stands on both or on neither.
            if bool(ours) != bool(theirs) if name == "short" else ours != theirs:
                yield Problem(
                    "C603",
                    welsh.place(2),
                    Words(
                        cy=f"'{_shown(ours)}' yw `{name}` yma, ond '{_shown(theirs)}' yn "
                        f"{english.file}.",
                        en=f"`{name}` is '{_shown(ours)}' here and '{_shown(theirs)}' in "
                        f"{english.file}.",
                    ),
                    Words(
                        cy=f"Ysgrifennwch yr un `{name}` ar y ddwy ochr.",
                        en=f"Write the same `{name}` on both sides.",
                    ),
                )
    for page in pages.values():
        if page.language == "cy" and page.path != "index.md" and not page.meta.slug:
            yield Problem(
                "C602",
                page.place(2),
                Words(
                    cy="Nid oes cyfeiriad Cymraeg gan y dudalen Gymraeg hon.",
                    en="This Welsh page has no Welsh address.",
                ),
                Words(
                    cy="Ychwanegwch linell 'slug: …' gyda geiriau Cymraeg, fel rhieni/apelio.",
                    en="Add a line 'slug: …' with Welsh words, such as rhieni/apelio.",
                ),
            )


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{old}: {new}" for old, new in value.items())
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def one_title(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """A page has one main heading, which is its title in menus and results."""
    for page in pages.values():
        titles = [heading for heading in page.headings if heading.level == 1]
        if len(titles) != 1:
            yield Problem(
                "C609",
                page.place(titles[1].line if titles else page.body_line),
                Words(
                    cy=f"Mae gan y dudalen hon {len(titles)} o brif benawdau; un yn union sydd ei "
                    "angen.",
                    en=f"This page has {len(titles)} main headings; it needs exactly one.",
                ),
                Words(
                    cy="Dechreuwch y dudalen gyda '# ' a’i theitl, a defnyddiwch '## ' ar gyfer y "
                    "penawdau islaw.",
                    en="Start the page with '# ' and its title, and use '## ' for the headings "
                    "below.",
                ),
            )
        elif re.search(r"\{\{|\{%", titles[0].text):
            yield Problem(
                "C609",
                page.place(titles[0].line),
                Words(
                    cy="Mae macro yn y teitl; ni allai dewislenni ei ddangos.",
                    en="The title has a macro in it; menus could not show it.",
                ),
                Words(cy="Ysgrifennwch y teitl mewn geiriau.", en="Write the title in words."),
            )


def heading_ids(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """Every heading below the title has an explicit id, so that a link to it holds for years."""
    for page in pages.values():
        for heading in page.headings:
            if heading.level > 1 and not heading.id:
                yield Problem(
                    "C610",
                    page.place(heading.line),
                    Words(
                        cy=f"Nid oes id gan y pennawd '{heading.text}'.",
                        en=f"The heading '{heading.text}' has no id.",
                    ),
                    Words(
                        cy="Ychwanegwch eiriau Saesneg fel {#what-next} ar ei ddiwedd, yr un fath "
                        "ar y ddwy ochr, neu teipiwch: canllaw addresses --pin",
                        en="Add {#words-in-english} at its end, the same on both sides, or type: "
                        "canllaw addresses --pin",
                    ),
                )


def own_ids(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """No heading takes the id of another, nor of a fact: a link would open only one of the two."""
    for page in pages.values():
        lines: dict[str, int] = {}
        for heading in page.headings:
            first = lines.setdefault(heading.id, heading.line)
            if heading.id and first != heading.line:
                what = Words(
                    cy=f"Mae gan y pennawd yn llinell {first} yr id '{heading.id}' yn barod.",
                    en=f"The heading in line {first} already has the id '{heading.id}'.",
                )
            elif heading.id.partition(".")[0] in KINDS and "." in heading.id:
                what = Words(
                    cy=f"Id ffaith yw '{heading.id}': byddai dolenni at y ffaith yn agor y pennawd "
                    "hwn.",
                    en=f"'{heading.id}' is the id of a fact: links to the fact would open this "
                    "heading.",
                )
            else:
                continue
            yield Problem("C610", page.place(heading.line), what, _OTHER_ID)


_OTHER_ID: Final = Words(
    cy="Rhowch id arall i’r pennawd hwn, yr un fath ar y ddwy ochr: geiriau Saesneg fel "
    "{#what-next}.",
    en="Give this heading another id, the same on both sides: {#words-in-english}.",
)


def titled_boxes(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """A box without a title would show the English word for its type, in either language."""
    for page in pages.values():
        for found in _BOX_WITHOUT_TITLE.finditer(page.prose):
            yield Problem(
                "C617",
                page.place_of(found.start()),
                Words(
                    cy="Nid oes teitl gan y blwch hwn, felly byddai’n dangos un Saesneg.",
                    en="This box has no title, so it would show an English one.",
                ),
                Words(
                    cy='Rhowch un iddo yn iaith y dudalen: !!! warning "…".',
                    en='Give it one in the language of the page: !!! warning "…".',
                ),
            )


def own_addresses(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """No two pages share an address."""
    taken: dict[str, Page] = {}
    for page in pages.values():
        other = taken.setdefault(page.address, page)
        if other is not page:
            yield Problem(
                "C612",
                page.place(2),
                Words(
                    cy=f"Mae’r cyfeiriad /{page.address} gan y dudalen hon, a chan {other.file} "
                    "hefyd.",
                    en=f"This page has the address /{page.address}, and so has {other.file}.",
                ),
                Words(
                    cy="Rhowch `slug` arall i un ohonyn nhw.", en="Give one of them another `slug`."
                ),
            )


def facts_typed_by_hand(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """A deadline, age, date or section number in prose would not change when the fact does."""
    for page in pages.values():
        for position, figure in typed_figures(page.prose, page.language):
            yield Problem(
                "C607",
                page.place_of(position),
                Words(
                    cy=f"Mae '{figure}' wedi’i deipio â llaw, felly byddai’n aros yr un fath pe "
                    "bai’r gyfraith yn newid.",
                    en=f"'{figure}' is typed by hand, so it would stay when the law changes.",
                ),
                Words(
                    cy='Dangoswch y ffaith: {{ length("deadline.…") }}, '
                    '{{ age_from("age_stage.…") }} neu {{ when("milestone.…") }}.',
                    en='Show the fact: {{ length("deadline.…") }}, '
                    '{{ age_from("age_stage.…") }} or {{ when("milestone.…") }}.',
                ),
            )


PAGE_CHECKS: Final[tuple[PageCheck, ...]] = (
    counterparts,
    front_matter,
    one_title,
    heading_ids,
    own_ids,
    *SHAPE_CHECKS,
    titled_boxes,
    own_addresses,
    facts_typed_by_hand,
    other_nations_on_pages,
    plain_language,
    equal_figures_on_pages,
    typography_on_pages,
    language_of_pages,
)
