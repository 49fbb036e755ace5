"""The map's words, Swedish and English, in one place; and amounts and dates as people say them.

Each entry gives both languages, so that none can be missing. «{n}» and the like are filled in by the page.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

LANGUAGES = ("sv", "en")

_WORDS: dict[str, tuple[str, str]] = {
    # the page
    "page.lead": (
        "Varje linje går tillbaka till en mening i ett dokument. Klicka på en linje eller en nod och läs den.",
        "Every line goes back to a sentence in a document. Click a line or a node and read it.",
    ),
    "page.skip-table": ("Hoppa till tabellen", "Skip to the table"),
    "page.skip-panel": ("Hoppa till beläggen", "Skip to the evidence"),
    "page.views": ("Visa", "Show"),
    "page.noscript": (
        "Kartan behöver JavaScript, som följer med i filen. Slå på det och öppna filen igen.",
        "The map needs JavaScript, which comes with the file. Turn it on and open the file again.",
    ),
    "page.count-documents": ("{n} dokument", "{n} documents"),
    "page.count-facts": ("{n} fakta med citat", "{n} facts with quotes"),
    "view.actors": ("Vem arbetar med vem", "Who works with whom"),
    "view.money": ("Vem betalar vem", "Who pays whom"),
    "view.regions": ("Vilka regioner", "Which regions"),
    "view.projects": ("Alla projekt", "All projects"),
    "view.actors.about": (
        "En linje = de bär minst ett projekt tillsammans, som ägare eller partner. Bredare linje = fler projekt.",
        "A line = they carry at least one project together, as owner or partner. A wider line = more projects.",
    ),
    "view.money.about": (
        "En pil = den ena finansierar den andras projekt. Bär flera projektet, och säger texten inte vem av dem som får pengarna, går pilen till projektet.",
        "An arrow = one funds the other's project. Where several carry it and no text says which of them is paid, the arrow goes to the project.",
    ),
    "view.regions.about": (
        "En linje = en text säger att de samarbetar, eller ett projekt arbetar i båda. Kommuner och orter räknas till sitt län.",
        "A line = a text says that they cooperate, or a project works in both. Municipalities and towns count as their county.",
    ),
    "view.projects.about": (
        "Projekt med sina ägare, partner, finansiärer och platser.",
        "Projects with their owners, partners, funders and places.",
    ),
    "view.projects.folded": (
        "Projekten, och aktörerna som binder ihop dem. Välj ett projekt: då visas alla som är med, och platserna.",
        "The projects, and the actors that tie them together. Choose a project to see all who take part, and the places.",
    ),
    # finding and filtering
    "search.label": ("Sök aktör, projekt eller plats", "Search actor, project or place"),
    "search.none": ("Ingen träff på «{q}».", "Nothing matches “{q}”."),
    "filter.title": ("Filter", "Filters"),
    "filter.reset": ("Återställ", "Reset"),
    "filter.roles": ("Roll i projektet", "Role in the project"),
    "filter.programme": ("Program", "Programme"),
    "filter.region": ("Projektet rör", "The project concerns"),
    "filter.years": ("Pågår någon gång", "Active some time in"),
    "filter.from": ("från år", "from year"),
    "filter.to": ("till år", "to year"),
    "filter.undated": ("även projekt utan årtal", "also projects without a year"),
    "filter.types": ("Typ av aktör", "Type of actor"),
    "filter.kinds": ("Typ av plats", "Type of place"),
    "filter.any": ("alla", "all"),
    "count.shown": (
        "Visar {nodes} av {allNodes} {things} och {edges} av {allEdges} kopplingar.",
        "Showing {nodes} of {allNodes} {things} and {edges} of {allEdges} links.",
    ),
    "count.undated": ("{n} projekt utan årtal räknas bort.", "{n} projects without a year are left out."),
    "count.apart": (
        "{n} utan koppling står bara i tabellen.",
        "{n} without a link stand in the table only.",
    ),
    "count.limit": (
        "Bilden visar de {n} mest sammankopplade; tabellen visar alla.",
        "The picture shows the {n} best connected; the table shows all.",
    ),
    "count.folded": (
        "{n} visas när deras projekt väljs.",
        "{n} are shown when their project is chosen.",
    ),
    "count.empty": (
        "Inget passar filtren. Ta bort något av dem eller återställ.",
        "Nothing fits the filters. Remove one of them or reset.",
    ),
    "things.actors": ("aktörer", "actors"),
    "things.money": ("aktörer och projekt", "actors and projects"),
    "things.regions": ("platser", "places"),
    "things.projects": ("projekt, aktörer och platser", "projects, actors and places"),
    # the picture
    "picture.label": (
        "Nätverksbild. Samma innehåll står i tabellen nedanför. Piltangenter flyttar, plus och minus zoomar, 0 visar allt.",
        "Network picture. The table below has the same content. Arrow keys move, plus and minus zoom, 0 shows all.",
    ),
    "picture.in": ("Zooma in", "Zoom in"),
    "picture.out": ("Zooma ut", "Zoom out"),
    "picture.fit": ("Visa allt", "Show all"),
    "picture.save": ("Spara bild (PNG)", "Save picture (PNG)"),
    "picture.print": ("Skriv ut", "Print"),
    "legend.title": ("Teckenförklaring", "Legend"),
    "legend.implied": ("streckad: utläst, inte sagt rakt ut", "dashed: implied, not said outright"),
    # lines
    "line.cooperates": ("samarbetar", "work together"),
    "line.funds": ("finansierar", "funds"),
    "line.and": ("och", "and"),
    "line.owner": ("äger projektet", "owns the project"),
    "line.partner": ("är partner", "is a partner"),
    "line.funder": ("finansierar", "funds"),
    "line.works-in": ("arbetar i, eller rör", "works in, or concerns"),
    "line.region-cooperates": ("texten säger att de samarbetar", "a text says that they cooperate"),
    "line.shares": ("gemensamma projekt", "shared projects"),
    # the panel
    "panel.title": ("Belägg", "Evidence"),
    "panel.start": ("Börja här", "Start here"),
    "panel.start.lead": ("De starkaste kopplingarna i bilden:", "The strongest links in the picture:"),
    "panel.start.border": (
        "De starkaste kopplingarna, först de över en landsgräns:",
        "The strongest links, first those across a border:",
    ),
    "panel.hubs": ("Flest kopplingar:", "Most links:"),
    "panel.close": ("Stäng", "Close"),
    "panel.also": ("Skrivs också", "Also written"),
    "panel.shared": ("{n} gemensamma projekt", "{n} shared projects"),
    "panel.shared.one": ("1 gemensamt projekt", "1 shared project"),
    "panel.funded": ("{n} projekt", "{n} projects"),
    "panel.funded.one": ("1 projekt", "1 project"),
    "panel.direct": ("Sagt om båda", "Said of both"),
    "panel.shares": (
        "Härlett: samma projekt rör båda platserna. Ingen av texterna säger rakt ut att de samarbetar.",
        "Derived: the same project concerns both places. No text says outright that they cooperate.",
    ),
    "panel.other": ("Utan projekt", "Without a project"),
    "panel.more-proofs": ("{n} belägg till", "{n} more quotes"),
    "panel.more-proofs.one": ("1 belägg till", "1 more quote"),
    "panel.page": ("sidan {n}", "page {n}"),
    "panel.named": (
        "Nämns här. Vad den gör i ett projekt säger inget dokument, eller så har det inte kunnat läsas ut.",
        "Named here. No document says what it does in a project, or it could not be read.",
    ),
    "panel.around": (
        "Inget dokument säger något om den själv; det gäller platser i den.",
        "No document says anything of this place itself, only of places in it.",
    ),
    "panel.copy": ("Kopiera citat och källa", "Copy quote and source"),
    "panel.copied": ("Kopierat", "Copied"),
    "panel.not-copied": ("Gick inte att kopiera", "Could not be copied"),
    "panel.quoted": ("”{quote}”", "“{quote}”"),
    "panel.links": ("{n} kopplingar", "{n} links"),
    "panel.links.one": ("1 koppling", "1 link"),
    "panel.hidden": ("{n} fakta döljs av filtren.", "{n} facts are hidden by the filters."),
    "basis.stated": ("står i texten", "stated"),
    "basis.implied": ("utläst", "implied"),
    "basis.derived": ("härlett", "derived"),
    # the table
    "table.title": ("Tabell", "Table"),
    "table.links": ("Kopplingar", "Links"),
    "table.things": ("Allt i vyn", "Everything in the view"),
    "table.from": ("Från", "From"),
    "table.to": ("Till", "To"),
    "table.how": ("Koppling", "Link"),
    "table.count": ("Projekt", "Projects"),
    "table.amount": ("Belopp", "Amount"),
    "table.names": ("Vilka projekt", "Which projects"),
    "table.years": ("År", "Years"),
    "table.basis": ("Grund", "Basis"),
    "table.name": ("Namn", "Name"),
    "table.type": ("Typ", "Type"),
    "table.degree": ("Kopplingar", "Links"),
    "table.facts": ("Fakta", "Facts"),
    "table.csv": ("Ladda ner det jag ser (CSV)", "Download what I see (CSV)"),
    "table.all": ("Visa alla {n} rader", "Show all {n} rows"),
    "table.rows": ("{n} av {all} rader.", "{n} of {all} rows."),
    "table.empty": ("Inga rader passar filtren.", "No rows fit the filters."),
    "table.sorted": ("sorterad efter {column}", "sorted by {column}"),
    "table.open": ("Visa belägg", "Show the evidence"),
    "table.alone": ("ingen koppling i den här vyn", "no link in this view"),
    # the footer
    "footer.documents": ("Byggd av {n} dokument:", "Built from {n} documents:"),
    "footer.proof": (
        "Varje linje vilar på minst ett ordagrant citat ur ett av dokumenten. Avslagna ansökningar och undantagna områden ritas inte som linjer.",
        "Every line rests on at least one verbatim quote from one of the documents. Refused applications and excluded areas are never drawn as lines.",
    ),
    "footer.rules": (
        "Fakta har lästs ut av skrivna regler, inte av en människa. Läs citatet innan du bygger på en enskild linje.",
        "Facts were read by written rules, not by a person. Read the quote before you build on a single line.",
    ),
    "footer.accuracy": ("Träffsäkerhet mot facit:", "Accuracy against the gold standard:"),
    "footer.library": ("Bilden ritas med {name} {version} ({licence}).", "Drawn with {name} {version} ({licence})."),
    # kinds and types
    "kind.project": ("projekt", "project"),
    "role.owner": ("ägare", "owner"),
    "role.partner": ("partner", "partner"),
    "role.funder": ("finansiär", "funder"),
    "type.actor.region": ("regionalt organ", "regional body"),
    "type.actor.county-board": ("länsstyrelse", "county board"),
    "type.actor.municipality": ("kommun", "municipality"),
    "type.actor.agency": ("myndighet", "agency"),
    "type.actor.university": ("högskola, universitet", "university"),
    "type.actor.company": ("företag", "company"),
    "type.actor.association": ("förening", "association"),
    "type.actor.eu": ("EU-fond, EU-program", "EU fund or programme"),
    "type.actor.school": ("skola", "school"),
    "type.actor.network": ("nätverk", "network"),
    "type.actor.other": ("annan", "other"),
    "type.project.": ("projekt", "project"),
    "type.region.country": ("land", "country"),
    "type.region.macro": ("storområde", "macro region"),
    "type.region.county": ("län, oblast, landskap", "county, oblast, region"),
    "type.region.municipality": ("kommun", "municipality"),
    "type.region.city": ("ort", "town, village"),
    "status.applied": ("ansökt", "applied for"),
    "status.granted": ("beviljat", "granted"),
    "status.refused": ("avslaget", "refused"),
    "status.planned": ("planerat", "planned"),
    "status.running": ("pågår", "running"),
    "status.ended": ("avslutat", "ended"),
    # facts in words: {a} … are the names
    "fact.owner": ("{actor} äger {project}", "{actor} owns {project}"),
    "fact.partner": ("{actor} är partner i {project}", "{actor} is a partner in {project}"),
    "fact.funder": ("{actor} finansierar {project}", "{actor} funds {project}"),
    "fact.flow": ("{payer} betalar {amount}", "{payer} pays {amount}"),
    "fact.flow.nobody": ("{amount} betalas", "{amount} is paid"),
    "fact.flow.to": (" till {recipient}", " to {recipient}"),
    "fact.flow.for": (" för {project}", " for {project}"),
    "fact.flow.year": (" ({year})", " ({year})"),
    "fact.budget": ("Budgeten för {project} är {amount}", "The budget of {project} is {amount}"),
    "fact.period": ("{project} pågår {period}", "{project} runs {period}"),
    "fact.works-in": ("{project} arbetar i eller rör {region}", "{project} works in or concerns {region}"),
    "fact.target": ("{project} riktar sig till {region}", "{project} is aimed at {region}"),
    "fact.planned": ("{project} planeras i {region}", "{project} is planned in {region}"),
    "fact.excluded": ("{project} omfattar inte {region}", "{project} does not cover {region}"),
    "fact.cooperation": ("{one} och {other} samarbetar", "{one} and {other} cooperate"),
    "fact.indicator.target": ("Mål: {value} {label}", "Target: {value} {label}"),
    "fact.indicator.result": ("Resultat: {value} {label}", "Result: {value} {label}"),
    "fact.programme": ("{about} ingår i programmet {value}", "{about} belongs to the programme {value}"),
    "fact.follows": ("{about} bygger vidare på {value}", "{about} continues {value}"),
    "fact.partOf": ("{about} är en del av {value}", "{about} is part of {value}"),
    "fact.status": ("{about}: {value}", "{about}: {value}"),
    "fact.actorType": ("{about} är av typen {value}", "{about} is of the type {value}"),
    "fact.other": ("{about}: {value}", "{about}: {value}"),
    "fact.it": ("projektet", "the project"),
    "fact.it.first": ("Projektet", "The project"),
}


def words(language: str) -> dict[str, str]:
    """All words of one language by key.

    >>> words("sv")["role.owner"], words("en")["role.owner"]
    ('ägare', 'owner')
    """
    column = LANGUAGES.index(language)
    return {key: texts[column] for key, texts in _WORDS.items()}


_LARGE = {
    "sv": ((Decimal(10**9), "md"), (Decimal(10**6), "mn")),
    "en": ((Decimal(10**9), "billion"), (Decimal(10**6), "million")),
}
_SEK = {"md": "mdkr", "mn": "mnkr"}
_NAMES = {"EUR": "euro", "USD": "dollar", "NOK": "norska kronor", "DKK": "danska kronor", "RUB": "rubel", "GBP": "pund"}


def amount_in_words(amount: Decimal, currency: str, language: str) -> str:
    """An amount as it is said at a meeting, three figures at most from a million on.

    >>> [amount_in_words(Decimal(n), "SEK", "sv") for n in ("11700000", "163000", "50000", "7500", "1200000000")]
    ['11,7 mnkr', '163 tkr', '50 tkr', '7 500 kr', '1,2 mdkr']
    >>> amount_in_words(Decimal("200000"), "EUR", "sv"), amount_in_words(Decimal("1260000"), "EUR", "sv")
    ('200 000 euro', '1,26 mn euro')
    >>> amount_in_words(Decimal("9800000"), "SEK", "en"), amount_in_words(Decimal("62500"), "SEK", "en")
    ('SEK 9.8 million', 'SEK 62,500')
    """
    for size, word in _LARGE[language]:
        if amount >= size:
            short = _three(amount / size, language)
            if language == "en":
                return f"{currency} {short} {word}".strip()
            unit = _SEK[word] if currency == "SEK" else f"{word} {_NAMES.get(currency, currency)}"
            return f"{short} {unit}".strip()
    if language == "en":
        return f"{currency} {_grouped(amount, language)}".strip()
    if currency == "SEK":
        thousands = amount / 1000
        if amount >= 10_000 and thousands == thousands.quantize(Decimal("0.1")):
            return f"{_three(thousands, language)} tkr"
        return f"{_grouped(amount, language)} kr"
    return f"{_grouped(amount, language)} {_NAMES.get(currency, currency)}".strip()


def exact_amount(amount: Decimal, currency: str, language: str) -> str:
    """An amount in full: «11 700 000 SEK».

    >>> exact_amount(Decimal("11700000"), "SEK", "sv"), exact_amount(Decimal("0.5"), "EUR", "en")
    ('11 700 000 SEK', '0.5 EUR')
    """
    return f"{_grouped(amount, language)} {currency}".strip()


def _three(number: Decimal, language: str) -> str:
    """A number with three significant figures at most, and no needless noughts."""
    places = max(0, 2 - number.adjusted())
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = format(rounded, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",") if language == "sv" else text


def _grouped(number: Decimal, language: str) -> str:
    text = format(number, ",f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(",", " ").replace(".", ",") if language == "sv" else text


_MONTHS = {
    "sv": [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def date_in_words(iso: str, language: str) -> str:
    """An ISO date, as precise as it is, in words.

    >>> date_in_words("2009-12", "sv"), date_in_words("2019-10-01", "en"), date_in_words("2004", "sv")
    ('december 2009', '1 October 2019', '2004')
    """
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = _MONTHS[language][int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def period_in_words(start: str, end: str, language: str) -> str:
    """A period in words; either end may be empty.

    >>> period_in_words("2007", "2009-12", "sv"), period_in_words("", "2009", "en"), period_in_words("2004", "2004", "sv")
    ('2007 till december 2009', 'until 2009', '2004')
    """
    first, last = (date_in_words(date, language) if date else "" for date in (start, end))
    to, until, since = {"sv": ("till", "till och med", "från"), "en": ("to", "until", "from")}[language]
    if first and last:
        return first if first == last else f"{first} {to} {last}"
    return f"{until} {last}" if last else f"{since} {first}"
