"""IRIs and literals in the form that the store keeps: what goes in comes out byte for byte."""

from __future__ import annotations

import calendar
import hashlib
import re
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from graphkit.graph.vocabulary import XSD


def iri(base: str, kind: str, name: str) -> NamedNode:
    """The IRI of a thing: «https://w3id.org/graphkit/id/region/se122»."""
    return NamedNode(f"{base}{kind}/{name}")


def digest(*parts: object) -> str:
    """Sixteen hexadecimal letters that stand for a content; None and the empty string differ.

    >>> digest("alfa", "sida", None) == digest("alfa", "sida", "")
    False
    """
    content = repr([part if part is None else str(part) for part in parts])
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:16]


def text(words: str, language: str = "") -> Literal:
    """Words with their language, or a plain string."""
    return Literal(words, language=language) if language else Literal(words)


def decimal(number: Decimal | float) -> Literal:
    """A number as xsd:decimal in the store's own form, without an exponent or needless noughts.

    >>> decimal(Decimal("9800000.10")).value, decimal(Decimal("9.8E6")).value, decimal(0.95).value, decimal(Decimal("-0")).value
    ('9800000.1', '9800000', '0.95', '0')
    """
    exact = number if isinstance(number, Decimal) else Decimal(str(number))
    written = format(exact, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return Literal("0" if written in ("-0", "") else written, datatype=XSD.decimal)


def integer(number: int) -> Literal:
    """A whole number as xsd:integer."""
    return Literal(str(number), datatype=XSD.integer)


def date(iso: str) -> Literal:
    """A date as precise as it is: xsd:gYear, xsd:gYearMonth or xsd:date.

    >>> [date(iso).datatype.value.split("#")[1] for iso in ("2009", "2009-12", "2009-12-31")]
    ['gYear', 'gYearMonth', 'date']
    """
    kinds = {1: XSD.gYear, 2: XSD.gYearMonth, 3: XSD.date}
    return Literal(iso, datatype=kinds[len(iso.split("-"))])


def first_day(iso: str) -> Literal:
    """The earliest day that a date may mean: «2009-12» is 2009-12-01.

    >>> first_day("2009").value, first_day("2009-12").value, first_day("2009-12-24").value
    ('2009-01-01', '2009-12-01', '2009-12-24')
    """
    return Literal((iso + "-01-01")[:10], datatype=XSD.date)


def last_day(iso: str) -> Literal:
    """The latest day that a date may mean: «2009» is 2009-12-31.

    >>> last_day("2009").value, last_day("2008-02").value, last_day("2009-12-24").value
    ('2009-12-31', '2008-02-29', '2009-12-24')
    """
    parts = [int(part) for part in iso.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return Literal(f"{year:04}-{month:02}-{day:02}", datatype=XSD.date)


def year(iso: str) -> int:
    """The year of an ISO date.

    >>> year("2009-12")
    2009
    """
    return int(iso[:4])


_ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def is_date(iso: str) -> bool:
    """Whether a text is a date that the graph can hold.

    >>> is_date("2009-12"), is_date("2009-13"), is_date("2009-02-30"), is_date("hösten 2009")
    (True, False, False, False)
    """
    if not _ISO.fullmatch(iso):
        return False
    parts = [int(part) for part in iso.split("-")]
    return len(parts) < 3 or parts[2] <= calendar.monthrange(parts[0], parts[1])[1]
