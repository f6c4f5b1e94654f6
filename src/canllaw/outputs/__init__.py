"""Outputs: each makes files from a finished site. A new one joins the list here."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from canllaw.outputs.api import api_files
from canllaw.outputs.feed import feed_files
from canllaw.outputs.finished import FinishedSite
from canllaw.outputs.host_headers import host_headers
from canllaw.outputs.pairs import pair_files
from canllaw.outputs.qr import qr_files
from canllaw.outputs.redirects import redirect_files
from canllaw.outputs.short_addresses import short_files
from canllaw.outputs.site_search import search_files

SiteFiles = Callable[[FinishedSite], Mapping[str, str | bytes]]
"""From a finished site to the files it adds, by their path in the site."""

SITE_FILES: Final[tuple[SiteFiles, ...]] = (
    search_files,
    redirect_files,
    short_files,
    host_headers,
    api_files,
    qr_files,
    pair_files,
    feed_files,
)


def site_files(site: FinishedSite) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of every file that the outputs add to the pages."""
    for output in SITE_FILES:
        for path, content in output(site).items():
            yield path, content.encode() if isinstance(content, str) else content
