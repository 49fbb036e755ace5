"""A small graph whose sums can be worked out by hand: three documents, two of which tell of the same money."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.factfiles import parse_facts
from graphkit.graph.local import memory_store, open_store, write_store
from graphkit.graph.mapping import to_triples
from graphkit.graph.store import Store
from graphkit.identities import resolve
from graphkit.model import Facts

BRIDGE = """
id: bron-over-gransen
language: sv
kind: news
document: {title: Bron över gränsen, publisher: Region Västerbotten, issued: "2008-03-01", source: bron.html}
projects:
  - {id: bron, name: Bron, start: 2007, end: 2009, budget: {amount: 900000, currency: SEK}, programme: Interreg Nord, status: running, E: "Projektet Bron pågår 2007–2009 med en budget på 900 000 kronor inom Interreg Nord."}
  - {id: stegen, name: Stegen, start: 2004, end: 2006, E: "Det följer på Stegen, som drevs 2004–2006."}
actors:
  - {id: rv, name: Region Västerbotten, type: region, E: "Region Västerbotten äger projektet."}
  - {id: sida, name: Sida, type: agency, E: "Sida ger Bron 450 000 kronor för 2008."}
  - {id: petro, name: Petrozavodsk kvinnocenter, type: association, E: "Petrozavodsk kvinnocenter är partner."}
regions:
  - {id: vb, name: Västerbotten, type: county, code: SE331, E: "Västerbotten samarbetar med Karelen."}
  - {id: umea, name: Umeå kommun, type: municipality, code: SE-2480, E: "Kurserna hålls i Umeå kommun."}
  - {id: karelen, name: Karelen, type: county, code: RU-KR, E: "Västerbotten samarbetar med Karelen."}
roles:
  - {project: bron, actor: rv, role: owner, E: "Region Västerbotten äger projektet."}
  - {project: bron, actor: petro, role: partner, E: "Petrozavodsk kvinnocenter är partner."}
  - {project: bron, actor: sida, role: funder, E: "Sida ger Bron 450 000 kronor för 2008."}
  - {project: bron, actor: rv, role: funder, E: "Region Västerbotten går in med halva beloppet."}
  - {project: stegen, actor: sida, role: funder, E: "Även Stegen betalades av Sida."}
flows:
  - {project: bron, funder: sida, recipient: rv, amount: 450000, currency: SEK, year: 2008, E: "Sida ger Bron 450 000 kronor för 2008."}
  - {project: bron, funder: rv, amount: 225000, currency: SEK, implied: true, E: "Region Västerbotten går in med halva beloppet."}
locations:
  - {project: bron, region: umea, E: "Kurserna hålls i Umeå kommun."}
  - {project: bron, region: karelen, E: "Bron arbetar i Karelen."}
cooperations:
  - {regions: [vb, karelen], project: bron, E: "Västerbotten samarbetar med Karelen."}
"""

REPORT = """
id: annual-report
language: en
kind: report
document: {title: Annual report, publisher: Sida, issued: "2009-05-01", source: report.pdf}
projects:
  - {id: bron, name: Bron, start: 2007, end: 2009, E: "Bron (2007–2009) got SEK 450,000 from Sida for 2008."}
  - {id: lamp, name: Northern Lamp, start: 2011-05, end: 2013-12-31, budget: {amount: 40000, currency: EUR}, programme: Kolarctic, status: granted, E: "Northern Lamp (May 2011 to 31 December 2013) has a budget of EUR 40,000 from Kolarctic."}
actors:
  - {id: sida, name: Sida, type: agency, E: "Bron (2007–2009) got SEK 450,000 from Sida for 2008."}
  - {id: rv, name: Region Västerbotten, type: region, E: "Region Västerbotten is a partner of Northern Lamp."}
  - {id: umea-kommun, name: Umeå kommun, type: municipality, E: "Umeå kommun runs Northern Lamp."}
  - {id: eu, name: Europeiska unionen, type: eu, E: "The EU pays EUR 20,000 to Northern Lamp."}
regions:
  - {id: karelia, name: Republic of Karelia, type: county, code: RU-KR, E: "Northern Lamp works in the Republic of Karelia, but not in Norrbotten."}
  - {id: norrbotten, name: Norrbotten, type: county, code: SE332, E: "Northern Lamp works in the Republic of Karelia, but not in Norrbotten."}
roles:
  - {project: lamp, actor: umea-kommun, role: owner, E: "Umeå kommun runs Northern Lamp."}
  - {project: lamp, actor: rv, role: partner, E: "Region Västerbotten is a partner of Northern Lamp."}
  - {project: lamp, actor: eu, role: funder, E: "The EU pays EUR 20,000 to Northern Lamp."}
flows:
  - {project: bron, funder: sida, recipient: rv, amount: 450000, currency: SEK, year: 2008, E: "Bron (2007–2009) got SEK 450,000 from Sida for 2008."}
  - {project: null, funder: sida, recipient: umea-kommun, amount: 1000, currency: SEK, year: 2009, E: "Sida also gave SEK 1,000 to Umeå kommun in 2009."}
  - {project: lamp, funder: eu, amount: 20000, currency: EUR, year: 2012, E: "The EU pays EUR 20,000 to Northern Lamp."}
locations:
  - {project: lamp, region: karelia, E: "Northern Lamp works in the Republic of Karelia, but not in Norrbotten."}
  - {project: lamp, region: norrbotten, scope: excluded, E: "Northern Lamp works in the Republic of Karelia, but not in Norrbotten."}
"""

REFUSAL = """
id: avslag
language: sv
kind: decision
document: {title: Avslag, publisher: "", issued: "2010-01-01", source: avslag.txt}
projects:
  - {id: drom, name: Drömmen, start: 2010, end: 2012, status: refused, E: "Ansökan om Drömmen (2010–2012) avslogs."}
actors:
  - {id: umea-kommun, name: Umeå kommun, type: municipality, E: "Umeå kommun sökte för Drömmen."}
  - {id: sida, name: Sida, type: agency, E: "Umeå kommun sökte 9 999 999 kronor av Sida."}
regions:
  - {id: gotland, name: Gotland, type: county, code: SE214, E: "Drömmen skulle ha knutit Gotland till Karelen."}
  - {id: karelen, name: Karelen, type: county, code: RU-KR, E: "Drömmen skulle ha knutit Gotland till Karelen."}
roles:
  - {project: drom, actor: umea-kommun, role: owner, E: "Umeå kommun sökte för Drömmen."}
  - {project: drom, actor: sida, role: funder, E: "Umeå kommun sökte 9 999 999 kronor av Sida."}
flows:
  - {project: drom, funder: sida, recipient: umea-kommun, amount: 9999999, currency: SEK, E: "Umeå kommun sökte 9 999 999 kronor av Sida."}
locations:
  - {project: drom, region: gotland, E: "Drömmen skulle ha knutit Gotland till Karelen."}
cooperations:
  - {regions: [gotland, karelen], project: drom, E: "Drömmen skulle ha knutit Gotland till Karelen."}
"""


def documents() -> tuple[Facts, ...]:
    """The three documents; «E» stands for the evidence of a fact and of all its fields."""
    import yaml

    found = []
    for text in (BRIDGE, REPORT, REFUSAL):
        plain = yaml.safe_load(text)
        quotes = dict.fromkeys(
            fact["E"] for value in plain.values() if isinstance(value, list) for fact in value if "E" in fact
        )
        plain["text"] = whole = "\n\n".join(quotes)
        for value in plain.values():
            for fact in value if isinstance(value, list) else ():
                quote = fact.pop("E")
                fields = ("", "start", "budget", "programme", "status", "type") if "name" in fact else ("",)
                start = whole.index(quote)
                span = {"start": start, "end": start + len(quote), "quote": quote, "rule": "test.by-hand"}
                fact["evidence"] = [span | {"field": field} for field in fields]
        found.append(parse_facts(yaml.safe_dump(plain, allow_unicode=True), name=plain["id"]))
    return tuple(found)


@pytest.fixture(scope="session")
def store() -> Store:
    facts = documents()
    return memory_store(to_triples(facts, resolve(facts)))


@pytest.fixture(scope="session")
def disk_store(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("questions") / "store"
    write_store(folder, store.triples())
    return open_store(folder)
