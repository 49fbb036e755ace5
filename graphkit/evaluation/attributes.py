"""What is scored of single entities: types, codes, periods, budgets, programmes, and the parts of a contact."""

from __future__ import annotations

from collections.abc import Callable

from graphkit.evaluation.case import Case
from graphkit.evaluation.likeness import (
    Plain,
    date_credit,
    date_text,
    number_of,
    person_words,
    phone_numbers,
    region_code,
    same_money,
    same_programme,
)
from graphkit.evaluation.pairing import Entities, Tally, alternatives, mappings, pairs


def score_types(case: Case) -> None:
    """Types of the paired actors."""
    _score_attribute(
        case.tallies["actor_types"],
        case.actors,
        lambda entity: entity.get("type"),
        lambda gold, predicted: predicted.get("type") in alternatives(gold, "type"),
    )


def score_codes(case: Case) -> None:
    """Codes of the paired regions."""
    _score_attribute(
        case.tallies["region_codes"],
        case.regions,
        region_code,
        lambda gold, predicted: region_code(gold) == region_code(predicted),
    )


def _score_attribute(
    tally: Tally, entities: Entities, value: Callable[[Plain], object], is_right: Callable[[Plain, Plain], bool]
) -> None:
    """An attribute over the paired entities; gold without one accepts any."""
    predicted_of = {i: j for j, i in entities.gold_of.items()}
    settled = set()
    for i, gold in enumerate(entities.gold[: entities.main]):
        j = predicted_of.get(i)
        if not value(gold):
            settled.add(j)  # nothing to compare with
        elif j is not None and is_right(gold, entities.predicted[j]):
            tally.hit()
            settled.add(j)
        else:
            tally.miss(f"{gold.get('name')}: {value(gold)}")
    for j, predicted in enumerate(entities.predicted):
        if value(predicted) and j not in settled and not entities.is_optional(entities.gold_of.get(j)):
            tally.wrong(f"{predicted.get('name')}: {value(predicted)}")


def score_fields(case: Case) -> None:
    """Periods, budgets and programmes of the projects."""
    projects = case.projects
    accepted = {x.get("id"): x for x in mappings(case.optional, "projects")}
    paired = {i: projects.predicted[j] for j, i in projects.gold_of.items()}
    for i, gold in enumerate(projects.gold[: projects.main]):
        predicted = paired.get(i, {})
        also = accepted.get(gold.get("id"), {})
        _score_dates(case.tallies["periods"], gold, also, predicted)
        _score_field(case.tallies["budgets"], "budget", gold, also, predicted, same_money)
        _score_field(case.tallies["programmes"], "programme", gold, also, predicted, same_programme)
    for j, predicted in enumerate(projects.predicted):
        if j in projects.gold_of:
            continue
        label = predicted.get("name") or predicted.get("id")
        for key in ("start", "end"):
            if predicted.get(key):
                case.tallies["periods"].wrong(f"{label} {key} {predicted.get(key)}")
                case.tallies["periods"].judge(predicted, 0.0, (key,))
        if budget := _value(predicted, "budget"):
            case.tallies["budgets"].wrong(f"{label}: {budget}")
            case.tallies["budgets"].judge(predicted, 0.0, ("budget",))
        if predicted.get("programme"):
            case.tallies["programmes"].wrong(f"{label}: {predicted['programme']}")
            case.tallies["programmes"].judge(predicted, 0.0, ("programme",))


def _value(project: Plain, key: str) -> object:
    value = project.get(key)
    if key == "budget" and (not isinstance(value, dict) or number_of(value.get("amount")) is None):
        return None
    return value


def _score_dates(tally: Tally, gold: Plain, also: Plain, predicted: Plain) -> None:
    for key in ("start", "end"):
        wanted, other, found = date_text(gold.get(key)), date_text(also.get(key)), date_text(predicted.get(key))
        label = f"{gold.get('name')} {key}"
        if wanted is None:
            if found is not None and not (other and (date_credit(other, found) or found.startswith(other))):
                tally.wrong(f"{label} {found}")
                tally.judge(predicted, 0.0, (key,))
            continue
        credit = date_credit(wanted, found)
        if found is not None:
            tally.judge(predicted, float(credit), (key,))
        if credit == 1:
            tally.hit()
        elif credit:
            tally.half(f"{label} {wanted} <- {found}")
        else:
            tally.miss(f"{label} {wanted}")
            if found is not None:
                tally.wrong(f"{label} {found}")


def _score_field(
    tally: Tally, key: str, gold: Plain, also: Plain, predicted: Plain, same: Callable[[object, object], bool]
) -> None:
    wanted, other, found = gold.get(key), also.get(key), _value(predicted, key)
    label = gold.get("name")
    right = bool(found) and bool((wanted and same(wanted, found)) or (other and same(other, found)))
    if wanted and right:
        tally.hit()
    elif wanted:
        tally.miss(f"{label}: {wanted}")
    if found and not right:
        tally.wrong(f"{label}: {found}")
    if found:
        tally.judge(predicted, float(right), (key,))


def score_contacts(case: Case) -> None:
    """The name, the address and the telephone of a contact are one fact each."""
    tally = case.tallies["contacts"]
    gold, predicted = mappings(case.gold, "contacts"), mappings(case.predicted, "contacts")

    def like(one: Plain, two: Plain) -> float:
        return float(
            bool(person_words(one.get("name"))) and person_words(one.get("name")) == person_words(two.get("name"))
        )

    paired = pairs([*gold, *mappings(case.optional, "contacts")], predicted, like)
    predicted_of = {i: predicted[j] for j, i in paired.items()}
    for i, wanted in enumerate(gold):
        found = predicted_of.get(i)
        if found is None:
            tally.miss(wanted.get("name"))
        else:
            tally.hit()
        _score_address(tally, wanted, found or {})
        _score_phone(tally, wanted, found or {})
    for j, found in enumerate(predicted):
        if j in paired:
            continue
        tally.wrong(found.get("name"))
        if _mail(found):
            tally.wrong(f"{found.get('name')} {_mail(found)}")
        if phone_numbers(found.get("phone")):
            tally.wrong(f"{found.get('name')} {found.get('phone')}")


def _mail(contact: Plain) -> str | None:
    return str(contact.get("email") or "").strip().casefold() or None


def _score_address(tally: Tally, gold: Plain, found: Plain) -> None:
    wanted, got = _mail(gold), _mail(found)
    if wanted and got == wanted:
        tally.hit()
    elif wanted:
        tally.miss(f"{gold.get('name')} {wanted}")
    if got and got != wanted:
        tally.wrong(f"{gold.get('name')} {got}")


def _score_phone(tally: Tally, gold: Plain, found: Plain) -> None:
    wanted, got = phone_numbers(gold.get("phone")), phone_numbers(found.get("phone"))
    if wanted & got:
        tally.hit()
    elif wanted:
        tally.miss(f"{gold.get('name')} {gold.get('phone')}")
    if got and not wanted & got:
        tally.wrong(f"{gold.get('name')} {found.get('phone')}")
