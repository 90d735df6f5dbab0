"""Committing: the plan is read back; nothing but "I will" commits."""

from tests.end_to_end.answers import ACTION, WHEN
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.living import Guest, at


def test_the_whole_plan_is_read_back(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        assert guest.sees(f"{WHEN.capitalize()}: {ACTION[0].lower()}{ACTION[1:]}.")
        assert guest.sees("If I feel too tired, then I wash one fork.")
        assert guest.offered == [WORDS.stage.i_will, WORDS.stage.change]

    at(inside, "commit", living)
    assert inside.history()["actions"] == []


def test_i_will_is_in_the_journal_at_once(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        assert guest.marked == WORDS.stage.i_will
        await guest.press("enter")
        assert guest.step == "start"

    at(inside, "commit", living)
    assert [each["text"] for each in inside.history()["actions"]] == [ACTION]


def test_change_something_goes_back_and_commits_to_nothing(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("2", "enter")
        assert guest.step == "response"
        await guest.write("i wash one spoon")
        assert guest.sees("I wash one spoon") or guest.sees("i wash one spoon")

    at(inside, "commit", living)
    assert inside.history()["actions"] == []


def test_after_i_will_there_is_no_way_back(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("enter", "f3")
        assert guest.step == "start"
        assert guest.sees(WORDS.plain.no_back)

    at(inside, "commit", living)
