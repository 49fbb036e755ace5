"""Cards that give each party a box of its own."""

from pathlib import Path

from graphkit.documents import read_bytes
from graphkit.facts import find_facts
from graphkit.model import Facts

CARD = (
    "Greener Ferries on the Outer Skerries\n\n"
    "Thematic cluster:\nClean sea\nIslands and coasts\n2. Clean and safe harbours\nDirection of support:\n"
    "Less noise (New ways)\nMay 2011 - Apr 2013 (2 years)\nTotal funding:\n200 000 €\n\n"
    "Development idea\n\nFerries are noisy, and the project tests batteries on two of them.\n\n\n"
)


def read(text: str) -> Facts:
    return find_facts(read_bytes(text.encode(), Path("card.txt")))


def flows(facts: Facts) -> set[tuple[str | None, str | None, int]]:
    return {(x.funder, x.recipient, int(x.money.amount)) for x in facts.flows}


def test_the_money_below_a_partys_name_is_its_own() -> None:
    facts = read(
        CARD + "Government of Åland (ÅLR)\n\nERDF funding:\n60 000 €\nOwn contribution:\n20 000 €\n\n"
        "Kalmar University (KU)\n\nERDF funding:\n90 000 €\nOwn contribution:\n30 000 €\n"
    )
    erdf = "europeiska-regionala-utvecklingsfonden"
    assert flows(facts) == {
        (erdf, "alands-landskapsregering", 60_000),
        ("alands-landskapsregering", None, 20_000),
        (erdf, "kalmar-university", 90_000),
        ("kalmar-university", None, 30_000),
    }
    assert {(x.actor, x.role) for x in facts.roles if x.role == "partner"} == {
        ("alands-landskapsregering", "partner"),
        ("kalmar-university", "partner"),
    }
    [project] = facts.projects
    assert (project.name, project.start, project.end) == ("Greener Ferries on the Outer Skerries", "2011-05", "2013-04")
    assert project.budget is not None
    assert int(project.budget.amount) == 200_000


def test_the_only_box_with_money_is_the_projects() -> None:
    facts = read(CARD + "Lead partner: Kalmar University\nERDF funding: 150 000 €\nOwn contribution: 50 000 €\n")
    assert all(recipient is None for _, recipient, _ in flows(facts))


def test_parties_of_a_card_without_its_projects_name_get_their_money() -> None:
    party = "Lead Partner: {}\n\nTotal budget: EUR {}0 000\n\nProgramme co-financing: EUR {}5 000\n\nPartner contribution: EUR {}2 000\n\n"
    facts = read("Partners (2)\n\n" + party.format("Kalmar University", 4, 2, 1) + party.format("Alfa Ltd", 6, 3, 3))
    assert flows(facts) == {
        (None, "kalmar-university", 25_000),
        ("kalmar-university", None, 12_000),
        (None, "alfa-ltd", 35_000),
        ("alfa-ltd", None, 32_000),
    }


def test_a_heading_tells_the_lead_partner_of_several_boxes() -> None:
    box = "{}\n\nERDF funding:\n60 000 €\nOwn contribution:\n20 000 €\n\n"
    facts = read(CARD + "Lead Partner\n\n" + box.format("Kalmar University") + box.format("Government of Åland"))
    assert {("kalmar-university", "owner"), ("alands-landskapsregering", "partner")} <= {
        (x.actor, x.role) for x in facts.roles
    }
