"""A small world for the maps: documents in the tests' own words, a store, a page, and a real browser without a network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from graphkit.graph.local import memory_store
from graphkit.graph.mapping import to_triples
from graphkit.graph.store import Store
from graphkit.identities import resolve
from graphkit.identities.forms import document_key
from graphkit.maps.network import network_picture, render_network
from graphkit.maps.picture import Picture
from graphkit.maps.tables import read_tables
from graphkit.model import (
    Actor,
    Basis,
    Cooperation,
    DocumentInfo,
    Evidence,
    Facts,
    Flow,
    Location,
    Money,
    Project,
    Region,
    Role,
)

HOSTILE = "</script><img src=x onerror=\"document.title='owned'\"> & 'Bolaget' \u202eflip"
FORMULA = "=HYPERLINK(0) Förlag"

BRIDGE = """Bron över viken

Bron över viken drivs av Umeå kommun 2019–2022. Vasa stad är partner i projektet. Sida betalar 9,8 miljoner kronor till Umeå kommun för bron. Länsstyrelsen i Västerbotten går in med motsvarande belopp.

Projektet arbetar i Umeå och i Vasa. Västerbotten och Österbotten samarbetar sedan länge. Norrbotten omfattas inte."""
BRIDGE_AGAIN = """Efter bron

Umeå kommun och Vasa stad fortsätter ihop i Tåget norrut. Det andra bolaget och ett förlag är med."""
REFUSED = """Avslag

Styrelsen avslog ansökan från Piteå kommun om Drömhamnen, där Luleå kommun skulle ha varit partner."""


def proof(text: str, quote: str, field: str = "") -> tuple[Evidence, ...]:
    start = text.index(quote)
    return (Evidence(start=start, end=start + len(quote), quote=quote, rule="test.quote", field=field),)


def bridge() -> Facts:
    owns = proof(BRIDGE, "Bron över viken drivs av Umeå kommun 2019–2022.")
    pays = proof(BRIDGE, "Sida betalar 9,8 miljoner kronor till Umeå kommun för bron.")
    same = proof(BRIDGE, "Länsstyrelsen i Västerbotten går in med motsvarande belopp.")
    works = proof(BRIDGE, "Projektet arbetar i Umeå och i Vasa.")
    amount = Decimal(9_800_000)
    return Facts(
        info=DocumentInfo(
            "bron", "bron.html", "html", "a" * 64, "sv", title="Bron över viken", publisher="Umeå kommun", issued="2019-03-08"
        ),
        text=BRIDGE,
        projects=(
            Project(
                id="bron",
                name="Bron över viken",
                start="2019",
                end="2022",
                programme="Interreg Botnia",
                evidence=proof(BRIDGE, "Bron över viken") + proof(BRIDGE, owns[0].quote, "start") + proof(BRIDGE, owns[0].quote, "programme"),
            ),
        ),
        actors=(
            Actor(id="umea", name="Umeå kommun", type="municipality", evidence=owns),
            Actor(id="vasa", name="Vasa stad", type="municipality", evidence=proof(BRIDGE, "Vasa stad är partner i projektet.")),
            Actor(id="sida", name="Sida", type="agency", evidence=pays),
            Actor(id="lst", name="Länsstyrelsen i Västerbottens län", aliases=("Länsstyrelsen i Västerbotten",), type="county-board", evidence=same),
        ),
        regions=(
            Region(id="umea-kommun", name="Umeå", type="municipality", code="SE-2480", evidence=works),
            Region(id="vasa", name="Vasa", type="municipality", evidence=works),
            Region(id="vb", name="Västerbottens län", type="county", code="SE331", evidence=proof(BRIDGE, "Västerbotten och Österbotten samarbetar sedan länge.")),
            Region(id="ob", name="Österbotten", type="county", code="FI-12", evidence=proof(BRIDGE, "Västerbotten och Österbotten samarbetar sedan länge.")),
            Region(id="nb", name="Norrbottens län", type="county", code="SE332", evidence=proof(BRIDGE, "Norrbotten omfattas inte.")),
        ),
        roles=(
            Role(project="bron", actor="umea", role="owner", evidence=owns),
            Role(project="bron", actor="vasa", role="partner", evidence=proof(BRIDGE, "Vasa stad är partner i projektet.")),
            Role(project="bron", actor="sida", role="funder", evidence=pays),
            Role(project="bron", actor="lst", role="funder", basis=Basis.IMPLIED, evidence=same),
        ),
        flows=(
            Flow(project="bron", funder="sida", recipient="umea", money=Money(amount, "SEK", "9,8 miljoner kronor"), evidence=pays),
            Flow(project="bron", funder="lst", recipient=None, money=Money(amount, "SEK", "motsvarande belopp"), basis=Basis.IMPLIED, evidence=same),
        ),
        locations=(
            Location(project="bron", region="umea-kommun", evidence=works),
            Location(project="bron", region="vasa", evidence=works),
            Location(project="bron", region="nb", scope="excluded", evidence=proof(BRIDGE, "Norrbotten omfattas inte.")),
        ),
        cooperations=(
            Cooperation(regions=("ob", "vb"), evidence=proof(BRIDGE, "Västerbotten och Österbotten samarbetar sedan länge.")),
        ),
    )  # fmt: skip


def again() -> Facts:
    both = proof(BRIDGE_AGAIN, "Umeå kommun och Vasa stad fortsätter ihop i Tåget norrut.")
    more = proof(BRIDGE_AGAIN, "Det andra bolaget och ett förlag är med.")
    return Facts(
        info=DocumentInfo("efter-bron", "efter-bron.txt", "txt", "b" * 64, "sv", title="Efter bron"),
        text=BRIDGE_AGAIN,
        projects=(Project(id="taget", name="Tåget norrut", evidence=both),),
        actors=(
            Actor(id="umea", name="Umeå kommun", type="municipality", evidence=both),
            Actor(id="vasa", name="Vasa stad", type="municipality", evidence=both),
            Actor(id="bolag", name=HOSTILE, type="company", evidence=more),
            Actor(id="forlag", name=FORMULA, type="company", evidence=more),
        ),
        roles=(
            Role(project="taget", actor="umea", role="owner", evidence=both),
            Role(project="taget", actor="vasa", role="partner", evidence=both),
            Role(project="taget", actor="bolag", role="partner", evidence=more),
            Role(project="taget", actor="forlag", role="partner", evidence=more),
        ),
    )


def refused() -> Facts:
    quote = proof(REFUSED, REFUSED.split("\n\n")[1])
    return Facts(
        info=DocumentInfo("avslag", "avslag.pdf", "pdf", "c" * 64, "sv", title="Avslag"),
        text=REFUSED,
        projects=(
            Project(
                id="dromhamnen",
                name="Drömhamnen",
                status="refused",
                evidence=quote + proof(REFUSED, quote[0].quote, "status"),
            ),
        ),
        actors=(
            Actor(id="pitea", name="Piteå kommun", type="municipality", evidence=quote),
            Actor(id="lulea", name="Luleå kommun", type="municipality", evidence=quote),
        ),
        roles=(
            Role(project="dromhamnen", actor="pitea", role="owner", evidence=quote),
            Role(project="dromhamnen", actor="lulea", role="partner", evidence=quote),
        ),
    )


@pytest.fixture(scope="session")
def all_facts() -> tuple[Facts, ...]:
    return (bridge(), again(), refused())


@pytest.fixture(scope="session")
def store(all_facts: tuple[Facts, ...]) -> Store:
    return memory_store(to_triples(all_facts, resolve(all_facts)))


@pytest.fixture(scope="session")
def texts(all_facts: tuple[Facts, ...]) -> dict[str, str]:
    return {document_key(facts.info): facts.text for facts in all_facts}


@pytest.fixture(scope="session")
def picture(store: Store, texts: dict[str, str]) -> Picture:
    return network_picture(read_tables(store), lang="sv", title="Provkarta", texts=texts)


@pytest.fixture(scope="session")
def html(store: Store, texts: dict[str, str]) -> str:
    return render_network(store, lang="sv", title="Provkarta", texts=texts)


# ---------------------------------------------------------------------------------------------- the browser

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str:
    """The machine's Chromium; without one the browser tests are skipped, and on the build server they fail."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    for found in map(shutil.which, (os.environ.get("GRAPHKIT_CHROMIUM", ""), *names)):
        if found:
            return found
    message = "no Chromium on this machine: what a person sees is NOT tested (Debian: apt install chromium)"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    path = find_chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield launched
        launched.close()


@dataclass
class Opened:
    """A page opened from a file, offline, and what went wrong on it or was asked of the network."""

    page: Any
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


class Opener:
    def __init__(self, browser: Any, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.opened: list[Opened] = []

    def __call__(self, html: str, *, hash: str = "", width: int = 1280, height: int = 720) -> Opened:
        file = self.folder / "map.html"
        file.write_text(html, encoding="utf-8", newline="\n")
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, offline=True, accept_downloads=True
        )
        opened = Opened(context.new_page())
        opened.page.on("console", lambda m: opened.problems.append(m.text) if m.type in ("error", "warning") else None)
        opened.page.on("pageerror", lambda error: opened.problems.append(str(error)))
        opened.page.on(
            "request",
            lambda r: None if r.url.startswith((file.as_uri(), "data:", "blob:")) else opened.requests.append(r.url),
        )
        opened.page.goto(file.as_uri() + hash)
        opened.page.wait_for_selector("html[data-ready]", state="attached")
        self.opened.append(opened)
        return opened


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    """Opens an HTML file as a user would; every page must have asked nobody for anything and told of no error."""
    opener = Opener(browser, tmp_path)
    yield opener
    for opened in opener.opened:
        opened.page.context.close()
        assert opened.problems == []
        assert opened.requests == []
