"""Cards of projects as English programme sites print them, flattened: own pages, and the facts they give."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts
from graphkit.model import Facts


def read(text: str) -> Facts:
    return find_facts(read_bytes(text.encode(), Path("card.txt")))


def card(name: str, *lines: str) -> str:
    return "\n".join((name, "", *lines, ""))


LIST = "\n".join(
    (
        "Our projects",
        "",
        card(
            "Salt Roads of the Coast (SALTROAD KX1001)",
            "Programme funding: 41 000 Total budget: 66 000",
            "Duration: 01.03.2018 - 30.04.2020",
            "",
            "Short description of the project",
            "The coast has many old roads that nobody walks today. The project opens them again.",
            "",
            "Lead partner: County Administrative Board of Norrbotten, Sweden",
            "Other partners: Tromsvik Museum, Norway",
            "Harbour Club of Pyhävesi, Finland (associated)",
        ),
        card(
            "Bread of the Forest (FORBREAD KX1002)",
            "Programme funding: 81 000 Total budget: 96 000",
            "Duration: 01.03.2019 - 30.04.2021",
            "",
            "Short description of the project",
            "Bark was once eaten in hard years. The project bakes with it.",
            "",
            "Lead partner: Umeå University, Sweden",
        ),
    )
)


def test_each_card_of_a_list_is_a_project_with_its_own_box():
    facts = read(LIST)
    assert {(p.name, int(p.budget.amount), p.start, p.end) for p in facts.projects if p.budget} == {
        ("Salt Roads of the Coast (SALTROAD KX1001)", 66_000, "2018-03-01", "2020-04-30"),
        ("Bread of the Forest (FORBREAD KX1002)", 96_000, "2019-03-01", "2021-04-30"),
    }
    assert {int(flow.money.amount) for flow in facts.flows} == {41_000, 81_000}


def test_bodies_with_their_countries_on_lines_of_their_own_are_partners():
    names = {a.id: a.name for a in read(LIST).actors}
    roles = {(names[r.actor], r.role) for r in read(LIST).roles if r.project.startswith("salt")}
    assert roles == {
        ("County Administrative Board of Norrbotten", "owner"),
        ("Tromsvik Museum", "partner"),
        ("Harbour Club of Pyhävesi", "partner"),
    }


@pytest.mark.parametrize("heading", ["What we want", "Problem seen from here"])
def test_a_heading_that_stands_in_every_section_names_no_project(heading):
    page = "\n".join(
        (
            "Two villages",
            "",
            *(f"{n} Bay\n\n{heading}\n\nThe project mends boats. It costs 300,000 euro.\n" for n in ("North", "South")),
        )
    )
    assert heading not in {p.name for p in read(page).projects}


def test_a_currency_before_an_amount_is_no_payer():
    facts = read("The project Salt Roads\n\nTotal budget:\nEUR 1,708,000\nEUR 587,000\n")
    assert not facts.actors


@pytest.mark.parametrize(
    "sentence",
    [
        "Furthermore, the cooperation helps many towns.",
        "A total of 22 projects receive Nordic funding. They have waited for Nordic funding.",
    ],
)
def test_words_that_begin_sentences_are_no_projects(sentence):
    assert not read(sentence).projects


def test_a_language_is_no_place():
    facts = read("The project Salt Roads makes films in Norwegian, Swedish and Finnish for Umeå.")
    assert "Norwegian" not in {r.name for r in facts.regions}


def test_a_sea_region_is_a_place_and_no_fund():
    facts = read("The project Salt Roads tests boats together with harbours throughout the Baltic Sea region.")
    assert not facts.actors


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("10/2016-09/2019", "2016-10", "2019-09"),
        ("08.2018 – 07.2021", "2018-08", "2021-07"),
        ("2013-11-01 → 2016-10-31", "2013-11-01", "2016-10-31"),
    ],
)
def test_a_card_s_period_may_be_months_or_have_an_arrow(period, start, end):
    (project,) = read(f"Project: Salt Roads\nLead partner: Umeå University\nDuration: {period}\n").projects
    assert (project.start, project.end) == (start, end)


@pytest.mark.parametrize("grant", ["SEK 1,9 million", "1,9 MSEK"])
def test_a_decimal_comma_is_read_in_english_millions(grant):
    facts = read(f"The project Salt Roads is paid for by Region Norrbotten with {grant}.")
    assert [int(flow.money.amount) for flow in facts.flows] == [1_900_000]


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("The project Salt Roads is run by Boden Municipal School of Music.", {"Boden Municipal School of Music"}),
        ("The project Salt Roads is run by Valga Town Government.", {"Valga Town Government"}),
        ("Of €2.6M the European Union pays €2.3M for the project Salt Roads.", {"European Union"}),
    ],
)
def test_a_body_is_named_in_full_and_without_the_amount_before_it(sentence, bodies):
    assert {actor.name for actor in read(sentence).actors} == bodies


NORTH = """Salt Roads of the North (SALTNORTH KX1)

The project mends old roads by the sea. It goes on for two years.

Lead partner: Centre for Inland Trade, Transport and the Environment for Lapland, Finland
Partners: Region Skåne, Kristianstad, Sweden
Administration of Gdov District, Russia
"""


def test_commas_in_a_body_s_name_before_its_country_do_not_part_it():
    facts = read(NORTH)
    names = {a.id: a.name for a in facts.actors}
    assert {(names[r.actor], r.role) for r in facts.roles} == {
        ("Centre for Inland Trade, Transport and the Environment for Lapland", "owner"),
        ("Region Skåne", "partner"),
        ("Administration of Gdov District", "partner"),
    }


def test_the_countries_of_a_card_s_partners_are_places_of_the_project():
    facts = read(NORTH)
    codes = {r.id: r.code for r in facts.regions}
    assert {codes[place.region] for place in facts.locations} == {"FI", "SE", "RU"}


def test_a_long_title_with_its_short_name_in_brackets_heads_a_card():
    title = "Salt, Snow and Sand as Means against Ice on the Footpaths and Quays of Small Towns in the Far North (ICEWALK KX9)"
    facts = read(f"{LIST}\n{title}\nProgramme funding: 9 000 Total budget: 12 000\nDuration: 01.03.2018 - 30.04.2020\n")
    assert title in {project.name for project in facts.projects}


def test_what_stands_in_brackets_is_no_partner():
    facts = read(f"{NORTH}Partnership: Tartu Hospital, Pskov State University (doctors, nurses, NGOs)\n")
    assert not {"nurses", "NGOs)", "NGOs"} & {actor.name for actor in facts.actors}


def test_what_follows_a_labelled_name_goes_on_with_it():
    page = 'Title of the project: Salt Roads\nLead partner: Umeå University\n\nThe project helps Võru. It extends the line which Umeå set up in 2010 (project "Snow by wire").\n'
    facts = read(f"Grants\n\n{page}\nTitle of the project: Bread of Bark\nLead partner: Almi\n\nIt helps Pello.")
    names = {p.id: p.name for p in facts.projects}
    assert ("Salt Roads", "Võru") in {
        (names[x.project], r.name) for x in facts.locations for r in facts.regions if r.id == x.region
    }


def test_a_lake_is_a_place_of_its_project():
    facts = read("The project Salt Roads cleans Lake Inari and the Bay of Kandalaksha.")
    assert {"Lake Inari", "Bay of Kandalaksha"} <= {r.name for r in facts.regions}


def test_bodies_that_a_sentence_lists_with_their_countries_take_part():
    facts = read(
        "The project Salt Roads began in 2019. Region Skåne leads it. Besides, Hamnlotsen (SE), Trollskogen AS (Norway) "
        "and the Harbour Club of Pyhävesi (FI) will test the boats."
    )
    names = {a.id: a.name for a in facts.actors}
    partners = {names[r.actor] for r in facts.roles if r.role == "partner"}
    assert partners == {"Hamnlotsen", "Trollskogen AS", "Harbour Club of Pyhävesi"}


def test_bodies_with_countries_that_pay_are_no_partners():
    facts = read("The project Salt Roads is funded by Hamnlotsen (SE), Trollskogen AS (Norway) and Lumi Oy (FI).")
    assert {r.role for r in facts.roles} == {"funder"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "SALTO – Salt and Snow in Northern Towns project activities began in 2019.",
            {"SALTO – Salt and Snow in Northern Towns"},
        ),
        (
            "SALTO, the Salt and Snow in Northern Towns project, aims at better roads.",
            {"Salt and Snow in Northern Towns"},
        ),
        ("25 Seed Money projects\n\nThe committee chose 25 Seed Money projects in Helsinki.", set()),
        (
            "The fund supports:\n\n  • #P2510 Anna Ek - a grant, EUR 3000\n  • #P2511 Jon Fjell - a grant, EUR 4000\n",
            set(),
        ),
    ],
)
def test_the_name_before_the_noun_is_taken_in_full_and_no_code_or_count(sentence, names):
    assert {project.name for project in read(sentence).projects} == names


def test_a_sea_region_s_committee_is_no_region():
    facts = read("The project Salt Roads was approved by the Interreg Baltic Sea Region Monitoring Committee.")
    assert "region" not in {actor.type for actor in facts.actors}


def test_earlier_projects_in_brackets_are_named_and_leave_the_page_its_own():
    facts = read(
        "The project Night Boats began in 2019. Building on the results of earlier projects (TransNorth, SALTRAIL and "
        "EastWest+), it links harbours. Boats between Umeå and Vasa may carry many people, as the predecessor SALTRAIL showed."
    )
    names = {project.id: project.name for project in facts.projects}
    assert set(names.values()) == {"Night Boats", "TransNorth", "SALTRAIL", "EastWest+"}
    assert {names[place.project] for place in facts.locations} == {"Night Boats"}


def test_an_item_without_a_name_speaks_of_no_other_item_s_project():
    page = (
        "Here are the projects:\n\n• Salt Roads: Umeå tests boats.\n• Bread of Bark: Pello bakes.\n"
        "• b:light - a study of days in Malmö, with 350,000 euro from Region Skåne.\n"
    )
    facts = read(page)
    assert {flow.project for flow in facts.flows} <= {None}


@pytest.mark.parametrize("name", ["RIGAS TEHNISKA UNIVERSITATE", "Kauno Technologijos Universitetas", "Gmina Pruszcz"])
def test_bodies_with_words_of_the_neighbours_languages_are_known(name):
    facts = read(f"The project Salt Roads is led by {name} and runs until 2020.")
    assert [actor.name for actor in facts.actors] == [name]


def test_a_party_with_who_answers_for_it_is_no_contact_box():
    facts = read(
        "Roads to Tallvik\n\nProsjektperiode\n01.09.2009 - 31.08.2012\nNorsk prosjekteier:\n\nTallvik museum\n\n"
        "Leadpartner:\nNorrbottens Museum\nUlf Ek\n+46 920 24 00 10\nulf.ek@museum.example\n"
        "Øvrige partnere:\nNord Troms museum\nThe museum of Alta\nSamarbeid mellom museer for å fortelle om veier og "
        "vandringer over fjellet i flere hundre år.\n\nBudsjett\nTotalt: EUR 388 925 €\nNorsk bidrag: NOK 700 000\n"
    )
    assert {(role.actor, role.role) for role in facts.roles} >= {
        ("tallvik-museum", "owner"),
        ("norrbottens-museum", "owner"),
        ("nord-troms-museum", "partner"),
        ("the-museum-of-alta", "partner"),
    }
    assert [project.name for project in facts.projects] == ["Roads to Tallvik"]


def test_a_scheme_s_yearly_sum_is_no_project_s_budget():
    facts = read(
        "The project Salt Roads began in 2019. It is part of a leap that has a total budget of SEK 300 million a year."
    )
    assert [project.budget for project in facts.projects] == [None]
