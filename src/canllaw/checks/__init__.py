"""Checks: each looks at what it is handed and yields problems. A new one joins its list here."""

from canllaw.checks.agreement import agreed_sides
from canllaw.checks.built_site import check_built_site
from canllaw.checks.facts import FACT_CHECKS
from canllaw.checks.finished_page import Expected
from canllaw.checks.freshness import facts_past_their_limit
from canllaw.checks.language import language_of_labels
from canllaw.checks.old_addresses import kept_addresses
from canllaw.checks.pages import PAGE_CHECKS
from canllaw.checks.questions import answered_questions
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
    "agreed_sides",
    "answered_questions",
    "check_built_site",
    "facts_past_their_limit",
    "kept_addresses",
    "language_of_labels",
    "misspelled",
    "proved_standards",
    "spellers",
    "terms_on_pages",
    "typography_in_labels",
    "unused_facts",
    "without_waived",
]
