"""The type of a body by the words of its name, and which capitals are a person instead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from graphkit.facts.words import Word, word_group, word_map, words_of


@lru_cache(maxsize=20_000)
def worded_type(name: str) -> str:
    """The type that a word of the name states, whatever a table says; empty for none.

    >>> worded_type("Visit Fjällnära AB"), worded_type("Nätverket Nordan"), worded_type("Visit Fjällnära")
    ('company', 'network', '')
    """
    words = words_of(name)
    for word in reversed(words):
        for ending, type_ in word_map("actors.type-words").items():
            if word.text == ending or (len(ending) > 4 and word.low.endswith(ending)):
                return type_
    return ""


@lru_cache(maxsize=20_000)
def kind_of(name: str) -> str:
    """The type of a body by its name's last telling word, else its first: «Umeå hamn», «Stiftelsen X», «Landskapsregeringen»; «other» for none.

    >>> kind_of("Norrby hamn"), kind_of("Regionförbundet"), kind_of("Fiskmarknadsbolaget"), kind_of("Eken r.f."), kind_of("Solros")
    ('company', 'region', 'company', 'association', 'other')
    """
    words = words_of(name)
    for word in reversed(words):
        if type_ := _type_of(word):
            return type_
    return "other"


def _type_of(word: Word) -> str:
    tails, endings = word_map("actors.tails"), word_map("actors.endings")
    for table in (word_map("actors.legal"), tails, word_map("actors.bare"), word_map("actors.heads")):
        if word.text in table:
            return table[word.text]
    low = word.low.removesuffix("s")
    if low in tails:
        return tails[low]
    ending = max((e for e in endings if low.endswith(e)), key=len, default="")
    if ending:
        return endings[ending]
    tail = max((t for t in tails if len(t) > 5 and low.endswith(t)), key=len, default="")
    return tails[tail] if tail else ""


def is_person(words: Sequence[Word]) -> bool:
    """Whether capitalised words are a person's name: a common given name first, no word of a body behind it.

    >>> from graphkit.facts.words import words_of
    >>> is_person(words_of("Anna Exempelsson")), is_person(words_of("Anna Lindhs stiftelse")), is_person(words_of("Sparbanken Nord"))
    (True, False, False)
    """
    if not words or len(words) > 4 or words[0].text.removesuffix("s") not in word_group("actors.given-names"):
        return False
    return not any(_type_of(word) for word in words[1:])
