"""Renders the pages of one language on one day, and records which facts each one used."""

import datetime
import re
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import Template, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.runtime import Macro

from canllaw.languages import Language
from canllaw.model import KINDS, Library, MacroCall, Page, Wording, is_publishable
from canllaw.problems import Place, Problem, nearest
from canllaw.render.calls import find_calls
from canllaw.render.desk import Desk, PageKey, RenderError
from canllaw.render.environment import GuidanceEnvironment

_HAS_TEMPLATE_CODE: Final = re.compile(r"\{\{|\{%|\{//")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as Markdown, the macros it called, and the ids of the facts it used, in order."""

    markdown: str
    calls: tuple[MacroCall, ...] = ()
    used: tuple[str, ...] = ()


class Renderer:
    """Holds the macros of one language. Rendering a page twice gives the same text."""

    def __init__(
        self,
        library: Library,
        wording: Wording,
        macros: Mapping[str, str],
        addresses: Mapping[PageKey, str],
        language: Language,
        day: datetime.date,
    ) -> None:
        self._library = library
        self._desk = Desk(library, wording, addresses, language, day)
        self._environment = GuidanceEnvironment(dict(macros))
        self._environment.globals.update(self._desk.names())
        self._environment.filters.update(self._desk.filters())
        self.problems = list(self._load_macros(macros))

    @property
    def macros(self) -> frozenset[str]:
        """The names that pages can call."""
        names = self._environment.globals.items()
        return frozenset(name for name, value in names if callable(value))

    def render(self, page: Page) -> tuple[Rendered | None, list[Problem]]:
        """Render `page`; return nothing, and the problems, where that cannot be done."""
        if not _HAS_TEMPLATE_CODE.search(page.body):
            return Rendered(page.body), []
        try:
            template = self._environment.parse(page.body, page.path, page.file)
        except TemplateSyntaxError as error:
            return None, [_syntax(page.file, error, page.body_line)]
        calls = tuple(find_calls(template, page.body_line))
        wrong = [
            *self._unknown_names(page, template, calls),
            *self._unusable_facts(page, calls),
        ]
        if wrong:
            return None, wrong
        return self._run(page, template, calls)

    def _load_macros(self, macros: Mapping[str, str]) -> Iterator[Problem]:
        # Jinja looks a name up when the file around it is loaded. Macros call each other across
        # files, so each name first stands for whatever will have that name in the end.
        loaded: dict[str, Macro] = {}
        for name, source in macros.items():
            try:
                found = self._environment.parse(source).find_all(nodes.Macro)
            except TemplateSyntaxError as error:
                yield _syntax(f"macros/{name}", error, 1)
                return
            self._environment.globals.update(
                {macro.name: _once_loaded(loaded, macro.name) for macro in found}
            )
        for name in macros:
            try:
                module = vars(self._environment.get_template(name).module)
            except Exception as error:  # a macro file may do anything a template can
                yield Problem("C604", Place(f"macros/{name}"), f"This file cannot be read: {error}")
                continue
            loaded.update({key: value for key, value in module.items() if isinstance(value, Macro)})

    def _unknown_names(
        self, page: Page, template: nodes.Template, calls: tuple[MacroCall, ...]
    ) -> Iterator[Problem]:
        lines = {call.name: call.line for call in reversed(calls)}
        for name in sorted(meta.find_undeclared_variables(template)):
            if name not in self._environment.globals:
                line = lines.get(name, _line_of(page, name))
                yield Problem(
                    "C605",
                    page.place(line, column_of(page, line, name)),
                    f"There is no macro '{name}'.",
                    nearest(name, self.macros)
                    or f"The macros are {', '.join(sorted(self.macros))}.",
                )

    def _unusable_facts(self, page: Page, calls: tuple[MacroCall, ...]) -> Iterator[Problem]:
        for call in calls:
            for argument in call.arguments:
                if argument.partition(".")[0] in KINDS and "." in argument:
                    place = page.place(call.line, column_of(page, call.line, argument))
                    yield from self._unusable(argument, place)

    def _unusable(self, entry_id: str, place: Place) -> Iterator[Problem]:
        entry = self._library.entries.get(entry_id)
        if entry is None:
            yield Problem(
                "C402",
                place,
                f"There is no fact '{entry_id}'.",
                nearest(entry_id, self._library.entries) or "Facts are in content/.",
            )
        elif not is_publishable(entry):
            yield Problem(
                "C606",
                place,
                f"'{entry_id}' is unconfirmed, so no page may show it.",
                "Write the passage without it and say who can tell, or confirm the fact first.",
            )

    def _run(
        self, page: Page, parsed: nodes.Template, calls: tuple[MacroCall, ...]
    ) -> tuple[Rendered | None, list[Problem]]:
        self._start(page)
        try:
            code = self._environment.compile(parsed, page.path, page.file)
            template = Template.from_code(
                self._environment, code, self._environment.make_globals(None), None
            )
            markdown = template.render()
        except (RenderError, TemplateError) as error:
            return None, [_failure(page, error, str(error))]
        except Exception as error:  # a page may do anything a template can: never a traceback
            return None, [_failure(page, error, f"This cannot be worked out: {error}.")]
        return Rendered(markdown, calls, tuple(self._desk.page.used)), []

    def _start(self, page: Page) -> None:
        in_hand = self._desk.page
        in_hand.path, in_hand.address = page.path, page.address
        in_hand.audience = page.meta.audience
        in_hand.used, in_hand.anchored = {}, set()


def _once_loaded(loaded: Mapping[str, Macro], name: str) -> Callable[..., str]:
    def call(*args: Any, **kwargs: Any) -> str:
        return loaded[name](*args, **kwargs)

    return call


def column_of(page: Page, line: int, text: str) -> int:
    """Return the column of `text` in a line of the file, or 1 if it is not there."""
    lines = page.body.split("\n")
    index = line - page.body_line
    return max(lines[index].find(text), 0) + 1 if 0 <= index < len(lines) else 1


def _line_of(page: Page, name: str) -> int:
    for number, line in enumerate(page.body.split("\n"), start=page.body_line):
        if re.search(rf"\{{[{{%].*\b{re.escape(name)}\b", line):
            return number
    return page.body_line


def _syntax(file: str, error: TemplateSyntaxError, first_line: int) -> Problem:
    return Problem(
        "C604",
        Place(file, error.lineno + first_line - 1),
        f"The macro call here cannot be read: {error.message}.",
        'Write it like {{ deadline("deadline.school-decision") }}, with both pairs of brackets.',
    )


def _failure(page: Page, error: BaseException, message: str) -> Problem:
    frames: list[Any] = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == page.file]
    line = (lines[-1] if lines else 1) + page.body_line - 1
    return Problem("C613", page.place(line), message, "Change the macro call on this line.")
