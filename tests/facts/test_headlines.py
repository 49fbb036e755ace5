"""Titles, headings and items that name projects, in own pages."""

from collections.abc import Callable

import pytest

Find = Callable[..., list[str]]


def test_a_title_above_a_fact_box_names_the_project(projects: Find) -> None:
    assert projects("# Hav i hamn", "Vågor är vackra.", "| Projektägare: Almi", "| Projekttid: 2019–2021") == [
        "Hav i hamn"
    ]


def test_a_project_told_of_last_leaves_the_title_its_name(projects: Find) -> None:
    names = projects(
        "# Hav i hamn", "| Projektägare: Almi", "| Budget: 3 mkr", "Sen kom Land i sikt, ett projekt om bär."
    )
    assert names == ["Hav i hamn", "Land i sikt"]


def test_what_a_headline_says_of_a_name_is_no_part_of_it(projects: Find) -> None:
    assert projects("# #byarihop får EU-pengar", "Nu kan #byarihop starta.") == ["#byarihop"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("§ 12 Medfinansiering av projektet Hållbar mark", "Hållbar mark"),
        ("Ansökan om projektmedel: Hållbar mark", "Hållbar mark"),
        ("Medfinansiering - Projekt Hållbar mark", "Hållbar mark"),
        ("Slutrapport för Hållbar mark", "Hållbar mark"),
    ],
)
def test_a_decision_heading_holds_the_name(projects: Find, heading: str, name: str) -> None:
    assert projects(f"## {heading}", "Nämnden säger ja.") == [name]


def test_items_below_a_line_about_projects_begin_with_names(projects: Find) -> None:
    names = projects("Här är två av projekten:", "- Mentor mitt – stöd till unga.", "- Ny mark. Bönder lär.")
    assert names == ["Mentor mitt", "Ny mark"]


def test_an_item_whose_sentence_names_the_project_begins_with_its_owner(projects: Find) -> None:
    assert projects("Här är ett av projekten:", "- Byns vänner får stöd till projektet ”Hav i hamn”.") == ["Hav i hamn"]


def test_a_title_needs_more_than_the_word_project(projects: Find) -> None:
    talk = ["# Livet i länet", "Projektet är roligt.", "Många gillar projektet."]
    assert projects(*talk) == []
    assert projects(*talk, "Projektet finansieras av Sida.") == ["Livet i länet"]


def test_an_item_goes_on_over_a_row_of_words(projects: Find) -> None:
    names = projects("Pågående projekt:", "- Skötsel, skydd och vård av våtmarker", "- Stigen, Alfa byalag")
    assert names == ["Skötsel, skydd och vård av våtmarker", "Stigen"]


def test_a_list_of_what_projects_should_be_about_names_none(projects: Find) -> None:
    lead = "Projekten i länet ska gärna höra till ett eller flera av de områden som styrelsen har pekat ut i år:"
    assert projects(lead, "- Energi och klimat", "- Resor till havet") == []


def test_what_stands_before_a_headlines_verb_is_a_name_in_full(projects: Find) -> None:
    assert projects("## Föreningar som kan söka", "Här står det mer. Föreningar som kan söka.") == []


def test_a_feed_of_news_is_no_project(projects: Callable[..., list[str]]) -> None:
    lines = ["# Öppet i jul", "19 dec 2022", "Vi har öppet.", "## Sång i norr", "3 okt 2022"]
    assert projects(*lines, "Kören sjunger i projektet.", "Totalt fick projektet 40 000 kr av Alfa.") == []


def test_a_first_line_with_a_full_stop_is_the_title_where_no_heading_is(projects: Callable[..., list[str]]) -> None:
    told = ("Projektet syftar till klart vatten.", "Projektet är finansierat av Malå kommun.")
    assert "Renare vatten i åar utmed kusten" in projects("Renare vatten i åar utmed kusten.", *told)
    assert projects("Vi renar vatten i åar utmed kusten.", *told) == []


def test_a_line_on_a_fund_names_no_project(projects: Callable[..., list[str]]) -> None:
    lines = ["# Natura 2000 - vård av vanliga marker", "Natura 2000 är ett nät. I projektet ingår Natura 2000."]
    assert projects(*lines, "Projektet fick 4 miljoner kronor av Natura 2000.") == []


def test_a_number_begins_a_name_behind_the_noun(projects: Callable[..., list[str]]) -> None:
    assert projects("## Slutrapport för projektet 14 byar - 14 brunnar") == ["14 byar - 14 brunnar"]


def test_a_headline_that_is_set_twice_is_not_taken_up(projects: Callable[..., list[str]]) -> None:
    lines = [
        "# Nytt från Stugan om fiber",
        "## Nytt från Stugan om fiber",
        "Projektgruppen hälsar. Föreningen söker stöd.",
    ]
    assert projects(*lines) == []


def test_a_page_that_goes_on_about_the_project_is_named_by_its_title(projects: Callable[..., list[str]]) -> None:
    lines = ["# Norra Tångens Arv", "Projektet vill lyfta havet.", "Det lever. Under projektets gång möts alla."]
    assert projects(*lines, "Efter projektet finns en guide.") == ["Norra Tångens Arv"]
    assert projects(*lines, "Efter projektet ska det finnas en guide.") == []
