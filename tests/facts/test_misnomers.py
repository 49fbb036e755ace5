"""Words and shapes that no project is called by."""

import pytest

from graphkit.facts.misnomers import is_misnomer
from graphkit.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("name", "rule", "expected"),
    [
        ("Inledning 1", "project.item", True),
        ("Åtgärdsområde 2", "project.named", True),
        ("3 Sammanfattning Denna rapport", "project.subject", True),
        ("3 Broar över ån", "project.item", False),
        ("Sammanfattande lek", "project.item", False),
        ("Ringleden 2", "project.named", False),
    ],
)
def test_common_headings_and_areas_of_programmes_are_no_names(name: str, rule: str, expected: bool) -> None:
    assert is_misnomer(name, rule, load_lexicon("sv")) is expected
