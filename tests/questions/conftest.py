"""Small graphs whose sums can be worked out by hand: three documents, two of which tell of the same money; and five."""

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

# Another coast, with a chain of projects, a body that was succeeded, indicators, and documents that disagree.
COAST = """
id: kusten
language: sv
kind: report
document: {title: Kusten i tre steg, publisher: Länsstyrelsen i Västernorrlands län, issued: "2016-05", source: kusten.pdf}
projects:
  - {id: k1, name: Kusten I, start: 2008, end: 2010, budget: {amount: 1000000, currency: SEK}, programme: Botnia-Atlantica 2007–2013, status: ended, E: "Kusten I (2008–2010) kostade 1 000 000 kronor inom Botnia-Atlantica 2007–2013."}
  - {id: k2, name: Kusten II, start: 2011, end: 2013, programme: Botnia-Atlantica, follows: [k1], E: "Kusten II (2011–2013) följer på Kusten I, inom Botnia-Atlantica."}
  - {id: k3, name: Kusten III, start: 2014, end: 2015, follows: [k2], part_of: [hav], E: "Kusten III (2014–2015) tar vid efter Kusten II och är del av Havssatsningen."}
  - {id: hav, name: Havssatsningen, E: "Kusten III (2014–2015) tar vid efter Kusten II och är del av Havssatsningen."}
  - {id: hamn, name: Hamnen, start: 2006, end: 2007, E: "Hamnen (2006–2007) betalades av Nutek."}
  - {id: brygga, name: Bryggan, E: "Kramfors kommun och Sollefteå kommun bygger Bryggan."}
  - {id: k5, name: Fyren, status: granted, E: "Fyren beviljades."}
  - {id: k4, name: Kusten IV, start: 2017, status: planned, E: "Kusten IV planeras till 2017, i Jämtland."}
actors:
  - {id: harn, name: Härnösands kommun, type: municipality, E: "Härnösands kommun äger Kusten I och II."}
  - {id: nutek, name: Nutek, type: agency, E: "Nutek gav Kusten I 500 000 kronor 2008."}
  - {id: tvv, name: Tillväxtverket, type: agency, E: "Tillväxtverket gav Kusten I 100 000 kronor 2009 och Kusten II 800 000 kronor 2011."}
  - {id: kramfors, name: Kramfors kommun, type: municipality, E: "Kramfors kommun äger Hamnen."}
  - {id: solleftea, name: Sollefteå kommun, type: municipality, E: "Kramfors kommun och Sollefteå kommun bygger Bryggan."}
  - {id: vasa, name: Vasa stad, type: municipality, E: "Vasa stad var partner i alla tre."}
  - {id: umea, name: Umeå universitet, type: university, E: "Umeå universitet kom med i Kusten III."}
  - {id: svt, name: Fiskarförbundet, type: association, E: "Fiskarförbundet är partner i Kusten III."}
regions:
  - {id: harnosand, name: Härnösand, type: municipality, code: SE-2280, E: "Kusten I arbetade i Härnösand och Österbotten."}
  - {id: osterbotten, name: Österbotten, type: county, code: FI-12, E: "Kusten I arbetade i Härnösand och Österbotten."}
  - {id: vn, name: Västernorrlands län, type: county, code: SE321, E: "Västernorrlands län samarbetar med Österbotten i Kusten I."}
  - {id: jamtland, name: Jämtland, type: county, code: SE322, E: "Kusten IV planeras till 2017, i Jämtland."}
roles:
  - {project: hamn, actor: nutek, role: funder, E: "Hamnen (2006–2007) betalades av Nutek."}
  - {project: hamn, actor: kramfors, role: owner, E: "Kramfors kommun äger Hamnen."}
  - {project: brygga, actor: kramfors, role: owner, E: "Kramfors kommun och Sollefteå kommun bygger Bryggan."}
  - {project: brygga, actor: solleftea, role: partner, E: "Kramfors kommun och Sollefteå kommun bygger Bryggan."}
  - {project: k1, actor: harn, role: owner, E: "Härnösands kommun äger Kusten I och II."}
  - {project: k2, actor: harn, role: owner, E: "Härnösands kommun äger Kusten I och II."}
  - {project: k1, actor: vasa, role: partner, E: "Vasa stad var partner i alla tre."}
  - {project: k2, actor: vasa, role: partner, E: "Vasa stad var partner i alla tre."}
  - {project: k3, actor: vasa, role: partner, E: "Vasa stad var partner i alla tre."}
  - {project: k3, actor: umea, role: owner, E: "Umeå universitet kom med i Kusten III."}
  - {project: k3, actor: svt, role: partner, E: "Fiskarförbundet är partner i Kusten III."}
  - {project: k1, actor: nutek, role: funder, E: "Nutek gav Kusten I 500 000 kronor 2008."}
  - {project: k1, actor: tvv, role: funder, E: "Tillväxtverket gav Kusten I 100 000 kronor 2009 och Kusten II 800 000 kronor 2011."}
  - {project: k2, actor: tvv, role: funder, E: "Tillväxtverket gav Kusten I 100 000 kronor 2009 och Kusten II 800 000 kronor 2011."}
flows:
  - {project: k1, funder: nutek, recipient: harn, amount: 500000, currency: SEK, year: 2008, E: "Nutek gav Kusten I 500 000 kronor 2008."}
  - {project: k1, funder: tvv, amount: 100000, currency: SEK, year: 2009, E: "Tillväxtverket gav Kusten I 100 000 kronor 2009 och Kusten II 800 000 kronor 2011."}
  - {project: k2, funder: tvv, amount: 800000, currency: SEK, year: 2011, E: "Tillväxtverket gav Kusten I 100 000 kronor 2009 och Kusten II 800 000 kronor 2011."}
  - {project: k1, funder: harn, amount: 50000, currency: SEK, E: "Kommunen satte av 50 000 kronor, och 25 000 till."}
  - {project: k1, funder: harn, amount: 25000, currency: SEK, E: "Kommunen satte av 50 000 kronor, och 25 000 till."}
  - {project: k1, funder: vasa, amount: 7000, currency: NOK, E: "Vasa stad gav 7 000 norska kronor."}
  - {project: k4, funder: tvv, amount: 7777777, currency: SEK, E: "Tillväxtverket har fått en ansökan om 7 777 777 kronor till Kusten IV."}
locations:
  - {project: k1, region: harnosand, E: "Kusten I arbetade i Härnösand och Österbotten."}
  - {project: k1, region: osterbotten, E: "Kusten I arbetade i Härnösand och Österbotten."}
  - {project: k2, region: osterbotten, E: "Kusten II höll sig i Österbotten."}
  - {project: k3, region: osterbotten, E: "Kusten III arbetade i Österbotten, och i Jämtland."}
  - {project: k3, region: jamtland, E: "Kusten III arbetade i Österbotten, och i Jämtland."}
  - {project: k4, region: jamtland, scope: planned, E: "Kusten IV planeras till 2017, i Jämtland."}
cooperations:
  - {regions: [vn, osterbotten], project: k1, E: "Västernorrlands län samarbetar med Österbotten i Kusten I."}
indicators:
  - {project: k1, label: nya företag, value: [10, 15], kind: target, E: "Målet var 10–15 nya företag."}
  - {project: k1, label: nya företag, value: 12, kind: result, E: "Det blev 12 nya företag."}
  - {project: k3, label: deltagare, value: 240, kind: result, E: "Kusten III hade 240 deltagare."}
  - {project: k4, label: hamnar, value: 3, kind: target, E: "Kusten IV ska rusta 3 hamnar."}
"""

AUDIT = """
id: granskning
language: sv
kind: report
document: {title: Granskning av Kusten, publisher: Riksrevisionen, issued: "2017-02-03", source: granskning.txt}
projects:
  - {id: k1, name: Kusten I, start: 2008, end: 2011, budget: {amount: 1200000, currency: SEK}, E: "Kusten I (2008–2011) kostade 1 200 000 kronor."}
  - {id: k5, name: Fyren, status: refused, E: "Fyren fick avslag."}
  - {id: k2, name: Kusten II, E: "Kusten II gällde inte Österbotten."}
actors:
  - {id: vasa, name: Vasa stad, type: municipality, E: "Vasa stad ägde Kusten I."}
regions:
  - {id: osterbotten, name: Österbotten, type: county, code: FI-12, E: "Kusten II gällde inte Österbotten."}
roles:
  - {project: k1, actor: vasa, role: owner, E: "Vasa stad ägde Kusten I."}
locations:
  - {project: k2, region: osterbotten, scope: excluded, E: "Kusten II gällde inte Österbotten."}
"""


def documents(*texts: str) -> tuple[Facts, ...]:
    """The documents of these texts; «E» stands for the evidence of a fact and of all its fields."""
    import yaml

    found = []
    for text in texts:
        plain = yaml.safe_load(text)
        quotes = dict.fromkeys(
            fact["E"] for value in plain.values() if isinstance(value, list) for fact in value if "E" in fact
        )
        plain["text"] = whole = "\n\n".join(quotes)
        for value in plain.values():
            for fact in value if isinstance(value, list) else ():
                quote = fact.pop("E")
                fields = (
                    ("", "start", "budget", "programme", "status", "type", "follows", "part_of")
                    if "name" in fact
                    else ("",)
                )
                start = whole.index(quote)
                span = {"start": start, "end": start + len(quote), "quote": quote, "rule": "test.by-hand"}
                fact["evidence"] = [span | {"field": field} for field in fields]
        found.append(parse_facts(yaml.safe_dump(plain, allow_unicode=True), name=plain["id"]))
    return tuple(found)


@pytest.fixture(scope="session")
def store() -> Store:
    facts = documents(BRIDGE, REPORT, REFUSAL)
    return memory_store(to_triples(facts, resolve(facts)))


@pytest.fixture(scope="session")
def wide_store() -> Store:
    """The graph of all five documents."""
    facts = documents(BRIDGE, REPORT, REFUSAL, COAST, AUDIT)
    return memory_store(to_triples(facts, resolve(facts)))


@pytest.fixture(scope="session")
def disk_store(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("questions") / "store"
    write_store(folder, store.triples())
    return open_store(folder)
