"""Fact boxes whose labels and values stand apart, in own cards."""

import pytest

from graphkit.documents.lines import read_lines

EXAMPLES = {
    "labels and values parted by a blank alone, and who answers for it": (
        "Projekt Sylt på burk\nProjektägare Alviks syltförening ek för\nKommuner Alvik, Betsta\nKontaktperson Ylva Ek 070-174 06 05",
        [
            "pair: Projekt | Sylt på burk",
            "pair: Projektägare | Alviks syltförening ek för",
            "pair: Kommuner | Alvik, Betsta",
            "contact: Kontaktperson Ylva Ek 070-174 06 05",
        ],
    ),
    "a label's word at the head of one line alone is none": (
        "Projekt Alvik växer\n\nByarna har väntat länge. Nu byggs vägen.",
        ["title: Projekt Alvik växer", "paragraph: Byarna har väntat länge. Nu byggs vägen."],
    ),
    "several bodies below a label of several, each alone": (
        "Finansiärer\n\nAlfa fond\n\nAlviks kommun\n\nRegion Betsta\n\nByarna har väntat länge. Nu byggs vägen.",
        [
            "pair: Finansiärer | Alfa fond | Alviks kommun | Region Betsta",
            "paragraph: Byarna har väntat länge. Nu byggs vägen.",
        ],
    ),
    "what stands above the text after the bodies heads the text": (
        "Partners\n\nAlviks kommun\n\nRegion Betsta\n\nSå gick det\n\nByarna har väntat länge. Nu byggs vägen.",
        [
            "pair: Partners | Alviks kommun | Region Betsta",
            "heading: Så gick det",
            "paragraph: Byarna har väntat länge. Nu byggs vägen.",
        ],
    ),
    "English labels before their values with a blank alone": (
        "Vägar och broar\n\nReference number 2011-44\nCoordinator Alfa Bro AB\nFunding from Beta SEK 300 000\nProject duration July 2011 - May 2012",
        [
            "title: Vägar och broar",
            "pair: Reference number | 2011-44",
            "pair: Coordinator | Alfa Bro AB",
            "pair: Funding from | Beta SEK 300 000",
            "pair: Project duration | July 2011 - May 2012",
        ],
    ),
    "a label glued to the heading above it": (
        "Vägar och broar\n\nStigar för allaTotal budget: 774 218 €\nByarna har väntat länge. Nu röjs stigen.",
        [
            "title: Vägar och broar",
            "heading: Stigar för alla",
            "pair: Total budget | 774 218 €",
            "paragraph: Byarna har väntat länge. Nu röjs stigen.",
        ],
    ),
    "words that ask for something end the bodies": (
        "Parter\n\nAlviks kommun\n\nDel av ön det berör\n\nNorra udden\n\nKontakt på museet\n\nAnna Ek",
        [
            "pair: Parter | Alviks kommun",
            "heading: Del av ön det berör",
            "heading: Norra udden",
            "heading: Kontakt på museet",
            "paragraph: Anna Ek",
        ],
    ),
    "labels in capitals, years, and a fund with its sum": (
        "TIDTABELL\n\n2015-2018\n\nFINANSIERINGSINSTRUMENT OCH FINANSIERING\n\nAlfa fond\n\n600 000 €\n\nHUVUDKOORDINATOR\n\nRegion Betsta",
        [
            "pair: TIDTABELL | 2015-2018",
            "pair: FINANSIERINGSINSTRUMENT OCH FINANSIERING | Alfa fond | 600 000 €",
            "pair: HUVUDKOORDINATOR | Region Betsta",
        ],
    ),
    "one value where the label asks for one": (
        "Projektägare\n\nAlviks kommun\n\nVägar och broar\n\nByarna har väntat länge. Nu byggs vägen.",
        [
            "pair: Projektägare | Alviks kommun",
            "heading: Vägar och broar",
            "paragraph: Byarna har väntat länge. Nu byggs vägen.",
        ],
    ),
    "a lettered line heads the text right below it": (
        "Vägar och broar\n\na) Nya broar\nByarna har väntat länge. Nu byggs bron.\n\nb) Gamla stigar\nStigarna röjs i vår. Alla hjälps åt.",
        [
            "title: Vägar och broar",
            "heading: a) Nya broar",
            "paragraph: Byarna har väntat länge. Nu byggs bron.",
            "heading: b) Gamla stigar",
            "paragraph: Stigarna röjs i vår. Alla hjälps åt.",
        ],
    ),
    "a picture's file is no line of the text": (
        "Vägar och broar\n\nbro_over_an_2015.jpg\n\nByarna har väntat länge. Nu byggs vägen.",
        ["skip: bro_over_an_2015.jpg", "title: Vägar och broar", "paragraph: Byarna har väntat länge. Nu byggs vägen."],
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_box_with_values_apart_gives_its_pairs(name: str) -> None:
    source, expected = EXAMPLES[name]
    told = []
    for draft in read_lines(source):
        words = " | ".join(text for text, _ in draft.cells) or draft.text
        told.append(f"{'skip' if draft.reason else draft.kind.value}: {words}")
    assert told == expected
