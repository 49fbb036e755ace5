"""The programme that frames a project: own sentences, real programmes."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.model import BlockKind, DocumentInfo


def programmes(*drafts: Draft | str) -> dict[str, str | None]:
    blocks = [Draft(text=draft) if isinstance(draft, str) else draft for draft in drafts]
    found = find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", "sv"), blocks))
    return {project.name: project.programme for project in found.projects}


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        ("Projektet Lövbro drivs inom Interreg Aurora.", "Interreg Aurora"),
        ("Interreg Aurora har beviljat 300 000 euro till projektet Lövbro.", "Interreg Aurora"),
        ("Projektet Lövbro är ett Central Baltic-projekt.", "Central Baltic"),
        ("Projektet Lövbro får 300 000 kronor ur Regionalfonden.", "Regionalfonden"),
        ("Regionalfonden betalar projektet Lövbro.", None),
        (
            "Projektet Lövbro ingår i det regionala strukturfondsprogrammet för Övre Norrland.",
            "regionala strukturfondsprogrammet för Övre Norrland",
        ),
    ],
)
def test_a_sentence_names_the_frame_of_its_project(text, programme):
    assert programmes(text) == {"Lövbro": programme}


def test_the_only_programme_of_a_page_frames_all_its_projects():
    title = Draft(kind=BlockKind.TITLE, level=1, text="Nya beslut i Interreg Sverige-Norge")
    found = programmes(title, "Projektet Lövbro får 40 000 euro.", "Projektet Älvfyr får 50 000 euro.")
    assert found == {"Lövbro": "Interreg Sverige-Norge", "Älvfyr": "Interreg Sverige-Norge"}


def test_the_source_of_a_page_s_money_is_the_frame_of_its_projects():
    found = programmes(
        "Pengarna kommer från Jordbruksverkets program Byar i rörelse.", "Projektet Lövbro får 40 000 kronor."
    )
    assert found == {"Lövbro": "Byar i rörelse"}


def test_a_column_gives_the_programme_in_its_fullest_form():
    row = Draft(
        kind=BlockKind.ROW, cells=(("Lövbro", "Projekt"), ("Regionalfonden", "Fond"), ("400 000", "Belopp (kr)"))
    )
    found = programmes("Europeiska regionala utvecklingsfonden (Regionalfonden) delas ut.", row)
    assert found == {"Lövbro": "Europeiska regionala utvecklingsfonden"}


def test_short_forms_of_a_page_s_programme_are_no_rivals_of_it():
    heading = Draft(kind=BlockKind.TITLE, text="Nya projekt i Interreg Sverige-Norge", level=1)
    texts = ("Interreg-programmet pågår i sju år.", "Projektet Lövbro ägs av Nora kommun.")
    assert programmes(heading, *texts) == {"Lövbro": "Interreg Sverige-Norge"}
