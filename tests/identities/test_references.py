"""The reference tables as identities use them."""

import pytest

from graphkit.identities.forms import slug_of
from graphkit.identities.references import (
    actor_of_slug,
    listed_actor,
    listed_region,
    region_of,
    region_of_slug,
    slug_of_actor,
)
from graphkit.reference import load_actors, load_regions
from graphkit.text import slug


def test_each_listed_actor_and_region_has_a_slug_of_its_own():
    assert len({slug_of_actor(actor) for actor in load_actors()}) == len(load_actors())
    assert len({slug(region.code) for region in load_regions()}) == len(load_regions())


def test_each_listed_actor_is_found_by_its_own_name_and_slug():
    for actor in load_actors():
        assert actor_of_slug(slug_of_actor(actor)) == actor
        assert listed_actor(actor.name) == actor, slug_of(actor.name)


def test_each_successor_is_listed_or_told_by_the_table_only():
    successors = {actor.successor for actor in load_actors() if actor.successor}
    assert {name for name in successors if listed_actor(name) is None} == set()


@pytest.mark.parametrize(
    ("name", "kind", "aliases", "found"),
    [
        ("Borås Stad", "municipality", (), "Borås kommun"),
        ("NUTEK", "agency", (), "Nutek"),
        ("Swedish Agricultural Agency", "agency", ("Jordbruksverket",), "Jordbruksverket"),
        ("Swedish Agricultural Agency", "company", ("Jordbruksverket",), None),
        ("Regionala bolaget", "region", ("Sida", "Vinnova"), None),
        ("Länsstyrelsen", "county-board", ("Länsstyrelsen i Örebro län",), None),
    ],
)
def test_an_actor_is_found_by_name_core_or_agreeing_aliases(name, kind, aliases, found):
    actor = listed_actor(name, kind, aliases)
    assert (actor.name if actor else None) == found


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("Karelen", "county", "RU-KR"),
        ("Leningrads län", "county", "RU-LEN"),
        ("Kondopoga", "city", "GN-545626"),
        ("Lycksele", "municipality", "SE-2481"),
        ("Lycksele", "city", None),
        ("Telemark", "county", "NO-40"),
        ("Åland", "country", "FI-01"),
    ],
)
def test_a_region_is_found_by_name_and_kind_if_it_alone_bears_the_name(name, kind, code):
    region = listed_region(name, kind)
    assert (region.code if region else None) == code


def test_a_place_with_several_codes_is_one_region():
    codes = {
        region_of(region.code).code for region in load_regions() if region.name_sv.startswith(("Åland", "Østfold"))
    }
    assert codes == {"FI-01", "NO-31"}
    assert region_of("NO-38").code == "NO-38"  # Vestfold og Telemark was a county of its own


def test_a_region_is_found_by_its_code_in_any_case_of_letters():
    assert region_of("SE122") == region_of_slug("se122")
    assert region_of("") is None
