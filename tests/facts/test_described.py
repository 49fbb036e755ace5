"""What the one project of a page is called that gives it no name."""

from collections.abc import Callable

import pytest

Find = Callable[..., list[str]]
TOLD = ("The project will open the weirs.", "In 2019 the project was funded by Alfa kommun.")


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (
            ("A large otter protection project in the Kalix Valley will start soon.", *TOLD),
            ["otter protection project in the Kalix Valley"],
        ),
        (("# Loan signed to help clean the harbours of Narva", *TOLD), ["clean the harbours of Narva"]),
        (("A new project will start soon.", *TOLD), []),
        (("A large otter protection project will start soon.", "Nobody knows more."), []),
    ],
)
def test_a_project_without_a_name_is_called_what_the_text_describes(
    projects: Find, lines: tuple[str, ...], names: list[str]
) -> None:
    assert projects(*lines, language="en") == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("| Projektägare: Malå kommun", "| Projekttid: 2020–2022"), ["förstudie"]),
        (("| Projektägare: Malå kommun",), []),
        (("| Kommun: Malå", "| Projekttid: 2020–2022"), []),
    ],
)
def test_a_page_whose_box_tells_an_owner_and_more_has_a_project_also_without_a_name(
    projects: Find, lines: tuple[str, ...], names: list[str]
) -> None:
    assert projects("Arbetet är en förstudie om mat i byarna.", *lines) == names
