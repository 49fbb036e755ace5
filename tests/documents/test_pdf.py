"""PDF files to blocks: words at places become headings, paragraphs and tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.documents.pdf import read_pdf
from graphkit.errors import DocumentError

TABLE = [
    (56, 700, 8, "Finansiär"),
    (256, 700, 8, "Slag"),
    (456, 700, 8, "Belopp, kr"),
    (56, 684, 8, "Malå kommun"),
    (256, 684, 8, "Regionala medel, anslag"),
    (256, 674, 8, "1:1"),
    (456, 684, 8, "40 000"),
    (56, 658, 8, "Summa"),
    (456, 658, 8, "40 000"),
]


def paragraph(*lines: str, top: float = 600, x: float = 56) -> list[tuple[float, float, float, str]]:
    return [(x, top - 13 * number, 10, line) for number, line in enumerate(lines)]


@pytest.fixture
def read(make_pdf):
    def read(*pages, **more):
        return read_bytes(make_pdf(pages, **more), Path("beslut.pdf"))

    return read


def test_large_letters_are_the_title_and_bold_ones_headings(read, listing):
    page = [
        (56, 780, 16, "Beslut om stöd till bron"),
        (56, 762, 16, "över älven"),
        (56, 730, -10, "Bakgrund"),
        *paragraph("Malå kommun vill bygga en bro över älven och har sökt stöd för", "det hos regionen.", top=715),
    ]
    assert listing(read(page)) == [
        "title 1 p1: Beslut om stöd till bron över älven",
        "heading 2 p1: Bakgrund",
        "paragraph p1: Malå kommun vill bygga en bro över älven och har sökt stöd för det hos regionen.",
    ]


def test_a_table_is_rows_with_cells_and_wrapped_cells_are_one(read, listing):
    assert listing(read(TABLE)) == [
        "header-row t0 p1: Finansiär | Slag | Belopp, kr",
        "row t0 p1: Finansiär=Malå kommun | Slag=Regionala medel, anslag 1:1 | Belopp, kr=40 000",
        "row t0 p1: Finansiär=Summa | Belopp, kr=40 000",
    ]


def test_rules_part_rows_where_distances_do_not(read, listing):
    page = [
        (56, 700, 8, "Part"),
        (256, 700, 8, "Uppgift"),
        (56, 685, 8, "Åre kommun"),
        (256, 690, 8, "Bygger bron och"),
        (256, 680, 8, "målar den"),
        (56, 665, 8, "Sida"),
        (256, 665, 8, "Betalar"),
    ]
    levels = [(50, y, 500, y) for y in (711, 697, 676, 660)]
    uprights = [(x, 660, x, 711) for x in (50, 250, 500)]
    assert listing(read(page, rules=[*levels, *uprights]))[1] == "pair t0 p1: Åre kommun | Bygger bron och målar den"


def test_two_columns_are_pairs_of_label_and_value(read, listing):
    page = [
        (59, 700, 8, "Stödmottagare"),
        (209, 700, 8, "Högskolan i Malå"),
        (59, 684, 8, "Kontaktperson hos"),
        (59, 674, 8, "mottagaren"),
        (209, 684, 8, "Anna Exempel"),
    ]
    assert listing(read(page)) == [
        "pair t0 p1: Stödmottagare | Högskolan i Malå",
        "pair t0 p1: Kontaktperson hos mottagaren | Anna Exempel",
    ]


def test_tables_on_several_pages_are_several_tables(read, listing):
    assert {line.split(":")[0] for line in listing(read(TABLE, TABLE))} == {
        "header-row t0 p1",
        "row t0 p1",
        "header-row t1 p2",
        "row t1 p2",
    }


def test_running_heads_and_page_numbers_are_left_out_and_told_once(read):
    pages = [
        [
            (56, 815, 8, "Region Exempel"),
            (500, 815, 8, f"Sida {number} (3)"),
            *paragraph(f"Stycke {number} handlar om bron."),
        ]
        for number in (1, 2, 3)
    ]
    document = read(*pages)
    assert document.text == "Stycke 1 handlar om bron.\n\nStycke 2 handlar om bron.\n\nStycke 3 handlar om bron."
    assert {piece.reason for piece in document.skipped} == {"running head or page number"}
    assert [block.page for block in document.blocks] == [1, 2, 3]


def test_a_paragraph_goes_on_overleaf_and_belongs_to_the_page_where_it_begins(read):
    document = read(
        paragraph("Kostnader som har uppkommit före", top=80), paragraph("projektets början ersätts inte.", top=780)
    )
    assert [(block.text, block.page) for block in document.blocks] == [
        ("Kostnader som har uppkommit före projektets början ersätts inte.", 1)
    ]


def test_columns_of_running_text_are_read_one_after_the_other(read):
    left = (
        "Bron över älven byggs av kommunen",
        "och betalas av staten, som har",
        "lovat att ge hälften av det som",
        "den kostar.",
    )
    right = (
        "Den andra hälften betalar de två",
        "byarna, som har samlat pengar i",
        "mer än tio år för att få en bro",
        "över vattnet.",
    )
    document = read([*paragraph(*left), *paragraph(*right, x=320)])
    assert [block.text for block in document.blocks] == [" ".join(left), " ".join(right)]


def test_a_broken_word_is_put_together(read):
    document = read(paragraph("Stödet lämnas till de samverkans-", "parter som har lovat att bygga."))
    assert document.text == "Stödet lämnas till de samverkansparter som har lovat att bygga."


def test_the_date_line_is_the_date_of_issue(read):
    document = read([(56, 780, 16, "Beslut"), (56, 750, 10, "Datum: 2021-11-17"), *paragraph("Bron får stöd.")])
    assert document.info.issued == "2021-11-17"
    assert "Datum" not in document.text


def test_the_title_that_the_file_names_is_used_where_no_line_is_one(make_pdf):
    assert read_pdf(make_pdf([paragraph("Bron byggs.")], title="Beslut om bron")).title == "Beslut om bron"
    assert read_pdf(make_pdf([paragraph("Bron byggs.")], title="Microsoft Word - utkast.doc")).title == ""


def test_a_pdf_without_text_says_that_it_needs_text_recognition(make_pdf):
    with pytest.raises(DocumentError, match="only pictures of it"):
        read_pdf(make_pdf([[]]))


def test_a_broken_pdf_says_so(make_pdf):
    with pytest.raises(DocumentError, match="no PDF file, or a broken one"):
        read_pdf(b"%PDF-1.4 and then nothing")


def test_a_locked_pdf_says_so(make_pdf):
    # The standard security handler with keys that fit no password.
    key = "<" + "41" * 32 + ">"
    locked = make_pdf([paragraph("Hemligt.")]).replace(
        b"/Info 5 0 R",
        f"/Info 5 0 R /ID [{key} {key}] /Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >>".encode(),
    )
    with pytest.raises(DocumentError, match="locked with a password"):
        read_pdf(locked)
