"""What the finders see of a document: its units (sentences, rows, pairs) and the names, amounts and dates in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from graphkit.facts.labels import label_kind
from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.model import Block, BlockKind, Cell, Document, Evidence, Money
from graphkit.text import sentences, slug


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest piece that proves a fact: a sentence of a paragraph, a heading, a list item, a row or a pair."""

    start: int
    end: int
    text: str
    block: Block
    block_index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in the text: `document.text[start:end] == text`.

    `kind` is actor, region or project. Names with equal `key` are the same entity within the document («Regionförbundet» after «Regionförbundet
    Sörmland»). `name` is the entity's form without inflection («Sundsvalls kommun» for the first half of «Sundsvalls och Timrå kommuner»).
    `alias` is false for an anaphor that is no name of its own («kommunen själv»).
    """

    kind: str
    start: int
    end: int
    text: str
    key: str
    name: str
    type: str
    rule: str
    code: str | None = None
    canonical: str | None = None
    alias: bool = True
    confidence: float = 1.0


def unknown_body(name: str, start: int, end: int, rule: str, confidence: float) -> Name:
    """A body that no table knows and whose words tell no kind."""
    return Name(
        kind="actor",
        start=start,
        end=end,
        text=name,
        key=f"actor:{slug(name)}",
        name=name,
        type="other",
        rule=rule,
        confidence=confidence,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount of money in the text, or a share of one («24,5 procent», «motsvarande belopp»).

    `amount` is in whole units of `currency` (an empty currency: the text names none). `sharing` is «each» after «vardera, var sina, each»;
    `per_year` after «per år, om året»; `hedge` is «up-to» for «högst, upp till», «about» for «drygt, cirka», else empty.
    `same_as` is true for the second form of one amount in two currencies («300 000 euro, alltså 3,1 miljoner kronor»).
    """

    start: int
    end: int
    text: str
    amount: Decimal
    currency: str
    hedge: str = ""
    sharing: str = ""
    per_year: bool = False
    same_as: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """A date or period in the text; ISO, as precise as the text («våren 2020 till maj 2023» is 2020 to 2023-05).

    A single date has `first` only and `kind` «date»; «startade 2001» is «start», «till och med maj 2009» is «end», «2004–2006» is «period».
    """

    start: int
    end: int
    text: str
    first: str | None
    last: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in the text; `title` is the function as written, empty where none stands by the name.

    `named` is true where the text gives the person a function, a word or an address, false for a mere name.
    """

    start: int
    end: int
    name: str
    title: str
    rule: str
    block: Block

    @property
    def named(self) -> bool:
        return self.rule != "contact.name"


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Award:
    """An item of a list of grants: where it stands, its project, its body and its amount, if it names them; each a span of the document."""

    start: int
    end: int
    project: Span | None
    body: Span | None
    amount: Span | None
    refused: bool = False


@dataclass(frozen=True)
class Reading:
    """All that the finders of facts see of one document; sequences are sorted by place, and `of_unit[i]` belongs to `units[i]`."""

    document: Document
    lexicon: Lexicon
    units: tuple[Unit, ...]
    actors: tuple[tuple[Name, ...], ...]
    regions: tuple[tuple[Name, ...], ...]
    projects: tuple[tuple[Name, ...], ...]
    amounts: tuple[tuple[Amount, ...], ...]
    dates: tuple[tuple[DateRange, ...], ...]
    focus: tuple[str | None, ...] = ()
    """The key of the project that each unit speaks of, None where it speaks of none."""
    employers: tuple[Name, ...] = ()
    """The actors of contact boxes, which are no units."""
    people: tuple[Person, ...] = ()
    awards: tuple[Award, ...] = ()

    @cached_property
    def first_named(self) -> Mapping[str, int]:
        """The index of the first unit that names each project."""
        found: dict[str, int] = {}
        for index, names in enumerate(self.projects):
            for name in names:
                found.setdefault(name.key, index)
        return found

    def unit_at(self, start: int) -> int | None:
        """The index of the unit that holds an offset; None where none does."""
        index = bisect_right(self.units, start, key=lambda unit: unit.start) - 1
        return index if index >= 0 and start < self.units[index].end else None


_SHORTEST = 2
_LONGEST_LABEL = 40
_INLINE = frozenset(["owner", "partner", "funder", "period", "start", "end", "budget", "grant", "programme"])
"""Labels that make a pair within running text."""
"""Characters of a unit; a bullet or a letter that stands by itself proves nothing."""
LONGEST_SENTENCE = 1_000
"""Characters of a sentence; no prose has longer ones, and rules that look back and forth in one stay quick."""
LONGEST_ROW = 20_000
"""Characters of a row or a pair; a longer one is no proof that anybody could read."""


def find_units(document: Document) -> tuple[Unit, ...]:
    """The units of a document in reading order; contact boxes have none, for persons prove nothing about projects."""
    return tuple(_units(document))


def _units(document: Document) -> Iterator[Unit]:
    lexicon = load_lexicon(document.info.language)
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.CONTACT or len(block.text) < _SHORTEST:
            continue
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            for first, last in sentences(block.text, block.start):
                for start, end in _pieces(document.text, first, last):
                    if end - start < _SHORTEST:
                        continue
                    text = document.text[start:end]
                    labelled = _labelled(text, start, block, lexicon) if last - first == end - start else None
                    yield Unit(start, end, text, labelled or block, index)
        elif len(block.text) <= (LONGEST_ROW if block.cells else LONGEST_SENTENCE):
            yield Unit(block.start, block.end, block.text, block, index)


def _labelled(text: str, start: int, block: Block, lexicon: Lexicon) -> Block | None:
    """A sentence of label and value as the pair that it is: «Nya spår (dnr 4), 80 000 kr. Projektägare: Alfa museum.»"""
    label, colon, value = text.partition(":")
    if not colon or len(label) > _LONGEST_LABEL or not value[:1].isspace() or len(value.strip()) < 2:
        return None
    if label_kind(label, lexicon) not in _INLINE:
        return None
    end = start + len(text)
    at = end - len(value.lstrip())
    cells = (Cell(start, start + len(label) + 1, label + ":"), Cell(at, end, text[at - start :]))
    return replace(block, kind=BlockKind.PAIR, start=start, end=end, text=text, cells=cells, table=None)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or what has no end for far too long cut at its blanks."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + LONGEST_SENTENCE
        yield start, cut
        start = cut + 1 if text[cut] == " " else cut
    yield start, end


def by_unit(units: Sequence[Unit], found: Sequence[Name]) -> tuple[tuple[Name, ...], ...]:
    """The names that lie inside each unit; a name that crosses the border of a unit is in none."""
    starts = [name.start for name in found]
    inside = []
    for unit in units:
        first, last = bisect_left(starts, unit.start), bisect_left(starts, unit.end)
        inside.append(tuple(name for name in found[first:last] if name.end <= unit.end))
    return tuple(inside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A value that a rule found for a project: `field` is start, end, programme, status, follows or part_of (a project's key), or budget."""

    project: str
    field: str
    value: str | Money
    evidence: Evidence
