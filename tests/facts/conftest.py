"""Small pages for the tests of facts: one line of text for each block."""

from collections.abc import Callable

import pytest

from graphkit.facts.focus import find_focus
from graphkit.facts.projects import find_projects
from graphkit.facts.reading import Name, Unit, by_unit, find_units
from graphkit.lexicon import load_lexicon
from graphkit.model import Block, BlockKind, Cell, Document, DocumentInfo

Page = Callable[..., Document]
_MARKS = {
    "# ": BlockKind.TITLE,
    "### ": BlockKind.HEADING,
    "## ": BlockKind.HEADING,
    "- ": BlockKind.LIST_ITEM,
    "| ": BlockKind.PAIR,
}


def _block(line: str, start: int, box: int) -> Block:
    mark, kind = next(((m, k) for m, k in _MARKS.items() if line.startswith(m)), ("", BlockKind.PARAGRAPH))
    text = line.removeprefix(mark)
    if kind is not BlockKind.PAIR:
        return Block(kind, start, start + len(text), text, level=len(mark.strip()) if "#" in mark else 0)
    cut = text.index(":") + 1
    label = Cell(start, start + cut, text[:cut])
    value = Cell(start + cut + 1, start + len(text), text[cut + 1 :])
    return Block(kind, start, start + len(text), text, cells=(label, value), table=box)


@pytest.fixture
def page() -> Page:
    """Builds a document: «# title», «## heading», «- item», «| label: value», else a paragraph."""

    def build(*lines: str, language: str = "sv") -> Document:
        blocks: list[Block] = []
        start = box = 0
        for number, line in enumerate(lines):
            box += line.startswith("| ") and not (number and lines[number - 1].startswith("| "))
            blocks.append(_block(line, start, box))
            start = blocks[-1].end + 2
        text = "\n\n".join(block.text for block in blocks)
        return Document(DocumentInfo("d", "d.txt", "txt", "", language), text, tuple(blocks))

    return build


@pytest.fixture
def found(page: Page) -> Callable[..., tuple[Name, ...]]:
    """The places of project names in a page, where no body and no place is known."""

    def find(*lines: str, language: str = "sv") -> tuple[Name, ...]:
        document = page(*lines, language=language)
        return find_projects(document, find_units(document), load_lexicon(language), (), ())

    return find


@pytest.fixture
def projects(found: Callable[..., tuple[Name, ...]]) -> Callable[..., list[str]]:
    """The full names of a page's projects, in the order of their keys' first places."""

    def find(*lines: str, language: str = "sv") -> list[str]:
        return list(dict.fromkeys(name.name for name in found(*lines, language=language)))

    return find


@pytest.fixture
def focus(page: Page) -> Callable[..., list[tuple[str, str]]]:
    """What each unit of a page speaks of: pairs of its text and the project's key without «project:», «» for none."""

    def find(*lines: str, language: str = "sv") -> list[tuple[str, str]]:
        document, lexicon = page(*lines, language=language), load_lexicon(language)
        units: tuple[Unit, ...] = find_units(document)
        named = by_unit(units, find_projects(document, units, lexicon, (), ()))
        spoken = find_focus(units, named, lexicon)
        return [(u.text, (key or "").removeprefix("project:")) for u, key in zip(units, spoken, strict=True)]

    return find
