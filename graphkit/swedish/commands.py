"""The Swedish of the commands: their help, paragraph by paragraph, and what is wrong with how they are used."""

TEXTS = {
    # -------------------------------------------------------------------------------------------- all commands
    "From a folder of project documents to a partnership map that can be defended line by line.": (
        "Från en mapp med projektdokument till en samarbetskarta som går att försvara rad för rad."
    ),
    "Example:": "Exempel:",
    "The language of labels and messages.  [default: the locale's]": "Språk för etiketter och meddelanden.  [standard: systemets]",
    "The workspace folder.  [default: ./graph]": "Arbetsytans mapp.  [standard: ./graph]",
    "The workspace folder, or a SPARQL endpoint's address.  [default: ./graph]": (
        "Arbetsytans mapp, eller adressen till en SPARQL-server.  [standard: ./graph]"
    ),
    "The workspace folder, a SPARQL endpoint's address, or memory: for what --from names.  [default: ./graph]": (
        "Arbetsytans mapp, adressen till en SPARQL-server, eller memory: för det som --from anger.  [standard: ./graph]"
    ),
    "The workspace folder whose own words, actors and regions hold too.  [default: ./graph, if it is there]": (
        "Mappen med den arbetsyta vars egna ord, aktörer och regioner också gäller.  [standard: ./graph, om den finns]"
    ),
    "With --store memory: the documents that are read for this once (may be repeated), or an endpoint to copy.": (
        "Med --store memory: de dokument som läses för den här gången (kan upprepas), eller en server att kopiera."
    ),
    "Persons too: names, e-mails and phones. Off unless asked for.": (
        "Också personer: namn, mejladresser och telefonnummer. Av om du inte ber om det."
    ),
    "The file to write.": "Filen som ska skrivas.",
    "The file to write.  [default: standard output]": "Filen som ska skrivas.  [standard: standard ut]",
    "The file to write; for csv a folder.  [default: standard output]": (
        "Filen som ska skrivas; för csv en mapp.  [standard: standard ut]"
    ),
    "{words} («{command} --help» tells more.)": "{words} («{command} --help» visar mer.)",
    "there is no command «{name}». {told}": "det finns inget kommando «{name}». {told}",
    "Did you mean {names}?": "Menade du {names}?",
    "«{command} --help» lists them.": "«{command} --help» visar dem som finns.",
    # ------------------------------------------------------------------------------------------- workspaces
    "Build the sample documents into ./graphkit-demo and draw their map.": (
        "Bygg exempeldokumenten i ./graphkit-demo och rita deras karta."
    ),
    "Says what was found and how well it agrees with facts annotated by hand, writes ./graphkit-demo/map.html, and says what to try next.": (
        "Säger vad som hittades och hur väl det stämmer med fakta som märkts upp för hand, skriver ./graphkit-demo/map.html "
        "och säger vad du kan prova sedan."
    ),
    "Read documents and folders of documents, and build the graph.": "Läs dokument och mappar med dokument, och bygg grafen.",
    "PATHs are added to those given before; what is new or changed is read. Without a PATH the graph is built anew from what was given. A build that is broken off leaves the graph as it was.": (
        "Varje SÖKVÄG läggs till dem du har angett förut; det som är nytt eller ändrat läses. Utan SÖKVÄG byggs grafen om av det "
        "som redan är angett. Ett bygge som bryts av lämnar grafen som den var."
    ),
    "Persons are masked and left out. With --contacts they are kept in a file of their own in the workspace, contacts.json, which the next build without --contacts takes away again.": (
        "Personer maskas och utelämnas. Med --contacts sparas de i en egen fil i arbetsytan, contacts.json, som nästa bygge utan "
        "--contacts tar bort igen."
    ),
    "With an endpoint's address as --store the graph is built in a --workspace, then sent to the endpoint: loaded beside the old graph, counted, and moved over it. GRAPHKIT_GRAPH names the graph there (default: https://w3id.org/graphkit/graph), GRAPHKIT_UPDATE the address for updates where it is another, GRAPHKIT_USER and GRAPHKIT_PASSWORD the login, GRAPHKIT_TIMEOUT the seconds that an answer may take (default: 60).": (
        "Med adressen till en SPARQL-server som --store byggs grafen i en --workspace och skickas sedan till servern: den läses in "
        "bredvid den gamla grafen, räknas och flyttas över den. GRAPHKIT_GRAPH är grafens namn där "
        "(standard: https://w3id.org/graphkit/graph), GRAPHKIT_UPDATE adressen för ändringar om den är en annan, GRAPHKIT_USER och "
        "GRAPHKIT_PASSWORD inloggningen och GRAPHKIT_TIMEOUT hur många sekunder ett svar får ta (standard: 60)."
    ),
    "With an endpoint: the workspace folder.  [default: ./graph]": "Med en server: arbetsytans mapp.  [standard: ./graph]",
    "Take documents or folders out of the workspace; nothing of them stays. The files themselves are left alone.": (
        "Ta bort dokument eller mappar ur arbetsytan; inget av dem blir kvar. Själva filerna rörs inte."
    ),
    "Check the graph's shapes, and tell what was read, skipped and left open.": (
        "Pröva grafen mot dess regler, och säg vad som lästes, utelämnades och lämnades öppet."
    ),
    "The exit code is 1 when a shape is broken or a document could not be read; contradictions are no errors. Of an endpoint's graph only the shapes can be checked, and what its facts contradict.": (
        "Slutkoden är 1 när en regel är bruten eller ett dokument inte gick att läsa; motsägelser är inga fel. För en graf på en "
        "server prövas bara reglerna, och det som dess fakta säger emot."
    ),
    "What rules saw and could not place, with its quote, and the names that may be one, for you to decide.": (
        "Det som reglerna såg men inte kunde placera, med citat, och de namn som kan vara samma, som du avgör."
    ),
    "Budgets, periods and owners that differ, and sums that don't add up, with their quotes.": (
        "Budgetar, perioder och ägare som skiljer sig åt, och summor som inte går ihop, med citat."
    ),
    "memory: keeps nothing; ask at once: graphkit query NAME --store memory: --from PATH.": (
        "memory: sparar inget; fråga direkt: graphkit query NAMN --store memory: --from SÖKVÄG."
    ),
    "--issues and --contradictions are two lists: ask for one at a time.": (
        "--issues och --contradictions är två listor: be om en i taget."
    ),
    "--workspace goes with an endpoint as --store; else --store itself is the workspace.": (
        "--workspace hör ihop med en server som --store; annars är --store själv arbetsytan."
    ),
    "--issues tells of a workspace's documents: name its folder with --store.": (
        "--issues gäller en arbetsytas dokument: ange dess mapp med --store."
    ),
    # -------------------------------------------------------------------------------------------- documents
    "Print the facts of documents, each with the quote that proves it.": "Skriv ut dokumentens fakta, vart och ett med citatet som visar det.",
    "FILEs are documents, or folders of them. With --out each document's facts are a file that bears the document's name, with its folder's name before it where two are equal.": (
        "FIL är ett dokument eller en mapp med dokument. Med --out blir varje dokuments fakta en fil med dokumentets namn, och med "
        "mappens namn före där två är lika."
    ),
    "Write one file per document into this folder.": "Skriv en fil per dokument i den här mappen.",
    "Fact files (a list of them in JSON), or lines for people.": "Faktafiler (i JSON en lista med dem), eller rader för människor.",
    "Compare the facts found in documents with facts annotated by hand: precision, recall and F1 per kind of fact.": (
        "Jämför fakta som hittas i dokument med fakta som märkts upp för hand: precision, täckning och F1 per slag av fakta."
    ),
    "Without --gold and PATHs the shipped samples are compared. The headline is the micro F1 over the kinds with a star.": (
        "Utan --gold och SÖKVÄG jämförs exemplen som följer med. Huvudsiffran är mikro-F1 över slagen med stjärna."
    ),
    "Fact files made by hand, named as the documents.": "Faktafiler gjorda för hand, med samma namn som dokumenten.",
    "A line for each document too.": "En rad också för varje dokument.",
    "What was missed and what is false, document by document.": "Det som missades och det som är fel, dokument för dokument.",
    "Instead: how well confidences keep their word, and the expected calibration error.": (
        "I stället: hur väl säkerheten håller vad den lovar, och det förväntade kalibreringsfelet."
    ),
    "Instead: how well names are told to be one, on a table of pairs; PATHs are tables of your own.": (
        "I stället: hur väl namn förs ihop, på en tabell med par; SÖKVÄG är egna tabeller."
    ),
    "--calibration and --identities are two measures: ask for one at a time.": (
        "--calibration och --identities är två mått: be om ett i taget."
    ),
    "--identities needs no --gold: its tables tell what is one.": (
        "--identities behöver inget --gold: tabellerna säger vad som är samma."
    ),
    "give both --gold DIR and PATHs, or neither for the shipped samples.": (
        "ange både --gold MAPP och SÖKVÄG, eller ingetdera för exemplen som följer med."
    ),
    # ----------------------------------------------------------------------------------------------- asking
    "List the named queries: what each asks, and the parameters that it takes. Your own in the workspace's own/queries are listed apart.": (
        "Visa de namngivna frågorna: vad var och en frågar efter och vilka parametrar den tar. Dina egna, i arbetsytans own/queries, "
        "visas för sig."
    ),
    "Ask the graph a named query, one of your own in a file, or one from standard input (-).": (
        "Ställ en namngiven fråga till grafen, en egen i en fil, eller en från standard in (-)."
    ),
    "A parameter; names as people write them.": "En parameter; namn som man brukar skriva dem.",
    "For people, spreadsheets or programs; ttl: the facts behind the rows.  [default: table, or the file's ending]": (
        "För människor, kalkylblad eller program; ttl: fakta bakom raderna.  [standard: table, eller det som filens namn slutar på]"
    ),
    "Show the SPARQL that is asked, on stderr.": "Visa den SPARQL som ställs, på standard fel.",
    "a workbook can't be shown here: add --out answer.xlsx, or redirect with > answer.xlsx.": (
        "en arbetsbok går inte att visa här: lägg till --out svar.xlsx, eller skicka den vidare med > svar.xlsx."
    ),
    "{out}: no answer is written as «{ending}»: end the name with .csv, .json, .xlsx, .ttl or .txt, or add --format.": (
        "{out}: inget svar skrivs som «{ending}»: låt namnet sluta på .csv, .json, .xlsx, .ttl eller .txt, eller lägg till --format."
    ),
    "{out}: this is a folder; name a file, such as {example}.": "{out}: detta är en mapp; ange en fil, till exempel {example}.",
    "{out}: a map is an HTML page; name the file {example}, and print it from the browser for paper or PDF.": (
        "{out}: en karta är en HTML-sida; kalla filen {example} och skriv ut den från webbläsaren till papper eller PDF."
    ),
    "--param {param}: write it as name=value; «{command} queries» lists the names.": (
        "--param {param}: skriv det som namn=värde; «{command} queries» visar namnen."
    ),
    "--param {name} is given twice («{first}» and «{value}»): ask once for each.": (
        "--param {name} är angiven två gånger («{first}» och «{value}»): fråga en gång för var och en."
    ),
    # ---------------------------------------------------------------------------------------------- outputs
    "Draw a map as one HTML file that opens offline: who works with whom, each line down to the sentence that proves it.": (
        "Rita en karta som en enda HTML-fil som går att öppna utan nät: vem som arbetar med vem, varje linje ända ner till meningen "
        "som visar det."
    ),
    "The map's heading.": "Kartans rubrik.",
    "Write the graph for other programs, the same bytes for the same graph.": "Skriv grafen för andra program, samma byte för samma graf.",
    "Networks, maps and tables of lines hold what is positive and undisputed; the whole graph and the csv tables hold refused and excluded facts too, with their status and scope.": (
        "Nätverk, kartor och tabeller med linjer har det som gäller och ingen säger emot; hela grafen och csv-tabellerna har också "
        "det som har avslagits eller undantagits, med status och omfattning."
    ),
    "The whole graph: nt, ttl, jsonld. Networks: graphml, gexf. Regions on a map: geojson. Tables in a folder: csv.": (
        "Hela grafen: nt, ttl, jsonld. Nätverk: graphml, gexf. Regioner på en karta: geojson. Tabeller i en mapp: csv."
    ),
    "The ontology and its ties to EURIO, ORG, PROV-O … too (nt, ttl, jsonld).": (
        "Också ontologin och dess kopplingar till EURIO, ORG, PROV-O … (nt, ttl, jsonld)."
    ),
    "there is no map «{name}»{near}: choose {names}.": "det finns ingen karta «{name}»{near}: välj {names}.",
    "--with-alignments goes with {formats}; {form} has no place for an ontology.": (
        "--with-alignments hör ihop med {formats}; i {form} finns ingen plats för en ontologi."
    ),
    "{form} is a folder of tables: name it with --out FOLDER.": "{form} är en mapp med tabeller: ange den med --out MAPP.",
    "{out}: this is a file; {form} needs a folder.": "{out}: detta är en fil; {form} behöver en mapp.",
}
"""Each Swedish text by its English one."""
