"""The step kind `act`: a line becomes the action by its verdict (the gate is in `test_gate.py`)."""

import pytest
from tests.session.samples import ACT, GOOD, LINE, NOTE, VAGUE, at_act, opened, refuses

from nowwhat.session.errors import NotAnAnswerError, OutOfTurnError
from nowwhat.session.events import Back, Noted, Offered
from nowwhat.session.flow import advance, replay
from nowwhat.session.state import GivenAction, Try

MAYBE = Offered(step="act", line="maybe", verdict=VAGUE)


def test_a_line_that_is_accepted_becomes_the_action() -> None:
    state = advance(at_act(), Offered(step="act", line=LINE, verdict=GOOD))
    assert state.at == "end_act"
    assert state.given == (GivenAction("act", LINE, rounds=1),)
    assert state.action_line == LINE


def test_a_line_that_is_not_accepted_leaves_the_step_open_and_is_remembered() -> None:
    state = advance(at_act(), Offered(step="act", line="maybe call", verdict=VAGUE))
    assert state.at == "act"
    assert state.given == ()
    assert state.tries == (Try("maybe call", VAGUE),)
    assert state.action_line == ""


def test_the_tries_of_an_action_are_counted_and_then_forgotten() -> None:
    offer = Offered(step="act", line=LINE, verdict=GOOD, round=3)
    state = advance(at_act(("maybe", VAGUE), ("perhaps", VAGUE)), offer)
    assert state.given == (GivenAction("act", LINE, rounds=3),)
    assert state.tries == ()


@pytest.mark.parametrize("line", ["", " ", "\n"])
def test_no_line_is_no_action_whatever_its_verdict(line: str) -> None:
    refuses(at_act(), Offered(step="act", line=line, verdict=GOOD), NotAnAnswerError)


@pytest.mark.parametrize("number", [-1, 0, 1, 3])
def test_an_offer_that_comes_late_or_twice_is_found_out_by_its_round(number: int) -> None:
    offer = Offered(step="act", line=LINE, verdict=GOOD, round=number)
    refuses(at_act(("maybe", VAGUE)), offer, OutOfTurnError)


def test_the_latest_action_on_the_way_is_the_one_that_counts() -> None:
    state = advance(opened(ACT), Offered(step="act", line="write to her", verdict=GOOD))
    state = advance(state, Offered(step="end_act", line=LINE, verdict=GOOD))
    assert state.action_line == LINE


def test_going_back_to_an_action_begins_its_tries_anew() -> None:
    state = advance(at_act(("maybe", VAGUE)), Offered(step="act", line=LINE, verdict=GOOD, round=2))
    state = advance(state, Back())
    assert (state.at, state.tries, state.action) == ("act", (), None)
    assert advance(state, Offered(step="act", line=LINE, verdict=GOOD)).at == "end_act"


def test_going_back_from_an_action_forgets_its_tries() -> None:
    state = replay(opened(NOTE, ACT), [Noted(step="note", text="words"), MAYBE])
    assert len(state.tries) == 1
    state = replay(state, [Back(), Noted(step="note", text="words")])
    assert (state.at, state.tries) == ("act", ())
