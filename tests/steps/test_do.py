"""Doing it now: a quiet timer, the breath beside it, and nothing happens when it runs out."""

import pytest
from tests.end_to_end.answers import BRIDGE
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS
from tests.screens.living import Guest, at, given, prefer
from tests.screens.quick import Timers

from nowwhat.app import Terminal
from nowwhat.session.events import Did
from nowwhat.session.script import Do

NOW = (*BRIDGE[:-1], ("start", "now"), ("do", "done"))
MOVING = Terminal()
STEP = PACK.script("bridge").step("do")
assert isinstance(STEP, Do)
LASTS = STEP.seconds
LIT = set("▂▃▄▅▆▇█")


def breathes(guest: Guest) -> bool:
    """Say whether the shape stands beside the time."""
    return any(LIT & set(row[40:]) for row in guest.rows[2:-5])


def test_the_time_left_is_told_each_second_and_the_breath_stands_beside(
    inside: Inside, timers: Timers
) -> None:
    async def living(guest: Guest) -> None:
        assert guest.sees("5:00")
        assert breathes(guest)
        assert guest.sees("In")
        await timers.advance(1.05)
        await guest.settle()
        assert guest.sees("4:59")
        await timers.advance(3)
        await guest.settle()
        assert guest.sees("4:56")
        assert guest.sees("Out")

    at(inside, "do", living, answers=NOW, terminal=MOVING)


def test_nothing_happens_when_it_runs_out(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest) -> None:
        await timers.advance(LASTS + 0.1)
        await guest.settle()
        assert guest.step == "do"
        assert guest.sees(WORDS.do.over)
        before = guest.rows
        await timers.advance(60)
        await guest.settle()
        assert guest.rows == before
        await guest.press("1", "enter")
        assert guest.step != "do"

    at(inside, "do", living, answers=NOW)
    (did,) = given(inside, "do")
    assert isinstance(did, Did)
    assert did.seconds >= LASTS + 60


@pytest.mark.parametrize(("key", "ending"), [("1", "done"), ("2", "part"), ("3", "later")])
def test_each_way_on_is_kept(inside: Inside, timers: Timers, key: str, ending: str) -> None:
    async def living(guest: Guest) -> None:
        await timers.advance(42)
        await guest.press(key, "enter")
        assert guest.step == "card"

    at(inside, "do", living, answers=NOW)
    (did,) = given(inside, "do")
    assert isinstance(did, Did)
    assert (did.ending, did.seconds) == (ending, 42)


def test_whom_the_breath_makes_feel_worse_has_only_the_time(inside: Inside) -> None:
    worse = tuple((s, "worse" if s == "breath_helps" else line) for s, line in NOW)
    prefer(inside, breath="worse")

    async def living(guest: Guest) -> None:
        assert guest.sees("5:00")
        assert not breathes(guest)
        assert not guest.sees("In ")

    without = tuple(pair for pair in worse if pair[0] != "breath_helps")
    at(inside, "do", living, answers=without, terminal=MOVING)
