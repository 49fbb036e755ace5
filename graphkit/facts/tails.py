"""Bodies whose kind ends the name: «Sundsvalls kommun», «X Bygdegårdsförening», «X AB», «Swedish Agency for Marine and Water Management»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from graphkit.facts.gazetteer import Gazetteer
from graphkit.facts.shapes import Shape
from graphkit.facts.stretches import capitals_end, is_place, purpose_end, title_end
from graphkit.facts.words import Word, follows, phrase_at, phrases, word_group, word_map

_INNER = ("i", "of", "för", "for", "de", "av", "in", "på", "the", "von", "la")
_FIRST_FORMS = frozenset(["AB", "Ab", "HB", "KB", "Oy", "SIA", "UAB", "MTÜ", "Aktiebolaget"])
_LONGEST = 40
"""Letters of the longest tail that is looked for in a compound."""
_LONGEST_SHORT = 8
"""Letters that an abbreviation may have: «Alfa IDRETTSLAG» is written as two things."""
_AND = ("och", "og", "and", "&")


def before_legal_form(words: Sequence[Word], index: int) -> Shape | None:
    """«X AB», «Tekniska verken i X AB», «Mora köpmannaförening ek. för.», «Härjedalens turism AB»."""
    length, type_ = phrase_at(words, index, phrases("actors.legal"))
    if not length or not follows(words, index):
        return None
    first = begin(words, index, inner=True)
    joint = first < index and words[first].low in word_group("actors.joint-nouns")  # «Nordåns Vatten och Avlopp AB»
    if joint and first > 2 and follows(words, first) and follows(words, first - 1) and words[first - 1].text in _AND:
        return Shape(begin(words, first - 1, inner=False), index + length, type_, "actor.legal-form", 0.95)
    if first == index and index > 1 and follows(words, index - 1) and words[index - 1].text.isalpha():
        first = begin(words, index - 1, inner=False, limit=3)
        if first == index - 1 or len(words[index - 1].text) < 4:
            return None
    return Shape(first, index + length, type_, "actor.legal-form", 0.95) if first < index else None


def before_tail(text: str, words: Sequence[Word], index: int, gazetteer: Gazetteer, offset: int = 0) -> Shape | None:
    """«Luleå tekniska universitet», «Pskov läns administration», «Troms and Finnmark County Council», «X Agency for Y and Z»."""
    if not follows(words, index):
        return None
    length, tail, type_ = _tail_at(words, index)
    if not length:
        return None
    if words[index].text == "Region":
        return _county_body(words, index, gazetteer)
    inner = type_ != "region" or not words[index].capital
    municipal = type_ == "municipality" and tail not in word_group("actors.no-compound-tails")
    first = begin(words, index, inner=inner and not municipal, limit=3 if municipal else 7)
    if first == index:
        return None
    last = index + length
    if municipal:
        first = next((start for start in range(first, index) if is_place(words[start:index], gazetteer)), first)
    elif words[index].capital and follows(words, last + 1) and words[last].text in ("of", "for"):
        last = title_end(text, words, last + 1, gazetteer, offset, joint=type_ not in ("university", "company"))
    elif type_ == "university" and follows(words, last) and words[last].text == "Campus":
        last = capitals_end(words, last)
    first += _deed_before(words, first, index)
    if words[index].capital and type_ in ("school", "university", "other") and _is_short(words, last):
        last += 1  # «Alfa Education Centre AEC»
    weak = tail in word_group("actors.weak-tails")
    if weak and first == index - 1 and words[first].low in word_group("actors.plain-adjectives"):
        return None  # «Gränsöverskridande Samverkan»
    if " ".join(word.text for word in words[first:last]) in word_group("actors.ordinary-words"):
        return None
    if (
        weak
        and (not words[index].capital or words[index].text.isupper())
        and not _owned(words, first, index, tail, gazetteer)
    ):
        return None
    if tail in ("centrum", "center", "hamn") and is_place(words[first:index], gazetteer):
        return None
    if not municipal:
        first = _joined_begin(words, first, index, gazetteer)
    if (
        words[index].text == "Council"
        and type_ == "other"
        and words[first].text in word_group("actors.name-adjectives")
    ):
        type_ = "agency"
    if words[first].text in word_group("actors.european") and tail in (
        "fund",
        "commission",
        "union",
        "bank",
        "parliament",
    ):
        type_ = "eu"
    while follows(words, last) and words[last].capital and text[words[last].start - offset - 3 :][:3] == " & ":
        last += 1
    purpose = purpose_end(words, last)
    if purpose > last and text[words[purpose - 1].end - offset :][:2] == " (":
        last = purpose  # «Alfas förbund för utbildning och kultur (AUK)»
    if tail in word_group("actors.landscape-unions") and _of_region(words[first:index], gazetteer):
        type_ = "region"
    return Shape(first, last, type_, "actor.tail", 0.6 if weak else 0.9)


def _is_short(words: Sequence[Word], last: int) -> bool:
    """Whether an abbreviation stands behind a name: «AEC»."""
    return (
        follows(words, last)
        and words[last].text.isalpha()
        and words[last].text.isupper()
        and 3 <= len(words[last].text) <= 5
    )


def _deed_before(words: Sequence[Word], first: int, index: int) -> int:
    """How many words before a body's name say what is done for it: «Belysning Alfa fordonsmuseum», «Digitalisering av Betas museum»."""
    deed = (
        words[first].first
        and words[first].low.endswith(("ning", "ring", "ande", "ende"))
        and words[index].text.islower()
    )
    if not deed or index - first < 2 or not words[first + 1].capital:
        linked = deed and index - first > 2 and words[first + 1].text in ("av", "på", "i")
        return 2 if linked and words[first + 2].capital else 0
    return 1


def after_legal_form(words: Sequence[Word], index: int) -> Shape | None:
    """«AB Härdaglas», «Oy Pohja»: the legal form comes first, and no name stands before it."""
    if words[index].text not in _FIRST_FORMS or (follows(words, index) and words[index - 1].capital):
        return None
    last = capitals_end(words, index + 1)
    type_ = word_map("actors.legal").get(words[index].text, "company")
    return Shape(index, last, type_, "actor.legal-form", 0.9) if last > index + 1 else None


def _county_body(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Shape | None:
    """«Västra Götaland Region»: the body of a Swedish county; «Leningrad Region» is a place."""
    for first in range(max(0, index - 3), index):
        name = " ".join(word.text for word in words[first:index])
        if any(region.type == "county" and region.code.startswith("SE") for region in gazetteer.region(name)):
            located = first > 0 and words[first - 1].text in word_group("regions.prepositions")
            return (
                None
                if located or not _unbroken(words, first, index)
                else Shape(first, index + 1, "region", "actor.tail", 0.8)
            )
    return None


def _unbroken(words: Sequence[Word], first: int, last: int) -> bool:
    return all(follows(words, index) for index in range(first + 1, last + 1))


def begin(words: Sequence[Word], index: int, *, inner: bool, limit: int = 7) -> int:
    """The first word of a name that ends before `index`; `inner` allows small words inside («Tekniska verken i Y AB»)."""
    first = index
    while first > 0 and index - first < limit and follows(words, first):
        step = 1 if words[first - 1].capital else _step(words, first, index, inner=inner)
        if not step:
            break
        first -= step
    while first < index and (words[first].text in word_group("actors.no-start") or not words[first].capital):
        first += 1
    return index if _is_shouted(words, first, index) else first


def _is_shouted(words: Sequence[Word], first: int, index: int) -> bool:
    """Whether a word in capitals stands behind words that are not, so that a heading begins with it: «Storsjön MILJÖVERKET»."""
    text = words[index].text
    return len(text) > _LONGEST_SHORT and text.isupper() and not all(w.text.isupper() for w in words[first:index])


def _step(words: Sequence[Word], first: int, index: int, *, inner: bool) -> int:
    """How many words with a small one among them belong to a name before `first`: «läns», «verken i», «Tekniska verken i»."""
    before = words[first - 1]
    if first < 2 or not follows(words, first - 1):
        return 0
    capital = words[first - 2].capital and not words[first - 2].text[0].isdigit()  # «of 2.6M the European Union»
    if before.text in word_group("actors.name-genitives") and capital:
        return 2
    if not inner:
        return 0
    if first < index and before.text in _INNER:
        if capital:
            return 2
        definite = words[first - 2].text.endswith(("en", "et")) and first > 2 and follows(words, first - 2)
        return 3 if definite and words[first - 3].capital else 0
    return 2 if len(before.text) > 4 and before.text.endswith("a") and capital else 0


def _joined_begin(words: Sequence[Word], first: int, index: int, gazetteer: Gazetteer) -> int:
    """The first word with what «and» joins to it: «Troms og Finnmark fylkeskommune», «Swedish Baltic Trade and Culture Center»."""
    if first < 2 or not follows(words, first) or words[first - 1].text not in _AND or not follows(words, first - 1):
        return first
    start = first - 1
    while (
        start > 0 and first - start < 5 and words[start - 1].capital and (start == first - 1 or follows(words, start))
    ):
        start -= 1
    while start < first - 1 and words[start].text in word_group("actors.no-start"):
        start += 1
    if start == first - 1:
        return first
    place = any(gazetteer.region(" ".join(word.text for word in words[at:index])) for at in range(start, first - 1))
    titled = first - 1 - start > 1 and words[start].text in word_group("actors.name-adjectives")
    shared = words[index].text in word_group("actors.joint-tails") and is_place(words[start : first - 1], gazetteer)
    return start if place or titled or shared else first


def _owned(words: Sequence[Word], first: int, index: int, tail: str, gazetteer: Gazetteer) -> bool:
    """Whether a common noun is a name by what stands before it: a genitive («Ålands lagting»), a county («X läns …»), an adjective."""
    before = words[index - 1]
    if before.text in word_group("actors.name-genitives"):
        return True
    if not before.capital:  # «Stockholms ornitologiska förening»
        described = before.text.endswith(("iska", "ska", "liga", "ella")) and tail in word_group("actors.owned-tails")
        return described and index - first > 1 and is_place(words[first : index - 1], gazetteer)
    if tail in word_group("actors.owned-tails") and before.text.endswith("s") and not words[first].first:
        return True
    return index - first <= 3 and (is_place(words[first:index], gazetteer) or before.text.endswith(("iska", "ska")))


def _of_region(words: Sequence[Word], gazetteer: Gazetteer) -> bool:
    """Whether words name a region of Finland: «Österbottens», «Egentliga Finlands»."""
    return any(region.code.startswith("FI-") for region in gazetteer.region(" ".join(word.text for word in words)))


@lru_cache(maxsize=20_000)
def _tail_of(word: str) -> tuple[str, str]:
    """The tail that a word is or ends with, without its genitive, and its type: («bygdegårdsförening», «association»)."""
    tails = word_map("actors.tails")
    low = word.lower()
    for form in (low, low[:-1] if low.endswith("s") else ""):
        if form in tails:
            return form, tails[form]
        ending = next(
            (form[at:] for at in range(max(0, len(form) - _LONGEST), len(form) - 4) if form[at:] in tails), ""
        )
        if ending and ending not in word_group("actors.no-compound-tails"):
            return form, tails[ending]
        if ending in word_group("actors.owned-tails"):
            return ending, tails[ending]  # «Åmåls tennisklubb», not «en tennisklubb»
    return "", ""


def _tail_at(words: Sequence[Word], index: int) -> tuple[int, str, str]:
    """How many words from `index` on are a tail, the tail itself without its genitive, and its type."""
    length, type_ = phrase_at(words, index, phrases("actors.tails"))
    if length:
        return length, words[index].low, type_
    tail, type_ = _tail_of(words[index].text)
    return (1, tail, type_) if tail else (0, "", "")
