"""What users are told, in Swedish and English.

What commands print stands here under a key, in both languages. Errors and the help of commands stand in English where they are raised or
described, and are looked up by that text in `graphkit/swedish/`, so that a text that was changed is one that lacks its Swedish.
"""

from __future__ import annotations

import os
import string
import sys
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

LANGUAGES = ("sv", "en")

MESSAGES: Mapping[str, Mapping[str, str]] = {
    # -------------------------------------------------------------------------------- the report of a build
    "report.documents": {
        "sv": "Dokument      {documents}: {new} nya, {changed} ändrade, {unchanged} som förut",
        "en": "Documents     {documents}: {new} new, {changed} changed, {unchanged} as before",
    },
    "report.facts": {"sv": "Fakta         {counts}", "en": "Facts         {counts}"},
    "report.entities": {"sv": "I grafen      {counts}", "en": "In the graph  {counts}"},
    "report.time": {"sv": "Tid           {total} ({stages})", "en": "Time          {total} ({stages})"},
    "report.boilerplate": {
        "sv": "Utelämnat     {counts} (det som inte hör till texten ger inga fakta)",
        "en": "Left out      {counts} (what is no part of the text gives no facts)",
    },
    "report.issues": {
        "sv": "Lämnat öppet  {counts} (visa dem: {command} check --issues{store})",
        "en": "Left open     {counts} (show them: {command} check --issues{store})",
    },
    "report.problems": {"sv": "Kunde inte läsas ({number}):", "en": "Could not be read ({number}):"},
    "report.gone": {
        "sv": "Finns inte längre på disken, borttagna ur grafen ({number}):",
        "en": "No longer on the disk, taken out of the graph ({number}):",
    },
    "report.skipped-files": {
        "sv": "Filer av slag som inte läses ({number}): {names}",
        "en": "Files of kinds that are not read ({number}): {names}",
    },
    "report.echoes": {
        "sv": "Säger om vad ett annat dokument säger ({number}):",
        "en": "Say again what another document says ({number}):",
    },
    "echo.copy": {
        "sv": "{stem}: samma text som {of} ({percent} lika); det är ett belägg till, inga fakta räknas två gånger",
        "en": "{stem}: the same text as {of} ({percent} alike); one more proof, and no fact counts twice",
    },
    "echo.older": {
        "sv": "{stem}: äldre version av {of} ({percent} lika); den nyare gäller, och det som bara den äldre säger räknas inte",
        "en": "{stem}: an older version of {of} ({percent} alike); the newer holds, and what only the older says doesn't count",
    },
    "echo.apart": {
        "sv": "{stem}: nästan samma text som {of} ({percent} lika), men med andra belopp; båda räknas, se efter om de ska det",
        "en": "{stem}: nearly the same text as {of} ({percent} alike), but with other amounts; both count, see whether they should",
    },
    "report.violations": {
        "sv": "Brott mot grafens regler ({number}):",
        "en": "Breaks of the graph's rules ({number}):",
    },
    "report.warnings": {"sv": "Värt att se över ({number}):", "en": "Worth a look ({number}):"},
    "report.clean": {"sv": "Inga problem.", "en": "No problems."},
    "report.more": {"sv": "  … och {number} till", "en": "  … and {number} more"},
    # ----------------------------------------------------------------------------------- kinds and stages
    "kind.projects": {"sv": "projekt", "en": "projects"},
    "kind.actors": {"sv": "aktörer", "en": "actors"},
    "kind.regions": {"sv": "regioner", "en": "regions"},
    "kind.roles": {"sv": "roller", "en": "roles"},
    "kind.flows": {"sv": "penningflöden", "en": "funding flows"},
    "kind.budgets": {"sv": "budgetar", "en": "budgets"},
    "kind.periods": {"sv": "perioder", "en": "periods"},
    "kind.locations": {"sv": "verksamhetsområden", "en": "locations"},
    "kind.cooperations": {"sv": "samarbeten", "en": "cooperations"},
    "kind.indicators": {"sv": "indikatorer", "en": "indicators"},
    "kind.contacts": {"sv": "kontakter", "en": "contacts"},
    "kind.project": {"sv": "projekt", "en": "projects"},
    "kind.actor": {"sv": "aktörer", "en": "actors"},
    "kind.region": {"sv": "regioner", "en": "regions"},
    "kind.programme": {"sv": "program", "en": "programmes"},
    "one.projects": {"sv": "projekt", "en": "project"},
    "one.actors": {"sv": "aktör", "en": "actor"},
    "one.regions": {"sv": "region", "en": "region"},
    "one.roles": {"sv": "roll", "en": "role"},
    "one.flows": {"sv": "penningflöde", "en": "funding flow"},
    "one.budgets": {"sv": "budget", "en": "budget"},
    "one.periods": {"sv": "period", "en": "period"},
    "one.locations": {"sv": "verksamhetsområde", "en": "location"},
    "one.cooperations": {"sv": "samarbete", "en": "cooperation"},
    "one.indicators": {"sv": "indikator", "en": "indicator"},
    "one.project": {"sv": "projekt", "en": "project"},
    "one.actor": {"sv": "aktör", "en": "actor"},
    "one.region": {"sv": "region", "en": "region"},
    "one.programme": {"sv": "program", "en": "programme"},
    # --------------------------------------------- why a piece of a document was left out, or a sentence left open
    "kind.navigation": {"sv": "menyer", "en": "menus"},
    "kind.page header": {"sv": "sidhuvuden", "en": "page headers"},
    "kind.page footer": {"sv": "sidfötter", "en": "page footers"},
    "kind.cookie notice": {"sv": "kakmeddelanden", "en": "cookie notices"},
    "kind.hidden text": {"sv": "dolda texter", "en": "hidden texts"},
    "kind.form": {"sv": "formulär", "en": "forms"},
    "kind.dialog box": {"sv": "dialogrutor", "en": "dialog boxes"},
    "kind.buttons to share, search or give feedback": {"sv": "knappar", "en": "buttons"},
    "kind.links to other content": {"sv": "länkar till annat", "en": "links to other content"},
    "kind.date of publication": {"sv": "publiceringsdatum", "en": "dates of publication"},
    "kind.page number": {"sv": "sidnummer", "en": "page numbers"},
    "kind.running head or foot": {"sv": "sidhuvuden och sidfötter i tryck", "en": "running heads"},
    "kind.running head or page number": {
        "sv": "sidhuvuden och sidnummer i tryck",
        "en": "running heads or page numbers",
    },
    "kind.ruled line": {"sv": "linjer", "en": "ruled lines"},
    "kind.amount-without-payer": {"sv": "belopp utan känd betalare", "en": "amounts without a known payer"},
    "stage.read": {"sv": "läsning", "en": "reading"},
    "stage.facts": {"sv": "fakta", "en": "facts"},
    "stage.identities": {"sv": "identiteter", "en": "identities"},
    "stage.graph": {"sv": "graf", "en": "graph"},
    "stage.check": {"sv": "kontroll", "en": "check"},
    "stage.map": {"sv": "karta", "en": "map"},
    "stage.publish": {"sv": "sändning till servern", "en": "sending to the server"},
    # ------------------------------------------------------------------------------ the words of the model
    "word.region": {"sv": "regional organisation", "en": "regional body"},
    "word.county-board": {"sv": "länsstyrelse", "en": "county board"},
    "word.municipality": {"sv": "kommun", "en": "municipality"},
    "word.agency": {"sv": "myndighet", "en": "agency"},
    "word.university": {"sv": "lärosäte", "en": "university"},
    "word.company": {"sv": "företag", "en": "company"},
    "word.association": {"sv": "förening", "en": "association"},
    "word.eu": {"sv": "EU", "en": "EU"},
    "word.school": {"sv": "skola", "en": "school"},
    "word.network": {"sv": "nätverk", "en": "network"},
    "word.other": {"sv": "övrig", "en": "other"},
    "word.country": {"sv": "land", "en": "country"},
    "word.macro": {"sv": "flera län eller länder", "en": "several counties or countries"},
    "word.county": {"sv": "län", "en": "county"},
    "word.city": {"sv": "ort", "en": "town"},
    "word.owner": {"sv": "ägare", "en": "owner"},
    "word.partner": {"sv": "partner", "en": "partner"},
    "word.funder": {"sv": "finansiär", "en": "funder"},
    "word.target": {"sv": "mål", "en": "target"},
    "word.planned": {"sv": "planerad", "en": "planned"},
    "word.excluded": {"sv": "undantagen", "en": "excluded"},
    "word.result": {"sv": "resultat", "en": "result"},
    "word.applied": {"sv": "sökt", "en": "applied"},
    "word.granted": {"sv": "beviljad", "en": "granted"},
    "word.refused": {"sv": "avslagen", "en": "refused"},
    "word.running": {"sv": "pågår", "en": "running"},
    "word.ended": {"sv": "avslutad", "en": "ended"},
    "word.implied": {"sv": "underförstått", "en": "implied"},
    "word.derived": {"sv": "härlett", "en": "derived"},
    "facts.open": {"sv": "Lämnat öppet", "en": "Left open"},
    "facts.none": {"sv": "Inga fakta hittades i dokumentet.", "en": "No facts were found in the document."},
    # ------------------------------------------------------------------------------------------- commands
    "build.done": {
        "sv": "Grafen ligger i {folder}. Fråga den: {command} queries, rita den: {command} map --out karta.html{store}",
        "en": "The graph is in {folder}. Ask it: {command} queries, draw it: {command} map --out map.html{store}",
    },
    "build.published": {
        "sv": "{number} tripler ligger i {graph} hos {address}.",
        "en": "{number} triples are in {graph} at {address}.",
    },
    "build.not-atomic": {
        "sv": "Inte atomiskt: servern kan inte flytta en graf, så en stund syntes bara delar av den nya.",
        "en": "Not atomic: the server can't move a graph, so for a while only parts of the new one could be seen.",
    },
    "workspace.mended-old": {
        "sv": "Ett tidigare bygge bröts av. Arbetsytan är som den var före det: bygg igen.",
        "en": "An earlier build was broken off. The workspace is as it was before it: build again.",
    },
    "workspace.mended-new": {
        "sv": "Ett tidigare bygge bröts av när det nästan var klart. Det är avslutat nu: arbetsytan är den nya.",
        "en": "An earlier build was broken off when it was almost done. It is finished now: the workspace is the new one.",
    },
    "graph.default": {"sv": "standardgrafen", "en": "the default graph"},
    "demo.begin": {
        "sv": "Bygger en graf av {number} exempeldokument i {folder} …",
        "en": "Building a graph from {number} sample documents in {folder} …",
    },
    "demo.score": {
        "sv": "Träffsäkerhet F1 {f1} (precision {precision}, täckning {recall}) mot handgjorda facit; per faktaslag: {command} evaluate",
        "en": "Accuracy      F1 {f1} (precision {precision}, recall {recall}) against gold made by hand; per kind: {command} evaluate",
    },
    "map.accuracy": {
        "sv": "F1 {f1} (precision {precision}, täckning {recall})",
        "en": "F1 {f1} (precision {precision}, recall {recall})",
    },
    "demo.map": {"sv": "Karta         {path}", "en": "Map           {path}"},
    "demo.next": {"sv": "Prova nu:", "en": "Try next:"},
    "demo.open": {
        "sv": "Öppna kartan i en webbläsare och klicka på en linje.",
        "en": "Open the map in a browser and click a line.",
    },
    "map.title": {"sv": "Samarbetskarta", "en": "Cooperation map"},
    "check.current": {"sv": "Byggd         {when}", "en": "Built         {when}"},
    "check.no-issues": {"sv": "Inget lämnades öppet.", "en": "Nothing was left open."},
    "check.no-contradictions": {"sv": "Inget säger emot något annat.", "en": "Nothing contradicts anything else."},
    "check.only-graph": {
        "sv": "Summor prövas bara i en arbetsytas dokument.",
        "en": "Sums are checked in the documents of a workspace only.",
    },
    # ------------------------------------------------------------------- what may be one, for a person to judge
    "likeness.same": {"sv": "de har samma namn eller kod", "en": "they have the same name or code"},
    "likeness.namesakes": {
        "sv": "«{one}» heter båda, men ägare och år skiljer sig eller är inte sagda",
        "en": "«{one}» is the name of both, but owners and years differ or aren't told",
    },
    "likeness.abbreviation": {
        "sv": "«{one}» sägs vara kortformen av «{other}»",
        "en": "«{one}» is given as the short form of «{other}»",
    },
    "likeness.same-words": {
        "sv": "«{one}» och «{other}» består av samma ord",
        "en": "«{one}» and «{other}» are made of the same words",
    },
    "likeness.another-name": {
        "sv": "«{one}» är ett annat namn på «{other}»",
        "en": "«{one}» is another name of «{other}»",
    },
    "likeness.nearly-same": {
        "sv": "«{one}» och «{other}» heter nästan likadant",
        "en": "«{one}» and «{other}» are nearly the same name",
    },
    "likeness.common-actor": {"sv": ", och {name} är med i båda", "en": ", and {name} takes part in both"},
    "likeness.common-year": {"sv": ", och båda är från {name}", "en": ", and both are dated {name}"},
    "contradiction.Budget": {
        "sv": "{project}: budgeten är inte densamma överallt.",
        "en": "{project}: the budget is not the same everywhere.",
    },
    "contradiction.Period": {
        "sv": "{project}: start- eller slutåret är inte detsamma överallt.",
        "en": "{project}: the first or last year is not the same everywhere.",
    },
    "contradiction.Attribute": {
        "sv": "{project}: både bifall och avslag.",
        "en": "{project}: both a grant and a refusal.",
    },
    "contradiction.Location": {
        "sv": "{project}: {region} är både med och undantagen.",
        "en": "{project}: {region} is both within and left out.",
    },
    "contradiction.Participation": {
        "sv": "{project}: flera ägare (alla kan vara rätt).",
        "en": "{project}: several owners (all may be right).",
    },
    "contradiction.sum": {
        "sv": "{what}: {addends} är {sum}, men där står {written}.",
        "en": "{what}: {addends} is {sum}, but {written} is written.",
    },
    "contradiction.quote": {"sv": "«{quote}» ({document})", "en": "«{quote}» ({document})"},
    "queries.required": {"sv": " (krävs)", "en": " (required)"},
    "queries.shipped": {"sv": "Frågor som följer med:", "en": "Queries that come with graphkit:"},
    "queries.own": {"sv": "Egna frågor, i {folder}:", "en": "Your own queries, in {folder}:"},
    "queries.replaces": {
        "sv": "{name} (ersätter den som följer med)",
        "en": "{name} (replaces the one that comes with graphkit)",
    },
    "queries.broken": {"sv": "Går inte att läsa: {complaint}", "en": "Can't be read: {complaint}"},
    "sheet.answer": {"sv": "Svar", "en": "Answer"},
    "sheet.question": {"sv": "Frågan", "en": "The question"},
    "sheet.title": {"sv": "Svar på", "en": "Answers"},
    "sheet.description": {"sv": "Vad som visas", "en": "What is shown"},
    "sheet.query": {"sv": "Frågans namn", "en": "Name of the query"},
    "sheet.built": {"sv": "Grafen byggd", "en": "Graph built"},
    "sheet.rows": {"sv": "Rader", "en": "Rows"},
    "query.stdin": {"sv": "Skriv en SPARQL-fråga, avsluta med Ctrl-D.", "en": "Write a SPARQL query, end with Ctrl-D."},
    "query.errs": {
        "sv": "Servern är Virtuoso, som svarar fel på en del frågor. Kopiera grafen och fråga här: {command} query … --store memory: --from ADRESS",
        "en": "The server is Virtuoso, which answers some questions falsely. Copy its graph and ask here: {command} query … --store memory: --from URL",
    },
    "interrupted": {
        "sv": "Avbrutet. Arbetsytan är som den var.",
        "en": "Interrupted. The workspace is as it was.",
    },
}
"""Each text by key and language; a text's `{names}` are what `say` is given."""


def say(key: str, lang: str, **values: object) -> str:
    """A text in a language, its names filled in; an unknown key or language is an error of ours, so a KeyError.

    >>> say("report.more", "sv", number=3)
    '  … och 3 till'
    """
    return fill(MESSAGES[key][lang], lang, values)


def in_language(english: str, lang: str) -> str:
    """A text of an error or of help in a language; what has no Swedish (a newer click's own words) stays English."""
    if lang == "en":
        return english
    from graphkit.swedish import load_texts

    return load_texts().get(english, english)


def fill(text: str, lang: str, values: Mapping[str, object]) -> str:
    """A text with its names filled in: `{n:,}` groups thousands, `{n:|file|files}` counts things, `{x:g}` writes a number, each as the language does.

    >>> fill("{n:|file|files}, {size:,}", "en", {"n": 1, "size": 11700}), fill("{n:|fil|filer}, {x:g} s", "sv", {"n": 3, "x": 0.5})
    ('1 file, 11,700', '3 filer, 0,5 s')
    """
    return _Filling(lang).vformat(text, (), values)


class _Filling(string.Formatter):
    def __init__(self, lang: str):
        self.lang = lang

    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec.startswith("|"):
            _, one, many = format_spec.split("|")
            return f"{grouped(value, self.lang)} {one if value == 1 else many}"
        if format_spec == ",":
            return grouped(value, self.lang)
        if format_spec == "g":
            return f"{value:g}".replace(".", "," if self.lang == "sv" else ".")
        return super().format_field(value, format_spec)


def known(key: str) -> bool:
    """Whether there is such a text; for words that data may extend, such as kinds."""
    return key in MESSAGES


def grouped(number: int, lang: str) -> str:
    """A whole number with its thousands apart: a no-break space in Swedish, a comma in English.

    >>> grouped(11700000, "en"), grouped(1234, "sv") == "1\\N{NO-BREAK SPACE}234"
    ('11,700,000', True)
    """
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def amount(number: Decimal, currency: str, lang: str) -> str:
    """An amount of money as people read it; öre only where there are any.

    >>> amount(Decimal("9800000"), "SEK", "en"), amount(Decimal("12.5"), "EUR", "en"), amount(Decimal("5"), "", "sv")
    ('9,800,000 SEK', '12.50 EUR', '5')
    """
    whole, _, fraction = (f"{number:.2f}" if number % 1 else f"{number:.0f}").partition(".")
    text = grouped(int(whole), lang) + ((("." if lang == "en" else ",") + fraction) if fraction else "")
    return f"{text} {currency}".strip()


def decimal(number: float, lang: str) -> str:
    """A score with two decimals.

    >>> decimal(0.7149, "sv"), decimal(1, "en")
    ('0,71', '1.00')
    """
    return f"{number:.2f}".replace(".", "," if lang == "sv" else ".")


def seconds(number: float, lang: str) -> str:
    """A time as people read it.

    >>> seconds(3.14, "sv"), seconds(0.004, "en"), seconds(75.0, "en")
    ('3,1 s', '4 ms', '75 s')
    """
    text = f"{number * 1000:.0f} ms" if number < 0.1 else f"{number:.1f} s" if number < 60 else f"{number:.0f} s"
    return text.replace(".", ",") if lang == "sv" else text


def default_language(environment: Mapping[str, str] | None = None) -> str:
    """The language of the user's locale where we speak it, else English.

    >>> default_language({"LANG": "sv_SE.UTF-8"}), default_language({"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}), default_language({})
    ('sv', 'en', 'en')
    """
    if environment is None:
        environment = os.environ
        if sys.platform == "win32" and not any(environment.get(x) for x in ("LC_ALL", "LC_MESSAGES", "LANG")):
            import locale

            environment = {"LANG": locale.getlocale()[0] or ""}
    name = next((environment[x] for x in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(x)), "")
    return "sv" if name.casefold().startswith(("sv", "swedish")) else "en"
