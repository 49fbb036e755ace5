"""Grants for no named project: own pages, and the flows that they give to bodies, or from a giver to several."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts

Flows = set[tuple[str | None, str | None, str | None, int]]


def flows(text: str) -> Flows:
    facts = find_facts(read_bytes(text.encode(), Path("sida.md")))
    names = {actor.id: actor.name for actor in facts.actors}
    names |= {project.id: project.name for project in facts.projects}
    return {
        (names.get(x.project or ""), names.get(x.funder or ""), names.get(x.recipient or ""), int(x.money.amount))
        for x in facts.flows
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "# Fler laddplatser\n\nSundby Åkeri AB har fått nästan 3 miljoner kronor i stöd för snabbladdare.",
            {(None, None, "Sundby Åkeri AB", 3_000_000)},
        ),
        (
            "# Beviljade landsbygdsbidrag\n\nI våras fick Sundby Bygg AB 40 000 kronor för en ny panna.",
            {(None, None, "Sundby Bygg AB", 40_000)},
        ),
        (
            "# Nytt från länet\n\nRegion Halland har beviljat nästan 24 miljoner kronor i stöd till 29 företag i länet.",
            {(None, "Region Halland", None, 24_000_000)},
        ),
        (
            "# Stöd till landsbygden\n\nI Halland fick, i årets första omgång, Sundby Bygg AB i Torup 80 000 kronor för pannan.",
            {(None, None, "Sundby Bygg AB", 80_000)},
        ),
        (
            "# Stöd till landsbygden\n\nTvå exempel är Sundby Bygg AB som fått 80 000 kronor och Åby Tak AB som fick 70 000 till en ny panna.",
            {(None, None, "Sundby Bygg AB", 80_000), (None, None, "Åby Tak AB", 70_000)},
        ),
        (
            "# Pengar från norr\n\nEtt projekt om renar får 2 miljoner kronor från Sida.",
            {(None, "Sida", None, 2_000_000)},
        ),
        (
            "# EU-pengar\n\nDrygt 45 miljoner kronor från Interreg Aurora fördelas på 14 projekt i norr.",
            {(None, "Interreg Aurora", None, 45_000_000)},
        ),
        (
            "# Nya beslut\n\nRegion Halland har prioriterat elva projekt som tillsammans får 9 miljoner kronor i EU-stöd.",
            {(None, "EU", None, 9_000_000)},
        ),
        (
            "# Nya beslut\n\nRegion Halland har sagt ja. Elva lokala projekt delar på 9 miljoner kronor.",
            {(None, "Region Halland", None, 9_000_000)},
        ),
        (
            "# Nya beslut\n\nRegion Halland ger stöd. Bland projekten tilldelas Falkenbergs kommun 9 miljoner kronor för en kaj.",
            {(None, "Region Halland", "Falkenbergs kommun", 9_000_000)},
        ),
        (
            "# Nya beslut\n\nRegion Halland har beviljat stöd.\n\nÖppna kajer: 1,2 miljoner kronor till Falkenbergs kommun.",
            {(None, "Region Halland", "Falkenbergs kommun", 1_200_000)},
        ),
        (
            "# Pengar till museer\n\nKulturrådet har beviljat museet nästan fyra miljoner kronor i bidrag i år.",
            {(None, "Kulturrådet", None, 4_000_000)},
        ),
        (
            "# Pengar till länet\n\nRegion Halland ger 9 miljoner kronor till fem projekt. Torps kommun får 2,1 miljoner och Hylte kommun 900 000 kronor.",
            {
                (None, "Region Halland", None, 9_000_000),
                (None, "Region Halland", "Torps kommun", 2_100_000),
                (None, "Region Halland", "Hylte kommun", 900_000),
            },
        ),
        (
            "# Våtmarker\n\nHushållningssällskapet har fått 450 000 kronor i bidrag. Torps kommun medfinansierar med 200 000 kronor.",
            {(None, None, "Hushållningssällskapet", 450_000), (None, "Torps kommun", None, 200_000)},
        ),
        (
            "Alfastiftelsen\n\nAlfastiftelsen har beviljats bidrag med 450 000 kronor för en damm.",
            {(None, None, "Alfastiftelsen", 450_000)},
        ),
        (
            "# Stöd till projekt\n\nEtt exempel: ett treårigt projekt för 6 miljoner kronor kan få 3 miljoner från EU och 2 från Region Halland.",
            set(),
        ),
        (
            "# Bokslut\n\nTorps kommun fick 6 miljoner kronor mer i skatteintäkter och statsbidrag än väntat.",
            set(),
        ),
        (
            "# Nya centrum\n\nDe olika kompetenscentrumen får mellan fyra och åtta miljoner kronor per år av Vinnova.",
            set(),
        ),
        (
            "# Ny kaj\n\nSundby Hamn AB fick 4 miljoner kronor för tomten.",
            set(),
        ),
        (
            "# Ny ägare\n\nSundby Hamn AB omsätter 40 miljoner kronor och har 29 anställda.",
            set(),
        ),
    ],
)
def test_grants_flow_to_bodies_and_not_only_to_projects(text, found):
    assert flows(text) == found


def test_an_item_without_a_project_is_not_of_the_item_above():
    text = "# Beviljade projekt\n\n- Alvesta kommun får 3 miljoner kronor till projektet Ljungvägen.\n- Region Halland får 28 miljoner\n"
    assert flows(text) == {
        ("Ljungvägen", None, "Alvesta kommun", 3_000_000),
        (None, None, "Region Halland", 28_000_000),
    }


def test_a_sum_whose_parts_are_listed_is_no_flow_of_its_own():
    text = (
        "# Stöd till bygden\n\nRegion Halland delar ut 500 000 kronor till två lokala projekt.\n\n"
        "- Projektet Ljungvägen får 300 000 kronor.\n- Projektet Strandhuset får 200 000 kronor.\n"
    )
    assert {flow[3] for flow in flows(text)} == {300_000, 200_000}


def test_who_gets_one_sum_gives_the_next():
    text = (
        "# Projektet Älvbron\n\nProjektet Älvbron bygger en bro.\n\n"
        "Region Halland får 400 000 kronor från Sida och skjuter till 90 000 kronor."
    )
    assert (None, "Region Halland", 90_000) in {
        (recipient, funder, amount) for _, funder, recipient, amount in flows(text)
    }
