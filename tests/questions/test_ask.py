"""Questions to a graph whose sums are known: money once, implied money told apart, refusals never counted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graphkit.errors import QueryError, UsageError
from graphkit.graph.store import Store
from graphkit.questions.ask import ask
from graphkit.questions.catalogue import find_query, load_catalogue
from graphkit.questions.table import Table

CATALOGUE = load_catalogue()


def rows(table: Table, *names: str) -> list[tuple[str | Decimal, ...]]:
    """The cells of some columns: their numbers, else their texts."""
    at = [[column.name for column in table.columns].index(name) for name in names]
    return [
        tuple(row[i].text if row[i].number is None else row[i].number or Decimal(0) for i in at) for row in table.rows
    ]


def answer(store: Store, query: str, lang: str = "sv", /, **params: str) -> Table:
    return ask(store, find_query(CATALOGUE, query), params, lang)


def test_the_same_money_in_two_documents_is_counted_once(store: Store):
    found = rows(answer(store, "funders"), "funder", "total", "currency", "implied", "amounts", "projects")
    assert found == [
        ("Sida", 451000, "SEK", 0, 2, 1),
        ("Region Västerbotten", 225000, "SEK", 225000, 1, 1),
        ("Europeiska unionen", 20000, "EUR", 0, 1, 1),
        ("Sida", "", "", "", 0, 1),
    ]


def test_an_amount_is_one_row_with_a_quote_whatever_the_number_of_its_proofs(store: Store):
    table = answer(store, "funding", payer="sida", project="Bron")
    found = rows(table, "payer", "recipient", "project", "amount", "year", "basis")
    assert found == [("Sida", "Region Västerbotten", "Bron", 450000, 2008, "sagd")]
    quotes = {text for (text,) in rows(table, "quote")}
    assert quotes <= {"Sida ger Bron 450 000 kronor för 2008.", "Bron (2007–2009) got SEK 450,000 from Sida for 2008."}


@pytest.mark.parametrize("given", [{"region": "Umeå"}, {"programme": "Interreg Nord"}])
def test_money_without_a_project_is_no_projects_money(given: dict[str, str], store: Store):
    found = rows(answer(store, "funders", **given), "funder", "total", "amounts", "projects")
    assert found == [("Sida", 450000, 1, 1), ("Region Västerbotten", 225000, 1, 1)]


def test_the_evidence_of_an_amount_has_all_its_proofs(store: Store):
    table = answer(store, "evidence", about="Bron", kind="FundingFlow")
    found = rows(table, "amount", "quote", "document")
    assert sorted(proof for _, *proof in found) == [
        ["Bron (2007–2009) got SEK 450,000 from Sida for 2008.", "Annual report"],
        ["Region Västerbotten går in med halva beloppet.", "Bron över gränsen"],
        ["Sida ger Bron 450 000 kronor för 2008.", "Bron över gränsen"],
    ]
    assert sorted(amount for amount, *_ in found if amount) == [225000, 450000]  # each at its first proof alone


def test_regions_cooperate_through_projects_that_were_not_refused(store: Store):
    found = rows(answer(store, "cooperations"), "region", "other", "projects", "firstYear", "lastYear", "sek", "eur")
    assert found == [("Republiken Karelen", "Västerbottens län", 1, 2007, 2009, 675000, "")]


def test_a_refusal_is_shown_with_its_status_and_counts_nowhere(store: Store):
    assert rows(answer(store, "projects", status="avslaget"), "project", "status") == [("Drömmen", "avslaget")]
    assert rows(answer(store, "region", region="Gotland"), "project") == []
    assert ("Drömmen",) not in rows(answer(store, "participants"), "project")
    assert rows(answer(store, "actors", name="Umeå"), "projects", "asOwner") == [(1, 1)]
    assert (9999999, "avslaget") in rows(answer(store, "evidence", about="Drömmen"), "amount", "status")


def test_a_region_holds_its_parts_and_not_what_is_excluded(store: Store):
    assert rows(answer(store, "region", region="Västerbotten"), "project", "place") == [("Bron", "Umeå")]
    assert rows(answer(store, "region", region="Norrbotten"), "project") == []
    assert rows(answer(store, "region", region="Ryssland"), "project") == [("Bron",), ("Northern Lamp",)]


def test_partners_are_counted_by_project(store: Store):
    found = rows(answer(store, "partners", actor="Region Västerbotten"), "partner", "shared", "projects")
    assert found == [
        ("Europeiska unionen", 1, "Northern Lamp"),
        ("Petrozavodsk kvinnocenter", 1, "Bron"),
        ("Sida", 1, "Bron"),
        ("Umeå kommun", 1, "Northern Lamp"),
    ]


def test_a_project_is_going_on_from_its_first_year_to_its_last(store: Store):
    by_year = {
        year: [name for (name,) in rows(answer(store, "projects", year=str(year)), "project")]
        for year in (2006, 2007, 2013, 2014)
    }
    assert by_year == {2006: ["Stegen"], 2007: ["Bron"], 2013: ["Northern Lamp"], 2014: []}


def test_labels_and_headings_follow_the_language(store: Store):
    swedish, english = (answer(store, "cooperations", lang) for lang in ("sv", "en"))
    assert [column.label for column in swedish.columns][:2] == ["Region", "Samarbetar med"]
    assert [column.label for column in english.columns][:2] == ["Region", "Cooperates with"]
    assert {cell.text for cell in english.rows[0][:2]} == {"Republic of Karelia", "Västerbotten County"}
    assert english.title == "Which regions cooperate"


def test_a_table_says_which_thing_a_name_was_taken_for(store: Store):
    assert answer(store, "projects", region="karelia").title == "Projekt (region: Republiken Karelen)"


def test_an_empty_answer_says_so_in_the_language(store: Store):
    found = answer(store, "funding", year="1999")
    assert found.empty.startswith("Grafen har inget svar på det. Pröva utan en av parametrarna")
    assert answer(store, "funding", "en", year="1999").empty.startswith(
        "The graph has no answer to that. Try without one of the parameters"
    )


def test_a_query_of_ones_own_needs_no_header(disk_store: Store):
    table = ask(
        disk_store,
        "SELECT ?p ?startYear (450000.5 AS ?x) WHERE { ?p a gk:Project ; gk:startYear ?startYear } ORDER BY ?p LIMIT 1",
        {},
        "sv",
    )
    assert [(column.label, column.kind) for column in table.columns] == [
        ("p", "text"),
        ("startYear", "year"),
        ("x", "number"),
    ]
    assert [cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in table.rows[0]] == ["Bron", "2007", "450 000,5"]


def test_a_query_of_ones_own_may_announce_parameters(store: Store):
    sparql = "#+ param: kind actor-type required\nSELECT ?a WHERE { ?a a gk:Actor ; gk:actorType ?_kind } ORDER BY ?a"
    assert rows(ask(store, sparql, {"kind": "kommun"}, "sv"), "a") == [("Umeå kommun",)]
    with pytest.raises(UsageError, match="has no parameter «region»: it has none"):
        ask(store, "SELECT ?a WHERE { ?a a gk:Actor }", {"region": "Karelen"}, "sv")


@pytest.mark.parametrize(
    "sparql", ["ASK { ?s a gk:Project }", "CONSTRUCT { ?s a gk:Project } WHERE { ?s a gk:Project }"]
)
def test_other_forms_are_tables_too(sparql: str, store: Store, disk_store: Store):
    assert ask(store, sparql, {}, "sv") == ask(disk_store, sparql, {}, "sv")
    assert ask(store, sparql, {}, "sv").rows


def test_a_query_of_ones_own_passes_the_guard(store: Store):
    with pytest.raises(QueryError, match="may not change the graph"):
        ask(store, "DROP ALL", {}, "sv")


@pytest.mark.parametrize("query", CATALOGUE, ids=lambda query: query.name)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_catalogue_answers_alike_on_disk_and_in_memory(query, lang: str, store: Store, disk_store: Store):
    values = {"actor": "Sida", "region": "RU-KR", "about": "Bron", "document": "Annual report", "since": "2008"}
    required = {parameter.name: values[parameter.name] for parameter in query.parameters if parameter.required}
    table = ask(store, query, required, lang)
    assert bool(table.rows) == (query.name not in ("continuations", "contradictions", "indicators"))
    assert table == ask(disk_store, query, required, lang)
    assert not any(
        "w3id.org" in cell.text
        for row in table.rows
        for cell, column in zip(row, table.columns, strict=True)
        if column.kind != "key"
    )


def test_a_macro_region_is_told_with_those_of_its_parts_that_the_graph_holds(store: Store):
    assert answer(store, "projects", region="Norrland").title.endswith(
        "(region: Norrland (Västerbottens län + Norrbottens län))"
    )
    assert answer(store, "projects", region="Karelen").title.endswith("(region: Republiken Karelen)")
