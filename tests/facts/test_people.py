"""Persons in sentences and boxes: own examples, invented names."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts.finding import read_names
from graphkit.model import BlockKind, Document, DocumentInfo


def document(*drafts: Draft, language: str = "sv") -> Document:
    return build_document(DocumentInfo("prov", "prov.txt", "txt", "", language), list(drafts))


def people(text: str, language: str = "sv", kind: BlockKind = BlockKind.PARAGRAPH) -> list[tuple[str, str, bool]]:
    reading = read_names(document(Draft(kind=kind, text=text), language=language))
    return [(p.name, p.title, p.named) for p in reading.people]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "– Nu vågar fler, säger Berit Almdal (S), ordförande i skolnämnden.",
            [("Berit Almdal", "ordförande i skolnämnden", True)],
        ),
        ("Beslutet togs av kommunal utvecklingschef Zeno Kvastö.", [("Zeno Kvastö", "kommunal utvecklingschef", True)]),
        ("Zeno Kvastö berättar att kursen är full.", [("Zeno Kvastö", "", True)]),
        ("Efter föredragning av Lisbeth Almdal bordlades ärendet.", [("Lisbeth Almdal", "", False)]),
        ("Region Halland och Almi Väst satsar.", []),
        ("Kursen hålls i Nora Bergslag varje vår.", []),
    ],
)
def test_a_person_is_known_by_a_function_a_word_or_a_given_name(text, found):
    assert people(text) == found


def test_a_title_that_a_body_owns_makes_no_person_of_the_body():
    found = people("– Bra, säger Skärlunda Bygdelags projektledare Ulf Nybom.")
    assert [name for name, _, _ in found] == ["Ulf Nybom"]


def test_an_english_chair_is_named_behind_her_body():
    found = people("The chair of the harbour council, Ingrid Palm, opened the fair.", "en")
    assert found == [("Ingrid Palm", "chair of the harbour council", True)]


def test_a_name_told_once_is_known_wherever_it_stands():
    found = people("Projektledare Zeno Kvastö hälsar. Sedan gick Zeno Kvastö hem.")
    assert [named for _, _, named in found] == [True, False]


def test_a_place_named_like_a_person_is_no_place_in_the_persons_name():
    reading = read_names(document(Draft(text="– Vi är glada, säger Gunhild Mariefred, rektor.")))
    assert [p.name for p in reading.people] == ["Gunhild Mariefred"]
    assert reading.regions == ((),)


def test_a_ministers_field_is_no_person() -> None:
    found = people("Nora Smed, Minister for International Development Cooperation said on Friday.", "en")
    assert [name for name, _, _ in found] == ["Nora Smed"]
