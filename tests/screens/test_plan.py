"""A part of the plan is judged on the screen as it is in lines."""

import pytest
from tests.end_to_end.answers import BRIDGE, WHEN, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.sitting_down import Seated, sit_down

from nowwhat.app import Entrance

DOUBTED = "after i have a drink to calm down before the talk"
NEVER = "after i cut my arms"


@pytest.fixture
def at_when(inside: Inside) -> Inside:
    """A session that was left at its when."""
    before = BRIDGE[: [step for step, _ in BRIDGE].index("when")]
    assert inside.session(typed=lines_of(before)).status == 3
    return inside


async def resume(seated: Seated) -> None:
    await seated.choose(WORDS.visit.resume_yes)
    assert seated.step == "when"


def test_a_doubt_is_asked_and_may_be_a_misreading(at_when: Inside) -> None:
    async def live(seated: Seated) -> None:
        await resume(seated)
        await seated.write(DOUBTED)
        assert seated.step == "when"
        assert WORDS.writing.misread in seated.offered
        await seated.choose(WORDS.writing.misread)
        assert seated.step == "obstacle"
        assert WORDS.writing.misread not in seated.offered

    sit_down(at_when, Entrance("session", "bridge"), live)


def test_another_line_may_be_given_instead(at_when: Inside) -> None:
    async def live(seated: Seated) -> None:
        await resume(seated)
        await seated.write(DOUBTED)
        await seated.write(WHEN)
        assert seated.step == "obstacle"

    sit_down(at_when, Entrance("session", "bridge"), live)


def test_grave_harm_leads_to_care_and_is_no_misreading(at_when: Inside) -> None:
    async def live(seated: Seated) -> None:
        await resume(seated)
        await seated.write(NEVER)
        assert seated.step == ""
        await seated.press("escape")
        assert seated.step == "when"
        assert WORDS.writing.misread not in seated.offered

    sit_down(at_when, Entrance("session", "bridge"), live)


def test_the_line_that_was_not_taken_is_kept_as_half_typed(at_when: Inside) -> None:
    async def live(seated: Seated) -> None:
        await resume(seated)
        await seated.write(DOUBTED)

    sit_down(at_when, Entrance("session", "bridge"), live)
    (draft,) = at_when.drafts()
    assert DOUBTED in draft.read_text()
