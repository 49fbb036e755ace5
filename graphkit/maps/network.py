"""The network map: a store becomes a picture of who works with whom, and the picture one HTML file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from graphkit.maps.page import render_page
from graphkit.maps.picture import Picture, PictureFact, Proof, Source, Thing
from graphkit.maps.sentences import KINDS, Name, tell
from graphkit.maps.tables import Record, Tables, read_tables
from graphkit.maps.views import draw_views

if TYPE_CHECKING:
    from graphkit.graph.store import Store

AROUND = 200
"""How many characters of the document are shown before and after a quote."""


def render_network(
    store: Store, *, lang: str, title: str, texts: Mapping[str, str] | None = None, accuracy: str = ""
) -> str:
    """The network map of a store as one HTML file that opens offline.

    `texts` are the documents' stored texts by the last part of the document's IRI (`document_key` of its info); without
    them the quotes stand alone. `accuracy` is a sentence of figures for the footer.
    """
    return render_page(
        network_picture(read_tables(store), lang=lang, title=title, texts=texts or {}), accuracy=accuracy
    )


def network_picture(tables: Tables, *, lang: str, title: str, texts: Mapping[str, str]) -> Picture:
    """What the network map shows of a store's tables."""

    def name(id: str) -> str:
        record = tables.things.get(id)
        return record.label(lang) if record else id.rpartition("/")[2]

    shown = [id for id in tables.facts if id.partition("/")[0] in KINDS]
    facts = tuple(
        _fact(f"f{number}", tables.facts[id], tables, name=name, lang=lang, texts=texts)
        for number, id in enumerate(shown)
    )
    told = {thing for fact in facts for thing in fact.things}
    around = {wide for id in told if id.startswith("region/") for wide in _around(id, tables)}
    macros = _macros(tables)
    named = {id for id, record in tables.things.items() if record.all("evidence")}
    things = {
        id: _thing(record, tables, macros, lang, () if id in told else _proofs(record, tables, texts))
        for id, record in tables.things.items()
        if id.partition("/")[0] in ("project", "actor", "region") and id in told | around | named
    }
    cited = {proof.source for fact in facts for proof in fact.proofs} | set(tables.documents)
    return Picture(
        title=title,
        language=lang,
        things=tuple(things.values()),
        facts=facts,
        sources=tuple(_source(tables.documents[id], lang) for id in sorted(cited)),
        views=draw_views(things, facts),
    )


def _thing(
    record: Record, tables: Tables, macros: Mapping[str, Sequence[str]], lang: str, proofs: tuple[Proof, ...]
) -> Thing:
    kind = record.id.partition("/")[0]
    name = record.label(lang)
    also = {*record.all("altLabel"), *record.all("prefLabel")} - {name}
    wider = {wide for place in record.all("worksIn") for wide in (place, *_around(place, tables))}
    return Thing(
        id=record.id,
        kind=kind,
        name=name,
        type={"actor": record.word("actorType"), "region": record.word("regionKind")}.get(kind, ""),
        also=tuple(sorted(also)),
        start=record.year("startYear"),
        end=record.year("endYear"),
        status=record.word("status") if kind == "project" else "",
        programmes=tuple(sorted(tables.things[id].label(lang) for id in record.all("programme"))),
        regions=tuple(sorted(wider))
        if kind == "project"
        else (*_around(record.id, tables), *macros.get(record.id, ())),
        proofs=proofs,
    )


def _around(region: str, tables: Tables) -> tuple[str, ...]:
    """The regions that a region lies in, from the nearest on; the documents speak of some of them only."""
    found: list[str] = []
    record = tables.things.get(region)
    while record and record.one("within") and record.one("within") not in found:
        found.append(record.one("within"))
        record = tables.things.get(found[-1])
    return tuple(found)


def _macros(tables: Tables) -> dict[str, list[str]]:
    """The macro regions that each region is a member of."""
    found: dict[str, list[str]] = {}
    for id, record in tables.things.items():
        for member in record.all("member"):
            found.setdefault(member, []).append(id)
    return found


def _fact(id: str, record: Record, tables: Tables, *, name: Name, lang: str, texts: Mapping[str, str]) -> PictureFact:
    kind = KINDS[record.id.partition("/")[0]]
    things = _things_of(kind, record)
    actor = record.one("actor") or (record.one("payer") if kind == "flow" else "")
    return PictureFact(
        id=id,
        kind=kind,
        parts=tell(record, name, lang),
        things=things,
        project=record.one("project") if kind != "cooperation" else "",
        actor=actor,
        role=record.word("role") if kind == "participation" else "funder" if kind == "flow" and actor else "",
        basis=record.word("basis") or "stated",
        acts=_acts(kind, record, things, tables),
        money=(Decimal(record.one("amount")), record.one("currency")) if kind == "flow" else None,
        proofs=_proofs(record, tables, texts),
    )


def _things_of(kind: str, record: Record) -> tuple[str, ...]:
    """The things that a fact is about, the most telling first."""
    keys = {
        "participation": ("actor", "project"),
        "flow": ("payer", "recipient", "project"),
        "location": ("project", "region"),
        "cooperation": ("region", "project"),
        "attribute": ("about", "value"),
    }.get(kind, ("project",))
    found = [value for key in keys for value in record.all(key)]
    return tuple(dict.fromkeys(x for x in found if x.partition("/")[0] in ("project", "actor", "region")))


def _acts(kind: str, record: Record, things: tuple[str, ...], tables: Tables) -> bool:
    """Whether a fact may become a line: the graph has given it a direct property, or, for money, nothing limits it."""
    if kind == "participation":
        return record.one("actor") in tables.things[record.one("project")].all(record.word("role"))
    if kind == "location":
        return record.one("region") in tables.things[record.one("project")].all("worksIn")
    if kind == "cooperation":
        return things[1] in tables.things[things[0]].all("cooperatesWith")
    return not record.all("status") if kind == "flow" else record.word("scope") != "excluded"


def _proofs(record: Record, tables: Tables, texts: Mapping[str, str]) -> tuple[Proof, ...]:
    found = []
    for id in record.all("evidence"):
        evidence = tables.evidence[id]
        start, end, quote = int(evidence.one("startOffset")), int(evidence.one("endOffset")), evidence.one("quote")
        document = evidence.one("document")
        before, after = surroundings(texts.get(document.rpartition("/")[2], ""), start, end, quote)
        page = evidence.one("page")
        found.append((-float(evidence.one("confidence") or 1), document, start, end, quote, before, after, page))
    proofs = (
        Proof(source=document, quote=quote, before=before, after=after, page=int(page) if page else None)
        for _, document, _, _, quote, before, after, page in sorted(found)
    )
    return tuple(dict.fromkeys(proofs))


def surroundings(text: str, start: int, end: int, quote: str) -> tuple[str, str]:
    """The text before and after a quote, whole words, within its window; nothing where the text doesn't hold the quote there.

    >>> surroundings("Bro byggs. Sida betalar. Klart.", 11, 24, "Sida betalar.")
    ('Bro byggs. ', ' Klart.')
    >>> surroundings("En annan text.", 11, 24, "Sida betalar.")
    ('', '')
    """
    if text[start:end] != quote:
        return "", ""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = "… " + before.partition(" ")[2]
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before, after


def _source(record: Record, lang: str) -> Source:
    """A document; one that was read from several places names them all."""
    return Source(
        id=record.id,
        title=record.label(lang) if record.all("prefLabel") else record.one("title"),
        source=", ".join(record.all("source")),
        publisher=", ".join(record.all("publisher")),
        issued=record.one("issued"),
        language=record.one("language"),
    )
