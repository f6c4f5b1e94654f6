"""The marks beside the headings of a finished page: links to the section, with its two names."""

import re
from collections.abc import Mapping
from typing import Final

from markupsafe import escape

from canllaw.addresses import short_address
from canllaw.languages import LANGUAGES, Language
from canllaw.model import Page

_MARK: Final = re.compile(r'<a class="headerlink" href="#([^"]+)" title="Permanent link">')


def with_heading_links(
    html: str, here: Language, sides: Mapping[Language, Page], label: str
) -> str:
    """Return the finished content of the side of a page in hand with each mark named by `label` and
    telling what its section is called in both languages; that of the main heading leads to the page
    itself, and tells its short address.
    """
    titles = {
        language: {heading.id: heading.text for heading in page.headings if heading.id}
        for language, page in sides.items()
    }
    short = short_address(sides[here].meta, here)

    def mark(found: re.Match[str]) -> str:
        section = found[1]
        names = {
            language: titles[language].get(section, sides[language].title) for language in LANGUAGES
        }
        data = " ".join(f'data-{language}="{escape(names[language])}"' for language in LANGUAGES)
        known = all(section in names for names in titles.values())
        if short and not known:
            data += f' data-short="{short}"'
        href = f"#{section}" if known else "./"
        return f'<a class="headerlink" href="{href}" title="{label}" aria-label="{label}" {data}>'

    return _MARK.sub(mark, html)
