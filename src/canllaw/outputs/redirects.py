"""Old addresses that lead on: pages at the addresses themselves, and a list for hosts that read it.

A section that moved is answered on its page: by an empty anchor where it is now, or by a line
that shows itself only to whoever asks for it.
"""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup

from canllaw.addresses import SHORT, Addresses
from canllaw.languages import LANGUAGES
from canllaw.model import Page, Wording
from canllaw.outputs.finished import FinishedSite
from canllaw.outputs.shared_pages import relative, shared_page
from canllaw.outputs.short_addresses import title_of

HOST_LIST: Final = "_redirects"

# An anchor stands inside the element it names: in a table row or a fold, in its first part.
_INSIDE: Final = r"(?:\s*<(?:summary|th|td)\b[^<>]*>)?"


def redirect_files(site: FinishedSite) -> dict[str, str]:
    """Return a page for each old address of a page, and the list of them."""
    whole = {old: new for old, new in site.addresses.redirects.items() if "#" not in old}
    files: dict[str, str] = {}
    for old, new in whole.items():
        values = {
            "sides": list(_sides(site, old, new)),
            "canonical": site.address + new,
            "to": relative(new, old),
        }
        files |= shared_page(site, "redirect.html.jinja", old, values)
    base = urlsplit(site.address).path or "/"
    # Hosts send a reader on with the section they asked for, which the new page answers.
    lines = (f"{base}{old} {base}{new} 301\n" for old, new in whole.items())
    return files | ({HOST_LIST: "".join(lines)} if whole else {})


def _sides(site: FinishedSite, old: str, new: str) -> Iterator[dict[str, str]]:
    if old.startswith(SHORT):
        opened = site.addresses.shorts[new]
        for language in LANGUAGES:
            yield {"language": language, "title": title_of(site, opened, language)}
    else:
        page = site.addresses.page_at(new)
        yield {"language": page.language, "title": page.title}


def with_old_ids(html: str, page: Page, addresses: Addresses, wording: Wording) -> str:
    """Return the content of a page with an answer for every section that once stood on it."""
    stubs: list[str] = []
    for name, new in addresses.old_ids.get(page.address, {}).items():
        if new.startswith(f"{page.address}#"):
            html = _with_anchor(html, name, new.partition("#")[2])
        else:
            stubs.append(_stub(name, new, page, addresses, wording))
    return html + "".join(stubs)


def _with_anchor(html: str, old: str, new: str) -> str:
    found = re.search(rf'<\w+\b[^<>]*\sid="{re.escape(new)}"[^<>]*>{_INSIDE}', html)
    end = found.end() if found else 0
    anchor = str(Markup('<a id="{}"></a>').format(old))
    return html[:end] + anchor + html[end:]


def _stub(old: str, new: str, page: Page, addresses: Addresses, wording: Wording) -> str:
    line = Markup('\n<p class="moved" id="{}">{} <a href="{}">{}</a></p>')
    words = wording["moved.section"].in_(page.language)
    return str(line.format(old, words, relative(new, page.address), addresses.page_at(new).title))
