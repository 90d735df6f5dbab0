"""The doors and their starters, with one fault each."""

import pytest
from tests.packs.breaking import Case, door, of, pattern, setting, starters, without
from tests.packs.folder import ASKED_ABOUT, HEARD, REFUSED, Folder

CASES = [
    Case(
        "too few starters",
        "actions.toml",
        door("joy", starters(lambda all_: all_[:7])),
        "joy: starters: at least 8, all different",
    ),
    Case(
        "one starter twice",
        "actions.toml",
        door("joy", starters(lambda all_: [*all_, all_[0]])),
        "joy: starters: at least 8, all different",
    ),
    Case(
        "a starter that the coach refuses",
        "actions.toml",
        door("joy", starters(lambda all_: [*all_, f"{REFUSED} a lot"])),
        "joy: starters: one concrete, safe action, not 'grumble a lot' (no_behaviour)",
    ),
    Case(
        "a starter that is not safe",
        "actions.toml",
        door("joy", starters(lambda all_: [*all_, ASKED_ABOUT])),
        "joy: starters: one concrete, safe action, not 'halve the tablets' (dose)",
    ),
    Case(
        "a starter that opens care",
        "actions.toml",
        door("joy", starters(lambda all_: [*all_, f"{HEARD} tonight"])),
        "joy: starters: nothing that calls for help, not 'vanish tonight'",
    ),
    Case(
        "a starter too long for its line",
        "actions.toml",
        door("joy", starters(lambda all_: [*all_, "walk " * 101])),
        "joy: starters: at most 500 characters: 'walk walk walk walk walk walk walk walk '",
    ),
    Case(
        "starters for the door of one's own",
        "actions.toml",
        door("again", setting("starters", ["Walk"])),
        "again: starters: none: they are the person's own earlier actions",
    ),
    Case(
        "one door twice",
        "actions.toml",
        lambda table: table["door"].append(dict(table["door"][-1])),
        "night: id: an id of its own; another door has it",
    ),
    Case(
        "a door without a title",
        "actions.toml",
        door("joy", setting("title", "")),
        "joy: title: words, not nothing",
    ),
    Case(
        "a missing key of a door",
        "actions.toml",
        of("door", without("hint"), 4),
        "door[5].hint: this key, which is missing",
    ),
    Case(
        "a control character",
        "actions.toml",
        door("joy", setting("hint", "Sing\x07.")),
        "door[5].hint: text without control characters (U+0007)",
    ),
    Case(
        "a change of direction",
        "breathing.toml",
        pattern("box", setting("title", "\u202eBox")),
        "pattern[4].title: text without control characters (U+202E)",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_the_doors_is_reported_where_it_stands(folder: Folder, case: Case) -> None:
    case.is_reported(folder)
