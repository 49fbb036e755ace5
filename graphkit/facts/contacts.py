"""Contacts: the persons whom a document gives a function, with their addresses. They are found only where persons are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graphkit.facts.people import EMAIL, PHONE
from graphkit.facts.reading import Name, Person, Reading
from graphkit.lexicon import Lexicon
from graphkit.model import Block, BlockKind, Contact, Document, Evidence
from graphkit.text import slug, squeeze

_NEAR = 3
"""How many blocks an address may stand behind the name that it belongs to."""


@dataclass(slots=True)
class _Card:
    """What is gathered of one person."""

    person: Person
    title: str = ""
    actor: str | None = None
    email: str | None = None
    phone: str | None = None


def find_contacts(reading: Reading) -> tuple[Contact, ...]:
    """The contacts of a document in the order of their names' first places; `actor` is a name's key."""
    people, lexicon = reading.people, reading.lexicon
    actors = [name for of_unit in (*reading.actors, reading.employers) for name in of_unit]
    cards: dict[str, _Card] = {}
    for person in people:
        if person.named:
            card = cards.setdefault(person.name, _Card(person))
            card.title = card.title or person.title
            card.actor = card.actor or _employer(person, people, actors, lexicon)
    _addresses(reading.document, people, cards)
    publisher = next((n.key for n in actors if n.rule == "actor.publisher"), None)
    return tuple(_contact(card, publisher) for card in cards.values())


def _contact(card: _Card, publisher: str | None) -> Contact:
    block = card.person.block
    evidence = Evidence(
        start=block.start, end=block.end, quote=block.text, rule=card.person.rule, confidence=0.8, page=block.page
    )
    return Contact(
        name=card.person.name,
        actor=card.actor or publisher,
        title=card.title or None,
        email=card.email,
        phone=card.phone,
        evidence=(evidence,),
    )


def _employer(person: Person, people: Sequence[Person], actors: Sequence[Name], lexicon: Lexicon) -> str | None:
    """The body of a person: in a contact box any that stands between this name and the next, in a sentence the one joined to the title."""
    block = person.block
    inside = [n for n in actors if block.start <= n.start and n.end <= block.end]
    if block.kind in (BlockKind.CONTACT, BlockKind.PAIR):
        limit = min((p.start for p in people if p.start > person.start), default=block.end)
        behind = [n for n in inside if person.end <= n.start < limit]
        ahead = [n for n in inside if n.end <= person.start]
        return behind[0].key if behind else ahead[-1].key if ahead else None
    employed = lexicon.regex(r"[^.:;\n]{0,60}\s(?:<contacts.employed>)\s(?:the\s)?")
    for name in inside:
        gap = block.text[person.end - block.start : max(person.end, name.start) - block.start]
        if person.end <= name.start and employed.fullmatch(gap):
            return name.key
        before = block.text[name.end - block.start : max(name.end, person.start) - block.start]
        if name.end <= person.start and re.fullmatch(r"s?,?\s[^.:;,\n]{3,50},?\s", before):
            return name.key
    return None


# ------------------------------------------------------------------------------------------------ addresses


def _addresses(document: Document, people: Sequence[Person], cards: dict[str, _Card]) -> None:
    """Gives each e-mail address and phone number of the contact boxes to a person: by the address's own words, else to the name before it."""
    last: tuple[int, _Card] | None = None
    for index, block in enumerate(document.blocks):
        inside = [(p.start - block.start, cards[p.name]) for p in people if p.block is block and p.name in cards]
        spots = sorted([*_spots(EMAIL, "email", block), *_spots(PHONE, "phone", block)])
        if block.kind not in (BlockKind.CONTACT, BlockKind.PAIR) and not (inside and spots):
            continue
        owner = last[1] if last is not None and index - last[0] <= _NEAR and not inside else None
        for position, field, value in spots:
            named = _owner_by_name(value, cards.values()) if field == "email" else None
            before = [card for start, card in inside if start <= position]
            owner = named or (before[-1] if before else inside[0][1] if len(inside) == 1 else owner)
            if owner is not None and getattr(owner, field) is None:
                setattr(owner, field, value)
        if inside:
            last = index, inside[-1][1]


def _spots(pattern: re.Pattern[str], field: str, block: Block) -> Iterator[tuple[int, str, str]]:
    for match in pattern.finditer(block.text):
        yield match.start(), field, squeeze(match.group())


def _owner_by_name(address: str, cards: Iterable[_Card]) -> _Card | None:
    """Whose name an e-mail address holds: «anna.ek@…» is Anna Ek's."""
    local = slug(re.split(r"\s?(?:@|[\[({](?:at|a)[\])}])", address)[0])
    for card in cards:
        words = slug(card.person.name).split("-")
        if words[-1] in local.split("-") or f"{words[0]}{words[-1]}" in local.replace("-", ""):
            return card
    return None
