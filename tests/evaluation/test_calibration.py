"""Reliability tables, and the measure that confidences come from."""

import csv

import pytest

from graphkit import calibrate as fitting
from graphkit.calibrate import Judged, count_rules, fit_densities, fit_rules, judge, main, write_tables
from graphkit.evaluation.calibration import calibrate, render_calibration
from graphkit.evaluation.case import KINDS
from graphkit.evaluation.pairing import Tally, Verdict
from graphkit.evaluation.scoring import POOLED, score_document
from graphkit.facts.confidence import Scale, load_scale


def verdicts(rule: str, right: int, wrong: int, confidence: float = 0.5) -> list[Verdict]:
    return [Verdict(1.0, ((rule, confidence),))] * right + [Verdict(0.0, ((rule, confidence),))] * wrong


def judged(stem: str = "1-a", density: float = 5.0, **kinds: list[Verdict]) -> Judged:
    return Judged(stem, density, {kind: Tally(verdicts=kinds.get(kind, [])) for kind in KINDS})


def test_a_fact_counts_in_the_bin_of_its_surest_proof():
    (only,) = calibrate([Verdict(1.0, (("a.b", 0.3), ("a.c", 0.81)))]).bins
    assert (only.least, only.number, only.confidence) == (0.8, 1, 0.81)


def test_what_keeps_its_word_has_no_error_and_what_boasts_has():
    assert calibrate(verdicts("a.b", 8, 2, 0.8)).error == pytest.approx(0.0)
    assert calibrate(verdicts("a.b", 2, 8, 0.8)).error == pytest.approx(0.6)
    assert calibrate([]).error == 0.0
    assert calibrate(verdicts("a.b", 1, 0, 1.0)).bins[0].least == 0.9


def test_the_table_tells_bins_error_and_kinds():
    told = render_calibration([judged(roles=verdicts("role.a", 8, 2, 0.75)).tallies], POOLED)
    assert "0.7 to 0.8         10   0.750   0.800   +0.050" in told
    assert "expected calibration error 0.050 over 10 facts in 1 occupied bins" in told
    assert told.splitlines()[-1].startswith("roles              10")


GOLD = {
    "projects": [{"id": "p", "name": "Byaverkstan", "start": 2020, "budget": {"amount": 5, "currency": "SEK"}}],
    "actors": [{"id": "a", "name": "Byn", "type": "association"}],
    "roles": [{"project": "p", "actor": "a", "role": "owner"}],
    "optional": {"actors": [{"id": "b", "name": "Skogen", "type": "association"}]},
}


def proof(rule, field=None, confidence=0.5):
    return {"rule": rule, "confidence": confidence} | ({"field": field} if field else {})


def test_the_evaluation_judges_each_fact_and_each_attribute_by_itself_and_optional_ones_not_at_all():
    predicted = {
        "projects": [
            {
                "id": "p",
                "name": "Byaverkstan",
                "start": "2021",
                "budget": {"amount": 5, "currency": "SEK"},
                "evidence": [proof("project.x"), proof("period.x", "start"), proof("budget.x", "budget")],
            }
        ],
        "actors": [
            {"id": "a", "name": "Byn", "type": "association", "evidence": [proof("actor.x")]},
            {"id": "b", "name": "Skogen", "type": "association", "evidence": [proof("actor.y")]},
            {"id": "c", "name": "Ån", "type": "association", "evidence": [proof("actor.z")]},
        ],
        "roles": [
            {"project": "p", "actor": "a", "role": "owner", "evidence": [proof("role.x")]},
            {"project": "p", "actor": "a", "role": "funder", "evidence": [proof("role.y")]},
        ],
        "cooperations": [{"regions": ["q", "r"], "evidence": [proof("cooperation.x")]}],
    }
    tallies = score_document(GOLD, predicted)
    found = {
        (kind, rule): verdict.right
        for kind, tally in tallies.items()
        for verdict in tally.verdicts
        for rule, _ in verdict.proofs
    }
    assert found == {
        ("projects", "project.x"): 1.0,
        ("periods", "period.x"): 0.0,
        ("budgets", "budget.x"): 1.0,
        ("actors", "actor.x"): 1.0,
        ("actors", "actor.z"): 0.0,
        ("roles", "role.x"): 1.0,
        ("roles", "role.y"): 0.0,
        ("cooperations", "cooperation.x"): 0.0,
    }


def test_a_rule_of_few_facts_is_drawn_to_its_family_and_that_to_its_kind():
    document = judged(roles=[*verdicts("role.much", 90, 10), *verdicts("role.little", 0, 1)])
    rules = fit_rules(count_rules([document]))
    assert rules["roles", "role.much"] == pytest.approx(0.9, abs=0.01)
    assert 0.7 < rules["roles", "role.little"] < rules["roles", "role.*"] < 0.9
    assert rules["roles", "*"] == pytest.approx(0.89, abs=0.01)
    assert all(0.02 <= share <= 0.98 for share in rules.values())


def test_the_factor_of_a_class_brings_what_was_promised_to_what_is_right():
    sparse = judged("1-a", 1.0, roles=verdicts("role.a", 30, 70))
    dense = judged("2-b", 20.0, roles=verdicts("role.a", 90, 10))
    rules = fit_rules(count_rules([sparse, dense]))
    classes = fit_densities([sparse, dense], rules)
    scale = Scale(rules, tuple((least, factor) for least, *_, factor in classes))
    assert scale.confidence("roles", "role.a", 1.0) == pytest.approx(0.3, abs=0.03)
    assert scale.confidence("roles", "role.a", 20.0) == pytest.approx(0.9, abs=0.03)
    factors = [factor for *_, factor in classes]
    assert factors == sorted(factors)


def test_documents_whose_number_is_an_odd_multiple_of_three_are_not_measured():
    assert [judged(stem).is_measured for stem in ("03-a", "101-b", "102-c", "beslut")] == [False, True, True, True]


DOCUMENT = "Projektet Vävstolen ägs av Hofors kommun och pågår 2011–2013.\n"
GOLD_FILE = """id: {stem}
projects: [{{id: v, name: Vävstolen, start: 2011, end: 2013}}]
actors: [{{id: h, name: Hofors kommun, type: municipality}}]
roles: [{{project: v, actor: h, role: owner}}]
"""


@pytest.fixture
def folder(tmp_path):
    for name in ("documents", "gold"):
        (tmp_path / name).mkdir()
    for stem in ("1-a", "3-b"):
        (tmp_path / "documents" / f"{stem}.txt").write_text(f"{stem}\n\n{DOCUMENT}", encoding="utf-8")
        (tmp_path / "gold" / f"{stem}.yaml").write_text(GOLD_FILE.format(stem=stem), encoding="utf-8")
    return tmp_path


def test_one_command_measures_writes_and_reports_and_gives_the_same_bytes_again(folder, monkeypatch, capsys):
    real = fitting.resources.data
    monkeypatch.setattr(
        fitting.resources,
        "data",
        lambda *parts: folder / "out" if parts[:1] == ("confidence",) and len(parts) == 1 else real(*parts),
    )
    try:
        main([folder])
        first = {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}
        main([folder])
    finally:
        load_scale.cache_clear()
    assert first == {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}
    assert list(first) == ["densities.csv", "rules.csv"]
    rows = list(csv.reader(first["rules.csv"].decode("utf-8").splitlines()))
    assert rows[0] == ["kind", "rule", "facts", "right", "confidence"]
    assert ["roles", "*"] in [row[:2] for row in rows]
    told = capsys.readouterr().out
    assert "measured on: 1 documents" in told
    assert "not measured on, all: 1 documents" in told


def test_a_folder_s_documents_are_judged_against_its_gold(folder):
    (first, second) = judge(folder)
    assert (first.stem, second.stem) == ("1-a", "3-b")
    assert [verdict.right for verdict in first.tallies["roles"].verdicts] == [1.0]


def test_confidences_keep_their_word_on_all_gold_of_the_repository():
    home = fitting.resources.home()
    folders = [fitting.resources.data("samples"), home / "tests" / "unseen"]
    documents = [document for folder in folders for document in judge(folder)]
    found = calibrate([x for document in documents for kind in POOLED for x in document.tallies[kind].verdicts])
    assert len(found.bins) >= 4
    assert found.error <= 0.08


def test_the_tables_in_the_project_are_those_of_the_counts_beside_them(tmp_path):
    """Nobody has set a number by hand: from the counts of the shipped table come its confidences."""
    path = fitting.resources.data("confidence", "rules.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    counts = {(row["kind"], row["rule"]): (int(row["facts"]), float(row["right"])) for row in rows}
    write_tables(tmp_path, counts, fit_rules(counts), [])
    assert (tmp_path / "rules.csv").read_bytes() == path.read_bytes()
