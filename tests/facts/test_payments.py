"""One flow for a payment that a text tells twice."""

from decimal import Decimal

from graphkit.facts.payments import settle
from graphkit.model import Evidence, Flow, Money


def flow(
    amount: int, *, start: int, funder: str | None = "actor:sida", currency: str = "SEK", year: int | None = None
) -> Flow:
    evidence = Evidence(start=start, end=start + 1, quote="x", rule="flow.giver-verb")
    money = Money(Decimal(amount), currency)
    return Flow(project="project:a", funder=funder, recipient=None, money=money, year=year, evidence=(evidence,))


def test_the_exact_amount_stays_where_another_sentence_rounds_it():
    rounded, exact = flow(3_800_000, start=0), flow(3_812_000, start=50)
    assert list(settle([rounded, exact])) == [exact]
    assert list(settle([exact, rounded])) == [exact]


def test_amounts_of_two_givers_years_or_currencies_stay_both():
    first = flow(3_800_000, start=0)
    for other in (
        flow(3_812_000, start=50, funder="actor:almi"),
        flow(3_812_000, start=50, year=2020),
        flow(3_812_000, start=50, currency="NOK"),
        flow(3_812_000, start=0),
    ):
        assert list(settle([first, other])) == [first, other]
