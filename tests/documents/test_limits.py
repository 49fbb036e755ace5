"""What is refused before a parser sees it, and what must not be."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from graphkit import resources
from graphkit.documents import limits, read_bytes
from graphkit.documents.limits import check_kind, check_markup, check_package, check_pdf, check_text
from graphkit.errors import DocumentError

SAMPLES = sorted(resources.data("samples", "documents").iterdir())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_no_sample_is_near_a_limit(path):
    data = path.read_bytes()
    check_kind(data, path.suffix)
    if path.suffix == ".pdf":
        check_pdf(data)
    elif path.suffix == ".docx":
        check_package(data).close()
    elif path.suffix == ".html":
        assert check_markup(data.decode()) == data.decode()
    else:
        assert check_text(data.decode() * 10) == data.decode() * 10


@pytest.mark.parametrize(
    ("data", "suffix", "told"),
    [
        (b"%PDF-1.7", ".txt", r"it is a PDF file, not a \.txt file: rename it to end in \.pdf"),
        (b"\xef\xbb\xbf%PDF-1.7", ".html", r"it is a PDF file, not a \.html file"),
        (
            b"PK\x03\x04x",
            ".pdf",
            r"it is a zip archive, such as a Word file, not a \.pdf file: rename it to end in \.docx",
        ),
        (b"{\\rtf1 hej", ".txt", r"it is a rich text file, not a \.txt file: only documents with text can be read"),
        (b"\x89PNG\r\n", ".md", "it is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".pdf", r"it is an old Office file, such as \.doc"),
        (b"<!DOCTYPE html><p>Hej", ".pdf", "it is a web page"),
        (b"<!-- x -->\n<html lang=sv>", ".txt", "it is a web page"),
        (b"Received: from a\n\tby b\nFrom: a@b.example\nSubject: x\n\nHej", ".txt", "it is an e-mail with its head"),
    ],
)
def test_a_file_of_another_kind_than_its_name_says_is_called_by_its_kind(data, suffix, told):
    with pytest.raises(DocumentError, match=told):
        check_kind(data, suffix)
    with pytest.raises(DocumentError, match=rf"^mapp/a\{suffix}: {told}"):
        read_bytes(data, Path(f"mapp/a{suffix}"))


@pytest.mark.parametrize(
    "text",
    ["Datum: 3 maj\nÄmne: bron\nTill: alla\n", "PK är en förkortning.", "<b>Bron</b> byggs.", "From: Umeå\n\nTo: Vasa"],
)
def test_texts_that_begin_a_little_like_something_else_are_texts(text):
    check_kind(text.encode(), ".txt")


def test_a_text_may_be_long_but_not_endless():
    line = "Bron över älven byggs. " * 40
    assert check_text(line * 1000)
    with pytest.raises(DocumentError, match="a line of more than 1,000,000 characters"):
        check_text(line * 1100)
    with pytest.raises(DocumentError, match="more than 2,000,000 characters: split it"):
        check_text((line + "\n") * 2200)


def test_what_is_no_text_is_told_by_its_control_characters():
    assert check_text("Sida 1\fSida 2\x1a\n" * 3)
    with pytest.raises(DocumentError, match="it holds no text but other data"):
        check_text("\x01\x02ab" * 9)


def test_pictures_that_are_written_into_a_page_do_not_count():
    page = f"<p>Bron<img src='data:image/png;base64,{'Ab+/' * 6_000_000}'> byggs</p>"
    assert check_markup(page) == "<p>Bron<img src=''> byggs</p>"
    with pytest.raises(DocumentError, match="a tag of more than a megabyte"):
        check_markup(f"<p title='{'a ' * 600_000}'>")
    with pytest.raises(DocumentError, match="more than 500,000 elements"):
        check_markup("<b>" * 1_002_000)


def package(**parts: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name.replace('_', '.')}", content)
    return file.getvalue()


def test_a_package_is_refused_by_what_it_tells_of_its_parts():
    check_package(
        package(a_xml=b"<a/>", picture_bmp=bytes(30_000_000))
    ).close()  # a blank picture shrinks a thousandfold
    with pytest.raises(DocumentError, match="zip bomb"):
        check_package(package(a_xml=bytes(3_000_000)))
    with pytest.raises(DocumentError, match="unpacks to more than 300 MB"):
        check_package(package(a_bmp=bytes(301_000_000)))
    for mark in ("utf-8", "utf-16-le", "utf-16-be"):
        with pytest.raises(DocumentError, match="defines entities of its own"):
            check_package(package(a_xml="<!DOCTYPE a>".encode(mark)))


def test_a_pdf_may_hold_large_pictures_but_no_bomb(monkeypatch):
    monkeypatch.setattr(limits, "MAX_STREAM", 1_000_000)
    for size, fits in ((900_000, True), (1_100_000, False)):
        data = b"1 0 obj << >> stream\r\n" + zlib.compress(bytes(size)) + b"\nendstream endobj"
        if fits:
            check_pdf(data)
        else:
            with pytest.raises(DocumentError, match="a stream that unpacks to more than 1 MB"):
                check_pdf(data)
    check_pdf(b"stream\nx" + bytes(2_000) + b"endstream" + b"stream")
