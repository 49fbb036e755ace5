"""Who owns, takes part in and pays for a project: own sentences and the roles they give."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts

HEAD = {
    "sv": "# Projektet Älvbron\n\nProjektet Älvbron bygger en bro.\n\n",
    "en": "# The Riverbridge project\n\nThe Riverbridge project builds a bridge.\n\n",
}


def roles(text: str, language: str = "sv") -> set[tuple[str, str]]:
    facts = find_facts(read_bytes((HEAD[language] + text).encode(), Path("sida.md")))
    names = {actor.id: actor.name for actor in facts.actors}
    return {(names[role.actor], role.role) for role in facts.roles}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Projektet leds av Lunds universitet.", {("Lunds universitet", "owner")}),
        ("Malmö universitet står som ägare av projektet.", {("Malmö universitet", "owner")}),
        ("Projektet har fått statliga investeringsmedel via Region Skåne.", {("Region Skåne", "funder")}),
        (
            "Den lokala delfinansieringen kommer till största delen från Lunds kommun och Region Skåne.",
            {("Lunds kommun", "funder"), ("Region Skåne", "funder")},
        ),
        (
            "Bron byggs i samråd mellan projektägare Lunds kommun och samarbetsparterna Region Skåne och Boda Glas AB.",
            {("Lunds kommun", "owner"), ("Region Skåne", "partner"), ("Boda Glas AB", "partner")},
        ),
        (
            "Älvbron är ett gemensamt projekt mellan Lunds universitet och Boda Glas AB.",
            {("Lunds universitet", "partner"), ("Boda Glas AB", "partner")},
        ),
        ("Pengarna till brons räcken kom sent på hösten från ett företag.", set()),
        ("Projektet leds av Lunds botaniska förening.", {("Lunds botaniska förening", "owner")}),
        ("Arbetet sker under ledning av Malmö universitet.", {("Malmö universitet", "owner")}),
        ("Växjö kommun har sökt 500 000 kronor från Region Kronoberg.", {("Växjö kommun", "owner")}),
        ("Ansökan från Växjö kommun om 500 000 kronor avslogs.", {("Växjö kommun", "owner")}),
        (
            "Lunds universitet leder projektet i samarbete med Region Skåne och Lunds kommun.",
            {("Lunds universitet", "owner"), ("Region Skåne", "partner"), ("Lunds kommun", "partner")},
        ),
        (
            "Med Region Skåne som projektägare och Lunds kommun som partner startar arbetet i höst.",
            {("Region Skåne", "owner"), ("Lunds kommun", "partner")},
        ),
        (
            "Lunds universitet (projektägare), Region Skåne och Lunds kommun ingår i projektet.",
            {("Lunds universitet", "owner"), ("Region Skåne", "partner"), ("Lunds kommun", "partner")},
        ),
        (
            "Lokalt finansieras och anordnas projektet av Region Skåne och Lunds kommun.",
            {("Region Skåne", "funder"), ("Lunds kommun", "funder")},
        ),
        ("Projektet leds av Institutionen för arktisk fysik vid Malmö universitet.", {("Malmö universitet", "owner")}),
        (
            "I projektet deltar Region Skåne, Lunds kommun och företagen Viken Data AB och Boda Glas AB.",
            {
                ("Region Skåne", "partner"),
                ("Lunds kommun", "partner"),
                ("Viken Data AB", "partner"),
                ("Boda Glas AB", "partner"),
            },
        ),
        ("## Växjö kommun får 106 000 för projektet Älvbron", {("Växjö kommun", "owner")}),
        ("Prosjektet gjennomføres av Malmö universitet.", {("Malmö universitet", "owner")}),
        (
            "Med på prosjektet er Region Skåne og Lunds kommun.",
            {("Region Skåne", "partner"), ("Lunds kommun", "partner")},
        ),
        ("Malmö universitet ansvarar för att förvalta pengarna.", set()),
        ("Region Skåne har årligen avsatt medel för landets vägar.", set()),
        ("1.2 Bidragsmottagare Växjö kommun i Småland.", {("Växjö kommun", "owner")}),
        ("Det är ett av de projekt som vi på Växjö kommun har drivit.", {("Växjö kommun", "owner")}),
        ("Malmö universitet arbetar för en hållbar värld.", set()),
        ("Malmö universitet arbetar med cyklister i projektet.", {("Malmö universitet", "partner")}),
        (
            "Projektet har finansierats med medel från EU:s regionala fond Mål 2, Region Skåne och Lunds kommun.",
            {
                ("EU:s regionala fond", "funder"),
                ("Mål 2", "funder"),
                ("Region Skåne", "funder"),
                ("Lunds kommun", "funder"),
            },
        ),
        (
            "Bakom projektet står Krinova AB tillsammans med Högskolan Kristianstad.",
            {("Krinova AB", "owner"), ("Högskolan Kristianstad", "partner")},
        ),
        (
            "Projektet är ett samarbete mellan Region Skåne och Region Blekinge.",
            {("Region Skåne", "partner"), ("Region Blekinge", "partner")},
        ),
    ],
)
def test_a_sentence_says_who_owns_and_who_takes_part(text, found):
    assert roles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Region Skåne är medfinansiär. Lunds kommun och Sparbanken Skåne är också finansiärer.",
            {"Region Skåne", "Lunds kommun", "Sparbanken Skåne"},
        ),
        (
            "Region Skåne, Malmö stad samt Lunds kommun medfinansierar projektet.",
            {"Region Skåne", "Malmö stad", "Lunds kommun"},
        ),
        ("Lunds kommun upplåter en lokal till ett värde av 120 000 kronor.", {"Lunds kommun"}),
    ],
)
def test_a_sentence_says_who_pays(text, found):
    assert {name for name, role in roles(text) if role == "funder"} == found


@pytest.mark.parametrize(
    "text",
    [
        "Region Blekinge vill gärna vara med men har inte bestämt sig.",
        "Region Halland sade nej till att medfinansiera projektet.",
        "Utan stöd från Region Skåne hade projektet inte blivit av.",
    ],
)
def test_a_wish_or_a_no_gives_no_role(text):
    assert roles(text) == set()


def test_only_a_part_of_the_project_makes_a_partner():
    assert roles("Region Skåne driver projektet. Höörs kommun ansvarar för utvärderingen.") == {
        ("Region Skåne", "owner"),
        ("Höörs kommun", "partner"),
    }


def test_an_owner_elsewhere_leaves_those_who_do_something_together_alone():
    together = "Eslövs kommun mäter vattnet tillsammans med Höörs kommun."
    assert ("Eslövs kommun", "owner") in roles(together)
    assert ("Eslövs kommun", "owner") not in roles("Projektet ägs av Region Skåne. " + together)


def test_english_sentences_give_roles_too():
    text = "The project is led by Umeå University together with Vasa University of Applied Sciences."
    assert roles(text, "en") == {("Umeå University", "owner"), ("Vasa University of Applied Sciences", "partner")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Projektet leds sedan 2019 av Lunds universitet.", {("Lunds universitet", "owner")}),
        ("Projektet finansieras i tre år av Region Skåne.", {("Region Skåne", "funder")}),
        ("Ansvaret låg hos Lunds universitet.", {("Lunds universitet", "owner")}),
        ("Bakom idén står Lunds universitet.", {("Lunds universitet", "owner")}),
        (
            "Konsortiet består av Lunds universitet och Region Skåne.",
            {("Lunds universitet", "partner"), ("Region Skåne", "partner")},
        ),
    ],
)
def test_agents_stand_behind_adjuncts_and_nouns(text, found):
    assert roles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lunds kommun är med och finansierar.", {("Lunds kommun", "funder")}),
        ("Resten betalar Lunds kommun.", {("Lunds kommun", "funder")}),
        ("– Vi är glada, säger Eva Lind, projektledare på Växjö kommun.", {("Växjö kommun", "owner")}),
        (
            "Almi ansvarar för projektet, säger Eva Lind, projektledare på Växjö kommun.",
            {("Almi", "owner")},
        ),
        ("Det kan växa, gärna med stöd från Region Skåne.", set()),
        ("Växjö kommuns projekt Älvbron ska minska bilköerna.", {("Växjö kommun", "owner")}),
        ("Tillväxtverkets projekt Älvbron ska minska bilköerna.", set()),
        (
            "Projektet utförs tillsammans med Rise (svensk part), Krinova AB och Lunds kommun.",
            {("Rise", "partner"), ("Krinova AB", "partner"), ("Lunds kommun", "partner")},
        ),
        ("Lunds kommun har sökt ytterligare pengar från Region Skåne.", {("Lunds kommun", "owner")}),
        (
            "Projektet finansieras av EU:s LIFE-fond, Naturvårdsverket och Region Skåne.",
            {("EU", "funder"), ("Naturvårdsverket", "funder"), ("Region Skåne", "funder")},
        ),
        ("Förhoppningen var att Lunds kommun skulle finansiera projektet.", set()),
        ("Bland övriga finansiärer märks Lunds kommun.", {("Lunds kommun", "funder")}),
        (
            "Lunds universitet leder projektet och får hjälp av Växjö kommun.",
            {("Lunds universitet", "owner"), ("Växjö kommun", "partner")},
        ),
    ],
)
def test_news_say_in_passing_who_owns_takes_part_and_pays(text, found):
    assert roles(text) == found
