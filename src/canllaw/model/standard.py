"""What Welsh law and good practice ask of a site, what this one does, and what proves it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from canllaw.model.base import Entry, Text

TestName = Annotated[
    str, StringConstraints(pattern=r"^tests/(?:[a-z0-9_]+/)*test_[a-z0-9_]+\.py::test_\w+$")
]


class Standard(Entry):
    """One thing that is asked of a site in Welsh and English, with the evidence that it is done."""

    kind: Literal["standard"]
    asks: Text = Field(description="What is asked, in a few words.")
    does: Text = Field(description="What this site does, and what it does not do yet.")
    tests: tuple[TestName, ...] = Field(
        (), description="The tests that prove it: tests/test_browser.py::test_pages_fit"
    )
