"""CSV tables: all that the graph holds, each fact with its quote, and no cell that a spreadsheet would run."""

import csv
import io

import pytest

from graphkit.graph.csvfiles import TABLES, to_csv_files
from graphkit.graph.mapping import to_triples
from graphkit.graph.vocabulary import CLASSES
from graphkit.identities import resolve

PROOF = "evidence: [{start: 0, end: 8, quote: QUOTE, rule: flow.pays, confidence: 0.9}]"
FACTS = f"""
roles: [{{project: weran, actor: sida, role: funder, {PROOF}}}]
flows: [{{project: weran, funder: sida, recipient: nykoping, amount: 450000.5, currency: SEK, {PROOF}}}]
locations: [{{project: weran, region: oblast, scope: excluded, {PROOF}}}]
"""


@pytest.fixture
def tables(facts_of):
    def make(quote="Sida ger", lang="sv"):
        facts = facts_of(FACTS.replace("QUOTE", f"'{quote}'"))
        files = to_csv_files(to_triples([facts], resolve([facts])), lang)
        return {name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in files.items()}

    return make


def test_each_class_of_the_graph_has_its_file():
    assert {of for of, _ in TABLES.values()} == set(CLASSES) - {"Fact"}


def test_a_row_names_things_by_name_and_id_and_shows_its_quote(tables):
    (flow,) = tables()["flows.csv"]
    assert (flow["payer"], flow["payer_id"]) == ("Sida", "https://w3id.org/graphkit/id/actor/sida")
    assert (flow["amount"], flow["currency"], flow["kind"], flow["basis"]) == (
        "450000.5",
        "SEK",
        "outside-funding",
        "stated",
    )
    assert (flow["proofs"], flow["quote"], flow["source"]) == ("1", "Sida ger", "nyhet.txt")


def test_limited_facts_are_there_with_their_scope(tables):
    (location,) = tables()["locations.csv"]
    assert (location["region"], location["scope"]) == ("Leningrads län", "excluded")


def test_evidence_leads_to_the_fact_that_it_proves(tables):
    found = tables()
    proofs = {row["proves_id"] for row in found["evidence.csv"]}
    assert {row["id"] for name in ("roles", "flows", "locations") for row in found[f"{name}.csv"]} <= proofs


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", " ="])
def test_no_cell_acts_as_a_formula(begin, tables):
    found = tables(quote=begin + "HYPERLINK(1)")
    cells = [cell for rows in found.values() for row in rows for cell in row.values()]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")]


def test_a_graph_from_elsewhere_cannot_hide_a_formula_in_a_number():
    import pyoxigraph as ox

    from graphkit.graph.vocabulary import GK, RDF

    node = ox.NamedNode("https://example.org/funding-flow/1")
    triples = [ox.Triple(node, RDF.type, GK.FundingFlow), ox.Triple(node, GK.amount, ox.Literal("=1+1"))]
    (row,) = csv.DictReader(io.StringIO(to_csv_files(triples, "sv")["flows.csv"], newline=""))
    assert row["amount"] == "'=1+1"
