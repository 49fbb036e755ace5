"""A page's one project without a name: what the text describes it as, «an otter restoration project in the Torne Valley», or what its headline says it is to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphkit.facts.candidates import Candidate
from graphkit.facts.heads import HEADS, MONEY
from graphkit.facts.labels import label_kind
from graphkit.facts.reading import Unit
from graphkit.facts.records import BOX_LABELS
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind

_FEWEST_TOLD = 2
_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_MOST_WORDS = 12


def find_described(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    """The words for the project of a page that names none, where it goes on about «the project» and says who runs or pays it, or what it costs."""
    if not lexicon.words("projects.described-heads") or not _tells_of_one(units, lexicon):
        return
    for unit in units:
        if unit.block.kind not in (*_TEXT, *HEADS):
            continue
        for match in _described(lexicon).finditer(unit.text):
            start = _kind_start(unit.text, match.start(), lexicon)
            if start is not None:
                yield Candidate(unit.start + start, unit.start + match.end(), "project.described", 0.55)
                return
    title = next((unit for unit in units if unit.block.kind in HEADS), None)
    aim = _AIM.search(title.text) if title else None
    if title and aim and 3 <= len(aim.group(1).split()) <= _MOST_WORDS:
        yield Candidate(title.start + aim.start(1), title.start + aim.end(1), "project.described", 0.5)


def find_nameless(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    """The word for the project of a page whose fact box tells its owner and more, and that names none: «Projektet är en |förstudie| …»."""
    boxed = {label_kind(u.block.cells[0].text, lexicon) for u in units if u.block.kind is BlockKind.PAIR}
    if "owner" not in boxed or len(BOX_LABELS & boxed) < 2:
        return
    is_one = lexicon.regex(r"(?<!\w)(?:<roles.being>)\s+(?:en|ett|an?)\s+(?:[a-zåäö]+\s+)?(<projects.kinds>)(?!\w)")
    taken_up = lexicon.regex(r"(?<!\w)(<projects.one>)(?!\w)", re.IGNORECASE)
    for pattern in (is_one, taken_up):
        for unit in units:
            if unit.block.kind in _TEXT and (match := pattern.search(unit.text)):
                yield Candidate(unit.start + match.start(1), unit.start + match.end(1), "project.nameless", 0.5)
                return


def _tells_of_one(units: Sequence[Unit], lexicon: Lexicon) -> bool:
    """Whether several sentences speak of «the project», and one of them or a neighbour tells a fact of it."""
    one = lexicon.regex(r"(?<!\w)(?:<projects.one>)(?!\w)", re.IGNORECASE)
    sentences = [unit.text for unit in units if unit.block.kind in _TEXT]
    proof = lexicon.pattern(
        "roles.owner-nouns", "roles.owner-passives", "roles.funder-passives", "flows.budget", "roles.partner-passives"
    )
    noun = lexicon.regex(r"(?<!\w)(?:<projects.described-heads>)(?!\w)")
    facts = any(noun.search(text) and (MONEY.search(text) or proof.search(text)) for text in sentences)
    return facts and sum(1 for text in sentences if one.search(text)) >= _FEWEST_TOLD


@cache
def _described(lexicon: Lexicon) -> re.Pattern[str]:
    """«project» with a phrase of place or purpose behind it, if there is one."""
    heads = lexicon.alternation("projects.described-heads")
    return re.compile(
        rf"""(?<=[a-z]\s)(?:{heads})(?!\w)
        (?:\s+(?:in|on|for|of|at|along|around)\s+(?:the\s+)?(?:[a-z][\w’-]*\s+){{0,3}}?[A-ZÅÄÖ][\w’-]+(?:\s+[A-ZÅÄÖ][\w’-]+){{0,3}})?""",
        re.VERBOSE,
    )


def _kind_start(text: str, end: int, lexicon: Lexicon) -> int | None:
    """Where the words before «project» begin that say what it does: two and more that are no articles, sizes, funds or numbers."""
    plain = {*lexicon.words("projects.plain-kinds"), *lexicon.words("projects.funds")}
    start, count = end, 0
    for word in reversed(list(_WORD.finditer(text, max(0, end - _NEAR), end))):
        spaced = text[word.end() : start].isspace()
        if not spaced or word.group().casefold() in plain or count == _MOST_BEFORE:
            break
        start, count = word.start(), count + 1
    return start if count > 1 else None


_WORD = re.compile(r"(?<![\w’'-])[^\W\d_][\w-]*(?![\w’'])")
_NEAR, _MOST_BEFORE = 90, 6


_AIM = re.compile(r"\sto\s+(?:help\s+(?:to\s+)?)?([a-z]+\s+[^.:;?!]{8,90})$")
"""«… to help improve the water of Novgorod»: what a headline says that something is for."""
