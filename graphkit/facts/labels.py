"""What a fact box's label or a table's column heading promises: an owner, a partner, a grant, a period …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.model import Block, BlockKind
from graphkit.text import squeeze

_KINDS = {
    "project": "projects.labels",
    "project-short": "projects.short-labels",
    "follows": "projects.follows-labels",
    "part-of": "projects.part-labels",
    "applied": "columns.applied",
    "paid": "columns.paid",
    "own": "columns.own",
    "grant": "columns.grant",
    "budget": "columns.budget",
    "municipality": "columns.municipality",
    "owner": "columns.owner",
    "partner": "columns.partner",
    "funder": "columns.funder",
    "period": "columns.period",
    "start": "columns.start",
    "end": "columns.end",
    "programme": "columns.programme",
    "region": "columns.region",
    "status": "columns.status",
    "ignored": "columns.ignored",
}
_COMPOUNDS = {
    "owner": "columns.owner-endings",
    "partner": "columns.partner-endings",
    "funder": "columns.funder-endings",
}
"""Labels of one word that their last part explains: «Forskningsfinansiär», «Huvudprojektägare»."""
_LONGEST = 200
_LONGEST_LABEL = 120
"""Characters; what is longer is a sentence."""
_JOINED = re.compile(r"\s*(?:\boch\b|\band\b|\bsamt\b|&|/)\s*")
_BULLET = re.compile(r"^[•·▪●○◦*»›>–—-]+\s+")
_TAIL = re.compile(
    r"\s*[(\[][^()\[\]]*[)\]]\s*$|\s+\d+$|[:*]+\s*$|(?:,\s(?:in\s)?|\s(?:i|in)\s)(?:[MTK]?[A-Z]{3}|kr|kronor|tkr|mkr|€)$|\s(?:[MTK]?(?:SEK|EUR)|kr|tkr|mkr)$"
)


def label_kind(label: str, lexicon: Lexicon) -> str | None:
    """The kind of fact that a label gives: «owner» for «Projektägare:», «grant» for «Bidrag (kr)»; None where it is none of the lexicon's.

    English labels stand in boxes of Swedish pages as well, and Swedish ones in tables of English pages.

    >>> label_kind("Beviljat stöd (tkr)", load_lexicon("sv")), label_kind("Rubrik", load_lexicon("sv"))
    ('grant', None)
    >>> label_kind("Finansiering och budget", load_lexicon("sv"))
    'funder'
    >>> label_kind("Title of the project:", load_lexicon("en")), label_kind("Forskningsfinansiär", load_lexicon("sv"))
    ('project', 'funder')
    """
    if not label or len(label) > _LONGEST_LABEL:
        return None
    plain = plain_label(label)
    return _kind(plain, lexicon.language) or _kind(plain, "sv" if lexicon.language == "en" else "en")


@lru_cache(maxsize=4096)
def _kind(plain: str, language: str) -> str | None:
    lexicon = load_lexicon(language)
    for kind, group in _KINDS.items():
        if plain in lexicon.words(group):
            return kind
    tail = next((tail for tail in lexicon.words("columns.label-tails") if plain.endswith(f" {tail}")), None)
    if tail:
        return _kind(plain.removesuffix(f" {tail}"), language)
    first, _, rest = plain.partition(" ")
    if rest and first in lexicon.words("columns.qualifiers"):
        return _kind(rest, language)
    if rest and first in lexicon.words("columns.applied") and plain.endswith(lexicon.words("flows.money-endings")):
        return "applied"  # «Sökt EU-belopp», «Sökt regionalt stöd»
    if rest and first in lexicon.words("columns.paid") and plain.endswith(lexicon.words("flows.money-endings")):
        return "paid"  # «Utbetalt leaderstöd»
    joined = _JOINED.split(plain)
    kinds = [_kind(part, language) for part in joined] if len(joined) == 2 else []
    if kinds and all(kinds):
        return "funder" if "funder" in kinds else kinds[0]
    return next(
        (kind for kind, group in _COMPOUNDS.items() if " " not in plain and _ends(plain, lexicon.words(group))), None
    )


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    """Whether a word is a compound with one of these endings: «forskningsfinansiär», not «finansiär» itself."""
    return any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in endings)


def money_label(label: str, lexicon: Lexicon) -> str | None:
    """Whether a label outside the lexicon ends in a word for a grant or for a cost.

    >>> money_label("Norska IR-midler", load_lexicon("sv")), money_label("Projektets totala kostnad:", load_lexicon("sv"))
    ('grant', 'budget')
    """
    plain = plain_label(label)
    if len(plain) > 60 or lexicon.pattern("flows.applied", "flows.pots", "flows.hard-pots", "columns.paid").search(
        plain
    ):
        return None
    for kind, group in (("grant", "flows.money-endings"), ("budget", "flows.cost-endings")):
        if plain.endswith(lexicon.words(group)):
            return kind
    return None


@lru_cache(maxsize=4096)
def plain_label(label: str) -> str:
    """A label without its bullet, colon, unit, bracket or running number, in lower case.

    >>> plain_label("Partner 2:"), plain_label("EU-belopp (kr)"), plain_label("• Projekttid:")
    ('partner', 'eu-belopp', 'projekttid')
    """
    label = _BULLET.sub("", squeeze(label)).replace("’", "'")
    if len(label) > _LONGEST:
        return label.casefold()
    while (shorter := _TAIL.sub("", label)) != label and shorter:
        label = shorter
    return label.casefold()


def matches_label(text: str, words: Sequence[str]) -> bool:
    """Whether a cell holds one of these words and nothing else but a bracket or colon."""
    return plain_label(text) in words


def is_pair_row(block: Block, lexicon: Lexicon) -> bool:
    """Whether a row of two cells is a pair without headings of its own: «Betalas av | Sida» in a table that has a pair for its heading."""
    if block.kind is BlockKind.PAIR:
        return len(block.cells) > 1
    if len(block.cells) != 2 or block.kind not in (BlockKind.ROW, BlockKind.HEADER_ROW):
        return False
    kind = label_kind(block.cells[0].text, lexicon)
    if block.kind is BlockKind.HEADER_ROW:
        return kind in ("period", "start", "end") and sum(c.isdigit() for c in block.cells[1].text) >= 4
    dated = any(c.isdigit() for c in block.cells[1].header)
    heads = [label_kind(cell.header, lexicon) for cell in block.cells]
    return kind is not None and heads[1] is None and (heads[0] is None or (dated and heads[0] == "period"))


def row_kinds(block: Block, lexicon: Lexicon) -> list[str | None]:
    """What each cell of a row gives. A column «Kommun» gives the owner where no other column does, else a place."""
    kinds = [label_kind(cell.header, lexicon) for cell in block.cells]
    if kinds.count("owner") > 1:  # «Sökande | Organisation»: the first is a person
        bodies = [matches_label(cell.header, lexicon.words("columns.organisations")) for cell in block.cells]
        kinds = [
            "ignored" if kind == "owner" and any(bodies) and not own else kind
            for kind, own in zip(kinds, bodies, strict=True)
        ]
    stand_in = "region" if "owner" in kinds or "project" not in kinds else "owner"
    return [stand_in if kind == "municipality" else kind for kind in kinds]
