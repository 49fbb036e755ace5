"""Bodies in own sentences, known by their shape or surroundings with an empty table of bodies: their full name and type."""

import time

import pytest

from graphkit.facts.gazetteer import load_gazetteer
from graphkit.facts.names import find_names
from graphkit.facts.reading import Name
from graphkit.model import Block, BlockKind, Document, DocumentInfo


def names(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Name, ...]:
    """The names of paragraphs, found without the table of bodies."""
    blocks, start = [], 0
    for text in paragraphs:
        blocks.append(Block(kind, start, start + len(text), text))
        start += len(text) + 2
    document = Document(DocumentInfo("d", "d.txt", "txt", "", "sv"), "\n\n".join(paragraphs), tuple(blocks))
    return find_names(document, load_gazetteer(actors=False))


def bodies(text: str, *, least: float = 0.25) -> list[tuple[str, str]]:
    """The bodies of a sentence with their types."""
    return [
        (x.name, x.type)
        for x in names(text)
        if x.kind == "actor" and x.confidence >= least and x.rule not in ("actor.place", "actor.or-place")
    ]


SWEDISH = [
    (
        "Finansiärer: Interreg - Bottenviken, Lappmarkens förbund.",
        [("Interreg - Bottenviken", "eu"), ("Lappmarkens förbund", "association")],
    ),
    ("Flera föreningar kring sjön Ängaren gick samman i fjol.", []),
    ("Med är Tundra Education Centre TEC.", [("Tundra Education Centre TEC", "other")]),
    ("Stödet kommer från Interreg Sverige – Norge i år.", [("Interreg Sverige – Norge", "eu")]),
    ("Rubriken är Gränsöverskridande Samverkan för säkerhet.", []),
    ("Belysning Arvikas fordonsmuseum.", [("Arvikas fordonsmuseum", "other")]),
    (
        "Pengar ges av Västbygdens förbund för utbildning och kultur (VUK).",
        [("Västbygdens förbund för utbildning och kultur", "association"), ("VUK", "association")],
    ),
    ("1 INNEHÅLL Samtycke från Länsstyrelsen Skäl till avvikelser.", [("Länsstyrelsen", "county-board")]),
    ("Rapport om Storsjön MILJÖVERKET i mars.", []),
    ("Projektnummer Bodens Kylteknik AB får mer.", [("Bodens Kylteknik AB", "company")]),
    (
        "I gruppen ingår Hedlund Teknik, Grenbo eldningsteknik, Östkraft, Boda Glas och Svensk Viken Data.",
        [
            ("Hedlund Teknik", "other"),
            ("Grenbo eldningsteknik", "other"),
            ("Östkraft", "other"),
            ("Boda Glas", "other"),
            ("Svensk Viken Data", "other"),
        ],
    ),
    ("Stödet från Statens fiskeriråd räcker länge.", [("Statens fiskeriråd", "agency")]),
    ("I fjol gav Ödebygdens Sparbank mest.", [("Ödebygdens Sparbank", "company")]),
    ("Här arbetar Härdalens biodlarförening.", [("Härdalens biodlarförening", "association")]),
    (
        "Pengarna går till Arvika tennisklubb och IF Granen.",
        [("Arvika tennisklubb", "association"), ("IF Granen", "association")],
    ),
    ("Stöd ges till Boda Science Park för fortsatt arbete.", [("Boda Science Park", "other")]),
    (
        "I gruppen ingår Hedlund Teknik, Grenbo och Östkraft.",
        [("Hedlund Teknik", "other"), ("Grenbo", "other"), ("Östkraft", "other")],
    ),
    ("Kursen hålls av Ljusdalens köpmannaförening ek. för.", [("Ljusdalens köpmannaförening ek. för.", "association")]),
    ("Ledningarna ägs av Sydkustens Vatten och Avlopp AB.", [("Sydkustens Vatten och Avlopp AB", "company")]),
    ("Maskinerna hyrs av AB Härdaglas i höst.", [("AB Härdaglas", "company")]),
    ("Med i arbetet är Centrum för lokal matkultur.", [("Centrum för lokal matkultur", "other")]),
    ("Med är också Nätverket Forskarna i Ådalen.", [("Nätverket Forskarna i Ådalen", "network")]),
    ("Med är också Föreningen Snöflingan i Boden.", [("Föreningen Snöflingan", "association")]),
    ("I höst flyttar Nordliga sjöinstitutet.", [("Nordliga sjöinstitutet", "other")]),
    ("Pengarna kommer från Kajanalands förbund.", [("Kajanalands förbund", "region")]),
    ("Arbetet leds av Møre og Romsdal fylkeskommune.", [("Møre og Romsdal fylkeskommune", "region")]),
    ("I laget finns Lillefjord Sparebank.", [("Lillefjord Sparebank", "company")]),
    ("I fjol gick Västra Götalandsregionen med.", [("Västra Götalandsregionen", "region")]),
    ("Under året har Kalmar läns länsstyrelse svarat.", [("Kalmar läns länsstyrelse", "county-board")]),
    ("Till mötet kom myndigheten och förvaltningen i Pskov.", []),
    ("Därför växer regionala nätverket och rådet.", []),
    ("Byarna får pengar från Myrverket för att laga taket.", [("Myrverket", "agency")]),
    ("Stödet ges av Myrverket för programperioden.", [("Myrverket", "agency")]),
    ("Tjugosex bygdegårdsföreningar får dela på stödet.", []),
]
ENGLISH = [
    (
        "The costs are met by the Finnish Agency for Rivers and Lake Management.",
        [("Finnish Agency for Rivers and Lake Management", "agency")],
    ),
    (
        "It is paid by the Ministry of Forests and Kainuu University.",
        [("Ministry of Forests", "agency"), ("Kainuu University", "university")],
    ),
    (
        "The talks are led by the Government of the Republic of Karelia.",
        [("Government of the Republic of Karelia", "region")],
    ),
    (
        "Work is shared by the Baltic Fish and Harbour Information Centre.",
        [("Baltic Fish and Harbour Information Centre", "other")],
    ),
    ("The grant comes from the European Fisheries Fund.", [("European Fisheries Fund", "eu")]),
    ("Half is paid by Västra Götaland Region.", [("Västra Götaland Region", "region")]),
    ("They met the Managing Authority and the Joint Secretariat.", []),
]


@pytest.mark.parametrize(("text", "wanted"), SWEDISH + ENGLISH)
def test_a_body_is_known_by_its_shape_and_typed_by_its_words(text, wanted):
    assert bodies(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Satsningen drivs av Solkatten tillsammans med Torps kommun.", [("Solkatten", "other")]),
        ("Region Gotland, Solkatten och Fyrvaktarna deltar.", [("Solkatten", "other"), ("Fyrvaktarna", "other")]),
        ("I höst bidrar föreningen Blåklockan med arbete.", [("Blåklockan", "association")]),
        ("Arbetet leds av Anna Exempelsson.", []),
        ("Region Gotland och Anna Exempelsson var där.", []),
    ],
)
def test_a_name_of_no_shape_is_a_body_beside_a_cue_or_in_a_list_with_bodies_unless_it_is_a_person(text, wanted):
    sure = ("actor.cue", "actor.sibling")
    assert [(x.name, x.type) for x in names(text) if x.rule in sure] == wanted


def test_what_the_document_calls_a_project_is_no_body():
    found = names(
        "Projektet Solkatten startar i vår.", "I höst leder Solkatten arbetet, och Ringblomman leder kurserna."
    )
    assert [x.name for x in found if x.rule == "actor.cue"] == ["Ringblomman"]


def test_a_common_noun_at_the_head_of_a_sentence_is_no_body():
    assert bodies("Plattformen leder arbetet. Sedan byggs plattformen ut.") == []


def test_an_abbreviation_of_initials_means_its_name():
    found = names("Nytt från Svenska Älvdalens Producenter (SÄP).", "I år växer SÄP.")
    assert len({x.key for x in found if x.kind == "actor"}) == 1


@pytest.mark.parametrize(
    "piece",
    [
        "Kommunerna Umeå, ",
        "Umeå-",
        "Aa leder Bb ",
        "drivs av Aa, Bb och Cc ",
        "Centre for Aa, Bb and ",
        "Region Abc (ABC), ",
    ],
)
def test_a_hostile_text_is_read_in_linear_time(piece):
    start = time.process_time()
    names((piece * 100_000)[:50_000])
    assert time.process_time() - start < 3


def test_a_second_name_in_brackets_means_the_same_body():
    found = names("Nytt från Åländska Miljöverket (Island Environment Agency).", "Island Environment Agency växer.")
    assert len({x.key for x in found if x.kind == "actor"}) == 1


def test_a_slogan_before_a_place_is_no_body():
    assert bodies("I höst stöder Levande Småland kurserna.", least=0.35) == []
    assert [x.rule for x in names("I höst stöder Tankesmedja Småland kurserna.")][:1] == ["actor.beside-place"]


def test_the_last_word_of_a_body_stands_for_it_before_a_verb_of_bodies():
    found = [n for n in names("SDF Lunden får pengar. Lunden får mest.") if n.kind == "actor"]
    assert [name.key for name in found] == ["actor:sdf-lunden"] * 2
