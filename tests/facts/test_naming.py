"""Names that the words before them promise, in own sentences."""

from collections.abc import Callable

import pytest

Find = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Almi driver projektet Hav och hamn i tre år.", ["Hav och hamn"]),
        ("Kommunen går med i landsbygdssatsningen Bygg byn.", ["Bygg byn"]),
        ("Projekten Alfa, Beta och Gamma startar nu.", ["Alfa", "Beta", "Gamma"]),
        ("De leder varsitt delprojekt: Mjuk mark respektive Hård asfalt.", ["Mjuk mark", "Hård asfalt"]),
        ("Det nya projektet heter Från jord till bord, en förstudie om mat.", ["Från jord till bord"]),
        ("Leden, som kallas Björn-Varg runt, blir 30 kilometer.", ["Björn-Varg runt"]),
        ("Byn fick ett Leaderprojekt, här kallades det för Lya 4 och gällde vargar.", ["Lya 4"]),
        ("De får stöd till projektet Mark, mylla och maskar som startar nu.", ["Mark, mylla och maskar"]),
        ("Projektet Ljusnan går bra. Kommunen har läst projekt Ljusnans slutrapport från i fjol.", ["Ljusnan"]),
        ("Mest, en miljon kronor, går till Nya lekparken vid ån.", ["Nya lekparken vid ån"]),
        ("Projekt Vika 2 går bra. Sedan projekt Vikas arbete tog slut växer byn.", ["Vika 2", "Vika"]),
        (
            "Projektet har namnet Skånska Ringen – Att tillsammans möta havet och vinden.",
            ["Skånska Ringen – Att tillsammans möta havet och vinden"],
        ),
        (
            "Projektet har rubriken Planer för en mark i rörelse: att bo på två håll.",
            ["Planer för en mark i rörelse: att bo på två håll"],
        ),
        ("Som partner i årets projekt, ”Byn i EU” förening, deltar vi.", []),
        ("Kontaktpersoner i projektet: Eva Ekberg Bo Almgren", []),
        ("Bakgrund till projektet I Landsbygdsprogrammet och strategin finns mål.", []),
        ("De samarbetar med projektet Ringleden och projektet Nya spår.", ["Ringleden", "Nya spår"]),
        ("Föreningens projekt, Ponnyringen tilldelas 300 000 kronor för att se över stallarna.", ["Ponnyringen"]),
        ("Det stärks av projekten TALLIN (2 miljoner) och Ut on tour (3 miljoner).", ["TALLIN", "Ut on tour"]),
        ("Det bygger vidare på Gröna hus och ska pågå i två år.", ["Gröna hus"]),
        ("Utskottet sade nej till Lodjurets stigar.", ["Lodjurets stigar"]),
        ("Det tredje projektet är skärgård för alla, där Almi hjälper till.", ["skärgård för alla"]),
        ("Det ena, Trygg i byn, ska minska stölderna.", ["Trygg i byn"]),
        ("Ett annat projekt i länet, SJÖKLART, fick avslag.", ["SJÖKLART"]),
        ("Två beviljade projekt är Grön mark och Vit snö, som startar i maj.", ["Grön mark", "Vit snö"]),
        ("Det ingår i länets stora satsning Hela vägen hem.", ["Hela vägen hem"]),
        ("Det är ett av tre inom Region Alfas program Skogen som skafferi.", ["Skogen som skafferi"]),
        ("Bolaget är också partner i Data Bridge North, som Beta leder.", ["Data Bridge North"]),
        ("Byn får 85 000 kronor till Nya lekparken vid ån.", ["Nya lekparken vid ån"]),
    ],
)
def test_words_before_a_name_promise_it(projects: Find, sentence: str, names: list[str]) -> None:
    assert projects(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Projektledaren heter Stina Ek och bor i byn.",
        "A4 Stora projekt B2 Natur och miljö C1 Gränslöst arbete",
        "Ask the manager for externally funded projects, Norra museum, about it.",
        "In the 2 million project, Finland’s share is small.",
        "Föreningen, som kallas Byns Vänner, betalar.",
        "Det finns EU-miljoner till Tallnäs i år.",
        "Föreningen fick 50 000 kronor till Byns idrottsförening.",
        "Det här är EU-projektet 2014.",
        "Projektet startar i Januari.",
        "Resultatet av projektet Projektet syns.",
    ],
)
def test_other_names_after_such_words_are_no_projects(projects: Find, sentence: str) -> None:
    assert projects(sentence) == []


def test_one_of_three_in_english(projects: Find) -> None:
    assert projects("And the third one, Nordic Kelp Belt, gathers three towns.", language="en") == ["Nordic Kelp Belt"]


def test_an_english_pilot_is_named(projects: Find) -> None:
    sentence = "It continues a pilot by the name of Grass to Gas, carried out in 2019."
    assert projects(sentence, language="en") == ["Grass to Gas"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("These projects are: TideNet (Social group), MOSSEN (Water group) and BIRO.", ["TideNet", "MOSSEN", "BIRO"]),
        (
            "Selected projects include TIDEX (Tidal expertise), led by Alfa Ltd, Norway; BIRO PLUS (Birch roads), led by Beta AS; and MOSS, led by Gamma.",
            ["TIDEX", "BIRO PLUS", "MOSS"],
        ),
        ("Selected projects include TIDEX and BIRO PLUS led by Alfa; Beta Ltd pays.", ["TIDEX", "BIRO PLUS"]),
    ],
)
def test_names_in_a_list_may_have_brackets_and_clauses_behind_them(
    projects: Find, sentence: str, names: list[str]
) -> None:
    assert projects(sentence, language="en") == names


def test_what_is_so_called_is_no_project(projects: Find) -> None:
    sentence = "The board decides which projects within the so-called Kelp calls are granted."
    assert projects(sentence, language="en") == []


def test_a_noun_inside_an_english_word_calls_nothing_a_project(projects) -> None:
    assert projects("They build on the new industrial estate, Norrby Park, a short walk away.", language="en") == []
    assert projects("The town gets a new sub-project, Norrby Park, this year.", language="en") == ["Norrby Park"]
