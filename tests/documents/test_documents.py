"""Reading any file: the table of formats, what is known of a document, errors in a line."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphkit import resources
from graphkit.documents import MAX_BYTES, READERS, read_bytes, read_document
from graphkit.errors import DocumentError


def test_a_document_knows_its_file(tmp_path):
    path = tmp_path / "Flis i byarna.HTML"
    path.write_text("<h1>Flis</h1><p>Byarna eldar med flis och är nöjda.</p>", encoding="utf-8")
    info = read_document(path).info
    assert (info.stem, info.source, info.format) == ("Flis i byarna", path.as_posix(), "html")
    assert info.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert read_document(path, stem="mapp/flis").info.stem == "mapp/flis"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.doc", "an old Word file: save it as .docx"),
        ("a.eml", "an e-mail"),
        ("a.jpeg", "a picture"),
        ("a.zip", "an archive"),
        ("a.xyz", "unknown format «.xyz»; documents are .docx, .htm, .html, .markdown, .md, .pdf, .txt, .xhtml"),
        ("a", "unknown format «»"),
    ],
)
def test_a_format_that_is_not_read_is_called_by_its_name(name, told):
    with pytest.raises(DocumentError, match=f"{name}: {told}"):
        read_bytes(b"x", Path(name))


@pytest.mark.parametrize("suffix", READERS)
def test_an_empty_file_is_called_empty(suffix):
    with pytest.raises(DocumentError, match="the file is empty"):
        read_bytes(b" \n", Path(f"a{suffix}"))


def test_a_file_that_is_too_large_or_not_there_says_so(tmp_path):
    large = tmp_path / "a.txt"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(DocumentError, match="50 MB, more than the 50 MB"):
        read_document(large)
    with pytest.raises(DocumentError, match="can't be opened"):
        read_document(tmp_path / "b.txt")
    with pytest.raises(DocumentError, match="can't be opened"):
        read_document(tmp_path / "b\0.txt")


def test_an_error_is_one_line_that_names_the_file():
    for suffix in READERS:
        with pytest.raises(DocumentError) as caught:
            read_bytes(b"<script></script>" if "h" in suffix else b"\n\x00\n", Path(f"mapp/a{suffix}"))
        assert str(caught.value).startswith(f"mapp/a{suffix}: ")
        assert "\n" not in str(caught.value)


HTML = b"<div class=menu>,<table><tr><td>,<td colspan=9>,</table>,<h1>,<p>,</p>,<li>,<dl><dt>,<dd>,<a href=x>,<b>,</b>,<br>,<aside>,<!--,<pre>"
PLAIN = b"Kontakt,Budget: ,3 mnkr,070-174 06 05,Projekt,2019-01-01,# ,| a | b |,- , "
MARKUP = st.sampled_from(
    [*HTML.split(b","), *PLAIN.split(b","), b"\n\n", b"\t", b"\x00", b"\x0c", b"\xff\xfe", b"&aring;"]
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(READERS)), st.lists(MARKUP | st.binary(max_size=12), max_size=40).map(b"".join))
def test_any_bytes_give_a_document_or_a_told_error(suffix, data):
    _read_any(data, suffix)


@pytest.fixture(scope="module")
def samples() -> dict[str, bytes]:
    folder = resources.data("samples", "documents")
    return {path.suffix: path.read_bytes() for path in sorted(folder.iterdir())}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([".docx", ".html", ".md", ".pdf", ".txt"]), st.data())
def test_a_damaged_document_gives_a_document_or_a_told_error(samples, suffix, data):
    content = bytearray(samples[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=8))
    _read_any(bytes(content), suffix)


def _read_any(data: bytes, suffix: str) -> None:
    try:
        document = read_bytes(data, Path(f"a{suffix}"))
    except DocumentError:
        return
    assert document.blocks
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
        assert all(document.text[cell.start : cell.end] == cell.text for cell in block.cells)


def test_reading_twice_gives_the_same(samples):
    for suffix, content in samples.items():
        assert read_bytes(content, Path(f"a{suffix}")) == read_bytes(content, Path(f"a{suffix}"))
