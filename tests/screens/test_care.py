"""People and numbers: one key away everywhere, and first where a call for help is heard."""

from collections.abc import Awaitable, Callable

import pytest
from tests.end_to_end.answers import BRIDGE, BRIDGE_FULL, Answers, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS
from tests.screens.living import BRIDGE_IN, HOME, Guest, at, live, preferred

CALL = "i want to kill myself"
SAID, REFUGE = PACK.care.words, WORDS.refuge
HEARD = [SAID.carry_on, REFUGE.ground, REFUGE.country, SAID.set_down, SAID.leave, SAID.misread]


def called(inside: Inside, living: Callable[[Guest], Awaitable[None]]) -> object:
    """Call for help in the note, and live on from there."""

    async def there(guest: Guest) -> None:
        await guest.write(CALL)
        assert guest.place == "Care"
        await living(guest)

    return live(inside, BRIDGE_IN, there)


@pytest.mark.parametrize(
    ("step", "answers", "args"),
    [
        ("insight", BRIDGE, ()),
        ("action", BRIDGE, ()),
        ("when", BRIDGE, ()),
        ("obstacle", BRIDGE, ()),
        ("response", BRIDGE, ()),
        ("idea_one", BRIDGE_FULL, ("--full",)),
        ("feared", BRIDGE_FULL, ("--full",)),
    ],
)
def test_a_call_is_heard_in_every_field(
    inside: Inside, step: str, answers: Answers, args: tuple[str, ...]
) -> None:
    async def living(guest: Guest) -> None:
        await guest.write(CALL)
        assert guest.place == "Care"
        assert guest.sees(SAID.opening)
        assert guest.offered == HEARD

    if step == "insight":
        live(inside, BRIDGE_IN, living)
    else:
        at(inside, step, living, answers=answers, args=args)


def test_a_call_is_heard_in_the_check_in_too(inside: Inside) -> None:
    inside.session(typed=lines_of(BRIDGE))

    async def living(guest: Guest) -> None:
        await guest.press("3", "enter")
        assert guest.step == "got_in_way"
        await guest.write(CALL)
        assert guest.offered == HEARD

    live(inside, BRIDGE_IN, living)


def test_carrying_on_leads_to_something_small_and_harmless(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        assert not set(guest.offered) & set(PACK.care.harmless)
        await guest.write(CALL)
        await guest.press("1", "enter")
        assert guest.step == "action"
        assert not guest.sees(CALL)
        assert set(guest.offered) & set(PACK.care.harmless)
        await guest.write("more courage")
        assert guest.step == "action"
        assert guest.sees("more courage"), "the coach still asks about another line"
        assert not set(guest.offered) & set(PACK.care.harmless)

    at(inside, "action", living)


@pytest.mark.parametrize("step", ["insight", "when"])
def test_carrying_on_elsewhere_goes_on_with_the_session(inside: Inside, step: str) -> None:
    async def living(guest: Guest) -> None:
        await guest.write(CALL)
        await guest.press("1", "enter")
        assert guest.step == {"insight": "discomfort", "when": "when"}[step]
        assert not guest.sees(CALL)

    if step == "insight":
        live(inside, BRIDGE_IN, living)
    else:
        at(inside, step, living)


def test_setting_down_puts_it_away_for_good(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.choose(SAID.set_down)

    called(inside, living)
    assert inside.drafts() == []
    assert inside.history()["actions"] == []


def test_leaving_keeps_it(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.choose(SAID.leave)

    parting = called(inside, living)
    assert getattr(parting, "status", None) == 3
    assert len(inside.drafts()) == 1


def test_a_misreading_goes_on_where_one_was(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.choose(SAID.misread)
        assert guest.place == "SessionScreen"
        assert guest.step
        assert guest.sees(SAID.misread_said)

    called(inside, living)


def test_a_grounding_leads_back_to_the_numbers(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.choose(REFUGE.ground)
        assert guest.place == "Breathe"
        assert guest.sees(PACK.pattern("grounding").title)
        await guest.press("escape")
        assert guest.place == "Care"

    called(inside, living)


def test_another_country_shows_its_numbers_and_is_kept(inside: Inside) -> None:
    country = PACK.care.country[3]

    async def living(guest: Guest) -> None:
        await guest.press("f2")
        await guest.choose(REFUGE.country)
        await guest.choose(country.name)
        assert guest.place == "Care"
        assert guest.sees(f"{country.name}:")
        assert any(line.number in row for line in country.line for row in guest.rows)

    live(inside, HOME, living)
    assert preferred(inside).country == country.code


def test_asked_for_on_a_step_it_leads_back_with_what_was_typed(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.type("I go qui")
        await guest.press("f2")
        assert guest.offered[0] == REFUGE.back
        await guest.press("escape")
        assert guest.step == "insight"
        assert guest.sees("I go qui")
        await guest.type("et")
        assert guest.sees("I go quiet")

    live(inside, BRIDGE_IN, living)


def test_a_second_press_opens_nothing_twice(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("f2", "f2", "escape")
        assert guest.place == "Home"

    live(inside, HOME, living)
