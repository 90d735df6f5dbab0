"""The mouse: what is pointed at is shown, and a click does what the key does."""

from collections.abc import Awaitable, Callable

from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.living import HOME, Guest, live
from textual.strip import Strip

from nowwhat.widgets.choices import Choices
from nowwhat.widgets.footing import Footing


def at_home(inside: Inside, living: Callable[[Guest], Awaitable[None]]) -> None:
    live(inside, HOME, living)


def grounds(strip: Strip) -> set[object]:
    """The backgrounds of a row."""
    return {segment.style.bgcolor for segment in strip if segment.style}


def test_a_click_takes_the_choice_under_it(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        choices = guest.screen.query_one(Choices)
        number = [choice.id for choice in choices.offered].index("breathe")
        await guest.pilot.click(choices, offset=(12, choices.rows_of(number).start))
        await guest.settle()
        assert guest.place == "Question"
        assert guest.sees(WORDS.front.breathe_ask)

    at_home(inside, living)


def test_a_click_between_two_choices_takes_none(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        choices = guest.screen.query_one(Choices)
        number = [choice.id for choice in choices.offered].index("breathe")
        empty = choices.rows_of(number).start - 1
        assert not choices.render_line(empty).text.strip()
        await guest.pilot.click(choices, offset=(12, empty))
        await guest.settle()
        assert guest.place == "Home"

    at_home(inside, living)


def test_what_is_pointed_at_is_shown_until_the_mouse_goes(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        choices = guest.screen.query_one(Choices)
        row = choices.rows_of(2).start
        before = choices.render_line(row)
        await guest.pilot.hover(choices, offset=(9, row))
        assert grounds(choices.render_line(row)) != grounds(before)
        await guest.pilot.hover(Footing, offset=(1, 0))
        assert grounds(choices.render_line(row)) == grounds(before)

    at_home(inside, living)


def test_a_click_on_a_key_at_the_foot_does_what_it_does(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        at = guest.foot.index("F2")
        await guest.pilot.click(Footing, offset=(at + 4, 0))
        await guest.settle()
        assert guest.place == "Care"
        await guest.pilot.click(Footing, offset=(guest.foot.index("Esc") + 1, 0))
        await guest.settle()
        assert guest.place == "Home"
        between = guest.foot.rindex(" ", 0, guest.foot.index("F2"))
        await guest.pilot.click(Footing, offset=(between - 3, 0))
        await guest.settle()
        assert guest.place == "Home"

    at_home(inside, living)


def test_a_key_at_the_foot_is_underlined_while_it_is_pointed_at(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        footing = guest.screen.query_one(Footing)
        await guest.pilot.hover(Footing, offset=(guest.foot.index("F2") + 1, 0))
        lined = "".join(s.text for s in footing.render_line(0) if s.style and s.style.underline)
        assert lined == f"F2 {WORDS.footing.care}"
        await guest.pilot.hover(Choices, offset=(1, 0))
        assert not [s for s in footing.render_line(0) if s.style and s.style.underline]

    at_home(inside, living)
