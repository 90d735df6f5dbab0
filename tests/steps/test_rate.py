"""Rating: each number by its keys, arrows from anywhere to anywhere, words at both ends."""

import pytest
from tests.end_to_end.answers import BRIDGE_FULL
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS
from tests.screens.living import DESIGNED, Guest, at, given

from nowwhat.session.events import Rated
from nowwhat.session.script import Rate

STEP = PACK.script("bridge").step("discomfort")
LIKELY = PACK.script("bridge").step("likely")
MARK = "●"
SIZES = [(60, 20), DESIGNED, (120, 40)]


def number_on(guest: Guest) -> str:
    """The number that stands above the line."""
    line = next(n for n, row in enumerate(guest.rows) if MARK in row)
    return guest.rows[line - 1].strip()


def test_every_number_is_reached_by_its_digits(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        for number in range(11):
            await guest.press(*str(number))
            assert number_on(guest) == str(number)
        await guest.press("enter")
        assert guest.step != "discomfort"

    at(inside, "discomfort", living)
    assert given(inside, "discomfort") == [Rated(step="discomfort", value=10)]


@pytest.mark.parametrize(
    ("keys", "numbers"),
    [
        (["up"] * 6, [5, 6, 7, 8, 9, 10]),
        (["right"] * 7, [5, 6, 7, 8, 9, 10, 10]),
        (["left"] * 7, [5, 4, 3, 2, 1, 0, 0]),
        (["down", "end", "home", "pageup", "pagedown"], [5, 10, 0, 10, 0]),
        (["7", "3", "1", "0", "backspace", "right"], [7, 3, 1, 10, 1, 2]),
    ],
)
def test_every_number_is_reached_by_arrows(
    inside: Inside, keys: list[str], numbers: list[int]
) -> None:
    async def living(guest: Guest) -> None:
        for key, number in zip(keys, numbers, strict=True):
            await guest.press(key)
            assert number_on(guest) == str(number)
        await guest.press("enter")

    at(inside, "discomfort", living)
    assert given(inside, "discomfort") == [Rated(step="discomfort", value=numbers[-1])]


def test_enter_alone_gives_nothing(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("enter")
        assert guest.step == "discomfort"
        assert guest.sees(WORDS.stage.number_needed)

    at(inside, "discomfort", living)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_both_ends_have_words_and_the_mark_stands_on_its_number(
    inside: Inside, size: tuple[int, int]
) -> None:
    assert isinstance(STEP, Rate)

    async def living(guest: Guest) -> None:
        assert guest.sees(STEP.low)
        assert guest.sees(STEP.high)
        for number in range(11):
            await guest.press(*str(number))
            line = next(row for row in guest.rows if MARK in row)
            below = guest.rows[guest.rows.index(line) + 1]
            width = len(str(number))
            near = below[line.index(MARK) - 1 : line.index(MARK) + width]
            assert str(number) in near, (line, below)

    at(inside, "discomfort", living, size=size)


def test_a_scale_to_a_hundred_takes_three_digits(inside: Inside) -> None:
    assert isinstance(LIKELY, Rate)

    async def living(guest: Guest) -> None:
        assert guest.sees(LIKELY.low)
        assert guest.sees(LIKELY.high)
        await guest.press("1", "0", "0", "enter")
        assert guest.step == "confidence"

    at(inside, "likely", living, answers=BRIDGE_FULL, args=("--full",))
    assert given(inside, "likely") == [Rated(step="likely", value=100)]


def test_a_click_on_the_line_goes_to_the_number_below(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        y = next(n for n, row in enumerate(guest.rows) if row.split() == list(map(str, range(11))))
        await guest.pilot.click(offset=(guest.rows[y].index("7"), y - 1))
        await guest.settle()
        await guest.press("enter")

    at(inside, "discomfort", living)
    assert given(inside, "discomfort") == [Rated(step="discomfort", value=7)]
