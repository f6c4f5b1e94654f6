"""For editors: each page pair on one screen, and how far the two languages agree everywhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from canllaw.agreement import STATE_NAMES, Standing, State, tallies, total, where_is
from canllaw.languages import LANGUAGE_NAMES, LANGUAGES, Language, Words
from canllaw.outputs.finished import FinishedSite
from canllaw.outputs.pair_html import cut, placed
from canllaw.outputs.shared_pages import shared_page
from canllaw.outputs.site_search import SEARCH_PAGE
from canllaw.units import DESCRIPTION

PAIRS: Final = "cy-en/"
"""Where the pages for editors stand: out of the search, and out of search engines."""

_AFTER_RECORD: Final = (State.CY_MOVED, State.EN_MOVED, State.BOTH_MOVED)


@dataclass(frozen=True, slots=True)
class _Row:
    """A section of a pair: both sides as readers see them, and where it stands."""

    name: str
    standing: Standing
    sides: Mapping[Language, Markup]

    @property
    def anchor(self) -> str:
        return f"pair-{self.name}"


@dataclass(frozen=True, slots=True)
class _Line:
    """A page pair or a file of content in the table: how much of it is in each state."""

    where: str
    address: str
    title: Mapping[Language, str]
    states: Mapping[State, int]
    total: int
    waiting: tuple[Standing, ...]

    @property
    def looked_for(self) -> str:
        """What the filter compares with what somebody types."""
        return " ".join((self.where, *self.title.values())).casefold()


def pair_files(site: FinishedSite) -> dict[str, str]:
    """Return the page of each pair, and the table of all, by their paths in the site."""
    by_place = _by_place(site.standings.values())
    files = _table(site, by_place)
    for path in _paths(site):
        files |= _pair(site, path, by_place.get(path, ()))
    return files


def _paths(site: FinishedSite) -> list[str]:
    found = [path for language, path in site.pages if language == "cy" and path != SEARCH_PAGE]
    return [path for path in found if ("en", path) in site.pages]


def pair_address(path: str) -> str:
    """Return the address of both sides of a page pair together; blank where there is none."""
    return "" if path == SEARCH_PAGE else f"{PAIRS}{path.removesuffix('.md')}/"


def _by_place(standings: Iterable[Standing]) -> dict[str, tuple[Standing, ...]]:
    found: dict[str, list[Standing]] = {}
    for standing in standings:
        found.setdefault(where_is(standing), []).append(standing)
    return {where: tuple(each) for where, each in found.items()}


def _table(site: FinishedSite, by_place: Mapping[str, tuple[Standing, ...]]) -> dict[str, str]:
    everything = site.standings.values()
    lines = [
        _Line(
            tally.where,
            pair_address(tally.where) if tally.where in _paths(site) else "",
            _titles(site, tally.where),
            tally.states,
            tally.total,
            tuple(each for each in by_place[tally.where] if each.record and not each.is_agreed),
        )
        for tally in tallies(everything)
    ]
    values = {"lines": lines, "whole": total(everything), "states": STATE_NAMES, "State": State}
    return shared_page(site, "status.html.jinja", PAIRS, values)


def _titles(site: FinishedSite, path: str) -> dict[Language, str]:
    sides = {side: site.pages.get((side, path)) for side in LANGUAGES}
    return {side: page.title for side, page in sides.items() if page}


def _pair(site: FinishedSite, path: str, standings: Sequence[Standing]) -> dict[str, str]:
    address = pair_address(path)
    rows = list(_rows(site, path, address, standings))
    values = {
        "path": path,
        "pages": {side: site.pages[side, path] for side in LANGUAGES},
        "rows": rows,
        "waiting": [row for row in rows if not row.standing.is_agreed],
        "states": STATE_NAMES,
        "index": PAIRS,
        "languages": LANGUAGE_NAMES,
        "advice": _ADVICE,
    }
    return shared_page(site, "pair.html.jinja", address, values)


def _rows(
    site: FinishedSite, path: str, address: str, standings: Sequence[Standing]
) -> Iterator[_Row]:
    names = [standing.unit.id.partition("#")[2] for standing in standings]
    parts = {side: cut(site.html[side, path], list(filter(None, names))) for side in LANGUAGES}
    for name, standing in zip(names, standings, strict=True):
        described = standing.unit.id.endswith(DESCRIPTION)
        sides = {
            side: Markup("<p>{}</p>").format(standing.unit.sides[side].words)
            if described
            else Markup(  # noqa: S704 - the content of our own finished pages
                placed(parts[side].get(name, ""), side, site.pages[side, path].address, address)
            )
            for side in LANGUAGES
        }
        yield _Row(name or standing.unit.id.rpartition(":")[2], standing, sides)


_ADVICE: Final[Mapping[State, Words]] = {
    State.DRAFT: Words(
        cy="Nid oes neb wedi cymharu’r ddwy ochr eto. Os ydyn nhw’n dweud yr un peth, teipiwch:",
        en="Nobody has compared both sides yet. If they say the same, type:",
    ),
    **dict.fromkeys(
        _AFTER_RECORD,
        Words(
            cy="Newidiodd rhywbeth ers i rywun gymharu’r ddwy ochr. Os ydyn nhw’n dal i ddweud yr "
            "un peth, teipiwch:",
            en="Something has changed since both sides were compared. If they still say the same, "
            "type:",
        ),
    ),
}
