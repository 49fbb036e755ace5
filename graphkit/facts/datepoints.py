"""Single dates in a text, as precise as they are written, and the words that make a start, an end or a length of them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphkit.facts.numbers import number_words
from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.wordpatterns import WordPattern


@dataclass(frozen=True, slots=True)
class Point:
    """A date in the text, as precise as it is written; without a year it needs a neighbour's or the date of issue.

    `last` is the last year of one written as several («2013/14»); `coarse` marks a season or part of a year, `turn` the turn of
    a year, `relative` what the date of issue resolved («i år»).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: int | None = None
    coarse: bool = False
    turn: bool = False
    relative: bool = False

    @property
    def iso(self) -> str:
        """The date in ISO form; the point must have a year."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The regexes of one language, made from its lexicon."""

    point: WordPattern
    year_before: re.Pattern[str]
    year_after: re.Pattern[str]
    no_year: re.Pattern[str]
    ambiguous: re.Pattern[str]
    gap: re.Pattern[str]
    between: re.Pattern[str]
    between_gap: re.Pattern[str]
    start: WordPattern
    end: WordPattern
    to: WordPattern
    running: WordPattern
    past: WordPattern
    open_end: re.Pattern[str]
    start_after: re.Pattern[str]
    end_after: re.Pattern[str]
    length_before: re.Pattern[str]
    length_after: re.Pattern[str]
    sooner: re.Pattern[str]
    length_to: re.Pattern[str]
    long: re.Pattern[str]


_YEAR = r"(?:19[5-9]\d|20[0-6]\d)"
_DASH = r"(?:--|[-‐‑–—−])"
_DASH_ONE = "[-‐‑–—−]"
_SHORT = r"(?:\d{6}|\d\d-\d\d-\d\d)"


_PIVOT = 60
"""Above this, a year of two figures is one of the nineteen-hundreds."""


@cache
def patterns_of(language: str) -> Patterns:
    """The regexes of a language; all repetitions in them are bounded, so that they stay linear."""
    words = load_lexicon(language)
    any_of = words.alternation
    months, seasons = any_of("dates.months"), any_of("dates.seasons")
    fillers = rf"(?:(?:{any_of('dates.fillers')})\s+){{0,3}}"
    relative = rf"(?P<relative>{any_of('dates.relative')})(?!\w)"
    point = rf"""
        (?<![\d.,:/§])(?:
          (?P<y1>{_YEAR})[-‐‑–/](?P<m1>0[1-9]|1[0-2])[-‐‑–/](?P<d1>[0-3]\d)(?!\d)               # 2024-09-01
        | (?P<y9>{_YEAR})(?P<m9>0[1-9]|1[0-2])(?P<d9>[0-3]\d)(?!\d)
          (?:(?=\s?{_DASH}\s?{_YEAR}\d{{4}}(?!\d))|(?<=\d{_DASH_ONE}\d{{8}})|(?<=\d\s{_DASH_ONE}\s\d{{8}}))  # 20240901–20250831
        | (?P<y2>{_YEAR})[-‐‑](?P<m2>0[1-9]|1[0-2])(?!\d)(?![-‐‑]\d\d(?!\d))                     # 2024-09
        | (?P<y10>{_YEAR})\.(?P<m10>0[1-9]|1[0-2])\.(?P<d10>[0-3]\d)(?!\d)                       # 2024.09.01
        | (?P<d11>[0-3]?\d)[-‐‑](?P<m11>[01]?\d)[-‐‑](?P<y13>{_YEAR})(?!\d)                        # 01-09-2024
        | (?P<y12>\d\d)(?P<s12>[-‐‑]?)(?P<m12>0[1-9]|1[0-2])(?P=s12)(?P<d12>0[1-9]|[12]\d|3[01])(?!\d)
          (?:(?=\s?{_DASH}\s?{_SHORT}(?!\d))|(?<=\d{_DASH_ONE}\d{{6}})|(?<=\d\s{_DASH_ONE}\s\d{{6}})|(?<=\d\s{_DASH_ONE}\s\d\d-\d\d-\d\d))  # 121001–141231
        | (?P<d3>[0-3]?\d)\.\s?(?P<m3>[01]?\d)\.(?:\s?(?P<y3>{_YEAR})(?!\d)|(?=\s?[-–]))         # 31.12.2013, 1.8.–
        | (?P<d4>[0-3]?\d)/(?P<m4>[01]?\d)(?:[-\s]\s?|/)(?P<y4>{_YEAR})(?!\d)                    # 31/12 2013
        | (?P<m6>0?[1-9]|1[0-2])/(?P<y0>{_YEAR})(?!\d)                                             # 10/2016
        | (?P<m7>0[1-9]|1[0-2])\.(?P<y11>{_YEAR})(?!\d)(?=\s?{_DASH}|\s*$)                        # 10.2016 –
        | (?:(?P<d5>[0-3]?\d)(?:\.|:e|:a|e|st|nd|rd|th)?[\s-](?:of\s)?)?(?<!\w)(?P<m5>{months})(?!\w)(?:\.(?=\s?\d))?
          (?:(?:,?\s(?:år\s|of\s)?|-)(?P<y5>{_YEAR})(?!\d)|\s(?P<e5>[0-3]?\d)(?:st|nd|rd|th)?,\s?(?P<f5>{_YEAR})(?!\d))?
        | (?<!\w)(?P<turn>{any_of("dates.turns-of-year")})\s(?P<y6>{_YEAR})\s?[/–-]\s?(?P<z6>{_YEAR}|\d\d)(?!\d)
        | (?<!\w)(?:{any_of("dates.mid-year")})\s(?:år\s)?(?P<mid>{_YEAR})(?!\d)
        | (?<!\w)(?P<season>{seasons})(?!\w)(?:\s(?:år\s|of\s|in\s)?(?P<y7>{_YEAR})(?!\d)(?:/\d\d(?!\d))?)?
        | (?<!\w){relative}
        | (?<![\w])(?P<y8>{_YEAR})(?![\w:])(?!-?tal)(?![-–](?!{_YEAR}(?!\d))\d{{3}})(?!/\d{{3}})(?:[-–/](?P<z8>\d\d)(?![\w.,:-]))?
        )
    """
    groups = ("dates.months", "dates.seasons", "dates.turns-of-year", "dates.mid-year", "dates.relative")
    words_of_dates = [word for group in groups for word in words.longest_first(group)]
    number = rf"(?:\d{{1,3}}(?:[.,]\d)?|{number_words(language)})"
    length = rf"(?P<number>{number})\s?(?P<unit>{any_of('dates.lengths')})(?!\w)"
    cue = rf"\s*[:|]?\s*{fillers}$"
    verb = rf"\s+(?:[^\W\d][\w-]*\s+){{0,2}}?{fillers}$"
    return Patterns(
        point=WordPattern(point, words_of_dates, begins=r"\d", flags=re.VERBOSE),
        year_before=_compile(rf"(?:(?<!\w)(?:{any_of('dates.year-before')})\s+|[(:|–—]\s?|\n|\d{_DASH})$"),
        year_after=_compile(
            rf"\s*(?:$|[.,;:!?()|\n/\"”»]|{_DASH})|\s+(?:{any_of('dates.year-after')})(?!\w)|\s+(?-i:[A-ZÅÄÖ])"
        ),
        no_year=_compile(rf"(?<!\w)(?:{any_of('dates.not-years-after')})[\s-]+$"),
        ambiguous=_compile(any_of("dates.relative-ambiguous")),
        gap=_compile(rf"\s*,?\s*(?:{_DASH}|[→➔➜]|->|(?:{any_of('dates.range-words')}))\s*{fillers}"),
        between=_compile(rf"(?<!\w)(?:{any_of('dates.between')})\s+{fillers}$"),
        between_gap=_compile(rf"\s+(?:{any_of('dates.between-words')})\s+{fillers}"),
        start=WordPattern(
            rf"(?:{any_of('dates.start-words')}){cue}|(?:{any_of('dates.start-verbs')}){verb}",
            [*words.longest_first("dates.start-words"), *words.longest_first("dates.start-verbs")],
        ),
        end=WordPattern(
            rf"(?:{any_of('dates.end-words')}){cue}|(?:{any_of('dates.end-verbs')}){verb}",
            [*words.longest_first("dates.end-words"), *words.longest_first("dates.end-verbs")],
        ),
        to=WordPattern(rf"(?:{any_of('dates.to-words')}){cue}", words.longest_first("dates.to-words")),
        running=words.pattern("dates.running"),
        past=words.pattern("dates.past"),
        open_end=_compile(
            rf"\s?[-–—]\s?(?:$|[\n;,)|]|(?:{any_of('dates.open-end')})(?!\w))|\s(?:{any_of('dates.open-end')})(?!\w)"
        ),
        start_after=_compile(rf"\s(?:{any_of('dates.start-verbs')})(?!\w)"),
        end_after=_compile(rf"\s(?:{any_of('dates.end-verbs')})(?!\w)"),
        length_before=_compile(rf"(?<!\w){length},?\s+(?:{any_of('dates.length-from')})\s+{fillers}$"),
        length_after=_compile(
            rf",?(?:\s+(?:{any_of('dates.length-links')})){{0,3}}(?P<verb>\s+(?:{any_of('dates.length-verbs')}))?"
            rf"\s+(?:{any_of('dates.length-words')})(?:\s+(?:{any_of('dates.length-links')}))?\s+{length}"
        ),
        length_to=_compile(rf"(?<!\w){length},?\s+(?:{any_of('dates.length-to')})\s+{fillers}$"),
        long=_compile(rf"(?<!\w)(?P<number>\d|{any_of('money.numerals')})[- ]?(?:{any_of('dates.long-words')})(?!\w)"),
        sooner=_compile(
            rf"(?<!\w){length}\s(?:(?P<earlier>{any_of('dates.earlier')})|(?P<later>{any_of('dates.later')}))(?!\w)"
        ),
    )


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def written_points(text: str, words: Lexicon, today: datetime.date | None) -> Iterator[Point]:
    """Every date that the text writes, those without a year too."""
    patterns = patterns_of(words.language)
    previous = -1
    for match in patterns.point.finditer(text):
        point = _point(match, words, today)
        if point is None or not _is_date(text, match, previous, patterns):
            continue
        previous = match.end()
        yield point


def _point(match: re.Match[str], words: Lexicon, today: datetime.date | None) -> Point | None:
    start, end = match.span()
    group = match.groupdict()

    def number(*names: str) -> int | None:
        return next((int(group[name]) for name in names if group[name]), None)

    if match["relative"]:
        year = _relative_year(words.mapping("dates.relative")[as_key(match["relative"])], today)
        return Point(start, end, year, coarse=True, relative=True) if year else None
    if match["mid"]:
        return Point(start, end, number("mid"), 6)
    if match["turn"]:
        return Point(start, end, number("y6"), coarse=True, turn=True)
    if match["season"]:
        return Point(start, end, number("y7"), coarse=True)
    if match["m5"]:
        if words.language == "en" and not match["m5"][0].isupper():
            return None  # «may», «march»
        month = int(words.mapping("dates.months")[as_key(match["m5"])])
        return _valid(Point(start, end, number("y5", "f5"), month, number("d5", "e5")))
    if match["y8"]:
        return _years(start, end, int(match["y8"]), match["z8"])
    return _valid(
        Point(
            start,
            end,
            number("y1", "y2", "y3", "y4", "y9", "y0", "y10", "y11", "y13") or _century(number("y12")),
            number("m1", "m2", "m3", "m4", "m9", "m6", "m7", "m10", "m11", "m12"),
            number("d1", "d3", "d4", "d9", "d10", "d11", "d12"),
        )
    )


def _century(short: int | None) -> int | None:
    """The year of two figures: 12 is 2012, 97 is 1997."""
    return None if short is None else short + (1900 if short > _PIVOT else 2000)


def _years(start: int, end: int, first: int, short: str | None) -> Point | None:
    if not short:
        return Point(start, end, first)
    last = first // 100 * 100 + int(short)
    if last <= first:
        return Point(start, start + 4, first)
    return Point(start, end, first, last=last)


def _valid(point: Point) -> Point | None:
    try:
        datetime.date(point.year or 2000, point.month or 1, point.day or 1)
    except ValueError:
        return None
    return point


_BEHIND_DASH = re.compile(rf"\d\s?{_DASH}\s?$")


def _is_date(text: str, match: re.Match[str], previous: int, patterns: Patterns) -> bool:
    """Whether a date is none of a reference («2013-014»), a count («2000 resenärer») and a name («Agenda 2030»)."""
    start, end = match.span()
    before = text[max(0, start - 25) : start]
    if _BEHIND_DASH.search(before) and not 0 <= start - previous <= 4 and not re.search(r"\s$", before):
        return False
    if match["relative"] and patterns.ambiguous.fullmatch(match["relative"]):
        return patterns.year_after.match(text, end) is not None  # «i vår journalistik»
    if not match["y8"] and not match["y0"]:
        return True
    if patterns.no_year.search(before):
        return False
    return bool(match["y0"] or patterns.year_before.search(before) or patterns.year_after.match(text, end))


def as_key(written: str) -> str:
    """A word as the lexicon's mappings hold it."""
    return " ".join(written.casefold().split())


def _relative_year(rule: str, today: datetime.date | None) -> int | None:
    if today is None:
        return None
    if rule.startswith("last "):
        return today.year if today.month >= int(rule.removeprefix("last ")) else today.year - 1
    return today.year + int(rule)
