"""The step kind `plan`: one part of the plan, in words."""

from datetime import UTC, datetime

import pytest
from tests.session.samples import PLAN, opened, refuses

from nowwhat.session.errors import NotAnAnswerError
from nowwhat.session.events import Planned
from nowwhat.session.flow import advance
from nowwhat.session.moment import Due, Moment
from nowwhat.session.script import Plan
from nowwhat.session.state import Given, GivenWhen

AT_SIX = Due(Moment(datetime(2025, 6, 1, 18, tzinfo=UTC), "UTC"))
OPTIONAL = Plan(id="plan", ask=("What could get in the way?",), part="obstacle", optional=True)


@pytest.mark.parametrize("text", ["at 18:00", "after lunch", "now", "\u2066{action}"])
def test_words_are_kept_as_they_were_given(text: str) -> None:
    state = advance(opened(PLAN), Planned(step="plan", text=text))
    assert state.at == "end_act"
    assert state.given == (Given("plan", text),)


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_when_is_not_left_empty(text: str) -> None:
    refuses(opened(PLAN), Planned(step="plan", text=text), NotAnAnswerError)


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_an_optional_part_may_be_left_empty(text: str) -> None:
    state = advance(opened(OPTIONAL), Planned(step="plan", text=text))
    assert state.given == (Given("plan", ""),)


def test_a_when_that_was_understood_as_a_time_keeps_it_beside_its_words() -> None:
    state = advance(opened(PLAN), Planned(step="plan", text="at six", due=AT_SIX))
    assert state.given == (GivenWhen("plan", "at six", due=AT_SIX),)


def test_an_empty_part_is_due_at_no_time() -> None:
    state = advance(opened(OPTIONAL), Planned(step="plan", text=" ", due=AT_SIX))
    assert state.given == (Given("plan", ""),)
