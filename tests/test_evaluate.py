"""Extraction against gold: gold is right about itself, and the numbers are those of the corpus's own scorer."""

import copy
import importlib.util
import random
from pathlib import Path

import pytest
import yaml

from graphkit import resources
from graphkit.errors import DataError
from graphkit.evaluate import evaluate, load_gold, render_evaluation
from graphkit.evaluation.case import KINDS
from graphkit.evaluation.scoring import HEADLINE, POOLED
from graphkit.factfiles import dump_facts, facts_from_plain

GOLD = resources.data("samples", "gold")
SCORER = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "score.py"


def with_proof(plain):
    """Gold as extraction would write it: the quote of a flow as its evidence."""
    plain = copy.deepcopy(dict(plain))
    for flow in plain.get("flows") or ():
        if flow.get("quote"):
            flow["evidence"] = [{"start": 0, "end": len(flow["quote"]), "quote": flow["quote"], "rule": "flow.gold"}]
    return plain


@pytest.fixture(scope="module")
def gold():
    return load_gold(GOLD)


def is_whole(name, fact):
    """An optional project without a name only lists further accepted values of a main one."""
    return name != "projects" or "name" in fact


def perturbed(plain, chance):
    """Predictions with all the errors that an extractor makes: lost, renamed, coarse, false, doubled and misplaced facts."""
    plain = with_proof(plain)
    optional = plain.pop("optional", None) or {}
    for name in (
        "projects",
        "actors",
        "regions",
        "roles",
        "flows",
        "locations",
        "cooperations",
        "indicators",
        "contacts",
    ):
        facts = list(plain.get(name) or ()) + [
            x for x in optional.get(name) or () if is_whole(name, x) and chance.random() < 0.4
        ]
        plain[name] = [x for x in facts if chance.random() > 0.15]
        chance.shuffle(plain[name])
    for entity in plain["projects"] + plain["actors"] + plain["regions"]:
        if chance.random() < 0.3:
            entity["aliases"] = []
        if chance.random() < 0.2:
            entity["name"] = " ".join(str(entity["name"]).split()[: chance.choice([1, 2, 4])])
        if chance.random() < 0.1 and "code" in entity:
            entity["code"] = chance.choice([None, "SE110", "NO"])
        if chance.random() < 0.2:
            entity["type"] = chance.choice(["agency", "county", "city", "other"])
    for project in plain["projects"]:
        for key in ("start", "end"):
            if project.get(key) and chance.random() < 0.4:
                project[key] = str(project[key])[: chance.choice([4, 7])]
            elif chance.random() < 0.2:
                project[key] = chance.choice(["2011", "2020-01", "2014-05-06"])
        if chance.random() < 0.3:
            project["budget"] = chance.choice([None, {"amount": 1000, "currency": "SEK"}])
        if chance.random() < 0.3:
            project["programme"] = chance.choice([None, "Interreg Nord", "Regionalfonden"])
    ids = [x.get("id") for x in plain["projects"] + plain["actors"]] + ["nobody"]
    for flow in plain["flows"]:
        if chance.random() < 0.2:
            flow[chance.choice(["funder", "recipient", "project"])] = chance.choice([*ids, None])
        if chance.random() < 0.2:
            flow["amount"] = float(flow["amount"]) * chance.choice([1.002, 1.1, 1000])
        if chance.random() < 0.2:
            flow["implied"] = not flow.get("implied")
        if chance.random() < 0.2:
            flow.pop("evidence", None)
    for role in plain["roles"]:
        if chance.random() < 0.2:
            role["role"] = chance.choice(["owner", "partner", "funder"])
    for location in plain["locations"]:
        if chance.random() < 0.1:
            location["scope"] = "excluded"
    for contact in plain["contacts"]:
        if chance.random() < 0.3:
            contact[chance.choice(["email", "phone"])] = chance.choice([None, "x@example.org", "070-174 06 11"])
    for name in ("roles", "flows", "locations"):
        plain[name] += [dict(x) for x in plain[name] if chance.random() < 0.1]
    return plain


def predictions(gold, seed):
    chance = random.Random(seed)
    facts = {}
    for stem, plain in gold.items():
        if chance.random() > 0.05:
            facts[stem] = facts_from_plain(perturbed(plain, chance), stem)
    facts["no-such-document"] = facts_from_plain({"projects": [{"id": "x", "name": "X"}]}, "no-such-document")
    return facts


def test_gold_is_right_about_itself_in_every_kind(gold):
    facts = {stem: facts_from_plain(with_proof(plain), stem) for stem, plain in gold.items()}
    evaluation = evaluate(GOLD, facts)
    assert {kind: evaluation.total(kind).scores().f1 for kind in KINDS} == dict.fromkeys(KINDS, 1.0)
    assert evaluation.micro().f1 == evaluation.macro() == evaluation.per_document() == 1.0
    assert [x for document in evaluation.documents for kind in KINDS for x in document.tallies[kind].errors] == []


def test_an_unread_document_counts_as_empty_and_one_without_gold_not_at_all(gold):
    stem = next(iter(gold))
    evaluation = evaluate(GOLD, {"elsewhere": facts_from_plain({}, "elsewhere")})
    assert stem in evaluation.without_prediction
    assert evaluation.without_gold == ("elsewhere",)
    assert evaluation.micro().recall == 0.0
    assert evaluation.micro().precision is None


def test_the_table_shows_each_kind_its_counts_and_the_errors(gold):
    evaluation = evaluate(GOLD, predictions(gold, 1))
    table = render_evaluation(evaluation, per_document=True, errors=True)
    lines = table.splitlines()
    assert "no gold for no-such-document: ignored" in lines
    for kind in POOLED:
        (line,) = [x for x in lines if x.startswith(f"{kind} ")]
        assert line.endswith("*") == (kind in HEADLINE)
    assert not [x for x in lines if x.startswith("contacts ")]
    assert [x for x in render_evaluation(evaluation, contacts=True).splitlines() if x.startswith("contacts ")]
    assert any("missed " in line for line in lines)
    assert lines[-1].startswith("mean over documents of their headline F1:")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.yaml", "- one\n", "a mapping"),
        ("a.yaml", "a: [", "can't be read"),
        ("a.json", "{", "can't be read"),
        ("a.txt", "a: 1", "holds no fact files"),
    ],
)
def test_gold_that_cannot_be_read_is_told_with_its_file(tmp_path, name, text, message):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        load_gold(tmp_path)


def test_a_gold_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(DataError, match="isn't there"):
        evaluate(tmp_path / "none", {})


@pytest.mark.shared
@pytest.mark.skipif(not SCORER.is_file(), reason="the shared corpus with its scorer does not lie beside the checkout")
@pytest.mark.parametrize("seed", range(4))
def test_the_numbers_are_those_of_the_corpus_scorer(gold, seed):
    spec = importlib.util.spec_from_file_location("corpus_scorer", SCORER)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    facts = predictions(gold, seed)
    evaluation = evaluate(GOLD, facts)
    written = {stem: yaml.safe_load(dump_facts(x)) for stem, x in facts.items()}
    total, documents = scorer.score_sets(scorer.load_dir(GOLD), written)
    theirs = scorer.summary(total)
    for kind in KINDS:
        tally, expected = evaluation.total(kind), theirs["kinds"][kind]
        scores = tally.scores()
        assert [tally.right, tally.false, tally.missed] == [expected["tp"], expected["fp"], expected["fn"]], kind
        assert [scores.precision, scores.recall, scores.f1] == pytest.approx(
            [expected["precision"], expected["recall"], expected["f1"]]
        )
        for document in evaluation.documents:
            other = documents[document.stem][kind]
            mine = document.tallies[kind]
            assert (mine.right, mine.false, mine.missed) == (other.tp, other.fp, other.fn), (kind, document.stem)
    for name, kinds in (("all", POOLED), ("headline", HEADLINE)):
        micro = evaluation.micro(kinds)
        assert [micro.precision, micro.recall, micro.f1, evaluation.macro(kinds)] == pytest.approx(
            [theirs[name][key] for key in ("precision", "recall", "micro_f1", "macro_f1")]
        )
    per_document = [scorer.pool(x, scorer.HEADLINE).prf()[2] for x in documents.values()]
    assert evaluation.per_document() == pytest.approx(
        sum(1.0 if x is None else x for x in per_document) / len(per_document)
    )
    assert 0.2 < evaluation.micro().f1 < 0.95
