"""Names of projects inside sentences: after a noun, a verb of naming, in quotation marks, as a subject, before «, ett projekt»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.facts.candidates import Candidate, extent, is_common_start, occurrences, recurs
from graphkit.facts.extents import name_end, quoted_end
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind
from graphkit.text import slug

_NAME_FIRST = r"[”“\"«»#@\d]|[A-ZÅÄÖÆØ]|\w[A-ZÅÄÖ]"
_FUNDS = frozenset(["eu", "eruf", "esf", "interreg", "leader", "life", "lona"])


def find_in_sentence(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """The candidates of one unit of running text, heading or pair."""
    for rule in (
        _hashed,
        _after_noun,
        _before_noun,
        _after_cue,
        _apposed,
        _subjects,
        _quoted,
        _lower_case,
        _after_money,
    ):
        yield from rule(text, unit, lexicon)


def _after_noun(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«projektet X», «projektet och kontoret X», «projekten X och Y»."""
    nouns = lexicon.alternation("projects.nouns")
    pattern = rf"(?<!\w)(?:\w+-)?(?:{nouns})(?:\s+(?:och|and)\s+\w+)?[:,]?\s+(?:med namnet\s+|kallat\s+|called\s+)?(?={_NAME_FIRST})"
    for cue in re.finditer(pattern, unit.text, re.IGNORECASE):
        start = unit.start + cue.end()
        if not _begins_name(text, start):
            continue
        before = unit.text[: cue.start()].rstrip()
        oblique = before.endswith((" till", " för", " av", " om", " to", " for", " of"))
        reach = extent(text, start, unit.end, lexicon, whole=oblique)
        if reach:
            yield Candidate(reach[0], reach[1], "project.noun-before", 0.9 if reach[2] else 0.85)
            if cue.group().strip(" :,").casefold().split()[0] in lexicon.words("projects.plural-nouns"):
                yield from _coordinated(text, reach[1] + reach[2], unit, lexicon)


def _begins_name(text: str, start: int) -> bool:
    first = text[start : start + 1]
    if first.isdigit():
        return not re.match(r"\d+\s|\d{4}", text[start : start + 6])
    return first.isupper() or first in '”“"«»#@' or text[start + 1 : start + 2].isupper()


def _coordinated(text: str, position: int, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """The further names of «projekten X, Y och Z»."""
    while joint := re.match(r"\s*(?:,|och|samt|and|&|respektive)\s+(?=[”“\"«A-ZÅÄÖ#@])", text[position : unit.end]):
        reach = extent(text, position + joint.end(), unit.end, lexicon)
        if reach is None:
            return
        yield Candidate(reach[0], reach[1], "project.noun-before", 0.75)
        position = reach[1] + reach[2]


def _before_noun(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«the X project», «X-projektet»."""
    if lexicon.language == "en":
        for match in re.finditer(r"\b[Tt]he ((?:[A-Z0-9#][\w&+:–-]*\s){1,6})(?:project|initiative|pilot)\b", unit.text):
            yield Candidate(unit.start + match.start(1), unit.start + match.end(1) - 1, "project.noun-after", 0.8)
    for match in re.finditer(r"(?<![\w.])((?:[A-ZÅÄÖ0-9#][\w&+]*[\s-]?){1,4}?)-?(?:projektet|prosjektet)\b", unit.text):
        name = match.group(1).strip(" -")
        if (
            len(name) > 2
            and not is_common_start(name.split()[0], lexicon)
            and slug(name) not in _FUNDS
            and match.group(1)[-1:] in "- "
        ):
            yield Candidate(
                unit.start + match.start(1), unit.start + match.start(1) + len(name), "project.noun-after", 0.55
            )


def _after_cue(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«heter X», «bygger vidare på X», «nej till X», «nu pågår X»."""
    for group, rule, score in (
        ("projects.naming", "project.named", 0.75),
        ("projects.follows", "project.followed", 0.72),
        ("projects.said-yes", "project.decided", 0.6),
        ("projects.said-no", "project.decided", 0.6),
        ("projects.under-way", "project.under-way", 0.55),
    ):
        for cue in re.finditer(
            rf"(?<!\w)(?:{lexicon.alternation(group)})\s+(?:där\s+|det\s+|för\s+|the\s+)?(?:projektet\s+|förstudien\s+|satsningen\s+)?",
            unit.text,
            re.IGNORECASE,
        ):
            reach = extent(text, unit.start + cue.end(), unit.end, lexicon)
            if reach and not is_common_start(text[reach[0] : reach[1]].split()[0], lexicon):
                yield Candidate(reach[0], reach[1], rule, score)
    ordinal = re.search(
        rf"(?<!\w)(?:{lexicon.alternation('projects.ordinals')})\s+(?:projektet|project)\s+(?:är|heter|is|is called)\s+([^.,;()]{{3,50}}?)(?=[,.])",
        unit.text,
        re.IGNORECASE,
    )
    if (
        ordinal
        and len(ordinal.group(1).split()) <= 7
        and ordinal.group(1).split()[0].casefold() not in lexicon.words("projects.clause-words")
    ):
        yield Candidate(unit.start + ordinal.start(1), unit.start + ordinal.end(1), "project.ordinal", 0.65)


def _apposed(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«Just nu pågår X – y, ett projekt där …»: the name that ends at the comma."""
    for match in re.finditer(
        rf",\s+(?:ett|en|a|an|the|det)\s+(?:[\w-]+\s+){{0,3}}(?:\w*(?:{lexicon.alternation('projects.kinds')}))(?!\w)",
        unit.text,
        re.IGNORECASE,
    ):
        comma = unit.start + match.start()
        low = max(unit.start, comma - 90)
        for start in (m.start() for m in re.finditer(r"(?<![\w-])[A-ZÅÄÖÆØ#@]", text[:comma]) if m.start() >= low):
            end = name_end(text, start, unit.end, lexicon)
            if end == comma and not is_common_start(text[start:end].split()[0], lexicon):
                yield Candidate(start, end, "project.apposed", 0.75)
                break


def _hashed(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«#byarnavinner»: a word behind a hash that stands more than once."""
    for match in re.finditer(r"(?<![\w&])#[^\W\d_]\w{3,30}", unit.text):
        if recurs(text, match.group()):
            yield Candidate(unit.start + match.start(), unit.start + match.end(), "project.hashed", 0.72)


def _subjects(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """A name at the head of a sentence before a verb that projects are the subject of: sure before «är ett projekt» or «bygger vidare på»."""
    verbs = lexicon.alternation("projects.subject-verbs")
    name_part = r"[A-ZÅÄÖÆØ#@\d](?:[^.,;:?!\n]|:\s(?=[A-ZÅÄÖ])|(?<=\d)\.(?=\d)){1,80}?"
    match = re.match(
        rf"[”“\"«]?({name_part})[”“\"»]?(?:\s\([^()]{{2,60}}\))?(?:,\s[^.,;]{{3,60}},)?\s+(?:{verbs})(?!\w)", unit.text
    )
    if match is None or len(match.group(1).split()) > 10 or is_common_start(match.group(1).split()[0], lexicon):
        return
    name = match.group(1)
    rest = unit.text[match.end(1) :].lstrip('”"»')
    kinds = lexicon.alternation("projects.kinds")
    strong = re.match(
        rf"\s*(är|is)\s+(ett|en|det|a|an|the)\s+([\w-]+\s+){{0,2}}\w*(?:{kinds})(?:et|en)?\b", rest, re.IGNORECASE
    )
    follows = re.match(rf"\s+(?:is\s+|är\s+)?(?:{lexicon.alternation('projects.follows')})(?!\w)", rest, re.IGNORECASE)
    if strong or follows or _mid_sentence(text, name):
        yield Candidate(
            unit.start + match.start(1), unit.start + match.end(1), "project.subject", 0.7 if strong or follows else 0.5
        )


def _mid_sentence(text: str, name: str) -> bool:
    """Whether a name stands with its capital inside a sentence or alone on a heading's line, so that it is no mere first word."""
    return bool(re.search(rf"[a-zåäöéæø,”\"]\s{re.escape(name)}(?!\w)|(?:\n\n|^){re.escape(name)}\n\n", text))


def _quoted(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """A name in quotation marks that stands elsewhere too: «Ur detta har ”Nya vägar” fötts»."""
    for mark in re.finditer(r"[”“\"«](?=[A-ZÅÄÖ#@\d])", unit.text):
        reach = quoted_end(text, unit.start + mark.start(), unit.end)
        if reach is None:
            continue
        name = text[slice(*reach)]
        if (
            len(name.split()) <= 8
            and name[-1] not in ".,!?"
            and not is_common_start(name, lexicon)
            and recurs(text, name)
        ):
            yield Candidate(reach[0], reach[1], "project.quoted", 0.7)


def find_recurring(text: str, units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    """Names of two words and more, or with capitals and digits inside, that stand several times and once at the head of a sentence or heading."""
    seen: set[str] = set()
    for unit in units:
        if unit.block.kind in (BlockKind.ROW, BlockKind.HEADER_ROW):
            continue
        first = re.match(r"[A-ZÅÄÖÆØ#@\d]", unit.text)
        end = name_end(text, unit.start, unit.end, lexicon) if first else None
        if end is None:
            continue
        name = text[unit.start : end]
        words = name.split()
        odd = any(char.isupper() or char.isdigit() for char in words[0][1:])
        if name in seen or is_common_start(words[0], lexicon) or (len(words) < 2 and not (odd and len(name) > 3)):
            continue
        seen.add(name)
        spoken = re.search(
            rf"(?:säger|says|said|menar|berättar)\s+(?:\w+\s+){{0,3}}{re.escape(name)}|{re.escape(name)}(?:\s\([A-Z]+\))?,?\s+(?:säger|says|said)",
            text,
        )
        if recurs(text, name) and not spoken:
            yield Candidate(unit.start, end, "project.recurring", 0.5)


def _lower_case(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """A name that keeps its small first letter at the head of a sentence, and stands elsewhere too: «kust i kris räddar …»."""
    if unit.block.kind in (BlockKind.LIST_ITEM, BlockKind.PAIR) or not unit.text[:1].islower():
        return
    words = unit.text.split()
    for length in range(min(6, len(words)), 1, -1):
        name = " ".join(words[:length]).rstrip(".,:;")
        if (
            unit.text.startswith(name)
            and not is_common_start(words[0], lexicon)
            and sum(1 for _ in occurrences(text, name)) >= 2
        ):
            yield Candidate(unit.start, unit.start + len(name), "project.lower-case", 0.65)
            return


def _after_money(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«85 000 kr till X»: what money goes to, if its name is a name."""
    for cue in re.finditer(
        r"(?:kronor|kr|miljoner|mkr|mnkr|tkr|euro|€|SEK|EUR|NOK|million|stöd|bidrag|medel|pengar|money|funding|grant)\s+(?:till|to|for)\s+(?=[A-ZÅÄÖÆØ#”“\"])",
        unit.text,
    ):
        reach = extent(text, unit.start + cue.end(), unit.end, lexicon, whole=True)
        if reach and not is_common_start(text[reach[0] : reach[1]].split()[0], lexicon):
            yield Candidate(reach[0], reach[1], "project.after-money", 0.55)
