"""The shape as it is drawn: nothing flashes, ten to fifteen frames a second, and a still form.

A flash is a change of luminance there and back. Counted is each change of direction by a tenth or
more of the greatest luminance (WCAG 2.3.1 counts pairs of them): a cell may make three a second.
"""

from collections.abc import Iterable, Sequence

import pytest
from tests.end_to_end.inside import Inside
from tests.screens.living import STILL, Guest
from tests.screens.looking import Cell, luminance
from tests.screens.quick import Timers
from tests.widgets.breathing_alone import LEVELS, PACED, breathe, frame

from nowwhat.app import Terminal
from nowwhat.session.breathing import Pattern

MOST, SWING = 3, 0.1
FRAMES = 10
COVERS = {char: n / 8 for n, char in enumerate(" ▁▂▃▄▅▆▇█")} | {"▀": 0.5}
A_LETTER_COVERS = 0.25


def light(cell: Cell) -> float:
    """Luminance of a whole cell: what stands in it by the part that it covers."""
    part = COVERS.get(cell.char, A_LETTER_COVERS)
    ground = luminance(cell.ground)
    return ground + part * (luminance(cell.ink) - ground) if part else ground


def swings(lights: Sequence[float]) -> list[int]:
    """Where luminance has gone a tenth or more in one direction since it went in the other."""
    found: list[int] = []
    turned, direction = lights[0], 0
    for at, now in enumerate(lights):
        if direction and (now - turned) * direction > 0:
            turned = now
        elif abs(now - turned) >= SWING:
            found.append(at)
            turned, direction = now, 1 if now > turned else -1
    return found


def most_in_a_second(at: Sequence[int]) -> int:
    """The most of these that lie within one second."""
    return max((sum(1 for b in at if a <= b < a + FRAMES) for a in at), default=0)


def flashes(frames: Iterable[list[list[Cell]]]) -> int:
    """The most swings of any cell within one second."""
    seen: dict[Cell, float] = {}
    series: dict[tuple[int, int], list[float]] = {}
    for one in frames:
        for y, row in enumerate(one):
            for x, cell in enumerate(row):
                if cell not in seen:
                    seen[cell] = light(cell)
                series.setdefault((x, y), []).append(seen[cell])
    return max(most_in_a_second(swings(each)) for each in series.values() if len(set(each)) > 1)


@pytest.mark.parametrize(
    ("pattern", "terminal"),
    [*((pattern, Terminal()) for pattern in PACED), (PACED[0], Terminal(light=True))],
    ids=lambda each: each.id if isinstance(each, Pattern) else f"light={each.light}",
)
def test_no_cell_flashes(
    inside: Inside, timers: Timers, pattern: Pattern, terminal: Terminal
) -> None:
    frames: list[list[list[Cell]]] = []

    async def living(guest: Guest) -> None:
        for _ in range(int((pattern.cycle_seconds + 1) * FRAMES)):
            await timers.advance(1 / FRAMES)
            guest.screen._on_timer_update()
            frames.append(frame(guest))

    breathe(inside, pattern, living, terminal=terminal)
    assert 1 <= flashes(frames) <= MOST


def test_a_flash_would_be_found() -> None:
    assert most_in_a_second(swings([0.0, 0.5] * FRAMES)) > MOST
    assert most_in_a_second(swings([0.0, 0.05] * FRAMES)) == 0
    steadily = [n / 20 for n in range(20)]
    assert most_in_a_second(swings(steadily)) == 1
    assert swings([*steadily, *reversed(steadily)]) == [2, 23]


@pytest.mark.parametrize("pattern", PACED, ids=lambda pattern: pattern.id)
def test_the_shape_is_drawn_ten_to_fifteen_times_a_second(
    inside: Inside, timers: Timers, pattern: Pattern
) -> None:
    drawn: list[int] = []

    async def living(guest: Guest) -> None:
        await timers.advance(0.5)
        before = None
        for _ in range(60):
            await timers.advance(1 / 30)
            guest.screen._on_timer_update()
            now = [c.bare for row in frame(guest) for c in row if c.char in LEVELS]
            drawn.append(now != before)
            before = now

    breathe(inside, pattern, living)
    seconds = [sum(drawn[1:31]), sum(drawn[31:])]
    assert all(9 <= each <= 15 for each in seconds), seconds


def test_it_moves_by_less_than_a_cell(inside: Inside, timers: Timers) -> None:
    steps: set[float] = set()

    async def living(guest: Guest) -> None:
        before = None
        for _ in range(30):
            await timers.advance(1 / FRAMES)
            guest.screen._on_timer_update()
            middle = [row[39] for row in frame(guest) if row[39].char in COVERS]
            now = sum(COVERS[cell.char] for cell in middle)
            if before is not None:
                steps.add(round(now - before, 3))
            before = now

    breathe(inside, PACED[0], living)
    assert steps <= {0, 0.125, 0.25, 0.375}
    assert 0.125 in steps or 0.25 in steps


def test_with_less_motion_words_count_down_once_a_second_and_nothing_moves(
    inside: Inside, timers: Timers
) -> None:
    changes: list[int] = []

    async def living(guest: Guest) -> None:
        before = frame(guest)
        for tenth in range(1, 101):
            await timers.advance(0.1)
            guest.screen._on_timer_update()
            now = frame(guest)
            assert not {cell.char for row in now for cell in row} & LEVELS
            if now != before:
                changes.append(tenth)
            before = now

    breathe(inside, PACED[0], living, terminal=STILL)
    assert changes == [10 * second for second in range(1, 11)]
