"""What is the same in several documents: names become entities with stable slugs. The order of documents doesn't matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graphkit.identities.forms import document_key, is_unnamed, plain_name
from graphkit.identities.judgements import Judgement
from graphkit.identities.references import listed_actor, listed_region, region_of
from graphkit.model import Entity, Facts, Resolution
from graphkit.reference import ReferenceRegion
from graphkit.text import slug


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A thing as one document names it; `document` is the key of the document's content."""

    kind: str
    document: str
    stem: str
    id: str
    name: str
    language: str
    aliases: tuple[str, ...] = ()
    type: str = ""
    code: str = ""
    canonical: str = ""


def mentions(all_facts: Iterable[Facts]) -> Iterator[Mention]:
    """Each project, actor, region and programme of each document; a programme's local id is its name."""
    for facts in all_facts:
        key, stem, language = document_key(facts.info), facts.info.stem, facts.info.language
        for project in facts.projects:
            yield Mention("project", key, stem, project.id, project.name, language, project.aliases)
        for name in sorted({project.programme for project in facts.projects if project.programme}):
            yield Mention("programme", key, stem, name, name, language)
        for actor in facts.actors:
            yield Mention("actor", key, stem, actor.id, actor.name, language, actor.aliases, actor.type)
        for region in facts.regions:
            yield Mention(
                "region",
                key,
                stem,
                region.id,
                region.name,
                language,
                region.aliases,
                region.type,
                region.code or "",
                region.canonical or "",
            )


def resolve(all_facts: Sequence[Facts], judgements: Sequence[Judgement] = ()) -> Resolution:
    """Which entity each document's local id stands for."""
    clusters: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    of: dict[tuple[str, str, str], str] = {}
    for mention in sorted(mentions(all_facts)):
        name = _slug(mention)
        clusters[(mention.kind, name)].append(mention)
        of[(mention.kind, mention.stem, mention.id)] = name
    return Resolution(entities=tuple(_entity(*key, clusters[key]) for key in sorted(clusters)), of=of)


def _slug(mention: Mention) -> str:
    if mention.kind == "project":
        own = f"{mention.document}-" if is_unnamed(mention.name) else ""
        return own + slug(plain_name(mention.name))
    if mention.kind == "region":
        region = region_of(mention.code) or _region(mention)
        code = region.code if region else mention.code
        return slug(code) if code else f"{slug(plain_name(mention.name))}-{mention.type}"
    actor = listed_actor(mention.name)
    return slug(actor.name) if actor else slug(plain_name(mention.name))


def _region(mention: Mention) -> ReferenceRegion | None:
    return listed_region(mention.canonical, mention.type) or listed_region(mention.name, mention.type)


def _entity(kind: str, name: str, found: Sequence[Mention]) -> Entity:
    best = max(found, key=lambda mention: (len(mention.name), mention.name))
    names = tuple(sorted({(x, mention.language) for mention in found for x in (mention.name, *mention.aliases)}))
    types = sorted({mention.type for mention in found if mention.type not in ("", "other")})
    listed = listed_actor(best.name) if kind in ("actor", "programme") else None
    region = (region_of(best.code) or _region(best)) if kind == "region" else None
    return Entity(
        kind=kind,
        slug=name,
        name=listed.name if listed else best.name,
        language=best.language,
        names=names,
        type=region.type if region else listed.type if listed and kind == "actor" else (types or [None])[0],
        code=(region.public_code if region else best.code) or None,
    )
