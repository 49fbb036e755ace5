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


def test_a_vacancy_names_no_project(projects: Find) -> None:
    lines = [
        "# Projektledare Alfasamverkan",
        "Vi söker en engagerad kollega. Projektet leds av Alfa kommun och finansieras av Beta fond.",
        "## Dina arbetsuppgifter",
        "Projektet ska ha en budget på 40 000 kronor.",
        "Tjänsten är en visstidsanställning.",
    ]
    assert projects(*lines) == []


def test_an_agenda_names_no_project(projects: Find) -> None:
    lines = [
        "# Landsbygd i rörelse 3 maj",
        "09.00 Kaffe",
        "09.30 Landsbygd i rörelse, Alfa kommun, som leder projekt",
        "10.15 Skogens roll",
        "12.00 Lunch",
        "13.00 Landsbygd i rörelse på tvären",
        "14.45 Avslutning",
    ]
    assert projects(*lines) == []


def test_accounts_name_no_project(projects: Find) -> None:
    lines = [
        "# Alfa bolaget",
        "Nettoomsättningen steg till 40 miljoner kronor. Projekten gick bra.",
        "- Antalet nätter: 20 000 kronor",
        "- Snittpris i stugan: 900 kronor",
        "- Rörelseresultatet: 3 miljoner kronor",
    ]
    assert projects(*lines) == []


def test_a_page_without_a_word_of_projects_or_grants_names_none_by_its_headings(projects: Find) -> None:
    lines = [
        "# Alfaregionen",
        "## Nordlig puls (karta)",
        "Folk bor glest.",
        "## Nordlig puls",
        "Nordlig puls är vacker.",
    ]
    assert projects(*lines) == []


def test_a_vacancy_still_names_the_project_that_its_words_tell(projects: Find) -> None:
    lines = [
        "Om tjänsten",
        "Du leder projektet Nya spår, som Alfa kommun äger.",
        "Tjänsten är en tillsvidareanställning.",
    ]
    assert projects(*lines) == ["Nya spår"]


def test_a_company_before_a_verb_is_no_project_where_nothing_speaks_of_one(projects: Find) -> None:
    assert (
        projects("Nu säljer BaltIT till Norge. BaltIT, ett bolag i norr, siktar på fler kunder. Alla gillar BaltIT.")
        == []
    )


def test_what_a_stretch_of_road_is_called_is_no_project(projects: Find) -> None:
    assert projects("Partnerskapet verkar för väg 9. Vägstråket kallas för Alfadiagonalen.") == []


def test_forms_of_one_word_are_one_way_of_accounts(projects: Find) -> None:
    assert projects("Bokslutet är klart.", "Projektet Nya spår pågår. Bokslutet tar med det.") == ["Nya spår"]


def test_a_conference_s_sessions_are_no_projects(projects: Find) -> None:
    lines = [
        "# Conference Programme",
        "Registration is open. The keynote is on our projects.",
        "## Rivers and roads",
        "Organiser: Alfa Council and Beta University",
        "Venue: the Great Hall",
        "## Why water matters",
        "Organiser: Gamma County Council",
        "Venue: the Small Hall",
    ]
    assert projects(*lines, language="en") == []


def test_lines_of_quick_facts_name_no_project(projects: Find) -> None:
    lines = [
        "## Snabbfakta 2011–2014",
        "- Intäkterna steg till 26 miljoner kronor.",
        "- Resan gick till 12 miljoner kronor.",
    ]
    assert projects("# Om projektet", *lines) == []


def test_a_slogan_on_a_company_s_accounts_names_no_project(projects: Find) -> None:
    lines = ["Nettoomsättningen ökade. Bokslutet är klart.", "Alfa Fjäll är ett samarbete mellan snön och dig."]
    assert projects(*lines) == []


def test_what_projects_must_and_proposals_should_do_is_a_call(projects: Find) -> None:
    lines = [
        "# Project Support Facility",
        "## The 2024 call for proposals",
        "Submitted proposals should relate to a priority.",
        "## About the PSF",
        "The PSF began in 2012. Projects must involve three partners. The project is co-funded by the PSF.",
    ]
    assert projects(*lines, language="en") == []


def test_the_title_of_a_thesis_in_quotation_marks_is_no_project(projects: Find) -> None:
    title = "”När ån stiger, går laxen”"
    thesis = f"{title} En studie av Leader. Examensarbete, kurskod AB12. Fem projekt har studerats."
    assert projects(f"# {title}", thesis) == []
