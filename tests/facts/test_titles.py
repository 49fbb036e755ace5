"""Short names with the titles that they stand for."""

import pytest

from graphkit.facts.titles import titled_end
from graphkit.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("COAST – Clean Oars and Sails Together. Lead: Alfa.", "COAST – Clean Oars and Sails Together"),
        ("OreSafe: Safer dams – a toolbox: Examines dams.", "OreSafe: Safer dams – a toolbox"),
        ("BIRO II – Birch roads through the north (2019)", "BIRO II – Birch roads through the north"),
        ("COAST: Aims to clean the harbours.", None),
        ("COAST – The project cleans harbours.", None),
        ("Coast – Clean Oars and Sails Together.", None),
        ("COAST is a project on oars.", None),
    ],
)
def test_a_short_name_has_the_title_behind_its_dash_or_colon(text: str, name: str | None) -> None:
    end = titled_end(text, 0, len(text), load_lexicon("en"))
    assert (text[:end] if end else None) == name
