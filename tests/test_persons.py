"""Without --contacts no name, address or number of a person is in any file that a build, a map or an export writes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from graphkit import resources

DOCUMENTS = resources.data("samples", "documents")


def contact_values() -> set[str]:
    """Every name, e-mail address and telephone number of a person in the samples' gold."""
    values = set()
    for path in resources.data("samples", "gold").glob("*.yaml"):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        for part in (gold, gold.get("optional") or {}):
            for contact in part.get("contacts") or ():
                values |= {str(contact[key]) for key in ("name", "email", "phone") if contact.get(key)}
    return values


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that graphkit writes of the samples: a workspace, a map, exports."""
    folder = tmp_path_factory.mktemp("persons")
    for arguments in (
        ["build", str(DOCUMENTS), "--store", "graph"],
        ["map", "network", "--store", "graph", "--out", "map.html"],
        *(
            ["export", "--format", form, "--store", "graph", "--out", f"graph.{form}"]
            for form in ("nt", "jsonld", "graphml")
        ),
        ["export", "--format", "csv", "--store", "graph", "--out", "tables"],
    ):
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run(
            [sys.executable, "-m", "graphkit", *arguments], cwd=folder, env=environment, check=True, capture_output=True
        )
    return folder


def test_no_value_of_any_contact_is_in_any_file(written: Path):
    values = sorted(contact_values())
    assert len(values) > 100
    files = [path for path in sorted(written.rglob("*")) if path.is_file()]
    assert {"map.html", "graph.nt", "graph.jsonld", "graph.graphml"} <= {path.name for path in files}
    for path in files:
        content = path.read_bytes()
        assert not [value for value in values if value.encode() in content], path
