"""A site whose pages are finished: what every other file of it is made from."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from canllaw.addresses import Addresses
from canllaw.agreement import Standing
from canllaw.model import Library, Page, PageKey, Wording


@dataclass(frozen=True, slots=True)
class FinishedSite:
    """What outputs may read. `html` holds the finished content of each page, without the theme,
    `used` the ids of the facts it shows, `address` the address the site is published at,
    `addresses` what stands at each address and where old ones lead, `assets` where the files of
    the theme are, by their plain names where those differ, `standings` how far the two languages
    agree, by the id of the unit.
    """

    library: Library
    wording: Wording
    pages: Mapping[PageKey, Page]
    html: Mapping[PageKey, str]
    used: Mapping[PageKey, tuple[str, ...]]
    day: datetime.date
    address: str
    addresses: Addresses
    assets: Mapping[str, str] = field(default_factory=dict)
    standings: Mapping[str, Standing] = field(default_factory=dict)
