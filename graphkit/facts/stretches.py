"""How far a name reaches from a word: runs of capitals, places of several words, purposes («för lokal demokrati»), English titles."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.facts.gazetteer import Gazetteer
from graphkit.facts.words import Word, follows, phrase_at, phrases, word_group, word_map

_LONGEST_PLACE = 5
_LONGEST_TITLE = 14
_ADJECTIVE_ENDINGS = (
    "al",
    "ell",
    "isk",
    "iska",
    "ska",
    "lig",
    "liga",
    "iv",
    "iva",
    "ig",
    "iga",
    "ad",
    "ade",
    "ala",
    "ella",
    "bar",
    "bara",
)
_NOUN_ENDINGS = (
    "het", "heter", "ning", "ningar", "ing", "skap", "else", "elser", "tion", "tioner", "ment", "inne", "innen", "ik", "dom", "ande", "ende", "ten",
    "den", "gen", "ren", "nen", "len", "sen", "ken", "frågor", "et", "itet", "kultur", "natur", "vård", "rätt", "drift", "kraft", "bruk", "råd", "stöd",
)  # fmt: skip


def is_place(words: Sequence[Word], gazetteer: Gazetteer) -> bool:
    """Whether words are the name of a known place: «Västra», «Götaland»."""
    return bool(words) and bool(gazetteer.region(" ".join(word.text for word in words)))


def place_end(words: Sequence[Word], first: int, gazetteer: Gazetteer) -> int | None:
    """The end of the longest known place that begins at `first`, small words inside allowed: «Småland och öarna», «Møre og Romsdal»."""
    if first >= len(words) or not words[first].capital or not gazetteer.begins_region(words[first].text):
        return None
    ends = [first + 1]
    while len(ends) < _LONGEST_PLACE and follows(words, ends[-1]):
        ends.append(ends[-1] + 1)
    return next((end for end in reversed(ends) if is_place(words[first:end], gazetteer)), None)


def capitals_end(words: Sequence[Word], first: int) -> int:
    """The end of the run of capitalised words from `first` on that no break and no other head interrupts."""
    last = first
    heads = word_map("actors.heads")
    while (
        follows(words, last)
        and words[last].named
        and last - first < 12
        and (last == first or words[last].text not in heads or not (follows(words, last + 1) and words[last + 1].named))
    ):
        last += 1
    return last


def purpose_end(words: Sequence[Word], index: int) -> int:
    """The end of «för …» behind a head: «för lokal demokrati», «för samhällsskydd och beredskap»; `index` itself where none begins.

    >>> from graphkit.facts.words import words_of
    >>> words = words_of("Centrum för lokal demokrati får mer.")
    >>> purpose_end(words, 1)
    4
    """
    if not (follows(words, index) and words[index].text == "för" and follows(words, index + 1)):
        return index
    last = index + 1
    if words[last].text in ("en", "ett"):
        last += 1
    while follows(words, last) and words[last].text.endswith(_ADJECTIVE_ENDINGS) and words[last].text.islower():
        last += 1
    if not follows(words, last) or not words[last].text[0].isalpha() or words[last].capital:
        return index
    if words[last].low in word_group("actors.plain-words"):
        return index  # «Alfaverket för ombyggnad av lokalen»
    if words[last].text in word_group("actors.no-purposes"):
        return index  # «Alfaverket för att visa», «Alfaverket för perioden»
    last += 1
    if (
        follows(words, last + 1)
        and words[last].text == "och"
        and words[last + 1].text.islower()
        and words[last + 1].text.endswith(_NOUN_ENDINGS)
    ):
        last += 2
    return last


def title_end(
    text: str, words: Sequence[Word], first: int, gazetteer: Gazetteer, offset: int = 0, *, joint: bool = True
) -> int:
    """The end of an English title from `first` on, whose commas and «and» belong to it; with `joint` false they don't.

    >>> from graphkit.facts.gazetteer import load_gazetteer
    >>> from graphkit.facts.words import words_of
    >>> def title(text, first):
    ...     words = words_of(text)
    ...     return " ".join(word.text for word in words[:title_end(text, words, first, load_gazetteer(actors=False))])
    >>> title("Centre for Economic Development, Transport and the Environment for Lapland pays", 2)
    'Centre for Economic Development Transport and the Environment for Lapland'
    >>> title("Ministry of Agriculture and Umeå University", 2)
    'Ministry of Agriculture'
    """
    last = capitals_end(words, first)
    while last > first and last - first < _LONGEST_TITLE:
        end = _linked(words, last, gazetteer, joint=joint)
        end = end or (_listed(text, words, last, gazetteer, offset) if joint else 0)
        if not end:
            break
        last = end
    return last


def _linked(words: Sequence[Word], last: int, gazetteer: Gazetteer, *, joint: bool = True) -> int:
    """The end of «and Water Management», «for Lapland», «of the Baltic Sea» behind a title; 0 for none."""
    if not follows(words, last) or words[last].text not in ("and", "&", "of", "for", "in", "on"):
        return 0
    both = words[last].text in ("and", "&")
    begin = last + 1 + (follows(words, last + 1) and words[last + 1].text == "the")
    end = capitals_end(words, begin)
    if end == begin or (words[last].text == "in" and not is_place(words[begin:end], gazetteer)):
        return 0
    if both and not (joint and _common(words, begin, end, gazetteer)):
        return 0
    return end


def _listed(text: str, words: Sequence[Word], last: int, gazetteer: Gazetteer, offset: int) -> int:
    """The end of «, Transport and the Environment» behind a title; 0 where no «and» closes the list."""
    index = last
    for _ in range(4):
        if index >= len(words) or words[index].joined or words[index].first:
            return 0
        if text[words[index - 1].end - offset : words[index].start - offset] != ", ":
            return 0
        end = index + 1
        while follows(words, end) and words[end].capital:
            end += 1
        if words[index].text == "and" and follows(words, index + 1):
            closing = capitals_end(words, index + 1)
            return closing if closing > index + 1 and _common(words, index + 1, closing, gazetteer) else 0
        if not words[index].capital or not _common(words, index, end, gazetteer):
            return 0
        if (closing := _linked(words, end, gazetteer)) and words[end].text in ("and", "&"):
            return closing
        index = end
    return 0


def _common(words: Sequence[Word], first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether capitalised words are the common nouns of a title, no place, no abbreviation and no body of their own."""
    if phrase_at(words, first, phrases("actors.heads"))[0] or is_place(words[first:last], gazetteer):
        return False
    part = words[first:last]
    if len(part) == 1 and (part[0].text.isupper() or len(part[0].text) < 5):
        return False
    if any(word.text.endswith(("'s", "’s")) for word in part):
        return False  # «Ministry of Environment and the Northern Dimension’s Programme»
    tails = word_map("actors.tails")
    if is_place(part[:1], gazetteer) or any(word.text in tails for word in part[1:]):
        return False
    return gazetteer.actor(" ".join(word.text for word in part)) is None and part[0].text not in word_group(
        "actors.no-start"
    )
