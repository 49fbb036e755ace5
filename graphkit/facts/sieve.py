"""Which candidates for projects' names hold: no body's, place's, person's or programme's name, no common noun, no sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphkit.facts.candidates import LETTER, Candidate, is_common_start, plain
from graphkit.facts.extents import standing
from graphkit.facts.heads import MONEY, is_numbered, is_page_title
from graphkit.facts.labels import label_kind, matches_label
from graphkit.facts.organs import has_board
from graphkit.facts.reading import Name, Person
from graphkit.facts.things import is_other_thing
from graphkit.lexicon import Lexicon

_PROGRAMME = re.compile(
    r"^(interreg|program|erasmus|horizon|horisont)\b|(programmet|programme|fonden|fund)\b(?!\s+\w+\s+\w+)",
    re.IGNORECASE,
)
_PROGRAMME_YEARS = re.compile(r"\b20\d\d\s?[-–]\s?20[23]\d$")
"""Years behind a name are a programme's, unless the text calls it a project."""
_CODED = re.compile(r"#?[A-Z]{1,3}\d{3,}\s(?=[^\W\d_a-z])")
"""A reference's code before an applicant's name: «#P2510 Anna Ek»."""
_BODIES = ("region", "municipality", "county-board", "agency", "eu", "university")
_TOLD = ("project.label", "project.column", "project.short-label")
_AMOUNT = re.compile(
    r"(?:SEK|EUR|NOK|€)?\s*\d[\d\s.,]*(?:\s*(?:tusen|miljon\w*|million\w*|kr|kronor|tkr|mkr|mnkr|euro|€|SEK|EUR|NOK))*"
)
_DATED = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b|\w{3}(?:miljonerna|potten|pengarna|medlen)$")
_QUOTE_END = re.compile(r"[^”“„\"«»]*\w[”“\"»]\s+\w")
"""A quotation that began before a name and ends in it: «läs ”Guide till projekt och stöd” först»."""
_PAPER_NUMBER = re.compile(r"^[\d§.() ]+(?=\S)")
_SUM = re.compile(
    r"(?:SEK|EUR|NOK|€)?\s*\d[\d\s.,]*\s*(?:miljon|million|kr\b|kronor|tkr|mkr|mnkr|euro\b|€)", re.IGNORECASE
)
_CALLED = (
    "project.noun-before",
    "project.noun-glued",
    "project.named",
    "project.quoted",
    "project.noun-after",
    "project.heading-cue",
)
"""Rules whose words call a thing a project, even where its name is a person's: «projektet Anna Ek»."""
_UNTOLD = tuple(
    f"project.{rule}" for rule in ("heading", "headline", "inner", "recurring", "run-in", "subject", "title", "dated")
)
"""Rules that look at places and shapes only, so that a paper's or a meeting's name is as good for them as a project's."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """What decides whether a candidate may stay: the text with the bodies, places and persons that it names."""

    text: str
    lexicon: Lexicon
    actors: Sequence[Name]
    regions: Sequence[Name]
    people: Sequence[Person]

    def keep(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """The candidates that hold, in their order."""
        return [candidate for candidate in candidates if self._holds(candidate)]

    def _holds(self, candidate: Candidate) -> bool:
        """Whether a candidate may stay: not a body's, place's, person's or programme's name (unless a label says so), no common noun, no long text."""
        text, lexicon, actors, regions = self.text, self.lexicon, self.actors, self.regions
        name = text[candidate.start : candidate.end]
        low = name.casefold()
        if len(plain(name)) < 2 or not LETTER.search(name) or len(name) > 150 or "\n" in name or " |" in name:
            return False
        if (
            _AMOUNT.fullmatch(name)
            or (candidate.rule not in _CALLED and _SUM.match(name))
            or name[1:-1].count('"') == 1
            or _CODED.match(name)
            or _QUOTE_END.match(name)
        ):
            return False
        if candidate.rule in _TOLD:
            return _may_be_told(name, lexicon)
        if low.split()[-1] in lexicon.words("projects.several"):
            return False  # «25 Seed Money projects»
        if _PAPER_NUMBER.sub("", low).split()[0] in lexicon.words("projects.papers"):
            return False
        if (
            _DATED.search(name)
            or (name.isupper() and is_common_start(name.split()[0], lexicon))
            or (candidate.rule != "project.noun-before" and lexicon.pattern("projects.requests").match(low))
            or (candidate.rule != "project.noun-glued" and is_page_title(name, lexicon))
            or self._is_caption(candidate)
        ):
            return False
        if is_common_start(name, lexicon) or low in lexicon.words("projects.funds") + lexicon.words(
            "projects.generic-headings"
        ):
            return False
        own = candidate.rule in ("project.title", "project.fact-heading", "project.boxed", "project.office")
        if is_numbered(name, lexicon) or (_PROGRAMME.search(name) and not own and candidate.rule != "project.umbrella"):
            return False
        if _PROGRAMME_YEARS.search(name) and not own and candidate.rule not in _CALLED:
            return False
        if " " not in name and name[0] != "#" and name[1:].islower() and standing(text, low):
            return False  # a common noun at the head of a sentence
        if any(
            n.start <= candidate.start and n.end >= candidate.end
            for n in regions
            if n.rule not in ("region.adjective", "region.preposition")
        ):
            return False
        if candidate.rule == "project.inner" and any(
            n.start < candidate.end and candidate.start < n.end
            for n in (*actors, *regions)
            if n.rule != "region.of-project"
        ):
            return False
        whole = [p for p in self.people if not own or (p.start <= candidate.start and candidate.end <= p.end)]
        if candidate.rule not in _CALLED and any(_is_of(candidate, person) for person in whole):
            return False
        if candidate.rule not in _CALLED and (
            has_board(name) or (" " not in name and low.endswith(lexicon.words("projects.generic-endings")))
        ):
            return False
        if candidate.rule in _UNTOLD and is_other_thing(name, lexicon):
            return False
        if candidate.rule == "project.noun-before" and low.split()[0] in lexicon.words("projects.compound-heads"):
            return False  # «the Project Office»
        listed = candidate.rule == "project.item-record"
        if candidate.rule == "project.recurring" and lexicon.language == "sv" and name.istitle():
            return False  # «Ada Bertilsson»
        if (listed or candidate.rule == "project.recurring") and _begins_with_body(candidate, text, actors):
            return False
        if listed and low.split()[-1] in lexicon.words("projects.joints"):
            return False  # «Omsättningen steg till»
        if _only_names(candidate, text, [*actors, *(n for n in regions if n.rule != "region.within")]):
            return False
        weak = {"actor.beside-place"} | ({"actor.fund"} if candidate.rule == "project.umbrella" else set())
        inside = [n for n in actors if n.start <= candidate.start and n.end >= candidate.end and n.rule not in weak]
        sure = own or (candidate.rule in ("project.noun-before", "project.related") and candidate.score >= 0.85)
        return not inside or (sure and not any(n.type in _BODIES for n in inside))

    def _is_caption(self, candidate: Candidate) -> bool:
        """Whether a name behind «projekt» is rather part of a caption: «3. KAN PROJEKTET FÅ STÖD?», «Project Length:»."""
        if candidate.rule not in ("project.noun-before", "project.subject"):
            return False
        text = self.text
        start, end = text.rfind("\n\n", 0, candidate.start) + 1, text.find("\n\n", candidate.end)
        line = text[start : end if end >= 0 else len(text)].strip()
        name = text[candidate.start : candidate.end]
        shouted = line.isupper() and len(line.split()) > 3 and text[candidate.start - 1] not in "”“„\"«’'"
        return shouted or (line.endswith(f"{name}:") and name[1:].islower())


def _is_of(candidate: Candidate, person: Person) -> bool:
    """Whether a candidate is a person's name, with at most a title or the like beside it."""
    shared = min(candidate.end, person.end) - max(candidate.start, person.start)
    return shared > 0 and 2 * shared > candidate.end - candidate.start


def _may_be_told(name: str, lexicon: Lexicon) -> bool:
    """Whether a label's or column's value can be a name: no other label, no sum, no refusal, no sentence, no amount."""
    low, words = name.casefold(), name.split()
    if name.startswith("(") and name.endswith(")"):
        return False
    if label_kind(name, lexicon) is not None or matches_label(name, lexicon.words("columns.refused")):
        return False
    if words[0].casefold().rstrip(":") in lexicon.words("columns.sum-rows") and len(words) < 5:
        return False
    if low in lexicon.words("projects.generic-headings") or MONEY.search(name) or is_page_title(name, lexicon):
        return False
    verbs = frozenset(lexicon.words("projects.headline-verbs")) - {"har", "has", "have"}
    sentence = len(words) > 8 and any(word in verbs for word in words[1:])
    return not sentence and not (words[0][:1].islower() and set(words) & verbs)


def _begins_with_body(candidate: Candidate, text: str, actors: Sequence[Name]) -> bool:
    """Whether a body leads a candidate and a small word follows: «Alfa universitet och Høyskolen», «BETA funds»."""
    return any(n.start == candidate.start and re.match(r"\s[a-zåäö]", text[n.end : candidate.end]) for n in actors)


def _only_names(candidate: Candidate, text: str, names: Sequence[Name]) -> bool:
    """Whether nothing but joined bodies and places stands in a candidate: «Lycksele och Kondopoga»."""
    spans = {(n.start, n.end) for n in names if candidate.start <= n.start and n.end <= candidate.end}
    outer = [s for s in sorted(spans) if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    rest = list(text[candidate.start : candidate.end])
    for start, end in outer:
        rest[start - candidate.start : end - candidate.start] = " " * (end - start)
    return len(outer) > 1 and not re.sub(r"\b(och|and|samt|i|in)\b|[\s,–-]", "", "".join(rest))
