"""Lines that name a project and who does it, each above its sum: «Nya spår av Alfa kommun», «Summa: 300 000 kr»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graphkit.facts.candidates import Candidate
from graphkit.facts.clauses import Sentence
from graphkit.facts.heads import HEADS, MONEY
from graphkit.facts.leads import is_line
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Name, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind, Role

_LONGEST_SUM = 60


def find_authored(units: Sequence[Unit], lexicon: Lexicon, actors: Sequence[Name]) -> Iterator[Candidate]:
    """The names before «av» and what follows it in lines above a sum, where a page has two such and half of them end with a known body."""
    lines = [unit for unit, below in pairwise(units) if _is_line(unit) and _is_sum(below)]
    parted = [(unit, cut) for unit in lines if (cut := _cut(unit, lexicon, actors))]
    known = {(name.start, name.end) for name in actors}
    told = sum((unit.start + cut.end(), unit.end) in known for unit, cut in parted)
    if told < 2 or 2 * told < len(parted) or 2 * len(parted) < len(lines):
        return
    for unit, cut in parted:
        yield Candidate(unit.start, unit.start + cut.start(), "project.authored", 0.8)


def find_authors(sentence: Sentence) -> Iterator[Role]:
    """Who does the project that a line names: what stands between «av» and its end."""
    unit = sentence.unit
    for name in sentence.reading.projects[sentence.index]:
        if name.rule != "project.authored" or name.start != unit.start:
            continue
        by = _by(sentence.lexicon).match(unit.text, name.end - unit.start)
        for group in sentence.groups if by else ():
            if by and group.start == unit.start + by.end():
                for key in group.keys:
                    yield Role(
                        project=name.key, actor=key, role="owner", evidence=(proof(unit, "role.owner-author", 0.8),)
                    )


def _by(lexicon: Lexicon) -> re.Pattern[str]:
    return lexicon.regex(r"\s(?:<roles.authors>)\s(?=[A-ZÅÄÖÆØ])")


def _cut(unit: Unit, lexicon: Lexicon, actors: Sequence[Name]) -> re.Match[str] | None:
    """Where «av» parts a line: before the first body behind one, else at the last."""
    cuts = [*_by(lexicon).finditer(unit.text)]
    starts = {name.start for name in actors if unit.start < name.start < unit.end}
    return next((cut for cut in cuts if unit.start + cut.end() in starts), cuts[-1] if cuts else None)


def _is_line(unit: Unit) -> bool:
    return unit.block.kind in HEADS or is_line(unit)


def _is_sum(unit: Unit) -> bool:
    """Whether a short line or pair tells a sum and little else."""
    short = unit.block.kind is BlockKind.PAIR or is_line(unit)
    return short and len(unit.text) <= _LONGEST_SUM and MONEY.search(unit.text) is not None
