"""Fact boxes: own labels and values, and the facts they give."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts
from graphkit.model import Facts

HEAD = "# Projektet Älvbron\n\nProjektet Älvbron bygger en bro.\n\n"


def read(text: str) -> Facts:
    return find_facts(read_bytes((HEAD + text).encode(), Path("sida.md")))


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Projektägare", "owner"),
        ("Svensk huvudman", "owner"),
        ("Stödmottagare", "owner"),
        ("Samarbetspartner", "partner"),
        ("Medfinansiär", "funder"),
    ],
)
def test_a_label_gives_a_role(label, role):
    facts = read(f"Projekttid: 2020–2022\n{label}: Lunds universitet")
    assert [(r.actor, r.role) for r in facts.roles] == [("lunds-universitet", role)]


def test_each_giver_of_a_value_has_the_amount_behind_it():
    facts = read(
        "Projektägare: Lunds universitet\nFinansiärer: Tillväxtverket 2 mkr, de tre kommunerna 600 000 kr\nTotal budget: 4 mkr"
    )
    assert {(f.funder, int(f.money.amount)) for f in facts.flows} == {("tillvaxtverket", 2_000_000), (None, 600_000)}
    (project,) = facts.projects
    assert project.budget is not None
    assert int(project.budget.amount) == 4_000_000


@pytest.mark.parametrize(
    ("pair", "found"),
    [
        ("Beviljat EU-stöd: 2 800 000 kr", [("europeiska-unionen", 2_800_000)]),
        ("Norska medel: 500 000 NOK", [(None, 500_000)]),
        ("Sökt stöd: 700 000 kr", []),
        ("Utbetalt: 300 000 kr", []),
        ("Totalt utlyst belopp: 40 000 000 kr", []),
        ("Nationell medfinansiering: Region Skåne 1 200 000 kr", [("region-skane", 1_200_000)]),
    ],
)
def test_a_label_says_what_its_money_is(pair, found):
    facts = read(f"Projekttid: 2020–2022\n{pair}")
    assert [(f.funder, int(f.money.amount)) for f in facts.flows] == found


def test_money_that_goes_through_a_body_makes_it_no_funder():
    facts = read("Projekttid: 2020–2022\nFinansiär: Sida via Region Skåne, 900 000 kr")
    assert [(r.actor, r.role) for r in facts.roles] == [("sida", "funder")]


def test_a_sentence_behind_a_value_speaks_for_itself():
    facts = read(
        "Samverkansparter: Laholms kommun, Hylte kommun och Falkenbergs kommun. Projektägare är Region Halland."
    )
    assert ("region-halland", "owner") in {(r.actor, r.role) for r in facts.roles}
    assert ("region-halland", "partner") not in {(r.actor, r.role) for r in facts.roles}


def test_a_name_below_a_heading_that_counts_partners_is_a_partner_and_its_budget_not_the_projects():
    facts = read("## Partner 2\n\nNamn: Lunds universitet\nTotal budget: 300 000 euro\nLand: Sverige\n")
    assert [(r.actor, r.role) for r in facts.roles] == [("lunds-universitet", "partner")]
    assert facts.projects[0].budget is None


def test_rows_of_a_table_without_headings_are_pairs():
    table = "| Varar | jan 2014 – juni 2016 |\n|---|---|\n| Betalas av | Region Skåne (200 000 kr) |\n"
    facts = read(table)
    assert [(flow.funder, str(flow.money.amount)) for flow in facts.flows] == [("region-skane", "200000")]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Projektägare: Lunds universitet\nUtbetalt leaderstöd: 503 000 kr", {503_000}),
        ("Projektägare: Lunds universitet\nBeviljat stöd: 600 000 kr\nUtbetalt stöd: 503 000 kr", {600_000}),
        ("Projektägare: Lunds universitet\nMedfinansiering i projekten: 900 000 kr", set()),
    ],
)
def test_what_is_paid_out_is_the_grant_where_no_label_tells_the_grant(text, amounts):
    assert {int(flow.money.amount) for flow in read(text).flows} == amounts


def test_a_label_may_tell_only_whose_kind_of_money_it_is():
    facts = read("Projektägare: Lunds universitet\nOffentlig finansiering: 800 000 kr\nPrivat finansiering: 100 000 kr")
    assert {(flow.funder, int(flow.money.amount)) for flow in facts.flows} == {(None, 800_000), (None, 100_000)}


def test_a_label_without_a_value_takes_no_other_label_for_it():
    facts = read("Projektägare: Lunds universitet\nMedfinansiering från annan part:\nTotal finansiering: 600 000 kr\n")
    assert [int(p.budget.amount) for p in facts.projects if p.budget] == [600_000]


def test_the_budget_of_one_country_gives_way_to_the_whole():
    facts = read("Projektägare: Lunds universitet\nTotal budget: 2 000 000 euro\nSvensk budget: 900 000 euro\n")
    assert [int(p.budget.amount) for p in facts.projects if p.budget] == [2_000_000]


def test_a_budget_may_tell_who_pays_which_part():
    facts = read("Projektägare: Lunds universitet\nTotal budget: 2,74 M€ (ERDF: 2,06 M€)\n")
    assert [(f.funder, int(f.money.amount)) for f in facts.flows] == [
        ("europeiska-regionala-utvecklingsfonden", 2_060_000)
    ]
    assert [int(p.budget.amount) for p in facts.projects if p.budget] == [2_740_000]


def test_a_numbered_partner_gives_the_role_of_the_name_below_it():
    facts = read(
        "### Lead Partner\n\nName: Lunds universitet\nCountry: Sweden\nPartner: 2\nName: Umeå universitet\nCountry: Sweden"
    )
    assert [(r.actor, r.role) for r in facts.roles] == [("lunds-universitet", "owner"), ("umea-universitet", "partner")]


def test_a_town_behind_a_firm_is_its_seat():
    facts = read("Utförare: Boda Glas AB, Mariehamn\nProjekttid: 2020–2022")
    assert [r.actor for r in facts.roles] == ["boda-glas-ab"]
