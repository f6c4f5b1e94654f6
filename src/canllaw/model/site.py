"""How the site is kept: when each kind of fact is looked at again, and where links may lead."""

from collections import Counter
from typing import Annotated, Final, Literal, get_args

from pydantic import AfterValidator, Field, PositiveInt, StringConstraints

from canllaw.languages import Words, both
from canllaw.model.base import NotAllowedError, Record, Text

DatedKind = Literal[
    "deadline", "right", "organisation", "role", "age_stage", "provision", "plan_section", "source",
    "term", "milestone",
]  # fmt: skip


class Period(Record):
    """How long a fact of one kind counts as checked."""

    kind: DatedKind = Field(description=both(cy="Y math o ffaith.", en="The kind of fact."))
    months: PositiveInt = Field(
        description=both(
            cy="Misoedd o `checked` nes edrych eto.", en="Months from `checked` to the next look."
        )
    )


class Host(Record):
    """A site outside that links may lead to."""

    host: Annotated[
        str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$")
    ] = Field(
        description=both(
            cy="Enw’r wefan fel y mae yn ei gyfeiriad, fel www.gov.wales.",
            en="The name of the site as in its address, such as www.gov.wales.",
        )
    )
    why: Text = Field(
        description=both(
            cy="Pam y gellir anfon darllenydd yno.", en="Why a reader may be sent there."
        )
    )


def _each_once(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    found = Counter(period.kind for period in periods)
    wrong = [kind for kind in get_args(DatedKind) if found[kind] != 1]
    if wrong:
        listed = ", ".join(wrong)
        raise NotAllowedError(
            Words(cy="Enwch bob math unwaith.", en="Name each kind once."),
            Words(cy=f"Edrychwch ar {listed}.", en=f"Look at {listed}."),
        )
    return periods


def _no_host_twice(hosts: tuple[Host, ...]) -> tuple[Host, ...]:
    twice = [name for name, count in Counter(host.host for host in hosts).items() if count > 1]
    if twice:
        raise NotAllowedError(
            Words(cy=f"Mae '{twice[0]}' yno ddwywaith.", en=f"'{twice[0]}' stands twice."),
            Words(cy="Dilëwch un.", en="Delete one."),
        )
    return hosts


class SiteRules(Record):
    """What `content/site.yml` says."""

    check_again: Annotated[tuple[Period, ...], AfterValidator(_each_once)] = Field(
        description=both(
            cy="Y mathau yn nhrefn niwed: yn gyntaf, yr hyn sy’n gwneud y niwed mwyaf i deulu "
            "os yw’n anghywir.",
            en="The kinds in order of harm: first what hurts a family most if it is wrong.",
        )
    )
    hosts: Annotated[tuple[Host, ...], AfterValidator(_no_host_twice)] = Field(
        description=both(
            cy="Y gwefannau eraill y caiff dolenni arwain atynt.",
            en="The sites outside that links may lead to.",
        )
    )

    def months(self, kind: str) -> int | None:
        """Return how many months a fact of `kind` counts as checked; `None` where nobody said."""
        return next((each.months for each in self.check_again if each.kind == kind), None)

    def harm(self, kind: str) -> int:
        """Return the place of `kind` in the order of harm, from 0; the last where nobody said."""
        kinds: list[str] = [each.kind for each in self.check_again]
        return kinds.index(kind) if kind in kinds else len(kinds)


NO_RULES: Final = SiteRules.model_construct(check_again=(), hosts=())
"""What counts where there is no `content/site.yml`: nothing is too old, and no host is listed."""
