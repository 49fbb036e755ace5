"""Turtle of an answer: the triples of a CONSTRUCT, or the facts behind a table with their proofs."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from graphkit.errors import UsageError
from graphkit.graph.store import Store
from graphkit.questions.ask import ask
from graphkit.questions.catalogue import find_query, load_catalogue, parse_query
from graphkit.questions.turtle import ask_turtle

CATALOGUE = load_catalogue()
GK = "https://w3id.org/graphkit/ontology#"


def triples(turtle: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}


def objects(turtle: str, predicate: str) -> list[str]:
    return sorted(x.object.value for x in triples(turtle) if x.predicate.value == GK + predicate)


def test_a_construct_gives_its_triples(store: Store, disk_store: Store):
    query = parse_query("CONSTRUCT { ?p a gk:Project } WHERE { ?p a gk:Project ; gk:startYear 2007 }")
    turtle = ask_turtle(store, query, {}, "sv")
    assert turtle.endswith("\n<https://w3id.org/graphkit/id/project/bron>\n    a gk:Project .\n")
    assert ask_turtle(disk_store, query, {}, "sv") == turtle


def test_a_describe_gives_the_thing(store: Store):
    query = parse_query("DESCRIBE ?p WHERE { ?p a gk:Project ; gk:startYear 2007 }")
    assert {x.subject.value.rsplit("/", 1)[-1] for x in triples(ask_turtle(store, query, {}, "sv"))} == {"bron"}


def test_sums_are_given_as_the_facts_that_they_add_up(store: Store):
    query = find_query(CATALOGUE, "funders")
    turtle = ask_turtle(store, query, {"actor": "Sida", "year": "2008"}, "sv")
    assert objects(turtle, "amount") == ["450000"]
    assert objects(turtle, "quote") == [
        "Bron (2007–2009) got SEK 450,000 from Sida for 2008.",
        "Sida ger Bron 450 000 kronor för 2008.",
    ]
    assert objects(turtle, "amount") == [
        str(cell.number) for row in ask(store, query, {"actor": "Sida", "year": "2008"}, "sv").rows for cell in row[1:2]
    ]


def test_a_fact_comes_with_document_and_the_names_of_what_it_ties_together(store: Store):
    turtle = ask_turtle(store, find_query(CATALOGUE, "funding"), {"payer": "Sida", "project": "Bron"}, "sv")
    names = {x.object.value for x in triples(turtle) if x.predicate.value.endswith("prefLabel")}
    assert names == {"Sida", "Region Västerbotten", "Bron", "Bron över gränsen", "Annual report"}


def test_a_query_without_facts_gives_what_its_rows_name(store: Store):
    turtle = ask_turtle(store, parse_query("SELECT ?p WHERE { ?p a gk:Project ; gk:startYear 2007 }"), {}, "sv")
    assert objects(turtle, "startYear") == ["2007"]
    assert objects(turtle, "evidence") == []
    assert any(x.object == ox.Literal("Sida", language="sv") for x in triples(turtle))


def test_no_answer_is_empty(store: Store):
    assert ask_turtle(store, find_query(CATALOGUE, "funding"), {"year": "1999"}, "sv") == ""


@pytest.mark.parametrize(
    ("sparql", "told"),
    [
        ("ASK { ?s ?p ?o }", "a yes or no has no triples"),
        ("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "name nothing of the graph"),
    ],
)
def test_what_has_no_facts_is_told(sparql: str, told: str, store: Store):
    with pytest.raises(UsageError, match=told):
        ask_turtle(store, parse_query(sparql), {}, "sv")


@pytest.mark.parametrize("query", [query for query in CATALOGUE if query.facts], ids=lambda query: query.name)
def test_the_facts_of_a_query_are_facts_with_proofs(query, store: Store):
    params = dict(query.examples[0]) if any(p.required for p in query.parameters) else {}
    found = triples(ask_turtle(store, query, params, "sv"))
    facts = {x.subject for x in found if x.object == ox.NamedNode(GK + "Fact")}
    assert facts <= {x.subject for x in found if x.predicate.value == GK + "evidence"}
