"""One document's facts: the finders in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.facts.applied import find_as_applied
from graphkit.facts.assembly import assemble
from graphkit.facts.awarding import awarded_units, find_in_awards
from graphkit.facts.awards import find_awarded, find_awards
from graphkit.facts.boxes import Box
from graphkit.facts.clauses import Sentence, read_sentences
from graphkit.facts.collective import find_collective
from graphkit.facts.concerned import find_concerned
from graphkit.facts.contacts import find_contacts
from graphkit.facts.cooperations import find_cooperations
from graphkit.facts.dates import find_dates
from graphkit.facts.denials import is_denied
from graphkit.facts.flows import find_flows
from graphkit.facts.focus import find_focus, main_project
from graphkit.facts.gazetteer import load_gazetteer
from graphkit.facts.implied import find_worked_out
from graphkit.facts.indicators import find_indicators
from graphkit.facts.labelled import find_labelled
from graphkit.facts.labels import is_pair_row
from graphkit.facts.leads import find_leads
from graphkit.facts.lists import find_in_item
from graphkit.facts.locations import find_locations, find_named_places
from graphkit.facts.masking import mask_facts, spans_of_persons
from graphkit.facts.money import find_amounts
from graphkit.facts.names import find_names
from graphkit.facts.openings import find_openings
from graphkit.facts.pairs import find_in_pair
from graphkit.facts.partnering import find_areas_of_bodies, find_partner_places
from graphkit.facts.passages import offsets
from graphkit.facts.payments import settle
from graphkit.facts.people import WEAK_ACTORS, find_people
from graphkit.facts.periods import find_periods
from graphkit.facts.portions import find_portions
from graphkit.facts.programmes import find_programmes
from graphkit.facts.projects import find_projects
from graphkit.facts.reading import Attribute, Name, Person, Reading, by_unit, find_units
from graphkit.facts.recipients import find_granted, recipients_tables
from graphkit.facts.relations import find_relations
from graphkit.facts.restated import told_once
from graphkit.facts.roles import find_roles
from graphkit.facts.rows import find_in_row
from graphkit.facts.shares import find_headed, find_parties, find_shares
from graphkit.facts.sieve import gives_way
from graphkit.facts.sources import Sources, find_sources
from graphkit.facts.statuses import find_statuses
from graphkit.lexicon import load_lexicon
from graphkit.model import BlockKind, Cooperation, Document, Facts, Flow, Indicator, Issue, Location, Role


def find_facts(document: Document, *, contacts: bool = False) -> Facts:
    """All facts that a document states, each with its quote: `text[start:end] == quote`.

    Persons are found only with `contacts`; without it their names and addresses are masked in the text and all quotes, offsets as they are.
    """
    reading = read_names(document)
    people = find_contacts(reading) if contacts else ()
    found = assemble(reading, _find_undenied(reading), "other", people, find_concerned(reading))
    found = replace(found, issues=(*found.issues, *find_openings(reading, found)))
    return found if contacts else mask_facts(found, spans_of_persons(reading))


def read_names(document: Document) -> Reading:
    """The document's units with the names, amounts and dates in them, and the project that each speaks of."""
    lexicon = load_lexicon(document.info.language)
    units = find_units(document)
    names = find_names(document)
    people = find_people(document, names, lexicon)
    actors = [n for n in names if n.kind == "actor" and not (n.rule in WEAK_ACTORS and _of_person(n, people))]
    regions = [n for n in names if n.kind == "region" and not _of_person(n, people)]
    regions = sorted([*regions, *find_partner_places(units, regions, lexicon)], key=lambda n: (n.start, n.end))
    labelled = [n for n in find_labelled(document, units, lexicon, actors, regions) if not _of_person(n, people)]
    actors = [n for n in actors if not _inside(n, labelled)]
    actors = sorted([*actors, *labelled], key=lambda n: (n.start, n.end))
    awards = find_awards(document.text, units, actors, people, lexicon)
    awarded = find_awarded(document.text, awards, actors)
    actors = sorted([*(n for n in actors if not _inside(n, awarded)), *awarded], key=lambda n: (n.start, n.end))
    named = find_projects(document, units, lexicon, actors, regions, people, awards)
    called = {(n.start, n.end): n.rule for n in named}
    actors = [n for n in actors if not gives_way(n, called.get((n.start, n.end), ""))]
    listed = offsets(award.project for award in awards if award.project)
    actors = [n for n in actors if n.start not in listed or n.end - 1 not in listed]
    regions = [n for n in regions if n.confidence > WEAK_PLACE or not _inside(n, named)]
    regions = [n for n in regions if n.rule != "region.area-word" or (n.start, n.end) not in called]
    regions = sorted(
        [*regions, *find_named_places(document.text, named, actors, regions, lexicon)], key=lambda n: (n.start, n.end)
    )
    areas = find_areas_of_bodies(actors, load_gazetteer())
    regions = sorted([*regions, *areas], key=lambda n: (n.start, n.end))
    projects = by_unit(units, named)
    language, issued = document.info.language, document.info.issued
    return Reading(
        document=document,
        lexicon=lexicon,
        units=units,
        actors=by_unit(units, actors),
        regions=by_unit(units, regions),
        projects=projects,
        amounts=tuple(find_amounts(unit.text, language, offset=unit.start) for unit in units),
        dates=tuple(find_dates(unit.text, language, issued=issued, offset=unit.start) for unit in units),
        focus=find_focus(units, projects, lexicon),
        employers=tuple(n for n in actors if n.rule == "actor.contact"),
        people=people,
        awards=awards,
    )


WEAK_PLACE = 0.4
"""Up to this confidence a place is known by a preposition alone; the word of a project's name («Jobb till alla») is then none."""


def _inside(name: Name, others: Sequence[Name]) -> bool:
    return any(other.start <= name.start and name.end <= other.end for other in others)


def _of_person(name: Name, people: Sequence[Person]) -> bool:
    """Whether a name lies within a person's («Gun Stigtomta»), or holds it."""
    return any(p.start < name.end and name.start < p.end for p in people)


def _find_undenied(reading: Reading) -> Iterator[Role | Flow | Location | Cooperation | Indicator | Attribute | Issue]:
    """What the finders found, but for what the same clause denies or only hopes for."""
    for fact in _find(reading):
        if isinstance(fact, Role | Flow | Location | Cooperation) and is_denied(reading, fact):
            continue
        yield fact


def _find(reading: Reading) -> Iterator[Role | Flow | Location | Cooperation | Indicator | Attribute | Issue]:
    sentences = read_sentences(reading)
    sources = find_sources(sentences)
    listed = awarded_units(reading)
    running = [sentence for sentence in sentences if sentence.index not in listed]
    stated: list[Flow | Role | Attribute | Issue | Location] = [
        *_find_in_boxes(reading, sentences, sources),
        *find_in_awards(reading, sources),
        *find_flows(running, sources),
        *find_as_applied(running, sources),
        *find_portions(running),
    ]
    yield from told_once(list(settle([*stated, *find_worked_out(running, stated)])))
    roles = [*find_roles(running, stated)]
    yield from roles
    yield from find_collective(sentences, [*stated, *roles])
    yield from find_periods(reading)
    yield from find_programmes(reading)
    yield from find_relations(reading, main_project(reading.units, reading.projects))
    yield from find_statuses(reading)
    yield from find_locations(reading)
    yield from find_cooperations(reading)
    yield from find_indicators(reading)


def _find_in_boxes(
    reading: Reading, sentences: Sequence[Sentence], sources: Sources
) -> Iterator[Role | Flow | Location | Attribute | Issue]:
    """The facts of pairs, rows and list items: what a label, a column or the line above says of them."""
    leads = find_leads(reading.units, reading.lexicon)
    granted = recipients_tables(reading, leads)
    listed = awarded_units(reading)
    parties = find_parties(reading)
    yield from find_headed(reading, parties)
    for index, unit in enumerate(reading.units):
        project = reading.focus[index]
        if unit.block.kind is BlockKind.ROW and unit.block.table in granted:
            yield from find_granted(reading, index, sources)
            continue
        if index in parties:
            yield from find_shares(reading, index, parties[index], sources)
            continue
        if project is None or index in listed:
            continue
        box = Box(reading, index, unit, project, leads[index], sources, sentences[index].groups)
        if is_pair_row(unit.block, reading.lexicon):
            yield from find_in_pair(box)
        elif unit.block.kind is BlockKind.ROW:
            yield from find_in_row(box)
        elif unit.block.kind in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.HEADING):
            yield from find_in_item(box)
