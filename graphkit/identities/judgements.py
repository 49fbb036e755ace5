"""What people decided on sameness: `judgements.csv`, which outlives each rebuild. Deleting a line undoes its decision."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import DataError, reason
from graphkit.identities.forms import plain_name
from graphkit.identities.mentions import Mention, key_of
from graphkit.text import slug, squeeze

COLUMNS = ("kind", "one", "other", "same", "who", "why")
KINDS = ("actor", "programme", "project", "region")
ANSWERS = {"yes": True, "ja": True, "no": False, "nej": False}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Judgement:
    """A decision of a person: `one` and `other` are the same, or are not.

    Each is a name as written («Regionförbundet Sörmland»), a slug («se122»), or one of these in one document: «Kraft @ arsredovisning-2014»,
    where the document's stem stands after the sign.
    """

    kind: str
    one: str
    other: str
    same: bool
    who: str = ""
    why: str = ""


def load_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file, in its order; none where there is no file. A DataError names the line that can't be read."""
    if not path.exists():
        return ()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(read_judgements(file, name=path.name))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError("{file} can't be read: {reason}.", file=path.name, reason=reason(error)) from error


def read_judgements(lines: Iterable[str], *, name: str = "judgements.csv") -> list[Judgement]:
    """The judgements of a table's lines; empty lines and lines that begin with # are passed over.

    >>> read_judgements(["kind,one,other,same,who,why", "actor,Nutek,NUTEK AB,no,,a company"])[0].same
    False
    """
    rows = csv.reader(lines)
    header: list[str] | None = None
    found = []
    for cells in rows:
        if not any(cell.strip() for cell in cells) or cells[0].lstrip().startswith("#"):
            continue
        where = f"{name}, line {rows.line_num}"
        if header is None:
            header = [cell.strip().casefold() for cell in cells]
            if missing := [column for column in COLUMNS[:4] if column not in header]:
                raise DataError(
                    "{where}: the header lacks «{missing}»; it must be {columns}.",
                    where=where,
                    missing=missing[0],
                    columns=",".join(COLUMNS),
                )
            continue
        if len(cells) > len(header):
            raise DataError(
                "{where}: more cells than columns; put a text that holds a comma in quotation marks.", where=where
            )
        found.append(_judgement(dict(zip(header, map(squeeze, cells), strict=False)), where))
    return found


def _judgement(row: dict[str, str], where: str) -> Judgement:
    kind, one, other, answer = (row.get(column, "") for column in COLUMNS[:4])
    if kind not in KINDS:
        raise DataError(
            "{where}: unknown kind «{kind}»; write one of {names}.", where=where, kind=kind, names=", ".join(KINDS)
        )
    if answer.casefold() not in ANSWERS:
        raise DataError("{where}: «same» is «{answer}»; write yes or no.", where=where, answer=answer)
    if not one or not other or one == other:
        raise DataError("{where}: two different names are wanted in «one» and «other».", where=where)
    return Judgement(
        kind=kind,
        one=one,
        other=other,
        same=ANSWERS[answer.casefold()],
        who=row.get("who", ""),
        why=row.get("why", ""),
    )


def speaks_of(side: str, mention: Mention) -> bool:
    """Whether one side of a judgement means a mention.

    >>> mention = Mention("actor", "d1", "rapport", "x", "Nutek", "sv")
    >>> [speaks_of(side, mention) for side in ("nutek", "NUTEK", "Nutek @ rapport", "Nutek @ annan")]
    [True, True, True, False]
    """
    name, _, stem = side.partition(" @ ")
    if stem and stem.strip() != mention.stem:
        return False
    wanted = slug(name)
    return wanted in (slug(mention.name), *key_of(mention)[1:2]) or plain_name(name) == plain_name(mention.name)
