"""A second budget or period of a project is kept beside the first, with its proof, where a document says both outright."""

import pytest

from graphkit.factfiles import dump_facts, parse_facts
from graphkit.facts import find_facts

BUDGET = "Projektet Kvarnhjulet har en budget på {} kronor."
PERIOD = "Projektet Kvarnhjulet pågår {}."


def rivals(page, *lines):
    (project,) = find_facts(page("# Kvarnhjulet", *lines)).projects
    return [(str(x.budget.amount) if x.budget else f"{x.start}/{x.end}") for x in project.rivals]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((BUDGET.format("800 000"), BUDGET.format("900 000")), ["900000"]),
        ((BUDGET.format("800 000"), BUDGET.format("800 000")), []),
        ((BUDGET.format("800 000"), BUDGET.format("80 000")), []),  # a part of it
        ((BUDGET.format("800 000"), BUDGET.format("900 000"), BUDGET.format("700 000")), []),  # a list of shares
        ((PERIOD.format("2014–2016"), PERIOD.format("2015–2017")), ["2015/2017"]),
        ((PERIOD.format("2014–2016"), "Området utreddes åren 2009–2010."), []),
    ],
)
def test_only_what_differs_and_is_said_of_the_same_project_is_a_rival(page, lines, found):
    assert rivals(page, *lines) == found


def test_each_rival_has_its_proof_and_survives_the_fact_file(page):
    facts = find_facts(
        page(
            "# Kvarnhjulet",
            BUDGET.format("800 000"),
            BUDGET.format("900 000"),
            PERIOD.format("2014–2016"),
            PERIOD.format("2015–2017"),
        )
    )
    (project,) = facts.projects
    proofs = {x.field: x.quote for x in project.evidence}
    assert proofs["rival-budget-0"] == BUDGET.format("900 000")
    assert proofs["rival-period-1"] == PERIOD.format("2015–2017")
    for form in ("yaml", "json"):
        assert (
            parse_facts(dump_facts(facts, format=form), name="d", json_text=form == "json").projects == facts.projects
        )
