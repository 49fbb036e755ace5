"""Which candidates for projects' names hold: no body's, place's, person's or programme's name, no common noun, no sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphkit.facts.candidates import Candidate
from graphkit.facts.extents import standing
from graphkit.facts.misnomers import CALLED, OWN, TOLD, has_shape, is_misnomer, may_be_told
from graphkit.facts.reading import Name, Person
from graphkit.lexicon import Lexicon

_SENTENCE = 220
"""Characters before a name that may say of what it is one: «fyra insatsområden: Energi, Natur och …»."""
_LONG = 1_500
"""Characters from which on a text that ends without a mark may be cut off."""
_BRACKET = re.compile(r"\s\([^()]{2,20}\)$")
"""A short name behind a name: «Government of Åland (ÅLR)»."""
_BODIES = ("region", "municipality", "county-board", "agency", "eu", "university")


_UNCALLED = (
    "project.inner",
    "project.recurring",
    "project.quoted",
    "project.coined",
    "project.heading",
    "project.subject",
)
"""Rules that see no word which calls a thing a project."""
_COUNTED = ("project.ranked", "project.ordinal", "project.announced", "project.in-commas", "project.listed")
"""Rules whose words count a thing among projects, or say that its name is a project's."""
_SPELLED = ("actor.spelled-out", "actor.abbreviation")
"""Rules that know a body by nothing but capitals and a short form in brackets, as projects have too."""
_LOOSE = ("project.subject", "project.recurring", "project.inner", "project.coined", "project.after-money")
_SHAPES = ("actor.tail", "actor.ending", "actor.sibling", "actor.head", "actor.beside-place", "actor.cue")


def gives_way(body: Name, rule: str) -> bool:
    """Whether a body is known by one of its words alone, which the project that a rule sees may hold as well: «Alfa Energi», «Nya skolan»."""
    if body.rule in _SPELLED and body.type == "other":
        return bool(rule) and rule not in _LOOSE  # «Bothnian Road (BOR), a tourism project»
    if rule == "project.called":
        return body.rule in _SHAPES and body.canonical is None
    if rule == "project.itemised":
        return body.rule in _SHAPES and body.type not in _BODIES
    return rule in _COUNTED and body.rule in _SHAPES[:3] and body.confidence < 0.9


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
        name = self.text[candidate.start : candidate.end]
        if not has_shape(name, candidate.rule) or self._is_torn(candidate):
            return False
        if candidate.rule in TOLD:
            return may_be_told(name, self.lexicon)
        return not (
            is_misnomer(name, candidate.rule, self.lexicon)
            or self._is_caption(candidate)
            or self._is_otherwise_called(candidate)
            or self._is_template(candidate)
            or self._is_common(name)
            or self._is_place(candidate)
            or self._is_person(candidate)
            or self._is_body(candidate)
        )

    def _is_torn(self, candidate: Candidate) -> bool:
        """Whether a long text breaks off in a name's first word, which stands nowhere else: «I projektet Gr»."""
        text = self.text
        last = candidate.end >= len(text.rstrip()) > _LONG
        name = text[candidate.start : candidate.end]
        return last and " " not in name and len(standing(text, name)) < 2

    def _is_otherwise_called(self, candidate: Candidate) -> bool:
        """Whether a place in the text calls a name, known by its place or shape alone, a programme's, a fund's or a method's."""
        if candidate.rule not in _UNCALLED:
            return False
        nouns = self.lexicon.words("projects.programme-nouns")
        areas = self.lexicon.regex(r"(?:<projects.area-nouns>)(?:\s[\w-]+){0,3}\s?:[^.;:]*$", re.IGNORECASE)
        name = self.text[candidate.start : candidate.end]
        for start in standing(self.text, name):
            before = self.text[max(0, start - 40) : start].rstrip('”“"« ').casefold().split()
            behind = self.text[start + len(name) : start + len(name) + 40].lstrip('”“"»- ').casefold().split()
            if (before and before[-1] in nouns) or (behind and behind[0].strip(".,;:") in nouns):
                return True
            if areas.search(self.text[max(0, start - _SENTENCE) : start]):
                return True
        return False

    def _is_template(self, candidate: Candidate) -> bool:
        """Whether a line stands alone three times and more, as «Problem to be addressed» does in each entry of a catalogue."""
        if candidate.rule not in (*OWN, "project.heading", "project.section"):
            return False
        name = self.text[candidate.start : candidate.end]
        return self.text.count(f"\n\n{name}\n\n") + self.text.startswith(f"{name}\n\n") > 2

    def _is_common(self, name: str) -> bool:
        """Whether a word is a common noun at the head of a sentence: the text has it in lower case too."""
        alone = " " not in name and name[0] != "#" and name[1:].islower()
        return alone and bool(standing(self.text, name.casefold()))

    def _is_place(self, candidate: Candidate) -> bool:
        """Whether a place's name covers a candidate; one told by its capital inside a sentence alone must not even touch one."""
        loose = ("region.adjective", "region.preposition") + ("region.area-word",) * (candidate.rule in CALLED)
        covering = (n for n in self.regions if n.rule not in loose)
        if any(n.start <= candidate.start and n.end >= candidate.end for n in covering):
            return True
        named = (n for n in (*self.actors, *self.regions) if n.rule != "region.of-project")
        inner = candidate.rule == "project.inner"
        return inner and any(n.start < candidate.end and candidate.start < n.end for n in named)

    def _is_person(self, candidate: Candidate) -> bool:
        """Whether a candidate is a person's name, where no words call it a project."""
        if candidate.rule in CALLED:
            return False
        own = candidate.rule in OWN
        whole = [p for p in self.people if not own or (p.start <= candidate.start and candidate.end <= p.end)]
        return any(_is_of(candidate, person) for person in whole)

    def _is_body(self, candidate: Candidate) -> bool:
        """Whether a candidate is a body's name, begins with one where it is a list's line, or holds nothing but names."""
        loose = candidate.rule in ("project.item", "project.item-record", "project.recurring")
        if loose and _begins_with_body(candidate, self.text, self.actors):
            return True
        places = (n for n in self.regions if n.rule != "region.within")
        if _only_names(candidate, self.text, [*self.actors, *places]):
            return True
        weak = {"actor.beside-place"} | ({"actor.fund"} if candidate.rule == "project.umbrella" else set())
        bracket = _BRACKET.search(self.text, candidate.start, candidate.end)
        end = bracket.start() if bracket else candidate.end
        covering = [n for n in self.actors if n.start <= candidate.start and n.end >= end]
        inside = [n for n in covering if n.rule not in weak and not gives_way(n, candidate.rule)]
        called = candidate.rule in ("project.noun-before", "project.related") and candidate.score >= 0.85
        sure = (candidate.rule in OWN or called) and not any(n.type in _BODIES for n in inside)
        return bool(inside) and not sure

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
