"""Look, size, mouse: what the terminal and the hand bring."""

import pytest
from tests.end_to_end.answers import BRIDGE
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.living import BRIDGE_IN, HOME, Guest, at, live, prefer, preferred

from nowwhat.app import Terminal

LARGER = WORDS.guard.larger.format(width=60, height=20)
FOOT = WORDS.footing


@pytest.mark.parametrize(
    ("terminal", "themes"),
    [
        (Terminal(), ["nowwhat-dark", "nowwhat-light", "nowwhat-dark"]),
        (Terminal(light=True), ["nowwhat-light", "nowwhat-dark", "nowwhat-light"]),
        (Terminal(few=True), ["nowwhat-16-dark", "nowwhat-16-light", "nowwhat-16-dark"]),
        (Terminal(none=True), ["nowwhat-no-colour"] * 3),
    ],
)
def test_f9_turns_dark_to_light_and_back(
    inside: Inside, terminal: Terminal, themes: list[str]
) -> None:
    async def living(guest: Guest) -> None:
        seen = [guest.app.theme]
        for _ in range(2):
            await guest.press("f9")
            seen.append(guest.app.theme)
        assert seen == themes

    live(inside, HOME, living, terminal=terminal)


def test_the_look_is_remembered(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("f9")

    live(inside, HOME, living)
    assert preferred(inside).look == "light"

    async def again(guest: Guest) -> None:
        assert guest.app.theme == "nowwhat-light"

    live(inside, HOME, again)


@pytest.mark.parametrize("size", [(59, 24), (80, 19), (5, 2), (1, 1)], ids=str)
def test_a_terminal_that_is_too_small_says_so_and_recovers(
    inside: Inside, size: tuple[int, int]
) -> None:
    async def living(guest: Guest) -> None:
        await guest.type("I go")
        await guest.resize(*size)
        if size[0] > 20:
            assert guest.sees(LARGER)
        assert not guest.sees("I go")
        await guest.resize(60, 20)
        assert not guest.sees(LARGER)
        assert guest.sees("I go")
        await guest.type(" on")
        await guest.press("enter")
        assert guest.step == "discomfort"

    live(inside, BRIDGE_IN, living)


def test_the_smallest_size_has_everything(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        for words in (FOOT.keys, FOOT.care, FOOT.leave_quickly, FOOT.leave, FOOT.back):
            assert words in guest.foot
        assert guest.sees(WORDS.stage.rate)

    at(inside, "discomfort", living, size=(60, 20))


@pytest.mark.parametrize(("words", "place"), [("F1", "Help"), ("F2", "Care"), ("Esc", "Question")])
def test_a_click_at_the_foot_does_what_its_key_does(inside: Inside, words: str, place: str) -> None:
    async def living(guest: Guest) -> None:
        await guest.click(words)
        assert guest.place == place

    at(inside, "door", living)


def test_a_click_goes_back_one_question(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.click("F3")
        assert guest.step == "insight"

    at(inside, "discomfort", living)


def test_a_click_leaves_quickly(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.click("F8")

    parting = at(inside, "door", living)
    assert parting is not None
    assert (parting.status, parting.lines) == (3, ())


def test_clicks_pause_and_leave_the_breath(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("1", "enter")
        await guest.click("Space")
        assert guest.sees(WORDS.pace.paused)
        await guest.click("Space")
        assert not guest.sees(WORDS.pace.paused)
        await guest.click("Esc")
        assert guest.step == "after"

    at(inside, "breathe", living)


def test_a_click_on_nothing_takes_the_keys_from_nothing(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        had = guest.focused
        for offset in ((0, 0), (79, 12), (40, 22)):
            await guest.pilot.click(offset=offset)
        await guest.press("tab", "7", "enter")
        assert had is not None
        assert guest.step != "discomfort"

    at(inside, "discomfort", living)


def test_a_clicked_value_of_the_form_turns(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.click(WORDS.first_run.motion_full)
        assert guest.sees(WORDS.first_run.motion_less)

    live(inside, HOME, living, first=True)


def test_the_ledger_scrolls_by_keys_and_begins_at_the_latest(inside: Inside) -> None:
    for number in range(9):
        inside.run("park", f"thought {number}, " + "and another one " * 15)

    async def living(guest: Guest) -> None:
        await guest.choose(WORDS.front.ledger)
        latest = guest.rows
        await guest.press("down")
        assert guest.rows != latest
        await guest.press("end")
        last = guest.rows
        await guest.press("home")
        assert guest.rows != last

    live(inside, HOME, living)


def test_less_motion_holds_for_the_breath(inside: Inside) -> None:
    prefer(inside, motion="less", breath="helps")

    async def living(guest: Guest) -> None:
        await guest.press("1", "enter")
        assert guest.sees("In")
        assert not set("▅▆▇█") & set("".join(guest.rows[:-4]))

    at(inside, "breathe", living, terminal=Terminal(), answers=_later())


def test_no_animations_in_the_environment_hold_for_the_breath(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.choose(WORDS.front.breathe)
        await guest.press("1", "enter")
        assert guest.sees("In")
        assert not set("▅▆▇█") & set("".join(guest.rows))

    live(
        inside,
        HOME,
        living,
        terminal=Terminal(),
        prepare=lambda app: setattr(app, "animation_level", "none"),
    )


def _later() -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in BRIDGE if pair[0] != "breath_helps")
