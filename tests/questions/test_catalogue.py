"""The header of a query: what it may say, and how a mistake in it is told."""

from pathlib import Path

import pytest

from graphkit.errors import DataError, UsageError
from graphkit.questions.catalogue import TYPES, find_query, load_catalogue, load_query, parse_query
from graphkit.questions.names import NAMED_KINDS
from graphkit.questions.parameters import SCHEME_OF

HEADER = """\
#+ title@sv: Vem betalar?
#+ title@en: Who pays?
#+ description@sv: En rad
#+   och en till.
#+ description@en: One line.
#+ param: payer actor optional
#+ param.payer@sv: Betalare
#+ param.payer@en: Payer
#+ param.payer.where: ?flow gk:payer ?_payer .
#+ column: amount number
#+ column.amount@sv: Belopp
#+ column.amount@en: Amount
#+ facts: flow
#+ example: payer="Region Västerbotten"
SELECT ?amount WHERE { ?flow gk:amount ?amount } ORDER BY ?amount
"""


def test_a_header_is_read_whole():
    query = parse_query(HEADER, name="payers")
    assert query.title.in_language("sv") == "Vem betalar?"
    assert query.description.in_language("sv") == "En rad och en till."
    assert [(p.name, p.type, p.required, p.where) for p in query.parameters] == [
        ("payer", "actor", False, "?flow gk:payer ?_payer .")
    ]
    assert [(c.name, c.kind, c.words.in_language("en")) for c in query.columns] == [("amount", "number", "Amount")]
    assert query.facts == ("flow",)
    assert query.examples == ((("payer", "Region Västerbotten"),),)


def test_words_without_a_language_are_for_all():
    assert parse_query("#+ title: Vem?\nASK {}").title.in_language("en") == "Vem?"


@pytest.mark.parametrize(
    "line",
    [
        "#+title: x",
        "#+ tittle: x",
        "#+ param: payer actor",
        "#+ param: payer person optional",
        "#+ param: 1 actor optional",
        "#+ param.payer@sv: x",
        "#+ param.payer.where: x",
        "#+ column: amount money",
        "#+ column.amount@sv: x",
        "#+ facts: ?flow",
        "#+ facts:",
        "#+ example: payer",
        "#+ example: payer='x",
        "#+   goes on from nothing",
    ],
)
def test_a_mistake_in_a_header_is_told_with_its_line(line: str):
    with pytest.raises(DataError, match="query own, line 2"):
        parse_query(f"#+ title: x\n{line}\nASK {{}}" if "goes on" not in line else f"\n{line}\nASK {{}}", name="own")


@pytest.mark.parametrize("missing", ["title@en", "description@sv", "param.payer@en", "column.amount@sv"])
def test_a_shipped_query_has_its_words_in_both_languages(missing: str, tmp_path: Path):
    path = tmp_path / "payers.rq"
    path.write_text("\n".join(x for x in HEADER.splitlines() if not x.startswith(f"#+ {missing}:")), encoding="utf-8")
    with pytest.raises(DataError, match=f"lacks «#. {missing}"):
        load_query(path, complete=True)
    assert load_query(path).parameters


def test_an_unknown_query_is_told_with_near_names():
    with pytest.raises(UsageError, match=r"there is no query «fundrs» \(near: funders"):
        find_query(load_catalogue(), "fundrs")


def test_a_query_that_is_not_text_is_an_error_of_one_line(tmp_path: Path):
    (tmp_path / "x.rq").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(UsageError, match=r"query x\.rq can't be read"):
        load_query(tmp_path / "x.rq")


def test_the_catalogue_has_the_everyday_questions():
    names = {query.name for query in load_catalogue()}
    assert names >= {
        "cooperations",
        "funding",
        "funders",
        "projects",
        "actors",
        "partners",
        "region",
        "evidence",
        "documents",
        "actor",
        "second-partners",
        "funding-years",
        "funding-regions",
        "pairs",
        "continuations",
        "indicators",
        "document",
        "entity",
        "contradictions",
        "negative",
        "programmes",
        "news",
        "leverage",
    }


def test_each_type_of_parameter_is_known_to_the_resolver():
    assert set(TYPES) == {*NAMED_KINDS, *SCHEME_OF, "fact-kind", "as-of", "date", "year", "integer", "text"}
