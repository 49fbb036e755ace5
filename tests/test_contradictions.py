"""Contradictions are told with what differs, in words, and with the quote of each side."""

from pathlib import Path

import pytest

from graphkit.build import build
from graphkit.contradictions import find_contradictions, render_contradictions
from graphkit.factfiles import load_facts
from graphkit.graph.local import memory_store, open_store
from graphkit.workspace import open_workspace

FIRST = """Vävstolen

Projektet Vävstolen ägs av Hofors kommun och pågår 2011–2013. Projektet Vävstolen har en budget på 400 000 kronor.
"""
SECOND = """Mer om Vävstolen

Projektet Vävstolen drivs av Ockelbo kommun och pågår 2012–2013. Projektet Vävstolen har en budget på 500 000 kronor.

24 personer deltog, varav 10 kvinnor och 15 män.
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[str, str]:
    """The contradictions of a workspace with two documents, in both languages."""
    folder: Path = tmp_path_factory.mktemp("desk")
    (folder / "documents").mkdir()
    for name, text in (("first", FIRST), ("second", SECOND)):
        (folder / "documents" / f"{name}.txt").write_text(text, encoding="utf-8")
    workspace = open_workspace(folder / "graph", create=True)
    build(workspace, [folder / "documents"])
    store = open_store(workspace.graph())
    return {
        lang: render_contradictions(find_contradictions(store, map(load_facts, workspace.fact_files()), lang), lang)
        for lang in ("sv", "en")
    }


def test_differing_budgets_are_told_with_both_quotes(told):
    assert "Vävstolen: budgeten är inte densamma överallt." in told["sv"]
    assert (
        "  400\N{NO-BREAK SPACE}000 SEK: «Projektet Vävstolen har en budget på 400 000 kronor.» (Vävstolen)"
        in told["sv"]
    )
    assert "  500\N{NO-BREAK SPACE}000 SEK: «" in told["sv"]
    assert "  500,000 SEK: «" in told["en"]


def test_differing_periods_and_owners_are_told(told):
    assert "Vävstolen: the first or last year is not the same everywhere." in told["en"]
    assert "  2011–2013: «" in told["en"]
    assert "  2012–2013: «" in told["en"]
    assert "Vävstolen: several owners (all may be right)." in told["en"]
    assert "  Ockelbo kommun: «Projektet Vävstolen drivs av Ockelbo kommun" in told["en"]


def test_sums_stand_among_them_before_owners_who_may_all_be_right(told):
    assert told["sv"].index("deltog: 10 + 15 är 25, men där står 24.") < told["sv"].index("flera ägare")
    paragraphs = told["sv"].split("\n\n")
    assert len(paragraphs) == 4
    assert all(paragraph.splitlines()[0].endswith((".", ")")) for paragraph in paragraphs)


ALONE = """Kvarnhjulet

Projektet Kvarnhjulet ägs av Orsa kommun och pågår 2014–2016. Projektet Kvarnhjulet har en budget på 800 000 kronor.

Projektet Kvarnhjulet drivs av Rättviks kommun och pågår 2015–2017. Projektet Kvarnhjulet har en budget på 900 000 kronor.

24 personer deltog, varav 10 kvinnor och 15 män.
"""


def contradictions(folder: Path, *texts: str) -> str:
    (folder / "documents").mkdir()
    for number, text in enumerate(texts):
        (folder / "documents" / f"d{number}.txt").write_text(text, encoding="utf-8")
    workspace = open_workspace(folder / "graph", create=True)
    report = build(workspace, [folder / "documents"])
    assert not report.violations
    found = find_contradictions(open_store(workspace.graph()), map(load_facts, workspace.fact_files()), "en")
    return render_contradictions(found, "en")


def test_one_document_that_contradicts_itself_has_both_sides_listed_with_their_quotes(tmp_path):
    told = contradictions(tmp_path, ALONE)
    for words in (
        "Kvarnhjulet: the budget is not the same everywhere.",
        "  800,000 SEK: «Projektet Kvarnhjulet har en budget på 800 000 kronor.»",
        "  900,000 SEK: «Projektet Kvarnhjulet har en budget på 900 000 kronor.»",
        "Kvarnhjulet: the first or last year is not the same everywhere.",
        "  2014–2016: «Projektet Kvarnhjulet ägs av Orsa kommun och pågår 2014–2016.»",
        "  2015–2017: «Projektet Kvarnhjulet drivs av Rättviks kommun och pågår 2015–2017.»",
        "Kvarnhjulet: several owners (all may be right).",
        "  Orsa kommun: «",
        "  Rättviks kommun: «",
        "deltog: 10 + 15 is 25, but 24 is written.",
    ):
        assert words in told


def test_neither_side_is_a_direct_year_of_the_project(tmp_path):
    contradictions(tmp_path, ALONE)
    graph = open_store(open_workspace(tmp_path / "graph").graph())
    years = graph.select(
        "PREFIX gk: <https://w3id.org/graphkit/ontology#> SELECT ?y WHERE { ?p a gk:Project ; gk:startYear|gk:endYear ?y }"
    )
    assert years.rows == ()


@pytest.mark.parametrize(
    "text",
    [
        "Projektet Kvarnhjulet har en budget på 800 000 kronor. Projektet Kvarnhjulets budget är alltså 800 000 kronor.",
        "Projektet Kvarnhjulet har en budget på 800 000 kronor. Den norska sidan av Kvarnhjulet har en budget på 500 000 kronor.",
        "Projektet Kvarnhjulet pågår 2014–2016. Projektet Kvarnhjulet pågår alltså 2014–2016.",
        "Projektet Kvarnhjulet pågår 2014–2016. Området utreddes åren 2009–2010.",
        "24 personer deltog i Kvarnhjulet, varav 10 kvinnor och 14 män.",
    ],
)
def test_what_agrees_or_is_of_something_else_contradicts_nothing(tmp_path, text):
    assert contradictions(tmp_path, f"Kvarnhjulet\n\nProjektet Kvarnhjulet ägs av Orsa kommun. {text}\n").startswith(
        "Nothing"
    )


@pytest.mark.parametrize(("lang", "words"), [("sv", "Inget säger emot"), ("en", "Nothing contradicts")])
def test_where_nothing_differs_it_is_said(lang, words):
    assert render_contradictions(find_contradictions(memory_store(()), (), lang), lang).startswith(words)
