"""From one screen to another: whatever stood there and whatever comes, the cells are right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.wire.emulator import Emulator

from nowwhat.wire import pen
from nowwhat.wire.abilities import Abilities
from nowwhat.wire.brush import Hand
from nowwhat.wire.cell import Cell, blank, cells_of
from nowwhat.wire.difference import difference
from nowwhat.wire.grid import Grid
from nowwhat.wire.pen import PLAIN, Pen

WIDTH, HEIGHT = 12, 4
CLUSTERS = (
    *("a", "b", "z", " ", " ", " ", "   ", "\u2500", "\u2584", "aaaa", "\u2588" * 8),
    *("e\u0301", "\u6f22", "\u304b", "\uac01", "\U0001f469\u200d\U0001f4bb", "\u2764\ufe0f"),
    *("\U0001f600", "\U0001f1e9\U0001f1ea", "\U0001f44d\U0001f3fd", "\u05e9", "\u05dc\u05d5"),
    *("\u0627\u0644\u0639\u064e", "\u0915\u094d", "\u0e33", "1\ufe0f\u20e3", "\u231a"),
)
PENS = (
    PLAIN,
    Pen("31"),
    Pen("38;2;1;2;3", "48;2;4;5;6"),
    Pen("", "48;2;4;5;6"),
    Pen("", "48;2;7;8;9"),
    Pen("31", "42", pen.BOLD),
    Pen("31", "42", pen.BOLD | pen.UNDERLINE),
    Pen("", "42", pen.REVERSE),
    Pen("32", "", pen.DIM | pen.ITALIC),
    Pen("32", "", pen.STRIKE | pen.BLINK | pen.DOUBLE),
    Pen("", "", pen.CONCEAL | pen.OVERLINE),
)
ABILITIES = (
    Abilities(),
    Abilities(erases_in_colour=True),
    Abilities(erases_in_colour=True, repeats=True),
    Abilities(ends_marks=False),
)

runs = st.lists(
    st.tuples(st.integers(0, WIDTH + 9), st.sampled_from(CLUSTERS), st.sampled_from(PENS)),
    max_size=6,
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    grid = Grid(WIDTH, HEIGHT, blank(draw(st.sampled_from(PENS))))
    for y in range(HEIGHT):
        for x, cluster, how in draw(runs):
            grid.put(x, y, cells_of(cluster, how))
        assert len(grid.rows[y]) == WIDTH
    return grid


def shown_by(grid: Grid) -> list[list[tuple[object, ...]]]:
    """Say what a grid looks like, each cell put down by itself in a terminal."""
    emulator = Emulator(WIDTH, HEIGHT)
    for y, row in enumerate(grid.rows):
        for x, cell in enumerate(row):
            if cell is not None and cell.width:
                put_down(emulator, x, y, cell)
    return emulator.rows


def put_down(emulator: Emulator, x: int, y: int, cell: Cell) -> None:
    """Put a cell where it belongs, without any of what is tested."""
    names = {pen.BOLD: 1, pen.DIM: 2, pen.ITALIC: 3, pen.UNDERLINE: 4, pen.BLINK: 5}
    names |= {pen.REVERSE: 7, pen.CONCEAL: 8, pen.STRIKE: 9, pen.DOUBLE: 21, pen.OVERLINE: 53}
    numbers = [str(n) for bit, n in names.items() if cell.pen.marks & bit]
    said = ";".join(filter(None, ["0", *numbers, cell.pen.fg, cell.pen.bg]))
    screen = emulator.screen
    emulator.feed(f"\x1b[{said}m")
    screen.cursor.x, screen.cursor.y = x, y
    screen.draw(cell.text)


@settings(max_examples=400, deadline=None)
@given(
    before=grids(),
    after=grids(),
    cursor=st.tuples(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1)),
    abilities=st.sampled_from(ABILITIES),
)
def test_any_screen_becomes_any_other(
    before: Grid, after: Grid, cursor: tuple[int, int], abilities: Abilities
) -> None:
    emulator = Emulator(WIDTH, HEIGHT, erases_in_colour=abilities.erases_in_colour)
    empty, hand = Grid(WIDTH, HEIGHT), Hand()
    emulator.feed("\x1b[?7l")
    for shown, wanted in ((empty, before), (before, after), (after, before)):
        said, hand = difference(shown, dict(enumerate(wanted.rows)), cursor, hand, abilities)
        emulator.feed(said)
        assert emulator.rows == shown_by(wanted)
        assert emulator.cursor == cursor
        assert "\n" not in said


@settings(max_examples=150, deadline=None)
@given(before=grids(), after=grids())
def test_on_a_terminal_that_joins_nothing_all_else_stands_where_it_should(
    before: Grid, after: Grid
) -> None:
    emulator = Emulator(WIDTH, HEIGHT, old=True)
    emulator.feed("\x1b[?7l")
    hand = Hand()
    for shown, wanted in ((Grid(WIDTH, HEIGHT), before), (before, after)):
        rows = dict(enumerate(wanted.rows))
        said, hand = difference(shown, rows, (0, 0), hand, Abilities(erases_in_colour=True))
        emulator.feed(said)
    torn = {
        (x + n, y)
        for y, row in enumerate(after.rows)
        for x, cell in enumerate(row)
        if cell is not None and cell.spill >= 0
        for n in range(-1, cell.width)
    }
    right = shown_by(after)
    found = emulator.rows
    for y in range(HEIGHT):
        for x in range(WIDTH):
            if (x, y) not in torn:
                assert found[y][x] == right[y][x], (x, y)


@given(grid=grids(), abilities=st.sampled_from(ABILITIES))
def test_what_is_shown_already_is_not_said_again(grid: Grid, abilities: Abilities) -> None:
    hand = Hand((3, 2), PLAIN)
    assert difference(grid, dict(enumerate(grid.rows)), (3, 2), hand, abilities) == ("", hand)


@pytest.mark.parametrize("abilities", ABILITIES)
def test_nothing_is_used_that_a_terminal_may_lack(abilities: Abilities) -> None:
    before, after = Grid(80, 24, blank(PLAIN)), Grid(80, 24, blank(Pen("", "41")))
    for y in range(24):
        after.put(2, y, cells_of("\u2500" * 30, Pen("31", "41", pen.BOLD)))
    said, hand = difference(before, dict(enumerate(after.rows)), (0, 0), Hand(), abilities)
    back, _ = difference(after, dict(enumerate(before.rows)), (0, 0), hand, abilities)
    assert ("X" in said or "\x1b[K" in said or "\x1b[2J" in said) == abilities.erases_in_colour
    assert ("29b" in said) == abilities.repeats
    assert ("22" in back) <= abilities.ends_marks


def test_one_letter_costs_a_few_bytes() -> None:
    before, after = Grid(80, 24, blank(PLAIN)), Grid(80, 24, blank(PLAIN))
    after.put(5, 3, cells_of("a", PLAIN))
    said, hand = difference(before, {3: after.rows[3]}, (6, 3), Hand((5, 3), PLAIN), Abilities())
    assert said == "a"
    assert hand == Hand((6, 3), PLAIN)


def test_a_letter_of_a_run_that_is_drawn_together_takes_the_run_with_it() -> None:
    before, after = Grid(20, 1, blank(PLAIN)), Grid(20, 1, blank(PLAIN))
    before.put(2, 0, cells_of("\u05e9\u05dc\u05d5\u05dd", PLAIN))
    after.put(2, 0, cells_of("\u05e9\u05dc\u05d5\u05e9", PLAIN))
    said, _ = difference(before, {0: after.rows[0]}, (0, 0), Hand((0, 0), PLAIN), Abilities())
    assert "\u05e9\u05dc\u05d5\u05e9" in said


def test_what_is_not_seen_of_a_blank_is_no_difference() -> None:
    assert blank(Pen("31", "42", pen.BOLD)) == blank(Pen("32", "42", pen.ITALIC))
    assert blank(Pen("31", "42", pen.UNDERLINE)) != blank(Pen("32", "42"))
