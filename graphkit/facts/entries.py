"""Items of lists with an amount of money each, taken apart: the pieces before it that marks part, a period, and lines below the item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graphkit.facts.dates import find_dates
from graphkit.facts.labels import matches_label
from graphkit.facts.money import find_amounts
from graphkit.facts.reading import Span, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import Block, BlockKind

_SMALLEST = 500
_LONGEST = 320
_LONGEST_LINE = 130
_LONGEST_BEHIND = 120
_MOST_BELOW = 4
_KINDS = (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.PAIR, BlockKind.HEADING)
_MARK = re.compile(r",\s+|;\s+|\s+[–—-]\s+|:\s+|\s\|\s|\n")
_BARE = re.compile(r"(?<![\w.,–-])(?<!\d\s)[1-9]\d{0,2}(?:[ .]\d{3})+(?=\s?\(|\s*[.;]?$)")
"""A figure with its thousands apart that ends a line."""
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?]\s+[A-ZÅÄÖ]")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s+")
_EDGES = " \t\n,;:–—-*•|"


_Blocks = Sequence[tuple[int, Block]]


@dataclass(frozen=True, slots=True)
class Entry:
    """An item from `start` to `end`: its first unit, its pieces before the amount, and the last piece of the line below that tells the amount."""

    kind: BlockKind
    unit: int
    start: int
    end: int
    pieces: tuple[Span, ...] = ()
    amount: Span | None = None
    below: Span | None = None
    bare: bool = False
    """Whether the amount is a figure without a unit: «Alfa byalag - 41 000»."""

    def parted(self, text: str, mark: str) -> Entry:
        """The entry with its pieces parted by one kind of mark only: «Skog, mark och vatten – Alfa kommun» has two."""
        pieces: list[Span] = []
        for piece in self.pieces:
            if pieces and mark not in text[pieces[-1][1] : piece[0]].strip():
                pieces[-1] = (pieces[-1][0], piece[1])
            else:
                pieces.append(piece)
        return replace(self, pieces=tuple(pieces))

    @property
    def whole(self) -> Span | None:
        """All that stands before the amount."""
        return (self.pieces[0][0], self.pieces[-1][1]) if self.pieces else None


def find_entries(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[list[Entry]]:
    """The runs of neighbouring items of one kind; headings that end with an amount are one run, whatever stands between them."""
    blocks = _blocks(units)
    run: list[Entry] = []
    headed: list[Entry] = []
    last, last_headed = 0, 0
    for at, (unit, block) in enumerate(blocks):
        if run and run[-1].end >= block.end:
            last = at
            continue  # an amount below its name
        entry = _entry(unit, block, lexicon) or _above_amount(unit, block, blocks[at + 1 : at + 2], lexicon)
        below = headed and entry is not None and entry.kind is BlockKind.PARAGRAPH and last_headed == at - 1
        if entry is not None and (entry.kind is BlockKind.HEADING or below):
            headed.append(entry)
            entry, last_headed = None, at
        if run and (entry is None or entry.kind is not run[0].kind):
            if run[0].kind is BlockKind.LIST_ITEM and _are_below(blocks[last + 1 : at + _MOST_BELOW + 1], at - last):
                continue
            yield run
            run = []
        if entry is not None:
            run.append(_with_below(entry, block.text, blocks[at + 1 : at + 2], lexicon))
            last = at
    if run:
        yield run
    if headed:
        yield headed


def _blocks(units: Sequence[Unit]) -> list[tuple[int, Block]]:
    """Each block with its first unit."""
    found: list[tuple[int, Block]] = []
    last = -1
    for index, unit in enumerate(units):
        if unit.block_index != last:
            found.append((index, unit.block))
        last = unit.block_index
    return found


def _entry(unit: int, block: Block, lexicon: Lexicon) -> Entry | None:
    """A block as an item; bullets count without an amount too. None for a sentence that tells who gets what, and for a sum of all."""
    text, start = block.text, block.start
    if block.kind not in _KINDS or len(text) > _LONGEST or (block.kind is BlockKind.PAIR and len(block.cells) != 2):
        return None
    amount = _amount(text, lexicon)
    plain = _unpaid(unit, block, lexicon) if block.kind is BlockKind.LIST_ITEM else None
    if amount is None or lexicon.pattern("roles.receiver-verbs", "flows.refused").search(text):
        return plain
    pieces = tuple(_pieces(text, amount[0], lexicon))
    if pieces and matches_label(text[slice(*pieces[0])], lexicon.words("columns.sum-rows")):
        return None
    moved = tuple((start + first, start + last) for first, last in pieces)
    return Entry(block.kind, unit, start, block.end, moved, (start + amount[0], start + amount[1]), bare=amount[2])


def _unpaid(unit: int, block: Block, lexicon: Lexicon) -> Entry:
    """A bullet without an amount; its pieces where it is no sentence."""
    text = block.text.rstrip(" .;,")
    sentence = _SENTENCES.search(text) or lexicon.pattern("roles.receiver-verbs", "flows.refused").search(text)
    pieces = () if sentence or any(char == "\n" for char in text) else tuple(_pieces(text, len(text), lexicon))
    moved = tuple((block.start + first, block.start + last) for first, last in pieces)
    return Entry(block.kind, unit, block.start, block.end, moved)


def _above_amount(unit: int, block: Block, following: _Blocks, lexicon: Lexicon) -> Entry | None:
    """A line whose amount stands alone on the line below: «Nya spår i byn», «2 250 000 kr»."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or not following or len(block.text) > _LONGEST_LINE:
        return None
    below = following[0][1]
    amount = _amount(below.text, lexicon) if below.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) else None
    if amount is None or below.text[: amount[0]].strip() or block.text.rstrip().endswith((".", ":", "?", "!")):
        return None
    pieces = tuple(_pieces(block.text, len(block.text), lexicon))
    moved = tuple((block.start + first, block.start + last) for first, last in pieces)
    span = (below.start + amount[0], below.start + amount[1])
    return Entry(block.kind, unit, block.start, below.end, moved, span, bare=amount[2])


def _amount(text: str, lexicon: Lexicon) -> tuple[int, int, bool] | None:
    """Where the only amount of a line stands, if it ends the line but for a bracket or a few words, and whether it has no unit."""
    if not any(char.isdigit() for char in text):
        return None
    found = [a for a in find_amounts(text, lexicon.language) if a.currency and a.amount >= _SMALLEST and not a.same_as]
    spans = [(a.start, a.end, False) for a in found] or [(*m.span(), True) for m in _BARE.finditer(text)]
    if len(spans) != 1:
        return None
    behind = text[spans[0][1] :]
    ends = not behind.strip(" ).,;") or (len(behind) <= _LONGEST_BEHIND and behind.lstrip()[:1] in "(,;")
    return spans[0] if ends else None


def _pieces(text: str, end: int, lexicon: Lexicon) -> Iterator[Span]:
    """What stands before the amount, parted by marks; a period or hedge right before the amount is no piece."""
    before = text[:end].rstrip(_EDGES + "(")
    hedge = lexicon.regex(r"\s(?:<money.hedges-about>|<money.hedges-up-to>)$").search(before)
    before = before_period((before[: hedge.start()] if hedge else before).rstrip(_EDGES), lexicon.language)
    number = _NUMBER.match(before)
    start = number.end() if number else len(before) - len(before.lstrip(_EDGES))
    inside = [match.span() for match in re.finditer(r"\([^()]*\)|”[^”]*”|\"[^\"]*\"", before)]
    for mark in [*_MARK.finditer(before, start), None]:
        if mark is not None and any(first < mark.start() < last for first, last in inside):
            continue
        stop = len(before) if mark is None else mark.start()
        if stop > start:
            yield start, stop
        start = stop if mark is None else mark.end()


def before_period(text: str, language: str) -> str:
    """A text without the period that ends it.

    >>> before_period("Nya spår, 2022–2024", "sv"), before_period("Alfa brygga (1.5.2015 – 30.9.2017)", "sv")
    ('Nya spår', 'Alfa brygga')
    """
    if not any(char.isdigit() for char in text[-12:]):
        return text
    for date in reversed(find_dates(text, language)):
        if date.kind == "period" and date.end >= len(text.rstrip(" )")):
            return text[: date.start].rstrip(_EDGES + "(")
    return text


def _are_below(blocks: _Blocks, count: int) -> bool:
    """Whether the first `count` blocks are the few short lines below a bullet, and the next bullet follows."""
    below = blocks[:count]
    short = all(block.kind is not BlockKind.TITLE and len(block.text) <= _LONGEST for _, block in below)
    return count <= _MOST_BELOW and short and any(block.kind is BlockKind.LIST_ITEM for _, block in blocks[count - 1 :])


def _with_below(entry: Entry, text: str, following: _Blocks, lexicon: Lexicon) -> Entry:
    """An item whose amount stands in the line below it: «• Nya spår», «Anna Ek, Alfa universitet - 40 000 kr»."""
    if entry.kind is not BlockKind.LIST_ITEM or entry.amount is not None or not following:
        return entry
    unit, block = following[0]
    line = _entry(unit, block, lexicon) if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) else None
    if line is None or line.amount is None:
        return entry
    whole = (entry.start, entry.start + len(before_period(text, lexicon.language)))
    below = line.pieces[-1] if line.pieces else None
    return replace(entry, end=block.end, pieces=(whole,), amount=line.amount, below=below, bare=line.bare)
