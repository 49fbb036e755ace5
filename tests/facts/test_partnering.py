"""Places that only their partnership tells: own sentences, invented towns of real countries."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.facts.finding import read_names
from graphkit.model import BlockKind, Document, DocumentInfo


def document(*texts: str, language: str = "sv") -> Document:
    drafts = [Draft(kind=BlockKind.PARAGRAPH, text=text) for text in texts]
    return build_document(DocumentInfo("prov", "prov.txt", "txt", "", language), drafts)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kommunala partnerskap: Nybro fortsätter tillsammans med Mbalawe i Botswana.", "Mbalawe"),
        ("Vänorten firas: Nybro reser med Vestrabu, Norge.", "Vestrabu"),
        ("Nybro – Mbalawe, Zambia", "Mbalawe"),
        ("Nybro fortsätter tillsammans med Mbalawe i Botswana.", None),
        ("Kommunala partnerskap: Nybro fortsätter tillsammans med SINTEF i Norge.", None),
        ("Kommunala partnerskap: Nybro fortsätter tillsammans med Lunda universitet i Zambia.", None),
    ],
)
def test_the_partner_of_a_municipality_is_a_place_when_its_country_stands_behind_it(
    text: str, place: str | None
) -> None:
    reading = read_names(document(text))
    known = {"Nybro", "Botswana", "Norge", "Zambia"}
    assert {n.text for names in reading.regions for n in names} - known == ({place} if place else set())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Region Dalarna samarbetar med Innlandet.", {"Dalarna", "Innlandet"}),
        ("Region Dalarna samarbetar med Region Gävleborg.", set()),
        ("Österbottens förbund och Region Västerbotten har ett avtal.", {"Österbotten", "Västerbotten"}),
    ],
)
def test_a_regional_body_stands_for_its_area_where_it_cooperates_across_a_border(text: str, names: set[str]) -> None:
    facts = find_facts(document(text))
    regions = {region.id: region.name for region in facts.regions}
    assert {regions[key] for fact in facts.cooperations for key in fact.regions} == names
