"""Markdown and what crawlers write of it."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.documents.builder import Draft, Reading
from graphkit.documents.markdown import read_markdown, read_marked
from graphkit.documents.plain import read_plain
from graphkit.errors import DocumentError


def listing(reading: Reading) -> list[str]:
    told = []
    for draft in reading.drafts:
        kind = "skip" if draft.reason else draft.kind.value
        cells = [f"{text} <{header}>" if header else text for text, header in draft.cells]
        told.append(f"{kind}: {' | '.join(cells) if cells else draft.text}")
    return told


EXAMPLES = {
    "front matter, a breadcrumb of links, a title": (
        '---\ntitle: "Varma hus"\npublisher: Nora kommun\nupdated: 2011-04-02\n---\n\n[Start](/) > [Bygga](/b) > [Energi](/e)\n\n# Varma hus\n\nHusen ska bli **varma** och *täta*.',
        ["skip: Start > Bygga > Energi", "title: Varma hus", "paragraph: Husen ska bli varma och täta."],
    ),
    "headings, list items of all kinds, continued lines": (
        "# Flis\n\n## Mål\n\n- en panna\n  i varje by\n* 14 jobb\n1. en kurs\n\nMål nummer två\nska nås senare.\n",
        [
            "title: Flis",
            "heading: Mål",
            "list-item: en panna i varje by",
            "list-item: 14 jobb",
            "list-item: en kurs",
            "paragraph: Mål nummer två ska nås senare.",
        ],
    ),
    "a table whose heading names the unit": (
        "# Flis\n\n## Budget (tkr)\n\n| Finansiär | Belopp | Not |\n|:--|--:|---|\n| Malå kommun | 350 | |\n| **Sida** | 1 200 | via Forum |\n",
        [
            "title: Flis",
            "heading: Budget (tkr)",
            "header-row: Finansiär | Belopp | Not",
            "row: Malå kommun <Finansiär> | 350 <Belopp (tkr)> |  <Not>",
            "row: Sida <Finansiär> | 1 200 <Belopp (tkr)> | via Forum <Not>",
        ],
    ),
    "bold labels are pairs": (
        "# Flis\n\n**Projektägare:** Malå kommun\n\n**Budget:** 3 mnkr\n",
        ["title: Flis", "pair: Projektägare | Malå kommun", "pair: Budget | 3 mnkr"],
    ),
    "links to other pages, contacts, the line below": (
        "# Flis\n\nByarna eldar med flis.\n\n## Läs också\n\n- [Torv](/t)\n- [Ved](/v)\n\n## Kontakt\n\nEva Ek, projektledare, eva.ek@mala.example\n\nSidan uppdaterades senast 22 april 2010. [Skriv ut](#)",
        [
            "title: Flis",
            "paragraph: Byarna eldar med flis.",
            "skip: Läs också",
            "skip: Torv",
            "skip: Ved",
            "heading: Kontakt",
            "contact: Eva Ek, projektledare, eva.ek@mala.example",
            "skip: Sidan uppdaterades senast 22 april 2010. Skriv ut",
        ],
    ),
    "an underlined heading and a quotation": (
        "Flis i byarna\n=============\n\n> Vi eldar med det vi har.\n> -- *Eva Ek*\n",
        ["title: Flis i byarna", "paragraph: Vi eldar med det vi har.", "paragraph: -- Eva Ek"],
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_markdown_gives_its_blocks(name: str) -> None:
    source, expected = EXAMPLES[name]
    assert listing(read_markdown(source.encode("utf-8"))) == expected


def test_front_matter_tells_of_the_document() -> None:
    reading = read_markdown(EXAMPLES["front matter, a breadcrumb of links, a title"][0].encode("utf-8"))
    assert (reading.title, reading.publisher, reading.issued) == ("Varma hus", "Nora kommun", "2011-04-02")


def test_a_text_file_with_marks_is_read_as_markdown() -> None:
    source = "## Plattformen\n\n#### Mål\n\n- + fler företag\n- + fler jobb\n\nIndikator\tAntal\nNya företag\t24\n"
    assert listing(read_plain(source.encode("utf-8"))) == [
        "title: Plattformen",
        "heading: Mål",
        "list-item: fler företag",
        "list-item: fler jobb",
        "header-row: Indikator | Antal",
        "row: Nya företag <Indikator> | 24 <Antal>",
    ]


@given(st.one_of(st.text(max_size=300), st.text(alphabet="#*_[]()|-> \n`ab1\\<!", max_size=300)))
@settings(max_examples=200, deadline=None)
def test_no_text_raises(text: str) -> None:
    reading = read_marked(text)
    assert all(isinstance(draft, Draft) for draft in reading.drafts)


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_no_bytes_raise_but_those_that_are_no_text(data: bytes) -> None:
    for read in (read_markdown, read_plain):
        told = _verdict(read, data)
        assert told == "" or "no text but other data" in told


def _verdict(read: Callable[[bytes], Reading], data: bytes) -> str:
    try:
        read(data)
    except DocumentError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("piece", ["[", "[a](", "**a ", "_a", "`", "<a ", "|", "# a\n", "![", "> ", "- ", "*a*", "\\"])
def test_long_runs_of_one_piece_are_read(piece: str) -> None:
    assert read_marked(piece * (20_000 // len(piece))).title is not None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_file_is_read_in_its_encoding(encoding: str) -> None:
    reading = read_plain("Älven och ån – två projekt\n\nÖar får stöd i år också.".encode(encoding))
    assert reading.title == "Älven och ån – två projekt"
