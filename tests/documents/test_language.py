"""In which language a text is written."""

from __future__ import annotations

import pytest

from graphkit.documents.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Projektet drivs av Region Exempel och ska pågå i två år.", "sv"),
        ("The project is led by Region Exempel and will run for two years.", "en"),
        ("Interreg Nord är ett program. Its English name is the same as the Swedish one, and that is all.", "en"),
        ("", "sv"),
        ("12 345 | 67", "sv"),
    ],
)
def test_the_frequent_words_tell(text, language):
    assert detect_language(text) == language


def test_the_text_outweighs_what_the_page_says_of_itself():
    assert detect_language("The project is led by the county and will run for two years.", hint="sv") == "en"
    assert detect_language("Interreg Nord 2014–2020", hint="en") == "en"
    assert detect_language("Interreg Nord 2014–2020", hint="fi") == "sv"
