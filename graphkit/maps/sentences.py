"""A fact as a sentence for the reader: «Sida betalar 9,8 mnkr för Fyrljus Baltic Sea», its names and amounts told apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from graphkit.maps.picture import Part
from graphkit.maps.tables import Record
from graphkit.maps.words import amount_in_words, exact_amount, period_in_words, words

Name = Callable[[str], str]
KINDS: Mapping[str, str] = {
    "participation": "participation",
    "funding-flow": "flow",
    "budget": "budget",
    "period": "period",
    "location": "location",
    "cooperation": "cooperation",
    "indicator": "indicator",
    "attribute": "attribute",
}
"""The kinds of fact that a map tells of, by the kind in their IRIs."""
_BLANK = re.compile(r"\{(\w+)\}")


def tell(fact: Record, name: Name, language: str) -> tuple[Part, ...]:
    """The sentence of a fact; `name` gives a thing's name by its id."""
    known = words(language)
    kind = KINDS[fact.id.partition("/")[0]]
    match kind:
        case "participation":
            return _filled(known[f"fact.{fact.word('role')}"], _things(fact, name, "actor", "project"))
        case "flow":
            return _flow(fact, name, language)
        case "budget":
            return _filled(known["fact.budget"], _things(fact, name, "project") | {"amount": _amount(fact, language)})
        case "period":
            period = Part(period_in_words(fact.one("start"), fact.one("end"), language))
            return _filled(known["fact.period"], _things(fact, name, "project") | {"period": period})
        case "location":
            return _filled(known[f"fact.{fact.word('scope')}"], _things(fact, name, "project", "region"))
        case "cooperation":
            one, other = fact.all("region")[:2]
            return _filled(known["fact.cooperation"], {"one": Part(name(one), one), "other": Part(name(other), other)})
        case "indicator":
            return _indicator(fact, known, language)
        case _:
            return _attribute(fact, name, known)


def _things(fact: Record, name: Name, *properties: str) -> dict[str, Part]:
    return {key: Part(name(fact.one(key)), fact.one(key)) for key in properties if fact.one(key)}


def _amount(fact: Record, language: str) -> Part:
    amount, currency = Decimal(fact.one("amount")), fact.one("currency")
    exact = exact_amount(amount, currency, language)
    if written := fact.one("asWritten"):
        exact = f"{exact} («{written}»)" if language == "sv" else f"{exact} (“{written}”)"
    return Part(amount_in_words(amount, currency, language), "", exact)


def _flow(fact: Record, name: Name, language: str) -> tuple[Part, ...]:
    known = words(language)
    sentence = known["fact.flow" if fact.one("payer") else "fact.flow.nobody"]
    for key, more in (("recipient", "fact.flow.to"), ("project", "fact.flow.for"), ("year", "fact.flow.year")):
        sentence += known[more] if fact.one(key) else ""
    values = _things(fact, name, "payer", "recipient", "project") | {"amount": _amount(fact, language)}
    return _filled(sentence, values | {"year": Part(fact.one("year"))})


def _indicator(fact: Record, known: Mapping[str, str], language: str) -> tuple[Part, ...]:
    kind = {"target-value": "target"}.get(fact.word("indicatorKind"), fact.word("indicatorKind"))
    ends = [fact.one("value")] if fact.one("value") else [fact.one("minValue"), fact.one("maxValue")]
    value = "–".join(exact_amount(Decimal(end), "", language) for end in ends)
    return _filled(known[f"fact.indicator.{kind}"], {"value": Part(value), "label": Part(fact.one("unit"))})


def _attribute(fact: Record, name: Name, known: Mapping[str, str]) -> tuple[Part, ...]:
    about, property, value = fact.one("about"), fact.one("property").rpartition("#")[2], fact.one("value")
    kind, _, word = value.partition("/")
    if property == "status":
        shown = Part(known[f"status.{word}"])
    elif property == "actorType":
        shown = Part(known[f"type.actor.{word}"])
    else:
        shown = Part(name(value), value) if kind in ("project", "actor", "region") else Part(name(value))
    sentence = known.get(f"fact.{property}", known["fact.other"])
    return _filled(sentence, {"about": Part(name(about), about), "value": shown})


def _filled(sentence: str, values: Mapping[str, Part]) -> tuple[Part, ...]:
    """A sentence with its blanks filled, in parts.

    >>> [part.text for part in _filled("{a} betalar {b}", {"a": Part("Sida", "actor/sida"), "b": Part("50 tkr")})]
    ['Sida', ' betalar ', '50 tkr']
    """
    pieces = _BLANK.split(sentence)
    parts = (values[piece] if i % 2 else Part(piece) for i, piece in enumerate(pieces))
    return tuple(part for part in parts if part.text)
