"""Who a page says grants or pays the money of all its projects."""

from pathlib import Path

from graphkit.documents import read_bytes
from graphkit.facts.clauses import read_sentences
from graphkit.facts.finding import find_facts, read_names
from graphkit.facts.sources import Sources, find_sources

PROJECTS = (
    "## Skogens skafferi\n\nMora kommun får 300 000 kronor för att kartlägga svampställen.\n\n"
    "## Digitala fäbodar\n\nHögskolan Dalarna beviljas 450 000 kronor.\n"
)


def sources(text: str) -> Sources:
    return find_sources(read_sentences(read_names(read_bytes((text + "\n\n" + PROJECTS).encode(), Path("sida.md")))))


def test_the_body_that_grants_several_projects_gives_to_all():
    assert (
        sources("# Nytt beslut\n\nRegion Dalarna har beviljat stöd till två projekt.").giver("any")
        == "actor:region-dalarna"
    )


def test_a_board_grants_for_its_body():
    found = sources("# Nytt beslut\n\nUtvecklingsnämnden i Region Dalarna delade ut pengar till två projekt i april.")
    assert found.giver("any") == "actor:region-dalarna"


def test_the_board_that_gives_one_project_its_money_gives_to_the_others_too():
    text = "# Nytt beslut\n\nProjektet Hav i hamn tilldelas 2 miljoner kronor av kulturnämnden i Region Dalarna.\n\n"
    facts = find_facts(read_bytes((text + PROJECTS).encode(), Path("sida.md")))
    assert {flow.funder for flow in facts.flows} == {"region-dalarna"}


def test_a_named_fund_gives_and_its_manager_decides():
    found = sources(
        "# Nytt beslut\n\nTillväxtverket har beviljat stöd till två projekt. Pengarna kommer från Europeiska socialfonden."
    )
    assert found.giver("any") == "actor:europeiska-socialfonden"


def test_several_origins_without_a_decider_leave_the_giver_open():
    found = sources("# Nytt beslut\n\nPengarna till projekten kommer från Jordbruksverket och Region Dalarna.")
    assert found.giver("any") is None
    assert [name.key for name in found.origins] == ["actor:jordbruksverket", "actor:region-dalarna"]


def test_each_project_gets_the_pages_giver_and_origin_as_funders():
    text = (
        "# Nytt beslut\n\nRegion Dalarna har beviljat stöd till två projekt. Pengarna kommer från Tillväxtverket.\n\n"
    )
    facts = find_facts(read_bytes((text + PROJECTS).encode(), Path("sida.md")))
    assert {(flow.project, flow.funder, flow.recipient) for flow in facts.flows} == {
        ("skogens-skafferi", "region-dalarna", "mora-kommun"),
        ("digitala-fabodar", "region-dalarna", "hogskolan-dalarna"),
    }
    funders = {(role.project, role.actor) for role in facts.roles if role.role == "funder"}
    assert ("digitala-fabodar", "tillvaxtverket") in funders


def test_a_body_that_shares_out_a_sum_gives_to_all_that_the_table_lists():
    text = (
        "# Nytt beslut\n\nSju sjöar blir friska igen. 2,4 miljoner kronor har Länsstyrelsen Dalarna fördelat.\n\n"
        "| Projekt | Beviljat (kr) |\n|---|---|\n| Friska sjöar | 900 000 |\n| Sju sjöar | 300 000 |\n"
    )
    facts = find_facts(read_bytes(text.encode(), Path("sida.md")))
    assert {(flow.project, flow.funder) for flow in facts.flows} == {
        ("friska-sjoar", "lansstyrelsen-i-dalarnas-lan"),
        ("sju-sjoar", "lansstyrelsen-i-dalarnas-lan"),
    }


def test_the_only_public_body_around_a_table_of_grants_gives_them():
    text = (
        "# Lista över stöd\n\nFrågor besvaras av Energimyndigheten på vardagar.\n\n"
        "| Projekt | Sökande | Beviljat (kr) |\n|---|---|---|\n| Friska sjöar | Mora kommun | 900 000 |\n| Sju sjöar | Leksands kommun | 300 000 |\n"
    )
    facts = find_facts(read_bytes(text.encode(), Path("sida.md")))
    assert {flow.funder for flow in facts.flows} == {"energimyndigheten"}
