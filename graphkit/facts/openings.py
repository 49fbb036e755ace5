"""What a document says and no rule could place: amounts of an unclear kind, periods, places and organisations, each as an issue with its quote.

An issue is a question to the reader, so only sentences that speak of a project ask one, and none whose words say that nothing is meant:
pots of programmes, what is applied for, part payments, comparisons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.facts.gazetteer import load_gazetteer
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.facts.words import places_of
from graphkit.model import BlockKind, Evidence, Facts, Issue

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ROW, BlockKind.PAIR)
_KNOWN_BY_FORM = (
    "head",
    "tail",
    "ending",
    "fixed",
    "legal-form",
    "known",
    "fund",
    "state",
    "purpose",
    "bare-head",
    "definite",
)
"""Rules by which an organisation's kind is known too, even if it is none of the named kinds."""


def find_openings(reading: Reading, facts: Facts) -> tuple[Issue, ...]:
    """The issues of a document beside those that the finders told, in the order of its text."""
    told = {(issue.start, issue.end) for issue in facts.issues}
    found = [
        *(issue for issue in _amounts(reading, facts) if (issue.start, issue.end) not in told),
        *_periods(reading, facts),
        *_places(reading),
        *_organisations(facts),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda issue: (issue.start, issue.kind, issue.end)))


def _issue(kind: str, unit: Unit, rule: str) -> Issue:
    return Issue(kind=kind, quote=unit.text, start=unit.start, end=unit.end, rule=rule)


def _spoken_of(reading: Reading) -> Iterator[tuple[int, Unit]]:
    """The units of running text, lists and tables that speak of a project, with their places."""
    for index, unit in enumerate(reading.units):
        if reading.focus[index] is not None and unit.block.kind in _PROSE and not unit.block.aside:
            yield index, unit


# ---------------------------------------------------------------------------------------------------- amounts


def _amounts(reading: Reading, facts: Facts) -> Iterator[Issue]:
    """«Projektet rör sig med 300 000 kronor.»: an amount that is no flow, no budget and nothing that is known to be neither."""
    placed = {(flow.money.amount, flow.money.currency) for flow in facts.flows}
    placed |= {(x.budget.amount, x.budget.currency) for x in facts.projects if x.budget}
    neither = reading.lexicon.pattern(
        "openings.no-flow", "flows.pots", "flows.hard-pots", "flows.applied", "flows.refused", "flows.partial"
    )
    for index, unit in _spoken_of(reading):
        open_ones = [
            amount
            for amount in reading.amounts[index]
            if amount.currency
            and not amount.same_as
            and not amount.per_year
            and (amount.amount, amount.currency) not in placed
        ]
        if open_ones and not neither.search(unit.text) and not _is_counted(facts, unit):
            yield _issue("amount-of-unclear-kind", unit, "opening.amount")


def _is_counted(facts: Facts, unit: Unit) -> bool:
    """Whether an indicator rests on a unit: then its numbers are results."""
    return any(_covers(x.evidence, unit) for x in facts.indicators)


def _covers(evidence: Sequence[Evidence], unit: Unit) -> bool:
    return any(proof.start < unit.end and unit.start < proof.end for proof in evidence)


# ---------------------------------------------------------------------------------------------------- periods


def _periods(reading: Reading, facts: Facts) -> Iterator[Issue]:
    """«Under 2011–2013 möttes grupperna.»: a period or its end in a sentence on a project that has no such dates, and from which none was taken."""
    dated = {date for project in facts.projects for date in (project.start, project.end) if date}
    programmes = {year for project in facts.projects for year in re.findall(r"\d{4}", project.programme or "")}
    names = {
        year
        for project in facts.projects
        for name in (project.name, *project.aliases)
        for year in re.findall(r"\d{4}", name)
    }
    background = reading.lexicon.pattern("openings.no-period", "flows.pots", "flows.hard-pots")
    for index, unit in _spoken_of(reading):
        if background.search(unit.text):
            continue
        kinds = ("period", "end", "start") if unit.block.kind in (BlockKind.ROW, BlockKind.PAIR) else ("period", "end")
        for date in reading.dates[index]:
            ends = {x for x in (date.first, date.last) if x}
            known = dated | programmes | names
            if date.kind not in kinds or any(x[:4] in {y[:4] for y in known} for x in ends):
                continue
            if _inside(date.start, date.end, [*reading.actors[index], *reading.projects[index]]):
                continue
            yield _issue("date-unplaced", unit, "opening.date")
            break


def _inside(start: int, end: int, names: Sequence[Name]) -> bool:
    return any(name.start < end and start < name.end for name in names)


# ----------------------------------------------------------------------------------------------------- places


_PLACE = r"(?<!\w)(?:<openings.place-cues>)\s((?:[A-ZÅÄÖÆØ][a-zåäöæøé]+)(?:[- ][A-ZÅÄÖÆØ][a-zåäöæøé]+)?)(?![\w-])"


def _places(reading: Reading) -> Iterator[Issue]:
    """«Verkstaden ligger i Snårdal.»: a name behind «i» that no table knows, or that is known as a place by this word alone."""
    pattern = reading.lexicon.regex(_PLACE)
    guessed = {(x.start, x.end) for names in reading.regions for x in names if x.rule in ("region.preposition",)}
    told: set[str] = set()
    for index, unit in _spoken_of(reading):
        if unit.block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        names = [
            *reading.actors[index],
            *reading.projects[index],
            *(x for x in reading.regions[index] if (x.start, x.end) not in guessed),
        ]
        for match in pattern.finditer(unit.text):
            start, end = unit.start + match.start(1), unit.start + match.end(1)
            written = match[1]
            people = any(person.start < end and start < person.end for person in reading.people)
            if people or written in told or _inside(start, end, names) or _is_word(reading, written):
                continue
            told.add(written)
            yield _issue("unknown-place", unit, "opening.place")
            break


def _is_word(reading: Reading, written: str) -> bool:
    """Whether a document writes a word in small letters too, or the word is no place's name: a month, a programme."""
    if written.casefold() in reading.lexicon.words("openings.no-place") or load_gazetteer().region(written):
        return True
    return next(places_of(written[0].lower() + written[1:], reading.document.text), None) is not None


# ---------------------------------------------------------------------------------------------- organisations


def _organisations(facts: Facts) -> Iterator[Issue]:
    """An organisation that has a part in the facts, and of which neither a table nor its name tells the kind."""
    parts = {role.actor for role in facts.roles} | {
        x for flow in facts.flows for x in (flow.funder, flow.recipient) if x
    }
    for actor in facts.actors:
        proof = actor.evidence[0] if actor.evidence else None
        if actor.type == "other" and actor.id in parts and proof and proof.rule.partition(".")[2] not in _KNOWN_BY_FORM:
            yield Issue(
                kind="untyped-organisation", quote=proof.quote, start=proof.start, end=proof.end, rule=proof.rule
            )
