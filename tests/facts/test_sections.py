"""Sections and boxes that tell of one project each, in own pages."""

from collections.abc import Callable

Find = Callable[..., list[str]]


def test_headings_of_like_sections_are_names(projects: Find) -> None:
    names = projects(
        "# Nya beslut i styrelsen",
        "## Älgar och vargar",
        "## Delområde: Norr",
        "Projektägare är Alfa kommun. Budgeten är 2 miljoner kronor.",
        "## Välkommen hit!",
        "## Delområde: Syd",
        "Projektägare är Beta kommun. Budgeten är 3 miljoner kronor.",
    )
    assert names == ["Älgar och vargar", "Välkommen hit!"]


def test_a_section_that_names_another_project_is_none(projects: Find) -> None:
    names = projects(
        "## Utland",
        "EU-projektet Bro mot bro kostar 2 mkr. Projektet leds från Riga.",
        "## Inland",
        "Projektet kostar 1 mkr. Projektägare är Alfa.",
    )
    assert names == ["Bro mot bro", "Inland"]


def test_money_alone_makes_no_heading_a_name(projects: Find) -> None:
    assert projects("## Priser", "Ett kort kostar 200 kronor.", "## Resor", "Bussen kostar 90 kronor.") == []


def test_lines_above_boxes_are_names_even_as_questions(projects: Find) -> None:
    names = projects(
        "Vem äger sjön?",
        "| Projektägare: Alfa",
        "| Kostnad: 2 mkr",
        "Finnskogen runt.",
        "| Projektägare: Beta",
        "| Kostnad: 1 mkr",
    )
    assert names == ["Vem äger sjön?", "Finnskogen runt"]


def test_a_box_on_a_body_that_is_a_project_tells_its_name(projects: Find) -> None:
    names = projects(
        "Fjällvärket ska växa och nu får Fjällvärket stöd.", "## Fakta Fjällvärket", "| Start: 2009", "| Huvudman: Alfa"
    )
    assert names == ["Fjällvärket"]


def test_the_sentence_below_a_line_may_say_that_it_is_a_project(projects: Find) -> None:
    assert projects("## Women's Ways", "This is a project that Alfa started.", language="en") == ["Women's Ways"]


def test_headings_of_one_project_page_are_none(projects: Find) -> None:
    names = projects(
        "# Smart by",
        "Smart by är ett projekt om nät. Nu växer Smart by.",
        "## Tid och plats",
        "Projektet kostar 2 mkr. Projektägare är Alfa.",
        "## Nya vägar",
        "Projektet bygger för 3 mkr. Projektägare är Alfa.",
    )
    assert names == ["Smart by"]


def test_headings_below_an_announcement_need_only_money(projects: Find) -> None:
    names = projects(
        "# Årsrapport",
        "Länet gav stöd till följande projekt.",
        "## Nya ljus",
        "Alvik får 2 mkr.",
        "## Digital by",
        "Betsta får 1 mkr.",
    )
    assert names == ["Nya ljus", "Digital by"]


def test_lines_below_the_headings_of_partnerships_are_names(projects: Find) -> None:
    names = projects(
        "# Partnerskapen",
        "## Alvik – Kisumu, Kenya",
        "Avfall blir resurs",
        "Bra.",
        "## Betsta – Pec, Kosovo",
        "Stadens rum",
        "Bra.",
    )
    assert names == ["Avfall blir resurs", "Stadens rum"]


def test_a_section_whose_first_sentence_names_what_is_under_way_has_another_name(projects: Find) -> None:
    names = projects(
        "## Över älven",
        "Nu startar Färja Fem. I projektet får Alfa kommun 40 000 kronor. Projektägare är Alfa kommun.",
        "## Över sjön",
        "Projektägare är Beta kommun. Budgeten är 3 miljoner kronor.",
    )
    assert "Över älven" not in names


def test_headings_right_above_who_applies_are_names_where_there_are_two(projects: Find) -> None:
    below = ("## Älgar och vargar", "Sökande är Alfa kommun.", "## Vilda vatten", "Sökande Byalaget Beta.")
    assert projects("# Protokoll från mötet", *below) == ["Älgar och vargar", "Vilda vatten"]
    assert projects("# Protokoll från mötet", *below[:2]) == []


def test_a_paper_or_meeting_is_no_project(projects: Find) -> None:
    assert projects("# Beslutsgruppen för skogen 3/98", "Projektet pågår. Projektägare är Alfa kommun.") == []


def test_a_request_for_a_project_is_named_by_what_it_is_for(projects: Find) -> None:
    assert projects(
        "# Medfinansiering av Grön brygga", "Projektet Grön brygga pågår. Medfinansiering av Grön brygga."
    ) == ["Grön brygga"]


def test_a_dated_letter_and_a_pot_are_no_projects(projects: Find) -> None:
    assert (
        projects(
            "# Nya stöd", "Potten som kallas Bryggmiljonerna ska räcka till fler.", "- Kansliet 2007-11-23, reviderad"
        )
        == []
    )


def test_a_request_is_no_project_but_where_the_word_for_one_stands_before(projects: Find) -> None:
    assert projects("# Beslut i maj", "Projektet ”Medfinansiering av fiske” pågår.") == ["Medfinansiering av fiske"]


def test_a_shouted_rest_of_a_heading_is_no_project(projects: Find) -> None:
    assert projects("# OMFÖRDELNING AV PROJEKT MELLAN AXLARNA", "Alla sade ja.") == []
    assert projects("# Medfinansiering av projekt Grön brygga", "Alla sade ja.") == ["Grön brygga"]


def test_a_year_at_the_end_of_a_name_above_its_owner_is_no_statement(projects: Callable[..., list[str]]) -> None:
    lines = ["# EU-pengar till byarna", "EU-pengar till byarna kom igår."]
    for name, owner in (("Vinterspår 2014", "Alfa kommun"), ("Nya broar", "Beta kommun")):
        lines += [f"## {name}", f"| Sökande: {owner}", "| Sökt belopp: 40 000 kr", "| Total budget: 90 000 kr"]
    assert sorted(projects(*lines)) == ["Nya broar", "Vinterspår 2014"]


def test_a_title_above_a_record_like_the_others_names_its_project_too(projects: Find) -> None:
    names = projects(
        "# Kelp in the harbours",
        "The aim of the project is to grow kelp.",
        "| Main partner: Alfa museum",
        "## More than an Island",
        "The project will keep the ferries.",
        "| Main partner: Beta Foundation",
        language="en",
    )
    assert names == ["Kelp in the harbours", "More than an Island"]


def test_a_line_of_every_entry_is_no_name(projects: Callable[..., list[str]]) -> None:
    lines: list[str] = []
    for name in ("Isbåten", "Tångringen", "Vinterleden"):
        lines += [
            f"## {name}",
            "Projektet ägs av Alfa kommun.",
            "## Vad som ska lösas",
            "Projektet kostar 2 miljoner kr.",
        ]
    assert "Vad som ska lösas" not in projects("# Beviljade projekt", *lines)


def test_a_section_that_begins_by_counting_projects_is_none_itself(projects: Find) -> None:
    lines = (
        "## Kultur för kusten",
        "I programmet delar 27 projekt på 11 miljoner kronor. Projektägare är Alfa kommun.",
        "## Jobb för kusten",
        "I programmet delar 9 projekt på 3 miljoner kronor. Projektägare är Beta kommun.",
    )
    assert projects(*lines) == []
