"""Names that no cue promises but whose letters give them away: «Shore4all», «leda Tre vikar från svensk sida», «Trygg i byn. Kommunen …»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.facts.candidates import Candidate, is_common_start, recurs
from graphkit.facts.extents import name_end, quoted_end, standing
from graphkit.facts.heads import HEADS, MONEY
from graphkit.facts.labels import label_kind
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_INNER = re.compile(r"(?<=[a-zåäöéæøI,] )[A-ZÅÄÖÆØ][a-zåäöéæø]+ [a-zåäöéæø]")
_CAMEL = re.compile(r"(?<![\w@./-])(?:[A-ZÅÄÖ][a-zåäö]{2,}(?:[A-ZÅÄÖ][a-zåäö]{2,}|\d[a-zåäö]{2,}))(?![\w@/]|\.\w)")
_OFTEN = 3
_ADDRESS = re.compile(r"\d{3} ?\d{2}\b|@|www\.")
_PAGE = re.compile(r"\d{1,3}\s")
_RUN_IN = re.compile(r"([”“„‘’\"«]?[A-ZÅÄÖÆØ#@\d][^.:;\n]{2,70}[^\s.:;])[.:]\s+(?=[”“„‘’\"«A-ZÅÄÖÆØ\d])")


def find_coined(text: str, units: Sequence[Unit]) -> Iterator[Candidate]:
    """Words with a capital or digit inside that the page takes up again and again: «Shore4all», «MeadowBaltic»."""
    seen: set[str] = set()
    for unit in units:
        if unit.block.kind not in (*_TEXT, *HEADS):
            continue
        for match in _CAMEL.finditer(unit.text):
            name = match.group()
            if name not in seen and len(standing(text, name)) >= _OFTEN - (unit.block.kind in HEADS):
                seen.add(name)
                yield Candidate(unit.start + match.start(), unit.start + match.end(), "project.coined", 0.7)


def find_borne(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    """Names that begin with the fund that pays: «LIFE Rikkärr», «LIFE IP Rich Waters»; not «LIFE Nature», «LIFE programme»."""
    pattern = lexicon.regex(r"(?<![\w-])(?:<projects.bearing-funds>)[ +](?:IP |SIP )?(?=([A-ZÅÄÖ][\w-]{2,}))")
    for unit in units:
        for match in pattern.finditer(unit.text) if unit.block.kind in (*_TEXT, *HEADS) else ():
            if match.group(1).casefold() in lexicon.words("projects.no-fund-names"):
                continue
            end = _CAPITALS.match(unit.text, match.end())
            if end is not None:
                yield Candidate(unit.start + match.start(), unit.start + end.end(), "project.borne", 0.7)


_CAPITALS = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){0,3}")


def find_inner(text: str, units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    """Names of a capital and small words that keep it inside sentences, more than once: «I Tre vikar medverkar …».

    In English names have capitals all through, so that a lone one tells nothing.
    """
    if lexicon.language == "en":
        return
    seen: set[str] = set()
    for unit in units:
        for match in _INNER.finditer(unit.text) if unit.block.kind in _TEXT else ():
            start = unit.start + match.start()
            if _goes_before(unit.text, match.start()):
                continue
            end = name_end(text, start, unit.end, lexicon)
            name = text[start:end] if end else ""
            if end is None or name in seen or " " not in name:
                continue
            seen.add(name)
            adjective = name.split()[0] in lexicon.words("actors.name-adjectives")
            if not adjective and _is_phrase(name.split()[1], lexicon) and recurs(text, name):
                yield Candidate(start, end, "project.inner", 0.6)


def _goes_before(text: str, start: int) -> bool:
    """Whether the word before a place has a capital and is no sentence's first: «Eesti Linnade ja Vallade Liit»."""
    before = text[:start].split()
    return len(before) > 1 and before[-1][:1].isupper() and before[-1].isalpha() and len(before[-1]) > 1


def _is_phrase(second: str, lexicon: Lexicon) -> bool:
    """Whether a name's second word makes it a phrase of its own: «Tre vikar», not «Head of Office», «Umeå och Vasa»."""
    if second in lexicon.words("projects.several"):
        return False
    return second[:1].islower() and second not in (*lexicon.words("projects.joints"), "och", "and", "samt")


def find_run_ins(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    """What paragraphs begin with instead of a heading, where several do and go on about money: «Trygg i byn. Alfa kommun får 40 000 kr.»"""
    found: list[Candidate] = []
    last = -1
    for unit in units:
        block = unit.block
        if block.kind not in _TEXT or unit.block_index == last:
            continue
        last = unit.block_index
        quoted = quoted_end(block.text, 0, len(block.text))
        if quoted and MONEY.search(block.text, quoted[1]):
            found.append(Candidate(block.start + quoted[0], block.start + quoted[1], "project.run-in", 0.65))
            continue
        match = _RUN_IN.match(block.text)
        rest = block.text[match.end() :] if match else ""
        told = MONEY.search(rest) or lexicon.pattern("projects.anaphora", "projects.running").search(rest)
        if match is None or not told or not _is_run_in(match.group(1), lexicon):
            continue
        found.append(Candidate(block.start, block.start + match.end(1), "project.run-in", 0.6))
    if len(found) > 1:
        yield from found


def _is_run_in(name: str, lexicon: Lexicon) -> bool:
    """Whether a paragraph's first words are a name, no label and no short sentence: of two words at most seven, or of odd letters."""
    words = name.split()
    if name.count(",") > 1 or _ADDRESS.search(name) or _PAGE.match(name):
        return False  # a list, an address, the number of a transcript's page
    if len(words) > 7 or label_kind(name, lexicon) is not None or not is_verbless(name, lexicon):
        return False
    return len(words) > 1 or name.isupper()


def is_verbless(name: str, lexicon: Lexicon) -> bool:
    """Whether words have no verb in them and do not begin as sentences do."""
    words = name.split()
    verbs = {*lexicon.words("projects.headline-verbs"), *lexicon.words("projects.stop-words")} - {
        "med",
        "to",
        "in",
        "by",
    }
    return not is_common_start(words[0], lexicon) and not any(word.strip(",") in verbs for word in words[1:])


_STAGE = re.compile(
    r"(?:,? (?:etapp|fas|del|phase|stage|part) \d| [2-9](?:\.0)?| I{2,3}| IV| Next| Plus)(?![\w.,]*\d|\w| (?:000|miljon|mkr|kr|år|of|av))"
)


def find_stages(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Later stages of the names that are found: «En ansökan om Ringleden 2.0 är inlämnad» beside «Ringleden»."""
    for name in sorted({text[c.start : c.end] for c in found if c.score >= 0.6}):
        for start in standing(text, name):
            stage = _STAGE.match(text, start + len(name))
            if stage:
                yield Candidate(start, stage.end(), "project.succeeded", 0.5)
                break


def with_acronyms(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, a word in capitals as the short form of the one title whose letters it is made of: «ISKOLL», «Iskontroll i realtid»."""
    titles = {text[c.start : c.end]: c for c in found if c.rule in _TITLES and " " in text[c.start : c.end]}
    if len(titles) != 1:
        return list(found)
    (name, title), *_ = titles.items()
    return [
        replace(c, main=title.start) if c.main is None and _shortens(text[c.start : c.end], name) else c for c in found
    ]


_TITLES = ("project.boxed", "project.title", "project.heading-cue", "project.label")


def _shortens(short: str, name: str) -> bool:
    """Whether a word in capitals is made of a name's letters, in their order, from its first on.

    >>> _shortens("ISKOLL", "Iskontroll i realtid"), _shortens("FYREN", "Iskontroll i realtid")
    (True, False)
    """
    if not short.isupper() or " " in short or len(short) < 4 or short.casefold() in name.casefold().split():
        return False
    letters = iter(name.casefold())
    return name[:1].casefold() == short[:1].casefold() and all(letter in letters for letter in short.casefold())
