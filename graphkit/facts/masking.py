"""Masks what a document says of persons: each letter becomes █, so that all offsets hold and no value is left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from graphkit.facts.passages import offsets
from graphkit.facts.people import EMAIL, PHONE, WORD
from graphkit.facts.reading import Person, Reading
from graphkit.model import Evidence, Facts

Span = tuple[int, int]
_MARK = "█"
_AT = re.compile(r"@|[\[({]at?[\])}]", re.IGNORECASE)


def mask(text: str, spans: Sequence[Span]) -> str:
    """The text with █ for each character of the spans but line breaks.

    >>> mask("Ring Anna Ek på 070-174 06 00.", [(5, 12), (16, 29)])
    'Ring ███████ på █████████████.'
    """
    kept = list(text)
    for start, end in spans:
        kept[start:end] = [char if char == "\n" else _MARK for char in kept[start:end]]
    return "".join(kept)


def spans_of_persons(reading: Reading) -> tuple[Span, ...]:
    """Where a document names persons, their e-mail addresses and phone numbers; sorted.

    Family names and compound given names that stand alone are among them («säger Solvander»). What lies inside the name of a body, place or
    project is no person's, unless the text gives that person a function there.
    """
    text, people = reading.document.text, reading.people
    names = (*reading.actors, *reading.regions, *reading.projects, reading.employers)
    taken = offsets((name.start, name.end) for of_unit in names for name in of_unit)
    found = {(p.start, p.end) for p in people if p.named or not _overlaps((p.start, p.end), taken)}
    for pattern in (EMAIL, PHONE) if _AT.search(text) else (PHONE,):
        found |= {match.span() for match in pattern.finditer(text)}
    starts = {block.start for block in reading.document.blocks}
    for span in _alone(text, people):
        if not _overlaps(span, taken) and span[0] not in starts:
            found.add(span)
    return tuple(sorted(found))


def _alone(text: str, people: Sequence[Person]) -> Iterator[Span]:
    """A known person's family name, or a compound given name, where it stands without the other; an ordinary word too is none."""
    parts: set[str] = set()
    for name in {p.name for p in people}:
        words = name.split(" ")
        parts |= {part for part in (words[-1], *(word for word in words[:-1] if "-" in word)) if len(part) > 2}
    if not parts:
        return
    written = [(match.start(), match.group()) for match in WORD.finditer(text)]
    ordinary = {word for _, word in written if word[0].islower()}
    for start, word in written:
        part = word if word in parts else word.removesuffix("s")
        if part in parts and part[0].lower() + part[1:] not in ordinary:
            yield start, start + len(part)


def _overlaps(span: Span, taken: frozenset[int]) -> bool:
    return not taken.isdisjoint(range(*span))


def mask_facts(facts: Facts, spans: Sequence[Span]) -> Facts:
    """The facts without persons: no contacts, the text, the quotes and all names masked."""
    text = mask(facts.text, spans)
    written = {facts.text[a:b] for a, b in spans}
    values = sorted((v for v in written if " " in v or "@" in v), key=lambda v: (-len(v), v))

    def clean(name: str) -> str:
        for value in values:
            name = name.replace(value, _MARK * len(value))
        return name

    def proofs(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        masked = (text[e.start : e.end] for e in evidence)
        return tuple(
            e if e.quote == quote else replace(e, quote=quote) for e, quote in zip(evidence, masked, strict=True)
        )

    def each(found: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(replace(fact, evidence=proofs(fact.evidence)) for fact in found) if spans else tuple(found)

    def named(found: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(
            replace(fact, name=clean(fact.name), aliases=tuple(clean(alias) for alias in fact.aliases))
            for fact in each(found)
        )

    return replace(
        facts,
        info=replace(facts.info, title=clean(facts.info.title)),
        text=text,
        projects=named(facts.projects),
        actors=named(facts.actors),
        regions=named(facts.regions),
        roles=each(facts.roles),
        flows=each(facts.flows),
        locations=each(facts.locations),
        cooperations=each(facts.cooperations),
        indicators=each(facts.indicators),
        contacts=(),
        issues=tuple(replace(issue, quote=text[issue.start : issue.end]) for issue in facts.issues),
    )
