"""What triples say of each thing, gathered by class, for exporters that write things rather than triples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from graphkit.graph.vocabulary import CLASSES, GK, RDF

Value = ox.NamedNode | ox.Literal

_NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")


@dataclass(frozen=True, slots=True)
class Record:
    """All that is said of one thing: values by the last part of their property's IRI, sorted."""

    iri: str
    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)

    def all(self, name: str) -> tuple[str, ...]:
        """The values of a property as texts: words, numbers as they stand, IRIs."""
        return tuple(value.value for value in self.values.get(name, ()))

    def one(self, name: str) -> str:
        """The first value of a property, or an empty text."""
        return next(iter(self.all(name)), "")

    def last(self, name: str) -> str:
        """The last value of a property, or an empty text: the other region of a cooperation."""
        return next(reversed(self.all(name)), "")

    def word(self, name: str) -> str:
        """The concept that a property names: «county-board»."""
        return self.one(name).rpartition("/")[2]

    def label(self, lang: str) -> str:
        """The name in a language, else in another; the IRI's last part where there is none."""
        labels = [value for value in self.values.get("prefLabel", ()) if isinstance(value, ox.Literal)]
        chosen = sorted(labels, key=lambda value: (value.language != lang, value.language or "", value.value))
        return chosen[0].value if chosen else last_part(self.iri)

    def number(self, name: str) -> float | None:
        """The first value of a property as a number; None where there is none, or a graph from elsewhere holds something else."""
        return float(self.one(name)) if _NUMBER.fullmatch(self.one(name)) else None

    def year(self, name: str) -> int | None:
        """The first value of a property as a whole number, if it is one."""
        number = self.number(name)
        return int(number) if number is not None and number == int(number) else None

    @property
    def key(self) -> str:
        """Kind and name of the thing: «actor/sida»."""
        return "/".join(self.iri.rsplit("/", 2)[-2:])


@dataclass(frozen=True, slots=True)
class Records:
    """The things of a graph: by IRI, and the IRIs of each class, sorted."""

    things: Mapping[str, Record]
    classes: Mapping[str, tuple[str, ...]]

    def of(self, *classes: str) -> tuple[Record, ...]:
        """The things of some classes, class by class, each in the order of their IRIs."""
        return tuple(self.things[iri] for name in classes for iri in self.classes[name])

    def label(self, iri: str, lang: str) -> str:
        """The name of a thing; empty for no thing."""
        return self.things[iri].label(lang) if iri in self.things else last_part(iri)

    def proofs(self, fact: Record) -> tuple[Record, ...]:
        """The evidence of a fact, the surest first."""
        found = (self.things[iri] for iri in fact.all("evidence") if iri in self.things)
        return tuple(sorted(found, key=lambda proof: (-(proof.number("confidence") or 0), proof.iri)))

    def acts(self, fact: Record) -> bool:
        """Whether a fact is positive and undisputed, so that it may become a line: the graph has the direct property for it."""
        match fact.iri.rsplit("/", 2)[-2]:
            case "participation":
                return self._has(fact.one("project"), fact.word("role"), fact.one("actor"))
            case "location":
                return self._has(fact.one("project"), "worksIn", fact.one("region"))
            case "cooperation":
                return self._has(fact.one("region"), "cooperatesWith", fact.last("region"))
            case _:
                return not fact.all("status")

    def _has(self, subject: str, name: str, value: str) -> bool:
        return subject in self.things and value in self.things[subject].all(name)


def read_records(triples: Iterable[ox.Triple]) -> Records:
    """The things of a graph."""
    said: dict[str, dict[str, set[Value]]] = {}
    classes: dict[str, set[str]] = {name: set() for name in CLASSES}
    names = {GK[name].value: name for name in CLASSES}
    for triple in triples:
        subject, value = triple.subject, triple.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, Value):
            continue  # a blank node can't be ours
        if triple.predicate == RDF.type:
            if value.value in names:
                classes[names[value.value]].add(subject.value)
            said.setdefault(subject.value, {})
        else:
            said.setdefault(subject.value, {}).setdefault(last_part(triple.predicate.value), set()).add(value)
    things = {
        iri: Record(iri, {name: tuple(sorted(values, key=str)) for name, values in sorted(said[iri].items())})
        for iri in sorted(said)
    }
    return Records(things, {name: tuple(sorted(iris)) for name, iris in classes.items()})


def last_part(iri: str) -> str:
    """What stands after the last slash or hash.

    >>> last_part("https://w3id.org/graphkit/ontology#payer"), last_part("")
    ('payer', '')
    """
    return iri.replace("#", "/").rpartition("/")[2]
