"""Areas that a text names in one breath although a border parts them: own sentences, real places."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.model import BlockKind, DocumentInfo


def pairs(*texts: str, language: str = "sv") -> set[frozenset[str]]:
    drafts = [Draft(kind=BlockKind.PARAGRAPH, text=text) for text in texts]
    found = find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", language), drafts))
    names = {region.id: region.name for region in found.regions}
    return {frozenset(names[key] for key in fact.regions) for fact in found.cooperations}


def each(*found: tuple[str, str]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I projektet Vargspår byggs leder i Dalarna och Innlandet.", each(("Dalarna", "Innlandet"))),
        (
            "Projektet Vargspår testar sensorer i Haparanda, Rovaniemi och Alta.",
            each(("Haparanda", "Rovaniemi"), ("Haparanda", "Alta"), ("Rovaniemi", "Alta")),
        ),
        ("Projektet Vargspår testar sensorer i Haparanda, Pajala och Alta.", set()),
        ("Projektet Vargspår testar sensorer i Falun och Mora.", set()),
        ("Torsby är på plats i Alta.", set()),
    ],
)
def test_a_projects_list_of_areas_with_a_border_between_them_is_a_cooperation(
    text: str, found: set[frozenset[str]]
) -> None:
    assert pairs(text) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Umeå firar 30 år med Vasa och Harstad.", "sv", each(("Umeå", "Vasa"), ("Umeå", "Harstad"))),
        ("Skåne has treaties with Zealand in Denmark and with Saxony in Germany.", "en",
         each(("Skåne", "Zealand"), ("Skåne", "Saxony"))),
        ("The City of Lund goes on with Tartu.", "en", each(("City of Lund", "Tartu"))),
        ("En idé som förenar Skåne med Riga är lika välkommen som en från Gotland eller Åland.", "sv", set()),
        ("Region Halland planterar ihop med Lolland ålgräs.", "sv", set()),
    ],
)  # fmt: skip
def test_with_joins_areas_on_two_sides_of_a_border(text: str, language: str, found: set[frozenset[str]]) -> None:
    assert pairs(text, language=language) == found


def test_the_lines_below_a_municipality_with_twin_towns_are_its_partners():
    lines = ("Torsby kommun har tre vänorter:", "Vestrabu i Norge sedan 1990.", "Jõgeva, Estland", "Mer om oss")
    assert pairs(*lines) == each(("Torsby kommun", "Vestrabu"), ("Torsby kommun", "Jõgeva"))
    assert pairs("Vi har tre vänorter:", *lines[1:]) == set()
    assert pairs("Torsby kommun har tre vänner:", *lines[1:]) == set()


def test_a_member_cooperates_with_each_other_member_of_a_list():
    text = "Region Halland är medlem i samarbetet Sundet, som omfattar även Innlandet i Norge och Lappland i Finland."
    assert all("Halland" in pair for pair in pairs(text))
    assert len(pairs(text)) > 1
