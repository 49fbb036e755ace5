"""The Swedish of what is wrong with fact files, gold, judgements and a user's own words."""

TEXTS = {
    # --------------------------------------------------------------------------------------- facts and gold
    "fact file {name}: one document (a mapping) is wanted.": "faktafilen {name}: den ska hålla ett dokument (nycklar med värden).",
    "fact file {name} can't be read: {reason}.": "faktafilen {name} går inte att läsa: {reason}.",
    "fact file {name}: not valid {language}: {reason}.": "faktafilen {name}: ingen giltig {language}: {reason}.",
    "fact file {name}: an entry doesn't say what it must: {reason}.": (
        "faktafilen {name}: en uppgift säger inte det den måste: {reason}."
    ),
    "facts of {document}: a fact names the {kind} «{local}», which the document doesn't list; add it or correct the id.": (
        "fakta i {document}: ett faktum nämner «{local}» ({kind}), som dokumentet inte räknar upp; lägg till det eller rätta id:t."
    ),
    "facts: «{word}» is none of the {scheme}; write {names}.": "fakta: «{word}» hör inte till «{scheme}»; skriv {names}.",
    "gold folder {folder} isn't there: give the folder that holds the gold fact files.": (
        "facitmappen {folder} finns inte: ange mappen med faktafilerna som är facit."
    ),
    "gold folder {folder} holds no fact files: it needs one .yaml or .json per document.": (
        "facitmappen {folder} har inga faktafiler: där ska ligga en .yaml eller .json per dokument."
    ),
    "gold file {file}: one document (a mapping) per file is wanted.": (
        "facitfilen {file}: varje fil ska hålla ett dokument (nycklar med värden)."
    ),
    "gold file {file} can't be read: {reason}.": "facitfilen {file} går inte att läsa: {reason}.",
    "data/confidence/rules.csv is damaged: install the package again.": (
        "data/confidence/rules.csv är skadad: installera paketet igen."
    ),
    "data/confidence/{file} is damaged: install the package again.": (
        "data/confidence/{file} är skadad: installera paketet igen."
    ),
    "no facts could be measured: give folders that hold documents and their gold.": (
        "inga fakta gick att mäta: ange mappar som har dokument och deras facit."
    ),
    "gold file {file}: «{key}» is no key of {place}{near}: correct it, or take it out.": (
        "facitfilen {file}: «{key}» är ingen nyckel i {place}{near}: rätta den eller ta bort den."
    ),
    "gold file {file}: {place} names «{id}» as {key}, which «{section}» doesn't list{near}: add it there, or correct the id.": (
        "facitfilen {file}: {place} nämner «{id}» som {key}, men «{section}» räknar inte upp det{near}: lägg till det där eller "
        "rätta id:t."
    ),
    "the file": "filen",
    "«optional»": "«optional»",
    # ------------------------------------------------------------------------------------------ judgements
    "judgements: «{one}» and «{other}» are said to be the same and, directly or by other lines, not to be; delete one line.": (
        "bedömningar: «{one}» och «{other}» sägs vara samma och, direkt eller genom andra rader, inte vara det; ta bort en rad."
    ),
    "{file} can't be read: {reason}.": "{file} går inte att läsa: {reason}.",
    "{where}: the header lacks «{missing}»; it must be {columns}.": "{where}: rubrikraden saknar «{missing}»; den ska vara {columns}.",
    "{where}: more cells than columns; put a text that holds a comma in quotation marks.": (
        "{where}: fler celler än kolumner; sätt citattecken om en text som har komman."
    ),
    "{where}: unknown kind «{kind}»; write one of {names}.": "{where}: okänt slag «{kind}»; skriv något av {names}.",
    "{where}: «same» is «{answer}»; write yes or no.": "{where}: «same» är «{answer}»; skriv yes eller no.",
    "{where}: two different names are wanted in «one» and «other».": "{where}: i «one» och «other» ska två olika namn stå.",
    # ------------------------------------------------------------------------------------- lexicon, own words
    "lexicon {file} can't be read: {reason}.": "ordlistan {file} går inte att läsa: {reason}.",
    "lexicon {file}: section «{section}» must hold groups of words.": "ordlistan {file}: avsnittet «{section}» ska ha grupper av ord.",
    "lexicon {file}: «{key}» must be a list of words (quote yes, no, on, off and numbers) or word: value lines.": (
        "ordlistan {file}: «{key}» ska vara en lista med ord (sätt citattecken om yes, no, on, off och tal) "
        "eller rader med ord: värde."
    ),
    "{file}, line {line}: {what}{end}": "{file}, rad {line}: {what}{end}",
    "{file}, line {line}: {what}.": "{file}, rad {line}: {what}.",
    "{problem}; write «section:», below it two blanks and «group: [word, word]»": (
        "{problem}; skriv «avsnitt:», och på raden under två blanksteg och «grupp: [ord, ord]»"
    ),
    "{words}; write plain text": "{words}; skriv ren text",
    "sections, such as «flows:»": "avsnitt, till exempel «flows:»",
    "groups of words below «{section}:»": "grupper av ord under «{section}:»",
    "word: value lines below «{key}:»": "rader med ord: värde under «{key}:»",
    "«{key}» is a list; write [word, word]": "«{key}» är en lista; skriv [ord, ord]",
    "«{written}» is no value of «{key}»; write {wanted}": "«{written}» är inget värde för «{key}»; skriv {wanted}",
    "«{word}» is no word; write one with a letter, or in quotation marks": (
        "«{word}» är inget ord; skriv ett med en bokstav i, eller inom citattecken"
    ),
    "write {wanted}": "skriv {wanted}",
    "one of {names}": "något av {names}",
    "there is no section": "det finns inget avsnitt",
    "there is no group": "det finns ingen grupp",
    "; did you mean {names}?": "; menade du {names}?",
    "; write one of the shipped lexicon's sections": "; skriv ett av avsnitten i ordlistan som följer med",
    "; write one of the shipped lexicon's groups": "; skriv en av grupperna i ordlistan som följer med",
    "a currency of three capitals, such as SEK": "en valuta med tre versaler, till exempel SEK",
    "a number, such as 1000000": "ett tal, till exempel 1000000",
    "a number and a currency, such as 1000 SEK": "ett tal och en valuta, till exempel 1000 SEK",
    "a number": "ett tal",
    "a fraction, such as 1/3": "ett bråk, till exempel 1/3",
    "a number of months": "ett antal månader",
    "a number of years from now, such as -1": "ett antal år från nu, till exempel -1",
    "a name with {sign} where the place stands, such as {sign} kommun": (
        "ett namn med {sign} där orten står, till exempel {sign} kommun"
    ),
    "the fund's name": "fondens namn",
    "the region's name": "regionens namn",
    "{path}: nothing is read from a file of that name here; name it {names}.": (
        "{path}: ur en fil med det namnet läses inget här; kalla den {names}."
    ),
    "{path}, line {line}: this is not UTF-8; save the file as UTF-8.": "{path}, rad {line}: inte UTF-8; spara filen som UTF-8.",
    "{path} can't be read: {reason}.": "{path} går inte att läsa: {reason}.",
    # ------------------------------------------------------------------------------------------- own tables
    "a quotation mark is open; close each quotation mark": "ett citattecken saknar sitt par; stäng varje citattecken",
    "more cells than columns; put a text that holds a comma in quotation marks": (
        "fler celler än kolumner; sätt citattecken om en text som har komman"
    ),
    "«{column}» is empty; write one, or delete the line": "«{column}» är tom; fyll i den eller ta bort raden",
    "«{value}» stands in line {other} too; keep one of the two": "«{value}» står på rad {other} också; behåll en av dem",
    "the column «{column}» stands there twice; keep one of the two": "kolumnen «{column}» står där två gånger; behåll en av dem",
    "the header lacks «{missing}»; begin the file with {columns}": "rubrikraden saknar «{missing}»; börja filen med {columns}",
    "; write {names}": "; skriv {names}",
    "; write one of the shipped table or of yours": "; skriv något ur tabellen som följer med eller ur din egen",
    "«{column}» is «{value}», which isn't known{told}": "«{column}» är «{value}», som inte är känt{told}",
    "«{column}» is «{value}»; write {wanted}": "«{column}» är «{value}»; skriv {wanted}",
    "degrees with a point, such as 62.4": "grader med punkt, till exempel 62.4",
    "«{column}» is {value}; write degrees from -{most} to {most}": "«{column}» är {value}; skriv grader från -{most} till {most}",
    "a year, such as 2019": "ett årtal, till exempel 2019",
    "«{first}» {one} comes after «{last}» {other}; turn them round": "«{first}» {one} kommer efter «{last}» {other}; byt plats på dem",
    "reference table {file} can't be read: {reason}.": "referenstabellen {file} går inte att läsa: {reason}.",
    "capitals, digits and hyphens, such as SE-M-FJALLEN": "versaler, siffror och bindestreck, till exempel SE-M-FJALLEN",
    "its ISO 3166, NUTS or LAU code, such as SE-2481": "dess kod i ISO 3166, NUTS eller LAU, till exempel SE-2481",
    "it as 212000-1234": "det som 212000-1234",
    "«lat» and «lon» go together; write both or none": "«lat» och «lon» hör ihop; skriv båda eller ingen",
    "the region lies within itself by «parent_code»; name a larger one": (
        "regionen ligger i sig själv enligt «parent_code»; ange en större"
    ),
    "a body can't succeed itself; name another in «successor», or leave it empty": (
        "en organisation kan inte efterträda sig själv; ange en annan i «successor» eller lämna tomt"
    ),
}
"""Each Swedish text by its English one."""
