"""The words of a text as the name finders see them: where each stands, how it is written, what is no running text at all.

For whoever writes a rule: a page is read in some ten milliseconds because of these habits, and a test sees to the first.

- No pattern is built at a call. A literal, a constant of the module, `lexicon.regex("…<section.group>…")` for words within a regex, or a
  function with `@cache` that takes a language or a lexicon; never a regex of a name that the document holds: `places_of` finds names.
- Words are asked for by `lexicon.pattern(…)`, or a `WordPattern` where more stands behind them: neither is tried where none of them stands.
- What must stand right before or behind a place is looked for in so many characters (`text[start - 60 : start]`), not in all that comes before.
- What is known of a document or sentence is worked out once and handed on; in a loop over names no other loop goes over the whole text or
  over all names. Sentences have at most 1,000 characters; a document of a hundred thousand may hold ten thousand names.
- A repetition in a regex is bounded (`{0,3}`) or possessive (`++`) where what follows may be missing.
- `benchmarks/extraction.py` tells the time per page, `benchmarks/odd_text.py` what doubling a text costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from graphkit.lexicon import languages, load_lexicon

_WORD = re.compile(
    r"""
      [^\W\d_]++-(?:,\s[^\W\d_]++-){0,9}\s(?:och|og|and|samt)\s[^\W\d_]+   # «Närings-, trafik- och miljöcentralen» is one word
    | [Ee]k(?:on)?\.\s?[Ff]ör\b\.?                                         # «ek. för.»
    | [er]\.\s?[fVvy]\b\.?                                               # «r.f.», «e.V.», «r.y.»
    | [AI]/S\b                                                           # «A/S»
    | S:t\b | St\.(?=\s[^\W\d_])                                         # «S:t Petersburg», «St. Petersburg»
    | [^\W\d_]{3,}+(?=\d{1,3}(?:[ \u00a0]\d{3})+(?!\d))                     # «Kramfors kommun240 000 kr», a label that ran into a sum
    | [^\W_]+(?:[-–/:.+'’@&][^\W_]+)*\+?                                 # «Free2move», «Malung-Sälen», «Jämtland/Härjedalen», «ESF+»
    """,
    re.VERBOSE,
)
_OPENING = frozenset('.!?:–•*|\n"”“»')
_BLANK = re.compile(r" |\t|[ \t]?\n[ \t]?")
_LINK = re.compile(
    r"https?:|www\.|\.(?:se|com|org|eu|nu|net|fi|no|dk|ax|ee|lv|example)(?:[/.,;:)]|$)|@[\w-]+\.\w|\w@\w"
)
_SIGN = re.compile(r"[@.](?!\s)|https?:|www\.")
_POSTCODE = re.compile(
    r"\b(?:(?:SE|S|FI|AX|N|NO|DK|D|EE|LV|LT|PL)[-–]\s?)?(?<!\d )(?:\d{3} \d{2}|\d{5}|LV-\d{4})\s{1,2}(?=[^\W\d_])"
)
_STREET = re.compile(
    r"\b[^\W\d_]{2,40}(?:gatan|vägen|gränd|torget|allén|stigen|platsen|kajen|gata|katu|gate|veien|[Ss]treet|Road|[Ss]quare)\s\d{1,4}\b|\b(?:Box|PB|Postboks|PO Box)\s\d{1,6}\b"
)
_DATELINE = re.compile(r"\A\W{0,3}([^\W\d_]+(?: [A-ZÅÄÖØÆ][^\W\d_]+)?)(?:,| den)? (?:den )?\d{1,4}[-. /](?:\d|\w{3})")


_TOWN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+(?=[\s,.]|$))?")


class Word(NamedTuple):
    """A word of a text; `first` is true where a sentence, a cell or a list item begins, `joined` where only a blank parts it from the word before.

    `capital` is true for «Region», «ERUF», «IPoeter» and «7-Eleven», not for «region» and «2013»; `low` is the word in lower case.
    """

    start: int
    end: int
    text: str
    first: bool
    joined: bool
    capital: bool
    low: str

    @property
    def named(self) -> bool:
        """True for a word that may stand in a name: a capital, or digits with letters («7-Eleven», «2go»)."""
        return self.capital or (self.text[0].isdigit() and any(char.isalpha() for char in self.text))

    @property
    def opened(self) -> Word:
        """The word as it would stand at the head of a sentence."""
        return self._replace(text=self.text[0].upper() + self.text[1:], capital=self.text[0].isalpha() or self.capital)


@lru_cache(maxsize=20_000)
def _case_of(text: str) -> tuple[bool, str]:
    first = text[0]
    return first.isupper() or (not first.islower() and any(char.isupper() for char in text)), text.lower()


def words_of(text: str, start: int = 0) -> tuple[Word, ...]:
    """The words of a text, offsets counted from `start`; hyphenated heads («Havs- och vattenmyndigheten») are one word.

    >>> [w.text for w in words_of("Närings-, trafik- och miljöcentralen i Vasa (NTM) ger 2,5 Mkr till Visit X ek. för.")]
    ['Närings-, trafik- och miljöcentralen', 'i', 'Vasa', 'NTM', 'ger', '2', '5', 'Mkr', 'till', 'Visit', 'X', 'ek. för.']
    >>> [w.text for w in words_of("Stödet. Malung-Sälens kommun") if w.first]
    ['Stödet', 'Malung-Sälens']
    """
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        gap = text[last : match.start()]
        if gap == " " and found:
            joined, first = True, False
        else:
            joined = bool(found) and (_BLANK.fullmatch(gap) is not None or gap == " & ")
            first = not found or not _OPENING.isdisjoint(gap.strip(" "))
        word = match.group()
        capital, low = _case_of(word)
        found.append(Word(start + match.start(), start + match.end(), word, first, joined, capital, low))
        last = match.end()
    return tuple(found)


def links(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Spans of web and e-mail addresses; no name stands in them.

    >>> text = "Skriv till a@lycksele.se eller se www.lycksele.se/kommun."
    >>> [text[a:b] for a, b in links(text)]
    ['a@lycksele.se', 'www.lycksele.se/kommun.']
    """
    if not _SIGN.search(text):
        return
    for piece in re.finditer(r"\S+", text):
        if _LINK.search(piece.group()[:400]):
            yield start + piece.start(), start + piece.end()


def addresses(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Spans of street and post addresses and of the place of a dateline; a place there is no place that the text is about.

    >>> text = "Umeå den 3 mars. Besök oss på Storgatan 4 eller skriv till Box 4044, 921 81 Lycksele."
    >>> [text[a:b] for a, b in addresses(text)]
    ['Umeå', 'Storgatan 4', 'Box 4044', '921 81 Lycksele']
    >>> list(addresses("Umeå firar 60 år."))
    []
    """
    if place := _DATELINE.match(text[:80]):
        yield start + place.start(1), start + place.end(1)
    for match in _STREET.finditer(text):
        yield start + match.start(), start + match.end()
    for match in _POSTCODE.finditer(text):
        town = _TOWN.match(text, match.end())
        if town and town.group()[0].isupper():
            end = town.end() if town.group().isupper() else match.end() + len(town.group().split()[0])
            yield start + match.start(), start + end


def places_of(name: str, text: str, joints: str = "") -> Iterator[int]:
    """Where a name stands as whole words in exactly these letters; a sign of `joints` may not stand beside it either.

    >>> list(places_of("Ö", "Ö-vik och Ö i Ös")), list(places_of("Ö", "Ö-vik och Ö i Ös", joints="-"))
    ([0, 10], [10])
    """
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        beside = text[max(0, start - 1) : start] + text[end : end + 1]
        whole = not any(char.isalnum() or char == "_" or char in joints for char in beside)
        if whole:
            yield start
        start = text.find(name, end if whole else start + 1)


def follows(words: Sequence[Word], index: int) -> bool:
    """Whether there is a word at `index` that only a blank parts from the word before, inside the same sentence."""
    return 0 <= index < len(words) and words[index].joined and not words[index].first


@cache
def word_group(group: str) -> frozenset[str]:
    """The words of a lexicon group in all languages: a Swedish page names English bodies, and the other way round."""
    return frozenset(word for language in languages() for word in load_lexicon(language).words(group))


@cache
def word_map(group: str) -> dict[str, str]:
    """The word: value lines of a lexicon group in all languages."""
    return {word: value for language in languages() for word, value in load_lexicon(language).mapping(group).items()}


@dataclass(slots=True)
class Branch:
    """What may follow the words so far in lines of words: the next words, and the value of the line that ends here."""

    value: str | None = None
    then: dict[str, Branch] = field(default_factory=dict)


Phrases = Mapping[str, Branch]
"""Lines of words by their first word: «City» -> «of» -> the value «municipality»."""


@cache
def phrases(group: str) -> Phrases:
    """A lexicon group by the first word of each line; the value is the line's own in a list of words."""
    mapped = any(group in load_lexicon(language).maps for language in languages())
    lines = word_map(group) if mapped else {line: line for line in word_group(group)}
    return phrase_table(lines)


def phrase_table(lines: Mapping[str, str]) -> Phrases:
    """Lines of words and their values, ready for `phrase_at`."""
    root = Branch()
    for line, value in sorted(lines.items()):
        branch = root
        for word in words_of(line):
            branch = branch.then.setdefault(word.text, Branch())
        branch.value = value if branch.value is None else branch.value
    return root.then


def phrase_at(words: Sequence[Word], index: int, table: Phrases) -> tuple[int, str]:
    """How many words from `index` on are a line of the table, and its value; (0, "") for none. The longest line wins.

    >>> phrase_at(words_of("City of Umeå"), 0, phrase_table({"City of": "municipality"}))
    (2, 'municipality')
    """
    branch = table.get(words[index].text) if index < len(words) else None
    length, value, last = 0, "", index
    while branch is not None:
        last += 1
        if branch.value is not None:
            length, value = last - index, branch.value
        if not branch.then or last >= len(words) or not words[last].joined:
            break
        branch = branch.then.get(words[last].text)
    return length, value
