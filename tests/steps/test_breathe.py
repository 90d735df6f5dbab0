"""The pause: the offer, the breath by the clock, and each way out of it."""

import pytest
from tests.end_to_end.answers import BRIDGE, Answers
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS
from tests.screens.living import Guest, at, given
from tests.screens.quick import Timers

from nowwhat.app import Terminal
from nowwhat.session.breathing import Pattern
from nowwhat.session.events import Breathed
from nowwhat.session.script import Breathe

MOVING = Terminal()
STEP = PACK.script("bridge").step("breathe")
assert isinstance(STEP, Breathe)
PATTERN = PACK.pattern(STEP.pattern)
LEVELS = set("▁▂▃▄▅▆▇█")
PACE = WORDS.pace


def shape(guest: Guest) -> int:
    """How many cells of the shape are lit."""
    return sum(row.count("█") for row in guest.rows)


async def begin(guest: Guest) -> None:
    await guest.press("1", "enter")


def count(number: int, of: int) -> str:
    return PACE.count.format(number=number, all=of)


def test_the_offer_says_what_how_long_and_who_should_be_careful(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        assert guest.sees(PATTERN.title)
        assert guest.sees("60")
        assert PACE.other in guest.offered
        assert PACE.without in guest.offered
        assert guest.sees(PATTERN.cautions[0])

    at(inside, "breathe", living)


def test_the_length_is_changed_before_it_begins(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("right")
        assert guest.sees("90")
        await guest.press("left", "left")
        assert guest.sees("30")

    at(inside, "breathe", living)


def test_word_seconds_and_shape_go_by_the_clock(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest) -> None:
        await begin(guest)
        low = shape(guest)
        assert guest.sees("In")
        assert guest.sees("4")
        assert guest.sees(PACE.soft)
        await timers.advance(3.9)
        await guest.settle()
        high = shape(guest)
        assert high > low
        assert guest.sees("In")
        await timers.advance(0.2)
        await guest.settle()
        assert guest.sees("Out")
        assert guest.sees("6")
        await timers.advance(5.8)
        await guest.settle()
        assert shape(guest) < high
        assert guest.sees("Out")
        assert guest.sees("1")
        await timers.advance(0.2)
        await guest.settle()
        assert guest.sees(count(2, 6))
        assert guest.sees("In")

    at(inside, "breathe", living, terminal=MOVING)


def test_staying_to_the_end_goes_on_by_itself(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest) -> None:
        await begin(guest)
        await timers.advance(59.9)
        assert guest.step == "breathe"
        await timers.advance(0.2)
        await guest.settle()
        assert guest.step == "after"
        assert guest.sees(WORDS.breath.stayed)

    at(inside, "breathe", living, terminal=MOVING)
    stayed = Breathed(step="breathe", pattern=PATTERN.id, seconds=60, ending="stayed")
    assert given(inside, "breathe") == [stayed]


def test_escape_leaves_it_and_that_is_fine(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest) -> None:
        await begin(guest)
        await timers.advance(7.2)
        await guest.press("escape")
        assert guest.step == "after"
        assert guest.sees(WORDS.breath.left)

    at(inside, "breathe", living, terminal=MOVING)
    left = Breathed(step="breathe", pattern=PATTERN.id, seconds=7, ending="left")
    assert given(inside, "breathe") == [left]


def test_space_pauses_and_the_time_is_not_counted(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest) -> None:
        await begin(guest)
        await timers.advance(2)
        await guest.press("space")
        assert guest.sees(PACE.paused)
        held = guest.rows
        await timers.advance(100)
        await guest.settle()
        assert guest.rows == held
        await guest.press("space")
        assert not guest.sees(PACE.paused)
        await timers.advance(1.9)
        await guest.settle()
        assert guest.sees("In")
        await timers.advance(0.2)
        await guest.settle()
        assert guest.sees("Out")
        await guest.press("escape")

    at(inside, "breathe", living, terminal=MOVING)
    (left,) = given(inside, "breathe")
    assert isinstance(left, Breathed)
    assert left.seconds == 4


def test_the_count_can_be_hidden_and_shown_again(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest) -> None:
        await begin(guest)
        assert guest.sees(count(1, 6))
        await guest.press("c")
        assert not guest.sees(count(1, 6))
        await timers.advance(10.1)
        await guest.settle()
        assert not guest.sees(count(2, 6))
        await guest.press("c")
        assert guest.sees(count(2, 6))

    at(inside, "breathe", living, terminal=MOVING)


def test_the_length_is_changed_while_it_runs(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest) -> None:
        await begin(guest)
        await guest.press("right")
        assert guest.sees(count(1, 9))
        await timers.advance(25)
        await guest.press("left", "left", "left", "left")
        assert guest.sees(count(3, 3))
        await timers.advance(5.1)
        await guest.settle()
        assert guest.step == "after"

    at(inside, "breathe", living, terminal=MOVING)
    stayed = Breathed(step="breathe", pattern=PATTERN.id, seconds=30, ending="stayed")
    assert given(inside, "breathe") == [stayed]


def test_going_on_without_it_is_an_answer(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.choose(PACE.without)
        assert guest.step not in ("breathe", "")
        assert guest.sees(WORDS.breath.declined)

    at(inside, "breathe", living)
    (declined,) = given(inside, "breathe")
    assert isinstance(declined, Breathed)
    assert declined.ending == "declined"


@pytest.mark.parametrize("name", STEP.others)
def test_each_other_way_can_be_chosen(inside: Inside, timers: Timers, name: str) -> None:
    pattern = PACK.pattern(name)

    async def living(guest: Guest) -> None:
        await guest.choose(PACE.other)
        await guest.choose(pattern.title)
        assert guest.sees(pattern.cautions[0])
        await begin(guest)
        assert guest.sees(pattern.phases[0].word)
        await timers.advance(pattern.phases[0].seconds + 0.1)
        await guest.settle()
        assert guest.sees(pattern.phases[1].word)

    at(inside, "breathe", living, terminal=MOVING)


def instead(option: str) -> Answers:
    """The bridge with another pause, which has a step of its own."""
    return tuple(
        ("pause", option) if step == "pause" else (option if step == "breathe" else step, line)
        for step, line in BRIDGE
    )


@pytest.mark.parametrize("option", ["ground", "surf"])
def test_what_has_nothing_to_do_with_the_breath_is_text(
    inside: Inside, timers: Timers, option: str
) -> None:
    step = PACK.script("bridge").step(option)
    assert isinstance(step, Breathe)
    pattern: Pattern = PACK.pattern(step.pattern)

    async def living(guest: Guest) -> None:
        await begin(guest)
        for number, phase in enumerate(pattern.phases, 1):
            assert guest.sees(phase.word), phase.word
            assert guest.sees(count(number, len(pattern.phases)))
            assert not LEVELS & set("".join(guest.rows))
            assert not guest.sees(PACE.soft)
            await timers.advance(phase.seconds)
            await guest.settle()
        assert guest.step == "after"

    at(inside, option, living, answers=instead(option), terminal=MOVING)


def test_care_holds_the_breath_and_it_goes_on_where_it_was(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest) -> None:
        await begin(guest)
        await timers.advance(2)
        await guest.press("f2")
        await timers.advance(60)
        await guest.press("escape")
        assert guest.step == "breathe"
        await timers.advance(1.9)
        await guest.settle()
        assert guest.sees("In")
        assert guest.sees(count(1, 6))

    at(inside, "breathe", living, terminal=MOVING)
