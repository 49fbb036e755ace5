"""What pieces are in the light of the headings above them."""

from __future__ import annotations

from graphkit.documents.builder import Draft
from graphkit.documents.sections import Piece, settle
from graphkit.model import BlockKind


def heading(text: str, *, level: int = 2, aside: bool = True, box: int = 0) -> Piece:
    return Piece(Draft(kind=BlockKind.HEADING, text=text, level=level, aside=aside), box)


def text(words: str, *, aside: bool = True, box: int = 0, linked: bool = False) -> Piece:
    return Piece(Draft(text=words, aside=aside), box, linked=len(words) if linked else 0, links=int(linked))


def read(*pieces: Piece, ends: dict[int, int] | None = None, parents: tuple[int, ...] = (0,)) -> list[str]:
    told = settle(list(pieces), ends or {0: len(pieces)}, parents)
    return [
        f"{piece.draft.reason or piece.draft.kind.value}: {piece.draft.text or piece.draft.cells}" for piece in told
    ]


def test_a_box_under_a_heading_that_leads_elsewhere_is_left_out_beside_the_text_only():
    assert read(heading("Senaste nytt"), text("Snö väntas"))[1] == "links to other content: Snö väntas"
    main = read(heading("Senaste nytt", aside=False), text("Snö väntas", aside=False))
    assert main == ["heading: Senaste nytt", "paragraph: Snö väntas"]


def test_a_heading_governs_its_box_and_no_more():
    pieces = (heading("Kalender", box=1), text("14 nov: möte", box=1), text("Bron byggs", box=2))
    assert read(*pieces, ends={1: 2, 2: 3, 0: 3}, parents=(0, 0, 0))[2] == "paragraph: Bron byggs"


def test_a_heading_in_a_box_of_its_own_governs_the_box_around_it():
    pieces = (heading("Kalender", box=2), text("14 nov: möte", box=1))
    assert read(*pieces, ends={2: 1, 1: 2, 0: 2}, parents=(0, 0, 1))[1] == "links to other content: 14 nov: möte"


def test_lower_headings_of_such_a_box_go_with_it_and_the_next_one_of_its_level_stays():
    told = read(
        heading("Nyheter"),
        text("Om oss"),
        heading("Relaterat"),
        heading("Snö", level=3),
        text("Mycket"),
        heading("Fakta"),
        text("Bra"),
    )
    assert [line.split(":")[0] for line in told[2:]] == ["links to other content"] * 3 + ["heading", "paragraph"]


def test_a_heading_beside_the_text_with_nothing_left_below_it_is_left_out():
    told = read(heading("Läsvärt"), text("Läs mer om bron", linked=True), heading("Fakta"), text("Bron är lång"))
    assert [line.split(":")[0] for line in told] == ["navigation", "navigation", "heading", "paragraph"]


def test_a_label_and_the_value_below_it_are_a_pair():
    assert read(heading("Projektägare"), text("Malå kommun")) == ["pair: (('Projektägare', ''), ('Malå kommun', ''))"]
    assert read(heading("Projektägare"), text("Malå kommun äger projektet."))[0] == "heading: Projektägare"


def test_neighbouring_pairs_are_one_box():
    pair = Draft(kind=BlockKind.PAIR, cells=(("a", ""), ("b", "")))
    told = settle([Piece(pair, 0), Piece(pair, 0), text("x"), Piece(pair, 0)], {0: 4}, [0])
    assert [piece.draft.table for piece in told] == [1, 1, None, 2]
