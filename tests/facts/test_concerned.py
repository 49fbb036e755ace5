"""Places that money goes to on pages that name no project: own sentences, real places."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.model import BlockKind, DocumentInfo


def regions(*drafts: Draft, language: str = "sv") -> set[str]:
    found = find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", language), list(drafts)))
    assert not found.locations
    return {region.name for region in found.regions}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nio skolprojekt i Halland får dela på 3 miljoner kronor.", {"Halland"}),
        ("Drygt 300 000 kronor går till föreningar i Laholm och Hylte.", {"Laholm", "Hylte"}),
        ("Alfa Bruk AB fick 2 miljoner kronor till en ångpanna i Nässjö.", {"Nässjö"}),
        ("Alfa Bruk AB i Nässjö fick 2 miljoner kronor till en ångpanna.", set()),
        ("Alfa Bruk AB i Nora kommun fick 2 miljoner kronor till en ångpanna.", {"Nora kommun"}),
        ("Vid sammanträdet i Nora beslutades om 9 miljoner kronor till 12 projekt i Halland.", {"Halland"}),
        ("Fem värmländska projekt får dela på 3 miljoner kronor.", {"Värmland"}),
        ("Laholms ridklubb fick 20 000 kronor i bidrag.", set()),
        ("I Halland finns 2 miljoner kronor att söka.", set()),
        ("Halland har sex kommuner.", set()),
        ("Föreningar i Halland fick avslag på 2 miljoner kronor.", set()),
    ],
)
def test_a_place_that_granted_money_goes_to_is_a_region(text, found):
    assert regions(Draft(text=text)) == found


def test_a_paragraph_that_tells_of_money_tells_of_all_its_places():
    text = "Alfa Gas AB fick 40 miljoner kronor. Den nya anläggningen ska ligga i Laholms kommun."
    assert regions(Draft(text=text)) == {"Laholms kommun"}


def test_a_headline_needs_no_verb():
    assert regions(Draft(text="Nya miljoner till Halland och Blekinge", kind=BlockKind.TITLE, level=1)) == {
        "Halland",
        "Blekinge",
    }


def test_a_call_tells_of_no_places():
    call = "Vem kan söka? Föreningar i Halland. Hur mycket kan ni få? Ni får högst 90 000 kronor i stöd."
    assert regions(Draft(text=call)) == set()


def test_places_of_the_other_projects_of_a_list_are_regions_too():
    texts = ("Projektet Hallonby har beviljats 2 miljoner kronor.", "Övriga beviljade projekt finns i Nora och Laholm.")
    assert regions(*(Draft(text=text) for text in texts)) == {"Nora", "Laholm"}


def paid(*rows: tuple[str, str]) -> list[Draft]:
    return [Draft(kind=BlockKind.PAIR, cells=((place, ""), (money, "")), table=1) for place, money in rows]


def test_a_list_of_counties_and_their_money_names_counties():
    rows = paid(("Skåne:", "13 165 000 kr"), ("Jönköping:", "10 761 000 kr"), ("Halland:", "900 000 kr"))
    rows += paid(("Dalarna:", "800 000 kr"))
    found = find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", "sv"), rows))
    assert {region.code for region in found.regions} == {"SE224", "SE211", "SE231", "SE312"}


def test_two_places_with_a_sum_are_no_list():
    assert regions(*paid(("Skåne:", "13 165 000 kr"), ("Halland:", "900 000 kr"))) == set()
