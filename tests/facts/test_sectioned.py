"""Lines that say which fund's grants the projects below them get."""

from pathlib import Path

from graphkit.documents import read_bytes
from graphkit.facts.finding import find_facts

LISTED = (
    "# Nya beslut\n\nBeviljade projekt inom Europeiska regionala utvecklingsfonden:\n\n"
    "## Grön hamn av Luleå kommun\n\nSumma: 400 000 kr\n\n## Smarta fjäll av Region Dalarna\n\nSumma: 250 000 kr\n\n"
    "Beviljade projekt inom Europeiska socialfonden:\n\n## Vägen till jobb av Mora kommun\n\nSumma: 900 000 kr\n"
)


def flows(text: str) -> set[tuple[str | None, str | None, int]]:
    facts = find_facts(read_bytes(text.encode(), Path("sida.md")))
    return {(flow.project, flow.funder, int(flow.money.amount)) for flow in facts.flows}


def test_each_project_gets_its_sum_from_the_fund_of_the_line_above():
    assert flows(LISTED) == {
        ("gron-hamn", "europeiska-regionala-utvecklingsfonden", 400000),
        ("smarta-fjall", "europeiska-regionala-utvecklingsfonden", 250000),
        ("vagen-till-jobb", "europeiska-socialfonden", 900000),
    }


def test_a_sum_on_a_page_that_grants_nothing_is_no_flow():
    assert not flows(LISTED.replace("Beviljade projekt inom", "Fakta om"))
