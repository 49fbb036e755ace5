"""How far a project has come, as words say it: applied, granted, refused, planned, running, ended."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.facts.clauses import is_negated
from graphkit.facts.focus import project_at
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Attribute, Reading
from graphkit.model import BlockKind

_SENTENCES = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_WORDS = (("refused", 0.6), ("ended", 0.55), ("running", 0.5), ("granted", 0.45), ("planned", 0.4), ("applied", 0.35))
"""The statuses, the surest first: one that has ended was granted too."""


def find_statuses(reading: Reading) -> Iterator[Attribute]:
    """The statuses that sentences give: «Projektet pågår», «Styrelsen sade nej till X»; a refusal only beside the project's name."""
    for index, unit in enumerate(reading.units):
        if unit.block.kind not in _SENTENCES or reading.focus[index] is None:
            continue
        named = reading.projects[index]
        if not named and not reading.lexicon.pattern("projects.anaphora").search(unit.text):
            continue
        for status, confidence in _WORDS:
            cue = reading.lexicon.pattern(f"statuses.{status}").search(unit.text)
            if cue is None or is_negated(unit.text, cue.start()) or (status == "refused" and not named):
                continue
            project = project_at(unit, named, unit.start + cue.start(), reading.focus[index])
            if status == "refused":
                project = next((n.key for n in named if n.start >= unit.start + cue.end()), project)
            if project is not None:
                evidence = proof(unit, f"status.{status}", confidence, "status")
                yield Attribute(project=project, field="status", value=status, evidence=evidence)
            break
