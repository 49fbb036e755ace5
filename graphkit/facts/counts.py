"""Numbers that count something in a text: «minst 40 unga», «ett tjugotal föreningar», «10–15 kurser», «18 procent färre resor»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from graphkit.facts.numbers import NUMBER, digits_number, number_words, words_number
from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.text import squeeze


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things in a text: its place, its value (two of a range), what is counted (empty where only the sentence tells)."""

    start: int
    end: int
    value: tuple[Decimal, ...]
    label: str
    share: bool = False


def find_counts(text: str, lexicon: Lexicon, *, offset: int = 0) -> Iterator[Count]:
    """The numbers of a text that may count something: with the noun behind them, or with none where a sentence leaves it out.

    >>> [(c.label, int(c.value[0])) for c in find_counts("Minst 40 unga och ett tjugotal ideella föreningar deltog.", load_lexicon("sv"))]
    [('unga', 40), ('ideella föreningar', 20)]
    """
    for match in _counts(lexicon.language).finditer(text):
        value = _value(match, lexicon)
        if value is None:
            continue
        share = lexicon.regex(r"\s?(?:<indicators.percent>)(?!\w)").match(text[match.end() :])
        if share:
            changed = _changed(text, match.start(), match.end() + share.end(), lexicon)
            if changed:
                yield Count(offset + match.start(), offset + match.end() + share.end(), value[-1:], changed, True)
            continue
        label = _noun_phrase(text[match.end() :], lexicon)
        if label is not None:
            yield Count(offset + match.start(), offset + match.end(), value, label)


@cache
def _counts(language: str) -> re.Pattern[str]:
    words = number_words(language)
    lexicon = load_lexicon(language)
    return re.compile(
        rf"""(?<![\w.,:/§$€£+-])(?<!\d\s)
        (?: (?P<tens>(?:ett\s|an?\s)?(?:{lexicon.alternation("indicators.tens")}))(?!\w)
          | (?P<from>(?:från|from)\s)? (?P<first>{NUMBER}|{words}) (?: (?:\s?[-–]\s?|\s(?:till|to)\s) (?P<second>{NUMBER}|{words}) )? )
        (?![\w-])""",
        re.VERBOSE | re.IGNORECASE,
    )


def _value(match: re.Match[str], lexicon: Lexicon) -> tuple[Decimal, ...] | None:
    if match["tens"]:
        written = match["tens"].casefold().split()[-1]
        return (Decimal(lexicon.mapping("indicators.tens")[written]),)
    numbers = [_number(match[group], lexicon) for group in ("first", "second") if match[group]]
    if None in numbers or not numbers:
        return None
    values = tuple(n for n in numbers if n is not None)
    if match["from"] and len(values) == 2:
        return values[1:]  # «från 190 till 230»: the latter is the target
    if any(value < 2 for value in values) or (len(values) == 2 and values[0] >= values[1]):
        return None
    return values


def _number(written: str, lexicon: Lexicon) -> Decimal | None:
    if written[0].isdigit():
        return digits_number(written, english=lexicon.language == "en")
    return words_number(written, lexicon.language)


def _noun_phrase(after: str, lexicon: Lexicon) -> str | None:
    """What is counted: the words behind a number up to a verb or stop; empty where none stands there, None for what is no count."""
    if re.match(r"\s?(?:[./:]\s?\d|[-–]\w|°)", after):
        return None
    stops, no_counts = lexicon.words("indicators.label-stops"), lexicon.words("indicators.no-counts")
    words: list[str] = []
    for match in re.finditer(r"(?:\s+|^\s*)([^\W\d_][\w-]*)|(.)", after):
        word = match.group(1)
        if word is None or len(words) == 6:
            break
        joined = (
            word in ("och", "and")
            and len(words) == 1
            and words[0].casefold() in lexicon.words("indicators.paired")
            and not _counts(lexicon.language).match(after, match.end() + 1)
        )
        if word.casefold() in stops and not joined:
            break
        words.append(word)
    if not words:
        return ""
    if any(word.casefold() in no_counts for word in words[:2]) or words[0][0].isupper():
        return None
    if words[-1].casefold().endswith(lexicon.words("indicators.no-count-endings")):
        return None
    return " ".join(words)


def _changed(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    """What a share of change is of: «40 procent lägre uttag», «Förbrukningen har minskat med 23 procent»; empty where nothing changes."""
    change = lexicon.pattern("indicators.changes")
    behind = change.match(text, end + 1)
    if behind:
        phrase = re.match(r"[^.,;:()\n]{3,60}", text[end + 1 :])
        return squeeze(phrase.group()) if phrase else ""
    before = list(change.finditer(text[:start]))
    if before and start - before[-1].end() <= 25:
        phrase = re.search(r"[^.,;:()\n]{3,80}$", text[: before[-1].start()])
        return squeeze(phrase.group()) if phrase else ""
    return ""
