"""Commands that write what others open: map, export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.commands.options import PATH, example, lang_option, store_option
from graphkit.messages import say

if TYPE_CHECKING:
    from graphkit.workspace import Workspace


@click.command("map", epilog=example("graphkit map network --out map.html"))
@click.argument("name", default="network", metavar="[network]")
@click.option("--out", type=PATH, required=True, metavar="FILE.html", help="The file to write.")
@click.option("--title", help="The map's heading.")
@store_option
@lang_option
def map_(name: str, out: Path, title: str | None, store: Path, lang: str) -> None:
    """Draw a map as one HTML file that opens offline: who works with whom, each line down to the sentence that proves it."""
    from graphkit.workspace import open_workspace

    write_map(name, open_workspace(store), out, lang, title)
    click.echo(out)


def write_map(name: str, workspace: Workspace, out: Path, lang: str, title: str | None = None) -> None:
    """Write a map of a workspace's graph to a file."""
    from graphkit.errors import UsageError
    from graphkit.factfiles import load_facts
    from graphkit.graph.local import open_store
    from graphkit.identities.forms import document_key
    from graphkit.maps import MAPS
    from graphkit.questions.nearness import near_names
    from graphkit.workspace import write_text

    if name not in MAPS:
        raise UsageError(f"there is no map «{name}»{near_names(name, MAPS)}: choose {', '.join(MAPS)}.")
    if out.is_dir():
        raise UsageError(f"{out}: this is a folder; name a file, such as {out / 'map.html'}.")
    store = open_store(workspace.graph())
    texts = {document_key(facts.info): facts.text for facts in map(load_facts, workspace.fact_files())}
    html = MAPS[name](store, lang=lang, title=title or say("map.title", lang), texts=texts)
    out.parent.mkdir(parents=True, exist_ok=True)
    write_text(out, html)


@click.command(epilog=example("graphkit export --format ttl --out graph.ttl"))
@click.option("--format", "form", type=click.Choice(["nt", "ttl"]), required=True, help="N-Triples or Turtle.")
@click.option("--out", type=PATH, metavar="PATH", help="The file to write.  [default: standard output]")
@store_option
def export(form: str, out: Path | None, store: Path) -> None:
    """Write the graph as RDF, the same bytes for the same graph."""
    from graphkit.graph.exporters import EXPORTERS
    from graphkit.graph.local import open_store
    from graphkit.workspace import open_workspace

    triples = open_store(open_workspace(store).graph()).triples()
    if out is None:
        EXPORTERS[form](triples, sys.stdout)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.new")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        EXPORTERS[form](triples, file)
    beside.replace(out)
    click.echo(out)
