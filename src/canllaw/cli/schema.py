"""The command that tells editors what each kind of file may say."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from canllaw.cli.common import root_option
from canllaw.cli.speaking import argument, command, option, said
from canllaw.journal import finish_interrupted, write_all
from canllaw.languages import Words
from canllaw.model import schemas

FOLDER: Final = "schema"
_NAMES: Final = ("facts", "waivers", "interface", "spelling", "site", "page")


@command(
    "schema",
    Words(
        cy="Argraffu JSON Schema un math o ffeil, i raglenni golygu sy’n cwblhau’r hyn rydych yn "
        "ei deipio.\n\nY mathau: facts, waivers, interface, spelling, site, page. Gyda --write, "
        "ysgrifennu pob un yn schema/, lle mae’r rhaglen olygu’n chwilio amdanynt.",
        en="Print the JSON Schema of one kind of file, for editors that complete what you type."
        "\n\nThe kinds: facts, waivers, interface, spelling, site, page. With --write, write them "
        "all to schema/, where the editor looks for them.",
    ),
)
@root_option
@argument(
    "name", Words(cy="MATH", en="KIND"), type=click.Choice(_NAMES), required=False, default="facts"
)
@option(
    "--write",
    is_flag=True,
    words=Words(cy="Ysgrifennu pob un yn schema/.", en="Write them all to schema/."),
)
def schema(root: Path, name: str, *, write: bool) -> None:
    """Print a schema, or write them all."""
    if not write:
        click.echo(as_json(schemas()[name]), nl=False)
        return
    finish_interrupted(root)
    files = {f"{FOLDER}/{each}.json": as_json(made) for each, made in schemas().items()}
    write_all(root, {root / path: text.encode() for path, text in files.items()})
    words = Words(
        cy=f"Ysgrifennwyd {len(files)} o ffeiliau yn {FOLDER}/.",
        en=f"{len(files)} files written to {FOLDER}/.",
    )
    click.echo(said(words), err=True)


def as_json(schema: Mapping[str, object]) -> str:
    """Return a schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


COMMANDS: Final = (schema,)
