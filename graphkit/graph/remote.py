"""A store behind a SPARQL endpoint: any server or cluster that speaks SPARQL 1.1, read as the embedded store is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pyoxigraph as ox

from graphkit.errors import EndpointError, Message, QueryError, UsageError
from graphkit.graph.endpoint import Endpoint
from graphkit.graph.exchange import JSON_ROWS, MAX_BYTES, TRIPLES, ask_endpoint
from graphkit.graph.store import Rows
from graphkit.graph.vocabulary import PREFIXES
from graphkit.text import squeeze

USUAL_CUT = 10_000
"""Rows after which Virtuoso cuts an answer as it is delivered; of tables it says so, of triples it doesn't."""
WHOLE = 10
"""How many times longer and larger than an answer the whole graph may be."""

_ALL = "?s ?p ?o"
_PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_FORM = re.compile(
    r"""
    (?: \s | \#[^\n]* | BASE \s* <[^>]*> | PREFIX \s+ [^\s<]* \s* <[^>]*> )*  # what may stand before it
    ( SELECT | CONSTRUCT | DESCRIBE | ASK ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


DEEPEST = 32
"""Brackets within brackets of an answer; a table needs six, and triples nested in triples end Oxigraph's parser, and the process."""
_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")
_NESTED = re.compile(rb'^[^"\n]*<<', re.MULTILINE)


class RemoteStore:
    """The graph of an endpoint; nothing of it lies here."""

    folder = None

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self.server = ""

    @property
    def errs(self) -> bool:
        """Whether the server is of a kind that is known to answer some questions falsely: Virtuoso, with OPTIONALs in one another, as of 7.2."""
        return self.server.startswith("Virtuoso")

    def select(self, sparql: str) -> Rows:
        """The rows of a SELECT, in the query's order; an EndpointError when the server has cut them."""
        _check_form(sparql, Message("the query gives no table: begin it with SELECT."), "SELECT")
        found = self._answer(sparql)
        if isinstance(found, bool):
            raise QueryError("the query gives no table: begin it with SELECT.")
        return found

    def construct(self, sparql: str) -> tuple[ox.Triple, ...]:
        """The triples of a CONSTRUCT or DESCRIBE, sorted and without doubles."""
        _check_form(
            sparql, Message("the query gives no graph: begin it with CONSTRUCT or DESCRIBE."), "CONSTRUCT", "DESCRIBE"
        )
        found = self._triples(sparql)
        if self.errs and len(found) >= USUAL_CUT:
            raise self._cut(len(found))
        return tuple(sorted(found, key=str))

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK."""
        _check_form(sparql, Message("the query gives no yes or no: begin it with ASK."), "ASK")
        found = self._answer(sparql)
        if isinstance(found, bool):
            return found
        answer = found.rows[0][0] if found.rows and found.variables else None  # Virtuoso gives a row with 1 or 0
        return isinstance(answer, ox.Literal) and answer.value in ("1", "true")

    def triples(self) -> Iterator[ox.Triple]:
        """All triples; an EndpointError when not all of them can be had, or the graph changed meanwhile."""
        size = self.size()
        found = self._triples(f"CONSTRUCT {{ {_ALL} }} WHERE {{ {_ALL} }}", times=WHOLE)
        if 0 < len(found) < size:  # some servers cut an answer without a word: the rest is asked for page by page
            page = max(1, len(found) * 4 // 5)
            found = {triple for start in range(0, size, page) for triple in self._page(start, page)}
        if len(found) != size:
            raise EndpointError(
                "{endpoint} gave {found} of {size} triples of {graph}: it limits its answers, or the graph was "
                "changed meanwhile. Try again, or raise the server's limit (Virtuoso: ResultSetMaxRows).",
                endpoint=self.endpoint.shown,
                found=len(found),
                size=size,
                graph=self.endpoint.graph_shown,
            )
        return iter(sorted(found, key=str))

    def size(self) -> int:
        """How many triples there are."""
        return count_triples(self.endpoint)

    def _page(self, start: int, length: int) -> Iterator[ox.Triple]:
        # The order stands in a query of its own: Virtuoso sorts ten thousand rows at most beside an OFFSET.
        rows = self.select(
            f"SELECT {_ALL} WHERE {{ {{ SELECT {_ALL} WHERE {{ {_ALL} }} "
            f"ORDER BY ?s ?p STR(?o) LANG(?o) DATATYPE(?o) }} }} LIMIT {length} OFFSET {start}"
        )
        for subject, predicate, value in rows.rows:
            assert isinstance(subject, ox.NamedNode | ox.BlankNode)
            assert isinstance(predicate, ox.NamedNode)
            assert value is not None
            yield ox.Triple(subject, predicate, value)

    def _answer(self, sparql: str) -> Rows | bool:
        reply = ask_endpoint(self.endpoint, _PROLOGUE + sparql, JSON_ROWS)
        self.server = reply.server
        if reply.cut:
            raise self._cut(reply.cut)
        try:
            return _read_answer(reply.body)
        except (SyntaxError, ValueError) as error:
            words = str(error)
        # Raised here, not there: the parser's objects would live on in the error, and another thread may not collect them.
        raise self._garbled(words)

    def _triples(self, sparql: str, *, times: int = 1) -> set[ox.Triple]:
        seconds, limit = self.endpoint.seconds * times, MAX_BYTES * times
        reply = ask_endpoint(self.endpoint, _PROLOGUE + sparql, TRIPLES, seconds=seconds, limit=limit)
        self.server = reply.server
        try:
            return _read_triples(reply.body)
        except (SyntaxError, ValueError) as error:
            words = str(error)
        raise self._garbled(words)

    def _cut(self, rows: int) -> EndpointError:
        return EndpointError(
            "{endpoint} gives {rows} rows of this answer and no more: narrow the question, add LIMIT, or "
            "raise the server's limit (Virtuoso: ResultSetMaxRows).",
            endpoint=self.endpoint.shown,
            rows=rows,
        )

    def _garbled(self, words: str) -> EndpointError:
        return EndpointError(
            "{endpoint} sent an answer that can't be read ({words}): look at the server's log.",
            endpoint=self.endpoint.shown,
            words=squeeze(words)[:200],
        )


def open_remote(endpoint: Endpoint) -> RemoteStore:
    """The store of an endpoint; a UsageError when its graph is empty, an EndpointError when it doesn't answer."""
    store = RemoteStore(endpoint)
    if not store.ask(f"ASK {{ {_ALL} }}"):
        raise UsageError(
            "{endpoint}: there is nothing in {graph}. Build into it (graphkit build PATH… --store "
            "{endpoint}), or name another graph with GRAPHKIT_GRAPH («default»: the server's default graph).",
            endpoint=endpoint.shown,
            graph=endpoint.graph_shown,
        )
    return store


def count_triples(endpoint: Endpoint, graph: str | None = None) -> int:
    """How many triples a graph of an endpoint has: its own, or a named one."""
    whole = endpoint if graph is None else replace(endpoint, graph=graph)
    rows = RemoteStore(whole).select(f"SELECT (COUNT(*) AS ?n) WHERE {{ {_ALL} }}").rows
    number = rows[0][0] if rows and rows[0] else None
    if not isinstance(number, ox.Literal) or not number.value.isdecimal():
        raise EndpointError(
            "{endpoint} doesn't say how many triples it has: look at the server's log.", endpoint=endpoint.shown
        )
    return int(number.value)


def _read_answer(body: bytes) -> Rows | bool:
    _check_depth(body)
    found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
    if not isinstance(found, ox.QuerySolutions):
        return bool(found)
    variables = tuple(variable.value for variable in found.variables)
    return Rows(variables, tuple(tuple(solution[name] for name in variables) for solution in found))


def _read_triples(body: bytes) -> set[ox.Triple]:
    if _NESTED.search(body):
        raise ValueError("a triple within a triple")
    return {quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)}


def _check_depth(body: bytes) -> None:
    """A ValueError for JSON that is broken off or nested too deep, before a parser sees it.

    >>> _check_depth(b'{"a": ["}", "\\\\\\""]}')
    >>> _check_depth(b"[" * 3)
    Traceback (most recent call last):
    ValueError: broken off, or nested too deep
    """
    unescaped = body.replace(b"\\\\", b"").replace(b'\\"', b"")
    brackets = b"".join(unescaped.split(b'"')[::2]).translate(
        None, delete=_NOT_BRACKETS
    )  # what stands outside of texts
    for _ in range(DEEPEST):
        brackets = brackets.replace(b"{}", b"").replace(b"[]", b"")
    if brackets:
        raise ValueError("broken off, or nested too deep")


def _check_form(sparql: str, wrong: Message, *forms: str) -> None:
    found = _FORM.match(sparql)
    if found and found[1].upper() not in forms:
        raise QueryError(wrong)
