"""How far a project's name reaches in running text: «projektet Småföretag i skogen startar i vår» holds «Småföretag i skogen»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.lexicon import Lexicon

_TOKEN = re.compile(r"\S+")
_OPENING = {"”": '”“"', "“": '”“"', '"': '"”', "«": "»", "»": "«»", "‘": "’‘", "’": "’", "'": "'", "„": '“”"', "*": "*"}
_HARD_END = re.compile(r"[,;.:!?)\]]+$")
_DASHES = {"–", "-", "—", "&", "+", "/"}
_SMALL = frozenset(
    [
        "i",
        "på",
        "för",
        "och",
        "åt",
        "av",
        "till",
        "vid",
        "mot",
        "över",
        "utan",
        "med",
        "the",
        "of",
        "for",
        "in",
        "and",
        "on",
        "at",
        "a",
        "de",
        "la",
        "från",
        "om",
    ]
)
_WEAK_JOINTS = frozenset(["med", "av", "från", "till", "om", "at", "in", "a", "on"])  # join capitals only
_DETERMINERS = frozenset(["den", "det", "en", "ett", "de", "dess", "sin", "sina", "sitt", "this", "an", "its", "their"])
_PASSIVE = re.compile(r"\w{3,}(ades|ats|erades|eras|eades|ttes|ldes|rdes|nades)$")
_PRESENT = re.compile(r"\w{2,}(ar|er)$")
_LONGEST = 10


def quoted_end(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """Start and end of what stands within quotation marks that open at `start`; None where none opens or closes within 90 characters.

    >>> quoted_end("projektet ”Trygg hemma” startar", 10, 31)
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
    >>> text = "Projektet heter Småföretag i skogen och startar i vår."
    >>> text[16:name_end(text, 16, len(text), load_lexicon("sv"))]
    'Småföretag i skogen'
    """
    stops = frozenset(lexicon.words("projects.stop-words"))
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text, start, limit)][: _LONGEST + 1]
    if not tokens or tokens[0][0] != start or not _can_begin(text[start : tokens[0][1]]):
        return None
    ends = _shape(text, tokens, stops)
    if not ends:
        return None
    shape = ends[-1]
    known = [end for end in ends if _recurs(text, start, end)]
    if known and known[-1] < shape:
        rest = text[known[-1] : shape].split()
        if rest and not rest[0][:1].isupper():
            return known[-1]
    return shape


def _can_begin(token: str) -> bool:
    first = token.lstrip("(")[:1]
    return first.isupper() or first.isdigit() or first in "#@" or any(char.isupper() for char in token[1:2])


def _shape(text: str, tokens: Sequence[tuple[int, int]], stops: frozenset[str]) -> list[int]:
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
        if index and bare == lower and (lower in stops and not _joins(text, tokens, index, stops)):
            break
        if index and bare == lower and lower not in _SMALL and bare not in _DASHES and _is_verb(lower, before):
            break
        if lower in _DETERMINERS and index:
            break
        if not index or (bare not in _DASHES and lower not in _SMALL):
            ends.append(begin + len(bare))
        elif bare not in _DASHES and lower in _SMALL and not _joins(text, tokens, index, stops):
            break
        if hard:
            break
        before = bare
    return ends


def _joins(text: str, tokens: Sequence[tuple[int, int]], index: int, stops: frozenset[str]) -> bool:
    """Whether a small word goes on with the name: a capital, or a word that is no verb, follows it."""
    word = text[slice(*tokens[index])]
    if word not in _SMALL or index + 1 >= len(tokens):
        return False
    following = text[slice(*tokens[index + 1])].rstrip(".,;:!?)")
    if following[:1].isupper():
        return True
    lower = following.casefold()
    if word in _WEAK_JOINTS or following[:1].isdigit() or not following:
        return False
    return lower not in stops | _DETERMINERS | _SMALL and not _PASSIVE.match(lower)


def _is_verb(word: str, before: str) -> bool:
    """Whether a lower-case word after `before` reads as a finite verb: «Skogsbron gjordes», «Skärgårdsfärjan seglar», not «Nya vägar»."""
    if _PASSIVE.match(word):
        return True
    adjective = before.endswith(("a", "e")) and not before.endswith(("na", "nne"))
    return bool(_PRESENT.match(word)) and not adjective and before.casefold() not in _SMALL


def _recurs(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    if len(name) < 3:
        return False
    return any(match.start() != start for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
