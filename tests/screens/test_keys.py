"""Keys: the help of each screen, its foot, ids of all bindings, and keys that arrive everywhere."""

import pytest
from tests.end_to_end.answers import ACTION, INSIGHT, WHEN
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.everywhere import walk
from tests.screens.living import HOME, Guest, live
from textual.binding import Binding

FOOT, KEYS = WORDS.footing, WORDS.keys
OURS = ("nowwhat.",)
NOT_EVERYWHERE = {"ctrl+enter", "ctrl+s", "ctrl+j", "ctrl+o"}
BARE = {"Blank", "Palette"}
"""Screens that have no foot: one shows nothing, one is Textual's own."""


def own_bindings(guest: Guest) -> list[Binding]:
    """Bindings that our own screens and widgets declare."""
    nodes = [guest.app, guest.screen, *guest.screen.walk_children()]
    classes = {cls for node in nodes for cls in type(node).__mro__}
    found = []
    for cls in classes:
        if cls.__module__.startswith(OURS):
            declared = cls.__dict__.get("BINDINGS", [])
            found += [Binding(*each) if isinstance(each, tuple) else each for each in declared]
    return found


TOLD = (
    ("SessionScreen insight", KEYS.give_words),
    ("SessionScreen discomfort", KEYS.rate_arrows),
    ("SessionScreen breathe", KEYS.length),
    ("SessionScreen door", KEYS.digit),
    ("SessionScreen door", KEYS.slower),
    ("SessionScreen commit", KEYS.take),
    ("SessionScreen do", KEYS.take),
    ("SessionScreen card", KEYS.take),
    ("Breathe ", KEYS.count),
    ("FirstRun ", KEYS.turn),
    ("Care ", KEYS.scroll),
    ("Home ", KEYS.take),
    ("Ledger ", KEYS.go_back),
    ("Writing ", KEYS.give_words),
    ("Question ", KEYS.digit),
)
"""Of each screen, one thing that its help tells."""

LOOKED_AT = {place for place, _ in TOLD}


@pytest.mark.usefixtures("timers")
def test_feet_name_care_and_leaving_bindings_have_ids_and_f1_tells_the_keys(
    inside: Inside,
) -> None:
    told: dict[str, str] = {}

    async def living(guest: Guest) -> None:
        async def see(name: str) -> None:
            place, step = guest.place, guest.step
            for binding in own_bindings(guest):
                assert binding.id, (name, binding.key)
                assert not set(binding.key.split(",")) & NOT_EVERYWHERE, binding.key
            if place not in BARE and name != "too small":
                for words in (f"F2 {FOOT.care}", f"F8 {FOOT.leave_quickly}", "F1"):
                    assert words in guest.foot, name
            if f"{place} {step}" in LOOKED_AT - set(told):
                await guest.press("f1")
                assert guest.place == "Help", name
                told[f"{place} {step}"] = "\n".join(guest.rows)
                for words in (KEYS.title, KEYS.care, KEYS.leave_quickly):
                    assert guest.sees(words), name
                await guest.press("f1")
                assert (guest.place, guest.step) == (place, step)

        await walk(guest, see)

    live(inside, HOME, living, first=True, size=(80, 40))
    for place, words in TOLD:
        assert words in told[place], (place, words)


SIMPLE = {"up", "down", "left", "right", "enter", "escape", "tab", "f2", "f8"}


def test_letters_digits_arrows_enter_escape_and_tab_suffice(inside: Inside) -> None:
    """A whole life at the screen: first run, session to the card, check-in, ledger, leaving."""
    pressed: list[str] = []

    async def press(guest: Guest, *keys: str) -> None:
        assert all(key in SIMPLE or len(key) == 1 or key == "space" for key in keys)
        pressed.extend(keys)
        await guest.press(*keys)

    async def write(guest: Guest, text: str) -> None:
        await press(guest, *("space" if c == " " else c for c in text), "enter")

    async def first(guest: Guest) -> None:
        await press(guest, "tab", "i", "down", "right", "down", "right", "down", *"Ann", "down")
        await press(guest, "enter")
        await press(guest, "f2")
        assert guest.place == "Care"
        await press(guest, "escape", "1", "enter")
        await write(guest, INSIGHT)
        await press(guest, "1", "0", "enter")
        while guest.step != "pause":
            await press(guest, "enter")
        await press(guest, "1", "enter", "enter", "space", "space", "right", "left", "c", "escape")
        await press(guest, "4", "enter")
        while guest.step != "action":
            await press(guest, "2", "enter")
        await press(guest, "down", "down", "up", "up")
        await write(guest, ACTION)
        await press(guest, "1", "enter")
        await write(guest, WHEN)
        await press(guest, "enter")
        assert guest.step == "commit"
        await press(guest, "enter", "2", "enter")
        assert guest.step == "card"
        await press(guest, "2", "enter", "1", "enter")

    parting = live(inside, HOME, first, first=True)
    assert parting is not None
    assert parting.status == 0
    assert [each["text"] for each in inside.history()["actions"]] == [ACTION]

    async def second(guest: Guest) -> None:
        assert guest.sees(ACTION)
        await press(guest, "8", "enter")
        assert guest.place == "Ledger"
        await press(guest, "escape", "1", "enter", "1", "enter")
        while guest.step == "outcome":
            await press(guest, "enter")
        await press(guest, "2", "enter")
        await write(guest, "I can stay")
        await press(guest, "escape", "down", "enter")

    live(inside, HOME, second)
    assert [each["outcome"] for each in inside.history()["checkins"]] == ["done"]
    assert inside.drafts() == []
    assert not [key for key in pressed if key.startswith(("ctrl", "shift", "alt"))]
