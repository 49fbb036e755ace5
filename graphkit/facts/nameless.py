"""List items that name no project among others that do: they speak of none of these."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.facts.reading import Name, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind


def find_nameless_items(
    units: Sequence[Unit], projects: Sequence[Sequence[Name]], own: frozenset[str], lexicon: Lexicon
) -> frozenset[int]:
    """The blocks of items that name no project in a list where at least two others name a new one each: they speak of none of these.

    An item that begins with «Projektet …» speaks of the one above it.
    """
    anaphora = lexicon.regex(r"(?:<projects.anaphora>)(?!\w)", re.IGNORECASE)
    begun: dict[int, str | None] = {}
    seen: set[str] = set()
    for unit, names in zip(units, projects, strict=True):
        if unit.block.kind is BlockKind.LIST_ITEM:
            new = next((n.key for n in names if n.key in own and n.key not in seen), None)
            known = names or anaphora.match(unit.text)
            begun[unit.block_index] = begun.get(unit.block_index) or new or ("" if known else None)
        seen.update(name.key for name in names)
    found: set[int] = set()
    run: list[int] = []
    for block in [*sorted(begun), -1]:
        if run and block != run[-1] + 1:
            if len({begun[item] for item in run if begun[item]}) > 1:
                found |= {item for item in run if begun[item] is None}
            run = []
        run.append(block)
    return frozenset(found)
