"""The reference tables of `data/reference/`: regions with codes and coordinates, actors with types and successors; a workspace's own rows too."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphkit import resources
from graphkit.errors import DataError, Message, reason
from graphkit.model import ACTOR_TYPES, REGION_TYPES
from graphkit.own_tables import OwnTable


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRegion:
    """A row of regions.csv. `code` is NUTS 3, ISO 3166, SE-LAU, a macro's own («SE-M-NORRLAND») or a town's («GN-587629»)."""

    code: str
    name_sv: str
    name_en: str
    name_local: str
    type: str
    parent: str
    lat: float | None
    lon: float | None
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    valid_to: int | None = None

    @property
    def public_code(self) -> str | None:
        """The code that facts carry: none for macro regions and towns."""
        return None if self.type in ("macro", "city") else self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceActor:
    """A row of actors.csv; `successor` is the name of the body that took over, in `valid_to` or thereabouts."""

    name: str
    aliases: tuple[str, ...]
    type: str
    region: str
    valid_from: int | None
    valid_to: int | None
    successor: str
    organisation_number: str


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    except (OSError, csv.Error, UnicodeDecodeError) as error:
        raise DataError(
            "reference table {file} can't be read: {reason}.", file=path.name, reason=reason(error)
        ) from error


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _year(cell: str) -> int | None:
    return int(cell) if cell.strip().isdigit() else None


def _table(name: str) -> Path:
    return resources.data("reference", name)


_CODE = "[A-Z]{2}[A-Z0-9]{0,3}(-[A-Z0-9]{1,6})?"  # as the graph's shapes have it
_OWN_CODE = "[A-Z][A-Z0-9]*(-[A-Z0-9]+)*"
_CODES = (
    Message("capitals, digits and hyphens, such as SE-M-FJALLEN"),
    Message("its ISO 3166, NUTS or LAU code, such as SE-2481"),
)


@cache
def load_regions() -> tuple[ReferenceRegion, ...]:
    """All regions, in the table's order: an own row replaces the one of its code, or stands at the end. A DataError names the own row that is wrong."""
    rows = {row["code"]: row for row in _rows(_table("regions.csv"))}
    columns = tuple(next(iter(rows.values())))
    own = OwnTable("regions.csv", columns, needed=("code", "name_sv", "type"))
    added = own.rows("code")
    rows |= added
    for code, row in added.items():
        where = own.where[code]
        row |= {column: row[column] or row["name_sv"] for column in ("name_en", "name_local")}
        own.choose(where, "type", row["type"], REGION_TYPES)
        own.choose(where, "parent_code", row["parent_code"], rows)
        for member in _list(row["members"]):
            own.choose(where, "members", member, rows)
        is_listed = row["type"] not in ("macro", "city")
        own.shape(where, "code", code, _CODE if is_listed else _OWN_CODE, _CODES[is_listed])
        own.coordinate(where, "lat", row["lat"], 90)
        own.coordinate(where, "lon", row["lon"], 180)
        own.years(where, row, "valid_from", "valid_to")
        if bool(row["lat"]) != bool(row["lon"]):
            raise own.wrong(where, Message("«lat» and «lon» go together; write both or none"))
        if code in _ancestors(code, rows):
            raise own.wrong(where, Message("the region lies within itself by «parent_code»; name a larger one"))
    return tuple(
        ReferenceRegion(
            code=row["code"],
            name_sv=row["name_sv"],
            name_en=row["name_en"],
            name_local=row["name_local"],
            type=row["type"],
            parent=row["parent_code"],
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
            aliases=_list(row["aliases"]),
            members=_list(row["members"]),
            valid_to=_year(row["valid_to"]),
        )
        for row in rows.values()
    )


def _ancestors(code: str, rows: Mapping[str, Mapping[str, str]]) -> set[str]:
    """The codes of all regions that a region lies within."""
    found: set[str] = set()
    parent = rows[code]["parent_code"]
    while parent and parent not in found:
        found.add(parent)
        parent = rows.get(parent, {}).get("parent_code", "")
    return found


@cache
def load_actors() -> tuple[ReferenceActor, ...]:
    """All actors, in the table's order: an own row replaces the one of its name, or stands at the end. A DataError names the own row that is wrong."""
    rows = {row["name"]: row for row in _rows(_table("actors.csv"))}
    columns = tuple(next(iter(rows.values())))
    own = OwnTable("actors.csv", columns, needed=("name", "type"))
    added = own.rows("name")
    rows |= added
    codes = {region.code for region in load_regions()} if added else set()
    for name, row in added.items():
        where = own.where[name]
        own.choose(where, "type", row["type"], ACTOR_TYPES)
        own.choose(where, "region_code", row["region_code"], codes)
        own.choose(where, "successor", row["successor"], rows)
        own.shape(where, "org_number", row["org_number"], r"\d{6}-\d{4}", Message("it as 212000-1234"))
        own.years(where, row, "valid_from", "valid_to")
        if row["successor"] == name:
            raise own.wrong(
                where, Message("a body can't succeed itself; name another in «successor», or leave it empty")
            )
    return tuple(
        ReferenceActor(
            name=row["name"],
            aliases=_list(row["aliases"]),
            type=row["type"],
            region=row["region_code"],
            valid_from=_year(row["valid_from"]),
            valid_to=_year(row["valid_to"]),
            successor=row["successor"],
            organisation_number=row["org_number"],
        )
        for row in rows.values()
    )


@cache
def load_ambiguous_names() -> dict[str, tuple[str, ...]]:
    """Names (casefolded) that several regions bear, with the codes of these regions."""
    return {row["name"]: _list(row["codes"]) for row in _rows(resources.data("reference", "ambiguous_names.csv"))}


@cache
def load_ordinary_names() -> dict[str, str]:
    """Forms (casefolded) that are names of bodies and ordinary words too, with the body's name: they count only in exact case beside a cue."""
    return {row["form"]: row["belongs_to"] for row in _rows(resources.data("reference", "ordinary_names.csv"))}
