"""GraphML and GEXF: who does what with whom, where, and for how much; nothing that was refused or excluded."""

import io
import xml.etree.ElementTree as ET

import networkx as nx
import pytest

from graphkit.graph.exporters import EXPORTERS
from graphkit.graph.mapping import to_triples
from graphkit.graph.networkfiles import to_network
from graphkit.graph.records import read_records
from graphkit.identities import resolve

PROOF = "evidence: [{start: 0, end: 8, quote: Sida ger, rule: flow.pays, confidence: 0.9}]"
FACTS = f"""
roles:
- {{project: weran, actor: nykoping, role: owner, {PROOF}}}
- {{project: weran, actor: sida, role: funder, {PROOF}}}
flows: [{{project: weran, funder: sida, recipient: nykoping, amount: 450000.5, currency: SEK, {PROOF}}}]
locations: [{{project: weran, region: oblast, {PROOF}}}, {{project: weran, region: lan, scope: excluded, {PROOF}}}]
cooperations: [{{regions: [lan, oblast], project: weran, {PROOF}}}]
"""
BASE = "https://w3id.org/graphkit/id/"


@pytest.fixture
def triples(facts_of):
    def make(text=FACTS):
        facts = facts_of(text)
        return list(to_triples([facts], resolve([facts])))

    return make


def lines(network):
    return sorted(
        (source.removeprefix(BASE), data["relation"], target.removeprefix(BASE))
        for source, target, data in network.edges(data=True)
    )


def test_there_is_a_line_for_each_role_place_sum_and_cooperation(triples):
    assert lines(to_network(read_records(triples()), "sv")) == [
        ("actor/nykopings-kommun", "owner", "project/weran"),
        ("actor/sida", "funder", "project/weran"),
        ("actor/sida", "money", "project/weran"),
        ("project/weran", "works-in", "region/ru-len"),
        ("region/ru-len", "cooperation", "region/se122"),
    ]


def test_what_was_refused_draws_no_line(triples, facts_of):
    refused = FACTS + "projects: [{id: weran, name: WERAN, status: refused}]"
    assert lines(to_network(read_records(triples(refused)), "sv")) == []


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_a_file_is_read_back_with_ids_types_and_weights(name, read, triples):
    out = io.StringIO()
    EXPORTERS[name](triples(), out, "en")
    network = read(io.BytesIO(out.getvalue().encode("utf-8")))
    assert network.is_directed()
    assert network.is_multigraph()
    region = network.nodes[BASE + "region/se122"]
    assert (region["label"], region["kind"], region["type"], region["code"]) == (
        "Södermanland County",
        "region",
        "county",
        "SE122",
    )
    assert isinstance(region["latitude"], float)
    money = next(data for *_, data in network.edges(data=True) if data["relation"] == "money")
    assert (money["amount"], money["currency"], money["quote"], money["proofs"]) == (450000.5, "SEK", "Sida ger", 1)
    ids = [edge.get("id") for edge in ET.fromstring(out.getvalue()).iter() if edge.tag.endswith("}edge")]
    assert len(set(ids)) == len(ids) == 5
    assert sorted(one.split("/")[0] for one in ids) == [
        "cooperation",
        "funding-flow",
        "location",
        "participation",
        "participation",
    ]


def test_no_date_and_no_version_of_a_library_stands_in_the_file(triples):
    out = io.StringIO()
    EXPORTERS["gexf"](triples(), out, "sv")
    assert "lastmodified" not in out.getvalue()
    assert "etwork" not in out.getvalue()


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_letters_that_xml_cannot_hold_are_left_out(name, triples):
    hostile = FACTS.replace("quote: Sida ger", r'quote: "Sida\x0c <b> ]]> & \x1b ger \U0001F600"')
    out = io.StringIO()
    EXPORTERS[name](triples(hostile), out, "sv")
    assert "Sida <b> ]]> &  ger 😀" in "".join(
        [*ET.fromstring(out.getvalue()).itertext(), *(x.get("value", "") for x in ET.fromstring(out.getvalue()).iter())]
    )
