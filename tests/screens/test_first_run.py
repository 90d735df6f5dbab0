"""The first run: what this is, and a few choices, each of which is kept."""

import msgspec
import pytest
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS
from tests.screens.living import HOME, STILL, Guest, live, preferred

from nowwhat.app import Terminal
from nowwhat.settings.preferences import Preferences

SAID = WORDS.first_run
CODES = [country.code for country in PACK.care.country]
BY_I = next(country.code for country in PACK.care.country if country.name.startswith("I"))
UNTOUCHED = Preferences(seen=True)


def first(inside: Inside, *keys: str, terminal: Terminal = STILL) -> Preferences:
    """Press keys on the first-run screen and begin; give what was kept."""

    async def living(guest: Guest) -> None:
        assert guest.place == "FirstRun"
        await guest.press(*keys)
        await guest.choose(SAID.begin)
        assert guest.place == "Home"

    live(inside, HOME, living, first=True, terminal=terminal)
    return preferred(inside)


def test_it_says_what_this_is_and_is_not_and_who_can_read_it(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        for words in (*SAID.about, SAID.country, SAID.breath, SAID.motion, SAID.person):
            assert guest.sees(words), words
        before, _, after = SAID.where.partition("{folder}")
        assert guest.sees(before)
        assert guest.sees(after.partition(".")[2])
        assert str(inside.folder) in "".join(row.strip() for row in guest.rows)

    live(inside, HOME, living, first=True, size=(80, 30))


def test_enter_alone_begins_and_chooses_nothing(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("enter")
        assert guest.place == "Home"

    live(inside, HOME, living, first=True)
    assert preferred(inside) == UNTOUCHED


def test_it_is_not_shown_again(inside: Inside) -> None:
    first(inside)

    async def living(guest: Guest) -> None:
        assert guest.place == "Home"

    live(inside, HOME, living, first=True)


def test_escape_leaves_and_it_is_shown_again(inside: Inside) -> None:
    async def leaving(guest: Guest) -> None:
        await guest.press("right", "escape")

    live(inside, HOME, leaving, first=True)
    assert preferred(inside) == Preferences()

    async def again(guest: Guest) -> None:
        assert guest.place == "FirstRun"

    live(inside, HOME, again, first=True)


UP_TO = {"person": 1, "motion": 2, "breath": 3, "country": 4}


@pytest.mark.parametrize(
    ("field", "keys", "kept"),
    [
        ("country", ["i"], {"country": BY_I}),
        ("country", ["right"], {"country": CODES[0]}),
        ("breath", ["right"], {"breath": "helps"}),
        ("breath", ["right", "right"], {"breath": "worse"}),
        ("breath", ["left"], {"breath": "unsure"}),
        ("motion", ["right"], {"motion": "less"}),
        ("motion", ["space", "space"], {}),
        ("person", list("Ann"), {"person": "Ann"}),
    ],
)
def test_each_choice_is_kept(
    inside: Inside, field: str, keys: list[str], kept: dict[str, str]
) -> None:
    preferences = first(inside, *["up"] * UP_TO[field], *keys)
    assert preferences == msgspec.convert({"seen": True, **kept}, Preferences)


def test_tab_goes_around_the_fields(inside: Inside) -> None:
    preferences = first(inside, "tab", "tab", "right")
    assert preferences == Preferences(seen=True, breath="helps")


def test_the_country_is_guessed_and_may_be_changed(inside: Inside) -> None:
    guessing = Terminal(still=True, country=lambda: "DE")
    assert first(inside, terminal=guessing).country == "DE"


def test_a_guess_may_be_taken_back(inside: Inside) -> None:
    guessing = Terminal(still=True, country=lambda: "DE")

    async def living(guest: Guest) -> None:
        await guest.press(*["up"] * 4)
        await guest.press(*["left"] * (1 + CODES.index("DE")))
        assert guest.sees(SAID.country_none)
        await guest.choose(SAID.begin)

    live(inside, HOME, living, first=True, terminal=guessing)
    assert preferred(inside).country == ""


def test_a_country_without_numbers_is_not_guessed(inside: Inside) -> None:
    assert first(inside, terminal=Terminal(still=True, country=lambda: "AQ")).country == ""


def test_the_person_is_named_with_the_numbers(inside: Inside) -> None:
    first(inside, "up", *"Ann")

    async def living(guest: Guest) -> None:
        await guest.press("f2")
        assert guest.place == "Care"
        assert guest.sees("Ann")

    live(inside, HOME, living)


def test_care_is_there_before_anything_is_chosen(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("f2")
        assert guest.place == "Care"
        await guest.press("escape")
        assert guest.place == "FirstRun"

    live(inside, HOME, living, first=True)
