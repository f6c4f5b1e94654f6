"""Organisations a family can turn to. Only details that were read somewhere are here."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from canllaw.languages import both
from canllaw.model.base import Checked, Name, Plain, RoleId, Text, WebAddress

Phone = Annotated[str, StringConstraints(pattern=r"^0\d{2,4} \d{3,4} ?\d{3,4}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$")]


class Organisation(Checked):
    """An organisation outside the site, with the ways to reach it that were read in a source."""

    kind: Literal["organisation"]
    name: Name = Field(
        description=both(cy="Ei enw ym mhob iaith.", en="Its name in each language.")
    )
    what: Text = Field(
        description=both(
            cy="Beth mae’n ei wneud i deuluoedd, mewn brawddeg neu ddwy.",
            en="What it does for families, in one or two sentences.",
        )
    )
    limits: Text | None = Field(
        None, description=both(cy="Beth nad yw’n ei wneud.", en="What it does not do.")
    )
    website: WebAddress | None = Field(None, description=both(cy="Ei wefan.", en="Its site."))
    phone: Phone | None = Field(
        None,
        description=both(
            cy="Rhif a ddarllenwyd ar dudalen, fel 0300 222 5711.",
            en="A number read on a page, such as 0300 222 5711.",
        ),
    )
    email: Email | None = Field(
        None, description=both(cy="Cyfeiriad e-bost.", en="An address for e-mail.")
    )
    postal_address: Name | None = Field(
        None,
        description=both(cy="Cyfeiriad post, ar un llinell.", en="Postal address, on one line."),
    )
    role: RoleId | None = Field(
        None,
        description=both(
            cy="Y rôl sydd ganddo yn y system ADY.", en="The role it plays in the ALN system."
        ),
    )
    no_contact: Plain | None = Field(
        None,
        description=both(
            cy="I olygyddion: pa fanylion y chwiliwyd amdanynt heb eu cael.",
            en="For editors: which details were looked for and not found.",
        ),
    )
