"""Money that a page tells again: lists with their sum, restatements and headlines, each of which counts once."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts


def flows(text: str) -> list[tuple[str | None, int]]:
    facts = find_facts(read_bytes(text.encode(), Path("sida.md")))
    names = {actor.id: actor.name for actor in facts.actors}
    return sorted(((names.get(x.recipient or ""), int(x.money.amount)) for x in facts.flows), key=str)


LIST = "- Projektet Ljungvägen får 300 000 kronor.\n- Projektet Strandhuset får 210 000 kronor.\n- Projektet Kajplats får 95 000 kronor.\n"


@pytest.mark.parametrize(
    "total",
    [
        "605 000 kronor till tre lokala projekt",
        "510 000 kronor till två projekt i Torp",
        "0,6 miljoner till tre projekt",
    ],
)
def test_a_sum_of_what_is_listed_is_no_flow_of_its_own(total):
    text = f"# Stöd till bygden\n\nRegion Halland delar ut {total}.\n\n{LIST}"
    assert flows(text) == [(None, 210_000), (None, 300_000), (None, 95_000)]


def test_a_sum_beside_examples_stays():
    text = f"# Stöd till bygden\n\nRegion Halland delar ut 9 miljoner kronor till 40 lokala projekt.\n\n{LIST}"
    assert (None, 9_000_000) in flows(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "# Stöd till byarna\n\n## Fem miljoner till Stadsmissionen\n\nDet blev klart i går.",
            [("Stadsmissionen", 5_000_000)],
        ),
        (
            "# Stöd till byarna\n\n## Fem miljoner till Stadsmissionen\n\nStadsmissionen får fem miljoner kronor i stöd.",
            [("Stadsmissionen", 5_000_000)],
        ),
        ("# Nytt hus\n\n## Fem miljoner till fasaden\n\nHuset är från 1890.", []),
        ("# Nytt hus\n\n## Priset blev fem miljoner för Stadsmissionen\n\nHuset är från 1890.", []),
    ],
)
def test_a_headline_gives_a_flow_where_nothing_else_tells_its_sum(text, found):
    assert flows(text) == found


def test_a_line_of_project_body_and_sum_tells_who_gets_it():
    text = "# Pengar till länet\n\nRegion Halland har beviljat stöd.\n\nNya spår är klart:\n\n- Ljungvägen, Torps kommun, 210 000 kronor\n- Strandhuset, Falkenbergs kommun, 300 000 kronor\n"
    assert flows(text) == [("Falkenbergs kommun", 300_000), ("Torps kommun", 210_000)]
