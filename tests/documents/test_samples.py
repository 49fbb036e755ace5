"""The shipped samples as an annotator reads them: each name and each quote of gold is in the text."""

from __future__ import annotations

import re
from functools import cache

import pytest

from graphkit import resources
from graphkit.documents import read_document
from graphkit.factfiles import load_facts
from graphkit.model import BlockKind, Document

DOCUMENTS = sorted(resources.data("samples", "documents").iterdir())
IDS = [path.name for path in DOCUMENTS]


@cache
def document_of(number: int) -> Document:
    return read_document(DOCUMENTS[number])


def plain(text: str) -> str:
    return " ".join(text.casefold().split())


def tokens(text: str) -> str:
    """Words and figures alone: a row's cells are parted by bars, its quote in gold by blanks, or not at all («kommun240 000 kr»)."""
    return "".join(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("number", range(len(DOCUMENTS)), ids=IDS)
def test_each_name_in_gold_is_in_the_text(number):
    document = document_of(number)
    facts = load_facts(resources.data("samples", "gold", f"{document.info.stem}.yaml"))
    text = plain(document.text)
    missing = []
    for thing in (*facts.projects, *facts.actors, *facts.regions):
        for name in (thing.name, *thing.aliases):
            if plain(name) in text or plain(name) in plain(document.info.publisher):
                continue  # the publisher is told by the page's furniture, and known as such
            head, _, kind = plain(name).rpartition(" ")
            if kind == "kommun" and head.removesuffix("s") in text and "kommun" in text:
                continue  # «Mora, Rättviks och Leksands kommuner» and «kommunerna Nybro och Emmaboda» name each without writing it out
            missing.append(name)
    assert not missing


@pytest.mark.parametrize("number", range(len(DOCUMENTS)), ids=IDS)
def test_each_quote_of_money_in_gold_is_in_the_text(number):
    document = document_of(number)
    path = resources.data("samples", "gold", f"{document.info.stem}.yaml")
    quotes = re.findall(r"""quote: (?:"([^"]*)"|'([^']*)'|([^,}"']+))""", path.read_text(encoding="utf-8"))
    assert [quote for quote in map("".join, quotes) if tokens(quote) not in tokens(document.text)] == []


@pytest.mark.parametrize("number", range(len(DOCUMENTS)), ids=IDS)
def test_the_language_is_the_annotators_and_the_text_is_free_of_furniture(number):
    document = document_of(number)
    facts = load_facts(resources.data("samples", "gold", f"{document.info.stem}.yaml"))
    assert document.info.language == facts.info.language
    assert sum(block.kind is BlockKind.TITLE for block in document.blocks) <= 1
    for word in ("cookies", "kakor", "hoppa till innehåll", "drivs med wordpress", "<", "dataLayer"):
        assert word not in document.text.casefold()


def rows(stem: str) -> list[tuple[str, ...]]:
    number = next(n for n, path in enumerate(DOCUMENTS) if path.stem.startswith(stem))
    return [
        tuple(f"{cell.header}={cell.text}" if cell.header else cell.text for cell in block.cells)
        for block in document_of(number).blocks
        if block.kind in (BlockKind.ROW, BlockKind.PAIR)
    ]


@pytest.mark.parametrize(
    ("stem", "row"),
    [
        (
            "03",
            (
                "Projekt=Krutfjällslänken",
                "Samordnande stödmottagare=Storumans kommun",
                "Total budget=656 340 € + 6 940 000 NOK",
                "Beviljade EU-medel=328 169 €",
            ),
        ),
        ("06", ("Total budget", "EUR 2,148,000")),
        ("07", ("Finansiär=Region Gävleborg", "Slag=Regionala projektmedel, anslag 1:1", "Belopp, kr=2 352 000")),
        ("07", ("Kontaktperson hos stödmottagaren", "Pernilla Forsbäck, projektledare")),
        ("10", ("Projektägare", "AB Glasriket")),
        ("11", ("LAG-beslut=Summa beviljat 2019", "Beviljat belopp (kr)=3 456 900")),
        ("12", ("Beviljat ESF-stöd", "11 214 300 kr")),
        ("15", ("Region Kronoberg", "2020 (tkr)=600", "2021 (tkr)=700", "2022 (tkr)=500", "Totalt (tkr)=1 800")),
        ("16", ("Project lifetime", "July 2017 – June 2020")),
        (
            "18",
            (
                "Förstudie=Logistiknod Brunna",
                "Stödmottagare=Upplands-Bro kommun",
                "Belopp (tkr)=150",
                "Plats=Stockholms län",
            ),
        ),
        ("23", ("EG-stöd", "73,37 %, dock högst 1 210 517 kronor")),
        (
            "29",
            (
                "Initiative=Work Integration Lab",
                "Owner=Coompanion Göteborgsregionen",
                "Main funder=European Social Fund",
                "Grant (SEK thousand)=7 200",
            ),
        ),
    ],
)
def test_fact_boxes_and_rows_survive(stem, row):
    assert row in rows(stem)


@pytest.mark.parametrize(
    ("stem", "title", "publisher", "issued"),
    [
        ("01", "Utvecklingsnämnden sade ja till tre projekt", "Region Dalarna", "2024-04-26"),
        ("02", "3,8 mkr till kvinnor som driver företag", "Länsstyrelsen Västernorrland", "2012-03-22"),
        ("05", "Prioriteringar december 2023", "Strukturfondspartnerskapet Norra Mellansverige", "2023-12-18"),
        ("06", "Bringing northern rivers back to life", "Arctic Rivers", "2021-03-12"),
        ("07", "Beslut om stöd till projektet DigiTrä", "", "2021-11-17"),
        ("12", "Slutrapport Kraftsamling Bergslagen", "", ""),
        ("23", "Nya beslut: kartor och elbilar", "Interreg Sverige-Norge", "2010-05-27"),
    ],
)
def test_title_publisher_and_date_are_known(stem, title, publisher, issued):
    info = next(document_of(n).info for n, path in enumerate(DOCUMENTS) if path.stem.startswith(stem))
    assert (info.title, info.publisher, info.issued) == (title, publisher, issued)
