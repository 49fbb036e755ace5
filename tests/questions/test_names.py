"""Names as people write them are found; what is unclear is asked, what is missing is told with near names."""

import pytest

from graphkit.errors import UsageError
from graphkit.graph.local import memory_store
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import SCHEMES, concept
from graphkit.questions.labels import concept_labels
from graphkit.questions.names import find_concept, find_entity, find_regions
from graphkit.text import slug

ID = "https://w3id.org/graphkit/id/"

FOUND = [
    ("region", "Karelen", "region/ru-kr"),
    ("region", "karelen", "region/ru-kr"),
    ("region", "Republic of Karelia", "region/ru-kr"),
    ("region", "RU-KR", "region/ru-kr"),
    ("region", "vasterbotten", "region/se331"),
    ("region", "Västerbottens län", "region/se331"),
    ("region", "SE331", "region/se331"),
    ("region", "se331", "region/se331"),
    ("region", "Västerbottens", "region/se331"),
    ("region", "Västerbotten län", "region/se331"),
    ("region", "Gotland", "region/se214"),
    ("region", "Gotlands", "region/se214"),
    ("region", "Gotland's", "region/se214"),
    ("actor", "Region Västerbotten", "actor/region-vasterbotten"),
    ("actor", "region vasterbotten", "actor/region-vasterbotten"),
    ("actor", "SIDA", "actor/sida"),
    ("actor", "Region Västerbottens", "actor/region-vasterbotten"),
    ("actor", "Sidas", "actor/sida"),
    ("project", "northern lamp", "project/northern-lamp"),
    ("programme", "interreg nord", "programme/interreg-nord"),
    ("entity", "Kolarctic", "programme/kolarctic"),
    ("entity", f"{ID}region/se331", "region/se331"),
    ("entity", f"<{ID}region/se331>", "region/se331"),
]


@pytest.mark.parametrize(("kind", "name", "expected"), FOUND, ids=[name for _, name, _ in FOUND])
def test_a_name_is_found_as_people_write_it(kind: str, name: str, expected: str, store: Store):
    assert find_entity(store, kind, name).value == ID + expected


@pytest.mark.parametrize(
    ("kind", "name", "near"),
    [
        ("region", "Västerboten", "Västerbottens län"),
        ("region", "Väster", "Västerbottens län"),
        ("region", "Got", "Gotlands län"),
        ("region", "Karel", "Republiken Karelen"),
        ("actor", "Petrozavodsk", "Petrozavodsk kvinnocenter"),
        ("actor", "Regon Västerbotten", "Region Västerbotten"),
        ("project", "northern lmap", "Northern Lamp"),
        ("project", "nort", "Northern Lamp"),
        ("document", "annual", "Annual report"),
    ],
)
def test_what_only_begins_like_a_name_or_is_nearly_one_is_told_and_not_taken(
    kind: str, name: str, near: str, store: Store
):
    with pytest.raises(UsageError, match="«" + name) as caught:
        find_entity(store, kind, name)
    assert f"(near: {near}" in str(caught.value)
    assert f"(liknar: {near}" in caught.value.message.in_language("sv")


def test_a_document_is_called_by_its_file_too(store: Store):
    titled = find_entity(store, "document", "Annual report")
    assert find_entity(store, "document", "report.pdf") == titled
    assert find_entity(store, "document", "report") == titled


def test_a_missing_name_is_told_with_near_names(store: Store):
    with pytest.raises(UsageError, match=r"^there is no actor «Vidar» in the graph \(near: Sida\)\.$"):
        find_entity(store, "actor", "Vidar")
    with pytest.raises(UsageError, match=r"^there is no project «Xyzzy» in the graph\.$"):
        find_entity(store, "project", "Xyzzy")


def test_a_name_of_another_kind_is_missing(store: Store):
    with pytest.raises(UsageError, match="no actor «Northern Lamp»"):
        find_entity(store, "actor", "Northern Lamp")


@pytest.mark.parametrize("name", ["—", "", "https://example.org/x", "<https://example.org/x>"])
def test_what_is_no_name_of_the_graph_is_refused(name: str, store: Store):
    with pytest.raises(UsageError):
        find_entity(store, "entity", name)


def test_a_macro_region_that_no_document_names_is_the_regions_that_belong_to_it(store: Store):
    def found(name: str) -> list[str]:
        return [node.value.removeprefix(f"{ID}region/") for node in find_regions(store, name)]

    assert found("Norden") == ["dk", "fi", "se"]
    assert found("norrland") == ["se331", "se332"]
    assert found("Barents Region") == ["ru-kr", "se331", "se332"]
    assert found("Karelen") == ["ru-kr"]
    with pytest.raises(UsageError, match="no region «Fyrbodal»"):
        find_regions(store, "Fyrbodal")


def test_words_of_the_vocabulary_are_found_by_what_people_call_them():
    for scheme, word, names in [
        ("roles", "owner", ["projektägare", "Huvudman", "lead partner", "stödmottagare"]),
        ("roles", "funder", ["medfinansiär", "finansiär", "co-funder"]),
        ("actor-types", "university", ["universitet", "högskola"]),
        ("actor-types", "region", ["landsting", "region"]),
        ("region-kinds", "county", ["län", "oblast"]),
        ("statuses", "refused", ["avslag", "rejected"]),
    ]:
        concepts = {one: concept(scheme, one) for one in SCHEMES[scheme]}
        assert [find_concept(name, concepts, "x") for name in names] == [concept(scheme, word)] * len(names)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_word_stands_for_two_concepts_of_a_scheme(scheme: str):
    words = [
        name for word in SCHEMES[scheme] for name in {slug(word), *map(slug, concept_labels(concept(scheme, word)))}
    ]
    assert sorted(words) == sorted(set(words))


TOWNS = """
@prefix gk: <https://w3id.org/graphkit/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix r: <https://w3id.org/graphkit/id/region/> .
r:c1 a gk:Region ; skos:prefLabel "Storby län"@sv ; skos:altLabel "Storby"@sv ; gk:code "C1" .
r:m1 a gk:Region ; skos:prefLabel "Storby"@sv ; gk:code "M1" ; gk:within r:c1 .
r:t1 a gk:Region ; skos:prefLabel "Storby"@sv ; gk:within r:m1 .
r:a a gk:Region ; skos:prefLabel "Lillby"@sv, "Littleham"@en ; gk:code "A1" .
r:b a gk:Region ; skos:prefLabel "Lillby"@sv ; gk:within r:c1 .
"""


@pytest.fixture(scope="module")
def towns() -> Store:
    import pyoxigraph as ox

    return memory_store(quad.triple for quad in ox.parse(TOWNS, format=ox.RdfFormat.TURTLE))


def test_of_regions_with_one_name_it_is_the_one_around_the_others(towns: Store):
    assert find_entity(towns, "region", "Storby").value == f"{ID}region/c1"
    assert find_entity(towns, "region", "M1").value == f"{ID}region/m1"


def test_a_region_of_the_reference_table_comes_before_one_that_only_documents_know():
    import pyoxigraph as ox

    graph = """
        @prefix gk: <https://w3id.org/graphkit/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix r: <https://w3id.org/graphkit/id/region/> .
        r:ru-kr a gk:Region ; skos:prefLabel "Republiken Karelen"@sv ; gk:code "RU-KR" .
        r:karelen-macro a gk:Region ; skos:prefLabel "Karelen"@sv ."""
    store = memory_store(quad.triple for quad in ox.parse(graph, format=ox.RdfFormat.TURTLE))
    assert find_entity(store, "region", "Karelen").value == f"{ID}region/ru-kr"
    assert find_entity(store, "region", "karelen-macro").value == f"{ID}region/karelen-macro"


def test_a_name_that_several_bear_is_asked_with_the_candidates(towns: Store):
    with pytest.raises(UsageError, match=r"^«lillby» may be Lillby \(A1\) or Lillby \(b\): say which"):
        find_entity(towns, "region", "lillby")
    assert find_entity(towns, "region", "b").value == f"{ID}region/b"


@pytest.mark.parametrize("name", ["Åland", "AX", "FI-01", "Ahvenanmaa", "landskapet Åland"])
def test_a_place_with_several_codes_is_found_by_each_of_them(name: str):
    from graphkit.graph.mapping import to_triples
    from graphkit.identities import resolve
    from graphkit.model import DocumentInfo, Facts, Project, Region
    from graphkit.model import Location as Place

    facts = Facts(
        info=DocumentInfo("a", "a.txt", "txt", "", "sv"),
        text="",
        projects=(Project(id="p", name="Fyren"),),
        regions=(Region(id="r", name="Åland", type="country", code="AX"),),
        locations=(Place(project="p", region="r"),),
    )
    graph = memory_store(to_triples([facts], resolve([facts])))
    assert find_entity(graph, "region", name).value == ID + "region/fi-01"
