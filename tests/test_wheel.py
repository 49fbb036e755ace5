"""The wheel alone, in a new environment outside the checkout: it carries all that it needs, and its demo runs there."""

import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
SHIPPED = "graphkit/shipped"


def call(*command: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command away from the checkout: nothing of this process's paths is handed on."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GRAPHKIT", "VIRTUAL"))}
    return subprocess.run([*map(str, command)], cwd=cwd, env=kept | more, capture_output=True, text=True)


def unless_done(pip: subprocess.CompletedProcess[str], what: str) -> None:
    """Without a package index nothing can be shown: said loudly, and an error on the build server."""
    if pip.returncode and os.environ.get("CI") == "true":
        pytest.fail(f"the wheel could not be {what}:\n{pip.stderr}")
    if pip.returncode:
        pytest.skip(f"NOT TESTED: the wheel could not be {what} (no package index?): {pip.stderr.strip()[-200:]}")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from a copy of what git would hand over."""
    folder = tmp_path_factory.mktemp("wheel")
    copied = folder / "checkout"
    copied.mkdir()
    for name in ("graphkit", "ontology", "queries", "data"):
        shutil.copytree(CHECKOUT / name, copied / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(CHECKOUT / name, copied / name)
    own = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    pip = call(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", *own, "--wheel-dir", folder, copied, cwd=folder
    )
    unless_done(pip, "built")
    shutil.rmtree(copied)
    return next(folder.glob("graphkit-*.whl"))


def test_the_wheel_carries_words_meaning_questions_and_samples(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("ontology", "queries", "data"):
        for path in (CHECKOUT / folder).rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                assert f"{SHIPPED}/{path.relative_to(CHECKOUT).as_posix()}" in names
    for path in (CHECKOUT / "graphkit").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(CHECKOUT).as_posix() in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/")) or "__pycache__" in name]
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The commands of a new environment in which the wheel and what it asks for are installed, and nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    made = call(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    assert made.returncode == 0, made.stderr
    commands = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    pip = call(commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=folder)
    unless_done(pip, "installed")
    return commands


def test_nothing_but_what_the_package_asks_for_is_installed(installed):
    tools = ("pytest", "mypy", "ruff", "playwright", "hatchling")
    code = f"import importlib.util as u; print([n for n in {tools} if u.find_spec(n)])"
    assert call(installed / "python", "-c", code, cwd=installed).stdout == "[]\n"


def test_the_demo_runs_from_the_wheel(installed, tmp_path):
    where = call(installed / "python", "-c", "import graphkit; print(graphkit.__file__)", cwd=tmp_path).stdout
    assert Path(where.strip()).is_relative_to(installed.parent)
    ended = call(installed / "graphkit", "demo", "--lang", "en", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr + ended.stdout
    assert "No problems." in ended.stdout
    page = (tmp_path / "graphkit-demo" / "map.html").read_text(encoding="utf-8")
    assert "<script" in page
    assert str(installed.parent) not in page
    asked = call(
        installed / "graphkit", "query", "funders", "--store", "graphkit-demo", "--format", "csv", cwd=tmp_path
    )
    assert "Sida" in asked.stdout
