"""Renders pages in their language on one day, and records which facts each one used."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import TemplateSyntaxError
from jinja2.runtime import Macro

from canllaw.model import (
    KINDS,
    NO_RULES,
    Library,
    MacroCall,
    Page,
    PageKey,
    SiteRules,
    Wording,
    is_publishable,
    references,
)
from canllaw.problems import Place, Problem
from canllaw.render.calls import Piece, split_page
from canllaw.render.desk import Desk
from canllaw.render.environment import GuidanceEnvironment, macro_names
from canllaw.render.links import link_functions
from canllaw.render.pictures import picture_functions
from canllaw.render.refusals import (
    RenderError,
    bad_macro_file,
    failed,
    unconfirmed_fact,
    unknown_fact,
    unknown_macro,
)

# A block stands in the Markdown as a comment, so that Markdown never touches the HTML of a macro.
_MARK: Final = "<!--canllaw:{}-->"
_MARKS: Final = re.compile(r"<!--canllaw:(\d+)-->")
# Ids in a drawing hold it together; nobody links to them.
# In words a quotation mark is escaped, so that this is only ever an attribute.
_BLOCK_ID: Final = re.compile(r' id="([^"]+)"')
_DRAWING: Final = re.compile(r"<svg\b.*?</svg>", re.S)
_PLAIN: Final = re.compile(r"[\w\s’,.–-]*")
_BLOCK: Final = re.compile(r"\s*<(?:section|div|details|figure|p|ol|ul|dl|nav|article|table|h\d)\b")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as Markdown with a mark for each block of HTML, the blocks, the macros it called,
    and the ids of the facts it used, in order.
    """

    markdown: str
    blocks: tuple[str, ...] = ()
    calls: tuple[MacroCall, ...] = ()
    used: tuple[str, ...] = ()

    def block_ids(self) -> Iterator[str]:
        """Yield the ids of facts and headings that the macros put on the page, in order."""
        for block in self.blocks:
            yield from _BLOCK_ID.findall(_DRAWING.sub("", block) if "<svg" in block else block)

    def with_blocks(self, text: str) -> str:
        """Put the blocks in place of their marks in `text`, the Markdown or the HTML made of it."""
        return _MARKS.sub(lambda found: self.blocks[int(found[1])], text)


class Renderer:
    """Holds the macros. Rendering a page twice gives the same text."""

    def __init__(
        self,
        library: Library,
        wording: Wording,
        macros: Mapping[str, str],
        pages: Mapping[PageKey, Page],
        day: datetime.date,
        rules: SiteRules = NO_RULES,
    ) -> None:
        self._library = library
        addresses = {key: page.address for key, page in pages.items()}
        self._desk = Desk(library, wording, addresses, day, rules)
        self._environment = GuidanceEnvironment(dict(macros))
        self._environment.globals.update(self._desk.names())
        self._environment.globals.update(picture_functions(self._desk))
        self._environment.globals.update(link_functions(self._desk, library, wording, pages))
        self._environment.add_filters(self._desk.filters())
        self._macros: dict[str, Macro] = {}
        self.problems = list(self._load_macros(macros))
        # What pages may call: every macro, and what the desk offers them directly.
        self.callable: Mapping[str, Callable[..., str]] = {
            **self._desk.for_pages(),
            **self._macros,
        }

    def render(self, page: Page) -> tuple[Rendered | None, list[Problem]]:
        """Render `page`; return nothing, and the problems, where that cannot be done."""
        pieces, problems = split_page(page)
        calls = tuple(piece.call for piece in pieces if piece.call)
        for call in calls:
            problems += self._check(page, call)
        if problems:
            return None, problems
        self._desk.start(page)
        try:
            return self._assemble(page, pieces, calls), []
        except _CallFailed as failed:
            return None, [] if self._is_echo(failed.problem) else [failed.problem]

    def _assemble(self, page: Page, pieces: list[Piece], calls: tuple[MacroCall, ...]) -> Rendered:
        parts: list[str] = []
        blocks: list[str] = []
        for piece in pieces:
            if piece.call is None:
                parts.append(piece.prose)
                continue
            made = self._make(page, piece.call)
            # Words of a fact are words: Markdown must find no link and no emphasis in them.
            if _BLOCK.match(made) or not _PLAIN.fullmatch(made):
                parts.append(_MARK.format(len(blocks)))
                blocks.append(made.strip())
            else:
                parts.append(made)
        return Rendered("".join(parts), tuple(blocks), calls, tuple(self._desk.page.used))

    def _make(self, page: Page, call: MacroCall) -> str:
        self._environment.start()
        try:
            return str(self.callable[call.name](*call.arguments))
        except RenderError as error:
            raise _CallFailed(page, call, error) from None
        except Exception as error:  # a macro may do anything: an editor never meets a traceback
            raise _CallFailed(page, call, failed(call, error)) from None

    def _load_macros(self, macros: Mapping[str, str]) -> Iterator[Problem]:
        # Jinja looks a name up when the file around it is loaded. Macros call each other across
        # files, so each name first stands for whatever will have that name in the end.
        for name, source in macros.items():
            try:
                found = macro_names(source)
            except TemplateSyntaxError as error:
                yield bad_macro_file(name, error.lineno, error.message or "")
                return
            self._environment.globals.update(
                {macro: _once_loaded(self._macros, macro) for macro in found}
            )
        for name in macros:
            self._environment.start()
            try:
                module = vars(self._environment.get_template(name).module)
            except Exception as error:  # as above
                line = error.lineno if isinstance(error, TemplateSyntaxError) else 1
                yield bad_macro_file(name, line, str(error))
                continue
            self._macros.update(
                {key: value for key, value in module.items() if isinstance(value, Macro)}
            )

    def _is_echo(self, problem: Problem) -> bool:
        """Whether a fact, and not the page, names what is not there: it is told of at the fact."""
        entries = self._library.entries
        missing = (
            found.id
            for entry in entries.values()
            for found in references(entry)
            if found.id not in entries
        )
        return problem.id == "C402" and any(f"'{each}'" in problem.message.en for each in missing)

    def _check(self, page: Page, call: MacroCall) -> Iterator[Problem]:
        if call.name not in self.callable:
            place = page.place(call.line, call.column)
            yield unknown_macro(call.name, self.callable).at(place)
        for argument in call.arguments:
            if "." in argument and argument.partition(".")[0] in KINDS:
                yield from self._check_fact(page.place(call.line, call.column), argument)

    def _check_fact(self, place: Place, entry_id: str) -> Iterator[Problem]:
        entry = self._library.entries.get(entry_id)
        if entry is None:
            yield unknown_fact(entry_id, self._library.entries).at(place)
        elif not is_publishable(entry):
            yield unconfirmed_fact(entry_id).at(place)


class _CallFailed(Exception):  # noqa: N818 - never leaves this module
    """Carries the problem of the call that could not be made."""

    def __init__(self, page: Page, call: MacroCall, refused: RenderError) -> None:
        self.problem = refused.at(page.place(call.line, call.column))


def _once_loaded(loaded: Mapping[str, Macro], name: str) -> Callable[..., str]:
    def call(*args: Any, **kwargs: Any) -> str:
        return loaded[name](*args, **kwargs)

    return call
