"""Catalogues whose entries open alike."""

from pathlib import Path

from graphkit.documents import read_bytes
from graphkit.facts import find_facts

ENTRY = (
    "Measure: Clean coasts\n{}\n(www.{}.example)\nPartnership\n{}\n(museums, schools)\nProblem to be addressed\n"
    "Harbours lose their visitors because nobody tells them what there is to see along the coast in spring.\n"
    "Approximate total project budget:\nERDF:\nEUR {}00,000\nEUR {}50,000\n"
)


def test_lines_above_a_label_that_opens_each_entry_are_the_projects() -> None:
    text = (
        "Approved projects\n\nShort presentation of the projects of the second call\n\n"
        + ENTRY.format("Kelp Arc", "kelp", "Norway, Poland", 4, 2)
        + ENTRY.format("Harbour Nights II", "nights", "Finland, Denmark and Latvia", 6, 3)
    )
    facts = find_facts(read_bytes(text.encode(), Path("list.txt")))
    assert {(x.name, int(x.budget.amount) if x.budget else 0) for x in facts.projects} == {
        ("Kelp Arc", 400_000),
        ("Harbour Nights II", 600_000),
    }
    assert {(x.project, x.region) for x in facts.locations} == {
        ("kelp-arc", "no"),
        ("kelp-arc", "pl"),
        ("harbour-nights-ii", "fi"),
        ("harbour-nights-ii", "dk"),
        ("harbour-nights-ii", "lv"),
    }
    assert {(x.project, int(x.money.amount)) for x in facts.flows} == {
        ("kelp-arc", 250_000),
        ("harbour-nights-ii", 350_000),
    }


def test_a_label_that_stands_once_heads_no_catalogue() -> None:
    text = "Our work\n\nThe museum is open all year.\n\nOur harbour\nPartners\nAlfa museum\n"
    assert not find_facts(read_bytes(text.encode(), Path("page.txt"))).projects
