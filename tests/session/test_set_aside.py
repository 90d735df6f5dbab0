"""What someone could be hurt by, as the person says: set aside, not planned, not committed to."""

import pytest
from tests.session.samples import (
    ACT,
    CARD,
    COMMIT,
    GOOD,
    LINE,
    REVIEW,
    refuses,
    script_of,
)

from nowwhat.session.errors import NoActionError, OutOfTurnError
from nowwhat.session.events import (
    Back,
    Chose,
    Committed,
    Kept,
    Left,
    Misread,
    Offered,
    Reviewed,
    WentOn,
)
from nowwhat.session.flow import advance, begin, replay
from nowwhat.session.records import Outcome
from nowwhat.session.script import Act, Choose, Condition, Option, Script
from nowwhat.session.state import Ending, State

ASK = ("Could someone be hurt?",)
ANSWERS = tuple(Option(name, name) for name in ("uncomfortable", "hurt", "unsure"))
HURT = Choose(id="hurt", ask=ASK, keeps="hurt", options=ANSWERS)
SAFER = Act(
    id="safer",
    ask=("Whom could you reach?",),
    starters="",
    only_if=Condition(answer="hurt", is_=("hurt", "unsure")),
)
SCRIPT = script_of(ACT, HURT, SAFER, COMMIT, CARD)
UNGUARDED = script_of(ACT, HURT, COMMIT, CARD)
I_WILL = Committed(step="commit")

SCARY = "Tell him everything, tonight"


def answered(answer: str, script: Script = SCRIPT, line: str = SCARY) -> State:
    state = advance(begin(script), Offered(step="act", line=line, verdict=GOOD))
    return advance(state, Chose(step="hurt", option=answer))


def offered(state: State, line: str) -> State:
    return advance(state, Offered(step="safer", line=line, verdict=GOOD))


@pytest.mark.parametrize("answer", ["hurt", "unsure"])
def test_what_could_hurt_or_may_is_set_aside(answer: str) -> None:
    state = answered(answer)
    assert state.set_aside == (SCARY,)
    assert state.at == "safer"


def test_what_is_uncomfortable_at_most_is_not_set_aside() -> None:
    state = answered("uncomfortable")
    assert state.set_aside == ()
    assert advance(state, I_WILL).committed


@pytest.mark.parametrize(
    "line",
    [
        SCARY,
        SCARY.upper(),
        "tell him everything tonight",
        "  Tell him -- everything, tonight!!",
        "Tomorrow I tell him everything, tonight or not",
        "tell him everything",
        "[tell] him\x1b everything",
    ],
)
def test_a_line_that_was_set_aside_is_not_taken_in_other_words(line: str) -> None:
    state = offered(answered("hurt"), line)
    assert state.at == "safer"
    assert state.action_line == SCARY
    refuses(state, Kept(step="safer"), OutOfTurnError)
    refuses(state, Misread(step="safer"), OutOfTurnError)


@pytest.mark.parametrize("line", [LINE, "tell her", "ask Tom to sit here", "everything him", "…"])
def test_another_line_is_taken_as_any_other(line: str) -> None:
    state = offered(answered("hurt"), line)
    assert (state.at, state.action_line) == ("commit", line)
    assert advance(state, I_WILL).committed


def test_a_line_without_letters_sets_aside_no_other() -> None:
    assert offered(answered("hurt", line="…"), LINE).action_line == LINE


def test_each_line_that_was_set_aside_stays_so() -> None:
    second = Choose(id="again", ask=ASK, keeps="hurt", options=ANSWERS)
    third = Act(id="third", ask=ASK, starters="")
    state = answered("hurt", script_of(ACT, HURT, SAFER, second, third, COMMIT))
    state = advance(offered(state, "drive there"), Chose(step="again", option="unsure"))
    assert state.set_aside == (SCARY, "drive there")
    for line in state.set_aside:
        offer = Offered(step="third", line=line, verdict=GOOD)
        assert advance(state, offer).at == "third"
    assert advance(state, Offered(step="third", line=LINE, verdict=GOOD)).at == "commit"


def test_going_back_takes_the_answer_back_and_the_line_stands_again() -> None:
    state = advance(answered("hurt"), Back())
    assert (state.at, state.set_aside) == ("hurt", ())
    assert replay(state, [Chose(step="hurt", option="uncomfortable"), I_WILL]).committed


# Whatever the script


def test_what_was_set_aside_is_never_committed_to() -> None:
    state = answered("hurt", UNGUARDED)
    assert state.at == "commit"
    refuses(state, I_WILL, OutOfTurnError)
    assert advance(state, Left()).ending is Ending.LEFT


def test_what_is_set_aside_after_i_will_is_committed_to_no_more() -> None:
    script = script_of(ACT, COMMIT, HURT, CARD)
    state = replay(begin(script), [Offered(step="act", line=SCARY, verdict=GOOD), I_WILL])
    assert state.committed
    state = advance(state, Chose(step="hurt", option="hurt"))
    assert not state.committed
    refuses(state, WentOn(step="card"), NoActionError)
    assert advance(state, Left()).ending is Ending.LEFT


def test_what_a_check_in_is_about_can_be_set_aside_too() -> None:
    begun = begin(script_of(REVIEW, HURT, COMMIT, role="checkin"), subject=SCARY)
    account = Reviewed(step="review", outcome=Outcome.NOT_YET)
    state = replay(begun, [account, Chose(step="hurt", option="hurt")])
    assert state.set_aside == (SCARY,)
    refuses(state, I_WILL, OutOfTurnError)
