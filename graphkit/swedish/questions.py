"""The Swedish of what is wrong with queries, their parameters and their answers."""

TEXTS = {
    # ---------------------------------------------------------------------------------------- the catalogue
    "there is no query «{name}»{near}: «graphkit queries» lists them.": (
        "det finns ingen fråga «{name}»{near}: «graphkit queries» visar dem som finns."
    ),
    " (near: {names})": " (liknar: {names})",
    "query {file} can't be read: {reason}.": "frågan {file} går inte att läsa: {reason}.",
    "query {name}, line {line}": "frågan {name}, rad {line}",
    "query {name}, line {number}: a header line is «#+ key: value» or «#+ key@sv: value».": (
        "frågan {name}, rad {number}: en rad i huvudet skrivs «#+ nyckel: värde» eller «#+ nyckel@sv: värde»."
    ),
    "query {query}: its header lacks «#+ {key}@{missing}: …».": "frågan {query}: huvudet saknar «#+ {key}@{missing}: …».",
    "{where}: «{key}» is no key of a header, or names nothing above it.": (
        "{where}: «{key}» är ingen nyckel i ett huvud, eller gäller inget som står ovanför."
    ),
    "{where}: a parameter is «name type required» or «name type optional», with a type of {names}.": (
        "{where}: en parameter skrivs «namn typ required» eller «namn typ optional», med en typ av {names}."
    ),
    "{where}: a column is «name» or «name kind», with a kind of {names}.": (
        "{where}: en kolumn skrivs «namn» eller «namn slag», med ett slag av {names}."
    ),
    "{where}: facts are one or more variables of the query, without «?».": (
        "{where}: fakta är en eller flera av frågans variabler, utan «?»."
    ),
    "{where}: an example is «name=value …», quoted as in a shell.": (
        "{where}: ett exempel skrivs «namn=värde …», med citattecken som i ett skal."
    ),
    "{where}: the example can't be read: {reason}.": "{where}: exemplet går inte att läsa: {reason}.",
    "line {line}: with parameter {parameter}, {error}": "rad {line}: med parametern {parameter}, {error}",
    "ontology file {name} can't be read: {reason}.": "ontologifilen {name} går inte att läsa: {reason}.",
    # ------------------------------------------------------------------------------------------- parameters
    "query {query} has no parameter «{name}»{near}: {has}.": "frågan {query} har ingen parameter «{name}»{near}: {has}.",
    "it has {names}": "den har {names}",
    "it has none": "den har inga",
    "query {query} needs --param {parameter}=… ({type}).": "frågan {query} behöver --param {parameter}=… ({type}).",
    "query {query} has no «WHERE {{», so its parameters have no place: write WHERE out.": (
        "frågan {query} har inget «WHERE {{», så parametrarna får ingen plats: skriv ut WHERE."
    ),
    "parameter {parameter} is empty: give it a value or leave it out.": (
        "parametern {parameter} är tom: ge den ett värde eller utelämna den."
    ),
    "parameter {parameter}: «{value}» is no year (four digits).": "parametern {parameter}: «{value}» är inget årtal (fyra siffror).",
    "parameter {parameter}: «{value}» is no whole number.": "parametern {parameter}: «{value}» är inget heltal.",
    "parameter {parameter}: «{value}» is no date (2008, 2008-05 or 2008-05-31).": (
        "parametern {parameter}: «{value}» är inget datum (2008, 2008-05 eller 2008-05-31)."
    ),
    "parameter {parameter}: «{value}» is not known; its one value is «today».": (
        "parametern {parameter}: «{value}» är inte känt; det enda värdet är «today» (eller «idag»)."
    ),
    "parameter {parameter}: the escape {escape} is refused; write the character itself.": (
        "parametern {parameter}: {escape} godtas inte; skriv själva tecknet."
    ),
    "parameter {parameter}: «{value}» is none of {names}{near}.": "parametern {parameter}: «{value}» är inget av {names}{near}.",
    # ------------------------------------------------------------------------------------------------ names
    "there is {nothing} «{name}» in the graph{near}.": "i grafen finns {nothing} «{name}»{near}.",
    "there is {nothing} <{iri}> in the graph.": "i grafen finns {nothing} <{iri}>.",
    "no actor": "ingen aktör",
    "no project": "inget projekt",
    "no region": "ingen region",
    "no programme": "inget program",
    "no document": "inget dokument",
    "no actor, project, region or programme": "ingen aktör, inget projekt, ingen region och inget program",
    "«{name}» is no name: it has no letters.": "«{name}» är inget namn: det har inga bokstäver.",
    "«{name}» may be {names}: say which, by its full name or code.": (
        "«{name}» kan vara {names}: säg vilken, med hela namnet eller koden."
    ),
    "{names} or {number} more": "{names} eller {number} till",
    # ------------------------------------------------------------------------------------------- the guard
    "line {line}: {what}.": "rad {line}: {what}.",
    "a query may not call other servers": "en fråga får inte anropa andra servrar",
    "a query reads the workspace's graph only": "en fråga läser bara arbetsytans graf",
    "a query may not change the graph": "en fråga får inte ändra grafen",
    "the character {char!r} has no place in a query": "tecknet {char!r} hör inte hemma i en fråga",
    "the query has {number} characters; at most {most} are read: shorten it.": (
        "frågan har {number} tecken; högst {most} läses: korta den."
    ),
    "the query is empty: begin it with SELECT, ASK, CONSTRUCT or DESCRIBE.": (
        "frågan är tom: börja den med SELECT, ASK, CONSTRUCT eller DESCRIBE."
    ),
    "the query ends inside «{bracket}»: close it.": "frågan slutar inne i «{bracket}»: stäng den.",
    "«{word}» is no word of a query (a name needs «?» or a prefix)": (
        "«{word}» är inget ord i en fråga (ett namn behöver «?» eller ett prefix)"
    ),
    "a text that begins with {char} isn't closed": "en text som börjar med {char} är inte avslutad",
    "«\\» is refused outside a text: write the whole IRI in <>": "«\\» godtas inte utanför en text: skriv hela IRI:n inom <>",
    "«{word}» is refused: {reason}": "«{word}» godtas inte: {reason}",
    "the escape {escape} is refused: write the character itself": "{escape} godtas inte: skriv själva tecknet",
    "more than {number} words and operators: ask in several queries": (
        "fler än {number} ord och operatorer: dela upp i flera frågor"
    ),
    "brackets are nested deeper than {number}: flatten the query": "fler än {number} parenteser i varandra: gör frågan plattare",
    "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE": "en fråga börjar med SELECT, ASK, CONSTRUCT eller DESCRIBE",
    "«{word}» closes nothing": "«{word}» stänger ingenting",
    "«<» can be read in two ways: put a blank after it, or use a prefix": (
        "«<» kan läsas på två sätt: sätt ett blanksteg efter, eller använd ett prefix"
    ),
    "the prefix «{prefix}» holds a refused word: rename it": "prefixet «{prefix}» har ett ord som inte godtas: byt namn på det",
    # ------------------------------------------------------------------------------------ engine and answer
    "the query is not valid SPARQL: {words}": "frågan är inte giltig SPARQL: {words}",
    "the query is not valid: {words}": "frågan är inte giltig: {words}",
    "the query gives no table: begin it with SELECT.": "frågan ger ingen tabell: börja den med SELECT.",
    "the query gives no graph: begin it with CONSTRUCT or DESCRIBE.": (
        "frågan ger ingen graf: börja den med CONSTRUCT eller DESCRIBE."
    ),
    "the query gives no yes or no: begin it with ASK.": "frågan ger inget ja eller nej: börja den med ASK.",
    "the query took more than {deadline:g} s and was stopped: narrow it, or add LIMIT.": (
        "frågan tog mer än {deadline:g} s och stoppades: snäva in den eller lägg till LIMIT."
    ),
    "the query was too much for the engine (memory or nesting): ask for less, or in several queries.": (
        "frågan blev för mycket för motorn (minne eller djup): fråga efter mindre, eller i flera frågor."
    ),
    "the answer has more than {megabytes} MB: add LIMIT, or ask for less.": (
        "svaret är större än {megabytes} MB: lägg till LIMIT eller fråga efter mindre."
    ),
    "the answer has {number} rows and a sheet holds {most}: write csv instead.": (
        "svaret har {number} rader och ett blad rymmer {most}: skriv csv i stället."
    ),
    "there is no format «{format}»: choose {formats}.": "det finns inget format «{format}»: välj {formats}.",
    "a yes or no has no triples: ask with --format table, csv or json.": (
        "ett ja eller nej har inga tripler: fråga med --format table, csv eller json."
    ),
    "the rows name nothing of the graph, so there are no facts to write as Turtle: ask with CONSTRUCT, or choose another format.": (
        "raderna nämner inget i grafen, så det finns inga fakta att skriva som Turtle: fråga med CONSTRUCT eller välj ett annat format."
    ),
    "query {query} has no «WHERE {{», so its facts can't be asked for: write WHERE out.": (
        "frågan {query} har inget «WHERE {{», så det går inte att fråga efter dess fakta: skriv ut WHERE."
    ),
}
"""Each Swedish text by its English one."""
