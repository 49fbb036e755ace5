"""Tables: lists of projects, tables of givers, matrices of years; own tables and the facts of their rows."""

from pathlib import Path

from graphkit.documents import read_bytes
from graphkit.facts import find_facts
from graphkit.model import Facts

HEAD = "# Projektet Älvbron\n\nProjektet Älvbron bygger en bro.\n\n"


def read(text: str) -> Facts:
    return find_facts(read_bytes(text.encode(), Path("sida.md")))


def flows(facts: Facts) -> set[tuple[str | None, str | None, str | None, int, int | None]]:
    return {(x.project, x.funder, x.recipient, int(x.money.amount), x.year) for x in facts.flows}


def test_a_list_of_projects_gives_owners_who_receive_what_was_granted():
    facts = read(
        "# Beviljade projekt\n\n"
        "| Projekt | Sökande | Sökt belopp (kr) | Beviljat belopp (kr) | Status |\n|---|---|---|---|---|\n"
        "| Skogens skafferi | Mora kommun | 500 000 | 300 000 | Beviljat |\n"
        "| Digitala fäbodar | Högskolan Dalarna | 450 000 | 450 000 | Beviljat |\n"
        "| Tyst vatten | Leksands kommun | 100 000 | – | Avslag |\n"
    )
    assert flows(facts) == {
        ("skogens-skafferi", None, "mora-kommun", 300_000, None),
        ("digitala-fabodar", None, "hogskolan-dalarna", 450_000, None),
    }
    assert {(r.project, r.actor, r.role) for r in facts.roles} == {
        ("skogens-skafferi", "mora-kommun", "owner"),
        ("digitala-fabodar", "hogskolan-dalarna", "owner"),
        ("tyst-vatten", "leksands-kommun", "owner"),
    }


def test_a_table_of_givers_has_those_it_does_not_name_and_a_sum():
    facts = read(
        HEAD + "| Finansiär | Belopp (kr) |\n|---|---|\n| Tillväxtverket | 2 000 000 |\n| Kommunerna | 400 000 |\n"
        "| Lunds universitet | 600 000 |\n| Summa | 3 000 000 |\n"
    )
    assert flows(facts) == {
        ("alvbron", "tillvaxtverket", None, 2_000_000, None),
        ("alvbron", None, None, 400_000, None),
        ("alvbron", "lunds-universitet", None, 600_000, None),
    }
    (project,) = facts.projects
    assert project.budget is not None
    assert int(project.budget.amount) == 3_000_000


def test_a_table_of_costs_is_no_table_of_givers():
    facts = read(
        HEAD
        + "| Kostnad | Belopp (kr) |\n|---|---|\n| Personal | 2 000 000 |\n| Resor | 400 000 |\n| Summa | 2 400 000 |\n"
    )
    assert facts.flows == ()


def test_a_matrix_of_years_gives_a_flow_for_each_year():
    facts = read(
        HEAD + "Finansiering (tkr):\n\n| | 2020 | 2021 | Totalt |\n|---|---|---|---|\n"
        "| Region Skåne | 200 | 300 | 500 |\n| Malmö universitet | 100 | 150 | 250 |\n"
    )
    assert flows(facts) == {
        ("alvbron", "region-skane", None, 200_000, 2020),
        ("alvbron", "region-skane", None, 300_000, 2021),
        ("alvbron", "malmo-universitet", None, 100_000, 2020),
        ("alvbron", "malmo-universitet", None, 150_000, 2021),
    }


def test_partners_own_money_and_the_money_of_a_fund_stand_in_columns():
    facts = read(
        HEAD + "| Partner | Egen insats (kr) | Interreg Aurora (kr) |\n|---|---|---|\n"
        "| Umeå universitet | 100 000 | 400 000 |\n| Region Västerbotten | 50 000 | 200 000 |\n"
    )
    found = {(flow.funder, flow.recipient, int(flow.money.amount)) for flow in facts.flows}
    assert ("umea-universitet", None, 100_000) in found
    assert ("interreg-aurora", "umea-universitet", 400_000) in found


def test_an_owners_partners_may_stand_in_its_cell():
    facts = read(
        "# Projekt\n\n| Projekt | Sökande | Beviljat (kr) |\n|---|---|---|\n"
        "| Skogens skafferi | Mora kommun tillsammans med Högskolan Dalarna | 300 000 |\n"
        "| Digitala fäbodar | Leksands kommun | 200 000 |\n"
    )
    assert ("skogens-skafferi", "hogskolan-dalarna", "partner") in {(r.project, r.actor, r.role) for r in facts.roles}


def test_a_column_of_roles_tells_the_owner_among_the_partners():
    table = "| Partner | Land | Roll |\n|---|---|---|\n| Lunds universitet | Sverige | Lead partner |\n"
    table += "| Malmö universitet | Sverige | mätningar |\n"
    text = f"# Projektet Älvbron\n\nProjektet Älvbron bygger en bro.\n\n## Partner\n\n{table}"
    facts = find_facts(read_bytes(text.encode(), Path("sida.md")))
    assert {(r.actor, r.role) for r in facts.roles} == {
        ("lunds-universitet", "owner"),
        ("malmo-universitet", "partner"),
    }


def test_titles_of_research_may_be_long_or_ask_and_a_header_may_end_in_its_currency():
    facts = read(
        "# Decisions\n\nThe board has now decided which projects are funded.\n\n"
        "| Administrating organisation | Project title | Funded amount, SEK |\n|---|---|---|\n"
        "| Umeå University | Who gets to mend the nets? Small ports as a way to keep young people on the coast | 3 100 000 |\n"
        "| Malmö University | Fences of seaweed along the outer islands and what they mean for the nesting of eiders, gulls and terns "
        "in years with late ice and early heat | 2 900 000 |\n"
    )
    assert [int(x.money.amount) for x in facts.flows] == [3_100_000, 2_900_000]
    assert len(facts.projects) == 2
    assert {x.role for x in facts.roles} == {"owner"}


def test_a_lead_partner_is_one_body_whatever_commas_its_name_has():
    facts = read(
        "# Approved projects\n\n| Project title | Lead partner | Countries |\n|---|---|---|\n"
        "| Pearls of the river | Metsähallitus, Parks and Wildlife Finland | Finland, Norway |\n"
        "| Snow harbours | Luleå University of Technology | Sweden, Finland |\n"
    )
    assert [(x.actor, x.role) for x in facts.roles] == [
        ("metsahallitus", "owner"),
        ("lulea-tekniska-universitet", "owner"),
    ]


def test_a_decision_may_be_the_sum_that_was_granted() -> None:
    table = "Sökande\tProjekt\tBeslut\nAlviks kommun\tNya spår\t400 000 kr\nBetby byalag\tBygdens hus\tAvslag"
    facts = find_facts(
        read_bytes(
            ("Beslut i nämnden\n\nNämnden har beslutat om sju projekt i dag.\n\n" + table).encode(), Path("sida.txt")
        )
    )
    assert [(f.project, int(f.money.amount)) for f in facts.flows] == [("nya-spar", 400_000)]


def test_a_table_of_investments_tells_what_things_cost() -> None:
    table = "Projekt\tBelopp (tkr)\nNy förskola i Alvik\t45 000\nOmbyggt torg\t12 000\nSumma\t57 000"
    facts = find_facts(
        read_bytes(
            ("Investeringsbudget 2025\n\nStyrelsen föreslår detta. Beslut tas i november.\n\n" + table).encode(),
            Path("sida.txt"),
        )
    )
    assert not facts.flows
    assert [p.budget.amount for p in facts.projects if p.budget] == [45_000_000, 12_000_000]
