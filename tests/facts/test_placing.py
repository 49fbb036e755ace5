"""Whether a name is a place where it stands, and which place holds which: own sentences, real places."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts.areas import country_of, holds
from graphkit.facts.finding import read_names
from graphkit.facts.placing import is_of_programme, is_wish, places_in
from graphkit.facts.reading import Reading
from graphkit.model import DocumentInfo


def reading(text: str, language: str = "sv") -> Reading:
    return read_names(build_document(DocumentInfo("prov", "prov.txt", "txt", "", language), [Draft(text=text)]))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kurserna hålls i Mora, Orsa och Älvdalen.", ["Mora", "Orsa", "Älvdalen"]),
        ("Testerna förläggs till Ljusdals och Ovanåkers kommuner.", ["Ljusdals", "Ovanåkers"]),
        ("Mora kommun betalar 840 000 kronor.", []),
        ("Universitetet i Luleå håller i kursen.", []),
        ("Kontoret i Vasa stänger.", []),
        ("Varje vinter samlar Boden snö i högar.", ["Boden"]),
        ("Kurserna hålls i hela Sverige.", []),
        ("Parterna kommer från Sverige, Finland och Lettland.", ["Sverige", "Finland", "Lettland"]),
    ],
)
def test_a_preposition_makes_a_place_and_a_body_s_seat_is_none(text, places):
    assert [name.text for name in places_in(reading(text), 0)] == places


def test_the_reference_table_tells_what_lies_where():
    names = {name.text: name for name in reading("Kursen hålls i Visby, Gotland, Pskov län och Ryssland.").regions[0]}
    assert country_of(names["Gotland"]) == "region:se"
    assert holds(names["Ryssland"], names["Pskov län"])
    assert not holds(names["Gotland"], names["Pskov län"])


def test_a_programme_s_area_and_a_wish_are_told_apart_from_a_project():
    assert is_of_programme(reading("Programmet omfattar Jämtland och Trøndelag."), 0)
    assert not is_of_programme(reading("Projektet omfattar Jämtland och Trøndelag."), 0)
    assert is_wish(reading("Föreningen ser gärna att även Ösel är med."), 0)
