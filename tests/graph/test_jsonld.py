"""JSON-LD: plain to read, and the same graph for any reader."""

import io
import json

import pyoxigraph as ox
import pytest

from graphkit.graph.exporters import EXPORTERS
from graphkit.graph.terms import date, decimal, integer, text
from graphkit.graph.vocabulary import DCTERMS, GK, RDF, SKOS, VOC

FLOW, SIDA = (
    ox.NamedNode("https://w3id.org/graphkit/id/funding-flow/1"),
    ox.NamedNode("https://w3id.org/graphkit/id/actor/sida"),
)
TRIPLES = [
    ox.Triple(FLOW, RDF.type, GK.Fact),
    ox.Triple(FLOW, RDF.type, GK.FundingFlow),
    ox.Triple(FLOW, GK.payer, SIDA),
    ox.Triple(FLOW, GK.amount, decimal(450000)),
    ox.Triple(FLOW, GK.year, integer(2007)),
    ox.Triple(FLOW, GK.basis, VOC.stated),
    ox.Triple(SIDA, SKOS.prefLabel, text("Sida", "sv")),
    ox.Triple(SIDA, DCTERMS.title, text("utan språk")),
    ox.Triple(SIDA, GK.start, date("2007")),
    ox.Triple(SIDA, GK.start, date("2007-05")),
    ox.Triple(SIDA, GK.value, decimal(1)),
    ox.Triple(SIDA, GK.value, VOC.stated),
]


def written(triples):
    out = io.StringIO()
    EXPORTERS["jsonld"](triples, out, "sv")
    return out.getvalue()


def test_things_stand_one_a_line_with_short_names_and_plain_values():
    actor, flow = written(TRIPLES).splitlines()[2:4]
    assert json.loads(flow) == {
        "@id": "https://w3id.org/graphkit/id/funding-flow/1",
        "@type": ["Fact", "FundingFlow"],
        "amount": "450000",
        "basis": "voc:stated",
        "payer": "https://w3id.org/graphkit/id/actor/sida",
        "year": 2007,
    }
    assert json.loads(actor.rstrip(","))["skos:prefLabel"] == {"@value": "Sida", "@language": "sv"}


def test_values_of_several_kinds_say_of_which_each_is():
    actor = json.loads(written(TRIPLES).splitlines()[2].rstrip(","))
    assert actor["start"] == [
        {"@value": "2007", "@type": "xsd:gYear"},
        {"@value": "2007-05", "@type": "xsd:gYearMonth"},
    ]
    assert actor["value"] == [{"@value": "1", "@type": "xsd:decimal"}, {"@id": "voc:stated"}]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own reader
def test_two_readers_read_the_graph_that_was_written():
    import rdflib

    assert {quad.triple for quad in ox.parse(written(TRIPLES), format=ox.RdfFormat.JSON_LD)} == set(TRIPLES)
    other = rdflib.Graph().parse(data=written(TRIPLES), format="json-ld")
    assert {quad.triple for quad in ox.parse(other.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES)} == set(
        TRIPLES
    )


def test_the_context_declares_the_prefixes_that_are_used_and_no_others():
    context = json.loads(written(TRIPLES[:1]))["@context"]
    assert set(context) == {"@version", "@vocab", "gk"}
