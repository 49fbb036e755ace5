"""A body's name as a bag of words that is the same in Swedish and English, definite or not, whatever the order: what two wordings share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from graphkit.identities.forms import core_name, plain_name
from graphkit.lexicon import languages, load_lexicon
from graphkit.reference import load_regions

_LONGEST = 4
"""The most words that one phrase of the lexicon or one place's name has."""
_OF_COUNTIES = ("region", "county-board")
"""Kinds of bodies of which a county has one each: «län» in their names says nothing more."""


@lru_cache(maxsize=200_000)
def word_bag(name: str, kind: str = "") -> tuple[str, ...]:
    """A name's words, sorted, in Swedish and without endings of the definite form; a county's bodies lose the word «län».

    >>> word_bag("University of Vilnius") == word_bag("Vilnius universitet")
    True
    >>> word_bag("Landstinget i Värmlands län", "region") == word_bag("Värmlands landsting", "region")
    True
    >>> word_bag("Government of the Republic of Karelia") == word_bag("Kareliska republikens regering")
    True
    >>> word_bag("Energikontoret Skog") == word_bag("Energikontor Skog"), word_bag("LAG Skog") == word_bag("Leader Skog")
    (True, True)
    """
    words = core_name(name, kind if kind == "municipality" else "").split()
    found: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            if (said := _same_words().get(phrase)) is not None:
                found += said.split()
                break
        else:
            length = 1
            found.append(_indefinite(words[at]))
        at += length
    if kind in _OF_COUNTIES and len(left := [word for word in found if word not in ("lan", "lans")]) > 1:
        found = left
    return tuple(sorted(found))


def is_place(word: str) -> bool:
    """Whether a word of a bag is a place's name."""
    return word in _places()


def _indefinite(word: str) -> str:
    """A plain word without a Swedish definite ending; what matters is that both forms come out alike, not that it is a word.

    >>> [_indefinite(word) for word in ("energikontoret", "energikontor", "stiftelsen", "stiftelse", "hogskolan", "norr")]
    ['energikontor', 'energikontor', 'stiftels', 'stiftels', 'hogskol', 'norr']
    """
    for ending in ("et", "en", "an", "e", "a", "n"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def _places() -> frozenset[str]:
    return frozenset(_indefinite(plain_name(x.name_sv.partition(" (")[0])) for x in load_regions() if x.name_sv)


@cache
def _same_words() -> Mapping[str, str]:
    """Phrases of any language with the words that stand for them in all: those of the lexicon, and names of places with their Swedish ones."""
    found: dict[str, str] = {}
    for region in load_regions():
        swedish = " ".join(_indefinite(word) for word in plain_name(region.name_sv.partition(" (")[0]).split())
        for name in (region.name_local, region.name_en):
            if name and plain_name(name.partition(" (")[0]) and region.type != "macro":
                found[plain_name(name.partition(" (")[0])] = swedish
    for language in languages():
        for phrase, said in load_lexicon(language).mapping("identities.same-words").items():
            found[plain_name(phrase)] = " ".join(_indefinite(word) for word in plain_name(said).split())
    return found
