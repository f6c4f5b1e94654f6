"""Waivers: a person says that a problem is none, and why."""

from typing import Literal

from pydantic import Field

from canllaw.languages import both
from canllaw.model.base import Entry, Plain


class Waiver(Entry):
    """A problem that somebody looked at and let stand. It goes when the problem goes."""

    kind: Literal["waiver"]
    # Only what a person may judge: a broken link or a wrong figure is never let stand.
    check: Literal[
        "C302", "C303", "C305", "C306", "C307", "C607", "C614", "C615", "C616"
    ] = Field(
        description=both(cy="Id y broblem, fel C305.", en="The id of the problem, such as C305.")
    )  # fmt: skip
    where: Plain = Field(
        description=both(
            cy="Id ffaith, neu lwybr tudalen o dan docs/cy/ a docs/en/.",
            en="The id of a fact, or the path of a page below docs/cy/ and docs/en/.",
        )
    )
    words: Plain | None = Field(
        None,
        description=both(
            cy="Yr hyn a ganiateir, fel y mae’r neges yn ei ddyfynnu; hebddo, popeth yno.",
            en="What is let stand, as the message quotes it; without it, all there.",
        ),
    )
    reason: Plain = Field(
        description=both(
            cy="Pam nad yw’n gamgymeriad, i’r person nesaf sy’n edrych.",
            en="Why it is no mistake, for the next person who looks.",
        )
    )
