"""The Swedish of what is wrong with documents."""

TEXTS = {
    # ------------------------------------------------------------------------------------------- files and paths
    "{path}: its name holds bytes that are no letters: rename it.": "{path}: namnet innehåller byte som inte är tecken: byt namn på den.",
    "{path}: {megabytes} MB, more than the {most} MB that a document may have: split it.": (
        "{path}: {megabytes} MB, mer än de {most} MB som ett dokument får ha: dela upp det."
    ),
    "{path}: it is no file but a folder, a pipe or a device.": "{path}: är ingen fil utan en mapp, ett rör eller en enhet.",
    "{path}: can't be opened: {reason}.": "{path}: går inte att öppna: {reason}.",
    "{path}: there is no such file or folder{near}.": "{path}: det finns ingen sådan fil eller mapp{near}.",
    "{path}: this link leads to {target}, which isn't there: mend the link, or give the file itself.": (
        "{path}: länken leder till {target}, som inte finns: laga länken eller ange själva filen."
    ),
    "{path}: this is no file or folder but a pipe or a device: save what comes out of it as a file, and give that.": (
        "{path}: är ingen fil eller mapp utan ett rör eller en enhet: spara det som kommer därifrån i en fil och ange den."
    ),
    "{path}: it is no longer there.": "{path}: finns inte kvar.",
    "{path}: no documents were found there.": "{path}: inga dokument hittades där.",
    "{path}: graphkit broke down on it ({words}): please report it, with the document.": (
        "{path}: graphkit gick sönder på det ({words}): rapportera gärna felet och skicka med dokumentet."
    ),
    # -------------------------------------------------------------------------------- why the system refuses
    "it isn't there": "den finns inte",
    "you have no permission for it": "du saknar behörighet",
    "a file of that name is in the way": "en fil med det namnet är i vägen",
    "a part of the path is a file, not a folder": "en del av sökvägen är en fil och ingen mapp",
    "it is a folder": "det är en mapp",
    "the disk is full": "disken är full",
    "your share of the disk is full": "ditt utrymme på disken är fullt",
    "that disk can only be read": "den disken går bara att läsa från",
    "its name is too long": "namnet är för långt",
    "its links lead round in a circle": "länkarna går runt i en cirkel",
    "another program holds it": "ett annat program håller i den",
    "too many files are open at once": "för många filer är öppna samtidigt",
    "the disk fails": "disken fungerar inte som den ska",
    "nothing answers there": "inget svarar där",
    "no way leads there": "det går inte att nå dit",
    "line {line} is not understood": "rad {line} går inte att förstå",
    "the system says «{words}»": "systemet säger «{words}»",
    "it is not UTF-8": "den är inte i UTF-8",
    "«{name}» is missing": "«{name}» saknas",
    "a value is of the wrong kind": "ett värde är av fel slag",
    "{one} or {other}": "{one} eller {other}",
    # ------------------------------------------------------------------------------------------- all formats
    "{name}: unknown format «{suffix}»; documents are {known}.": "{name}: okänt format «{suffix}»; dokument är {known}.",
    "{name}: the file is empty.": "{name}: filen är tom.",
    "{name}: it holds no text beside menus and notices.": "{name}: där finns ingen text utöver menyer och meddelanden.",
    "it is {kind}, not a {suffix} file: {mend}": "det är {kind}, ingen {suffix}-fil: {mend}",
    "a PDF file": "en pdf-fil",
    "a zip archive, such as a Word file": "ett zip-arkiv, till exempel en Wordfil",
    "an old Office file, such as .doc": "en gammal Officefil, till exempel .doc",
    "a rich text file": "en rtf-fil",
    "a picture": "en bild",
    "a packed file": "en packad fil",
    "a database": "en databas",
    "rename it to end in {right}.": "byt namn så att det slutar på {right}.",
    "only documents with text can be read.": "bara dokument med text går att läsa.",
    "it is a web page, not a {suffix} file: rename it to end in .html.": (
        "det är en webbsida, ingen {suffix}-fil: byt namn så att det slutar på .html."
    ),
    "it is an e-mail with its head: save the text of the letter alone.": (
        "det är ett mejl med sitt huvud: spara bara brevets text."
    ),
    "it holds more than {number:,} characters: split it.": "där finns fler än {number:,} tecken: dela upp det.",
    "it has a line of more than {number:,} characters: it is data, or a text without its line breaks.": (
        "där finns en rad med fler än {number:,} tecken: det är data, eller en text som har tappat sina radbrytningar."
    ),
    "it holds no text but other data: save what it shows as text.": (
        "där finns ingen text utan andra data: spara det som visas som text."
    ),
    "it holds no text.": "där finns ingen text.",
    "it holds a table of more than {number:,} cells: build it as a published table, or split it.": (
        "där finns en tabell med fler än {number:,} celler: bygg den som en publicerad tabell eller dela upp den."
    ),
    # ----------------------------------------------------------------------------------------- kinds not read
    "an old Word file: save it as .docx or .pdf": "en gammal Wordfil: spara den som .docx eller .pdf",
    "a rich text file: save it as .docx or .pdf": "en rtf-fil: spara den som .docx eller .pdf",
    "an OpenDocument file: save it as .docx or .pdf": "en OpenDocument-fil: spara den som .docx eller .pdf",
    "a Pages file: export it as .docx or .pdf": "en Pages-fil: exportera den som .docx eller .pdf",
    "an e-mail: save its text as .txt or its page as .html": "ett mejl: spara texten som .txt eller sidan som .html",
    "a web archive: save the page as .html": "ett webbarkiv: spara sidan som .html",
    "a presentation: export it as .pdf": "en presentation: exportera den som .pdf",
    "an archive: unpack it first": "ett arkiv: packa upp det först",
    "a picture: only documents with text can be read": "en bild: bara dokument med text går att läsa",
    # ------------------------------------------------------------------------------------------------- Word
    "it is no Word file, or a broken one: open it and save it again as .docx.": (
        "det är ingen Wordfil, eller en trasig: öppna den och spara den igen som .docx."
    ),
    "it is an old or a locked Word file: save it as .docx without a password.": (
        "det är en gammal eller låst Wordfil: spara den som .docx utan lösenord."
    ),
    "it holds more than {number:,} paragraphs: split it.": "där finns fler än {number:,} stycken: dela upp det.",
    "it holds more than {number:,} parts: open it and save it again.": (
        "det består av fler än {number:,} delar: öppna det och spara det igen."
    ),
    "it holds parts of the same name: open it and save it again.": (
        "det har delar med samma namn: öppna det och spara det igen."
    ),
    "it unpacks to more than {megabytes} MB: split it.": "det blir mer än {megabytes} MB uppackat: dela upp det.",
    "its part {part!r} unpacks to more than {megabytes} MB: split it.": (
        "delen {part!r} blir mer än {megabytes} MB uppackad: dela upp det."
    ),
    "it is packed beyond belief (a zip bomb): it is not opened.": "det är orimligt hårt packat (en zipbomb): det öppnas inte.",
    "it defines entities of its own, as no Word file does: it is not opened.": (
        "det definierar egna entiteter, och det gör ingen Wordfil: det öppnas inte."
    ),
    # -------------------------------------------------------------------------------------------------- pdf
    "it is locked with a password: save it without one.": "det är låst med lösenord: spara det utan.",
    "it is no PDF file, or a broken one: open it and save it again.": (
        "det är ingen pdf-fil, eller en trasig: öppna den och spara den igen."
    ),
    "its protection is of a kind that can't be read: save it without one.": (
        "det är skyddat på ett sätt som inte går att läsa: spara det utan skydd."
    ),
    "it holds no text, only pictures of it: run it through text recognition (OCR) first.": (
        "där finns ingen text, bara bilder av text: kör det genom textigenkänning (OCR) först."
    ),
    "its fonts don't say which letters they draw: run it through text recognition (OCR) first.": (
        "typsnitten säger inte vilka bokstäver de ritar: kör det genom textigenkänning (OCR) först."
    ),
    "it has more than {number:,} pages: split it.": "det har fler än {number:,} sidor: dela upp det.",
    "a page is broken ({reason}): open it and save it again.": "en sida är trasig ({reason}): öppna det och spara det igen.",
    "it holds more than {number:,} objects: print it to a new PDF.": (
        "där finns fler än {number:,} objekt: skriv ut det till en ny pdf."
    ),
    "it holds a stream that unpacks to more than {megabytes} MB: it is not opened.": (
        "där finns en ström som blir mer än {megabytes} MB uppackad: det öppnas inte."
    ),
    # ------------------------------------------------------------------------------------------------- pages
    "the page holds no text: it may be filled by a script when it is opened; save it from a browser instead.": (
        "sidan har ingen text: den fylls kanske av ett skript när den öppnas; spara den från en webbläsare i stället."
    ),
    "the page holds no text.": "sidan har ingen text.",
    "the page can't be parsed: {words}.": "sidan går inte att tolka: {words}.",
    "the page is nested deeper than 256 elements or holds a text of over 10 MB: save it as plain text.": (
        "sidan har fler än 256 element i varandra eller en text på över 10 MB: spara den som ren text."
    ),
    "the page holds more than {number:,} elements: split it or save it as plain text.": (
        "sidan har fler än {number:,} element: dela upp den eller spara den som ren text."
    ),
    "the page holds more than {megabytes} MB of markup: split it or save it as plain text.": (
        "sidan har mer än {megabytes} MB märkning: dela upp den eller spara den som ren text."
    ),
    "the page holds a tag of more than a megabyte: save it as plain text.": (
        "sidan har en tagg på mer än en megabyte: spara den som ren text."
    ),
    # --------------------------------------------------------------------------------- the process that reads
    "reading it needed more than {gigabytes:g} GB of memory: split it, or save it in another format.": (
        "det krävde mer än {gigabytes:g} GB minne att läsa: dela upp det eller spara det i ett annat format."
    ),
    "reading it took longer than {seconds:g} s: split it, or save it in another format.": (
        "det tog längre än {seconds:g} s att läsa: dela upp det eller spara det i ett annat format."
    ),
    "the program that reads its format broke down on it ({how}): save it in another format.": (
        "programmet som läser formatet gick sönder på det ({how}): spara det i ett annat format."
    ),
    "the process that reads documents can't be started ({how}).": "processen som läser dokument går inte att starta ({how}).",
    "exit code {code}": "slutkod {code}",
    "the system's signal «{name}»": "systemets signal «{name}»",
    "it was never started": "den startades aldrig",
}
"""Each Swedish text by its English one."""
