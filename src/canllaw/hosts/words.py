"""What canllaw says inside MkDocs, in both languages."""

from pathlib import Path
from typing import Final

from canllaw.languages import Words

NOTHING_READ: Final = Words(
    cy="nid yw canllaw wedi darllen dim eto", en="canllaw has read nothing yet"
)
NO_PAIRING: Final = Words(
    cy="mae angen yr ategyn `i18n` uwchben canllaw yn mkdocs.yml",
    en="canllaw needs the plugin `i18n` above it in mkdocs.yml",
)
NO_PLUGIN: Final = Words(
    cy="nid yw’r ategyn `canllaw` yn mkdocs.yml; ychwanegwch ef o dan `i18n`",
    en="the plugin `canllaw` is not in mkdocs.yml; add it below `i18n`",
)
MEND_FIRST: Final = Words(
    cy="Cywirwch y rhain yn gyntaf; mae `canllaw check` yn eu rhestru eto.",
    en="Mend these first; `canllaw check` lists them again.",
)
NOT_PUBLISHED: Final = Words(
    cy="Nid yw’r wefan orffenedig fel y dylai fod, felly nid yw’n cael ei chyhoeddi.",
    en="The finished site is not what it must be, so it is not published.",
)
REASON_ABOVE: Final = Words(
    cy="ni chafodd y wefan ei chyhoeddi; mae’r rheswm uchod",
    en="the site was not published; the reason is above",
)


def no_day(day: object) -> Words:
    """Say that `as_of` in mkdocs.yml is not a day."""
    return Words(
        cy=f"'{day}' yw as_of; ysgrifennwch ef fel 2027-09-01",
        en=f"as_of is '{day}'; write 2027-09-01",
    )


def no_page(file: str) -> Words:
    """Say that a file below docs/ is in no language."""
    return Words(
        cy=f"nid tudalen yw docs/{file}; y ffeiliau .md yn docs/cy/ a docs/en/ yw’r tudalennau",
        en=f"docs/{file} is no page; pages are the .md files in docs/cy/ and docs/en/",
    )


def no_settings(root: Path) -> Words:
    """Say that a project has no settings of MkDocs."""
    return Words(
        cy=f"nid oes mkdocs.yml yn {root}; enwch y prosiect gyda --root",
        en=f"there is no mkdocs.yml in {root}; name the project with --root",
    )
