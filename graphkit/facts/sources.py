"""Who a page says grants or pays the money of all its projects, where it says so once and not again at each project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graphkit.facts.clauses import Cue, Sentence, find_cues, is_committee, subject_at
from graphkit.facts.groups import Group, object_of
from graphkit.facts.labels import row_kinds
from graphkit.facts.organs import has_board, is_organ
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Name
from graphkit.facts.sectioned import find_section_givers
from graphkit.model import BlockKind, Evidence, Flow, Role

_SENTENCES = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TITLE, BlockKind.HEADING)
_FUNDS = re.compile(r"\b(?:Leader|LAG)\b|(?:stiftelsen?|fonden?)\b|\b(?:Foundation|Fund)\b", re.IGNORECASE)
_GRANTERS = ("region", "agency", "county-board", "eu", "municipality", "association", "other", "network")


@dataclass(frozen=True, slots=True)
class Sources:
    """The body that decides on the page's grants, by project (None: on all), the bodies that the money comes from, and whether there are grants."""

    deciders: Mapping[str | None, str] = field(default_factory=dict)
    origins: tuple[Name, ...] = ()
    proofs: Mapping[str, Evidence] = field(default_factory=dict)
    granting: bool = False
    sections: Mapping[str | None, str] = field(default_factory=dict)
    """The fund of the line above, of projects that stand below such a line."""
    receiver: str | None = None
    """The only body that a sentence about several projects says gets money for them."""

    def giver(self, project: str | None, *, from_eu: bool = False) -> str | None:
        """Who gives a grant for which the text names nobody: a named EU fund, else who decides, else the only origin."""
        if project in self.sections:
            return self.sections[project]
        funds = [name.key for name in self.origins if name.type == "eu"]
        if len(self.origins) == 1 and funds:
            return funds[0]
        if from_eu:
            return funds[0] if len(funds) == 1 else None
        decider = self.deciders.get(project) or self.deciders.get(None)
        return decider or (self.origins[0].key if len(self.origins) == 1 else None)

    def roles(self, flow: Flow) -> Iterator[Role]:
        """The funders beside the giver of a page's grant: the money's origins, and who decides."""
        if flow.project is None:
            return
        keys = [name.key for name in self.origins]
        for key in dict.fromkeys(keys):
            if key != flow.funder and key in self.proofs:
                yield Role(project=flow.project, actor=key, role="funder", evidence=(self.proofs[key],))


def find_sources(sentences: Sequence[Sentence]) -> Sources:
    """What a page says of its grants: «Region X beviljar stöd till tre projekt», «Pengarna kommer från Y», «har godkänt fyra projekt»."""
    deciders: dict[str | None, str] = {}
    origins: dict[str, Name] = {}
    proofs: dict[str, Evidence] = {}
    publisher = _publisher(sentences)
    for sentence in sentences:
        if sentence.unit.block.kind not in _SENTENCES:
            continue
        wide = is_page_wide(sentence) or _shares_out(sentence)
        decider = _decider(sentence, publisher)
        amounts = sentence.reading.amounts[sentence.index]
        if decider is None and amounts:
            decider, amounts = _granting_board(sentence), ()
        if decider is not None and (wide or not amounts):
            scope = None if wide else sentence.reading.focus[sentence.index]
            deciders.setdefault(scope, decider)
        if wide:
            for name in _origins(sentence):
                origins.setdefault(name.key, name)
                proofs.setdefault(name.key, proof(sentence.unit, "role.funder-of-all", 0.7))
    granter = publisher and _grants_as_publisher(sentences, publisher) and not _gets_money(sentences, publisher)
    if not deciders and not origins and publisher and granter:
        deciders[None] = publisher
    if not deciders and not origins and (only := _only_granter(sentences)):
        deciders[None] = only
    if None not in deciders and len(set(deciders.values())) == 1:
        deciders[None] = next(iter(deciders.values()))
    sections = find_section_givers(sentences)
    granting = bool(deciders or origins or sections) or any(_is_of_grants(sentence) for sentence in sentences)
    receivers = {key for sentence in sentences for key in _receivers(sentence)} - set(deciders.values())
    return Sources(
        deciders, tuple(origins.values()), proofs, granting, sections, receivers.pop() if len(receivers) == 1 else None
    )


def is_passive(sentence: Sentence, cue: Cue) -> bool:
    """Whether a participle says what its subject gets, not what it decides: «kommunen har blivit beviljad», «has been awarded»."""
    before = sentence.between(cue.start - 20, cue.start)
    return bool(sentence.lexicon.regex(r"(?<!\w)(?:<flows.passive-auxiliaries>)\s$", re.IGNORECASE).search(before))


def _receivers(sentence: Sentence) -> Iterator[str]:
    """Who a sentence about several projects says gets money: «Alfa kommun har beviljats stöd till tre projekt»."""
    if sentence.unit.block.kind not in _SENTENCES or not sentence.groups or not counts_projects(sentence):
        return
    for cue in find_cues(sentence, "roles.receiver-verbs"):
        group = subject_at(sentence, cue)
        if group is not None and len(group.keys) == 1 and group.names[0].type != "eu":
            yield group.keys[0]


def _is_of_grants(sentence: Sentence) -> bool:
    """Whether a sentence says that money was granted, or a heading speaks of support: «Beviljade klimatbidrag», «Stöd till tre byar»."""
    said = sentence.lexicon.regex(r"(?<!\w)(?:<flows.grants>|[\w-]*(?:<flows.money-endings>))(?!\w)", re.IGNORECASE)
    if not said.search(sentence.unit.text) or sentence.lexicon.pattern("flows.hard-pots").search(sentence.unit.text):
        return False
    if sentence.unit.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return True
    return bool(find_cues(sentence, "flows.deciding", "flows.awarding", "roles.receiver-verbs"))


def is_page_wide(sentence: Sentence) -> bool:
    """Whether a sentence speaks of several projects, or of none yet: «fyra projekt», «projekten», «ansökningarna».

    One that counts them may name what they are a part of: «14 miljöprojekt får stöd inom satsningen Alfa».
    """
    named = sentence.reading.projects[sentence.index]
    counted = counts_projects(sentence)
    if named:
        return counted is not None and sentence.unit.start + counted.end() <= named[0].start
    several = sentence.lexicon.pattern("flows.several").search(sentence.unit.text)
    return bool(several or counted) or sentence.reading.focus[sentence.index] is None


def counts_projects(sentence: Sentence) -> re.Match[str] | None:
    """Where a sentence says how many projects it speaks of: «14 miljöprojekt», «fyra lokala projekt»."""
    return sentence.lexicon.regex(
        r"(?<![\w.,])(?!(?:1|en|ett|one|an?)\s)(?:\d{1,3}|<money.numerals>)\s+(?:[\w-]+\s+){0,2}?\w*(?:<projects.several>)(?!\w)",
        re.IGNORECASE,
    ).search(sentence.unit.text)


def _shares_out(sentence: Sentence) -> bool:
    """«9 miljoner kronor har Alfa fördelat», of no named project: the sum of all."""
    shared = sentence.lexicon.pattern("flows.distributing").search(sentence.unit.text)
    return bool(shared) and not sentence.reading.projects[sentence.index]


def _decider(sentence: Sentence, publisher: str | None) -> str | None:
    if sentence.lexicon.pattern("roles.negations", "flows.refused").search(sentence.unit.text):
        return None
    cofinancing = sentence.lexicon.words("flows.cofinancing")
    received = sentence.lexicon.words("roles.receiver-verbs")
    verbs = ("flows.deciding", "roles.funder-verbs") if counts_projects(sentence) else ("flows.deciding",)
    for cue in find_cues(sentence, *verbs):
        if is_passive(sentence, cue) or cue.words in received:
            continue
        if cue.words in cofinancing and sentence.reading.amounts[sentence.index]:
            continue
        group = subject_at(sentence, cue)
        if group is not None and _grants(group) and not is_committee(sentence, cue.start):
            return group.keys[0]
        if group is None and publisher and is_committee(sentence, cue.start):
            return publisher
    for board in sentence.groups:
        if is_page_wide(sentence) and board.names and is_organ(board.names[0]) and _grants(board):
            return board.keys[0]
    for cue in find_cues(sentence, "flows.decided-by"):
        group = object_of(sentence.unit, sentence.groups, cue.end, reach=12)
        if group is not None and _grants(group):
            return group.keys[0]
    return None


def _granting_board(sentence: Sentence) -> str | None:
    """Whose board one project gets its money of: «Projektet tilldelas 4 miljoner av den regionala utvecklingsnämnden»."""
    for board in sentence.groups:
        by = board.before in sentence.lexicon.words("flows.by") and _grants(board) and has_board(board.names[0].text)
        if by and find_cues(sentence, "roles.receiver-verbs"):
            return board.keys[0]
    return None


def _grants_as_publisher(sentences: Sequence[Sentence], key: str) -> bool:
    """Whether the page's publisher is a body that grants money to others' projects: a region, an agency, a county board."""
    names = (name for s in sentences for name in s.reading.actors[s.index])
    kinds = ("region", "agency", "county-board", "network")
    return any(n.key == key and (n.type in kinds or _FUNDS.search(n.name)) for n in names)


def _gets_money(sentences: Sequence[Sentence], key: str) -> bool:
    """Whether a page says that a body gets money itself: «Alfastiftelsen har beviljats 450 000 kronor»."""
    return any(
        (group := subject_at(sentence, cue)) is not None and key in group.keys
        for sentence in sentences
        if sentence.reading.amounts[sentence.index]
        for cue in find_cues(sentence, "roles.receiver-verbs")
    )


def _only_granter(sentences: Sequence[Sentence]) -> str | None:
    """The only public body or fund that the text around a table of granted projects names."""
    rows = sum(
        {"project", "grant"} <= set(row_kinds(s.unit.block, s.lexicon))
        for s in sentences
        if s.unit.block.kind is BlockKind.ROW
    )
    kinds = ("region", "agency", "county-board")
    around = (s for s in sentences if s.unit.block.kind in _SENTENCES)
    named = (n for s in around for n in s.reading.actors[s.index] if n.confidence >= 0.5)
    keys = {n.key for n in named if n.type in kinds or _FUNDS.search(n.name)}
    return keys.pop() if rows > 1 and len(keys) == 1 else None


def _publisher(sentences: Sequence[Sentence]) -> str | None:
    """The only body that a page is published by; its board decides where the text says «nämnden beviljar»."""
    keys = {n.key for s in sentences for n in s.reading.actors[s.index] if n.rule == "actor.publisher"}
    return keys.pop() if len(keys) == 1 else None


def _grants(group: Group) -> bool:
    return len(group.keys) == 1 and group.names[0].type in _GRANTERS


def _origins(sentence: Sentence) -> Iterator[Name]:
    for cue in find_cues(sentence, "flows.origins"):
        group = object_of(sentence.unit, sentence.groups, cue.end, reach=25)
        if group is not None and sentence.lexicon.pattern("roles.money-nouns", "flows.grants").search(
            sentence.unit.text
        ):
            yield from group.names
    for amount in sentence.reading.amounts[sentence.index]:
        group = object_of(sentence.unit, sentence.groups, amount.end, reach=12)
        if group is not None and group.before in ("ur", "från", "from") and _grants(group):
            yield from group.names
