"""Which project each unit speaks of, in own pages."""

from collections.abc import Callable

import pytest

from graphkit.facts.focus import project_at
from graphkit.facts.reading import Name, find_units

Focus = Callable[..., list[tuple[str, str]]]


def test_a_paragraph_after_one_on_a_predecessor_is_the_documents_own(focus: Focus) -> None:
    spoken = focus(
        "# Hav i hamn",
        "Projektet Hav i hamn växer.",
        "Dessförinnan gjordes förstudien Land i sikt. Sida betalade.",
        "Alfa kommun äger projektet.",
    )
    assert [key for _, key in spoken] == ["hav-i-hamn", "hav-i-hamn", "land-i-sikt", "land-i-sikt", "hav-i-hamn"]


def test_what_a_project_is_part_of_is_not_what_the_sentence_is_about(focus: Focus) -> None:
    spoken = focus("Projektet Hav i hamn växer.", "Det ingår i länets satsning Hela kusten nu. Alfa betalar.")
    assert [key for _, key in spoken] == ["hav-i-hamn"] * 3


def test_each_of_several_projects_keeps_its_paragraphs(focus: Focus) -> None:
    spoken = focus(
        "# Tre får stöd",
        "Styrelsen har sagt sitt.",
        "Projektet Röda leden får mest.",
        "Byn betalar resten.",
        "Projektet Blå leden får minst.",
        "Stan betalar resten.",
        "Projektet Gröna leden får inget.",
    )
    assert [key for _, key in spoken] == ["", "", "roda-leden", "roda-leden", "bla-leden", "bla-leden", "grona-leden"]


def test_a_heading_holds_its_section_and_the_next_ends_it(focus: Focus) -> None:
    spoken = focus(
        "## Medfinansiering av Hav i hamn",
        "Kommunen betalar.",
        "## Medfinansiering av Land i sikt",
        "Länet betalar.",
        "## Delgivningar från länet",
        "Brev lades till handlingarna.",
    )
    assert [key for _, key in spoken] == ["hav-i-hamn"] * 2 + ["land-i-sikt"] * 2 + ["", ""]


def test_a_box_speaks_of_the_project_that_it_names_further_down(focus: Focus) -> None:
    spoken = focus("Projektet Hav i hamn växer.", "| Projektägare: Alfa", "| Projekt: Land i sikt", "| Budget: 2 mkr")
    assert [key for _, key in spoken] == ["hav-i-hamn", "land-i-sikt", "land-i-sikt", "land-i-sikt"]


def test_the_new_project_leads_back_from_its_predecessor(focus: Focus) -> None:
    spoken = focus(
        "# Hav i hamn",
        "Projektet Hav i hamn växer.",
        "Först kom förprojektet Land i sikt. Det nya projektet är större.",
    )
    assert spoken[-1][1] == "hav-i-hamn"


@pytest.mark.parametrize(
    ("sentence", "place", "key"),
    [
        ("Alfa bygger på Beta, som Sida betalade.", "Sida", "Beta"),
        ("Alfa bygger på Beta och leds av Almi.", "Almi", "Alfa"),
        ("Alfa växer och Beta leds av Almi.", "Almi", "Beta"),
        ("Sida betalar Alfa.", "Sida", "focus"),
    ],
)
def test_a_place_in_a_sentence_belongs_to_the_name_before_it(
    page: Callable[..., object], sentence: str, place: str, key: str
) -> None:
    unit = find_units(page(sentence))[0]  # type: ignore[arg-type]
    names = [
        Name(kind="project", start=start, end=start + 4, text=text, key=text, name=text, type="", rule="project.label")
        for text in ("Alfa", "Beta")
        if (start := sentence.find(text)) >= 0
    ]
    assert project_at(unit, names, sentence.index(place), "focus") == key


def test_the_projects_own_noun_leads_back_to_the_section_from_a_predecessor(focus: Focus) -> None:
    spoken = focus(
        "# Två vägar",
        "## Hav i hamn",
        "Det följer på förstudien Land i sikt. Projektet ritar nya kajer.",
        "| Projektägare: Alfa",
        "| Projekttid: 2015–2017",
        "## Mygg och människor",
        "| Projektägare: Beta",
        "| Projekttid: 2018–2020",
    )
    assert [key for text, key in spoken if text.startswith("Projektet")] == ["hav-i-hamn"]


def test_what_stands_above_the_first_of_several_counted_projects_is_of_none(focus: Focus) -> None:
    spoken = focus(
        "# Fem nya projekt får stöd",
        "Nämnden har sett till hela länet.",
        "Projektet Havsro startar i hamnen. Projektet pågår till 2019.",
    )
    assert [key for _, key in spoken] == ["", "", "havsro", "havsro"]


def test_a_grant_to_another_body_for_what_has_no_name_is_of_no_project(focus: Focus) -> None:
    spoken = focus(
        "Två beslut togs.",
        "Alfa kommun får 300 000 kronor till projektet Nya spår.",
        "Beta museum får 200 000 kronor för att visa rallarnas liv. Barnen bygger en räls.",
    )
    assert [key for _, key in spoken] == ["nya-spar", "nya-spar", "", ""]


def test_a_second_grant_to_the_same_body_stays_with_the_project(focus: Focus) -> None:
    spoken = focus(
        "Beslut togs.",
        "Alfa kommun får 300 000 kronor till projektet Nya spår.",
        "Alfa kommun får 200 000 kronor för att visa rallarnas liv.",
    )
    assert [key for _, key in spoken] == ["nya-spar"] * 3
