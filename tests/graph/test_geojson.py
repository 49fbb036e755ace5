"""GeoJSON: regions as points, cooperations as lines."""

import io
import json

from graphkit.graph.exporters import EXPORTERS
from graphkit.graph.mapping import to_triples
from graphkit.identities import resolve

FACTS = """
locations: [{project: weran, region: oblast}]
cooperations: [{regions: [lan, oblast], project: weran, evidence: [{start: 0, end: 3, quote: med, rule: cooperation.with}]}]
"""


def features(facts, lang="sv"):
    out = io.StringIO()
    EXPORTERS["geojson"](to_triples([facts], resolve([facts])), out, lang)
    return json.loads(out.getvalue())


def test_a_region_is_a_point_and_a_cooperation_a_line_in_geojsons_order(facts_of):
    found = features(facts_of(FACTS))
    by_code = {one["properties"].get("code"): one for one in found["features"]}
    assert by_code["SE122"]["properties"] | {"projects": 0} == by_code["SE122"]["properties"]
    assert by_code["RU-LEN"]["properties"]["projects"] == 1
    longitude, latitude = by_code["SE122"]["geometry"]["coordinates"]
    assert 15 < longitude < 18 < 58 < latitude < 60
    (line,) = (one for one in found["features"] if one["properties"]["kind"] == "cooperation")
    assert line["geometry"]["type"] == "LineString"
    assert [longitude, latitude] in line["geometry"]["coordinates"]
    assert line["properties"]["projects"] == ["WERAN"]
    assert line["properties"]["quote"] == "med"
    assert "Södermanlands län" in line["properties"]["name"]


def test_the_source_of_the_coordinates_is_credited(facts_of):
    assert "GeoNames" in features(facts_of())["attribution"]


def test_a_place_without_coordinates_has_no_geometry(facts_of):
    facts = facts_of("regions: [{id: by, name: Storbyn, type: city}]")
    (town,) = (one for one in features(facts)["features"] if one["properties"]["name"] == "Storbyn")
    assert town["geometry"] is None


def test_an_excluded_region_counts_no_project_and_a_refused_one_draws_no_line(facts_of):
    facts = facts_of(
        FACTS.replace("region: oblast}", "region: oblast, scope: excluded}")
        + "projects: [{id: weran, name: W, status: refused}]"
    )
    found = features(facts)["features"]
    assert {one["properties"]["kind"] for one in found} == {"region"}
    assert {one["properties"]["projects"] for one in found} == {0}
