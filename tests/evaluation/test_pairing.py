"""Pairs of gold and predicted facts."""

from graphkit.evaluation.pairing import Entities, Tally, pairs, score_wholes


def test_no_pair_is_lost_to_a_greedy_choice():
    likeness = {("a", "x"): 1.0, ("a", "y"): 0.9, ("b", "x"): 0.8}
    assert pairs("ab", "xy", lambda g, p: likeness.get((g, p), 0.0)) == {0: 1, 1: 0}


def test_an_optional_fact_is_neither_rewarded_nor_punished():
    tally = Tally()
    paired = score_wholes(
        tally,
        gold=[{"n": 1}],
        optional=[{"n": 2}],
        predicted=[{"n": 2}, {"n": 3}],
        like=lambda one, two: float(one == two),
        label=str,
    )
    assert paired == {}
    assert (tally.right, tally.false, tally.missed) == (0, 1, 1)
    assert tally.errors == [("missed", "{'n': 1}"), ("false", "{'n': 3}")]


def test_a_reference_by_name_finds_its_entity():
    entities = Entities(
        [{"id": "sida", "name": "Sida"}], [], [{"id": "p1", "name": "Sida"}], lambda g, p: float(g["name"] == p["name"])
    )
    assert entities.gold_id("p1") == entities.gold_id("Sida") == "sida"
    assert entities.gold_id(None) is None
    assert entities.label(entities.gold_id("Vinnova")) == "?Vinnova"


def test_a_coarse_date_is_half_right_half_false_and_half_missed():
    tally = Tally()
    tally.hit()
    tally.half("x start 2020-05 <- 2020")
    assert (tally.right, tally.false, tally.missed) == (1.5, 0.5, 0.5)
    assert tally.scores().f1 == 0.75
