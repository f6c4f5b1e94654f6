"""Every question the site says it answers leads to an answer in both languages."""

from collections.abc import Iterator, Mapping

from canllaw.languages import LANGUAGES, Words
from canllaw.model import Library, Page, PageKey, Question
from canllaw.problems import Problem, nearest


def answered_questions(library: Library, pages: Mapping[PageKey, Page]) -> Iterator[Problem]:
    """The page of a question exists on both sides, and so does its section."""
    paths = {path for _, path in pages}
    for entry in library.of_kind("question"):
        if not isinstance(entry, Question):
            continue
        sides = [pages[key] for language in LANGUAGES if (key := (language, entry.page)) in pages]
        if not sides:  # where one side is missing, C601 says so
            yield Problem(
                "C406",
                library.place(entry.id, "page"),
                Words(
                    cy=f"Nid tudalen yw '{entry.page}', felly ni fydd neb yn dod o hyd i’r ateb.",
                    en=f"'{entry.page}' is not a page, so nobody finds the answer.",
                ),
                nearest(entry.page, paths)
                or Words(
                    cy="Mae’r tudalennau yn docs/cy/ a docs/en/.",
                    en="Pages are in docs/cy/ and docs/en/.",
                ),
            )
        elif entry.section and not all(_has(page, entry.section) for page in sides):
            yield Problem(
                "C406",
                library.place(entry.id, "section"),
                Words(
                    cy=f"Nid oes adran '{entry.section}' ar {entry.page} yn y ddwy iaith.",
                    en=f"There is no section '{entry.section}' on {entry.page} in both languages.",
                ),
                nearest(entry.section, {heading.id for heading in sides[0].headings})
                or Words(
                    cy="Gadewch `section` allan, neu rhowch yr id hwn i’r pennawd.",
                    en="Leave `section` out, or give the heading this id.",
                ),
            )


def _has(page: Page, section: str) -> bool:
    return any(heading.id == section for heading in page.headings)
