"""The parts: pens, palettes, moves, what others write, and what a terminal's name tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from tests.wire.emulator import Emulator

from nowwhat.wire import pen
from nowwhat.wire.abilities import abilities_of, palette_of
from nowwhat.wire.cell import cells_of
from nowwhat.wire.foreign import Foreign, what_it_does
from nowwhat.wire.moves import move
from nowwhat.wire.palette import Palette, pen_of
from nowwhat.wire.pen import PLAIN, Pen
from nowwhat.wire.sgr import change

PENS = st.builds(
    Pen,
    st.sampled_from(["", "31", "38;5;9", "38;2;1;2;3"]),
    st.sampled_from(["", "42", "48;2;1;2;3"]),
    st.integers(0, 1023),
)
PARTS: tuple[str, ...] = (
    "a",
    "\u6f22",
    "e\u0301",
    "\u0301",
    "\u05e9",
    "\U0001f469",
    "\U0001f4bb",
    "\u2764",
)
PARTS += ("\u200d", "\ufe0f", "\U0001f1ee")
PLACES = st.tuples(st.integers(0, 39), st.integers(0, 11))


@given(held=PENS, wanted=PENS, ends_marks=st.booleans())
def test_from_any_pen_to_any_other(held: Pen, wanted: Pen, ends_marks: bool) -> None:
    one, other = Emulator(4, 1), Emulator(4, 1)
    one.feed(change(None, held))
    one.feed(change(held, wanted, ends_marks=ends_marks) + "x")
    other.feed(change(None, wanted) + "x")
    assert one.rows == other.rows
    assert len(change(held, wanted)) <= len(change(None, wanted))


@pytest.mark.parametrize(
    ("held", "wanted", "said"),
    [
        (pen.BOLD | pen.DIM, pen.BOLD, "\x1b[22;1m"),
        (pen.UNDERLINE | pen.DOUBLE, pen.DOUBLE, "\x1b[24;21m"),
        (pen.BOLD | pen.ITALIC, pen.BOLD, "\x1b[23m"),
        (pen.BOLD, 0, "\x1b[22m"),
    ],
)
def test_a_mark_that_ends_takes_only_its_like_with_it(held: int, wanted: int, said: str) -> None:
    colours = ("38;2;10;20;30", "48;2;10;20;30")
    assert change(Pen(*colours, held), Pen(*colours, wanted)) == said


@given(at=PLACES, to=PLACES)
def test_from_any_place_to_any_other(at: tuple[int, int], to: tuple[int, int]) -> None:
    emulator = Emulator(40, 12)
    emulator.feed(move(None, at) + move(at, to))
    assert emulator.cursor == to
    assert len(move(at, to)) <= len(move(None, to))
    assert "\n" not in move(at, to)


@given(text=st.lists(st.sampled_from(PARTS)).map("".join))
def test_a_text_takes_as_many_cells_as_textual_thinks(text: str) -> None:
    cells = cells_of(text, PLAIN)
    assert sum(cell.width for cell in cells) == cell_len(text)
    assert "".join(cell.text for cell in cells) == text


def test_a_link_is_begun_and_ended() -> None:
    linked = Pen(link="7;https://example.org")
    assert change(PLAIN, linked) == "\x1b]8;id=7;https://example.org\x1b\\"
    assert change(linked, PLAIN) == "\x1b]8;;\x1b\\"


@pytest.mark.parametrize(
    ("palette", "fg"),
    [
        (Palette.TRUE, "38;2;143;201;180"),
        (Palette.MANY, "38;5;115"),
        (Palette.FEW, "37"),
        (Palette.NONE, ""),
    ],
)
def test_a_colour_becomes_the_nearest_that_there_is(palette: Palette, fg: str) -> None:
    found = pen_of(Style.parse("bold #8fc9b4"), palette)
    assert (found.fg, found.marks) == (fg, pen.BOLD)


@pytest.mark.parametrize(
    ("environ", "palette"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Palette.TRUE),
        ({"TERM": "xterm-256color"}, Palette.MANY),
        ({"TERM": "xterm"}, Palette.FEW),
        ({"TERM": "xterm-kitty"}, Palette.TRUE),
        ({"TERM": "foot"}, Palette.TRUE),
        ({"TERM": "xterm-direct"}, Palette.TRUE),
        ({"TERM": "linux"}, Palette.FEW),
        ({"TERM": "vt100"}, Palette.NONE),
        ({"TERM": "vt100", "COLORTERM": "truecolor"}, Palette.NONE),
        ({"TERM": "screen", "COLORTERM": "truecolor", "STY": "1"}, Palette.FEW),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor", "STY": "1"}, Palette.MANY),
        ({"TERM": "screen", "COLORTERM": "truecolor", "TMUX": "1"}, Palette.TRUE),
        ({"TERM": "tmux-256color"}, Palette.MANY),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, Palette.NONE),
        ({}, Palette.FEW),
    ],
)
def test_the_environment_tells_the_colours(environ: dict[str, str], palette: Palette) -> None:
    assert palette_of(environ) == palette


@pytest.mark.parametrize(
    ("term", "erases", "repeats", "ends"),
    [
        ("xterm-256color", True, False, True),
        ("xterm-kitty", True, True, True),
        ("linux", True, False, True),
        ("screen", False, False, True),
        ("screen.xterm-256color", False, False, True),
        ("tmux-256color", False, False, True),
        ("vt100", False, False, False),
        ("unheard-of", False, False, True),
    ],
)
def test_the_name_tells_what_a_terminal_can_do(
    term: str, erases: bool, repeats: bool, ends: bool
) -> None:
    found = abilities_of({"TERM": term})
    assert (found.erases_in_colour, found.repeats, found.ends_marks) == (erases, repeats, ends)


@pytest.mark.parametrize(
    ("data", "does"),
    [
        ("\x07", Foreign.NOTHING),
        ("\x1b]52;c;d29yZHM=\x07", Foreign.NOTHING),
        ("\x1b]0;title\x1b\\", Foreign.NOTHING),
        ("\x1b[?25l\x1b[?1004h\x1b[?2026$p\x1b[>25u\x1b[2 q", Foreign.NOTHING),
        ("\x1b[3;4H", Foreign.MOVES),
        ("\x1b[m", Foreign.MOVES),
        ("\x1b7\x1b8", Foreign.MOVES),
        ("a line", Foreign.SHOWS),
        ("\x1b[2J", Foreign.SHOWS),
        ("\x1b[?1049h", Foreign.SHOWS),
        ("\x1b[?1047l", Foreign.SHOWS),
        ("\x1b[?47h", Foreign.SHOWS),
        ("\x1bc", Foreign.SHOWS),
        ("\x1b[?9999x", Foreign.SHOWS),
        ("", Foreign.NOTHING),
    ],
)
def test_of_what_others_write_the_worst_is_thought(data: str, does: Foreign) -> None:
    assert what_it_does(data) is does
