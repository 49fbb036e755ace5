"""Ontology, vocabulary, code and graph name the same terms, and each term says in two languages what it means."""

from __future__ import annotations

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, Graph, URIRef

from graphkit import resources
from graphkit.factfiles import parse_facts
from graphkit.graph.mapping import to_triples
from graphkit.graph.vocabulary import CLASSES, GK, PROPERTIES, SCHEMES, VOC
from graphkit.identities import resolve
from graphkit.model import ACTOR_TYPES, REGION_TYPES, ROLES, SCOPES, STATUSES, Basis

EVERYTHING = """
id: allt
language: sv
document: {source: allt.txt, sha256: ab, title: Allt}
projects:
- {id: a, name: Bron, start: 2007, end: 2009, status: granted, programme: Interreg Aurora 2021–2027, follows: [b], part_of: [c],
   budget: {amount: 1, currency: SEK, written: en krona}, evidence: [{start: 0, end: 4, quote: Bron, rule: project.label, page: 1}]}
- {id: b, name: Vägen}
- {id: c, name: Satsningen på broar}
actors:
- {id: nutek, name: Nutek, type: agency, evidence: [{field: type, start: 0, end: 4, quote: verk, rule: actor.type}]}
- {id: aurora, name: Interreg Aurora, type: eu}
- {id: x, name: Tekniska verken i Linköping AB, type: company}
- {id: numrerad, name: NUMMER, type: agency}
regions: [{id: m, name: Fyrstad, type: macro}, {id: s, name: Sörmland, type: county, code: SE122}]
roles: [{project: a, actor: nutek, role: owner}, {project: a, actor: x, role: partner}, {project: a, actor: aurora, role: funder}]
flows: [{project: a, funder: aurora, recipient: nutek, amount: 1, currency: SEK, year: 2008}]
locations: [{project: a, region: s}]
cooperations: [{regions: [m, s], project: a}]
indicators: [{project: a, label: broar, value: [1, 2], kind: target}, {project: a, label: vägar, value: 1, kind: result}]
"""


def load(name: str) -> Graph:
    return Graph().parse(data=resources.ontology(name).read_text(encoding="utf-8"), format="turtle")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return load("graphkit.ttl")


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return load("vocabulary.ttl")


@pytest.fixture(scope="module")
def used() -> set[str]:
    from graphkit.reference import load_actors

    numbered = next(actor.name for actor in load_actors() if actor.organisation_number)
    facts = parse_facts(EVERYTHING.replace("NUMMER", f'"{numbered}"'), name="allt")
    triples = list(to_triples([facts], resolve([facts])))
    return {
        term.value
        for triple in triples
        for term in (triple.subject, triple.predicate, triple.object)
        if hasattr(term, "value")
    }


def terms(graph: Graph, namespace: str) -> set[str]:
    return {str(term) for term in graph.subjects() if str(term).startswith(namespace)}


def test_each_term_of_the_code_is_defined_and_each_term_defined_is_in_the_code(ontology, vocabulary):
    assert terms(ontology, GK.iri) == {term.value for term in GK}
    assert terms(vocabulary, VOC.iri) == {term.value for term in VOC}


def test_the_mapping_uses_each_term_that_is_defined(ontology, used):
    assert terms(ontology, GK.iri) - used == set()


def test_classes_are_classes_and_properties_are_properties(ontology):
    assert {GK[name].value for name in CLASSES} == {str(term) for term in ontology.subjects(RDF.type, OWL.Class)}
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)
    assert {GK[name].value for name in PROPERTIES} == {
        str(x) for kind in kinds for x in ontology.subjects(RDF.type, kind)
    }


def test_each_term_has_labels_comments_and_an_example(ontology):
    for term in map(URIRef, sorted(terms(ontology, GK.iri))):
        for predicate in (RDFS.label, RDFS.comment):
            assert sorted(label.language for label in ontology.objects(term, predicate)) == ["en", "sv"], term
        assert len(list(ontology.objects(term, SKOS.example))) == 1, term


def test_each_concept_and_scheme_has_names_and_definitions_in_two_languages(vocabulary):
    for term in map(URIRef, sorted(terms(vocabulary, VOC.iri))):
        for predicate in (SKOS.prefLabel, SKOS.definition):
            assert sorted(label.language for label in vocabulary.objects(term, predicate)) == ["en", "sv"], term


def test_no_two_terms_bear_the_same_name(ontology):
    for language in ("sv", "en"):
        labels = [str(x).casefold() for x in ontology.objects(None, RDFS.label) if x.language == language]
        assert sorted(set(labels)) == sorted(labels)


def test_the_schemes_hold_the_words_of_the_model(vocabulary):
    words = {
        "roles": ROLES,
        "actor-types": ACTOR_TYPES,
        "region-kinds": REGION_TYPES,
        "scopes": SCOPES,
        "statuses": STATUSES,
    }
    words["bases"] = tuple(basis.value for basis in Basis)
    assert {scheme: set(SCHEMES[scheme]) for scheme in words} == {scheme: set(found) for scheme, found in words.items()}
    for scheme, concepts in SCHEMES.items():
        members = {str(x) for x in vocabulary.subjects(SKOS.inScheme, URIRef(VOC[scheme].value))}
        assert members == {VOC[concept].value for concept in concepts.values()}, scheme


def test_ranges_and_domains_are_defined(ontology):
    for name in (RDFS.domain, RDFS.range, RDFS.subClassOf):
        for term in ontology.objects(None, name):
            assert not str(term).startswith(GK.iri) or term in set(ontology.subjects(RDF.type, OWL.Class)), term


def test_shapes_name_only_what_is_defined(ontology, vocabulary):
    shapes = load("shapes.ttl")
    named = {str(term) for triple in shapes for term in triple if isinstance(term, URIRef)}
    known = terms(ontology, GK.iri) | terms(vocabulary, VOC.iri)
    assert {term for term in named if term.startswith((GK.iri, VOC.iri))} - known == set()


def test_each_class_has_a_shape_and_each_rule_a_message_in_two_languages():
    shapes = load("shapes.ttl")
    assert {str(x) for x in shapes.objects(None, SH.targetClass)} == {GK[name].value for name in CLASSES}
    rules = list(shapes.subjects(SH.targetClass))
    for rule in rules:
        assert sorted(message.language for message in shapes.objects(rule, SH.message)) == ["en", "sv"], rule
    assert len(rules) > 60


def test_lists_of_words_in_shapes_are_whole_schemes():
    shapes = load("shapes.ttl")
    schemes = {frozenset(VOC[concept].value for concept in words.values()) for words in SCHEMES.values()}
    for head in shapes.objects(None, SH["in"]):
        assert frozenset(map(str, shapes.items(head))) in schemes


def test_the_ontology_says_its_licence(ontology):
    assert list(ontology.objects(URIRef(GK.iri.rstrip("#")), DCTERMS.license))
