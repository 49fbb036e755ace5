"""One self-contained HTML file: template, style, script, library and data in one, under a policy that lets nothing else in.

The policy names each inline block by its hash, so a name that smuggles markup into the page could still run nothing,
and allows no address at all, so the page asks nobody for anything.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graphkit.errors import DataError
from graphkit.maps.drawing import to_plain
from graphkit.maps.looks import LINES, THINGS
from graphkit.maps.picture import Picture
from graphkit.maps.words import words

_HERE = Path(__file__).resolve().parent
_ASSETS = _HERE / "assets"
MODULES = ("data", "filters", "labels", "picture", "panel", "search", "table", "main")
"""The page's own ES modules in `assets/js/`, each below those that it imports; joined into one block."""
_IMPORT = re.compile(r"^import .*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)


def render_page(picture: Picture, *, accuracy: str = "") -> str:
    """The HTML file of a picture. `accuracy` is a sentence of figures for the footer, if there are any."""
    known = words(picture.language)
    manifest = _manifest()
    style = _asset("map.css")
    library, script = _asset(manifest["file"]), own_script()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {csp_hash(library)} {csp_hash(script)}",
            " ".join(("style-src", csp_hash(style), *(f"'{injected}'" for injected in manifest["styles"]))),
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    template = _environment().get_template("network.html.j2")
    return template.render(
        lang=picture.language,
        title=picture.title,
        words=known,
        views=[view.name for view in picture.views],
        counts={
            "documents": known["page.count-documents"].format(n=len(picture.sources)),
            "facts": known["page.count-facts"].format(n=sum(1 for fact in picture.facts if fact.proofs)),
        },
        sources=picture.sources,
        accuracy=accuracy,
        footer_documents=known["footer.documents"].format(n=len(picture.sources)),
        library=known["footer.library"].format(
            name=manifest["name"], version=manifest["version"], licence=manifest["licence"].strip("()")
        ),
        policy=policy,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own files
        library_script=Markup(library),  # noqa: S704 - vendored, its hash is checked
        data=script_json(to_data(picture)),
    )


def to_data(picture: Picture) -> dict[str, Any]:
    """The picture as the page's data block holds it."""
    things = {thing.id: thing for thing in picture.things}
    proofs = dict.fromkeys(proof for fact in picture.facts for proof in fact.proofs)
    proofs |= dict.fromkeys(proof for thing in picture.things for proof in thing.proofs)
    number = {proof: i for i, proof in enumerate(proofs)}  # one sentence often proves several facts: it is written once
    return {
        "language": picture.language,
        "title": picture.title,
        "words": words(picture.language),
        "looks": {name: {"shape": x.shape, "fill": x.fill, "border": x.border} for name, x in THINGS.items()},
        "lines": LINES,
        "things": [
            _kept(
                id=x.id,
                kind=x.kind,
                type=x.type,
                name=x.name,
                also=list(x.also),
                start=x.start,
                end=x.end,
                status=x.status,
                programmes=list(x.programmes),
                regions=list(x.regions),
                proofs=[number[y] for y in x.proofs],
            )
            for x in picture.things
        ],
        "facts": [
            _kept(
                id=x.id,
                kind=x.kind,
                parts=[[y.text, y.thing, y.exact] for y in x.parts],
                things=list(x.things),
                project=x.project,
                actor=x.actor,
                role=x.role,
                basis=x.basis,
                acts=x.acts,
                proofs=[number[y] for y in x.proofs],
            )
            for x in picture.facts
        ],
        "proofs": [_kept(source=x.source, quote=x.quote, before=x.before, after=x.after, page=x.page) for x in number],
        "sources": [
            _kept(id=x.id, title=x.title, source=x.source, publisher=x.publisher, issued=x.issued, language=x.language)
            for x in picture.sources
        ],
        "views": [to_plain(view, things, picture.language) for view in picture.views],
    }


def _kept(**values: Any) -> dict[str, Any]:
    """The values that say something."""
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def script_json(value: Mapping[str, Any]) -> Markup:
    """JSON that can stand in a script block: no character of it can end the block or a line of script.

    >>> print(script_json({"name": "</script><!-- & \\u2028"}))
    {"name":"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028"}
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 - escaped just above


def csp_hash(text: str) -> str:
    """An inline block's source expression for a content security policy.

    >>> csp_hash("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def own_script() -> str:
    """The page's own modules joined into one: their imports from one another dropped, their names shared."""
    joined = "\n".join(_EXPORT.sub("", _IMPORT.sub("", _asset(f"js/{name}.js"))) for name in MODULES)
    if re.search(r"^(?:import|export)\b", joined, re.MULTILINE) or "</script" in joined.lower():
        raise DataError("maps/assets/js: an import or export that can't be joined; keep each on one line.")
    return f'"use strict";\n{joined}'


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


@cache
def _manifest() -> dict[str, Any]:
    """What is vendored; a DataError when the file beside it is another one than the manifest names."""
    manifest: dict[str, Any] = json.loads(_asset("manifest.json"))
    found = hashlib.sha256(_asset(manifest["file"]).encode("utf-8")).hexdigest()
    if found != manifest["sha256"]:
        raise DataError(
            "maps/assets/{file} differs from its manifest: run maps/assets/renew.py.", file=manifest["file"]
        )
    return manifest


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
