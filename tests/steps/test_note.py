"""The note: the time is told softly, the limit late, and what is half typed is kept."""

import pytest
from tests.end_to_end.answers import INSIGHT
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS
from tests.screens.living import BRIDGE_IN, Guest, live
from tests.screens.quick import Timers

from nowwhat.session.typed import NOTE_LIMIT

LONG = WORDS.writing.long_enough
MINUTES = PACK.script("bridge").step("insight").minutes
LIMIT = WORDS.writing.limit.rpartition("}")[2].strip()


def test_it_is_said_that_it_is_long_enough_once_the_time_is_over(
    inside: Inside, timers: Timers
) -> None:
    async def living(guest: Guest) -> None:
        await timers.advance(MINUTES * 60 - 1)
        assert not guest.sees(LONG)
        await timers.advance(1.1)
        await guest.settle()
        assert guest.sees(LONG)
        assert guest.step == "insight"

    live(inside, BRIDGE_IN, living)


def test_nothing_is_taken_away_when_the_time_is_over(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest) -> None:
        await guest.type("I go")
        await timers.advance(MINUTES * 60 + 1)
        await guest.type(" quiet")
        await guest.press("enter")
        assert guest.step == "discomfort"

    live(inside, BRIDGE_IN, living)
    assert "I go quiet" in inside.drafts()[0].read_text()


def test_the_time_is_not_told_on_a_later_step(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest) -> None:
        await guest.write(INSIGHT.lower())
        await timers.advance(MINUTES * 60 + 1)
        await guest.settle()
        assert not guest.sees(LONG)

    live(inside, BRIDGE_IN, living)


@pytest.mark.parametrize(("share", "shown"), [(0.5, False), (0.79, False), (0.81, True), (1, True)])
def test_the_limit_is_shown_late(inside: Inside, share: float, *, shown: bool) -> None:
    length = int(NOTE_LIMIT * share)

    async def living(guest: Guest) -> None:
        await guest.paste("a" * length)
        assert guest.sees(LIMIT) is shown
        assert guest.sees(f"{length} ") is shown

    live(inside, BRIDGE_IN, living)


def test_nothing_written_is_no_answer(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("enter")
        assert guest.step == "insight"
        assert guest.sees(WORDS.stage.needed)
        await guest.write(INSIGHT.lower())
        assert guest.step == "discomfort"
        assert not guest.sees(WORDS.stage.needed)

    live(inside, BRIDGE_IN, living)


def test_what_is_typed_is_on_disk_within_a_second(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest) -> None:
        await guest.type("I go qui")
        await timers.advance(1.0)
        await guest.settle()
        assert "I go qui" in inside.drafts()[0].read_text()

    live(inside, BRIDGE_IN, living)


def test_a_parked_thought_can_be_taken_up_and_changed(inside: Inside) -> None:
    assert inside.run("park", INSIGHT).status == 0

    async def living(guest: Guest) -> None:
        assert guest.sees(INSIGHT)
        await guest.press("down", "enter")
        await guest.type(" again")
        await guest.press("enter")
        assert guest.step == "discomfort"

    live(inside, BRIDGE_IN, living)
    assert f"{INSIGHT} again" in inside.drafts()[0].read_text()


def test_markup_and_control_characters_are_shown_and_do_nothing(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.paste("[red]not red[/red] \x1b[31m $primary")
        assert guest.sees("[red]not red[/red]")
        assert not any("\x1b" in row for row in guest.rows)

    live(inside, BRIDGE_IN, living)
