"""Every query of the catalogue, on both engines, bound and unbound: equal answers, and each parameter changes the answer."""

from __future__ import annotations

from decimal import Decimal

import pytest
import rdflib
import rdflib.plugins.sparql

from graphkit.graph.store import Store
from graphkit.graph.vocabulary import PREFIXES
from graphkit.questions.ask import ask, prepare
from graphkit.questions.catalogue import Query, load_catalogue
from graphkit.questions.guard import check_query
from graphkit.questions.runner import run_query

rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS = False

CATALOGUE = {query.name: query for query in load_catalogue()}

NARROWING: dict[tuple[str, str], str] = {
    ("actor", "actor"): "Sida",
    ("actor", "as"): "today",
    ("actor", "region"): "Umeå",
    ("actor", "role"): "finansiär",
    ("actor", "since"): "2011",
    ("actors", "name"): "umeå",
    ("actors", "region"): "Umeå",
    ("actors", "role"): "partner",
    ("actors", "type"): "myndighet",
    ("continuations", "actor"): "Nutek",
    ("continuations", "project"): "Havssatsningen",
    ("continuations", "region"): "Jämtland",
    ("contradictions", "actor"): "Vasa stad",
    ("contradictions", "kind"): "Budget",
    ("contradictions", "project"): "Fyren",
    ("contradictions", "region"): "Härnösand",
    ("cooperations", "region"): "Gotland",
    ("cooperations", "since"): "2010",
    ("cooperations", "with"): "Umeå",
    ("document", "document"): "Annual report",
    ("document", "kind"): "budget",
    ("documents", "about"): "Northern Lamp",
    ("documents", "language"): "en",
    ("documents", "name"): "bron",
    ("entity", "about"): "Nutek",
    ("evidence", "about"): "Karelen",
    ("evidence", "kind"): "finansiering",
    ("funders", "actor"): "Sida",
    ("funders", "as"): "today",
    ("funders", "programme"): "Interreg Nord",
    ("funders", "region"): "Umeå",
    ("funders", "year"): "2012",
    ("funding", "as"): "today",
    ("funding", "payer"): "Sida",
    ("funding", "programme"): "Kolarctic",
    ("funding", "project"): "Bron",
    ("funding", "recipient"): "Region Västerbotten",
    ("funding", "region"): "Västerbotten",
    ("funding", "year"): "2012",
    ("funding-regions", "as"): "idag",
    ("funding-regions", "kind"): "land",
    ("funding-regions", "payer"): "Sida",
    ("funding-regions", "programme"): "Kolarctic",
    ("funding-regions", "region"): "Finland",
    ("funding-regions", "year"): "2011",
    ("funding-years", "actor"): "Sida",
    ("funding-years", "as"): "today",
    ("funding-years", "programme"): "Botnia-Atlantica",
    ("funding-years", "region"): "Österbotten",
    ("funding-years", "since"): "2011",
    ("funding-years", "until"): "2008",
    ("indicators", "kind"): "mål",
    ("indicators", "name"): "FÖRETAG",
    ("indicators", "programme"): "Botnia-Atlantica",
    ("indicators", "project"): "Kusten III",
    ("indicators", "region"): "Härnösand",
    ("leverage", "actor"): "Sida",
    ("leverage", "as"): "today",
    ("leverage", "project"): "Bron",
    ("leverage", "programme"): "Kolarctic",
    ("leverage", "region"): "Karelen",
    ("leverage", "type"): "kommun",
    ("negative", "actor"): "Sida",
    ("negative", "project"): "Drömmen",
    ("negative", "region"): "Österbotten",
    ("negative", "scope"): "excluded",
    ("negative", "status"): "planerad",
    ("news", "about"): "Sida",
    ("news", "since"): "2010",
    ("pairs", "programme"): "Interreg Nord",
    ("pairs", "region"): "Österbotten",
    ("pairs", "since"): "2010",
    ("pairs", "with"): "Karelen",
    ("participants", "actor"): "Sida",
    ("participants", "as"): "today",
    ("participants", "project"): "Stegen",
    ("participants", "role"): "ägare",
    ("partners", "actor"): "Sida",
    ("partners", "as"): "today",
    ("partners", "region"): "Umeå",
    ("partners", "since"): "2011",
    ("partners", "type"): "kommun",
    ("programmes", "actor"): "Vasa stad",
    ("programmes", "programme"): "Interreg Nord",
    ("programmes", "region"): "Karelen",
    ("programmes", "since"): "2012",
    ("projects", "actor"): "Region Västerbotten",
    ("projects", "name"): "lamp",
    ("projects", "programme"): "Kolarctic",
    ("projects", "region"): "Västerbotten",
    ("projects", "status"): "avslaget",
    ("projects", "year"): "2012",
    ("region", "programme"): "Kolarctic",
    ("region", "region"): "Umeå",
    ("region", "year"): "2008",
    ("second-partners", "actor"): "Tillväxtverket",
    ("second-partners", "as"): "today",
    ("second-partners", "region"): "Jämtland",
    ("second-partners", "type"): "universitet",
}
"""A value of each parameter that takes something away, or the other value of a required one."""
REQUIRED = {
    "actor": {"actor": "Region Västerbotten"},
    "document": {"document": "Kusten i tre steg"},
    "entity": {"about": "Österbotten"},
    "evidence": {"about": "Region Västerbotten"},
    "news": {"since": "2009"},
    "partners": {"actor": "Region Västerbotten"},
    "region": {"region": "Karelen"},
    "second-partners": {"actor": "Fiskarförbundet"},
}
BESIDES: dict[tuple[str, str], dict[str, str]] = {
    ("actor", "as"): {"actor": "Tillväxtverket"},
    ("funding-regions", "as"): {"payer": "Nutek"},
    ("partners", "as"): {"actor": "Vasa stad"},
    ("second-partners", "as"): {"actor": "Tillväxtverket"},
}
"""What else must be asked for a parameter to matter."""

Plain = list[tuple[str | Decimal | None, ...]]


def plain(text: str | None, datatype: str | None, listed: bool) -> str | Decimal | None:
    """A value without what engines write differently: 450000.0 and 450000, the order within a list."""
    if text is None:
        return None
    if datatype and datatype.rsplit("#", 1)[-1] in ("integer", "decimal", "double"):
        return Decimal(text)
    return " ".join(sorted(text.split())) if listed else text


def with_oxigraph(store: Store, sparql: str, lists: set[str]) -> Plain:
    answer = run_query(store, check_query(sparql))
    return [
        tuple(
            plain(getattr(term, "value", None), getattr(getattr(term, "datatype", None), "value", None), name in lists)
            for name, term in zip(answer.variables, row, strict=True)
        )
        for row in answer.rows
    ]


def with_rdflib(graph: rdflib.Graph, sparql: str, lists: set[str]) -> Plain:
    result = graph.query(sparql, initNs=PREFIXES)
    return [
        tuple(
            plain(None if term is None else str(term), getattr(term, "datatype", None), str(name) in lists)
            for name, term in zip(result.vars, row, strict=True)
        )
        for row in result
    ]


@pytest.fixture(scope="module")
def graph(wide_store: Store) -> rdflib.Graph:
    """The same triples in rdflib's own store, for its own engine."""
    lines = "\n".join(f"{triple} ." for triple in wide_store.triples())
    return rdflib.Graph().parse(data=lines, format="nt")


def lists_of(query: Query) -> set[str]:
    return {column.name for column in query.columns if column.kind == "list"}


@pytest.mark.parametrize("name", CATALOGUE)
def test_both_engines_give_the_same_rows_when_nothing_is_bound(name: str, wide_store: Store, graph: rdflib.Graph):
    query = CATALOGUE[name]
    rows = with_oxigraph(wide_store, query.sparql, lists_of(query))
    assert rows
    assert rows == with_rdflib(graph, query.sparql, lists_of(query))


@pytest.mark.parametrize(("name", "parameter"), NARROWING)
def test_both_engines_give_the_same_rows_when_a_parameter_is_bound(
    name: str, parameter: str, wide_store: Store, graph: rdflib.Graph
):
    query = CATALOGUE[name]
    given = REQUIRED.get(name, {}) | BESIDES.get((name, parameter), {}) | {parameter: NARROWING[name, parameter]}
    sparql, _ = prepare(wide_store, query, given, "sv")
    assert with_oxigraph(wide_store, sparql, lists_of(query)) == with_rdflib(graph, sparql, lists_of(query))


@pytest.mark.parametrize(("name", "parameter"), NARROWING)
def test_a_parameter_changes_the_answer(name: str, parameter: str, wide_store: Store):
    query, required = CATALOGUE[name], REQUIRED.get(name, {}) | BESIDES.get((name, parameter), {})
    without = ask(wide_store, query, required, "sv")
    given = ask(wide_store, query, required | {parameter: NARROWING[name, parameter]}, "sv")
    assert without.rows
    assert given.rows != without.rows


def test_each_parameter_of_the_catalogue_is_tried():
    assert set(NARROWING) == {(query.name, p.name) for query in CATALOGUE.values() for p in query.parameters}


@pytest.mark.parametrize("name", CATALOGUE)
def test_the_columns_of_a_header_are_those_of_its_query(name: str, wide_store: Store):
    query = CATALOGUE[name]
    answer = run_query(wide_store, check_query(query.sparql))
    assert answer.variables == tuple(column.name for column in query.columns)


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_query_has_an_order_and_examples(name: str):
    query = CATALOGUE[name]
    assert "\nORDER BY " in query.sparql
    assert query.examples or not query.parameters
    known = {parameter.name for parameter in query.parameters}
    assert all(given in known for example in query.examples for given, _ in example)
