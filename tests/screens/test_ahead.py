"""What arrives in one burst, as it does over a slow line, goes where it was meant to go."""

from collections.abc import Sequence

from tests.end_to_end.inside import Inside
from tests.screens.living import BRIDGE_IN, Guest, live
from textual import events

STORY = "My father never rang anybody either"
CALL = "I want to kill myself"


def keys_of(text: str) -> list[tuple[str, str]]:
    return [("space" if c == " " else c, c) for c in text]


ENTER = ("enter", "\r")


async def burst(guest: Guest, keys: Sequence[tuple[str, str]]) -> None:
    for key, character in keys:
        guest.app.post_message(events.Key(key, character))
    for _ in range(12):
        await guest.settle()


def test_answers_that_arrive_together_each_go_to_their_own_question(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await burst(guest, [*keys_of(STORY), ENTER, ("7", "7"), ENTER, ("up", "")])
        assert guest.step == "pause"

    live(inside, BRIDGE_IN, living)
    (draft,) = inside.drafts()
    said = draft.read_text()
    assert STORY in said
    assert '"value":7' in said.replace(" ", "")


def test_a_second_enter_answers_nothing_that_was_not_seen(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await burst(guest, [*keys_of(STORY), ENTER, ENTER])
        assert guest.step == "discomfort", "no number was chosen"

    live(inside, BRIDGE_IN, living)


def test_what_was_typed_for_the_question_never_closes_people_and_numbers(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await burst(guest, [*keys_of(CALL), ENTER, ("1", "1"), ENTER, ENTER])
        assert guest.place == "Care"

    live(inside, BRIDGE_IN, living)


def test_care_and_leaving_wait_for_nothing(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await burst(guest, [*keys_of(STORY), ENTER, ("7", "7"), ("f2", "")])
        assert guest.place == "Care"

    live(inside, BRIDGE_IN, living)
