"""Organisations by the shape of their names: what no table knows («Torsjö Bygdegårdsförening», «Region X», «Y Oy») is found all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graphkit.facts.gazetteer import Gazetteer
from graphkit.facts.words import Word, follows, phrase_at, phrases, word_group, word_map

_LINKS = ("i", "på", "för", "of", "in", "vid", "till", "for")
_INNER = ("i", "of", "för", "for", "de", "av", "in", "på", "the", "von", "la")


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of words that is shaped like the name of an organisation: words[first:last]."""

    first: int
    last: int
    type: str
    rule: str
    confidence: float


def find_shapes(text: str, words: Sequence[Word], gazetteer: Gazetteer, offset: int = 0) -> Iterator[Shape]:
    """All shapes in a text's words; they may overlap, the caller takes the longest.

    >>> from graphkit.facts.gazetteer import load_gazetteer
    >>> from graphkit.facts.words import words_of
    >>> text = "Även Torsjö Bygdegårdsförening och länsstyrelsen i Skåne bidrar, liksom Fjärrnät i Boda AB."
    >>> shapes = find_shapes(text, words_of(text), load_gazetteer(actors=False))
    >>> [(" ".join(w.text for w in words_of(text)[s.first : s.last]), s.type) for s in shapes]
    [('Torsjö Bygdegårdsförening', 'association'), ('länsstyrelsen i Skåne', 'county-board'), ('Fjärrnät i Boda AB', 'company')]
    """
    for index, word in enumerate(words):
        if shape := _after_head(words, index, gazetteer):
            yield shape
        if (
            (shape := _before_legal_form(words, index))
            or (shape := _before_tail(words, index, gazetteer))
            or (word.text[-1:] in "amntgrs" and (shape := _by_ending(words, index, gazetteer)))
        ):
            yield shape
        if word.text.isupper() and (shape := _spelled_out(text, words, index, offset)):
            yield shape
        if shape := _definite_in_place(words, index, gazetteer):
            yield shape
        if shape := _fixed(words, index):
            yield shape


def _is_place(words: Sequence[Word], gazetteer: Gazetteer) -> bool:
    return bool(words) and bool(gazetteer.region(" ".join(word.text for word in words)))


def _known_end(words: Sequence[Word], first: int, last: int, gazetteer: Gazetteer) -> int | None:
    """The end of the longest known place that begins at `first`."""
    return next((end for end in range(last, first, -1) if _is_place(words[first:end], gazetteer)), None)


def _capitals_end(words: Sequence[Word], first: int) -> int:
    """The end of the run of capitalised words from `first` on that no break and no other head interrupts."""
    last = first
    while (
        follows(words, last)
        and words[last].named
        and last - first < 12
        and (last == first or words[last].text not in word_map("actors.heads"))
    ):
        last += 1
    return last


# ----------------------------------------------------------------------------------------- the head comes first


def _after_head(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
    """«Region X», «länsstyrelsen i X län», «University of X», «Stiftelsen X AB»."""
    heads = phrases("actors.heads")
    length, type_ = phrase_at(words, index, heads)
    if not length and not words[index].capital:
        head = words[index]
        if head.text != "region" and not head.text.endswith(("n", "t")):
            return None
        length, type_ = phrase_at([replace(head, text=head.text[0].upper() + head.text[1:])], 0, heads)
    if not length:
        return None
    first = index + length
    if (
        words[index].low != "region"
        and follows(words, first + 1)
        and words[first].joined
        and words[first].text in _LINKS
        and words[first + 1].named
    ):
        first += 1
    last = _capitals_end(words, first)
    if last == first:
        return None
    place = _known_end(words, first, last, gazetteer)
    if place is None and words[index].text == "region":
        return None
    if place is not None:
        last = place
        if (follows(words, last) and words[last].text in ("län", "läns", "län:s", "County")) or (
            follows(words, last) and words[last].text in word_group("actors.extensions")
        ):
            last += 1
    if follows(words, last):
        legal, legal_type = phrase_at(words, last, phrases("actors.legal"))
        if not legal and place is not None:
            # «Almi Gävle Dala AB»: a legal form after further capitals still ends the name
            end = _capitals_end(words, last)
            legal, legal_type = phrase_at(words, end, phrases("actors.legal")) if follows(words, end) else (0, "")
            last = end if legal else last
        last, type_ = last + legal, legal_type or type_
    return Shape(index, last, type_, "actor.head", 0.9)


# ------------------------------------------------------------------------------------------- the tail comes last


def _begin(words: Sequence[Word], index: int, *, inner: bool, limit: int = 7) -> int:
    """The first word of a name that ends before `index`; `inner` allows small words inside («Tekniska verken i Y AB»)."""
    first = index
    while first > 0 and index - first < limit and follows(words, first):
        before = words[first - 1]
        linked = first > 1 and follows(words, first - 1)
        if before.capital:
            first -= 1
        elif (linked and before.text in word_group("actors.name-genitives") and words[first - 2].capital) or (
            linked and inner and first < index and before.text in _INNER and words[first - 2].capital
        ):
            first -= 2
        elif (
            linked
            and inner
            and first < index
            and before.text in _INNER
            and words[first - 2].text.endswith(("en", "et"))
            and first > 2
            and follows(words, first - 2)
            and words[first - 3].capital
        ):
            first -= 3
        elif linked and inner and len(before.text) > 4 and before.text.endswith("a") and words[first - 2].capital:
            first -= 2
        else:
            break
    while first < index and (words[first].text in word_group("actors.no-start") or not words[first].capital):
        first += 1
    return first


def _before_legal_form(words: Sequence[Word], index: int) -> Shape | None:
    """«X AB», «Tekniska verken i X AB», «X ek. för.»"""
    length, type_ = phrase_at(words, index, phrases("actors.legal"))
    if not length or not follows(words, index):
        return None
    first = _begin(words, index, inner=True)
    return Shape(first, index + length, type_, "actor.legal-form", 0.95) if first < index else None


@lru_cache(maxsize=20_000)
def _tail_of(word: str) -> tuple[str, str]:
    """The tail that a word is or ends with, without its genitive, and its type: («bygdegårdsförening», «association»)."""
    tails = word_map("actors.tails")
    low = word.lower()
    for form in (low, low[:-1] if low.endswith("s") else ""):
        if form in tails:
            return form, tails[form]
        ending = max((tail for tail in tails if len(tail) > 4 and form.endswith(tail)), key=len, default="")
        if ending and ending not in word_group("actors.no-compound-tails"):
            return form, tails[ending]
    return "", ""


@lru_cache(maxsize=20_000)
def _ending_of(word: str) -> str:
    """The ending by which a single word is a body, empty for none and for common nouns: «verket» of «Vattenverket»."""
    if word in word_group("actors.ordinary-words") or word in word_map("actors.bare"):
        return ""
    return max((ending for ending in word_map("actors.endings") if word.endswith(ending)), key=len, default="")


def _tail_at(words: Sequence[Word], index: int) -> tuple[int, str, str]:
    """How many words from `index` on are a tail, the tail itself without its genitive, and its type."""
    length, type_ = phrase_at(words, index, phrases("actors.tails"))
    if length:
        return length, words[index].low, type_
    tail, type_ = _tail_of(words[index].text)
    return (1, tail, type_) if tail else (0, "", "")


def _before_tail(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
    """«Sundsvalls kommun», «Luleå tekniska universitet», «X Bygdegårdsförening», «Pskov läns administration», «X Municipality»."""
    if not follows(words, index):
        return None
    length, tail, type_ = _tail_at(words, index)
    if not length:
        return None
    inner = type_ != "region" or not words[index].capital
    municipal = type_ == "municipality" and tail not in word_group("actors.no-compound-tails")
    first = _begin(words, index, inner=inner and not municipal, limit=3 if municipal else 7)
    if first == index:
        return None
    last = index + length
    if municipal:
        first = next((start for start in range(first, index) if _is_place(words[start:index], gazetteer)), first)
    elif words[index].capital and follows(words, last + 1) and words[last].joined and words[last].text in ("of", "for"):
        last = _capitals_end(words, last + 1)
    elif type_ == "university" and follows(words, last) and words[last].text == "Campus":
        last = _capitals_end(words, last)
    weak = tail in word_group("actors.weak-tails")
    if weak and not words[index].capital and not _owned(words, first, index, gazetteer):
        return None
    if tail in ("centrum", "center", "hamn") and _is_place(words[first:index], gazetteer):
        return None
    return Shape(first, last, type_, "actor.tail", 0.6 if weak else 0.9)


def _owned(words: Sequence[Word], first: int, index: int, gazetteer: Gazetteer) -> bool:
    """Whether a common noun is a name by what stands before it: a genitive («Ålands lagting»), a county («X läns …»), an adjective."""
    before = words[index - 1]
    if before.text in word_group("actors.name-genitives"):
        return True
    return (
        index - first <= 3
        and before.capital
        and (_is_place(words[first:index], gazetteer) or before.text.endswith(("iska", "ska")))
    )


# -------------------------------------------------------------------------------------------- single words and more


def _by_ending(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
    """«Skogsstyrelsen», «Svenska kulturfonden», «Hälsoteknikcentrum Halland», «Kooperativa utvecklingscentret i Norrbotten»."""
    word = words[index]
    endings = word_map("actors.endings")
    text = word.text[:-1] if word.text.endswith("s") else word.text
    ending = _ending_of(text)
    if not ending:
        return None
    before = words[index - 1] if follows(words, index) else None
    adjective = (
        before is not None
        and before.capital
        and before.text.endswith("a")
        and before.text not in word_group("actors.no-start")
        and len(before.text) > 4
    )
    first, confidence = index - adjective, 0.8
    if not word.capital and not (adjective and (len(text) > len(ending) or len(ending) > 8)):
        return None
    if word.capital and len(text) - len(ending) < 2 and not adjective:
        return None
    if words[first].first:
        confidence = 0.7 if ending in word_group("actors.strong-endings") else 0.3
    last = index + 1
    if not word.text.endswith("s") and follows(words, last):
        linked = words[last].text in ("i", "på", "för") and ending.endswith(("en", "et", "na", "an"))
        begin = last + linked
        if follows(words, begin) and words[begin].named:
            end = _capitals_end(words, begin)
            place = _known_end(words, begin, end, gazetteer)
            if place is not None and gazetteer.actor(" ".join(w.text for w in words[first:last])) is None:
                last = place + (follows(words, place) and words[place].text in ("län", "läns"))
                confidence = max(confidence, 0.6)
    return Shape(first, last, endings[ending], "actor.ending", confidence)


def _spelled_out(text: str, words: Sequence[Word], index: int, offset: int) -> Shape | None:
    """«Internationellt centrum för fred och rätt (ICFR)»: the words before a bracket whose initials the abbreviation has."""
    letters = [char.lower() for char in words[index].text if char.isalpha()]
    start = words[index].start - offset
    if not 3 <= len(letters) <= 8 or text[max(0, start - 2) : start] != " (" or index == 0:
        return None
    first, wanted = index, list(letters)
    while first > 0 and index - first < 2 * len(letters) and wanted:
        before = words[first - 1]
        if first < index and not follows(words, first):
            return None
        if before.low[0] == wanted[-1]:
            wanted.pop()
        elif before.text not in (*_LINKS, "och", "and", "av", "the"):
            return None
        first -= 1
    if wanted or not words[first].capital or words[first].text in word_group("actors.no-start"):
        return None
    types = [type_ for i in range(first, index) for size, _, type_ in [_tail_at(words, i)] if size]
    types += [
        type_
        for word in words[first:index]
        for end, type_ in word_map("actors.endings").items()
        if word.low.endswith(end)
    ]
    return Shape(first, index, types[0] if types else "other", "actor.spelled-out", 0.8 if types else 0.4)


def _definite_in_place(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
    """«Folkhälsan i Vasa»: a definite noun with a capital inside a sentence, and the place where it is."""
    text = words[index].text
    if (
        not words[index].capital
        or len(text) < 7
        or not text.endswith(("an", "en", "et", "na"))
        or text in word_map("actors.bare")
    ):
        return None
    if text in word_group("actors.no-start") | word_group("actors.ordinary-words") or text.endswith(
        tuple(word_group("regions.place-endings"))
    ):
        return None
    if (
        not follows(words, index + 1)
        or words[index + 1].text != "i"
        or not follows(words, index + 2)
        or gazetteer.region(text)
    ):
        return None
    last = _known_end(words, index + 2, _capitals_end(words, index + 2), gazetteer)
    return None if last is None else Shape(index, last, "other", "actor.definite", 0.3 if words[index].first else 0.5)


def _fixed(words: Sequence[Word], index: int) -> Shape | None:
    """«norska staten»: names that no capital shows."""
    length, type_ = phrase_at(words, index, phrases("actors.fixed"))
    return Shape(index, index + length, type_, "actor.fixed", 0.8) if length else None
