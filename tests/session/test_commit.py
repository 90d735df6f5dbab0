"""The step kind `commit`: "I will", to an action that is there."""

from tests.session.samples import (
    ACT,
    CARD,
    COMMIT,
    GOOD,
    LINE,
    REVIEW,
    VAGUE,
    opened,
    refuses,
    script_of,
)

from nowwhat.session.errors import OutOfTurnError
from nowwhat.session.events import Committed, Event, Offered, Reviewed, WentOn
from nowwhat.session.flow import advance, begin, replay
from nowwhat.session.records import Outcome
from nowwhat.session.state import Ending, Given

OFFER = Offered(step="act", line=LINE, verdict=GOOD)


def test_i_will_is_said_to_an_action_and_finishes_the_session() -> None:
    state = advance(begin(script_of(ACT, COMMIT)), OFFER)
    assert not state.committed
    state = advance(state, Committed(step="commit"))
    assert state.given[-1] == Given("commit", "i_will")
    assert state.committed
    assert state.ending is Ending.FINISHED


def test_a_session_goes_on_after_i_will_where_its_script_does() -> None:
    state = replay(begin(script_of(ACT, COMMIT, CARD)), [OFFER, Committed(step="commit")])
    assert (state.at, state.ending, state.committed) == ("card", Ending.OPEN, True)
    assert advance(state, WentOn(step="card")).ending is Ending.FINISHED


def test_there_is_nothing_to_commit_to_before_an_action() -> None:
    refuses(opened(COMMIT), Committed(step="commit"), OutOfTurnError)


def test_a_line_that_was_only_offered_is_nothing_to_commit_to() -> None:
    state = advance(opened(ACT, COMMIT), Offered(step="act", line="maybe", verdict=VAGUE))
    refuses(state, Committed(step="commit"), OutOfTurnError)
    refuses(state, Committed(step="act"), OutOfTurnError)


def test_a_check_in_may_commit_once_more_to_the_action_that_it_is_about() -> None:
    state = begin(script_of(REVIEW, COMMIT, role="checkin"), subject=LINE)
    events: list[Event] = [
        Reviewed(step="review", outcome=Outcome.NOT_YET),
        Committed(step="commit"),
    ]
    state = replay(state, events)
    assert state.committed
    assert state.ending is Ending.FINISHED
    assert state.action_line == LINE
