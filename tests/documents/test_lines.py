"""Layouts of flattened text and the blocks that come of them. Each source was written for its pattern."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.documents.builder import Draft, build_document
from graphkit.documents.lines import read_flattened, read_lines
from graphkit.model import BlockKind, DocumentInfo

INFO = DocumentInfo("d", "d.txt", "txt", "", "sv")


def listing(drafts: list[Draft]) -> list[str]:
    """One line per draft: its kind (skip for boilerplate), and its words; a row's cells with their headers."""
    told = []
    for draft in drafts:
        kind = "skip" if draft.reason else draft.kind.value
        cells = [f"{text} <{header}>" if header else text for text, header in draft.cells]
        told.append(f"{kind}: {' | '.join(cells) if cells else draft.text}".replace("\n", " / "))
    return told


EXAMPLES = {
    "labels and values on alternating lines, one label with several values": (
        "Projektnamn\nSmåkraft i Bergslagen\n\nSvensk projektägare\nNora kommun\n\nÖvriga parter\nHällefors kommun\nÖrebro universitet",
        [
            "pair: Projektnamn | Småkraft i Bergslagen",
            "pair: Svensk projektägare | Nora kommun",
            "pair: Övriga parter | Hällefors kommun | Örebro universitet",
        ],
    ),
    "labels and values without blank lines, first dates, then payers": (
        "2.1 Tid och pengar\nStart\n1 maj 2017\nSlut\n30 april 2019\nTotal budget\n4,2 mkr\nNora kommun\n1 200 000\nRegion Örebro län\n3 000 000",
        [
            "heading: 2.1 Tid och pengar",
            "pair: Start | 1 maj 2017",
            "pair: Slut | 30 april 2019",
            "pair: Total budget | 4,2 mkr",
            "row: Nora kommun <Finansiär> | 1 200 000 <Belopp>",
            "row: Region Örebro län <Finansiär> | 3 000 000 <Belopp>",
        ],
    ),
    "every line set apart by blank ones": (
        "Projektägare\n\nMora kommun\n\nProjektperiod\n\n2015–2017\n\nByarna har länge väntat på en bättre väg.",
        [
            "pair: Projektägare | Mora kommun",
            "pair: Projektperiod | 2015–2017",
            "paragraph: Byarna har länge väntat på en bättre väg.",
        ],
    ),
    "a label with a colon above its values": (
        "Vad:\nett projekt om sill\nAv vem:\nRegion Halland, 2 miljoner\nVarbergs kommun, 350 000",
        ["pair: Vad | ett projekt om sill", "pair: Av vem | Region Halland, 2 miljoner | Varbergs kommun, 350 000"],
    ),
    "label: value lines": (
        "Fakta om Sillen\nProjektägare: Varbergs kommun\nBudget: 3,1 mnkr\nBeslut: Nämnden säger ja. Bidraget sänks till 900 000 kr.",
        [
            "heading: Fakta om Sillen",
            "pair: Projektägare | Varbergs kommun",
            "pair: Budget | 3,1 mnkr",
            "pair: Beslut | Nämnden säger ja. Bidraget sänks till 900 000 kr.",
        ],
    ),
    "labels and amounts glued to what follows": (
        "Så betalas arbetet\n\nProjektägareCoompanion Halland\nProjekttidmaj 2017–april 2019\nFalkenbergs kommun180 000 kr\nHylte kommun95 000 kr",
        [
            "title: Så betalas arbetet",
            "pair: Projektägare | Coompanion Halland",
            "pair: Projekttid | maj 2017–april 2019",
            "row: Falkenbergs kommun <Finansiär> | 180 000 kr <Belopp>",
            "row: Hylte kommun <Finansiär> | 95 000 kr <Belopp>",
        ],
    ),
    "several labels on one line": (
        "Lead Partner:\nMunicipality of Nora\nTotal: 402 000,00 €   ERDF: 301 500,00 €",
        ["pair: Lead Partner | Municipality of Nora", "pair: Total | 402 000,00 €", "pair: ERDF | 301 500,00 €"],
    ),
    "labels as sentences at the end of a paragraph": (
        "En gammal flottled ska bli vandringsled. Svensk ägare: Torsby kommun. Norsk eier: Trysil kommune. Period: 2016–2018.",
        [
            "paragraph: En gammal flottled ska bli vandringsled.",
            "pair: Svensk ägare | Torsby kommun.",
            "pair: Norsk eier | Trysil kommune.",
            "pair: Period | 2016–2018.",
        ],
    ),
    "a table, one cell per line, without blank lines; subtotals": (
        "Finansiering\n\nFinansiär\nBelopp\nRegion Dalarna\n400 000 €\nMora kommun\n60 000 €\nTotalt svensk sida\n460 000 €\nTrysil kommune\n90 000 NOK",
        [
            "heading: Finansiering",
            "header-row: Finansiär | Belopp",
            "row: Region Dalarna <Finansiär> | 400 000 € <Belopp>",
            "row: Mora kommun <Finansiär> | 60 000 € <Belopp>",
            "row: Totalt svensk sida <Finansiär> | 460 000 € <Belopp>",
            "row: Trysil kommune <Finansiär> | 90 000 NOK <Belopp>",
        ],
    ),
    "a table with blank lines between rows, a unit in the heading, ranks, a status and a short row of sums": (
        "Ansökningar, belopp i tkr\n\nRang\nProjekt\nSökande\nSökt stöd\nBeviljas\nPoäng\n\n1\nTorvströ\nMalå kommun\n1 200\n1 200\n88\n\n"
        "2\nsill & strömming\nSimrishamns kommun\n900\nNej\n61\n\nSumma\n2 100\n1 200",
        [
            "title: Ansökningar, belopp i tkr",
            "header-row: Rang | Projekt | Sökande | Sökt stöd | Beviljas | Poäng",
            "row: 1 <Rang> | Torvströ <Projekt> | Malå kommun <Sökande> | 1 200 <Sökt stöd (tkr)> | 1 200 <Beviljas (tkr)> | 88 <Poäng>",
            "row: 2 <Rang> | sill & strömming <Projekt> | Simrishamns kommun <Sökande> | 900 <Sökt stöd (tkr)> | Nej <Beviljas (tkr)> | 61 <Poäng>",
            "row:  <Rang> | Summa <Projekt> |  <Sökande> | 2 100 <Sökt stöd (tkr)> | 1 200 <Beviljas (tkr)> |  <Poäng>",
        ],
    ),
    "a matrix of years whose first header is an empty line": (
        "Finansiering (kr)\n\u00a0\n2021\n2022\nTotalt\n\nMalå kommun\n300 000\n500 000\n800 000\n\nSveaskog AB\n100 000\n–\n100 000\n\nTotalt\n400 000\n500 000\n900 000",
        [
            "heading: Finansiering (kr)",
            "header-row:  | 2021 | 2022 | Totalt",
            "row: Malå kommun | 300 000 <2021 (kr)> | 500 000 <2022 (kr)> | 800 000 <Totalt (kr)>",
            "row: Sveaskog AB | 100 000 <2021 (kr)> | – <2022 (kr)> | 100 000 <Totalt (kr)>",
            "row: Totalt | 400 000 <2021 (kr)> | 500 000 <2022 (kr)> | 900 000 <Totalt (kr)>",
        ],
    ),
    "a name inside a cell of amounts": (
        "Funding\n\nPartner\nOwn contribution (€)\nInterreg (€)\n\nUniversity of Nora\n98,000\n520,000\n\nNora Band AB\nRegion Orebro 120,000\n145,000",
        [
            "heading: Funding",
            "header-row: Partner | Own contribution (€) | Interreg (€)",
            "row: University of Nora <Partner> | 98,000 <Own contribution (€)> | 520,000 <Interreg (€)>",
            "row: Nora Band AB <Partner> | Region Orebro 120,000 <Own contribution (€)> | 145,000 <Interreg (€)>",
        ],
    ),
    "columns of blanks below a sentence about money": (
        "Budgeten på 1,2 Mkr fördelar sig på tre håll enligt följande:\n  Sida, via Forum Syd     900 000 SEK\n  Malå kommun             300 000 SEK",
        [
            "paragraph: Budgeten på 1,2 Mkr fördelar sig på tre håll enligt följande:",
            "row: Sida, via Forum Syd <Finansiär> | 900 000 SEK <Belopp>",
            "row: Malå kommun <Finansiär> | 300 000 SEK <Belopp>",
        ],
    ),
    "columns of tabs": (
        "Indikator\tKvinnor\tMän\nNya företag\t4\t6\nNya jobb\t\t9",
        [
            "header-row: Indikator | Kvinnor | Män",
            "row: Nya företag <Indikator> | 4 <Kvinnor> | 6 <Män>",
            "row: Nya jobb <Indikator> |  <Kvinnor> | 9 <Män>",
        ],
    ),
    "results and numbers on alternating lines are pairs": (
        "Förväntade resultat\n\nKartlagda källor\n34\nÖvningar\n6",
        ["heading: Förväntade resultat", "pair: Kartlagda källor | 34", "pair: Övningar | 6"],
    ),
    "list items with and without bullets": (
        "Målet är att nå hela kusten.\n\nVi ska\n• laga två torn\n• utbilda 16 tekniker\n\nResultat:\n11 nya linjer\n2 400 biljetter sålda",
        [
            "paragraph: Målet är att nå hela kusten.",
            "heading: Vi ska",
            "list-item: laga två torn",
            "list-item: utbilda 16 tekniker",
            "heading: Resultat:",
            "list-item: 11 nya linjer",
            "list-item: 2 400 biljetter sålda",
        ],
    ),
    "what somebody says after a dash is no list item": (
        "– Vi har väntat länge på detta besked och är glada, säger ordföranden.",
        ["paragraph: – Vi har väntat länge på detta besked och är glada, säger ordföranden."],
    ),
    "minutes": (
        "Leader Sjöriket\nProtokoll nr 2/2019\n\nSida 2 (5)\n\n§ 14\nProjektansökningar\n\na) Journalnr 2019-7\nProjekt: Bad för alla\nSökt stöd: 90 000 kr\n\n"
        "§ 15   Omdisponering: Båtleden\nFrågan bordläggs till nästa möte.\n\nVid protokollet\nEva Sjöbris, sekreterare",
        [
            "skip: Sida 2 (5)",
            "paragraph: Leader Sjöriket",
            "title: Protokoll nr 2/2019",
            "heading: § 14 Projektansökningar",
            "heading: a) Journalnr 2019-7",
            "pair: Projekt | Bad för alla",
            "pair: Sökt stöd | 90 000 kr",
            "heading: § 15 Omdisponering: Båtleden",
            "paragraph: Frågan bordläggs till nästa möte.",
            "heading: Vid protokollet",
            "contact: Eva Sjöbris, sekreterare",
        ],
    ),
    "headings in capitals and right above their text": (
        "Tre projekt får stöd\n\nSJÖBAD\nSka göra baden renare. Budget: 2 mnkr.\n\nBACKE UPP\nEtt skidprojekt i norr. Malå kommun äger det.",
        [
            "title: Tre projekt får stöd",
            "heading: SJÖBAD",
            "paragraph: Ska göra baden renare. Budget: 2 mnkr.",
            "heading: BACKE UPP",
            "paragraph: Ett skidprojekt i norr. Malå kommun äger det.",
        ],
    ),
    "the menu above, links and the footer below": (
        "Hoppa till huvudinnehållet\nRegion Exempel\nNyheter\nOm oss\nKontakt\n\nPublicerad: 3 mars 2021\n\nNya våtmarker i länet\n\nRegionen satsar på våtmarker i hela länet.\n\n"
        "Läs också: Fler fåglar\n\nSenaste inläggen\nFrukost i hamnen\nLediga lokaler\n\nKontakt\nEva Sjöbris\nprojektledare\n010-123 45 67\n\nRegion Exempel, Box 12, 123 45 Exempelstad\nOm kakor",
        [
            "skip: Hoppa till huvudinnehållet",
            "skip: Region Exempel",
            "skip: Nyheter",
            "skip: Om oss",
            "skip: Kontakt",
            "skip: Publicerad: 3 mars 2021",
            "title: Nya våtmarker i länet",
            "paragraph: Regionen satsar på våtmarker i hela länet.",
            "skip: Läs också: Fler fåglar",
            "skip: Senaste inläggen",
            "skip: Frukost i hamnen",
            "skip: Lediga lokaler",
            "heading: Kontakt",
            "contact: Eva Sjöbris / projektledare / 010-123 45 67",
            "skip: Region Exempel, Box 12, 123 45 Exempelstad",
            "skip: Om kakor",
        ],
    ),
    "a breadcrumb below the site's name": (
        "Malå kommun\n\nStart / Nyheter / Näringsliv\n\nFlis ger jobb i byarna\n\nFyra byar får dela på en miljon kronor.",
        [
            "skip: Malå kommun",
            "skip: Start / Nyheter / Näringsliv",
            "title: Flis ger jobb i byarna",
            "paragraph: Fyra byar får dela på en miljon kronor.",
        ],
    ),
    "the site's name alone above the title": (
        "Malå kommun\n\nFlis ger jobb i fyra byar\n\nFyra byar får dela på en miljon kronor.",
        [
            "paragraph: Malå kommun",
            "title: Flis ger jobb i fyra byar",
            "paragraph: Fyra byar får dela på en miljon kronor.",
        ],
    ),
    "a text that breaks off in the middle of a word": (
        "Nya hamnar\n\nDen ena ansökan gäller hamnen i Ystad och den andra en skidtunnel som planeras i Malå av två före",
        [
            "title: Nya hamnar",
            "paragraph: Den ena ansökan gäller hamnen i Ystad och den andra en skidtunnel som planeras i Malå av två före",
        ],
    ),
    "a table that breaks off in the middle of a row": (
        "Finansiär\nBelopp\nMalå kommun\n10 000 kr\nNorsjö kommun\n20 000 kr\nSkell",
        [
            "header-row: Finansiär | Belopp",
            "row: Malå kommun <Finansiär> | 10 000 kr <Belopp>",
            "row: Norsjö kommun <Finansiär> | 20 000 kr <Belopp>",
            "paragraph: Skell",
        ],
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_layout_gives_its_blocks(name: str) -> None:
    source, expected = EXAMPLES[name]
    assert listing(read_lines(source)) == expected


def test_pairs_that_follow_each_other_are_one_box_and_each_table_has_its_own_number() -> None:
    text = "Projektägare: Malå kommun\n\nBudget: 2 mnkr\n\nEn mening om arbetet skiljer rutorna åt.\n\nFinansiär\nBelopp\nMalå kommun\n2 000 kr\n\nStatus: Avslutat"
    assert [draft.table for draft in read_lines(text)] == [0, 0, None, 1, 1, 2]


def test_the_site_the_title_and_the_date_are_told() -> None:
    reading = read_flattened(
        "PRESSMEDDELANDE\nRegion Exempel\n2021-03-04\n\nNya broar i länet\n\nTvå broar byggs om i sommar."
    )
    assert (reading.publisher, reading.title, reading.issued) == ("Region Exempel", "Nya broar i länet", "2021-03-04")


def test_the_date_of_publication_goes_before_the_date_of_the_last_change() -> None:
    text = "Senast uppdaterad 2020-05-06\n\nBroarna\n\nTvå broar byggs om i sommar.\n\nPublicerad 2019-02-01"
    assert read_flattened(text).issued == "2019-02-01"


def test_the_levels_of_headings_follow_their_shape() -> None:
    text = "Utvärdering av vården\n\n1. Uppdraget\nUppdraget är att följa projektet noga.\n1.2 Tider\nAllt ska vara klart till hösten.\n\nSå gör vi\n\nVi ringer runt till alla byar."
    assert [(draft.text, draft.level) for draft in read_lines(text) if draft.level] == [
        ("Utvärdering av vården", 1),
        ("1. Uppdraget", 2),
        ("1.2 Tider", 3),
        ("Så gör vi", 2),
    ]


def test_text_without_a_head_keeps_its_first_lines_as_they_are() -> None:
    assert (
        listing(read_lines("Kontakt\nNyheter om sill\n\nAllt går bra i år.", head=False))[-1]
        == "paragraph: Allt går bra i år."
    )
    assert not any(
        draft.kind.value == "title" for draft in read_lines("Broarna\n\nTvå broar byggs om i sommar.", head=False)
    )


def test_a_line_with_money_is_never_skipped() -> None:
    told = listing(
        read_lines("Nya broar\n\nLäs mer: Malå kommun går in med 300 000 kronor\n\nTvå broar byggs om i sommar.")
    )
    assert not [line for line in told if line.startswith("skip")]


WORDS = st.sampled_from(
    [
        "Finansiär",
        "Belopp",
        "Malå",
        "kommun",
        "300",
        "000",
        "kr",
        "–",
        "Summa",
        "Totalt",
        "2024",
        "Projektägare:",
        "Kontakt",
        "Meny",
        "Hem",
        "|",
        "/",
        "•",
        "-",
        "1.",
        "a)",
        "§",
        "12",
        "mål",
        "och",
        "Sida",
        "2019-02-01",
        "@",
        "#",
        "**",
        "[x](y)",
        "\t",
        "cookies",
        "\xa0",
    ]
)
LINES = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=40).map("\n".join)


@given(st.one_of(LINES, st.text(max_size=400)), st.booleans())
@settings(max_examples=200, deadline=None)
def test_no_text_raises_and_no_word_is_lost(text: str, head: bool) -> None:
    drafts = read_lines(text, head=head)
    document = build_document(INFO, drafts)
    # Bullets go, and so do figures' spaces; letters and digits stay, each as often as the source has them.
    kept = sorted(c for part in (document.text, *(s.text for s in document.skipped)) for c in part if c.isalnum())
    source = build_document(INFO, [Draft(text=text)]).text
    assert kept == sorted(c for c in source if c.isalnum())


def test_a_menu_ends_where_the_footer_begins() -> None:
    told = listing(read_lines("Finansiär\ncookies\n\ncookies\nFinansiär"))
    assert [line.partition(": ")[2] for line in told] == ["Finansiär", "cookies", "cookies", "Finansiär"]


@given(LINES)
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_drafts(text: str) -> None:
    assert read_lines(text) == read_lines(text)


@pytest.mark.parametrize(
    "piece",
    ["1", " ", "@", "a@", "1 ", "Total\n", "Budget: 3\n", "a\t", "|a", "(", "[a](", "-\n", "070-", "Period: 1. "],
)
def test_long_runs_of_one_piece_are_read(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    document = build_document(INFO, read_lines(text))
    assert sum(c.isalnum() for c in document.text + "".join(s.text for s in document.skipped)) == sum(
        c.isalnum() for c in text
    )


def test_who_answers_for_a_project_makes_its_record_no_contact() -> None:
    text = (
        "Pengar till länet\n\nStyrelsen beviljade medel till projekt:\n• Sånger i fjällen\nSökande: Malå kommun\n"
        "Kontaktperson: Siri Alvik 063-14 41 90\nSökt EU-belopp: 612 480 kr\n"
    )
    drafts = read_lines(text)
    assert not any(draft.kind is BlockKind.CONTACT for draft in drafts if "Sånger" in draft.text)
    pairs = [draft.cells[0][0] for draft in drafts if draft.kind is BlockKind.PAIR]
    assert [label for label in pairs if label != "Kontaktperson"] == ["Sökande", "Sökt EU-belopp"]
