"""Sameness against a table of pairs of names: how often `resolve` joins what is one, and only that."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from graphkit.errors import DataError, reason
from graphkit.evaluation.pairing import Tally, pooled
from graphkit.identities.clusters import Candidate, resolve, review
from graphkit.messages import say
from graphkit.model import ACTOR_TYPES, REGION_TYPES, Actor, DocumentInfo, Facts, Project, Region, Role

COLUMNS = (
    "part",
    "left_kind",
    "left",
    "left_type",
    "left_context",
    "right_kind",
    "right",
    "right_type",
    "right_context",
    "same",
    "why",
)
KINDS = ("actor", "region", "project", "programme")
CONTEXTS = ("alias", "code", "end", "language", "owner", "start")
"""What a document may say of a name beside it: «alias=FYRLJUS; start=2009»."""
ANSWERS = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Side:
    """A name as one document has it, and what that document says of it."""

    kind: str
    name: str
    type: str = ""
    context: tuple[tuple[str, str], ...] = ()

    def said(self, key: str) -> tuple[str, ...]:
        """What the document says under a key of CONTEXTS."""
        return tuple(value for name, value in self.context if name == key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two names of two documents, whether they are one thing, and why; `part` tells when the pair was written."""

    part: str
    left: Side
    right: Side
    same: bool
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a pair: joined or not, and if not, what a person is asked about it."""

    pair: Pair
    joined: bool
    asked: tuple[Candidate, ...] = ()

    @property
    def is_right(self) -> bool:
        """Whether the pair was joined as it should be, or left apart as it should be."""
        return self.joined == self.pair.same


def load_pairs(path: Path) -> tuple[Pair, ...]:
    """The pairs of a table, in its order; a DataError names the line that can't be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if missing := [column for column in COLUMNS if column not in (rows.fieldnames or ())]:
                raise DataError(
                    "{where}: the header lacks «{missing}»; it must be {columns}.",
                    where=path.name,
                    missing=missing[0],
                    columns=",".join(COLUMNS),
                )
            return tuple(_pair(row, f"{path.name}, line {rows.line_num}") for row in rows)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError("{file} can't be read: {reason}.", file=path.name, reason=reason(error)) from error


def _pair(row: dict[str, str | None], where: str) -> Pair:
    cells = {column: (row[column] or "").strip() for column in COLUMNS}
    if cells["same"] not in ANSWERS:
        raise DataError("{where}: «same» is «{answer}»; write yes or no.", where=where, answer=cells["same"])
    return Pair(
        part=cells["part"],
        left=_side(cells, "left", where),
        right=_side(cells, "right", where),
        same=ANSWERS[cells["same"]],
        why=cells["why"],
    )


def _side(cells: dict[str, str], side: str, where: str) -> Side:
    kind, type_ = cells[f"{side}_kind"], cells[f"{side}_type"]
    told = [part.strip().partition("=") for part in cells[f"{side}_context"].split(";") if part.strip()]
    types = {"actor": ACTOR_TYPES, "region": REGION_TYPES}.get(kind, ())
    for value, names in ((kind, KINDS), (type_, (*types, "")), *((key, CONTEXTS) for key, _, _ in told)):
        if value not in names:
            known = ", ".join(filter(None, names))
            raise DataError(
                "{where}: unknown kind «{kind}»; write one of {names}.", where=where, kind=value, names=known
            )
    context = tuple((key.strip(), value.strip()) for key, _, value in told)
    return Side(kind=kind, name=cells[side], type=type_, context=context)


def judge_pairs(pairs: Sequence[Pair]) -> tuple[Verdict, ...]:
    """What the rules of sameness say of each pair, each in two documents of its own."""
    return tuple(map(_verdict, pairs))


def _verdict(pair: Pair) -> Verdict:
    both = [document_of("left", pair.left), document_of("right", pair.right)]
    of = resolve(both).of
    left, right = (
        (side.kind, of[side.kind, stem, _id(side)]) for side, stem in ((pair.left, "left"), (pair.right, "right"))
    )
    return Verdict(pair, left == right, () if left == right else review(both))


def _id(side: Side) -> str:
    """A side's local id; a programme's is its name."""
    return side.name if side.kind == "programme" else "it"


def document_of(stem: str, side: Side) -> Facts:
    """A document that says of a name what the table says."""
    language = next(iter(side.said("language")), "sv")
    info = DocumentInfo(stem=stem, source=f"{stem}.txt", format="txt", sha256="", language=language)
    aliases, code = side.said("alias"), next(iter(side.said("code")), None)
    match side.kind:
        case "actor":
            actor = Actor(id="it", name=side.name, type=side.type or "other", aliases=aliases)
            return Facts(info=info, text="", actors=(actor,))
        case "region":
            region = Region(id="it", name=side.name, type=side.type or "city", code=code, aliases=aliases)
            return Facts(info=info, text="", regions=(region,))
        case "programme":
            return Facts(info=info, text="", projects=(Project(id=stem, name=f"X{stem}", programme=side.name),))
    owners = tuple(Actor(id=f"owner-{n}", name=name) for n, name in enumerate(side.said("owner")))
    start, end = (next(iter(side.said(key)), None) for key in ("start", "end"))
    return Facts(
        info=info,
        text="",
        projects=(Project(id="it", name=side.name, aliases=aliases, start=start, end=end),),
        actors=owners,
        roles=tuple(Role(project="it", actor=owner.id, role="owner") for owner in owners),
    )


def tally_pairs(verdicts: Sequence[Verdict]) -> Tally:
    """Pairs that were joined rightly and falsely, and those that should have been."""
    tally = Tally()
    for verdict in verdicts:
        name = f"{verdict.pair.left.name} = {verdict.pair.right.name} ({verdict.pair.why})"
        if verdict.joined and verdict.pair.same:
            tally.hit()
        elif verdict.joined:
            tally.wrong(name)
        elif verdict.pair.same:
            tally.miss(name)
    return tally


def render_pairs(verdicts: Sequence[Verdict], *, errors: bool = False, lang: str = "en") -> str:
    """The figures of each part of the table and of all, as a table; with `errors` each pair that is wrong, or that a person is asked about."""
    words = {word: say(f"pairs.{word}", lang) for word in ("part", "pairs", "same", "asked", "all", "missed", "false")}
    lines = [f"{words['part']:10s}{words['pairs']:>7s}{words['same']:>7s}{'P':>8s}{'R':>8s}{words['asked']:>8s}"]
    ordered = sorted(verdicts, key=lambda verdict: verdict.pair.part)
    parts = [(part, list(group)) for part, group in groupby(ordered, key=lambda verdict: verdict.pair.part)]
    for part, group in [*parts, (words["all"], list(verdicts))]:
        scores = pooled([tally_pairs(group)]).scores()
        same = sum(verdict.pair.same for verdict in group)
        asked = sum(bool(verdict.asked) for verdict in group)
        precision, recall = (f"{x:8.3f}" if x is not None else f"{'–':>8s}" for x in (scores.precision, scores.recall))
        lines.append(f"{part:10s}{len(group):7d}{same:7d}{precision}{recall}{asked:8d}")
    if errors:
        for verdict in verdicts:
            names = f"{verdict.pair.left.name} | {verdict.pair.right.name}: {verdict.pair.why}"
            if not verdict.is_right:
                lines.append(f"    {words['false' if verdict.joined else 'missed']:8s}{names}")
            lines += [f"    {words['asked']:8s}{names}: {x.score:.2f} {x.likeness.told(lang)}" for x in verdict.asked]
    text = "\n".join(lines) + "\n"
    return re.sub(r"(?<= \d)\.(?=\d)", ",", text) if lang == "sv" else text
