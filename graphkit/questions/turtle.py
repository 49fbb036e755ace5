"""An answer as RDF: the triples of a CONSTRUCT, or the facts behind a table's rows with all their proofs, as Turtle."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from graphkit.errors import QueryError, UsageError
from graphkit.graph.exporters import write_ttl
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import GK, RDF, VOC
from graphkit.questions.ask import prepare
from graphkit.questions.catalogue import Query
from graphkit.questions.guard import CheckedQuery, check_query
from graphkit.questions.runner import DEADLINE, TRIPLE, Answer, run_query

AT_ONCE = 500
"""How many things are asked for in one query."""
_LABELS = "<http://www.w3.org/2004/02/skos/core#prefLabel>"


def ask_turtle(store: Store, query: Query, params: Mapping[str, str], lang: str, *, deadline: float = DEADLINE) -> str:
    """The answer to a query as Turtle, sorted; empty when there is none.

    A CONSTRUCT or DESCRIBE gives its triples. A SELECT gives the facts behind its rows where its header names them (`#+ facts:`), else what its
    rows name; facts come with their evidence and documents, and things that are only pointed to with their names, so that the file
    stands by itself. Raises a UsageError for an ASK, and for a SELECT that names nothing of the graph; else as `ask` does.
    """
    checked = check_query(prepare(store, query, params, lang)[0])
    if checked.form == "ASK":
        raise UsageError("a yes or no has no triples: ask with --format table, csv or json.")
    answer = run_query(store, _facts_query(checked, query), deadline=deadline)
    if checked.form != "SELECT":
        return _written(_triples(answer))
    named = {
        iri
        for row in answer.rows
        for term, name in zip(row, answer.variables, strict=True)
        for iri in _named(term, name, query)
    }
    found = set(_about_all(store, sorted(named)))
    if answer.rows and not found:
        raise UsageError(
            "the rows name nothing of the graph, so there are no facts to write as Turtle: ask with CONSTRUCT, or choose another format."
        )
    return _written(found)


def _facts_query(checked: CheckedQuery, query: Query) -> CheckedQuery:
    """The same question asked for its facts: the query's WHERE, without grouping."""
    if not query.facts or checked.form != "SELECT":
        return checked
    if checked.inside < 0:
        raise QueryError(
            "query {query} has no «WHERE {{», so its facts can't be asked for: write WHERE out.", query=query.name
        )
    names = " ".join(f"?{name}" for name in query.facts)
    pattern = checked.text[checked.inside : checked.end]
    return check_query(f"{checked.text[: checked.begin]}SELECT DISTINCT {names} WHERE {{{pattern}\n}}")


def _triples(answer: Answer) -> Iterator[ox.Triple]:
    assert answer.variables == TRIPLE
    for subject, predicate, value in answer.rows:
        yield ox.Triple(subject, predicate, value)  # type: ignore[arg-type]  # an answer of triples holds nothing else


def _named(term: object, name: str, query: Query) -> Iterator[str]:
    """The IRIs of a cell: itself, or those of a list."""
    if isinstance(term, ox.NamedNode):
        yield term.value
    elif isinstance(term, ox.Literal) and any(x.name == name and x.kind == "list" for x in query.columns):
        yield from term.value.split()


def _about_all(store: Store, iris: Iterable[str]) -> Iterator[ox.Triple]:
    """What the graph says of things and facts; of facts with their proofs, whose documents are told too."""
    asked = [iri for iri in iris if not iri.startswith((GK.iri, VOC.iri))]
    own = list(_about(store, asked))
    facts = {x.subject for x in own if x.predicate == RDF.type and x.object in (GK.Fact, GK.Evidence, GK.Document)}
    own = [x for x in own if x.predicate != GK.evidence or x.subject in facts]
    proofs = list(_about(store, _objects(own, GK.evidence)))
    documents = list(_about(store, _objects([*own, *proofs], GK.document)))
    yield from (*own, *proofs, *documents)
    told = {x.subject for x in (*own, *proofs, *documents)}
    others = {
        x.object.value
        for x in own
        if isinstance(x.object, ox.NamedNode)
        and x.object not in told
        and not x.object.value.startswith((GK.iri, VOC.iri))
    }
    yield from _about(store, sorted(others), f"VALUES ?p {{ {RDF.type} {_LABELS} }}")


def _about(store: Store, iris: Iterable[str], more: str = "") -> Iterator[ox.Triple]:
    asked = sorted(iris)
    for start in range(0, len(asked), AT_ONCE):
        values = " ".join(f"<{iri}>" for iri in asked[start : start + AT_ONCE])
        for row in store.select(f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {values} }} {more} ?s ?p ?o }}").rows:
            yield ox.Triple(*row)  # type: ignore[arg-type]  # all three are bound


def _objects(triples: Iterable[ox.Triple], predicate: ox.NamedNode) -> set[str]:
    return {x.object.value for x in triples if x.predicate == predicate and isinstance(x.object, ox.NamedNode)}


def _written(triples: Iterable[ox.Triple]) -> str:
    out = io.StringIO()
    write_ttl(triples, out)
    return out.getvalue()
