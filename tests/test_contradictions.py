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


@pytest.mark.parametrize(("lang", "words"), [("sv", "Inget säger emot"), ("en", "Nothing contradicts")])
def test_where_nothing_differs_it_is_said(lang, words):
    assert render_contradictions(find_contradictions(memory_store(()), (), lang), lang).startswith(words)
