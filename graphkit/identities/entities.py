"""Clusters of profiles become entities: the name they are shown by, their type and code, and a slug that lasts."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from graphkit.identities.forms import slug_of, split_years
from graphkit.identities.mentions import Mention, Profile
from graphkit.identities.references import actor_of_slug, region_of_slug
from graphkit.model import Entity
from graphkit.text import slug, squeeze


def build_entities(clusters: Sequence[Sequence[Profile]]) -> tuple[tuple[Entity, ...], list[str]]:
    """The entities sorted by kind and slug, and the slug of each cluster in the order given.

    Two clusters that would have one slug (people told them apart) get a mark each, taken from their documents.
    """
    slugs = [_slug(cluster) for cluster in clusters]
    kinds = [cluster[0].kind for cluster in clusters]
    taken = Counter(zip(kinds, slugs, strict=True))
    slugs = [
        f"{name}-{_mark(cluster)}" if taken[(kind, name)] > 1 else name
        for kind, name, cluster in zip(kinds, slugs, clusters, strict=True)
    ]
    entities = [_entity(cluster, name) for cluster, name in zip(clusters, slugs, strict=True)]
    return tuple(sorted(entities, key=lambda entity: (entity.kind, entity.slug))), slugs


def _mark(cluster: Sequence[Profile]) -> str:
    content = sorted(
        (mention.document, mention.id, mention.name) for profile in cluster for mention in profile.mentions
    )
    return hashlib.sha256(repr(content).encode("utf-8")).hexdigest()[:8]


def _slug(cluster: Sequence[Profile]) -> str:
    """A listed region's code or a listed actor's name, else the name that the entity is shown by."""
    first, best = cluster[0], _best(cluster)
    listed = sorted(profile.key[1] for profile in cluster if _is_listed(profile))
    if listed:
        return "-".join([listed[0], *first.key[2:]]) if first.kind == "programme" else listed[0]
    plain = slug_of(best.name) or hashlib.sha256(best.name.encode("utf-8")).hexdigest()[:8]
    match first.kind:
        case "region":
            return slug(best.code) or f"{plain}-{best.type}"
        case "project" if len(first.key) > 2:  # a project without a name of its own stays with its document
            return f"{first.key[2]}-{plain}"
        case "actor" if len(first.key) > 2 and first.key[2] == best.document:
            return f"{first.key[2]}-{plain}"
    return plain


def _is_listed(profile: Profile) -> bool:
    match profile.kind:
        case "region":
            return region_of_slug(profile.key[1]) is not None
        case "actor" | "programme":
            return actor_of_slug(profile.key[1]) is not None
    return False


def _best(cluster: Sequence[Profile]) -> Mention:
    """The mention with the fullest name, in ordinary letters if there is one, Swedish if it is written alike in both languages."""
    return max(
        (mention for profile in cluster for mention in profile.mentions),
        key=lambda x: (not x.name.isupper(), len(x.name), bool(x.code), x.name, x.language == "sv", x),
    )


def _entity(cluster: Sequence[Profile], name: str) -> Entity:
    kind, best = cluster[0].kind, _best(cluster)
    found = [mention for profile in cluster for mention in profile.mentions]
    shown, language = squeeze(best.name), best.language
    types = Counter(mention.type for mention in found if mention.type)
    usual = min(types, key=lambda word: (word == "other", -types[word], word), default=None)
    code = best.code
    if kind == "region" and (region := region_of_slug(name)):
        usual, code = region.type, region.public_code or ""
    if kind == "actor" and (actor := actor_of_slug(name)):
        shown, usual = actor.name, actor.type
        language = _language_of(shown, found)
    if kind == "programme" and (fund := actor_of_slug(cluster[0].key[1])):
        years = split_years(best.name)[1]
        shown = f"{fund.name} {years[0]}–{years[1]}" if years else fund.name
        language = _language_of(shown, found)
    return Entity(
        kind=kind,
        slug=name,
        name=shown,
        language=language,
        names=tuple(sorted({(squeeze(x), mention.language) for mention in found for x in _names(mention)})),
        type=usual,
        code=code or None,
    )


def _names(mention: Mention) -> Iterable[str]:
    return (mention.name, *mention.aliases)


def _language_of(name: str, found: Iterable[Mention]) -> str:
    """A listed name is Swedish unless only documents in another language write it so."""
    languages = {mention.language for mention in found if name in _names(mention)}
    return "sv" if "sv" in languages or not languages else min(languages)
