"""The step kind `breathe`: an offer that is stayed with, left or declined, all of them fine."""

import pytest
from tests.session.samples import BREATHE, opened, refuses

from nowwhat.session.errors import NotAnAnswerError
from nowwhat.session.events import Breathed
from nowwhat.session.flow import advance
from nowwhat.session.records import BreathEnding
from nowwhat.session.state import GivenBreath


@pytest.mark.parametrize("ending", ["stayed", "left", "declined"])
def test_every_ending_goes_on(ending: BreathEnding) -> None:
    event = Breathed(step="breathe", pattern="box", seconds=7, ending=ending)
    state = advance(opened(BREATHE), event)
    assert state.at == "end_act"
    kept = GivenBreath("breathe", ending, pattern="box", seconds=7, ending=ending)
    assert state.given == (kept,)


def test_one_of_the_others_may_be_breathed() -> None:
    event = Breathed(step="breathe", pattern="even", seconds=60, ending="stayed")
    assert advance(opened(BREATHE), event).at == "end_act"


@pytest.mark.parametrize("pattern", ["", "Box", "four-seven-eight"])
def test_a_pattern_that_the_step_does_not_offer_is_refused(pattern: str) -> None:
    event = Breathed(step="breathe", pattern=pattern, seconds=60, ending="stayed")
    refuses(opened(BREATHE), event, NotAnAnswerError)


def test_a_breathing_of_no_time_is_taken() -> None:
    event = Breathed(step="breathe", pattern="box", seconds=0, ending="declined")
    assert advance(opened(BREATHE), event).at == "end_act"


def test_a_breathing_of_less_than_no_time_is_refused() -> None:
    event = Breathed(step="breathe", pattern="box", seconds=-1, ending="stayed")
    refuses(opened(BREATHE), event, NotAnAnswerError)
