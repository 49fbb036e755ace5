"""Every error, every text of help and every word of click's has its Swedish, which fills in the same values."""

import ast
import inspect
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

import graphkit as package
from graphkit import errors
from graphkit.cli import graphkit as group
from graphkit.cli import main
from graphkit.commands.speaking import CLICK, METAVARS, speak
from graphkit.errors import DocumentError, GraphkitError, Message
from graphkit.graph.exchange import RefusedError
from graphkit.swedish import TABLES, load_texts

PACKAGE = Path(package.__file__).parent
TEXTS = load_texts()
MESSAGES = {name for name, x in vars(errors).items() if inspect.isclass(x) and issubclass(x, GraphkitError | Message)}
MESSAGES |= {"RefusedError", "TimeoutExceededError"}
PASSED_ON = {
    "text",
    "message",
    "wrong",
    "complaint",
    "_BROKEN",
    "names[0]",
    "error.message",
    "Message.from_plain(answer['error'])",
    "next((text for word, text in _FAULTS.items() if word in told), _FAULTS['format'])",
    "found.problems[0] if found.problems else Message('{path}: no documents were found there.', path=paths[0])",
}
"""What is a message already where it is raised."""


def raised() -> Iterator[tuple[str, ast.Call]]:
    """Each call in the package that makes a message or an error of ours, and where it is."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if called in MESSAGES:
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


@cache
def texts_of_errors() -> dict[str, tuple[str, set[str]]]:
    """Each English text of the package with its place and the values that it is given."""
    found = {}
    for place, call in raised():
        if isinstance(call.args[0], ast.Constant):
            found[call.args[0].value] = (place, {keyword.arg for keyword in call.keywords})
    return found


@cache
def texts_of_help() -> set[str]:
    """Each paragraph of the commands' help, and the help of each option."""
    found = set()
    for command in (group, *group.commands.values()):
        assert command.help
        found |= {x for x in re.split(r"\n\n+", inspect.cleandoc(command.help)) if not x.startswith("\b")}
        found |= {parameter.help for parameter in command.params if getattr(parameter, "help", None)}
    return {re.sub(r"\s*\n\s*", " ", text) for text in found} | {"Example:"}


@cache
def words_of_click() -> set[str]:
    """Each text that click looks up; what it tells programmers when they declare a command is not for users."""
    found = set()
    for module in CLICK:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                found |= {x.value for x in node.args if isinstance(x, ast.Constant) and isinstance(x.value, str)}
    programmers = re.compile(
        r"declaration|No options defined|defined twice|Do you want|Confirm the|Invalid start|same flag"
    )
    return {text for text in found if not programmers.search(text)}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def is_of_signs(text: str) -> bool:
    """Whether a text holds no words beside its values, and so is the same in each language."""
    return not re.search(r"[^\W\d_]", "".join(literal for literal, *_ in string.Formatter().parse(text)))


def test_no_error_is_raised_with_a_text_that_cannot_be_looked_up():
    odd = [place for place, call in raised() if not isinstance(call.args[0], ast.Constant)]
    allowed = [place for place, call in raised() if ast.unparse(call.args[0]) in PASSED_ON]
    assert odd == allowed


@pytest.mark.parametrize("text", sorted(texts_of_errors()))
def test_each_error_has_its_swedish_and_its_values(text):
    place, values = texts_of_errors()[text]
    assert fields(text) <= values, place
    assert text in TEXTS or is_of_signs(text), place


@pytest.mark.parametrize("text", sorted(texts_of_help()))
def test_each_text_of_help_has_its_swedish(text):
    assert text in TEXTS


@pytest.mark.parametrize("text", sorted(words_of_click()))
def test_each_word_of_click_has_its_swedish(text):
    assert text in TEXTS or is_of_signs(text)


@pytest.mark.parametrize("text", sorted(TEXTS))
def test_swedish_fills_in_what_english_does_and_ends_as_it_does(text):
    swedish = TEXTS[text]
    assert fields(swedish) == fields(text)
    assert swedish.strip()
    assert (text[0] == " ") == (swedish[0] == " ")
    for sign in ".:]":
        assert text.endswith(sign) == swedish.endswith(sign) or text.startswith("Missing")


def test_no_swedish_is_left_behind_when_its_english_goes():
    known = {*texts_of_errors(), *texts_of_help(), *words_of_click()}
    from graphkit.swedish import click_words

    assert not set(TEXTS) - known - set(click_words.TEXTS)  # click's words differ from version to version


def test_each_table_stands_in_the_list_of_tables_and_none_repeats_another():
    files = {path.stem for path in (PACKAGE / "swedish").glob("*.py")} - {"__init__"}
    assert files == set(TABLES)
    assert len(TEXTS) == sum(len(__import__(f"graphkit.swedish.{x}", fromlist=["TEXTS"]).TEXTS) for x in TABLES)


def test_each_word_for_what_a_user_types_is_known():
    shown = set()
    for command in (group, *group.commands.values()):
        context = click.Context(command, info_name="x")
        shown |= set(re.findall(r"\b[A-Z]{3,}\b", " ".join(command.collect_usage_pieces(context))))
        for parameter in command.params:
            shown |= set(re.findall(r"\b[A-Z]{3,}\b", parameter.metavar or ""))
    assert shown <= set(METAVARS)


# ------------------------------------------------------------------------------------------------ messages


def test_a_message_within_a_message_is_told_in_the_same_language():
    error = DocumentError("{name}: {error}", name="a.txt", error=DocumentError("it holds no text."))
    assert str(error) == "a.txt: it holds no text."
    assert error.message.in_language("sv") == "a.txt: där finns ingen text."


def test_numbers_and_things_are_counted_as_each_language_does():
    told = Message("it holds more than {number:,} characters: split it.", number=2_000_000)
    assert str(told) == "it holds more than 2,000,000 characters: split it."
    assert (
        told.in_language("sv") == "där finns fler än 2\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 tecken: dela upp det."
    )
    for number, words in ((1, "1 document:"), (2, "2 documents:")):
        told = Message("nothing could be read of {number:|document|documents}: {first}", number=number, first="x")
        assert words in str(told)


def test_a_message_comes_back_from_json_as_it_went():
    told = Message(
        "{problem} Its facts of an earlier build are kept.",
        problem=Message("{path}: it is no longer there.", path="a/b"),
    )
    plain = told.as_plain()
    assert plain["message"] == str(told)
    assert Message.from_plain(plain) == told
    assert Message.from_plain(plain).in_language("sv") == told.in_language("sv") != str(told)
    assert str(Message.from_plain("{what} an earlier version wrote")) == "{what} an earlier version wrote"


def test_an_error_with_more_than_its_words_keeps_them():
    error = RefusedError("{where} is too busy ({status}{said}): try again later.", 503, where="x", status=503, said="")
    assert error.status == 503
    assert str(error) == "x is too busy (503): try again later."


# ------------------------------------------------------------------------------------------ the command line


@pytest.fixture
def told(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GRAPHKIT_CALLED_AS", "graphkit")
    monkeypatch.setenv("LC_ALL", "C")

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(arguments)
        speak("en")
        printed = capsys.readouterr()
        return end.value.code, printed.out, printed.err

    return run


@pytest.mark.parametrize("arguments", [("--lang", "sv", "check"), ("check", "--lang", "sv"), ("check", "--lang=sv")])
def test_the_language_may_stand_before_the_command_or_behind_it(told, arguments):
    assert told(*arguments) == (
        2,
        "",
        "graphkit: graph: här finns ingen arbetsyta. Bygg en (graphkit build MAPP --store graph) eller ange en annan mapp med --store.\n",
    )


def test_the_locale_speaks_where_no_language_is_asked_for(told, monkeypatch):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert told("check")[2].startswith("graphkit: graph: här finns ingen arbetsyta.")
    assert told("check", "--lang", "en")[2].startswith("graphkit: graph: there is no workspace here.")
    assert told("facts")[2] == "graphkit: Det saknas ett argument: 'FIL...'. («graphkit facts --help» visar mer.)\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("facts", "--nej"), "Det finns ingen växel '--nej'."),
        (("map",), "Det saknas en växel: '--out'."),
        (("map", "--out"), "Växeln '--out' behöver ett värde."),
        (("export", "--format", "doc"), "Värdet för '--format' duger inte: 'doc' är inget av 'nt'"),
        (("queries", "x", "y"), "Det finns argument för mycket (x y)"),
        (("karta",), "det finns inget kommando «karta». «graphkit --help» visar dem som finns."),
        (("chek",), "det finns inget kommando «chek». Menade du check?"),
        (("facts", "borta.txt"), "borta.txt: det finns ingen sådan fil eller mapp."),
    ],
)
def test_wrong_usage_is_told_in_the_language_once(told, arguments, words):
    code, out, err = told("--lang", "sv", *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("--help") <= 1


@pytest.mark.parametrize("name", [None, *group.commands])
def test_help_speaks_each_language_from_the_first_word_to_the_example(told, name):
    english = told(*([name] if name else []), "--help")[1]
    swedish = told(*([name] if name else []), "--help", "--lang", "sv")[1]
    assert english.startswith("Usage: graphkit")
    assert swedish.startswith("Användning: graphkit")
    left = set(swedish.splitlines()) & set(english.splitlines())
    same = re.compile(
        r"\s*$|    (graphkit|echo) |  --\w+ \[[a-z|]+\]$"
    )  # blank lines, examples, an option with its values alone
    assert not {line for line in left if not same.match(line)}


def test_the_bare_command_shows_its_help(told):
    code, out, err = told()
    assert (code, err) == (0, "")
    assert "Commands:" in out
