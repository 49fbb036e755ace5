"""Documents that try to break their reader, each made in a moment by `make_all`; run as a script it writes them into a folder to look at.

What each must come to stands beside it: «read», or words of the one line that tells why it can't be.
"""

from __future__ import annotations

import os
import sys
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

READ = "read"
PLANTED = "Sida finansierar projektet Trojanska hästen med 9 000 000 kronor."
TOLD = (
    "Sida finansierar projektet Vävstolen med 400 000 kronor. Projektet Vävstolen drivs av Hofors kommun i Gävleborg."
)
BAIT = 100_000


@dataclass(frozen=True, slots=True)
class Hostile:
    """A hostile document: its name, how its bytes are made, and what it comes to; `bait` is true for those that are read in a second."""

    name: str
    make: Callable[[], bytes]
    verdict: str = READ
    bait: bool = False


def bait(name: str, piece: str) -> Hostile:
    """A text of one piece again and again."""
    return Hostile(f"bait-{name}.txt", lambda: (piece * (BAIT // len(piece))).encode(), READ, bait=True)


# ---------------------------------------------------------------------------------------------------- pages


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html lang=sv><head><title>Sida</title>{head}</head><body>{body}</body></html>".encode()


LAUGHS = '<!DOCTYPE html [<!ENTITY a "skratt skratt">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
HIDDEN = "".join(
    f"<p {attribute}>{PLANTED}</p>"
    for attribute in (
        "hidden",
        'style="display:none"',
        'style="color:#fff;background:#ffffff"',
        'style="color:white"',
        'style="position:absolute;left:-9999px"',
        'style="font-size:0"',
        'style="visibility: hidden"',
        'aria-hidden="true"',
    )
)

# ------------------------------------------------------------------------------------------------------ pdf


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a table of where they stand."""
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        data += b"%010d 00000 n \n" % place
    data += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(data)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"


def one_page(contents: bytes, pages: bytes = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>") -> bytes:
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, PAGE, contents, FONT)


def good_pdf() -> bytes:
    return one_page(stream(f"BT /F 11 Tf 50 700 Td ({TOLD}) Tj ET".encode("cp1252")))


def zeros(size: int) -> bytes:
    packer = zlib.compressobj(9)
    chunk = b" " * 1_000_000
    return b"".join(packer.compress(chunk) for _ in range(size // len(chunk))) + packer.flush()


def many_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 100_004))
    pages = b"<< /Type /Pages /Kids [%s] /Count 100000 >>" % kids
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, FONT, *([leaf] * 100_000))


def cyclic_pages() -> bytes:
    return one_page(stream(b""), b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")


def locked() -> bytes:
    key = "<" + "41" * 32 + ">"
    encrypt = f"/ID [{key} {key}] /Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /Root"
    return good_pdf().replace(b"/Root", encrypt.encode())


# ----------------------------------------------------------------------------------------------------- docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(*lines: str) -> str:
    inner = "".join(lines)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def relation(kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="r{kind}" Type="{RELATION}/{kind}" Target="{target}" {more}/>'


def docx(body: str, *, before: str = "", parts: Sequence[tuple[str, str | bytes]] = ()) -> bytes:
    """A Word file with this body; parts of the same name take the place of its own."""
    document = f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(relation("officeDocument", "word/document.xml")),
        "word/document.xml": document,
    }
    whole |= dict(parts)
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(name, content)
    return file.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def external() -> bytes:
    links = relations(
        relation("image", "http://127.0.0.1:9/x.png", 'TargetMode="External"'),
        relation("attachedTemplate", "file:///etc/passwd", 'TargetMode="External"'),
    )
    return docx(paragraph(TOLD), parts=[("word/_rels/document.xml.rels", links)])


def laughing_docx() -> bytes:
    return docx(paragraph("&i;"), before=LAUGHS.replace("html", "w:document", 1) + "]>")


# ---------------------------------------------------------------------------------------------------- table

HOSTILE: tuple[Hostile, ...] = (
    Hostile("nested-tags.html", lambda: b"<div>" * 200_000 + TOLD.encode(), "nested deeper than 256"),
    Hostile("attribute.html", lambda: page(f"<p title='{'x' * 49_000_000}'>{TOLD}</p>"), "MB of markup"),
    Hostile(
        "attribute-small.html",
        lambda: page(f"<p title='{'x' * 2_000_000}'>{TOLD}</p>"),
        "a tag of more than a megabyte",
    ),
    Hostile("picture.html", lambda: page(f"<img src='data:image/png;base64,{'A' * 9_000_000}'><p>{TOLD}</p>")),
    Hostile("million-rows.html", lambda: page("<table>" + "<tr><td>1<td>a" * 1_000_000), "more than 500,000 elements"),
    Hostile(
        "spans.html", lambda: page(f"<table><tr><td colspan=999999999 rowspan=999999999>a<td>b</table><p>{TOLD}</p>")
    ),
    Hostile("open-comments.html", lambda: page(f"<p>{TOLD}</p>" + "<!--" * 100_000)),
    Hostile("entities.html", lambda: LAUGHS.encode() + b"]>" + page(f"<p>&i;</p><p>{TOLD}</p>")),
    Hostile(
        "entities.xhtml", lambda: LAUGHS.encode() + f"]><html><body><p>&i;</p><p>{TOLD}</p></body></html>".encode()
    ),
    Hostile(
        "external-entity.xhtml",
        lambda: (
            f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;{TOLD}</p></body></html>'.encode()
        ),
    ),
    Hostile(
        "deep-data.html", lambda: page(f"<p>{TOLD}</p>", f"<script type=application/ld+json>{'[' * 90_000}</script>")
    ),
    Hostile("hidden-text.html", lambda: page(f"<h1>Vävstolen</h1><p>{TOLD}</p>{HIDDEN}")),
    Hostile("links.html", lambda: page("<a href=x>a</a>" * 60_000 + f"<p>{TOLD}</p>")),
    Hostile("zip-bomb.docx", lambda: docx(" " * 35_000_000), "packed beyond belief"),
    Hostile(
        "large-part.docx", lambda: docx("", parts=[("word/a.xml", b" " * 60_000_000)]), "unpacks to more than 40 MB"
    ),
    Hostile(
        "many-parts.docx",
        lambda: docx("", parts=[(f"word/{n}.xml", "<a/>") for n in range(6_000)]),
        "more than 5,000 parts",
    ),
    Hostile("entities.docx", laughing_docx, "defines entities of its own"),
    Hostile("external.docx", external),
    Hostile("hidden-text.docx", lambda: docx(paragraph(TOLD) + paragraph(PLANTED, "<w:vanish/>"))),
    Hostile(
        "broken-xml.docx",
        lambda: docx("", parts=[("word/document.xml", "<w:document><w:bo")]),
        "no Word file, or a broken one",
    ),
    Hostile("no-body.docx", lambda: docx("", parts=[("_rels/.rels", relations())]), "no Word file, or a broken one"),
    Hostile("cut.docx", lambda: docx(paragraph(TOLD))[:300], "no Word file, or a broken one"),
    Hostile("upward.docx", lambda: docx(paragraph(TOLD), parts=[("../../../../tmp/graphkit-was-here.xml", "<a/>")])),
    Hostile(
        "nested-tables.docx",
        lambda: docx("<w:tbl><w:tr><w:tc>" * 3_000 + paragraph(TOLD) + "</w:tc></w:tr></w:tbl>" * 3_000),
        "no Word file, or a broken one",
    ),
    Hostile(
        "archive.docx", lambda: docx("", parts=[("[Content_Types].xml", ""), ("readme.txt", "hej")]), "no Word file"
    ),
    Hostile(
        "flate-bomb.pdf",
        lambda: one_page(stream(zeros(400_000_000), b"/Filter /FlateDecode")),
        "unpacks to more than 200 MB",
    ),
    Hostile(
        "flate-bomb-twice.pdf",
        lambda: one_page(stream(zlib.compress(zeros(400_000_000)), b"/Filter [/FlateDecode /FlateDecode]")),
        "",
    ),
    Hostile("cyclic-pages.pdf", cyclic_pages, ""),
    Hostile("many-pages.pdf", many_pages, "more than 3,000 pages"),
    Hostile("count-lies.pdf", lambda: one_page(stream(b""), b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"), ""),
    Hostile("truncated.pdf", lambda: good_pdf()[:300], "no PDF file, or a broken one"),
    Hostile("locked.pdf", locked, "locked with a password"),
    Hostile("scan.pdf", lambda: one_page(stream(b"0 0 100 100 re f")), "only pictures of it"),
    Hostile(
        "endless-drawing.pdf",
        lambda: one_page(stream(zlib.compress(b"0 0 m 9 9 l S\n" * 600_000), b"/Filter /FlateDecode")),
        "only pictures",
    ),
    Hostile("page.pdf", lambda: page(f"<p>{TOLD}</p>"), "it is a web page, not a .pdf file"),
    Hostile("letter.txt", lambda: good_pdf(), "it is a PDF file, not a .txt file"),
    Hostile("office.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "an old or a locked Word file"),
    Hostile("old.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "an old Word file"),
    Hostile("mail.eml", lambda: f"From: a@b.example\nSubject: Hej\n\n{TOLD}".encode(), "an e-mail"),
    Hostile(
        "mail.txt", lambda: f"From: a@b.example\nTo: c@d.example\nDate: x\nSubject: Hej\n\n{TOLD}".encode(), "an e-mail"
    ),
    Hostile("nothing.txt", lambda: b" \n\n", "the file is empty"),
    Hostile(
        "noise.txt", lambda: bytes((number * 7919 >> 3) & 255 for number in range(60_000)), "no text but other data"
    ),
    Hostile("zeros.txt", lambda: "\0".join(TOLD).encode("cp1252"), ""),
    Hostile("surrogates.txt", lambda: TOLD.encode() + b" \xed\xa0\x80\xed\xb0\x80 \xf5\x80\x80\x80"),
    Hostile("surrogates.html", lambda: page(f"<p>&#xD800;&#xDFFF;&#x110000;&#0;{TOLD}</p>")),
    Hostile("both-ways.txt", lambda: "".join(f"{letter}\u202e\u2066" for letter in TOLD).encode()),
    Hostile("one-line.txt", lambda: (TOLD + " ").encode() * 90_000, "more than 2,000,000 characters"),
    Hostile("long-line.txt", lambda: (TOLD + " ").encode() * 12_000, "a line of more than 1,000,000 characters"),
    Hostile("no-mark-le.txt", lambda: TOLD.encode("utf-16-le")),
    Hostile("no-mark-be.txt", lambda: TOLD.encode("utf-16-be")),
    Hostile("mixed-encodings.txt", lambda: TOLD.encode() + b"\n\n" + TOLD.encode("cp1252")),
    Hostile(
        "deep-list.md", lambda: ("# Lista\n\n" + "".join(f"{'  ' * n}- punkt {n}\n" for n in range(1_000))).encode()
    ),
    Hostile("deep-quote.md", lambda: b">" * 100_000 + TOLD.encode()),
    Hostile("wide-table.md", lambda: b"| a " * 20_000 + b"|\n" + b"|---" * 20_000 + b"|\n" + b"| 1 " * 20_000 + b"|\n"),
    Hostile("brackets.md", lambda: b"[" * 50_000 + b"](" * 25_000),
    bait("digits", "1"),
    bait("spaces", " a" + " " * 998),
    bait("at", "@"),
    bait("at-words", "a@b."),
    bait("kr", "kr "),
    bait("amounts", "1 kr "),
    bait("bars", "|"),
    bait("cells", "a | "),
    bait("sections", "§ "),
    bait("hashes", "#a"),
    bait("capitals", "A"),
    bait("names", "Ab Cd "),
    bait("quotes", '"a" '),
    bait("marks", "”"),
    bait("lines", "a\n"),
    bait("figures", "1\n"),
    bait("years", "2019–2020 "),
    bait("stops", ". "),
    bait("commas", "a, "),
    bait("brackets", "(a) "),
)

ESCAPE = "rad\nett\x1b[2J\x1b]0;titel\x07\u202egpj.txt"
LONG = "å" * 120 + ".txt"


def make_all(folder: Path) -> None:
    """Write them all, with the odd names, links and pipes that the system allows."""
    folder.mkdir(parents=True, exist_ok=True)
    for hostile in HOSTILE:
        (folder / hostile.name).write_bytes(hostile.make())
    make_odd_files(folder)


def make_odd_files(folder: Path) -> None:
    """Files that are odd by their names or kinds: none of them is a document's fault, and none may be waited for."""
    (folder / LONG).write_text(TOLD, encoding="utf-8")
    if sys.platform == "win32":
        return
    (folder / ESCAPE).write_text(TOLD, encoding="utf-8")
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(TOLD, encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "loop").symlink_to(folder)
    (folder / "round.txt").symlink_to("round.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")


if __name__ == "__main__":
    make_all(Path(sys.argv[1]))
