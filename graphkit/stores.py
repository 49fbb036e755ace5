"""What `--store` names: a workspace folder, the address of a SPARQL endpoint, or `memory:` for documents that one command reads and forgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import DocumentError, EndpointError, Message, UsageError
from graphkit.graph.endpoint import is_address, read_endpoint
from graphkit.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from graphkit.graph.endpoint import Endpoint
    from graphkit.graph.publishing import Published
    from graphkit.graph.store import Store
    from graphkit.model import Facts

MEMORY = "memory:"

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class OpenGraph:
    """A graph that was opened; `texts` are its documents' stored texts by key, `problems` a line for each that could not be read.

    `workspace` is None for an endpoint and for `memory:`; `errs` says that the server is known to answer some questions falsely.
    """

    store: Store
    texts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Message, ...] = ()
    workspace: Workspace | None = None
    errs: bool = False


def open_graph(
    place: Path | str, given: Sequence[Path | str] = (), *, whole: bool = False, progress: Progress | None = None
) -> OpenGraph:
    """The graph of a place; `given` are the documents of `memory:`, or one endpoint whose graph is copied.

    `whole` says that all of it will be read: the graph of an endpoint is then copied into memory, and with the texts of the documents where they
    lie in a workspace. A UsageError when there is no graph there, a StoreError when it is damaged, an EndpointError when it doesn't answer.
    """
    if given and place != MEMORY:
        raise UsageError(
            "--from names the documents of --store {memory} only; a workspace has its own: graphkit build PATH…",
            memory=MEMORY,
        )
    if place == MEMORY:
        return _read(given, progress)
    if isinstance(place, str):
        return _open_endpoint(read_endpoint(place), whole=whole)
    from graphkit.factfiles import load_facts
    from graphkit.graph.local import open_store

    workspace = open_workspace(place)

    def read() -> OpenGraph:
        texts = _texts(map(load_facts, workspace.fact_files())) if whole else {}
        return OpenGraph(open_store(workspace.graph()), texts, workspace=workspace)

    return workspace.read(read)


def _open_endpoint(endpoint: Endpoint, *, whole: bool) -> OpenGraph:
    from graphkit.graph.local import memory_store
    from graphkit.graph.remote import open_remote

    store = open_remote(endpoint)
    return OpenGraph(memory_store(store.triples()) if whole else store, errs=store.errs and not whole)


def _read(given: Sequence[Path | str], progress: Progress | None) -> OpenGraph:
    from graphkit.extraction import extract
    from graphkit.graph.local import memory_store
    from graphkit.graph.mapping import to_triples
    from graphkit.identities import resolve
    from graphkit.identities.echoes import find_echoes, without_echoes

    if not given:
        raise UsageError("--store {memory} reads the documents that --from names: add --from PATH.", memory=MEMORY)
    addresses = [one for one in given if isinstance(one, str)]
    if addresses and len(given) > 1:
        raise UsageError("--from: an endpoint's graph is copied alone; name it once, without documents.")
    if addresses:
        return _open_endpoint(read_endpoint(addresses[0]), whole=True)
    paths = [Path(one) for one in given]
    found = extract(paths, progress=progress)
    if not found.facts:
        raise DocumentError(
            found.problems[0] if found.problems else Message("{path}: no documents were found there.", path=paths[0])
        )
    counted = without_echoes(found.facts, find_echoes(found.facts))
    triples = to_triples(counted, resolve(counted))
    return OpenGraph(memory_store(triples), _texts(found.facts), found.problems)


def _texts(all_facts: Iterable[Facts]) -> dict[str, str]:
    from graphkit.identities.forms import document_key

    return {document_key(facts.info): facts.text for facts in all_facts}


def publish_workspace(
    workspace: Workspace, endpoint: Endpoint, fingerprint: str, progress: Progress | None = None
) -> Published:
    """Write a workspace's graph into an endpoint; an EndpointError says what became of the graph that was there."""
    from graphkit.graph.local import open_store
    from graphkit.graph.publishing import publish

    triples = list(open_store(workspace.graph()).triples())
    told = (lambda done, total: progress("publish", done, total)) if progress else None
    try:
        return publish(endpoint, triples, fingerprint, told)
    except EndpointError as error:
        raise EndpointError(
            "{error} The workspace {workspace} is built; when the endpoint is well again, «graphkit build "
            "--store {endpoint} --workspace {workspace}» sends it.",
            error=error,
            workspace=workspace.folder,
            endpoint=endpoint.shown,
        ) from error


__all__ = ["MEMORY", "OpenGraph", "is_address", "open_graph", "publish_workspace", "read_endpoint"]
