"""Bytes to text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents.decoding import decode


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_text(data, declared):
    assert isinstance(decode(data, declared=declared), str)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=100))
def test_utf_8_and_marked_utf_16_survive(text):
    marked = text.removeprefix("\ufeff").lstrip("\0")  # a mark and a zero are the mark of UTF-32
    assert decode(marked.encode("utf-16")) == marked
    assert decode(("ö" + marked).encode("utf-8")) == "ö" + marked


def test_a_declared_latin_1_is_read_as_windows_does_and_an_unknown_one_too():
    for name in ("iso-8859-1", "no-such-thing", "base64"):
        assert decode(f"<meta charset={name}>".encode() + b"\x96\xe5", declared=True).endswith("–å")
