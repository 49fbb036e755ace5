"""Which weak names are none: common nouns at the head of a sentence, and the names of projects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from graphkit.facts.passages import Passage
from graphkit.facts.reading import Name
from graphkit.facts.words import Word, word_group
from graphkit.model import BlockKind, Document

WEAK = ("actor.cue", "actor.sibling", "actor.beside-place", "actor.label")
_QUOTED = re.compile(r"[\"”“»«]\s?([^\"”“»«\n]{2,80}?)\s?[\"”“»«]")
_MOST = 50
_INFLECTION = ("s", "en", "et", "n", "t", "er", "ar", "or", "na", "erna", "arna", "orna")


def plausible(document: Document, passages: Sequence[Passage], actors: Sequence[Name]) -> Iterator[Name]:
    """The names without those weak ones that the document itself uses as something else."""
    weak = [name for name in actors if name.rule in WEAK]
    if not weak:
        yield from actors
        return
    words = [word for passage in passages for word in passage.words]
    low = {word.text for word in words if word.text.islower()}
    inner = {word.text for word in words if word.capital and not word.first}
    first = {word.start for word in words if word.first}
    projects = _project_names(document, words)
    for name in actors:
        if name.rule in WEAK:
            if _is_project(name, projects):
                continue
            if name.rule != "actor.label" and " " not in name.text and _common(name, low, inner, first):
                continue
        yield name


def _common(name: Name, low: set[str], inner: set[str], first: set[int]) -> bool:
    """Whether a single word is a common noun: the text has it in lower case, or with a capital at the heads of sentences only."""
    word = name.text.lower()
    stems = {word, *(word[: -len(end)] for end in _INFLECTION if word.endswith(end) and len(word) - len(end) > 3)}
    if not name.text.isupper() and (stems & low or any(word + end in low for end in _INFLECTION)):
        return True
    return name.start in first and name.text not in inner and name.text[1:].islower()


def _project_names(document: Document, words: Sequence[Word]) -> Mapping[str, list[str]]:
    """What the document has in quotes, as a heading or behind «projektet», in lower case by its first word."""
    found = [match.group(1) for match in _QUOTED.finditer(document.text)]
    found += [
        block.text.strip()
        for block in document.blocks
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING) and len(block.text) < 100
    ]
    nouns = word_group("projects.nouns")
    found += [document.text[word.end + 1 : word.end + 80] for word in words if word.low in nouns]
    names: dict[str, list[str]] = {}
    for text in dict.fromkeys(name.casefold() for name in found):
        if first := re.match(r"[\w-]+", text):
            names.setdefault(first.group(), []).append(text)
    return {first: list(dict.fromkeys(texts))[:_MOST] for first, texts in names.items()}


def _is_project(name: Name, projects: Mapping[str, list[str]]) -> bool:
    """Whether a name is in quotes, a heading, or follows «projektet» somewhere."""
    folded = name.name.casefold()
    first = re.match(r"[\w-]+", folded)
    return first is not None and any(
        other.startswith(folded) and not other[len(folded) :][:1].isalnum() for other in projects.get(first.group(), ())
    )
