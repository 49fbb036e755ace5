"""Evidence for what a rule found in a unit."""

from __future__ import annotations

from graphkit.facts.reading import Unit
from graphkit.model import Evidence


def proof(unit: Unit, rule: str, confidence: float, field: str = "") -> Evidence:
    """The evidence that a whole unit gives: its text is the quote."""
    return Evidence(
        start=unit.start,
        end=unit.end,
        quote=unit.text,
        rule=rule,
        field=field,
        confidence=round(confidence, 2),
        page=unit.block.page,
    )
