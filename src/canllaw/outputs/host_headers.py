"""What a host that reads `_headers` sends with each file."""

from typing import Final
from urllib.parse import urlsplit

from canllaw.browser_policy import HOST_POLICY
from canllaw.outputs.finished import FinishedSite

# Every file in assets/ is named after its content, so a browser may keep it for a year.
_FOR_EVERYTHING: Final = (
    f"Content-Security-Policy: {HOST_POLICY}",
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: strict-origin-when-cross-origin",
    "Permissions-Policy: camera=(), geolocation=(), microphone=()",
)
_FOR_ASSETS: Final = ("Cache-Control: public, max-age=31536000, immutable",)


def host_headers(site: FinishedSite) -> dict[str, str]:
    """Return `_headers` for the path that the site is published at."""
    base = urlsplit(site.address).path.rstrip("/")
    groups = ((f"{base}/*", _FOR_EVERYTHING), (f"{base}/assets/*", _FOR_ASSETS))
    return {
        "_headers": "".join(
            "\n".join((path, *(f"  {header}" for header in headers), ""))
            for path, headers in groups
        )
    }
