"""Lists whose items each tell of one project: «Smide i byn (dnr 12) med 80 000 kronor. Projektägare: Alfa museum»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from graphkit.facts.candidates import Candidate
from graphkit.facts.coined import is_verbless
from graphkit.facts.heads import MONEY, is_generic
from graphkit.facts.labels import label_kind
from graphkit.facts.passages import offsets
from graphkit.facts.pieces import numbering_end
from graphkit.facts.reading import Name, Unit
from graphkit.facts.titles import titled_end
from graphkit.lexicon import Lexicon
from graphkit.model import Block, BlockKind

_FEWEST = {BlockKind.LIST_ITEM: 2, BlockKind.PARAGRAPH: 3}
"""How many items with a sum or an owner make a list of projects: lines without a bullet need one more."""
_LONGEST = 400
_OWNERS = ("owner", "grant", "applied", "budget")
_CUT = re.compile(
    r"""[”"»]?(?:\s\(|[.:;]\s|,\s|\s[–—]\s|\s-\s                                       # a bracket, a mark, a dash
      | \s(?:(?:med|får|fick|på|beviljas|beviljades|tilldelas|with|receives|gets)\s(?:\w+\s){0,2}?)?(?=(?:SEK|EUR|€)?\s?\d[\d\s.,]*\s?(?:kr|tkr|mkr|mnkr|SEK|EUR|€|euro|NOK|miljon)))""",
    re.VERBOSE | re.IGNORECASE,
)
_DASH = re.compile(r"\s[–—-]\s")
_LABEL = re.compile(r"(?:^|[.,;–(]\s+)([A-ZÅÄÖ][\w -]{2,30}):\s")
_LONGEST_NAME = 110
_ARTICLE = re.compile(r"(?:The|An?)\s(?=[A-Z])")
_SPEECH = re.compile(r"[–—-]\s(?:.*[.!?]\s.*|.*,\s(?:säger|berättar|menar|says)\s.*)", re.DOTALL)


def find_item_records(units: Sequence[Unit], lexicon: Lexicon, actors: Sequence[Name]) -> Iterator[Candidate]:
    """The names that items begin with, where most items of a list state a sum or an owner; a body that leads them is passed over."""
    bodies = offsets((name.start, name.end) for name in actors)
    for blocks in _lists(units):
        told = [block for block in blocks if _states(block.text, lexicon)]
        if len(told) < _FEWEST[blocks[0].kind] or 2 * len(told) < len(blocks):
            continue
        for block in blocks:
            found = _name(block, lexicon, bodies)
            if found is not None:
                yield Candidate(*found, "project.item-record", 0.66)


def find_told_below(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    """Lines below which «Projektet …» begins, where a page has two: «Consider», «Projektet beviljas 40 000 kr»."""
    anaphora = lexicon.regex(r"(?:<projects.anaphora>)(?!\w)", re.IGNORECASE)
    blocks = [units[0].block] if units else []
    blocks += [now.block for before, now in pairwise(units) if now.block_index != before.block_index]
    heads = [
        block
        for block, below in pairwise(blocks)
        if block.kind is BlockKind.LIST_ITEM is below.kind
        and anaphora.match(below.text)
        and _is_name(block.text, lexicon)
    ]
    for block in heads if len(heads) > 1 else ():
        yield Candidate(block.start, block.end, "project.told-below", 0.7)


def _is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a line has the shape of a name: short, no sentence, no lead, none of the usual words for parts of a page."""
    if len(text) > _LONGEST_NAME or text.endswith((".", ":", "?", "!")) or is_generic(text, lexicon):
        return False
    return _may_begin(text, lexicon) and not MONEY.search(text)


def _lists(units: Sequence[Unit]) -> Iterator[list[Block]]:
    """Runs of neighbouring items, or of short paragraphs."""
    run: list[Block] = []
    blocks = [units[0].block] if units else []
    blocks += [now.block for before, now in pairwise(units) if now.block_index != before.block_index]
    for block in blocks:
        if run and run[0].kind is BlockKind.LIST_ITEM and block.kind is BlockKind.PAIR:
            continue  # what a label says of the item above it
        if run and (block.kind is not run[0].kind):
            yield run
            run = []
        speech = block.kind is BlockKind.PARAGRAPH and _SPEECH.match(block.text)
        if block.kind in _FEWEST and len(block.text) <= _LONGEST and not speech:
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _states(text: str, lexicon: Lexicon) -> bool:
    """Whether an item states a sum behind a name, or labels an owner: «Nya spår, 40 000 kr», «Nya spår. Sökande: Alfa kommun»."""
    cut = _CUT.search(text)
    if cut is None:
        return False
    rest = text[cut.start() :]
    labelled = any(label_kind(match.group(1), lexicon) in _OWNERS for match in _LABEL.finditer(text))
    return labelled or bool(MONEY.search(rest[:_LONGEST_NAME]))


def _name(block: Block, lexicon: Lexicon, bodies: frozenset[int]) -> tuple[int, int] | None:
    """Where the name stands: up to the first mark, bracket or sum; the second piece where a body stands first («Alfa kommun, Nya spår, 40 000 kr»)."""
    start = numbering_end(block.text)
    cuts = [*_CUT.finditer(block.text, start)][:4]
    for cut, after in zip_longest(cuts, cuts[1:]):
        if _DASH.fullmatch(cut.group()) and after is not None and after.group().endswith("("):
            continue  # «Tyst natt - körer ute (dnr 12)» is one name
        begin, end = start, cut.start()
        while begin < end and block.text[begin] in " ”“„\"«»'•*–-/":
            begin += 1
        piece = block.text[begin:end]
        if not piece or len(piece) > _LONGEST_NAME or MONEY.search(piece) or not _may_begin(piece, lexicon):
            return None
        if block.start + begin not in bodies or block.start + end - 1 not in bodies:
            end = titled_end(block.text, begin, len(block.text), lexicon) or end
            piece = block.text[begin:end]
            alone = " " not in piece and not piece[1:2].isupper()
            if alone and not (block.text[end:].lstrip('”"»').startswith(" (") or _LABEL.search(block.text)):
                return None
            return block.start + begin, block.start + end
        start = cut.end()
    return None


def _may_begin(piece: str, lexicon: Lexicon) -> bool:
    """Whether a piece has the shape of a name: no label, no small first letter, no word that begins sentences."""
    piece = _ARTICLE.sub("", piece)
    first = piece.split()[0]
    if "projekt" in first.casefold() or "project" in first.casefold():
        return False
    odd = piece[:1].isupper() or piece[:1].isdigit() or piece[:1] in "#@" or any(char.isupper() for char in first)
    return odd and is_verbless(piece, lexicon) and label_kind(piece, lexicon) is None and len(piece.split()) <= 14
