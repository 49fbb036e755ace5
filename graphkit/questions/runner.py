"""A user's query is asked by a process of its own, with a deadline: aggregates, sorts and paths can't be cancelled from within."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

import pyoxigraph as ox

from graphkit.errors import QueryError
from graphkit.graph.store import Store, Term
from graphkit.graph.vocabulary import PREFIXES
from graphkit.questions import worker
from graphkit.questions.guard import CheckedQuery

DEADLINE = 30.0
"""Seconds that a query may take."""
MAX_BYTES = 256_000_000
"""Bytes of an answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: rows under variables. Triples are rows under subject, predicate, object; a yes or no is one row under answer."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


TRIPLE = ("subject", "predicate", "object")


def run_query(store: Store, query: CheckedQuery, *, deadline: float = DEADLINE) -> Answer:
    """The answer to a query that the guard let through.

    A store on disk is asked by a process that is killed past the deadline; a store in memory can't be, and is asked here. A QueryError says that
    the query isn't valid, took too long, gave too much, or was too much for the engine.
    """
    if store.folder is not None:
        return _run_apart(store.folder, query.text, deadline)
    if query.form == "SELECT":
        rows = store.select(query.text)
        return Answer(rows.variables, rows.rows)
    if query.form == "ASK":
        return _boolean(store.ask(query.text))
    return _triples(store.construct(query.text))


def _run_apart(folder: Path, sparql: str, deadline: float) -> Answer:
    request = {
        "folder": str(folder),
        "query": sparql,
        "prefixes": PREFIXES,
        "seconds": int(deadline) + 5,
        "bytes": MAX_BYTES,
    }
    # -P: the working folder isn't looked into for modules. The file is run by its path and needs pyoxigraph alone.
    command = [sys.executable, "-P", str(worker.__file__)]
    try:
        done = subprocess.run(command, input=json.dumps(request).encode(), capture_output=True, timeout=deadline)  # noqa: S603 - our own file
    except subprocess.TimeoutExpired:
        raise QueryError(
            "the query took more than {deadline:g} s and was stopped: narrow it, or add LIMIT.", deadline=deadline
        ) from None
    if done.returncode == worker.TOO_LARGE:
        raise QueryError(
            "the answer has more than {megabytes} MB: add LIMIT, or ask for less.", megabytes=MAX_BYTES // 1000000
        )
    if done.returncode == worker.REFUSED:
        raise QueryError(
            "the query is not valid: {words}",
            words=shorten(done.stderr.decode("utf-8", "replace"), 300, placeholder=" …"),
        )
    if done.returncode:
        raise QueryError(
            "the query was too much for the engine (memory or nesting): ask for less, or in several queries."
        )
    kind, _, content = done.stdout.partition(b"\n")
    if kind == b"rows":
        found = ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON)
        assert isinstance(found, ox.QuerySolutions)
        variables = tuple(variable.value for variable in found.variables)
        return Answer(variables, tuple(tuple(row[name] for name in variables) for row in found))
    if kind == b"graph":
        triples = {quad.triple for quad in ox.parse(content, format=ox.RdfFormat.N_TRIPLES)}
        return _triples(tuple(sorted(triples, key=str)))
    return _boolean(content == b"true")


def _triples(triples: tuple[ox.Triple, ...]) -> Answer:
    return Answer(TRIPLE, tuple((triple.subject, triple.predicate, triple.object) for triple in triples))


def _boolean(truth: bool) -> Answer:
    return Answer(("answer",), ((ox.Literal(truth),),))
