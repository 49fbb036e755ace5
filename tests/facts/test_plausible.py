"""Places that only a preposition tells need the rest of the page's consent."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts.names import find_names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Verkstaden ligger i Snårdal.", ["Snårdal"]),
        ("Verkstaden ligger i en by. Nästa ligger i Snår", []),
        ("Bron byggs i Snårdals-regi nu.", []),
    ],
)
def test_a_place_torn_off_at_the_end_of_a_page_is_none(text: str, places: list[str]) -> None:
    names = find_names(read_bytes(text.encode(), Path("sida.txt")))
    assert [name.text for name in names if name.kind == "region"] == places


@pytest.mark.parametrize(
    ("text", "bodies"),
    [("Den lilla leden ägs av Snårhuset.", ["Snårhuset"]), ("Den lilla leden är ny. Den ägs av Snår", [])],
)
def test_a_body_torn_off_at_the_end_of_a_page_is_none(text: str, bodies: list[str]) -> None:
    names = find_names(read_bytes(text.encode(), Path("sida.txt")))
    assert [name.text for name in names if name.kind == "actor"] == bodies
