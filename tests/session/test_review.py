"""The step kind `review`: the account of an earlier action; each of its outcomes is a good one."""

import pytest
from tests.session.samples import NOTE, REVIEW, refuses, script_of

from nowwhat.session.errors import OutOfTurnError
from nowwhat.session.events import Chose, Reviewed
from nowwhat.session.flow import advance, begin
from nowwhat.session.records import Outcome
from nowwhat.session.state import Ending, Given

CHECK_IN = script_of(REVIEW, NOTE, role="checkin")


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_goes_on_and_is_the_account(outcome: Outcome) -> None:
    begun = begin(CHECK_IN, subject="call the clinic")
    assert begun.outcome is None
    state = advance(begun, Reviewed(step="review", outcome=outcome))
    assert state.at == "note"
    assert state.given == (Given("review", str(outcome)),)
    assert state.outcome is outcome


@pytest.mark.parametrize("outcome", Outcome)
def test_an_account_alone_finishes_a_check_in(outcome: Outcome) -> None:
    begun = begin(script_of(REVIEW, role="checkin"), subject="call the clinic")
    state = advance(begun, Reviewed(step="review", outcome=outcome))
    assert state.ending is Ending.FINISHED


def test_an_account_is_no_choice_among_others() -> None:
    begun = begin(CHECK_IN, subject="call the clinic")
    refuses(begun, Chose(step="review", option="done"), OutOfTurnError)
