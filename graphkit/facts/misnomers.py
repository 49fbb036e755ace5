"""Words and shapes that no project is called by: sums, torn quotations, programmes, papers, boards, common nouns."""

from __future__ import annotations

import re

from graphkit.facts.candidates import LETTER, is_common_start, plain
from graphkit.facts.heads import MONEY, is_numbered, is_page_title
from graphkit.facts.labels import label_kind, matches_label
from graphkit.facts.organs import has_board
from graphkit.facts.things import is_other_thing
from graphkit.lexicon import Lexicon

_PROGRAMME = re.compile(
    r"^(interreg|program|erasmus|horizon|horisont)\b|(programmet|programme|fonden|fund)\b(?!\s+\w+\s+\w+)",
    re.IGNORECASE,
)
_PROGRAMME_YEARS = re.compile(r"\b20\d\d\s?[-–]\s?20[23]\d$")
"""Years behind a name are a programme's, unless the text calls it a project."""
_MEASURE = re.compile(r"[A-Z]\d(?:\.\d)?\s+[A-ZÅÄÖ]")
"""A measure's or priority's number in a programme: «B3 Kultur», «A1.2 Kunskap»."""
_PART = re.compile(r"[A-Z]\.\d{1,2}\.?")
"""A question's number in a form: «C.1»."""
_CODED = re.compile(r"#?[A-Z]{1,3}\d{3,}\s(?=[^\W\d_a-z])")
"""A reference's code before an applicant's name: «#P2510 Anna Ek»."""
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
TOLD = ("project.label", "project.column", "project.short-label", "project.award", "project.authored")
"""Rules of labels and columns that say that their value is a project's name."""
LONGEST_TOLD = 200
"""Characters of a name that a label or column tells: titles of research are long."""
_COUNTED = re.compile(r"\d{1,3}\s[a-zåäö]+")
"""A number and what is counted, or a part of a clause: «21 helt»."""
CALLED = (
    "project.noun-before",
    "project.run-label",
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
OWN = ("project.title", "project.fact-heading", "project.boxed", "project.office")
"""Rules that see what a page itself is about."""


def has_shape(name: str, rule: str) -> bool:
    """Whether a piece of text can be a name at all: letters, one line, no sum, no reference's code, no half quotation."""
    longest = LONGEST_TOLD if rule in TOLD else 150
    if len(plain(name)) < 2 or not LETTER.search(name) or len(name) > longest or "\n" in name or " |" in name:
        return False
    if rule not in OWN and (_MEASURE.match(name) or _PART.fullmatch(name)):
        return False
    if _AMOUNT.fullmatch(name) or (rule not in CALLED and _SUM.match(name)):
        return False
    return not (name[1:-1].count('"') == 1 or _CODED.match(name) or _QUOTE_END.match(name))


def is_misnomer(name: str, rule: str, lexicon: Lexicon) -> bool:
    """Whether a name's words say that it is no project's; the more a rule's own words call it a project, the less they count."""
    return (
        _is_paper_or_request(name, rule, lexicon)
        or _is_generic(name, rule, lexicon)
        or _is_programme(name, rule, lexicon.words("projects.funds"))
        or _is_body_or_thing(name, rule, lexicon)
    )


def _is_paper_or_request(name: str, rule: str, lexicon: Lexicon) -> bool:
    """«25 Seed Money projects», «Protokoll 2019-04-02», «Ansökan om medel», a page's title."""
    low = name.casefold()
    return (
        low.split()[-1] in lexicon.words("projects.several")
        or _PAPER_NUMBER.sub("", low).split()[0] in lexicon.words("projects.papers")
        or _DATED.search(name) is not None
        or (rule != "project.noun-before" and lexicon.pattern("projects.requests").match(low) is not None)
        or (rule != "project.noun-glued" and is_page_title(name, lexicon))
    )


def _is_generic(name: str, rule: str, lexicon: Lexicon) -> bool:
    """«Bakgrund», «Journalnr 2018-44», «the Project Office», «Kvarkensamarbetet», a list's line that a verb or joint ends."""
    low, words = name.casefold(), name.split()
    if is_common_start(name, lexicon) or (name.isupper() and is_common_start(words[0], lexicon)):
        return True
    if low in lexicon.words("projects.funds") or _is_chapter(low, lexicon):
        return True
    if is_numbered(name, lexicon) or (rule not in CALLED and label_kind(name, lexicon) is not None):
        return True
    if rule not in CALLED and _COUNTED.fullmatch(name):
        return True
    if rule not in CALLED and " " not in name and low.endswith(lexicon.words("projects.generic-endings")):
        return True
    if rule == "project.noun-before" and (
        words[0] in lexicon.words("projects.name-breaks") or label_kind(name, lexicon)
    ):
        return True
    if rule == "project.noun-before" and words[0] == "I" and words[1:] and lexicon.language == "sv":
        return True  # «Bakgrund till projektet I Landsbygdsprogrammet …»
    if rule == "project.noun-before" and low.split()[0] in lexicon.words("projects.compound-heads"):
        return True
    return rule == "project.item-record" and low.split()[-1] in lexicon.words("projects.joints")


def _is_chapter(low: str, lexicon: Lexicon) -> bool:
    """Whether words are a common heading or an area of a programme, with or without a number: «Inledning 1», «Insatsområde 2», «3 Sammanfattning Detta»."""
    common = frozenset(lexicon.words("projects.generic-headings"))
    bare = low.strip(" .0123456789")
    behind = _PAPER_NUMBER.sub("", low)
    return (
        bare in common
        or bare in lexicon.words("projects.area-nouns")
        or (behind != low and behind.split()[0] in common)
    )


_BEFORE_MARK = re.compile(r"\s[–—-]\s|:\s|\s\(")


def _is_programme(name: str, rule: str, funds: tuple[str, ...]) -> bool:
    """«Interreg Nord», «Landsbygdsprogrammet», «Alfa 2014–2020»."""
    if rule not in CALLED and _BEFORE_MARK.split(name)[0].casefold() in funds:
        return True
    if rule in OWN:
        return name.casefold().startswith("interreg ")
    named = _PROGRAMME.search(name) is not None and rule != "project.umbrella"
    return named or (rule not in CALLED and _PROGRAMME_YEARS.search(name) is not None)


def _is_body_or_thing(name: str, rule: str, lexicon: Lexicon) -> bool:
    """«Regionala utvecklingsnämnden», «Årsredovisning 2007», and, where it only recurs, a person's two names."""
    if rule not in CALLED and has_board(name):
        return True
    if rule in _UNTOLD and is_other_thing(name, lexicon):
        return True
    return rule == "project.recurring" and lexicon.language == "sv" and name.istitle()


def may_be_told(name: str, lexicon: Lexicon) -> bool:
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
    sentence = len(words) > 8 and "?" not in name and any(word in verbs for word in words[1:])
    return not sentence and not (words[0][:1].islower() and set(words) & verbs)
