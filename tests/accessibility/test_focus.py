import itertools
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from accessibility.conftest import (
    HOME,
    PHONE,
    RESULTS,
    STEPS,
    WIDE,
    Scheme,
    at,
    both_languages,
)
from accessibility.walk import Stop, walk
from browsing import watched_page
from canllaw.languages import Language

# What Tab can reach, counted from the page and not from the walk.
REACHABLE = """() => [...document.querySelectorAll(
    "a[href], button, input, summary, textarea, select, [tabindex]")].filter((each) =>
  each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true })
    && !each.closest("details:not([open]) > :not(summary)")).length"""


def _walked(page: Page) -> list[Stop]:
    """Walk through an open page, and see that nothing was left out on the way."""
    reachable = page.evaluate(REACHABLE)
    stops = walk(page)
    assert len(stops) == reachable > 10
    return stops


def _faults(stops: list[Stop]) -> list[str]:
    """Say where a walk goes back, and where the reader cannot see where they are."""
    back = [f"goes back to {b.name}" for a, b in itertools.pairwise(stops) if b.place < a.place]
    return [
        *back,
        *(f"no frame: {each.name}" for each in stops if each.frame < 2),
        *(f"contrast {each.contrast:.1f}: {each.name}" for each in stops if each.contrast < 3),
        *(f"hidden: {each.name}" for each in stops if not each.seen),
    ]


@both_languages
@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        (HOME, PHONE, "light"),
        (HOME, PHONE, "dark"),
        (STEPS, PHONE, "dark"),
        (STEPS, WIDE, "light"),
        ("about/advisers/", WIDE, "dark"),
        (RESULTS, PHONE, "dark"),
    ],
)
def test_focus_is_seen(
    undrawn: Browser,
    address: str,
    real_site: Path,
    language: Language,
    name: str,
    width: int,
    scheme: Scheme,
) -> None:
    """Tab goes through a page in the order of its words and out of it, and at every stop a frame
    of two pixels or more stands out by 3 to 1 and nothing hides it.
    """
    with watched_page(undrawn, address, width) as page:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.goto(address + at(real_site, language, name))
        stops = _walked(page)
    assert _faults(stops) == []


@both_languages
def test_focus_in_forced_colours(
    undrawn: Browser, address: str, real_site: Path, language: Language
) -> None:
    """Where the reader's system chooses the colours the frame is there too."""
    with watched_page(undrawn, address) as page:
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        page.goto(address + at(real_site, language, HOME))
        assert _faults(_walked(page)) == []


@both_languages
def test_focus_in_a_small_window(
    undrawn: Browser, address: str, real_site: Path, language: Language
) -> None:
    """At a zoom of 400 %, where a window shows few lines, nothing lies over what has the focus."""
    with watched_page(undrawn, address, 320) as page:
        page.set_viewport_size({"width": 320, "height": 256})
        page.emulate_media(reduced_motion="reduce")
        page.goto(address + at(real_site, language, STEPS))
        assert _faults(_walked(page)) == []
