"""How long `graphkit --help` takes, beside an empty Python and one that imports click.

python benchmarks/startup.py [--rounds 15]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from measuring import median_seconds, print_table

CHECKOUT = Path(__file__).resolve().parent.parent
MEASURED = {
    "python -c pass": ["-c", "pass"],
    'python -c "import click"': ["-c", "import click"],
    "graphkit --help": ["-m", "graphkit", "--help"],
    "graphkit build --help": ["-m", "graphkit", "build", "--help"],
    'python -c "import rdflib"': ["-c", "import rdflib"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}

    def run(arguments: list[str]) -> None:
        subprocess.run([sys.executable, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL)

    times = {name: 1000 * median_seconds(lambda: run(arguments), rounds) for name, arguments in MEASURED.items()}  # noqa: B023
    bare = times["python -c pass"]
    print(f"median of {rounds}\n")
    print_table(
        ["start", "median ms", "× empty Python"],
        [[name, f"{ms:.0f}", f"{ms / bare:.1f}"] for name, ms in times.items()],
    )


if __name__ == "__main__":
    main()
