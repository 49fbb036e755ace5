"""Single words that are bodies by their ending («Skogsstyrelsen», «Folke Bernadotteakademin»), and names of no kind beside a place or in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from graphkit.facts.gazetteer import Gazetteer
from graphkit.facts.shapes import Shape
from graphkit.facts.stretches import capitals_end, place_end, purpose_end
from graphkit.facts.words import Word, follows, phrase_at, phrases, word_group, word_map

_LONG = 10
_DASHED = 3
"""Characters between two words with a dash between them: «Interreg - Alfa»."""
_LONGEST = 40
"""Letters of the longest ending that is looked for."""
_ADJECTIVES = (
    "ande",
    "bara",
    "iska",
    "liga",
    "iva",
    "ala",
    "ella",
    "ade",
    "iga",
    "ira",
    "rta",
    "öna",
    "nga",
    "nya",
    "rka",
    "ppna",
)
_LINKS = ("i", "på", "för", "of", "in", "vid", "till", "for")
_DEFINITE = ("en", "et", "na", "an")


def by_ending(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
    """«Skogsstyrelsen», «Svenska kulturfonden», «Vårdteknikcentrum Halland», «Kooperativa utvecklingscentret i Norrbotten»."""
    word = words[index]
    text = word.text[:-1] if word.text.endswith("s") else word.text
    if not _ending_of(text, alone=False):
        return None
    first = _with_adjective(words, index)
    ending = _ending_of(text, alone=first == index)
    if not ending or (not word.capital and (first == index or not _told_apart(words[first], text, ending))):
        return None
    if word.capital and 0 < len(text) - len(ending) < 2 and first == index:
        return None
    if word.capital and len(text) == len(ending) and first == index and len(ending) < _LONG:
        return None
    type_ = word_map("actors.endings")[ending]
    if words[first].text in word_group("actors.european") and type_ not in ("association", "university"):
        type_ = "eu"
    confidence = 0.8
    if words[first].first:
        confidence = 0.7 if ending in word_group("actors.strong-endings") or first < index else 0.3
    last = index + 1
    if not word.text.endswith("s") and follows(words, last):
        last = _reach(words, first, index, ending, gazetteer)
        confidence = max(confidence, 0.6) if last > index + 1 else confidence
    return Shape(first, last, type_, "actor.ending", confidence)


def _told_apart(adjective: Word, text: str, ending: str) -> bool:
    """Whether an adjective makes a name of a common noun: «Skogstekniska klustret», not «Regionala nätverket»."""
    if len(text) > len(ending) or len(ending) > 8:
        return True
    return (
        len(adjective.text) > 8 and not adjective.first and adjective.low not in word_group("actors.plain-adjectives")
    )


def _with_adjective(words: Sequence[Word], index: int) -> int:
    """The index of the adjective or abbreviation before a word that belongs to its name («Svenska», «IVL Svenska»), else the word's own."""
    first = index
    if follows(words, index):
        before = words[index - 1]
        if (
            before.capital
            and before.text.endswith("a")
            and len(before.text) > 4
            and before.text not in word_group("actors.no-start")
        ):
            first = index - 1
            if follows(words, first) and words[first - 1].text.isupper() and 2 <= len(words[first - 1].text) <= 5:
                first -= 1
    return first


def _reach(words: Sequence[Word], first: int, index: int, ending: str, gazetteer: Gazetteer) -> int:
    """The end of a name by what follows its word: a place («i Norrbotten», «Halland»), a purpose, an abbreviation («WWF»)."""
    last = index + 1
    known = gazetteer.actor(" ".join(word.text for word in words[first:last])) is not None
    purpose = purpose_end(words, last) if (words[index].capital or first < index) and not known else last
    if purpose > last:
        return purpose
    linked = words[last].text in ("i", "på", "för") and ending.endswith(_DEFINITE)
    place = place_end(words, last + linked, gazetteer) if follows(words, last + linked) else None
    if linked and place is not None and _kinds(words[last + 1 : place], gazetteer) <= {"city", "municipality"}:
        place = None  # a seat
    if place is not None and (not known or (linked and _abroad(words[last + 1 : place], gazetteer))):
        return place + (follows(words, place) and words[place].text in ("län", "läns"))
    if words[last].text in word_group("actors.extensions") and words[index].capital:
        return last + 1
    if words[index].capital and word_map("actors.heads").get(ending.capitalize()) and words[last].capital:
        return capitals_end(words, last)
    if words[last].text.isupper() and words[last].text.isalpha() and 3 <= len(words[last].text) <= 5:
        return last + 1
    return last


@lru_cache(maxsize=20_000)
def _ending_of(word: str, *, alone: bool) -> str:
    """The ending by which a single word is a body, empty for none and for common nouns: «verket» of «Vattenverket»."""
    if word in word_group("actors.ordinary-words") or (alone and word in word_map("actors.bare")):
        return ""
    low, endings = word.lower(), _low_endings()
    return next((endings[low[at:]] for at in range(max(0, len(low) - _LONGEST), len(low)) if low[at:] in endings), "")


@cache
def _low_endings() -> dict[str, str]:
    return {ending.lower(): ending for ending in word_map("actors.endings")}


def with_purpose(words: Sequence[Word], index: int) -> Shape | None:
    """«Centrum för lokal matkultur», «Internationellt centrum för fred», «Statens fiskeriråd»: a common noun that its purpose or owner makes a name."""
    word = words[index]
    if word.text in word_group("actors.state-owners") and follows(words, index + 1):
        last = index + 1
        while last - index < 4 and follows(words, last) and words[last].text.islower():
            if words[last].text.endswith(tuple(word_group("actors.state-nouns"))):
                return Shape(index, last + 1, "agency", "actor.state", 0.9)
            last += 1
        return None
    type_ = word_map("actors.purpose-heads").get(word.low)
    if type_ is None:
        return None
    last = purpose_end(words, index + 1)
    adjective = follows(words, index) and words[index - 1].capital and words[index - 1].text.endswith(("a", "t", "sk"))
    if adjective and words[index - 1].text in word_group("actors.no-start"):
        adjective = False
    if last == index + 1 or not (word.capital or adjective):
        return None
    return Shape(index - adjective, last, type_, "actor.purpose", 0.8)


def county_region(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
    """«Västra Götalandsregionen»: a county's name of several words that ends in «-regionen» is the county's body."""
    text = words[index].text.removesuffix("s")
    if not text.endswith("sregionen") or not follows(words, index) or not words[index - 1].capital:
        return None
    regions = gazetteer.region(f"{words[index - 1].text} {text.removesuffix('sregionen')}")
    if not any(region.type == "county" for region in regions):
        return None
    return Shape(index - 1, index + 1, "region", "actor.county-region", 0.9)


def spelled_out(text: str, words: Sequence[Word], index: int, offset: int) -> Shape | None:
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
    types = [_kind_of(word) for word in words[first:index]]
    type_ = next((found for found in types if found), "")
    return Shape(first, index, type_ or "other", "actor.spelled-out", 0.8 if type_ else 0.3)


def _kind_of(word: Word) -> str:
    ending = _ending_of(word.text, alone=False)
    tails = word_map("actors.tails")
    kind = tails.get(word.low, "") or tails.get(word.text, "") or (word_map("actors.endings")[ending] if ending else "")
    return kind or next((tails[tail] for tail in tails if len(tail) > 5 and word.low.endswith(tail)), "")


def definite_in_place(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
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
    if text.endswith(tuple(word_group("actors.no-body-endings"))):
        return None
    if follows(words, index) and words[index - 1].text.islower() and words[index - 1].text.endswith(_DEFINITE):
        return None  # «vattendraget Lillån i Alfa kommun»
    if not follows(words, index + 1) or words[index + 1].text != "i" or not follows(words, index + 2):
        return None
    last = place_end(words, index + 2, gazetteer)
    if last is None or words[last - 1].text.endswith("s") or gazetteer.region(text):
        return None
    if "municipality" not in _kinds(words[index + 2 : last], gazetteer) or _at(words, last) in ("län", "kommun"):
        return None
    return Shape(index, last, "association", "actor.definite", 0.3 if words[index].first else 0.5)


def beside_place(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
    """«Byggdialog Dalarna», «BirdLife Estonia»: capitals right before the name of a county or country; a body where it acts."""
    last = place_end(words, index, gazetteer)
    if last is None or not follows(words, index) or words[last - 1].text.endswith("s"):
        return None
    first = index
    while first > 0 and index - first < 3 and follows(words, first) and _plain(words[first - 1]):
        first -= 1
    if words[first].text in word_group("regions.area-heads"):
        return None  # «Lake Inari»
    if first == index or (words[first].first and index - first == 1 and not words[first].text[1:].islower()):
        return None
    if any(place_end(words, at, gazetteer) for at in range(first, index)):
        return None
    if words[first].text.endswith(_ADJECTIVES) and words[first].text[1:].islower():
        return None  # «Levande Småland», «Kreativa Norrland»: rather a slogan or a project
    if not _kinds(words[index:last], gazetteer) & {"county", "country", "macro"}:
        return None
    return Shape(first, last, "association", "actor.beside-place", 0.3)


def _abroad(words: Sequence[Word], gazetteer: Gazetteer) -> bool:
    """Whether words name a country other than Sweden: «Sjöfartsverket i Estland» is not Sweden's."""
    regions = gazetteer.region(" ".join(word.text for word in words))
    return any(region.type == "country" and region.code != "SE" for region in regions)


def _kinds(words: Sequence[Word], gazetteer: Gazetteer) -> set[str]:
    """The types of the regions that words may name."""
    return {region.type for region in gazetteer.region(" ".join(word.text for word in words))}


def _at(words: Sequence[Word], index: int) -> str:
    return words[index].text if follows(words, index) else ""


def _plain(word: Word) -> bool:
    """Whether a word may stand in a body's name before a place: a capital, no direction, no title, no sentence's first word."""
    return (
        word.capital
        and word.text[0].isalpha()
        and len(word.text) > 2
        and word.low not in word_group("regions.directions")
        and word.text not in word_group("actors.no-start")
        and word.text not in word_group("actors.given-names")
    )


def fixed(words: Sequence[Word], index: int) -> Shape | None:
    """«norska staten»: names that no capital shows."""
    length, type_ = phrase_at(words, index, phrases("actors.fixed"))
    return Shape(index, index + length, type_, "actor.fixed", 0.8) if length else None


def programme(words: Sequence[Word], index: int) -> Shape | None:
    """«Interreg Sverige-Norge», «Interreg IV A Nord», «Central Baltic-programmet», «Central Baltic Programme»."""
    word = words[index]
    if word.text == "Interreg":
        dashed = index + 1 < len(words) and words[index + 1].start - word.end == _DASHED and words[index + 1].capital
        last = capitals_end(words, index + 1) if not dashed else max(index + 2, capitals_end(words, index + 2))
        if last == index + 2 and last < len(words) and words[last - 1].text in word_group("actors.programme-countries"):
            last += words[last].text in word_group("actors.programme-countries")  # «Interreg Sverige – Norge»
        return Shape(index, last, "eu", "actor.fund", 0.8) if last > index + 1 else None
    if not word.capital or not follows(words, index):
        return None
    if word.text.endswith(("-programmet", "-programmets")) or word.text in ("Programme", "CBC"):
        first = index
        while first > 0 and index - first < 3 and follows(words, first) and words[first - 1].capital:
            if words[first - 1].text in word_group("actors.no-start") or words[first - 1].text == "Union":
                break
            first -= 1
        return Shape(first, index + 1, "eu", "actor.fund", 0.5) if first < index else None
    return None
