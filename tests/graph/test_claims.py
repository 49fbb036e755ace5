"""One fact, many proofs: what counts as the same fact, and that money is never counted twice."""

import pytest

FLOW = "flows: [{{project: weran, {parties} amount: 450000, currency: SEK{year}{more}}}]"
PROOF = ", evidence: [{{start: 1, end: 9, quote: {quote}, rule: flow.pays}}]"


def flow(parties="funder: sida,", year="", quote=""):
    return FLOW.format(parties=parties, year=year, more=PROOF.format(quote=quote) if quote else "")


def amounts(store):
    return [row[0].value for row in store.select("SELECT ?amount { ?x a gk:FundingFlow ; gk:amount ?amount }").rows]


def test_the_same_flow_in_two_documents_is_one_node_with_two_proofs(facts_of, store_of):
    store = store_of(facts_of(flow(quote="Sida ger"), stem="en"), facts_of(flow(quote="Sida gav"), stem="annan"))
    assert amounts(store) == ["450000"]
    quotes = store.select("SELECT ?quote { ?x a gk:FundingFlow ; gk:evidence/gk:quote ?quote } ORDER BY ?quote").rows
    assert [row[0].value for row in quotes] == ["Sida gav", "Sida ger"]


def test_a_document_under_two_names_is_one_document_with_two_sources_and_one_proof(facts_of, store_of):
    same = "ab" * 32
    store = store_of(
        facts_of(flow(quote="Sida ger"), stem="en", sha256=same),
        facts_of(flow(quote="Sida ger"), stem="kopia", sha256=same),
    )
    assert amounts(store) == ["450000"]
    assert store.select("SELECT ?e { ?x a gk:FundingFlow ; gk:evidence ?e }").rows[1:] == ()
    sources = store.select("SELECT ?source { ?d a gk:Document ; dcterms:source ?source } ORDER BY ?source").rows
    assert [row[0].value for row in sources] == ["en.txt", "kopia.txt"]


@pytest.mark.parametrize(
    "fuller",
    [
        flow("funder: sida, recipient: nykoping,"),
        flow("funder: sida,", ", year: 2009"),
        flow("funder: sida, recipient: nykoping,", ", year: 2009"),
    ],
)
def test_money_told_with_less_in_another_document_is_the_same_money(fuller, facts_of, store_of):
    assert amounts(store_of(facts_of(flow(), stem="en"), facts_of(fuller, stem="annan"))) == ["450000"]
    assert amounts(store_of(facts_of(fuller, stem="en"), facts_of(flow(""), stem="annan"))) == ["450000"]


def test_money_told_with_less_and_less_is_still_the_same_money(facts_of, store_of):
    documents = [
        facts_of(flow(""), stem="a"),
        facts_of(flow(), stem="b"),
        facts_of(flow("funder: sida, recipient: nykoping,"), stem="c"),
    ]
    assert amounts(store_of(*documents)) == ["450000"]


def test_equal_amounts_of_one_document_are_two_payments(facts_of, store_of):
    twice = flow().removesuffix("]") + ", {project: weran, funder: sida, amount: 450000, currency: SEK, year: 2010}]"
    assert amounts(store_of(facts_of(twice))) == ["450000", "450000"]


def test_where_two_payments_may_be_meant_none_is_chosen(facts_of, store_of):
    years = flow(year=", year: 2009").removesuffix("]") + ", " + flow(year=", year: 2010").removeprefix("flows: [")
    assert len(amounts(store_of(facts_of(years, stem="en"), facts_of(flow(), stem="annan")))) == 3


@pytest.mark.parametrize("other", [flow("funder: nykoping,"), flow().replace("SEK", "EUR"), flow().replace("45", "46")])
def test_facts_that_differ_are_kept_both(other, facts_of, store_of):
    assert len(amounts(store_of(facts_of(flow(), stem="en"), facts_of(other, stem="annan")))) == 2


def test_what_one_document_states_outright_is_stated(facts_of, store_of):
    implied = facts_of(flow().replace("SEK", "SEK, implied: true"), stem="en")
    rows = (
        store_of(implied, facts_of(flow(), stem="annan")).select("SELECT ?b { ?x a gk:FundingFlow ; gk:basis ?b }").rows
    )
    assert [row[0].value.rsplit("/")[-1] for row in rows] == ["stated"]


def test_two_names_of_one_place_do_not_cooperate(facts_of, store_of):
    facts = facts_of(
        "regions: [{id: a, name: Sörmland, type: county, code: SE122}, {id: b, name: Södermanland, type: county, code: SE122}]\n"
        "cooperations: [[a, b]]"
    )
    assert not store_of(facts).ask("ASK { ?x a gk:Cooperation }")


def test_each_attribute_is_proved_by_the_evidence_of_its_own_field(facts_of, store_of):
    facts = facts_of(
        """projects:
- {id: weran, name: WERAN, start: 2007, programme: Tacis, evidence: [
    {start: 0, end: 5, quote: WERAN, rule: project.label},
    {field: start, start: 6, end: 10, quote: från 2007, rule: period.from},
    {field: programme, start: 11, end: 20, quote: inom Tacis, rule: programme.within}]}"""
    )
    rows = (
        store_of(facts).select("SELECT ?kind ?quote { ?x a ?kind ; gk:evidence/gk:quote ?quote } ORDER BY ?kind").rows
    )
    found = {(row[0].value.rsplit("#")[-1], row[1].value) for row in rows}
    assert found == {
        ("Project", "WERAN"),
        ("Period", "från 2007"),
        ("Attribute", "inom Tacis"),
        ("Fact", "från 2007"),
        ("Fact", "inom Tacis"),
    }


def test_where_one_rule_was_sure_in_two_degrees_the_surer_counts(facts_of, store_of):
    proofs = ", ".join(
        f"{{start: 1, end: 9, quote: Sida ger, rule: flow.pays, confidence: {x}}}" for x in (0.9, 0.95, 0.5)
    )
    facts = facts_of(FLOW.format(parties="funder: sida,", year="", more=f", evidence: [{proofs}]"))
    rows = store_of(facts).select("SELECT ?c { ?x a gk:FundingFlow ; gk:evidence/gk:confidence ?c }").rows
    assert [row[0].value for row in rows] == ["0.95"]
