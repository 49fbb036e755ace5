"""Lists whose items say alike what or who was granted how much: «Nya spår, Alfa kommun, 40 000 kr», «Alfa IF för nytt golv 9 000 kr».

One item may be read in many ways; the list tells which part of its items is the project and which the body, by what most of them are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graphkit.facts.candidates import stripped
from graphkit.facts.entries import Entry, find_entries
from graphkit.facts.gazetteer import load_gazetteer
from graphkit.facts.heads import HEADS, MONEY
from graphkit.facts.labels import label_kind
from graphkit.facts.leads import find_leads, promised
from graphkit.facts.pieces import bracket_at_end
from graphkit.facts.reading import Award, Name, Person, Span, Unit, unknown_body
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind
from graphkit.text import sentences

_ABOVE = 4
"""So many units above a list may say that it is one of grants, beside its lead and the page's title."""
_LONGEST_BODY, _LONGEST_PROJECT = 9, 26
_FEWEST = {BlockKind.PARAGRAPH: 3, BlockKind.PAIR: 3}
_OTHER_LEADS = frozenset(["funder", "budget", "own", "applied", "paid", "period"])
_PLACES = ("actor.place", "actor.municipality-cell")
_STRONG = ("–", "-", "—", ":")
"""Marks that part more than a comma does."""
_MORE_NAME = re.compile(r"(?:\s[A-ZÅÄÖ][\w-]+){0,3}(?:\s[a-zåäö]{3,9})?")
"""What may belong to a body's name behind what is known of it: «Hembygdsföreningen Gamla| tider»."""
_LONGEST_PIECE = 400
_FIGURE = re.compile(r"\d{3}")

_Parts = tuple[Span | None, Span | None]


def find_awards(
    text: str, units: Sequence[Unit], actors: Sequence[Name], people: Sequence[Person], lexicon: Lexicon
) -> tuple[Award, ...]:
    """The items of all lists of grants on a page, in reading order."""
    leads = find_leads(units, lexicon)
    known = _Known(sorted(actors, key=lambda name: name.start), people)
    found: list[Award] = []
    for entries in find_entries(units, lexicon):
        lead = leads[entries[0].unit]
        grants = tells_of_grants(lead, lexicon)
        if grants and not any(entry.amount for entry in entries):
            found += _List(text, tuple(entries), lead, known, lexicon).read_unpaid()
            continue
        first = next((entry for entry in entries if entry.amount), None)
        figures = grants or (first is not None and not first.bare)  # the first names the currency of all
        told = tuple(entry for entry in entries if entry.amount is not None and (figures or not entry.bare))
        if len(told) < _FEWEST.get(entries[0].kind, 2) or 5 * len(told) < 3 * len(entries):
            continue
        listed = _List(text, told, lead, known, lexicon)
        if lexicon.pattern("flows.refused").search(lead):
            found += (replace(award, refused=True) for award in listed.read(units))
        elif _is_of_grants(units, entries[0].unit, lead, lexicon):
            found += listed.read(units)
    return tuple(sorted(found, key=lambda award: award.start))


def tells_of_grants(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says that money is granted: «Beviljade projekt», «Dessa fick bidrag:».

    >>> from graphkit.lexicon import load_lexicon
    >>> [tells_of_grants(x, load_lexicon("sv")) for x in ("Beviljade projekt", "Dessa fick bidrag:", "Dessa fick mest betalt:")]
    [True, True, False]
    """
    if lexicon.pattern("awards.grants").search(text):
        return True
    money = lexicon.pattern("flows.grants", "projects.plurals")
    return bool(lexicon.pattern("awards.gets").search(text) and (money.search(text) or MONEY.search(text)))


def _is_of_grants(units: Sequence[Unit], first: int, lead: str, lexicon: Lexicon) -> bool:
    """Whether the lead, the title or the lines above a list say that it is one of grants, and the lead nothing else."""
    if promised(lead, lexicon) in _OTHER_LEADS or lexicon.pattern("flows.refused", "awards.costs").search(lead):
        return False
    above = [unit.text for unit in units[max(0, first - _ABOVE) : first]]
    title = next((unit.text for unit in units if unit.block.kind is BlockKind.TITLE), "")
    return any(tells_of_grants(text, lexicon) for text in (lead, title, *above))


def find_awarded(text: str, awards: Sequence[Award], actors: Sequence[Name]) -> tuple[Name, ...]:
    """The names of bodies that only their place in such a list tells: «Nya spår, Bygdens krafter, 40 000 kr»."""
    known = {(name.start, name.end) for name in actors}
    known |= {(name.start, end) for name in actors for end in range(name.end, name.end + 4)}
    spans = (award.body for award in awards if award.body and award.body not in known)
    return tuple(unknown_body(text[first:last], first, last, "actor.awarded", 0.6) for first, last in spans)


@dataclass(frozen=True)
class _Known:
    """What is known of names before the list is read."""

    actors: Sequence[Name]
    people: Sequence[Person]

    def begins(self, span: Span) -> int | None:
        """The end of a body's name that begins a piece."""
        near = self._from(span[0])
        ends = [n.end for n in near if n.start == span[0] and n.end <= span[1] and n.rule not in _PLACES]
        return max(ends, default=None)

    def _from(self, start: int) -> Iterator[Name]:
        """The bodies that begin within the longest piece from a place on."""
        first = bisect_left(self._starts, start)
        return iter(self.actors[first : bisect_left(self._starts, start + _LONGEST_PIECE)])

    @cached_property
    def _starts(self) -> list[int]:
        return [name.start for name in self.actors]

    def is_body(self, span: Span) -> bool:
        """Whether a piece is a body's name, or several joined, but for brackets."""
        inside = [n.end for n in self._from(span[0]) if n.end <= span[1]]
        return self.begins(span) is not None and 3 * (max(inside) - span[0]) >= 2 * (span[1] - span[0])

    def is_person(self, span: Span) -> bool:
        """Whether a person is named in a piece."""
        return any(p.start < span[1] and span[0] < p.end for p in self.people)


@dataclass(frozen=True, slots=True)
class _List:
    """The items of one list that tell an amount, with the line that leads to them."""

    text: str
    entries: tuple[Entry, ...]
    lead: str
    known: _Known
    lexicon: Lexicon

    def read_unpaid(self) -> Iterator[Award]:
        """The items of a list that tells no amounts, if it is one of projects, and where its places tell which pieces are bodies, these."""
        short = [entry for entry in self.entries if entry.pieces]
        refused = self.lexicon.pattern("flows.refused", "awards.costs").search(self.lead)
        if refused or len(short) < 2 or not self.lexicon.pattern("projects.plurals").search(self.lead):
            return
        first, last = self._bodies()
        for entry in self._parted():
            project, body = (
                (None, None) if not (first or last) else (_body_last if last >= first else _body_first)(entry)
            )
            named = self._project(project) if project else None
            gets = body if body and self._may_be_body(body, guess=False) else None
            yield Award(entry.start, entry.end, named if gets else None, gets if named else None, None)

    def read(self, units: Sequence[Unit]) -> Iterator[Award]:
        """The items, read as most of them are to be read."""
        bodies, parts = self._parts(units)
        for entry, (project, body) in zip(self.entries, parts, strict=True):
            if entry.amount is None:
                continue
            named = self._project(project) if project else None
            below = entry.below if entry.below and self.known.begins(entry.below) else None
            gets = body if body and self._may_be_body(body, guess=bodies) else below
            if named or body:
                yield Award(entry.start, entry.end, named, gets, entry.amount)

    def _parts(self, units: Sequence[Unit]) -> tuple[bool, list[_Parts]]:
        """Whether their places tell which pieces are bodies, and project and body of each item."""
        entries, known = self._parted(), self.known
        first, last = self._bodies()
        begun = sum(known.begins(entry.pieces[0]) is not None for entry in entries if entry.pieces)
        if first or last:
            return True, [_body_last(entry) if last >= first else _body_first(entry) for entry in entries]
        if 3 * begun >= len(entries) or self.lexicon.pattern("awards.receivers").search(self.lead):
            return True, [self._body_only(entry) for entry in entries]
        if self._is_of_places():
            return False, [(None, entry.whole) for entry in entries]
        if self._is_of_projects(units):
            return False, [(entry.whole, None) for entry in entries]
        return False, [(None, None) for _ in entries]

    def _unlabelled(self, entry: Entry) -> Entry:
        """The entry with its pieces behind words that say what a body is: «lead partner Alfa kommun»."""
        label = self.lexicon.regex(r"(?:<columns.owner>)(?::\s*|\s+)(?=[A-ZÅÄÖÆØ])", re.IGNORECASE)
        found = (label.match(self.text, *piece) for piece in entry.pieces[1:])
        ends = (match.end() if match else piece[0] for match, piece in zip(found, entry.pieces[1:], strict=True))
        rest = ((start, piece[1]) for start, piece in zip(ends, entry.pieces[1:], strict=True))
        return replace(entry, pieces=(*entry.pieces[:1], *rest))

    def _parted(self) -> tuple[Entry, ...]:
        """The entries with their pieces parted by the strongest mark that most of them have."""
        for mark in _STRONG:
            parted = tuple(
                self._unbracketed([self._unlabelled(entry.parted(self.text, mark)) for entry in self.entries])
            )
            if 4 * sum(len(entry.pieces) > 1 for entry in parted) >= 3 * len(parted):
                return parted
        return tuple(self._unbracketed([self._unlabelled(entry) for entry in self.entries]))

    def _unbracketed(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """The entries, those whose first piece ends with a body in a bracket with two for it, where most have one: «Nya spår (Alfa kommun)»."""
        cuts = [bracket_at_end(self.text, entry.pieces[0]) if entry.before == 1 else None for entry in entries]
        bodies = sum(cut is not None and self.known.is_body(cut[1]) for cut in cuts)
        for entry, cut in zip(entries, cuts, strict=True):
            split = cut is not None and 2 * bodies >= len(entries)
            yield replace(entry, pieces=(*cut, *entry.pieces[1:]), before=2) if split and cut else entry

    def _bodies(self) -> tuple[int, int]:
        """How many entries have a body for their first and for their last piece; none where most have not."""
        entries = self._parted()
        several = [entry for entry in entries if len(entry.pieces) > 1]
        first = sum(self.known.is_body(entry.pieces[0]) for entry in several)
        last = sum(self.known.is_body(entry.pieces[-1]) for entry in several)
        told = several and 2 * len(several) >= len(entries) and 2 * max(first, last) >= len(several)
        return (first, last) if told else (0, 0)

    def _body_only(self, entry: Entry) -> _Parts:
        """«Alfa IF för nytt golv»: who gets it, and what for, which has no name."""
        if not entry.pieces:
            return None, None
        start, end = entry.pieces[0]
        purpose = self.lexicon.regex(r"\s(?:<awards.purposes>)\s").search(self.text, start, end)
        known = self.known.begins((start, end))
        if purpose is None and known is not None and not _MORE_NAME.fullmatch(self.text, known, end):
            return None, (start, known)
        return None, (start, max(purpose.start() if purpose else end, known or 0))

    def _is_of_places(self) -> bool:
        """Whether what gets the money are places, of which most entries name one and nothing else: «Skåne: 3 200 000 kr»."""
        gazetteer = load_gazetteer()
        named = sum(
            entry.whole is not None and bool(gazetteer.region(self.text[slice(*entry.whole)])) for entry in self.entries
        )
        return 3 * named >= 2 * len(self.entries)

    def _is_of_projects(self, units: Sequence[Unit]) -> bool:
        """Whether the lead, the headings or the lines above the list speak of projects."""
        first = self.entries[0].unit
        above = [unit.text for unit in units[max(0, first - _ABOVE) : first]]
        heads = [unit.text for unit in units[:first] if unit.block.kind in HEADS][-2:]
        return any(self.lexicon.pattern("projects.plurals").search(text) for text in (self.lead, *heads, *above))

    def _project(self, span: Span) -> Span | None:
        """The name in a piece that is shaped as one, without marks and «projektet» before it; none in another."""
        start, end = stripped(self.text, *span, self.lexicon)
        noun = self.lexicon.regex(r"(?:<projects.nouns>)\s+(?=[”“„\"«A-ZÅÄÖÆØ#@\d])", re.IGNORECASE).match(
            self.text, start, end
        )
        start, end = stripped(self.text, noun.end(), end, self.lexicon) if noun else (start, end)
        end = next((last for _, last in sentences(self.text[start:end], start)), end)
        name = self.text[start:end]
        words = name.split()
        if not words or len(words) > _LONGEST_PROJECT or MONEY.search(name) or label_kind(name, self.lexicon):
            return None
        first = next((char for char in name if char.isalnum() or char in "#@"), "")
        shaped = (first.isupper() or first.isdigit() or first in "#@") and any(char.isalpha() for char in name)
        return (start, end) if shaped else None

    def _may_be_body(self, span: Span, *, guess: bool) -> bool:
        """Whether a piece is a body: known as one, or, where its place tells it, shaped as a name that no person has."""
        if self.known.begins(span) is not None:
            return True
        name = self.text[slice(*span)]
        words = name.split()
        shaped = bool(words) and (words[0][0].isupper() or words[0][0].isdigit()) and len(words) <= _LONGEST_BODY
        other = self.known.is_person(span) or label_kind(name, self.lexicon) or _FIGURE.search(name)
        return guess and shaped and not other


def _body_last(entry: Entry) -> _Parts:
    if len(entry.pieces) < 2:
        return (entry.pieces[0] if entry.pieces else None), None
    last = min(len(entry.pieces) - 1, entry.before) or len(entry.pieces) - 1
    return (entry.pieces[0][0], entry.pieces[last - 1][1]), entry.pieces[-1]


def _body_first(entry: Entry) -> _Parts:
    if len(entry.pieces) < 2:
        return None, (entry.pieces[0] if entry.pieces else None)
    last = entry.before - 1 if entry.before > 1 else 1
    return (entry.pieces[1][0], entry.pieces[last][1]), entry.pieces[0]
