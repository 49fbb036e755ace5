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
from graphkit.commands.options import called_as, example
from graphkit.commands.outputs import export, map_
from graphkit.commands.workspaces import build, check, demo, remove
from graphkit.errors import GraphkitError, UsageError
from graphkit.messages import default_language, say

COMMANDS = (demo, build, remove, facts, check, evaluate, queries, query, map_, export)
"""All commands, in the order in which help lists them."""

INTERRUPTED = 130


class Commands(click.Group):
    """The group of all commands: lists them in their order, and tells near names."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            near = difflib.get_close_matches(args[0], self.commands, n=2)
            told = f" Did you mean {' or '.join(near)}?" if near else f" «{called_as()} --help» lists them."
            raise UsageError("there is no command «{name}».{told}", name=args[0], told=told)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    commands={command.name or "": command for command in COMMANDS},
    epilog=example("graphkit demo"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="graphkit %(version)s")
def graphkit() -> None:
    """From a folder of project documents to a partnership map that can be defended line by line."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and end the process; an error is one line on stderr, and the exit code says of what kind."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")  # the same bytes everywhere
    try:
        code = graphkit.main(arguments, prog_name=called_as(), standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else called_as()
        _fail(f"{error.format_message()} («{where} --help» tells more.)", 2)
    except click.ClickException as error:
        _fail(error.format_message(), 2)
    except (click.Abort, KeyboardInterrupt):
        _fail(say("interrupted", default_language()), INTERRUPTED)
    except GraphkitError as error:
        _fail(str(error), error.exit_code)
    except BrokenPipeError:
        # The reader of our output went away (| head): no more can be told, and nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _fail(f"{error.filename or called_as()}: {error.strerror or error}.", 3)
    sys.exit(code if isinstance(code, int) else 0)


def _fail(line: str, code: int) -> NoReturn:
    click.echo(f"graphkit: {' '.join(line.split())}", err=True)
    sys.exit(code)
