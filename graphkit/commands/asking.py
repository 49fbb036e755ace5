"""Commands that ask the graph: queries, query."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.commands.options import called_as, example, lang_option, store_option, tell
from graphkit.messages import say

if TYPE_CHECKING:
    from graphkit.questions.catalogue import Query


@click.command(epilog=example("graphkit queries"))
@store_option
@lang_option
def queries(store: Path, lang: str) -> None:
    """List the named queries: what each asks, and the parameters that it takes. Your own queries in the workspace's own/queries count too."""
    from graphkit.questions.catalogue import load_catalogue

    for query in load_catalogue(store / "own" / "queries"):
        click.echo(f"{query.name}: {query.title.in_language(lang)}")
        if description := query.description.in_language(lang):
            click.echo(click.wrap_text(description, 100, "    ", "    "))
        for parameter in query.parameters:
            needed = say("queries.required", lang) if parameter.required else ""
            click.echo(f"    --param {parameter.name}=…  {parameter.words.in_language(lang)}{needed}")


@click.command(
    epilog=example(
        "graphkit query cooperations",
        "graphkit query projects --param region=Västerbotten --format csv",
        'echo "SELECT ?p WHERE { ?p a gk:Project } LIMIT 5" | graphkit query -',
    )
)
@click.argument("query", metavar="NAME|FILE.rq|-")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter; names as people write them.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="For people, spreadsheets or programs.",
)
@click.option("--show-sparql", is_flag=True, help="Show the SPARQL that is asked, on stderr.")
@store_option
@lang_option
def query(query: str, params: tuple[str, ...], form: str, show_sparql: bool, store: Path, lang: str) -> None:
    """Ask the graph a named query, one of your own in a file, or one from standard input (-)."""
    from graphkit.graph.local import open_store
    from graphkit.questions.ask import ask, prepare
    from graphkit.questions.table import render_table
    from graphkit.workspace import open_workspace

    wanted = _find(query, store, lang)
    given = dict(_pair(param) for param in params)
    graph = open_store(open_workspace(store).graph())
    if show_sparql:
        tell(prepare(graph, wanted, given, lang)[0])
    table = ask(graph, wanted, given, lang)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    click.echo(render_table(table, form, width=width), nl=False)


def _find(query: str, store: Path, lang: str) -> Query:
    from graphkit.questions.catalogue import find_query, load_catalogue, load_query, parse_query

    if query == "-":
        if sys.stdin.isatty():
            tell(say("query.stdin", lang))
        return parse_query(sys.stdin.read(), name="-")
    if query.endswith((".rq", ".sparql")):
        return load_query(Path(query))
    return find_query(load_catalogue(store / "own" / "queries"), query)


def _pair(param: str) -> tuple[str, str]:
    name, sign, value = param.partition("=")
    if not sign or not name:
        raise click.UsageError(f"--param {param}: write it as name=value; «{called_as()} queries» lists the names.")
    return name, value
