"""Agreement: which words of the two languages somebody compared, and what has changed since.

Neither language is the source of the other: a pair is agreed, or it is not.
"""

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
from canllaw.agreement.standing import Agreement, Standing, State, agreement, marks

__all__ = [
    "AGREED",
    "HEADER",
    "REVIEWERS",
    "Agreement",
    "Record",
    "Reviewer",
    "Standing",
    "State",
    "agreement",
    "file_of",
    "id_of",
    "is_record",
    "mark",
    "marks",
    "normal",
    "read_line",
    "rewritten",
]
