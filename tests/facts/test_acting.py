"""Which bodies a page's facts hold though no role and no money is told of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts.finding import find_facts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Två lantbruk i Orust kommun har bytt panna, ett annat i Tjörns kommun.", []),
        ("Två lantbruk i Orust kommun har bytt panna, och Orust kommun gläds.", ["Orust kommun"]),
        ("Europeiska socialfonden finns till för arbetslivet.", ["Europeiska socialfonden"]),
        ("Interreg Nord finns till för samarbete över gränser.", []),
        ("Länsstyrelsen i Skåne höll i mötet.", ["Länsstyrelsen i Skåne"]),
    ],
)
def test_a_body_counts_where_it_is_more_than_a_place_or_a_programme(text: str, found: list[str]) -> None:
    assert [actor.name for actor in find_facts(read_bytes(text.encode(), Path("sida.txt"))).actors] == found
