"""The flow from step to step: its two tables, going back, going slower, leaving, finishing."""

from typing import get_args

import pytest
from tests.session.samples import (
    ACT,
    CARD,
    CHOOSE,
    COMMIT,
    DO,
    GOOD,
    LINE,
    NOTE,
    RATE,
    READ,
    REVIEW,
    STEPS,
    answers_for,
    opened,
    refuses,
    script_of,
)

from nowwhat.session.errors import CheckInOwedError, NoActionError, OutOfTurnError
from nowwhat.session.events import (
    Answer,
    Back,
    Chose,
    Committed,
    Event,
    Left,
    Noted,
    Offered,
    Paced,
    Rated,
    Resumed,
    Returned,
    Reviewed,
    SetDown,
    Slowed,
    Turn,
    Unpaced,
    WentOn,
)
from nowwhat.session.flow import LEGAL, TAKES, advance, begin, replay
from nowwhat.session.records import Outcome
from nowwhat.session.script import Act, Commit, Condition, Note, Read, Step
from nowwhat.session.state import Ending, State

EVENTS: tuple[type, ...] = (*get_args(Answer), *get_args(Turn))
TURNS: tuple[Event, ...] = (
    Back(), Slowed(), Left(), Resumed(), SetDown(), Paced(step="note"), Returned(), Unpaced(),
)  # fmt: skip

OFFER = Offered(step="act", line=LINE, verdict=GOOD)
I_WILL = Committed(step="commit")
NOTED = Noted(step="note", text="words")
READ_ON = WentOn(step="read")

SAID = Read(id="said", says=("Only said.",))
ASKED = Read(id="asked", says=("Read this.",), ask=("Ready?",))
FULL = Note(id="full", ask=("And?",), depth="full")
FULL_ACT = Act(id="full_act", ask=("Smaller?",), starters="smaller", depth="full")
ACT_AFTER = Act(id="act_after", ask=("Something else?",), starters="")


def committed() -> State:
    return replay(begin(script_of(NOTE, ACT, COMMIT, CARD)), [NOTED, OFFER, I_WILL])


# The tables


def test_the_table_of_answers_names_every_kind_of_step() -> None:
    assert set(TAKES) == set(get_args(Step))
    assert {type(step) for step in STEPS} == set(get_args(Step))


def test_every_answer_is_taken_by_some_kind_and_no_turn_is() -> None:
    assert frozenset().union(*TAKES.values()) == set(get_args(Answer))


def test_the_table_of_endings_names_every_ending_and_only_events() -> None:
    assert set(LEGAL) == set(Ending)
    assert frozenset().union(*LEGAL.values()) == set(EVENTS)


def test_what_was_left_is_resumed_or_set_down_and_what_ended_takes_nothing() -> None:
    assert LEGAL[Ending.OPEN] == set(EVENTS) - {Resumed}
    assert LEGAL[Ending.LEFT] == {Resumed, SetDown}
    assert LEGAL[Ending.SET_DOWN] == LEGAL[Ending.FINISHED] == frozenset()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_a_step_refuses_every_answer_that_its_kind_does_not_take(
    step: Step, event: type[Event]
) -> None:
    if event in TAKES[type(step)] or event not in get_args(Answer):
        assert event in LEGAL[Ending.OPEN] or event is Resumed
        return
    refuses(opened(step), answers_for(step.id)[event], OutOfTurnError)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_an_answer_to_another_step_is_refused(step: Step) -> None:
    state = opened(step)
    for other in ("", "end_act", "nowhere", step.id.upper()):
        for event in TAKES[type(step)]:
            refuses(state, answers_for(other)[event], OutOfTurnError)


def ended(ending: Ending) -> State:
    if ending is Ending.FINISHED:
        return advance(committed(), WentOn(step="card"))
    if ending is Ending.OPEN:
        return opened(NOTE)
    return advance(opened(NOTE), Left() if ending is Ending.LEFT else SetDown())


@pytest.mark.parametrize("ending", Ending)
@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_what_the_table_of_endings_does_not_list_is_refused(
    ending: Ending, event: type[Event]
) -> None:
    state = ended(ending)
    assert state.ending is ending
    if event in LEGAL[ending]:
        assert ending in (Ending.OPEN, Ending.LEFT)
        return
    turns = {type(turn): turn for turn in TURNS}
    refuses(state, turns.get(event) or answers_for("note")[event], OutOfTurnError)


# Forwards


def test_a_step_whose_condition_does_not_hold_is_passed_over() -> None:
    asked = Note(id="asked", ask=("And?",), only_if=Condition(answer="rate", at_least=4))
    state = opened(RATE, asked)
    assert advance(state, Rated(step="rate", value=3)).at == "end_act"
    assert advance(state, Rated(step="rate", value=4)).at == "asked"


def test_a_step_of_the_full_form_is_passed_over_in_the_short_one() -> None:
    script = script_of(FULL, NOTE, ACT, COMMIT)
    assert begin(script).at == "note"
    assert begin(script, depth="full").at == "full"


def test_a_step_may_look_at_what_was_known_beforehand() -> None:
    night = Note(id="night", ask=("What keeps you up?",), only_if=Condition(fact="night"))
    script = script_of(night, ACT, COMMIT)
    assert begin(script).at == "act"
    assert begin(script, facts=["night"]).at == "night"
    assert begin(script, facts=["feared"]).at == "act"


def test_replaying_the_same_answers_gives_the_same_state() -> None:
    begun = begin(script_of(NOTE, ACT, COMMIT, CARD))
    assert replay(begun, [NOTED, OFFER, I_WILL]) == committed()


def test_a_replay_stops_at_the_first_event_that_does_not_fit() -> None:
    with pytest.raises(OutOfTurnError):
        replay(opened(NOTE), [NOTED, NOTED])


# Back


def test_back_takes_the_last_answer_back() -> None:
    begun = opened(NOTE, CHOOSE)
    state = advance(begun, NOTED)
    assert advance(state, Back()) == begun


def test_back_passes_over_what_is_only_said() -> None:
    begun = opened(NOTE, READ, SAID, RATE)
    state = replay(begun, [NOTED, READ_ON, WentOn(step="said")])
    assert state.at == "rate"
    assert advance(state, Back()) == begun


def test_back_stops_at_a_reading_that_asks_something() -> None:
    state = replay(opened(NOTE, ASKED, SAID, RATE), [NOTED, WentOn(step="asked")])
    state = advance(state, WentOn(step="said"))
    back = advance(state, Back())
    assert back.at == "asked"
    assert [given.step for given in back.given] == ["note"]


def test_there_is_no_back_from_the_first_question() -> None:
    refuses(opened(NOTE), Back(), OutOfTurnError)
    refuses(advance(opened(READ, NOTE), READ_ON), Back(), OutOfTurnError)


def test_there_is_no_back_past_i_will() -> None:
    refuses(committed(), Back(), OutOfTurnError)
    state = replay(begin(script_of(ACT, COMMIT, SAID, DO, CARD)), [OFFER, I_WILL])
    refuses(advance(state, WentOn(step="said")), Back(), OutOfTurnError)


def test_what_follows_i_will_can_be_taken_back_up_to_it() -> None:
    state = replay(begin(script_of(ACT, COMMIT, CHOOSE, CARD)), [OFFER, I_WILL])
    answered = advance(state, Chose(step="choose", option="yes"))
    assert answered.at == "card"
    assert advance(answered, Back()) == state


def test_another_answer_after_back_leads_another_way() -> None:
    asked = Note(id="asked", ask=("And?",), only_if=Condition(answer="choose", is_=("yes",)))
    state = advance(opened(CHOOSE, asked), Chose(step="choose", option="yes"))
    state = replay(state, [Back(), Chose(step="choose", option="no")])
    assert state.at == "end_act"
    assert [given.value for given in state.given] == ["no"]


# Slower


def test_going_slower_opens_only_later_steps() -> None:
    later = Note(id="later", ask=("And?",), depth="full")
    state = advance(opened(FULL, NOTE, later), Slowed())
    assert (state.at, state.depth) == ("note", "full")
    state = advance(state, NOTED)
    assert state.at == "later"
    assert [given.step for given in state.given] == ["note"]


def test_going_slower_twice_changes_nothing_more() -> None:
    state = advance(opened(NOTE), Slowed())
    assert advance(state, Slowed()) == state


def test_back_after_going_slower_stays_in_the_full_form() -> None:
    state = replay(opened(NOTE, RATE, FULL), [NOTED, Slowed(), Back()])
    assert (state.at, state.depth) == ("note", "full")


# Leaving and setting down


def test_what_was_left_is_resumed_as_it_was() -> None:
    state = advance(opened(NOTE, CHOOSE), NOTED)
    left = advance(state, Left())
    assert left.ending is Ending.LEFT
    assert advance(left, Resumed()) == state


def test_what_is_left_may_be_set_down() -> None:
    assert replay(opened(NOTE), [Left(), SetDown()]).ending is Ending.SET_DOWN


def test_nothing_that_was_given_is_lost_by_setting_down() -> None:
    state = advance(opened(NOTE, CHOOSE), NOTED)
    assert advance(state, SetDown()).given == state.given


def test_leaving_after_i_will_finishes_the_session() -> None:
    assert advance(committed(), Left()).ending is Ending.FINISHED


def test_leaving_before_i_will_does_not_finish_it() -> None:
    state = replay(begin(script_of(NOTE, ACT, COMMIT, CARD)), [NOTED, OFFER])
    assert advance(state, Left()).ending is Ending.LEFT


def test_a_check_in_that_is_left_after_i_will_can_be_resumed() -> None:
    script = script_of(REVIEW, COMMIT, NOTE, role="checkin")
    account = Reviewed(step="review", outcome=Outcome.NOT_YET)
    state = replay(begin(script, subject=LINE), [account, I_WILL])
    left = advance(state, Left())
    assert left.ending is Ending.LEFT
    assert advance(left, Resumed()) == state


def test_what_is_committed_to_is_not_set_down() -> None:
    refuses(committed(), SetDown(), OutOfTurnError)


# Beginning


INSIGHT = Note(id="insight", ask=("What have you understood?",), keeps="insight")


@pytest.mark.parametrize("owed", [1, 2, 100])
def test_a_check_in_is_owed_before_a_new_insight(owed: int) -> None:
    with pytest.raises(CheckInOwedError):
        begin(script_of(INSIGHT, ACT, COMMIT), owed=owed)


def test_a_new_insight_is_noted_when_nothing_is_owed() -> None:
    assert begin(script_of(INSIGHT, ACT, COMMIT)).at == "insight"


def test_an_insight_further_on_is_one_too_even_in_the_full_form_only() -> None:
    later = Note(id="later", ask=("And?",), keeps="insight", depth="full")
    with pytest.raises(CheckInOwedError):
        begin(script_of(ACT, COMMIT, later), owed=1)


def test_a_script_that_takes_no_insight_may_begin_while_actions_are_open() -> None:
    assert begin(script_of(NOTE, ACT, COMMIT), owed=3).at == "note"


@pytest.mark.parametrize("steps", [(), (FULL,)])
def test_a_script_of_which_nothing_applies_does_not_begin(steps: tuple[Step, ...]) -> None:
    with pytest.raises(NoActionError):
        begin(script_of(*steps))
    with pytest.raises(NoActionError):
        begin(script_of(*steps, role="checkin"), subject=LINE)


# The end


def test_no_session_ends_on_an_insight() -> None:
    state = begin(script_of(INSIGHT))
    refuses(state, Noted(step="insight", text="I see it now"), NoActionError)


def test_no_session_ends_on_an_action_that_nobody_committed_to() -> None:
    refuses(begin(script_of(ACT)), OFFER, NoActionError)


def test_another_action_after_i_will_is_committed_to_anew() -> None:
    script = script_of(ACT, COMMIT, ACT_AFTER, Commit(id="again", ask=("Will you?",)), CARD)
    state = replay(begin(script), [OFFER, I_WILL])
    assert state.committed
    state = advance(state, Offered(step="act_after", line="write to her", verdict=GOOD))
    assert not state.committed
    assert advance(state, Left()).ending is Ending.LEFT
    assert advance(state, SetDown()).ending is Ending.SET_DOWN
    assert advance(state, Committed(step="again")).committed


def test_an_action_after_i_will_that_is_not_committed_to_does_not_finish() -> None:
    state = replay(begin(script_of(ACT, COMMIT, ACT_AFTER)), [OFFER, I_WILL])
    refuses(state, Offered(step="act_after", line="write to her", verdict=GOOD), NoActionError)


def test_an_action_of_the_full_form_after_i_will_uncommits_who_goes_slower() -> None:
    state = replay(begin(script_of(ACT, COMMIT, CARD, FULL_ACT)), [OFFER, I_WILL, Slowed()])
    state = advance(state, WentOn(step="card"))
    assert state.at == "full_act"
    offer = Offered(step="full_act", line="dial the number", verdict=GOOD)
    refuses(state, offer, NoActionError)


def test_a_check_in_does_not_end_without_an_account() -> None:
    refuses(begin(script_of(NOTE, role="checkin"), subject=LINE), NOTED, NoActionError)
    state = advance(begin(script_of(ACT, COMMIT, role="checkin"), subject=LINE), OFFER)
    refuses(state, I_WILL, NoActionError)


def test_a_check_in_does_not_end_on_another_action_that_nobody_committed_to() -> None:
    begun = begin(script_of(REVIEW, ACT, role="checkin"), subject=LINE)
    state = advance(begun, Reviewed(step="review", outcome=Outcome.PART))
    refuses(state, OFFER, NoActionError)
