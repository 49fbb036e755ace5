"""Sums that don't add up within a document: a table's sum row, its column of totals, and women and men beside all that were counted.

Only the stored text is needed: rows are lines with bars between their cells. Nothing is said of a table that can't be read without doubt:
a row with fewer cells than the others may have an empty one anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graphkit.documents.builder import BETWEEN_BLOCKS, BETWEEN_CELLS
from graphkit.facts.numbers import NUMBER, digits_number
from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.model import Facts
from graphkit.text import sentences, squeeze

_NOTHING = frozenset(["–", "-", "—", "0"])
_LEAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongSum:
    """Addends whose sum is another than the one written; `what` names the column, row or noun, `quotes` are the lines that say so."""

    what: str
    addends: tuple[Decimal, ...]
    written: Decimal
    quotes: tuple[str, ...]

    @property
    def sum(self) -> Decimal:
        """What the addends make."""
        return sum(self.addends, Decimal(0))


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    cells: tuple[str, ...]
    numbers: tuple[Decimal | None, ...]

    @property
    def is_header(self) -> bool:
        """Whether no cell counts anything: words, and years at most."""
        cells = zip(self.cells[1:], self.numbers[1:], strict=True)
        return not any(number is not None and not _is_year(cell) for cell, number in cells)

    def counted(self, columns: Sequence[int]) -> tuple[Decimal, ...] | None:
        """The numbers in columns; None where a cell holds something else."""
        found = tuple(self.numbers[column] for column in columns)
        return tuple(x for x in found if x is not None) if None not in found else None


def find_wrong_sums(facts: Facts) -> tuple[WrongSum, ...]:
    """The sums of a document that don't add up, in the order of its text."""
    lexicon = load_lexicon(facts.info.language)
    found: list[WrongSum] = []
    for rows in _tables(facts.text, lexicon):
        found += _down(rows, lexicon)
        found += _across(rows, lexicon)
    found += _parted(facts.text, lexicon)
    return tuple(dict.fromkeys(sorted(found, key=lambda wrong: facts.text.find(wrong.quotes[0]))))


def _tables(text: str, lexicon: Lexicon) -> Iterator[list[_Row]]:
    """Runs of rows of as many cells each."""
    rows: list[_Row] = []
    for block in text.split(BETWEEN_BLOCKS):
        cells = tuple(squeeze(cell) for cell in block.split(BETWEEN_CELLS))
        row = _Row(block, cells, tuple(_number(cell, lexicon) for cell in cells))
        if rows and len(cells) != len(rows[-1].cells):
            yield rows
            rows = []
        if len(cells) > 1:
            rows.append(row)
    yield rows


def _number(cell: str, lexicon: Lexicon) -> Decimal | None:
    """The number that a cell holds and nothing else but a currency or unit.

    >>> sv = load_lexicon("sv")
    >>> _number("1 250 000 kr", sv), _number("–", sv), _number("65 %", sv), _number("2 av 3", sv)
    (Decimal('1250000'), Decimal('0'), None, None)
    """
    if cell in _NOTHING:
        return Decimal(0)
    match = re.fullmatch(rf"({NUMBER})(?:\s?(?:[^\W\d_]{{1,10}}\.?|[€$£]|:-))?", cell)
    return digits_number(match[1], english=lexicon.language == "en") if match else None


def _is_sum(cell: str, lexicon: Lexicon) -> bool:
    return cell.casefold().rstrip(" :") in lexicon.words("columns.sum-rows")


def _down(rows: Sequence[_Row], lexicon: Lexicon) -> Iterator[WrongSum]:
    """Sum rows against the rows above them: all rows, those since the last sum row, or the last sum rows themselves."""
    header: tuple[str, ...] = ()
    parts: list[_Row] = []
    since: list[_Row] = []
    sums: list[_Row] = []
    for row in rows:
        if _is_sum(row.cells[0], lexicon):
            for column in range(1, len(row.cells)):
                written = row.numbers[column]
                if not written:
                    continue
                tried = [_column(group, column) for group in (since, parts, sums)]
                told = [addends for addends in tried if addends is not None]
                # A group that can't be read might be the right one, so nothing is said then.
                if len(tried[0] or ()) >= _LEAST and None not in tried and not any(_adds_up(x, written) for x in told):
                    what = header[column] if column < len(header) else row.cells[0]
                    lines = (*(one.text for one in since), row.text)
                    yield WrongSum(what=what, addends=told[0], written=written, quotes=lines)
            sums.append(row)
            since = []
        elif row.is_header:
            header, parts, since, sums = row.cells, [], [], []
        else:
            parts.append(row)
            since.append(row)


def _column(rows: Sequence[_Row], column: int) -> tuple[Decimal, ...] | None:
    found = tuple(row.numbers[column] for row in rows)
    return tuple(x for x in found if x is not None) if None not in found else None


def _across(rows: Sequence[_Row], lexicon: Lexicon) -> Iterator[WrongSum]:
    """A column of totals against the columns before it, where these are years or the groups of one whole: «Kvinnor | Män | Totalt»."""
    parts: list[int] = []
    total = 0
    for row in rows:
        if row.is_header:
            totals = [column for column, cell in enumerate(row.cells) if column and _is_sum(cell, lexicon)]
            total = totals[0] if len(totals) == 1 else 0
            parts = _parts(row.cells[:total], lexicon)
            continue
        addends = row.counted(parts)
        if len(parts) >= _LEAST and addends and (written := row.numbers[total]) and not _adds_up(addends, written):
            yield WrongSum(what=row.cells[0], addends=addends, written=written, quotes=(row.text,))


def _parts(headers: Sequence[str], lexicon: Lexicon) -> list[int]:
    """The columns right before the total that are all years, or all groups."""
    found: list[int] = []
    kinds = set()
    for column in range(len(headers) - 1, -1, -1):
        kind = "year" if _is_year(headers[column]) else "group" if _group(headers[column], lexicon) else ""
        if not kind:
            break
        kinds.add(kind)
        found.insert(0, column)
    return found if len(kinds) == 1 else []


def _is_year(cell: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d(?:\s?[–-]\s?(?:(?:19|20)\d\d|\d\d))?", cell) is not None


def _group(cell: str, lexicon: Lexicon) -> str:
    """The group that a word is of, of those that make one whole together: «first» or «second», with the number of the pair."""
    word = cell.casefold().rstrip(" :")
    return lexicon.mapping("sums.halves").get(word, "")


def _parted(text: str, lexicon: Lexicon) -> Iterator[WrongSum]:
    """«24 deltagare, varav 10 kvinnor och 15 män», «10 kvinnor och 15 män, totalt 24»: both halves and the whole in one sentence."""
    halves = lexicon.alternation("sums.halves")
    number = r"(?<![\w.,/–-])(\d{1,3}(?:[  ]\d{3})*|\d{1,7})(?![\w.,/–-]\d)"
    joint = rf"(?:\s?,|\s(?:{lexicon.alternation('sums.joints')}))"
    both = rf"{number}\s(?:[^\W\d_]+\s)?({halves}){joint}\s{number}\s(?:[^\W\d_]+\s)?({halves})(?!\w)"
    parting = rf"\s?[,(:–-]?\s?\(?(?:{lexicon.alternation('sums.parting')}|\()\s?"
    total = rf"(?:{lexicon.alternation('sums.totals')})\s(?:[^\W\d_]+\s)?"
    before = re.compile(rf"{number}\s([^\W\d_][^\d.;:(]{{1,50}}?){parting}{both}", re.IGNORECASE)
    after = re.compile(rf"{both}\)?\s?[,(:;–-]?\s?(?:\w+\s)?{total}{number}", re.IGNORECASE)
    for start, end in sentences(text):
        sentence = text[start:end]
        for match in before.finditer(sentence):
            whole, what, first, one, second, other = match.groups()
            yield from _halved(lexicon, sentence, what, (first, one), (second, other), whole)
        for match in after.finditer(sentence):
            first, one, second, other, whole = match.groups()
            yield from _halved(lexicon, sentence, f"{one} + {other}", (first, one), (second, other), whole)


def _halved(
    lexicon: Lexicon, sentence: str, what: str, one: tuple[str, str], other: tuple[str, str], whole: str
) -> Iterator[WrongSum]:
    sides = {_group(one[1], lexicon), _group(other[1], lexicon)}
    if len({side[:-1] for side in sides}) == 1 and len(sides) == 2:
        addends = tuple(Decimal(re.sub(r"\s", "", written)) for written in (one[0], other[0]))
        written = Decimal(re.sub(r"\s", "", whole))
        if not _adds_up(addends, written):
            yield WrongSum(what=squeeze(what), addends=addends, written=written, quotes=(sentence,))


def _adds_up(addends: Sequence[Decimal], written: Decimal) -> bool:
    """Whether a sum is right; numbers with decimals may each be rounded by half their last place.

    >>> _adds_up((Decimal(10), Decimal(15)), Decimal(24)), _adds_up((Decimal("4.1"), Decimal("3.2")), Decimal("7.4"))
    (False, True)
    """
    places = max(-int(number.as_tuple().exponent) for number in (*addends, written))
    slack = Decimal(len(addends) + 1) / 2 * Decimal(10) ** -places if places > 0 else Decimal(0)
    return abs(sum(addends, Decimal(0)) - written) <= slack
