"""The alignments: each term of ours stands there, each term of others exists where its namespace says."""

from __future__ import annotations

import io

import pyoxigraph as ox
import pytest
from rdflib import DCAT, DCTERMS, FOAF, ORG, OWL, PROV, QB, RDF, RDFS, SDO, SKOS, Graph, Namespace, URIRef
from rdflib.namespace import GEO, DefinedNamespace

from graphkit import resources
from graphkit.graph.exporters import ALIGNED, EXPORTERS, RDF_EXPORTERS, ontology_triples
from graphkit.graph.vocabulary import GK

# Of these rdflib has no lists: the terms that are used, as their own documents spell them (EURIO 2.4, CPOV 2.1, Web Annotation).
EURIO = [
    "Project",
    "Organisation",
    "AdministrativeArea",
    "FundingScheme",
    "OrganisationRole",
    "GrantPayment",
    "Grant",
    "MonetaryAmount",
    "hasFundingSchemeProgramme",
    "hasRelatedProject",
    "isSubSchemeOf",
    "projectStatus",
    "startDate",
    "endDate",
    "hasNUTSCode",
    "hasISOCountryCode",
    "isInvolvedIn",
    "isRoleOf",
    "roleLabel",
    "isDisbursedBy",
    "hasRecipient",
    "hasBeneficiary",
    "value",
    "currency",
    "date",
]
LISTED = {
    "http://data.europa.eu/s66#": EURIO,
    "http://data.europa.eu/m8g/": ["PublicOrganisation"],
    "http://www.w3.org/ns/oa#": ["TextQuoteSelector", "TextPositionSelector", "exact", "start", "end"],
}
KNOWN: tuple[type[DefinedNamespace], ...] = (DCAT, DCTERMS, FOAF, GEO, ORG, PROV, QB, RDF, SDO)
FOR_CLASSES = (RDFS.subClassOf, SKOS.closeMatch, SKOS.narrowMatch, SKOS.broadMatch)
FOR_PROPERTIES = (RDFS.subPropertyOf, SKOS.closeMatch, SKOS.narrowMatch, SKOS.broadMatch)


def load(name: str) -> Graph:
    return Graph().parse(data=resources.ontology(name).read_text(encoding="utf-8"), format="turtle")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return load("graphkit.ttl")


@pytest.fixture(scope="module")
def alignments() -> Graph:
    return load("alignments.ttl")


def test_each_term_of_the_ontology_stands_there_and_no_other(ontology, alignments):
    assert {str(x) for x in alignments.subjects()} == {str(x) for x in ontology.subjects() if str(x).startswith(GK.iri)}


def test_each_term_has_one_note_and_where_it_has_no_alignment_the_note_says_so(alignments):
    for term in set(alignments.subjects()):
        (note,) = alignments.objects(term, SKOS.editorialNote)
        alone = len(list(alignments.predicate_objects(term))) == 1
        assert str(note).startswith("No counterpart") == alone, term
        assert str(note).endswith("."), term


def test_classes_are_aligned_as_classes_and_properties_as_properties(ontology, alignments):
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    for term, predicate, other in alignments:
        if predicate != SKOS.editorialNote:
            assert predicate in (FOR_CLASSES if term in classes else FOR_PROPERTIES), (term, predicate)
            assert local(other)[:1].isupper() == (term in classes), (term, other)


def test_each_term_of_others_is_defined_in_its_namespace(alignments):
    for term in {other for _, predicate, other in alignments if predicate != SKOS.editorialNote}:
        namespace, name = str(term).removesuffix(local(term)), local(term)
        known = [one for one in KNOWN if str(one._NS) == namespace]
        assert name in LISTED.get(namespace, ()) or any(term in one for one in known), term


def test_what_is_listed_here_is_used(alignments):
    used = {str(term) for term in alignments.objects()}
    assert {Namespace(iri)[name] for iri, names in LISTED.items() for name in names} <= {URIRef(x) for x in used}


def test_the_prefixes_of_exports_are_those_namespaces(alignments):
    namespaces = {str(term).removesuffix(local(term)) for term in alignments.objects() if isinstance(term, URIRef)}
    assert namespaces <= {*ALIGNED.values(), str(DCTERMS), str(RDF)}


@pytest.mark.parametrize("name", RDF_EXPORTERS)
def test_they_are_written_out_with_the_ontology(name):
    out = io.StringIO()
    EXPORTERS[name](ontology_triples(), out, "sv")
    formats = {"nt": ox.RdfFormat.N_TRIPLES, "ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}
    read = {quad.triple for quad in ox.parse(out.getvalue(), format=formats[name])}
    assert read == set(ontology_triples())


def local(term: object) -> str:
    return str(term).replace("#", "/").rpartition("/")[2]
