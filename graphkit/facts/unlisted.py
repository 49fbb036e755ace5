"""Places that no table knows: by a word that says what they are, beside known places, after a preposition, inside an adjective."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.facts.gazetteer import Gazetteer, public_code, region_key
from graphkit.facts.passages import Passage
from graphkit.facts.reading import Name
from graphkit.facts.words import Word, follows, word_group, word_map
from graphkit.reference import ReferenceRegion

_SHORT_AREA = 9
"""Letters up to which a word that ends like an area («bygden») is rather a common noun."""
_AND = ("och", "samt", "eller", "and", "or", "og", "respektive")


def _name(passage: Passage, first: int, last: int, type_: str, rule: str, confidence: float) -> Name:
    start, end = passage.words[first].start, passage.words[last - 1].end
    text = passage.between(start, end)
    return Name(
        kind="region",
        start=start,
        end=end,
        text=text,
        key=region_key(text),
        name=text,
        type=type_,
        rule=rule,
        confidence=confidence,
    )


def _capitals(words: Sequence[Word], first: int, longest: int = 3) -> int:
    last = first
    while last < len(words) and last - first < longest and words[last].capital and words[last].text[0].isalpha():
        if last > first and (not words[last].joined or words[last].first):
            break
        last += 1
    return last


def by_county_word(passage: Passage) -> Iterator[Name]:
    """«Smolensk oblast», «Velikije Luki län»."""
    for first, last in _before_words(passage.words, word_group("regions.county-tails"), 2):
        yield _name(passage, first, last, "county", "region.county-word", 0.7)


def by_area_word(passage: Passage) -> Iterator[Name]:
    """«Lake Inari», «Norrby skärgård», «Kallbygden»."""
    words = passage.words
    for index in range(len(words)):
        if last := _headed_area(words, index):
            yield _name(passage, index, last, "macro", "region.area-word", 0.7)
    areas = list(_before_words(words, word_group("regions.area-words"), 3))
    for first, last in areas:
        if not any(other > last and begin <= first for begin, other in areas):  # «Kalix River» in «Kalix River Valley»
            yield _name(passage, first, last, "city", "region.area-word", 0.7)
    endings = tuple(word_group("regions.area-tails"))
    for index, word in enumerate(words):
        if word.capital and word.low.endswith(endings) and len(word.text) > _SHORT_AREA:
            yield _name(passage, index, index + 1, "city", "region.area-word", 0.6)


def _headed_area(words: Sequence[Word], index: int) -> int:
    """The end of a water's or mountain's name that begins with what it is: «Lake Inari», «Bay of Kandalaksha»; 0 where none does."""
    if words[index].text not in word_group("regions.area-heads") or not follows(words, index + 1):
        return 0
    if index and follows(words, index) and words[index - 1].capital and not words[index - 1].first:
        return 0  # «Kalix River Valley»
    first = index + 1 + (words[index + 1].text == "of")
    last = _capitals(words, first, 2) if follows(words, first) else first
    return last if last > first else 0


def _before_words(words: Sequence[Word], tails: frozenset[str], limit: int) -> Iterator[tuple[int, int]]:
    """The capitals before one of the words that say what a place is, at most `limit` of them, with that word: «Smolensk oblast»."""
    for index, word in enumerate(words):
        if word.text not in tails or not follows(words, index):
            continue
        first = index
        while first > 0 and index - first < limit and follows(words, first) and words[first - 1].capital:
            first -= 1
        while first < index and words[first].text in word_group("actors.no-start"):
            first += 1
        if first < index:
            yield first, index + 1


def by_neighbour(passage: Passage, known: Sequence[Name]) -> Iterator[Name]:
    """An unknown capital beside known places: «Storlien eller Funäsdalen», «Limburg, Álava och Pomerania», «Jõgeva i Estland»."""
    words = passage.words
    starts = {name.start: name for name in known}
    for name in known:
        index = passage.index(name.start)
        if index is None or name.rule == "region.in-name":
            continue
        inside = follows(words, index) and words[index - 1].text in ("i", "in") and follows(words, index - 1)
        if inside and index > 1 and not words[index - 2].first and _lone(words, index - 2):
            yield _name(passage, index - 2, index - 1, "city", "region.within", 0.6)
        first = index
        while (before := _listed_before(passage, first)) is not None and words[before].start not in starts:
            yield _name(
                passage, before, before + 1, name.type if name.type == "county" else "city", "region.sibling", 0.5
            )
            first = before
        last = passage.index_from(name.end)
        while (after := _listed_after(passage, last)) is not None and words[after].start not in starts:
            end = _capitals(words, after, 2)
            yield _name(passage, after, end, name.type if name.type == "county" else "city", "region.sibling", 0.5)
            last = end


def _lone(words: Sequence[Word], index: int) -> bool:
    """Whether a word is a capitalised one that no other capital stands beside, so that it is no person's or body's last word."""
    word = words[index]
    if (
        not word.capital
        or word.low.endswith(tuple(word_group("regions.adjective-endings")))
        or not word.text.replace("-", "").isalpha()
        or word.text in word_group("actors.no-start") | word_group("regions.no-places")
    ):
        return False
    if word.text in word_map("actors.bare") or word.text.endswith(tuple(word_map("actors.endings"))):
        return False
    if word.text in word_map("regions.adjectives") or word.text[0].lower() + word.text[1:] in word_map(
        "regions.adjectives"
    ):
        return False
    if word.text in word_group("actors.ordinary-words") or word.low.endswith(
        tuple(word_group("actors.no-body-endings"))
    ):
        return False
    if word.text.isupper() or (follows(words, index) and words[index - 1].capital):
        return False
    return not word.first or index == 0 or len(word.text) > 3


def _listed_before(passage: Passage, index: int) -> int | None:
    words = passage.words
    if index == 0:
        return None
    gap = passage.between(words[index - 1].end, words[index].start)
    if re.fullmatch(r",\s|\s?–\s?", gap) and _lone(words, index - 1):
        return index - 1
    if (
        index > 1
        and words[index - 1].text in _AND
        and follows(words, index)
        and follows(words, index - 1)
        and _lone(words, index - 2)
    ):
        return index - 2
    return None


def _listed_after(passage: Passage, index: int) -> int | None:
    words = passage.words
    if index >= len(words):
        return None
    at = index + 1 if words[index].text in _AND and words[index].joined else index
    if at >= len(words) or not _lone(words, at):
        return None
    gap = passage.between(words[at - 1].end, words[at].start)
    return at if (at > index and gap == " ") or (at == index and gap == ", ") else None


_HALVES = re.compile(r"([^\W\d_]+)-\s(?:och|samt|and|og)\s([^\W\d_]+)")
_FEWEST = 4


def by_halves(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    """Both places of two that share their end: «Norr- och Västerbotten»."""
    for index, word in enumerate(passage.words):
        halves = _HALVES.fullmatch(word.text) if word.capital else None
        second = _county_or_wider(halves[2], gazetteer) if halves else None
        if halves is None or second is None:
            continue
        ends = (halves[2][at:] for at in range(1, len(halves[2]) - _FEWEST + 1))
        first = next((found for end in ends if (found := _county_or_wider(halves[1] + end, gazetteer))), None)
        if first is None:
            continue
        for (start, end), region in zip((halves.span(1), halves.span(2)), (first, second), strict=True):
            text = word.text[start:end]
            named = _name(passage, index, index + 1, region.type, "region.half", 0.8)
            yield replace(
                named,
                start=word.start + start,
                end=word.start + end,
                text=text,
                key=region_key(region.code),
                name=region.name_sv.removesuffix(" län").removesuffix("s") if text != halves[2] else text,
                code=public_code(region),
                canonical=region.name_sv if region.code.startswith("SE") else region.name_en,
                alias=text == halves[2],
            )


def _county_or_wider(name: str, gazetteer: Gazetteer) -> ReferenceRegion | None:
    return next((region for region in gazetteer.region(name) if region.type in ("county", "macro")), None)


def is_no_place(word: str) -> bool:
    """Whether a capital is no place, as its whole or its ending tells: «Samverkan», «Inlandsforum»."""
    return word in word_group("regions.no-places") or word.lower().endswith(
        tuple(word_group("regions.no-place-endings"))
    )


def by_cue(passage: Passage) -> Iterator[Name]:
    words = passage.words
    for index in range(1, len(words)):
        word, before = words[index], words[index - 1]
        if (
            not word.capital
            or not word.joined
            or word.first
            or not word.text[0].isalpha()
            or word.text in word_group("regions.no-places")
        ):
            continue
        rule, type_, confidence = "", "city", 0.0
        if before.text in word_group("regions.city-heads"):
            rule, confidence = "region.city-word", 0.8
        elif before.low in word_group("regions.strong-prepositions"):
            rule, confidence = "region.preposition", 0.4
        if not rule:
            continue
        last = _capitals(words, index, 3)
        if (
            last - index > 2
            or _is_water(passage, words[last - 1].end)
            or any(is_no_place(w.text) for w in (word, words[last - 1]))
        ):
            continue
        if any(not char.isalpha() and char not in "- :." for char in passage.between(word.start, words[last - 1].end)):
            continue
        if sum(char.isupper() for char in word.text) > 1 and not (
            "-" in word.text or (word.text.isupper() and len(word.text) > 5)
        ):
            continue
        yield _without_genitive(passage, _name(passage, index, last, type_, rule, confidence))


def _is_water(passage: Passage, end: int) -> bool:
    """Whether a name is a river's, alone or in a list: «Torne och Kalix älvar»."""
    listed = re.match(r"(?:(?:,|\s(?:och|and|samt))\s?[^\W\d_]+){0,4}\s([^\W\d_]+)", passage.between(end, end + 80))
    return listed is not None and listed.group(1) in word_group("regions.waters")


def _without_genitive(passage: Passage, name: Name) -> Name:
    """A name without the s of its genitive before a common noun: «Viksjöns» in «kring Viksjöns stränder»."""
    following = passage.index(name.end + 1)
    if following is None or not name.name.endswith("s") or len(name.name) < 5 or name.name.endswith("ss"):
        return name
    if not follows(passage.words, following) or not passage.words[following].text.islower():
        return name
    if passage.words[following].text in word_group("actors.plain-words"):
        return name
    return replace(name, name=name.name[:-1], key=region_key(name.name[:-1]))


def adjectives(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    words = passage.words
    table = word_map("regions.adjectives")
    for index, word in enumerate(words[:-1]):
        place = table.get(word.text)
        if place and words[index + 1].joined and words[index + 1].text in word_group("regions.adjective-nouns"):
            regions = gazetteer.region(place)
            if regions:
                region = next((region for region in regions if region.type == "county"), regions[0])
                yield replace(
                    _name(passage, index, index + 1, region.type, "region.adjective", 0.3),
                    key=region_key(region.code),
                    name=place,
                    code=public_code(region),
                    canonical=(region.name_sv if region.code.startswith("SE") else region.name_en).split(" (")[0],
                    alias=False,
                )
