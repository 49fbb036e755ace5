"""How sure a fact is: the share of right facts that its rule gave on gold, as `data/confidence/` tells it.

The finders give each proof a confidence of their own, by which they choose between readings. When a document's facts stand, these numbers
are replaced by measured ones (`python -m graphkit.calibrate` measures them): the share of a rule's facts that were right, drawn
towards the share of its family and kind where they are few, and on the odds of it a factor for how much the document gave. A page that gives
few roles and flows for its length is one of a manner that the rules know less well.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from graphkit import resources
from graphkit.errors import DataError
from graphkit.model import Evidence, Facts

WHOLE = "*"
"""Stands for any kind, or any rule of a kind; «flow.*» for any rule of a family."""
DOUBTFUL, SURE = 0.02, 0.98
"""No measured confidence is nearer to 0 or 1 than these, for the odds of 0 and 1 have no factor."""

_OF_FIELD = {
    "start": "periods",
    "end": "periods",
    "budget": "budgets",
    "programme": "programmes",
    "follows": "relations",
    "part_of": "relations",
    "status": "statuses",
    "rival-budget": "budgets",
    "rival-period": "periods",
}


@dataclass(frozen=True, slots=True)
class Scale:
    """Measured confidences: by kind and rule, and the factor on their odds from each density on (facts per 1,000 characters)."""

    rules: Mapping[tuple[str, str], float]
    densities: tuple[tuple[float, float], ...]

    def confidence(self, kind: str, rule: str, density: float) -> float:
        """The confidence of a fact of a kind that a rule gave; a rule that was not measured has its family's, a family its kind's.

        >>> scale = Scale({("flows", "flow.*"): 0.5, ("*", "*"): 0.8}, ((0.0, 0.5), (4.0, 2.0)))
        >>> scale.confidence("flows", "flow.new", 5.0), scale.confidence("flows", "flow.new", 1.0), scale.confidence("roles", "x", 5.0)
        (0.67, 0.33, 0.89)
        """
        measured = next(self.rules[key] for key in _chain(kind, rule) if key in self.rules)
        odds = measured / (1 - measured) * self.factor(density)
        return round(odds / (1 + odds), 2)

    def factor(self, density: float) -> float:
        """The factor on the odds of a document's facts."""
        return next((factor for least, factor in reversed(self.densities) if density >= least), 1.0)


def _chain(kind: str, rule: str) -> Iterator[tuple[str, str]]:
    """Where a rule's confidence is looked up, the nearest first."""
    yield kind, rule
    yield kind, family_of(rule)
    yield kind, WHOLE
    yield WHOLE, WHOLE


def family_of(rule: str) -> str:
    """The family that a rule belongs to.

    >>> family_of("flow.giver-verb"), family_of("cooperation.headline")
    ('flow.*', 'cooperation.*')
    """
    return f"{rule.partition('.')[0]}.{WHOLE}"


def kind_of(section: str, proof_of: str) -> str:
    """The kind whose measure holds for a proof: its fact's section, or what it proves of a project.

    >>> kind_of("roles", ""), kind_of("projects", "start"), kind_of("projects", "rival-budget-0")
    ('roles', 'periods', 'budgets')
    """
    return _OF_FIELD.get(re.sub(r"-\d+$", "", proof_of), section)


def density_of(facts: Facts) -> float:
    """How many roles and flows a document gives for each 1,000 characters of its text."""
    return 1000 * (len(facts.roles) + len(facts.flows)) / max(len(facts.text), 1)


@cache
def load_scale() -> Scale:
    """The measured confidences of `data/confidence/`; a DataError when they can't be read."""
    rules = {(kind, rule): float(number) for kind, rule, *_, number in _rows("rules.csv", 5)}
    densities = tuple(sorted((float(least), float(factor)) for least, *_, factor in _rows("densities.csv", 4)))
    if (WHOLE, WHOLE) not in rules or not all(0 < number < 1 for number in rules.values()):
        raise DataError("data/confidence/rules.csv is damaged: install the package again.")
    return Scale(rules, densities)


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    try:
        with resources.data("confidence", name).open(encoding="utf-8", newline="") as file:
            for cells in list(csv.reader(file))[1:]:
                if len(cells) != columns:
                    raise DataError("data/confidence/{file} is damaged: install the package again.", file=name)
                yield cells
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError("data/confidence/{file} is damaged: install the package again.", file=name) from error


def with_measured_confidence(facts: Facts) -> Facts:
    """The facts with each proof's confidence as measured; what is measured nowhere (contacts) keeps its own."""
    scale, density = load_scale(), density_of(facts)
    known: dict[tuple[str, str, str], float] = {}

    def confidence(section: str, proof: Evidence) -> float:
        key = (section, proof.field, proof.rule)
        if key not in known:
            known[key] = scale.confidence(kind_of(section, proof.field), proof.rule, density)
        return known[key]

    def measured(section: str, proofs: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(replace(proof, confidence=confidence(section, proof)) for proof in proofs)

    return replace(
        facts,
        projects=tuple(replace(x, evidence=measured("projects", x.evidence)) for x in facts.projects),
        actors=tuple(replace(x, evidence=measured("actors", x.evidence)) for x in facts.actors),
        regions=tuple(replace(x, evidence=measured("regions", x.evidence)) for x in facts.regions),
        roles=tuple(replace(x, evidence=measured("roles", x.evidence)) for x in facts.roles),
        flows=tuple(replace(x, evidence=measured("flows", x.evidence)) for x in facts.flows),
        locations=tuple(replace(x, evidence=measured("locations", x.evidence)) for x in facts.locations),
        cooperations=tuple(replace(x, evidence=measured("cooperations", x.evidence)) for x in facts.cooperations),
        indicators=tuple(replace(x, evidence=measured("indicators", x.evidence)) for x in facts.indicators),
    )
