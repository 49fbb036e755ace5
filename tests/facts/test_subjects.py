"""Names known by their shape or by what follows them, in own sentences."""

from collections.abc import Callable

import pytest

Find = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("language", "sentence", "names"),
    [
        ("sv", "Vi minns Goda grannar, ett treårigt projekt om mat.", ["Goda grannar"]),
        ("sv", "Nya fjällvägar är det enda projektet som korsar gränsen.", ["Nya fjällvägar"]),
        ("sv", "Ny start, stöd för unga är ett projekt som Almi leder.", ["Ny start"]),
        ("sv", "Förr samsades de om Ålens resa (2019–2021), som Sida betalade.", ["Ålens resa"]),
        ("sv", "Kraftsamling 2017–2019", []),
        ("sv", "Malmbyns framtid 2017–2019", ["Malmbyns framtid"]),
        ("sv", "Malmbyns framtid 1.5.2017 – 30.9.2019 (20.400 €)", ["Malmbyns framtid"]),
        ("sv", "#byarihop växer. Nu kan fler gå med i #byarihop.", ["#byarihop"]),
        ("sv", "lust att lära räddar sommaren. Alla gillar lust att lära.", ["lust att lära"]),
        ("en", "The Clear Waters project restores lakes.", ["Clear Waters"]),
        ("en", "They applied for Salt Road North (SRN), a tourism project on the coast.", ["Salt Road North"]),
        ("en", "Malmö is the Swedish project owner.", []),
        ("en", "NORTH–SOUTH WATER BRIDGE was completed in June.", ["NORTH–SOUTH WATER BRIDGE"]),
    ],
)
def test_the_words_around_a_name_give_it_away(projects: Find, language: str, sentence: str, names: list[str]) -> None:
    assert projects(sentence, language=language) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Ek (1931–1999) byggde huset.",
        "att bevilja medel. Det är svårt att bevilja medel.",
        "Bybolaget Norra fick 40 000 kronor till sitt projekt. Det gläder Bybolaget Norra.",
        "Fakta om länet är ett bra stöd.",
    ],
)
def test_persons_and_plain_words_are_no_projects(projects: Find, sentence: str) -> None:
    assert projects(sentence) == []


def test_who_is_quoted_is_no_project(projects: Find) -> None:
    assert projects("Maja Ek Lund är glad.", "– Det blir bra, säger Maja Ek Lund.") == []


def test_paragraphs_of_a_page_on_several_projects_begin_with_their_names(projects: Find) -> None:
    names = projects(
        "Länet ger stöd till tre samarbeten.",
        "Ren sjö leds av Alvik.",
        "Ung i byn samlar skolor.",
        "Ålen i ån drivs av Betsta.",
    )
    assert names == ["Ren sjö", "Ung i byn", "Ålen i ån"]


def test_no_paragraph_begins_with_a_name_where_no_projects_are_counted(projects: Find) -> None:
    assert projects("Länet ger stöd.", "Gamla torget leds av ingen.") == []


def test_what_money_goes_to_in_quotation_marks_is_a_project(projects: Find) -> None:
    assert projects("Byn får 80 000 kronor för att driva ”Hon kan här”.") == ["Hon kan här"]
    assert projects("Byn svarar med ”Hon kan här” på frågan.") == []


def test_earlier_projects_with_their_years_are_named_among_their_like(projects: Find) -> None:
    assert projects("Earlier projects were Sail Home (2012–2014) and two more.", language="en") == ["Sail Home"]


def test_names_in_quotation_marks_are_projects_on_a_page_that_counts_several(projects: Find) -> None:
    lines = ("I ”Torra kranar” mäter Alvik vatten.", "Betsta räknar fisk i ”Levande kaj”.")
    assert projects("Länet ger stöd till fem projekt.", *lines) == ["Torra kranar", "Levande kaj"]
    assert projects("Länet ger stöd.", *lines) == []


def test_a_name_that_is_one_word_with_project_keeps_its_capital_inside_sentences(
    projects: Callable[..., list[str]],
) -> None:
    assert projects("Arbetet med det s k Saltviksprojektet utvidgas. Saltviksprojektet startade i fjol.") == [
        "Saltviksprojektet"
    ]
    assert projects("Forskningsprojektet startade i fjol, och Interregprojektet likaså.") == []


def test_a_heading_of_a_short_word_and_the_noun_is_a_name(projects: Find) -> None:
    assert projects("## Du-projektet", "Du-projektet ägs av Alfa folkhögskola.") == ["Du-projektet"]


def test_a_titled_name_may_end_with_the_word_project(projects: Callable[..., list[str]]) -> None:
    sentence = "We signed an agreement on the Tallvik Water Supply Project, and the Lead Partner Project Office pays."
    assert projects(sentence, language="en") == ["Tallvik Water Supply Project"]


def test_what_is_called_a_project_in_a_sentence_is_one_though_it_is_shaped_as_a_body(projects) -> None:
    told = "Projektet tilldelas 4,5 miljoner kronor."
    assert projects("Campus Norrby är ett gemensamt projekt mellan tre byar.", told) == ["Campus Norrby"]
    assert projects("Kustens Framtid del 1 var ett projekt med stöd från EU.", told) == ["Kustens Framtid del 1"]
    assert projects("Campus Norrby är ett lärcentrum som tre byar driver.", "Campus Norrby växer.") == []


def test_a_project_may_be_said_to_be_what_stands_in_quotation_marks(projects: Callable[..., list[str]]) -> None:
    sentence = "Another initiative in Moldova in 2021 was “Clear the Hills”, which aims to plant trees."
    assert projects(sentence, language="en") == ["Clear the Hills"]
