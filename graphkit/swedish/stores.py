"""The Swedish of what is wrong with workspaces, graphs, endpoints and builds."""

TEXTS = {
    # ---------------------------------------------------------------------------------------------- building
    "{workspace}: nothing was given to build from. Name files or folders: graphkit build PATH…": (
        "{workspace}: det finns inget att bygga av. Ange filer eller mappar: graphkit build SÖKVÄG…"
    ),
    "nothing could be read of {number:|document|documents}: {first}": "inget gick att läsa av {number:|dokument|dokument}: {first}",
    "no file there has a known suffix.": "ingen fil där har ett känt filnamnsslut.",
    "{problem} Its facts of an earlier build are kept. Put it back, or take it out: graphkit remove {path}": (
        "{problem} Fakta därifrån från ett tidigare bygge är kvar. Lägg tillbaka den, eller ta bort den: graphkit remove {path}"
    ),
    "{problem} Its facts of an earlier build are kept.": "{problem} Dess fakta från ett tidigare bygge är kvar.",
    "{problem} Build again: its document is then read anew.": "{problem} Bygg igen: då läses dokumentet på nytt.",
    "{path}: the workspace {workspace} holds no such document or folder{near}.": (
        "{path}: arbetsytan {workspace} har inget sådant dokument och ingen sådan mapp{near}."
    ),
    "{file} is damaged ({reason}): delete it and build again.": "{file} är skadad ({reason}): ta bort den och bygg igen.",
    "the report {path} can't be read ({reason}): run «graphkit build --store {folder}» to write it anew.": (
        "rapporten {path} går inte att läsa ({reason}): kör «graphkit build --store {folder}» så skrivs den på nytt."
    ),
    "graphkit's own data is missing beside {folder}: install the package again.": (
        "graphkits egna data saknas intill {folder}: installera paketet igen."
    ),
    "the shapes speak {languages}, not «{lang}».": "grafens regler talar {languages}, inte «{lang}».",
    "maps/assets/js: an import or export that can't be joined; keep each on one line.": (
        "maps/assets/js: en import eller export som inte går att foga ihop; skriv var och en på en rad."
    ),
    "maps/assets/{file} differs from its manifest: run maps/assets/renew.py.": (
        "maps/assets/{file} stämmer inte med sitt manifest: kör maps/assets/renew.py."
    ),
    # ------------------------------------------------------------------------------------------- workspaces
    "the workspace {workspace} is in use: builds follow each other too fast, try again.": (
        "arbetsytan {workspace} används: byggen följer för tätt på varandra, försök igen."
    ),
    "the workspace {workspace} is in use by another build: wait until it is done, then try again.": (
        "arbetsytan {workspace} används av ett annat bygge: vänta tills det är klart och försök igen."
    ),
    "the workspace is damaged at {path} ({reason}): {mend}.": "arbetsytan är skadad vid {path} ({reason}): {mend}.",
    "run «graphkit build --store {workspace}» to write it anew": "kör «graphkit build --store {workspace}» så skrivs den på nytt",
    "put it back from a backup, or move {workspace} away (keep its judgements.csv) and build again": (
        "hämta tillbaka den från en säkerhetskopia, eller flytta undan {workspace} (spara judgements.csv) och bygg igen"
    ),
    "it names no version": "den anger ingen version",
    "the folder is missing": "mappen saknas",
    "--store: this command works on a workspace; name its folder, not an endpoint's address.": (
        "--store: det här kommandot arbetar på en arbetsyta; ange dess mapp, inte en servers adress."
    ),
    "{workspace}: nothing is built here yet. Build it: graphkit build FOLDER --store {workspace}": (
        "{workspace}: här är inget byggt ännu. Bygg: graphkit build MAPP --store {workspace}"
    ),
    "{folder}: there is no workspace here. Build one (graphkit build FOLDER --store {folder}) or name another folder with --store.": (
        "{folder}: här finns ingen arbetsyta. Bygg en (graphkit build MAPP --store {folder}) eller ange en annan mapp med --store."
    ),
    "{folder}: this is no workspace (it has no sources.json). Name a new or empty folder with --store.": (
        "{folder}: detta är ingen arbetsyta (sources.json saknas). Ange en ny eller tom mapp med --store."
    ),
    "{workspace} can't be written to ({reason}): free it, or name another with --store.": (
        "{workspace} går inte att skriva i ({reason}): åtgärda det, eller ange en annan mapp med --store."
    ),
    "{workspace} can't be written to ({reason}): free some space there, then build again. The graph is {state}.": (
        "{workspace} går inte att skriva i ({reason}): frigör utrymme där och bygg sedan igen. Grafen är {state}."
    ),
    "as it was": "som den var",
    "the new one": "den nya",
    # ----------------------------------------------------------------------------------------------- graphs
    "{folder} is not empty: a version of a store is written once, into a folder of its own.": (
        "{folder} är inte tom: en version av en graf skrivs en gång, i en egen mapp."
    ),
    "there is no graph in {folder}: build one first.": "det finns ingen graf i {folder}: bygg en först.",
    "the graph in {folder} can't be written: free some space there, then build again; what was built before is as it was ({told}).": (
        "grafen i {folder} går inte att skriva: frigör utrymme där och bygg sedan igen; det som var byggt är som det var ({told})."
    ),
    "the graph in {folder} can't be opened: {words}; build it again.": "grafen i {folder} går inte att öppna: {words}; bygg den igen.",
    "--from names the documents of --store {memory} only; a workspace has its own: graphkit build PATH…": (
        "--from anger bara dokument för --store {memory}; en arbetsyta har sina egna: graphkit build SÖKVÄG…"
    ),
    "--store {memory} reads the documents that --from names: add --from PATH.": (
        "--store {memory} läser de dokument som --from anger: lägg till --from SÖKVÄG."
    ),
    "--from: an endpoint's graph is copied alone; name it once, without documents.": (
        "--from: en servers graf kopieras ensam; ange den en gång, utan dokument."
    ),
    # -------------------------------------------------------------------------------------------- endpoints
    "GRAPHKIT_GRAPH: «{graph}» is no IRI; write one, or «default» for the server's default graph.": (
        "GRAPHKIT_GRAPH: «{graph}» är ingen IRI; skriv en, eller «default» för serverns standardgraf."
    ),
    "GRAPHKIT_TIMEOUT: «{told}» is no number of seconds.": "GRAPHKIT_TIMEOUT: «{told}» är inget antal sekunder.",
    "{where}: this is no address of an endpoint; write it as https://host/path.": (
        "{where}: detta är ingen adress till en SPARQL-server; skriv den som https://värd/sökväg."
    ),
    "the graph <{graph}>": "grafen <{graph}>",
    "the default graph": "standardgrafen",
    "{endpoint} answers with {what}. Give --store the address that takes SPARQL queries (often …/sparql or …/query).": (
        "{endpoint} svarar med {what}. Ge --store den adress som tar emot SPARQL-frågor (ofta …/sparql eller …/query)."
    ),
    "a web page: that is a page's address, not an endpoint's": "en webbsida: adressen går till en sida, inte till en SPARQL-server",
    "{endpoint} gave an empty answer: look at the server's log.": "{endpoint} gav ett tomt svar: se i serverns logg.",
    "{endpoint} gave no whole answer within {seconds:g} s: ask for less, or give it longer with GRAPHKIT_TIMEOUT.": (
        "{endpoint} gav inget helt svar inom {seconds:g} s: fråga efter mindre, eller ge den längre tid med GRAPHKIT_TIMEOUT."
    ),
    "{endpoint} sends more than {megabytes} MB: ask for less, or add LIMIT.": (
        "{endpoint} skickar mer än {megabytes} MB: fråga efter mindre eller lägg till LIMIT."
    ),
    "{where}: no safe connection ({why}). Mend the server's certificate, or the address.": (
        "{where}: ingen säker anslutning ({why}). Rätta serverns certifikat, eller adressen."
    ),
    "{where} didn't answer within {seconds:g} s: is it the right address?": "{where} svarade inte inom {seconds:g} s: är adressen rätt?",
    "{where} can't be reached ({reason}): is the server running, and the address right?": (
        "{where} går inte att nå ({reason}): är servern i gång, och är adressen rätt?"
    ),
    "{where} can't be reached ({why}): mend the address.": "{where} går inte att nå ({why}): rätta adressen.",
    "{where} is no address that can be asked: mend it.": "{where} är ingen adress som går att fråga: rätta den.",
    "{where} broke off its answer: try again, or look at the server's log.": (
        "{where} bröt av sitt svar: försök igen, eller se i serverns logg."
    ),
    "{where} asks for a kind of login other than Basic or Digest: use another address.": (
        "{where} vill ha en annan sorts inloggning än Basic eller Digest: använd en annan adress."
    ),
    "{where} redirects to {to}: give that address, if you trust it.": "{where} skickar vidare till {to}: ange den adressen om du litar på den.",
    "nowhere": "ingenstans",
    "{where} finds the query not valid{said}.": "{where} anser att frågan inte är giltig{said}.",
    " (it says no more)": " (mer säger den inte)",
    "{where} {how} ({status}): set GRAPHKIT_USER and GRAPHKIT_PASSWORD to one that may do this.": (
        "{where} {how} ({status}): sätt GRAPHKIT_USER och GRAPHKIT_PASSWORD till någon som får göra detta."
    ),
    "refuses this login": "godtar inte inloggningen",
    "asks for a login": "vill ha en inloggning",
    "{where} is no SPARQL endpoint ({status}): mend the address in {which}.": (
        "{where} är ingen SPARQL-server ({status}): rätta adressen i {which}."
    ),
    "GRAPHKIT_UPDATE (for updates)": "GRAPHKIT_UPDATE (för ändringar)",
    "--store (often …/sparql or …/query)": "--store (ofta …/sparql eller …/query)",
    "{where} is too busy ({status}{said}): try again later.": "{where} har för mycket att göra ({status}{said}): försök igen senare.",
    "{where} failed ({code}{said}): look at the server's log.": "{where} misslyckades ({code}{said}): se i serverns logg.",
    "{endpoint} gives {rows} rows of this answer and no more: narrow the question, add LIMIT, or raise the server's limit (Virtuoso: ResultSetMaxRows).": (
        "{endpoint} ger {rows} rader av svaret och inte fler: snäva in frågan, lägg till LIMIT eller höj serverns gräns "
        "(Virtuoso: ResultSetMaxRows)."
    ),
    "{endpoint} sent an answer that can't be read ({words}): look at the server's log.": (
        "{endpoint} skickade ett svar som inte går att läsa ({words}): se i serverns logg."
    ),
    "{endpoint}: there is nothing in {graph}. Build into it (graphkit build PATH… --store {endpoint}), or name another graph with GRAPHKIT_GRAPH («default»: the server's default graph).": (
        "{endpoint}: det finns inget i {graph}. Bygg dit (graphkit build SÖKVÄG… --store {endpoint}), eller ange en annan graf "
        "med GRAPHKIT_GRAPH («default»: serverns standardgraf)."
    ),
    "{endpoint} doesn't say how many triples it has: look at the server's log.": (
        "{endpoint} säger inte hur många tripler den har: se i serverns logg."
    ),
    "{endpoint} gave {found} of {size} triples of {graph}: it limits its answers, or the graph was changed meanwhile. Try again, or raise the server's limit (Virtuoso: ResultSetMaxRows).": (
        "{endpoint} gav {found} av {size} tripler i {graph}: den begränsar sina svar, eller så ändrades grafen under tiden. "
        "Försök igen, eller höj serverns gräns (Virtuoso: ResultSetMaxRows)."
    ),
    "{endpoint} holds {loaded} of the {number} triples that were loaded: another build is under way, or the server changes what it is given. What was in {graph} is as it was; build again.": (
        "{endpoint} har {loaded} av de {number} tripler som lästes in: ett annat bygge pågår, eller servern ändrar det den får. "
        "Det som fanns i {graph} är som det var; bygg igen."
    ),
    "{endpoint} has {there} triples in {graph} after moving {size} there: another build is under way? Build again.": (
        "{endpoint} har {there} tripler i {graph} sedan {size} flyttats dit: pågår ett annat bygge? Bygg igen."
    ),
    "What was in {graph} is as it was.": "Det som fanns i {graph} är som det var.",
    "Whether the old or the new graph is there now isn't known: build again.": (
        "Det är inte känt om den gamla eller den nya grafen ligger där nu: bygg igen."
    ),
    "It can't move a graph, and {graph} may be incomplete now: build again.": (
        "Den kan inte flytta en graf, och {graph} kan vara ofullständig nu: bygg igen."
    ),
    "The graph was not moved as a whole: build again.": "Grafen flyttades inte i sin helhet: bygg igen.",
    "{error} The workspace {workspace} is built; when the endpoint is well again, «graphkit build --store {endpoint} --workspace {workspace}» sends it.": (
        "{error} Arbetsytan {workspace} är byggd; när servern fungerar igen skickas den med "
        "«graphkit build --store {endpoint} --workspace {workspace}»."
    ),
}
"""Each Swedish text by its English one."""
