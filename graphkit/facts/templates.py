"""Catalogues without boxes or bullets: names of projects above a line that stands again in each entry, such as «Partnership» or «Lead partner»."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from graphkit.facts.heads import HEADS, may_name
from graphkit.facts.labels import label_kind
from graphkit.facts.leads import is_line
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind

_ADDRESS = re.compile(r"\(?(?:https?://|www\.)\S+\)?$")
_OPENING = ("owner", "partner")
_FEWEST = 2


def template_heads(units: Sequence[Unit], lexicon: Lexicon) -> frozenset[int]:
    """The numbers of the lines that stand right above a label of parties, where two entries and more of a page open so.

    A web address may stand between: «Kelp Arc» above «(www.kelp.example)» above «Partnership».
    """
    heads: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        label = _label(unit)
        if label and label_kind(label, lexicon) in _OPENING:
            head = _line_above(units, index)
            if head is not None and may_name(units[head], lexicon, marked=True):
                heads[label.casefold()].append(head)
    found = [alike for alike in heads.values() if len({units[head].text for head in alike}) >= _FEWEST]
    return frozenset(head for alike in found for head in alike)


def _label(unit: Unit) -> str:
    """The label that a unit is or begins with, without its colon; empty for running text."""
    if unit.block.kind is BlockKind.PAIR and unit.block.cells:
        return unit.block.cells[0].text.strip(" :")
    return unit.text.strip(" :") if unit.block.kind in HEADS or is_line(unit) else ""


def _line_above(units: Sequence[Unit], index: int) -> int | None:
    """The line above, over web addresses; none where a sentence, a pair or an item stands there."""
    above = index - 1
    while above >= 0 and _ADDRESS.fullmatch(units[above].text):
        above -= 1
    if above < 0 or units[above].block.kind is BlockKind.LIST_ITEM:
        return None
    return above if units[above].block.kind in HEADS or is_line(units[above]) else None
