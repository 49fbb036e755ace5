"""Items of lists with an amount of money each, taken apart: the pieces before it that marks part, a period, and lines below the item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graphkit.documents.labels import names_a_field, tells_of_money
from graphkit.facts.labels import label_kind, matches_label, money_label
from graphkit.facts.pieces import before_period, find_sum, has_sentences, pieces_before, pieces_behind
from graphkit.facts.reading import Span, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import Block, BlockKind

_LONGEST = 320
_LONGEST_LINE = 130
_MOST_BELOW = 4
_KINDS = (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.PAIR, BlockKind.HEADING, BlockKind.ROW)
_LINES = (BlockKind.PARAGRAPH, BlockKind.PAIR, BlockKind.ROW)


_Blocks = Sequence[tuple[int, Block]]


@dataclass(frozen=True, slots=True)
class Entry:
    """An item from `start` to `end`: its first unit, its pieces, `before` of which stand before the amount, and who the line below it names."""

    kind: BlockKind
    unit: int
    start: int
    end: int
    pieces: tuple[Span, ...] = ()
    before: int = 0
    amount: Span | None = None
    below: Span | None = None
    bare: bool = False
    """Whether the amount is a figure without a unit: «Alfa byalag - 41 000»."""

    def parted(self, text: str, mark: str) -> Entry:
        """The entry with its pieces parted by one kind of mark only: «Skog, mark och vatten – Alfa kommun» has two."""
        pieces: list[Span] = []
        for piece in self.pieces[: self.before]:
            if pieces and mark not in text[pieces[-1][1] : piece[0]].strip():
                pieces[-1] = (pieces[-1][0], piece[1])
            else:
                pieces.append(piece)
        return replace(self, pieces=(*pieces, *self.pieces[self.before :]), before=len(pieces))

    @property
    def whole(self) -> Span | None:
        """All that stands before the amount, or else behind it."""
        near = self.pieces[: self.before] or self.pieces
        return (near[0][0], near[-1][1]) if near else None


def find_entries(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[list[Entry]]:
    """The runs of neighbouring items of one kind; headings that end with an amount are one run, whatever stands between them."""
    blocks = _blocks(units)
    boxes = {block.table for _, block in blocks if block.kind is BlockKind.PAIR and _is_field(block, lexicon)}
    run: list[Entry] = []
    headed: list[Entry] = []
    last, last_headed = 0, 0
    for at, (unit, block) in enumerate(blocks):
        if run and run[-1].end >= block.end:
            last = at
            continue  # an amount below its name
        boxed = block.kind is BlockKind.PAIR and block.table in boxes
        entry = (
            None
            if boxed
            else _entry(unit, block, lexicon) or _above_amount(unit, block, blocks[at + 1 : at + 2], lexicon)
        )
        below = headed and entry is not None and entry.kind is BlockKind.PARAGRAPH and last_headed == at - 1
        if entry is not None and (entry.kind is BlockKind.HEADING or below):
            headed.append(entry)
            entry, last_headed = None, at
        if run and (entry is None or entry.kind is not run[0].kind):
            if entry is None and run[0].kind in _LINES and _goes_on(run[0].kind, blocks[at : at + 2], lexicon):
                continue
            if run[0].kind is BlockKind.LIST_ITEM and _are_below(
                blocks[last + 1 : at + _MOST_BELOW + 1], at - last, lexicon
            ):
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
    if block.kind is BlockKind.ROW and any(cell.header for cell in block.cells):
        return None
    amount = find_sum(text, lexicon)
    plain = _unpaid(unit, block, lexicon) if block.kind is BlockKind.LIST_ITEM else None
    if amount is None or lexicon.pattern("roles.receiver-verbs", "flows.refused").search(text):
        return plain
    if has_sentences(text[: amount[0]]) or (plain is None and _tells(text[: amount[0]], lexicon)):
        return plain
    pieces = pieces_before(text, amount[0], lexicon)
    if pieces and matches_label(text[slice(*pieces[0])], lexicon.words("columns.sum-rows")):
        return None
    return Entry(
        block.kind,
        unit,
        start,
        block.end,
        _moved((*pieces, *pieces_behind(text, amount[1], lexicon)), start),
        len(pieces),
        (start + amount[0], start + amount[1]),
        bare=amount[2],
    )


def _is_field(block: Block, lexicon: Lexicon) -> bool:
    """Whether a pair's label names a field of a box rather than an item of a list: «Medfinansiering av Region Alfa»."""
    label = block.cells[0].text
    if matches_label(label, lexicon.words("columns.sum-rows") + lexicon.words("columns.cited")):
        return False
    if label_kind(label, lexicon) is not None or money_label(label, lexicon) is not None or tells_of_money(label):
        return True
    return names_a_field(" ".join(label.split()[:1]))


def _tells(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is a sentence that tells of money: «Alfafonden delar ut», «Nämnden har beviljat sammanlagt»."""
    return bool(lexicon.pattern("flows.deciding", "flows.granting", "flows.distributing", "awards.tells").search(text))


def _moved(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    return tuple((first + by, last + by) for first, last in spans)


def _unpaid(unit: int, block: Block, lexicon: Lexicon) -> Entry:
    """A bullet without an amount; its pieces where it is no sentence."""
    text = block.text.rstrip(" .;,")
    sentence = has_sentences(text) or lexicon.pattern("roles.receiver-verbs", "flows.refused").search(text)
    pieces = () if sentence or "\n" in text else pieces_before(text, len(text), lexicon)
    return Entry(block.kind, unit, block.start, block.end, _moved(pieces, block.start), len(pieces))


def _above_amount(unit: int, block: Block, following: _Blocks, lexicon: Lexicon) -> Entry | None:
    """A line whose amount stands alone on the line below: «Nya spår i byn», «2 250 000 kr»."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or not following or len(block.text) > _LONGEST_LINE:
        return None
    below = following[0][1]
    amount = find_sum(below.text, lexicon) if below.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) else None
    if amount is None or below.text[: amount[0]].strip() or block.text.rstrip().endswith((".", ":", "?", "!")):
        return None
    pieces = _moved(pieces_before(block.text, len(block.text), lexicon), block.start)
    span = (below.start + amount[0], below.start + amount[1])
    return Entry(block.kind, unit, block.start, below.end, pieces, len(pieces), span, bare=amount[2])


def _begins_list(block: Block, lexicon: Lexicon) -> bool:
    """Whether a line leads to a list of its own: «Följande ansökningar avslogs:», «Avslag», «Fler som får stöd:»."""
    return block.text.rstrip().endswith(":") or bool(lexicon.pattern("flows.refused").search(block.text))


def _goes_on(kind: BlockKind, blocks: _Blocks, lexicon: Lexicon) -> bool:
    """Whether a heading only parts a run, as a municipality's name does: lines of its kind follow at once."""
    if len(blocks) < 2 or blocks[0][1].kind is not BlockKind.HEADING or len(blocks[0][1].text) > _LONGEST_LINE:
        return False
    if _begins_list(blocks[0][1], lexicon):
        return False
    entry = _entry(*blocks[1], lexicon)
    return entry is not None and entry.kind is kind


def _are_below(blocks: _Blocks, count: int, lexicon: Lexicon) -> bool:
    """Whether the first `count` blocks are the few short lines below a bullet, and the next bullet follows."""
    below = blocks[:count]
    short = all(
        block.kind is not BlockKind.TITLE and len(block.text) <= _LONGEST and not _begins_list(block, lexicon)
        for _, block in below
    )
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
    return replace(entry, end=block.end, pieces=(whole,), before=1, amount=line.amount, below=below, bare=line.bare)
