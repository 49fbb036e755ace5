"""Sentences as the finders of roles and flows see them: groups of actors, and the verbs that join them to projects and money."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graphkit.facts.focus import project_at
from graphkit.facts.groups import Group, find_groups, subject_of
from graphkit.facts.plurals import find_plurals
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.model import BlockKind
from graphkit.wordpatterns import WordPattern, alternation

_GAPS = {"roles.funder-split": 8, "roles.owner-split": 4, "roles.partner-split": 4}
_RELATIVE = re.compile(
    r"""[”"»]?\s*(?:\([^()]*\))?,?\s*(?:(?:ett|en|a|an|the)\s+(?:\w+\s+){1,2})?
        (?:som|där|vilket|vilken|vars|which|that|where|whose|carried\s+out|led|run|funded)\b(?!.*[.;]\s)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A unit with the groups of actors in it."""

    reading: Reading
    index: int
    unit: Unit
    groups: tuple[Group, ...]

    @property
    def lexicon(self) -> Lexicon:
        return self.reading.lexicon

    def between(self, start: int, end: int) -> str:
        """The text between two places of the document, cut at the unit's borders."""
        return self.unit.text[max(0, start - self.unit.start) : max(0, end - self.unit.start)]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or verb phrase: its place, its words without what stands within it («går … in med»), and the place within it."""

    start: int
    end: int
    words: str
    inside: tuple[int, int] | None = None


def project_of(sentence: Sentence, position: int) -> str | None:
    """The project that a place within a sentence speaks of: the one whose relative clause it stands in («X, som leds av …»), else the sentence's."""
    names = [name for name in sentence.reading.projects[sentence.index] if name.end <= position]
    if names and _RELATIVE.match(sentence.between(names[-1].end, position + 1)):
        return names[-1].key
    reading, index = sentence.reading, sentence.index
    return project_at(sentence.unit, reading.projects[index], position, reading.focus[index])


def is_untold(sentence: Sentence, project: str) -> bool:
    """Whether a page speaks of its project only well below a sentence, which then tells of other money."""
    reading, index = sentence.reading, sentence.index
    if reading.first_named.get(project, len(reading.units)) < index + 3:
        return False
    return not sentence.lexicon.pattern("projects.anaphora").search(sentence.unit.text)


def is_running_text(unit: Unit) -> bool:
    """Whether a unit is text to be read as sentences; so is a long value of a fact box («Beslut: LAG prioriterar ansökan men …»)."""
    if unit.block.kind is BlockKind.PAIR:
        return len(unit.block.cells) == 2 and len(unit.block.cells[1].text) > 45 and unit.text.rstrip().endswith(".")
    return unit.block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def read_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """All units with their groups; plural words («kommunerna») are resolved to the groups before them."""
    found: list[Sentence] = []
    before: list[Group] = []
    for index, unit in enumerate(reading.units):
        names = [
            name
            for name in reading.actors[index]
            if name.rule != "actor.contact"
            and not _in_compound(unit, name)
            and not any(p.start <= name.start and name.end <= p.end for p in reading.projects[index])
        ]
        groups = find_groups(unit, names, find_plurals(reading, index, before))
        before += [group for group in groups if group.names]
        found.append(Sentence(reading, index, unit, groups))
    return tuple(found)


def _in_compound(unit: Unit, name: Name) -> bool:
    """Whether a name is but the first part of a word that is no money: «EU-projekt», not «EU-medel»."""
    after = unit.text[name.end - unit.start :]
    return bool(re.match(r"-[a-zåäö]", after)) and not re.match(r"-(?:medel|st[öø]d|peng|bidrag|finansi|midler)", after)


_NEGATION = re.compile(r"\b(?:inte|ej|icke|aldrig|not|never)\s$", re.IGNORECASE)


def is_negated(text: str, start: int) -> bool:
    """Whether the word right before a place denies what follows: «som inte söker stöd».

    >>> is_negated("klustret, som inte söker stöd", 19), is_negated("klustret söker stöd", 9)
    (True, False)
    """
    return _NEGATION.search(text[max(0, start - 9) : start]) is not None


_MONEY_FROM = (
    r"(?<![\w-])[\w-]*(?:(?:<flows.money-endings>)|"
    r"(?:<flows.grants>)\s+(?:<flows.arriving>)(?:\s+(?!(?:<flows.froms>)\s)[^\W\d_]+){0,4}?)\s+(?:<flows.froms>)(?!\w)"
)
"""«leaderstöd från», «statliga medel via», «medfinansieringen kom främst från»: any compound of a word for money, and what leads to its giver."""


def find_cues(sentence: Sentence, *groups: str) -> tuple[Cue, ...]:
    """The verbs of lexicon groups in a sentence, in order of place; «går … in med» is one verb, whatever stands within it."""
    base, text = sentence.unit.start, sentence.unit.text
    verbs, splits, spread = _cue_patterns(sentence.lexicon, groups)
    found = [
        Cue(base + m.start(), base + m.end(), " ".join(m.group().casefold().split())) for m in verbs.finditer(text)
    ]
    for firsts, patterns in splits:
        for pattern, words in patterns if firsts.search(text) else ():
            for m in pattern.finditer(text):
                start, end = base + m.start(), base + m.end()
                found = [cue for cue in found if not (start < cue.end and cue.start < end)]
                found.append(Cue(start, end, words, (base + m.end("first"), base + m.start("last"))))
    for passives in spread:
        for m in passives.finditer(text):
            start, end = base + m.start(), base + m.end()
            if not any(start < cue.end and cue.start < end for cue in found):
                found.append(Cue(start, end, f"{m['first']} {m['last']}".casefold()))
    if "roles.funder-passives" in groups:
        for m in sentence.lexicon.regex(_MONEY_FROM, re.IGNORECASE).finditer(text):
            start, end = base + m.start(), base + m.end()
            if not any(start < cue.end and cue.start < end for cue in found):
                found.append(Cue(start, end, m.group().casefold()))
    if not found:
        return ()
    names = sentence.reading.actors[sentence.index]
    found = [
        cue
        for cue in found
        if not is_negated(text, cue.start - base)
        and (cue.inside is not None or not any(n.start < cue.end and cue.start < n.end for n in names))
    ]
    return tuple(sorted(found, key=lambda cue: (cue.start, cue.end)))


def is_committee(sentence: Sentence, start: int) -> bool:
    """Whether a board is what does the verb at a place: «Regionala utvecklingsnämnden beviljar»."""
    before = sentence.between(start - 60, start)
    board = _boards(sentence.lexicon.language).search(before)
    return board is not None and not any(start - len(before) + board.start() < g.end <= start for g in sentence.groups)


def subject_at(sentence: Sentence, cue: Cue, barriers: tuple[tuple[int, int], ...] = ()) -> Group | None:
    """The group that does what a verb says; within a verb in two parts («skjuter X till») it stands between them."""
    if is_committee(sentence, cue.start):
        return None
    if cue.inside is not None:
        for group in sentence.groups:
            if cue.inside[0] <= group.start and group.end <= cue.inside[1] and group.before == "":
                return group
    subject = subject_of(sentence.unit, sentence.groups, cue.start, cue.end, barriers)
    return None if subject is not None and subject.start >= cue.end and is_infinitive(sentence, cue) else subject


def is_infinitive(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb of granting is an infinitive, so that who stands behind it gets: «att bevilja Alfa kommun 300 000 kr»."""
    return cue.words.split()[-1] in sentence.lexicon.words("flows.to-grant")


@cache
def _boards(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)\w*(?:{load_lexicon(language).alternation('flows.boards')})\s+(?:\w+\s+)?$", re.IGNORECASE
    )


_Splits = tuple[WordPattern, tuple[tuple[WordPattern, str], ...]]


@cache
def _cue_patterns(
    lexicon: Lexicon, groups: tuple[str, ...]
) -> tuple[WordPattern, tuple[_Splits, ...], tuple[WordPattern, ...]]:
    """The patterns of lexicon groups: whole verbs, verbs in two parts, passives whose agent stands behind an adjunct."""
    splits = tuple(_split_patterns(lexicon.language, group) for group in groups if group.endswith("-split"))
    spread = (_spread_pattern(lexicon.language, group) for group in groups if group.endswith("-passives"))
    verbs = lexicon.pattern(*(group for group in groups if not group.endswith("-split")))
    return verbs, splits, tuple(pattern for pattern in spread if pattern is not None)


@cache
def _split_patterns(language: str, group: str) -> _Splits:
    """The first parts of the verbs of a group, and a pattern and the plain words for each."""
    found, firsts = [], []
    for words in load_lexicon(language).words(group):
        first, _, last = words.partition(" … ")
        parts = [re.escape(part).replace(r"\ ", r"\s+") for part in (first, last)]
        gap = rf"(?!\s+{parts[1]}(?!\w))(?:\s+[^\s.;:!?()]+){{1,{_GAPS[group]}}}?\s+"
        pattern = rf"(?P<first>{parts[0]}){gap}(?P<last>{parts[1]})(?!\w)"
        firsts.append(first)
        found.append((WordPattern(pattern, [first]), f"{first} {last}"))
    return WordPattern(alternation(firsts), firsts), tuple(found)


@cache
def _spread_pattern(language: str, group: str) -> WordPattern | None:
    """Passives whose agent stands behind an adjunct: «leds sedan 2019 av», «is funded until 2026 by»."""
    firsts: dict[str, list[str]] = {}
    for words in load_lexicon(language).words(group):
        first, _, last = words.rpartition(" ")
        simple = " " not in first and re.search(r"(?:s|at|ad|ed|led|run)$", first)
        if last in ("av", "by") and (simple or first.endswith((" bestod", " består", " utgörs"))):
            firsts.setdefault(last, []).append(first)
    if not firsts:
        return None
    last, verbs = max(firsts.items(), key=lambda item: len(item[1]))
    stop = r"(?:och|som|men|and|which|that|but|att|to)(?!\w)"
    joint = r"(?:\s+(?:och|and)\s+[\w-]+(?:s|ed)(?=\s))?"  # «finansieras och drivs projektet av»
    gap = rf"{joint}(?:\s+(?!{stop})[^\s.;:!?(),]+){{1,5}}?\s+"
    first = "|".join(map(re.escape, sorted(verbs, key=len, reverse=True)))
    return WordPattern(rf"(?P<first>{first}){gap}(?P<last>{last})(?!\w)", verbs)
