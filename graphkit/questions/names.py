"""A name as people write it, found among the names that the graph's entities bear: «Karelen», «vasterbotten», «SE122»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graphkit.errors import NOTHING, Message, UsageError, either
from graphkit.graph.store import Store
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
SURE, MARGIN = 88.0, 6.0
"""A name that is mistyped counts when one thing is this much alike (of 100), and all others are less alike by the margin."""
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

    Case, diacritics and hyphens don't matter. A whole name comes before the beginning of one, that before a mistyped one; a preferred name
    comes before a code, that before other names. Of several regions with the whole name, those of the reference table come before those that
    only documents know («Karelen» is the republic), and of these it is the one in which the others lie, for questions
    about a region are about its parts too («Örebro» is the county, with municipality and town). A UsageError tells the candidates when several remain, and near names when none does.
    """
    known = _known_names(store, kind)
    if re.fullmatch(r"<?https?://\S+?>?", name):
        return _of_iri(known, kind, name.strip("<>"))
    asked = slug(name)
    if not asked:
        raise UsageError("«{name}» is no name: it has no letters.", name=name)
    whole = [one for one in known if one.slug == asked]
    if all(one.kind == "region" for one in whole) and (meant := _meant(store, {one.iri for one in whole})):
        return NamedNode(meant)
    for candidates in _readings(known, asked):
        iris = {candidate.iri for candidate in candidates}
        if len(iris) == 1:
            return NamedNode(iris.pop())
        if iris:
            raise UsageError(
                "«{name}» may be {names}: say which, by its full name or code.", name=name, names=_listed(known, iris)
            )
    raise UsageError(
        "there is {nothing} «{name}» in the graph{near}.", nothing=_lacking(kind), name=name, near=_near(known, name)
    )


def find_regions(store: Store, name: str) -> tuple[NamedNode, ...]:
    """The region of a name; for a listed macro region that no document names («Norden») those regions of the graph that belong to it.

    Raises a UsageError as `find_entity` does.
    """
    asked = slug(name)
    known = _known_names(store, "region")
    if asked and not any(one.slug == asked for one in known):
        macros = [
            x for x in load_regions() if x.type == "macro" and asked in map(slug, (x.name_sv, x.name_en, *x.aliases))
        ]
        if len(macros) == 1 and (members := _members(macros[0], {last_part(one.iri): one.iri for one in known})):
            return tuple(NamedNode(iri) for iri in sorted(members))
    return (find_entity(store, "region", name),)


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
        SELECT ?thing ?class ?bears ?name WHERE {{
          VALUES ?class {{ {classes} }}
          VALUES ?bears {{ skos:prefLabel gk:code skos:altLabel }}
          ?thing a ?class ; ?bears ?name .
        }}"""
    ).rows
    ranks = {"prefLabel": 0, "code": 1, "altLabel": 2}
    found = set()
    for thing, class_, bears, name in rows:
        if isinstance(thing, NamedNode) and isinstance(name, Literal):
            rank = ranks[re.split("[#/]", str(getattr(bears, "value", "")))[-1]]
            kind_name = re.split("[#/]", str(getattr(class_, "value", "")))[-1].lower()
            found.add((thing.value, kind_name, last_part(thing.value), "", slug(last_part(thing.value)), 3))
            found.add((thing.value, kind_name, name.value, name.language or "", slug(name.value), rank))
    if kind in ("region", "entity"):
        found |= set(_listed_names({iri for iri, kind_name, *_ in found if kind_name == "region"}))
    return tuple(Known(*one) for one in sorted(found))


def _listed_names(iris: set[str]) -> Iterator[tuple[str, str, str, str, str, int]]:
    """The names that the reference table gives to regions of the graph, for not all of them stand in a document."""
    of_slug = {last_part(iri): iri for iri in iris}
    for region in load_regions():
        if iri := of_slug.get(slug(region.code)):
            for name in {region.name_local, *region.aliases} - {""}:
                yield iri, "region", name, "", slug(name), 2


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


def _readings(known: Iterable[Known], asked: str) -> Iterable[list[Known]]:
    """The candidates of each way to read a name, the surest first; a way that finds none gives an empty list."""
    known = list(known)
    for rank in (0, 1, 2, 3):
        yield [one for one in known if one.rank == rank and one.slug == asked]
    for rank in (0, 2):
        yield [one for one in known if one.rank == rank and one.slug.startswith(asked + "-")]
    if len(asked) >= 4:
        yield [one for one in known if one.rank in (0, 2) and one.slug.startswith(asked)]
        yield _mistyped(known, asked)


def _mistyped(known: Iterable[Known], asked: str) -> list[Known]:
    best: dict[str, tuple[float, Known]] = {}
    for one in known:
        score = likeness(asked, one.slug)
        if one.rank in (0, 2) and score >= SURE - MARGIN and score > best.get(one.iri, (0.0, one))[0]:
            best[one.iri] = (score, one)
    top = max((score for score, _ in best.values()), default=0.0)
    return [one for score, one in best.values() if score > top - MARGIN] if top >= SURE else []


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
    """The near names, one for each entity, best first."""
    best: dict[str, tuple[float, str]] = {}
    for one in known:
        words = [one.slug, *one.slug.split("-")]
        score = max(likeness(name, word) for word in words)
        if one.rank in (0, 2) and score >= NEAR:
            best[one.iri] = max(best.get(one.iri, (0.0, "")), (score, one.name))
    near = [name for _, name in sorted(best.values(), key=lambda pair: (-pair[0], pair[1]))]
    return Message(" (near: {names})", names=", ".join(dict.fromkeys(near[:5]))) if near else NOTHING
