"""Organisations by the shape of their names: what no table knows («Torsjö Bygdegårdsförening», «Region X», «Y Oy») is found all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.facts.gazetteer import Gazetteer
from graphkit.facts.words import Word, phrase_at, phrases, word_group, word_map

_MUNICIPAL = frozenset(["kommun", "kommuns", "kommune", "kommunes", "stad", "stads", "municipality"])
_LINKS = frozenset(["i", "på", "för", "of", "in", "vid", "till", "for"])
_INNER = frozenset(["i", "of", "för", "for", "de", "av", "and", "och", "&", "in", "på", "the"])
_WEAK = frozenset(
    [
        "centrum",
        "center",
        "hamn",
        "hamnar",
        "råd",
        "partnerskap",
        "nätverk",
        "förvaltning",
        "administration",
        "regering",
        "förening",
        "bibliotek",
        "sjukhus",
        "energi",
        "akademi",
        "kommitté",
        "kooperativ",
        "institut",
        "föreningar",
        "föreningarna",
        "museet",
        "föreningen",
        "universitetet",
        "högskolan",
        "departement",
        "service",
        "board",
        "council",
        "group",
        "company",
        "union",
        "fund",
        "bank",
        "authority",
        "agency",
        "town",
    ]
)
_STRONG_ENDINGS = [
    "verket",
    "myndigheten",
    "departementet",
    "inspektionen",
    "ämbetet",
    "universitetet",
    "handelskammaren",
    "kulturfonden",
    "stiftelsen",
    "förmedlingen",
]
_AFTER_ADJECTIVE = [
    "rådet",
    "fonden",
    "stiftelsen",
    "institutet",
    "akademin",
    "förbundet",
    "föreningen",
    "sällskapet",
    "kyrkan",
    "museet",
    "banken",
    "staten",
    "regeringen",
]


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of words that is shaped like the name of an organisation: words[first:last]."""

    first: int
    last: int
    type: str
    rule: str
    confidence: float


def find_shapes(words: Sequence[Word], gazetteer: Gazetteer) -> Iterator[Shape]:
    """All shapes in a text's words; they may overlap, the caller takes the longest.

    >>> from graphkit.facts.gazetteer import load_gazetteer
    >>> from graphkit.facts.words import words_of
    >>> words = words_of("Även Torsjö Bygdegårdsförening och länsstyrelsen i Skåne bidrar, liksom Fjärrnät i Boda AB.")
    >>> [(" ".join(w.text for w in words[s.first : s.last]), s.type) for s in find_shapes(words, load_gazetteer(actors=False))]
    [('Torsjö Bygdegårdsförening', 'association'), ('länsstyrelsen i Skåne', 'county-board'), ('Fjärrnät i Boda AB', 'company')]
    """
    for index, word in enumerate(words):
        if shape := _after_head(words, index, gazetteer):
            yield shape
        if (
            (shape := _before_legal(words, index))
            or (shape := _before_tail(words, index, gazetteer))
            or (word.text[-1:] in "mntgrs" and (shape := _by_ending(words, index, gazetteer)))
        ):
            yield shape


def _is_name_word(word: Word) -> bool:
    return word.capital or (word.text[0].isdigit() and any(char.isalpha() for char in word.text))


def _after_head(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
    heads = phrases("actors.heads")
    length, type_ = phrase_at(words, index, heads)
    if not length and not words[index].capital:
        length, type_ = phrase_at([_capitalised(words[index])], 0, heads)
    if not length:
        return None
    last = index + length
    if last + 1 < len(words) and words[last].text in _LINKS and words[last].joined and _opens(words, last + 1):
        last += 1
    first_name = last
    while (
        last < len(words)
        and (_opens(words, last))
        and (last == first_name or words[last].text not in word_map("actors.heads"))
    ):
        last += 1
    if last == first_name:
        return None
    # a list of names that a break has joined: only what is known as a place stays with the head
    last = _known_end(words, first_name, last, gazetteer) or last
    if last < len(words) and words[last].joined and words[last].text in ("län", "läns", "län:s", "County"):
        last += 1
    legal, legal_type = (
        phrase_at(words, last, phrases("actors.legal"), 3) if last < len(words) and words[last].joined else (0, "")
    )
    return Shape(index, last + legal, legal_type or type_, "actor.head", 0.9)


def _capitalised(word: Word) -> Word:
    return Word(word.start, word.end, word.text[0].upper() + word.text[1:], word.first, word.joined)


def _opens(words: Sequence[Word], index: int) -> bool:
    return words[index].joined and not words[index].first and _is_name_word(words[index])


def _known_end(words: Sequence[Word], first: int, last: int, gazetteer: Gazetteer) -> int | None:
    for end in range(last, first, -1):
        if gazetteer.region(" ".join(word.text for word in words[first:end])):
            return end
    return None


def _back(words: Sequence[Word], index: int, *, inner: bool, limit: int = 7) -> int:
    """The first word of a name that ends before `index`; `inner` allows small words inside («Tekniska verken i Y AB»)."""
    first = index
    while first > 0 and index - first < limit and words[first].joined and not words[first].first:
        before = words[first - 1]
        if _is_name_word(before) and not before.text[0].isdigit():
            first -= 1
        elif inner and first < index and before.text in _INNER and first > 1 and before.joined and not before.first:
            noun = words[first - 2]
            if _is_name_word(noun) or (
                first > 2
                and noun.joined
                and not noun.first
                and noun.text.endswith(("en", "et"))
                and words[first - 3].capital
            ):
                first -= 2
            else:
                break
        elif (
            inner
            and before.text.endswith("a")
            and first > 1
            and before.joined
            and not before.first
            and words[first - 2].capital
            and len(before.text) > 4
        ):
            first -= 1
        else:
            break
    while first < index and (words[first].text in word_group("actors.no-start") or not words[first].capital):
        first += 1
    return first


def _before_legal(words: Sequence[Word], index: int) -> Shape | None:
    length, type_ = phrase_at(words, index, phrases("actors.legal"), 3)
    if not length or not words[index].joined or words[index].first:
        return None
    first = _back(words, index, inner=True)
    return Shape(first, index + length, type_, "actor.legal-form", 0.95) if first < index else None


def _before_tail(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
    word = words[index]
    if word.first or not word.joined or index == 0:
        return None
    length, type_ = phrase_at(words, index, phrases("actors.tails"), 3)
    low = word.low
    if not length:
        ending = max(
            (tail for tail in word_map("actors.tails") if len(tail) > 4 and low.endswith(tail)), key=len, default=""
        )
        type_ = word_map("actors.tails").get(ending, "")
        if not type_ and low[-1] == "s":
            length, type_ = phrase_at(
                [Word(word.start, word.end, word.text[:-1], False, True)], 0, phrases("actors.tails")
            )
        if not type_:
            return None
        length = 1
    municipal = low in _MUNICIPAL
    first = _back(words, index, inner=not municipal, limit=3 if municipal else 7)
    if first == index:
        return None
    last = index + length
    if municipal:
        known = [
            start for start in range(first, index) if gazetteer.region(" ".join(w.text for w in words[start:index]))
        ]
        first = known[0] if known else first
    elif (
        word.capital
        and last + 1 < len(words)
        and words[last].text in ("of", "for")
        and words[last].joined
        and _opens(words, last + 1)
    ):
        last += 2
        while last < len(words) and (
            _opens(words, last) or (words[last].text == "and" and last + 1 < len(words) and _opens(words, last + 1))
        ):
            last += 1
    weak = low in _WEAK
    if weak and low in ("centrum", "center") and gazetteer.region(" ".join(w.text for w in words[first:index])):
        return None
    return Shape(first, last, type_, "actor.tail", 0.5 if weak else 0.9)


def _by_ending(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
    word = words[index]
    text = word.text[:-1] if word.text.endswith("s") else word.text
    endings = word_map("actors.endings")
    ending = max((ending for ending in endings if text.endswith(ending)), key=len, default="")
    if not ending or text in word_group("actors.ordinary-words"):
        return None
    first, confidence = index, 0.8
    before = words[index - 1] if index and word.joined and not word.first else None
    adjective = (
        before is not None
        and before.capital
        and before.text.endswith("a")
        and before.text not in word_group("actors.no-start")
    )
    if word.capital:
        if len(text) - len(ending) < 2 and not adjective:
            return None
        if word.first:
            confidence = 0.6 if ending in _STRONG_ENDINGS else 0.3
        if adjective:
            first = index - 1
    elif adjective and any(text.endswith(x) for x in _AFTER_ADJECTIVE):
        first, confidence = index - 1, 0.6
    else:
        return None
    last = index + 1
    if (
        not word.text.endswith("s")
        and last + 1 < len(words)
        and words[last].text in ("i", "på", "för")
        and _opens(words, last + 1)
    ):
        end = last + 1
        while end < len(words) and _opens(words, end):
            end += 1
        known = _known_end(words, last + 1, end, gazetteer)
        name = " ".join(w.text for w in words[first : index + 1])
        if known and gazetteer.actor(name) is None:
            last = known + (
                1 if known < len(words) and words[known].joined and words[known].text in ("län", "läns") else 0
            )
    return Shape(first, last, endings[ending], "actor.ending", confidence)
