"""Names that whole phrases announce, in own sentences."""

from collections.abc import Callable

import pytest

Find = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("”Torra väggar”. Det är namnet på ett nytt projekt där husägare får mäta fukt.", ["Torra väggar"]),
        ("Rötter och kronor är namnet på ett treårigt projekt.", ["Rötter och kronor"]),
        ("Läslyft på landet heter projektet som startar i höst.", ["Läslyft på landet"]),
        ("Ljus i ladan. Så heter den nya satsningen.", ["Ljus i ladan"]),
        ("Många kom för att höra vad Tjära & tradition går ut på.", ["Tjära & tradition"]),
        ("Vi har sagt ja till treåriga satsningar som Läsbussen vid ån, säger hon.", ["Läsbussen vid ån"]),
        ("Två nya projekt får stöd. Dessa är Vinterleder och Fiskevägen.", ["Fiskevägen", "Vinterleder"]),
        ("Det andra kustprojektet är Klart vatten som får 800 000 kronor.", ["Klart vatten"]),
        ("Det tredje byprojektet, som kostar 2 miljoner kr, är Stigfinnaren.", ["Stigfinnaren"]),
        ("Länet leder Blå Vikar, som projektet heter.", ["Blå Vikar"]),
        ("De fick pengar till ett projekt under benämningen ”Häng på torget”.", ["Häng på torget"]),
        ("Tre projekt får stöd. Störst av de nya är Vinterleder, som får en miljon.", ["Vinterleder"]),
        ("Det är tre ESF-projekt: Nya steg, Fotfäste och Jobbspåret.", ["Fotfäste", "Jobbspåret", "Nya steg"]),
        ("Kvarnsteget – ett projekt för levande åar samlar tre byar.", ["Kvarnsteget"]),
        ("Kommunen medfinansierar högskolans projektansökan SOLO med en miljon.", ["SOLO"]),
        ("Projektet som fått titeln ”Tång för alla” startar nu.", ["Tång för alla"]),
        ("Trygg väg hem med Alfa kommun som projektägare får 2 miljoner kr.", ["Trygg väg hem"]),
        ("Skolan får stöd för två projekt; ”Klart vatten” och ”Kall jord”.", ["Kall jord", "Klart vatten"]),
    ],
)
def test_phrases_announce_a_name(projects: Find, sentence: str, names: list[str]) -> None:
    assert sorted(projects(sentence)) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Vad heter projektet som ni söker pengar till?",
        "Inom projekt som Lantbrukarna driver får alla lära sig mer.",
        "Störst av öarna är Fårö, som många besöker.",
        "Spelet går ut på att samla stenar.",
    ],
)
def test_the_same_words_of_other_things_announce_none(projects: Find, sentence: str) -> None:
    assert projects(sentence) == []


def test_english_phrases_announce_a_name(projects: Find) -> None:
    assert projects("Warm Walls is the name of a new project in the county.", language="en") == ["Warm Walls"]
