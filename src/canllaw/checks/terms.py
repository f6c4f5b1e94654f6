"""A term has its official counterpart on the other side, and nobody uses the old names."""

import datetime
from collections.abc import Iterator, Mapping

from canllaw.checks.glossary import Form, Glossary, Use
from canllaw.languages import LANGUAGES, NAMES, Language, Words, counterpart
from canllaw.model import Gender, Library, Page, PageKey, Term, texts
from canllaw.problems import Place, Problem

Glossaries = Mapping[Language, Glossary]


def glossaries(library: Library) -> Glossaries:
    """Return the terms that the site may show, ready to be found in each language."""
    terms = [entry for entry in library.of_kind("term") if isinstance(entry, Term)]
    return {language: Glossary(terms, language) for language in LANGUAGES}


def terms_in_facts(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """Both sides of a text use the same terms of the glossary, and no form to avoid."""
    ours = glossaries(library)
    for entry in library.entries.values():
        for path, text in texts(entry):
            said: Mapping[Language, str] = {"cy": text.cy, "en": text.en}
            for side, use in _slips(ours, said):
                # The glossary itself has to name the forms to avoid.
                if not (use.form.avoided and isinstance(entry, Term)):
                    _, words = use.passage(said[side])
                    yield _problem(side, use.form, words, library.place(entry.id, *path, side))


def terms_on_pages(library: Library, pages: Mapping[PageKey, Page]) -> Iterator[Problem]:
    """Each section uses the same terms on both sides of a page, and no form to avoid."""
    ours = glossaries(library)
    for page in pages.values():
        other = pages.get(("en", page.path))
        if page.language == "en" or other is None:
            continue
        sides: Mapping[Language, Page] = {"cy": page, "en": other}
        yield from _in_descriptions(ours, sides)
        # Where the sections differ C611 says so; then only those that have a counterpart count.
        for welsh, english in zip(page.sections(), other.sections(), strict=False):
            starts: Mapping[Language, int] = {"cy": welsh[0], "en": english[0]}
            said: Mapping[Language, str] = {"cy": welsh[1], "en": english[1]}
            for side, use in _slips(ours, said):
                position, words = use.passage(said[side])
                place = sides[side].place_of(starts[side] + position)
                yield _problem(side, use.form, words, place)


def _in_descriptions(ours: Glossaries, sides: Mapping[Language, Page]) -> Iterator[Problem]:
    descriptions = {side: page.meta.description for side, page in sides.items()}
    for side, use in _slips(ours, descriptions):
        _, words = use.passage(descriptions[side])
        yield _problem(side, use.form, words, sides[side].place(1))


def _slips(ours: Glossaries, said: Mapping[Language, str]) -> Iterator[tuple[Language, Use]]:
    """Yield each form to avoid, and the first use of each term that only one side has."""
    uses = {side: list(ours[side].uses(said[side])) for side in LANGUAGES}
    official = {
        side: {use.form.term.id for use in uses[side] if not use.form.avoided} for side in LANGUAGES
    }
    for side in LANGUAGES:
        other = counterpart(side)
        told: set[str] = set()
        for use in uses[side]:
            term = use.form.term
            if use.form.avoided:
                meant = term.id in official[other] and not ours[side].says(said[side], term)
                if meant or not use.form.everyday:
                    yield side, use
            elif _asks_for_counterpart(use.form) and term.id not in official[other] | told:
                told.add(term.id)
                meanings = ours[side].meanings(use.form)
                if not any(ours[other].says(said[other], meaning) for meaning in meanings):
                    yield side, use


def _asks_for_counterpart(form: Form) -> bool:
    # "Cynnal cynllun" and "to maintain a plan" bend in too many ways to be looked for.
    phrase_of_verb = form.term.gender is Gender.VERB_NOUN and len(form.words) > 1
    return not (form.everyday or phrase_of_verb)


def _problem(side: Language, form: Form, words: str, place: Place) -> Problem:
    term = form.term
    if form.avoided:
        return Problem(
            "C306",
            place,
            Words(
                cy=f"Hen enw neu ffurf anghywir yw '{words}'; mae '{term.id}' yn dweud am beidio "
                "â’i defnyddio.",
                en=f"'{words}' is an old name or a wrong form; '{term.id}' says to avoid it.",
            ),
            Words(
                cy=f"Ysgrifennwch '{term.name.in_(side)}'.", en=f"Write '{term.name.in_(side)}'."
            ),
        )
    other = counterpart(side)
    return Problem(
        "C305",
        place,
        Words(
            cy=f"Un o dermau’r eirfa yw '{words}', ond nid yw’r term cyfatebol "
            f"'{term.name.in_(other)}' yn y testun {NAMES[other].cy}.",
            en=f"'{words}' is a term of the glossary, but its counterpart "
            f"'{term.name.in_(other)}' does not stand in the {NAMES[other].en}.",
        ),
        Words(
            cy=f"Defnyddiwch y term swyddogol ar y ddwy ochr ({term.id}). Os yw’r gair yn golygu "
            "rhywbeth arall yma, "
            "dywedwch hynny yn content/waivers.yml.",
            en=f"Use the official term on both sides ({term.id}). If the word means something else "
            "here, "
            "say so in content/waivers.yml.",
        ),
    )
