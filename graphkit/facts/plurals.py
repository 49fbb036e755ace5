"""Plural words that stand for actors named before: «kommunerna», «de fyra ägarkommunerna», «båda», «the partners»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graphkit.facts.groups import Group
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.wordpatterns import word_starts

_ANY = "any"


def find_plurals(reading: Reading, index: int, before: Sequence[Group]) -> tuple[Group, ...]:
    """The plural words of a unit as groups; those that the text before doesn't tell have no names. `before` are the groups of all units before.

    Words right before the names themselves («kommunerna Nybro och Emmaboda») are none.
    """
    unit = reading.units[index]
    names = reading.actors[index]
    found: list[Group] = []
    if not any(word.endswith(_endings(reading.lexicon)) for word in word_starts(unit.text)):
        return ()
    for match in _pattern(reading.lexicon.language).finditer(unit.text):
        start, end = unit.start + match.start(), unit.start + match.end()
        if any(name.start - 4 <= end and start <= name.end + 2 for name in names):
            continue
        if match["verb"] is not None:
            group = _pair(before, unit, None if match["pronoun"].casefold() in ("de", "they") else 2)
        else:
            group = _meant(match, reading, index, before)
        if group is not None:
            end = unit.start + match.start("verb") if match["verb"] is not None else end
            found.append(Group(group, start, end, ""))
    return tuple(found)


def _meant(match: re.Match[str], reading: Reading, index: int, before: Sequence[Group]) -> tuple[Name, ...] | None:
    lexicon = reading.lexicon
    kinds = lexicon.mapping("roles.plurals")
    kind = kinds[match["noun"].casefold()]
    count = _count(match, lexicon)
    if kind == _ANY:
        return ()
    others = bool(match["others"])
    here = {name.key for name in reading.actors[index]}
    if not others:
        for group in reversed(before):
            members = _of_type(group.names, kind)
            if len(members) >= 2 and count in (None, len(members)):
                return members
    focus = reading.focus[index]
    named = _of_type(
        [
            n
            for i, names in enumerate(reading.actors)
            if reading.focus[i] == focus
            for n in names
            if n.rule != "actor.place"
        ],
        kind,
    )
    named = tuple(n for n in named if not others or n.key not in here)
    return named if len(named) >= 2 and count == len(named) else ()


def _pair(before: Sequence[Group], unit: Unit, count: int | None) -> tuple[Name, ...] | None:
    """«Båda», «De» at the start of a sentence: the group of the sentence before it."""
    last = before[-1] if before else None
    if last is None or not 0 < unit.start - last.end < 200:
        return None
    members = tuple({name.key: name for name in last.names}.values())
    return members if len(members) == count or (count is None and len(members) > 1) else None


def _of_type(names: Sequence[Name], kind: str) -> tuple[Name, ...]:
    """The names of a type («municipality»), or with a stem in them («~muse»), each once."""
    stem = kind.removeprefix("~")
    return tuple({n.key: n for n in names if (n.type == kind if stem == kind else stem in n.name.casefold())}.values())


def _count(match: re.Match[str], lexicon: Lexicon) -> int | None:
    word = (match["count"] or "").casefold()
    if match["both"]:
        return 2
    if word.isdigit():
        return int(word)
    return int(lexicon.mapping("money.numerals")[word]) if word else None


@cache
def _endings(lexicon: Lexicon) -> tuple[str, ...]:
    """What the last word of a match ends with, or the first word of it is."""
    nouns = (*lexicon.longest_first("roles.plurals"), *lexicon.longest_first("roles.both"), "de", "they")
    return tuple(sorted({re.findall(r"\w+", noun)[-1].lower() for noun in nouns}))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = load_lexicon(language)
    verbs = "|".join(words.alternation(f"roles.{group}-verbs") for group in ("owner", "partner", "funder"))
    return re.compile(
        rf"""(?<!\w)(?:
            (?:(?P<both>{words.alternation("roles.both")})\s+)?(?:(?:{words.alternation("roles.all")})\s+)?
            (?:(?P<others>{words.alternation("roles.others")})\s+)?
            (?:(?P<count>\d\d?|{words.alternation("money.numerals")})\s+)?
            (?:(?:{words.alternation("roles.taking-part")})\s+)?
            \w*?(?P<noun>{words.alternation("roles.plurals")})                 # de fyra ägarkommunerna
          | (?P<pronoun>^(?:{words.alternation("roles.both")}|de|they))\s+(?P<verb>(?:{verbs}))   # Båda bidrar
        )(?!\w)""",
        re.VERBOSE | re.IGNORECASE,
    )
