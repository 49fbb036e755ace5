"""Dates and periods: sentences of our own, in the forms that Swedish and English administration writes."""

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.facts.dates import find_dates

SWEDISH = [  # sentence, [(first, last, kind)]
    ("Projekttid: 310401–330228", [("2031-04-01", "2033-02-28", "period")]),
    ("Projekttid 31-04-01 – 33-02-28", [("2031-04-01", "2033-02-28", "period")]),
    ("Projekttid 2031.04.01–2033.02.28", [("2031-04-01", "2033-02-28", "period")]),
    ("Projekttid 01-04-2031 till 28-02-2033", [("2031-04-01", "2033-02-28", "period")]),
    ("Ärende 310401-12, telefon 08-12-10-01, ring 310499–330288", []),
    ("Projekttid maj 2031 juni 2033 Projektägare", [("2031-05", "2033-06", "period")]),
    ("Vi sågs maj 2031 juni 2033", [("2031-05", None, "date"), ("2033-06", None, "date")]),
    ("Det pågår mellan åren 2031 och 2033.", [("2031", "2033", "period")]),
    ("Det sträcker sig tre år, till hösten 2033.", [("2030", "2033", "period")]),
    ("Det treåriga projektet startar i mars 2031.", [("2031-03", "2034", "period")]),
    ("Det treåriga projektet startar 2031.", [("2031", None, "start")]),
    ("Q1 2031 – Q4 2033", [("2031", "2033", "period")]),
    ("Projektperiod 2023-02-01 – 2026-01-31", [("2023-02-01", "2026-01-31", "period")]),
    ("Tid: 2015-03-01--2018-02-28", [("2015-03-01", "2018-02-28", "period")]),
    ("2018-04-01-2019-03-31", [("2018-04-01", "2019-03-31", "period")]),
    ("2019-09—2021-08", [("2019-09", "2021-08", "period")]),
    ("Tid 1.5.2012–30.4.2014", [("2012-05-01", "2014-04-30", "period")]),
    ("1/2 2019 - 31/1 2020", [("2019-02-01", "2020-01-31", "period")]),
    ("Pågår 1 mars 2021 – 28 februari 2023.", [("2021-03-01", "2023-02-28", "period")]),
    ("Pågår 1 mars – 30 juni 2021.", [("2021-03-01", "2021-06-30", "period")]),
    ("Pågår 1 september – 30 juni 2021.", [("2020-09-01", "2021-06-30", "period")]),
    ("Det drivs från hösten 2016 till april 2018.", [("2016", "2018-04", "period")]),
    ("Våren 2009 - våren 2011", [("2009", "2011", "period")]),
    ("Föregångaren drevs 2005-2007.", [("2005", "2007", "period")]),
    ("Arbetet fortsätter 2017‐2018.", [("2017", "2018", "period")]),
    ("ramen för Interreg Nord 2014–2020", [("2014", "2020", "period")]),
    ("under programperioden 2007-13", [("2007", "2013", "period")]),
    ("läsåret 2013/14", [("2013", "2014", "period")]),
    ("mellan 2011 och 2015", [("2011", "2015", "period")]),
    ("40 000 kr per år 2019 och 2020", [("2019", "2020", "period")]),
    ("Både 2011 och 2015 hölls möten.", [("2011", None, "date"), ("2015", None, "date")]),
    ("Det gäller t.o.m. den 30 juni 2022.", [("2022-06-30", None, "end")]),
    ("Det gäller till och med mars 2010.", [("2010-03", None, "end")]),
    ("Det drivs fram till halvårsskiftet 2016.", [("2016-06", None, "end")]),
    ("Bygget varar till 30.9.2025.", [("2025-09-30", None, "end")]),
    ("Målet är 40 företag till år 2018.", [("2018", None, "date")]),
    ("Avtalet förlängs till 2018.", [("2018", None, "end")]),
    ("2003 startade nästa etapp.", [("2003", None, "start")]),
    ("Hösten 2005 avslutades den.", [("2005", None, "end")]),
    ("Det startade 2002.", [("2002", None, "start")]),
    ("Det avslutades år 2004.", [("2004", None, "end")]),
    ("Leden ska vara klar i maj 2026.", [("2026-05", None, "end")]),
    ("Starten den 4 februari 2019 blev kall.", [("2019-02-04", None, "start")]),
    ("Verksamheten har funnits sedan 1998.", [("1998", None, "start")]),
    ("Löper 2020–", [("2020", None, "start")]),
    ("Slutår: 2021", [("2021", None, "end")]),
    ("Slut | 31 mars 2025", [("2025-03-31", None, "end")]),
    ("färdigt före årsskiftet 2024/25", [("2024", None, "end")]),
    ("från årsskiftet 2024/2025", [("2025", None, "start")]),
    ("Det pågår i tre år från maj 2018.", [("2018-05", "2021", "period")]),
    ("två år från januari 2018", [("2018-01", "2019", "period")]),
    ("24 månader från 1 april 2010", [("2010-04-01", "2012-03", "period")]),
    ("Det startar 1 maj 2020 och pågår i ett och ett halvt år.", [("2020-05-01", "2021-10", "period")]),
    ("tre år från 2018", [("2018", None, "start")]),  # 2020 or 2021: not safe
    (
        "Det ena slutar i juni 2019, det andra avslutas ett halvår tidigare.",
        [("2019-06", None, "end"), ("2018-12", None, "end")],
    ),
    ("Beslut den 3 oktober 2013 i Mora.", [("2013-10-03", None, "date")]),
    ("Det hölls i mars. Nästa möte", []),
    ("Agenda 2030, dnr 2013-014, journalnr 2018-1107, 2000 besökare, 2010-talet", []),
    ("Ring 0920-28 40 00, kod 201905", []),
    ("31 februari 2012", []),
]

ENGLISH = [
    ("The seven-year project will start in March 2031.", [("2031-03", "2038", "period")]),
    ("from 01-Sep-2031 to 31-Aug-2033", [("2031-09-01", "2033-08-31", "period")]),
    ("It runs from June 2017 to May 2020.", [("2017-06", "2020-05", "period")]),
    ("1 April 2018 – 31 March 2020", [("2018-04-01", "2020-03-31", "period")]),
    ("April 1, 2018", [("2018-04-01", None, "date")]),
    ("The fund has existed since 2012.", [("2012", None, "start")]),
    ("It was completed in June 2016.", [("2016-06", None, "end")]),
    ("Work began in autumn 2015 and may stop.", [("2015", None, "start")]),
    ("for two years from October 2018", [("2018-10", "2020", "period")]),
    ("between 2014 and 2020", [("2014", "2020", "period")]),
    ("It lasts until December 2019.", [("2019-12", None, "end")]),
    ("You may march 2000 boots.", []),
]

WITH_ISSUE = [  # sentence, date of issue, [(first, last, kind)]
    ("Bygget startar i vår.", "2008-02-11", [("2008", None, "start")]),
    ("I vår journalistik gräver vi.", "2008-02-11", []),
    ("Det startar i september i år.", "2020-05-01", [("2020-09", None, "start")]),
    ("Det startar i mars.", "2020-11-20", [("2021-03", None, "start")]),
    ("Det startade i november.", "2020-02-20", [("2019-11", None, "start")]),
    ("I april avslutades arbetet.", "2012-12-31", [("2012-04", None, "end")]),
    ("Det avslutades i fjol.", "2020-02-20", [("2019", None, "end")]),
    ("Det hölls i mars.", "2020-02-20", []),
    ("Det startar i vår.", "", []),
]


def triples(found):
    return [(x.first, x.last, x.kind) for x in found]


@pytest.mark.parametrize(("sentence", "expected"), SWEDISH)
def test_dates_in_swedish_sentences(sentence, expected):
    assert triples(find_dates(sentence, "sv")) == expected


@pytest.mark.parametrize(("sentence", "expected"), ENGLISH)
def test_dates_in_english_sentences(sentence, expected):
    assert triples(find_dates(sentence, "en")) == expected


@pytest.mark.parametrize(("sentence", "issued", "expected"), WITH_ISSUE)
def test_the_date_of_issue_tells_the_year(sentence, issued, expected):
    assert triples(find_dates(sentence, "sv", issued=issued)) == expected


def test_offsets_are_counted_from_the_given_one():
    text = "Det pågår 2019-01-01 – 2020-12-31."
    (found,) = find_dates(text, "sv", offset=40)
    assert text[found.start - 40 : found.end - 40] == found.text == "2019-01-01 – 2020-12-31"


MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
FORMS = [
    lambda d: d.isoformat(),
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"den {d.day} {MONTHS[d.month - 1][:3]} {d.year}",
]
DAYS = st.dates(datetime.date(1960, 1, 1), datetime.date(2060, 12, 31))


@given(DAYS, DAYS, st.sampled_from(FORMS), st.sampled_from([" – ", "-", "--", " till ", " t.o.m. ", " — "]))
def test_a_period_survives_a_round_trip_through_its_written_form(one, two, form, dash):
    first, last = sorted((one, two))
    (found,) = find_dates(f"Tid: {form(first)}{dash}{form(last)}.", "sv")
    assert (found.first, found.last, found.kind) == (first.isoformat(), last.isoformat(), "period")


@given(st.text(alphabet="0123456789 .-–/marsjuniåtlvoch\n|", max_size=120), st.sampled_from(["sv", "en"]))
def test_what_is_found_stands_in_the_text_and_does_not_overlap(text, language):
    found = find_dates(text, language, issued="2019-05-01")
    assert all(text[x.start : x.end] == x.text for x in found)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))


HOSTILE = [
    "2019 ",
    "2019-",
    "1.1.",
    "i ",
    "1 mars ",
    "från ",
    "2019-01-01 – ",
    "tre år ",
    "9",
    " ",
    "våren och ",
    "ett år tidigare ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hundred_kilobytes_of_nonsense_are_read_to_the_end(piece):
    text = piece * (100_000 // len(piece))
    for language in ("sv", "en"):
        assert all(x.end <= len(text) for x in find_dates(text, language, issued="2019-05-01"))


def test_dates_of_eight_figures_are_read_as_a_span() -> None:
    (span,) = find_dates("Pågår 20190401–20210331", "sv")
    assert (span.first, span.last) == ("2019-04-01", "2021-03-31")
    assert find_dates("Ärende 20190401 bordlades.", "sv") == ()
