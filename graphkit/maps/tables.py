"""The tables that a map is drawn from: what the graph says of each thing, fact, piece of evidence and document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

if TYPE_CHECKING:
    from graphkit.graph.store import Store

_QUERIES = Path(__file__).resolve().parent / "queries"
Value = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Record:
    """All that the graph says of one subject; properties by the last part of their IRI, values in the query's order.

    `id` is the last two parts of its IRI: «actor/sida».
    """

    id: str
    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)

    def all(self, name: str) -> tuple[str, ...]:
        """The values of a property: words, numbers as written, «kind/slug» of a thing."""
        return tuple(_plain(value) for value in self.values.get(name, ()))

    def one(self, name: str) -> str:
        """The first value of a property, or an empty text."""
        return next(iter(self.all(name)), "")

    def word(self, name: str) -> str:
        """The concept that a property names: «county-board»."""
        return self.one(name).rpartition("/")[2]

    def year(self, name: str) -> int | None:
        """A year, if the graph has one."""
        return int(self.one(name)) if self.one(name) else None

    def label(self, language: str) -> str:
        """The name in a language, else in any other; the id when there is none."""
        labels = [value for value in self.values.get("prefLabel", ()) if isinstance(value, Literal)]
        chosen = sorted(labels, key=lambda value: (value.language != language, value.language or "", value.value))
        return chosen[0].value if chosen else self.id.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Tables:
    """The four tables, each by id, sorted."""

    things: Mapping[str, Record]
    facts: Mapping[str, Record]
    evidence: Mapping[str, Record]
    documents: Mapping[str, Record]


def read_tables(store: Store) -> Tables:
    """The tables of a store."""
    return Tables(*(dict(_records(store, name)) for name in ("things", "facts", "evidence", "documents")))


def thing_id(iri: str) -> str:
    """The last two parts of an IRI, which tell kind and thing.

    >>> thing_id("https://w3id.org/graphkit/id/actor/sida")
    'actor/sida'
    """
    return "/".join(iri.rsplit("/", 2)[-2:])


def _plain(value: Value) -> str:
    return thing_id(value.value) if isinstance(value, NamedNode) else value.value


def _records(store: Store, name: str) -> Iterator[tuple[str, Record]]:
    found: dict[str, dict[str, list[Value]]] = {}
    for subject, predicate, value in store.select((_QUERIES / f"{name}.rq").read_text(encoding="utf-8")).rows:
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and isinstance(value, Value):
            local = predicate.value.replace("#", "/").rpartition("/")[2]
            values = found.setdefault(thing_id(subject.value), {}).setdefault(local, [])
            if value not in values:
                values.append(value)
    for id in sorted(found):
        yield id, Record(id, {key: tuple(values) for key, values in found[id].items()})
