"""When projects run: own sentences."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.model import DocumentInfo


def periods(*texts: str) -> dict[str, tuple[str | None, str | None]]:
    found = find_facts(
        build_document(DocumentInfo("prov", "prov.txt", "txt", "", "sv"), [Draft(text=text) for text in texts])
    )
    return {project.name: (project.start, project.end) for project in found.projects}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Projektet Lövbro pågår från våren 2030 till maj 2033.", ("2030", "2033-05")),
        ("Projektet Lövbro startade 2030. Det pågår till och med december 2032.", ("2030", "2032-12")),
        ("Projektet Lövbro pågår 2030–2032. Projektet har förlängts till den 31 augusti 2033.", ("2030", "2033-08-31")),
        ("Projektet Lövbro avslutades i juni 2032 efter tre år.", ("2029", "2032-06")),
        ("Projektet Lövbro får stöd. Interreg Aurora 2021–2027 betalar.", (None, None)),
        ("Projektet Lövbro får stöd. Programmet löper 2021–2027.", (None, None)),
        ("Projektet Lövbro får stöd. Mellan 2021–2027 finns ett nytt program för byar.", (None, None)),
        ("Projektet Lövbro pågår 2031-04 – 2032-11. Det startade den 3 april 2031.", ("2031-04-03", "2032-11")),
    ],
)
def test_a_start_and_an_end_may_stand_in_different_sentences_and_a_programme_s_years_are_none(text, period):
    assert periods(text) == {"Lövbro": period}


def test_the_years_behind_a_predecessor_s_name_are_its_own():
    found = periods("Projektet Lövbro pågår 2031–2033 och bygger vidare på projektet Älvfyr (2027–2029).")
    assert found == {"Lövbro": ("2031", "2033"), "Älvfyr": ("2027", "2029")}


def test_a_plural_gives_a_date_to_all_and_to_the_others():
    found = periods(
        "Projektet Lövbro ägs av Region Halland. Projektet Älvfyr ägs av Almi. Projektet Strandviol ägs av Coompanion.",
        "Alla tre startade 2030. Strandviol pågår till och med juni 2033, de övriga två avslutas ett halvår tidigare.",
    )
    assert found == {
        "Lövbro": ("2030", "2032-12"),
        "Älvfyr": ("2030", "2032-12"),
        "Strandviol": ("2030", "2033-06"),
    }


def test_what_is_said_of_each_project_before_any_is_named_is_said_of_all():
    found = periods(
        "Region Halland har tre nya projekt. Respektive projekt pågår till hösten 2033.",
        "Projektet Lövbro ägs av Almi. Projektet Älvfyr ägs av Coompanion.",
    )
    assert found == {"Lövbro": (None, "2033"), "Älvfyr": (None, "2033")}
