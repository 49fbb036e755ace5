"""Words and shapes that no project is called by."""

import pytest

from graphkit.facts.misnomers import has_shape, is_misnomer
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


def test_the_number_of_a_forms_question_has_no_names_shape() -> None:
    assert not has_shape("C.1", "project.noun-before")
    assert has_shape("CyberGräs 1", "project.noun-before")
