"""The pace: each word at its boundary, for half an hour, whatever the timers do."""

import pytest
from tests.end_to_end.inside import Inside
from tests.screens.living import STILL, Guest
from tests.screens.quick import Timers
from tests.widgets.breathing_alone import PACED, breathe, frame, word_at

from nowwhat.session.breathing import Pattern, turns

HALF_AN_HOUR = 1800.0
NEAR = 0.02
LEAP = 5.0
"""Seconds before the next look at which a machine that slept is awake again."""

LATE = (0.0, 0.011, 0.003, 0.04, 0.0, 0.027)
"""Seconds by which timers of a busy machine wake too late."""


def boundaries(pattern: Pattern) -> list[float]:
    """Turns of half an hour: some of its beginning, its midst, its end."""
    every = [at for at, _, _ in turns(pattern, HALF_AN_HOUR) if at > 0]
    return [at for at in every if at < 12 or 900 <= at < 912 or at >= HALF_AN_HOUR - 12]


async def to(timers: Timers, began: float, seconds: float, *, asleep: bool = False) -> None:
    """Go on to a moment; asleep, the machine wakes only shortly before it."""
    leap = began + seconds - timers.clock.gone
    if asleep and leap > LEAP:
        timers.clock.gone += leap - LEAP
    await timers.advance(began + seconds - timers.clock.gone)


LONG = [pattern for pattern in PACED if not pattern.most_cycles]


@pytest.mark.parametrize("pattern", LONG, ids=lambda pattern: pattern.id)
def test_each_word_comes_at_its_boundary_in_half_an_hour_of_which_some_was_slept(
    inside: Inside, timers: Timers, pattern: Pattern
) -> None:
    async def living(guest: Guest) -> None:
        began = timers.clock.gone
        for at in boundaries(pattern):
            for moment in (at - NEAR, at + NEAR):
                await to(timers, began, moment, asleep=True)
                await guest.pilot.pause()
                assert word_at(pattern, moment) in said(guest), moment
        await to(timers, began, pattern.seconds_for(HALF_AN_HOUR) - NEAR, asleep=True)
        assert guest.place == "Breathe"

    breathe(inside, pattern, living, seconds=HALF_AN_HOUR, terminal=STILL)


def said(guest: Guest) -> list[str]:
    """The lines that stand on the screen."""
    return [row.strip() for row in guest.rows]


def test_timers_that_wake_late_do_not_make_it_drift_in_half_an_hour(
    inside: Inside, timers: Timers
) -> None:
    pattern = PACED[0]
    timers.late = LATE

    async def living(guest: Guest) -> None:
        began = timers.clock.gone
        for at in boundaries(pattern):
            await to(timers, began, at + max(LATE) + 0.002)
            await guest.pilot.pause()
            assert word_at(pattern, at) in said(guest), at

    breathe(inside, pattern, living, seconds=HALF_AN_HOUR, terminal=STILL)


def test_frames_that_were_skipped_are_not_made_up_for(inside: Inside, timers: Timers) -> None:
    pattern = PACED[0]
    smooth, halting = [], []

    async def steadily(guest: Guest) -> None:
        for _ in range(3):
            await timers.advance(6.3)
            await guest.pilot.pause()
            smooth.append(frame(guest))

    async def haltingly(guest: Guest) -> None:
        for _ in range(3):
            timers.late = (0.9, 0.37)
            await timers.advance(4.0)
            timers.late = (0.0,)
            await timers.advance(2.3)
            await guest.pilot.pause()
            halting.append(frame(guest))

    breathe(inside, pattern, steadily)
    breathe(inside, pattern, haltingly)
    assert halting == smooth


def test_its_end_comes_after_whole_cycles(inside: Inside, timers: Timers) -> None:
    pattern = next(pattern for pattern in PACED if pattern.most_cycles)

    async def living(guest: Guest) -> None:
        await timers.advance(pattern.seconds_for(HALF_AN_HOUR) - 0.05)
        assert guest.place == "Breathe"
        await timers.advance(0.1)
        await guest.settle()
        assert guest.app.return_value is not None

    breathe(inside, pattern, living, seconds=HALF_AN_HOUR, terminal=STILL)
