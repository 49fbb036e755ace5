"""The embedded store (Oxigraph), in memory or on disk: opened, loaded, asked. A triple is a `pyoxigraph.Triple`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graphkit.errors import QueryError, StoreError
from graphkit.graph.store import Rows
from graphkit.graph.vocabulary import PREFIXES
from graphkit.text import squeeze

if TYPE_CHECKING:
    from rdflib import Graph

_DISK_ERRORS = (OSError, RuntimeError)  # Oxigraph calls a damaged file a RuntimeError


class LocalStore:
    """A graph in this process's memory, or in a folder that it opened.

    `folder` is where it lies on disk, None for a store in memory: questions of users are asked there by a process with a deadline.
    """

    def __init__(self, engine: ox.Store, folder: Path | None = None) -> None:
        self.engine = engine
        self.folder = folder

    def select(self, sparql: str) -> Rows:
        """The rows of a SELECT, in the query's order; a QueryError when it isn't valid, or is no SELECT."""
        found = self._query(sparql)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("the query gives no table: begin it with SELECT.")
        variables = tuple(variable.value for variable in found.variables)
        return Rows(variables, tuple(tuple(solution[name] for name in variables) for solution in found))

    def construct(self, sparql: str) -> tuple[ox.Triple, ...]:
        """The triples of a CONSTRUCT or DESCRIBE, sorted and without doubles."""
        found = self._query(sparql)
        if not isinstance(found, ox.QueryTriples):
            raise QueryError("the query gives no graph: begin it with CONSTRUCT or DESCRIBE.")
        return tuple(sorted(set(found), key=str))

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK."""
        found = self._query(sparql)
        if not isinstance(found, ox.QueryBoolean):
            raise QueryError("the query gives no yes or no: begin it with ASK.")
        return bool(found)

    def triples(self) -> Iterator[ox.Triple]:
        """All triples, in the store's own order."""
        for quad in self.engine.quads_for_pattern(None, None, None, ox.DefaultGraph()):
            yield quad.triple

    def size(self) -> int:
        """How many triples there are."""
        return len(self.engine)

    def as_rdflib(self) -> Graph:
        """The same graph for rdflib's interface, without a copy.

        The default graph's identifier must be given: without it rdflib would ask a graph that is empty, and not say so.
        """
        from oxrdflib import OxigraphStore
        from rdflib import Graph
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

        return Graph(store=OxigraphStore(store=self.engine), identifier=DATASET_DEFAULT_GRAPH_ID)

    def _query(self, sparql: str) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        try:
            return self.engine.query(sparql, prefixes=PREFIXES)
        except (SyntaxError, ValueError) as error:
            raise QueryError("the query is not valid SPARQL: {words}", words=squeeze(str(error))) from error


def memory_store(triples: Iterable[ox.Triple]) -> LocalStore:
    """A store that lives as long as the process."""
    engine = ox.Store()
    engine.bulk_extend(_quads(triples))
    return LocalStore(engine)


def write_store(folder: Path, triples: Iterable[ox.Triple]) -> int:
    """Writes a new store into an empty or missing folder and says how many triples it holds; readers of other folders aren't disturbed.

    The store is flushed, put in order and closed when this returns, so that it may be opened for reading at once.
    """
    if folder.exists() and any(folder.iterdir()):
        raise StoreError(
            "{folder} is not empty: a version of a store is written once, into a folder of its own.", folder=folder
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        engine = ox.Store(str(folder))
        engine.bulk_extend(_quads(triples))
        engine.optimize()
        engine.flush()
    except _DISK_ERRORS as error:
        told = squeeze(str(error))[:200]
        raise StoreError(
            "the graph in {folder} can't be written: free some space there, then build again; what was built "
            "before is as it was ({told}).",
            folder=folder,
            told=told,
        ) from error
    return len(engine)


def open_store(folder: Path, *, read_only: bool = True) -> LocalStore:
    """The store of a folder; a StoreError when there is none, it is damaged, or (for writing) in use."""
    if not (folder / "CURRENT").is_file():  # without it Oxigraph would make an empty store there
        raise StoreError("there is no graph in {folder}: build one first.", folder=folder)
    try:
        return LocalStore(ox.Store.read_only(str(folder)) if read_only else ox.Store(str(folder)), folder)
    except _DISK_ERRORS as error:
        raise StoreError(
            "the graph in {folder} can't be opened: {words}; build it again.", folder=folder, words=squeeze(str(error))
        ) from error


def _quads(triples: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    for triple in triples:
        yield ox.Quad(triple.subject, triple.predicate, triple.object)
