"""The queries of a workspace's `own/queries`: they add to the shipped ones, and one of the same name replaces it. A broken one stops no other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graphkit.errors import GraphkitError, Message, QueryError
from graphkit.graph.vocabulary import PREFIXES, XSD
from graphkit.questions.catalogue import Query, find_query, load_catalogue, load_query
from graphkit.questions.guard import check_query
from graphkit.questions.parameters import bind


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQueries:
    """The queries of a folder, by name, and the complaint about each file that is no query: it tells file and line."""

    queries: tuple[Query, ...] = ()
    broken: tuple[tuple[str, Message], ...] = ()


def load_own_queries(folder: Path) -> OwnQueries:
    """The queries of a folder; nothing when there is no such folder."""
    queries, broken = [], []
    for path in sorted(folder.glob("*.rq")):
        try:
            queries.append(_load(path))
        except GraphkitError as error:
            broken.append((path.stem, Message("{path}: {error}", path=path, error=error)))
    return OwnQueries(queries=tuple(queries), broken=tuple(broken))


def find_query_or_own(folder: Path, name: str) -> Query:
    """The query of a name: the user's own in the folder, else the shipped one.

    Raises a QueryError for an own one that is broken (the shipped one of its name would be another question), a UsageError with near
    names when there is none.
    """
    own = load_own_queries(folder)
    if complaint := dict(own.broken).get(name):
        raise QueryError(complaint)
    mine = {query.name for query in own.queries}
    return find_query([*(query for query in load_catalogue() if query.name not in mine), *own.queries], name)


def _load(path: Path) -> Query:
    """A query whose header and grammar are right, by itself and with each of its parameters."""
    query = load_query(path)
    _parse(check_query(query.sparql).text)
    for parameter in query.parameters:
        try:
            _parse(bind(query, ((parameter, ox.Literal("1", datatype=XSD.integer)),)))
        except QueryError as error:
            line = _line_of(query.sparql, f"#+ param.{parameter.name}.where")
            raise QueryError(
                "line {line}: with parameter {parameter}, {error}", line=line, parameter=parameter.name, error=error
            ) from error
    return query


def _line_of(text: str, beginning: str) -> int:
    return next((at for at, line in enumerate(text.splitlines(), 1) if line.startswith(beginning)), 1)


def _parse(sparql: str) -> None:
    """A QueryError with line and column for what the guard let through and is no SPARQL all the same."""
    try:
        ox.Store().query(sparql, prefixes=PREFIXES)
    except (SyntaxError, ValueError) as error:
        told = re.sub(r"^error at (\d+):(\d+)", r"line \1, column \2", " ".join(str(error).split()))
        raise QueryError("{told}.", told=told) from error
