"""The commands that look at the whole site: check, build, serve."""

import datetime
import sys
from pathlib import Path
from typing import Final

import click

from canllaw.build import Guide, prepare, with_spelling
from canllaw.cli.common import (
    CLEAN,
    PROBLEMS,
    day_option,
    more_about,
    root_option,
    short,
    summary,
    today,
)
from canllaw.cli.speaking import command, language, option, said
from canllaw.hosts.mkdocs import build_site, serve_site
from canllaw.languages import Words
from canllaw.problems import Severity
from canllaw.publishing import published
from canllaw.reports import REPORTS


@command(
    "check",
    Words(
        cy="Chwilio am gamgymeriadau mewn ffeithiau a thudalennau, a dweud ble maen nhw a beth "
        "i’w deipio.\n\nNid yw’n newid dim. Mae’n gorffen gyda 0 pan fydd popeth yn iawn, 1 pan "
        "fydd rhywbeth i’w gywiro, 2 pan na all redeg.",
        en="Look for mistakes in facts and pages, and say where they are and what to type."
        "\n\nNothing is changed. Ends with 0 when all is well, 1 when there is something to "
        "mend, 2 when it cannot run.",
    ),
)
@root_option
@day_option
@option(
    "--format",
    "report",
    type=click.Choice(sorted(REPORTS)),
    default="text",
    show_default=True,
    words=Words(
        cy="text i’w ddarllen; json i raglenni; github i farcio llinellau cais tynnu.",
        en="text to read; json for programs; github to mark the lines of a pull request.",
    ),
)
@option(
    "--notes",
    is_flag=True,
    words=Words(
        cy="Rhestru hefyd y ffeithiau nad oes neb wedi’u cadarnhau eto.",
        en="Also list the facts that nobody has confirmed yet.",
    ),
)
@option(
    "--full",
    is_flag=True,
    words=Words(
        cy="Gwirio sillafu pob gair hefyd.",
        en="Also check the spelling of every word.",
    ),
)
def check(root: Path, day: datetime.date | None, report: str, *, notes: bool, full: bool) -> None:
    """Print what is to mend, and end with what was found."""
    guide = prepare(root, day or today())
    if full:
        guide = with_spelling(root, guide)
    shown = [found for found in guide.problems if notes or found.severity is not Severity.NOTE]
    if shown or report == "json":
        click.echo(REPORTS[report](shown, language()))
    click.echo(summary(guide), err=True)
    if shown and report == "text":
        click.echo(said(more_about(shown[0])), err=True)
    sys.exit(PROBLEMS if guide.errors else CLEAN)


@command(
    "build",
    Words(
        cy="Adeiladu’r wefan gyfan, yn y ddwy iaith.\n\nDim ond pan fydd y wefan newydd yn "
        "gyfan, a phob tudalen wedi’i gwirio, y bydd yn cymryd lle’r hen un. Os oes rhywbeth o’i "
        "le, mae’r hen wefan yn aros fel y mae.",
        en="Build the whole site, in both languages."
        "\n\nThe new site replaces the old one only when it is whole and every page has been "
        "checked. If anything is wrong the old site stays as it is.",
    ),
)
@root_option
@day_option
@option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    default_words=Words(cy="site/ yn y prosiect", en="site/ in the project"),
    words=Words(cy="I ble mae’r wefan orffenedig yn mynd.", en="Where the finished site goes."),
)
def build(root: Path, day: datetime.date | None, site: Path | None) -> None:
    """Build the site of a project that has no errors."""
    target = (site or root / "site").resolve()
    guide = prepare(root, day or today())
    if guide.errors:
        click.echo(REPORTS["text"](guide.errors, language()))
        not_built = Words(cy="Ni chafodd y wefan ei hadeiladu.", en="The site was not built.")
        click.echo(f"{summary(guide)} {said(not_built)}", err=True)
        click.echo(said(more_about(guide.errors[0])), err=True)
        sys.exit(PROBLEMS)
    with published(target) as new:
        _build_with_progress(root.resolve(), new, guide)
    pages, where = len(guide.pages), short(target)
    done = Words(
        cy=f"Adeiladwyd {pages} o dudalennau yn {where}", en=f"{pages} pages built in {where}"
    )
    click.echo(said(done), err=True)


def _build_with_progress(root: Path, new: Path, guide: Guide) -> None:
    label = said(Words(cy="Adeiladu tudalennau", en="Building pages"))
    with click.progressbar(length=len(guide.pages), label=label, file=sys.stderr) as progress:

        def on_page(done: int, _all: int) -> None:
            progress.update(done - progress.pos)

        build_site(root, new, guide, on_page, language())


@command(
    "serve",
    Words(
        cy="Dangos y wefan ar y cyfrifiadur hwn, a’i hadeiladu eto bob tro y cadwch ffeil."
        "\n\nMae’n argraffu’r cyfeiriad i’w agor mewn porwr.",
        en="Show the site on this computer, and build it again whenever you save a file."
        "\n\nIt prints the address to open in a browser.",
    ),
)
@root_option
@day_option
@option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    words=Words(cy="Ble i ddangos y wefan.", en="Where to show the site."),
)
def serve(root: Path, day: datetime.date | None, address: str) -> None:
    """Show the site until somebody stops it."""
    words = Words(
        cy=f"Agorwch http://{address}/ mewn porwr. Stopiwch gyda Ctrl+C.",
        en=f"Open http://{address}/ in a browser. Stop with Ctrl+C.",
    )
    click.echo(said(words), err=True)
    serve_site(root.resolve(), day, address, language())


COMMANDS: Final = (check, build, serve)
