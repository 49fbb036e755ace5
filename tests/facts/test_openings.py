"""What is seen and can't be placed is an issue with its quote, and what nobody need ask about is none."""

import pytest

from graphkit.facts import find_facts


def opened(page, *lines, language="sv"):
    facts = find_facts(page(*lines, language=language))
    for issue in facts.issues:
        assert facts.text[issue.start : issue.end] == issue.quote
    return [(issue.kind, issue.quote) for issue in facts.issues]


START = "Projektet Lindväven ägs av Bergs kommun."


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Projektet Lindväven rör sig med 340 000 kronor.", "amount-without-payer"),
        ("I projektet Lindväven möttes grupperna 2014–2016.", None),
        ("Projektet Lindvävens verkstad ligger i Snårbacka.", "unknown-place"),
        ("Projektet Lindvävens verkstad ligger i Östersund.", None),
        ("Projektet Lindväven har en omsättning på 340 000 kronor.", None),
        ("Projektet Lindväven tog 4 kronor per besökare i avgift.", None),
        ("Projektet Lindväven börjar i Maj.", None),
    ],
)
def test_a_sentence_on_a_project_asks_about_what_it_leaves_open(page, sentence, kind):
    found = [name for name, quote in opened(page, START, sentence) if quote == sentence]
    assert (kind in found) if kind else not set(found) - {"amount-without-payer"}


def test_a_page_without_a_project_asks_nothing(page):
    assert opened(page, "Priset är 340 000 kronor.", "Vi ses i Snårbacka 2014–2016.") == []


def test_a_time_that_no_project_has_is_asked_about_once_a_sentence(page):
    lines = (
        START,
        "Projektet Lindväven pågår 2010–2012.",
        "Projektet Lindväven följs upp av ett annat arbete till och med 2031.",
    )
    assert ("date-unplaced", lines[2]) in opened(page, *lines)
    assert not [quote for kind, quote in opened(page, *lines) if kind == "date-unplaced" and quote == lines[1]]


def test_a_programme_s_period_is_none_of_a_project(page):
    lines = (START, "Projektet Lindväven ryms i programmet, som gäller för programperioden 2021–2027.")
    assert "date-unplaced" not in dict(opened(page, *lines))


def test_a_place_is_asked_about_once(page):
    lines = (START, "Projektet Lindväven är i Snårbacka.", "Projektet Lindväven växer i Snårbacka.")
    assert [kind for kind, _ in opened(page, *lines)].count("unknown-place") <= 1


def test_an_organisation_whose_kind_nothing_tells_is_asked_about_where_it_has_a_part(page):
    lines = ("# Lindväven", "| Projekt: Lindväven", "| Projektägare: Trasselgänget Norrsken", "| Budget: 20 000 kr")
    facts = find_facts(page(*lines))
    kinds = {actor.name: actor.type for actor in facts.actors}
    asked = [quote for kind, quote in opened(page, *lines) if kind == "untyped-organisation"]
    assert ("other" in kinds.values()) == bool(asked)


def test_an_amount_beside_a_label_that_nobody_knows_is_of_an_unclear_kind(page):
    lines = ("# Lindväven", "| Projekt: Lindväven", "| Projektägare: Bergs kommun", "| Totalt norsk sida: 390 000 NOK")
    assert ("amount-of-unclear-kind", "Totalt norsk sida: 390 000 NOK") in opened(page, *lines)


def test_english_sentences_ask_too(page):
    lines = (
        "The project Linden Weave is run by Berg Municipality.",
        "The project Linden Weave moves EUR 340,000 around.",
    )
    assert ("amount-without-payer", lines[1]) in opened(page, *lines, language="en")
