"""Labels instead of IRIs: of entities and documents from the graph, of classes, properties and concepts from the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import pyoxigraph as ox

from graphkit import resources
from graphkit.errors import DataError, reason
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import GK, VOC

BORROWED: Mapping[str, Mapping[str, str]] = {
    "http://www.w3.org/2004/02/skos/core#prefLabel": {"sv": "namn", "en": "name"},
    "http://www.w3.org/2004/02/skos/core#altLabel": {"sv": "annat namn", "en": "other name"},
    "http://www.w3.org/2003/01/geo/wgs84_pos#lat": {"sv": "latitud", "en": "latitude"},
    "http://www.w3.org/2003/01/geo/wgs84_pos#long": {"sv": "longitud", "en": "longitude"},
    "http://purl.org/dc/terms/title": {"sv": "titel", "en": "title"},
    "http://purl.org/dc/terms/source": {"sv": "källa", "en": "source"},
    "http://purl.org/dc/terms/publisher": {"sv": "utgivare", "en": "publisher"},
    "http://purl.org/dc/terms/issued": {"sv": "utgivet", "en": "issued"},
    "http://purl.org/dc/terms/language": {"sv": "språk", "en": "language"},
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": {"sv": "är", "en": "is"},
}
"""What properties of other vocabularies are called here; our own have their labels in the ontology."""
AT_ONCE = 500
"""How many labels are asked for in one query."""
_FILES = ("graphkit.ttl", "vocabulary.ttl")
_LABELS = frozenset(
    ("http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2000/01/rdf-schema#label"),
)
_OTHERS = "http://www.w3.org/2004/02/skos/core#altLabel"

Label = tuple[str, str]
"""A language (empty for none) and the words."""


def labels_of(store: Store, iris: Iterable[str], language: str) -> Mapping[str, str]:
    """The label of each IRI in a language: else Swedish, else English, else any; an IRI without label is shown by its last part."""
    found: dict[str, str] = {}
    asked = sorted(set(iris))
    for iri in asked:
        if iri.startswith((GK.iri, VOC.iri)):
            found[iri] = choose(_preferred(iri), language) or last_part(iri)
        elif iri in BORROWED:
            found[iri] = choose(BORROWED[iri].items(), language)
    rest = [iri for iri in asked if iri not in found]
    for start in range(0, len(rest), AT_ONCE):
        some = rest[start : start + AT_ONCE]
        labels: dict[str, list[Label]] = {iri: [] for iri in some}
        for iri, label in _from_store(store, some):
            labels[iri].append(label)
        found |= {iri: choose(labels[iri], language) or last_part(iri) for iri in some}
    return found


def choose(labels: Iterable[Label], language: str) -> str:
    """The label in a language, else in Swedish, English, no language, any; of several the first in the alphabet; empty for none.

    >>> choose([("en", "Sodermanland"), ("sv", "Södermanlands län")], "en"), choose([("ru", "Карелия")], "sv")
    ('Sodermanland', 'Карелия')
    """
    order = {language: 0, "sv": 1, "en": 2, "": 3} | {language: 0}
    return min(labels, key=lambda label: (order.get(label[0], 4), label), default=("", ""))[1]


def last_part(iri: str) -> str:
    """What stands after the last slash or hash.

    >>> last_part("https://w3id.org/graphkit/id/region/se122"), last_part("http://example.org/")
    ('se122', 'http://example.org/')
    """
    return iri.replace("#", "/").rsplit("/", 1)[-1] or iri


def concept_labels(node: ox.NamedNode) -> tuple[str, ...]:
    """All labels of a term of the ontology, in every language."""
    return tuple(sorted({words for _, _, words in _ontology().get(node.value, ())}))


def _preferred(iri: str) -> list[Label]:
    return [(language, words) for preferred, language, words in _ontology().get(iri, ()) if preferred]


@cache
def _ontology() -> Mapping[str, tuple[tuple[bool, str, str], ...]]:
    """Preferred or not, language and words of each label of the ontology's files."""
    found: dict[str, list[tuple[bool, str, str]]] = {}
    for name in _FILES:
        path = resources.ontology(name)
        try:
            for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE):
                predicate, words = quad.predicate.value, quad.object
                if (predicate in _LABELS or predicate == _OTHERS) and isinstance(words, ox.Literal):
                    label = (predicate in _LABELS, words.language or "", words.value)
                    found.setdefault(getattr(quad.subject, "value", ""), []).append(label)
        except (OSError, SyntaxError, ValueError) as error:
            raise DataError("ontology file {name} can't be read: {reason}.", name=name, reason=reason(error)) from error
    return {iri: tuple(labels) for iri, labels in found.items()}


def _from_store(store: Store, iris: Sequence[str]) -> Iterator[tuple[str, Label]]:
    values = " ".join(f"<{iri}>" for iri in iris)
    for thing, words in store.select(
        f"""
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?thing ?words WHERE {{ VALUES ?thing {{ {values} }} ?thing skos:prefLabel ?words }}"""
    ).rows:
        if isinstance(thing, ox.NamedNode) and isinstance(words, ox.Literal):
            yield thing.value, (words.language or "", words.value)
