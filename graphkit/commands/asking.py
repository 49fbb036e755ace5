"""Commands that ask the graph: queries, query."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.commands.options import (
    PATH,
    ProgressLine,
    called_as,
    end,
    example,
    graph_option,
    lang_option,
    store_option,
    tell,
    tell_mended,
    use_own_words,
)
from graphkit.commands.speaking import command
from graphkit.errors import UsageError
from graphkit.messages import say

if TYPE_CHECKING:
    from graphkit.questions.catalogue import Query
    from graphkit.questions.table import Table
    from graphkit.stores import OpenGraph


@command(epilog=example("graphkit queries"))
@store_option
@lang_option
def queries(store: Path, lang: str) -> None:
    """List the named queries: what each asks, and the parameters that it takes. Your own in the workspace's own/queries are listed apart."""
    from graphkit.questions.catalogue import load_catalogue
    from graphkit.questions.own import load_own_queries

    own = load_own_queries(_own_folder(store))
    mine, shipped = {query.name for query in own.queries}, load_catalogue()
    if mine:
        click.echo(say("queries.shipped", lang) + "\n")
    for query in shipped:
        if query.name not in mine:
            _list(query, query.name, lang)
    if mine:
        click.echo("\n" + say("queries.own", lang, folder=_own_folder(store)) + "\n")
    for query in own.queries:
        replaced = query.name in {other.name for other in shipped}
        _list(query, say("queries.replaces", lang, name=query.name) if replaced else query.name, lang)
    for _, complaint in own.broken:
        tell(say("queries.broken", lang, complaint=complaint.in_language(lang)))
    if own.broken:
        raise SystemExit(1)


def _list(query: Query, name: str, lang: str) -> None:
    click.echo(f"{name}: {query.title.in_language(lang)}")
    if description := query.description.in_language(lang):
        click.echo(click.wrap_text(description, 100, "    ", "    "))
    for parameter in query.parameters:
        needed = say("queries.required", lang) if parameter.required else ""
        click.echo(f"    --param {parameter.name}=…  {parameter.words.in_language(lang)}{needed}")


def _own_folder(store: Path | str) -> Path:
    """Where a user's own queries lie; beside an endpoint there are none."""
    return Path(store) / "own" / "queries"


@command(
    epilog=example(
        "graphkit query cooperations",
        "graphkit query projects --param region=Västerbotten --format csv",
        "graphkit query funders --param as=today --out funders.xlsx",
        'echo "SELECT ?p WHERE { ?p a gk:Project } LIMIT 5" | graphkit query -',
    )
)
@click.argument("query", metavar="NAME|FILE.rq|-")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter; names as people write them.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "xlsx", "ttl"]),
    help="For people, spreadsheets or programs; ttl: the facts behind the rows.  [default: table, or the file's ending]",
)
@click.option("--out", type=PATH, metavar="FILE", help="The file to write.  [default: standard output]")
@click.option("--show-sparql", is_flag=True, help="Show the SPARQL that is asked, on stderr.")
@graph_option
@lang_option
def query(
    query: str,
    params: tuple[str, ...],
    form: str | None,
    out: Path | None,
    show_sparql: bool,
    store: Path | str,
    given: tuple[Path | str, ...],
    lang: str,
) -> None:
    """Ask the graph a named query, one of your own in a file, or one from standard input (-)."""
    from graphkit.questions.ask import EMPTY, ask, prepare
    from graphkit.questions.table import render_table
    from graphkit.questions.turtle import ask_turtle
    from graphkit.stores import open_graph

    form = form or _form_of(out)
    if form == "xlsx" and out is None and sys.stdout.isatty():
        raise UsageError("a workbook can't be shown here: add --out answer.xlsx, or redirect with > answer.xlsx.")
    wanted = _find(query, store, lang)
    values = _values(params)
    with ProgressLine(lang) as progress:
        opened = open_graph(store, given, progress=progress)
    tell_mended(opened.workspace, lang)
    use_own_words(store)
    graph = opened.store
    if opened.errs:
        tell(say("query.errs", lang, command=called_as()))
    if show_sparql:
        tell(prepare(graph, wanted, values, lang)[0])
    content: str | bytes
    if form == "ttl":
        content = ask_turtle(graph, wanted, values, lang)
        empty = "" if content else EMPTY[lang]
    else:
        table = ask(graph, wanted, values, lang)
        empty = "" if table.rows or form == "table" else table.empty
        if form == "xlsx":
            content = _workbook(opened, wanted, values, table, lang)
        else:
            wide = shutil.get_terminal_size().columns if out is None and sys.stdout.isatty() else None
            content = render_table(table, form, width=wide)
    if empty:
        tell(empty)
    _write(content, out)
    end(opened.problems, lang)


def _form_of(out: Path | None) -> str:
    """The format that a file's ending stands for; a table for people where it says nothing."""
    endings = {".csv": "csv", ".json": "json", ".xlsx": "xlsx", ".ttl": "ttl", ".txt": "table", "": "table"}
    ending = out.suffix.casefold() if out else ""
    if ending not in endings:
        raise UsageError(
            "{out}: no answer is written as «{ending}»: end the name with .csv, .json, .xlsx, .ttl or .txt, "
            "or add --format.",
            out=out,
            ending=ending,
        )
    return endings[ending]


def _workbook(opened: OpenGraph, query: Query, values: Mapping[str, str], table: Table, lang: str) -> bytes:
    from graphkit.questions.ask import prepare, told_parameters
    from graphkit.questions.workbook import Asked, render_workbook
    from graphkit.reports import load_report

    report = opened.workspace.report if opened.workspace else None
    asked = Asked(
        name=query.name,
        description=query.description.in_language(lang),
        parameters=told_parameters(opened.store, query, values, lang),
        built=load_report(report).when if report and report.is_file() else "",
        sparql=prepare(opened.store, query, values, lang)[0],
    )
    return render_workbook(table, asked, lang)


def _write(content: str | bytes, out: Path | None) -> None:
    """A result to standard output, or to a file that is replaced when it is whole."""
    from graphkit.writing import write_bytes

    if out is None:
        click.echo(content, nl=False)
        return
    if out.is_dir():
        raise UsageError(
            "{out}: this is a folder; name a file, such as {example}.", out=out, example=out / "answer.csv"
        )
    out.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(out, content if isinstance(content, bytes) else content.encode("utf-8"))
    click.echo(out)


def _find(query: str, store: Path | str, lang: str) -> Query:
    from graphkit.questions.catalogue import load_query, parse_query
    from graphkit.questions.own import find_query_or_own

    if query == "-":
        if sys.stdin.isatty():
            tell(say("query.stdin", lang))
        return parse_query(sys.stdin.read(), name="-")
    if query.endswith((".rq", ".sparql")):
        return load_query(Path(query))
    return find_query_or_own(_own_folder(store), query)


def _values(params: tuple[str, ...]) -> dict[str, str]:
    """The parameters by name; one given twice is refused, for only one of its values could count."""
    values: dict[str, str] = {}
    for name, value in map(_pair, params):
        if name in values:
            raise UsageError(
                "--param {name} is given twice («{first}» and «{value}»): ask once for each.",
                name=name,
                first=values[name],
                value=value,
            )
        values[name] = value
    return values


def _pair(param: str) -> tuple[str, str]:
    name, sign, value = param.partition("=")
    if not sign or not name:
        raise UsageError(
            "--param {param}: write it as name=value; «{command} queries» lists the names.",
            param=param,
            command=called_as(),
        )
    return name, value
