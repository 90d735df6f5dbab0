"""Choosing: by digits, arrows, a click; what the person knows of themselves orders the list."""

from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK
from tests.screens.living import Guest, at, given

from nowwhat.session.events import Chose
from nowwhat.session.script import Choose

DOOR = PACK.script("bridge").step("door")
assert isinstance(DOOR, Choose)
DOORS = [(option.id, option.words) for option in DOOR.options if not option.fact]


def test_each_option_is_reached_by_its_digit_and_by_arrows(inside: Inside) -> None:
    words = [words for _, words in DOORS]

    async def living(guest: Guest) -> None:
        assert guest.offered == words
        for number, said in enumerate(words, 1):
            await guest.press(str(number))
            assert guest.marked == said
        for key, said in (
            ("home", words[0]),
            ("up", words[0]),
            ("down", words[1]),
            ("9", words[1]),
            ("end", words[-1]),
            ("down", words[-1]),
            ("up", words[-2]),
        ):
            await guest.press(key)
            assert guest.marked == said, key
        assert guest.step == "door"
        await guest.press("enter")
        assert guest.step == "action"

    at(inside, "door", living)
    assert given(inside, "door") == [Chose(step="door", option=DOORS[-2][0])]


def test_a_click_takes_an_option(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.click(DOORS[3][1])
        assert guest.step == "action"

    at(inside, "door", living)
    assert given(inside, "door") == [Chose(step="door", option=DOORS[3][0])]


def test_f3_goes_back_and_the_answer_can_be_changed(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("2", "enter")
        assert guest.step == "action"
        await guest.press("f3")
        assert guest.step == "door"
        await guest.press("4", "enter")
        assert guest.step == "action"

    at(inside, "door", living)
