"""Boards and departments that act for their body."""

from __future__ import annotations

import pytest

from graphkit.facts.organs import is_organ, with_organs
from graphkit.facts.reading import Name


def body(text: str, form: str, name: str, type_: str = "region") -> Name:
    start = text.index(form)
    return Name(
        kind="actor",
        start=start,
        end=start + len(form),
        text=form,
        key="actor:x",
        name=name,
        type=type_,
        rule="actor.known",
    )


@pytest.mark.parametrize(
    ("text", "form", "reached"),
    [
        ("Igår beviljade Region Gotlands regionala utvecklingsnämnd fem projekt.", "Region Gotlands", None),
        (
            "Igår beviljade Region Gotlands arbetsutskott fem projekt.",
            "Region Gotlands",
            "Region Gotlands arbetsutskott",
        ),
        ("Nu har Kulturnämnden vid Region Gotland sagt ja.", "Region Gotland", "Kulturnämnden vid Region Gotland"),
        ("Nu har arbetsutskottet i Region Gotland sagt ja.", "Region Gotland", "arbetsutskottet i Region Gotland"),
        ("Vi bor i Region Gotland och reser.", "Region Gotland", "Region Gotland"),
        ("Region Gotlands nya stöd till öarna.", "Region Gotlands", "Region Gotlands"),
    ],
)
def test_a_board_belongs_to_its_body(text: str, form: str, reached: str | None) -> None:
    (name,) = with_organs(text, [body(text, form, "Region Gotland")])
    expected = reached or "Region Gotlands regionala utvecklingsnämnd"
    assert (name.text, text[name.start : name.end], name.name) == (expected, expected, "Region Gotland")


def test_a_board_between_two_bodies_is_the_second_ones_only_where_nothing_else_is_named() -> None:
    text = "Byalaget i styrelsen för Region Gotland"
    names = [
        body(text, "Byalaget i styrelsen", "Byalaget", "association"),
        body(text, "Region Gotland", "Region Gotland"),
    ]
    assert [name.text for name in with_organs(text, names)] == ["Byalaget i styrelsen", "Region Gotland"]


def test_a_name_that_begins_with_its_board_is_known_as_such() -> None:
    text = "Kulturnämnden vid Region Gotland delade ut stöd."
    (name,) = with_organs(text, [body(text, "Region Gotland", "Region Gotland")])
    assert is_organ(name)
    assert not is_organ(body(text, "Region Gotland", "Region Gotland"))


def test_a_board_that_is_named_with_its_body_is_the_body() -> None:
    text = "The Board of the Alfa Foundation met."
    board = body(text, "Board of the Alfa Foundation", "Board of the Alfa Foundation", "agency")
    (name,) = with_organs(text, [board])
    assert (name.key, name.name) == ("actor:alfa-foundation", "Alfa Foundation")
    foundation = body("Alfa Foundation", "Alfa Foundation", "Alfa Foundation", "other")
    assert {name.key for name in with_organs(text, [board, foundation])} == {"actor:x"}
