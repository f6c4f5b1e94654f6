"""What a browser may do on a page of the site: nothing but show it, with our own files."""

from typing import Final

# Pictures as data are the marks in our own style sheet.
_RULES: Final = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)

PAGE_POLICY: Final = "; ".join(_RULES)
"""The Content-Security-Policy that every page carries in a meta element."""

HOST_POLICY: Final = "; ".join((*_RULES, "frame-ancestors 'none'"))
"""The same, for hosts that send headers: only a header can keep other sites from framing us."""
