"""A name as people write it, found among the names that the graph's entities bear: «Karelen», «vasterbotten», «SE122»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graphkit.errors import NOTHING, Message, UsageError, either
from graphkit.graph.store import Store
from graphkit.identities.references import region_of
from graphkit.questions.labels import choose, concept_labels, last_part
from graphkit.questions.nearness import NEAR, likeness, near_names
from graphkit.reference import ReferenceRegion, load_regions
from graphkit.text import slug

NAMED_KINDS: Mapping[str, tuple[str, ...]] = {
    "region": ("Region",),
    "actor": ("Actor",),
    "project": ("Project",),
    "programme": ("Programme",),
    "document": ("Document",),
    "entity": ("Project", "Actor", "Region", "Programme"),
}
"""The parameter types that stand for a thing with a name, and the classes that it may be of."""
_SOURCE = NamedNode("http://purl.org/dc/terms/source")
FAR = 15.0
"""A near name is told if it is not so much less alike than the nearest."""
TOLD = 6
"""How many candidates an error tells."""


@dataclass(frozen=True, slots=True)
class Known:
    """A name that an entity bears: its preferred name (rank 0), its code (1), another of its names (2) or the last part of its IRI (3)."""

    iri: str
    kind: str
    name: str
    language: str
    slug: str
    rank: int


def find_entity(store: Store, kind: str, name: str) -> NamedNode:
    """The entity of a kind («region», «entity» for any) that bears a name, has a code or is an IRI.

    The name must be a whole one; case, diacritics, hyphens and a genitive («Västerbottens») don't matter. What only begins so or is nearly so
    is told and not taken, for an answer about another county would look like one. A preferred name comes before a code, that before other names.
    Of several regions with the name, those of the reference table come before those that only documents know («Karelen» is the republic), and
    of these it is the one in which the others lie, for questions about a region are about its parts too («Örebro» is the county, with
    municipality and town). A UsageError tells the candidates when several remain, and near names when none does.
    """
    known = _known_names(store, kind)
    if re.fullmatch(r"<?https?://\S+?>?", name):
        return _of_iri(known, kind, name.strip("<>"))
    asked = slug(name)
    if not asked:
        raise UsageError("«{name}» is no name: it has no letters.", name=name)
    same = [one for one in known if one.slug == asked]
    same = same or [one for one in known if without_genitives(one.slug) == without_genitives(asked)]
    if all(one.kind == "region" for one in same) and (meant := _meant(store, {one.iri for one in same})):
        return NamedNode(meant)
    if same:
        surest = min(one.rank for one in same)
        iris = {one.iri for one in same if one.rank == surest}
        if len(iris) == 1:
            return NamedNode(iris.pop())
        raise UsageError(
            "«{name}» may be {names}: say which, by its full name or code.", name=name, names=_listed(known, iris)
        )
    raise UsageError(
        "there is {nothing} «{name}» in the graph{near}.", nothing=_lacking(kind), name=name, near=_near(known, name)
    )


def without_genitives(slug: str) -> str:
    """A name's slug without the s of a genitive at the end of its words.

    >>> without_genitives("vasterbottens-lan"), without_genitives("gotland-s"), without_genitives("as")
    ('vasterbotten-lan', 'gotland', 'as')
    """
    return "-".join(
        word[:-1] if len(word) > 3 and word[-1] == "s" else word for word in re.sub(r"-s\b", "", slug).split("-")
    )


def find_regions(store: Store, name: str) -> tuple[NamedNode, ...]:
    """The region of a name; for a listed macro region that no document names («Norden») those regions of the graph that belong to it.

    Raises a UsageError as `find_entity` does.
    """
    asked = slug(name)
    known = _known_names(store, "region")
    if asked and not any(one.slug == asked for one in known):
        macro = listed_macro(name)
        if macro and (members := _members(macro, {last_part(one.iri): one.iri for one in known})):
            return tuple(NamedNode(iri) for iri in sorted(members))
    return (find_entity(store, "region", name),)


def listed_macro(name: str) -> ReferenceRegion | None:
    """The macro region of the reference table that bears a name, if there is one and no more."""
    asked = slug(name)
    found = [x for x in load_regions() if x.type == "macro" and asked in map(slug, (x.name_sv, x.name_en, *x.aliases))]
    return found[0] if len(found) == 1 else None


def _members(macro: ReferenceRegion, iris: Mapping[str, str]) -> set[str]:
    """The regions of the graph that a macro region is made of, those of its parts where a part is a macro region too."""
    found = set()
    for code in macro.members:
        if iri := iris.get(slug(code)):
            found.add(iri)
        else:
            found |= {iri for x in load_regions() if x.code == code for iri in _members(x, iris)}
    return found


def find_concept(value: str, concepts: Mapping[str, NamedNode], parameter: str) -> NamedNode:
    """The concept that a word stands for: its own («partner») or its label in any language («projektägare»)."""
    words = {slug(word): node for word, node in concepts.items()}
    for node in concepts.values():
        words |= {slug(label): node for label in concept_labels(node)}
    if found := words.get(slug(value)):
        return found
    known = {label for node in concepts.values() for label in concept_labels(node)} | set(concepts)
    raise UsageError(
        "parameter {parameter}: «{value}» is none of {names}{near}.",
        parameter=parameter,
        value=value,
        names=", ".join(concepts),
        near=near_names(value, known),
    )


def _known_names(store: Store, kind: str) -> tuple[Known, ...]:
    classes = " ".join(f"gk:{name}" for name in NAMED_KINDS[kind])
    rows = store.select(
        f"""
        PREFIX gk: <https://w3id.org/graphkit/ontology#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?thing ?class ?bears ?name WHERE {{
          VALUES ?class {{ {classes} }}
          VALUES ?bears {{ skos:prefLabel gk:code skos:altLabel dcterms:source }}
          ?thing a ?class ; ?bears ?name .
        }}"""
    ).rows
    ranks = {"prefLabel": 0, "code": 1, "altLabel": 2, "source": 2}
    found = set()
    for thing, class_, bears, name in rows:
        if isinstance(thing, NamedNode) and isinstance(name, Literal):
            rank = ranks[re.split("[#/]", str(getattr(bears, "value", "")))[-1]]
            kind_name = re.split("[#/]", str(getattr(class_, "value", "")))[-1].lower()
            found.add((thing.value, kind_name, last_part(thing.value), "", slug(last_part(thing.value)), 3))
            found.add((thing.value, kind_name, name.value, name.language or "", slug(name.value), rank))
            if bears == _SOURCE:  # a document is called by its file's name too, with its ending or without
                file = name.value.rpartition("/")[2]
                found |= {(thing.value, kind_name, x, "", slug(x), rank) for x in (file, file.rpartition(".")[0]) if x}
    if kind in ("region", "entity"):
        found |= set(_listed_names({iri for iri, kind_name, *_ in found if kind_name == "region"}))
    return tuple(Known(*one) for one in sorted(found))


def _listed_names(iris: set[str]) -> Iterator[tuple[str, str, str, str, str, int]]:
    """The names that the reference table gives to regions of the graph, for not all of them stand in a document."""
    of_slug = {last_part(iri): iri for iri in iris}
    for region in load_regions():
        today = region_of(region.code) or region
        if iri := of_slug.get(slug(today.code)):
            for name in {region.name_local, *region.aliases} - {""}:
                yield iri, "region", name, "", slug(name), 2
            if today is not region:
                yield iri, "region", region.code, "", slug(region.code), 3


def _meant(store: Store, iris: set[str]) -> str | None:
    """The one of several regions with the same name that people mean; None when that can't be said, or there is nothing to choose."""
    codes = {slug(region.code) for region in load_regions()}
    listed = {iri for iri in iris if last_part(iri) in codes} or iris
    return next(iter(listed)) if len(listed) == 1 else _outermost(store, listed)


def _outermost(store: Store, iris: set[str]) -> str | None:
    """The one of several regions in which all the others lie; None when there is no such."""
    if not iris:
        return None
    values = " ".join(f"<{iri}>" for iri in sorted(iris))
    rows = store.select(
        f"""
        PREFIX gk: <https://w3id.org/graphkit/ontology#>
        SELECT DISTINCT ?inner ?outer WHERE {{
          VALUES ?inner {{ {values} }} VALUES ?outer {{ {values} }}
          ?inner (gk:within|^gk:member)+ ?outer .
        }}"""
    ).rows
    inside: dict[str, set[str]] = {iri: set() for iri in iris}
    for inner, outer in rows:
        if isinstance(inner, NamedNode) and isinstance(outer, NamedNode):
            inside[outer.value].add(inner.value)
    around = [iri for iri in sorted(iris) if inside[iri] >= iris - {iri}]
    return around[0] if len(around) == 1 else None


def _of_iri(known: Iterable[Known], kind: str, iri: str) -> NamedNode:
    if any(one.iri == iri for one in known):
        return NamedNode(iri)
    raise UsageError("there is {nothing} <{iri}> in the graph.", nothing=_lacking(kind), iri=iri)


_LACKING: Mapping[str, Message] = {
    "actor": Message("no actor"),
    "project": Message("no project"),
    "region": Message("no region"),
    "programme": Message("no programme"),
    "document": Message("no document"),
    "entity": Message("no actor, project, region or programme"),
}


def _lacking(kind: str) -> Message:
    return _LACKING[kind]


def _listed(known: Iterable[Known], iris: set[str]) -> Message:
    """The preferred names of entities with their codes: «Örebro kommun (SE-1880) or Örebro län (SE124)»."""
    labels: dict[str, list[tuple[str, str]]] = {iri: [] for iri in iris}
    codes: dict[str, str] = {}
    for one in sorted(known, key=lambda one: -one.rank):
        if one.iri in iris and one.rank == 0:
            labels[one.iri].append((one.language, one.name))
        elif one.iri in iris and one.rank in (1, 3):
            codes[one.iri] = one.name
    parts = sorted(f"{choose(labels[iri], 'sv') or iri} ({codes[iri]})" for iri in iris)
    if len(parts) > TOLD:
        return Message("{names} or {number} more", names=", ".join(parts[:TOLD]), number=len(parts) - TOLD)
    return either([", ".join(parts[:-1]), parts[-1]])


def _near(known: Iterable[Known], name: str) -> Message:
    """The near names, one for each entity, best first; those much less near than the best are no help."""
    asked = slug(name)
    scores: dict[str, float] = {}
    labels: dict[str, list[tuple[str, str]]] = {}
    for one in known:
        if one.rank == 0:
            labels.setdefault(one.iri, []).append((one.language, one.name))
        if one.rank in (0, 2):
            words = [one.slug, *one.slug.split("-")]
            begins = len(asked) > 2 and any(word.startswith(asked) for word in words)
            score = max(95.0 if begins else 0.0, *(likeness(asked, word) for word in words))
            scores[one.iri] = max(scores.get(one.iri, 0.0), score)
    least = max(NEAR, max(scores.values(), default=0.0) - FAR)
    near = sorted((-score, choose(labels.get(iri, ()), "sv") or iri) for iri, score in scores.items() if score >= least)
    names = list(dict.fromkeys(label for _, label in near))[:5]
    return Message(" (near: {names})", names=", ".join(names)) if names else NOTHING
