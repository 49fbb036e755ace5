"""What documents name, and the profile of names that are the same on sight: same code, same listed body, same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graphkit.identities.forms import (
    core_name,
    document_key,
    is_bare,
    is_unnamed,
    plain_name,
    plain_project,
    slug_of,
    split_years,
)
from graphkit.identities.references import listed_actor, listed_region, region_of, slug_of_actor
from graphkit.model import Facts
from graphkit.reference import ReferenceRegion
from graphkit.text import slug


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A thing as one document names it; `document` is the key of the document's content.

    `company` is who takes part (slugs of actors), `owners` who runs it, and `years` when: by these two projects of nearly the same name, or
    of one name, are told apart.
    """

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
    company: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    related: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()


def mentions(all_facts: Iterable[Facts]) -> Iterator[Mention]:
    """Each project, actor, region and programme of each document; a programme's local id is its name."""
    for facts in all_facts:
        yield from _projects(facts)
        of = (document_key(facts.info), facts.info.stem)
        language = facts.info.language
        for actor in facts.actors:
            yield Mention("actor", *of, actor.id, actor.name, language, actor.aliases, type=actor.type)
        for region in facts.regions:
            yield Mention(
                "region",
                *of,
                region.id,
                region.name,
                language,
                region.aliases,
                type=region.type,
                code=region.code or "",
                canonical=region.canonical or "",
            )


def _projects(facts: Facts) -> Iterator[Mention]:
    of = (document_key(facts.info), facts.info.stem)
    language = facts.info.language
    for name in sorted({project.programme for project in facts.projects if project.programme}):
        yield Mention("programme", *of, name, name, language)
    known = {actor.id: _company(actor.name, actor.type, actor.aliases) for actor in facts.actors}
    names = {project.id: plain_project(project.name) for project in facts.projects}
    company: Mapping[str, set[str]] = defaultdict(set)
    owners: Mapping[str, set[str]] = defaultdict(set)
    for role in facts.roles:
        company[role.project] |= {known.get(role.actor, "")} - {""}
        if role.role == "owner":
            owners[role.project] |= {known.get(role.actor, "")} - {""}
    for project in facts.projects:
        dates = [date for date in (project.start, project.end) if date and date[:4].isdigit()]
        yield Mention(
            "project",
            *of,
            project.id,
            project.name,
            language,
            project.aliases,
            company=tuple(sorted(company[project.id])),
            years=tuple(sorted({int(date[:4]) for date in dates})),
            owners=tuple(sorted(owners[project.id])),
            related=tuple(sorted({names.get(local, local) for local in (*project.follows, *project.part_of)})),
        )


def _company(name: str, kind: str, aliases: Sequence[str]) -> str:
    if is_bare(name):
        return ""
    listed = listed_actor(name, kind, aliases)
    return slug_of_actor(listed) if listed else core_name(name, kind)


Key = tuple[str, ...]


def key_of(mention: Mention) -> Key:
    """What makes two mentions the same on sight. What only points at something has its document in the key.

    >>> key_of(Mention("region", "d1", "s1", "x", "Sörmland", "sv", code="SE122", type="county"))
    ('region', 'se122')
    >>> key_of(Mention("region", "d1", "s1", "x", "Karelen", "sv", type="macro"))
    ('region', 'ru-kr')
    >>> key_of(Mention("actor", "d1", "s1", "x", "City of Oulu", "en", type="municipality"))
    ('actor', 'oulu', 'municipality')
    >>> key_of(Mention("project", "d1", "s1", "x", "Förstudien", "sv"))
    ('project', 'forstudien', 'd1')
    """
    name, kind = mention.name, mention.type
    match mention.kind:
        case "region":
            region = region_of(mention.code) or _listed_region(mention)
            if region or mention.code:
                return ("region", slug(region.code if region else mention.code))
            return ("region", core_name(name, kind), kind)
        case "actor":
            if listed := listed_actor(name, kind, mention.aliases):
                return ("actor", slug_of_actor(listed))
            if is_bare(name):
                return ("actor", plain_name(name), mention.document)
            return (
                ("actor", core_name(name, kind), kind) if kind == "municipality" else ("actor", core_name(name, kind))
            )
        case "programme":
            bare, years = split_years(name)
            listed = listed_actor(bare, "eu") or listed_actor(core_name(bare, "programme"), "eu")
            if listed and ("plus" in slug_of(bare)) != ("plus" in slug_of(listed.name)):
                listed = None  # Leader and Leader+ are two programmes
            plain = slug_of_actor(listed) if listed else core_name(bare, "programme")
            return ("programme", plain, f"{years[0]}-{years[1]}") if years else ("programme", plain)
        case _:
            own = (mention.document,) if is_unnamed(name) else ()
            return ("project", plain_project(name), *own)


def _listed_region(mention: Mention) -> ReferenceRegion | None:
    """The listed region of a name and kind; an area that is listed as a county alone («Karelen» beside «republiken Karelen») is that county."""
    kinds = ("macro", "county", "country") if mention.type == "macro" else (mention.type,)
    for kind in kinds:
        for name in (mention.name, mention.canonical):
            if name and (region := listed_region(name, kind)):
                return region
    return None


@dataclass(slots=True)
class Profile:
    """All mentions with one key, and what is known of them together.

    `sides` are the sides of judgements that speak of these mentions; `disputed` are abbreviations that other profiles claim too.
    """

    key: Key
    sides: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    related: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    disputed: set[str] = field(default_factory=set)

    @property
    def kind(self) -> str:
        return self.key[0]

    def add(self, mention: Mention) -> None:
        """Takes a mention in."""
        self.mentions.append(mention)
        self.names.add(mention.name)
        self.aliases |= {alias for alias in mention.aliases if not is_bare(alias) and not is_unnamed(alias)}
        self.types |= {mention.type} - {"", "other"}
        self.company |= set(mention.company)
        self.years |= set(mention.years)
        self.related |= set(mention.related)
        self.documents.add(mention.document)
