"""The answers to the catalogue's questions on a graph whose sums are known: what is counted, what never is, what is kept beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graphkit.graph.store import Store
from graphkit.questions.ask import ask
from graphkit.questions.catalogue import find_query, load_catalogue

CATALOGUE = load_catalogue()

Rows = list[tuple[str | Decimal, ...]]


def rows(store: Store, query: str, columns: str, /, **params: str) -> Rows:
    """Some columns of an answer: their numbers, else their texts."""
    table = ask(store, find_query(CATALOGUE, query), params, "sv")
    at = [[column.name for column in table.columns].index(name) for name in columns.split()]
    return [
        tuple(row[i].text if row[i].number is None else row[i].number or Decimal(0) for i in at) for row in table.rows
    ]


def test_a_projects_roles_and_regions_stand_on_one_row(wide_store: Store):
    assert rows(wide_store, "actor", "project roles startYear endYear regions", actor="Vasa stad") == [
        ("Kusten III", "partner", 2014, 2015, "Jämtlands län; Österbotten"),
        ("Kusten II", "partner", 2011, 2013, ""),
        ("Kusten I", "partner; ägare", 2008, "", "Härnösand; Österbotten"),
    ]


def test_a_body_that_was_succeeded_counts_as_the_one_that_took_over_where_that_is_asked(wide_store: Store):
    assert rows(wide_store, "funders", "funder total amounts", actor="Tillväxtverket") == [
        ("Tillväxtverket", 900000, 2)
    ]
    for name in ("Nutek", "Tillväxtverket"):
        found = rows(wide_store, "funders", "funder total amounts projects", actor=name, **{"as": "today"})
        assert found == [("Tillväxtverket", 1400000, 3, 2), ("Tillväxtverket", "", 0, 1)]
    assert rows(wide_store, "funding", "payer amount", payer="Nutek", **{"as": "today"}) == [
        ("Tillväxtverket", 800000),
        ("Tillväxtverket", 500000),
        ("Tillväxtverket", 100000),
    ]
    assert ("Kusten I", "Nutek") in rows(wide_store, "participants", "project actor")
    assert ("Kusten I", "Nutek") not in rows(wide_store, "participants", "project actor", **{"as": "today"})


def test_partners_of_partners_share_no_project_and_are_reached_through_a_partner(wide_store: Store):
    columns = "candidate bridges via projects"
    assert rows(wide_store, "second-partners", columns, actor="Härnösands kommun") == [
        ("Fiskarförbundet", 1, "Vasa stad", 1),
        ("Umeå universitet", 1, "Vasa stad", 1),
    ]
    today = rows(wide_store, "second-partners", columns, actor="Nutek", **{"as": "today"})
    assert ("Sollefteå kommun", 1, "Kramfors kommun", 1) in today
    assert not any(name in ("Nutek", "Tillväxtverket", "Härnösands kommun") for name, *_ in today)


def test_money_is_told_by_year_and_money_without_a_year_apart(wide_store: Store):
    assert rows(wide_store, "funding-years", "funder year total amounts", actor="Härnösands kommun") == [
        ("Härnösands kommun", "", 75000, 2)
    ]
    assert rows(wide_store, "funding-years", "funder year total projects", actor="Nutek", **{"as": "today"}) == [
        ("Tillväxtverket", 2008, 500000, 1),
        ("Tillväxtverket", 2009, 100000, 1),
        ("Tillväxtverket", 2011, 800000, 1),
    ]


def test_a_project_counts_once_in_each_region_and_what_reaches_outside_is_told(wide_store: Store):
    columns = "region projects total currency shared amounts"
    assert rows(wide_store, "funding-regions", columns, kind="län", year="2008") == [
        ("Österbotten", 1, 500000, "SEK", 500000, 1),
        ("Västernorrlands län", 1, 500000, "SEK", 500000, 1),
        ("Republiken Karelen", 1, 450000, "SEK", 450000, 1),
        ("Västerbottens län", 1, 450000, "SEK", 450000, 1),
    ]  # fmt: skip
    assert rows(wide_store, "funding-regions", "total shared", region="Norra Sverige", kind="makroregion", payer="Sida")
    (sweden,) = rows(wide_store, "funding-regions", "total shared", region="Sverige", kind="land", payer="Sida")
    assert sweden == (450000, 450000)


def test_a_pair_of_regions_shows_how_a_project_belongs_to_it(wide_store: Store):
    assert rows(wide_store, "pairs", "region other project owners basis quote") == [
        ("Österbotten", "Västernorrlands län", "Kusten I", "Härnösands kommun; Vasa stad", "sagd", "Västernorrlands län samarbetar med Österbotten i Kusten I."),
        ("Republiken Karelen", "Västerbottens län", "Bron", "Region Västerbotten", "sagd", "Västerbotten samarbetar med Karelen."),
    ]  # fmt: skip


def test_a_chain_of_projects_is_followed_to_its_end(wide_store: Store):
    assert rows(wide_store, "continuations", "earlier later link steps actors regions") == [
        ("Havssatsningen", "Kusten III", "är del av", 1, "", ""),
        ("Kusten I", "Kusten II", "följer på", 1, "Härnösands kommun; Tillväxtverket; Vasa stad", ""),
        ("Kusten I", "Kusten III", "", 2, "Vasa stad", "Österbotten"),
        ("Kusten II", "Kusten III", "följer på", 1, "Vasa stad", ""),
    ]


def test_an_indicator_is_a_number_or_a_range_and_those_of_plans_are_left_out(wide_store: Store):
    assert rows(wide_store, "indicators", "project unit kind value least most") == [
        ("Kusten I", "nya företag", "resultat", 12, "", ""),
        ("Kusten I", "nya företag", "mål", "", 10, 15),
        ("Kusten III", "deltagare", "resultat", 240, "", ""),
    ]


def test_a_document_is_told_in_the_order_of_its_text(wide_store: Store):
    found = rows(wide_store, "document", "kind quote start", document="Avslag")
    assert [start for *_, start in found] == sorted(start for *_, start in found)
    assert ("egenskap", "Ansökan om Drömmen (2010–2012) avslogs.") in [(kind, quote) for kind, quote, _ in found]
    assert len(rows(wide_store, "document", "kind", document="Avslag", kind="finansiering")) == 1


def test_what_is_known_of_a_thing_comes_with_names_codes_and_successors(wide_store: Store):
    found = rows(wide_store, "entity", "thing property value", about="Nutek")
    assert ("Nutek", "efterträddes av", "Tillväxtverket") in found
    assert ("Nutek", "organisationstyp", "myndighet") in found
    assert ("Kusten I", "finansieras av", "Nutek") in found
    assert ("Nutek", "namn", "Nutek") in found
    assert ("Nutek", "efterträddes av", "Tillväxtverket") in rows(
        wide_store, "entity", "thing property value", about="Tillväxtverket"
    )
    assert ("Österbotten", "kod", "FI-12") in rows(wide_store, "entity", "thing property value", about="Österbotten")


def test_documents_that_disagree_are_both_kept(wide_store: Store):
    assert rows(wide_store, "contradictions", "project kind value amount endYear document") == [
        ("Fyren", "egenskap", "beviljat", "", "", "Kusten i tre steg"),
        ("Fyren", "egenskap", "avslaget", "", "", "Granskning av Kusten"),
        ("Kusten I", "budget", "", 1000000, "", "Kusten i tre steg"),
        ("Kusten I", "budget", "", 1200000, "", "Granskning av Kusten"),
        ("Kusten I", "medverkan", "Härnösands kommun", "", "", "Kusten i tre steg"),
        ("Kusten I", "medverkan", "Vasa stad", "", "", "Granskning av Kusten"),
        ("Kusten I", "period", "", "", 2010, "Kusten i tre steg"),
        ("Kusten I", "period", "", "", 2011, "Granskning av Kusten"),
        ("Kusten II", "plats", "utesluten", "", "", "Granskning av Kusten"),
        ("Kusten II", "plats", "arbetar där", "", "", "Kusten i tre steg"),
    ]


def test_refusals_plans_and_exclusions_stand_apart_and_count_nowhere_else(wide_store: Store):
    found = rows(wide_store, "negative", "project kind why amount")
    assert ("Drömmen", "finansiering", "avslaget", 9999999) in found
    assert ("Kusten IV", "finansiering", "planerad", 7777777) in found
    assert ("Northern Lamp", "plats", "utesluten", "") in found
    assert ("Kusten II", "plats", "utesluten", "") in found
    assert ("Fyren", "egenskap", "avslaget", "") in found
    assert not any(project in ("Bron", "Kusten III") for project, *_ in found)
    for query, columns in [
        ("funding-years", "total"),
        ("funding-regions", "total"),
        ("leverage", "own others"),
        ("programmes", "sek"),
    ]:
        amounts = {number for row in rows(wide_store, query, columns) for number in row}
        assert not {number for number in amounts if isinstance(number, Decimal) and number >= 7777777}


def test_a_programme_holds_the_money_of_its_parts_once(wide_store: Store):
    columns = "programme projects sek eur others payers"
    assert rows(wide_store, "programmes", columns) == [
        ("Interreg Botnia-Atlantica", 2, 1475000, "", 1, "Härnösands kommun; Nutek; Tillväxtverket; Vasa stad"),
        (
            "Interreg Botnia-Atlantica 2007–2013",
            1,
            675000,
            "",
            1,
            "Härnösands kommun; Nutek; Tillväxtverket; Vasa stad",
        ),
        ("Interreg Nord", 1, 675000, "", 0, "Region Västerbotten; Sida"),
        ("Kolarctic", 1, "", 20000, 0, "Europeiska unionen"),
    ]


def test_what_is_new_since_a_date_is_told_by_document(wide_store: Store):
    found = rows(wide_store, "news", "document issued unheard", since="2016-05-20")
    assert found == [
        ("Granskning av Kusten", "2017-02-03", ""),
        ("Kusten i tre steg", "2016-05", found[1][2]),
    ]
    assert "Kusten III" in str(found[1][2])
    assert "Umeå universitet" in str(found[1][2])
    assert len(rows(wide_store, "news", "document", since="2008")) == 5
    assert rows(wide_store, "news", "document", since="2017-02-04") == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"actor": "Härnösands kommun"}, [(1, 75000, 600000, "", 8, "")]),
        ({"actor": "Region Västerbotten"}, [(1, 225000, 450000, 900000, 2, 4)]),
        ({"actor": "Nutek"}, [(1, 500000, 175000, "", Decimal("0.4"), "")]),
        ({"actor": "Nutek", "as": "today"}, [(2, 1400000, 75000, "", Decimal("0.1"), "")]),
        ({"actor": "Nutek", "region": "Karelen"}, []),
    ],
)
def test_own_money_stands_against_that_of_others_once_for_each_project(given, expected, wide_store: Store):
    assert rows(wide_store, "leverage", "projects own others budgets leverage reach", **given) == expected
