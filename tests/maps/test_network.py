"""From a store to a picture: what becomes a line, what never does, and on what each line stands."""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal

import pytest

from graphkit.graph.local import memory_store
from graphkit.graph.mapping import to_triples
from graphkit.graph.store import Store
from graphkit.identities import resolve
from graphkit.maps import MAPS, placing
from graphkit.maps.network import network_picture, render_network
from graphkit.maps.picture import Edge, Picture, View
from graphkit.maps.tables import read_tables
from graphkit.model import Actor, DocumentInfo, Evidence, Facts, Flow, Money, Project, Role


def view(picture: Picture, name: str) -> View:
    return next(x for x in picture.views if x.name == name)


def lines(picture: Picture, name: str) -> dict[tuple[str, str], Edge]:
    names = {thing.id: thing.name for thing in picture.things}
    return {(names[x.source], names[x.target]): x for x in view(picture, name).edges}


def said(picture: Picture, ids: tuple[str, ...]) -> list[str]:
    facts = {fact.id: fact for fact in picture.facts}
    return ["".join(part.text for part in facts[id].parts) for id in ids]


def test_partners_share_a_line_as_wide_as_their_projects(picture: Picture) -> None:
    line = lines(picture, "actors")["Umeå kommun", "Vasa stad"]
    assert line.weight == 2
    assert line.kind == "cooperates"
    assert not line.implied


def test_every_line_stands_on_facts_with_quotes(picture: Picture) -> None:
    facts = {fact.id: fact for fact in picture.facts}
    for drawn in picture.views:
        for line in drawn.edges:
            assert line.facts, line.id
            assert all(facts[id].proofs and facts[id].acts for id in line.facts), line.id


def test_money_goes_to_whom_the_text_names_as_paid(picture: Picture) -> None:
    paid = lines(picture, "money")
    assert said(picture, paid["Sida", "Umeå kommun"].facts) == [
        "Sida betalar 9,8 mnkr till Umeå kommun för Bron över viken",
        "Umeå kommun äger Bron över viken",
        "Sida finansierar Bron över viken",
    ]
    assert dict(paid["Sida", "Umeå kommun"].sums) == {"SEK": 9_800_000}


def test_what_is_only_implied_says_so(picture: Picture) -> None:
    paid = lines(picture, "money")
    assert paid["Länsstyrelsen i Västerbottens län", "Umeå kommun"].implied
    assert not paid["Sida", "Umeå kommun"].implied


def test_refused_and_excluded_are_told_and_never_drawn(picture: Picture) -> None:
    drawn = {end for x in picture.views for line in x.edges for end in (line.source, line.target)}
    names = {thing.name: thing.id for thing in picture.things}
    for name in ("Drömhamnen", "Piteå kommun", "Norrbottens län"):
        assert names[name] in {thing.id for thing in picture.things}
        assert names[name] not in drawn
    denied = [fact for fact in picture.facts if not fact.acts]
    assert (
        said(picture, tuple(fact.id for fact in denied))
        == [
            "Bron över viken omfattar inte Norrbottens län",
            "Piteå kommun äger Drömhamnen",
            "Luleå kommun är partner i Drömhamnen",
        ]
        or len(denied) == 3
    )


def test_places_count_as_their_county(picture: Picture) -> None:
    regions = lines(picture, "regions")
    line = next(line for pair, line in regions.items() if set(pair) == {"Västerbottens län", "Österbotten"})
    assert line.direct
    assert "Umeå" not in {end for pair in regions for end in pair}


def test_a_project_has_a_line_for_each_role(picture: Picture) -> None:
    kinds = {line.kind for line in view(picture, "projects").edges}
    assert kinds == {"owner", "partner", "funder", "works-in"}


def test_quotes_stand_verbatim_in_their_surroundings(picture: Picture, texts: dict[str, str]) -> None:
    for proof in (proof for fact in picture.facts for proof in fact.proofs):
        text = texts[proof.source.rpartition("/")[2]]
        around = proof.before.removeprefix("… ") + proof.quote + proof.after.removesuffix(" …")
        assert around in text


def test_long_documents_are_shown_in_part(all_facts: tuple[Facts, ...]) -> None:
    facts = all_facts[0]
    far = "Ett ord till. " * 200
    moved = dataclasses.replace(facts, text=facts.text + "\n\n" + far)
    made = memory_store(to_triples([moved], resolve([moved])))
    html = render_network(made, lang="sv", title="x", texts={"a" * 16: moved.text})
    assert far[:600] not in html
    assert "Ett ord till." in html


def test_the_file_is_the_same_whatever_the_order_of_documents(
    all_facts: tuple[Facts, ...], html: str, texts: dict[str, str]
) -> None:
    turned = all_facts[::-1]
    other = memory_store(to_triples(turned, resolve(turned)))
    assert MAPS["network"](other, lang="sv", title="Provkarta", texts=texts) == html


def test_a_removed_document_takes_its_lines_along(all_facts: tuple[Facts, ...]) -> None:
    fewer = all_facts[:1]
    made = memory_store(to_triples(fewer, resolve(fewer)))
    picture = network_picture(read_tables(made), lang="sv", title="x", texts={})
    assert lines(picture, "actors")["Umeå kommun", "Vasa stad"].weight == 1


def test_past_the_limit_the_best_connected_are_drawn_and_all_lines_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch, picture: Picture
) -> None:
    monkeypatch.setattr(placing, "PICTURE_LIMIT", 3)
    small = network_picture(read_tables(store), lang="sv", title="x", texts={})
    assert len(view(small, "projects").nodes) == 3
    assert view(small, "projects").edges == view(picture, "projects").edges


def test_an_empty_graph_gives_a_page_too() -> None:
    html = render_network(memory_store([]), lang="sv", title="Tomt")
    assert re.search(r"<title>Tomt</title>", html)


def test_english_names_and_sentences(store: Store) -> None:
    picture = network_picture(read_tables(store), lang="en", title="x", texts={})
    assert "Västerbotten County" in {thing.name for thing in picture.things}
    assert any("pays SEK 9.8 million" in x for x in said(picture, tuple(fact.id for fact in picture.facts)))


SHARED = """Uppsala universitet och Sveriges lantbruksuniversitet äger Biokraft.

VINNOVA svarar för 24 Mkr.

Formas ger 5 Mkr till Uppsala universitet och 3 Mkr till Sveriges lantbruksuniversitet.

Region Uppsala deltog i mötet."""


@pytest.fixture(scope="module")
def shared() -> Picture:
    """A project that two carry: money for both together, and money for each."""
    owns, pays, parts, met = (
        (Evidence(start=SHARED.index(x), end=SHARED.index(x) + len(x), quote=x, rule="test.by-hand"),)
        for x in SHARED.split("\n\n")
    )
    names = {"uu": "Uppsala universitet", "slu": "Sveriges lantbruksuniversitet", "vinnova": "Vinnova", "formas": "Formas"}  # fmt: skip
    facts = Facts(
        info=DocumentInfo("biokraft", "biokraft.txt", "txt", "d" * 64, "sv", title="Biokraft"),
        text=SHARED,
        projects=(Project(id="bio", name="Biokraft", evidence=owns),),
        actors=(
            *(Actor(id=id, name=name, type="university", evidence=owns) for id, name in names.items()),
            Actor(id="region", name="Region Uppsala", type="region", evidence=met),
        ),
        roles=(
            Role(project="bio", actor="uu", role="owner", evidence=owns),
            Role(project="bio", actor="slu", role="owner", evidence=owns),
            Role(project="bio", actor="vinnova", role="funder", evidence=pays),
            Role(project="bio", actor="formas", role="funder", evidence=parts),
        ),
        flows=(
            Flow(project="bio", funder="vinnova", recipient=None, money=Money(Decimal(24_000_000), "SEK"), evidence=pays),
            Flow(project="bio", funder="formas", recipient="uu", money=Money(Decimal(5_000_000), "SEK"), evidence=parts),
            Flow(project="bio", funder="formas", recipient="slu", money=Money(Decimal(3_000_000), "SEK"), evidence=parts),
        ),
    )  # fmt: skip
    store = memory_store(to_triples([facts], resolve([facts])))
    return network_picture(read_tables(store), lang="sv", title="Provkarta", texts={})


def test_money_that_several_share_stands_on_one_arrow_to_their_project(shared: Picture) -> None:
    paid = {pair: dict(line.sums) for pair, line in lines(shared, "money").items()}
    assert paid == {
        ("Vinnova", "Biokraft"): {"SEK": 24_000_000},
        ("Formas", "Uppsala universitet"): {"SEK": 5_000_000},
        ("Formas", "Sveriges lantbruksuniversitet"): {"SEK": 3_000_000},
    }


def test_no_amount_stands_on_two_arrows(shared: Picture, picture: Picture) -> None:
    for drawn in (shared, picture):
        amounts = {fact.id for fact in drawn.facts if fact.money}
        told = [fact for line in view(drawn, "money").edges for fact in line.facts if fact in amounts]
        assert told
        assert len(told) == len(set(told))


def test_an_actor_that_is_only_named_shows_where(shared: Picture) -> None:
    (named,) = (thing for thing in shared.things if thing.name == "Region Uppsala")
    assert [proof.quote for proof in named.proofs] == ["Region Uppsala deltog i mötet."]
    assert not any(thing.proofs for thing in shared.things if thing.name == "Vinnova")


def test_a_large_view_of_projects_keeps_what_ties_them_together(
    store: Store, monkeypatch: pytest.MonkeyPatch, picture: Picture
) -> None:
    monkeypatch.setattr(placing, "FOLD_LIMIT", 3)
    folded = view(network_picture(read_tables(store), lang="sv", title="Provkarta", texts={}), "projects")
    names = {thing.id: thing.name for thing in picture.things}
    assert {names[node.thing] for node in folded.nodes if not node.leaf} == {
        "Bron över viken",
        "Tåget norrut",
        "Umeå kommun",
        "Vasa stad",
    }
    assert {"Sida", "Vasa"} <= {names[node.thing] for node in folded.nodes if node.leaf}
    assert folded.edges == view(picture, "projects").edges
    assert len({(node.x, node.y) for node in folded.nodes}) == len(folded.nodes)
    assert not any(node.leaf for node in view(picture, "projects").nodes)
