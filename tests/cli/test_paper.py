"""Lines: broken at the width of the paper, coloured on a terminal only."""

import sys
from io import StringIO

import pytest

from afterword.cli.paper import Line, Look, clean, wrapped, write


class Terminal(StringIO):
    """A text stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_long_lines_are_broken_and_keep_their_indent() -> None:
    parts = wrapped(Line("word " * 30, indent=4), 60)
    assert len(parts) > 1
    assert all(part.startswith("    word") and len(part) <= 60 for part in parts)


def test_an_empty_line_stays() -> None:
    assert wrapped(Line(), 60) == [""]


def test_a_very_narrow_terminal_is_not_taken_at_its_word() -> None:
    assert max(map(len, wrapped(Line("word " * 30), 5))) > 20


def test_control_characters_become_spaces() -> None:
    assert clean("a\x1b[31mb\u202ec") == "a [31mb c"


def test_a_pipe_gets_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    write([Line("No.", Look.NO)])
    assert capsys.readouterr().out == "No.\n"


def test_a_terminal_gets_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdout", terminal)
    write([Line("No. [red]not markup[/red]", Look.NO)])
    assert "\x1b[" in terminal.getvalue()
    assert "[red]not markup[/red]" in terminal.getvalue()
