"""The commands that send texts to a translator, and say how many words there are."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from canllaw.build import Guide, prepare
from canllaw.cli.common import root_option, short, today
from canllaw.cli.parcels import packed, wanted
from canllaw.cli.speaking import argument, command, language, option, said
from canllaw.exchange.formats import ENDINGS, WRITERS
from canllaw.exchange.parcel import Parcel, item_words
from canllaw.exchange.quote import Count, Quote, quote
from canllaw.exchange.toolkit import write_pairs, write_terms
from canllaw.languages import LANGUAGES, NAMES, Language, Words, counterpart
from canllaw.model import Term
from canllaw.problems import CanllawError
from canllaw.units import Unit

_FORMATS: Final = (*WRITERS, "tbx", "tmx")

to_option = option(
    "--to",
    type=click.Choice(LANGUAGES),
    required=True,
    words=Words(cy="Yr iaith i gyfieithu iddi.", en="The language to translate into."),
)


@command(
    "export",
    Words(
        cy="Ysgrifennu ffeil i gyfieithydd: y testunau nad oes cytundeb arnynt, neu bob "
        "un.\n\nMae BLE yn destun, yn dudalen, yn ffaith, neu’n ffeil neu’n ffolder; hebddo, "
        "popeth. Mae dolenni, macros a fformatio wedi’u diogelu, ac mae nodiadau gyda phob darn. "
        "tbx yw’r eirfa; tmx yw’r parau y cytunwyd arnynt.",
        en="Write a file for a translator: the texts that are not agreed, or all of them."
        "\n\nWHERE is a text, a page, a fact, or a file or folder; without it, everything. Links, "
        "macros and formatting are protected, and each part has notes. tbx is the glossary; tmx "
        "is the pairs that were agreed.",
    ),
)
@root_option
@argument("where", Words(cy="BLE", en="WHERE"), nargs=-1)
@to_option
@option(
    "--only",
    type=click.Choice(("unagreed", "all")),
    default="unagreed",
    show_default=True,
    words=Words(
        cy="Testunau nad oes cytundeb arnynt, neu bob un.", en="Texts not agreed, or all of them."
    ),
)
@option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="xliff",
    show_default=True,
    words=Words(
        cy="xliff ac xliff2 i raglenni cyfieithu; csv i daenlen; tbx a tmx i gof cyfieithu.",
        en="xliff and xliff2 for translators’ programs; csv for a spreadsheet; tbx and tmx for a "
        "translation memory.",
    ),
)
@option(
    "--one-a-page",
    is_flag=True,
    words=Words(
        cy="Un ffeil i bob tudalen a phob ffeil o ffeithiau, mewn ffolder.",
        en="One file for each page and each file of facts, in a folder.",
    ),
)
@option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    default_words=Words(cy="to-cy.xlf neu debyg", en="to-cy.xlf or the like"),
    words=Words(cy="Enw’r ffeil neu’r ffolder newydd.", en="The name of the new file or folder."),
)
def export(
    root: Path,
    where: tuple[str, ...],
    to: Language,
    only: str,
    form: str,
    output: Path | None,
    *,
    one_a_page: bool,
) -> None:
    """Write the file or the files, and say how many words they hold."""
    guide = prepare(root, today())
    if form == "tbx":
        terms = [each for each in guide.content.library.of_kind("term") if isinstance(each, Term)]
        _save({Path(output or f"to-{to}.tbx"): write_terms(terms, to)})
        return
    pairs = form == "tmx"
    units = wanted(guide, where, agreed=pairs or only == "all", unagreed=not pairs)
    parcel = packed(guide, units, to)
    if not parcel.items:
        raise CanllawError(_NO_PAIRS if pairs else _NOTHING)
    _save(_files(parcel, form, output, one_a_page=one_a_page))
    words = sum(map(item_words, parcel.items))
    done = Words(
        cy=f"Testunau: {len(parcel.items)}. Geiriau i’w cyfieithu: {words}.",
        en=f"Texts: {len(parcel.items)}. Words to translate: {words}.",
    )
    click.echo(said(done), err=True)


_NOTHING: Final = Words(
    cy="nid oes dim i’w gyfieithu yma: mae cytundeb ar bob testun. Am bopeth: --only all",
    en="there is nothing to translate here: every text is agreed. For everything: --only all",
)
_NO_PAIRS: Final = Words(
    cy="nid oes cytundeb ar unrhyw bâr yma eto, felly byddai’r cof cyfieithu’n wag. I gytuno: "
    "canllaw agree",
    en="no pair is agreed here yet, so the translation memory would be empty. To agree: "
    "canllaw agree",
)


def _files(
    parcel: Parcel, form: str, output: Path | None, *, one_a_page: bool
) -> dict[Path, bytes]:
    if form == "tmx":
        return {output or Path(f"to-{parcel.to}.tmx"): write_pairs(parcel)}
    if not one_a_page:
        path = output or Path(f"to-{parcel.to}{ENDINGS[form]}")
        return {path: WRITERS[form](parcel, language())}
    folder = output or Path(f"to-{parcel.to}")
    return {
        folder / f"{home.replace('/', '-')}{ENDINGS[form]}": WRITERS[form](
            Parcel(parcel.to, items), language()
        )
        for home, items in parcel.homes().items()
    }


def _save(files: dict[Path, bytes]) -> None:
    """Write new files; raise `CanllawError` where one is there, since it may be a translation."""
    for path in files:
        if path.exists():
            name = short(path.absolute())
            words = Words(
                cy=f"mae {name} yno eisoes, a gallai fod yn gyfieithiad. Rhowch enw arall gydag -o",
                en=f"{name} is there already, and may be a translation. Give another name with -o",
            )
            raise CanllawError(words)
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        click.echo(short(path.absolute()))


@command(
    "quote",
    Words(
        cy="Cyfrif y geiriau i’w cyfieithu, ar gyfer amcangyfrif cyfieithydd."
        "\n\nGair yw rhes o lythrennau a rhifau heb fwlch; nid yw cod, fel macro neu darged dolen, "
        "yn air. Mae darn sydd â’r un geiriau ag un cynharach yn cael ei gyfrif unwaith.",
        en="Count the words to translate, for a translator’s estimate."
        "\n\nA word is a run of letters and digits without a space; a code, such as a macro or the "
        "target of a link, is no word. A part with the same words as an earlier one counts once.",
    ),
)
@root_option
@argument("where", Words(cy="BLE", en="WHERE"), nargs=-1)
@to_option
@option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    words=Words(cy="text i’w ddarllen; json i raglenni.", en="text to read; json for programs."),
)
def quote_command(root: Path, where: tuple[str, ...], to: Language, form: str) -> None:
    """Print the count of each page, and of all."""
    guide = prepare(root, today())
    found = quote(packed(guide, _unagreed_first(guide, where), to))
    click.echo(_as_json(found) if form == "json" else _as_table(found, to))


def _unagreed_first(guide: Guide, where: tuple[str, ...]) -> list[Unit]:
    # What repeats an agreed text is still new work, and what an agreed text repeats is none.
    return [*wanted(guide, where, agreed=False), *wanted(guide, where, unagreed=False)]


def _as_json(found: Quote) -> str:
    counts = {count.name: _as_object(count) for count in found.counts}
    return json.dumps({"pages": counts, "total": _as_object(found.total)}, indent=2)


def _as_object(count: Count) -> dict[str, object]:
    return {"words": dict(sorted(count.by_state.items())), "repeated": count.repeated}


_STATES: Final = {
    "draft": Words(cy="drafft", en="draft"),
    "cy-moved": Words(cy="Cymraeg wedi newid", en="Welsh changed"),
    "en-moved": Words(cy="Saesneg wedi newid", en="English changed"),
    "both-moved": Words(cy="y ddwy wedi newid", en="both changed"),
    "agreed": Words(cy="cytunwyd", en="agreed"),
    "reviewed": Words(cy="adolygwyd", en="reviewed"),
}
_REPEATED: Final = Words(cy="ailadrodd", en="repeats")
_TOTAL: Final = Words(cy="Cyfanswm", en="Total")


def _as_table(found: Quote, to: Language) -> str:
    states = [state for state in _STATES if state in found.total.by_state]
    head = ("", *(said(_STATES[state]) for state in states), said(_REPEATED))
    rows = [head, *(_row(count.name, count, states) for count in found.counts)]
    rows.append(_row(said(_TOTAL), found.total, states))
    first = max(len(row[0]) for row in rows)
    widths = [max(len(row[index]) for row in rows) for index in range(1, len(head))]
    lines = (
        "  ".join((row[0].ljust(first), *map(str.rjust, row[1:], widths))).rstrip() for row in rows
    )
    return "\n".join((*lines, "", said(_how_counted(to))))


def _row(name: str, count: Count, states: Sequence[str]) -> tuple[str, ...]:
    return (name, *(str(count.by_state[state]) for state in states), str(count.repeated))


def _how_counted(to: Language) -> Words:
    ours = NAMES[counterpart(to)]
    return Words(
        cy=f"Geiriau’r testun {ours.cy}, heb godau. Mae darn sydd yr un fath ag un cynharach o dan "
        "“ailadrodd”, ac nid yn y colofnau eraill.",
        en=f"Words of the {ours.en} text, without codes. A part that is the same as an earlier one "
        "is under “repeats”, and not in the other columns.",
    )


COMMANDS: Final = (export, quote_command)
