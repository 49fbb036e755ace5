"""Queries of the user's own: they add to the shipped ones and replace them; a broken one is told and stops no other."""

from pathlib import Path

import pytest

from graphkit.errors import QueryError, UsageError
from graphkit.questions.own import find_query_or_own, load_own_queries

BROKEN = {
    "header": ("#+ title: x\n#+ tittle: y\nASK {}", "line 2: «tittle»"),
    "guard": ("# hej\nSELECT * WHERE { SERVICE <http://x/> { ?s ?p ?o } }", "line 2: «SERVICE» is refused"),
    "grammar": ("SELECT ?s WHERE {\n  ?s ?p }", "line 2, column"),
    "place": ("#+ param: n integer optional\nSELECT ?s { ?s ?p ?o }", "write WHERE out"),
    "pattern": (
        "#+ param: n integer optional\n#+ param.n.where: ?s ?p\nSELECT ?s WHERE { ?s ?p ?o }",
        "line 2: with parameter n, ",
    ),
    "prefix": ("SELECT ?s WHERE { ?s x:p ?o }", "line 1, column"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_query_is_told_by_file_and_line_and_stops_no_other(name: str, tmp_path: Path):
    text, complaint = BROKEN[name]
    (tmp_path / f"{name}.rq").write_text(text, encoding="utf-8")
    (tmp_path / "latin.rq").write_bytes(b"# \xe5\nASK {}")
    (tmp_path / "mine.rq").write_text("ASK {}", encoding="utf-8")
    own = load_own_queries(tmp_path)
    assert [query.name for query in own.queries] == ["mine"]
    told = {name: str(complaint) for name, complaint in own.broken}
    assert told.keys() == {name, "latin"}
    assert told[name].startswith(f"{tmp_path / name}.rq: ")
    assert complaint in told[name]
    assert "\n" not in told[name]


def test_an_own_query_adds_to_the_shipped_ones_and_replaces_the_one_of_its_name(tmp_path: Path):
    (tmp_path / "mine.rq").write_text("ASK {}", encoding="utf-8")
    (tmp_path / "funding.rq").write_text("#+ title: Min egen\nASK {}", encoding="utf-8")
    assert find_query_or_own(tmp_path, "mine").sparql == "ASK {}"
    assert find_query_or_own(tmp_path, "funding").title.in_language("sv") == "Min egen"
    assert find_query_or_own(tmp_path, "funders").title.in_language("sv") == "Finansiärer och deras belopp"
    with pytest.raises(UsageError, match=r"no query «min» \(near: mine"):
        find_query_or_own(tmp_path, "min")


def test_the_shipped_query_never_answers_for_a_broken_one_of_its_name(tmp_path: Path):
    (tmp_path / "funding.rq").write_text("DROP ALL", encoding="utf-8")
    with pytest.raises(QueryError, match=r"funding\.rq: line 1: «DROP» is refused|begins with SELECT"):
        find_query_or_own(tmp_path, "funding")


def test_a_workspace_without_queries_of_its_own_has_the_shipped_ones(tmp_path: Path):
    assert load_own_queries(tmp_path / "none").queries == ()
    assert find_query_or_own(tmp_path / "none", "funding").name == "funding"
