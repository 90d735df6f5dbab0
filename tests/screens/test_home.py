"""Home: what is open, what waits, and each thing that one may do there."""

import pytest
from tests.end_to_end.answers import ACTION, BRIDGE, INSIGHT, TWO_MINUTES, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS, question
from tests.screens.living import HOME, Guest, at_night, leave_at, live

from nowwhat.session.breathing import Pattern

FRONT = WORDS.front


def finish(inside: Inside) -> None:
    assert inside.session(typed=lines_of(BRIDGE)).status == 0


def test_a_new_home_offers_everything_and_shows_nothing_open(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        assert guest.sees(FRONT.motto)
        assert guest.offered == [
            FRONT.session, FRONT.full, FRONT.two_minutes, FRONT.rep, FRONT.stuck,
            FRONT.breathe, FRONT.park, FRONT.ledger,
        ]  # fmt: skip
        assert guest.marked == FRONT.session
        assert not guest.sees(FRONT.open_one)

    live(inside, HOME, living)


def test_the_open_action_is_shown_and_accounted_for_first(inside: Inside) -> None:
    finish(inside)

    async def living(guest: Guest) -> None:
        assert guest.sees(FRONT.open_one)
        assert guest.sees(ACTION)
        assert FRONT.session not in guest.offered
        await guest.choose(FRONT.check_in)
        assert guest.step == "outcome"

    live(inside, HOME, living)


def test_several_open_actions_are_counted(inside: Inside) -> None:
    finish(inside)
    inside.session("two-minutes", typed=lines_of(TWO_MINUTES))

    async def living(guest: Guest) -> None:
        assert guest.sees(FRONT.open_more.format(count=2))
        assert guest.sees(ACTION)
        assert guest.sees("Drink a glass of water")

    live(inside, HOME, living)


def test_what_waits_is_gone_on_with_by_enter_alone(inside: Inside) -> None:
    leave_at(inside, "door")

    async def living(guest: Guest) -> None:
        assert guest.marked.startswith(FRONT.resume.partition("{")[0])
        await guest.press("enter")
        assert guest.step == "door"

    live(inside, HOME, living)


@pytest.mark.parametrize(
    ("words", "script", "first", "slow"),
    [
        (FRONT.session, "bridge", "insight", False),
        (FRONT.full, "bridge", "insight", True),
        (FRONT.two_minutes, "two-minutes", "line", False),
        (FRONT.rep, "rep", "action", False),
        (FRONT.stuck, "stuck", "round", False),
    ],
)
def test_each_session_begins_with_its_first_question(
    inside: Inside, words: str, script: str, first: str, *, slow: bool
) -> None:
    async def living(guest: Guest) -> None:
        await guest.choose(words)
        assert guest.step == first
        assert guest.sees(question(script, first))
        await guest.press("f4")
        assert guest.sees(WORDS.plain.already_slow) is slow

    live(inside, HOME, living)


@pytest.mark.parametrize("pattern", PACK.patterns, ids=lambda pattern: pattern.id)
def test_each_way_to_breathe_is_offered(inside: Inside, pattern: Pattern) -> None:
    async def living(guest: Guest) -> None:
        await guest.choose(FRONT.breathe)
        await guest.choose(pattern.title)
        assert guest.place == "Breathe"
        assert guest.sees(pattern.title)
        await guest.press("escape")
        assert guest.place == "Home"

    live(inside, HOME, living)


def test_no_breathing_after_all(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.choose(FRONT.breathe)
        await guest.press("escape")
        assert guest.place == "Home"

    live(inside, HOME, living)


def test_the_ledger_lists_what_was_noted_and_chosen(inside: Inside) -> None:
    finish(inside)

    async def living(guest: Guest) -> None:
        await guest.choose(FRONT.ledger)
        assert guest.place == "Ledger"
        assert guest.sees(INSIGHT[:12])
        await guest.press("enter")
        assert guest.sees(INSIGHT)
        assert guest.sees(ACTION)
        await guest.press("escape")
        await guest.press("escape")
        assert guest.place == "Home"

    live(inside, HOME, living)


def test_an_empty_ledger_says_so(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.choose(FRONT.ledger)
        assert guest.sees(WORDS.shell.history_empty)
        await guest.press("escape")
        assert guest.place == "Home"

    live(inside, HOME, living)


def test_at_night_the_short_form_comes_first_and_says_why(inside: Inside) -> None:
    at_night(inside)

    async def living(guest: Guest) -> None:
        assert guest.marked == FRONT.two_minutes
        assert guest.sees(FRONT.night)
        await guest.press("enter")
        assert guest.step == "line"

    live(inside, HOME, living)


def test_by_day_nothing_is_said_of_the_night(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        assert not guest.sees(FRONT.night)

    live(inside, HOME, living)


def test_escape_leaves_with_nothing_left_open(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("escape")

    parting = live(inside, HOME, living)
    assert parting is not None
    assert (parting.status, parting.lines) == (0, ())


def test_the_bridge_has_a_plank_for_each_action_tried(inside: Inside) -> None:
    finish(inside)
    planks: list[int] = []

    async def living(guest: Guest) -> None:
        deck = next(row for row in guest.rows if "▁▂▃▄" in row)
        planks.append(deck.count("━ "))

    live(inside, HOME, living)
    assert inside.run("checkin", "done").status == 0
    live(inside, HOME, living)
    assert planks[0] == 0
    assert planks[1] == 1
