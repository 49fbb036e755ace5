"""The statements on two profiles: when they are true, how much they count, and the sentence that a person reads."""

import pytest

from graphkit.identities import features
from graphkit.identities.features import REVIEW, SAME, compare
from graphkit.identities.mentions import Mention, Profile, key_of


def profile(name, *aliases, kind="project", document="d", type="", years=(), company=(), related=()):
    mention = Mention(kind, document, document, "x", name, "sv", aliases, type, "", "", company, years, related)
    made = Profile(key_of(mention), ())
    made.add(mention)
    return made


def pair(one, other, **more):
    return profile(one, document="a", **more), profile(other, document="b", **more)


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("Hållbara hamnar i norr", "Hållbara hamnar i norra", 0.9),
        ("Skogens kvinnor", "Skogens män", None),
        ("Kraftsamling Ludvika", "Kraftsamling Ljungby", None),
        ("Samverkan för skärgården i Mora", "Samverkan för skärgården i Nora", 0.75),
        ("Små företag i skogen", "Småföretag i skogen", 0.9),
        ("Laxens väg i norr", "Laxens väg i norr II", None),
        ("Källa 2.0 i norr", "Källa 3.0 i norr", None),
        ("Etapp", "Etappen", None),
        ("Vingen", "Vangen", None),
    ],
)
def test_nearly_the_same_name_counts_unless_numbers_differ(one, other, score):
    likeness = compare(*pair(one, other, years=(2009,)))
    assert (likeness.score if likeness else None) == score


def test_support_is_told_in_the_sentence():
    with_year = features.nearly_the_same_name(*pair("Hållbara hamnar", "Hållbar hamnar", years=(2009,)))
    with_actor = features.nearly_the_same_name(*pair("Hållbara hamnar", "Hållbar hamnar", company=("sida",)))
    without = features.nearly_the_same_name(*pair("Hållbara hamnar", "Hållbar hamnar"))
    assert with_year.why.endswith("are nearly the same name, and both are dated 2009")
    assert with_actor.why.endswith("are nearly the same name, and sida takes part in both")
    assert REVIEW <= without.score < SAME <= with_year.score


def test_another_name_needs_support_to_be_sure():
    alone = features.one_name_is_the_others_alias(profile("WERAN"), profile("WERAN Baltic Sea", "WERAN"))
    supported = features.one_name_is_the_others_alias(
        profile("WERAN", years=(2009,)), profile("WERAN Baltic Sea", "WERAN", years=(2009,))
    )
    assert REVIEW <= alone.score < SAME <= supported.score
    assert alone.why == "«WERAN» is another name of «WERAN Baltic Sea»"


def test_an_abbreviation_counts_between_bodies_of_one_kind_only():
    long = profile("Byarnas Utvecklingscentrum", "BUC", kind="actor", type="association")
    assert features.one_is_the_others_abbreviation(profile("BUC", kind="actor", type="association"), long).score >= SAME
    assert features.one_is_the_others_abbreviation(profile("BUC", kind="actor"), long).score >= SAME
    assert features.one_is_the_others_abbreviation(profile("BUC", kind="actor", type="company"), long) is None
    long.disputed = {"BUC"}
    assert features.one_is_the_others_abbreviation(profile("BUC", kind="actor"), long).score < SAME


def test_a_short_form_that_is_no_abbreviation_joins_no_actors():
    long = profile("Förbundet i Småbyn", "Förbundet", kind="actor")
    assert features.one_is_the_others_abbreviation(profile("Förbundet", kind="actor"), long) is None


def test_a_project_and_the_one_that_it_follows_are_two():
    one = profile("Hållbara hamnar i norra", document="a", years=(2009,), related=("hallbara hamnar norr",))
    assert compare(one, profile("Hållbara hamnar i norr", document="b", years=(2009,))) is None


def test_each_feature_gives_the_same_answer_both_ways():
    profiles = [
        profile(name, alias, document=name, years=(2009,))
        for name in ("Bro i norr", "Bro i norra")
        for alias in ("B", "Bro i norr")
    ]
    for one in profiles:
        for other in profiles:
            if one is not other:
                assert (compare(one, other) or (0,))[0] == (compare(other, one) or (0,))[0]


def test_each_kind_of_entity_has_features():
    assert set(features.FEATURES) == {"project", "actor", "region", "programme"}
