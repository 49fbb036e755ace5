"""The shapes: what they let through, what they stop, and where a violation leads."""

import pytest

from graphkit.errors import UsageError
from graphkit.graph.check import check_graph

PROOF = "evidence: [{start: 0, end: 8, quote: Sida ger, rule: flow.pays, confidence: 0.9}]"
SOUND = f"flows: [{{project: weran, funder: sida, amount: 450000, currency: SEK, {PROOF}}}]"


def test_a_sound_graph_has_no_violations(facts_of, store_of):
    assert check_graph(store_of(facts_of(SOUND))) == ()


@pytest.mark.parametrize(
    ("change", "severity", "shape", "message"),
    [
        (("amount: 450000", "amount: -1"), "violation", "FundingFlow", "Beloppet saknas eller är inte större än noll"),
        (("currency: SEK", "currency: kronor"), "violation", "FundingFlow", "tre bokstäver"),
        (("currency: SEK", "currency: ''"), "warning", "FundingFlow", "saknar valuta"),
        (("funder: sida", "funder: sida, recipient: sida"), "warning", "FundingFlow", "densamma"),
        (("funder: sida", "funder: sida, year: 20009"), "violation", "FundingFlow", "rimligt år"),
        (("confidence: 0.9", "confidence: 90"), "violation", "Evidence", "mellan 0 och 1"),
        (("start: 0", "start: 9"), "violation", "Evidence", "plats i texten"),
        (("quote: Sida ger", "quote: ''"), "violation", "Evidence", "ingen uppgift utan citat"),
        ((", " + PROOF, ""), "violation", "FundingFlow", "saknar belägg"),
    ],
)
def test_a_broken_fact_is_told_with_how_to_mend_it(change, severity, shape, message, facts_of, store_of):
    (violation,) = check_graph(store_of(facts_of(SOUND.replace(*change))))
    assert (violation.severity, violation.shape) == (severity, shape)
    assert message in violation.message


def test_a_violation_leads_to_its_document_and_quote(facts_of, store_of):
    (violation,) = check_graph(store_of(facts_of(SOUND.replace("450000", "-1"))))
    assert (violation.name, violation.value) == ("WERAN", "-1")
    assert (violation.document, violation.quote) == ("nyhet.txt", "Sida ger")


def test_a_period_that_ends_before_it_begins_is_told_for_the_fact_and_the_project(facts_of, store_of):
    proof = "[{field: start, start: 0, end: 4, quote: 2009 till 2007, rule: period.from}]"
    facts = facts_of(f"projects: [{{id: weran, name: WERAN, start: 2009, end: 2007, evidence: {proof}}}]")
    found = check_graph(store_of(facts))
    assert [(violation.shape, violation.quote) for violation in found] == [
        ("Period", "2009 till 2007"),
        ("Project", ""),
    ]


def test_messages_are_told_in_english_too(facts_of, store_of):
    (violation,) = check_graph(store_of(facts_of(SOUND.replace("450000", "-1"))), lang="en")
    assert violation.message == "The amount is missing or not above zero: look at the quote."


def test_another_language_is_refused(facts_of, store_of):
    with pytest.raises(UsageError, match="sv and en, not «fi»"):
        check_graph(store_of(facts_of()), lang="fi")


def test_violations_come_in_the_same_order_whatever_the_order_of_documents(facts_of, store_of):
    documents = [facts_of(SOUND.replace("450000", f"-{number}"), stem=f"d{number}") for number in (3, 1, 2)]
    assert check_graph(store_of(*documents)) == check_graph(store_of(*reversed(documents)))


def test_gold_breaks_no_shape_but_that_it_has_no_evidence(gold, store_of):
    broken = {
        violation.message for violation in check_graph(store_of(*gold), lang="en") if violation.severity == "violation"
    }
    assert broken == {"The fact has no evidence: point out the sentence or row that proves it, or take it out."}
