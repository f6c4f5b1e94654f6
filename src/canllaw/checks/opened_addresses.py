"""Every address that was ever published opens something in the finished site."""

from collections.abc import Iterator, Mapping

from canllaw.addresses import LOCK
from canllaw.checks.finished_page import resolve
from canllaw.checks.followed import Finished
from canllaw.languages import Words
from canllaw.problems import Place, Problem


def opened_addresses(
    site_url: str, must_open: Mapping[str, str], finished: Mapping[str, Finished]
) -> Iterator[Problem]:
    """Follow every address that was ever published, as a browser would."""
    for address, end in must_open.items():
        place, _, name = address.partition("#")
        done = finished.get(place)
        if done and done.sends_on:
            done = finished.get(resolve(site_url, done.address, done.sends_on)[0])
            if done and done.sends_on:
                yield _further_on(address, done)
                continue
        wanted = name if "#" in end else ""
        if done is None or (wanted and wanted not in done.ids):
            yield _not_opened(address, done)


def _further_on(address: str, done: Finished) -> Problem:
    return Problem(
        "C711",
        done.place,
        Words(
            cy=f"Mae /{address} yn arwain at dudalen sydd wedi symud hefyd, felly byddai "
            "darllenydd yn cael ei anfon o un i’r llall.",
            en=f"/{address} leads to a page that has moved as well, so a reader would be sent from "
            "one to the other.",
        ),
        Words(
            cy="Gadewch i bob hen gyfeiriad arwain yn syth i’r dudalen sydd yno nawr.",
            en="Let every old address lead straight to the page that is there now.",
        ),
    )


def _not_opened(address: str, done: Finished | None) -> Problem:
    return Problem(
        "C710",
        done.place if done else Place(LOCK),
        Words(
            cy=f"Nid yw /{address} yn agor dim yn y wefan orffenedig, er bod dolenni ato.",
            en=f"/{address} opens nothing in the finished site, though there are links to it.",
        ),
        Words(
            cy="Rhedwch canllaw check. Os nad yw’n dweud dim, mae gwall yn y thema neu’r rhaglen.",
            en="Run canllaw check. If it says nothing, the fault is in the theme or the program.",
        ),
    )
