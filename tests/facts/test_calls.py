"""Pages on money to apply for describe no project."""

from collections.abc import Callable

Find = Callable[..., list[str]]


def test_a_call_has_no_project_whatever_its_box_looks_like(projects: Find) -> None:
    call = [
        "# Kompetens för klimatet",
        "| Start: 2024-01-01",
        "| Budget: 30 miljoner kronor",
        "## Vem kan söka?",
        "Föreningar. Projektet ska ha en huvudman.",
        "## Hur mycket kan ni få?",
        "Högst hälften. Projektet får inte ha börjat.",
    ]
    assert projects(*call) == []


def test_questions_and_answers_name_no_project(projects: Find) -> None:
    lines = [
        "# Good to know",
        "## Can I apply twice?",
        "Yes. Your project may begin in May. The project needs a budget.",
    ]
    assert projects(*lines, language="en") == []


def test_news_of_a_decision_may_speak_of_its_call(projects: Find) -> None:
    assert projects("I den tredje utlysningen fick projektet Nya spår 200 000 kronor.") == ["Nya spår"]
