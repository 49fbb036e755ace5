"""Who is said to be what in a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts.finding import find_facts


def roles(text: str) -> set[tuple[str, str]]:
    facts = find_facts(read_bytes(("Projektet Grön brygga pågår.\n\n" + text).encode(), Path("sida.txt")))
    names = {actor.id: actor.name for actor in facts.actors}
    return {(role.role, names[role.actor]) for role in facts.roles}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Finansiärerna är förutom egna medel Region Skåne och Lunds kommun.",
            {("funder", "Region Skåne"), ("funder", "Lunds kommun")},
        ),
        (
            "Projektparterna är Viken Teknik och Lunds kommun.",
            {("partner", "Viken Teknik"), ("partner", "Lunds kommun")},
        ),
        (
            "Övriga samarbetspartner och medfinansiärer är Lunds kommun.",
            {("partner", "Lunds kommun"), ("funder", "Lunds kommun")},
        ),
        ("Projektägare för hela satsningen är Lunds kommun.", {("owner", "Lunds kommun")}),
        (
            "Arbetet görs ihop med flera koordinatorer. Dessa är Region Skåne och Lunds kommun.",
            {("partner", "Region Skåne"), ("partner", "Lunds kommun")},
        ),
        (
            "Satsningen drivs i samarbete med två kommuner. De är Lunds kommun och Orust kommun.",
            {("partner", "Lunds kommun"), ("partner", "Orust kommun")},
        ),
        ("Priserna är höga. De är Lunds kommun tacksam för.", set()),
        ("Gruppen träffas ofta. I gruppen ingår Hedlund AB.", {("partner", "Hedlund AB")}),
        (
            "Bilaga 1 Finansiering Belopp Andel Lunds kommun 15 % Malmö museum 10 % Summa 100 % Kostnader Personal 3.",
            {("funder", "Lunds kommun"), ("funder", "Malmö museum")},
        ),
        ("Pengarna kommer från Lunds kommun samt visst EU-stöd.", {("funder", "Lunds kommun"), ("funder", "EU")}),
        ("Finansiärerna är inte Lunds kommun.", set()),
        ("Deltagarna är nöjda, säger Lunds kommun.", set()),
    ],
)
def test_a_noun_with_a_verb_of_being_gives_a_role(text, found):
    assert roles(text) == found


def test_members_give_what_their_group_gives():
    found = roles("En industrigrupp står för 9 miljoner kronor. I gruppen ingår Hedlund AB och Boda Glas AB.")
    assert {("funder", "Hedlund AB"), ("funder", "Boda Glas AB")} <= found
