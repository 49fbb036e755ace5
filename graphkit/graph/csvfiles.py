"""The graph as tables for spreadsheets: a folder with one CSV file per class. No cell can act as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from graphkit.graph.records import Record, Records, last_part, read_records
from graphkit.text import harmless


class Column(NamedTuple):
    """A column: its heading, the property, and how its values are written.

    «text»: all of them, with «; » between; «number»: the first, as it stands; «word»: the concept's last part; «thing»: the names, and the ids in a
    column beside.
    """

    heading: str
    name: str
    form: str = "text"


def _columns(text: str) -> tuple[Column, ...]:
    """Columns as they are listed below: «heading=property:form»; a form that isn't told is text, a property that isn't is the heading."""
    found = []
    for one in text.split():
        told, _, form = one.partition(":")
        heading, _, name = told.partition("=")
        found.append(Column(heading, name or heading, form or "text"))
    return tuple(found)


FACT = "basis:word status:word as_written=asWritten"
TABLES: dict[str, tuple[str, tuple[Column, ...]]] = {
    name: (of, _columns(columns))
    for name, of, columns in (
        ("projects", "Project", "start_year=startYear:number end_year=endYear:number status:word owner:thing partner:thing funder:thing "
         "works_in=worksIn:thing programme:thing follows:thing part_of=partOf:thing"),
        ("actors", "Actor", "type=actorType:word organisation_number=organisationNumber seat:thing successor:thing"),
        ("regions", "Region", "type=regionKind:word code latitude=lat:number longitude=long:number within:thing member:thing cooperates_with=cooperatesWith:thing"),
        ("programmes", "Programme", "start_year=startYear:number end_year=endYear:number part_of=partOf:thing pays_as=paysAs:thing"),
        ("roles", "Participation", f"project:thing actor:thing role:word {FACT}"),
        ("flows", "FundingFlow", f"payer:thing recipient:thing project:thing amount:number currency year:number kind=flowKind:word {FACT}"),
        ("budgets", "Budget", f"project:thing amount:number currency {FACT}"),
        ("periods", "Period", f"project:thing start end {FACT}"),
        ("locations", "Location", f"project:thing region:thing scope:word {FACT}"),
        ("cooperations", "Cooperation", f"region:thing project:thing start_year=startYear:number end_year=endYear:number {FACT}"),
        ("indicators", "Indicator", f"project:thing label=unit value:number min=minValue:number max=maxValue:number kind=indicatorKind:word {FACT}"),
        ("attributes", "Attribute", f"about:thing property:word value:thing {FACT}"),
        ("documents", "Document", "title source publisher issued language sha256"),
        ("evidence", "Evidence", "document:thing quote start=startOffset:number end=endOffset:number page:number rule confidence:number"),
    )
}  # fmt: skip
"""The files by name: whose things they list, and their columns after id and name."""
_NAMED = ("Project", "Actor", "Region", "Programme")
_UNPROVED = ("Document", "Evidence")


def to_csv_files(triples: Iterable[ox.Triple], lang: str) -> dict[str, str]:
    """The files' contents by name («roles.csv»): RFC 4180, UTF-8, names in a language; each fact with its surest quote and that one's source."""
    records = read_records(triples)
    return {f"{name}.csv": _file(of, columns, records, lang) for name, (of, columns) in TABLES.items()}


def _file(of: str, columns: tuple[Column, ...], records: Records, lang: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_headings(of, columns))
    facts = (
        {proof: fact.iri for fact in records.things.values() for proof in fact.all("evidence")}
        if of == "Evidence"
        else {}
    )
    for record in records.of(of):
        row = [record.iri]
        if of in _NAMED:
            row += [record.label("sv"), record.label("en"), "; ".join(record.all("altLabel"))]
        if of == "Evidence":
            row.append(facts.get(record.iri, ""))
        for column in columns:
            row += _cells(column, record, records, lang)
        if of not in _UNPROVED:
            row += _proof(record, records)
        writer.writerow(row)
    return out.getvalue()


def _headings(of: str, columns: tuple[Column, ...]) -> Iterator[str]:
    yield "id"
    if of in _NAMED:
        yield from ("name_sv", "name_en", "other_names")
    if of == "Evidence":
        yield "proves_id"
    for column in columns:
        yield from (column.heading, f"{column.heading}_id") if column.form == "thing" else (column.heading,)
    if of not in _UNPROVED:
        yield from ("proofs", "quote", "source")


def _cells(column: Column, record: Record, records: Records, lang: str) -> list[str]:
    values = record.all(column.name)
    match column.form:
        case "number":
            return [
                record.one(column.name) if record.number(column.name) is not None else harmless(record.one(column.name))
            ]
        case "word":
            return [harmless("; ".join(map(last_part, values)))]
        case "thing":
            return [harmless("; ".join(records.label(value, lang) for value in values)), " ".join(values)]
        case _:
            return [harmless("; ".join(values))]


def _proof(record: Record, records: Records) -> list[str]:
    proofs = records.proofs(record)
    if not proofs:
        return ["0", "", ""]
    document = records.things.get(proofs[0].one("document"))
    source = "; ".join(document.all("source")) if document else ""
    return [str(len(proofs)), harmless(proofs[0].one("quote")), harmless(source)]
