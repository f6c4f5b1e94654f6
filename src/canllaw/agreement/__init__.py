"""Agreement: which words of the two languages somebody compared, and what has changed since.

Neither language is the source of the other: a pair is agreed, or it is not.
"""

from canllaw.agreement.difference import word_diff
from canllaw.agreement.following import following
from canllaw.agreement.normal import mark, normal
from canllaw.agreement.record import (
    AGREED,
    HEADER,
    REVIEWERS,
    Record,
    Reviewer,
    file_of,
    id_of,
    is_record,
    read_line,
    rewritten,
)
from canllaw.agreement.recording import Comparison, FileChange, recording, tidying
from canllaw.agreement.standing import STATE_NAMES, Agreement, Standing, State, agreement, marks
from canllaw.agreement.tally import Tally, tallies, total, where_is, worst

__all__ = [
    "AGREED",
    "HEADER",
    "REVIEWERS",
    "STATE_NAMES",
    "Agreement",
    "Comparison",
    "FileChange",
    "Record",
    "Reviewer",
    "Standing",
    "State",
    "Tally",
    "agreement",
    "file_of",
    "following",
    "id_of",
    "is_record",
    "mark",
    "marks",
    "normal",
    "read_line",
    "recording",
    "rewritten",
    "tallies",
    "tidying",
    "total",
    "where_is",
    "word_diff",
    "worst",
]
