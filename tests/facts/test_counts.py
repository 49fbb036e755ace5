"""Numbers that count something: own sentences."""

from decimal import Decimal

import pytest

from graphkit.facts.counts import find_counts
from graphkit.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("minst 40 unga snickare", [("unga snickare", [40])]),
        ("ett tjugotal småbruk", [("småbruk", [20])]),
        ("10–15 nya kurser", [("nya kurser", [10, 15])]),
        ("sjutton små och medelstora företag", [("små och medelstora företag", [17])]),
        ("3 000 kronor, sex år och två kommuner", []),
        ("etapp 2 och dnr 2031-14", []),
    ],
)
def test_a_number_counts_the_noun_behind_it_unless_it_is_money_time_or_a_party(text, found):
    counts = [c for c in find_counts(text, load_lexicon("sv")) if c.label]
    assert [(c.label, [int(value) for value in c.value]) for c in counts] == found


def test_an_english_share_of_change_is_counted():
    (count,) = find_counts("Waste has been reduced by 18 per cent.", load_lexicon("en"))
    assert (count.label, count.value, count.share) == ("Waste has been", (Decimal(18),), True)
