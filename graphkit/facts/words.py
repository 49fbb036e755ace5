"""The words of a text as the name finders see them: where each stands, how it is written, what is no running text at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graphkit.lexicon import languages, load_lexicon

_WORD = re.compile(
    r"""
      [^\W\d_]+-(?:,\s[^\W\d_]+-)*\s(?:och|og|and|samt)\s[^\W\d_]+   # «Närings-, trafik- och miljöcentralen» is one word
    | [Ee]k(?:on)?\.\s?[Ff]ör\b\.?                                         # «ek. för.»
    | [er]\.\s?[fVvy]\b\.?                                               # «r.f.», «e.V.», «r.y.»
    | [AI]/S\b                                                           # «A/S»
    | S:t\b | St\.(?=\s[^\W\d_])                                         # «S:t Petersburg», «St. Petersburg»
    | [^\W\d_]{3,}(?=\d{1,3}(?:[ \u00a0]\d{3})+(?!\d))                     # «Kramfors kommun240 000 kr», a label that ran into a sum
    | [^\W_]+(?:[-–/:.+'’@&][^\W_]+)*\+?                                 # «Free2move», «Malung-Sälen», «Jämtland/Härjedalen», «ESF+»
    """,
    re.VERBOSE,
)
_BLANK = re.compile(r" |\t|[ \t]?\n[ \t]?")
_LINK = re.compile(
    r"https?:|www\.|\.(?:se|com|org|eu|nu|net|fi|no|dk|ax|ee|lv|example)(?:[/.,;:)]|$)|@[\w-]+\.\w|\w@\w"
)
_POSTCODE = re.compile(
    r"\b(?:(?:SE|S|FI|AX|N|NO|DK|D|EE|LV|LT|PL)[-–]\s?)?(?<!\d )(?:\d{3} \d{2}|\d{5}|LV-\d{4})\s{1,2}(?=[^\W\d_])"
)
_STREET = re.compile(
    r"\b[^\W\d_]{2,40}(?:gatan|vägen|gränd|torget|allén|stigen|platsen|kajen|gata|katu|gate|veien|[Ss]treet|Road|[Ss]quare)\s\d{1,4}\b|\b(?:Box|PB|Postboks|PO Box)\s\d{1,6}\b"
)
_DATELINE = re.compile(r"\A\W{0,3}([^\W\d_]+(?: (?!den\b)[^\W\d_]+)?)(?:,| den)? (?:den )?\d{1,4}[-. /](?:\d|\w{3})")


_TOWN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+(?=[\s,.]|$))?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text; `first` is true where a sentence, a cell or a list item begins, `joined` where only a blank parts it from the word before."""

    start: int
    end: int
    text: str
    first: bool
    joined: bool

    @property
    def capital(self) -> bool:
        """True for «Region», «ERUF», «IPoeter» and «7-Eleven», not for «region» and «2013»."""
        first = self.text[0]
        return first.isupper() or (not first.islower() and any(char.isupper() for char in self.text))

    @property
    def named(self) -> bool:
        """True for a word that may stand in a name: a capital, or digits with letters («7-Eleven», «2go»)."""
        return self.capital or (self.text[0].isdigit() and any(char.isalpha() for char in self.text))

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()


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
        joined = bool(found) and (_BLANK.fullmatch(gap) is not None or gap == " & ")
        first = not found or any(char in '.!?:–•*|\n"”“»' for char in gap.strip(" "))
        found.append(Word(start + match.start(), start + match.end(), match.group(), first, joined))
        last = match.end()
    return tuple(found)


def links(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Spans of web and e-mail addresses; no name stands in them.

    >>> text = "Skriv till a@lycksele.se eller se www.lycksele.se/kommun."
    >>> [text[a:b] for a, b in links(text)]
    ['a@lycksele.se', 'www.lycksele.se/kommun.']
    """
    for piece in re.finditer(r"\S+", text):
        if _LINK.search(piece.group()[:400]):
            yield start + piece.start(), start + piece.end()


def addresses(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Spans of street and post addresses and of the place of a dateline; a place there is no place that the text is about.

    >>> text = "Umeå den 3 mars. Besök oss på Storgatan 4 eller skriv till Box 4044, 921 81 Lycksele."
    >>> [text[a:b] for a, b in addresses(text)]
    ['Umeå', 'Storgatan 4', 'Box 4044', '921 81 Lycksele']
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


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Lines of words by their first word, the longest first: «city» -> ((("city", "of"), "municipality"), …)."""


@cache
def phrases(group: str) -> Phrases:
    """A lexicon group by the first word of each line; the value is the line's own in a list of words."""
    mapped = any(group in load_lexicon(language).maps for language in languages())
    lines = word_map(group) if mapped else {line: line for line in word_group(group)}
    return phrase_table(lines)


def phrase_table(lines: Mapping[str, str]) -> Phrases:
    """Lines of words and their values, ready for `phrase_at`."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line, value in sorted(lines.items()):
        words = tuple(word.text for word in words_of(line))
        table.setdefault(words[0], []).append((words, value))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in table.items()}


def phrase_at(words: Sequence[Word], index: int, table: Phrases) -> tuple[int, str]:
    """How many words from `index` on are a line of the table, and its value; (0, "") for none. The longest line wins.

    >>> phrase_at(words_of("City of Umeå"), 0, phrase_table({"City of": "municipality"}))
    (2, 'municipality')
    """
    for line, value in table.get(words[index].text, ()) if index < len(words) else ():
        part = words[index : index + len(line)]
        if len(part) == len(line) and all(
            word.text == wanted and (word.joined or not at)
            for at, (word, wanted) in enumerate(zip(part, line, strict=True))
        ):
            return len(line), value
    return 0, ""
