"""The reference tables of `data/reference/`: regions with codes and coordinates, actors with types and successors."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphkit import resources
from graphkit.errors import DataError


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
        raise DataError(f"reference table {path.name} can't be read: {error}") from error


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _year(cell: str) -> int | None:
    return int(cell) if cell.strip().isdigit() else None


@cache
def load_regions() -> tuple[ReferenceRegion, ...]:
    """All regions, in the table's order."""
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
        for row in _rows(resources.data("reference", "regions.csv"))
    )


@cache
def load_actors() -> tuple[ReferenceActor, ...]:
    """All actors, in the table's order."""
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
        for row in _rows(resources.data("reference", "actors.csv"))
    )


@cache
def load_ambiguous_names() -> dict[str, tuple[str, ...]]:
    """Names (casefolded) that several regions bear, with the codes of these regions."""
    return {row["name"]: _list(row["codes"]) for row in _rows(resources.data("reference", "ambiguous_names.csv"))}


@cache
def load_ordinary_names() -> dict[str, str]:
    """Forms (casefolded) that are names of bodies and ordinary words too, with the body's name: they count only in exact case beside a cue."""
    return {row["form"]: row["belongs_to"] for row in _rows(resources.data("reference", "ordinary_names.csv"))}
