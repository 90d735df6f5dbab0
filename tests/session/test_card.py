"""The step kind `card`: what one takes along; one puts it away."""

from tests.session.samples import ACT, CARD, COMMIT, GOOD, LINE, opened, refuses, script_of

from nowwhat.session.errors import NoActionError, OutOfTurnError
from nowwhat.session.events import Chose, Committed, Event, Offered, WentOn
from nowwhat.session.flow import advance, begin, replay
from nowwhat.session.state import Ending, Given

OFFER = Offered(step="act", line=LINE, verdict=GOOD)


def test_the_card_is_put_away_and_the_session_is_over() -> None:
    events: list[Event] = [OFFER, Committed(step="commit")]
    state = replay(begin(script_of(ACT, COMMIT, CARD)), events)
    state = advance(state, WentOn(step="card"))
    assert state.given[-1] == Given("card", "")
    assert (state.at, state.step, state.ending) == ("", None, Ending.FINISHED)


def test_a_card_asks_for_nothing() -> None:
    refuses(opened(CARD), Chose(step="card", option="yes"), OutOfTurnError)


def test_no_session_ends_on_a_card_alone() -> None:
    refuses(begin(script_of(CARD)), WentOn(step="card"), NoActionError)
