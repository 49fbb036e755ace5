"""Where projects work: own sentences, real places."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.model import BlockKind, DocumentInfo, Facts

OPENING = "Projektet Lövbro pågår 2031–2033."


def facts(*drafts: Draft, language: str = "sv") -> Facts:
    return find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", language), list(drafts)))


def places(*texts: str, language: str = "sv") -> set[str]:
    found = facts(*(Draft(text=text) for text in (OPENING, *texts)), language=language)
    names = {region.id: region.name for region in found.regions}
    return {names[x.region] for x in found.locations if x.scope != "excluded"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Projektet hjälper företag i Laholms kommun.", {"Laholms kommun"}),
        ("Projektet testar i Nässjö och Värnamo i Jönköpings län.", {"Nässjö", "Värnamo", "Jönköpings län"}),
        ("Projektet reser till Pskov län i Ryssland.", {"Pskov län", "Ryssland"}),
        ("Projektet ägs av museet i Vasa.", set()),
        ("Solbo AB i Halmstad bygger en app åt projektet.", set()),
        ("Programmet omfattar Värmland, Dalarna och Innlandet.", set()),
        ("Hallands län har 340 000 invånare.", set()),
        ("Projektet ser gärna att även Ösel kommer med.", set()),
        ("Projektet är det första i Sverige.", set()),
        ("Projektet har skånska och halländska deltagare.", set()),
        ("Projektet görs i samverkan med Nora kommun.", set()),
        ("Ada Alm är strateg på Nora kommun i projektet.", set()),
        ("Projektet är Europas största.", set()),
        ("Projektet är ett av tre Kvarken-projekt.", set()),
        ("Projektet pågår i Kvarken.", {"Kvarken"}),
        ("Projektet görs i Dalarna Dnr 41.", {"Dalarna"}),
        ("Projektet rensar dammar längs Almdalskusten och i Finska viken.", {"Almdalskusten", "Finska viken"}),
        ("Projektet mäter is på sjön Storljusen.", {"Storljusen"}),
        ("Projektet har deltagare från Sverige (Nora), Norge och Finland.", {"Sverige", "Nora", "Norge", "Finland"}),
        ("Utöver projektet har Alfafonden beviljat projekt i Nora och Nässjö.", set()),
        ("Åtta andra skolprojekt i Halland fick stöd.", set()),
        ("Alfa Bruk AB fick 90 000 kronor till en brygga på Öland.", set()),
        ("Lövbro fick 90 000 kronor till en brygga på Öland.", {"Öland"}),
        (
            "Ange kommuner som omfattas av projektet (flera kan anges) Nora kommun och Laholms kommun",
            {"Nora kommun", "Laholms kommun"},
        ),
        ("Projektet räknar sniglar i norra delen av Nora kommun.", {"Nora kommun"}),
        ("Projekten ska ge jobb i Halland och Blekinge.", set()),
        ("Kvarken är ett samarbetsprogram mellan Finland och Sverige.", set()),
    ],
)
def test_a_place_counts_where_the_project_works(text, found):
    assert places(text) == found


def test_what_is_left_out_has_the_scope_excluded():
    found = facts(Draft(text=OPENING), Draft(text="Projektet når alla län i Norrland utom Gävleborgs län."))
    scopes = {x.region: x.scope for x in found.locations}
    assert scopes["se313"] == "excluded"


def test_a_heading_that_is_a_county_places_the_projects_below_it():
    drafts = [
        Draft(kind=BlockKind.HEADING, level=2, text="DALARNA"),
        Draft(text="Projektet Lövbro ägs av Leksands kommun."),
        Draft(kind=BlockKind.HEADING, level=2, text="VÄRMLAND"),
        Draft(text="Projektet Älvfyr ägs av Sunne kommun."),
    ]
    assert {(x.project, x.region) for x in facts(*drafts).locations} == {("lovbro", "se312"), ("alvfyr", "se311")}


def test_a_project_s_own_name_tells_its_place_behind_a_preposition():
    found = facts(
        Draft(text="Projektet ”Fler lärkor på Bökmon” pågår 2031."), Draft(text="Bökmon är ett våtmarksområde.")
    )
    assert [x.region for x in found.locations] == ["bokmon"]


def test_a_bare_place_in_a_name_is_none():
    assert facts(Draft(text="Projektet ”Kreativa Enköping” pågår 2031.")).locations == ()


def test_a_place_before_the_name_of_a_larger_project_is_the_smaller_one_s():
    found = facts(
        Draft(text=OPENING),
        Draft(text="Projektet Lövbro drivs i Skellefteå och är en del av satsningen Norrglöd."),
    )
    assert {(x.project, x.region) for x in found.locations} == {("lovbro", "se-2482")}


def test_a_common_noun_with_a_capital_in_a_project_s_name_is_no_place():
    found = facts(Draft(text="Projektet Hallonby i Samverkan pågår 2031–2033."))
    assert [project.name for project in found.projects] == ["Hallonby i Samverkan"]
    assert not found.regions


def test_a_place_before_the_only_project_of_a_line_is_its_own():
    texts = ("Nora kommun lagar bryggor i Hjälmaren i projektet Storljus.", "I Vänern lagas de i projektet Långskär.")
    found = facts(*(Draft(text=text, kind=BlockKind.LIST_ITEM) for text in texts))
    names = {project.id: project.name for project in found.projects}
    assert {(names[x.project], x.region) for x in found.locations} == {
        ("Storljus", "se-m-hjalmaren"),
        ("Långskär", "se-m-vanern"),
    }


def test_a_label_s_long_value_tells_of_places_as_a_sentence_does():
    goal = "att märka upp en led för cyklister och ryttare från Nora till Nässjö och vidare söderut"
    found = facts(Draft(text=OPENING), Draft(kind=BlockKind.PAIR, cells=(("Mål", ""), (goal, ""))))
    assert {region.name for region in found.regions} == {"Nora", "Nässjö"}


def test_an_english_page_on_sweden_alone_tells_where_its_project_works() -> None:
    text = (
        "Wet Meadows of the North\n\nThe project Wet Meadows restores bogs in Sweden. It is funded by Sida. "
        "The project began in 2019 and ends in 2022.\n"
    )
    facts = find_facts(read_bytes(text.encode(), Path("page.txt")))
    assert [x.region for x in facts.locations] == ["se"]


def test_the_preposition_before_a_list_in_a_project_s_name_holds_for_all_of_it():
    found = facts(Draft(text="Projektet ”Ordlistor i Norge och Finland” pågår 2031–2033."))
    assert {region.name for region in found.regions} == {"Norge", "Finland"}
