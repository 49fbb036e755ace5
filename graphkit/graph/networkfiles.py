"""The graph as a network for Gephi, yEd, Cytoscape and the like: GraphML and GEXF, one line for each role, place, sum and cooperation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import networkx as nx
import pyoxigraph as ox
from networkx.readwrite.gexf import GEXFWriter

from graphkit.graph.records import Record, Records, read_records

Attributes = dict[str, str | int | float]


def write_graphml(triples: Iterable[ox.Triple], out: TextIO, lang: str) -> None:
    """GraphML; attributes have types, edges the ids of the facts that they stand for."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    for line in nx.generate_graphml(to_network(read_records(triples), lang)):
        out.write(line + "\n")


def write_gexf(triples: Iterable[ox.Triple], out: TextIO, lang: str) -> None:
    """GEXF 1.2, without the day's date, the library's version, and the edges' ids a second time, which networkx would put there."""
    network = to_network(read_records(triples), lang)
    for _, _, key, attributes in network.edges(keys=True, data=True):
        attributes["id"] = key
    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(network)
    meta = writer.xml.find("meta")
    meta.attrib.pop("lastmodifieddate")
    meta.find("creator").text = "graphkit"
    _take_out(writer.xml, "networkx_key")
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{writer}\n')


def _take_out(xml: Any, title: str) -> None:
    """Takes an attribute of the edges out of a GEXF tree."""
    for declared in xml.iter("attributes"):
        for attribute in [one for one in declared if one.get("title") == title]:
            declared.remove(attribute)
            for values in xml.iter("attvalues"):
                for value in [one for one in values if one.get("for") == attribute.get("id")]:
                    values.remove(value)


def to_network(records: Records, lang: str) -> Any:
    """Actors, projects and regions, and an edge for each fact between two of them that is positive and undisputed.

    `weight` is 1 for a role or a place, the number of projects that a cooperation rests on (1 at least), and 1 for money, whose sum is `amount`.
    """
    network = nx.MultiDiGraph()
    for record in records.of("Actor", "Project", "Region"):
        network.add_node(record.iri, **_node(record, records, lang))
    for fact in records.of("Participation", "Location", "Cooperation", "FundingFlow"):
        if records.acts(fact):
            for source, target, attributes in _edges(fact, records):
                if source in network and target in network:
                    network.add_edge(source, target, key=fact.key, **attributes)
    return network


def _node(record: Record, records: Records, lang: str) -> Attributes:
    kind = record.key.partition("/")[0]
    place = record.one("within") or record.one("seat")
    found: Attributes = {
        "label": record.label(lang),
        "kind": kind,
        "type": record.word("actorType") or record.word("regionKind") or record.word("status"),
        "code": record.one("code"),
        "place": records.label(place, lang) if place else "",
    }
    found = {name: clean(str(value)) for name, value in found.items() if value}
    numbers = {"latitude": record.number("lat"), "longitude": record.number("long")}
    return found | _years(record) | {name: number for name, number in numbers.items() if number is not None}


def _edges(fact: Record, records: Records) -> Iterator[tuple[str, str, Attributes]]:
    """What a fact joins; money for a project that also has a recipient is one edge, to the project."""
    proofs = records.proofs(fact)
    common: Attributes = {"basis": fact.word("basis"), "proofs": len(proofs), "weight": 1}
    if proofs:
        common["quote"] = clean(proofs[0].one("quote"))
    project = fact.one("project")
    match fact.key.partition("/")[0]:
        case "participation":
            yield fact.one("actor"), project, common | {"relation": fact.word("role")}
        case "location":
            yield project, fact.one("region"), common | {"relation": "works-in"}
        case "cooperation":
            weight = max(1, len(fact.all("project")))
            yield (
                fact.one("region"),
                fact.last("region"),
                common | {"relation": "cooperation", "weight": weight} | _years(fact),
            )
        case "funding-flow" if fact.one("payer") and (project or fact.one("recipient")):
            money: Attributes = {"amount": fact.number("amount") or 0.0, "currency": clean(fact.one("currency"))}
            yield fact.one("payer"), project or fact.one("recipient"), common | {"relation": "money"} | money


def _years(record: Record) -> Attributes:
    return {name: year for name in ("startYear", "endYear") if (year := record.year(name)) is not None}


def clean(text: str) -> str:
    """A text without the characters that XML 1.0 can't hold.

    >>> clean("a\\x0cb\\ud800 \\U0001F600")
    'ab 😀'
    """
    return "".join(
        char
        for char in text
        if char in "\t\n\r" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char > "\uffff"
    )
