"""Ways out: for now, for good, not after all, and quickly."""

import pytest
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.living import BRIDGE_IN, HOME, Guest, at, live
from tests.screens.quick import through

LEAVING = WORDS.leaving


def test_leaving_for_now_keeps_what_was_given_and_what_is_half_typed(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.type("I go qui")
        await guest.press("escape")
        assert guest.offered == [LEAVING.leave, LEAVING.set_down, LEAVING.stay]
        await guest.press("enter")

    parting = live(inside, BRIDGE_IN, living)
    assert parting is not None
    assert (parting.status, parting.lines) == (3, (WORDS.plain.left,))
    assert "I go qui" in inside.drafts()[0].read_text()


def test_setting_down_leaves_no_draft_and_nothing_to_be_asked_about(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("escape", "2", "enter")

    parting = at(inside, "door", living)
    assert parting is not None
    assert parting.lines == (WORDS.plain.set_down,)
    assert inside.drafts() == []


@pytest.mark.parametrize("keys", [["3", "enter"], ["escape"]])
def test_staying_changes_nothing(inside: Inside, keys: list[str]) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("escape", *keys)
        assert guest.step == "door"
        await guest.press("2", "enter")
        assert guest.step == "action"

    at(inside, "door", living)


def test_after_i_will_the_action_stands_and_nothing_is_set_down(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("escape")
        assert guest.offered == [LEAVING.leave, LEAVING.stay]
        assert guest.sees(LEAVING.committed)
        await guest.press("enter")

    parting = at(inside, "start", living)
    assert parting is not None
    assert (parting.status, parting.lines[0]) == (0, WORDS.plain.left_committed)
    assert len(inside.history()["actions"]) == 1


@pytest.mark.parametrize("step", ["discomfort", "door", "action", "commit", "start"])
def test_f8_leaves_from_each_step_without_a_word(inside: Inside, step: str) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("f8")

    parting = at(inside, step, living)
    assert parting is not None
    assert parting.lines == ()
    assert parting.status == (0 if step == "start" else 3)


def test_f8_blanks_the_screen_before_anything_else(inside: Inside) -> None:
    blank: list[bool] = []

    async def living(guest: Guest) -> None:
        await guest.type("I go qui")
        whole = guest.app.screen
        guest.app.action_leave_quickly()
        while guest.app.screen is whole:
            await through()
        blank.append(not "".join(guest.rows).strip())
        await guest.settle()

    live(inside, BRIDGE_IN, living)
    assert blank == [True]
    assert "I go qui" in inside.drafts()[0].read_text()


@pytest.mark.parametrize("before", [(), ("f2",), ("f1",), ("f5",), ("escape",)])
def test_f8_leaves_from_whatever_is_in_front(inside: Inside, before: tuple[str, ...]) -> None:
    async def living(guest: Guest) -> None:
        await guest.type("I go qui")
        await guest.press(*before, "f8")

    parting = live(inside, BRIDGE_IN, living)
    assert parting is not None
    assert parting.lines == ()
    assert "I go qui" in inside.drafts()[0].read_text()


def test_f8_at_home_leaves_nothing_open(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("f8")

    parting = live(inside, HOME, living)
    assert parting is not None
    assert parting.status == 0
