"""What every store can do, wherever its graph lies: `local.py` and `remote.py` have the two kinds. A triple is a `pyoxigraph.Triple`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
"""What a cell of a query's result holds; the graph itself has no blank nodes and no quoted triples."""


class Rows(NamedTuple):
    """A SELECT's result: the variables' names without «?», and one tuple per row; None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


class Store(Protocol):
    """A graph that answers SPARQL; the prefixes of `vocabulary.PREFIXES` are known to each query.

    A query that isn't valid, or of another form than the method asks for, is a QueryError; a store that is damaged or doesn't answer a StoreError.
    """

    @property
    def folder(self) -> Path | None:
        """Where the graph lies on this machine's disk, if it does."""

    def select(self, sparql: str) -> Rows:
        """The rows of a SELECT, in the query's order."""

    def construct(self, sparql: str) -> tuple[ox.Triple, ...]:
        """The triples of a CONSTRUCT or DESCRIBE, sorted and without doubles."""

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK."""

    def triples(self) -> Iterator[ox.Triple]:
        """All triples, in the store's own order."""

    def size(self) -> int:
        """How many triples there are."""
