"""Tables that say who gets how much, and of no project."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts.finding import find_facts

LEAD = "Stöd till byarna 2021\n\nRegion Halland har beviljat bidrag till flera föreningar i länet.\n\n"


def flows(text: str) -> list[tuple[str | None, str | None, str | None, int]]:
    facts = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    return [(f.project, f.funder, f.recipient, int(f.money.amount)) for f in facts.flows]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (
            "Förening\tBeviljat bidrag (tkr)\nByalaget Ekorren\t45\nFöreningen Nötknäpparna\t120\nSumma\t165",
            [
                (None, "region-halland", "byalaget-ekorren", 45_000),
                (None, "region-halland", "foreningen-notknapparna", 120_000),
            ],
        ),
        ("Finansiär\tBeviljat belopp (kr)\nByalaget Ekorren\t45 000\nFöreningen Nötknäpparna\t120 000", []),
        ("Förening\tOmsättning (kr)\nByalaget Ekorren\t45 000\nFöreningen Nötknäpparna\t120 000", []),
    ],
)
def test_bodies_beside_what_they_were_granted_get_it(table: str, found: list[tuple[str, ...]]) -> None:
    assert [flow for flow in flows(LEAD + table) if flow[0] is None] == found


def test_persons_and_unknown_kinds_of_work_stand_in_such_tables_too() -> None:
    table = (
        "Namn\n\nSorts åtgärd\n\nBeviljat belopp\n\nAlvik Åkeri AB\n\nNy panna\n\n275 000 kr\n\nAnders Ekmark\n\nNy pump\n\n31 000 kr\n\n"
        "Bergets Fastighetsaktiebolag\n\nLaddning\n\n40 000 kr"
    )
    lead = "12 miljöinsatser i länet får stöd från Naturvårdsverket inom satsningen Grönsteget. Alla är glada.\n\n"
    assert [flow[1:] for flow in flows("Stöd till länet\n\n" + lead + table)] == [
        ("naturvardsverket", "alvik-akeri-ab", 275_000),
        ("naturvardsverket", None, 31_000),
        ("naturvardsverket", "bergets-fastighetsaktiebolag", 40_000),
    ]


def test_a_gift_told_long_before_the_pages_project_belongs_to_none() -> None:
    text = (
        "Stora pengar till byarna\n\nByalaget Ekorren får 160 000 kr från Sparbanksstiftelsen Vargen.\n\n"
        "Det ger ny bastu. Alla är glada. Solen skiner över byn. I juni blir det fest på ängen. Alla får komma.\n\n"
        "Sparbanksstiftelsen Vargen stöder också projektet Grön brygga."
    )
    assert flows(text) == [(None, "sparbanksstiftelsen-vargen", "byalaget-ekorren", 160_000)]


def test_an_applicant_beside_an_organisation_is_a_person() -> None:
    table = "Dnr\tSökande\tOrganisation\tProjektrubrik\tBeviljat belopp, kr\n1\tUlla Ek\tLunds universitet\tVåra vikar\t40 000\n2\tBo Alm\tUmeå universitet\tTysta tåg\t5 000"
    facts = find_facts(read_bytes((LEAD + table).encode(), Path("sida.txt")))
    assert {(r.project, r.actor) for r in facts.roles if r.role == "owner"} == {
        ("vara-vikar", "lunds-universitet"),
        ("tysta-tag", "umea-universitet"),
    }
