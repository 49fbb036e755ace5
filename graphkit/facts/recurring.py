"""Names that nothing calls a project, but that a page on projects takes up again: «Norra bågen», «SmartByar»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.facts.candidates import Candidate, is_common_start, occurrences, recurs
from graphkit.facts.extents import name_end
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind


def find_recurring(text: str, units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    """Names of two words and more, or with capitals and digits inside, that stand several times and once at the head of a sentence or heading."""
    seen: set[str] = set()
    for unit in units:
        if unit.block.kind in (BlockKind.ROW, BlockKind.HEADER_ROW, BlockKind.PAIR) or not _FIRST.match(unit.text):
            continue
        end = name_end(text, unit.start, unit.end, lexicon)
        if end is None:
            continue
        name = text[unit.start : end]
        words = name.split()
        odd = any(char.isupper() or char.isdigit() for char in words[0][1:])
        if name in seen or is_common_start(words[0], lexicon) or (len(words) < 2 and not (odd and len(name) > 3)):
            continue
        seen.add(name)
        if recurs(text, name) and _in_sentence(units, name) and not _speaks(text, name) and text[end : end + 1] != ":":
            yield Candidate(unit.start, end, "project.recurring", 0.5)


def _in_sentence(units: Sequence[Unit], name: str) -> bool:
    """Whether a name stands in something else than headings, which may be set twice."""
    return any(unit.block.kind not in (BlockKind.TITLE, BlockKind.HEADING) and name in unit.text for unit in units)


_FIRST = re.compile(r"[A-ZÅÄÖÆØ#@\d]")
_SAYS_AFTER = re.compile(r"(?:\s\([A-Z]+\))?,?\s+(?:säger|says|said|berättar)\b")
_SAYS_BEFORE = re.compile(r"\b(?:säger|says|said|menar|berättar)\s+(?:\w+\s+){0,3}$")


def _speaks(text: str, name: str) -> bool:
    """Whether a name is a person's who is quoted: «säger Anna Ek», «Anna Ek (S), säger»."""
    return any(
        _SAYS_AFTER.match(text, end) or _SAYS_BEFORE.search(text[max(0, start - 60) : start])
        for start, end in occurrences(text, name)
    )
