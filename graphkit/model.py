"""The types that the stages hand to each other.

Documents become facts, facts get identities, identified facts become a graph. Each stage is a function from
one frozen type of this module to the next; nothing here reads a disk, and no dict crosses a boundary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

# ------------------------------------------------------------------------------------------------ documents


class BlockKind(StrEnum):
    """What a piece of a document is; boilerplate is no block, it is told in `Document.skipped`."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    HEADER_ROW = "header-row"
    ROW = "row"
    PAIR = "pair"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table row, or the label (first) or a value (the others) of a pair; offsets are the document's."""

    start: int
    end: int
    text: str
    header: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document: `document.text[block.start:block.end] == block.text`.

    `level` is a heading's depth (1-6; 1 is a title's). `table` counts the tables and fact boxes of a document from 0, so that
    rows and pairs of one box are known as such. `aside` marks what stands beside the running text.
    """

    kind: BlockKind
    start: int
    end: int
    text: str
    level: int = 0
    cells: tuple[Cell, ...] = ()
    table: int | None = None
    aside: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A piece of a document that is no text of its own: navigation, cookie words, a footer."""

    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What is known of a document beside its text. `issued` is an ISO date or empty; `sha256` is of the file's bytes."""

    stem: str
    source: str
    format: str
    sha256: str
    language: str
    title: str = ""
    publisher: str = ""
    issued: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as blocks in reading order; `text` joins them with blank lines (NFC, no format characters)."""

    info: DocumentInfo
    text: str
    blocks: tuple[Block, ...]
    skipped: tuple[Skipped, ...] = ()


# ---------------------------------------------------------------------------------------------------- facts


class Basis(StrEnum):
    """How a fact is known: said outright, to be worked out from a sentence, or concluded by a written rule."""

    STATED = "stated"
    IMPLIED = "implied"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The proof of a fact: `text[start:end] == quote`. `field` names the attribute that it proves; empty: the fact itself."""

    start: int
    end: int
    quote: str
    rule: str
    field: str = ""
    confidence: float = 1.0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole units of an ISO 4217 currency («9,8 miljoner kronor» is 9800000 SEK), and as written."""

    amount: Decimal
    currency: str
    written: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """What a document says otherwise of a project elsewhere in its text: another budget, or another period.

    Its proof is among the project's, for the field «rival-budget» or «rival-period» with its place among the rivals: «rival-budget-0».
    """

    budget: Money | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project as one document tells of it. Dates are ISO, as precise as the text: «2020», «2023-05», «2013-12-31»."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    budget: Money | None = None
    programme: str | None = None
    follows: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    status: str | None = None
    rivals: tuple[Rival, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An organisation as one document names it; `type` is one of ACTOR_TYPES."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    type: str = "other"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A place as one document names it; `type` is one of REGION_TYPES, `code` as in the annotation guide (NUTS 3, ISO 3166, SE-LAU)."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    canonical: str | None = None
    type: str = "city"
    code: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An actor's part in a project: one of ROLES. Ids are local to the document."""

    project: str
    actor: str
    role: str
    basis: Basis = Basis.STATED
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Money from a funder to a project or a recipient; one of the three may be all that the text names."""

    project: str | None
    funder: str | None
    recipient: str | None
    money: Money
    year: int | None = None
    basis: Basis = Basis.STATED
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A region where a project works, or which it concerns; `scope` is one of SCOPES."""

    project: str
    region: str
    scope: str = "works-in"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cooperation:
    """Two regions that the text says cooperate, in alphabetical order of their ids; `project` is the one it rests on."""

    regions: tuple[str, str]
    project: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A countable target or result; a range has two values."""

    project: str
    label: str
    value: tuple[Decimal, ...]
    kind: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person with a function; present only where persons were asked for."""

    name: str
    actor: str | None = None
    title: str | None = None
    email: str | None = None
    phone: str | None = None
    evidence: tuple[Evidence, ...] = ()


Fact = Project | Actor | Region | Role | Flow | Location | Cooperation | Indicator | Contact
"""The kinds of fact, listed explicitly (a frozen class with slots leaves ghosts in `__subclasses__`)."""

ACTOR_TYPES = (
    "region",
    "county-board",
    "municipality",
    "agency",
    "university",
    "company",
    "association",
    "eu",
    "school",
    "network",
    "other",
)
REGION_TYPES = ("country", "macro", "county", "municipality", "city")
ROLES = ("owner", "partner", "funder")
SCOPES = ("works-in", "target", "planned", "excluded")
STATUSES = ("applied", "granted", "refused", "planned", "running", "ended")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something that a rule saw and could not place, while the rest is right: «amount-without-payer», and its quote."""

    kind: str
    quote: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that one document states; the content of a fact file. `text` is the document's text that all offsets refer to."""

    info: DocumentInfo
    text: str
    kind: str = "other"
    projects: tuple[Project, ...] = ()
    actors: tuple[Actor, ...] = ()
    regions: tuple[Region, ...] = ()
    roles: tuple[Role, ...] = ()
    flows: tuple[Flow, ...] = ()
    locations: tuple[Location, ...] = ()
    cooperations: tuple[Cooperation, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    contacts: tuple[Contact, ...] = ()
    issues: tuple[Issue, ...] = ()


# ----------------------------------------------------------------------------------------------- identities


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What names of several documents resolve to. `slug` is the last part of its IRI; `kind` is project, actor, region or programme.

    `names` are all names as written, each with its language, sorted; `code` and `type` as in Region and Actor.
    """

    kind: str
    slug: str
    name: str
    language: str = "sv"
    names: tuple[tuple[str, str], ...] = ()
    type: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Which entity each document's local id stands for: `of[(kind, stem, local id)]` is an entity's slug."""

    entities: tuple[Entity, ...] = ()
    of: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
