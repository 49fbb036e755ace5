"""Entities in the graph: names, kinds, codes, and what the reference tables add."""

ID = "https://w3id.org/graphkit/id/"


def values(store, kind, slug, predicate):
    rows = store.select(f"SELECT ?value {{ <{ID}{kind}/{slug}> {predicate} ?value }} ORDER BY ?value").rows
    return [str(row[0]).removeprefix(f"<{ID}").removesuffix(">") for row in rows]


def test_a_region_has_its_official_names_in_two_languages_and_the_written_ones_beside_them(facts_of, store_of):
    store = store_of(facts_of())
    assert values(store, "region", "se122", "skos:prefLabel") == ['"Södermanland County"@en', '"Södermanlands län"@sv']
    assert values(store, "region", "se122", "skos:altLabel") == ['"Sörmland"@sv']


def test_a_region_has_code_kind_and_place_and_lies_within_others_up_to_its_country(facts_of, store_of):
    store = store_of(facts_of())
    assert values(store, "region", "se122", "gk:code") == ['"SE122"']
    assert values(store, "region", "ru-len", "gk:within") == ["region/ru"]
    assert "region/se" in values(store, "region", "se122", "gk:within+")
    assert store.ask(f"ASK {{ <{ID}region/se122> geo:lat ?lat ; geo:long ?long FILTER(?lat > 58 && ?long < 18) }}")


def test_a_macro_region_that_occurs_has_its_members(facts_of, store_of):
    store = store_of(facts_of("regions: [{id: x, name: Fyrstad, type: macro}]\nprojects: []"))
    assert len(values(store, "region", "se-m-fyrstad", "gk:member")) == 4


def test_a_macro_region_reaches_the_members_of_those_that_it_holds(facts_of, store_of):
    store = store_of(facts_of("regions: [{id: x, name: Europa, type: macro}]\nprojects: []"))
    assert "region/eu" in values(store, "region", "m-europa", "gk:member")
    assert {"region/se", "region/fi", "region/no"} <= set(values(store, "region", "m-europa", "gk:member+"))


def test_a_macro_region_that_is_an_actors_seat_has_its_members(facts_of, store_of):
    store = store_of(
        facts_of("actors: [{id: x, name: Nordiska ministerrådet, type: other}]\nprojects: []\nregions: []")
    )
    assert values(store, "actor", "nordiska-ministerradet", "gk:seat") == ["region/m-norden"]
    assert "region/se" in values(store, "region", "m-norden", "gk:member")


def test_each_part_of_a_macro_region_lies_within_it_or_is_its_member(facts_of, store_of):
    store = store_of(
        facts_of(
            "regions: [{id: x, name: Umeå, type: municipality, code: SE-2480}, {id: y, name: Norden, type: macro}]"
        )
    )
    assert {"region/se33", "region/m-norden"} <= set(values(store, "region", "se-2480", "(gk:within|^gk:member)+"))


def test_a_town_lies_in_the_municipality_named_after_it(facts_of, store_of):
    store = store_of(facts_of("regions: [{id: x, name: Boden, type: city}]"))
    assert values(store, "region", "boden-city", "gk:within") == ["region/se-2582"]


def test_an_actor_has_a_kind_a_seat_and_the_body_that_took_over(facts_of, store_of):
    store = store_of(facts_of("actors: [{id: x, name: Nutek, type: agency}]"))
    assert values(store, "actor", "nutek", "gk:actorType") == ["<https://w3id.org/graphkit/vocabulary/agency"]
    assert values(store, "actor", "nutek", "gk:successor") == ["actor/tillvaxtverket"]
    assert values(store, "actor", "tillvaxtverket", "skos:prefLabel") == ['"Tillväxtverket"@sv']
    seat = store_of(facts_of("actors: [{id: x, name: Region Sörmland, type: region}]"))
    assert values(seat, "actor", "region-sormland", "gk:seat") == ["region/se122"]


def test_a_programme_with_years_is_part_of_the_one_without_and_pays_as_the_actor(facts_of, store_of):
    store = store_of(
        facts_of(
            "projects: [{id: x, name: Bro, programme: Interreg Aurora 2021–2027}]\n"
            "actors: [{id: y, name: Interreg Aurora, type: eu}]"
        )
    )
    assert values(store, "programme", "interreg-aurora-2021-2027", "gk:partOf") == ["programme/interreg-aurora"]
    assert values(store, "programme", "interreg-aurora-2021-2027", "gk:endYear") == [
        '"2027"^^<http://www.w3.org/2001/XMLSchema#integer'
    ]
    assert values(store, "programme", "interreg-aurora-2021-2027", "gk:paysAs") == ["actor/interreg-aurora"]
    assert values(store, "programme", "interreg-aurora", "skos:prefLabel") == ['"Interreg Aurora"@sv']
