"""Organisations a family can turn to. Only details that were read somewhere are here."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from canllaw.model.base import Checked, Name, Plain, RoleId, Text, WebAddress

Phone = Annotated[str, StringConstraints(pattern=r"^0\d{2,4} \d{3,4} ?\d{3,4}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$")]


class Organisation(Checked):
    """An organisation outside the site, with the ways to reach it that were read in a source."""

    kind: Literal["organisation"]
    name: Name = Field(description="Its name in each language.")
    what: Text = Field(description="What it does for families, in one or two sentences.")
    limits: Text | None = Field(None, description="What it does not do.")
    website: WebAddress | None = Field(None, description="Its site.")
    phone: Phone | None = Field(None, description="A number read on a page, such as 0300 222 5711.")
    email: Email | None = Field(None, description="An address for e-mail.")
    postal_address: Name | None = Field(None, description="Postal address, on one line.")
    role: RoleId | None = Field(None, description="The role it plays in the ALN system.")
    no_contact: Plain | None = Field(
        None, description="For editors: which details were looked for and not found."
    )
