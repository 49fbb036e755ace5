"""Amounts, shares and implied amounts: sentences of our own, in the forms that Swedish and English administration writes."""

import itertools
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.facts.money import find_amounts, find_implied, find_percentages, unit_of_header

SWEDISH = [  # sentence, [(amount, currency, flags)]; flags: hedge, each, yearly, same
    ("Nämnden betalar ut 1 204 550 kronor.", [("1204550", "SEK", "")]),
    ("Stödet är 310 kkr.", [("310000", "SEK", "")]),
    ("Stödet är 95 tkr.", [("95000", "SEK", "")]),
    ("Det blev 6,4 mkr till slut.", [("6400000", "SEK", "")]),
    ("Kommunen avsätter 1,3 Mkr.", [("1300000", "SEK", "")]),
    ("Fonden lägger 9,2 mnkr på bryggan.", [("9200000", "SEK", "")]),
    ("Utgiften stannade på 12,5 MSEK.", [("12500000", "SEK", "")]),
    ("Norge lägger 3,4 MNOK.", [("3400000", "NOK", "")]),
    ("Norge lägger MNOK 3,4.", [("3400000", "NOK", "")]),
    ("Fylkeskommunen går in med 1,7 mill. NOK.", [("1700000", "NOK", "")]),
    ("Fylkeskommunen går in med 800 000 norske kroner.", [("800000", "NOK", "")]),
    ("Budget 412 300 € i fyra år.", [("412300", "EUR", "")]),
    ("Rambelopp EUR 2 050 000.", [("2050000", "EUR", "")]),
    ("Ramen är SEK 4.5 million.", [("4500000", "SEK", "")]),
    ("Taket är NOK 2.350.000.", [("2350000", "NOK", "")]),
    ("Byn fick 318.000 euro.", [("318000", "EUR", "")]),
    ("Stödet blir 75 000,00 €.", [("75000", "EUR", "")]),
    ("Danskarna lägger 640 000 DKK.", [("640000", "DKK", "")]),
    ("Staden bidrar med 2 miljoner rubel.", [("2000000", "RUB", "")]),
    ("Hela planen kostar 1,4 miljarder kronor.", [("1400000000", "SEK", "")]),
    ("De får 700 tusen kronor.", [("700000", "SEK", "")]),
    ("Kapellet fick 500:- av grannen.", [("500", "SEK", "")]),
    ("Stiftelsen ger en halv miljon.", [("500000", "", "")]),
    ("Stiftelsen ger en halv miljon kronor.", [("500000", "SEK", "")]),
    ("Föreningen fick hundratusen kronor.", [("100000", "SEK", "")]),
    ("Föreningen fick tvåhundrafemtio tusen kronor.", [("250000", "SEK", "")]),
    ("Staten lägger två och en halv miljon kronor.", [("2500000", "SEK", "")]),
    ("Parterna lägger drygt 4 mkr.", [("4000000", "SEK", "about")]),
    ("Stöd lämnas med dock högst 812 400 kronor.", [("812400", "SEK", "up-to")]),
    ("De kan få upp till 30 000 euro.", [("30000", "EUR", "up-to")]),
    ("Kostnaden är 2–3 miljoner kronor.", [("3000000", "SEK", "up-to")]),
    ("Priset låg mellan 400 och 600 kronor.", [("600", "SEK", "up-to")]),
    ("Kommunerna ger 45 000 kronor vardera och år.", [("45000", "SEK", "each yearly")]),
    ("De två städerna lägger 70 000 euro var.", [("70000", "EUR", "each")]),
    ("De två städerna lägger var sina 2,5 Mkr.", [("2500000", "SEK", "each")]),
    ("Ramen 4 mkr var för liten.", [("4000000", "SEK", "")]),
    ("Regionen ger 210 000 kr per år i fyra år.", [("210000", "SEK", "yearly")]),
    ("Regionen ger varje år 210 000 kr.", [("210000", "SEK", "yearly")]),
    ("Det kostar 90 000 euro, ungefär 990 000 kronor.", [("90000", "EUR", ""), ("990000", "SEK", "about same")]),
    ("Det kostar 1,1 mkr (100 000 euro).", [("1100000", "SEK", ""), ("100000", "EUR", "same")]),
    ("Det kostar 100 000 euro (90 000 kronor är redan betalda).", [("100000", "EUR", ""), ("90000", "SEK", "")]),
    ("EU ger 400 000 €, norska sidan 2,2 MNOK.", [("400000", "EUR", ""), ("2200000", "NOK", "")]),
    ("Torps kommun fick drygt 84 000 till två nya bänkar.", [("84000", "", "about")]),
    ("Verket har beviljat 3 250 000 i stöd till etapp två.", [("3250000", "", "")]),
    ("Verket har bestämt sig för att sponsra med 120 000.", [("120000", "", "")]),
    ("Mässan fick 84 000 besökare och 12 000 röster.", []),
    ("Klubben har fått drygt 20 EU-miljoner.", [("20000000", "", "about")]),
    ("60 000 SEK + 75 000 NOK", [("60000", "SEK", ""), ("75000", "NOK", "")]),
    (
        "Staden lägger 4 miljoner, Mora kommun 1,2 och regionen 300 000 kronor.",
        [("4000000", "SEK", ""), ("1200000", "SEK", ""), ("300000", "SEK", "")],
    ),
    ("De får 120.500 respektive 80.250 euro.", [("120500", "EUR", ""), ("80250", "EUR", "")]),
    ("Sida ger 3 miljoner av dessa.", [("3000000", "", "")]),
    ("Orsa kommun120 000 kr", [("120000", "SEK", "")]),  # label glued to its value
    ("Under 2019 350 000 kr och 2020 6 mkr.", [("350000", "SEK", ""), ("6000000", "SEK", "")]),
]

ENGLISH = [
    ("Over 2,5 mln. EUR were moved, and euro 300,000 stayed.", [("2500000", "EUR", "about"), ("300000", "EUR", "")]),
    ("It cost EUR 1.5 mill or 2 mio NOK.", [("1500000", "EUR", ""), ("2000000", "NOK", "")]),
    ("It was paid with a EUR 4 million grant from the fund.", [("4000000", "EUR", "")]),
    ("In 2014 EUR 4 million was granted.", [("4000000", "EUR", "")]),
    ("The fund adds SEK 2.3 million.", [("2300000", "SEK", "")]),
    ("The cities pay SEK 125,000 each.", [("125000", "SEK", "each")]),
    ("They each pay EUR 40,000 a year.", [("40000", "EUR", "each yearly")]),
    ("A grant of €2.6m was made.", [("2600000", "EUR", "")]),
    ("The grant is EUR 1 480 000.", [("1480000", "EUR", "")]),
    ("Half a million euros came from Riga.", [("500000", "EUR", "")]),
    ("Budget DKK 410,000 (about EUR 55,000)", [("410000", "DKK", ""), ("55000", "EUR", "about same")]),
    ("The Fund covers 1.9 million of it.", [("1900000", "", "")]),
    ("Ceilings lie between EUR 1.2 and 2.4 million.", [("2400000", "EUR", "up-to")]),
    ("SEK 2.4 million, of which 600,000 this year", [("2400000", "SEK", ""), ("600000", "SEK", "")]),
    ("Two hundred thousand Swedish kronor", [("200000", "SEK", "")]),
    ("ERDF: 391 610,00 €", [("391610", "EUR", "")]),
]

NO_AMOUNT = [
    "Staden har 1,4 miljoner invånare.",
    "Området rymmer 3 000 besökare och 12 hotell.",
    "Ring 0920-28 40 00 eller 070 - 174 06 37.",
    "Dnr 2013-014, beslut 2014-03-02, perioden 2014–2020",
    "Nu söker vi 1:1-medel.",
    "EU täcker 24,5 procent.",
    "Inte en krona till.",
    "Handledning kostar 850 kronor i timmen.",
    "Materialet lämnas för 300 kronor per kubikmeter.",
    "Det är 5 mil till Grong, 3 t sten och 30 sek väntan.",
    "Stödet är 0 kr.",
    "Miljoner till byarna",
    "Kuben är 2:2 kronor",
]


def flags(amount):
    marks = [
        amount.hedge,
        amount.sharing,
        "yearly" if amount.per_year else "",
        "same" if amount.same_as else "",
    ]
    return " ".join(mark for mark in marks if mark)


@pytest.mark.parametrize(("sentence", "expected"), SWEDISH)
def test_amounts_in_swedish_sentences(sentence, expected):
    found = find_amounts(sentence, "sv")
    assert [(x.amount, x.currency, flags(x)) for x in found] == [(Decimal(a), c, f) for a, c, f in expected]


@pytest.mark.parametrize(("sentence", "expected"), ENGLISH)
def test_amounts_in_english_sentences(sentence, expected):
    found = find_amounts(sentence, "en")
    assert [(x.amount, x.currency, flags(x)) for x in found] == [(Decimal(a), c, f) for a, c, f in expected]


@pytest.mark.parametrize("sentence", NO_AMOUNT)
def test_what_is_no_amount_of_money(sentence):
    assert find_amounts(sentence, "sv") == ()


@pytest.mark.parametrize(
    ("cell", "scale", "currency", "expected"),
    [
        ("640", 1000, "SEK", ["640000"]),
        ("1 204 550", 1, "SEK", ["1204550"]),
        ("3.150", 1000, "SEK", ["3150000"]),
        ("2019", 1000, "SEK", ["2019000"]),  # the header says that it is no year
        ("98,000", 1, "EUR", ["98000"]),
        ("240,000 (in kind)", 1, "EUR", ["240000"]),
        ("Region Norrbotten 120,000", 1, "EUR", ["120000"]),
        ("75 000 kr", 1000, "EUR", ["75000"]),  # what stands by the number goes before the header
        ("–", 1000, "SEK", []),
        ("Avslag", 1000, "SEK", []),
        ("55 %", 1, "SEK", []),
        ("2019-05-01", 1, "SEK", []),
        ("0950-166 00", 1, "SEK", []),
    ],
)
def test_a_bare_number_in_a_cell_takes_the_unit_of_its_column(cell, scale, currency, expected):
    language = "en" if "," in cell else "sv"
    found = find_amounts(cell, language, scale=Decimal(scale), currency=currency)
    assert [x.amount for x in found] == [Decimal(x) for x in expected]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Beviljat (tkr)", ("1000", "SEK")),
        ("Belopp (kr)", ("1", "SEK")),
        ("EU-belopp (kr)", ("1", "SEK")),
        ("Budget EUR", ("1", "EUR")),
        ("Finansiering, mnkr", ("1000000", "SEK")),
        ("Belopp i tusen kronor", ("1000", "SEK")),
        ("Kostnad (miljoner euro)", ("1000000", "EUR")),
        ("Stöd (€)", ("1", "EUR")),
        ("Projektägare", None),
        ("Krav", None),
        ("Län", None),
    ],
)
def test_the_unit_of_a_header(header, expected):
    assert unit_of_header(header) == (expected and (Decimal(expected[0]), expected[1]))


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("Regionen medverkar med motsvarande summa.", "sv", [("motsvarande summa", "1", "last")]),
        ("Staden lägger lika mycket som regionen.", "sv", [("lika mycket", "1", "last")]),
        ("Länet ger halva det beloppet.", "sv", [("halva det beloppet", "1/2", "last")]),
        ("Fonden ger hälften så mycket.", "sv", [("hälften så mycket", "1/2", "last")]),
        ("Interreg går in med dobbelt så mye.", "sv", [("dobbelt så mye", "2", "last")]),
        ("EU står för tre fjärdedelar av budgeten.", "sv", [("tre fjärdedelar", "3/4", "total")]),
        ("Fonden betalar hälften av kostnaden.", "sv", [("hälften", "1/2", "total")]),
        ("Återstoden betalar kommunen.", "sv", [("Återstoden", None, "rest")]),
        ("Resterande belopp delas lika mellan länen.", "sv", [("Resterande belopp delas lika", None, "rest-split")]),
        ("Kostnaden delas lika.", "sv", [("delas lika", None, "split")]),
        ("Hälften av deltagarna stannade, resten av landet teg.", "sv", []),
        ("The county adds half that amount.", "en", [("half that amount", "1/2", "last")]),
        ("The rest is shared equally.", "en", [("The rest is shared equally", None, "rest-split")]),
        ("Emissions fell by half in two and a half years.", "en", []),
    ],
)
def test_words_that_stand_for_an_amount(sentence, language, expected):
    found = find_implied(sentence, language)
    assert [(x.text, x.factor, x.kind) for x in found] == [(t, f and Fraction(f), k) for t, f, k in expected]


def test_shares_in_per_cent():
    assert [x.value for x in find_percentages("73,37 %, 50 procent, 5 procentenheter, 3 st")] == [
        Decimal("73.37"),
        Decimal(50),
    ]
    assert [x.value for x in find_percentages("61.5 per cent of it", language="en")] == [Decimal("61.5")]


def test_offsets_are_counted_from_the_given_one():
    text = "Sida ger 40 000 kronor, resten 30 procent."
    amount, share, rest = (
        find_amounts(text, "sv", offset=100)[0],
        find_percentages(text, offset=100)[0],
        find_implied(text, "sv", offset=100)[0],
    )
    for found in (amount, share, rest):
        assert text[found.start - 100 : found.end - 100] == found.text


UNITS = [("kronor", 1, "SEK"), ("kr", 1, "SEK"), ("euro", 1, "EUR"), ("tkr", 1000, "SEK"), ("MNOK", 1_000_000, "NOK")]


@given(st.integers(min_value=1, max_value=10**11), st.sampled_from(UNITS), st.sampled_from([" ", ".", "\u00a0", ""]))
def test_an_amount_survives_a_round_trip_through_its_written_form(number, unit, separator):
    written = f"{number:,}".replace(",", separator)
    word, scale, currency = unit
    if scale == 1_000_000 and separator == ".":
        separator, written = "", str(number)
    found = find_amounts(f"De får {written} {word} i stöd.", "sv")
    assert [(x.amount, x.currency, x.text) for x in found] == [(Decimal(number) * scale, currency, f"{written} {word}")]


@given(st.text(alphabet="0123456789 .,-–/kromilj€åEUSKn%halv\n|", max_size=120), st.sampled_from(["sv", "en"]))
def test_what_is_found_stands_in_the_text(text, language):
    for found in (*find_amounts(text, language), *find_implied(text, language), *find_percentages(text)):
        assert text[found.start : found.end] == found.text
    spans = [(x.start, x.end) for x in find_amounts(text, language)]
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


HOSTILE = [
    "1",
    "1 ",
    "1 000 ",
    "kr ",
    "hundra",
    "sextio",
    "1,",
    " ",
    "1.1 kr ",
    "mellan 5 och ",
    "högst ",
    "hälften av ",
    "5-",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hundred_kilobytes_of_nonsense_are_read_to_the_end(piece):
    text = piece * (100_000 // len(piece))
    for language in ("sv", "en"):
        assert all(x.amount > 0 for x in find_amounts(text, language))
        assert all(x.end <= len(text) for x in (*find_implied(text, language), *find_percentages(text)))
