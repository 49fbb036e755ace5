"""Confidences are measured ones: each rule in use has its own, its family's or its kind's, and a document that gives little is less sure."""

import re
from pathlib import Path

import pytest

from graphkit import resources
from graphkit.errors import DataError
from graphkit.facts import confidence, find_facts
from graphkit.facts.confidence import WHOLE, Scale, density_of, family_of, load_scale, with_measured_confidence
from graphkit.model import Contact, DocumentInfo, Evidence, Facts, Project, Role

KINDS = {
    "projects",
    "actors",
    "regions",
    "roles",
    "flows",
    "locations",
    "cooperations",
    "indicators",
    "budgets",
    "periods",
    "programmes",
    "relations",
}
KIND_OF_FAMILY = {
    "project": "projects",
    "actor": "actors",
    "region": "regions",
    "role": "roles",
    "flow": "flows",
    "location": "locations",
    "cooperation": "cooperations",
    "indicator": "indicators",
    "budget": "budgets",
    "period": "periods",
    "programme": "programmes",
    "relation": "relations",
}


def rules_in_use() -> set[str]:
    """The names of rules as they stand in the code."""
    package = Path(confidence.__file__).parent
    families = "|".join(KIND_OF_FAMILY)
    return {
        name
        for path in package.glob("*.py")
        for name in re.findall(rf'"((?:{families})\.[a-z][a-z-]*)"', path.read_text(encoding="utf-8"))
    }


def test_each_kind_is_measured():
    scale = load_scale()
    assert {kind for kind, rule in scale.rules if rule == WHOLE} == KINDS | {WHOLE}


def test_each_rule_in_use_has_a_family_that_is_measured_or_falls_to_its_kind():
    scale = load_scale()
    rules = rules_in_use()
    assert len(rules) > 100
    for rule in rules:
        kind = KIND_OF_FAMILY[rule.partition(".")[0]]
        known = [key for key in ((kind, rule), (kind, family_of(rule)), (kind, WHOLE)) if key in scale.rules]
        assert known, rule
        assert 0 < scale.confidence(kind, rule, 5.0) < 1


def test_a_rule_without_a_measure_has_its_family_s_then_its_kind_s_then_that_of_all():
    scale = Scale({("flows", "flow.old"): 0.9, ("flows", "flow.*"): 0.6, ("flows", "*"): 0.5, ("*", "*"): 0.7}, ())
    assert [scale.confidence("flows", rule, 0) for rule in ("flow.old", "flow.new", "role.new")] == [0.9, 0.6, 0.5]
    assert scale.confidence("statuses", "status.new", 0) == 0.7


def test_a_denser_document_is_never_less_sure():
    scale = load_scale()
    told = [scale.confidence("roles", "role.owner-label", density) for density in (0, 2, 3.5, 5, 7, 9, 40)]
    assert told == sorted(told)
    assert told[0] < told[-1]


def test_the_table_is_read_from_the_project_s_data_and_damage_is_told(monkeypatch, tmp_path):
    (tmp_path / "confidence").mkdir()
    (tmp_path / "confidence" / "rules.csv").write_text(
        "kind,rule,facts,right,confidence\nflows,*,1\n", encoding="utf-8"
    )
    monkeypatch.setattr(resources, "data", lambda *parts: tmp_path.joinpath(*parts))
    load_scale.cache_clear()
    try:
        with pytest.raises(DataError, match=r"data/confidence/rules\.csv is damaged"):
            load_scale()
    finally:
        load_scale.cache_clear()


def proof(rule: str, field: str = "") -> Evidence:
    return Evidence(start=0, end=1, quote="x", rule=rule, field=field, confidence=0.123)


def test_each_proof_has_the_confidence_of_what_it_proves():
    info = DocumentInfo("a", "a.txt", "txt", "", "sv")
    project = Project(id="p", name="P", evidence=(proof("project.label"), proof("period.period", "start")))
    role = Role(project="p", actor="a", role="owner", evidence=(proof("role.owner-label"),))
    contact = Contact(name="Namn", evidence=(proof("contact.name"),))
    facts = Facts(info=info, text="x" * 250, projects=(project,), roles=(role,), contacts=(contact,))
    measured, scale = with_measured_confidence(facts), load_scale()
    assert density_of(facts) == 4.0
    assert [x.confidence for x in measured.projects[0].evidence] == [
        scale.confidence("projects", "project.label", 4.0),
        scale.confidence("periods", "period.period", 4.0),
    ]
    assert measured.roles[0].evidence[0].confidence == scale.confidence("roles", "role.owner-label", 4.0)
    assert measured.contacts == (contact,)


def test_found_facts_carry_measured_confidences():
    from graphkit.documents import read_document

    facts = find_facts(read_document(resources.data("samples", "documents", "04-lycksele-kondopoga.txt")))
    scale, density = load_scale(), density_of(facts)
    assert facts.flows
    for flow in facts.flows:
        for x in flow.evidence:
            assert x.confidence == scale.confidence("flows", x.rule, density)
