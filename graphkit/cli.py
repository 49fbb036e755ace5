"""The command line: the commands by name, and how their errors are told."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from graphkit import __version__
from graphkit.commands.asking import queries, query
from graphkit.commands.documents import evaluate, facts
from graphkit.commands.options import called_as, example, lang_option
from graphkit.commands.outputs import export, map_
from graphkit.commands.speaking import Context, asked_language, speak, with_metavars
from graphkit.commands.workspaces import build, check, demo, remove
from graphkit.errors import GraphkitError, Message, UsageError, either, reason
from graphkit.messages import say

COMMANDS = (demo, build, remove, facts, check, evaluate, queries, query, map_, export)
"""All commands, in the order in which help lists them."""

INTERRUPTED = 130


class Commands(click.Group):
    """The group of all commands: lists them in their order, and tells near names."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            near = difflib.get_close_matches(args[0], self.commands, n=2)
            told = (
                Message("Did you mean {names}?", names=either(near))
                if near
                else Message("«{command} --help» lists them.", command=called_as())
            )
            raise UsageError("there is no command «{name}». {told}", name=args[0], told=told)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:  # click would end with 1, without a word
            raise _ReaderGone from error


class _ReaderGone(Exception):  # noqa: N818 - no error: the reader of our output (| head) has what it wanted
    pass


@click.group(
    cls=Commands,
    commands={command.name or "": command for command in COMMANDS},
    invoke_without_command=True,
    epilog=example("graphkit demo"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@lang_option
@click.version_option(__version__, message="graphkit %(version)s")
@click.pass_context
def graphkit(ctx: click.Context, lang: str) -> None:  # noqa: ARG001 - `asked_language` has seen to it before anything was read
    """From a folder of project documents to a partnership map that can be defended line by line."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and end the process; an error is one line on stderr, and the exit code says of what kind."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")  # the same bytes everywhere
    arguments = sys.argv[1:] if arguments is None else arguments
    lang = asked_language(arguments)
    speak(lang)
    try:
        code = _run(arguments, lang)
    except click.UsageError as error:
        _fail(_usage_words(error, lang), 2)
    except click.ClickException as error:
        _fail(error.format_message(), 2)
    except (click.Abort, KeyboardInterrupt):
        _fail(say("interrupted", lang), INTERRUPTED)
    except GraphkitError as error:
        _fail(error.message.in_language(lang), error.exit_code)
    except (_ReaderGone, BrokenPipeError):
        # What is left unsaid has nowhere to go, and nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        what = Message("{path}: {reason}.", path=error.filename or called_as(), reason=reason(error))
        _fail(what.in_language(lang), 3)
    sys.exit(code)


def _run(arguments: Sequence[str], lang: str) -> int:
    """The exit code of a command; all that it has said is out."""
    try:
        code = graphkit.main(arguments, prog_name=called_as(), standalone_mode=False, obj=lang)
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _usage_words(error: click.UsageError, lang: str) -> str:
    """What click finds wrong with how a command was written, and where its help is."""
    words = error.format_message()
    if isinstance(error, click.MissingParameter):
        words = with_metavars(words, lang)
    where = error.ctx.command_path if error.ctx else called_as()
    return Message("{words} («{command} --help» tells more.)", words=words, command=where).in_language(lang)


def _fail(line: str, code: int) -> NoReturn:
    click.echo(f"graphkit: {' '.join(line.split())}", err=True)
    sys.exit(code)
