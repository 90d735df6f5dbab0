"""The parts of the plan: a when that is read back, an obstacle that may be left empty."""

from tests.end_to_end.answers import TWO_MINUTES
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.living import Guest, at


def test_a_time_is_read_back(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.write("tomorrow at 9")
        assert guest.step == "obstacle"
        before = WORDS.sitting.understood.partition("{")[0]
        (row,) = (row for row in guest.rows if row.strip().startswith(before))
        assert "9" in row.removeprefix(before)

    at(inside, "when", living)


def test_an_event_stays_words(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.write("after lunch")
        assert guest.step == "obstacle"
        assert not guest.sees(WORDS.sitting.understood.partition("{")[0])

    at(inside, "when", living)


def test_what_is_needed_is_not_left_empty(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("enter")
        assert guest.step == "when"
        assert guest.sees(WORDS.stage.needed)

    at(inside, "when", living)


def test_without_an_obstacle_there_is_no_response(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("enter")
        assert guest.step == "commit"

    at(inside, "obstacle", living)


def test_an_obstacle_is_repeated_above_its_response(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.write("i freeze")
        assert guest.step == "response"
        assert guest.sees("If: i freeze")

    at(inside, "obstacle", living)


def test_what_is_offered_fills_the_line(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        assert guest.offered == ["now", "after I wake up", "after breakfast"]
        await guest.press("down", "down", "enter", "enter")
        assert guest.step == "commit"
        assert guest.sees("after I wake up") or guest.sees("After I wake up")

    at(inside, "when", living, answers=TWO_MINUTES, args=("two-minutes",))
