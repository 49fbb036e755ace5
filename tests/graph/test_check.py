"""The shapes: what they let through, what they stop, and where a violation leads."""

from decimal import Decimal

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, SH

from graphkit import resources
from graphkit.errors import UsageError
from graphkit.factfiles import parse_facts
from graphkit.graph.check import check_graph
from graphkit.graph.local import memory_store
from graphkit.graph.mapping import to_triples
from graphkit.graph.vocabulary import GK
from graphkit.identities import resolve

GK_QUOTE = rdflib.URIRef(GK.quote.value)
ONE_PROJECT = """
id: {stem}
language: sv
document: {{source: "{stem}.txt", sha256: "{sha256}", title: Kvinnor bygger broar}}
projects:
"""
PROOF = "evidence: [{start: 0, end: 8, quote: Sida ger, rule: flow.pays, confidence: 0.9}]"
SOUND = f"flows: [{{project: weran, funder: sida, amount: 450000, currency: SEK, {PROOF}}}]"


def test_a_sound_graph_has_no_violations(facts_of, store_of):
    assert check_graph(store_of(facts_of(SOUND))) == ()


@pytest.mark.parametrize(
    ("change", "severity", "shape", "message"),
    [
        (("amount: 450000", "amount: -1"), "violation", "FundingFlow", "Beloppet saknas eller är inte större än noll"),
        (("currency: SEK", "currency: kronor"), "violation", "FundingFlow", "tre bokstäver"),
        (("currency: SEK", "currency: ''"), "warning", "FundingFlow", "saknar valuta"),
        (("funder: sida", "funder: sida, recipient: sida"), "warning", "FundingFlow", "densamma"),
        (("funder: sida", "funder: sida, year: 20009"), "violation", "FundingFlow", "rimligt år"),
        (("confidence: 0.9", "confidence: 90"), "violation", "Evidence", "mellan 0 och 1"),
        (("start: 0", "start: 9"), "violation", "Evidence", "plats i texten"),
        (("quote: Sida ger", "quote: ''"), "violation", "Evidence", "ingen uppgift utan citat"),
        ((", " + PROOF, ""), "violation", "FundingFlow", "saknar belägg"),
    ],
)
def test_a_broken_fact_is_told_with_how_to_mend_it(change, severity, shape, message, facts_of, store_of):
    (violation,) = check_graph(store_of(facts_of(SOUND.replace(*change))))
    assert (violation.severity, violation.shape) == (severity, shape)
    assert message in violation.message


def test_a_violation_leads_to_its_document_and_quote(facts_of, store_of):
    (violation,) = check_graph(store_of(facts_of(SOUND.replace("450000", "-1"))))
    assert (violation.name, violation.value) == ("WERAN", "-1")
    assert (violation.document, violation.quote) == ("nyhet.txt", "Sida ger")


def test_a_period_that_ends_before_it_begins_is_told_for_the_fact_and_the_project(facts_of, store_of):
    proof = "[{field: start, start: 0, end: 4, quote: 2009 till 2007, rule: period.from}]"
    facts = facts_of(f"projects: [{{id: weran, name: WERAN, start: 2009, end: 2007, evidence: {proof}}}]")
    found = check_graph(store_of(facts))
    assert [(violation.shape, violation.quote) for violation in found] == [
        ("Period", "2009 till 2007"),
        ("Project", "2009 till 2007"),
    ]


def test_messages_are_told_in_english_too(facts_of, store_of):
    (violation,) = check_graph(store_of(facts_of(SOUND.replace("450000", "-1"))), lang="en")
    assert violation.message == "The amount is missing or not above zero: look at the quote."


def test_another_language_is_refused(facts_of, store_of):
    with pytest.raises(UsageError, match="sv and en, not «fi»"):
        check_graph(store_of(facts_of()), lang="fi")


def test_violations_come_in_the_same_order_whatever_the_order_of_documents(facts_of, store_of):
    documents = [facts_of(SOUND.replace("450000", f"-{number}"), stem=f"d{number}") for number in (3, 1, 2)]
    assert check_graph(store_of(*documents)) == check_graph(store_of(*reversed(documents)))


def test_gold_breaks_no_shape_but_that_it_has_no_evidence(gold, store_of):
    broken = {
        violation.message for violation in check_graph(store_of(*gold), lang="en") if violation.severity == "violation"
    }
    assert broken == {"The fact has no evidence: point out the sentence or row that proves it, or take it out."}


# ---------------------------------------------------------------------------- each shape, broken on a node of its own

EVERY_KIND = """
projects:
- id: weran
  name: WERAN
  start: 2007
  end: 2009
  programme: Interreg Aurora 2021–2027
  follows: [bron]
  status: running
  budget: {amount: 5, currency: SEK, written: fem kronor}
  evidence:
  - {start: 0, end: 5, quote: WERAN, rule: project.label}
  - {field: start, start: 0, end: 4, quote: 2007 till 2009, rule: period.from}
  - {field: programme, start: 0, end: 4, quote: inom Interreg Aurora, rule: programme.within}
  - {field: follows, start: 0, end: 4, quote: följer på Bron, rule: project.follows}
  - {field: status, start: 0, end: 4, quote: pågår, rule: status.runs}
  - {field: budget, start: 0, end: 4, quote: fem kronor, rule: budget.total}
- {id: bron, name: Bron, evidence: [{start: 0, end: 4, quote: Bron, rule: project.label}]}
actors:
- {id: sida, name: Sida, type: agency, evidence: [{start: 0, end: 4, quote: Sida, rule: actor.name}]}
- {id: kommun, name: Nyköpings kommun, type: municipality, evidence: [{start: 0, end: 4, quote: kommunen, rule: actor.name}]}
regions:
- {id: lan, name: Sörmland, type: county, code: SE122, evidence: [{start: 0, end: 4, quote: Sörmland, rule: region.name}]}
- {id: oblast, name: Leningrads län, type: county, code: RU-LEN, evidence: [{start: 0, end: 4, quote: Leningrad, rule: region.name}]}
roles: [{project: weran, actor: sida, role: funder, PROOF}]
flows: [{project: weran, funder: sida, recipient: kommun, amount: 5, currency: SEK, year: 2008, PROOF}]
locations: [{project: weran, region: oblast, PROOF}]
cooperations: [{regions: [lan, oblast], project: weran, PROOF}]
indicators: [{project: weran, label: broar, value: [1, 2], kind: target, PROOF}]
"""
UNTOLD = {
    "fact-evidence": ("", ""),  # what is missing is just what would lead there
    "evidence-quote": ("nyhet.txt", ""),
    "evidence-document": ("https://example.org/other", "Sida ger"),
    "document-title": ("nyhet.txt", ""),
    "document-source": ("Kvinnor bygger broar", ""),
    "document-sha256": ("nyhet.txt", ""),
}
"""Where the document or the quote can't be named."""

SHAPES = rdflib.Graph().parse(data=resources.ontology("shapes.ttl").read_text(encoding="utf-8"), format="turtle")


def broken_node(shape: rdflib.URIRef, data: rdflib.Graph) -> rdflib.URIRef:
    """A copy of a node that the shape is about, with just its rule broken."""
    target = SHAPES.value(shape, SH.targetClass)
    path = SHAPES.value(shape, SH.path)
    proof, value = rdflib.URIRef(GK.evidence.value), rdflib.URIRef(GK.value.value)
    node = next(x for x in sorted(data.subjects(RDF.type, target)) if is_led_to(x, data, proof, value))
    if target == rdflib.URIRef(GK.Evidence.value):
        node = next(x for x in sorted(data.subjects(RDF.type, target)) if str(data.value(x, GK_QUOTE)) == "Sida ger")
    copy = rdflib.URIRef(f"{node}-{shape.split('#')[1]}")
    for predicate, value in list(data.predicate_objects(node)):
        data.add((copy, predicate, value))
    if target == rdflib.URIRef(GK.Evidence.value) and not isinstance(path, rdflib.BNode):
        data.add((next(data.subjects(None, node)), rdflib.URIRef(GK.evidence.value), copy))
    for fact, predicate in list(data.subject_predicates(node)):  # a programme is proved by the facts that name it
        if target == rdflib.URIRef(GK.Programme.value) and (fact, RDF.type, rdflib.URIRef(GK.Fact.value)) in data:
            for also, value in list(data.predicate_objects(fact)):
                data.add(
                    (rdflib.URIRef(f"{fact}-of-{copy.split('/')[-1]}"), also, copy if also == predicate else value)
                )
    rules = {str(predicate).split("#")[1]: value for predicate, value in SHAPES.predicate_objects(shape)}
    if "or" in rules:
        for name in ("payer", "recipient", "project"):
            data.remove((copy, rdflib.URIRef(GK[name].value), None))
        return copy
    if isinstance(path, rdflib.BNode):
        return copy  # nothing leads to a copy
    if other := rules.get("disjoint") or rules.get("lessThan") or rules.get("lessThanOrEquals"):
        data.set((copy, path, rdflib.Literal(2010)))
        data.set((copy, other, rdflib.Literal(2010 if "disjoint" in rules else 2000)))
        return copy
    bad = wrong_value(rules)
    if bad is not None:
        data.set((copy, path, bad))
    elif "minCount" in rules:
        data.remove((copy, path, None))
    else:
        data.add((copy, path, rdflib.Literal("ett")))
        data.add((copy, path, rdflib.Literal("två")))
    return copy


def is_led_to(node: rdflib.term.Node, data: rdflib.Graph, proof: rdflib.URIRef, value: rdflib.URIRef) -> bool:
    """Whether the node has evidence, or is a document, evidence, or what an attribute's fact names."""
    ends = ("/document/", "/evidence/")
    return (node, proof, None) in data or (None, value, node) in data or any(end in str(node) for end in ends)


def wrong_value(rules: dict[str, rdflib.term.Node]) -> rdflib.term.Node | None:
    if "in" in rules or "class" in rules:
        return rdflib.URIRef("https://example.org/other")
    if "minExclusive" in rules or "minInclusive" in rules:
        return (
            rdflib.Literal(Decimal("-999999"))
            if "maxInclusive" not in rules or "datatype" not in rules
            else rdflib.Literal(20009)
        )
    if "maxLength" in rules:
        return rdflib.Literal("x" * 3000)
    return rdflib.Literal("fel fel") if "pattern" in rules else None


@pytest.fixture(scope="module")
def broken():
    """For each shape the copy that breaks it; and all that the check finds."""
    text = ONE_PROJECT.format(stem="nyhet", sha256="a" * 64).split("projects:")[0] + EVERY_KIND.replace("PROOF", PROOF)
    facts = parse_facts(text, name="nyhet")
    data = rdflib.Graph().parse(
        data="".join(f"{triple} .\n" for triple in to_triples([facts], resolve([facts]))), format="nt"
    )
    assert check_graph(memory_store(quads(data))) == ()
    copies = {shape: broken_node(shape, data) for shape in sorted(SHAPES.subjects(SH.targetClass))}
    return copies, check_graph(memory_store(quads(data)))


def quads(data: rdflib.Graph) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(data.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES)]


@pytest.mark.parametrize("shape", sorted(SHAPES.subjects(SH.targetClass)), ids=lambda shape: shape.split("#")[1])
def test_each_shape_that_is_broken_tells_the_document_and_the_quote(shape, broken):
    copies, found = broken
    message = next(str(x) for x in SHAPES.objects(shape, SH.message) if x.language == "sv")
    told = [one for one in found if one.node == str(copies[shape]) and one.message == message]
    assert told, [one for one in found if one.node == str(copies[shape])]
    name = shape.split("#")[1]
    for violation in told:
        if name in UNTOLD:
            assert (violation.document, violation.quote) == UNTOLD[name]
        else:
            assert violation.document == "nyhet.txt"
            assert violation.quote
