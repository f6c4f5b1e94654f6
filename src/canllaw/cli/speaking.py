"""Commands that speak Welsh and English: `--lang cy`, or the language of the computer."""

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

import click

from canllaw.cli.click_words import METAVARS
from canllaw.languages import LANGUAGES, Language, Words, language_of_computer

_HELP: Final = Words(cy="Dangos y neges hon a gorffen.", en="Show this message and exit.")
_ONE_LANGUAGE: Final = Words(cy="Iaith y negeseuon.", en="The language of the messages.")


def spoken(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """Return the language to speak: the one asked for, else the computer's, else English."""
    asked = [*arguments, ""]
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang" and (value or asked[index + 1]) in LANGUAGES:
            return cast("Language", value or asked[index + 1])
    return language_of_computer(environment)


def language() -> Language:
    """Return the language of the command that is running."""
    return _language_of(click.get_current_context(silent=True))


def _language_of(context: click.Context | None) -> Language:
    return cast("Language", context.obj) if context and context.obj in LANGUAGES else "en"


def said(words: Words) -> str:
    """Return words in the language of the command that is running."""
    return words.in_(language())


class _Speaking(click.Command):
    """A command whose help is in both languages."""

    words: Words

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Settle the language before anything is read, so that help speaks it too."""
        extra.setdefault("obj", parent.obj if parent else spoken(args))
        return super().make_context(info_name, args, parent, **extra)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of a line of usage, each in the language of the command."""
        return [_shown(piece, ctx) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option --help, which click makes once and keeps."""
        made = super().get_help_option(ctx)
        if made:
            made.help = said(_HELP)
        return made

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence of the help."""
        self.help = said(self.words)
        return super().get_short_help_str(limit)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of the command."""
        self.help = said(self.words)
        super().format_help_text(ctx, formatter)


class Command(_Speaking):
    """One command."""


class Group(_Speaking, click.Group):
    """Several commands under one name."""


class Option(click.Option):
    """An option whose help is in both languages."""

    def __init__(
        self, *names: Any, words: Words, default_words: Words | None = None, **extra: Any
    ) -> None:
        super().__init__(*names, **extra)
        self.words, self.default_words = words, default_words

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for the value in help."""
        return _shown(super().make_metavar(ctx), ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return a line of help in the language of the command."""
        self.help = said(self.words)
        if self.default_words:
            self.show_default = said(self.default_words)
        return super().get_help_record(ctx)


class _Argument(click.Argument):
    """An argument that help names in the language of the command."""

    def __init__(self, *names: Any, called: Words, **extra: Any) -> None:
        super().__init__(*names, **extra)
        self.called = called

    def make_metavar(self, ctx: click.Context) -> str:
        name = self.called.in_(_language_of(ctx))
        shown = name if self.required else f"[{name}]"
        return shown if self.nargs == 1 else f"{shown}..."


def _shown(metavar: str, context: click.Context) -> str:
    return METAVARS.get(metavar, metavar) if _language_of(context) == "cy" else metavar


Function = Callable[..., Any]


def option(*names: str, words: Words, **extra: Any) -> Callable[[Function], Function]:
    """Add an option, with its help in both languages."""
    return click.option(*names, cls=Option, words=words, **extra)


def argument(name: str, called: Words, **extra: Any) -> Callable[[Function], Function]:
    """Add an argument, with what help calls it in both languages."""
    return click.argument(name, cls=_Argument, called=called, **extra)


lang_option = option(
    "--lang", words=_ONE_LANGUAGE, type=click.Choice(LANGUAGES), expose_value=False
)


def command(name: str, words: Words) -> Callable[[Function], Command]:
    """Make a command of a function, with its help in both languages."""

    def make(function: Function) -> Command:
        made = click.command(name, cls=Command)(lang_option(function))
        made.words = words
        return made

    return make
