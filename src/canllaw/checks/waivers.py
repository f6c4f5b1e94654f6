"""Takes out the problems that somebody looked at and let stand, each with a reason."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from canllaw.languages import LANGUAGES, Words
from canllaw.model import Library, Page, PageKey, Waiver
from canllaw.problems import Place, Problem


def without_waived(
    problems: Iterable[Problem], library: Library, pages: Mapping[PageKey, Page]
) -> Iterator[Problem]:
    """Yield the problems that no waiver lets stand, and each waiver that lets none stand."""
    waivers = [entry for entry in library.entries.values() if isinstance(entry, Waiver)]
    owners = _Owners(library, pages)
    needed: set[str] = set()
    for problem in problems:
        owner = owners.at(problem.place)
        fitting = {waiver.id for waiver in waivers if _lets_stand(waiver, problem, owner)}
        needed |= fitting
        if not fitting:
            yield problem
    for waiver in waivers:
        if waiver.id not in needed:
            yield Problem(
                "C408",
                library.place(waiver.id),
                _lets_nothing_stand(waiver),
                Words(
                    cy="Dilëwch ef, neu cywirwch ei `where` neu ei `words`.",
                    en="Delete it, or mend its `where` or `words`.",
                ),
            )


def _lets_nothing_stand(waiver: Waiver) -> Words:
    said = waiver.words
    about = Words(cy=f" am '{said}'", en=f" about '{said}'") if said else Words()
    return Words(
        cy=f"Nid yw '{waiver.id}' yn berthnasol i ddim: nid oes {waiver.check} yn "
        f"'{waiver.where}'{about.cy}.",
        en=f"'{waiver.id}' lets nothing stand: there is no {waiver.check} in "
        f"'{waiver.where}'{about.en}.",
    )


def _lets_stand(waiver: Waiver, problem: Problem, owner: str) -> bool:
    return (
        waiver.check == problem.id
        and waiver.where == owner
        and _quotes(problem.message, waiver.words or "")
    )


def _quotes(message: Words, words: str) -> bool:
    # What a message quotes stands in it in both languages; the rest of it does not.
    return all(words in message.in_(side) for side in LANGUAGES)


class _Owners:
    """Knows which fact or page a place lies in."""

    def __init__(self, library: Library, pages: Mapping[PageKey, Page]) -> None:
        self._pages = {page.file: page.path for page in pages.values()}
        self._facts: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for entry_id, file in library.files.items():
            line, _column = library.trees[entry_id].spot_of(())
            self._facts[file].append((line, entry_id))

    def at(self, place: Place) -> str:
        """Return the path of the page or the id of the fact at `place`, or an empty string."""
        if place.path in self._pages:
            return self._pages[place.path]
        facts = self._facts.get(place.path, [])
        index = bisect_right(facts, place.line, key=lambda fact: fact[0])
        return facts[index - 1][1] if index else ""
