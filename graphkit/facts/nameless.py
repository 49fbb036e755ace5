"""List items and grants that name no project among others that do: they speak of none of these."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.facts.heads import MONEY
from graphkit.facts.reading import Name, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind

_NEAR = 35
"""So far behind a verb of getting may what is got stand."""


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


def find_nameless_grants(units: Sequence[Unit], projects: Sequence[Sequence[Name]], lexicon: Lexicon) -> frozenset[int]:
    """The paragraphs that begin with a grant to somebody for what has no name, below one to somebody else for a project.

    «Alfa kommun får 300 000 kronor till projektet Nya spår.», then «Beta museum får 200 000 kronor för att visa rallarnas liv.»
    """
    anaphora = lexicon.pattern("projects.anaphora")
    got = lexicon.regex(r"(?<!\w)(?:<roles.receiver-verbs>)(?!\w)", re.IGNORECASE)
    found: set[int] = set()
    granted: str | None = None
    for index, unit in enumerate(units):
        if unit.block.kind is BlockKind.TITLE and projects[index]:
            return frozenset()  # a page on one project
        begins = not index or units[index - 1].block_index != unit.block_index
        verb = got.search(unit.text) if begins and unit.block.kind is BlockKind.PARAGRAPH else None
        if verb is None or not unit.text[:1].isupper() or not MONEY.search(unit.text[verb.end() : verb.end() + _NEAR]):
            continue
        named = [name for name in projects[index] if name.start - unit.start > verb.end()]
        body = unit.text[: verb.start()].strip()
        if named and not anaphora.search(body):
            granted = body
        elif granted not in (None, body) and not projects[index] and not anaphora.search(unit.text):
            found.add(unit.block_index)
    return frozenset(found)
