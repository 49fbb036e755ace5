"""Commands that write what others open: map, export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.commands.options import PATH, ProgressLine, end, example, graph_option, lang_option
from graphkit.messages import say

if TYPE_CHECKING:
    from graphkit.stores import OpenGraph


@click.command("map", epilog=example("graphkit map network --out map.html"))
@click.argument("name", default="network", metavar="[network]")
@click.option("--out", type=PATH, required=True, metavar="FILE.html", help="The file to write.")
@click.option("--title", help="The map's heading.")
@graph_option
@lang_option
def map_(name: str, out: Path, title: str | None, store: Path | str, given: tuple[Path, ...], lang: str) -> None:
    """Draw a map as one HTML file that opens offline: who works with whom, each line down to the sentence that proves it."""
    from graphkit.stores import open_graph

    _check_map(name, out)
    with ProgressLine(lang) as progress:
        opened = open_graph(store, given, whole=True, progress=progress)
        progress("map", 0, 1)
        write_map(name, opened, out, lang, title)
    click.echo(out)
    end(opened.problems)


def _check_map(name: str, out: Path) -> None:
    """Before a large graph is read."""
    from graphkit.errors import UsageError
    from graphkit.maps import MAPS
    from graphkit.questions.nearness import near_names

    if name not in MAPS:
        raise UsageError(f"there is no map «{name}»{near_names(name, MAPS)}: choose {', '.join(MAPS)}.")
    if out.is_dir():
        raise UsageError(f"{out}: this is a folder; name a file, such as {out / 'map.html'}.")


def write_map(
    name: str, opened: OpenGraph, out: Path, lang: str, title: str | None = None, *, accuracy: str = ""
) -> None:
    """Write a map of a graph to a file; `accuracy` is a sentence of figures for its footer."""
    from graphkit.maps import MAPS
    from graphkit.workspace import write_text

    html = MAPS[name](opened.store, lang=lang, title=title or say("map.title", lang), texts=opened.texts, accuracy=accuracy)
    out.parent.mkdir(parents=True, exist_ok=True)
    write_text(out, html)


@click.command(epilog=example("graphkit export --format ttl --out graph.ttl"))
@click.option("--format", "form", type=click.Choice(["nt", "ttl"]), required=True, help="N-Triples or Turtle.")
@click.option("--out", type=PATH, metavar="PATH", help="The file to write.  [default: standard output]")
@graph_option
def export(form: str, out: Path | None, store: Path | str, given: tuple[Path, ...]) -> None:
    """Write the graph as RDF, the same bytes for the same graph."""
    from graphkit.graph.exporters import EXPORTERS
    from graphkit.stores import open_graph

    opened = open_graph(store, given)
    triples = opened.store.triples()
    if out is None:
        EXPORTERS[form](triples, sys.stdout)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.new")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        EXPORTERS[form](triples, file)
    beside.replace(out)
    click.echo(out)
