"""The commands, for people who do not program: check, build, serve, facts, schema."""

import datetime
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from canllaw import __doc__ as about
from canllaw.build import Guide, prepare, published, with_spelling
from canllaw.hosts.mkdocs import build_site, serve_site
from canllaw.model import KINDS, Waiver, schema
from canllaw.outputs.fact_list import fact_card, fact_list
from canllaw.problems import CanllawError, Problem, Severity, SiteRefusedError, nearest
from canllaw.reports import REPORTS

CLEAN, PROBLEMS, CANNOT_RUN = 0, 1, 2


class _Day(click.ParamType[datetime.date]):
    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is not a day; write it like 2027-09-01", param, ctx)


root_option = click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder of the project: the one with content/ and docs/ in it.",
)
day_option = click.option(
    "--as-of",
    "day",
    type=_Day(),
    default=None,
    help="Show the law as it stands on this day, such as 2027-09-01. Without it: today.",
)


@click.group(help=about, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="canllaw")
def commands() -> None:
    """Hold the commands together."""


@commands.command()
@root_option
@day_option
@click.option(
    "--format",
    "report",
    type=click.Choice(sorted(REPORTS)),
    default="text",
    show_default=True,
    help="text to read; json for programs; github to mark the lines of a pull request.",
)
@click.option("--notes", is_flag=True, help="Also list the facts that nobody has confirmed yet.")
@click.option("--full", is_flag=True, help="Also check the spelling of every word.")
def check(root: Path, day: datetime.date | None, report: str, *, notes: bool, full: bool) -> None:
    """Look for mistakes in facts and pages, and say where they are and what to type.

    Nothing is changed. Ends with 0 when all is well, 1 when there is something to mend,
    2 when it cannot run.
    """
    guide = prepare(root, day or _today())
    if full:
        guide = with_spelling(root, guide)
    shown = [found for found in guide.problems if notes or found.severity is not Severity.NOTE]
    if shown or report == "json":
        click.echo(REPORTS[report](shown))
    click.echo(_summary(guide), err=True)
    sys.exit(PROBLEMS if guide.errors else CLEAN)


@commands.command()
@root_option
@day_option
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    show_default="site/ in the project",
    help="Where the finished site goes.",
)
def build(root: Path, day: datetime.date | None, site: Path | None) -> None:
    """Build the whole site, in both languages.

    The new site replaces the old one only when it is whole and every page has been checked.
    If anything is wrong the old site stays as it is.
    """
    target = (site or root / "site").resolve()
    guide = prepare(root, day or _today())
    if guide.errors:
        click.echo(REPORTS["text"](guide.errors))
        click.echo(f"{_summary(guide)} The site was not built.", err=True)
        sys.exit(PROBLEMS)
    with published(target) as new:
        _build_with_progress(root.resolve(), new, guide)
    click.echo(f"{len(guide.pages)} pages built in {_short(target)}", err=True)


def _build_with_progress(root: Path, new: Path, guide: Guide) -> None:
    with click.progressbar(
        length=len(guide.pages), label="Building pages", file=sys.stderr
    ) as progress:

        def on_page(done: int, _all: int) -> None:
            progress.update(done - progress.pos)

        build_site(root, new, guide, on_page)


@commands.command()
@root_option
@day_option
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, help="Where to show the site."
)
def serve(root: Path, day: datetime.date | None, address: str) -> None:
    """Show the site on this computer, and build it again whenever you save a file.

    It prints the address to open in a browser.
    """
    click.echo(f"Open http://{address}/ in a browser. Stop with Ctrl+C.", err=True)
    serve_site(root.resolve(), day, address)


@commands.command()
@root_option
@day_option
@click.argument("fact", required=False)
@click.option(
    "--kind", type=click.Choice(sorted(KINDS)), default=None, help="Only facts of this kind."
)
def facts(root: Path, day: datetime.date | None, fact: str | None, kind: str | None) -> None:
    """List all facts; or show one FACT with all that names it and every page that shows it."""
    guide = prepare(root, day or _today())
    library = guide.content.library
    if fact is None:
        click.echo(fact_list(library, kind))
    elif fact in library.entries:
        click.echo(fact_card(library, fact, guide.used_on(fact)))
    else:
        hint = nearest(fact, library.entries)
        raise CanllawError(f"there is no fact '{fact}'. {hint or 'List them: canllaw facts'}")


@commands.command(name="schema")
def schema_command() -> None:
    """Print the JSON Schema of content files, for editors that complete what you type."""
    click.echo(json.dumps(schema(), ensure_ascii=False, indent=2))


def _summary(guide: Guide) -> str:
    entries = guide.content.library.entries.values()
    facts_read = sum(not isinstance(entry, Waiver) for entry in entries)
    counted = _count(guide.problems)
    return f"{facts_read} facts and {len(guide.pages)} pages read on {guide.day}: {counted}."


def _count(problems: Iterable[Problem]) -> str:
    found = [problem.severity for problem in problems]
    parts = [
        f"{number} {severity.value}{'' if number == 1 else 's'}"
        for severity in Severity
        if (number := found.count(severity))
    ]
    return ", ".join(parts) or "nothing to mend"


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _today() -> datetime.date:
    return datetime.date.today()


def main() -> None:
    """Run a command; say plainly what is wrong where it cannot run."""
    try:
        commands(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(CANNOT_RUN)
    except click.exceptions.Abort:
        sys.exit(CANNOT_RUN)
    except CanllawError as error:
        click.echo(f"canllaw: {error}", err=True)
        sys.exit(PROBLEMS if isinstance(error, SiteRefusedError) else CANNOT_RUN)
