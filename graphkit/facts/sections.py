"""Sections that tell of one project each: their headings, and the lines above fact boxes, are its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from graphkit.facts.candidates import Candidate, is_common_start, recurs, stripped
from graphkit.facts.labels import label_kind
from graphkit.facts.leads import is_line
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind
from graphkit.text import squeeze

HEADS = (BlockKind.TITLE, BlockKind.HEADING)
BOX_LABELS = frozenset(["owner", "period", "budget", "grant", "partner", "start", "funder", "applied", "end"])
MONEY = re.compile(
    r"\d\s*(kr|kronor|mkr|mnkr|tkr|kkr|euro|€|miljon|million|[MTK]?(?:SEK|EUR|NOK|DKK)|USD)|(€|EUR|SEK|NOK|DKK|USD)\s?\d",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[.:]\d\d|(19|20)\d\d$")


def find_sections(
    text: str, units: Sequence[Unit], lexicon: Lexicon, found: Sequence[Candidate], taken: frozenset[int]
) -> Iterator[Candidate]:
    """Headings of like sections with an owner, a box or «Projektet …» below them; in capitals one sign is enough.

    A heading below which another project is named first is none, and the title is left to its own rule.
    """
    heads = [unit for unit in units if unit.block.kind in HEADS]
    title = heads[0].text if heads else ""
    if any(text[c.start : c.end] in title for c in found if c.score >= 0.7):
        return
    aside = ("project.followed", "project.related", "project.heading")
    named = sorted(c.start for c in found if c.score >= 0.8 and c.rule not in aside)
    speaking: dict[int, int] = {}
    sections = [(unit, body, *_signs(body, lexicon)) for unit, body in _sections(units, lexicon)]
    for unit, _, score, _ in sections:
        if score >= 2 or unit.start in taken:
            speaking[unit.block.level] = speaking.get(unit.block.level, 0) + 1
    announced = _announced(text, sections, lexicon)
    first = min((unit.start for unit, _, score, owned in sections if score >= 2 and owned), default=0)
    if named and named[0] < first:
        return
    for unit, body, score, owned in sections:
        siblings = speaking.get(unit.block.level, 0)
        marked = siblings >= 2 and score >= 2 and owned
        if unit.start in taken or unit.block.kind is BlockKind.TITLE or not may_name(unit, lexicon, marked=marked):
            continue
        if not body or bisect_left(named, unit.end) < bisect_left(named, body[-1].end):
            continue
        start, end = stripped(unit.text, 0, len(unit.text), lexicon)
        capitals = unit.text[start:end].isupper() and score >= 1 and siblings >= 1
        if any(body[0].start <= c.start < body[0].end and c.rule == "project.under-way" for c in found):
            continue
        below = any(body[0].start <= c.start < body[0].end for c in found if c.rule not in aside)
        listed = announced and not below and score >= 1 and sum(1 for _, _, other, _ in sections if other) > 1
        if (score >= 2 and owned and siblings >= 2) or capitals or listed:
            yield Candidate(unit.start + start, unit.start + end, "project.section", 0.6)


def _announced(text: str, sections: Sequence[tuple[Unit, list[Unit], int, bool]], lexicon: Lexicon) -> bool:
    """Whether what stands above the first section, or below the title alone, says that projects follow: «till följande projekt»."""
    words = lexicon.pattern("projects.announcements")
    if not sections:
        return False
    unit, body, _, _ = sections[0]
    below = body if unit.block.kind is BlockKind.TITLE else []
    return bool(words.search(text[: unit.start])) or any(words.search(u.text) for u in below)


def find_boxed(text: str, units: Sequence[Unit], lexicon: Lexicon, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The line above a fact box with an owner: one of several such, or the only one where nothing above names a project.

    «Fakta Byalaget» above such a box names Byalaget, if the text speaks of it elsewhere.
    """
    below = _below_parties(units)
    lines = [_first_line(units, i) for i in range(len(units) - 1) if _above_box(units, i, lexicon)]
    many = sum(1 for unit in lines if may_name(unit, lexicon, marked=True)) > 1
    earliest = min((c.start for c in found if c.score >= 0.75), default=len(text))
    introduced = [units[i] for i in range(len(units) - 1) if _introduced(units, i, lexicon)]
    labels = repeated_labels(units)
    applied = [units[i] for i in range(len(units) - 1) if _owner_below(units, i, lexicon)]
    applied = [unit for unit in applied if not _states(unit, lexicon, labels)]
    introduced += applied if len(applied) > 1 else []
    told = {unit.start: unit for unit in (*lines, *introduced, *below)}
    for _, unit in sorted(told.items()):
        start, end = stripped(unit.text, 0, len(unit.text), lexicon)
        named = earliest < unit.start
        fact = _fact_heading(lexicon).match(unit.text)
        if fact:
            if recurs(text, unit.text[fact.end() : end]) and _tells(unit.text[fact.end() : end], lexicon):
                yield Candidate(unit.start + fact.end(), unit.start + end, "project.fact-heading", 0.7)
        elif may_name(unit, lexicon, marked=many or unit in below) and (
            many or unit in introduced or unit in below or not named
        ):
            yield Candidate(unit.start + start, unit.start + end, "project.boxed", 0.7)


@cache
def _fact_heading(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?i:{lexicon.alternation('projects.fact-headings')})\s+(?=[A-ZÅÄÖ#])")


def _below_parties(units: Sequence[Unit]) -> list[Unit]:
    """The lines below headings of two parties, where a page has several such: «Avfall blir resurs» below «Alfa kommun – Beta, Kenya»."""
    pairs = [i for i, unit in enumerate(units) if unit.block.kind in HEADS and _PARTIES.match(unit.text)]
    short = [units[i + 1] for i in pairs if i + 1 < len(units)]
    return [u for u in short if len(pairs) > 1 and (u.block.kind in HEADS or is_line(u)) and not _PARTIES.match(u.text)]


_PARTIES = re.compile(r"[A-ZÅÄÖ][\w -]{2,40}\s[–—-]\s[A-ZÅÄÖ][\w ’'-]{2,30}(?:,\s[A-ZÅÄÖ][\w ]{2,20})$")


def _tells(name: str, lexicon: Lexicon) -> bool:
    return label_kind(name, lexicon) is None and name.casefold() not in lexicon.words("projects.generic-headings")


def _introduced(units: Sequence[Unit], index: int, lexicon: Lexicon) -> bool:
    """Whether the sentence below a line begins with «Det här är ett projekt …»."""
    unit, below = units[index], units[index + 1]
    return (unit.block.kind in HEADS or is_line(unit)) and bool(_introduction(lexicon).match(below.text))


def _owner_below(units: Sequence[Unit], index: int, lexicon: Lexicon) -> bool:
    """Whether what stands below a heading begins with who owns or applies: «Sökande: Alfa kommun», «Projektägare är …»."""
    unit, below = units[index], units[index + 1]
    if unit.block.kind is not BlockKind.HEADING:
        return False
    if below.block.kind is BlockKind.PAIR:
        return label_kind(below.block.cells[0].text, lexicon) == "owner"
    return bool(lexicon.pattern("roles.owner-nouns", "roles.applicant-nouns").match(below.text))


@cache
def _introduction(lexicon: Lexicon) -> re.Pattern[str]:
    words, kinds = lexicon.alternation("projects.introductions"), lexicon.alternation("projects.kinds")
    return re.compile(rf"(?:{words})\s+(?:[\w-]+\s+){{0,2}}\w*(?:{kinds})(?!\w)", re.IGNORECASE)


def _first_line(units: Sequence[Unit], index: int) -> Unit:
    """The line above a box, before such lines of the box as are no known label: «Aktörer: byar och föreningar»."""
    first = index
    while first and index - first < 3 and _LABEL_LINE.match(units[first].text):
        first -= 1
    return units[first] if units[first].block.kind in HEADS or is_line(units[first]) else units[index]


_LABEL_LINE = re.compile(r"[A-ZÅÄÖ][\w ]{2,25}:\s+[a-zåäö]")


def _above_box(units: Sequence[Unit], index: int, lexicon: Lexicon) -> bool:
    """Whether the unit is a line or heading, and the next begins a box that tells an owner and more, but no project's name."""
    unit, first = units[index], units[index + 1]
    if first.block.kind is not BlockKind.PAIR or first.block.table is None:
        return False
    if unit.block.kind not in HEADS and not is_line(unit) and not _is_short(unit):
        return False
    kinds: list[str | None] = []
    for later in units[index + 1 :]:
        if later.block.kind is not BlockKind.PAIR or later.block.table != first.block.table:
            break
        kinds.append(label_kind(later.block.cells[0].text, lexicon))
    told = BOX_LABELS & set(kinds)
    return "project" not in kinds and (("owner" in kinds and len(kinds) > 1) or len(told) > 2)


def _is_short(unit: Unit) -> bool:
    """Whether a paragraph is one short sentence, as a name with a full stop is: «Finnskogen runt.»"""
    return unit.block.kind is BlockKind.PARAGRAPH and unit.text == unit.block.text and len(unit.text.split()) <= 7


def _sections(units: Sequence[Unit], lexicon: Lexicon) -> list[tuple[Unit, list[Unit]]]:
    """Each heading with the units below it; lines that state something belong to what is below the heading."""
    labels = repeated_labels(units)
    sections: list[tuple[Unit, list[Unit]]] = []
    for unit in units:
        if unit.block.kind in HEADS and not _states(unit, lexicon, labels):
            sections.append((unit, []))
        elif sections:
            sections[-1][1].append(unit)
    return sections


def repeated_labels(units: Sequence[Unit]) -> frozenset[str]:
    """What stands before the colon of several headings: «Delområde» of «Delområde: Nord» and «Delområde: Syd»."""
    count = Counter(unit.text.split(":")[0] for unit in units if unit.block.kind in HEADS and ": " in unit.text)
    return frozenset(label for label, times in count.items() if times > 1 and len(label.split()) <= 3)


def repeated_heads(units: Sequence[Unit]) -> frozenset[int]:
    """Where headings begin that stand above several sections alike: «Om projektet» below each project's name; a title said twice is none."""
    places: dict[str, list[int]] = {}
    heads = [unit for unit in units if unit.block.kind in HEADS]
    for order, unit in enumerate(heads):
        places.setdefault(squeeze(unit.text).casefold(), []).append(order)
    apart = [orders for orders in places.values() if len(orders) > 1 and orders[-1] - orders[0] >= len(orders)]
    return frozenset(heads[order].start for orders in apart for order in orders)


def _states(unit: Unit, lexicon: Lexicon, labels: frozenset[str]) -> bool:
    """Whether a heading is rather a line of what stands below: «Växjö kommun beviljas 400 000 kr», «Delområde: Nord», a date."""
    words = unit.text.split()
    verbs = lexicon.words("projects.headline-verbs")
    return (
        bool(MONEY.search(unit.text) or _DATE.search(unit.text))
        or unit.text.split(":")[0] in labels
        or any(word.strip(",") in verbs for word in words[1:])
    )


def _signs(body: Sequence[Unit], lexicon: Lexicon) -> tuple[int, bool]:
    """How many signs there are that a section tells of one project, and whether one is more than money: an owner, a box, «Projektet …»."""
    owner = lexicon.pattern("roles.owner-nouns", "roles.owner-apposition")
    receiver = lexicon.pattern("roles.receiver-verbs")
    anaphora = lexicon.regex(r"(?:<projects.anaphora>)(?!\w)", re.IGNORECASE)
    score, owned = 0, False
    for unit in body:
        boxed = unit.block.kind is BlockKind.PAIR and label_kind(unit.block.cells[0].text, lexicon) in BOX_LABELS
        money = bool(MONEY.search(unit.text))
        told = bool(owner.search(unit.text) or anaphora.match(unit.text) or (money and receiver.search(unit.text)))
        told = told or (unit is body[0] and _is_kind(unit, lexicon))
        labelled = unit.block.kind is not BlockKind.PAIR and has_inline_label(unit.text, lexicon)
        score += 2 * boxed + told + money + labelled
        owned = owned or boxed or told or labelled
    return score, owned


def _is_kind(unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a section's first words say what kind of undertaking it is: «Förprosjekt som …», «Ett litet projekt …»."""
    first = " ".join(unit.text.split()[:3])
    return bool(lexicon.regex(r"<projects.kinds>(?!\w)", re.IGNORECASE).search(first))


def has_inline_label(text: str, lexicon: Lexicon) -> bool:
    """Whether a sentence is a label and its value: «Projekttid: 2019–2021», «Svensk projektägare: Alfa kommun»."""
    label, colon, _ = text.partition(":")
    return bool(colon) and label_kind(label, lexicon) in BOX_LABELS


def may_name(unit: Unit, lexicon: Lexicon, *, marked: bool = False) -> bool:
    """Whether a heading's shape is a name's: short, no question, no headline's verb or sum, none of the usual words for sections.

    With `marked` its place marks it as a name, so that a question or a verb makes no difference: «Vem äger älgen?»
    """
    text = squeeze(unit.text)
    start, end = stripped(text, 0, len(text), lexicon)
    name = text[start:end]
    words, low = name.split(), name.casefold()
    generic = lexicon.words("projects.generic-headings")
    if not 1 <= len(words) <= 12 or len(text) > 110 or low in generic or text.endswith(("…", "-", ":")):
        return False
    if (
        label_kind(name, lexicon) is not None
        or (len(words) <= 3 and words[-1].casefold() in generic)
        or re.match(r"(projekt|project)\w*$", low)
        or is_numbered(name, lexicon)
    ):
        return False
    if marked and len(words) > 2:
        return not lexicon.regex(r"(?:<projects.anaphora>|om|läs|mer|about|read|more)\b").match(low)
    verbs = lexicon.words("projects.headline-verbs")
    asks = text.endswith("?") or (len(words) > 3 and text.endswith("!"))
    return not (
        asks
        or is_common_start(words[0], lexicon)
        or any(word.casefold().strip(",") in verbs and word.islower() for word in words[1:])
        or MONEY.search(name)
        or re.search(r"\bmiljoner\b|\bmillions?\b", low)
    )


_NUMBERED = r"(?:<projects.number-headings>)(?:\s*[:.]?\s*(?:nr\.?\s*)?[A-ZÅÄÖ]{0,5}[\s-]?\d[\w/.:–-]*(?:\s.{0,12})?)?$"


def is_numbered(name: str, lexicon: Lexicon) -> bool:
    """Whether a heading is a word and a number, or a date: «Journalnr 2018-44», «Bilaga 2», «2019-04-02».

    >>> from graphkit.lexicon import load_lexicon
    >>> is_numbered("Dnr RUN 2021/123", load_lexicon("sv")), is_numbered("Källa 2.0", load_lexicon("sv"))
    (True, False)
    """
    return bool(
        lexicon.regex(_NUMBERED, re.IGNORECASE).match(name)
        or re.match(r"(?:\d{4}-\d\d-\d\d|(?:19|20)\d\d\b|\d[\d\s.,–-]*(?:$|\w{1,3}$))", name)
    )
