"""How far a project's name reaches in running text: «projektet Hantverk i dalen startar i vår» holds «Hantverk i dalen»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from graphkit.lexicon import Lexicon

_TOKEN = re.compile(r"\S+")
_OPENING = {"”": '”“"', "“": '”“"', '"': '"”', "«": "»", "»": "«»", "‘": "’‘", "’": "’", "'": "'", "„": '“”"', "*": "*"}
_HARD_END = re.compile(r"[,;.:!?)\]]+$")
_DASHES = {"–", "-", "—", "&", "+", "/"}
_PASSIVE = re.compile(r"\w{3,}(ades|ats|erades|eras|eades|ttes|ldes|rdes|nades|vits|gits|nits|jorts|förts|ställts)$")
_PAST = re.compile(r"(?!\w*(?:arbete|möte|område|ende|både|inte)$)\w{2,}(?:te|de)$|satte|gav|tog|drog|lät$|kom$")
_PRESENT = re.compile(r"\w{2,}(ar|er)$")
_SUM = re.compile(r"\d[\d\s.,]*(?:miljon|kr\b|kronor|tkr|mkr|mnkr|euro|procent|%|€|million|SEK|EUR|NOK|per cent)")
_LONGEST = 10


def quoted_end(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """Start and end of what stands within quotation marks that open at `start`; None where none opens or closes within 90 characters.

    >>> quoted_end("projektet ”Trygg i byn” startar", 10, 31)
    (11, 22)
    """
    closing = _OPENING.get(text[start : start + 1])
    if closing is None:
        return None
    for position in range(start + 1, min(limit, start + 90)):
        if text[position] in closing:
            return (start + 1, position) if position > start + 2 else None
        if text[position] == "\n":
            return None
    return None


def name_end(text: str, start: int, limit: int, lexicon: Lexicon) -> int | None:
    """The end of the project's name that begins at `start`; None where no name can begin there.

    A name goes on over capitals, numbers and the small words between them; it ends at punctuation, at a verb or another word of the
    lexicon's `projects.stop-words`, and no later than where its longest form that stands elsewhere in the text ends.

    >>> from graphkit.lexicon import load_lexicon
    >>> text = "Projektet heter Hantverk i dalen och startar i vår."
    >>> text[16:name_end(text, 16, len(text), load_lexicon("sv"))]
    'Hantverk i dalen'
    """
    words = _words(lexicon)
    tokens = _tokens(text, start, limit)
    if not tokens or tokens[0][0] != start or not _can_begin(text[start : tokens[0][1]]):
        return None
    ends = _shape(text, tokens, words)
    if not ends:
        return None
    shape = ends[-1]
    known = [end for end in ends if end == shape or (end - start > 2 and _stands_alone(text, start, end))]
    known = [end for end in known if end < shape or stands_twice(text, text[start:shape])]
    if known and known[-1] < shape:
        rest = text[known[-1] : shape].split()
        closed = text[shape : shape + 1] in (".", ",", "", "\n") and rest[-1].isdigit()
        if not rest[0][:1].isupper() and not closed:
            return known[-1]
    return shape


@dataclass(frozen=True, slots=True)
class _Words:
    """The small words of a language that say where a name goes on and where it ends."""

    stops: frozenset[str]
    joints: frozenset[str]
    weak: frozenset[str]
    determiners: frozenset[str]
    likening: frozenset[str]
    breaks: frozenset[str]
    times: frozenset[str]
    numbers: frozenset[str]
    titles: bool
    """Whether names are written with capitals all through, so that after two of them a common word ends one."""


@cache
def _words(lexicon: Lexicon) -> _Words:
    groups = ("stop-words", "joints", "weak-joints", "determiners", "as-joints", "name-breaks", "time-words", "numbers")
    stops, joints, weak, determiners, likening, breaks, times, numbers = (
        frozenset(lexicon.words(f"projects.{group}")) for group in groups
    )
    titles = lexicon.language == "en"
    return _Words(stops, joints, weak, determiners, likening, breaks, times, numbers, titles)


def _tokens(text: str, start: int, limit: int) -> list[tuple[int, int]]:
    """The first words from a place, at most one more than a name may have."""
    tokens: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text, start, limit):
        tokens.append(match.span())
        if len(tokens) > _LONGEST:
            break
    return tokens


def _can_begin(token: str) -> bool:
    first = token.lstrip("(")[:1]
    return first.isupper() or first.isdigit() or first in "#@" or any(char.isupper() for char in token[1:2])


def _shape(text: str, tokens: Sequence[tuple[int, int]], words: _Words) -> list[int]:
    """The ends at which a name of this shape may stop, ascending."""
    ends: list[int] = []
    before = ""
    for index, (begin, end) in enumerate(tokens[:_LONGEST]):
        word = text[begin:end]
        hard = _HARD_END.search(word)
        bare = word[: hard.start()] if hard else word
        if hard and re.fullmatch(r"\d+(\.\d+)+", word):
            hard, bare = None, word
        lower = bare.casefold()
        if index and (not bare or bare[0] in '(”“"»'):
            break
        if index and bare == lower and (lower in words.stops and not _joins(text, tokens, index, words)):
            break
        if (
            index
            and bare == lower
            and lower not in words.joints
            and bare not in _DASHES
            and _is_verb(lower, before, words)
        ):
            break
        if index and bare[:1].isdigit() and _SUM.match(text, begin):
            break
        if (
            words.titles
            and index > 1
            and bare[:1].islower()
            and lower not in words.joints
            and _is_title(text, tokens[:index], words)
        ):
            break
        if index and (lower in words.determiners or bare in words.breaks):
            break
        if not index or (bare not in _DASHES and bare not in words.joints):
            ends.append(begin + len(bare))
        elif bare not in _DASHES and bare in words.joints and not _joins(text, tokens, index, words):
            break
        if hard:
            break
        before = bare
    return ends


def _is_title(text: str, tokens: Sequence[tuple[int, int]], words: _Words) -> bool:
    """Whether words are two or more with capitals and nothing but joints between: «Salt Roads of the Coast»."""
    written = [text[slice(*token)] for token in tokens]
    capitals = [word for word in written if word[:1].isupper()]
    return len(capitals) > 1 and all(word[:1].isupper() or word in words.joints or word in _DASHES for word in written)


def _joins(text: str, tokens: Sequence[tuple[int, int]], index: int, words: _Words) -> bool:
    """Whether a small word goes on with the name: a capital, or a word that is no verb, follows it."""
    word = text[slice(*tokens[index])]
    if word in words.likening:
        return _likens(text, tokens, index, words)
    if word not in words.joints or index + 1 >= len(tokens):
        return False
    following = text[slice(*tokens[index + 1])].rstrip(".,;:!?)")
    if following[:1].isupper():
        return True
    lower = following.casefold()
    if lower in words.times:
        return False
    if word in words.weak or following[:1].isdigit() or not following:
        return False
    if lower.endswith(("projektet", "projekten")):
        return False  # «Ringleden och projektet Nya spår»
    return lower not in words.stops | words.determiners | words.joints and not _PASSIVE.match(lower)


def _likens(text: str, tokens: Sequence[tuple[int, int]], index: int, words: _Words) -> bool:
    """Whether «som» leads to the last word of its clause, which is no verb: «Skogen som skafferi.», not «Skogen som växer.»"""
    last = text[slice(*tokens[index + 1])] if index + 1 < len(tokens) else ""
    if not _HARD_END.search(last) and text[tokens[index + 1][1] :].strip() if last else True:
        return False
    lower = last.rstrip(".,;:!?)").casefold()
    return lower not in words.stops and not _PRESENT.match(lower) and not _PASSIVE.match(lower)


def _is_verb(word: str, before: str, words: _Words) -> bool:
    """Whether a lower-case word after `before` reads as a finite verb: «Ängsbron gjordes», «Skärgårdsfärjan seglar», not «Nya vägar»."""
    if _PASSIVE.match(word):
        return True
    genitive = before.endswith("s") and len(before) > 4
    adjective = genitive or (before.endswith(("a", "e")) and not before.endswith(("na", "nne")))
    if before.casefold() in words.numbers:
        return False
    if _PAST.match(word) and len(before) > 3 and before.isupper():
        return True
    return bool(_PRESENT.match(word)) and not adjective and before.casefold() not in words.joints


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a beginning of a name stands elsewhere by itself: not inside another name, nor before the same next word."""
    return any(place != start for place in _alone(text, text[start:end], text[end : end + 6]))


@lru_cache(maxsize=4096)
def _alone(text: str, name: str, following: str) -> tuple[int, ...]:
    """The first two places where a name stands by itself, and before other letters than these."""
    plain = " " not in name and name[1:].islower()
    places: list[int] = []
    for place in standing(text, name):
        before = text[max(0, place - 24) : place].split()
        inside = before and before[-1][0].isupper() and before[-1][-1].isalnum() and text[place - 1] == " "
        heads = plain and text[max(0, place - 2) : place].strip() in ("", ".", "\n")
        if not inside and not heads and text[place + len(name) : place + len(name) + 6] != following:
            places.append(place)
            if len(places) == 2:
                break
    return tuple(places)


_MOST_PLACES = 200
"""Places at which a name is looked for; what stands oftener is no less known, and odd text stays quick."""


@lru_cache(maxsize=4096)
def standing(text: str, name: str) -> tuple[int, ...]:
    """The places where a name stands as whole words, in exactly these letters; the first two hundred that are looked at.

    >>> standing("Alfa, Alfabet och Alfa", "Alfa")
    (0, 18)
    """
    first = _WHOLE_WORD.search(name)
    if first is None:
        return ()
    places: list[int] = []
    for at in _word_places(text).get(first.group(), ())[:_MOST_PLACES]:
        start = at - first.start()
        before, behind = text[max(0, start - 1) : max(0, start)], text[start + len(name) : start + len(name) + 1]
        if (
            start >= 0
            and text.startswith(name, start)
            and not (before.isalnum() or behind.isalnum() or before in ("-", "_") or behind == "_")
        ):
            places.append(start)
    return tuple(places)


_WHOLE_WORD = re.compile(r"\w+")


@lru_cache(maxsize=2)
def _word_places(text: str) -> Mapping[str, list[int]]:
    """Where each word of a document stands, in its own letters."""
    places: dict[str, list[int]] = {}
    for match in _WHOLE_WORD.finditer(text):
        places.setdefault(match.group(), []).append(match.start())
    return places


def stands_twice(text: str, name: str) -> bool:
    """Whether a name stands more than once in a text."""
    return len(standing(text, name)) > 1
