"""The forms of one project's name and all their places, in own pages."""

from collections.abc import Callable

import pytest

from graphkit.facts.reading import Name

Found = Callable[..., tuple[Name, ...]]


def test_an_acronym_in_brackets_is_the_same_project(found: Found) -> None:
    names = found("Projektet Tillväxt i fjällen (TIF) startar.", "Nu har TIF börjat.")
    assert {name.key for name in names} == {"project:tillvaxt-i-fjallen"}
    assert [name.text for name in names] == ["Tillväxt i fjällen", "TIF", "TIF"]


def test_a_coined_word_between_dashes_behind_a_name_is_its_short_form(found: Found) -> None:
    names = found(
        "De har sökt till projektet ”Hand i hand över havet” – HaHav Länk – som ska börja.", "HaHav Länk växer."
    )
    assert {name.key for name in names} == {"project:hand-i-hand-over-havet"}
    assert "HaHav Länk" in [name.text for name in names]


def test_a_next_stage_is_another_project(found: Found) -> None:
    names = found("Projektet Ålens resa II bygger vidare på Ålens resa, som slutade i fjol.")
    assert len({name.key for name in names}) == 2


def test_a_genitive_belongs_to_no_name(found: Found) -> None:
    names = found("Projektet Almlyft börjar.", "Nu syns Almlyfts skyltar.")
    assert [name.text for name in names] == ["Almlyft", "Almlyft"]


def test_long_capitals_stand_for_the_name_in_any_case(found: Found) -> None:
    names = found("Avslut för projektet TRYGG HEMFÄRD: klart.", "Med Trygg hemfärd blev det bra.")
    assert [name.text for name in names] == ["TRYGG HEMFÄRD", "Trygg hemfärd"]


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Det första projektet pågick 2009–2011.", True),
        ("Det första projektet startade 2009.", True),
        ("Det första projektet finansierades av Sida 2009.", True),
        ("Det första projektet slutade 2016.", False),
        ("En förstudie för 90 000 kronor är klar.", False),
        ("Det första projektet var roligt.", False),
    ],
)
def test_a_project_without_a_name_needs_a_period_or_payer(found: Found, sentence: str, counts: bool) -> None:
    names = found("Projektet Hav i hamn växer.", sentence)
    assert any(name.rule == "project.unnamed" for name in names) is counts


def test_no_page_has_a_predecessor_alone(found: Found) -> None:
    assert found("Det första projektet pågick 2009–2011.") == ()
