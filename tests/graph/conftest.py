"""Facts written as fact files, and the graph that they give in Turtle that a person can read; SPARQL servers on loopback."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from graphkit import resources
from graphkit.factfiles import load_facts, parse_facts
from graphkit.graph.endpoint import Endpoint
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


# ------------------------------------------------------------------------------------------ SPARQL servers


class Server(NamedTuple):
    """A SPARQL server on loopback: where it is asked, and where it is written to."""

    query: str
    update: str

    def endpoint(self, graph: str = "https://example.org/graph") -> Endpoint:
        """A graph of it."""
        return Endpoint(self.query, self.update, graph, seconds=30)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def running(command: list[str], address: str, folder: Path) -> Iterator[None]:
    """A server of our own while a test needs it; ended by its own process."""
    with (
        (folder / "server.log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as process,
    ):
        try:
            for _ in range(300):
                with suppress(OSError), urllib.request.urlopen(address, timeout=5):
                    break
                if process.poll() is not None:
                    break
                time.sleep(0.1)
            else:
                process.kill()
            if process.poll() is not None:
                pytest.fail(f"{command[0]} doesn't start: {(folder / 'server.log').read_text(encoding='utf-8')[-500:]}")
            yield
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Oxigraph's own server, which the package `oxigraph` of the test extra carries."""
    binary = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if not binary:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("no Oxigraph server here: pip install oxigraph")
    folder, port = tmp_path_factory.mktemp("oxigraph"), free_port()
    base = f"http://127.0.0.1:{port}"
    with running([binary, "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"], base, folder):
        yield Server(f"{base}/query", f"{base}/update")


VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = .
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 10000
"""


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Virtuoso of Debian's virtuoso-opensource-7; CI installs it when it may."""
    if not shutil.which("virtuoso-t") and os.environ.get("CI") and hasattr(os, "geteuid") and os.geteuid() == 0:
        for command in (["update", "-qq"], ["install", "-qq", "-y", "virtuoso-opensource-7"]):
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            with suppress(OSError, subprocess.SubprocessError):
                subprocess.run(["apt-get", *command], env=environment, capture_output=True, timeout=60, check=True)
    if not shutil.which("virtuoso-t"):
        pytest.skip("NOT TESTED AGAINST VIRTUOSO: apt-get install virtuoso-opensource-7")
    folder, sql, http = tmp_path_factory.mktemp("virtuoso"), free_port(), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(sql=sql, http=http), encoding="utf-8", newline="\n")
    address = f"http://127.0.0.1:{http}/sparql"
    with running(["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"], address, folder):
        grant = 'exec=grant SPARQL_UPDATE to "SPARQL";'
        subprocess.run(["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", grant], capture_output=True, check=True)
        yield Server(address, address)


SERVERS = ("oxigraph", "virtuoso")


@pytest.fixture(scope="session", params=SERVERS)
def server(request: pytest.FixtureRequest) -> Server:
    """Each of the servers."""
    found: Server = request.getfixturevalue(request.param)
    return found
