"""How an entity is called: its name, type, code and slug."""

import pytest

from graphkit.factfiles import parse_facts
from graphkit.identities import resolve


def entities(*fact_files):
    documents = [parse_facts(text, name=f"d{number}") for number, text in enumerate(fact_files)]
    return {(entity.kind, entity.slug): entity for entity in resolve(documents).entities}


@pytest.mark.parametrize(
    ("text", "kind", "slug"),
    [
        ("regions: [{id: x, name: Sörmland, type: county, code: SE122}]", "region", "se122"),
        ("regions: [{id: x, name: Álava, type: county, code: ES-VI}]", "region", "es-vi"),
        ("regions: [{id: x, name: Småbyn, type: city}]", "region", "smabyn-city"),
        ("regions: [{id: x, name: Norra Sverige, type: macro}]", "region", "norra-sverige-macro"),
        ("actors: [{id: x, name: SLU, type: university}]", "actor", "sveriges-lantbruksuniversitet"),
        ("actors: [{id: x, name: Bygdens Företagare, type: association}]", "actor", "bygdens-foretagare"),
        ("{id: nytt, actors: [{id: x, name: Länsstyrelsen, type: county-board}]}", "actor", "nytt-lansstyrelsen"),
        ("projects: [{id: x, name: 'Bastu för alla!'}]", "project", "bastu-for-alla"),
        ("{id: nytt, projects: [{id: x, name: Det första projektet}]}", "project", "nytt-det-forsta-projektet"),
        ("projects: [{id: x, name: Bro, programme: Tacis}]", "programme", "tacis"),
        ("projects: [{id: x, name: '???'}]", "project", "a03b221c"),
    ],
)
def test_a_slug_comes_from_code_reference_name_or_name(text, kind, slug):
    assert (kind, slug) in entities(text)


def test_the_fullest_name_in_ordinary_letters_is_shown_and_all_names_are_kept():
    found = entities(
        "projects: [{id: x, name: SKOGSBRON, aliases: [bron]}]", "projects: [{id: y, name: Skogsbron}]\nlanguage: en"
    )
    entity = found[("project", "skogsbron")]
    assert (entity.name, entity.language) == ("Skogsbron", "en")
    assert entity.names == (("SKOGSBRON", "sv"), ("Skogsbron", "en"), ("bron", "sv"))


def test_a_listed_actor_has_the_name_and_kind_of_the_table():
    entity = entities("actors: [{id: x, name: SLU, type: other}]")[("actor", "sveriges-lantbruksuniversitet")]
    assert (entity.name, entity.language, entity.type) == ("Sveriges lantbruksuniversitet", "sv", "university")


def test_of_several_kinds_the_usual_one_counts_and_other_counts_least():
    same = "actors: [{{id: x, name: Byakraft, type: {}}}]"
    found = entities(same.format("other"), same.format("other"), same.format("company"))
    assert found[("actor", "byakraft")].type == "company"


def test_a_programme_keeps_its_years_in_name_and_slug():
    entity = entities("projects: [{id: x, name: Bro, programme: Central Baltic Programme 2014–2020}]")
    assert entity[("programme", "interreg-central-baltic-2014-2020")].name == "Interreg Central Baltic 2014–2020"


def test_a_region_without_a_code_of_its_own_has_none():
    assert entities("regions: [{id: x, name: Fyrstad, type: macro}]")[("region", "se-m-fyrstad")].code is None
