"""What each kind of fact becomes: the fact as a person writes it, and its triples as Turtle."""

import random
from collections import Counter

import pytest

from graphkit.errors import DataError
from graphkit.graph.mapping import KINDS, to_triples
from graphkit.graph.vocabulary import GK
from graphkit.identities import resolve

EXAMPLES = {
    "a participation": (
        "roles: [{project: weran, actor: sida, role: funder}]",
        "participation",
        """
        <participation/…>
            a gk:Fact, gk:Participation ;
            gk:actor <actor/sida> ;
            gk:basis voc:stated ;
            gk:project <project/weran> ;
            gk:role voc:funder .
        """,
    ),
    "a funding flow": (
        "flows: [{project: weran, funder: sida, recipient: nykoping, amount: 9800000, currency: SEK, written: '9,8 miljoner', year: 2009, implied: true}]",
        "funding-flow",
        """
        <funding-flow/…>
            a gk:Fact, gk:FundingFlow ;
            gk:amount "9800000"^^xsd:decimal ;
            gk:asWritten "9,8 miljoner" ;
            gk:basis voc:implied ;
            gk:currency "SEK" ;
            gk:flowKind voc:outside-funding ;
            gk:payer <actor/sida> ;
            gk:project <project/weran> ;
            gk:recipient <actor/nykopings-kommun> ;
            gk:year "2009"^^xsd:integer .
        """,
    ),
    "a flow from an owner is its own contribution": (
        "roles: [{project: weran, actor: nykoping, role: owner}]\n"
        "flows: [{project: weran, funder: nykoping, amount: 0.5, currency: EUR}]",
        "funding-flow",
        """
        <funding-flow/…>
            a gk:Fact, gk:FundingFlow ;
            gk:amount "0.5"^^xsd:decimal ;
            gk:basis voc:stated ;
            gk:currency "EUR" ;
            gk:flowKind voc:own-contribution ;
            gk:payer <actor/nykopings-kommun> ;
            gk:project <project/weran> .
        """,
    ),
    "a location": (
        "locations: [{project: weran, region: oblast}]",
        "location",
        """
        <location/…>
            a gk:Fact, gk:Location ;
            gk:basis voc:stated ;
            gk:project <project/weran> ;
            gk:region <region/ru-len> ;
            gk:scope voc:works-in .
        """,
    ),
    "a cooperation": (
        "cooperations: [{regions: [lan, oblast], project: weran}]",
        "cooperation",
        """
        <cooperation/…>
            a gk:Cooperation, gk:Fact ;
            gk:basis voc:stated ;
            gk:project <project/weran> ;
            gk:region <region/ru-len>, <region/se122> .
        """,
    ),
    "an indicator with a range": (
        "indicators: [{project: weran, label: nystartade företag, value: [15, 10], kind: target}]",
        "indicator",
        """
        <indicator/…>
            a gk:Fact, gk:Indicator ;
            gk:basis voc:stated ;
            gk:indicatorKind voc:target-value ;
            gk:maxValue "15"^^xsd:decimal ;
            gk:minValue "10"^^xsd:decimal ;
            gk:project <project/weran> ;
            gk:unit "nystartade företag"@sv .
        """,
    ),
    "an indicator with one value": (
        "indicators: [{project: weran, label: studiebesök, value: 14, kind: result}]",
        "indicator",
        """
        <indicator/…>
            a gk:Fact, gk:Indicator ;
            gk:basis voc:stated ;
            gk:indicatorKind voc:result ;
            gk:project <project/weran> ;
            gk:unit "studiebesök"@sv ;
            gk:value "14"^^xsd:decimal .
        """,
    ),
}
"""name: (the fact, the kind of node shown, its Turtle)."""


def dedent(text: str) -> str:
    return "\n".join(line.removeprefix(" " * 8) for line in text.strip("\n").splitlines()).strip() + "\n"


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_fact_becomes_these_triples(name, facts_of, turtle):
    fact, kind, expected = EXAMPLES[name]
    assert turtle([facts_of(fact)], kind + "/") == dedent(expected)


def project(**keys: str) -> str:
    """A project with the attributes that a test is about; it takes the place of WERAN."""
    return "projects: [{id: bro, name: Skogsbron, " + ", ".join(f"{key}: {value}" for key, value in keys.items()) + "}]"


def test_a_project_bears_its_undisputed_years_and_the_outermost_days(facts_of, turtle):
    facts = facts_of(project(start="2007", end="2009-02", programme="Interreg Nord", status="granted"))
    assert turtle([facts], "project/skogsbron", "period/") == dedent(
        """
        <period/…>
            a gk:Fact, gk:Period ;
            gk:asWritten "2007/2009-02" ;
            gk:basis voc:stated ;
            gk:earliestStart "2007-01-01"^^xsd:date ;
            gk:end "2009-02"^^xsd:gYearMonth ;
            gk:endYear "2009"^^xsd:integer ;
            gk:latestEnd "2009-02-28"^^xsd:date ;
            gk:project <project/skogsbron> ;
            gk:start "2007"^^xsd:gYear ;
            gk:startYear "2007"^^xsd:integer .

        <project/skogsbron>
            a gk:Project ;
            skos:prefLabel "Skogsbron"@sv ;
            gk:earliestStart "2007-01-01"^^xsd:date ;
            gk:endYear "2009"^^xsd:integer ;
            gk:latestEnd "2009-02-28"^^xsd:date ;
            gk:programme <programme/interreg-nord> ;
            gk:startYear "2007"^^xsd:integer ;
            gk:status voc:granted .
        """
    )


def test_a_budget_keeps_the_amount_as_written_beside_the_number(facts_of, turtle):
    facts = facts_of(project(budget="{amount: 9800000.10, currency: SEK, written: '9 800 000,10 kronor'}"))
    assert turtle([facts], "budget/") == dedent(
        """
        <budget/…>
            a gk:Budget, gk:Fact ;
            gk:amount "9800000.1"^^xsd:decimal ;
            gk:asWritten "9 800 000,10 kronor" ;
            gk:basis voc:stated ;
            gk:currency "SEK" ;
            gk:project <project/skogsbron> .
        """
    )


def test_what_a_document_calls_an_actor_is_an_attribute_when_the_text_proves_it(facts_of, turtle):
    facts = facts_of(
        "actors: [{id: a, name: Skogskooperativet, type: association,"
        " evidence: [{field: type, start: 0, end: 3, quote: kooperativ, rule: actor.type}]}]"
    )
    assert turtle([facts], "attribute/") == dedent(
        """
        <attribute/…>
            a gk:Attribute, gk:Fact ;
            gk:about <actor/skogskooperativet> ;
            gk:basis voc:stated ;
            gk:evidence <evidence/…> ;
            gk:property gk:actorType ;
            gk:value voc:association .
        """
    )


def test_evidence_holds_document_quote_place_rule_and_confidence(facts_of, turtle):
    proof = "{start: 10, end: 29, quote: Sida finansierar oss, rule: role.funds, confidence: 0.9, page: 2}"
    facts = facts_of(
        f"roles: [{{project: weran, actor: sida, role: funder, evidence: [{proof}]}}]\nprojects: [{{id: weran, name: WERAN}}]"
    )
    assert turtle([facts], "evidence/") == dedent(
        """
        <evidence/…>
            a gk:Evidence ;
            gk:confidence "0.9"^^xsd:decimal ;
            gk:document <document/…> ;
            gk:endOffset "29"^^xsd:integer ;
            gk:page "2"^^xsd:integer ;
            gk:quote "Sida finansierar oss" ;
            gk:rule "role.funds" ;
            gk:startOffset "10"^^xsd:integer .
        """
    )


def test_a_refused_project_is_kept_and_never_acts(facts_of, store_of):
    facts = facts_of(
        project(status="refused")
        + "\nroles: [{project: bro, actor: sida, role: owner}]"
        + "\nlocations: [{project: bro, region: lan}]"
        + "\ncooperations: [{regions: [lan, oblast], project: bro}]"
    )
    store = store_of(facts)
    direct = store.select("SELECT ?p { ?s a gk:Project ; ?p ?o FILTER(?p IN (gk:owner, gk:worksIn)) }").rows
    assert direct == ()
    assert not store.ask("ASK { ?one gk:cooperatesWith ?other }")
    assert store.ask("ASK { ?fact a gk:Participation ; gk:role voc:owner ; gk:status voc:refused }")


def test_an_excluded_region_is_no_place_of_work_even_if_another_document_says_so(facts_of, store_of):
    excluded = facts_of("locations: [{project: weran, region: lan, scope: excluded}]", stem="en")
    works_in = facts_of("locations: [{project: weran, region: lan}, {project: weran, region: oblast}]", stem="annan")
    rows = store_of(excluded, works_in).select("SELECT ?region { ?project gk:worksIn ?region }").rows
    assert [row[0].value.rsplit("/")[-1] for row in rows] == ["ru-len"]


def test_disputed_years_are_kept_as_facts_and_no_direct_property(facts_of, store_of):
    one = facts_of(project(start="2007", end="2009"), stem="en")
    other = facts_of(project(start="2008", end="2009-06"), stem="annan")
    store = store_of(one, other)
    assert store.select("SELECT (COUNT(*) AS ?n) { ?x a gk:Period }").rows[0][0].value == "2"
    node = "<https://w3id.org/graphkit/id/project/skogsbron>"
    assert not store.ask(f"ASK {{ {node} gk:startYear ?year }}")
    assert store.ask(f"ASK {{ {node} gk:endYear 2009 ; gk:latestEnd '2009-06-30'^^xsd:date }}")


def test_cooperation_is_symmetric_on_the_regions(facts_of, store_of):
    store = store_of(facts_of("cooperations: [[lan, oblast]]"))
    rows = store.select("SELECT ?one ?other { ?one gk:cooperatesWith ?other } ORDER BY ?one").rows
    assert [tuple(cell.value.rsplit("/")[-1] for cell in row) for row in rows] == [
        ("ru-len", "se122"),
        ("se122", "ru-len"),
    ]


def test_a_fact_that_names_what_its_document_lacks_is_told(facts_of):
    facts = facts_of("roles: [{project: weran, actor: nobody, role: owner}]")
    with pytest.raises(DataError, match="facts of nyhet: a fact names the actor «nobody»"):
        list(to_triples([facts], resolve([facts])))


def test_a_word_outside_the_vocabulary_is_told(facts_of):
    facts = facts_of("roles: [{project: weran, actor: sida, role: sponsor}]")
    with pytest.raises(DataError, match="«sponsor» is none of the roles; write owner, partner, funder"):
        list(to_triples([facts], resolve([facts])))


def test_persons_never_enter_the_graph(facts_of, store_of):
    without = set(store_of(facts_of()).triples())
    assert set(store_of(facts_of("contacts: [{name: Anna Exempel, actor: sida}]")).triples()) == without


def test_each_triple_comes_once_and_in_the_same_order_whatever_the_order_of_documents(gold):
    shuffled = list(gold)
    random.Random(7).shuffle(shuffled)
    triples = list(to_triples(gold, resolve(gold)))
    assert list(to_triples(shuffled, resolve(shuffled))) == triples
    assert max(Counter(triples).values()) == 1


def test_nothing_in_the_graph_leads_to_a_node_without_a_class_and_a_label(gold, store_of):
    dangling = store_of(*gold).select(
        """SELECT DISTINCT ?node { ?s ?p ?node FILTER(STRSTARTS(STR(?node), "https://w3id.org/graphkit/id/"))
           FILTER NOT EXISTS { ?node a ?class } }"""
    )
    nameless = store_of(*gold).select(
        "SELECT ?x { VALUES ?c { gk:Project gk:Actor gk:Region gk:Programme gk:Document } ?x a ?c FILTER NOT EXISTS { ?x skos:prefLabel ?n } }"
    )
    assert (dangling.rows, nameless.rows) == ((), ())


def test_each_kind_of_fact_has_a_class_of_the_ontology():
    assert {GK[name] for _, name in KINDS.values()} < set(GK)
