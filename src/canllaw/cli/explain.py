"""The command that says what a problem id means, and shows it wrong and right."""

from textwrap import indent
from typing import Final

import click

from canllaw.catalogue import CATALOGUE, SEVERITIES, Severity
from canllaw.cli.speaking import argument, command, language, said
from canllaw.languages import Words, joined, same
from canllaw.load.explanations import explanation
from canllaw.problems import CanllawError, nearest

_WEIGHS: Final = {
    Severity.ERROR: Words(
        cy="Gwall: nid yw’r wefan yn cael ei hadeiladu nes iddo gael ei gywiro.",
        en="Error: the site is not built until it is mended.",
    ),
    Severity.WARNING: Words(
        cy="Rhybudd: mae’r wefan yn cael ei hadeiladu, ond dylai rhywun edrych.",
        en="Warning: the site is built, but somebody should look.",
    ),
    Severity.NOTE: Words(
        cy="Nodyn: er gwybodaeth, gyda canllaw check --notes.",
        en="Note: for your information, with canllaw check --notes.",
    ),
}
_WRONG: Final = Words(cy="Anghywir:", en="Wrong:")
_RIGHT: Final = Words(cy="Cywir:", en="Right:")
_LIST_THEM: Final = Words(cy="I’w rhestru i gyd: canllaw explain", en="List them: canllaw explain")


@command(
    "explain",
    Words(
        cy="Egluro id problem, fel C402: beth ydyw, pam mae’n bwysig, ac enghraifft anghywir a "
        "chywir. Heb ID: rhestru pob un.",
        en="Explain the id of a problem, such as C402: what it is, why it matters, and a wrong and "
        "a right example. Without an ID: list them all.",
    ),
)
@argument("problem_id", same("ID"), required=False)
def explain(problem_id: str | None) -> None:
    """Print what an id means, or the list of ids."""
    if problem_id is None:
        click.echo("\n".join(f"{each}  {said(title)}" for each, title in CATALOGUE.items()))
        return
    asked = problem_id.strip().upper()
    if asked not in CATALOGUE:
        missing = Words(
            cy=f"nid oes problem â’r id '{problem_id}'.",
            en=f"there is no problem with the id '{problem_id}'.",
        )
        raise CanllawError(joined(missing, nearest(asked, CATALOGUE), _LIST_THEM))
    click.echo(_explained(asked))


def _explained(problem_id: str) -> str:
    found = explanation(problem_id)
    parts = (
        f"{problem_id}  {said(CATALOGUE[problem_id])}",
        said(_WEIGHS[SEVERITIES.get(problem_id, Severity.ERROR)]),
        found.why.in_(language()),
        f"{said(_WRONG)}\n\n{indent(found.wrong, '    ')}",
        f"{said(_RIGHT)}\n\n{indent(found.right, '    ')}",
    )
    return "\n\n".join(parts)


COMMANDS: Final = (explain,)
