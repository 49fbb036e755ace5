"""Who stands behind a board that the text names without its body, and behind «vi»: the page's own body, else the board itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphkit.facts.bodies import find_actors
from graphkit.facts.gazetteer import Gazetteer, actor_key
from graphkit.facts.organs import has_board, is_organ
from graphkit.facts.passages import passage_of
from graphkit.facts.reading import Name
from graphkit.facts.words import word_group, word_map
from graphkit.lexicon import load_lexicon
from graphkit.model import Block, BlockKind, Document

_PUBLIC = ("region", "municipality", "county-board", "agency", "association", "network", "eu", "other")
_TEXT = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_ADJECTIVE = re.compile(r"(?<![\w-])\w+la $")
_JOINED = re.compile(r"(?<!\w)(?:[^\W\d_]+-,\s)?[^\W\d_]+-\s(?:och|samt)\s$")
_CONFIDENCE = 0.3
_SURE = 0.5


def find_boards(document: Document, actors: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """The boards («Kulturnämnden», «styrelsen») and the «vi» that grants as names of the page's body, where one is known.

    A board with a proper name («Regionala utvecklingsnämnden», «Kommunstyrelsen») stands for itself where the page tells no body of its own;
    a mere «nämnden» then means it.
    """
    taken = [(n.start, n.end) for n in actors]
    yield from _lone(document, actors)
    boards = [span for span in _boards(document) if not any(s < span[1] and span[0] < e for s, e in taken)]
    owner = _owner(document, actors, gazetteer)
    if owner is not None:
        spans = sorted([*boards, *(s for s in _we(document) if not any(a < s[1] and s[0] < e for a, e in taken))])
        for start, end in spans:
            yield _name(document, start, end, owner.name, owner.key, owner.type)
        return
    boards = sorted(boards)
    sole = _sole_bodies(actors)
    rest = []
    for start, end in boards:
        body = sole.get(_worded_type(document.text[start:end]))
        if body is None:
            rest.append((start, end))
        else:
            yield _name(document, start, end, body.name, body.key, body.type)
    boards = rest
    own = [_bare(document.text[start:end]) for start, end in boards]
    first = next((board for board in own if _is_proper(board)), "")
    for (start, end), board in zip(boards, own, strict=True):
        name = board if _is_proper(board) else first
        if name:
            yield _name(document, start, end, name, actor_key(name), _type(name))


def _lone(document: Document, actors: Sequence[Name]) -> Iterator[Name]:
    """«Länsstyrelsen», «landstinget» on a page that tells of none by its whole name."""
    types = word_map("actors.lone-bodies")
    for block in document.blocks:
        for match in _lone_bodies().finditer(block.text):
            start, end = block.start + match.start(), block.start + match.end()
            name = match["name"][0].upper() + match["name"][1:]
            type_ = types[name.casefold()]
            if not any(n.type == type_ or (n.start < end and start < n.end) for n in actors):
                yield _name(document, start, end, name, actor_key(name), type_)


def _boards(document: Document) -> Iterator[tuple[int, int]]:
    """The boards of a text with the adjective before them: «Regionala utvecklingsnämndens»."""
    skipped = word_group("actors.no-boards")
    for block in document.blocks:
        if block.kind not in _TEXT:
            continue
        for match in _endings().finditer(block.text):
            start = match.start()
            while start and block.text[start - 1].isalpha():
                start -= 1
            if block.text[start : match.end("end")].casefold() in skipped or (start and block.text[start - 1] == "-"):
                continue
            if joined := _JOINED.search(block.text, max(0, start - 40), start):
                start = joined.start()  # «Tillväxt- och regionplanenämnden»
            adjective = _ADJECTIVE.search(block.text, max(0, start - 20), start)
            yield block.start + (adjective.start() if adjective else start), block.start + match.end()


def _we(document: Document) -> Iterator[tuple[int, int]]:
    """«vi» before a verb of granting: «Vi har beviljat», «we support»."""
    pattern = _we_who_grant(document.info.language)
    for block in document.blocks:
        if block.kind in _TEXT:
            for match in pattern.finditer(block.text):
                yield block.start + match.start("we"), block.start + match.end("we")


def _name(document: Document, start: int, end: int, name: str, key: str, type_: str) -> Name:
    return Name(
        kind="actor",
        start=start,
        end=end,
        text=document.text[start:end],
        key=key,
        name=name,
        type=type_,
        rule="actor.board",
        alias=False,
        confidence=_CONFIDENCE,
    )


def _bare(board: str) -> str:
    return board.removesuffix("s")


def _is_proper(board: str) -> bool:
    """Whether a board's name is more than the word for a board: «Kulturnämnden», «kommunstyrelsen», not «nämnden»."""
    low = board.casefold()
    return low in word_group("actors.named-boards") or any(
        low.endswith(tail) and len(low) > len(tail) for tail in word_group("actors.named-board-tails")
    )


def _type(board: str) -> str:
    """The type of a board that stands for itself, by the word for its body in it; a region's where it has none."""
    return _worded_type(board) or "region"


def _worded_type(board: str) -> str:
    """The type of the body whose word a board begins with: «kommunstyrelsen», «regionala utvecklingsnämnden»; empty for none."""
    low = board.casefold()
    return next((type_ for word, type_ in word_map("actors.board-types").items() if low.startswith(word)), "")


def _sole_bodies(actors: Sequence[Name]) -> dict[str, Name]:
    """The body of each type of which a page names one and no other: its «kommunstyrelsen» is that municipality's."""
    by_type: dict[str, dict[str, Name]] = {}
    for name in actors:
        if name.alias and name.confidence >= _SURE:
            by_type.setdefault(name.type, {}).setdefault(name.key, name)
    return {type_: next(iter(bodies.values())) for type_, bodies in by_type.items() if len(bodies) == 1}


def _owner(document: Document, actors: Sequence[Name], gazetteer: Gazetteer) -> Name | None:
    """The body of a page's boards: the only one that the text says has a board, else the page's publisher."""
    owners = {
        n.key: n for n in actors if n.type in _PUBLIC and (is_organ(n) or (has_board(n.text) and not has_board(n.name)))
    }
    published = {n.key: n for n in actors if n.rule == "actor.publisher" and n.type in _PUBLIC}
    for bodies in (owners, published):
        if len(bodies) == 1:
            return next(iter(bodies.values()))
    publisher = document.info.publisher
    if not publisher:
        return None
    block = Block(BlockKind.PARAGRAPH, 0, len(publisher), publisher)
    names = [n for n in find_actors(block, passage_of(publisher, 0), gazetteer) if n.type in _PUBLIC]
    return names[0] if len(names) == 1 and 3 * len(names[0].text) >= 2 * len(publisher) else None


@cache
def _lone_bodies() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(word_map("actors.lone-bodies"))))
    return re.compile(rf"(?<![\w-])(?P<name>{words})s?(?![\w-])", re.IGNORECASE)


@cache
def _endings() -> re.Pattern[str]:
    ends = sorted(word_group("actors.boards"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?P<end>{'|'.join(map(re.escape, ends))})s?(?!\w)", re.IGNORECASE)


@cache
def _we_who_grant(language: str) -> re.Pattern[str]:
    words = load_lexicon(language)
    return re.compile(
        rf"(?<!\w)(?P<we>{words.alternation('actors.we')})\s(?:\w+\s){{0,2}}?(?:{words.alternation('flows.deciding')})(?!\w)",
        re.IGNORECASE,
    )
