"""Commands that write what others open: map, export."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from graphkit.commands.options import PATH, ProgressLine, end, example, graph_option, lang_option, tell_mended
from graphkit.commands.speaking import command
from graphkit.errors import UsageError
from graphkit.messages import say

if TYPE_CHECKING:
    from graphkit.stores import OpenGraph


@command("map", epilog=example("graphkit map network --out map.html"))
@click.argument("name", default="network", metavar="[network]")
@click.option("--out", type=PATH, required=True, metavar="FILE.html", help="The file to write.")
@click.option("--title", help="The map's heading.")
@graph_option
@lang_option
def map_(name: str, out: Path, title: str | None, store: Path | str, given: tuple[Path | str, ...], lang: str) -> None:
    """Draw a map as one HTML file that opens offline: who works with whom, each line down to the sentence that proves it."""
    from graphkit.stores import open_graph

    _check_map(name, out)
    with ProgressLine(lang) as progress:
        opened = open_graph(store, given, whole=True, progress=progress)
        tell_mended(opened.workspace, lang)
        progress("map", 0, 1)
        write_map(name, opened, out, lang, title)
    click.echo(out)
    end(opened.problems, lang)


def _check_map(name: str, out: Path) -> None:
    """Before a large graph is read."""
    from graphkit.maps import MAPS
    from graphkit.questions.nearness import near_names

    if name not in MAPS:
        raise UsageError(
            "there is no map «{name}»{near}: choose {names}.",
            name=name,
            near=near_names(name, MAPS),
            names=", ".join(MAPS),
        )
    if out.is_dir():
        raise UsageError("{out}: this is a folder; name a file, such as {example}.", out=out, example=out / "map.html")
    if out.suffix.casefold() not in (".html", ".htm"):
        raise UsageError(
            "{out}: a map is an HTML page; name the file {example}, and print it from the browser for paper or PDF.",
            out=out,
            example=out.with_suffix(".html"),
        )


def write_map(
    name: str, opened: OpenGraph, out: Path, lang: str, title: str | None = None, *, accuracy: str = ""
) -> None:
    """Write a map of a graph to a file; `accuracy` is a sentence of figures for its footer."""
    from graphkit.maps import MAPS
    from graphkit.writing import write_text

    html = MAPS[name](
        opened.store, lang=lang, title=title or say("map.title", lang), texts=opened.texts, accuracy=accuracy
    )
    out.parent.mkdir(parents=True, exist_ok=True)
    write_text(out, html)


FORMATS = ("nt", "ttl", "jsonld", "graphml", "gexf", "geojson", "csv")
"""The formats of `export`; a test holds them against the exporters, which are heavy to import."""


@command(
    epilog=example(
        "graphkit export --format csv --out tables",
        "graphkit export --format geojson --out regions.geojson",
        "graphkit export --format ttl --with-alignments --out graph.ttl",
    )
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    required=True,
    help="The whole graph: nt, ttl, jsonld. Networks: graphml, gexf. Regions on a map: geojson. Tables in a folder: csv.",
)
@click.option(
    "--out", type=PATH, metavar="PATH", help="The file to write; for csv a folder.  [default: standard output]"
)
@click.option(
    "--with-alignments", is_flag=True, help="The ontology and its ties to EURIO, ORG, PROV-O … too (nt, ttl, jsonld)."
)
@graph_option
@lang_option
def export(
    form: str, out: Path | None, with_alignments: bool, store: Path | str, given: tuple[Path | str, ...], lang: str
) -> None:
    """Write the graph for other programs, the same bytes for the same graph.

    Networks, maps and tables of lines hold what is positive and undisputed; the whole graph and the csv tables hold refused and excluded facts
    too, with their status and scope.
    """
    from graphkit.graph.exporters import EXPORTERS, FOLDERS, RDF_EXPORTERS, ontology_triples
    from graphkit.stores import open_graph

    if with_alignments and form not in RDF_EXPORTERS:
        raise UsageError(
            "--with-alignments goes with {formats}; {form} has no place for an ontology.",
            formats=", ".join(RDF_EXPORTERS),
            form=form,
        )
    _check_out(form, out, is_folder=form in FOLDERS)
    with ProgressLine(lang) as progress:
        opened = open_graph(store, given, progress=progress)
    tell_mended(opened.workspace, lang)
    triples = [*opened.store.triples(), *(ontology_triples() if with_alignments else ())]
    if form in FOLDERS and out:
        _write_folder(FOLDERS[form](triples, lang), out)
    else:
        _write_file(lambda file: EXPORTERS[form](triples, file, lang), out)
    end(opened.problems, lang)


def _check_out(form: str, out: Path | None, *, is_folder: bool) -> None:
    """Before a large graph is read."""
    if is_folder and out is None:
        raise UsageError("{form} is a folder of tables: name it with --out FOLDER.", form=form)
    if is_folder and out and out.exists() and not out.is_dir():
        raise UsageError("{out}: this is a file; {form} needs a folder.", out=out, form=form)
    if not is_folder and out and out.is_dir():
        raise UsageError(
            "{out}: this is a folder; name a file, such as {example}.", out=out, example=out / f"graph.{form}"
        )


def _write_folder(files: Mapping[str, str], out: Path) -> None:
    from graphkit.writing import write_text

    out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        write_text(out / name, text)
        click.echo(out / name)


def _write_file(write: Callable[[TextIO], None], out: Path | None) -> None:
    """To standard output, or to a file that is replaced when it is whole."""
    if out is None:
        write(sys.stdout)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    from graphkit.writing import replacing

    with replacing(out) as file:
        write(file)
    click.echo(out)
