"""What users are told, in Swedish and English. Errors are in English alone; they name commands, files and keys, which are too."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

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
        "sv": "Utelämnat     {counts} (menyer, sidfötter och liknande ger inga fakta)",
        "en": "Left out      {counts} (menus, footers and the like give no facts)",
    },
    "report.issues": {
        "sv": "Lämnat öppet  {counts} (visa dem: {command} check --issues)",
        "en": "Left open     {counts} (show them: {command} check --issues)",
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
    "report.violations": {"sv": "Brott mot grafens regler ({number}):", "en": "Breaks of the graph's rules ({number}):"},
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
    "stage.read": {"sv": "läsning", "en": "reading"},
    "stage.facts": {"sv": "fakta", "en": "facts"},
    "stage.identities": {"sv": "identiteter", "en": "identities"},
    "stage.graph": {"sv": "graf", "en": "graph"},
    "stage.check": {"sv": "kontroll", "en": "check"},
    "stage.map": {"sv": "karta", "en": "map"},
    # ------------------------------------------------------------------------------------------- commands
    "build.done": {
        "sv": "Grafen ligger i {folder}. Fråga den: {command} queries, rita den: {command} map --out karta.html",
        "en": "The graph is in {folder}. Ask it: {command} queries, draw it: {command} map --out map.html",
    },
    "demo.begin": {
        "sv": "Bygger en graf av {number} exempeldokument i {folder} …",
        "en": "Building a graph from {number} sample documents in {folder} …",
    },
    "demo.score": {
        "sv": "Träffsäkerhet F1 {f1} (precision {precision}, täckning {recall}) mot handgjorda facit; per faktaslag: {command} evaluate",
        "en": "Accuracy      F1 {f1} (precision {precision}, recall {recall}) against gold made by hand; per kind: {command} evaluate",
    },
    "demo.map": {"sv": "Karta         {path}", "en": "Map           {path}"},
    "demo.next": {"sv": "Prova nu:", "en": "Try next:"},
    "demo.open": {"sv": "Öppna kartan i en webbläsare och klicka på en linje.", "en": "Open the map in a browser and click a line."},
    "map.title": {"sv": "Samarbetskarta", "en": "Cooperation map"},
    "evidence.none": {"sv": "inga fakta hittades", "en": "no facts were found"},
    "check.current": {"sv": "Byggt {when} av {documents} dokument.", "en": "Built {when} from {documents} documents."},
    "check.no-issues": {"sv": "Inget lämnades öppet.", "en": "Nothing was left open."},
    "check.no-contradictions": {"sv": "Inga motsägelser.", "en": "No contradictions."},
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
    return MESSAGES[key][lang].format(**values)


def known(key: str) -> bool:
    """Whether there is such a text; for words that data may extend, such as kinds."""
    return key in MESSAGES


def grouped(number: int, lang: str) -> str:
    """A whole number with its thousands apart: a no-break space in Swedish, a comma in English.

    >>> grouped(11700000, "en"), grouped(1234, "sv") == "1\\N{NO-BREAK SPACE}234"
    ('11,700,000', True)
    """
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


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
