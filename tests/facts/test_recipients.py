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


def test_a_gift_told_long_before_the_pages_project_belongs_to_none() -> None:
    text = (
        "Stora pengar till byarna\n\nByalaget Ekorren får 160 000 kr från Sparbanksstiftelsen Vargen.\n\n"
        "Det ger ny bastu. Alla är glada. Solen skiner över byn. I juni blir det fest på ängen. Alla får komma.\n\n"
        "Sparbanksstiftelsen Vargen stöder också projektet Grön brygga."
    )
    assert flows(text) == [(None, "sparbanksstiftelsen-vargen", "byalaget-ekorren", 160_000)]
