"""Dates and periods in a text: «1 september 2022 – 31 augusti 2025», «från våren 2019 till maj 2022», «startar i september i år»."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from graphkit.facts.datepoints import Point, as_key, patterns_of, written_points
from graphkit.facts.numbers import digits_number, words_number
from graphkit.facts.reading import DateRange
from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.wordpatterns import WordPattern

_NEAR = 70  # how far before a date its cue may begin


def find_dates(text: str, language: str, *, issued: str = "", offset: int = 0) -> tuple[DateRange, ...]:
    """The dates and periods in a text, by start; `offset` is added to every start and end.

    Seasons give the year, half-years their middle, the turn of a year the side that the word before it asks for. A length gives an
    end only where it is safe («tre år från september 2019» is 2019-09 to 2022). `issued` (ISO) resolves «i vår» and «i september».

    >>> [(x.first, x.last, x.kind) for x in find_dates("Projektet pågår från våren 2019 till maj 2022.", "sv")]
    [('2019', '2022-05', 'period')]
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
    points = _completed(text, list(written_points(text, words, today)), words, today)
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
            found.append(
                _with_length(text, point, words) or _backwards(text, point, words) or _single(text, point, words)
            )
        index += 1
    found = _lasting(text, found, words)
    found += _relative_ends(text, found, words)
    found.sort(key=lambda x: x.start)
    return tuple(replace(x, start=x.start + offset, end=x.end + offset) for x in found)


def _issued(issued: str) -> datetime.date | None:
    """The month of issue; a year without one counts as its middle."""
    match = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", issued)
    return datetime.date(int(match[1]), int(match[2] or 7), 1) if match else None


def _completed(text: str, points: list[Point], words: Lexicon, today: datetime.date | None) -> list[Point]:
    """The points, with the year of «1 september – 31 augusti 2025», «i september i år» and «startar i juni» filled in."""
    patterns = patterns_of(words.language)
    result: list[Point] = []
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
            cue = patterns.start.search(before) or patterns.end.search(before)
            cue = cue or patterns.start_after.match(text, point.end) or patterns.end_after.match(text, point.end)
            if cue:
                past = patterns.past.search(cue[0]) is not None
                step = (point.month <= today.month) - 1 if past else int(point.month < today.month)
                point = replace(point, year=today.year + step)
        result.append(point)
    return result


# -------------------------------------------------------------------------------------------------- periods


def _is_range(text: str, first: Point, second: Point, words: Lexicon) -> bool:
    """Whether two dates are the ends of one period; of two bare years joined by «och» only when one follows the other."""
    if second.start - first.end > 40:
        return False
    patterns = patterns_of(words.language)
    gap = text[first.end : second.start]
    if first.year and second.year and first.year > second.year:
        return False
    if patterns.gap.fullmatch(gap) or (gap.isspace() and _is_labelled(text, first, words)):
        return True
    if not patterns.between_gap.fullmatch(gap):
        return False
    consecutive = bool(first.year and second.year) and not first.month and not second.month
    consecutive = consecutive and not (first.coarse or second.coarse) and second.year == (first.year or 0) + 1
    return consecutive or patterns.between.search(text[max(0, first.start - _NEAR) : first.start]) is not None


def _is_labelled(text: str, first: Point, words: Lexicon) -> bool:
    """Whether the label of a period stands before a date, so that the next date ends it: «Projekttid maj 2007 juni 2011» of a box run together."""
    before = text[max(0, first.start - _NEAR) : first.start]
    return words.regex(r"(?<!\w)(?:<columns.period>)\s*:?\s$", re.IGNORECASE).search(before) is not None


def _range(text: str, first: Point, second: Point) -> DateRange:
    begin = replace(first, year=first.year + 1) if first.turn and first.year else first
    return DateRange(
        start=first.start,
        end=second.end,
        text=text[first.start : second.end],
        first=begin.iso if begin.year else None,
        last=second.iso if second.year else None,
        kind="period",
    )


def _single(text: str, point: Point, words: Lexicon) -> DateRange:
    """One date and what the words before it make of it: a start, an end, or only a date."""
    patterns = patterns_of(words.language)
    before = text[max(0, point.start - _NEAR) : point.start]
    starts, ends = _last(patterns.start, before), _last(patterns.end, before)
    kind = "date"
    if point.last is not None:
        kind = "period"
    elif starts > ends or patterns.open_end.match(text, point.end):
        kind = "start"
    elif ends >= 0 or (patterns.to.search(before) and (patterns.running.search(before) or point.day)):
        kind = "end"
    elif patterns.start_after.match(text, point.end):  # «2001 startade projektet»
        kind = "start"
    elif patterns.end_after.match(text, point.end):
        kind = "end"
    if point.turn and kind == "start" and point.year:
        point = replace(point, year=point.year + 1)
    last = str(point.last) if point.last is not None else None
    return DateRange(
        start=point.start, end=point.end, text=text[point.start : point.end], first=point.iso, last=last, kind=kind
    )


def _last(pattern: WordPattern, text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else -1


# -------------------------------------------------------------------------------------------------- lengths


def _with_length(text: str, point: Point, words: Lexicon) -> DateRange | None:
    """«18 månader från 1 mars 2009», «startar 1 september 2022 och håller på i två och ett halvt år»; else None."""
    patterns = patterns_of(words.language)
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
    if not point.day and words.mapping("dates.lengths")[as_key(match["unit"] if match else "")] == "12":
        last = last[:4]  # «två år från oktober 2019»: the month isn't sure
    return DateRange(start=start, end=end, text=text[start:end], first=point.iso, last=last, kind="period")


def _backwards(text: str, point: Point, words: Lexicon) -> DateRange | None:
    """«sträcker sig tre år, till hösten 2026» began in 2023; None for any other date, and a length of less than whole years."""
    patterns = patterns_of(words.language)
    before = text[max(0, point.start - _NEAR) : point.start]
    match = patterns.length_to.search(before)
    months = _months(match, words) if match else None
    if match is None or not months or months % 12 or not point.year:
        return None
    start = point.start - len(before) + match.start()
    first = f"{point.year - months // 12:04d}"
    return DateRange(
        start=start, end=point.end, text=text[start : point.end], first=first, last=point.iso, kind="period"
    )


def _lasting(text: str, found: list[DateRange], words: Lexicon) -> list[DateRange]:
    """The dates, with the end of a start that is told to the month in a text with one length: «det treåriga projektet startar i mars 2023»."""
    starts = [x for x in found if x.kind == "start" and len(x.first or "") > len("2023")]
    lengths = list(patterns_of(words.language).long.finditer(text)) if len(starts) == len(found) == 1 else []
    if len(lengths) != 1:
        return found
    only = starts[0]
    written = lengths[0]["number"]
    number = int(written) if written.isdigit() else words_number(written, words.language)
    year, month = int((only.first or "")[:4]), int((only.first or "")[5:7])
    if number is None or number != int(number):
        return found
    return [replace(only, last=str(year + int(number) - (month == 1)), kind="period")]


def _months(match: re.Match[str], words: Lexicon) -> int | None:
    written = match["number"]
    number = digits_number(written, decimal=True) if written[0].isdigit() else words_number(written, words.language)
    months = (number or 0) * int(words.mapping("dates.lengths")[as_key(match["unit"])])
    return int(months) if months == int(months) and months <= 600 else None


def _after(point: Point, months: int) -> str:
    """The month in which a length that begins at the point ends: the day before, so many months on."""
    index = (point.year or 0) * 12 + (point.month or 1) - 1 + months
    if (point.day or 1) == 1:
        index -= 1
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _relative_ends(text: str, found: list[DateRange], words: Lexicon) -> list[DateRange]:
    """«de övriga två avslutas ett halvår tidigare»: counted from the date before it, if that is known to the month."""
    patterns = patterns_of(words.language)
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
