"""What the commands of translators know about units: where they appear, how far they are agreed."""

from collections.abc import Callable, Mapping, Sequence

from canllaw.build import Guide
from canllaw.checks.glossary import Glossary
from canllaw.checks.language import is_foreign
from canllaw.checks.terms import glossaries
from canllaw.exchange.merge import Project, Read
from canllaw.exchange.parcel import Around, Parcel, pack
from canllaw.exchange.slips import Judge
from canllaw.languages import LANGUAGES, Language, counterpart
from canllaw.model import Name, texts
from canllaw.units import Unit, chosen


def units_of(guide: Guide) -> dict[str, Unit]:
    """Return every unit of the guide by its id."""
    return {name: standing.unit for name, standing in guide.standings.items()}


def wanted(
    guide: Guide, where: Sequence[str], *, agreed: bool = True, unagreed: bool = True
) -> list[Unit]:
    """Return the units that `where` names, or all, of those that are agreed or are not.

    Raises `CanllawError` for what names none.
    """
    found = chosen(units_of(guide), where) if where else units_of(guide)
    states = guide.standings
    return [
        unit
        for name, unit in found.items()
        if (agreed and states[name].is_agreed) or (unagreed and not states[name].is_agreed)
    ]


def packed(guide: Guide, units: Sequence[Unit], to: Language) -> Parcel:
    """Return units as they go to a translator into `to`."""
    return pack(units, to, _around(guide, to))


def project_of(guide: Guide, read: Read) -> Project:
    """Return what a translator's file is merged into."""
    names = _names(guide)
    moved = guide.standings

    def has_moved(unit: Unit, side: Language) -> bool:
        return side in moved[unit.id].moved

    judge = Judge(is_foreign, lambda unit: unit.id in names, has_moved)
    return Project(units_of(guide), guide.pages, read, judge)


def _around(guide: Guide, to: Language) -> Around:
    names = _names(guide)
    return Around(
        _addresses(guide, to),
        lambda unit: guide.standings[unit.id].state.value,
        _terms(glossaries(guide.content.library)),
        lambda unit: unit.id in names,
    )


def _names(guide: Guide) -> frozenset[str]:
    """Return the units whose two sides may be the same."""
    return frozenset(
        "/".join((entry.id, *map(str, path)))
        for entry in guide.content.library.entries.values()
        for path, text in texts(entry)
        if isinstance(text, Name)
    )


def _addresses(guide: Guide, to: Language) -> Callable[[Unit], Sequence[str]]:
    shown: dict[str, list[str]] = {}
    # A fact is shown on the same pages in both languages.
    for key in (key for key in guide.rendered if key[0] == to):
        for used in sorted(guide.rendered[key].used):
            shown.setdefault(used, []).append(guide.pages[key].address)

    def addresses(unit: Unit) -> Sequence[str]:
        if unit.on_page:
            return [guide.pages[side, unit.owner].address for side in LANGUAGES]
        return shown.get(unit.owner, ())

    return addresses


def _terms(
    ours: Mapping[Language, Glossary],
) -> Callable[[Language, str], Sequence[tuple[str, str]]]:
    def terms(side: Language, text: str) -> Sequence[tuple[str, str]]:
        found = {use.form.term.id: use.form.term for use in ours[side].uses(text)}
        return [(term.name.in_(side), term.name.in_(counterpart(side))) for term in found.values()]

    return terms
