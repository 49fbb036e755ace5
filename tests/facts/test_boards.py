"""Boards without their body in the sentence, and the «vi» of a page that grants."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts.finding import find_facts, read_names


def boards(text: str, publisher: str = "") -> list[tuple[str, str, str]]:
    document = read_bytes(text.encode(), Path("sida.txt"))
    document = replace(document, info=replace(document.info, publisher=publisher or document.info.publisher))
    names = (n for unit in read_names(document).actors for n in unit if n.rule == "actor.board")
    return [(n.text, n.name, n.type) for n in names]


@pytest.mark.parametrize(
    ("text", "publisher", "found"),
    [
        (
            "Regionala utvecklingsnämnden sade ja i måndags. Nämnden vill se fler sökande.",
            "",
            [
                ("Regionala utvecklingsnämnden", "Regionala utvecklingsnämnden", "region"),
                ("Nämnden", "Regionala utvecklingsnämnden", "region"),
            ],
        ),
        ("Kommunstyrelsen anslog pengar till bryggan.", "", [("Kommunstyrelsen", "Kommunstyrelsen", "municipality")]),
        (
            "Kulturnämnden anslog pengar till bryggan.",
            "Region Halland",
            [("Kulturnämnden", "Region Halland", "region")],
        ),
        ("I går har vi beviljat stöd till bryggan.", "Region Halland", [("vi", "Region Halland", "region")]),
        ("Styrelsen anslog pengar till bryggan.", "", []),
        ("Här är Skogsstyrelsen och Konstnärsnämnden med.", "Region Halland", []),
        ("Nu har vi roligt på bryggan.", "Region Halland", []),
    ],
)
def test_a_board_and_a_granting_we_are_the_pages_body(
    text: str, publisher: str, found: list[tuple[str, str, str]]
) -> None:
    assert boards(text, publisher) == found


def test_a_board_that_grants_gives_for_itself_where_the_page_tells_no_body() -> None:
    text = "Kulturnämnden beviljar Byalaget Ekorren 45 000 kronor till projektet Nötter i natten."
    facts = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    assert [(f.funder, f.recipient, f.project) for f in facts.flows] == [
        ("kulturnamnden", "byalaget-ekorren", "notter-i-natten")
    ]


def test_a_board_without_a_part_in_any_fact_is_no_actor() -> None:
    text = "Kulturnämnden träffas fyra gånger om året. Ansökan ska vara inne i mars."
    assert find_facts(read_bytes(text.encode(), Path("sida.txt"))).actors == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I fjol gav länsstyrelsen 45 000 kronor till projektet Nötter i natten.", [("Länsstyrelsen", "county-board")]),
        ("I fjol gav landstinget 45 000 kronor till projektet Nötter i natten.", [("Landstinget", "region")]),
        (
            "Länsstyrelsen Skåne och Länsstyrelsen Halland möts. Länsstyrelsen ger 45 000 kronor till projektet Nötter i natten.",
            [],
        ),
    ],
)
def test_a_body_told_without_its_name_stands_for_itself_where_none_of_its_kind_is_named(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(name, type_) for _, name, type_ in boards(text)] == found


def test_a_board_with_a_word_for_its_body_is_the_only_one_of_that_kind() -> None:
    text = (
        "Region Skåne, Lunds kommun och Malmö kommun möts. "
        "Regionala utvecklingsnämnden ger 45 000 kronor till projektet Nötter i natten."
    )
    facts = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    assert [flow.funder for flow in facts.flows] == ["region-skane"]


def test_a_board_of_two_tasks_is_one_board() -> None:
    text = "Tillväxt- och kustplanenämnden beviljar Byalaget Ekorren 45 000 kronor till projektet Nötter i natten."
    facts = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    assert [flow.funder for flow in facts.flows] == ["tillvaxt-och-kustplanenamnden"]
