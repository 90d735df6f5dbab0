"""A led script: the room opens stops, a person answers within them, looks back, waits, leaves."""

import msgspec
import pytest
from tests.session.led import (
    FINE,
    LED,
    NOTED,
    OFFERED,
    PLANNED,
    PROMISED,
    RATED,
    READ,
    TAKEN_ALONG,
)
from tests.session.samples import ACT, COMMIT, GOOD, LINE, NOTE, VAGUE, opened, refuses, script_of

from nowwhat.session.errors import NoActionError, OutOfTurnError
from nowwhat.session.events import (
    Back,
    Chose,
    Event,
    Left,
    Noted,
    Offered,
    Paced,
    Rated,
    Resumed,
    Returned,
    SetDown,
    Unpaced,
    WentOn,
)
from nowwhat.session.flow import advance, begin, replay
from nowwhat.session.pacing import stops_of
from nowwhat.session.script import Read
from nowwhat.session.state import Ending, State

STOPS = ("welcome", "insight", "action", "when", "commit", "close")


def led(*events: Event | str) -> State:
    """A sitting in the sample; a name is a stop that the room opens."""
    return replay(begin(LED), (to(e) if isinstance(e, str) else e for e in events))


def to(stop: str) -> Paced:
    return Paced(step=stop)


def answers(state: State) -> dict[str, object]:
    return {given.step: given.value for given in state.given}


WITH_ACTION: tuple[Event | str, ...] = ("insight", NOTED, RATED, "action", OFFERED, FINE)


# The room goes on


def test_stops_are_the_steps_that_have_minutes() -> None:
    assert stops_of(LED) == STOPS
    assert stops_of(script_of(NOTE, ACT, COMMIT)) == ()


def test_before_the_first_stop_one_waits() -> None:
    state = begin(LED)
    assert (state.waiting, state.at, state.open_to, state.ending) == (True, "", "", Ending.OPEN)
    refuses(state, READ, OutOfTurnError)
    refuses(state, Back(), OutOfTurnError)


def test_a_stop_opens_its_block_and_no_more() -> None:
    state = led("insight", NOTED)
    assert state.at == "before"
    state = advance(state, RATED)
    assert state.waiting
    refuses(state, OFFERED, OutOfTurnError)


def test_a_block_has_its_conditions_as_ever() -> None:
    assert led("insight", NOTED, Rated(step="before", value=9)).at == "high"


def test_the_room_goes_on_whatever_is_unanswered() -> None:
    state = led("insight", "action")
    assert (state.at, state.given) == ("action", ())
    assert led("insight", "close").at == "close"


def test_the_same_stop_opened_again_changes_nothing() -> None:
    state = led("insight", NOTED, Back())
    assert state.at == "insight"
    assert advance(state, to("insight")) == state


def test_who_comes_late_stands_where_the_room_is_and_can_catch_up() -> None:
    state = led("action", Back(), Back())
    assert state.at == "insight"
    state = advance(state, NOTED)
    assert (state.at, list(answers(state))) == ("before", ["insight"])
    assert advance(state, RATED).at == "action"


def test_lines_offered_before_the_room_went_on_are_tries_no_more() -> None:
    vague = Offered(step="action", line="maybe", verdict=VAGUE)
    assert led("action", vague).tries
    assert led("action", vague, "when").tries == ()


# The room goes back


def test_the_room_goes_back_and_forth_and_every_answer_stands() -> None:
    before = led(*WITH_ACTION, "when", PLANNED)
    state = advance(before, to("insight"))
    assert (state.at, state.given) == ("insight", before.given)
    state = advance(state, to("action"))
    assert (state.waiting, state.given) == (True, before.given)
    assert advance(state, to("when")) == before


def test_nobody_is_ahead_of_a_room_that_went_back() -> None:
    state = led("insight", NOTED, RATED, "action", "insight", NOTED)
    assert state.waiting
    refuses(state, OFFERED, OutOfTurnError)


def test_a_room_that_goes_back_does_not_undo_i_will() -> None:
    state = led(*WITH_ACTION, "when", PLANNED, "commit", PROMISED, "insight")
    assert state.waiting
    assert state.committed
    refuses(state, Back(), OutOfTurnError)


# Looking back


def test_one_looks_back_step_by_step_at_what_was_answered_and_what_was_not() -> None:
    state = led("welcome", "insight", NOTED, "action", "when")
    seen = []
    for _ in range(4):
        state = advance(state, Back())
        seen.append(state.at)
    assert seen == ["action", "before", "insight", "welcome"]
    refuses(state, Back(), OutOfTurnError)
    assert answers(state) == {"insight": NOTED.text}


def test_one_looks_back_while_waiting() -> None:
    assert led("insight", NOTED, RATED, Back()).at == "before"


def test_what_was_only_said_is_looked_back_at_where_it_was_a_stop() -> None:
    said = Read(id="said", says=("A word.",))
    room = msgspec.structs.replace(LED, steps=(LED.steps[0], said, *LED.steps[1:]))
    state = replay(begin(room), [to("insight"), Back()])
    assert state.at == "welcome"


def test_who_looked_back_goes_on_to_what_is_open_and_nothing_is_lost() -> None:
    state = led("insight", NOTED, "action", Back(), Back())
    assert state.at == "insight"
    state = advance(state, Returned())
    assert (state.at, answers(state)) == ("action", {"insight": NOTED.text})
    assert led("insight", NOTED, RATED, Back(), Returned()).waiting


def test_another_answer_takes_the_place_of_the_first() -> None:
    again = Noted(step="insight", text="another")
    state = led("insight", NOTED, RATED, "action", Back(), Back(), again)
    assert (state.at, answers(state)) == ("action", {"insight": "another", "before": 3})


def test_an_answer_that_closes_a_step_takes_its_answer_back() -> None:
    high, low = Rated(step="before", value=9), Rated(step="before", value=2)
    state = led("insight", NOTED, high, WentOn(step="high"), "action", Back(), low)
    assert list(answers(state)) == ["insight", "before"]


def test_what_was_planned_ahead_of_the_action_stands() -> None:
    state = led("action", "when", PLANNED, Back(), Back(), OFFERED, FINE)
    assert (state.waiting, list(answers(state))) == (True, ["action", "hurts", "when"])


def test_another_action_is_asked_anew_whom_it_could_hurt() -> None:
    other = Offered(step="action", line="write to her", verdict=GOOD)
    state = led(*WITH_ACTION, "when", PLANNED, Back(), Back(), Back(), other)
    assert (state.at, list(answers(state))) == ("hurts", ["insight", "before", "action", "when"])


def test_the_same_action_is_not_asked_anew() -> None:
    state = led(*WITH_ACTION, Back(), Back(), OFFERED)
    assert state.waiting
    assert "hurts" in answers(state)


# I will


def test_without_an_action_nothing_is_promised_and_one_waits() -> None:
    state = led("insight", "action", "when", "commit")
    assert state.waiting
    assert advance(state, Back()).at == "when"


def test_an_action_found_late_can_still_be_promised() -> None:
    state = led("action", "when", "commit", Back(), Back(), OFFERED)
    assert state.at == "hurts"
    state = replay(state, [FINE, PLANNED])
    assert state.at == "commit"
    assert advance(state, PROMISED).committed


def test_whom_it_could_hurt_is_said_before_i_will() -> None:
    state = led("action", OFFERED, "commit")
    assert state.at == "hurts"
    assert replay(state, [FINE, PLANNED]).at == "commit"
    hurt = replay(state, [Chose(step="hurts", option="hurt"), to("when"), to("commit")])
    assert hurt.waiting


def test_whom_it_could_hurt_is_not_asked_of_no_action() -> None:
    state = led("action", Back(), "when", Back())
    assert state.at == "action"


# The end


def test_a_room_never_finishes_a_session_by_going_on() -> None:
    state = led(*WITH_ACTION, "when", PLANNED, "commit", PROMISED, "close", TAKEN_ALONG)
    assert (state.waiting, state.ending) == (True, Ending.OPEN)
    for stop in STOPS:
        assert advance(state, to(stop)).ending is Ending.OPEN


def test_who_leaves_with_an_action_has_finished() -> None:
    state = led(*WITH_ACTION, "when", PLANNED, "commit", PROMISED)
    assert advance(state, Left()).ending is Ending.FINISHED


@pytest.mark.parametrize("stop", STOPS)
def test_who_leaves_without_i_will_has_left_and_may_come_back(stop: str) -> None:
    state = led(*WITH_ACTION, stop)
    left = advance(state, Left())
    assert left.ending is Ending.LEFT
    refuses(left, to("close"), OutOfTurnError)
    assert advance(left, Resumed()) == state
    assert advance(advance(left, Resumed()), to("close")).at == "close"


def test_a_pace_has_no_meaning_in_a_solo_script() -> None:
    for event in (to("note"), Returned(), Unpaced()):
        refuses(opened(NOTE), event, OutOfTurnError)


@pytest.mark.parametrize("step", ["before", "hurts", "nowhere", ""])
def test_a_room_opens_stops_and_nothing_else(step: str) -> None:
    refuses(led("insight"), to(step), OutOfTurnError)
    refuses(begin(LED), to(step), OutOfTurnError)


@pytest.mark.parametrize("ended", [SetDown(), Left()])
def test_an_ended_sitting_is_not_moved(ended: Event) -> None:
    committed = ("when", PLANNED, "commit", PROMISED) if isinstance(ended, Left) else ()
    refuses(led(*WITH_ACTION, *committed, ended), to("close"), OutOfTurnError)


# Alone


def test_going_on_alone_begins_with_what_was_left_open_and_ends_on_an_action() -> None:
    state = led("insight", "action", "when", PLANNED, Unpaced())
    assert (state.at, state.paced) == ("welcome", False)
    state = replay(state, [READ, NOTED, RATED])
    assert state.at == "action"
    state = replay(state, [OFFERED, FINE])
    assert (state.at, answers(state)["when"]) == ("commit", "at six")
    state = replay(state, [PROMISED, TAKEN_ALONG])
    assert (state.ending, state.action_line) == (Ending.FINISHED, LINE)


def test_who_goes_alone_is_moved_by_no_room() -> None:
    refuses(led("insight", Unpaced()), to("close"), OutOfTurnError)
    refuses(led("insight", Unpaced()), Unpaced(), OutOfTurnError)


def test_who_goes_alone_when_all_is_done_has_finished() -> None:
    state = led(*WITH_ACTION, "when", PLANNED, "commit", PROMISED, "close", TAKEN_ALONG)
    assert advance(state, Unpaced()).ending is Ending.FINISHED


def test_nobody_finishes_alone_without_an_action() -> None:
    bare = msgspec.structs.replace(LED, steps=LED.steps[:2])
    state = replay(begin(bare), [to("insight"), NOTED])
    state = replay(state, [to("welcome"), READ])
    refuses(state, Unpaced(), NoActionError)


def test_alone_one_looks_back_and_goes_on_too() -> None:
    state = led(*WITH_ACTION, Unpaced())
    state = replay(state, [READ, Back()])
    assert state.at == "hurts"
    assert advance(state, Returned()).at == "when"


def test_what_was_promised_is_not_asked_again_alone() -> None:
    state = led("action", OFFERED, FINE, "commit", PROMISED, Unpaced())
    assert state.at == "close"


def test_a_replay_of_the_events_gives_the_same_state() -> None:
    events: list[Event] = [
        to("action"), OFFERED, Back(), Back(), Back(), NOTED, to("when"), Returned(), Left(),
        Resumed(), to("action"), Returned(), FINE, Unpaced(), READ,
    ]  # fmt: skip
    raw = msgspec.json.encode(events)
    assert replay(begin(LED), msgspec.json.decode(raw, type=list[Event])) == replay(
        begin(LED), events
    )
