"""A user's own rows of a reference table, read and checked: whatever is wrong is told with file, line, and what to write instead."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from graphkit.errors import DataError, Message, either
from graphkit.own import own_words
from graphkit.text import normalise


@dataclass
class OwnTable:
    """The own rows of a table with the shipped table's `columns`; those not `needed` may be left out. `where` tells each row's line."""

    name: str
    columns: tuple[str, ...]
    needed: tuple[str, ...]
    where: dict[str, int] = field(default_factory=dict)

    def rows(self, key: str) -> dict[str, dict[str, str]]:
        """The rows by the cell of a column, with a cell for each of the table's columns; none where the user has no such table.

        Cells are parted by commas or, as a Swedish spreadsheet writes them, by semicolons. Empty lines and lines that begin with # are passed over.
        """
        text = own_words().text(self.name)
        found: dict[str, dict[str, str]] = {}
        header: list[str] = []
        lines = list(io.StringIO(text or "", newline=""))
        first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
        reader = csv.reader(lines, delimiter=";" if first.count(";") > first.count(",") else ",", strict=True)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return found
            except csv.Error as error:
                raise self.wrong(
                    reader.line_num, Message("a quotation mark is open; close each quotation mark")
                ) from error
            line = reader.line_num
            cells = [" ".join(normalise(cell).split()) for cell in cells]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if not header:
                header = self._header(cells, line)
                continue
            if any(cells[len(header) :]):
                raise self.wrong(
                    line, Message("more cells than columns; put a text that holds a comma in quotation marks")
                )
            row = dict.fromkeys(self.columns, "") | dict(zip(header, cells, strict=False))
            for column in self.needed:
                if not row[column]:
                    raise self.wrong(line, Message("«{column}» is empty; write one, or delete the line", column=column))
            if row[key] in found:
                raise self.wrong(
                    line,
                    Message(
                        "«{value}» stands in line {other} too; keep one of the two",
                        value=row[key],
                        other=self.where[row[key]],
                    ),
                )
            found[row[key]] = row
            self.where[row[key]] = line

    def _header(self, cells: list[str], line: int) -> list[str]:
        header = [cell.casefold() for cell in cells]
        while header and not header[-1]:
            header.pop()
        for column in header:
            self.choose(line, "column", column, self.columns)
            if header.count(column) > 1:
                raise self.wrong(
                    line, Message("the column «{column}» stands there twice; keep one of the two", column=column)
                )
        if missing := [column for column in self.needed if column not in header]:
            raise self.wrong(
                line,
                Message(
                    "the header lacks «{missing}»; begin the file with {columns}",
                    missing=missing[0],
                    columns=",".join(self.columns),
                ),
            )
        return header

    def choose(self, line: int, column: str, value: str, known: Collection[str]) -> None:
        """A DataError for a value that is none of the known ones; an empty one says nothing."""
        if value and value not in known:
            names = sorted(known)
            near = difflib.get_close_matches(value, names, n=3) or (names if len(names) < 20 else [])
            told = (
                Message("; write {names}", names=either(near))
                if near
                else Message("; write one of the shipped table or of yours")
            )
            raise self.wrong(
                line, Message("«{column}» is «{value}», which isn't known{told}", column=column, value=value, told=told)
            )

    def shape(self, line: int, column: str, value: str, pattern: str, wanted: Message) -> None:
        """A DataError for a value of another shape; an empty one says nothing."""
        if value and not re.fullmatch(pattern, value, re.ASCII):
            raise self.wrong(
                line, Message("«{column}» is «{value}»; write {wanted}", column=column, value=value, wanted=wanted)
            )

    def coordinate(self, line: int, column: str, value: str, most: int) -> None:
        """A DataError for what is no number of degrees."""
        self.shape(line, column, value, r"-?\d{1,3}(\.\d+)?", Message("degrees with a point, such as 62.4"))
        if value and abs(float(value)) > most:
            raise self.wrong(
                line,
                Message(
                    "«{column}» is {value}; write degrees from -{most} to {most}", column=column, value=value, most=most
                ),
            )

    def years(self, line: int, row: Mapping[str, str], first: str, last: str) -> None:
        """A DataError for what is no year, or years the wrong way round."""
        for column in (first, last):
            self.shape(line, column, row[column], r"\d{4}", Message("a year, such as 2019"))
        if row[first] and row[last] and row[first] > row[last]:
            raise self.wrong(
                line,
                Message(
                    "«{first}» {one} comes after «{last}» {other}; turn them round",
                    first=first,
                    one=row[first],
                    last=last,
                    other=row[last],
                ),
            )

    def wrong(self, line: int, what: Message) -> DataError:
        """The error of a line."""
        return DataError("{file}, line {line}: {what}.", file=own_words().place(self.name), line=line, what=what)
