"""Word files to blocks, in the order of the body."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import RGBColor

from graphkit.documents import read_bytes
from graphkit.documents.docx import read_docx
from graphkit.errors import DocumentError

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def read(document):
    return read_bytes(saved(document), Path("rapport.docx"))


@pytest.fixture
def report():
    document = docx.Document()
    document.add_heading("Slutrapport Flis i byarna", 0)
    document.add_paragraph("Diarienummer 2018/4")
    document.add_heading("1. Allmänt", 1)
    table = document.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("Projektägare", "Malå kommun", "Budget:", "3 mnkr"), strict=True
    ):
        cell.text = text
    document.add_heading("1.1 Lärdomar", 2)
    document.add_paragraph("Elda torrt.", style="List Bullet")
    document.add_paragraph("Elda mindre.", style="List Number")
    wide = document.add_table(3, 3)
    for row, texts in zip(
        wide.rows, (("Mål", "2019", "2020"), ("Pannor", "12", "14"), ("Alla byar", "", "")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    wide.rows[0].cells[0].paragraphs[0].runs[0].bold = True
    wide.rows[2].cells[0].merge(wide.rows[2].cells[2])
    document.sections[0].header.paragraphs[0].text = "Region Exempel"
    document.core_properties.title = "Word Document"
    return document


def test_the_body_is_read_in_its_order(report, listing):
    assert listing(read(report)) == [
        "title 1: Slutrapport Flis i byarna",
        "paragraph: Diarienummer 2018/4",
        "heading 2: 1. Allmänt",
        "pair t0: Projektägare | Malå kommun",
        "pair t0: Budget | 3 mnkr",
        "heading 3: 1.1 Lärdomar",
        "list-item: Elda torrt.",
        "list-item: Elda mindre.",
        "pair t1: Mål | 2019 | 2020",
        "pair t1: Pannor | 12 | 14",
        "paragraph t1: Alla byar",
    ]


def test_running_heads_are_told_as_left_out(report):
    assert [(piece.reason, piece.text) for piece in read(report).skipped] == [
        ("running head or foot", "Region Exempel")
    ]


def test_a_row_that_repeats_on_each_page_is_a_header(report, listing):
    row = report.tables[1].rows[0]._tr
    row.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {NAMES}/>"))
    assert "row t1: Mål=Pannor | 2019=12 | 2020=14" in listing(read(report))


def test_a_cell_merged_downwards_stands_in_each_of_its_rows(listing):
    document = docx.Document()
    table = document.add_table(3, 3)
    for row, texts in zip(table.rows, (("Part", "År", "Stöd"), ("Åre", "2019", "10"), ("", "2020", "20")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[1].cells[0].merge(table.rows[2].cells[0])
    assert listing(read(document))[2] == "row t0: Part=Åre | År=2020 | Stöd=20"


def test_a_bold_line_is_a_heading_and_bold_labels_are_pairs(listing):
    document = docx.Document()
    document.add_paragraph().add_run("Så betalas bron").bold = True
    paragraph = document.add_paragraph()
    paragraph.add_run("Finansiär:").bold = True
    paragraph.add_run(" Malå kommun").font.color.rgb = RGBColor(0, 0, 0)
    assert listing(read(document)) == ["heading 6: Så betalas bron", "pair t0: Finansiär | Malå kommun"]


def test_text_in_a_box_stands_beside_and_deleted_text_nowhere(listing):
    document = docx.Document()
    body = document.element.body
    box = f"<w:p {NAMES}><w:r><w:t>Fakta om bron</w:t></w:r></w:p>"
    body.insert(
        0,
        parse_xml(
            f"<w:p {NAMES}><w:r><w:t>Bron byggs.</w:t><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r></w:p>"
        ),
    )
    body.insert(
        1,
        parse_xml(
            f"<w:p {NAMES}><w:ins><w:r><w:t>Nytt</w:t></w:r></w:ins><w:del><w:r><w:delText>Gammalt</w:delText></w:r></w:del></w:p>"
        ),
    )
    assert listing(read(document)) == ["paragraph: Bron byggs.", "paragraph aside: Fakta om bron", "paragraph: Nytt"]


def test_a_style_takes_after_the_one_it_is_based_on(listing):
    document = docx.Document()
    style = document.styles.add_style("Egen rubrik", 1)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("Pengar", style=style)
    assert listing(read(document)) == ["heading 3: Pengar"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04 broken", "no Word file, or a broken one"),
        (b"plain text", "no Word file, or a broken one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old or a locked Word file"),
    ],
)
def test_a_file_that_can_not_be_read_says_why(data, told):
    with pytest.raises(DocumentError, match=told):
        read_docx(data)


def test_an_archive_that_is_no_word_file_says_so():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(DocumentError, match="no Word file, or a broken one"):
        read_docx(out.getvalue())


def test_an_empty_file_says_so():
    with pytest.raises(DocumentError, match="holds no text"):
        read_docx(saved(docx.Document()))
