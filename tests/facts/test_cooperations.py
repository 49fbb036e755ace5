"""Which areas cooperate: own sentences, real places."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.model import BlockKind, DocumentInfo


def pairs(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH, language: str = "sv") -> set[frozenset[str]]:
    drafts = [Draft(kind=kind, text=text, level=2 if kind is BlockKind.HEADING else 0) for text in texts]
    found = find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", language), drafts))
    names = {region.id: region.name for region in found.regions}
    return {frozenset(names[key] for key in fact.regions) for fact in found.cooperations}


def each(*found: tuple[str, str]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Samarbetet mellan Halland och Själland fördjupas.", each(("Halland", "Själland"))),
        (
            "Ett utbyte mellan Västmanland, Gotland och Pskov inleds.",
            each(("Västmanland", "Gotland"), ("Västmanland", "Pskov"), ("Gotland", "Pskov")),
        ),
        (
            "Tre län jämför sina skogar: Dalarna, Värmland och Innlandet.",
            each(("Dalarna", "Värmland"), ("Dalarna", "Innlandet"), ("Värmland", "Innlandet")),
        ),
        (
            "Halland är med i nätverket ihop med Pärnumaa och Själland.",
            each(("Halland", "Pärnumaa"), ("Halland", "Själland")),
        ),
        ("Elever från Dalarna har besökt Pskov.", each(("Dalarna", "Pskov"))),
        ("Kurserna hålls i Dalarna, Värmland och Halland.", set()),
        ("Kurserna hålls gemensamt i Nässjö och Värnamo.", set()),
        ("Skolan är ett gemensamt projekt mellan Nässjö och Värnamo.", each(("Nässjö", "Värnamo"))),
        ("Ett samarbete mellan Sverige och Norge inleds.", each(("Sverige", "Norge"))),
        ("Programmet stöder samarbete mellan Sverige och Norge.", set()),
        ("Avtalet mellan Sverige och Nora är gammalt.", set()),
        (
            "Nora kommun ska tillsammans med skolor i Norge, Finland och Polen skriva en bok.",
            each(("Norge", "Finland"), ("Norge", "Polen"), ("Finland", "Polen")),
        ),
        ("Träffen samlade snickare från Norge och Finland.", each(("Norge", "Finland"))),
        ("Partnerorganisationer i Norge och Finland.", each(("Norge", "Finland"))),
        ("Träffen gästades av snickare från Norge och Finland.", set()),
        (
            f"Dalarna och {'den mycket stora ' * 10} skogen har ett samarbete med skogen i Pskov.",
            each(("Dalarna", "Pskov")),
        ),
        (f"Samarbete i Dalarna om {'den mycket stora ' * 10} skogen i Pskov.", set()),
        ("Vägen mellan Halland och Själland är lång.", set()),
        ("Ett avtal med Pskov län i Ryssland skrevs.", set()),
    ],
)
def test_a_sentence_pairs_the_areas_that_it_says_cooperate(text, found):
    assert pairs(text) == found


def test_the_areas_of_regional_bodies_that_sign_are_a_pair():
    text = "Region Halland och Pskov län skrev under ett avtal. Nästa möte hålls i Halland."
    assert pairs(text) == each(("Halland", "Pskov län"))


def test_a_heading_of_two_parties_is_a_pair():
    assert pairs("Borås stad – Rustavi, Georgien", kind=BlockKind.HEADING) == each(("Borås stad", "Rustavi"))


def test_a_headline_counts_like_a_sentence():
    assert pairs("Halland hjälper Pskov", kind=BlockKind.HEADING) == each(("Halland", "Pskov"))


def test_a_headline_of_an_area_shown_in_another_is_no_cooperation():
    assert pairs("Dalarna på mässa i Vasa", kind=BlockKind.HEADING) == set()


def test_the_countries_of_a_fact_box_cooperate_and_its_towns_do_not():
    lands = Draft(kind=BlockKind.PAIR, cells=(("Land", ""), ("Sverige, Finland", "")))
    sites = Draft(kind=BlockKind.PAIR, cells=(("Orter", ""), ("Nora, Vasa", "")))
    found = find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", "sv"), [lands, sites]))
    assert [fact.regions for fact in found.cooperations] == [("fi", "se")]
