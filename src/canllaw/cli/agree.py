"""The command that records what somebody compared."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

import click

from canllaw.agreement import (
    AGREED,
    REVIEWERS,
    Agreement,
    Comparison,
    FileChange,
    Reviewer,
    recording,
    rewritten,
    tidying,
)
from canllaw.build import compared
from canllaw.cli.common import root_option, today
from canllaw.cli.speaking import argument, command, option, said
from canllaw.journal import finish_interrupted, write_all
from canllaw.languages import Words, joined, same
from canllaw.problems import CanllawError, Problem
from canllaw.units import chosen

_SHOWN: Final = 12  # names listed before the rest is only counted


class _ReviewerType(click.ParamType[Reviewer]):
    name = "AS"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Reviewer:
        known = {name: key for key, words in REVIEWERS.items() for name in (words.cy, words.en)}
        try:
            return known[str(value)]
        except KeyError:
            names = REVIEWERS.values()
            words = Words(
                cy=f"ysgrifennwch un o’r rhain: {' / '.join(each.cy for each in names)}",
                en=f"write one of these: {' / '.join(each.en for each in names)}",
            )
            self.fail(said(words), param, ctx)


@command(
    "agree",
    Words(
        cy="Cofnodi eich bod wedi cymharu’r Gymraeg a’r Saesneg, a’u bod yn dweud yr un peth."
        "\n\nMae BLE yn destun (parents/index.md#next), yn dudalen (parents/index.md), yn ffaith "
        "(deadline.appeal), neu’n ffeil neu’n ffolder. Teipiwch ef hefyd pan fydd un ochr wedi "
        "newid ac nad oes angen newid y llall. Mae’r cofnodion yn y ffolder agreed/.",
        en="Record that you compared the Welsh and the English, and that they say the same."
        "\n\nWHERE is a text (parents/index.md#next), a page (parents/index.md), a fact "
        "(deadline.appeal), or a file or folder. Type it too where one side has changed and the "
        "other needs no change. The records are in the folder agreed/.",
    ),
)
@root_option
@argument("where", Words(cy="BLE", en="WHERE"), nargs=-1)
@option(
    "--by",
    metavar="NAME",
    default=None,
    words=Words(cy="Enw’r person a’u cymharodd.", en="The name of the person who compared them."),
)
@option(
    "--reviewed-as",
    "reviewer",
    type=_ReviewerType(),
    metavar="AS",
    default=None,
    words=Words(
        cy='Beth yw’r person hwnnw, os yw’n gymwys: "cyfieithydd cymwysedig" neu "adolygydd '
        'cyfreithiol". Hebddo, cytunwyd ond nid adolygwyd.',
        en='What that person is, if qualified: "qualified translator" or "legal reviewer". Without '
        "it, agreed but not reviewed.",
    ),
)
@option(
    "--all",
    "everything",
    is_flag=True,
    words=Words(
        cy="Popeth nad oes cytundeb arno, ym mhob ffeil.",
        en="All that is not agreed, in every file.",
    ),
)
@option(
    "--tidy",
    is_flag=True,
    words=Words(
        cy="Dileu cofnodion o’r hyn nad yw yno mwyach, a rhoi’r enw newydd ar y rhai a ailenwyd.",
        en="Delete records of what is no longer there, and give the renamed their new names.",
    ),
)
@option(
    "--dry-run",
    is_flag=True,
    words=Words(
        cy="Dweud beth fyddai’n newid, heb ysgrifennu dim.",
        en="Say what would change, and write nothing.",
    ),
)
def agree(
    root: Path,
    where: tuple[str, ...],
    by: str | None,
    reviewer: Reviewer | None,
    *,
    everything: bool,
    tidy: bool,
    dry_run: bool,
) -> None:
    """Record it, and say what was recorded."""
    if not dry_run:
        finish_interrupted(root)
    agreement, unreadable = compared(root)
    _refuse_unreadable(unreadable, whole=tidy)
    if tidy:
        if where or everything or by:
            raise CanllawError(_TIDY_ALONE)
        changes = tidying(agreement)
        _say_tidied(changes, dry_run=dry_run)
    else:
        names = _to_record(agreement, where, everything=everything)
        comparison = Comparison(name_given(by), today(), reviewer)
        fresh = [each for each in names if comparison.adds_to(agreement.standings[each])]
        whole = [each for each in fresh if agreement.standings[each].unit.is_whole]
        changes = recording(agreement, whole, comparison)
        _say_recorded(agreement, names, fresh, whole, dry_run=dry_run)
    if not dry_run:
        write_records(root, changes)


_MEND_FIRST: Final = Words(cy="rhaid cywiro hyn yn gyntaf:", en="mend this first:")
_TIDY_ALONE: Final = Words(
    cy="teipiwch 'canllaw agree --tidy' ar ei ben ei hun; nid yw’n cofnodi cytundeb",
    en="type 'canllaw agree --tidy' by itself; it records no agreement",
)
_NOWHERE: Final = Words(
    cy="dywedwch beth rydych wedi’i gymharu, fel: canllaw agree parents/index.md --by "
    '"Eich Enw". I gofnodi popeth nad oes cytundeb arno, ychwanegwch --all',
    en="say what you compared, such as: canllaw agree parents/index.md --by "
    '"Your Name". To record all that is not agreed, add --all',
)
_NOBODY: Final = Words(
    cy='dywedwch pwy a’u cymharodd: --by "Eich Enw"',
    en='say who compared them: --by "Your Name"',
)


def _refuse_unreadable(problems: Collection[Problem], *, whole: bool) -> None:
    """Never write beside records that cannot be read, nor tidy away those of an unread file."""
    in_the_way = [each for each in problems if whole or each.place.path.startswith(f"{AGREED}/")]
    if in_the_way:
        first = in_the_way[0]
        message = first.message if isinstance(first.message, Words) else same(first.message)
        raise CanllawError(joined(_MEND_FIRST, same(str(first.place)), message))


def _to_record(
    agreement: Agreement, where: tuple[str, ...], *, everything: bool
) -> Collection[str]:
    if not where and not everything:
        raise CanllawError(_NOWHERE)
    units = {name: standing.unit for name, standing in agreement.standings.items()}
    return chosen(units, where) if where else units


def name_given(by: str | None) -> str:
    """Return the name of who compared; raise `CanllawError` where none was given."""
    name = " ".join((by or "").split())
    if not any(map(str.isalpha, name)):
        raise CanllawError(_NOBODY)
    return name


def write_records(root: Path, changes: Mapping[str, FileChange]) -> None:
    """Write what changes in the files of the records; one that is left empty goes."""
    files: dict[Path, bytes | None] = {}
    for path, change in changes.items():
        file = root / path
        text = file.read_bytes().decode() if file.is_file() else ""
        files[file] = rewritten(text, change.put, change.drop).encode() or None
    write_all(root, files)


def _say_recorded(
    agreement: Agreement,
    names: Collection[str],
    fresh: Collection[str],
    whole: Collection[str],
    *,
    dry_run: bool,
) -> None:
    if whole:
        _list(_RECORDED[dry_run], whole)
    for name in fresh:
        if name not in whole:
            click.echo(said(_one_sided(agreement.standings[name].unit.id)), err=True)
    if kept := len(names) - len(fresh):
        click.echo(said(_already(kept)))


_RECORDED: Final = {
    False: Words(cy="Cofnodwyd:", en="Recorded:"),
    True: Words(cy="Byddai hyn yn cael ei gofnodi:", en="This would be recorded:"),
}
_TIDIED: Final = {
    False: Words(cy="Tacluswyd y cofnodion o:", en="Tidied the records of:"),
    True: Words(
        cy="Byddai’r cofnodion o’r rhain yn cael eu tacluso:",
        en="The records of these would be tidied:",
    ),
}
_TIDY: Final = Words(cy="Mae’r cofnodion yn daclus.", en="The records are tidy.")


def _one_sided(name: str) -> Words:
    return Words(
        cy=f"Ni chofnodwyd '{name}': nid yw yno ond mewn un iaith, felly nid oes dim i’w gymharu.",
        en=f"'{name}' was not recorded: it is there in one language only, so there is nothing to "
        "compare.",
    )


def _already(number: int) -> Words:
    return Words(
        cy=f"Cytunwyd arnynt eisoes, a’u gadael fel y maent: {number}.",
        en=f"Agreed already, and left as it is: {number}.",
    )


def _say_tidied(changes: Mapping[str, FileChange], *, dry_run: bool) -> None:
    names = sorted({name for change in changes.values() for name in change.drop})
    if names:
        _list(_TIDIED[dry_run], names)
    else:
        click.echo(said(_TIDY))


def _list(heading: Words, names: Collection[str]) -> None:
    click.echo(f"{said(heading)} {len(names)}")
    for name in [*names][:_SHOWN]:
        click.echo(f"  {name}")
    if more := max(0, len(names) - _SHOWN):
        click.echo(said(Words(cy=f"  … a {more} arall", en=f"  … and {more} more")))


COMMANDS: Final = (agree,)
