"""Where documents disagree, or a document with itself, as paragraphs that can be read aloud: what differs, then each side with its quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from graphkit.graph.store import Store
from graphkit.messages import amount, say
from graphkit.model import Facts
from graphkit.questions.ask import ask, readable
from graphkit.questions.catalogue import find_query, load_catalogue
from graphkit.questions.table import Cell
from graphkit.sums import WrongSum, find_wrong_sums
from graphkit.text import squeeze

KINDS = ("Budget", "Period", "Attribute", "Location", "sum", "Participation")
"""What documents can disagree on, in the order in which it is told: several owners come last, for all of them may be right."""

_Placed = tuple[int, str, str, "Contradiction"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things that are said: in a few words, with its quote and the title of its document."""

    told: str
    quote: str
    document: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What differs, in a sentence, and the sides that differ."""

    told: str
    sides: tuple[Side, ...]


def find_contradictions(store: Store, all_facts: Iterable[Facts], lang: str) -> tuple[Contradiction, ...]:
    """Differing budgets, periods, statuses, places and owners of a graph, and the sums of its documents that don't add up."""
    sums = (
        (KINDS.index("sum"), facts.info.stem, "", _sum(x, facts, lang))
        for facts in all_facts
        for x in find_wrong_sums(facts)
    )
    return tuple(one for *_, one in sorted([*_differing(store, lang), *sums], key=lambda placed: placed[:3]))


def _differing(store: Store, lang: str) -> Iterator[_Placed]:
    """What differs in the graph; owners whom one sentence names together don't."""
    table = ask(store, find_query(load_catalogue(), "contradictions"), {}, lang)
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    for (project, kind, _), group in groupby(rows, key=_subject):
        told = tuple(group)
        name = kind.rpartition("#")[2]
        sides = tuple(dict.fromkeys(_side(row, name, lang) for row in told))
        if name == "Participation" and len({side.quote for side in sides}) == 1:
            continue
        title = told[0]["project"].text
        what = say(f"contradiction.{name}", lang, project=title, region=told[0]["region"].text)
        yield KINDS.index(name), title.casefold(), project, Contradiction(what, sides)


def render_contradictions(contradictions: Sequence[Contradiction], lang: str) -> str:
    """A paragraph for each; a line that says so where there are none."""
    if not contradictions:
        return say("check.no-contradictions", lang)
    return "\n\n".join("\n".join(_lines(one, lang)) for one in contradictions)


def _lines(one: Contradiction, lang: str) -> Iterator[str]:
    yield one.told
    for side in one.sides:
        quote = say("contradiction.quote", lang, quote=squeeze(side.quote), document=side.document)
        yield f"  {side.told}{': ' if side.told else ''}{quote}"


def _subject(row: dict[str, Cell]) -> tuple[str, str, str]:
    """What a row is about: its project, kind of fact, and for places the region, for budgets the currency."""
    kind = row["kind"].iri or ""
    apart = (row["region"].iri or "") if kind.endswith("#Location") else row["currency"].text
    return row["project"].iri or "", kind, apart


def _side(row: dict[str, Cell], kind: str, lang: str) -> Side:
    match kind:
        case "Budget":
            number = row["amount"].number
            told = amount(number, row["currency"].text, lang) if number is not None else row["amount"].text
        case "Period":
            told = f"{row['startYear'].text or '?'}–{row['endYear'].text or '?'}"
        case _:
            told = row["value"].text
    return Side(told, row["quote"].text, row["document"].text)


def _sum(wrong: WrongSum, facts: Facts, lang: str) -> Contradiction:
    addends = " + ".join(readable(number, lang) for number in wrong.addends)
    what = say(
        "contradiction.sum",
        lang,
        what=wrong.what,
        addends=addends,
        sum=readable(wrong.sum, lang),
        written=readable(wrong.written, lang),
    )
    document = facts.info.title or facts.info.stem
    return Contradiction(what, tuple(Side("", quote, document) for quote in wrong.quotes))
