"""A graph is written into an endpoint: loaded beside the old one, counted, and moved over it. Broken off anywhere before, the old one stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pyoxigraph as ox

from graphkit.errors import EndpointError, Message
from graphkit.graph.endpoint import DEFAULT_GRAPH, Endpoint
from graphkit.graph.exchange import RefusedError, TimeoutExceededError, update_endpoint
from graphkit.graph.remote import RemoteStore, count_triples

CHUNK = 1000
"""Triples of one request: 70,000 triples a second into Virtuoso, which refuses 5,000; Oxigraph likes small ones too."""
MOVING = 10
"""How many times longer than for an answer is waited for a server that moves a graph."""

Progress = Callable[[int, int], None]
"""Told how many triples are loaded, of how many."""


@dataclass(frozen=True, slots=True)
class Published:
    """How a graph came into an endpoint: how many triples, and whether readers saw the old or the new one at any moment."""

    triples: int
    atomic: bool


def check_endpoint(endpoint: Endpoint) -> None:
    """Whether an endpoint answers and lets us write, before the work of a build: an EndpointError if not."""
    RemoteStore(endpoint).ask("ASK { ?s ?p ?o }")
    update_endpoint(endpoint, f"DROP SILENT GRAPH <{_staging(endpoint, 'trial')}>")


def publish(
    endpoint: Endpoint, triples: Sequence[ox.Triple], fingerprint: str, progress: Progress | None = None
) -> Published:
    """Replaces the endpoint's graph by these triples, each of which stands once; `fingerprint` is the hash of their content.

    The staging graph is named by the fingerprint: what a run that was broken off has loaded is the beginning of the same content. An EndpointError
    says what became of the old graph.
    """
    target = f"GRAPH <{endpoint.graph}>" if endpoint.graph else "DEFAULT"
    if not triples:
        update_endpoint(endpoint, f"DROP SILENT {target}")  # there is nothing that could be moved
        return Published(0, atomic=True)
    staging = _staging(endpoint, fingerprint)
    for start in range(0, len(triples), CHUNK):
        if progress:
            progress(start, len(triples))
        _load(endpoint, staging, triples[start : start + CHUNK])
    loaded = count_triples(endpoint, staging)
    if loaded != len(triples):
        update_endpoint(endpoint, f"DROP SILENT GRAPH <{staging}>")
        raise EndpointError(
            "{endpoint} holds {loaded} of the {number} triples that were loaded: another build is under way, "
            "or the server changes what it is given. What was in {graph} is as it was; build again.",
            endpoint=endpoint.shown,
            loaded=loaded,
            number=len(triples),
            graph=endpoint.graph_shown,
        )
    atomic = _move(endpoint, staging, len(triples))
    _forget(endpoint)
    return Published(len(triples), atomic)


def _load(endpoint: Endpoint, staging: str, chunk: Sequence[ox.Triple]) -> None:
    lines = "".join(f"{triple} .\n" for triple in chunk)
    try:
        update_endpoint(endpoint, f"INSERT DATA {{ GRAPH <{staging}> {{\n{lines}}} }}")
    except EndpointError as error:
        raise _after(error, Message("What was in {graph} is as it was.", graph=endpoint.graph_shown)) from error


def _move(endpoint: Endpoint, staging: str, size: int) -> bool:
    """Whether the server could move the graph in one; else its content is replaced, and for a while readers see less."""
    target = f"GRAPH <{endpoint.graph}>" if endpoint.graph else "DEFAULT"
    try:
        update_endpoint(endpoint, f"MOVE GRAPH <{staging}> TO {target}", seconds=endpoint.seconds * MOVING)
    except TimeoutExceededError as error:
        raise _after(
            error, Message("Whether the old or the new graph is there now isn't known: build again.")
        ) from error
    except RefusedError as error:
        if count_triples(endpoint, staging) != size:
            raise _after(error, Message("The graph was not moved as a whole: build again.")) from error
        _replace(endpoint, staging)
        atomic = False
    else:
        atomic = True
    if (there := count_triples(endpoint)) != size:
        raise EndpointError(
            "{endpoint} has {there} triples in {graph} after moving {size} there: another build is under "
            "way? Build again.",
            endpoint=endpoint.shown,
            there=there,
            graph=endpoint.graph_shown,
            size=size,
        )
    return atomic


def _replace(endpoint: Endpoint, staging: str) -> None:
    """For servers that can't move a graph: empties the old one and fills it, in one request, which some servers do at once."""
    target = f"GRAPH <{endpoint.graph}>" if endpoint.graph else "DEFAULT"
    filled = f"GRAPH <{endpoint.graph}> {{ ?s ?p ?o }}" if endpoint.graph else "?s ?p ?o"
    update = f"CLEAR SILENT {target} ;\nINSERT {{ {filled} }} WHERE {{ GRAPH <{staging}> {{ ?s ?p ?o }} }}"
    try:
        update_endpoint(endpoint, update, seconds=endpoint.seconds * MOVING)
        update_endpoint(endpoint, f"DROP SILENT GRAPH <{staging}>")
    except EndpointError as error:
        raise _after(
            error,
            Message(
                "It can't move a graph, and {graph} may be incomplete now: build again.", graph=endpoint.graph_shown
            ),
        ) from error


def _forget(endpoint: Endpoint) -> None:
    """Drops what builds that were broken off have left."""
    begin = _staging(endpoint, "")
    store = RemoteStore(replace(endpoint, graph=""))  # a query with a default graph of its own sees no named graphs
    for (left,) in store.select(
        f'SELECT DISTINCT ?left WHERE {{ GRAPH ?left {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?left), "{begin}")) }}'
    ).rows:
        if isinstance(left, ox.NamedNode):
            update_endpoint(endpoint, f"DROP SILENT GRAPH {left}")


def _staging(endpoint: Endpoint, fingerprint: str) -> str:
    return f"{endpoint.graph or DEFAULT_GRAPH}/staging-{fingerprint[:16]}"


def _after(error: EndpointError, told: Message) -> EndpointError:
    return EndpointError("{error} {told}", error=error, told=told)
