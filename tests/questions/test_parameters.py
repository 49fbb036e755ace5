"""Parameters come into a query as terms: typed, and unable to do anything else."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import QueryError, UsageError
from graphkit.graph.store import Store
from graphkit.questions.ask import ask
from graphkit.questions.catalogue import Parameter, find_query, load_catalogue, parse_query
from graphkit.questions.parameters import bind, find_term, find_terms, serialise

CATALOGUE = load_catalogue()
EVIL = [
    '" } } SERVICE <http://x/> { ?s ?p ?o } #',
    'x"@sv } INSERT DATA { <a:a> <a:b> <a:c> } #',
    "'''} DROP ALL #",
    "\\",
    '\\"',
    "a\nb\r\nc\td",
    "}" * 5000,
    "?s",
    "\u2028\u0000\u202e",
]


def parameter(kind: str) -> Parameter:
    return Parameter(name="x", type=kind, required=False)


@pytest.mark.parametrize("text", EVIL)
def test_a_hostile_text_is_a_text_and_finds_nothing(text: str, store: Store):
    table = ask(store, find_query(CATALOGUE, "projects"), {"name": text}, "sv")
    assert table.rows == ()


@pytest.mark.parametrize("text", EVIL)
@pytest.mark.parametrize(
    "kind", ["region", "actor", "project", "programme", "entity", "role", "year", "integer", "fact-kind"]
)
def test_a_hostile_name_is_no_name(kind: str, text: str, store: Store):
    with pytest.raises(UsageError):
        find_term(store, parameter(kind), text)


@pytest.mark.parametrize("text", ["\\u0022 } SERVICE <http://x/> {} #", "\\\\u0022", "\\U00000022"])
def test_a_text_with_an_escape_is_refused(text: str, store: Store):
    with pytest.raises(UsageError, match="write the character itself"):
        find_term(store, parameter("text"), text)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_comes_back_as_itself(text: str):
    sparql = bind(parse_query("SELECT ?_x WHERE { }"), ((parameter("text"), ox.Literal(text)),))
    (row,) = ox.Store().query(sparql)
    assert row["_x"] == ox.Literal(text)


@pytest.mark.parametrize("iri", ["https://example.org/a>b", "https://example.org/a b", 'x:"', "x:{}", "x:\\u003e"])
def test_an_iri_that_could_end_early_is_refused(iri: str):
    with pytest.raises(ValueError, match="IRI"):
        serialise(ox.NamedNode(iri))


def test_terms_keep_their_language_and_type():
    assert serialise(ox.Literal("år", language="sv")) == '"år"@sv'
    assert (
        serialise(ox.Literal("2009", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#gYear")))
        == '"2009"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    )
    assert serialise(ox.Literal(7)) == "7"
    assert serialise(ox.Literal("7 } #", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))).startswith(
        '"7 } #"^^'
    )


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("year", "98"),
        ("year", "2008-01"),
        ("year", "3008"),
        ("integer", "1.5"),
        ("integer", "01"),
        ("text", "  "),
        ("date", "2008-13"),
        ("date", "08-01-01"),
        ("as-of", "2008"),
        ("as-of", "igår"),
    ],
)
def test_a_value_of_another_type_is_refused(kind: str, value: str, store: Store):
    with pytest.raises(UsageError):
        find_term(store, parameter(kind), value)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("role", "owner", "vocabulary/owner"),
        ("role", "Ägare", "vocabulary/owner"),
        ("actor-type", "county-board", "vocabulary/county-board"),
        ("actor-type", "länsstyrelse", "vocabulary/county-board"),
        ("status", "refused", "vocabulary/refused"),
        ("scope", "excluded", "vocabulary/excluded"),
        ("fact-kind", "FundingFlow", "ontology#FundingFlow"),
        ("fact-kind", "samarbete", "ontology#Cooperation"),
        ("region-kind", "län", "vocabulary/county"),
        ("indicator-kind", "mål", "vocabulary/target-value"),
    ],
)
def test_a_word_stands_for_a_concept_in_both_languages(kind: str, value: str, expected: str, store: Store):
    assert find_term(store, parameter(kind), value).value == f"https://w3id.org/graphkit/{expected}"


@pytest.mark.parametrize("value", ["2008", "2008-05", "2008-05-31"])
def test_a_date_is_as_precise_as_it_is_given(value: str, store: Store):
    assert find_term(store, parameter("date"), value) == ox.Literal(value)


def test_an_actor_as_of_today_is_the_one_that_took_over(wide_store: Store):
    query = find_query(CATALOGUE, "actor")
    for word in ("today", "Idag"):
        found = find_terms(wide_store, query, {"actor": "Nutek", "as": word})
        assert [term.value.rsplit("/", 1)[-1] for _, term in found] == ["tillvaxtverket", "today"]
    (alone,) = find_terms(wide_store, query, {"actor": "Nutek"})
    assert alone[1].value.endswith("/nutek")
    same = find_terms(wide_store, query, {"actor": "Sida", "as": "today"})
    assert same[0][1].value.endswith("/sida")


def test_an_unknown_parameter_is_told_with_near_names(store: Store):
    with pytest.raises(
        UsageError, match=r"^query funding has no parameter «payr» \(near: payer\): it has project, payer"
    ):
        find_terms(store, find_query(CATALOGUE, "funding"), {"payr": "Sida"})


def test_a_missing_parameter_is_told(store: Store):
    with pytest.raises(UsageError, match=r"^query partners needs --param actor=… \(actor\)\.$"):
        find_terms(store, find_query(CATALOGUE, "partners"), {"type": "kommun"})


def test_values_and_pattern_stand_right_after_the_querys_own_where():
    query = parse_query(
        "#+ param: n integer optional\n#+ param.n.where: ?s <a:n> ?_n .\n# WHERE {\nSELECT ?s WHERE { ?s ?p ?o }"
    )
    terms = ((query.parameters[0], ox.Literal(7)),)
    assert "SELECT ?s WHERE {\n  VALUES ?_n { 7 }\n  ?s <a:n> ?_n . ?s ?p ?o }" in bind(query, terms)


def test_a_query_without_where_has_no_place_for_parameters():
    with pytest.raises(QueryError, match="write WHERE out"):
        bind(parse_query("SELECT ?s { ?s ?p ?o }"), ((parameter("integer"), ox.Literal(7)),))


def test_a_pattern_in_a_header_passes_the_guard_too():
    query = parse_query(
        "#+ param: n integer optional\n#+ param.n.where: SERVICE <http://x/> {}\nSELECT ?s WHERE { ?s ?p ?o }"
    )
    with pytest.raises(QueryError, match="other servers"):
        bind(query, ((query.parameters[0], ox.Literal(7)),))
