"""The fact file: one document's facts as YAML or JSON, in the schema of the annotation guide.

Gold is written in it by hand, extraction writes it with `text` and `evidence`, the evaluation reads both.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from graphkit.errors import DataError, reason
from graphkit.model import (
    Actor,
    Basis,
    Contact,
    Cooperation,
    DocumentInfo,
    Evidence,
    Facts,
    Flow,
    Indicator,
    Issue,
    Location,
    Money,
    Project,
    Region,
    Rival,
    Role,
)

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

Plain = dict[str, Any]
"""A mapping as YAML and JSON know it; it lives inside this module only."""

# ------------------------------------------------------------------------------------------------------ out


def dump_facts(facts: Facts, *, format: str = "yaml") -> str:
    """The fact file of a document as text: «yaml» or «json», ended by a line break."""
    plain = facts_to_plain(facts)
    if format == "json":
        return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
    text: str = yaml.dump(plain, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=160)
    return text


def facts_to_plain(facts: Facts) -> Plain:
    """The fact file's mapping; keys in the guide's order, then `document`, `issues` and `text`."""
    info = facts.info
    return {
        "id": info.stem,
        "language": info.language,
        "kind": facts.kind,
        "projects": [_project(x) for x in facts.projects],
        "actors": [
            _drop({"id": x.id, "name": x.name, "aliases": list(x.aliases), "type": x.type}, x.evidence)
            for x in facts.actors
        ],
        "regions": [_region(x) for x in facts.regions],
        "roles": [
            _drop({"project": x.project, "actor": x.actor, "role": x.role} | _basis(x.basis), x.evidence)
            for x in facts.roles
        ],
        "flows": [_flow(x) for x in facts.flows],
        "locations": [
            _drop({"project": x.project, "region": x.region} | _scope(x.scope), x.evidence) for x in facts.locations
        ],
        "cooperations": [
            _drop({"regions": list(x.regions)} | ({"project": x.project} if x.project else {}), x.evidence)
            for x in facts.cooperations
        ],
        "indicators": [
            _drop({"project": x.project, "label": x.label, "value": _range(x.value), "kind": x.kind}, x.evidence)
            for x in facts.indicators
        ],
        "contacts": [
            _drop({"name": x.name, "actor": x.actor, "title": x.title, "email": x.email, "phone": x.phone}, x.evidence)
            for x in facts.contacts
        ],
        "document": {
            "source": info.source,
            "format": info.format,
            "sha256": info.sha256,
            "title": info.title,
            "publisher": info.publisher,
            "issued": info.issued,
        },
        "issues": [
            {"kind": x.kind, "quote": x.quote, "start": x.start, "end": x.end, "rule": x.rule} for x in facts.issues
        ],
        "text": facts.text,
    }


def _drop(plain: Plain, evidence: Sequence[Evidence]) -> Plain:
    return plain | {"evidence": [_evidence(x) for x in evidence]}


def _evidence(proof: Evidence) -> Plain:
    plain: Plain = {"field": proof.field} if proof.field else {}
    plain |= {
        "start": proof.start,
        "end": proof.end,
        "quote": proof.quote,
        "rule": proof.rule,
        "confidence": proof.confidence,
    }
    return plain | ({"page": proof.page} if proof.page is not None else {})


def _basis(basis: Basis) -> Plain:
    return {} if basis is Basis.STATED else {"implied": True} if basis is Basis.IMPLIED else {"basis": basis.value}


def _scope(scope: str) -> Plain:
    return {} if scope == "works-in" else {"scope": scope}


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _range(value: Sequence[Decimal]) -> int | float | list[int | float]:
    return _number(value[0]) if len(value) == 1 else [_number(x) for x in value]


def _money(money: Money) -> Plain:
    return {"amount": _number(money.amount), "currency": money.currency, "written": money.written}


def _project(project: Project) -> Plain:
    plain: Plain = {
        "id": project.id,
        "name": project.name,
        "aliases": list(project.aliases),
        "start": project.start,
        "end": project.end,
        "budget": _money(project.budget) if project.budget else None,
        "programme": project.programme,
        "follows": list(project.follows),
        "part_of": list(project.part_of),
    }
    plain |= {"status": project.status} if project.status else {}
    plain |= {"rivals": [_rival(x) for x in project.rivals]} if project.rivals else {}
    return _drop(plain, project.evidence)


def _rival(rival: Rival) -> Plain:
    return {"budget": _money(rival.budget)} if rival.budget else {"start": rival.start, "end": rival.end}


def _region(region: Region) -> Plain:
    return _drop(
        {
            "id": region.id,
            "name": region.name,
            "aliases": list(region.aliases),
            "canonical": region.canonical,
            "type": region.type,
            "code": region.code,
        },
        region.evidence,
    )


def _flow(flow: Flow) -> Plain:
    plain: Plain = {"project": flow.project, "funder": flow.funder, "recipient": flow.recipient}
    plain |= _money(flow.money) | {"year": flow.year} | _basis(flow.basis)
    if flow.evidence:
        plain["quote"] = flow.evidence[0].quote
    return _drop(plain, flow.evidence)


# ------------------------------------------------------------------------------------------------------- in


def load_facts(path: Path) -> Facts:
    """The facts of a fact file (gold or extracted); a DataError names the file and what it lacks."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError("fact file {name} can't be read: {reason}.", name=path.stem, reason=reason(error)) from error
    return parse_facts(text, name=path.stem, json_text=path.suffix == ".json")


def parse_facts(text: str, *, name: str, json_text: bool = False) -> Facts:
    """The facts of a fact file's text; `name` is told in errors and is the stem where the file has no id."""
    try:
        plain = json.loads(text) if json_text else yaml.load(text, Loader=Loader)  # noqa: S506 - Loader is a SafeLoader
    except (ValueError, yaml.YAMLError) as error:
        raise DataError(
            "fact file {name}: not valid {language}: {reason}.",
            name=name,
            language="JSON" if json_text else "YAML",
            reason=reason(error),
        ) from error
    if not isinstance(plain, dict):
        raise DataError("fact file {name}: one document (a mapping) is wanted.", name=name)
    try:
        return facts_from_plain(plain, name)
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise DataError(
            "fact file {name}: an entry doesn't say what it must: {reason}.", name=name, reason=reason(error)
        ) from error


def facts_from_plain(plain: Mapping[str, Any], name: str) -> Facts:
    """The facts of a mapping in the guide's schema; `optional` and `*_alt` keys of gold are for the evaluation and are passed over."""
    document = plain.get("document") or {}
    language = str(plain.get("language") or "sv")
    info = DocumentInfo(
        stem=str(plain.get("id") or name),
        source=str(document.get("source") or ""),
        format=str(document.get("format") or ""),
        sha256=str(document.get("sha256") or ""),
        language=language,
        title=str(document.get("title") or ""),
        publisher=str(document.get("publisher") or ""),
        issued=str(document.get("issued") or ""),
    )

    def each(key: str, read: Callable[[Any], Any]) -> tuple[Any, ...]:
        return tuple(read(x) for x in plain.get(key) or () if x is not None)

    return Facts(
        info=info,
        text=str(plain.get("text") or ""),
        kind=str(plain.get("kind") or "other"),
        projects=each("projects", _read_project),
        actors=each("actors", lambda x: Actor(**_named(x), type=x.get("type") or "other")),
        regions=each(
            "regions",
            lambda x: Region(**_named(x), canonical=x.get("canonical"), type=x.get("type") or "city", code=_code(x)),
        ),
        roles=each(
            "roles",
            lambda x: Role(
                project=str(x["project"]),
                actor=str(x["actor"]),
                role=x["role"],
                basis=_read_basis(x),
                evidence=_proofs(x),
            ),
        ),
        flows=each("flows", _read_flow),
        locations=each(
            "locations",
            lambda x: Location(
                project=str(x["project"]),
                region=str(x["region"]),
                scope=x.get("scope") or "works-in",
                evidence=_proofs(x),
            ),
        ),
        cooperations=each("cooperations", _read_cooperation),
        indicators=each(
            "indicators",
            lambda x: Indicator(
                project=str(x["project"]),
                label=str(x["label"]),
                value=_read_range(x["value"]),
                kind=x["kind"],
                evidence=_proofs(x),
            ),
        ),
        contacts=each("contacts", _read_contact),
        issues=each(
            "issues", lambda x: Issue(kind=x["kind"], quote=x["quote"], start=x["start"], end=x["end"], rule=x["rule"])
        ),
    )


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(str(x) for x in ([value] if isinstance(value, str) else value or ()))


def _date(value: Any) -> str | None:
    if value in (None, ""):
        return None
    return value.isoformat()[:10] if isinstance(value, datetime.date) else str(value)


def _code(plain: Mapping[str, Any]) -> str | None:
    code = plain.get("code")
    return "NO" if code is False else str(code) if code else None  # an unquoted NO (Norway) is false in YAML


def _named(plain: Mapping[str, Any]) -> Plain:
    return {
        "id": str(plain.get("id") or plain["name"]),
        "name": str(plain["name"]),
        "aliases": _texts(plain.get("aliases")),
        "evidence": _proofs(plain),
    }


def _proofs(plain: Any) -> tuple[Evidence, ...]:
    proofs = plain.get("evidence") or () if isinstance(plain, Mapping) else ()
    return tuple(
        Evidence(
            start=int(x["start"]),
            end=int(x["end"]),
            quote=str(x["quote"]),
            rule=str(x["rule"]),
            field=str(x.get("field") or ""),
            confidence=float(x.get("confidence", 1.0)),
            page=x.get("page"),
        )
        for x in proofs
    )


def _read_money(plain: Any) -> Money | None:
    if not isinstance(plain, Mapping) or plain.get("amount") is None:
        return None
    return Money(Decimal(str(plain["amount"])), str(plain.get("currency") or ""), str(plain.get("written") or ""))


def _read_basis(plain: Mapping[str, Any]) -> Basis:
    return Basis.IMPLIED if plain.get("implied") else Basis(plain.get("basis") or "stated")


def _read_range(value: Any) -> tuple[Decimal, ...]:
    return tuple(Decimal(str(x)) for x in (value if isinstance(value, list) else [value]))


def _read_project(plain: Mapping[str, Any]) -> Project:
    return Project(
        **_named(plain),
        start=_date(plain.get("start")),
        end=_date(plain.get("end")),
        budget=_read_money(plain.get("budget")),
        programme=plain.get("programme") or None,
        follows=_texts(plain.get("follows")),
        part_of=_texts(plain.get("part_of")),
        status=plain.get("status") or None,
        rivals=tuple(
            Rival(budget=_read_money(x.get("budget")), start=_date(x.get("start")), end=_date(x.get("end")))
            for x in plain.get("rivals") or ()
        ),
    )


def _read_flow(plain: Mapping[str, Any]) -> Flow:
    money = _read_money(plain)
    if money is None:
        raise ValueError("a flow has no amount")
    year = plain.get("year")
    return Flow(
        project=plain.get("project") or None,
        funder=plain.get("funder") or None,
        recipient=plain.get("recipient") or None,
        money=money,
        year=int(year) if year else None,
        basis=_read_basis(plain),
        evidence=_proofs(plain),
    )


def _read_cooperation(plain: Any) -> Cooperation:
    regions = plain.get("regions") if isinstance(plain, Mapping) else plain
    one, other = sorted(str(x) for x in regions or ())[:2]
    return Cooperation(
        regions=(one, other),
        project=plain.get("project") if isinstance(plain, Mapping) else None,
        evidence=_proofs(plain),
    )


def _read_contact(plain: Mapping[str, Any]) -> Contact:
    phone = plain.get("phone")
    return Contact(
        name=str(plain["name"]),
        actor=plain.get("actor"),
        title=plain.get("title"),
        email=plain.get("email"),
        phone=", ".join(map(str, phone)) if isinstance(phone, list) else str(phone) if phone else None,
        evidence=_proofs(plain),
    )
