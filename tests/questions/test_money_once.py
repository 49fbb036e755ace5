"""Money is counted and shown once, however many owners, regions, proofs, programmes or successors stand round it: on both engines.

A small graph in which all there is of everything is one, and what widens it: a query that joins where it must not would tell its money anew
for each of what was added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

import pyoxigraph as ox
import pytest
import rdflib

from graphkit import resources
from graphkit.factfiles import load_facts
from graphkit.graph.local import memory_store
from graphkit.graph.mapping import to_triples
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import PREFIXES
from graphkit.identities import resolve
from graphkit.questions.ask import ask, prepare
from graphkit.questions.catalogue import load_catalogue
from graphkit.questions.guard import check_query
from graphkit.questions.runner import run_query

CATALOGUE = {query.name: query for query in load_catalogue()}
HEAD = """
@prefix gk: <https://w3id.org/graphkit/ontology#> . @prefix voc: <https://w3id.org/graphkit/vocabulary/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix : <https://example.org/> .
"""
ONE = """
:bron a gk:Project ; skos:prefLabel "Bron"@sv ; gk:owner :ett ; gk:funder :fond, :tyst ; gk:worksIn :umea ; gk:programme :nord ; gk:startYear 2008 ; gk:endYear 2010 .
:drom a gk:Project ; skos:prefLabel "Drömmen"@sv ; gk:status voc:refused .
:tyst-projekt a gk:Project ; skos:prefLabel "Tyst"@sv ; gk:owner :ett ; gk:worksIn :umea, :karelen ; gk:programme :tyst-program .
:ett a gk:Actor ; skos:prefLabel "Ett"@sv ; gk:actorType voc:municipality .
:tyst a gk:Actor ; skos:prefLabel "Tyst finansiär"@sv ; gk:actorType voc:agency .
:fond a gk:Actor ; skos:prefLabel "Fonden"@sv ; gk:actorType voc:agency ; gk:successor :fond2 .
:fond2 a gk:Actor ; skos:prefLabel "Nya fonden"@sv ; gk:actorType voc:agency .
:vb a gk:Region ; skos:prefLabel "Västerbotten"@sv ; gk:regionKind voc:county ; gk:within :sverige .
:umea a gk:Region ; skos:prefLabel "Umeå"@sv ; gk:regionKind voc:municipality-area ; gk:within :vb .
:karelen a gk:Region ; skos:prefLabel "Karelen"@sv ; gk:regionKind voc:county .
:sverige a gk:Region ; skos:prefLabel "Sverige"@sv ; gk:regionKind voc:country .
:nord a gk:Programme ; skos:prefLabel "Nordprogrammet"@sv ; gk:partOf :norden .
:norden a gk:Programme ; skos:prefLabel "Norden"@sv .
:tyst-program a gk:Programme ; skos:prefLabel "Tysta programmet"@sv .
:vb gk:cooperatesWith :karelen . :karelen gk:cooperatesWith :vb .
:samarbete a gk:Cooperation, gk:Fact ; gk:region :vb, :karelen ; gk:project :bron ; gk:basis voc:stated ; gk:evidence :b3 .
:tyst-vb gk:cooperatesWith :karelen . :karelen gk:cooperatesWith :tyst-vb .
:tyst-vb a gk:Region ; skos:prefLabel "Tysta länet"@sv ; gk:regionKind voc:county .
:tyst-samarbete a gk:Cooperation, gk:Fact ; gk:region :tyst-vb, :karelen ; gk:project :tyst-projekt ; gk:basis voc:stated ; gk:evidence :b3 .
:del1 a gk:Participation, gk:Fact ; gk:project :bron ; gk:actor :ett ; gk:role voc:owner ; gk:basis voc:stated ; gk:evidence :b1 .
:plats1 a gk:Location, gk:Fact ; gk:project :bron ; gk:region :umea ; gk:scope voc:works-in ; gk:basis voc:stated ; gk:evidence :b1 .
:f1 a gk:FundingFlow, gk:Fact ; gk:project :bron ; gk:payer :fond ; gk:amount 24000000.0 ; gk:currency "SEK" ; gk:year 2008 ; gk:basis voc:stated ; gk:asWritten "24 Mkr" ; gk:evidence :b1 .
:f2 a gk:FundingFlow, gk:Fact ; gk:project :bron ; gk:payer :ett ; gk:amount 1000000.0 ; gk:currency "SEK" ; gk:basis voc:implied ; gk:evidence :b2 .
:budget a gk:Budget, gk:Fact ; gk:project :bron ; gk:amount 25000000.0 ; gk:currency "SEK" ; gk:basis voc:stated ; gk:evidence :b2 .
:f3 a gk:FundingFlow, gk:Fact ; gk:recipient :ett ; gk:amount 3000000.0 ; gk:currency "SEK" ; gk:basis voc:stated ; gk:evidence :b2 .
:n1 a gk:FundingFlow, gk:Fact ; gk:project :drom ; gk:payer :fond ; gk:amount 7000000.0 ; gk:currency "SEK" ; gk:basis voc:stated ; gk:status voc:refused ; gk:evidence :b4 .
:n2 a gk:Attribute, gk:Fact ; gk:about :drom ; gk:property gk:status ; gk:value voc:refused ; gk:basis voc:stated ; gk:status voc:refused ; gk:evidence :b4 .
:dok a gk:Document ; skos:prefLabel "Dokumentet"@sv ; dcterms:title "Dokumentet"@sv ; dcterms:source "a.html" ; dcterms:publisher "Fonden" ; dcterms:issued "2009-01-01"^^xsd:date ; dcterms:language "sv" .
:b1 a gk:Evidence ; gk:document :dok ; gk:quote "Fonden ger 24 Mkr." ; gk:startOffset 10 ; gk:endOffset 28 .
:b2 a gk:Evidence ; gk:document :dok ; gk:quote "Budget 25 Mkr." ; gk:startOffset 40 ; gk:endOffset 54 .
:b3 a gk:Evidence ; gk:document :dok ; gk:quote "De samarbetar." ; gk:startOffset 60 ; gk:endOffset 74 .
:b4 a gk:Evidence ; gk:document :dok ; gk:quote "Avslag på 7 Mkr." ; gk:startOffset 80 ; gk:endOffset 96 .
"""
WIDER: Mapping[str, str] = {
    "owners": """
        :bron gk:owner :tva, :tre . :tva a gk:Actor ; skos:prefLabel "Två"@sv ; gk:actorType voc:company . :tre a gk:Actor ; skos:prefLabel "Tre"@sv ; gk:actorType voc:company .
        :del2 a gk:Participation, gk:Fact ; gk:project :bron ; gk:actor :tva ; gk:role voc:owner ; gk:basis voc:stated ; gk:evidence :b1 .
        :del3 a gk:Participation, gk:Fact ; gk:project :bron ; gk:actor :tre ; gk:role voc:partner ; gk:basis voc:stated ; gk:evidence :b1 .""",
    "places": """
        :bron gk:worksIn :vb, :lycksele, :karelen . :lycksele a gk:Region ; skos:prefLabel "Lycksele"@sv ; gk:regionKind voc:municipality-area ; gk:within :vb .
        :norra a gk:Region ; skos:prefLabel "Norra Sverige"@sv ; gk:regionKind voc:macro ; gk:member :vb, :umea .
        :plats2 a gk:Location, gk:Fact ; gk:project :bron ; gk:region :vb ; gk:scope voc:works-in ; gk:basis voc:stated ; gk:evidence :b2 .""",
    "quotes": """
        :f1 gk:evidence :b5, :b6 . :f2 gk:evidence :b5 . :budget gk:evidence :b5 . :n1 gk:evidence :b5, :b6 . :samarbete gk:evidence :b5, :b6 . :del1 gk:evidence :b5, :b6 .
        :b5 a gk:Evidence ; gk:document :dok ; gk:quote "Än en gång: 24 Mkr." ; gk:startOffset 5 ; gk:endOffset 24 .
        :b6 a gk:Evidence ; gk:document :dok2 ; gk:quote "Fonden gav 24 Mkr." ; gk:startOffset 10 ; gk:endOffset 28 .
        :dok2 a gk:Document ; skos:prefLabel "Ett annat"@sv ; dcterms:title "Ett annat"@sv ; dcterms:source "b.html" ; dcterms:issued "2010-01-01"^^xsd:date ; dcterms:language "sv" .""",
    "wordings": """
        :f1 gk:asWritten "24 miljoner kronor", "24.000.000 kr" . :f2 gk:asWritten "en miljon", "1 Mkr" . :budget gk:asWritten "25 Mkr", "25 miljoner" .
        :fond skos:altLabel "Stora fonden"@sv, "The Fund"@en . :bron skos:altLabel "Broprojektet"@sv . :umea skos:prefLabel "Umeå"@en .""",
    "programmes": ":bron gk:programme :norden, :nord2 . :nord2 a gk:Programme ; skos:prefLabel 'Nord 2'@sv ; gk:partOf :norden .",
    "statuses": ":n1 gk:status voc:applied, voc:planned . :n2 gk:status voc:applied . :n3 a gk:Attribute, gk:Fact ; gk:about :drom ; gk:property gk:status ; gk:value voc:applied ; gk:basis voc:stated ; gk:status voc:applied, voc:refused ; gk:evidence :b4 .",
    "periods": """
        :t1 a gk:Period, gk:Fact ; gk:project :bron ; gk:startYear 2008 ; gk:endYear 2010 ; gk:basis voc:stated ; gk:evidence :b1 .
        :t2 a gk:Period, gk:Fact ; gk:project :bron ; gk:startYear 2008 ; gk:endYear 2011 ; gk:basis voc:stated ; gk:evidence :b2 .
        :m1 a gk:Indicator, gk:Fact ; gk:project :bron ; gk:unit "företag"@sv ; gk:value 3.0 ; gk:indicatorKind voc:result ; gk:basis voc:stated ; gk:evidence :b1 .
        :m2 a gk:Indicator, gk:Fact ; gk:project :bron ; gk:unit "jobb"@sv ; gk:value 5.0 ; gk:indicatorKind voc:result ; gk:basis voc:stated ; gk:evidence :b1 .""",
    "publishers": ':dok dcterms:publisher "En annan" ; dcterms:source "c.html" ; dcterms:language "en" .',
    "successors": ':fond gk:successor :fond3 . :fond3 a gk:Actor ; skos:prefLabel "Tredje fonden"@sv ; gk:actorType voc:agency .',
    "others' successors": """
        :a1 a gk:Actor ; skos:prefLabel "Gamla A"@sv ; gk:successor :a2 . :a2 a gk:Actor ; skos:prefLabel "Nya A"@sv .
        :c1 a gk:Actor ; skos:prefLabel "Gamla C"@sv ; gk:successor :c2 . :c2 a gk:Actor ; skos:prefLabel "Mellan-C"@sv ; gk:successor :c3 . :c3 a gk:Actor ; skos:prefLabel "Nya C"@sv .""",
    "cooperating projects": ":samarbete gk:project :tyst-projekt . :bron gk:worksIn :vb, :karelen .",
}  # fmt: skip
"""What is added to the graph; the money in it stays the same."""

KEYS = {
    "cooperations": ("region", "other"),
    "contradictions": ("project", "fact"),
    "document": ("fact",),
    "evidence": ("fact",),
    "funders": ("funder", "currency"),
    "funding": ("project", "payer"),
    "funding-regions": ("region", "currency"),
    "funding-years": ("funder", "year", "currency"),
    "leverage": ("actor", "currency"),
    "negative": ("fact",),
    "programmes": ("programme",),
    "projects": ("project",),
}
"""Each query with money, and the columns that say whose it is."""
MONEY = {
    "amount", "total", "implied", "shared", "sek", "eur", "own", "others", "budgets", "budget", "leverage", "reach", "amounts",
}  # fmt: skip
GIVEN: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "cooperations": ({}, {"region": "Västerbotten"}, {"region": "Karelen", "with": "Sverige"}, {"since": "2008"}),
    "contradictions": ({},),
    "document": ({"document": "Dokumentet"}, {"document": "Dokumentet", "kind": "FundingFlow"}),
    "evidence": ({"about": "Bron"}, {"about": "Fonden"}, {"about": "Drömmen"}),
    "funders": ({}, {"region": "Sverige"}, {"programme": "Nordprogrammet"}, {"actor": "Fonden"}, {"year": "2008"}),
    "funding": ({}, {"region": "Sverige"}, {"programme": "Nordprogrammet"}, {"payer": "Fonden"}, {"project": "Bron"}),
    "funding-regions": ({}, {"region": "Sverige"}, {"payer": "Fonden"}, {"programme": "Norden"}, {"kind": "land"}),
    "funding-years": ({}, {"region": "Sverige"}, {"programme": "Norden"}, {"actor": "Fonden"}, {"since": "2008"}),
    "leverage": ({}, {"region": "Sverige"}, {"programme": "Norden"}, {"actor": "Fonden"}, {"type": "kommun"}),
    "negative": ({}, {"project": "Drömmen"}, {"status": "avslaget"}, {"actor": "Fonden"}),
    "programmes": ({}, {"region": "Sverige"}, {"programme": "Norden"}, {"actor": "Ett"}, {"since": "2008"}),
    "projects": ({}, {"region": "Sverige"}, {"programme": "Nordprogrammet"}, {"actor": "Ett"}, {"year": "2009"}),
}
CASES = [(name, given) for name in GIVEN for given in GIVEN[name]]
AS_TODAY = [(name, {"as": "today"}) for name in ("funders", "funding", "funding-years", "leverage")]


def graph_of(*texts: str) -> tuple[Store, rdflib.Graph]:
    """The same triples for both engines."""
    whole = HEAD + "".join(texts)
    store = memory_store({quad.triple for quad in ox.parse(whole, format=ox.RdfFormat.TURTLE)})
    return store, rdflib.Graph().parse(data=whole, format="turtle")


ONE_GRAPH = graph_of(ONE)
GRAPHS = {name: graph_of(ONE, more) for name, more in WIDER.items()} | {"all": graph_of(ONE, *WIDER.values())}

Told = Counter[tuple[tuple[str, ...], str, Decimal]]
"""Each amount that a query tells: of what, in which column, how much; and how often."""


def told(name: str, sparql: str, store: Store, graph: rdflib.Graph | None) -> Told:
    """The amounts of an answer, by Oxigraph, or by rdflib where its graph is given."""
    if graph is None:
        answer = run_query(store, check_query(sparql))
        variables, rows = answer.variables, answer.rows
    else:
        result = graph.query(sparql, initNs=PREFIXES)
        variables, rows = tuple(map(str, result.vars or ())), tuple(result)
    at = {variable: i for i, variable in enumerate(variables)}
    assert set(KEYS[name]) <= at.keys()
    found: Told = Counter()
    for row in rows:
        plain = [
            None if term is None else str(term if graph is not None else getattr(term, "value", "")) for term in row
        ]
        key = tuple(plain[at[column]] or "" for column in KEYS[name])
        found.update(
            (key, column, Decimal(plain[at[column]] or 0)) for column in MONEY & at.keys() if plain[at[column]]
        )
    return found


@pytest.mark.parametrize("wider", GRAPHS)
@pytest.mark.parametrize(("name", "given"), CASES, ids=[f"{name} {'&'.join(given.values())}" for name, given in CASES])
def test_what_stands_round_it_multiplies_no_money(name: str, given: Mapping[str, str], wider: str):
    sparql, _ = prepare(ONE_GRAPH[0], CATALOGUE[name], given, "sv")
    before = told(name, sparql, ONE_GRAPH[0], None)
    store, graph = GRAPHS[wider]
    sparql, _ = prepare(store, CATALOGUE[name], given, "sv")
    after = told(name, sparql, store, None)
    if wider == "all":  # rdflib takes its time
        assert told(name, sparql, store, graph) == after
    whose = {key for key, _, _ in before}
    # What was added brings rows of its own; that a project now works outside a region too changes what is told as shared, and no sum.
    columns = MONEY - ({"shared"} if wider in ("places", "cooperating projects", "all") else set())
    assert {x: n for x, n in after.items() if x[0] in whose and x[1] in columns} == {
        x: n for x, n in before.items() if x[1] in columns
    }


@pytest.mark.parametrize("params", [{}, {"as": "today"}], ids=["as told", "as today"])
@pytest.mark.parametrize("wider", GRAPHS)
def test_each_amount_has_one_row_with_the_payer_and_recipient_that_are_told(params: Mapping[str, str], wider: str):
    store, graph = GRAPHS[wider]
    table = ask(store, CATALOGUE["funding"], params, "sv")
    split = wider in ("successors", "all")
    fund = "Nya fonden" if params and not split else "Fonden"
    assert [(row[0].text, row[1].text, row[2].text, row[3].number) for row in table.rows] == [
        (fund, "", "Bron", 24000000),
        ("", "Ett", "", 3000000),
        ("Ett", "", "Bron", 1000000),
    ]
    sparql, _ = prepare(store, CATALOGUE["funding"], params, "sv")
    assert len(list(graph.query(sparql, initNs=PREFIXES))) == 3


@pytest.mark.parametrize(("name", "given"), AS_TODAY, ids=[name for name, _ in AS_TODAY])
def test_where_several_bodies_took_over_the_money_stays_with_the_old_one(name: str, given: Mapping[str, str]):
    for wider, payer in (("owners", "fond2"), ("successors", "fond"), ("all", "fond")):
        store, graph = GRAPHS[wider]
        sparql, _ = prepare(store, CATALOGUE[name], given, "sv")
        after = told(name, sparql, store, None)
        assert told(name, sparql, store, graph) == after
        large = {key: n for (key, _, amount), n in after.items() if amount == 24000000}
        assert list(large.values()) in (
            [1],
            [1, 1],
        )  # leverage tells it of the payer as own money, and of the owner as another's
        assert f"https://example.org/{payer}" in {part for key in large for part in key}


def test_each_query_that_tells_money_is_tried():
    kinds = {name: {column.name for column in query.columns} & MONEY for name, query in CATALOGUE.items()}
    counting = {"documents", "partners"}  # how many amounts a document bears, how many projects are shared: no sums
    assert set(GIVEN) == set(KEYS) == {name for name, columns in kinds.items() if columns} - counting


def test_a_document_read_from_two_places_stands_on_one_row():
    for name, given in (("documents", {}), ("news", {"since": "2009"})):
        store, graph = GRAPHS["publishers"]
        table = ask(store, CATALOGUE[name], given, "sv")
        assert [row[0].text for row in table.rows] == ["Dokumentet"]
        sparql, _ = prepare(store, CATALOGUE[name], given, "sv")
        assert len(list(graph.query(sparql, initNs=PREFIXES))) == 1


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_money_that_no_document_tells_is_empty_and_not_nought(lang: str):
    store, _ = GRAPHS["all"]
    for name, key, columns in [
        ("cooperations", "https://example.org/tyst-vb", ("sek", "eur")),
        ("programmes", "https://example.org/tyst-program", ("sek", "eur")),
        ("funders", "https://example.org/tyst", ("total", "implied")),
        ("projects", "https://example.org/tyst-projekt", ("budget",)),
    ]:
        table = ask(store, CATALOGUE[name], {}, lang)
        at = [column.name for column in table.columns]
        (row,) = (row for row in table.rows if key in (row[0].iri, row[1].iri))
        assert [(row[at.index(column)].number, row[at.index(column)].text) for column in columns] == [(None, "")] * len(
            columns
        )


def test_where_only_one_actor_paid_nothing_is_told_of_the_others():
    alone = ":f2 gk:payer :fond . "
    store, graph = graph_of(ONE.replace("gk:payer :ett ;", "gk:payer :fond ;"), alone)
    table = ask(store, CATALOGUE["leverage"], {}, "sv")
    at = [column.name for column in table.columns]
    assert [[row[at.index(x)].text for x in ("own", "others", "leverage")] for row in table.rows] == [
        ["25\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000", "", ""]
    ]
    sparql, _ = prepare(store, CATALOGUE["leverage"], {}, "sv")
    assert told("leverage", sparql, store, graph) == told("leverage", sparql, store, None)


@pytest.fixture(scope="module")
def samples() -> Store:
    """The graph of the sample documents' facts as annotated by hand: many bodies that were succeeded, many owners, places and programmes."""
    facts = [load_facts(path) for path in sorted(resources.data("samples", "gold").glob("*.yaml"))]
    return memory_store(to_triples(facts, resolve(facts)))


@pytest.mark.parametrize("params", [{}, {"as": "today"}], ids=["as told", "as today"])
def test_the_sums_of_a_real_graph_are_those_of_its_flows(params: Mapping[str, str], samples: Store):
    acting = samples.select(
        """SELECT ?flow ?amount ?currency ?payer ?project WHERE {
          ?flow a gk:FundingFlow ; gk:amount ?amount .
          FILTER NOT EXISTS { ?flow gk:status ?wish }
          OPTIONAL { ?flow gk:currency ?currency } OPTIONAL { ?flow gk:payer ?payer } OPTIONAL { ?flow gk:project ?project } }"""
    ).rows
    flows = [tuple(None if x is None else x.value for x in row) for row in acting]
    assert len(flows) > 200

    def sums(name: str, column: str) -> dict[str, Decimal]:
        table = ask(samples, CATALOGUE[name], params, "sv")
        at = {column.name: i for i, column in enumerate(table.columns)}
        found: dict[str, Decimal] = {}
        for row in table.rows:
            if (number := row[at[column]].number) is not None:
                key = row[at["currency"]].text
                found[key] = found.get(key, Decimal(0)) + number
        return found

    every: dict[str, Decimal] = {}
    paid: dict[str, Decimal] = {}
    for _, amount, currency, payer, _ in flows:
        for total in (every, *([paid] if payer else [])):
            total[currency or ""] = total.get(currency or "", Decimal(0)) + Decimal(amount or 0)
    assert sums("funding", "amount") == every
    assert sums("funders", "total") == sums("funding-years", "total") == paid
    in_projects = {(payer, project, currency) for _, _, currency, payer, project in flows if payer and project}
    own = {c: sum(Decimal(a or 0) for _, a, c2, p, j in flows if c2 == c and (p, j, c2) in in_projects) for _, _, c in in_projects if c}  # fmt: skip
    assert sums("leverage", "own") == own
