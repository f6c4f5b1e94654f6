"""Checks: each looks at what it is handed and yields problems. A new one joins its list here."""

from canllaw.checks.agreement import agreed_sides
from canllaw.checks.built_site import check_built_site
from canllaw.checks.changes import noted_changes
from canllaw.checks.facts import FACT_CHECKS
from canllaw.checks.finished_page import Expected
from canllaw.checks.freshness import facts_past_their_limit
from canllaw.checks.language import language_of_labels
from canllaw.checks.menu import menu_of_pages
from canllaw.checks.old_addresses import kept_addresses
from canllaw.checks.outside import links_of_pages, listed_addresses
from canllaw.checks.pages import PAGE_CHECKS
from canllaw.checks.questions import answered_questions
from canllaw.checks.raw_html import active_content, html_in_labels, made_html, raw_html
from canllaw.checks.redirects import REDIRECT_CHECKS
from canllaw.checks.references import unused_facts
from canllaw.checks.spelling import misspelled, spellers
from canllaw.checks.stages import STAGE_CHECKS
from canllaw.checks.standards import proved_standards
from canllaw.checks.terms import terms_on_pages
from canllaw.checks.typography import typography_in_labels
from canllaw.checks.waivers import without_waived

__all__ = [
    "FACT_CHECKS",
    "PAGE_CHECKS",
    "REDIRECT_CHECKS",
    "STAGE_CHECKS",
    "Expected",
    "active_content",
    "agreed_sides",
    "answered_questions",
    "check_built_site",
    "facts_past_their_limit",
    "html_in_labels",
    "kept_addresses",
    "language_of_labels",
    "links_of_pages",
    "listed_addresses",
    "made_html",
    "menu_of_pages",
    "misspelled",
    "noted_changes",
    "proved_standards",
    "raw_html",
    "spellers",
    "terms_on_pages",
    "typography_in_labels",
    "unused_facts",
    "without_waived",
]
