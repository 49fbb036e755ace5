"""Boards and departments that act for their body: «Region Alfas arbetsutskott», «Nämnden för kultur vid Beta kommun» are the body's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graphkit.facts.reading import Name
from graphkit.facts.words import word_group
from graphkit.text import slug

_PUBLIC = ("region", "municipality", "county-board", "agency", "university", "association", "network", "eu")
_REACH = 110


def with_organs(text: str, names: Sequence[Name]) -> list[Name]:
    """The bodies, each reaching over the board of its own that stands behind its genitive, or before «vid», «i» and its name.

    So a board's deed is its body's, and the genitive that owns the board is none that stands before something else.
    """
    return list(_reaching(text, names))


def _reaching(text: str, names: Sequence[Name]) -> Iterator[Name]:
    names = _of_bodies(names)
    starts, ends = {name.start for name in names}, {name.end for name in names}
    for name in names:
        if name.type not in _PUBLIC or name.rule == "actor.contact":
            yield name
            continue
        start, end = name.start, name.end
        if name.text.endswith("s") and (behind := _behind().match(text, end, end + _REACH)):
            end = behind.end() if starts.isdisjoint(range(end, behind.end())) else end
        elif (before := _board_before(text, start)) and ends.isdisjoint(range(start - len(before) + 1, start + 1)):
            start -= len(before)
        reached = (start, end) != (name.start, name.end)
        yield replace(name, start=start, end=end, text=text[start:end], alias=False) if reached else name


def _board_before(text: str, start: int) -> str:
    """«nämnden för kultur vid » right before an offset, empty for none.

    >>> _board_before("Board of Alfa, Sverige | Beta", 25), _board_before("The Board of Alfa", 13)
    ('', 'The Board of ')
    """
    window = text[max(0, start - _REACH) : start]
    return next((found.group() for found in _before().finditer(window) if found.end() == len(window)), "")


def _of_bodies(names: Sequence[Name]) -> list[Name]:
    """The names, of which one that begins with a board is its body's: «Board of the Alfa Foundation»."""
    keys = {name.name: name for name in names}
    found: list[Name] = []
    for name in names:
        board = _before().match(name.text)
        rest = name.text[board.end() :] if board else ""
        if board is None or not rest[:1].isupper():
            found.append(name)
            continue
        body = keys.get(rest)
        key, type_ = (body.key, body.type) if body else (f"actor:{slug(rest)}", name.type)
        found.append(replace(name, key=key, name=rest, type=type_, alias=False))
    return found


def is_organ(name: Name) -> bool:
    """Whether a name begins with a board of the body: «utvecklingsnämnden i Region Alfa»."""
    head = name.text[: -len(name.name)] if name.text.endswith(name.name) else ""
    return bool(head) and bool(_before().match(head))


def has_board(words: str) -> bool:
    """Whether a board or department is among words: «Regionala utvecklingsnämnden», «Ordförande i regionstyrelsen».

    >>> has_board("Regionala utvecklingsnämnden"), has_board("Skog i sikte")
    (True, False)
    """
    return bool(_board().search(words))


@cache
def _board() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternation('actors.definite-organs')})(?!\w)", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    organs = _alternation("actors.organs")
    return re.compile(rf"\s+(?:[\wåäöÅÄÖ]+(?:[ae]n?|[st]) ){{0,2}}?(?:{organs})(?!\w)", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    organs = _alternation("actors.definite-organs")
    return re.compile(
        rf"(?<!\w)(?:(?:[Dd]en |[Tt]he )?\w+[ae] )?(?:{organs})(?:\s+(?:of|for|för)\s+[^,.;:()|]{{3,60}}?)?\s+(?:vid|i|för|hos|inom|på|at|of|in)\s+(?:the\s+)?(?=[A-ZÅÄÖ]|$)",
        re.IGNORECASE,
    )


def _alternation(group: str) -> str:
    """The words of a group; one with a hyphen before it is the end of a word («-nämnden»: «Kulturnämnden»)."""
    words = sorted(word_group(group), key=lambda word: (-len(word), word))
    return "|".join(rf"\w*{re.escape(word[1:])}" if word.startswith("-") else re.escape(word) for word in words)
