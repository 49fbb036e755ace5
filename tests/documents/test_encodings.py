"""One text in each encoding gives the same facts; the stored text is NFC without format characters."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit import resources
from graphkit.documents import read_bytes
from graphkit.factfiles import facts_to_plain
from graphkit.facts import find_facts

EXAMPLES = sorted(Path(__file__).parent.parent.joinpath("examples", "encodings").iterdir())
SAMPLES = [x for x in sorted(resources.data("samples", "documents").iterdir()) if x.suffix in (".txt", ".md", ".html")]


def plain(data: bytes, suffix: str = ".txt") -> dict[str, object]:
    """The facts without the hash of the bytes."""
    facts = facts_to_plain(find_facts(read_bytes(data, Path(f"a{suffix}"))))
    facts["document"].pop("sha256")
    return facts


def test_each_encoding_has_its_example():
    assert {x.stem for x in EXAMPLES} >= {"utf-8", "utf-8-bom", "latin-1", "cp1252", "utf-16-le", "utf-16-be", "mixed"}
    assert {x.stem for x in EXAMPLES} >= {
        "utf-16-le-bom",
        "utf-16-be-bom",
        "decomposed",
        "no-break-spaces",
        "soft-hyphens",
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_one_text_gives_the_same_facts_in_each_encoding(path):
    found, wanted = plain(path.read_bytes()), plain(EXAMPLES[0].with_name("utf-8.txt").read_bytes())
    if path.stem == "latin-1":  # it has no dash and no curved marks, and says so with others
        for sign, other in (("–", "-"), ("”", '"')):
            wanted = json.loads(json.dumps(wanted, ensure_ascii=False).replace(sign, json.dumps(other)[1:-1]))
    assert found == wanted
    assert [(flow["amount"], flow["currency"]) for flow in found["flows"]] == [(1_250_000, "SEK")]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_text_is_composed_and_without_format_characters(path):
    document = read_bytes(path.read_bytes(), path)
    assert document.text == unicodedata.normalize("NFC", document.text)
    assert not [char for char in document.text if unicodedata.category(char) in ("Cf", "Cs", "Co", "Cn")]
    assert not {"\u00a0", "\u202f", "\r"} & set(document.text)
    assert "Länet samarbetar med Trøndelag" in document.text


def _no_break(text: str) -> str:
    """Each figure bound to what follows it, as careful editors do; tags are left as they are."""
    return "".join(
        part if part.startswith("<") else re.sub(r"(?<=\d) (?=\w)", "\u00a0", part)
        for part in re.split(r"(<[^<>]*>)", text)
    )


VARIANTS: dict[str, Callable[[str], bytes]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
    "windows lines": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n").encode(),
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "no-break spaces": lambda text: _no_break(text).encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16 without mark": lambda text: text.encode("utf-16-be"),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_samples_give_the_same_facts_in_each_variant(variant):
    different = []
    for path in SAMPLES[::3]:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
        if plain(VARIANTS[variant](text), path.suffix) != plain(data, path.suffix):
            different.append(path.name)
    assert different == []
