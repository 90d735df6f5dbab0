"""The screen that a room shares and the notes of who leads: keys, and what is seen of them."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from msgspec.structs import replace
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.group.gathering import gathering
from tests.screens.focusing import Frame
from tests.screens.living import Guest
from tests.screens.looking import SHAPE, TEXT, cells_of
from tests.screens.quick import Timers
from tests.screens.sitting_down import desk_of
from textual.widgets import Digits

from nowwhat.app import Entrance, NowWhat, Parting, Terminal
from nowwhat.group.pace import Proceed
from nowwhat.group.walk import Next, Show, begin
from nowwhat.group.walking import Walking
from nowwhat.screens.group.page import Page, Room, lay_out
from nowwhat.session.script import Script
from nowwhat.sitting.showing import Face, face_of
from nowwhat.widgets.breath import Breath
from nowwhat.widgets.letters import GLYPHS, Letters, draw, lines_of

WALK, NOTES = WORDS.walk, WORDS.walk_notes
SIZES = ((60, 20), (80, 24), (120, 40))
STEPS = [step.id for step in gathering().steps if step.id != "stayed"]
Live = Callable[[Guest, Walking], Awaitable[None]]


def project(
    inside: Inside,
    living: Live,
    *,
    notes: bool = False,
    size: tuple[int, int] = (80, 24),
    terminal: Terminal | None = None,
    script: Script | None = None,
) -> Parting | None:
    """Show a walk, or its notes, and let somebody be there."""

    async def go() -> Parting | None:
        led = script or gathering()
        walking = Walking(led, begin(led), inside.clock.elapsed)
        entrance = Entrance("notes" if notes else "walk", script="group")
        app = NowWhat(
            desk_of(inside), entrance, terminal=terminal or Terminal(still=True), led=walking
        )
        async with app.run_test(size=size) as pilot:
            guest = Guest(app, pilot)
            await guest.settle()
            await living(guest, walking)
        assert not app.failed, app.sentence
        return app.return_value

    return asyncio.run(go())


def shown_large(guest: Guest) -> str:
    """What is drawn in large letters; empty where nothing is."""
    letters = guest.screen.query_one("#walk-ask", Letters)
    return str(letters.content) if letters.has_class("-large") else ""


def drawn(text: str, width: int) -> set[str]:
    """The ways in which a text is drawn large."""
    found = set()
    for size in ("wide", "narrow"):
        lines = lines_of(text, width, size)
        if lines:
            found.add("\n\n".join("\n".join(draw(line, size)) for line in lines))
    return found


# The screen of the room


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
        await guest.press(*["space"] * 7)
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


# The notes


def test_notes_say_what_is_to_say_what_is_shown_and_what_comes(inside: Inside) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        assert guest.sees(NOTES.before)
        await guest.press("space")
        assert guest.sees("Ask nobody to explain why they came.")
        assert guest.sees(f"{NOTES.on_screen} Welcome. This is no therapy")
        assert guest.sees("1 of 6: Welcome, and whether it suits")
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


# Both


@pytest.mark.parametrize("notes", [False, True], ids=["projector", "notes"])
@pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])
def test_everything_drawn_stands_out(inside: Inside, notes: bool, light: bool) -> None:
    frames: list[Frame] = []

    async def living(guest: Guest, walking: Walking) -> None:
        while not walking.walk.pace.over:
            if walking.walk.breathing is None:  # an empty disc is seen by its word and its fill
                frames.append(cells_of(guest.strips))
            await guest.press("space")
        frames.append(cells_of(guest.strips))

    project(inside, living, notes=notes, terminal=Terminal(light=light))
    cells = [cell for frame in frames for row in frame for cell in row if not cell.char.isspace()]
    assert len(cells) > 1000
    assert [c for c in cells if c.contrast < (SHAPE if c.is_shape else TEXT)] == []


@pytest.mark.parametrize("notes", [False, True], ids=["projector", "notes"])
def test_f1_tells_the_keys_and_every_binding_has_a_name(inside: Inside, notes: bool) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        place = guest.screen
        assert all(getattr(b, "id", "") for cls in type(place).__mro__ for b in _bindings(cls))
        for words in (WORDS.footing.care, WALK.next, WALK.back, WALK.blank):
            assert words in guest.foot
        await guest.resize(60, 20)
        last = WORDS.footing.leave_quickly if notes else WALK.blank
        assert guest.foot.rstrip().endswith(last)
        await guest.press("f1")
        assert guest.sees(WALK.key_hands)
        assert guest.sees(NOTES.key_leave if notes else WALK.key_leave)
        assert guest.sees(WORDS.keys.leave_quickly) == notes
        await guest.press("escape")
        assert guest.screen is place

    project(inside, living, notes=notes)


def _bindings(cls: type) -> list[object]:
    return list(cls.__dict__.get("BINDINGS", [])) if cls.__module__.startswith("nowwhat") else []


# How it is set


def test_a_page_is_as_large_as_there_is_room() -> None:
    face = Face(ask="What have you understood?", hint="A sentence.")
    sizes = [lay_out(face, Room(72, rows)).size for rows in (30, 11, 6, 3, 1)]
    assert sizes == ["wide", "wide", "narrow", "small", "small"]


def test_what_no_letter_can_draw_is_written() -> None:
    page = lay_out(Face(ask="Что вы поняли?"), Room(100, 40))
    assert page == Page("", "", "Что вы поняли?", "small", (), airy=True, after="", hint="")


@pytest.mark.parametrize("letter", GLYPHS)
def test_each_letter_is_drawn_within_its_lines(letter: str) -> None:
    top, rows = GLYPHS[letter]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert set("".join(rows)) <= {"#", "."}
    assert top >= 0
    assert top + len(rows) <= 8
    assert "#" in "".join(rows)


def test_no_two_letters_look_alike() -> None:
    alike: dict[object, list[str]] = {}
    for letter, looks in GLYPHS.items():
        alike.setdefault(looks, []).append(letter)
    found = {"".join(letters) for letters in alike.values() if len(letters) > 1}
    assert found == {"'\N{RIGHT SINGLE QUOTATION MARK}"}
