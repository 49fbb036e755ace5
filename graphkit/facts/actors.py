"""Organisations by the shape of their names: what no table knows («Torsjö Bygdegårdsförening», «Region X», «Y Oy») is found all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit.facts import endings, tails
from graphkit.facts.gazetteer import Gazetteer
from graphkit.facts.shapes import Shape
from graphkit.facts.stretches import capitals_end, place_end, purpose_end, title_end
from graphkit.facts.words import Word, follows, phrase_at, phrases, word_group, word_map

_LINKS = ("i", "på", "för", "of", "in", "vid", "till", "for")
_TITLED = ("agency", "other", "network", "association")
_SEATED = ("association", "network", "other", "school")


def find_shapes(text: str, words: Sequence[Word], gazetteer: Gazetteer, offset: int = 0) -> Iterator[Shape]:
    """All shapes in a text's words; they may overlap, the caller takes the longest.

    >>> from graphkit.facts.gazetteer import load_gazetteer
    >>> from graphkit.facts.words import words_of
    >>> text = "Även Torsjö Bygdegårdsförening och länsstyrelsen i Skåne bidrar, liksom Fjärrnät i Boda AB."
    >>> shapes = find_shapes(text, words_of(text), load_gazetteer(actors=False))
    >>> [(" ".join(w.text for w in words_of(text)[s.first : s.last]), s.type) for s in shapes]
    [('Torsjö Bygdegårdsförening', 'association'), ('länsstyrelsen i Skåne', 'county-board'), ('Fjärrnät i Boda AB', 'company')]
    """
    heads, legal, lower = phrases("actors.heads"), phrases("actors.legal"), word_group("actors.lower-heads")
    for index, word in enumerate(words):
        if word.text[0].isdigit():
            continue
        if (word.text in heads or word.text in lower) and (shape := _after_head(text, words, index, gazetteer, offset)):
            yield shape
        if (
            (word.text in legal and (shape := tails.before_legal_form(words, index)))
            or (shape := tails.after_legal_form(words, index))
            or (shape := tails.before_tail(text, words, index, gazetteer, offset))
            or (word.text[-1:] in "amntgrs" and (shape := endings.by_ending(words, index, gazetteer)))
        ):
            yield shape
        if word.text.isupper() and (shape := endings.spelled_out(text, words, index, offset)):
            yield shape
        if word.capital:
            for find in (endings.definite_in_place, endings.beside_place, endings.county_region):
                if shape := find(words, index, gazetteer):
                    yield shape
            if shape := endings.programme(words, index):
                yield shape
        if shape := endings.fixed(words, index) or endings.with_purpose(words, index):
            yield shape


def _after_head(text: str, words: Sequence[Word], index: int, gazetteer: Gazetteer, offset: int) -> Shape | None:
    """«Region X», «länsstyrelsen i X län», «University of X», «Stiftelsen X AB», «Myndigheten för lokal demokrati»."""
    length, type_ = _head_at(words, index)
    if not length or (words[index].text == "Region" and follows(words, index) and words[index - 1].capital):
        return None  # «Baltic Sea Region Monitoring Committee»
    first = index + length
    if words[index].capital and words[first - 1].text in ("of", "for") and length > 1:
        first += follows(words, first + 1) and words[first].text == "the" and words[first + 1].capital
        last = title_end(text, words, first, gazetteer, offset, joint=type_ in _TITLED)
        start = index if type_ == "municipality" else tails.begin(words, index, inner=False, limit=4)
        return Shape(start, last, type_, "actor.head", 0.9) if last > first else None
    alone = length == 1 and not words[index].text.isupper() and not (follows(words, index) and words[index - 1].capital)
    if words[index].capital and alone and (last := purpose_end(words, first)) > first:
        return Shape(index, last, type_, "actor.head", 0.8)
    if (
        words[index].low != "region"
        and follows(words, first + 1)
        and words[first].text in _LINKS
        and words[first + 1].named
    ):
        first += 1
    last = capitals_end(words, first)
    if last == first:
        return None
    place = place_end(words, first, gazetteer)
    if place is None and type_ == "county-board":
        return None  # «Länsstyrelsen Skäl»
    if place is None and words[index].text not in word_map("actors.heads") and words[index].text.islower():
        return None  # «länsstyrelsen i Skåne» needs its place, «Länsstyrelsen» doesn't
    while place is not None and follows(words, place) and (further := place_end(words, place, gazetteer)):
        place = further  # «Visit Hemavan Tärnaby»
    last = _with_place(words, place) if place is not None else last
    if follows(words, last):
        last, type_ = _with_legal_form(words, last, type_, known=place is not None)
    if (
        words[last - 1].text.endswith("s")
        and follows(words, last)
        and words[last].text in word_group("actors.owned-nouns")
    ):
        last += 1  # «Stiftelsen Skogens hus»
    if place is None and type_ in _SEATED:
        last = _seat_end(words, last, gazetteer)
    return Shape(index, last, type_, "actor.head", 0.9)


def _head_at(words: Sequence[Word], index: int) -> tuple[int, str]:
    """How many words from `index` on are a head, and its type; a definite one may be lower case («länsstyrelsen i Skåne»)."""
    heads = phrases("actors.heads")
    length, type_ = phrase_at(words, index, heads)
    if not length and not words[index].capital:
        head = words[index]
        if head.text not in word_group("actors.lower-heads"):
            return 0, ""
        length, type_ = phrase_at([head.opened], 0, heads)
    return length, type_


def _with_place(words: Sequence[Word], place: int) -> int:
    """The end of a name behind its place, with «län» and the like: «Region Jönköpings län», «Region Jämtland Härjedalen»."""
    if follows(words, place) and (
        words[place].text in ("län", "läns", "län:s", "County") or words[place].text in word_group("actors.extensions")
    ):
        return place + 1
    return place


def _with_legal_form(words: Sequence[Word], last: int, type_: str, *, known: bool) -> tuple[int, str]:
    """The end and type of a name with its legal form, behind further capitals too («Almi Gävle Dala AB»)."""
    legal, legal_type = phrase_at(words, last, phrases("actors.legal"))
    if not legal and known:
        end = capitals_end(words, last)
        legal, legal_type = phrase_at(words, end, phrases("actors.legal")) if follows(words, end) else (0, "")
        last = end if legal else last
    return last + legal, legal_type or type_


def _seat_end(words: Sequence[Word], last: int, gazetteer: Gazetteer) -> int:
    """The end of a name with the area that belongs to it («Nätverket Ljusglimt i Ådalen», «Stiftelsen X i Värmland»); a town is a mere seat."""
    if not follows(words, last + 1) or words[last].text != "i" or not words[last + 1].capital:
        return last
    place = place_end(words, last + 1, gazetteer)
    if place is None:
        valley = words[last + 1].text.endswith(tuple(word_group("regions.area-endings")))
        return last + 2 if valley else last
    name = " ".join(word.text for word in words[last + 1 : place])
    return place if {region.type for region in gazetteer.region(name)} & {"county", "macro"} else last
