"""A document under evaluation: its two fact files, their paired entities, and the counts so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from graphkit.evaluation.likeness import Plain, same_actor, same_project, same_region
from graphkit.evaluation.pairing import Entities, Tally, mappings

KINDS = (
    "projects",
    "actors",
    "actor_types",
    "regions",
    "region_codes",
    "roles",
    "flows",
    "flow_recipients",
    "flow_implied",
    "flow_quotes",
    "budgets",
    "periods",
    "programmes",
    "locations",
    "cooperations",
    "relations",
    "indicators",
    "contacts",
)


@dataclass
class Case:
    """Gold, its optional facts, and the prediction, in the annotation guide's schema."""

    gold: Plain
    optional: Plain
    predicted: Plain
    tallies: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})

    def __post_init__(self) -> None:
        self.projects = self._entities("projects", same_project)
        self.actors = self._entities("actors", same_actor)
        self.regions = self._entities("regions", same_region)

    def _entities(self, name: str, like: Callable[[Plain, Plain], float]) -> Entities:
        return Entities(mappings(self.gold, name), mappings(self.optional, name), mappings(self.predicted, name), like)

    def translated(self, facts: Sequence[Plain], **references: Entities) -> list[Plain]:
        """Predicted facts with their references as gold ids."""
        return [
            {**fact, **{key: entities.gold_id(fact.get(key)) for key, entities in references.items()}} for fact in facts
        ]


def touches_optional(fact: Plain, **references: Entities) -> bool:
    """Whether a translated fact refers to an optional entity, so that it is not punished."""
    return any(
        entities.is_optional_id(fact.get(key)) for key, entities in references.items() if fact.get(key) is not None
    )
