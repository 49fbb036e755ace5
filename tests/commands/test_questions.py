"""The catalogue, answers in each format, and queries of one's own."""

import json
import re
import shutil


def test_the_catalogue_lists_titles_and_parameters_in_the_users_language(graphkit):
    assert re.search(r"^funding: .+", graphkit("queries", "--lang", "en").out, re.MULTILINE)
    assert "--param region=…  Region" in graphkit("queries", "--lang", "sv").out


def test_an_answer_is_a_table_csv_or_json(graphkit):
    arguments = ["query", "cooperations", "--param", "region=Karelen"]
    assert "Kondopoga" in graphkit(*arguments).out
    header = graphkit(*arguments, "--format", "csv").out.splitlines()[0]
    rows = json.loads(graphkit(*arguments, "--format", "json").out)
    assert rows
    assert "," in header


def test_the_sparql_is_shown_beside_the_answer_not_in_it(graphkit):
    ended = graphkit("query", "cooperations", "--param", "region=Karelen", "--show-sparql", "--format", "csv")
    assert "VALUES" in ended.err
    assert "SELECT" not in ended.out


def test_an_own_query_comes_from_a_file_or_from_the_workspaces_own_folder(graphkit, here):
    sparql = "SELECT (COUNT(?p) AS ?projects) WHERE { ?p a gk:Project }"
    (here / "count.rq").write_text(sparql, encoding="utf-8")
    from_file = graphkit("query", "count.rq", "--format", "csv").out
    assert from_file.splitlines()[0] == "projects"
    (here / "graph" / "own" / "queries").mkdir()
    shutil.move(here / "count.rq", here / "graph" / "own" / "queries" / "count.rq")
    assert graphkit("query", "count", "--format", "csv").out == from_file


def test_a_query_that_would_write_or_call_out_is_refused(graphkit, here):
    for sparql in ("DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"):
        (here / "bad.rq").write_text(sparql, encoding="utf-8")
        ended = graphkit("query", "bad.rq")
        assert ended.code == 2
        assert ended.err.count("\n") == 1
