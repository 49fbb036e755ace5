"""The table of pairs: it can be read, and what the rules of sameness make of it stays within its bounds."""

import pytest

from graphkit import resources
from graphkit.errors import DataError
from graphkit.evaluation.identities import COLUMNS, document_of, judge_pairs, load_pairs, render_pairs, tally_pairs
from graphkit.identities import resolve
from graphkit.identities.judgements import Judgement

HEAD = ",".join(COLUMNS)


@pytest.fixture(scope="module")
def verdicts():
    return judge_pairs(load_pairs(resources.data("samples", "identities.csv")))


def test_the_rules_join_nearly_all_that_is_one_and_hardly_anything_else(verdicts, capsys):
    with capsys.disabled():
        print("\n" + render_pairs(verdicts), end="")
    scores = tally_pairs(verdicts).scores()
    assert scores.precision >= 0.98
    assert scores.recall >= 0.90


def test_the_table_is_large_and_has_both_answers_for_each_kind_of_thing(verdicts):
    pairs = [verdict.pair for verdict in verdicts]
    assert len(pairs) >= 240
    assert len({(pair.left, pair.right) for pair in pairs}) == len(pairs)
    for kind in ("actor", "region", "project", "programme"):
        assert {pair.same for pair in pairs if pair.left.kind == pair.right.kind == kind} == {True, False}


def test_no_pair_is_joined_silently_between_the_thresholds(verdicts):
    asked = [verdict for verdict in verdicts if verdict.asked]
    assert asked
    assert all(0.6 <= candidate.score < 0.9 and candidate.why for verdict in asked for candidate in verdict.asked)


def test_all_names_of_the_table_at_once_give_no_false_pair_of_listed_bodies(verdicts):
    """What two documents don't join must not be joined through the names of others."""
    documents = []
    for number, verdict in enumerate(verdicts):
        for side, name in ((verdict.pair.left, "left"), (verdict.pair.right, "right")):
            if side.kind in ("actor", "region"):
                documents.append((document_of(f"{name}-{number}", side), side, number))
    of = resolve([document for document, _, _ in documents]).of
    slugs = {}
    for document, side, number in documents:
        slugs.setdefault(number, []).append((side.kind, of[side.kind, document.info.stem, "it"]))
    joined = [
        verdicts[number].pair.why
        for number, found in slugs.items()
        if len(found) == 2 and found[0] == found[1] and not verdicts[number].pair.same
    ]
    assert joined == []


def test_a_judgement_parts_what_the_table_joins(verdicts):
    pair = next(verdict.pair for verdict in verdicts if verdict.joined and verdict.pair.left.kind == "actor")
    both = [document_of("left", pair.left), document_of("right", pair.right)]
    parted = Judgement(kind="actor", one=f"{pair.left.name} @ left", other=f"{pair.right.name} @ right", same=False)
    assert len(set(resolve(both, [parted]).of.values())) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("left,right\n", "the header lacks «part»"),
        (f"{HEAD}\n1,actor,Byn,association,,actor,Byn,association,,maybe,x\n", "line 2: «same» is «maybe»"),
        (f"{HEAD}\n1,body,Byn,,,actor,Byn,,,yes,x\n", "line 2: unknown kind «body»"),
        (f"{HEAD}\n1,actor,Byn,village,,actor,Byn,,,yes,x\n", "line 2: unknown kind «village»"),
        (f"{HEAD}\n1,actor,Byn,,colour=red,actor,Byn,,,yes,x\n", "line 2: unknown kind «colour»"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_with_its_line(tmp_path, text, told):
    path = tmp_path / "pairs.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=told):
        load_pairs(path)


def test_errors_are_told_pair_by_pair(tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_text(
        f"{HEAD}\n1,actor,Byn,association,,actor,Skogen,association,,yes,own words\n"
        "1,project,Gröna byar i norr,,,project,Gröna byar i norra,,,no,another one\n",
        encoding="utf-8",
    )
    told = render_pairs(judge_pairs(load_pairs(path)), errors=True)
    assert "missed  Byn | Skogen: own words" in told
    assert "asked   Gröna byar i norr | Gröna byar i norra: another one: 0.75" in told
