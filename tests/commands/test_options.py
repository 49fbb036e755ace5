"""The bar that shows how far the work has come."""

import io

from graphkit.commands.options import ProgressLine


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_shown_on_a_terminal_after_a_second_and_taken_away(monkeypatch):
    clock = iter([0.0, 0.5, 1.5, 1.51, 2.0])
    monkeypatch.setattr("graphkit.commands.options.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", terminal := Terminal())
    with ProgressLine("sv") as progress:
        progress("read", 1, 10)
        assert terminal.getvalue() == ""
        progress("read", 5, 10)
        assert terminal.getvalue() == "\r  [############............] 5/10 läsning"
        progress("read", 6, 10)  # too soon after the last
        progress("check", 0, 1)
    assert "kontroll …" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")
    assert "6/10" not in terminal.getvalue()


def test_no_bar_is_shown_in_a_file(monkeypatch):
    clock = iter([0.0, 5.0, 9.0])
    monkeypatch.setattr("graphkit.commands.options.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", file := io.StringIO())
    with ProgressLine("sv") as progress:
        progress("read", 5, 10)
    assert file.getvalue() == ""
