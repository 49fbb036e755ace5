"""How far a project has come: own sentences."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.model import DocumentInfo


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Projektet Lövbro pågår till 2033.", "running"),
        ("Projektet Lövbro avslutades i juni.", "ended"),
        ("Region Halland har beviljat projektet Lövbro stöd.", "granted"),
        ("Nämnden sade nej till projektet Lövbro.", "refused"),
        ("Föreningen har sökt pengar till projektet Lövbro.", "applied"),
        ("Projektet Lövbro planeras av Region Halland.", "planned"),
        ("Projektet Lövbro handlar om broar.", None),
    ],
)
def test_a_word_tells_how_far_a_project_has_come(text, status):
    facts = find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", "sv"), [Draft(text=text)]))
    assert [project.status for project in facts.projects] == [status]
