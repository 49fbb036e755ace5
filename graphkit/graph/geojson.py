"""The regions and their cooperations as GeoJSON (RFC 7946), for any map program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, TextIO

import pyoxigraph as ox

from graphkit.graph.records import Record, Records, read_records

CREDIT = "Coordinates: GeoNames (https://www.geonames.org), CC BY 4.0"
"""Where the points come from; their licence asks for the credit."""

Feature = dict[str, Any]


def write_geojson(triples: Iterable[ox.Triple], out: TextIO, lang: str) -> None:
    """A FeatureCollection: a point for each region, a line for each cooperation; without coordinates the geometry is null. One feature a line."""
    records = read_records(triples)
    worked = Counter(
        fact.one("region") for fact in records.of("Location") if records.acts(fact)
    )  # projects that work there
    features = [_region(region, worked[region.iri], lang) for region in records.of("Region")]
    features += [
        _cooperation(fact, records, lang)
        for fact in records.of("Cooperation")
        if records.acts(fact) and fact.last("region") in records.things
    ]
    out.write(f'{{"type": "FeatureCollection", "attribution": {json.dumps(CREDIT)}, "features": [')
    for number, feature in enumerate(features):
        out.write((",\n" if number else "\n") + json.dumps(feature, ensure_ascii=False))
    out.write("\n]}\n")


def _region(region: Record, projects: int, lang: str) -> Feature:
    point = _point(region)
    return _feature(
        region.iri,
        {"type": "Point", "coordinates": point} if point else None,
        {
            "kind": "region",
            "name": region.label(lang),
            "name_sv": region.label("sv"),
            "name_en": region.label("en"),
            "type": region.word("regionKind"),
            "code": region.one("code"),
            "projects": projects,
        },
    )


def _cooperation(fact: Record, records: Records, lang: str) -> Feature:
    one, other = (records.things[iri] for iri in (fact.one("region"), fact.last("region")))
    begin, end = _point(one), _point(other)
    proofs = records.proofs(fact)
    return _feature(
        fact.iri,
        {"type": "LineString", "coordinates": [begin, end]} if begin and end else None,
        {
            "kind": "cooperation",
            "name": f"{one.label(lang)} – {other.label(lang)}",
            "from": one.iri,
            "to": other.iri,
            "projects": [records.label(project, lang) for project in fact.all("project")],
            "weight": max(1, len(fact.all("project"))),
            "startYear": fact.year("startYear"),
            "endYear": fact.year("endYear"),
            "basis": fact.word("basis"),
            "quote": proofs[0].one("quote") if proofs else "",
        },
    )


def _feature(iri: str, geometry: Feature | None, properties: Feature) -> Feature:
    return {"type": "Feature", "id": iri, "geometry": geometry, "properties": properties}


def _point(region: Record) -> list[float]:
    """Longitude and latitude, in GeoJSON's order; empty where they aren't known."""
    lat, long = region.number("lat"), region.number("long")
    return [] if lat is None or long is None else [long, lat]
