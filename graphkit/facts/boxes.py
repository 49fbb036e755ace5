"""A place in a fact box or table, and the pieces of its cells that pairs and rows have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graphkit.facts.givers import Giver
from graphkit.facts.groups import Group
from graphkit.facts.labels import label_kind, matches_label
from graphkit.facts.money import find_amounts, unit_of_header
from graphkit.facts.payments import payments
from graphkit.facts.programmes import fullest
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Amount, Attribute, Name, Reading, Unit
from graphkit.facts.sources import Sources
from graphkit.lexicon import Lexicon
from graphkit.model import Basis, BlockKind, Cell, Flow, Location, Money, Role
from graphkit.text import squeeze

_EU = re.compile(r"\b(?:EU|EG|ERUF|ESF|ERDF|Interreg)\b|\bEU-|\bEG-")
_PLACES = ("actor.place", "actor.labelled-place")
ROLES = ("owner", "partner", "funder")
DATE_FIELDS = {"period": ("start", "end"), "start": ("start",), "end": ("end",)}
SMALLEST = Decimal(500)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?")


@dataclass(frozen=True, slots=True)
class Box:
    """A pair or row that speaks of a project; `lead` is the text above its table, `sources` who the page says grants its money."""

    reading: Reading
    index: int
    unit: Unit
    project: str
    lead: str
    sources: Sources
    groups: tuple[Group, ...] = ()

    @property
    def lexicon(self) -> Lexicon:
        return self.reading.lexicon

    def actors(self, cell: Cell) -> list[Name]:
        """The actors named in a cell, each once."""
        found: dict[str, Name] = {}
        for name in self.reading.actors[self.index]:
            inside = cell.start <= name.start and name.end <= cell.end
            if name.rule.startswith("actor.label") and self.lexicon.pattern("roles.unnamed-givers").match(name.text):
                continue
            if inside and self._is_seat(name, cell):
                continue
            if inside and not self.lexicon.pattern("roles.via").search(cell.text[: name.start - cell.start][-14:]):
                found.setdefault(name.key, name)
        return list(found.values())

    def _is_seat(self, name: Name, cell: Cell) -> bool:
        """Whether a bare place is where the body before it has its office: «Region Skåne, Kristianstad, Sverige»."""
        if name.rule not in _PLACES:
            return False
        before, behind = cell.text[: name.start - cell.start], cell.text[name.end - cell.start :]
        bodies = [n for n in self.reading.actors[self.index] if n.end + 2 == name.start and n.rule not in _PLACES]
        countries = [n for n in self.reading.regions[self.index] if n.start == name.end + 2 and n.type == "country"]
        if not before.endswith(", ") or not bodies:
            return False
        alone = not behind.strip(" .") and cell.text.count(",") == 1 and bodies[0].type in ("company", "other")
        return (behind.startswith(", ") and bool(countries)) or alone  # «Alfa AB, Kristianstad»

    def countries(self, cell: Cell) -> Iterator[Location]:
        """The countries that stand right behind the bodies of a cell: «Tromsø kommune, Norge», «Tartu Hospital (Estonia)»."""
        inside = [n for n in self.reading.regions[self.index] if cell.start <= n.start < cell.end]
        if inside and not self.actors(cell) and is_only(cell.text, inside):
            for name in inside:  # «Partnership: Norway, Sweden (museums, schools)»
                evidence = (proof(self.unit, "location.partner-country", 0.7),)
                yield Location(project=self.project, region=name.key, evidence=evidence)
            return
        for name in inside:
            if name.type != "country":
                continue
            before = cell.text[: name.start - cell.start]
            if before.endswith((", ", " (")) and cell.text[name.end - cell.start :][:2].strip() in (
                "",
                ")",
                ".",
                ";",
                "|",
                "(",
            ):
                evidence = (proof(self.unit, "location.partner-country", 0.5),)
                yield Location(project=self.project, region=name.key, evidence=evidence)

    def givers(self, cell: Cell) -> list[Group]:
        """The bodies in a cell with the plural words for them («de fyra kommunerna»), without those that money only passes through."""
        named = {name.start for name in self.actors(cell)}
        inside = [g for g in self.groups if cell.start <= g.start and g.end <= cell.end]
        return [
            g
            for g in inside
            if not any(g.start <= n.start < g.end for n in g.names) or any(g.start <= start < g.end for start in named)
        ]

    def in_header(self, header: str) -> list[Name]:
        """The actors that a column's heading names («Interreg (€)»), from the header row of the same table."""
        for index in range(self.index - 1, -1, -1):
            block = self.reading.units[index].block
            if block.table != self.unit.block.table:
                return []
            if block.kind is BlockKind.HEADER_ROW:
                return [name for name in self.reading.actors[index] if name.text in header]
        return []

    def from_page(
        self, amount: Amount, rule: str, confidence: float, *, from_eu: bool = False, recipient: str | None = None
    ) -> Iterator[Flow | Role]:
        """A grant for which the box names no giver: who the page says grants its money gives it."""
        flow = self.flow(
            self.sources.giver(self.project, from_eu=from_eu), amount, rule, confidence, recipient=recipient
        )
        yield flow
        yield from self.sources.roles(flow)

    def amounts(self, cell: Cell, header: str = "") -> list[Amount]:
        """The amounts of a cell; a bare number counts where its header, or the text above the table, gives its unit."""
        header = header or cell.header
        money_column = (
            label_kind(header, self.lexicon) in ("grant", "budget", "own", "funder") or year_of(header) is not None
        )
        unit = unit_of_header(header, self.lexicon.language) or (
            unit_of_header(self.lead, self.lexicon.language) if money_column or not header else None
        )
        scale, currency = unit if unit else (Decimal(1) if money_column else None, "")
        found = find_amounts(cell.text, self.lexicon.language, offset=cell.start, scale=scale, currency=currency)
        return [amount for amount in found if amount.amount >= SMALLEST]

    def leading(self, label: str, names: Sequence[Name]) -> Sequence[Name]:
        """The bodies that a label of owners gives: the first alone where the label names one («Lead partner: Metsähallitus, Parks and Wildlife»)."""
        return names[:1] if matches_label(label, self.lexicon.words("columns.leads")) else names

    def roles(self, role: str, names: Sequence[Name], confidence: float) -> Iterator[Role]:
        """A role in the project for each name."""
        for name in names:
            yield Role(
                project=self.project,
                actor=name.key,
                role=role,
                evidence=(proof(self.unit, f"role.{role}-label", confidence),),
            )

    def flow(
        self,
        funder: str | None,
        amount: Amount,
        rule: str,
        confidence: float,
        *,
        recipient: str | None = None,
        year: int | None = None,
    ) -> Flow:
        """A flow to the project; nobody is both its payer and its recipient."""
        return Flow(
            project=self.project,
            funder=funder,
            recipient=None if recipient == funder else recipient,
            money=money_of(amount),
            year=year,
            evidence=(proof(self.unit, rule, confidence),),
        )

    def given(
        self, group: Group, amount: Amount, rule: str, confidence: float, *, year: int | None = None
    ) -> Iterator[Flow | Role]:
        """The money of a group in a cell: of several bodies together, but for «vardera»."""
        giver = Giver(group.keys, None, rule, confidence)
        yield from payments(
            self.unit, self.project, giver, money_of(amount), amount.sharing == "each", year, Basis.STATED
        )

    def attribute(self, field: str, value: str | Money, rule: str, confidence: float) -> Attribute:
        """An attribute of the project."""
        return Attribute(
            project=self.project, field=field, value=value, evidence=proof(self.unit, rule, confidence, field)
        )

    def dates(self, kind: str, cells: Sequence[Cell], origin: str) -> Iterator[Attribute]:
        """The start and end that cells of a period, start or end give."""
        for date in self.reading.dates[self.index]:
            if not any(cell.start <= date.start and date.end <= cell.end for cell in cells):
                continue
            given: tuple[str | None, str | None]
            if kind == "end" or (kind == "period" and date.kind == "end"):
                given = (None, date.last or date.first)
            elif kind == "start":
                given = (date.first, None)
            else:
                given = (date.first, date.last)
            for field, value in zip(("start", "end"), given, strict=True):
                if value:
                    yield self.attribute(field, value, f"period.{kind}-{origin}", 0.9)

    def programme(self, cell: Cell, origin: str) -> Iterator[Attribute]:
        """The programme that a label or column names, in its fullest form («Regionalfonden»); a number or a date names none."""
        value = squeeze(cell.text).strip(" .;–-")
        named = [n for n in self.actors(cell) if n.type == "eu" and len(n.text) * 5 >= len(value) * 4]
        if named:
            value = fullest(self.reading, named[0])
        if re.search(r"[^\W\d_]{3}", value) and len(value) <= 90:
            yield self.attribute("programme", value, f"programme.{origin}", 0.85)


def is_only(text: str, names: Sequence[Name]) -> bool:
    """Whether a cell holds nothing but these names, the words that join them and brackets."""
    rest = _BRACKETS.sub("", text)
    for name in sorted(names, key=lambda n: -len(n.text)):
        rest = rest.replace(name.text, " ")
    return not _JOINTS.sub("", rest)


_BRACKETS = re.compile(r"\([^()]*\)")
_JOINTS = re.compile(r"\b(?:and|och|samt|og)\b|[\s,;.&/·–-]")


def money_of(amount: Amount) -> Money:
    """The amount as money; where the text names no currency it is Swedish kronor, as the annotation guide decides."""
    return Money(amount.amount, amount.currency or "SEK", amount.text)


def is_from_eu(label: str) -> bool:
    """Whether a label or heading says that the money is the EU's: «Sökt EU-stöd», «ERDF».

    >>> is_from_eu("Beviljade EU-medel"), is_from_eu("Beviljat stöd")
    (True, False)
    """
    return bool(_EU.search(label))


def year_of(header: str) -> tuple[int, bool] | None:
    """The year that heads a column, and whether it is a single one: (2024, True) for «2024», (2025, False) for «2025–2027 (kr)».

    >>> year_of("2024"), year_of("2025–2027 (kr)"), year_of("Belopp")
    ((2024, True), (2025, False), None)
    """
    match = _YEAR.fullmatch(header.split("(")[0].strip())
    return (int(match.group()[:4]), len(match.group()) == 4) if match else None
