"""What Welsh law and good practice ask of a site, what this one does, and what proves it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from canllaw.languages import both
from canllaw.model.base import Entry, Text

TestName = Annotated[
    str, StringConstraints(pattern=r"^tests/(?:[a-z0-9_]+/)*test_[a-z0-9_]+\.py::test_\w+$")
]


class Standard(Entry):
    """One thing that is asked of a site in Welsh and English, with the evidence that it is done."""

    kind: Literal["standard"]
    asks: Text = Field(
        description=both(
            cy="Beth sy’n ofynnol, mewn ychydig eiriau.", en="What is asked, in a few words."
        )
    )
    does: Text = Field(
        description=both(
            cy="Beth mae’r wefan hon yn ei wneud, a beth nad yw’n ei wneud eto.",
            en="What this site does, and what it does not do yet.",
        )
    )
    tests: tuple[TestName, ...] = Field(
        (),
        description=both(
            cy="Y profion sy’n profi hynny: tests/test_browser.py::test_pages_fit",
            en="The tests that prove it: tests/test_browser.py::test_pages_fit",
        ),
    )
