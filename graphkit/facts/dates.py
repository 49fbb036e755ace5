"""Dates and periods in a text: «1 september 2022 – 31 augusti 2025», «från våren 2020 till maj 2023», «startar i september i år»."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graphkit.facts.numbers import digits_number, number_words, words_number
from graphkit.facts.reading import DateRange
from graphkit.lexicon import Lexicon, load_lexicon

_NEAR = 70  # how far before a date its cue may begin


@dataclass(frozen=True, slots=True)
class _Point:
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
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)


def find_dates(text: str, language: str, *, issued: str = "", offset: int = 0) -> tuple[DateRange, ...]:
    """The dates and periods in a text, by start; `offset` is added to every start and end.

    Seasons give the year, half-years their middle, the turn of a year the side that the word before it asks for. A length gives an
    end only where it is safe («tre år från september 2019» is 2019-09 to 2022). `issued` (ISO) resolves «i vår» and «i september».

    >>> [(x.first, x.last, x.kind) for x in find_dates("Projektet pågår från våren 2020 till maj 2023.", "sv")]
    [('2020', '2023-05', 'period')]
    >>> [(x.text, x.first, x.kind) for x in find_dates("Det startade 2001 och ska vara klart i oktober 2025.", "sv")]
    [('2001', '2001', 'start'), ('oktober 2025', '2025-10', 'end')]
    >>> [(x.first, x.last) for x in find_dates("18 månader från 1 mars 2009", "sv")]
    [('2009-03-01', '2010-08')]
    >>> [(x.first, x.kind) for x in find_dates("It starts in September.", "en", issued="2019-05-14")]
    [('2019-09', 'start')]
    >>> find_dates("2000 besökare, dnr 2013-014, 0920-28 40 00", "sv")
    ()
    """
    words = load_lexicon(language)
    today = _issued(issued)
    points = _completed(text, list(_points(text, words, today)), words, today)
    found: list[DateRange] = []
    index = 0
    while index < len(points):
        point = points[index]
        after = points[index + 1] if index + 1 < len(points) else None
        if after and point.last is None and _is_range(text, point, after, words):
            found.append(_range(text, point, after))
            index += 2
            continue
        if point.year is not None:
            found.append(_with_length(text, point, words) or _single(text, point, words))
        index += 1
    found += _relative_ends(text, found, words)
    found.sort(key=lambda x: x.start)
    return tuple(replace(x, start=x.start + offset, end=x.end + offset) for x in found)


# --------------------------------------------------------------------------------------------------- points


@dataclass(frozen=True, slots=True)
class _Patterns:
    point: re.Pattern[str]
    year_before: re.Pattern[str]
    year_after: re.Pattern[str]
    no_year: re.Pattern[str]
    ambiguous: re.Pattern[str]
    gap: re.Pattern[str]
    between: re.Pattern[str]
    between_gap: re.Pattern[str]
    start: re.Pattern[str]
    end: re.Pattern[str]
    to: re.Pattern[str]
    running: re.Pattern[str]
    past: re.Pattern[str]
    open_end: re.Pattern[str]
    length_before: re.Pattern[str]
    length_after: re.Pattern[str]
    sooner: re.Pattern[str]


_YEAR = r"(?:19[5-9]\d|20[0-6]\d)"
_DASH = r"(?:--|[-‐‑–—−])"


@cache
def _patterns(language: str) -> _Patterns:
    words = load_lexicon(language)
    any_of = words.alternation
    months, seasons = any_of("dates.months"), any_of("dates.seasons")
    fillers = rf"(?:(?:{any_of('dates.fillers')})\s+){{0,3}}"
    relative = rf"(?P<relative>{any_of('dates.relative')})(?!\w)"
    point = rf"""
        (?<![\d.,:/§])(?:
          (?P<y1>{_YEAR})[-‐‑–/](?P<m1>0[1-9]|1[0-2])[-‐‑–/](?P<d1>[0-3]\d)(?!\d)               # 2024-09-01
        | (?P<y2>{_YEAR})[-‐‑](?P<m2>0[1-9]|1[0-2])(?!\d)(?![-‐‑]\d\d(?!\d))                     # 2024-09
        | (?P<d3>[0-3]?\d)\.\s?(?P<m3>[01]?\d)\.(?:\s?(?P<y3>{_YEAR})(?!\d)|(?=\s?[-–]))         # 31.12.2013, 1.8.–
        | (?P<d4>[0-3]?\d)/(?P<m4>[01]?\d)(?:[-\s]\s?|/)(?P<y4>{_YEAR})(?!\d)                    # 31/12 2013
        | (?:(?P<d5>[0-3]?\d)(?:\.|:e|:a|e|st|nd|rd|th)?\s(?:of\s)?)?(?<!\w)(?P<m5>{months})(?!\w)(?:\.(?=\s?\d))?
          (?:,?\s(?:år\s|of\s)?(?P<y5>{_YEAR})(?!\d)|\s(?P<e5>[0-3]?\d)(?:st|nd|rd|th)?,\s?(?P<f5>{_YEAR})(?!\d))?
        | (?<!\w)(?P<turn>{any_of("dates.turns-of-year")})\s(?P<y6>{_YEAR})\s?[/–-]\s?(?P<z6>{_YEAR}|\d\d)(?!\d)
        | (?<!\w)(?:{any_of("dates.mid-year")})\s(?:år\s)?(?P<mid>{_YEAR})(?!\d)
        | (?<!\w)(?P<season>{seasons})(?!\w)(?:\s(?:år\s|of\s|in\s)?(?P<y7>{_YEAR})(?!\d)(?:/\d\d(?!\d))?)?
        | (?<!\w){relative}
        | (?<![\w])(?P<y8>{_YEAR})(?![\w:])(?!-?tal)(?![-–](?!{_YEAR}(?!\d))\d{{3}})(?!/\d{{3}})(?:[-–/](?P<z8>\d\d)(?![\w.,:-]))?
        )
    """
    number = rf"(?:\d{{1,3}}(?:[.,]\d)?|{number_words(language)})"
    length = rf"(?P<number>{number})\s?(?P<unit>{any_of('dates.lengths')})(?!\w)"
    cue = rf"\s*[:|]?\s*{fillers}$"
    verb = rf"\s+(?:[^\W\d][\w-]*\s+){{0,2}}?{fillers}$"
    return _Patterns(
        point=_compile(point, re.VERBOSE),
        year_before=_compile(rf"(?:(?<!\w)(?:{any_of('dates.year-before')})\s+|[(:|–—]\s?|\n|\d{_DASH})$"),
        year_after=_compile(
            rf"\s*(?:$|[.,;:!?()|\n/\"”»]|{_DASH})|\s+(?:{any_of('dates.year-after')})(?!\w)|\s+(?-i:[A-ZÅÄÖ])"
        ),
        no_year=_compile(rf"(?<!\w)(?:{any_of('dates.not-years-after')})[\s-]+$"),
        ambiguous=_compile(any_of("dates.relative-ambiguous")),
        gap=_compile(rf"\s*,?\s*(?:{_DASH}|(?:{any_of('dates.range-words')}))\s*{fillers}"),
        between=_compile(rf"(?<!\w)(?:{any_of('dates.between')})\s+{fillers}$"),
        between_gap=_compile(rf"\s+(?:{any_of('dates.between-words')})\s+{fillers}"),
        start=_compile(rf"(?<!\w)(?:(?:{any_of('dates.start-words')}){cue}|(?:{any_of('dates.start-verbs')}){verb})"),
        end=_compile(rf"(?<!\w)(?:(?:{any_of('dates.end-words')}){cue}|(?:{any_of('dates.end-verbs')}){verb})"),
        to=_compile(rf"(?<!\w)(?:{any_of('dates.to-words')}){cue}"),
        running=_compile(rf"(?<!\w)(?:{any_of('dates.running')})(?!\w)"),
        past=_compile(rf"(?<!\w)(?:{any_of('dates.past')})(?!\w)"),
        open_end=_compile(
            rf"\s?[-–—]\s?(?:$|[\n;,)|]|(?:{any_of('dates.open-end')})(?!\w))|\s(?:{any_of('dates.open-end')})(?!\w)"
        ),
        length_before=_compile(rf"(?<!\w){length},?\s+(?:{any_of('dates.length-from')})\s+{fillers}$"),
        length_after=_compile(
            rf",?(?:\s+(?:{any_of('dates.length-links')})){{0,3}}(?P<verb>\s+(?:{any_of('dates.length-verbs')}))?"
            rf"\s+(?:{any_of('dates.length-words')})(?:\s+(?:{any_of('dates.length-links')}))?\s+{length}"
        ),
        sooner=_compile(
            rf"(?<!\w){length}\s(?:(?P<earlier>{any_of('dates.earlier')})|(?P<later>{any_of('dates.later')}))(?!\w)"
        ),
    )


def _compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags | re.IGNORECASE)


def _points(text: str, words: Lexicon, today: datetime.date | None) -> Iterator[_Point]:
    """Every date that the text writes, those without a year too."""
    patterns = _patterns(words.language)
    previous = -1
    for match in patterns.point.finditer(text):
        point = _point(match, words, today)
        if point is None or not _is_date(text, match, previous, patterns):
            continue
        previous = match.end()
        yield point


def _point(match: re.Match[str], words: Lexicon, today: datetime.date | None) -> _Point | None:
    start, end = match.span()
    group = match.groupdict()

    def number(*names: str) -> int | None:
        return next((int(group[name]) for name in names if group[name]), None)

    if match["relative"]:
        year = _relative_year(words.mapping("dates.relative")[_key(match["relative"])], today)
        return _Point(start, end, year, coarse=True, relative=True) if year else None
    if match["mid"]:
        return _Point(start, end, number("mid"), 6)
    if match["turn"]:
        return _Point(start, end, number("y6"), coarse=True, turn=True)
    if match["season"]:
        return _Point(start, end, number("y7"), coarse=True)
    if match["m5"]:
        if words.language == "en" and not match["m5"][0].isupper():
            return None  # «may», «march»
        month = int(words.mapping("dates.months")[_key(match["m5"])])
        return _valid(_Point(start, end, number("y5", "f5"), month, number("d5", "e5")))
    if match["y8"]:
        return _years(start, end, int(match["y8"]), match["z8"])
    return _valid(
        _Point(start, end, number("y1", "y2", "y3", "y4"), number("m1", "m2", "m3", "m4"), number("d1", "d3", "d4"))
    )


def _years(start: int, end: int, first: int, short: str | None) -> _Point | None:
    if not short:
        return _Point(start, end, first)
    last = first // 100 * 100 + int(short)
    if last <= first:
        return _Point(start, start + 4, first)
    return _Point(start, end, first, last=last)


def _valid(point: _Point) -> _Point | None:
    try:
        datetime.date(point.year or 2000, point.month or 1, point.day or 1)
    except ValueError:
        return None
    return point


def _is_date(text: str, match: re.Match[str], previous: int, patterns: _Patterns) -> bool:
    """Whether a date is none of a reference («2013-014»), a count («2000 resenärer») and a name («Agenda 2030»)."""
    start, end = match.span()
    before = text[max(0, start - 25) : start]
    if re.search(rf"\d\s?{_DASH}\s?$", before) and not 0 <= start - previous <= 4 and not re.search(r"\s$", before):
        return False
    if match["relative"] and patterns.ambiguous.fullmatch(match["relative"]):
        return patterns.year_after.match(text, end) is not None  # «i vår journalistik»
    if not match["y8"]:
        return True
    if patterns.no_year.search(before):
        return False
    return bool(patterns.year_before.search(before) or patterns.year_after.match(text, end))


def _key(written: str) -> str:
    return " ".join(written.casefold().split())


# ------------------------------------------------------------------------------------------ years that lack


def _issued(issued: str) -> datetime.date | None:
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", issued)
    return datetime.date(int(match[1]), int(match[2] or 7), int(match[3] or 1)) if match else None


def _relative_year(rule: str, today: datetime.date | None) -> int | None:
    if today is None:
        return None
    if rule.startswith("last "):
        return today.year if today.month >= int(rule.removeprefix("last ")) else today.year - 1
    return today.year + int(rule)


def _completed(text: str, points: list[_Point], words: Lexicon, today: datetime.date | None) -> list[_Point]:
    """The points, with the year of «1 september – 31 augusti 2025», «i september i år» and «startar i juni» filled in."""
    patterns = _patterns(words.language)
    result: list[_Point] = []
    for index, point in enumerate(points):
        after = points[index + 1] if index + 1 < len(points) else None
        previous = result[-1] if result else None
        if previous and point.relative and point.start < previous.end:
            continue
        if point.year is None and after and after.relative and after.start - point.end <= 1:
            point = replace(point, year=after.year, end=after.end)  # «i september i år»
        elif point.year is None and after and after.year is not None and _is_range(text, point, after, words):
            earlier = (point.month or 0, point.day or 0) <= (after.month or 13, after.day or 32)
            point = replace(point, year=after.year if earlier else after.year - 1)
        elif point.year is None and previous and previous.year is not None and _is_range(text, previous, point, words):
            later = (point.month or 13, point.day or 32) >= (previous.month or 0, previous.day or 0)
            point = replace(point, year=previous.year if later else previous.year + 1)
        elif point.year is None and point.month and today:
            before = text[max(0, point.start - _NEAR) : point.start]
            if cue := patterns.start.search(before) or patterns.end.search(before):
                past = patterns.past.search(cue[0]) is not None
                step = (point.month <= today.month) - 1 if past else int(point.month < today.month)
                point = replace(point, year=today.year + step)
        result.append(point)
    return result


# -------------------------------------------------------------------------------------------------- periods


def _is_range(text: str, first: _Point, second: _Point, words: Lexicon) -> bool:
    """Whether two dates are the ends of one period; of two bare years joined by «och» only when one follows the other."""
    if second.start - first.end > 40:
        return False
    patterns = _patterns(words.language)
    gap = text[first.end : second.start]
    if first.year and second.year and first.year > second.year:
        return False
    if patterns.gap.fullmatch(gap):
        return True
    if not patterns.between_gap.fullmatch(gap):
        return False
    consecutive = bool(first.year and second.year) and not first.month and not second.month
    consecutive = consecutive and not (first.coarse or second.coarse) and second.year == (first.year or 0) + 1
    return consecutive or patterns.between.search(text[max(0, first.start - _NEAR) : first.start]) is not None


def _range(text: str, first: _Point, second: _Point) -> DateRange:
    begin = replace(first, year=first.year + 1) if first.turn and first.year else first
    return DateRange(
        start=first.start,
        end=second.end,
        text=text[first.start : second.end],
        first=begin.iso if begin.year else None,
        last=second.iso if second.year else None,
        kind="period",
    )


def _single(text: str, point: _Point, words: Lexicon) -> DateRange:
    """One date and what the words before it make of it: a start, an end, or only a date."""
    patterns = _patterns(words.language)
    before = text[max(0, point.start - _NEAR) : point.start]
    starts, ends = _last(patterns.start, before), _last(patterns.end, before)
    kind = "date"
    if point.last is not None:
        kind = "period"
    elif starts > ends or patterns.open_end.match(text, point.end):
        kind = "start"
    elif ends >= 0 or (patterns.to.search(before) and (patterns.running.search(before) or point.day)):
        kind = "end"
    if point.turn and kind == "start" and point.year:
        point = replace(point, year=point.year + 1)
    last = str(point.last) if point.last is not None else None
    return DateRange(
        start=point.start, end=point.end, text=text[point.start : point.end], first=point.iso, last=last, kind=kind
    )


def _last(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else -1


# -------------------------------------------------------------------------------------------------- lengths


def _with_length(text: str, point: _Point, words: Lexicon) -> DateRange | None:
    """«18 månader från 1 mars 2009», «startar 1 september 2022 och håller på i två och ett halvt år»; else None."""
    patterns = _patterns(words.language)
    before = text[max(0, point.start - _NEAR) : point.start]
    start, end = point.start, point.end
    if match := patterns.length_before.search(before):
        start = point.start - len(before) + match.start()
    elif (match := patterns.length_after.match(text, point.end)) and (match["verb"] or patterns.start.search(before)):
        end = match.end()
    months = _months(match, words) if match else None
    if not months or not point.month or not point.year:
        return None
    last = _after(point, months)
    if not point.day and words.mapping("dates.lengths")[_key(match["unit"] if match else "")] == "12":
        last = last[:4]  # «två år från oktober 2019»: the month isn't sure
    return DateRange(start=start, end=end, text=text[start:end], first=point.iso, last=last, kind="period")


def _months(match: re.Match[str], words: Lexicon) -> int | None:
    written = match["number"]
    number = digits_number(written, decimal=True) if written[0].isdigit() else words_number(written, words.language)
    months = (number or 0) * int(words.mapping("dates.lengths")[_key(match["unit"])])
    return int(months) if months == int(months) and months <= 600 else None


def _after(point: _Point, months: int) -> str:
    """The month in which a length that begins at the point ends: the day before, so many months on."""
    index = (point.year or 0) * 12 + (point.month or 1) - 1 + months
    if (point.day or 1) == 1:
        index -= 1
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _relative_ends(text: str, found: list[DateRange], words: Lexicon) -> list[DateRange]:
    """«de övriga två avslutas ett halvår tidigare»: counted from the date before it, if that is known to the month."""
    patterns = _patterns(words.language)
    result = []
    for match in patterns.sooner.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        kind = "end" if patterns.end.search(before) else "start" if patterns.start.search(before) else ""
        bases = [x for x in found if x.end <= match.start() < x.end + 200]
        months = _months(match, words)
        value = (bases[-1].last or bases[-1].first or "") if bases else ""
        if not kind or not months or len(value) < 7:
            continue
        index = int(value[:4]) * 12 + int(value[5:7]) - 1 + (months if match["later"] else -months)
        date = f"{index // 12:04d}-{index % 12 + 1:02d}"
        result.append(DateRange(start=match.start(), end=match.end(), text=match[0], first=date, last=None, kind=kind))
    return result
