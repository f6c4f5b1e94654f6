"""Nothing that was ever published may lead nowhere, and what is new is written down."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from canllaw.addresses import LOCK, SHORT, Addresses, Listed, short_addresses
from canllaw.languages import Language, Words
from canllaw.model import KINDS, Entry, Page, PageMeta, is_publishable
from canllaw.problems import Place, Problem

_SHOWN: Final = 5


def kept_addresses(addresses: Addresses) -> Iterator[Problem]:
    """Every address ever published leads somewhere; every address there is stands in the list."""
    if not addresses.lock:
        return  # nothing was published yet
    yield from _same_pages(addresses)
    lost = [address for address in addresses.lock if not addresses.leads_to(address)]
    yield from _lost_problems(addresses, [each for each in lost if each not in _named(addresses)])
    new = addresses.unlisted
    # While something is lost what is new may be a slip, and whatever is listed is kept for ever.
    if new and not lost:
        yield _not_listed(new, Place(LOCK, max(addresses.lock.values()).line + 1))


def _same_pages(addresses: Addresses) -> Iterator[Problem]:
    """A Welsh page and its English one lead to the same pair of pages for ever, so that readers of
    both languages arrive at the same.
    """
    for address, listed in addresses.lock.items():
        if listed.opened and not address.startswith(SHORT):
            welsh, english = addresses.stands_at(address), addresses.stands_at(listed.opened)
            if welsh and english and welsh != english:
                yield _parted(address, listed, str(welsh), str(english))


def _parted(address: str, listed: Listed, welsh: str, english: str) -> Problem:
    return Problem(
        "C641",
        Place(LOCK, listed.line),
        Words(
            cy=f"Mae /{address} yn agor {welsh}, ond mae /{listed.opened}, sef yr un dudalen yn "
            f"Saesneg, yn agor {english}: byddai darllenwyr y ddwy iaith yn cyrraedd pethau "
            "gwahanol.",
            en=f"/{address} opens {welsh}, but /{listed.opened}, the same page in English, opens "
            f"{english}: readers of the two languages would arrive at different things.",
        ),
        Words(
            cy="Gadewch i’r ddau arwain at yr un pâr o dudalennau, drwy 'slug' y dudalen Gymraeg "
            "neu drwy 'was' ar ben y ddwy ochr.",
            en="Let both lead to the same pair of pages, by the 'slug' of the Welsh page or by "
            "'was' at the top of both sides.",
        ),
    )


def _named(addresses: Addresses) -> set[str]:
    """Return the short addresses that something still has, or says that it had: where these open
    nothing, the checks of redirects say why.
    """
    entries = addresses.library.entries.values()
    metas = (page.meta for page in addresses.pages.values())
    holders: tuple[PageMeta | Entry, ...] = (*metas, *entries)
    old = (f"{each}/" for holder in holders for each in holder.was if each.startswith(SHORT))
    return {*old, *chain.from_iterable(map(short_addresses, entries))}


def _lost_problems(addresses: Addresses, lost: list[str]) -> Iterator[Problem]:
    """Name each page, section and fact that is gone once, however many addresses it had."""
    places = {address.partition("#")[0] for address in lost}
    gone = {place for place in places if not addresses.leads_to(place)}
    facts: dict[str, list[str]] = defaultdict(list)
    sections: dict[tuple[str, str], list[str]] = defaultdict(list)
    by_address = {page.address: page for page in addresses.pages.values()}
    for address in lost:
        place, mark, name = address.partition("#")
        if mark and name.partition(".")[0] in KINDS and "." in name:
            # Where only the page is gone, that is enough to say.
            if place not in gone or name not in addresses.library.entries:
                facts[name].append(address)
        elif mark and place not in gone:
            sections[by_address[place].path, name].append(address)
    for address in sorted(gone):
        yield (
            _short_gone(addresses, address)
            if address.startswith(SHORT)
            else _page_gone(addresses, address)
        )
    for name, found in facts.items():
        yield _fact_gone(addresses, name, found)
    for (path, name), found in sections.items():
        yield _section_gone(addresses, path, name, found)


def _place(addresses: Addresses, address: str) -> Place:
    lines = (listed.line for each, listed in addresses.lock.items() if each.startswith(address))
    return Place(LOCK, min(lines))


def _broken(what: Words, found: Iterable[str]) -> Words:
    shown = _listed(list(found))
    return Words(
        cy=f"{what.cy}: byddai dolenni at {shown.cy} yn torri, mewn "
        "llythyrau ac ar wefannau eraill.",
        en=f"{what.en}: links to {shown.en} would break, in letters and on other sites.",
    )


def _page_gone(addresses: Addresses, address: str) -> Problem:
    language, _, old = address.strip("/").partition("/")
    heir = _heir(addresses, address, "cy" if language == "cy" else "en")
    file = heir.file if heir else f"docs/{language}/…"
    hint = (
        Words(
            cy=f"Ysgrifennwch 'was: [{old}]' ar ben y dudalen sydd yn ei lle ({file}).",
            en=f"Write 'was: [{old}]' at the top of the page that takes its place ({file}).",
        )
        if old
        else Words(
            cy=f"Rhaid i dudalen sefyll yn /{language}/ bob amser: cadwch "
            f"docs/{language}/index.md, heb 'slug'.",
            en=f"A page must always stand at /{language}/: keep docs/{language}/index.md, without "
            "'slug'.",
        )
    )
    return Problem(
        "C630",
        _place(addresses, address),
        _broken(Words(cy="Mae tudalen wedi mynd", en="A page is gone"), [address]),
        hint,
    )


def _heir(addresses: Addresses, address: str, language: Language) -> Page | None:
    """Return the new page that has most of the sections of a page that is gone."""
    old = {each.partition("#")[2] for each in addresses.lock if each.startswith(f"{address}#")}
    new = [
        (len(old & addresses.ids[key]), page.path, page)
        for key, page in addresses.pages.items()
        if page.language == language and page.address not in addresses.lock
    ]
    shared, _path, page = max(new, key=lambda each: each[:2], default=(0, "", None))
    return page if shared else None


def _short_gone(addresses: Addresses, address: str) -> Problem:
    old = address.strip("/")
    words = old.removeprefix(SHORT)
    return Problem(
        "C630",
        _place(addresses, address),
        _broken(Words(cy="Mae cyfeiriad byr wedi mynd", en="A short address is gone"), [address]),
        Words(
            cy=f"Rhowch '{words}' yn ôl yn 'short_address' y ffaith neu’r dudalen; neu, yn yr hyn "
            f"sydd yn ei lle, ysgrifennwch 'was: [{old}]', a 'short_address: {{cy: …, en: …}}' "
            "hefyd os nad oes un yno.",
            en=f"Put '{words}' back in the 'short_address' of its fact or page; or, in what takes "
            f"its place, write 'was: [{old}]', and 'short_address: {{cy: …, en: …}}' as well if "
            "there is none.",
        ),
    )


def _fact_gone(addresses: Addresses, name: str, found: list[str]) -> Problem:
    entry = addresses.library.entries.get(addresses.renamed.get(name, name))
    what, back = _hidden(entry, name) if entry else _gone(addresses, name)
    moved = f"'moved: {{{name}: other/page.md#section}}'"
    return Problem(
        "C630",
        _place(addresses, found[0]),
        _broken(what, found),
        Words(
            cy=f"{back.cy} {moved} ar ben dwy ochr tudalen.",
            en=f"{back.en} {moved} at the top of both sides of a page.",
        ),
    )


def _hidden(entry: Entry, name: str) -> tuple[Words, Words]:
    """Say that no page shows a fact, and begin the advice."""
    what = Words(
        cy=f"Nid oes tudalen yn dangos '{entry.id}' mwyach",
        en=f"No page shows '{entry.id}' any more",
    )
    if entry.id != name:
        what = Words(
            cy=f"Nid oes tudalen yn dangos '{entry.id}', sef enw '{name}' nawr",
            en=f"No page shows '{entry.id}', which '{name}' is called now",
        )
    if not is_publishable(entry):
        return what, Words(cy="Ysgrifennwch", en="Write")
    return what, Words(
        cy="Dangoswch y ffaith ar dudalen; neu, os nad yw i’w dangos mwyach, ysgrifennwch",
        en="Show the fact on a page; or, if it is no longer to be shown, write",
    )


def _gone(addresses: Addresses, name: str) -> tuple[Words, Words]:
    """Say that a fact is gone, and begin the advice."""
    heirs = _new_facts(addresses, name.partition(".")[0])
    heir = f"{heirs[0]}, {addresses.library.files[heirs[0]]}" if len(heirs) == 1 else "content/…"
    return Words(cy=f"Mae '{name}' wedi mynd", en=f"'{name}' is gone"), Words(
        cy=f"Ysgrifennwch 'was: [{name}]' yn y ffaith sydd yn ei lle ({heir}); neu, os nad oes un, "
        "ysgrifennwch",
        en=f"Write 'was: [{name}]' in the fact that takes its place ({heir}); or, if there is "
        "none, write",
    )


def _new_facts(addresses: Addresses, kind: str) -> list[str]:
    listed = {address.partition("#")[2] for address in addresses.lock}
    return [
        name
        for name, entry in addresses.library.entries.items()
        if entry.kind == kind and name not in listed and name in addresses.homes
    ]


def _section_gone(addresses: Addresses, path: str, name: str, found: list[str]) -> Problem:
    new = sorted(
        each.partition("#")[2]
        for each in addresses.published - addresses.lock.keys()
        if each.startswith(f"{found[0].partition('#')[0]}#")
    )
    here = f"'moved: {{{name}: {new[0] if len(new) == 1 else '…'}}}'"
    there = f"'moved: {{{name}: other/page.md#section}}'"
    return Problem(
        "C630",
        _place(addresses, found[0]),
        _broken(
            Words(
                cy=f"Mae adran '{name}' wedi mynd o {path}",
                en=f"The section '{name}' is gone from {path}",
            ),
            found,
        ),
        Words(
            cy=f"Rhowch yr id yn ôl ar y pennawd: {{#{name}}}; neu dywedwch ble mae’r adran nawr, "
            f"ar ben dwy ochr y dudalen: {here}, neu ar dudalen arall: {there}.",
            en=f"Put the id back on its heading: {{#{name}}}; or say where the section is now, at "
            f"the top of both sides of the page: {here}, or on another page: {there}.",
        ),
    )


def _not_listed(new: list[str], place: Place) -> Problem:
    shown = _listed(new)
    return Problem(
        "C631",
        place,
        Words(
            cy=f"Nid yw {shown.cy} yn y rhestr o gyfeiriadau eto, felly pe bai un yn mynd ar "
            "goll, ni fyddai neb yn sylwi.",
            en=f"{shown.en} {'is' if len(new) == 1 else 'are'} not in the list of addresses yet, "
            "so nobody would notice if they were lost.",
        ),
        Words(
            cy="Teipiwch: canllaw addresses --write",
            en="Type: canllaw addresses --write",
        ),
    )


def _listed(found: list[str]) -> Words:
    shown = ", ".join(f"/{address}" for address in found[:_SHOWN])
    more = len(found) - _SHOWN
    if more <= 0:
        return Words(cy=shown, en=shown)
    return Words(cy=f"{shown} a {more} arall", en=f"{shown} and {more} more")
