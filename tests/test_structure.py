"""The house: an import goes down in rank only."""

import ast
from pathlib import Path

import graphkit

PACKAGE = Path(graphkit.__file__).parent
RANKS = ["documents", "facts", "identities", "graph", "questions", "networks", "maps"]
TOP = {
    "sources": 20,
    "reports": 20,
    "report_lines": 20,
    "extractor_worker": 20,
    "extractor": 20,
    "extraction": 20,
    "evaluation": 20,
    "workspace": 21,
    "checks": 22,
    "build": 22,
    "contradictions": 22,
    "sums": 20,
    "stores": 22,
    "evaluate": 22,
    "issues": 22,
    "calibrate": 23,
    "commands": 23,  # the commands of the command line, by noun, so that cli.py stays a table
    "cli": 24,
    "__main__": 25,
}


def rank(module: str) -> int:
    """0 for the ground floor, then the folders in their order, then the files above them."""
    first = module.split(".")[0]
    return RANKS.index(first) + 1 if first in RANKS else TOP.get(first, 0)


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("graphkit."):
            found.add((node.module or "").removeprefix("graphkit."))
        elif isinstance(node, ast.ImportFrom) and node.module == "graphkit":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {
                alias.name.removeprefix("graphkit.") for alias in node.names if alias.name.startswith("graphkit.")
            }
    return found - {"__version__"}


def test_an_import_goes_down_in_rank_only():
    climbing = []
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        climbing += [f"{module} imports {other}" for other in imports(path) if rank(other) > rank(module)]
    assert not climbing
