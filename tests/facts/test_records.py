"""Records: heads with prose, inner headings and boxes in any order, in own pages."""

from collections.abc import Callable

import pytest

from graphkit.facts.reading import find_units
from graphkit.facts.records import find_records, record_head, siblings
from graphkit.lexicon import load_lexicon
from graphkit.model import Document

Find = Callable[..., list[str]]
Focus = Callable[..., list[tuple[str, str]]]

CARDS = (
    "# Projekt som Alfa håller i",
    "## Gruset sjunger",
    "Byarna spelar in ljudet av vägar.",
    "| Projekttid: 2015–2017",
    "| Projektägare: Alfa bygdelag",
    "## Mygg och människor",
    "## Mål",
    "- Fler går ut",
    "| Projekttid: 2018–2020",
    "| Budget: 40 000 kr",
    "## Kontakt",
)


def test_a_box_below_prose_and_inner_headings_belongs_to_the_head_of_its_record(projects: Find) -> None:
    assert projects(*CARDS) == ["Gruset sjunger", "Mygg och människor"]


def test_every_unit_of_a_record_speaks_of_its_project(focus: Focus) -> None:
    spoken = [key for _, key in focus(*CARDS)]
    assert spoken == [""] + ["gruset-sjunger"] * 4 + ["mygg-och-manniskor"] * 6


def test_headings_that_stand_in_every_record_are_no_names(projects: Find) -> None:
    names = projects(
        "# Our projects",
        "## Voices of gravel",
        "| Budget: 40 000 EUR",
        "## What it is about",
        "Villages record their roads.",
        "| Lead partner: Alfa Council",
        "## Mosquitoes and men",
        "| Budget: 50 000 EUR",
        "## What it is about",
        "More people go out.",
        "| Lead partner: Beta Council",
        language="en",
    )
    assert names == ["Voices of gravel", "Mosquitoes and men"]


def test_the_last_of_several_items_above_a_box_is_no_head(projects: Find) -> None:
    names = projects(
        "## Gruset sjunger", "- Fler låtar", "- Fler vägar", "| Projektägare: Alfa bygdelag", "| Projekttid: 2015–2017"
    )
    assert names == ["Gruset sjunger"]


def test_a_line_with_a_number_takes_no_box_from_the_heading_above(projects: Find) -> None:
    names = projects(
        "# Beslut i mars",
        "## Gruset sjunger",
        "Diarienr 2015-44",
        "| Projektägare: Alfa",
        "| Projekttid: 2015–2017",
        "## Mygg och människor",
        "Diarienr 2015-45",
        "| Projektägare: Beta",
        "| Projekttid: 2015–2017",
    )
    assert names == ["Gruset sjunger", "Mygg och människor"]


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        (("# Gruset sjunger för alla", "| Projektägare: Alfa", "| Projekttid: 2015"), "Gruset sjunger för alla"),
        (("# EU-projekt", "## Gruset sjunger", "Byarna spelar in.", "| Ägare: Alfa"), "Gruset sjunger"),
        (("# Internationellt samarbete", "Alfa samarbetar."), ""),
        (("Gruset sjunger i byn i dag.",), ""),
    ],
)
def test_a_pages_title_names_its_project_unless_it_says_what_the_page_shows(
    page: Callable[..., Document], lines: tuple[str, ...], head: str
) -> None:
    units, lexicon = find_units(page(*lines)), load_lexicon("sv")
    found = record_head(units, find_records(units, lexicon), lexicon)
    assert (found.text if found else "") == head


def test_records_of_one_template_are_told_by_their_labels(page: Callable[..., Document]) -> None:
    units = find_units(page(*CARDS))
    records = find_records(units, load_lexicon("sv"))
    assert [units[record.head].text for record in records if record.head in siblings(records)] == [
        "Gruset sjunger",
        "Mygg och människor",
    ]


def test_a_title_whose_first_part_the_text_takes_up_names_the_project_of_its_box(projects: Find) -> None:
    lines = ("# Grus 2030 – vägar för alla", "Byarna lagar vägar. I Grus 2030 går de ihop.", "| Projekttid: 2015–2017")
    assert projects(*lines) == ["Grus 2030 – vägar för alla"]


def test_lettered_items_of_minutes_are_records(projects: Find) -> None:
    names = projects(
        "# Protokoll 3/2022",
        "## 24 § Lägesrapport, pågående projekt",
        "## a) Gruset sjunger",
        "Projektägare är Alfa. Projektet får 40 000 kronor.",
        "## b) Mygg och människor",
        "Projektägare är Beta. Projektet får 50 000 kronor.",
        "## 26 § Ansökan om medfinansiering: Vinterbron",
        "Beta har anhållit om 20 000 kronor.",
    )
    assert names == ["Gruset sjunger", "Mygg och människor", "Vinterbron"]


def test_records_that_open_with_the_same_label_are_alike_whatever_the_level_of_their_heads(projects: Find) -> None:
    names = projects(
        "# Nya projekt",
        "## Gruset sjunger",
        "Total budget 40 000 €",
        "Byarna spelar in ljudet av vägar.",
        "### Mygg och människor",
        "Total budget 50 000 €",
        "Fler går ut.",
    )
    assert names == ["Gruset sjunger", "Mygg och människor"]


def test_a_head_s_short_name_that_its_section_takes_up_is_a_sign_of_a_project(page: Callable[..., Document]) -> None:
    units = find_units(
        page("## KX2 – Green power", "The KX2 objective is to store power.", "## Green power", "It is green.")
    )
    assert [record.owned for record in find_records(units, load_lexicon("sv"))] == [True, False]
