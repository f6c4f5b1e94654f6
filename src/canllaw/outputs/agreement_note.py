"""What a reader may know about the two languages of a page: who compared them, and who has not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from canllaw import formats
from canllaw.agreement import Standing
from canllaw.languages import Language


@dataclass(frozen=True, slots=True)
class AgreementNote:
    """The labels that say how far both languages were compared, with the last day in words, and
    who has reviewed them.
    """

    compared: str
    day: str
    reviewed: str


def agreement_note(
    standings: Mapping[str, Standing], path: str, used: Collection[str], language: Language
) -> AgreementNote:
    """Return what to say of the page pair at `path`, which shows the facts `used`."""
    owners = {path, *used}
    found = [standing for standing in standings.values() if standing.unit.owner in owners]
    days = [standing.record.on for standing in found if standing.record]
    if all(standing.is_agreed for standing in found):
        compared = "agreement.all"
    else:
        compared = "agreement.some" if days else "agreement.none"
    day = formats.date(max(days), language) if days else ""
    return AgreementNote(compared, day, _reviewed(found))


def _reviewed(standings: Collection[Standing]) -> str:
    """One that nobody qualified has seen is enough: then the page is not reviewed."""
    reviewers = {each.record.reviewer if each.record else None for each in standings}
    if None in reviewers or not all(each.is_agreed for each in standings):
        return "site.not-reviewed"
    if reviewers == {"qualified translator"}:
        return "site.reviewed-translator"
    return "site.reviewed-lawyer" if reviewers == {"legal reviewer"} else "site.reviewed-both"
