"""The options that several commands share, and how commands print."""

from __future__ import annotations

import os
import shlex
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from graphkit.commands.speaking import spoken_language
from graphkit.errors import Message
from graphkit.messages import LANGUAGES, known, say

if TYPE_CHECKING:
    from graphkit.workspace import Workspace

Command = Callable[..., Any]

DEFAULT_STORE = Path("graph")

PATH = click.Path(path_type=Path)
"""A file or folder; whether it is there is said by the code that opens it, in its own words."""


def called_as() -> str:
    """The words that the user began the command with: «graphkit», «./run graphkit», «python -m graphkit»."""
    told = os.environ.get("GRAPHKIT_CALLED_AS")
    return told or ("python -m graphkit" if Path(sys.argv[0]).name == "__main__.py" else "graphkit")


def store_words(store: Path | str) -> str:
    """« --store …» as it must be typed for a workspace or an endpoint, or nothing for the default."""
    if isinstance(store, str):
        from graphkit.graph.endpoint import shown_address

        return f" --store {shlex.quote(shown_address(store))}"  # without a login
    return "" if store == DEFAULT_STORE else f" --store {shlex.quote(str(store))}"


class Place(click.ParamType[Any]):
    """What `--store` names: a Path for a workspace folder; an endpoint's address and «memory:» stay texts."""

    name = "store"

    def convert(
        self,
        value: str | Path,
        param: click.Parameter | None,  # noqa: ARG002 - click's signature
        ctx: click.Context | None,  # noqa: ARG002
    ) -> Path | str:
        text = str(value)
        return text if text == "memory:" or text.lower().startswith(("http://", "https://")) else Path(value)


def store_option(command: Command) -> Command:
    """`--store` where only a workspace will do."""
    return click.option(
        "--store",
        type=PATH,
        default=DEFAULT_STORE,
        metavar="FOLDER",
        help="The workspace folder.  [default: ./graph]",
    )(command)


def graph_option(command: Command) -> Command:
    """`--store` where any graph will do, and `--from` for one in memory."""
    command = click.option(
        "--from",
        "given",
        type=Place(),
        multiple=True,
        metavar="PATH|URL",
        help="With --store memory: the documents that are read for this once (may be repeated), or an endpoint to copy.",
    )(command)
    return click.option(
        "--store",
        type=Place(),
        default=DEFAULT_STORE,
        metavar="FOLDER|URL|memory:",
        help="The workspace folder, a SPARQL endpoint's address, or memory: for what --from names.  [default: ./graph]",
    )(command)


def words_option(command: Command) -> Command:
    """`--store` where a workspace gives its own words to documents that it need not hold."""
    return click.option(
        "--store",
        type=PATH,
        metavar="FOLDER",
        help="The workspace folder whose own words, actors and regions hold too.  [default: ./graph, if it is there]",
    )(command)


def use_own_words(store: Path | str | None) -> None:
    """Let a workspace's own words hold until the command ends; None stands for the default workspace, if there is one."""
    from graphkit.workspace import Workspace, open_workspace

    if isinstance(store, str):
        return  # an endpoint has none
    workspace = Workspace(DEFAULT_STORE) if store is None else open_workspace(store)
    click.get_current_context().with_resource(workspace.own_words())


def lang_option(command: Command) -> Command:
    """`--lang`: the language of labels and messages."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default=spoken_language,
        help="The language of labels and messages.  [default: the locale's]",
    )(command)


def contacts_option(command: Command) -> Command:
    """`--contacts`: persons too."""
    return click.option(
        "--contacts", is_flag=True, help="Persons too: names, e-mails and phones. Off unless asked for."
    )(command)


def example(*lines: str) -> str:
    """The end of a command's help; a test runs each line."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def tell(text: str = "") -> None:
    """What is no result: to stderr."""
    click.echo(text, err=True)


def tell_mended(workspace: Workspace | None, lang: str) -> None:
    """What became of a build that was broken off before this command, if one was."""
    if workspace and workspace.mended:
        tell(say(f"workspace.mended-{workspace.mended}", lang))


def end(problems: Sequence[Message], lang: str) -> NoReturn:
    """End a command that is done: what could not be read is told, and makes the exit code 1."""
    for problem in problems:
        tell(problem.in_language(lang))
    sys.exit(1 if problems else 0)


class ProgressLine:
    """A bar on stderr for work that takes more than a second, on a terminal; elsewhere nothing."""

    def __init__(self, lang: str):
        self.lang = lang
        self.begin = time.monotonic()
        self.shown = 0.0
        self.width = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self.begin < 1 or (self.width and now - self.shown < 0.1):
            return
        name = say(f"stage.{stage}", self.lang) if known(f"stage.{stage}") else stage
        filled = 24 * done // max(total, 1)
        line = f"  [{'#' * filled}{'.' * (24 - filled)}] {done}/{total} {name}" if total > 1 else f"  {name} …"
        click.echo("\r" + line.ljust(self.width), err=True, nl=False)
        self.shown, self.width = now, len(line)

    def close(self) -> None:
        """Take the bar away."""
        if self.width:
            click.echo("\r" + " " * self.width + "\r", err=True, nl=False)
            self.width = 0

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
