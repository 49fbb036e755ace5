"""Names in own sentences: which organisations and places are found, under which key, type and code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.facts.gazetteer import load_gazetteer
from graphkit.facts.names import find_names
from graphkit.facts.reading import Name
from graphkit.model import Block, BlockKind, Cell, Document, DocumentInfo

UNSURE = {"actor.place", "actor.anaphor", "actor.compound", "actor.or-place"}


def document(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    """A document of paragraphs."""
    blocks, start = [], 0
    for text in paragraphs:
        blocks.append(Block(kind, start, start + len(text), text))
        start += len(text) + 2
    return Document(DocumentInfo("d", "d.txt", "txt", "", "sv"), "\n\n".join(paragraphs), tuple(blocks))


def row(headers: list[str], values: list[str]) -> Document:
    """A document of one table row."""
    cells, start = [], 0
    for header, value in zip(headers, values, strict=True):
        cells.append(Cell(start, start + len(value), value, header))
        start += len(value) + 3
    text = " | ".join(values)
    block = Block(BlockKind.ROW, 0, len(text), text, cells=tuple(cells), table=0)
    return Document(DocumentInfo("d", "d.txt", "txt", "", "sv"), text, (block,))


def actors(text: str, *, known: bool = True) -> list[str]:
    """The bodies that a sentence names for sure, in their full form."""
    names = find_names(document(text), load_gazetteer(actors=known))
    return [x.name for x in names if x.kind == "actor" and x.rule not in UNSURE and x.confidence >= 0.4]


def places(text: str) -> list[tuple[str, str, str | None]]:
    """The places of a sentence that are no bodies: text, type and code."""
    return [
        (x.text, x.type, x.code)
        for x in find_names(document(text))
        if x.kind == "region" and x.rule not in ("region.municipality-form", "region.in-name", "region.adjective")
    ]


SHAPES = [
    ("It is paid by Finland’s Ministry of Toads and Georgia's TBK Bank.", ["Ministry of Toads", "TBK Bank"]),
    ("The Ministry of Toads and the Northern Dimension’s Environment Plan paid.", ["Ministry of Toads"]),
    ("Torsås kommun och Nybro kommun bidrar.", ["Torsås kommun", "Nybro kommun"]),
    ("Projektet ägs av Storsjö Fiskevårdsförening.", ["Storsjö Fiskevårdsförening"]),
    ("Stödet går till Fjällnära Mat ek. för. i norr.", ["Fjällnära Mat ek. för."]),
    ("Sökande är Vindkraft i Norrhult AB.", ["Vindkraft i Norrhult AB"]),
    ("Beslutet fattas av länsstyrelsen i Kronobergs län.", ["länsstyrelsen i Kronobergs län"]),
    (
        "Medfinansiär är Närings-, trafik- och miljöcentralen i Nyland.",
        ["Närings-, trafik- och miljöcentralen i Nyland"],
    ),
    ("Havs- och vattenmyndigheten avslår ansökan.", ["Havs- och vattenmyndigheten"]),
    ("Nu bygger Hedemoraföretaget Spikmor AB ut.", ["Spikmor AB"]),
    ("In May the Hallonby Beekeeping Board met.", ["Hallonby Beekeeping Board"]),
    ("The European UnionEuropean Union pays.", ["European Union"]),
    ("Nenets autonoma område är med.", []),
    ("Stiftelsen Skogens hus och Nora kommun bidrar.", ["Stiftelsen Skogens hus", "Nora kommun"]),
    ("Pengarna går till Centrum för svenska svampar.", ["Centrum för svenska svampar"]),
    ("Rörums Golfklubb och Tomelilla Konserthus bidrar.", ["Rörums Golfklubb", "Tomelilla Konserthus"]),
    ("Arbetet leds av Vologda läns administration.", ["Vologda läns administration"]),
    ("I styrgruppen sitter Høgskolen i Molde och Meløy kommune.", ["Høgskolen i Molde", "Meløy kommune"]),
    ("The work is led by the County Administrative Board of Halland.", ["County Administrative Board of Halland"]),
    (
        "Partners are Kainuu University of Applied Sciences and Vårgårda Municipality.",
        ["Kainuu University of Applied Sciences", "Vårgårda Municipality"],
    ),
    ("Även norska staten betalar.", ["norska staten"]),
    ("Med är också Stiftelsen Glasets Hus.", ["Stiftelsen Glasets Hus"]),
    ("Ordförande i Kommunstyrelsen och Styrelsen var nöjda.", []),
    ("Nätverket växer och Regelverket ändras.", []),
]


@pytest.mark.parametrize(("text", "wanted"), SHAPES)
def test_a_body_is_known_by_its_shape_when_the_table_of_bodies_is_empty(text, wanted):
    assert actors(text, known=False) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Pengar till Bräcke och Ånge kommuner.", ["Bräcke kommun", "Ånge kommun"]),
        (
            "Kommunerna Arjeplog, Hylte och Upplands-Bro deltar.",
            ["Arjeplogs kommun", "Hylte kommun", "Upplands-Bro kommun"],
        ),
        (
            "Det beslutade regionerna Halland och Skåne för de ryska regionerna Pskov och Murmansk.",
            ["Region Halland", "Region Skåne"],
        ),
        ("Nästa år möts de två regionerna i Stockholm.", []),
        (
            "Det beslutade länsstyrelserna i Kalmar och Blekinge.",
            ["Länsstyrelsen i Kalmar", "Länsstyrelsen i Blekinge"],
        ),
        ("The municipalities of Boden and Kalix take part.", ["Boden Municipality", "Kalix Municipality"]),
    ],
)
def test_a_list_that_drops_the_head_names_each_body_in_full(text, wanted):
    assert actors(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Volvo Gruvmaskiner får 3 miljoner kronor.", ["Volvo Gruvmaskiner"]),
        ("Provet görs av SINTEF Tromsø i vår.", ["SINTEF Tromsø"]),
        ("Volvo Anna Exempelsson svarar.", ["Volvo"]),
        ("ABB, Ericsson, Volvo, Höganäs och Dalkärr deltar.", ["ABB", "Ericsson", "Volvo", "Höganäs", "Dalkärr"]),
        ("Skogsstyrelsen, Höganäs och Mora deltar.", ["Skogsstyrelsen"]),
        ("Nord University (NO) leder arbetet.", ["Nord University"]),
    ],
)
def test_a_firm_s_branch_is_a_name_and_a_row_of_firms_goes_on_with_firms(text, wanted):
    found = find_names(document(text))
    assert [x.name for x in found if x.kind == "actor" and x.rule not in UNSURE] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Kurser hålls i Kronobergs och Kalmar län.",
            [("Kronobergs", "county", "SE212"), ("Kalmar län", "county", "SE213")],
        ),
        ("Mötet hölls i Kalmar.", [("Kalmar", "city", None)]),
        ("Byarna runt Umeå växer.", [("Umeå", "city", None)]),
        ("Utbyte med Leningrads län sedan 1998.", [("Leningrads län", "county", "RU-LEN")]),
        ("Kontakter med Leningrad sedan 1998.", [("Leningrad", "county", "RU-LEN")]),
        ("Resan går till S:t Petersburg.", [("S:t Petersburg", "city", None)]),
        ("Leder i nordvästra Ryssland.", [("nordvästra Ryssland", "macro", None)]),
        ("Hamnar i Roslagens skärgård byggs ut.", [("Roslagens skärgård", "city", None)]),
        ("Skolan ligger i byn Överlida.", [("Överlida", "city", None)]),
        ("Region Skåne, Högskolan Dalarna och Interreg Sverige-Norge bidrar.", []),
        ("Skriv till Box 12, 921 81 Lycksele.", []),
        ("Östersund den 4 maj 2012.", []),
        ("Finnmark deltar.", [("Finnmark", "county", None)]),
        ("Åland deltar.", [("Åland", "county", "FI-01")]),
        (
            "Kurser i Storuman, Hemviken och Norsjö.",
            [("Storuman", "city", None), ("Hemviken", "city", None), ("Norsjö", "city", None)],
        ),
    ],
)
def test_a_place_is_read_as_its_surroundings_ask(text, wanted):
    assert places(text) == wanted


def by_text(doc: Document) -> dict[str, Name]:
    """The first name of each text."""
    found: dict[str, Name] = {}
    for name in find_names(doc):
        found.setdefault(f"{name.kind}:{name.text}", name)
    return found


def test_forms_of_one_name_have_one_key():
    names = by_text(
        document(
            "Länsstyrelsen i Västerbotten och Länsstyrelsen Västerbotten.", "Länsstyrelsen i Västerbottens läns beslut."
        )
    )
    assert len({name.key for text, name in names.items() if text.startswith("actor:Länsstyrelsen")}) == 1


def test_a_bare_head_means_the_body_named_before():
    names = by_text(document("Regionförbundet Östsam anslår medel.", "Regionförbundet räknar med tre år."))
    assert names["actor:Regionförbundet"].key == names["actor:Regionförbundet Östsam"].key
    assert names["actor:Regionförbundet"].rule == "actor.bare-head"


def test_a_common_noun_that_stands_for_a_body_is_no_alias():
    names = by_text(document("Vansbro kommun söker stöd.", "Resten betalar kommunen själv."))
    assert names["actor:kommunen"].key == names["actor:Vansbro kommun"].key
    assert not names["actor:kommunen"].alias


def test_a_common_noun_with_a_name_of_its_own_stands_for_no_other_body():
    names = by_text(document("Work begins in the municipality of Inari.", "Partner: Jokkmokk Municipality."))
    assert names["actor:Jokkmokk Municipality"].alias
    assert not any(name.rule == "actor.anaphor" for name in names.values())


def test_an_abbreviation_in_brackets_means_its_name_everywhere():
    names = by_text(document("Nordsjö kompetensforum (NKF) startar i maj.", "Hittills har NKF fått två miljoner."))
    assert names["actor:NKF"].key == names["actor:Nordsjö kompetensforum"].key


def test_words_before_a_bracket_whose_initials_it_has_are_a_name():
    names = by_text(document("Pengarna kommer från Internationellt institut för fred och rätt (IIFR)."))
    assert names["actor:Internationellt institut för fred och rätt"].rule in ("actor.spelled-out", "actor.purpose")


def test_a_short_form_means_the_longer_name():
    names = by_text(document("Kustparksstiftelsen i Hallands län är ägare.", "Enligt Kustparksstiftelsen går det bra."))
    assert names["actor:Kustparksstiftelsen"].key == names["actor:Kustparksstiftelsen i Hallands län"].key


def test_a_municipality_is_both_a_body_and_a_place():
    names = by_text(document("Företag i Umeå kommun får stöd."))
    assert (names["region:Umeå kommun"].code, names["region:Umeå kommun"].rule) == (
        "SE-2480",
        "region.municipality-form",
    )
    assert names["actor:Umeå kommun"].type == "municipality"


def test_a_column_says_how_its_places_are_read():
    names = by_text(row(["Kommun", "Projekt"], ["Storuman", "Leder för alla"]))
    assert (names["region:Storuman"].type, names["region:Storuman"].code) == ("municipality", "SE-2421")
    assert names["actor:Storuman"].rule == "actor.municipality-cell"
    names = by_text(row(["Projekt", "Län"], ["Leder för alla", "Jönköping"]))
    assert names["region:Jönköping"].code == "SE211"


def test_a_labelled_value_is_a_body_whatever_its_shape():
    names = by_text(row(["Projekt", "Sökande"], ["Leder för alla", "Vandrarna"]))
    assert names["actor:Vandrarna"].rule == "actor.label"


def test_the_type_is_the_word_s_before_the_table_s():
    assert (
        by_text(document("RISE Research Institutes of Sweden AB deltar."))[
            "actor:RISE Research Institutes of Sweden AB"
        ].type
        == "company"
    )


def test_a_genitive_is_part_of_the_text_and_not_of_the_name():
    name = by_text(document("Nuteks beslut gäller i tre år."))["actor:Nuteks"]
    assert (name.name, name.key) == ("Nutek", "actor:nutek")


def test_ordinary_words_and_page_numbers_are_no_bodies():
    assert actors("Sida 1 (3). Vi skapar digital handel och kommunal service.") == []


def test_names_in_a_contact_box_are_marked_as_such():
    doc = document("Region Halland, tfn 035-13 48 00", kind=BlockKind.CONTACT)
    assert {name.rule for name in find_names(doc)} == {"actor.contact"}


WORDS = st.sampled_from(
    [
        "Region",
        "Skåne",
        "Länsstyrelsen",
        "i",
        "Kalmar",
        "och",
        "Hylte",
        "kommuner",
        "kommun",
        "AB",
        "län,",
        "(ABC)",
        "Umeå–Vasa",
        "Sida",
        ",",
        ".",
        "\n",
        "Interreg",
        "Leader",
        "X",
        "universitet",
        "of",
        "City",
        "på",
        "åäö",
        "12",
        "000",
        "kr",
        "the",
    ]
)


@given(st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=200)))
def test_spans_equal_their_texts_and_none_of_a_kind_overlaps(text):
    doc = document(text, text)
    names = find_names(doc)
    for kind in ("actor", "region"):
        end = 0
        for name in (x for x in names if x.kind == kind):
            assert doc.text[name.start : name.end] == name.text
            assert name.start >= end
            assert name.key.startswith(f"{kind}:")
            end = name.end


@pytest.mark.parametrize(
    "piece", ["@", "1", "A", "Aa ", "Region ", "Umeå, ", "a-", "Umeå och ", "(AB) ", "X AB ", "s ", "kommun "]
)
def test_hostile_text_is_read_in_linear_time(piece):
    import time

    def seconds(size: int) -> float:
        doc = document(piece * (size // len(piece)))
        start = time.perf_counter()
        find_names(doc)
        return time.perf_counter() - start

    seconds(1000)
    small, large = seconds(25_000), seconds(100_000)
    assert large < max(1.5, 8 * small)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kommunen har vänner i Karelen. Resan till Petrozavodsk går i maj.", "RU-KR"),
        ("Kommunen har vänner i Karelen, i Ryssland.", "RU-KR"),
        ("Kommunen har vänner i Karelen.", None),
    ],
)
def test_a_place_of_two_readings_is_the_county_of_a_country_that_the_text_speaks_of(
    text: str, code: str | None
) -> None:
    assert next(name.code for name in find_names(document(text)) if name.text == "Karelen") == code


def test_a_unit_of_money_or_a_post_office_box_is_no_body() -> None:
    text = "Bidraget är 20 MSEK tillsammans med partnerna. Sökande: Box 14, Alvik."
    assert not {"MSEK", "Box"} & {name.text for name in find_names(document(text))}


def test_what_lies_behind_a_preposition_and_ends_as_an_area_is_no_body_though_it_gets_money():
    text = "Arbetet i Storfjorden får 40 000 kronor. Parkerna i Almhavet och Yttre Grynskär får 50 000 kronor."
    assert actors(text) == []
    assert [name for name, _, _ in places(text)] == ["Storfjorden", "Almhavet", "Yttre Grynskär"]
