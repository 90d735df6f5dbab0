"""Lines over a descriptor: what is read of anything typed, and how words are written."""

import os
from collections.abc import Iterator
from io import StringIO

import pytest
from tests.plain.person import FrozenClock

from nowwhat.plain.lines import EndOfInputError, StreamLines


class Heard(StringIO):
    """What was written, and how often it was sent on its way."""

    flushed = 0

    def flush(self) -> None:
        self.flushed += 1


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reads, writes = os.pipe()
    yield reads, writes
    os.close(reads)
    try:
        os.close(writes)
    except OSError:
        return


def lines_over(source: int, width: int = 78) -> tuple[StreamLines, Heard]:
    heard = Heard()
    return StreamLines(source, heard, FrozenClock(), width=width), heard


def test_lines_come_one_by_one_however_they_are_cut(pipe: tuple[int, int]) -> None:
    lines, _ = lines_over(pipe[0])
    for piece in (b"fir", b"st\nsec", b"ond\n\n", b"\xc3", b"\xa9\n", b"last"):
        os.write(pipe[1], piece)
    os.close(pipe[1])
    assert [lines.ask() for _ in range(5)] == ["first", "second", "", "\u00e9", "last"]
    with pytest.raises(EndOfInputError):
        lines.ask()
    with pytest.raises(EndOfInputError):
        lines.wait(1)


def test_a_line_from_a_dos_file_loses_its_return_and_no_other(pipe: tuple[int, int]) -> None:
    lines, _ = lines_over(pipe[0])
    os.write(pipe[1], b"one\r\n\rtwo\r\r\n")
    assert lines.ask() == "one"
    assert lines.ask() == "\rtwo\r"


def test_bytes_that_are_no_utf8_become_the_sign_for_that(pipe: tuple[int, int]) -> None:
    lines, _ = lines_over(pipe[0])
    os.write(pipe[1], b"a\xffb\xc3\n\xed\xa0\x80\n\xf0\x9f\x98\x80\n")
    assert lines.ask() == "a\ufffdb\ufffd"
    assert set(lines.ask()) == {"\ufffd"}
    assert lines.ask() == "\U0001f600"


def test_waiting_gives_the_line_that_is_there_and_none_where_there_is_none(
    pipe: tuple[int, int],
) -> None:
    lines, _ = lines_over(pipe[0])
    os.write(pipe[1], b"ready\nhalf")
    assert lines.wait(0.001) == "ready"
    assert lines.wait(0.001) is None
    os.write(pipe[1], b" done\n")
    assert lines.wait(0.001) == "half done"


def test_a_descriptor_that_is_closed_is_the_end_of_input() -> None:
    reads, writes = os.pipe()
    os.close(writes)
    os.close(reads)
    lines, _ = lines_over(reads)
    with pytest.raises(EndOfInputError):
        lines.ask()


def test_a_folder_in_place_of_an_input_is_the_end_of_input(tmp_path: object) -> None:
    source = os.open(str(tmp_path), os.O_RDONLY)
    lines, _ = lines_over(source)
    with pytest.raises(EndOfInputError):
        lines.ask()
    os.close(source)


def test_a_paragraph_is_wrapped_and_its_own_lines_stay() -> None:
    lines, heard = lines_over(0, width=30)
    lines.say("word " * 12 + "\nsecond line\n\nfourth")
    rows = heard.getvalue().split("\n")
    assert max(map(len, rows)) <= 30
    assert rows[-4:] == ["second line", "", "fourth", ""]


def test_a_choice_is_wrapped_under_its_words() -> None:
    lines, heard = lines_over(0, width=30)
    lines.say("  12  " + "word " * 10)
    rows = heard.getvalue().splitlines()
    assert rows[0].startswith("  12  word")
    assert all(row.startswith("      word") for row in rows[1:])


def test_a_word_is_never_broken_and_a_hyphen_breaks_nothing() -> None:
    lines, heard = lines_over(0, width=20)
    lines.say("an address: https://example.org/a-very-long-path-indeed twelve-step meetings")
    words = [
        "an",
        "address:",
        "https://example.org/a-very-long-path-indeed",
        "twelve-step",
        "meetings",
    ]
    assert heard.getvalue().split() == words


def test_everything_said_is_sent_at_once_and_a_bell_is_one_byte() -> None:
    lines, heard = lines_over(0)
    lines.say("a")
    assert heard.flushed == 1
    lines.bell()
    assert (heard.flushed, heard.getvalue()) == (2, "a\n\a")


def test_a_pipe_gets_no_prompt(pipe: tuple[int, int]) -> None:
    lines, heard = lines_over(pipe[0])
    os.write(pipe[1], b"x\n")
    lines.ask()
    assert heard.getvalue() == ""


@pytest.mark.parametrize("width", [-5, 0, 1, 19, 500])
def test_a_strange_width_is_brought_into_bounds(width: int) -> None:
    lines, heard = lines_over(0, width=width)
    lines.say("word " * 100)
    widest = max(map(len, heard.getvalue().splitlines()))
    assert 15 <= widest <= 78


def test_what_would_act_on_a_terminal_is_shown_as_a_picture() -> None:
    lines, heard = lines_over(0)
    lines.say("a\x1b[31mb\x00\x07\x08\r\x7f\x9b\u202e\u2066c")
    assert heard.getvalue() == "a\u241b[31mb\u2400\u2407\u2408\u240d\u2421\ufffd\ufffd\ufffdc\n"
