"""The screen that a room shares: keys, and what is seen of them."""

import pytest
from msgspec.structs import replace
from tests.end_to_end.inside import Inside
from tests.group.gathering import gathering
from tests.screens.living import Guest
from tests.screens.projecting import WALK, drawn, project, shown_large
from tests.screens.quick import Timers
from textual.widgets import Digits

from nowwhat.app import Terminal
from nowwhat.group.pace import Proceed
from nowwhat.group.walk import Show
from nowwhat.group.walking import Walking
from nowwhat.sitting.showing import face_of
from nowwhat.widgets.breath import Breath
from nowwhat.widgets.letters import Letters

SIZES = ((60, 20), (80, 24), (120, 40))
STEPS = [step.id for step in gathering().steps if step.id != "stayed"]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_each_word_of_each_step_is_seen(inside: Inside, size: tuple[int, int]) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        for step in STEPS:
            await guest.press("space")
            assert walking.walk.shown == step
            face = face_of(walking.script.step(step), walking.script, WALK)
            words = [face.whom, face.scale, face.hint, *(w for door in face.doors for w in door)]
            if face.ask:
                large = shown_large(guest)
                assert guest.sees(face.ask) or large in drawn(face.ask, guest.screen.size.width - 9)
                words += face.says
            for text in words:
                assert all(guest.sees(line) for line in text.split("\n")), (step, text)
            if step == "breathe":
                await guest.press("space")

    project(inside, living, size=size)


def test_a_first_word_that_is_large_is_not_said_again(inside: Inside) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press("space")
        assert shown_large(guest) in drawn("Welcome.", 71)
        assert guest.sees("This is no therapy, and nobody has to speak.")
        assert not guest.sees("Welcome.")

    project(inside, living)


@pytest.mark.parametrize("key", ["space", "right", "enter", "pagedown", "down", "n"])
def test_what_a_hand_or_a_clicker_sends_goes_on(inside: Inside, key: str) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press(key, key)
        assert walking.walk.shown == "insight"
        await guest.press({"down": "up", "pagedown": "pageup"}.get(key, "left"))
        assert walking.walk.shown == "welcome"

    project(inside, living)


def test_the_start_button_of_a_clicker_begins_and_its_other_one_does_no_harm(
    inside: Inside,
) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press("f5")
        assert walking.walk.shown == "welcome"
        await guest.press("f5", "escape")
        assert walking.walk.shown == "welcome"
        assert guest.place == "Projector"

    project(inside, living)


@pytest.mark.parametrize("key", ["b", "full_stop", "f8"])
@pytest.mark.parametrize("again", ["b", "space", "pagedown", "escape"])
def test_a_blank_screen_shows_nothing_until_a_key(inside: Inside, key: str, again: str) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press("space", key)
        assert "".join(guest.rows).strip() == ""
        await guest.press(again)
        assert guest.sees("This is no therapy")
        assert walking.walk.shown == "welcome"

    project(inside, living)


def test_a_blank_screen_is_blank_also_over_care_and_comes_back_to_it(inside: Inside) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press("f2")
        assert guest.place == "Care"
        await guest.press("f8")
        assert "".join(guest.rows).strip() == ""
        await guest.press("b")
        assert guest.place == "Care"
        await guest.press("escape")
        assert guest.place == "Projector"

    project(inside, living)


@pytest.mark.usefixtures("timers")
def test_the_time_runs_by_the_clock_stops_and_is_extended(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        def told() -> str:
            return guest.screen.query_one("#walk-time", Digits).value

        await guest.press("space")
        assert told() == "3:00"
        await timers.advance(61.5)
        assert told() == "1:59"
        await guest.press("plus")
        assert told() == "2:59"
        await guest.press("p")
        await timers.advance(30)
        assert told() == "2:59"
        assert guest.sees(WALK.paused)
        await guest.press("p")
        await timers.advance(400)
        assert told() == "0:00"
        await guest.press("equals_sign", "minus")
        assert told() == "0:00"
        assert walking.walk.shown == "welcome", "nothing goes on by itself"

    project(inside, living)


def test_hands_are_typed_shown_mended_and_kept_for_the_end(inside: Inside) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press(*["space"] * 4, "h", "1", "2", "3", "backspace")
        assert guest.sees(WALK.hands_typed.partition("{")[0] + "12")
        await guest.press("enter")
        assert guest.sees("12 hands")
        await guest.press("h", "4", "escape")
        assert guest.sees("12 hands")
        await guest.press("7")
        assert walking.walk.hands == (Show("pause", 12),)
        await guest.press(*["space"] * 8)
        assert walking.walk.pace.over
        assert guest.sees("12  Would you like a pause?")
        await guest.press("q")

    parting = project(inside, living)
    assert parting is not None
    assert parting.status == 0
    assert any("12" in line and "Would you like a pause?" in line for line in parting.lines)


def test_a_number_that_is_typed_is_given_by_any_key_that_goes_on(inside: Inside) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press("space", "h", "9", "pagedown")
        assert walking.walk.counted == 9
        assert walking.walk.shown == "welcome"

    project(inside, living)


@pytest.mark.usefixtures("timers")
def test_the_room_breathes_by_the_clock_and_holds(inside: Inside, timers: Timers) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        def word() -> str:
            return str(guest.screen.query_one("#together-word", Letters).content)

        await guest.press(*["space"] * 6)
        assert walking.walk.breathing is not None
        disc = guest.screen.query_one(Breath)
        assert disc.size.height >= 13
        assert disc.size.width == 2 * disc.size.height
        assert word() in drawn("In", 80)
        await timers.advance(4.5)
        assert word() in drawn("Out", 80)
        await guest.press("p")
        await timers.advance(60)
        assert word() in drawn("Out", 80)
        walking.ask(Proceed())
        await guest.settle()
        await timers.advance(6)
        assert word() in drawn("In", 80)
        await timers.advance(60)
        assert word() in drawn(WALK.breath_over, 71)
        assert walking.walk.shown == "breathe", "nothing goes on by itself"
        await guest.press("space")
        assert walking.walk.shown == "door"
        assert not disc.is_on_screen

    project(inside, living, terminal=Terminal())


def test_less_motion_is_words_and_seconds(inside: Inside) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press(*["space"] * 6)
        assert str(guest.screen.query_one("#together-word", Letters).content) in drawn("In 4", 80)
        assert not guest.screen.query_one(Breath).display

    project(inside, living)


def test_leaving_in_the_middle_is_said_twice(inside: Inside) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press("space", "q")
        assert guest.sees(WALK.leave_sure)
        await guest.press("space")
        assert not guest.sees(WALK.leave_sure)
        await guest.press("q")
        assert guest.place == "Projector"
        await guest.press("q")

    parting = project(inside, living)
    assert parting is not None
    assert parting.status == 0
    assert parting.lines


def test_on_the_projector_no_note_is_ever_drawn(inside: Inside) -> None:
    notes = [line for step in gathering().steps for line in step.notes.split("\n") if line]
    assert len(notes) > 9

    async def living(guest: Guest, walking: Walking) -> None:
        while not walking.walk.pace.over:
            await guest.press("space")
            for note in notes:
                assert not guest.sees(note.split(".")[0]), note

    project(inside, living, size=(120, 40))


def test_it_is_set_anew_for_another_size(inside: Inside) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press("space", "space")
        before = shown_large(guest)
        await guest.resize(120, 40)
        assert shown_large(guest) != before or before in drawn("What have you understood?", 100)
        await guest.resize(50, 15)
        assert not guest.sees("A sentence or two")
        await guest.resize(60, 20)
        assert guest.sees("A sentence or two, on your paper.")

    project(inside, living)


def test_what_is_not_in_view_yet_is_not_passed_over(inside: Inside) -> None:
    first, *others = gathering().steps
    long = replace(first, says=tuple(f"Paragraph {n}." for n in range(14)))

    async def living(guest: Guest, walking: Walking) -> None:
        await guest.press("space")
        assert not guest.sees("Paragraph 13.")
        await guest.press("space")
        assert guest.sees("Paragraph 13.")
        assert walking.walk.shown == "welcome"
        await guest.press("space")
        assert walking.walk.shown == "insight"
        assert guest.sees("Begin where you are.")

    project(inside, living, script=replace(gathering(), steps=(long, *others)))
