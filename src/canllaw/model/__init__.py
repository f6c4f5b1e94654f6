"""What is true: the kinds of fact, and the library that holds them."""

from canllaw.model.age_stage import AgeStage, Boundary, Setting
from canllaw.model.base import (
    WORDS,
    Checked,
    Entry,
    Evidence,
    MaybeText,
    Name,
    NotAllowedError,
    Record,
    ShortAddress,
    Text,
    WebAddress,
)
from canllaw.model.change import FEEDS, NotedChange
from canllaw.model.citation import Citation, Fact
from canllaw.model.dated import NotInForceError
from canllaw.model.deadline import Counting, Deadline, DeadlineValue, Extension, Span, Topic, Unit
from canllaw.model.freshness import (
    Change,
    Due,
    changes,
    due,
    dues,
    months_later,
    months_old,
    whole_months,
)
from canllaw.model.library import (
    KINDS,
    FoundReference,
    Library,
    is_publishable,
    name_of,
    references,
    texts,
)
from canllaw.model.milestone import Milestone
from canllaw.model.organisation import Organisation
from canllaw.model.page import (
    BLANK,
    Heading,
    MacroCall,
    Page,
    PageKey,
    PageMeta,
    Wording,
    blank_out,
)
from canllaw.model.plan_section import PlanSection
from canllaw.model.provision import Answer, Example, Provision
from canllaw.model.question import Question
from canllaw.model.right import Holder, Right, Route
from canllaw.model.role import Body, Duty, Role, Statutory
from canllaw.model.schemas import schemas
from canllaw.model.site import NO_RULES, Host, Period, SiteRules
from canllaw.model.source import Source, SourceType
from canllaw.model.spelling import AllowedWords
from canllaw.model.standard import Standard
from canllaw.model.term import Gender, Term
from canllaw.model.waiver import Waiver

__all__ = [
    "BLANK",
    "FEEDS",
    "KINDS",
    "NO_RULES",
    "WORDS",
    "AgeStage",
    "AllowedWords",
    "Answer",
    "Body",
    "Boundary",
    "Change",
    "Checked",
    "Citation",
    "Counting",
    "Deadline",
    "DeadlineValue",
    "Due",
    "Duty",
    "Entry",
    "Evidence",
    "Example",
    "Extension",
    "Fact",
    "FoundReference",
    "Gender",
    "Heading",
    "Holder",
    "Host",
    "Library",
    "MacroCall",
    "MaybeText",
    "Milestone",
    "Name",
    "NotAllowedError",
    "NotInForceError",
    "NotedChange",
    "Organisation",
    "Page",
    "PageKey",
    "PageMeta",
    "Period",
    "PlanSection",
    "Provision",
    "Question",
    "Record",
    "Right",
    "Role",
    "Route",
    "Setting",
    "ShortAddress",
    "SiteRules",
    "Source",
    "SourceType",
    "Span",
    "Standard",
    "Statutory",
    "Term",
    "Text",
    "Topic",
    "Unit",
    "Waiver",
    "WebAddress",
    "Wording",
    "blank_out",
    "changes",
    "due",
    "dues",
    "is_publishable",
    "months_later",
    "months_old",
    "name_of",
    "references",
    "schemas",
    "texts",
    "whole_months",
]
