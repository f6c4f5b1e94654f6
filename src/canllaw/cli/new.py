"""The command that starts a fact or a page, with places to fill in that are never published."""

import re
from collections import Counter
from pathlib import Path
from typing import Final, cast, get_args

import click

from canllaw.cli.common import root_option
from canllaw.cli.speaking import argument, command, language, option, said
from canllaw.drafts import draft_fact, draft_page, in_address, with_page_in_nav
from canllaw.journal import finish_interrupted, write_all
from canllaw.languages import LANGUAGES, Audience, Words
from canllaw.load.content import CONTENT, load_content
from canllaw.load.pages import DOCS
from canllaw.load.placeholders import MARK
from canllaw.model import KINDS, Library, Text
from canllaw.model.base import ID_PATTERN, WORDS
from canllaw.problems import CanllawError
from canllaw.strict_yaml import parse

_WHAT: Final = ("fact", "page", "term", "organisation")
_SETTINGS: Final = "mkdocs.yml"
_TITLES: Final = {
    "cy": Words(cy="Yr enw neu’r teitl yn Gymraeg", en="Its name or title in Welsh"),
    "en": Words(cy="Yr enw neu’r teitl yn Saesneg", en="Its name or title in English"),
}
_KIND: Final = Words(cy="Math y ffaith", en="The kind of fact")
_ID: Final = Words(cy="Ei id, na fydd byth yn newid", en="Its id, which never changes")
_FILE: Final = Words(cy="Y ffeil yn content/", en="The file below content/")
_PATH: Final = Words(
    cy="Ei ffeil o dan docs/cy/ a docs/en/, mewn geiriau Saesneg",
    en="Its file below docs/cy/ and docs/en/, in English words",
)
_SLUG: Final = Words(cy="Y cyfeiriad Cymraeg o dan /cy/", en="The Welsh address below /cy/")
_AUDIENCE: Final = Words(cy="I bwy y mae’r dudalen", en="Who the page is for")


@command(
    "new",
    Words(
        cy="Dechrau ffaith (fact), tudalen (page), term neu sefydliad (organisation), yn y ddwy "
        "iaith."
        f"\n\nMae’n gofyn am yr hyn nad ydych wedi’i roi, ac yn awgrymu. Mae {MARK} yn dangos beth "
        "i’w lenwi; nid yw canllaw check yn gadael i ddim gael ei gyhoeddi nes ei lenwi.",
        en="Start a fact, a page, a term or an organisation, in both languages."
        f"\n\nIt asks for what you have not given, and suggests. {MARK} shows what to fill in; "
        "canllaw check lets nothing be published until it is.",
    ),
)
@root_option
@argument("what", Words(cy="BETH", en="WHAT"), type=click.Choice(_WHAT))
@option("--kind", type=click.Choice(sorted(KINDS)), words=_KIND)
@option("--cy", words=_TITLES["cy"])
@option("--en", words=_TITLES["en"])
@option("--id", "entry_id", words=_ID)
@option("--file", words=_FILE)
@option("--path", words=_PATH)
@option("--slug", words=_SLUG)
@option("--audience", type=click.Choice(get_args(Audience)), words=_AUDIENCE)
@option(
    "--yes",
    is_flag=True,
    words=Words(cy="Derbyn pob awgrym heb ofyn.", en="Take every suggestion without asking."),
)
def new(root: Path, what: str, *, yes: bool, **given: str | None) -> None:
    """Ask, write every file or none, and say what to do next."""
    finish_interrupted(root)
    ask = _Asking(given, yes=yes)
    title = Text(
        cy=ask.text("cy", _TITLES["cy"]),
        en=ask.text("en", _TITLES["en"]),
    )
    files = _page(root, ask, title) if what == "page" else _fact(root, ask, title, what)
    write_all(root, {root / path: text.encode() for path, text in files.items()})
    for path in files:
        click.echo(path)
    click.echo(
        said(
            Words(
                cy=f"Chwiliwch am {MARK} yn y ffeiliau hyn a llenwch bob lle. Wedyn: canllaw check",
                en=f"Look for {MARK} in these files and fill in every place. Then: canllaw check",
            )
        ),
        err=True,
    )


class _Asking:
    """Takes what was given, or asks for it with a suggestion."""

    def __init__(self, given: dict[str, str | None], *, yes: bool) -> None:
        self.given, self.yes = given, yes

    def text(self, name: str, words: Words, suggested: str | None = None) -> str:
        found = self.given.get(name)
        if found is None and self.yes and suggested:
            return suggested
        return (found or str(click.prompt(said(words), default=suggested))).strip()

    def choice(self, name: str, words: Words, choices: tuple[str, ...]) -> str:
        found = self.given.get(name)
        return found or str(click.prompt(said(words), type=click.Choice(choices)))


def _fact(root: Path, ask: _Asking, title: Text, what: str) -> dict[str, str]:
    kind = what if what != "fact" else ask.choice("kind", _KIND, tuple(sorted(KINDS)))
    library = load_content(root)[0].library
    entry_id = ask.text("entry_id", _ID, f"{kind}.{in_address(title.en)}")
    if not re.fullmatch(ID_PATTERN, entry_id) or not entry_id.startswith(f"{kind}."):
        raise CanllawError(_no_id(entry_id, kind))
    if entry_id in library.entries:
        raise CanllawError(_there_already(entry_id, library.files[entry_id]))
    file = ask.text("file", _FILE, _usual_file(library, kind))
    path = f"{CONTENT}/{file.removeprefix(f'{CONTENT}/')}"
    if not path.endswith(".yml"):
        raise CanllawError(_no_yaml(path))
    draft = draft_fact(kind, entry_id, title, language())
    return {path: _appended(root / path, path, draft)}


def _usual_file(library: Library, kind: str) -> str:
    """Return the file that holds most facts of a kind."""
    files = Counter(
        library.files[entry.id] for entry in library.entries.values() if entry.kind == kind
    )
    usual = files.most_common(1)
    return usual[0][0] if usual else f"{CONTENT}/{kind.replace('_', '-')}s.yml"


def _appended(file: Path, path: str, draft: str) -> str:
    if not file.is_file():
        up = "../" * path.count("/")
        return f"# yaml-language-server: $schema={up}schema/facts.json\n{draft}"
    raw = file.read_bytes()
    before, problems = parse(path, raw)
    if problems or before is None or not isinstance(before.value, list):
        raise CanllawError(_unreadable(path))
    return f"{raw.decode('utf-8-sig').rstrip()}\n\n{draft}"


def _page(root: Path, ask: _Asking, title: Text) -> dict[str, str]:
    path = ask.text("path", _PATH, f"parents/{in_address(title.en)}.md").removesuffix(".md")
    slug = ask.text("slug", _SLUG, in_address(title.cy))
    for address in (path, slug):
        if not re.fullmatch(rf"{WORDS}(/{WORDS})*", address):
            raise CanllawError(_no_address(address))
    audience = cast("Audience", ask.choice("audience", _AUDIENCE, get_args(Audience)))
    files = {
        f"{DOCS}/{side}/{path}.md": draft_page(title, side, audience, slug if side == "cy" else "")
        for side in LANGUAGES
    }
    for each in files:
        if (root / each).exists():
            raise CanllawError(_there_already(f"{path}.md", each))
    settings = root / _SETTINGS
    if settings.is_file():
        text = settings.read_text(encoding="utf-8")
        files[_SETTINGS] = with_page_in_nav(text, f"{path}.md")
    return files


def _no_id(entry_id: str, kind: str) -> Words:
    return Words(
        cy=f"nid yw '{entry_id}' yn id o’r math hwn; ysgrifennwch ef fel {kind}.words-with-hyphens",
        en=f"'{entry_id}' is not an id of this kind; write it like {kind}.words-with-hyphens",
    )


def _there_already(name: str, file: str) -> Words:
    return Words(
        cy=f"mae '{name}' yno eisoes, yn {file}; dewiswch enw arall",
        en=f"'{name}' is there already, in {file}; choose another name",
    )


def _no_yaml(path: str) -> Words:
    return Words(
        cy=f"rhaid i enw’r ffeil orffen â .yml, yn wahanol i {path}",
        en=f"the name of the file must end in .yml, unlike {path}",
    )


def _no_address(address: str) -> Words:
    return Words(
        cy=f"nid yw '{address}' yn gyfeiriad: llythrennau bach heb acenion, ffigurau a "
        "chysylltnodau, gyda / rhwng ffolderi",
        en=f"'{address}' is no address: small letters without accents, figures and hyphens, with "
        "/ between folders",
    )


def _unreadable(path: str) -> Words:
    return Words(
        cy=f"ni ellir darllen {path}, felly ni ysgrifennwyd dim; rhedwch canllaw check yn gyntaf",
        en=f"{path} cannot be read, so nothing was written; run canllaw check first",
    )


COMMANDS: Final = (new,)
