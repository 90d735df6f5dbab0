"""What a terminal can carry is what it gets: colours, movement, or plain lines."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.end_to_end.answers import BRIDGE
from tests.end_to_end.conftest import Look
from tests.end_to_end.glass import ENTER, ESCAPE, Glass
from tests.end_to_end.questions import WORDS, question
from tests.end_to_end.walk import CARD, STOPPED, answer, sign, walk

STYLE = re.compile(rb"\x1b\[([0-9;]*)m")
WRITTEN_OUT = re.compile(rb"(?:^|;)[34]8;2;")
NUMBERED = re.compile(rb"(?:^|;)[34]8;5;")
ANY_COLOUR = re.compile(rb"(?:^|;)(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;|$)")


def styles(glass: Glass) -> set[bytes]:
    """Every style that the program asked for."""
    return set(STYLE.findall(glass.written))


def styles_with(glass: Glass, pattern: re.Pattern[bytes]) -> list[bytes]:
    return [style for style in styles(glass) if pattern.search(style)]


def lived_through(look: Look, **environ: str) -> Glass:
    """Go through a whole session here, with care and help on the way."""
    glass = look("session", script=STOPPED, **environ)
    walk(glass, "bridge", (*BRIDGE, CARD))
    assert glass.ended() == 0
    return glass


@pytest.mark.parametrize("term", ["linux", "xterm", "vt100", "screen"])
def test_sixteen_colours_are_enough(look: Look, term: str) -> None:
    glass = look("session", script=STOPPED, TERM=term, COLORTERM="")
    walk(glass, "bridge", BRIDGE[:3])
    glass.until(sign("bridge", "pause"))
    assert term == "vt100" or styles_with(glass, ANY_COLOUR), "a VT100 has none"
    assert not styles_with(glass, WRITTEN_OUT)
    assert not styles_with(glass, NUMBERED)


def test_a_whole_session_on_the_linux_console(look: Look) -> None:
    assert not styles_with(lived_through(look, TERM="linux", COLORTERM=""), WRITTEN_OUT)


def test_a_terminal_of_256_colours_is_sent_no_others(look: Look) -> None:
    assert not styles_with(lived_through(look, COLORTERM=""), WRITTEN_OUT)


@pytest.mark.parametrize("environ", [{}, {"TERM": "linux", "COLORTERM": ""}], ids=str)
def test_where_no_colour_is_wanted_there_is_none(look: Look, environ: dict[str, str]) -> None:
    glass = lived_through(look, NO_COLOR="1", **environ)
    assert not styles_with(glass, ANY_COLOUR)
    assert any(b"1" in style.split(b";") for style in styles(glass)), "but bold"


def bytes_while_breathing(glass: Glass) -> int:
    """Count the bytes that are painted while two seconds of breath go by."""
    glass.until(f"Space {WORDS.footing.pause}")
    begun = 0
    for second in ("3", "1"):
        glass.wait(lambda at=second: at in map(str.strip, glass.rows), f"second {second}")  # type: ignore[misc]  # it is a text
        begun = len(glass.written) - begun
    return begun


def test_where_nothing_is_to_move_the_breath_is_a_countdown(look: Look) -> None:
    still = bytes_while_breathing(look("breathe", TEXTUAL_ANIMATIONS="none"))
    assert 0 < still < 300
    assert bytes_while_breathing(look("breathe")) > 3 * still


@contextmanager
def elsewhere(path: Path) -> Iterator[int]:
    """A descriptor of a file that is no terminal."""
    number = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        yield number
    finally:
        os.close(number)


@pytest.mark.parametrize("args", [(), ("session",), ("session", "--full"), ("breathe",)])
def test_keys_that_cannot_come_are_refused_in_one_line(
    look: Look, folder: Path, args: tuple[str, ...]
) -> None:
    with elsewhere(Path(os.devnull)) as null:
        glass = look(*args, only={0: null})
        assert glass.ended() == 2
    said = glass.written.decode()
    assert "--plain" in said
    assert said.count("\n") == 1
    assert "\x1b" not in said
    assert not folder.exists()


@pytest.mark.parametrize("number", [1, 2])
def test_where_not_all_is_a_terminal_it_is_lines(
    look: Look, folder: Path, tmp_path: Path, number: int
) -> None:
    with elsewhere(tmp_path / "words") as file:
        glass = look("session", only={number: file})
        said = (tmp_path / "words").read_text
        if number == 2:
            glass.until(question("bridge", "insight"))
        else:
            glass.wait(lambda: question("bridge", "insight") in said(), "a question in the file")
        glass.press("leave\n")
        assert glass.ended() == 3
    assert b"\x1b" not in glass.written
    assert "\x1b" not in said()


@pytest.mark.parametrize("environ", [{"TERM": "dumb"}, {"TERM": ""}], ids=str)
def test_a_terminal_that_moves_no_cursor_gets_lines(look: Look, environ: dict[str, str]) -> None:
    glass = look("session", **environ)
    glass.until(question("bridge", "insight"))
    glass.press("leave\n")
    assert glass.ended() == 3
    assert b"\x1b" not in glass.written


def test_a_light_terminal_is_light_and_a_look_that_was_chosen_stays(look: Look) -> None:
    ground = {}
    for name, environ in {"dark": {}, "light": {"COLORFGBG": "0;15"}}.items():
        glass = look("session", **environ)
        glass.until(sign("bridge", "insight"))
        ground[name] = glass.screens.buffer[0][0].bg
        glass.press(ESCAPE, ENTER)
    assert int(ground["light"], 16) > 0xC00000
    assert int(ground["dark"], 16) < 0x400000


def test_what_the_session_needs_is_there_at_sixty_by_twenty(look: Look) -> None:
    glass = look("session", "--full", script=STOPPED, size=(60, 20))
    walk(glass, "bridge", BRIDGE[:2])
    answer(glass, "bridge", "breath_helps", "helps")
    glass.until(sign("bridge", "pause"), WORDS.footing.care, WORDS.footing.leave_quickly)
