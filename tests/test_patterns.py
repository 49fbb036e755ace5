"""Patterns are built once: what a function builds at each call costs more than it finds."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import graphkit

PACKAGE = Path(graphkit.__file__).parent
FILES = sorted([*PACKAGE.glob("facts/*.py"), *PACKAGE.glob("documents/*.py"), PACKAGE / "text.py"])
CALLS = frozenset(["compile", "match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"])
BUILDERS = frozenset(["WordPattern", "PhrasePattern", "_compile"])


def built_at_each_call(code: str) -> Iterator[int]:
    """The lines of functions without a cache where a regex, a word pattern or a template is put together."""
    for function in ast.walk(ast.parse(code)):
        if isinstance(function, ast.FunctionDef) and not any(
            "cache" in ast.unparse(d) for d in function.decorator_list
        ):
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and call.args and _builds(call):
                    yield call.lineno


def _builds(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    of_re = (
        isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "re"
    )
    if (of_re and name in CALLS) or name == "regex":
        return not _is_fixed(call.args[0])
    return name in BUILDERS and not of_re


def _is_fixed(node: ast.expr) -> bool:
    """A literal, or a constant of the module."""
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Name) and node.id.isupper())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_function_builds_a_pattern_at_each_call(path: Path) -> None:
    assert not list(built_at_each_call(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "code",
    [
        "def f(x):\n    return re.search(rf'{x}$', x)",
        "def f(x):\n    return re.compile('|'.join(x))",
        "def f(lexicon, x):\n    return lexicon.regex(x + '$')",
        "def f(x):\n    return WordPattern('a', x)",
    ],
)
def test_a_pattern_built_at_each_call_is_seen(code: str) -> None:
    assert list(built_at_each_call(code)) == [2]


@pytest.mark.parametrize(
    "code",
    [
        "def f(x):\n    return re.search(r'a$', x)",
        "@cache\ndef f(x):\n    return re.compile(rf'{x}$')",
        "def f(lexicon, x):\n    return lexicon.regex(_NAMED).match(x)",
    ],
)
def test_what_is_built_once_is_allowed(code: str) -> None:
    assert not list(built_at_each_call(code))
