"""Commands on a workspace: demo, build, remove, check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.commands.options import (
    PATH,
    ProgressLine,
    called_as,
    contacts_option,
    example,
    lang_option,
    store_option,
    store_words,
    tell,
)
from graphkit.messages import decimal, say

if TYPE_CHECKING:
    from graphkit.workspace import Workspace

DEMO_NEXT = (
    "query cooperations --param region=Västerbotten",
    "query funding --param payer=Sida",
    "check",
)
"""What the demo says to try; a test runs each."""


@click.command(epilog=example("graphkit build documents"))
@click.argument("paths", nargs=-1, type=PATH, metavar="[PATH]...")
@store_option
@contacts_option
@lang_option
def build(paths: tuple[Path, ...], store: Path, contacts: bool, lang: str) -> None:
    """Read documents and folders of documents, and build the graph.

    PATHs are added to those given before; what is new or changed is read. Without a PATH the graph is built anew from what was given. A build
    that is broken off leaves the graph as it was.

    Persons are masked and left out. With --contacts they are kept in a file of their own in the workspace, contacts.json, which the next build
    without --contacts takes away again.
    """
    from graphkit.build import build as build_workspace
    from graphkit.report_lines import Hint, render_report
    from graphkit.sources import check_paths
    from graphkit.workspace import open_workspace

    check_paths(paths)
    workspace = open_workspace(store, create=bool(paths))
    with ProgressLine(lang) as progress:
        report = build_workspace(workspace, paths, contacts=contacts, progress=progress)
    click.echo(render_report(report, lang, hint=Hint(called_as(), store_words(store))))
    tell(say("build.done", lang, folder=store, command=called_as(), store=store_words(store)))
    sys.exit(report.exit_code)


@click.command(epilog=example("graphkit remove documents/01-kortfattat-dalarna.html"))
@click.argument("paths", nargs=-1, required=True, type=PATH, metavar="PATH...")
@store_option
@lang_option
def remove(paths: tuple[Path, ...], store: Path, lang: str) -> None:
    """Take documents or folders out of the workspace; nothing of them stays. The files themselves are left alone."""
    from graphkit.build import remove as remove_from
    from graphkit.report_lines import Hint, render_report
    from graphkit.workspace import open_workspace

    workspace = open_workspace(store)
    with ProgressLine(lang) as progress:
        report = remove_from(workspace, paths, progress=progress)
    click.echo(render_report(report, lang, hint=Hint(called_as(), store_words(store))))
    sys.exit(report.exit_code)


@click.command(epilog=example("graphkit check", "graphkit check --issues"))
@click.option("--issues", is_flag=True, help="What rules saw and could not place, with its quote.")
@store_option
@lang_option
def check(issues: bool, store: Path, lang: str) -> None:
    """Check the graph's shapes, and tell what was read, skipped and left open.

    The exit code is 1 when a shape is broken or a document could not be read.
    """
    from graphkit.build import check_workspace
    from graphkit.report_lines import Hint, render_coverage
    from graphkit.workspace import open_workspace

    workspace = open_workspace(store)
    if issues:
        _print_issues(workspace, lang)
        return
    report = check_workspace(workspace, lang=lang)
    click.echo(render_coverage(report, lang, hint=Hint(called_as(), store_words(store))))
    sys.exit(report.exit_code)


def _print_issues(workspace: Workspace, lang: str) -> None:
    from graphkit.factfiles import load_facts

    found = False
    for path in workspace.fact_files():
        for issue in load_facts(path).issues:
            found = True
            click.echo(f"{path.stem}: {issue.kind}: «{' '.join(issue.quote.split())}» [{issue.rule}]")
    if not found:
        tell(say("check.no-issues", lang))


@click.command(epilog=example("graphkit demo"))
@lang_option
def demo(lang: str) -> None:
    """Build the sample documents into ./graphkit-demo and draw their map.

    Says what was found and how well it agrees with facts annotated by hand, writes ./graphkit-demo/map.html, and says what to try next.
    """
    from graphkit import resources
    from graphkit.build import build as build_workspace
    from graphkit.commands.outputs import write_map
    from graphkit.evaluate import evaluate
    from graphkit.factfiles import load_facts
    from graphkit.report_lines import Hint, render_report
    from graphkit.workspace import open_workspace

    store = Path("graphkit-demo")
    documents = resources.data("samples", "documents")
    number = sum(1 for _ in documents.iterdir())
    tell(say("demo.begin", lang, number=number, folder=f"./{store}"))
    workspace = open_workspace(store, create=True)
    with ProgressLine(lang) as progress:
        report = build_workspace(workspace, [documents], progress=progress)
        progress("map", 0, 1)
        write_map("network", workspace, store / "map.html", lang)
        found = {facts.info.stem: facts for facts in map(load_facts, workspace.fact_files())}
        scores = evaluate(resources.data("samples", "gold"), found).micro()
    click.echo(render_report(report, lang, hint=Hint(called_as(), store_words(store))))
    figures = {"f1": scores.f1, "precision": scores.precision, "recall": scores.recall}
    told = {name: decimal(value or 0, lang) for name, value in figures.items()}
    click.echo(say("demo.score", lang, command=called_as(), **told))
    click.echo(say("demo.map", lang, path=store / "map.html"))
    click.echo(f"\n{say('demo.open', lang)} {say('demo.next', lang)}")
    for line in DEMO_NEXT:
        click.echo(f"  {called_as()} {line}{store_words(store)}")
    sys.exit(report.exit_code)
