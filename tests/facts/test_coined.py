"""Names that their letters, or their place at the head of a paragraph, give away."""

from collections.abc import Callable

import pytest

Find = Callable[..., list[str]]


def test_a_word_with_a_capital_inside_that_the_page_takes_up_is_a_name(projects: Find) -> None:
    assert projects("# SmartaByar i korthet", "Nu växer SmartaByar i norr.", "SmartaByar får 200 000 kronor.") == [
        "SmartaByar"
    ]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (
            ("Anna Ek ska leda Fem fyrar, ett av tio projekt i Umeå.", "I Fem fyrar medverkar också Alfa AB."),
            ["Fem fyrar"],
        ),
        (("Alla väntar på Nya besked om vägen.",), []),
        (
            ("Hon leder Alta rannat ja vesi i Keila.", "Nu ska Alta rannat ja vesi växa.", "Projektet växer."),
            ["Alta rannat ja vesi"],
        ),
        (("Hon leder Eesti Rannat ja vesi.", "Nu ska Eesti Rannat ja vesi växa.", "Projektet växer."), []),
        (("Programmet Norra bågen växer.", "I Norra bågen finns tre projekt.", "Alla i Norra bågen vet."), []),
        (
            (
                "Fyra insatsområden: Grön mark, Blått hav och stad.",
                "Med Grön mark menas skog.",
                "I Grön mark ryms projekt.",
            ),
            [],
        ),
        (("Det säger Umeå och Vasa nu.", "Vi mötte Umeå och Vasa igen."), []),
    ],
)
def test_a_capital_kept_inside_sentences_marks_a_name(lines: tuple[str, ...], names: list[str], projects: Find) -> None:
    assert projects(*lines) == names


def test_paragraphs_that_begin_with_a_name_instead_of_a_heading(projects: Find) -> None:
    assert projects(
        "# Två beslut",
        "Ljus på stigen. Alfa kommun har beviljats 40 000 kronor för skyltar.",
        "Varmt i hamnen. Beta kommun har beviljats 90 000 kronor för en bastu.",
    ) == ["Ljus på stigen", "Varmt i hamnen"]


def test_one_such_paragraph_is_not_enough(projects: Find) -> None:
    assert projects("# Nyheter", "Ljus på stigen. Alfa kommun har beviljats 40 000 kronor för skyltar.") == []


def test_a_later_stage_of_a_name_is_another_project(projects: Find) -> None:
    assert projects(
        "Projektet Ringleden avslutades.", "Alfa har sökt pengar till Ringleden 2.0 men väntar på svar."
    ) == [
        "Ringleden",
        "Ringleden 2.0",
    ]


def test_a_word_in_capitals_made_of_the_titles_letters_is_its_short_form(projects: Find) -> None:
    assert projects("# Projekt: Iskontroll i realtid", "Projektet ISKOLL prövar radar.") == ["Iskontroll i realtid"]


def test_names_in_quotation_marks_before_their_owner_and_sum(projects: Find) -> None:
    names = projects(
        "Här är de beviljade:", "”Ljusare by”, Alviks byalag. 2 000 euro.", "”Stigen”, som drivs av Betsta. 3 000 euro."
    )
    assert names == ["Ljusare by", "Stigen"]


def test_a_name_may_begin_with_the_fund_that_pays(projects: Find) -> None:
    lines = (
        "The objective of LIFE Kelp Coast is to restore reefs. The project began in 2019.",
        "LIFE Nature and the LIFE programme pay.",
    )
    assert projects(*lines, language="en") == ["LIFE Kelp Coast"]
