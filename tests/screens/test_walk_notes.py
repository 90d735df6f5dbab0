"""The notes of who leads: what they say, and what their keys do."""

import pytest
from msgspec.structs import replace
from tests.end_to_end.inside import Inside
from tests.group.gathering import gathering
from tests.screens.living import Guest
from tests.screens.projecting import NOTES, project
from tests.screens.quick import Timers
from textual.widgets import Digits

from nowwhat.app import Parting
from nowwhat.group.walk import Next
from nowwhat.group.walking import Walking


def test_notes_say_what_is_to_say_what_is_shown_and_what_comes(inside: Inside) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        assert guest.sees(NOTES.before)
        await guest.press("space")
        assert guest.sees("Ask nobody to explain why they came.")
        assert guest.sees(f"{NOTES.on_screen} Welcome. This is no therapy")
        assert guest.sees("1 of 7: Welcome, and whether it suits")
        assert guest.sees(f"{NOTES.following} Writing in silence"), "a stop by its name"
        await guest.press("space", "space")
        assert guest.sees("Say: two minutes of silence."), (
            "those of the stop, where a step has none"
        )
        walking.ask(Next())
        await guest.settle()
        assert guest.sees("Offer all three in the same voice.")

    project(inside, living, notes=True)


@pytest.mark.usefixtures("timers")
def test_notes_tell_the_plan_beside_the_time(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press("space")
        assert guest.sees("0 of 20 min · as planned")
        assert guest.sees("ends about 17:50")
        await timers.advance(300)
        assert guest.screen.query_one("#notes-left", Digits).value == "+2:00"
        assert guest.sees("5 of 20 min · 2 min behind")
        assert guest.sees("ends about 17:52")
        assert guest.sees("17:35")
        await guest.press("space")
        await timers.advance(60)
        await guest.press("space", "space")
        assert guest.sees("6 of 20 min · 1 min ahead")

    project(inside, living, notes=True)


def test_notes_lead_and_say_what_else_is_so(inside: Inside) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press("space", "h", "3", "enter", "b", "p")
        assert walking.walk.blank
        assert walking.walk.counted == 3
        for words in ("Hands: 3", NOTES.blank, NOTES.held):
            assert guest.sees(words)
        await guest.press("b", "p", "left", "q")

    assert project(inside, living, notes=True) == Parting()


def test_notes_that_are_long_are_read_on_with_the_arrows(inside: Inside) -> None:
    first, *others = gathering().steps
    long = replace(first, notes="\n".join(f"Paragraph {n}." for n in range(-1, 19)))

    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press("space")
        assert guest.sees("Paragraph 0.")
        assert not guest.sees("Paragraph 18.")
        await guest.press(*["down"] * 17)
        assert guest.sees("Paragraph 18.")
        assert walking.walk.shown == "welcome"

    script = replace(gathering(), steps=(long, *others))
    project(inside, living, notes=True, script=script)
