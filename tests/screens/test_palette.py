"""The command palette: everything by name, and each command works."""

import pytest
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.living import HOME, Guest, at, live, preferred

KEYS = WORDS.keys
THERE = {
    KEYS.keys: "Help",
    KEYS.care: "Care",
}


async def run(guest: Guest, command: str) -> None:
    """Find a command by its words, and take it."""
    await guest.press("f5")
    assert guest.place == "Palette"
    await guest.type("".join(c for c in command if c.isalnum() or c == " "))
    for _ in range(20):
        await guest.settle()
        if guest.sees(command):
            break
    await guest.press("enter")
    if guest.place == "Palette":
        await guest.press("enter")
    for _ in range(6):
        await guest.settle()


def test_it_opens_once_whatever_was_opened_from_it(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("f5", "f2", "f5")
        assert guest.place == "Care"
        await guest.press("escape")
        assert guest.place == "Palette"

    live(inside, HOME, living)


@pytest.mark.parametrize("command", THERE)
def test_what_opens_a_screen_opens_it(inside: Inside, command: str) -> None:
    async def living(guest: Guest) -> None:
        await run(guest, command)
        assert guest.place == THERE[command]

    live(inside, HOME, living)


def test_back_goes_back(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await run(guest, KEYS.back)
        assert guest.step == "insight"

    at(inside, "discomfort", living)


def test_slower_opens_the_full_form(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await run(guest, KEYS.slower)
        assert guest.sees(WORDS.plain.slower)
        await guest.press("f4")
        assert guest.sees(WORDS.plain.already_slow)

    at(inside, "door", living)


def test_leaving_quickly_leaves(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await run(guest, KEYS.leave_quickly)

    parting = at(inside, "door", living)
    assert parting is not None
    assert (parting.status, parting.lines) == (3, ())


def test_the_look_turns_and_is_kept(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await run(guest, KEYS.look)
        assert not guest.app.current_theme.dark

    live(inside, HOME, living)
    assert preferred(inside).look == "light"


def test_motion_turns_and_is_kept(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await run(guest, KEYS.motion)

    live(inside, HOME, living)
    assert preferred(inside).motion == "less"


def test_it_offers_nothing_that_is_not_ours(inside: Inside) -> None:
    ours = {KEYS.keys, KEYS.care, KEYS.leave_quickly, KEYS.look, KEYS.motion}

    async def living(guest: Guest) -> None:
        offered = {each.title for each in guest.app.get_system_commands(guest.screen)}
        assert offered == ours

    live(inside, HOME, living)
