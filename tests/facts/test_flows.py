"""Who gives how much to what: own sentences and the flows, budgets and nothings they give."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts
from graphkit.model import Facts

HEAD = {
    "sv": "# Projektet Älvbron\n\nProjektet Älvbron bygger en bro.\n\n",
    "en": "# The Riverbridge project\n\nThe Riverbridge project builds a bridge.\n\n",
}


def read(text: str, language: str = "sv") -> Facts:
    return find_facts(read_bytes((HEAD[language] + text).encode(), Path("sida.md")))


def flows(text: str, language: str = "sv") -> set[tuple[str | None, str | None, int, str]]:
    facts = read(text, language)
    names = {actor.id: actor.name for actor in facts.actors}
    return {
        (names.get(x.funder or ""), names.get(x.recipient or ""), int(x.money.amount), x.money.currency)
        for x in facts.flows
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Region Halland skjuter till 400 000 kronor och Falkenbergs kommun går själv in med 150 000 kronor.",
            {("Region Halland", None, 400_000, "SEK"), ("Falkenbergs kommun", None, 150_000, "SEK")},
        ),
        ("Dessutom går Sparbanken Syd in med 250 000 kronor.", {("Sparbanken Syd", None, 250_000, "SEK")}),
        (
            "Projektet finansieras av Tillväxtverket med 2 miljoner kronor och av Region Skåne med 1 miljon kronor.",
            {("Tillväxtverket", None, 2_000_000, "SEK"), ("Region Skåne", None, 1_000_000, "SEK")},
        ),
        ("Till projektet har Jordbruksverket beviljat 900 000 kronor.", {("Jordbruksverket", None, 900_000, "SEK")}),
        ("Trafikverkets bidrag är 800 tkr.", {("Trafikverket", None, 800_000, "SEK")}),
        ("Från Region Halland kommer 400 000 kronor.", {("Region Halland", None, 400_000, "SEK")}),
        ("Lunds kommun bidrar med arbetstid motsvarande 250 000 kronor.", {("Lunds kommun", None, 250_000, "SEK")}),
        (
            "Medfinansiärer är Region Skåne (500 000 kr) och Malmö stad (250 000 kr).",
            {("Region Skåne", None, 500_000, "SEK"), ("Malmö stad", None, 250_000, "SEK")},
        ),
        (
            "Sida pytsar in 640 000 kronor, och Region Halland dubblerar nästan med sina 600 000.",
            {("Sida", None, 640_000, "SEK"), ("Region Halland", None, 600_000, "SEK")},
        ),
        ("Falkenbergs kommun egenfinansierar 124 000 euro.", {("Falkenbergs kommun", None, 124_000, "EUR")}),
        ("Maximalt stödbelopp från Vinnova är 20 miljoner kronor.", set()),
        ("Stödet från Vinnova uppgår till 2 miljoner kronor.", {("Vinnova", None, 2_000_000, "SEK")}),
        (
            "Medfinansieringen från Region Skåne är på cirka 1,2 miljoner kronor.",
            {("Region Skåne", None, 1_200_000, "SEK")},
        ),
        ("Leaderstödet är 250 000 kronor.", {(None, None, 250_000, "SEK")}),
        (
            "Projektet finansieras av Vinnova (2 miljoner kronor) och egna medel (500 000 kr).",
            {("Vinnova", None, 2_000_000, "SEK"), (None, None, 500_000, "SEK")},
        ),
        ("Projektet leds av Lunds kommun och får 230 000 kronor.", {(None, None, 230_000, "SEK")}),
        ("Mest pengar, 230 000 kronor, får projektet Älvbron.", {(None, None, 230_000, "SEK")}),
        ("Älvbron får 640 000 kronor och drivs av Lunds kommun.", {(None, None, 640_000, "SEK")}),
        ("Till projektet Älvbron går 230 000 kronor.", {(None, None, 230_000, "SEK")}),
        ("Region Skåne ställer 650 TSEK till projektet.", {("Region Skåne", None, 650_000, "SEK")}),
        ("Region Skåne beslutade i maj om 650 TSEK för projektet.", {("Region Skåne", None, 650_000, "SEK")}),
        ("Nu föreslås att bevilja Malmö stad högst 250 000 kronor.", {(None, "Malmö stad", 250_000, "SEK")}),
        ("Deltagande företag bidrar med 500 000 kronor i form av arbetstid.", {(None, None, 500_000, "SEK")}),
        (
            "Sida finansierar arbetet genom Caritas och Region Gotland avsätter 600 000 kr.",
            {("Region Gotland", None, 600_000, "SEK")},
        ),
    ],
)
def test_a_sentence_says_who_gives_how_much(text, found):
    assert flows(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Region Värmland delar ut 350 000 kronor till Karlstads universitet för projektet.",
            ("Region Värmland", "Karlstads universitet", 350_000, "SEK"),
        ),
        (
            "Sida har beviljat Länsstyrelsen i Kalmar län 2,3 miljoner kronor.",
            ("Sida", "Länsstyrelsen i Kalmar län", 2_300_000, "SEK"),
        ),
        (
            "Region Gotland och Uppsala universitet får 300 000 respektive 200 000 kronor av Vinnova.",
            ("Vinnova", "Uppsala universitet", 200_000, "SEK"),
        ),
        (
            "Region Halland ger Laholms kommun 300 000 kronor och Hylte kommun 200 000 kronor.",
            ("Region Halland", "Hylte kommun", 200_000, "SEK"),
        ),
        ("Projektet fick 400 000 kronor av Region Halland 2019.", ("Region Halland", None, 400_000, "SEK")),
    ],
)
def test_a_sentence_says_who_gets_it(text, found):
    assert found in flows(text)


@pytest.mark.parametrize(
    "text",
    [
        "Växjö kommun har sökt 500 000 kronor från Region Kronoberg.",
        "Ansökan från Växjö kommun om 500 000 kronor avslogs.",
        "Leader Närheten utlyser 4 miljoner kronor till nya projekt.",
        "Företaget omsätter 20 miljoner kronor om året.",
        "Räkneexempel: ett projekt får 2 miljoner kronor i stöd av Tillväxtverket.",
        "Krinova AB tog ett lån på 900 000 kronor.",
    ],
)
def test_money_that_is_sought_refused_lent_or_nobodys_is_no_flow(text):
    assert flows(text) == set()


def test_several_give_together_or_each():
    each = "Region Skåne och Region Blekinge betalar 200 000 kronor vardera."
    assert flows(each) == {("Region Skåne", None, 200_000, "SEK"), ("Region Blekinge", None, 200_000, "SEK")}
    joint = read("Region Skåne och Region Blekinge betalar 200 000 kronor.")
    assert [flow.funder for flow in joint.flows] == [None]
    assert {role.actor for role in joint.roles if role.role == "funder"} == {"region-skane", "region-blekinge"}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Projektet kostar totalt 3,2 miljoner kronor, där Tillväxtverket står för 1,6 miljoner.", 3_200_000),
        (
            "Projektet har en budget på cirka 8 miljoner kronor och finansieras av Region Skåne och Malmö stad.",
            8_000_000,
        ),
        ("Vinnova finansierar projektet med 60 procent av budgeten på 5 miljoner kronor.", 5_000_000),
    ],
)
def test_a_sentence_says_what_the_whole_costs(text, amount):
    (project,) = read(text).projects
    assert project.budget is not None
    assert int(project.budget.amount) == amount


def test_a_share_of_costs_is_no_budget():
    (project,) = read("Region Skåne ger stöd med 40 procent av kostnaderna, dock högst 900 000 kronor.").projects
    assert project.budget is None


def test_a_pre_study_without_a_name_is_paid_for_outside_the_project():
    (flow,) = read("Idén prövades under en förstudie, som Region Skåne betalade med 90 000 kronor.").flows
    assert (flow.project, flow.funder) == (None, "region-skane")


def test_what_a_total_is_by_the_year_is_no_flow_of_its_own():
    text = "Region Skåne ger projektet 6 miljoner kronor under tre år, 2 miljoner kronor om året."
    assert flows(text) == {("Region Skåne", None, 6_000_000, "SEK")}


def test_english_sentences_give_flows_too():
    text = "Region Skåne and Region Halland contribute SEK 250,000 each. The City of Lund adds SEK 100,000 in working time."
    assert flows(text, "en") == {
        ("Region Skåne", None, 250_000, "SEK"),
        ("Region Halland", None, 250_000, "SEK"),
        ("City of Lund", None, 100_000, "SEK"),
    }


def test_a_giver_may_stand_behind_a_verb_that_follows_the_amount():
    facts = find_facts(
        read_bytes(
            b"# Projektet \xc3\x84lvbron\n\nProjektet \xc3\x84lvbron bygger en bro. 24 000 euro tar Region Blekinge.\n",
            Path("sida.md"),
        )
    )
    assert [(flow.funder, str(flow.money.amount)) for flow in facts.flows] == [("region-blekinge", "24000")]


def test_whom_a_board_grants_money_gets_it():
    text = "# Projektet Älvbron\n\nProjektet Älvbron bygger en bro.\n\nNämnden beviljar Lunds universitet 400 000 kronor.\n"
    facts = find_facts(read_bytes(text.encode(), Path("sida.md")))
    assert [(flow.funder, flow.recipient) for flow in facts.flows] == [(None, "lunds-universitet")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Projektet kostar 5 miljoner kronor, där Lunds kommun bidrar med 800 000 kronor och Region Skåne med 200 000 kronor.",
            {("Lunds kommun", None, 800_000, "SEK"), ("Region Skåne", None, 200_000, "SEK")},
        ),
        (
            "Utrikesministern har via Sida avsatt 9 miljoner kronor till projektet.",
            {("Sida", None, 9_000_000, "SEK")},
        ),
        (
            "Växjö kommun går in med 300 000 kronor i projektet Älvbron som drivs av Krinova AB.",
            {("Växjö kommun", None, 300_000, "SEK")},
        ),
        ("Älvbron är ett av tolv projekt som får dela på 30 miljoner kronor från Tillväxtverket.", set()),
    ],
)
def test_news_say_in_passing_who_gives_how_much(text, found):
    assert flows(text) == found


def test_a_whole_budget_beside_a_grant_is_no_flow():
    facts = read(
        "Vinnova har beviljat 3 miljoner kronor medan den totala budgeten – med egen tid – ligger på 9 miljoner kronor."
    )
    assert [int(x.money.amount) for x in facts.flows] == [3_000_000]
    assert [int(x.budget.amount) for x in facts.projects if x.budget] == [9_000_000]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Projektet får 1,6 miljoner kronor för två år.", {(None, None, 1_600_000, "SEK")}),
        (
            "Den totala budgeten är 1 984 438 EUR, varav 657 769 EUR är EU-stöd och 334 450 EUR är norska medel.",
            {("EU", None, 657_769, "EUR"), (None, None, 334_450, "EUR")},
        ),
        (
            "Budgeten är 900 000 EUR, varav 300 000 EUR är stöd från Tillväxtverket.",
            {("Tillväxtverket", None, 300_000, "EUR")},
        ),
        ("Sedan 2015 har Tillväxtverket fördelat över 1,2 miljarder kronor.", set()),
        ("Älvbron, ett samarbete mellan två byar, får 9,9 miljoner kr.", {(None, None, 9_900_000, "SEK")}),
        ("Älvbron med två byar som ägare får 700 000 kr.", {(None, None, 700_000, "SEK")}),
        ("Därtill räknar vi med att få åtta miljoner kronor från Region Skåne.", set()),
        ("Från Region Skåne har 150 000 kronor beviljats.", {("Region Skåne", None, 150_000, "SEK")}),
    ],
)
def test_what_a_sum_is_said_to_be_tells_who_gives_it(text, found):
    assert flows(text) == found


def test_money_far_above_the_page_s_project_is_not_the_project_s():
    lines = [
        "# Pengar till föreningar",
        "Byns idrottsförening får 160 000 kronor från Sparbanksstiftelsen Alfa.",
        "Det är roligt, säger hon.",
        "Många vill vara med.",
        "Även projektet Älvbron har börjat.",
    ]
    facts = find_facts(read_bytes("\n\n".join(lines).encode(), Path("sida.md")))
    assert [(flow.project, int(flow.money.amount)) for flow in facts.flows] == [(None, 160_000)]


def test_a_sum_for_many_projects_is_no_budget_of_one():
    assert not any(project.budget for project in read("Totalt fördelas 11 740 000 kronor till 29 projekt.").projects)


def test_a_number_in_a_name_is_no_sum():
    text = "Region Skåne ger 27 miljoner kronor till projektet Ung plats 9.0."
    facts = find_facts(read_bytes(text.encode(), Path("sida.md")))
    assert [int(flow.money.amount) for flow in facts.flows] == [27_000_000]


@pytest.mark.parametrize(
    ("text", "language", "amount"),
    [
        ("Projektet omsätter 8 miljoner kronor under tre år.", "sv", 8_000_000),
        ("Älvbron omsluter totalt 8 miljoner kronor.", "sv", 8_000_000),
        ("Projektet är på 12 miljoner kronor och pågår i tre år.", "sv", 12_000_000),
        ("Det är ett 12-miljonersprojekt.", "sv", 12_000_000),
        ("The EUR 2.4 million project is financed by the EU.", "en", 2_400_000),
        ("Företagen i byn omsätter 8 miljoner kronor.", "sv", None),
        ("They got a EUR 2 million project grant.", "en", None),
    ],
)
def test_what_a_project_spends_is_its_budget(text, language, amount):
    (project,) = read(text, language).projects
    assert (int(project.budget.amount) if project.budget else None) == amount
