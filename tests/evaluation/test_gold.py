"""Gold that would be scored silently for what it doesn't mean is told, with its file and what is near."""

import copy

import pytest

from graphkit import resources
from graphkit.errors import DataError
from graphkit.evaluate import load_gold
from graphkit.evaluation.gold import check_gold

GOLD = {
    "id": "a",
    "projects": [{"id": "weran", "name": "WERAN", "follows": []}],
    "actors": [{"id": "sida", "name": "Sida", "type": "agency", "type_alt": ["other"]}],
    "regions": [{"id": "dalarna", "name": "Dalarna"}, {"id": "karelen", "name": "Karelen"}],
    "roles": [{"project": "weran", "actor": "sida", "role": "funder"}],
    "flows": [{"project": None, "funder": "sida", "funder_alt": [None, "tacis"], "amount": 1}],
    "cooperations": [["dalarna", "karelen"], {"regions": ["karelen", "dalarna"], "evidence": []}],
    "optional": {"actors": [{"id": "tacis", "name": "Tacis"}]},
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"aktors": []}, r"gold file a\.yaml: «aktors» is no key of the file \(near: actors or .+: correct it"),
        ({"optional": {"rols": []}}, r"«rols» is no key of «optional» \(near: roles\)"),
        (
            {"roles": [{"project": "weran", "actor": "sida", "rol": "funder"}]},
            r"«rol» is no key of «roles» \(near: role",
        ),
        (
            {"roles": [{"project": "weran", "actor": "sidan", "role": "funder"}]},
            r"roles names «sidan» as actor, which «actors» doesn't list \(near: sida\): add it there",
        ),
        ({"flows": [{"project": "weran", "funder_alt": "nutek"}]}, r"flows names «nutek» as funder"),
        ({"projects": [{"id": "weran", "follows": ["wera"]}]}, r"projects names «wera» as follows.+near: weran"),
        ({"cooperations": [["dalarna", "vologda"]]}, r"cooperations names «vologda» as regions"),
        (
            {"flows": [], "optional": {"roles": [{"project": "x", "actor": "sida"}]}},
            r"optional: roles names «x» as project",
        ),
    ],
)
def test_an_unknown_key_or_id_is_told(change, told):
    with pytest.raises(DataError, match=told):
        check_gold(copy.deepcopy(GOLD) | change, "a.yaml")


def test_ids_may_stand_in_the_optional_part_and_alternatives_and_null_name_nothing():
    check_gold(GOLD, "a.yaml")


def test_the_shipped_gold_says_what_it_means():
    assert load_gold(resources.data("samples", "gold"))


def test_a_fact_file_that_was_printed_may_be_gold():
    from graphkit.factfiles import facts_to_plain, load_facts

    for path in sorted(resources.data("samples", "gold").glob("*.yaml")):
        check_gold(facts_to_plain(load_facts(path)), path.name)
