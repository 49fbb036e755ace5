"""Lists of who or what was granted how much, in own lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts.finding import find_facts
from graphkit.model import Facts

LEAD = "Stöd till bygderna\n\nRegion Halland har beviljat bidrag till flera projekt i länet. Pengarna räcker länge.\n\nProjekten är:\n\n"


def facts_of(text: str) -> Facts:
    return find_facts(read_bytes(text.encode(), Path("sida.txt")))


def flows(facts: Facts) -> list[tuple[str | None, str | None, str | None, int]]:
    return [(f.project, f.funder, f.recipient, int(f.money.amount)) for f in facts.flows]


def test_what_most_items_have_in_a_place_tells_which_piece_is_the_body() -> None:
    facts = facts_of(
        LEAD + "• Nya spår, Alviks kommun, 40 000 kronor\n• Att bo kvar i bygden, Byns framtid Krafttag, 7 000 kronor\n"
        "• Den tysta hälsocentralen, Region Halland, 90 000 kronor"
    )
    assert {(r.project, r.actor) for r in facts.roles if r.role == "owner"} == {
        ("nya-spar", "alviks-kommun"),
        ("att-bo-kvar-i-bygden", "byns-framtid-krafttag"),
    }
    assert flows(facts) == [
        ("nya-spar", "region-halland", "alviks-kommun", 40_000),
        ("att-bo-kvar-i-bygden", "region-halland", "byns-framtid-krafttag", 7_000),
        ("den-tysta-halsocentralen", "region-halland", None, 90_000),
    ]


def test_a_body_may_stand_first_and_the_project_behind_it() -> None:
    facts = facts_of(LEAD + "• Alviks kommun: Nya spår – 40 000 kr\n• Betby byalag: Bygdens hus – 7 000 kr")
    assert [flow[::2] for flow in flows(facts)] == [("nya-spar", "alviks-kommun"), ("bygdens-hus", "betby-byalag")]


def test_the_amount_may_stand_below_the_name_and_partners_below_that() -> None:
    facts = facts_of(
        LEAD
        + "• Ett nytt sätt att bo – en studie, 2022-2024\n  Ulla Ek, Lunds universitet - 40 000 kronor\n  I samverkan med Alviks kommun\n\n"
        "• Hur tyst är skogen?\n  Bo Alm - 70 000 kronor\n  I samverkan med Betby byalag (BB), Skogsstyrelsen och Alfa AB"
    )
    assert [(p.id, p.start, p.end) for p in facts.projects] == [
        ("ett-nytt-satt-att-bo-en-studie", "2022", "2024"),
        ("hur-tyst-ar-skogen", None, None),
    ]
    assert {(r.project[:3], r.actor, r.role) for r in facts.roles if r.role != "funder"} == {
        ("ett", "lunds-universitet", "owner"),
        ("ett", "alviks-kommun", "partner"),
        ("hur", "betby-byalag", "partner"),
        ("hur", "skogsstyrelsen", "partner"),
        ("hur", "alfa-ab", "partner"),
    }


def test_lines_of_bodies_and_what_they_get_for_what() -> None:
    text = (
        "Årets utdelning\n\nSparbanksstiftelsen Vargen delade ut pengar till bygdens föreningar. I år fick många del av dem.\n\n"
        "Årets projekt som tilldelades medel var:\n\n"
        "Alviks idrottsförening för ny belysning 15 000 kr\nTeater Brisling 5 000 kr\nBetby hembygdsförening till midsommarfirande 3 000 kr\n"
        "Totalt 23 000 kr"
    )
    facts = facts_of(text)
    assert not facts.projects
    assert flows(facts) == [
        (None, "sparbanksstiftelsen-vargen", "alviks-idrottsforening", 15_000),
        (None, "sparbanksstiftelsen-vargen", "teater-brisling", 5_000),
        (None, "sparbanksstiftelsen-vargen", "betby-hembygdsforening", 3_000),
    ]


def test_headings_with_period_and_amount_are_projects() -> None:
    section = "{} (40.400 €)\n\nMål: nya bryggor och bastu, bättre service\n\nMer finns på projektets sida.\n\n"
    names = ("Smarta bryggor 1.10.2015 – 30.9.2017", "Lugna vatten 1.9.2016 – 31.12.2019")
    facts = facts_of(LEAD.removesuffix("Projekten är:\n\n") + "".join(map(section.format, names)))
    assert [(p.name, p.start, p.end) for p in facts.projects] == [
        ("Smarta bryggor", "2015-10-01", "2017-09-30"),
        ("Lugna vatten", "2016-09-01", "2019-12-31"),
    ]
    assert [flow[1] for flow in flows(facts)] == ["region-halland"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Hyror\n\nPriser för kommunens lokaler:\n\n• Stora salen, Alviks kommun, 4 000 kr\n• Lilla salen, Alviks kommun, 2 000 kr",
        LEAD.replace("Projekten är", "Kostnader") + "• Ny väg, Alviks kommun, 4 000 kr\n• Bro, Betby kommun, 2 000 kr",
        LEAD.replace("Projekten är", "Finansiärer") + "• Alviks kommun, 4 000 kr\n• Betby kommun, 2 000 kr",
    ],
)
def test_other_lists_of_sums_give_no_grant(text: str) -> None:
    assert not [r for r in facts_of(text).roles if r.evidence[0].rule == "role.owner-award"]
    assert not [f for f in facts_of(text).flows if f.evidence[0].rule == "flow.award"]


def test_who_the_page_says_gets_money_for_all_gets_each_sum() -> None:
    text = (
        "Alviks EU-projekt\n\nAlviks kommun har blivit beviljad pengar i två skärgårdsprojekt, sammanlagt 90 000 €. Läs om dem här.\n\n"
        "Smarta bryggor 1.10.2015 – 30.9.2017 (40.400 €)\n\nMål: nya bryggor och bastu\n\n"
        "Lugna vatten 1.9.2016 – 31.12.2019 (49.600 €)\n\nMål: tysta båtar"
    )
    facts = facts_of(text)
    assert [flow[:3] for flow in flows(facts) if flow[0]] == [
        ("smarta-bryggor", None, "alviks-kommun"),
        ("lugna-vatten", None, "alviks-kommun"),
    ]
    assert {(r.project, r.actor, r.role) for r in facts.roles} == {
        ("smarta-bryggor", "alviks-kommun", "partner"),
        ("lugna-vatten", "alviks-kommun", "partner"),
    }


def test_figures_without_unit_are_money_below_a_line_of_grants() -> None:
    lines = "• Alviks folketshusförening - 70 000 (solpaneler)\n• ABIF - 49 500 (läktare)\n• Betby byalag - 5 000 (en grind till hagen)"
    lead = "Pengar till landsbygden\n\nTjugo ansökningar kom in i år. Av dem blev 13 helt beviljade.\n\n"
    assert [flow[2:] for flow in flows(facts_of(lead + "Dessa fick bidrag:\n\n" + lines))] == [
        ("alviks-folketshusforening", 70_000),
        ("abif", 49_500),
        ("betby-byalag", 5_000),
    ]
    assert not flows(facts_of(lead + "Dessa har flest medlemmar:\n\n" + lines))


def test_an_amount_may_stand_alone_below_its_line() -> None:
    lines = "Hållbar export 4 000 000 kr\n\nUnga affärer i byn 500 000 kr\n\nBiokraft – ett kluster i norr 2015-2017\n\n2 250 000 kr\n\nTysta vatten 90 000 kr"
    facts = facts_of(
        LEAD.replace("Projekten är:", "Följande projekt har beviljats stöd av nämnden. Alla är nya.") + lines
    )
    assert [(p.name, p.start) for p in facts.projects] == [
        ("Hållbar export", None),
        ("Unga affärer i byn", None),
        ("Biokraft – ett kluster i norr", "2015"),
        ("Tysta vatten", None),
    ]
    assert [flow[3] for flow in flows(facts)] == [4_000_000, 500_000, 2_250_000, 90_000]


def test_items_without_amounts_tell_owners_and_the_giver_of_all() -> None:
    text = (
        "Stöd till sex byar\n\nRegion Halland har beslutat om årets pengar. Det gäller bygdernas framtid.\n\nFöljande projekt får stöd:\n\n"
        "1. Skogar, vägar och vatten för unga – Alviks kommun\n2. Bygdens hus – Lunds universitet\n3. Tysta kvällar – Den tysta gruppen"
    )
    facts = facts_of(text)
    assert {(r.project, r.actor) for r in facts.roles if r.role == "owner"} == {
        ("skogar-vagar-och-vatten-for-unga", "alviks-kommun"),
        ("bygdens-hus", "lunds-universitet"),
    }
    assert {r.project for r in facts.roles if (r.actor, r.role) == ("region-halland", "funder")} == {
        p.id for p in facts.projects
    }


@pytest.mark.parametrize(
    "items",
    [
        "• Nya spår (Alviks kommun): 400 000 kr\n• Bygdens hus (Betby byalag): 70 000 kr",
        "• Alviks kommun – 400 000 kronor till projektet Nya spår\n• Betby byalag – 70 000 kronor till projektet Bygdens hus",
        "• 400 000 kr till Alviks kommun för projektet Nya spår\n• 70 000 kr till Betby byalag för Bygdens hus",
        "• Alviks kommun, 400 000 kr, Nya spår\n• Betby byalag, 70 000 kr, Bygdens hus",
        "1. Nya spår, cirka 400 000 kr (av sökta 500 000 kr), Alviks kommun\n2. Bygdens hus, 70 000 kr, Betby byalag",
    ],
)
def test_project_body_and_amount_may_stand_in_any_order(items: str) -> None:
    facts = facts_of(LEAD + items)
    assert flows(facts) == [
        ("nya-spar", "region-halland", "alviks-kommun", 400_000),
        ("bygdens-hus", "region-halland", "betby-byalag", 70_000),
    ]
    assert {(r.project, r.actor) for r in facts.roles if r.role == "owner"} == {
        ("nya-spar", "alviks-kommun"),
        ("bygdens-hus", "betby-byalag"),
    }
    assert not any(p.aliases for p in facts.projects)


def test_headings_of_places_part_no_list() -> None:
    lines = "Falkenbergs kommun\n\nNya spår, 400 000 kr\nBygdens hus, 70 000 kr\n\nVarbergs kommun\n\nTysta vatten, 90 000 kr\nLjusa dagar, 30 000 kr"
    facts = facts_of(LEAD.removesuffix("Projekten är:\n\n") + lines)
    assert [p.id for p in facts.projects] == ["nya-spar", "bygdens-hus", "tysta-vatten", "ljusa-dagar"]
    assert [flow[3] for flow in flows(facts)] == [400_000, 70_000, 90_000, 30_000]


def test_sentences_of_an_item_are_read_as_such() -> None:
    item = "{} – en bättre bygd. Projektet drivs av {}. Stöd: 400 000 kr.\n\n"
    facts = facts_of(
        LEAD
        + item.format("Nya spår", "Alviks kommun")
        + item.format("Bygdens hus", "Betby byalag")
        + item.format("Tysta vatten", "Lunds universitet")
    )
    assert {r.actor for r in facts.roles if r.role == "owner"} == {"alviks-kommun", "betby-byalag", "lunds-universitet"}


def test_a_list_of_refusals_tells_owners_and_no_money() -> None:
    facts = facts_of(
        LEAD.replace("Projekten är", "Avslag fick")
        + "• Nya spår, Alviks kommun, 4 000 kr\n• Bygdens hus, Betby byalag, 2 000 kr"
    )
    assert [(p.id, p.status) for p in facts.projects] == [("nya-spar", "refused"), ("bygdens-hus", "refused")]
    assert not [f for f in facts.flows if f.project]
    assert {r.role for r in facts.roles} == {"owner"}


def test_who_was_paid_most_was_granted_nothing() -> None:
    text = "Våra leverantörer\n\nHär är de företag som fick mest betalt av kommunen förra året.\n\n1. Alfa Bygg AB – 45 000 000 kr\n2. Beta Anläggning AB – 32 000 000 kr"
    assert not facts_of(text).flows


def test_a_bodys_name_goes_on_to_the_end_of_its_piece() -> None:
    text = (
        LEAD.replace("Projekten är", "Här är några av mottagarna")
        + "Alviks IF – 400 000 kronor till en ny plan.\n\nBetby byalag – 70 000 kronor till bystugan.\n\nHembygdsföreningen Gamla tider – 9 000 kronor för dokumentation."
    )
    assert [flow[2] for flow in flows(facts_of(text))] == [
        "alviks-if",
        "betby-byalag",
        "hembygdsforeningen-gamla-tider",
    ]


def test_a_fact_box_is_no_list_of_grants() -> None:
    box = "Sökande: Alviks kommun\nMedfinansiering av Region Halland: 60 000 kr\nTotal projektomslutning: 90 000 kr\nBetby byalag: 5 000 kr\n"
    text = LEAD.removesuffix("Projekten är:\n\n") + "Nya spår i bygden\n\n" + box
    assert not [f for f in facts_of(text).flows if f.evidence[0].rule == "flow.award"]


def test_a_bracket_behind_the_amount_gives_the_role_that_it_names() -> None:
    facts = facts_of(
        LEAD
        + "* Nya spår, 4 miljoner kronor (projektägare Alviks kommun)\n*BRYGGAN, 170 000 kronor (projektägare Region Halland)\n"
    )
    assert {(r.project, r.actor, r.role) for r in facts.roles if r.role == "owner"} == {
        ("nya-spar", "alviks-kommun", "owner"),
        ("bryggan", "region-halland", "owner"),
    }


@pytest.mark.parametrize(
    "items",
    [
        "• Nya spår – lead partner Alviks kommun, EU-stöd 400 000 kr\n• Bygdens hus – lead partner Betby byalag, EU-stöd 70 000 kr",
        "Nya spår, 400 000 kr (Alviks kommun). Vägar i bygden.\nBygdens hus, 70 000 kr (Betby byalag). En lokal rustas.\nTysta vatten, 9 000 kr (Lunds universitet). Sjöar i norr.",
    ],
)
def test_words_for_roles_and_money_are_no_part_of_names(items: str) -> None:
    facts = facts_of(LEAD + items)
    assert [
        (p.name, r.actor) for p, r in zip(facts.projects, [r for r in facts.roles if r.role == "owner"], strict=True)
    ][:2] == [
        ("Nya spår", "alviks-kommun"),
        ("Bygdens hus", "betby-byalag"),
    ]


def test_english_lines_of_projects_bodies_and_sums() -> None:
    text = (
        "The Northern Fund awards grants\n\nThe Northern Culture Fund has awarded grants to the following projects:\n\n"
        "Dancing North, Umeå University: DKK 300,000\nVoices of the Fjord, Tromsø Municipality: DKK 150,000\nStories at Sea, Region Halland: DKK 90,000\n"
    )
    facts = facts_of(text)
    assert [p.name for p in facts.projects] == ["Dancing North", "Voices of the Fjord", "Stories at Sea"]
    assert [flow[2:] for flow in flows(facts)] == [
        ("umea-universitet", 300_000),
        ("tromso-municipality", 150_000),
        ("region-halland", 90_000),
    ]


def test_a_name_ends_where_its_sentence_does() -> None:
    facts = facts_of(
        LEAD
        + "• Datorn är byns flöjt! – Musik på landet, Alviks kommun, 40 000 kr\n• Bygdens hus, Betby byalag, 7 000 kr"
    )
    assert [flow[0] for flow in flows(facts)] == ["datorn-ar-byns-flojt", "bygdens-hus"]


def test_the_kind_of_money_may_stand_behind_the_amount() -> None:
    facts = facts_of(
        LEAD + "• Nya spår i dalen, 820 000 kronor i bidrag\n• Klippning av vass, 40 000 kronor i bidrag\n"
    )
    assert flows(facts) == [
        ("nya-spar-i-dalen", "region-halland", None, 820_000),
        ("klippning-av-vass", "region-halland", None, 40_000),
    ]


def test_a_list_of_places_with_sums_tells_grants_of_no_project():
    text = (
        "# So much do the counties get\n\nThe state has granted support to the counties for wells and ponds.\n\n"
        "Skåne: SEK 4,200,000\n\nDalarna: 3,100,000\n\nHalland: 2,050,000\n\nBlekinge: 900,000\n\nSource: The state\n"
    )
    facts = find_facts(read_bytes(text.encode(), Path("page.md")))
    assert [int(flow.money.amount) for flow in facts.flows] == [4200000, 3100000, 2050000, 900000]
    assert not facts.projects
    assert not facts.roles


@pytest.mark.parametrize(
    "lead", ["Följande ansökningar avslogs:", "Bordläggs:", "Följande projekt får inte stöd:", "Avslagna ansökningar"]
)
def test_what_stands_below_a_line_of_refusals_was_granted_nothing(lead: str) -> None:
    facts = facts_of(
        LEAD + "• Nya spår – Alviks kommun, 40 000 kronor\n• Bryggan – Norrby kommun, 9 000 kronor\n\n"
        f"{lead}\n• Elbåtar – Alviks AB, 70 000 kronor\n• Tornet – Söderby kommun, 6 000 kronor\n"
    )
    assert {flow.project for flow in facts.flows} == {"nya-spar", "bryggan"}
    assert {p.name for p in facts.projects if p.status == "refused"} == {"Elbåtar", "Tornet"}
