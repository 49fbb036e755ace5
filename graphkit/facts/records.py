"""Records: the stretches of a page that tell of one project each, with its name at their head and its signs anywhere below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.facts.heads import HEADS, MONEY, find_inner, find_repeated, is_titled, may_name
from graphkit.facts.labels import is_pair_row, label_kind
from graphkit.facts.leads import is_line
from graphkit.facts.reading import Unit
from graphkit.facts.templates import template_heads
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind

BOX_LABELS = frozenset(["owner", "period", "budget", "grant", "partner", "start", "funder", "applied", "end"])
"""What the labels of a project's box tell; one of these is a sign that a record tells of a project."""
_BEFORE_VALUE = re.compile(r"[^\W\d_][^\d:€.,]{2,40}(?=:|\s[\d€])")
_LABEL_LINE = re.compile(r"[A-ZÅÄÖ][\w ]{2,25}:\s+[a-zåäö]")


@dataclass(frozen=True, slots=True)
class Record:
    """A head and what stands below it: `units[head]` is the head, `units[head + 1:end]` its body, inner headings among it.

    `kinds` are what the labels in it tell, `boxed` whether these make a box: an owner and more, or three things. `score` counts the signs that
    it tells of a project, `owned` whether one of them is more than money. `close` is true where a box follows the head at once.
    """

    head: int
    end: int
    kinds: frozenset[str]
    score: int
    owned: bool
    close: bool
    opening: str | None = None
    """What the words at once below the head tell, where they are a label: «Total budget 40 000 €»."""

    @property
    def boxed(self) -> bool:
        """Whether its labels are those of a project's box, and none gives the project another name."""
        return "project" not in self.kinds and (
            ("owner" in self.kinds and len(self.kinds) > 1) or len(BOX_LABELS & self.kinds) > 2
        )


def find_records(units: Sequence[Unit], lexicon: Lexicon) -> tuple[Record, ...]:
    """The records of a page in reading order: one for each heading or line above a box that is no inner heading of another."""
    heads = sorted(_heads(units, lexicon))
    ends = [*heads[1:], len(units)]
    return tuple(_record(units, head, end, lexicon) for head, end in zip(heads, ends[: len(heads)], strict=True))


def siblings(records: Sequence[Record]) -> frozenset[int]:
    """The heads of records that follow one template: those with a box, those with two labels of which another record has one as well, and those that open alike."""
    common = Counter(kind for record in records for kind in record.kinds & BOX_LABELS)
    opening = Counter(record.opening or "" for record in records if record.opening in BOX_LABELS)
    found = {
        record.head
        for record in records
        if "project" not in record.kinds and (_is_like(record, common) or opening[record.opening or ""] > 1)
    }
    return frozenset(found) if len(found) > 1 else frozenset()


def _is_like(record: Record, common: Counter[str]) -> bool:
    told = record.kinds & BOX_LABELS
    enough = len(told) > 1 or (record.score > 1 and record.owned)
    return record.boxed or (enough and any(common[kind] > 1 for kind in told))


def _heads(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[int]:
    inner = find_inner(units, lexicon)
    above = {
        _first_line(units, index) for index in range(len(units) - 1) if _is_above_box(units, index, inner, lexicon)
    }
    alike = template_heads(units, lexicon)
    for index, unit in enumerate(units):
        if unit.block.kind in HEADS:
            if index not in inner:
                yield index
        elif index in alike or (
            index in above and may_name(unit, lexicon, marked=True) and not _tells_of(units, index, inner)
        ):
            yield index


def _tells_of(units: Sequence[Unit], index: int, inner: frozenset[int]) -> bool:
    """Whether a short sentence above a box is all that a heading above it says of its project."""
    headed = index and units[index - 1].block.kind is BlockKind.HEADING and index - 1 not in inner
    return bool(headed) and not is_line(units[index])


def _record(units: Sequence[Unit], head: int, end: int, lexicon: Lexicon) -> Record:
    body = units[head + 1 : end]
    kinds = frozenset(kind for unit in body for kind in _kinds(unit, lexicon))
    below = next(iter(body), None)
    close = below is not None and below.block.kind is BlockKind.PAIR and below.block.table is not None
    score, owned = _signs(body, lexicon)
    if _goes_on_about(units[head].text, body):
        score, owned = score + 2, True
    return Record(head, end, kinds, score, owned, close, _opening(body[0], lexicon) if body else None)


def _goes_on_about(head: str, body: Sequence[Unit]) -> bool:
    """Whether a body takes up the short name that its head gives with its title: «KX2 – Green power», «The KX2 objective is …»."""
    short = _SHORT.match(head)
    return short is not None and any(short.group(1) in unit.text.split() for unit in body[:3])


_SHORT = re.compile(r"((?=[^\s]*[A-ZÅÄÖ\d][^\s]*[A-ZÅÄÖ\d])[\w+-]{2,15})(?:\s[–—-]|:)\s[A-ZÅÄÖ]")


def _opening(unit: Unit, lexicon: Lexicon) -> str | None:
    label = _BEFORE_VALUE.match(unit.text)
    return label_kind(label.group().rstrip(), lexicon) if label else None


def _is_above_box(units: Sequence[Unit], index: int, inner: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether a unit is a line that could be a name, and the next begins a box that tells an owner and more, but no project's name."""
    unit, first = units[index], units[index + 1]
    if first.block.kind is not BlockKind.PAIR or first.block.table is None or index in inner:
        return False
    listed = index and unit.block.kind is units[index - 1].block.kind is BlockKind.LIST_ITEM
    if listed or not (is_line(unit) or _is_short(unit)):
        return False
    kinds: list[str] = []
    for later in units[index + 1 :]:
        if later.block.kind is not BlockKind.PAIR or later.block.table != first.block.table:
            break
        kinds += _kinds(later, lexicon)
    return Record(index, index, frozenset(kinds), 0, True, True).boxed


def _first_line(units: Sequence[Unit], index: int) -> int:
    """The line above a box, before such lines of the box as are no known label: «Aktörer: byar och föreningar»."""
    first = index
    while first and index - first < 3 and _LABEL_LINE.match(units[first].text):
        first -= 1
    return first if units[first].block.kind in HEADS or is_line(units[first]) else index


def _is_short(unit: Unit) -> bool:
    """Whether a paragraph is one short sentence, as a name with a full stop is («Finnskogen runt.»), or a title with its short name."""
    whole = unit.block.kind is BlockKind.PARAGRAPH and unit.text == unit.block.text
    return whole and (len(unit.text.split()) <= 7 or is_titled(unit.text))


def _kinds(unit: Unit, lexicon: Lexicon) -> Iterator[str]:
    """What the labels of a unit tell: a pair's, a sentence's («Projekttid: 2019–2021»), or those that a value stack lacks."""
    if unit.block.cells and is_pair_row(unit.block, lexicon):
        labels = [unit.block.cells[0].text]
    elif unit.block.kind is BlockKind.ROW:
        labels = [cell.header for cell in unit.block.cells]
        if not {"owner", "period"} <= {label_kind(label, lexicon) for label in labels}:
            return
    else:
        label, colon, _ = unit.text.partition(":")
        labels = [label] if colon else []
    for label in labels:
        kind = label_kind(label, lexicon)
        if kind:
            yield kind


def _signs(body: Sequence[Unit], lexicon: Lexicon) -> tuple[int, bool]:
    """How many signs there are that a record tells of one project, and whether one is more than money: an owner, a box, «Projektet …»."""
    owner = lexicon.pattern("roles.owner-nouns", "roles.owner-apposition")
    receiver = lexicon.pattern("roles.receiver-verbs")
    anaphora = lexicon.regex(r"(?:<projects.anaphora>)(?!\w)", re.IGNORECASE)
    score, owned = 0, False
    for unit in body:
        labelled = not BOX_LABELS.isdisjoint(_kinds(unit, lexicon))
        money = bool(MONEY.search(unit.text))
        told = bool(owner.search(unit.text) or anaphora.match(unit.text) or (money and receiver.search(unit.text)))
        told = told or (unit is body[0] and _is_kind(unit, lexicon))
        score += (1 + (unit.block.kind in (BlockKind.PAIR, BlockKind.ROW))) * labelled + told + money
        owned = owned or told or labelled
    return score, owned


def _is_kind(unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a record's first words say what kind of undertaking it is: «Förprosjekt som …», «Ett litet projekt …»."""
    first = " ".join(unit.text.split()[:3])
    return bool(lexicon.regex(r"<projects.kinds>(?!\w)", re.IGNORECASE).search(first))


def record_head(units: Sequence[Unit], records: Sequence[Record], lexicon: Lexicon) -> Unit | None:
    """The head that names a page's one project: its title, or, where that names none, the heading at once below it."""
    title = next((r for r in records if units[r.head].block.kind is BlockKind.TITLE), None) or next(iter(records), None)
    if title is None or units[title.head].block.kind not in HEADS:
        return None
    boxed = any(record.boxed for record in records)
    if title.head not in find_repeated(units) and may_name(units[title.head], lexicon, marked=boxed):
        return units[title.head]
    below = next((r for r in records if r.head == title.end and title.end == title.head + 1), None)
    return units[below.head] if below and may_name(units[below.head], lexicon, marked=boxed) else None
