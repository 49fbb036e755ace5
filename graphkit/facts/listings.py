"""Lists under a line that announces projects: «Här är fyra av projekten:», and the names that their items begin with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graphkit.facts.candidates import NUMBERING, Candidate, is_common_start
from graphkit.facts.heads import MONEY
from graphkit.facts.labels import label_kind
from graphkit.facts.leads import find_leads
from graphkit.facts.reading import Name, Unit
from graphkit.facts.showcases import announces
from graphkit.facts.titles import titled_end
from graphkit.lexicon import Lexicon
from graphkit.model import Block, BlockKind

_ITEM = re.compile(
    r"[”“„‘’\"«]?([A-ZÅÄÖ#@\d](?:[^.,:;()\n]|,\s(?=[a-zåäö]+\s(?:och|and)\s)){2,130}?)[”“’\"»]?(?=\s[–—-]\s|[.:;(]|,(?!\s[a-zåäö]+\s(?:och|and)\s)|$)"
)
"""A name at the head of a list item; a comma within a row of words does not end it: «Skötsel, skydd och vård av våtmarker»."""
_TAIL = re.compile(r",?\s\(?(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)?\d\d)?\)?$|(?<=\w),\s(?=[A-ZÅÄÖ]).*$")
"""What follows a name in a line of its own: years, and a body behind a comma."""
_LONGEST, _WORDS = 170, 20
_MARK = re.compile(r"\s[–—-]\s|,\s|:\s")
_STOP = re.compile(r"(?<=\w\w)\.\s")
_DASHES = (" – ", " — ", " - ")
_FAR = 5
"""So many lines may stand between two items of one list: who does it, with whom, for how much."""


def find_items(
    units: Sequence[Unit], lexicon: Lexicon, found: Sequence[Candidate], actors: Sequence[Name] = ()
) -> Iterator[Candidate]:
    """«Här är fyra av projekten:», then items that begin with a name: up to the first full stop, dash, colon, comma or bracket.

    Where two items and half of them do, the others are names too, whatever their first word: «Ett nytt sätt att resa», «Att bo kvar»; and
    where a body or its label stands behind a name («Nya spår – partner är Alfa AB»), the name is all that stands before it.
    """
    bodies = frozenset(name.start for name in actors)
    sure = sorted(c.start for c in found if c.score >= 0.8)
    for blocks in _announced(units, lexicon):
        begun = {block.start: _beginning(block, lexicon) for block in blocks}
        names = [reach for reach in begun.values() if reach]
        like = len(names) > 1 and 2 * len(names) >= len(blocks)
        for block in blocks:
            if bisect_left(sure, block.start + 1) < bisect_left(sure, block.end):
                continue
            parted = _before_body(block, lexicon, bodies) if like else None
            reach = parted or (_line(block, lexicon) if like else None) or begun[block.start]
            if reach:
                yield Candidate(*reach, "project.itemised" if parted else "project.item", 0.65)


def _announced(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[list[Block]]:
    """The items of each list whose lead, or whose first items' lead, speaks of projects."""
    projects = lexicon.pattern("projects.plurals")
    run: list[Block] = []
    last, far = -1, 0
    for unit, lead in zip(units, find_leads(units, lexicon), strict=True):
        if unit.block.kind is not BlockKind.LIST_ITEM:
            far += 1
            continue
        if unit.block_index == last:
            continue
        last = unit.block_index
        announced = bool(projects.search(_close(lead)))
        if run and (far > _FAR or not (announced or not lead)):
            yield run
            run = []
        if announced or run:
            run.append(unit.block)
        far = 0
    if run:
        yield run


def _close(lead: str) -> str:
    """The words of a lead that can say what its items are: a heading, or the last ten words before a colon."""
    return " ".join(lead.split()[-10:])


def _first(block: Block) -> int:
    """Where an item begins behind its number."""
    number = NUMBERING.match(block.text)
    return number.end() if number else 0


def _before_body(block: Block, lexicon: Lexicon, bodies: frozenset[int]) -> tuple[int, int] | None:
    """Where the words before the mark that leads to a body, a sum or their label stand."""
    first = _first(block)
    for mark in _MARK.finditer(block.text, first):
        behind = block.text[mark.end() :]
        label, colon, _ = behind.partition(":")
        at = block.start + mark.end()
        told = colon and len(label) < 40 and label_kind(label, lexicon) in _PARTIES
        dashed = mark.group() in _DASHES and behind[:1].isupper() and any(at <= body < block.end for body in bodies)
        if told or dashed or at in bodies or lexicon.pattern("roles.partner-leads").match(behind):
            name = _STOP.split(block.text[first : mark.start()])[0].rstrip()
            fits = len(name) > 2 and len(name) <= _LONGEST and len(name.split()) <= _WORDS and name[0].isupper()
            whole = block.start + first in bodies and " " not in name
            return (block.start + first, block.start + first + len(name)) if fits and not whole else None
    return None


_PARTIES = ("owner", "partner", "funder")


def _beginning(block: Block, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where an item begins with a name, up to its first mark."""
    head = _ITEM.match(block.text, _first(block))
    if head is None or len(head.group(1).split()) > 14 or is_common_start(head.group(1).split()[0], lexicon):
        return None
    end = titled_end(block.text, head.start(1), len(block.text), lexicon) or head.end(1)
    return block.start + head.start(1), block.start + end


def _line(block: Block, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the name of an item that says nothing else stands: all of it but years, a bare body or a sum behind a comma."""
    text = block.text[_first(block) :]
    cut = MONEY.search(text)
    if cut is not None:
        comma = text.rfind(", ", 0, cut.start())
        text = text[:comma] if comma > 0 else ""
    text = _TAIL.sub("", text.strip())
    words = text.split()
    low = words[0].casefold() if words else ""
    if not words or len(text) > _LONGEST or len(words) > _WORDS or text.endswith((".", ":", "?")) or ": " in text:
        return None
    if _STOP.search(text):
        return None  # «Alfa, verkar för hälsa. Partner i Finland» before «, Estland och Sverige. Budget 2 miljoner»
    if not text[0].isupper() or MONEY.search(text) or label_kind(text, lexicon) is not None:
        return None
    if low in lexicon.words("projects.anaphora") or _is_sentence(words, lexicon):
        return None
    start = block.start + block.text.find(text)
    return start, start + len(text)


def _is_sentence(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words have a finite verb that no «som» leads to: «Den nya bron öppnar», not «Stöd till dem som vill odla»."""
    verbs = lexicon.words("projects.headline-verbs")
    relative = lexicon.words("projects.as-joints")
    for index, word in enumerate(words):
        if word.casefold() in relative and index:
            return False
        if index and word.strip(",") in verbs:
            return True
    return False


def find_above_people(units: Sequence[Unit], lexicon: Lexicon, actors: Sequence[Name]) -> Iterator[Candidate]:
    """Titles that stand above those who carry them out, two and more behind a line on projects: «Broar av is», «Eva Ek (Alfa universitet)»."""
    announced = next((unit.block_index for unit in units if announces(unit, lexicon)), None)
    if announced is None:
        return
    blocks = [units[0].block] if units else []
    blocks += [now.block for before, now in pairwise(units) if now.block_index != before.block_index]
    later = [block for block in blocks if block.start > units[0].start and block.kind in _LINES]
    starts = [name.start for name in actors]
    after = next((unit.block.start for unit in units if unit.block_index == announced), 0)
    found = [
        reach
        for title, below in pairwise(later)
        if title.start > after
        and _TEAM.match(below.text)
        and any(below.start <= start < below.end for start in starts)
        and not _TEAM.match(title.text)
        and (reach := _line(title, lexicon))
    ]
    for reach in found if len(found) > 1 else ():
        yield Candidate(*reach, "project.itemised", 0.65)


_LINES = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING)
_TEAM = re.compile(
    r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3}(?: (?:och|and) [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3})?(?: \(|, )"
)
"""Two names of a person before a bracket or a comma: «Eva Ek (Alfa universitet)», «Bo Al, Beta högskola»."""
