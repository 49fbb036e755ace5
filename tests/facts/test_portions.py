"""Shares of the amount that the sentence before tells."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        (
            "The project Kelp Coast starts in 2019. In the EUR 20 million project, Norway's part is EUR 8 million. "
            "Of that, the EU's share is 75 percent, and the share of national funding is 25 percent.",
            {("europeiska-unionen", 6_000_000), (None, 2_000_000)},
        ),
        ("The project Kelp Coast costs EUR 2 million. Of that, 10 percent are spent on boats.", set()),
    ],
)
def test_of_that_takes_shares_of_the_amount_before(text: str, flows: set[tuple[str | None, int]]) -> None:
    facts = find_facts(read_bytes(f"News\n\n{text}\n\nIt is cold there in the winter.\n".encode(), Path("page.txt")))
    assert {(x.funder, int(x.money.amount)) for x in facts.flows} == flows


def test_an_amount_before_the_word_project_is_its_budget() -> None:
    text = "The project Kelp Coast starts in 2019. In the EUR 20 million project, Norway builds reefs."
    [project] = find_facts(
        read_bytes(f"News\n\n{text}\n\nIt is cold there in the winter.\n".encode(), Path("page.txt"))
    ).projects
    assert project.budget is not None
    assert int(project.budget.amount) == 20_000_000
