"""One document's predicted facts against its gold, kind by kind; the rules are those of the annotation guide."""

from __future__ import annotations

from graphkit.evaluation.attributes import score_codes, score_contacts, score_fields, score_types
from graphkit.evaluation.case import KINDS, Case
from graphkit.evaluation.likeness import Plain
from graphkit.evaluation.pairing import Tally, score_entities
from graphkit.evaluation.relations import (
    score_cooperations,
    score_flows,
    score_indicators,
    score_locations,
    score_relations,
    score_roles,
)

HEADLINE = (
    "projects",
    "actors",
    "regions",
    "region_codes",
    "roles",
    "flows",
    "budgets",
    "periods",
    "locations",
    "cooperations",
)
POOLED = tuple(kind for kind in KINDS if kind != "contacts")
"""The kinds in «all kinds»; contacts are off by default and pooled nowhere."""


def score_document(gold: Plain, predicted: Plain) -> dict[str, Tally]:
    """The counts of each kind of fact for one document; both mappings are in the annotation guide's schema.

    >>> gold = {"projects": [{"id": "a", "name": "Ängsverkstan", "start": 2020}]}
    >>> tallies = score_document(gold, {"projects": [{"id": "b", "name": "Ängsverkstan", "start": "2021"}]})
    >>> tallies["projects"].right, tallies["periods"].errors
    (1.0, [('missed', 'Ängsverkstan start 2020'), ('false', 'Ängsverkstan start 2021')])
    """
    case = Case(gold, gold.get("optional") or {}, predicted)
    for kind, entities in (("projects", case.projects), ("actors", case.actors), ("regions", case.regions)):
        score_entities(case.tallies[kind], entities)
    score_types(case)
    score_codes(case)
    score_fields(case)
    score_roles(case)
    score_flows(case)
    score_locations(case)
    score_cooperations(case)
    score_relations(case)
    score_indicators(case)
    score_contacts(case)
    return case.tallies
