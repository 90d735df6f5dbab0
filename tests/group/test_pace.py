"""The pace: deadlines stand on one clock, and what a stop took adds up."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.group.samples import AGENDA

from nowwhat.group.agenda import Stop, agenda_of
from nowwhat.group.pace import Backward, Extend, Forward, Pace, Pause, Proceed, Turn, turned
from nowwhat.session.script import Read, Script

AFTER = st.none() | st.integers(-1, 5)
TURNS: st.SearchStrategy[Turn] = st.one_of(
    st.builds(Forward, AFTER),
    st.builds(Forward),
    st.builds(Backward, AFTER),
    st.builds(Extend, st.integers(-600, 600)),
    st.just(Pause()),
    st.just(Proceed()),
)
COURSES = st.lists(st.tuples(st.integers(0, 900), TURNS), max_size=30)
"""Turns, each so many seconds after the one before."""

START = Pace(agenda=AGENDA)


def gone_through(course: list[tuple[int, Turn]]) -> tuple[Pace, float]:
    pace, now = START, 0.0
    for wait, turn in course:
        now += wait
        pace = turned(pace, turn, now)
    return pace, now


def at(stop: int, now: float = 0) -> Pace:
    pace = START
    for _ in range(stop + 1):
        pace = turned(pace, Forward(), now)
    return pace


def test_the_agenda_is_the_steps_with_minutes() -> None:
    steps = (Read(id="a", minutes=1.5), Read(id="b"), Read(id="c", minutes=2))
    script = Script(id="s", title="S", summary="S.", steps=steps)
    assert agenda_of(script) == (Stop("a", 90), Stop("c", 120))


def test_it_goes_from_stop_to_stop_and_ends() -> None:
    pace, stops = START, []
    while not pace.over:
        stops.append(pace.stop.step if pace.stop else None)
        pace = turned(pace, Forward(), 0)
    assert stops == [None, "welcome", "writing", "doors", "close"]
    assert pace.stop is None
    assert turned(pace, Forward(), 0) == pace


def test_from_the_end_one_gets_back_to_the_last_stop() -> None:
    over = at(4)
    assert over.over
    assert turned(over, Backward(), 50).stop == AGENDA[-1]


def test_before_the_first_stop_there_is_nothing_to_go_back_to() -> None:
    assert turned(START, Backward(), 5) == START
    assert turned(at(0), Backward(), 5) == at(0)


def test_a_deadline_is_a_time_and_no_count() -> None:
    pace = at(1, now=1000)
    assert (pace.since, pace.until) == (1000, 1600)
    assert [pace.remains(now) for now in (1000, 1599, 1700)] == [600, 1, -100]
    assert pace.gone(1700) == 700


@pytest.mark.parametrize(("seconds", "until"), [(60, 1660), (-60, 1540), (-900, 1200)])
def test_time_is_given_or_taken_up_to_what_is_gone(seconds: float, until: float) -> None:
    assert turned(at(1, now=1000), Extend(seconds), 1200).until == until


def test_time_that_is_up_is_not_taken() -> None:
    assert turned(at(1, now=1000), Extend(-60), 1700).until == 1600


def test_held_clocks_stand_and_go_on_where_they_stood() -> None:
    held = turned(at(1, now=1000), Pause(), 1100)
    assert held.remains(5000) == held.remains(1100) == 500
    assert held.gone(5000) == 100
    on = turned(held, Proceed(), 5000)
    assert (on.remains(5000), on.gone(5000)) == (500, 100)
    assert turned(held, Pause(), 1200) == held


def test_a_stop_that_is_opened_while_clocks_are_held_is_held_too() -> None:
    moved = turned(turned(at(0), Pause(), 100), Forward(), 400)
    assert (moved.at, moved.remains(9999)) == (1, 600)
    assert turned(moved, Proceed(), 1000).until == 1600


@pytest.mark.parametrize("turn", [Forward, Backward])
def test_two_who_ask_at_once_go_one_stop(turn: type[Forward | Backward]) -> None:
    once = turned(at(1), turn(after=1), 10)
    assert turned(once, turn(after=1), 10) == once
    assert once.at != 1


@given(COURSES)
def test_what_stops_took_adds_up_to_the_time_that_one_was_open_and_not_held(
    course: list[tuple[int, Turn]],
) -> None:
    pace, now, counted = START, 0.0, 0.0
    for wait, turn in course:
        if pace.stop is not None and pace.held is None:
            counted += wait
        now += wait
        pace = turned(pace, turn, now)
    assert sum(pace.taken(now)) == counted
    assert len(pace.taken(now)) == len(AGENDA)
    assert all(seconds >= 0 for seconds in pace.taken(now))


@given(COURSES, TURNS)
def test_one_turn_goes_at_most_one_stop_and_changes_no_agenda(
    course: list[tuple[int, Turn]], turn: Turn
) -> None:
    pace, now = gone_through(course)
    following = turned(pace, turn, now)
    assert following.agenda == AGENDA
    assert -1 <= following.at <= len(AGENDA)
    by = following.at - pace.at
    match turn:
        case Forward():
            assert by in (0, 1)
        case Backward():
            assert by in (0, -1)
        case _:
            assert by == 0


@given(COURSES, st.integers(0, 900))
def test_two_forwards_after_the_same_stop_move_once(
    course: list[tuple[int, Turn]], wait: int
) -> None:
    pace, now = gone_through(course)
    once = turned(pace, Forward(after=pace.at), now)
    assert turned(once, Forward(after=pace.at), now + wait) == once


@given(COURSES, st.integers(0, 900), st.integers(0, 900))
def test_the_deadline_does_not_move_while_nobody_turns(
    course: list[tuple[int, Turn]], one: int, two: int
) -> None:
    pace, now = gone_through(course)
    if pace.stop is None:
        return
    early, late = pace.remains(now + one), pace.remains(now + one + two)
    assert early - late == (two if pace.held is None else 0)


@given(COURSES, st.integers(0, 900))
def test_a_hold_takes_no_time_from_anybody(course: list[tuple[int, Turn]], wait: int) -> None:
    pace, now = gone_through(course)
    if pace.held is not None:
        return
    on = turned(turned(pace, Pause(), now), Proceed(), now + wait)
    assert on.remains(now + wait) == pace.remains(now)
    assert on.taken(now + wait) == pace.taken(now)


@given(COURSES)
def test_it_can_be_written_down(course: list[tuple[int, Turn]]) -> None:
    pace, _ = gone_through(course)
    assert msgspec.json.decode(msgspec.json.encode(pace), type=Pace) == pace
