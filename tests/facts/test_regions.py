"""Places in own sentences: what is one, what is none, and which kind a list is of."""

import pytest

from graphkit.facts.gazetteer import load_gazetteer
from graphkit.facts.names import find_names
from graphkit.model import Block, BlockKind, Document, DocumentInfo


def places(*paragraphs: str) -> list[tuple[str, str, str | None]]:
    """The places of paragraphs that are no bodies: name, type and code."""
    blocks, start = [], 0
    for text in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(text), text))
        start += len(text) + 2
    document = Document(DocumentInfo("d", "d.txt", "txt", "", "sv"), "\n\n".join(paragraphs), tuple(blocks))
    hidden = ("region.municipality-form", "region.in-name", "region.adjective")
    return [
        (x.name, x.type, x.code)
        for x in find_names(document, load_gazetteer())
        if x.kind == "region" and x.rule not in hidden
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Tre kommuner provar: Nora och Hällefors i Örebro län samt Norberg i Västmanlands län.",
            [
                ("Nora", "municipality", "SE-1884"),
                ("Hällefors", "municipality", "SE-1863"),
                ("Örebro län", "county", "SE124"),
                ("Norberg", "municipality", "SE-1962"),
                ("Västmanlands län", "county", "SE125"),
            ],
        ),
        ("Laxen i Torne och Kalix älvar ökar.", []),
        ("Vi talade om Europasamarbetet i Stockholm.", [("Stockholm", "city", None)]),
        ("Det växer i Barentssamarbetet.", []),
        ("Vandringar kring Viksjöns stränder.", [("Viksjön", "city", None)]),
        ("Kurser i Gamleby och i Storlien.", [("Gamleby", "city", None), ("Storlien", "city", None)]),
        ("Även SLU i Umeå och Skogstekniska Klustret deltar.", [("Umeå", "city", None)]),
        ("Kontakter med Karelska republiken.", [("Karelska republiken", "county", "RU-KR")]),
        ("Resor till Kaliningrad, Leningrad och S:t Petersburg.", [("Kaliningrad", "county", "RU-KGD"), ("Leningrad", "county", "RU-LEN"), ("S:t Petersburg", "city", None)]),
        ("Gårdar i Vidzeme.", [("Vidzeme", "county", None)]),
    ],
)  # fmt: skip
def test_a_place_is_read_as_its_surroundings_ask(text, wanted):
    assert places(text) == wanted


def test_a_word_that_the_document_uses_as_a_project_or_a_common_noun_is_no_place():
    assert (
        places("Projektet Vingslaget börjar.", "Alla är med i Vingslaget.", "Vi står kring Ladan. Varje lada är röd.")
        == []
    )


def test_an_adjective_beside_places_is_none():
    assert [name for name, _, _ in places("Kurser hålls i Nora, Mora, Nationellt centrum för skidor och Orsa.")] == [
        "Nora",
        "Mora",
        "Orsa",
    ]


def test_two_places_that_share_their_end_are_two():
    text = "Kurser hålls i Norr- och Västerbotten, i Öster- och Västergötland och för skogs- och lantbruket."
    assert [(name, code) for name, _, code in places(text)] == [
        ("Norrbotten", "SE332"),
        ("Västerbotten", "SE331"),
        ("Östergötland", "SE123"),
        ("Västergötland", None),
    ]


def test_a_headline_in_capitals_names_places():
    assert [name for name, _, _ in places("NYA PENGAR TILL HALLAND OCH BLEKINGE")] == ["HALLAND", "BLEKINGE"]
