"""Short addresses: each opens one thing, and an old one leads to the one in its place."""

from collections.abc import Iterator
from typing import Final

from canllaw.addresses import SHORT, Addresses, short_addresses
from canllaw.languages import LANGUAGES, Language, Words
from canllaw.model import Entry, PageMeta, is_publishable
from canllaw.problems import Place, Problem


def own_shorts(addresses: Addresses) -> Iterator[Problem]:
    """No two things share a short address."""
    taken: dict[str, str] = {}
    for short, owner, place in _shorts(addresses):
        first = taken.setdefault(short, owner)
        if first != owner:
            yield Problem(
                "C637",
                place,
                Words(
                    cy=f"Mae gan {first} y cyfeiriad byr '{short}' yn barod.",
                    en=f"{first} already has the short address '{short}'.",
                ),
                Words(
                    cy="Dewiswch eiriau eraill, rhai y gall rhywun eu dweud dros y ffôn.",
                    en="Choose other words, ones that somebody can say over the phone.",
                ),
            )


def same_things(addresses: Addresses) -> Iterator[Problem]:
    """A short address opens what it opened first, or what took the place of that."""
    for short, owner, place in _shorts(addresses):
        address = f"{SHORT}{short}/"
        listed, opens = addresses.lock.get(address), addresses.shorts.get(address)
        first = _name(addresses.stands_at(listed.opened)) if listed else ""
        if first and first != owner == _name(opens):
            yield _another(short, first, owner, place)


def _name(opened: Entry | str | None) -> str:
    return opened.id if isinstance(opened, Entry) else opened or ""


def _another(short: str, first: str, owner: str, place: Place) -> Problem:
    return Problem(
        "C640",
        place,
        Words(
            cy=f"Roedd /{SHORT}{short}/ yn agor {first}, ond {owner} fyddai’n agor nawr: byddai "
            "pwy bynnag a’i cafodd mewn llythyr yn cyrraedd rhywbeth arall.",
            en=f"/{SHORT}{short}/ opened {first}, but {owner} would open now: whoever has it in a "
            "letter would arrive at something else.",
        ),
        Words(
            cy=f"Dewiswch eiriau eraill yma, a rhowch '{short}' yn ôl i {first}. Os dyma lle "
            "dylai’r hen un arwain o hyn ymlaen, dewiswch eiriau eraill ac ysgrifennwch "
            f"'was: [{SHORT}{short}]' hefyd.",
            en=f"Choose other words here, and give '{short}' back to {first}. If this is where the "
            "old one should lead from now on, choose other words and write "
            f"'was: [{SHORT}{short}]' as well.",
        ),
    )


def shorts_open(addresses: Addresses) -> Iterator[Problem]:
    """A short address opens something that stands in the site."""
    for entry in addresses.library.entries.values():
        closed = [short for short in short_addresses(entry) if short not in addresses.shorts]
        if closed:
            shown = ", ".join(f"/{short}" for short in closed)
            yield Problem(
                "C639",
                addresses.library.place(entry.id, "short_address"),
                Words(
                    cy=f"Ni fyddai {shown} yn agor dim: nid oes cerdyn '{entry.id}' ar unrhyw "
                    "dudalen.",
                    en=f"{shown} would open nothing: no page has a card of '{entry.id}'.",
                ),
                _way_out(entry, [short.strip("/") for short in closed if short in addresses.lock]),
            )


def _way_out(entry: Entry, promised: list[str]) -> Words:
    """Say what to do with the short address of a fact that is not shown; `promised` are those of
    its addresses that were published.
    """
    was = f"'was: [{', '.join(promised)}]'"
    away = (
        Words(
            cy="symudwch ei 'short_address' i’r hyn sydd yn ei lle: ffaith sydd ar dudalen, neu "
            f"ben dwy ochr tudalen. Os oes un yno’n barod, ysgrifennwch {was} yno, a dilëwch "
            "'short_address' yma.",
            en="move its 'short_address' to what takes its place: a fact that a page shows, or the "
            f"top of both sides of a page. Where there is one already, write {was} there, and "
            "delete 'short_address' here.",
        )
        if promised
        else Words(cy="dilëwch 'short_address'.", en="delete 'short_address'.")
    )
    if not is_publishable(entry):
        return Words(
            cy=away.cy[0].upper() + away.cy[1:],
            en=away.en[0].upper() + away.en[1:],
        )
    return Words(
        cy=f"Dangoswch y ffaith ar dudalen, neu {away.cy}",
        en=f"Show the fact on a page, or {away.en}",
    )


def old_shorts_open(addresses: Addresses) -> Iterator[Problem]:
    """An old short address leads to one that takes its place."""
    for page in addresses.pages.values():
        for index, old in enumerate(page.meta.was):
            if old.startswith(SHORT) and not addresses.leads_to(f"{old}/"):
                yield _no_short(old, page.path, page.place_in_front("was", index), _SHORT_ON_PAGE)
    for entry in addresses.library.entries.values():
        for old in entry.was:
            if old.startswith(SHORT) and not addresses.leads_to(f"{old}/"):
                place = place_of_was(addresses, entry.id, old)
                if entry.id in addresses.homes:
                    yield _no_short(old, entry.id, place, _SHORT_IN_FACT)
                else:
                    yield _not_shown(old, entry.id, place)


def _no_short(old: str, holder: str, place: Place, hint: Words) -> Problem:
    return Problem(
        "C633",
        place,
        Words(
            cy=f"Ni all '{old}' arwain yma: nid oes gan {holder} gyfeiriad byr ei hun.",
            en=f"'{old}' cannot lead here: {holder} has no short address of its own.",
        ),
        hint,
    )


def _not_shown(old: str, entry_id: str, place: Place) -> Problem:
    return Problem(
        "C633",
        place,
        Words(
            cy=f"Ni all '{old}' arwain yma: nid oes cerdyn '{entry_id}' ar unrhyw dudalen.",
            en=f"'{old}' cannot lead here: no page has a card of '{entry_id}'.",
        ),
        Words(
            cy=f"Symudwch 'was: [{old}]' i’r hyn sydd yn ei lle: ffaith sydd ar dudalen, neu ben "
            "tudalen, ac iddi 'short_address'.",
            en=f"Move 'was: [{old}]' to what takes its place: a fact that a page shows, or the top "
            "of a page, with a 'short_address'.",
        ),
    )


_SHORT_ON_PAGE: Final = Words(
    cy="Ysgrifennwch 'short_address: {cy: …, en: …}' hefyd, ar ben dwy ochr y dudalen.",
    en="Write 'short_address: {cy: …, en: …}' as well, at the top of both sides of the page.",
)
_SHORT_IN_FACT: Final = Words(
    cy="Ysgrifennwch 'short_address: {cy: …, en: …}' hefyd, yn y ffaith hon.",
    en="Write 'short_address: {cy: …, en: …}' as well, in this fact.",
)


def _shorts(addresses: Addresses) -> Iterator[tuple[str, str, Place]]:
    """Yield the words of every short address, whose they are, and the place where they stand."""
    for page in addresses.pages.values():
        for language, words in _words(page.meta):
            yield words, page.path, page.place_in_front("short_address", language)
    for entry in addresses.library.entries.values():
        for language, words in _words(entry):
            place = addresses.library.place(entry.id, "short_address", language)
            yield words, entry.id, place


def _words(holder: PageMeta | Entry) -> Iterator[tuple[Language, str]]:
    if holder.short_address:
        for language in LANGUAGES:
            yield language, holder.short_address.in_(language)


def place_of_was(addresses: Addresses, entry_id: str, old: str) -> Place:
    """Return where an old id or short address of a fact is written."""
    index = addresses.library.entries[entry_id].was.index(old)
    return addresses.library.place(entry_id, "was", index)
