"""Which weak names are none: common nouns at the head of a sentence, and the names of projects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphkit.facts.passages import Passage
from graphkit.facts.reading import Name
from graphkit.facts.words import Word, word_group, word_map
from graphkit.model import BlockKind, Document

WEAK = (
    *("actor.cue", "actor.sibling", "actor.beside-place", "actor.label"),
    *("region.preposition", "region.sibling", "region.within"),
)
"""The rules whose names need the rest of the document's consent."""
_QUOTED = re.compile(r"[\"”“»«]\s?([^\"”“»«\n]{2,80}?)\s?[\"”“»«]")
_FIRST = re.compile(r"[\w-]+")
_MOST = 50
_INFLECTION = ("s", "en", "et", "n", "t", "er", "ar", "or", "na", "erna", "arna", "orna")


class Usage:
    """How a document uses its words: which it writes in lower case, which with a capital inside a sentence, and what it calls its projects."""

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        words = [word for passage in passages for word in passage.words]
        self.low = frozenset(word.text for word in words if word.text.islower())
        self.inner = frozenset(word.text for word in words if word.capital and not word.first)
        self.first = frozenset(word.start for word in words if word.first)
        self.end = len(document.text.rstrip())
        self.quoted = _quoted(document)
        self.called = _called(document, words)


def plausible(usage: Usage, names: Iterable[Name]) -> Iterator[Name]:
    """The names without those weak ones that the document itself uses as something else."""
    for name in names:
        if name.rule in WEAK and (
            _is_project(name, usage)
            or _is_torn(name, usage)
            or is_no_body(name.text, labelled=name.rule == "actor.label")
        ):
            continue
        if name.rule in WEAK and " " not in name.text and _unproved(name) and _common(name, usage):
            continue
        yield name


def _is_torn(name: Name, usage: Usage) -> bool:
    """Whether a name may be torn off in mid-word where the page ends («i Naturbr», «ägs av Väst»), or is but the first part of a word: «i Alfa-regi»."""
    if name.kind != "region":
        return name.end == usage.end and " " not in name.text and name.rule == "actor.cue"
    last = name.text.rpartition("-")[2]
    return name.end == usage.end or (last != name.text and last.islower())


def is_no_body(text: str, *, labelled: bool = False) -> bool:
    """Whether words are a unit of money, a common noun, or behind a label the next label: «20 MSEK», «Box 14», «Org.nr»."""
    low = text.casefold()
    if any(low in word_map(units) for units in ("money.units", "money.currencies")):
        return True
    return low in word_group("actors.no-bodies") or (labelled and low in word_group("columns.ignored"))


def _unproved(name: Name) -> bool:
    """Whether nothing but the surroundings makes a name: no label, and no word that tells its kind («Landskapsregeringen»)."""
    if name.rule == "actor.label":
        return False
    return name.type in ("other", "city", "county") or name.text in word_group("actors.ordinary-words")


def _common(name: Name, usage: Usage) -> bool:
    """Whether a single word is a common noun: the text has it in lower case, or with a capital at the heads of sentences only."""
    word = name.text.lower()
    stems = {word, *(word[: -len(end)] for end in _INFLECTION if word.endswith(end) and len(word) - len(end) > 3)}
    if not name.text.isupper() and (stems & usage.low or any(word + end in usage.low for end in _INFLECTION)):
        return True
    return name.start in usage.first and name.text not in usage.inner and name.text[1:].islower()


def _by_first_word(texts: Iterable[str]) -> Mapping[str, list[str]]:
    """Texts in lower case by their first word, each once and not too many of one word."""
    names: dict[str, list[str]] = {}
    for text in dict.fromkeys(name.casefold() for name in texts):
        if first := _FIRST.match(text):
            names.setdefault(first.group(), []).append(text)
    return {first: found[:_MOST] for first, found in names.items()}


def _quoted(document: Document) -> Mapping[str, list[str]]:
    """What the document has in quotes or as a heading."""
    headings = (
        block.text.strip()
        for block in document.blocks
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING) and len(block.text) < 100
    )
    return _by_first_word((*(match.group(1) for match in _QUOTED.finditer(document.text)), *headings))


def _called(document: Document, words: Sequence[Word]) -> Mapping[str, list[str]]:
    """What follows «projektet» and the like, also behind a comma."""
    nouns = word_group("projects.nouns")
    return _by_first_word(document.text[word.end : word.end + 80].lstrip(", ") for word in words if word.low in nouns)


def _is_project(name: Name, usage: Usage) -> bool:
    """Whether a name follows «projektet» somewhere; a body's name also, whether a quoted name or a heading begins with it."""
    folded = name.name.casefold()
    first = _FIRST.match(folded)
    if first is None:
        return False
    others = [*usage.called.get(first.group(), ())]
    others += usage.quoted.get(first.group(), ()) if name.kind == "actor" else ()
    return any(other.startswith(folded) and not other[len(folded) :][:1].isalnum() for other in others)
