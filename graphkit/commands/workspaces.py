"""Commands on a workspace: demo, build, remove, check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from graphkit.commands.options import (
    DEFAULT_STORE,
    PATH,
    Place,
    ProgressLine,
    called_as,
    contacts_option,
    end,
    example,
    graph_option,
    lang_option,
    store_option,
    store_words,
    tell,
    tell_mended,
    use_own_words,
)
from graphkit.commands.speaking import command
from graphkit.errors import UsageError
from graphkit.messages import decimal, say

if TYPE_CHECKING:
    from graphkit.graph.endpoint import Endpoint
    from graphkit.workspace import Workspace

DEMO_NEXT = (
    ("cooperations", "region=Västerbotten"),
    ("funding", "payer=Sida"),
    ("evidence", "about=Karelen"),
)
"""The questions that the demo says to try, with a parameter; a test asks each."""


@command(epilog=example("graphkit build documents"))
@click.argument("paths", nargs=-1, type=PATH, metavar="[PATH]...")
@click.option(
    "--store",
    type=Place(),
    default=DEFAULT_STORE,
    metavar="FOLDER|URL",
    help="The workspace folder, or a SPARQL endpoint's address.  [default: ./graph]",
)
@click.option(
    "--workspace", type=PATH, metavar="FOLDER", help="With an endpoint: the workspace folder.  [default: ./graph]"
)
@contacts_option
@lang_option
def build(paths: tuple[Path, ...], store: Path | str, workspace: Path | None, contacts: bool, lang: str) -> None:
    """Read documents and folders of documents, and build the graph.

    PATHs are added to those given before; what is new or changed is read. Without a PATH the graph is built anew from what was given. A build
    that is broken off leaves the graph as it was.

    Persons are masked and left out. With --contacts they are kept in a file of their own in the workspace, contacts.json, which the next build
    without --contacts takes away again.

    With an endpoint's address as --store the graph is built in a --workspace, then sent to the endpoint: loaded beside the old graph, counted, and
    moved over it. GRAPHKIT_GRAPH names the graph there (default: https://w3id.org/graphkit/graph), GRAPHKIT_UPDATE the address for updates where it
    is another, GRAPHKIT_USER and GRAPHKIT_PASSWORD the login, GRAPHKIT_TIMEOUT the seconds that an answer may take (default: 60).
    """
    from graphkit.build import build as build_workspace
    from graphkit.report_lines import Hint, render_report
    from graphkit.sources import check_paths
    from graphkit.workspace import open_workspace

    check_paths(paths)
    folder, endpoint = _places(store, workspace)
    opened = open_workspace(folder, create=bool(paths))
    tell_mended(opened, lang)
    with ProgressLine(lang) as progress:
        report = build_workspace(opened, paths, contacts=contacts, lang=lang, progress=progress)
    click.echo(render_report(report, lang, hint=Hint(called_as(), store_words(folder))))
    if endpoint:
        _publish(opened, endpoint, report.fingerprint, lang)
    tell(say("build.done", lang, folder=folder, command=called_as(), store=store_words(store)))
    sys.exit(report.exit_code)


def _places(store: Path | str, workspace: Path | None) -> tuple[Path, Endpoint | None]:
    """The workspace folder, and the endpoint that the graph is sent to; that it answers and may be written is tried before the work."""
    if isinstance(store, Path):
        if workspace:
            raise UsageError("--workspace goes with an endpoint as --store; else --store itself is the workspace.")
        return store, None
    if store == "memory:":
        raise UsageError("memory: keeps nothing; ask at once: graphkit query NAME --store memory: --from PATH.")
    from graphkit.graph.endpoint import read_endpoint
    from graphkit.graph.publishing import check_endpoint

    endpoint = read_endpoint(store)
    check_endpoint(endpoint)
    return workspace or DEFAULT_STORE, endpoint


def _publish(workspace: Workspace, endpoint: Endpoint, fingerprint: str, lang: str) -> None:
    from graphkit.stores import publish_workspace

    with ProgressLine(lang) as progress:
        published = publish_workspace(workspace, endpoint, fingerprint, progress)
    graph = f"<{endpoint.graph}>" if endpoint.graph else say("graph.default", lang)
    click.echo(say("build.published", lang, number=published.triples, graph=graph, address=endpoint.shown))
    if not published.atomic:
        tell(say("build.not-atomic", lang))


@command(epilog=example("graphkit remove documents/01-kortfattat-dalarna.html"))
@click.argument("paths", nargs=-1, required=True, type=PATH, metavar="PATH...")
@store_option
@lang_option
def remove(paths: tuple[Path, ...], store: Path, lang: str) -> None:
    """Take documents or folders out of the workspace; nothing of them stays. The files themselves are left alone."""
    from graphkit.build import remove as remove_from
    from graphkit.report_lines import Hint, render_report
    from graphkit.workspace import open_workspace

    workspace = open_workspace(store)
    tell_mended(workspace, lang)
    with ProgressLine(lang) as progress:
        report = remove_from(workspace, paths, lang=lang, progress=progress)
    click.echo(render_report(report, lang, hint=Hint(called_as(), store_words(store))))
    sys.exit(report.exit_code)


@command(epilog=example("graphkit check", "graphkit check --issues", "graphkit check --contradictions"))
@click.option(
    "--issues",
    is_flag=True,
    help="What rules saw and could not place, with its quote, and the names that may be one, for you to decide.",
)
@click.option(
    "--contradictions",
    is_flag=True,
    help="Budgets, periods and owners that differ, and sums that don't add up, with their quotes.",
)
@graph_option
@lang_option
def check(issues: bool, contradictions: bool, store: Path | str, given: tuple[Path | str, ...], lang: str) -> None:
    """Check the graph's shapes, and tell what was read, skipped and left open.

    The exit code is 1 when a shape is broken or a document could not be read; contradictions are no errors. Of an endpoint's graph only the
    shapes can be checked, and what its facts contradict.
    """
    from graphkit.checks import check_workspace
    from graphkit.report_lines import Hint, render_coverage
    from graphkit.workspace import open_workspace

    if issues and contradictions:
        raise UsageError("--issues and --contradictions are two lists: ask for one at a time.")
    if contradictions:
        _print_contradictions(store, given, lang)
    if given or isinstance(store, str):
        if issues:
            raise UsageError("--issues tells of a workspace's documents: name its folder with --store.")
        _check_shapes(store, given, lang)
    workspace = open_workspace(Path(store))
    tell_mended(workspace, lang)
    if issues:
        _print_issues(workspace, lang)
        return
    report = check_workspace(workspace, lang=lang)
    click.echo(render_coverage(report, lang, hint=Hint(called_as(), store_words(store))))
    sys.exit(report.exit_code)


def _check_shapes(store: Path | str, given: tuple[Path | str, ...], lang: str) -> NoReturn:
    from graphkit.checks import flaw_lines
    from graphkit.graph.check import check_graph
    from graphkit.report_lines import render_flaws
    from graphkit.stores import open_graph

    with ProgressLine(lang) as progress:
        opened = open_graph(store, given, whole=True, progress=progress)
        flaws = check_graph(opened.store, lang=lang)
    violations = flaw_lines(flaws, "violation")
    click.echo(render_flaws(violations, flaw_lines(flaws, "warning"), lang))
    for problem in opened.problems:
        tell(problem.in_language(lang))
    sys.exit(1 if violations or opened.problems else 0)


def _print_contradictions(store: Path | str, given: tuple[Path | str, ...], lang: str) -> NoReturn:
    from graphkit.contradictions import find_contradictions, render_contradictions
    from graphkit.factfiles import load_facts
    from graphkit.stores import open_graph

    with ProgressLine(lang) as progress:
        opened = open_graph(store, given, progress=progress)
        tell_mended(opened.workspace, lang)
        use_own_words(store)
        files = opened.workspace.fact_files() if opened.workspace else []
        found = find_contradictions(opened.store, map(load_facts, files), lang)
    click.echo(render_contradictions(found, lang))
    if not opened.workspace:
        tell(say("check.only-graph", lang))
    end(opened.problems, lang)


def _print_issues(workspace: Workspace, lang: str) -> None:
    from graphkit.factfiles import load_facts
    from graphkit.identities.judgements import load_judgements
    from graphkit.issues import render_issues

    with workspace.own_words():
        facts = [load_facts(path) for path in workspace.fact_files()]
        click.echo(render_issues(facts, load_judgements(workspace.judgements), lang))


@command(epilog=example("graphkit demo"))
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
    from graphkit.questions.catalogue import find_query, load_catalogue
    from graphkit.report_lines import Hint, render_report
    from graphkit.stores import open_graph
    from graphkit.workspace import open_workspace

    store = Path("graphkit-demo")
    documents = resources.data("samples", "documents")
    number = sum(1 for _ in documents.iterdir())
    tell(say("demo.begin", lang, number=number, folder=f"./{store}"))
    workspace = open_workspace(store, create=True)
    with ProgressLine(lang) as progress:
        report = build_workspace(workspace, [documents], lang=lang, progress=progress)
        progress("map", 0, 1)
        found = {facts.info.stem: facts for facts in map(load_facts, workspace.fact_files())}
        scores = evaluate(resources.data("samples", "gold"), found).micro()
        figures = {"f1": scores.f1, "precision": scores.precision, "recall": scores.recall}
        told = {key: decimal(value or 0, lang) for key, value in figures.items()}
        accuracy = say("map.accuracy", lang, **told)
        write_map("network", open_graph(store, whole=True), store / "map.html", lang, accuracy=accuracy)
    click.echo(render_report(report, lang, hint=Hint(called_as(), store_words(store))))
    click.echo(say("demo.score", lang, command=called_as(), **told))
    click.echo(say("demo.map", lang, path=store / "map.html"))
    click.echo(f"\n{say('demo.next', lang)}")
    click.echo(say("demo.open", lang, path=store / "map.html"))
    click.echo(say("demo.ask", lang, command=called_as()))
    catalogue = load_catalogue()
    for name, parameter in DEMO_NEXT:
        click.echo(f"   {find_query(catalogue, name).title.in_language(lang)}")
        click.echo(f"     {called_as()} query {name} --param {parameter}{store_words(store)}")
    click.echo(say("demo.build", lang, command=called_as()))
    sys.exit(report.exit_code)
