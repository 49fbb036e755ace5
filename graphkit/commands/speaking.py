"""The language that the command line speaks: which one was asked for, help in it, and click's own words."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

import click
from click import core, decorators, exceptions, formatting, parser, types

from graphkit.messages import LANGUAGES, default_language, in_language

CLICK = (core, decorators, exceptions, formatting, parser, types)
"""The modules of click that tell a user something."""
EARLY = frozenset({"Show this message and exit.", "Show the version and exit."})
"""What click keeps once it has said it; help tells these in its language itself."""
METAVARS = {
    "SOURCE": "KÄLLA",
    "OPTIONS": "VÄXLAR",
    "COMMAND": "KOMMANDO",
    "ARGS": "ARGUMENT",
    "PATH": "SÖKVÄG",
    "FOLDER": "MAPP",
    "FILE": "FIL",
    "DIR": "MAPP",
    "NAME": "NAMN",
    "VALUE": "VÄRDE",
    "URL": "ADRESS",
    "TEXT": "TEXT",
}
"""The words that stand for what a user types, in Swedish."""
_METAVAR = re.compile(r"\b[A-Z]{3,}\b")


def asked_language(arguments: Sequence[str]) -> str:
    """The language that `--lang` names, wherever it stands, else the locale's; known before anything else is read, for it may be wrong.

    >>> asked_language(["build", "--lang", "sv", "docs"]), asked_language(["--lang=en", "check"]), asked_language(["check", "--lang", "sv"])
    ('sv', 'en', 'sv')
    """
    told = [value for argument, value in pairwise(arguments) if argument == "--lang"]
    told += [argument.partition("=")[2] for argument in arguments if argument.startswith("--lang=")]
    return next((value for value in reversed(told) if value in LANGUAGES), "") or default_language()


def spoken_language() -> str:
    """The language of the command that runs, where it has no `--lang` of its own."""
    context = click.get_current_context(silent=True)
    return (context.find_root().obj if context else None) or default_language()


def speak(lang: str) -> None:
    """Let click say its own words in a language. It looks them up with gettext, whose files would have to be compiled and installed."""

    def one(text: str) -> str:
        return text if text in EARLY else in_language(text, lang)

    def many(singular: str, plural: str, number: int) -> str:
        return in_language(singular if number == 1 else plural, lang)

    for module in CLICK:
        for name, translate in (("_", one), ("ngettext", many)):
            if hasattr(module, name):
                setattr(module, name, translate)


def with_metavars(text: str, lang: str) -> str:
    """A usage line, or the names of options, with the words in capitals in a language.

    >>> with_metavars("[OPTIONS] [PATH]...", "sv"), with_metavars("--param NAME=VALUE", "sv")
    ('[VÄXLAR] [SÖKVÄG]...', '--param NAMN=VÄRDE')
    """
    return text if lang == "en" else _METAVAR.sub(lambda word: METAVARS.get(word[0], word[0]), text)


def told_help(text: str, lang: str) -> str:
    """A text of help in a language, paragraph by paragraph; what click has added in brackets («[required]») stays as it is."""
    return "\n\n".join(_told(paragraph, lang) for paragraph in inspect.cleandoc(text).split("\n\n"))


def _told(paragraph: str, lang: str) -> str:
    if paragraph.startswith("\b\n"):  # the example, line by line
        first, _, lines = paragraph.removeprefix("\b\n").partition("\n")
        return f"\b\n{in_language(first, lang)}\n{lines}"
    text = re.sub(r"\s*\n\s*", " ", paragraph)
    told = in_language(text, lang)
    head, bracket, extra = text.rpartition("  [")
    return in_language(head, lang) + bracket + extra if told == text and bracket else told


class Formatter(click.HelpFormatter):
    """Click's formatter of help, in the language of the command."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.lang = spoken_language()

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, with_metavars(args, self.lang), prefix)

    def write_text(self, text: str) -> None:
        super().write_text(told_help(text, self.lang))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        told = [(with_metavars(name, self.lang), told_help(text, self.lang)) for name, text in rows]
        super().write_dl(told, col_max, col_spacing)


class Context(click.Context):
    """A command's context, whose help speaks its language."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help speaks its language."""

    context_class = Context

    def get_short_help_str(self, limit: int = 45) -> str:
        first = told_help(self.help or "", spoken_language()).partition("\n")[0]
        return textwrap.shorten(re.split(r"[.:] ", first + " ")[0], limit, placeholder=" …")


def command(name: str | None = None, **attributes: Any) -> Callable[[Callable[..., Any]], Command]:
    """Declare a command, as `click.command` does."""
    return click.command(name, cls=Command, **attributes)
