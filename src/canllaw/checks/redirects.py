"""Redirects lead straight to something that is there, and start from what is there no more."""

from collections.abc import Callable, Iterator
from typing import Final

from canllaw.addresses import SHORT, Addresses
from canllaw.checks.short_addresses import (
    old_shorts_open,
    own_shorts,
    place_of_was,
    same_things,
    shorts_open,
)
from canllaw.languages import LANGUAGES, Words
from canllaw.model import Page
from canllaw.problems import Place, Problem

RedirectCheck = Callable[[Addresses], Iterator[Problem]]


def still_there(addresses: Addresses) -> Iterator[Problem]:
    """What is still there is not said to have moved: its own address would never open."""
    for address, place in _old_addresses(addresses):
        if address in addresses.published:
            yield _still_there(f"/{address}", place)
    for old, new in addresses.renamed.items():
        if old in addresses.library.entries:
            yield _still_there(old, place_of_was(addresses, new, old))


def _still_there(what: str, place: Place) -> Problem:
    return Problem(
        "C632",
        place,
        Words(
            cy=f"Mae {what} yno o hyd, felly ni all arwain i rywle arall.",
            en=f"{what} is still there, so it cannot lead anywhere else.",
        ),
        Words(
            cy="Dilëwch ef o’r llinell hon, neu tynnwch yr hyn sydd yno yn gyntaf.",
            en="Delete it from this line, or take away what stands there first.",
        ),
    )


def without_language(addresses: Addresses) -> Iterator[Problem]:
    """An old address of a page is written as it was below /cy/ or /en/, not from the root."""
    for page in addresses.pages.values():
        for index, old in enumerate(page.meta.was):
            first, _, rest = old.partition("/")
            # Unless a page did stand there once: below /en/en/.
            if first in LANGUAGES and rest and f"{page.language}/{old}/" not in addresses.lock:
                yield _with_language(page, index, first, rest)


def _with_language(page: Page, index: int, first: str, rest: str) -> Problem:
    here = f"/{page.language}/"
    return Problem(
        "C602",
        page.place_in_front("was", index),
        Words(
            cy=f"Mae '{first}/{rest}' yn golygu {here}{first}/{rest}/ yma, ac ni fu dim yno.",
            en=f"'{first}/{rest}' means {here}{first}/{rest}/ here, where nothing ever stood.",
        ),
        Words(
            cy=f"Ysgrifennwch ef heb '{first}/': '{rest}'.",
            en=f"Write it without '{first}/': '{rest}'.",
        )
        if first == page.language
        else Words(
            cy=f"Dilëwch ef yma, ac ysgrifennwch '{rest}' yn 'was' docs/{first}/{page.path}.",
            en=f"Delete it here, and write '{rest}' in the 'was' of docs/{first}/{page.path}.",
        ),
    )


def one_answer(addresses: Addresses) -> Iterator[Problem]:
    """Two pages or facts do not both take the place of one."""
    taken: dict[str, Place] = {}
    claims = [*_old_addresses(addresses), *_old_facts(addresses)]
    for address, place in claims:
        first = taken.setdefault(address, place)
        if first != place:
            yield Problem(
                "C636",
                place,
                Words(
                    cy=f"Mae '{address}' yn arwain yma, ac i {first.path} hefyd.",
                    en=f"'{address}' leads here, and to {first.path} as well.",
                ),
                Words(
                    cy="Cadwch ef mewn un lle: yr un y byddai’r darllenydd am ei weld.",
                    en="Keep it in one place: the one that a reader would look for.",
                ),
            )


def straight_on(addresses: Addresses) -> Iterator[Problem]:
    """A section that moved is where its line says, not one step further and not in a circle."""
    for page in addresses.pages.values():
        for old, moved_to in page.meta.moved.items():
            if not addresses.target(page, moved_to):
                yield _not_there(addresses, page, old)


def _not_there(addresses: Addresses, page: Page, old: str) -> Problem:
    place, moved_to = page.place_in_front("moved", old), page.meta.moved[old]
    last, round_again = _end(addresses, page, moved_to, old)
    if round_again:
        return Problem(
            "C635",
            place,
            Words(
                cy=f"Mae '{old}' yn arwain yn ôl ato’i hun, felly ni fyddai neb yn cyrraedd unman.",
                en=f"'{old}' leads back to itself, so nobody would arrive anywhere.",
            ),
            Words(
                cy="Enwch adran sydd yno: yr id rhwng {# a } wrth ei phennawd.",
                en="Name a section that is there: the id between {# and } at its heading.",
            ),
        )
    if last:
        return Problem(
            "C634",
            place,
            Words(
                cy=f"Mae '{old}' yn arwain at '{moved_to}', sydd wedi symud hefyd.",
                en=f"'{old}' leads to '{moved_to}', which has moved as well.",
            ),
            Words(cy=f"Ysgrifennwch '{old}: {last}'.", en=f"Write '{old}: {last}'."),
        )
    return Problem(
        "C633",
        place,
        Words(
            cy=f"Mae '{old}' yn arwain at '{moved_to}', ond nid oes dim yno.",
            en=f"'{old}' leads to '{moved_to}', but nothing is there.",
        ),
        Words(
            cy="Enwch adran o’r dudalen hon, neu dudalen ac adran: parents/deadlines.md#late.",
            en="Name a section of this page, or a page and a section: parents/deadlines.md#late.",
        ),
    )


def _end(addresses: Addresses, page: Page, moved_to: str, old: str) -> tuple[str, bool]:
    """Follow `moved` to its end: where it stands, blank if nowhere; whether it goes in a circle."""
    seen = {(page.path, old)}
    here = page
    while True:
        if moved_to.endswith(".md"):
            return (moved_to if addresses.target(here, moved_to) else ""), False
        path, mark, name = moved_to.rpartition("#") if "#" in moved_to else ("", "", moved_to)
        other = addresses.pages.get((page.language, path or here.path))
        if addresses.target(here, moved_to):
            return (name if other is page else moved_to if mark else f"{here.path}#{name}"), False
        if other is None or name not in other.meta.moved:
            return _renamed(addresses, page, other, name), False
        if (other.path, name) in seen:
            return "", True
        seen.add((other.path, name))
        here, moved_to = other, other.meta.moved[name]


def _renamed(addresses: Addresses, page: Page, other: Page | None, name: str) -> str:
    """Return where a fact stands now, to be written on `page`, that `other` had under its old id;
    blank if it is not such a fact, or no page shows it.
    """
    fact = addresses.renamed.get(name, "")
    if other and fact in addresses.ids[other.key]:
        return fact if other is page else f"{other.path}#{fact}"
    home = addresses.homes.get(fact)
    return f"{home}#{fact}" if home else ""


def _old_addresses(addresses: Addresses) -> Iterator[tuple[str, Place]]:
    """Yield every old address that a page or a fact names, with the place where it does."""
    for page in addresses.pages.values():
        welsh = addresses.pages.get((LANGUAGES[0], page.path), page)
        for index, old in enumerate(page.meta.was):
            short = old.startswith(SHORT)
            # Both sides of a page pair may name its old short address: it has one for both.
            if not (short and page is not welsh and old in welsh.meta.was):
                yield (
                    f"{old}/" if short else f"{page.language}/{old}/",
                    page.place_in_front("was", index),
                )
        for old in page.meta.moved:
            yield f"{page.address}#{old}", page.place_in_front("moved", old)
    for entry in addresses.library.entries.values():
        for old in entry.was:
            if old.startswith(SHORT):
                yield f"{old}/", place_of_was(addresses, entry.id, old)


def _old_facts(addresses: Addresses) -> Iterator[tuple[str, Place]]:
    for entry in addresses.library.entries.values():
        for old in entry.was:
            if not old.startswith(SHORT):
                yield old, place_of_was(addresses, entry.id, old)


REDIRECT_CHECKS: Final[tuple[RedirectCheck, ...]] = (
    still_there,
    without_language,
    one_answer,
    straight_on,
    own_shorts,
    same_things,
    shorts_open,
    old_shorts_open,
)
