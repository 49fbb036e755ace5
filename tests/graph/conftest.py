"""Facts written as fact files, and the graph that they give in Turtle that a person can read."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from functools import cache

import pytest

from graphkit import resources
from graphkit.factfiles import load_facts, parse_facts
from graphkit.graph.exporters import write_ttl
from graphkit.graph.local import LocalStore, memory_store
from graphkit.graph.mapping import to_triples
from graphkit.graph.vocabulary import DEFAULT_BASE
from graphkit.identities import resolve
from graphkit.model import Facts

ONE_PROJECT = """
id: {stem}
language: sv
document: {{source: "{stem}.txt", sha256: "{sha256}", title: Kvinnor bygger broar}}
projects: [{{id: weran, name: WERAN, evidence: [{{start: 0, end: 5, quote: WERAN, rule: project.label}}]}}]
actors:
- {{id: sida, name: Sida, type: agency}}
- {{id: nykoping, name: Nyköpings kommun, type: municipality}}
regions:
- {{id: lan, name: Sörmland, type: county, code: SE122}}
- {{id: oblast, name: Leningrads län, type: county, code: RU-LEN}}
"""


@pytest.fixture
def facts_of() -> Callable[..., Facts]:
    """A document with one project, two actors and two regions, and the facts that a test adds to it."""

    def make(more: str = "", *, stem: str = "nyhet", sha256: str = "") -> Facts:
        sha256 = sha256 or hashlib.sha256(stem.encode()).hexdigest()
        return parse_facts(ONE_PROJECT.format(stem=stem, sha256=sha256) + more, name=stem)

    return make


@pytest.fixture
def store_of() -> Callable[..., LocalStore]:
    """The graph of some documents."""

    def make(*documents: Facts) -> LocalStore:
        return memory_store(to_triples(documents, resolve(documents)))

    return make


@pytest.fixture
def turtle() -> Callable[..., str]:
    """The Turtle of those nodes whose IRI begins so; the base is left out, and a fact's key is written as …."""

    def make(documents: list[Facts], *kinds: str) -> str:
        out = io.StringIO()
        wanted = tuple(DEFAULT_BASE + kind for kind in kinds)
        triples = to_triples(documents, resolve(documents))
        write_ttl((triple for triple in triples if triple.subject.value.startswith(wanted)), out)
        body = out.getvalue().split("\n\n", 1)[1].replace(DEFAULT_BASE, "")
        return re.sub(r"/[0-9a-f]{16}>", "/…>", body)

    return make


@cache
def _gold() -> tuple[Facts, ...]:
    return tuple(load_facts(path) for path in sorted(resources.data("samples", "gold").glob("*.yaml")))


@pytest.fixture
def gold() -> list[Facts]:
    """The facts of all sample documents as people annotated them; they have no evidence."""
    return list(_gold())
