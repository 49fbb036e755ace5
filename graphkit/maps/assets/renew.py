"""Fetches the vendored vis-network again: `python graphkit/maps/assets/renew.py [VERSION|ARCHIVE.tgz]`.

A version needs npm and the network, which nothing else of graphkit does; an archive that `npm pack` made elsewhere needs neither. Writes the minified standalone build, its licence and `manifest.json`: name, version, licence, sha256, and the hashes
of the style blocks that the library puts into a page, which the page's content security policy must name.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
NAME = "vis-network"
VERSION = "10.1.5"
SCRIPT = "vis-network.min.js"
LICENCE = "vis-network.LICENSE.txt"
_INJECTED = re.compile(r"""(?<![\w$])A\((?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)')\)""")


def fetch(version: str, folder: Path) -> Path:
    """The package's archive, as npm packs it."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{NAME}@{version}"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed words and a version
    return next(folder.glob("*.tgz"))


def injected_styles(script: str) -> list[str]:
    """The style texts that the build puts into the page when it starts (calls of its first function, at its very top)."""
    return [
        (match["double"] if match["double"] is not None else match["single"]).replace("\\'", "'").replace('\\"', '"')
        for match in _INJECTED.finditer(script)
        if "{" in match.group()
    ]


def csp_hash(text: str) -> str:
    """A block's hash as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def main(version: str = VERSION, folder: Path = FOLDER) -> None:
    """Writes the three files into a folder: beside this script. `version` may be an archive's path."""
    with tempfile.TemporaryDirectory() as temporary:
        packed = Path(version) if version.endswith(".tgz") else fetch(version, Path(temporary))
        renew(packed, folder)


def renew(packed: Path, folder: Path) -> None:
    """Writes the three files from a package's archive."""
    with tarfile.open(packed) as archive:

        def member(name: str) -> str:
            try:
                file = archive.extractfile(f"package/{name}")
            except KeyError:
                file = None
            if file is None:
                raise SystemExit(f"renew: {packed.name} holds no {name}; see what its build is called now.")
            return file.read().decode("utf-8")

        package = json.loads(member("package.json"))
        script = member(f"standalone/umd/{SCRIPT}")
        licence = member("LICENSE-MIT")
    script = re.sub(r"\n//# sourceMappingURL=\S*\s*$", "\n", script)
    if re.search(r"</script|<!--", script, re.IGNORECASE):
        raise SystemExit(f"renew: {packed.name} holds «</script» or «<!--», which would end the page's script block.")
    manifest = {
        "name": NAME,
        "version": package["version"],
        "licence": package["license"],
        "file": SCRIPT,
        "licence_file": LICENCE,
        "sha256": hashlib.sha256(script.encode()).hexdigest(),
        "styles": sorted(
            {csp_hash(style) for style in ("", *injected_styles(script))}
        ),  # each is put in empty, then filled
    }
    for name, text in (
        (SCRIPT, script),
        (LICENCE, licence),
        ("manifest.json", json.dumps(manifest, indent=2) + "\n"),
    ):
        with (folder / name).open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else VERSION)
