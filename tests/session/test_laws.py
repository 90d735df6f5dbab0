"""Laws of the engine, over arbitrary scripts and arbitrary lists of events."""

from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import Phase, find, given, reject, settings
from hypothesis import strategies as st
from tests.session.strategies import (
    ANY_EVENT,
    BEGINNINGS,
    LED_BEGINNINGS,
    MOVES,
    SUBJECT,
    Move,
    event_for,
)

from nowwhat.session.conditions import applies
from nowwhat.session.errors import SessionError
from nowwhat.session.events import (
    Back,
    Committed,
    Event,
    Kept,
    Left,
    Misread,
    Paced,
    Returned,
    Slowed,
    StepEvent,
    Unpaced,
)
from nowwhat.session.flow import LEGAL, TAKES, advance, replay
from nowwhat.session.moment import Moment
from nowwhat.session.pacing import stops_of
from nowwhat.session.records import Action
from nowwhat.session.script import Choose, Commit
from nowwhat.session.state import Ending, Given, GivenAction, State
from nowwhat.sitting.draft import Draft, Taken, decode, encode

NOON = Moment(datetime(2025, 6, 1, 12, tzinfo=UTC), "UTC")


class Gone:
    """A sitting that went through a list of moves: where it began, what was accepted, where it is.

    What was refused is checked to have changed nothing, what was accepted to be legal.
    """

    def __init__(self, begun: State, moves: list[Move]) -> None:
        self.begun = self.state = begun
        self.accepted: list[Event] = []
        for move in moves:
            event = event_for(move, self.state)
            before = msgspec.json.encode(self.state)
            try:
                following = advance(self.state, event)
            except SessionError:
                assert msgspec.json.encode(self.state) == before
                continue
            assert msgspec.json.encode(self.state) == before
            is_legal(self.state, event, following)
            self.state = following
            self.accepted.append(event)


def is_legal(before: State, event: Event, after: State) -> None:
    """Assert that a move is one that the tables and the order of the steps allow."""
    assert type(event) in LEGAL[before.ending]
    known = (before.script, before.facts, before.subject)
    assert (after.script, after.facts, after.subject) == known
    assert after.depth == ("full" if isinstance(event, Slowed) else before.depth)
    _is_legally_paced(before, event, after)
    if isinstance(event, StepEvent):
        assert before.step is not None
        assert event.step == before.at
        assert type(event) in TAKES[type(before.step)]
    if before.script.setting == "group":
        _is_legal_in_a_led_script(before, event, after)
    elif isinstance(event, StepEvent):
        if after.given == before.given:
            assert after.at == before.at
        else:
            assert after.given[:-1] == before.given
            assert after.given[-1].step == before.at
            assert after.tries == ()
    elif isinstance(event, Back):
        gone = before.given[len(after.given) :]
        assert before.given == (*after.given, *gone)
        assert (gone[0].step, ()) == (after.at, after.tries)
        assert not any(isinstance(before.script.step(given.step), Commit) for given in gone)
    else:
        assert (after.given, after.at, after.tries) == (before.given, before.at, before.tries)
    if after.ending is Ending.OPEN:
        assert after.step is not None or after.paced


def _is_legally_paced(before: State, event: Event, after: State) -> None:
    """Assert that a room alone goes on to its stops, and that who goes alone stays so."""
    match event:
        case Paced():
            assert before.paced
            assert event.step in stops_of(before.script)
            assert (after.open_to, after.alone) == (event.step, False)
        case Unpaced():
            assert before.paced
            assert (after.open_to, after.alone) == ("", True)
        case _:
            assert (after.open_to, after.alone) == (before.open_to, before.alone)


def _is_legal_in_a_led_script(before: State, event: Event, after: State) -> None:
    """Assert that nothing is lost by going to and fro, and that what was promised stays so."""
    ids = [step.id for step in before.script.steps]
    assert [g.step for g in after.given] == sorted({g.step for g in after.given}, key=ids.index)
    if isinstance(event, StepEvent):
        place = ids.index(before.at)
        earlier = tuple(given for given in before.given if ids.index(given.step) < place)
        assert after.given[: len(earlier)] == earlier
        assert set(after.given) - set(before.given) <= {after.answer(before.at)}
    else:
        assert after.given == before.given
    if isinstance(event, Back):
        assert after.at != ""
        assert before.at == "" or ids.index(after.at) < ids.index(before.at)
    promised = _promised(before)
    assert after.given[: len(promised)] == promised
    assert before.at not in {given.step for given in promised}
    if before.paced and after.ending is Ending.FINISHED:
        assert isinstance(event, Left | Unpaced)


def _promised(state: State) -> tuple[Given, ...]:
    """List what was answered up to the last "I will"."""
    kinds = [isinstance(state.script.step(given.step), Commit) for given in state.given]
    return state.given[: len(kinds) - kinds[::-1].index(True)] if any(kinds) else ()


def committed_to_the_latest(state: State) -> bool:
    """Say whether "I will" was said after the last action was chosen; told from answers alone."""
    chosen = [n for n, given in enumerate(state.given) if isinstance(given, GivenAction)]
    promised = [n for n, given in enumerate(state.given) if given.value == "i_will"]
    return bool(chosen) and bool(promised) and promised[-1] > chosen[-1]


@st.composite
def sittings(draw: st.DrawFn, *, led: bool | None = None) -> Gone:
    """A sitting in any script that begins at all: in a led one, in a solo one, in either."""
    led = draw(st.booleans()) if led is None else led
    begun = draw(LED_BEGINNINGS if led else BEGINNINGS).begun()
    return Gone(begun, draw(MOVES)) if begun else reject()


SITTINGS, LED_SITTINGS = sittings(), sittings(led=True)


@settings(deadline=None, max_examples=400)
@given(SITTINGS)
def test_every_event_either_raises_and_changes_nothing_or_moves_legally(gone: Gone) -> None:
    ids = [step.id for step in gone.state.script.steps]
    led = gone.state.script.setting == "group"
    if len(set(ids)) == len(ids) and gone.state.step is not None and not led:
        way = [*(given.step for given in gone.state.given), gone.state.at]
        assert way == sorted(set(way), key=ids.index)
        assert applies(gone.state.step, gone.state)


@settings(deadline=None, max_examples=400)
@given(LED_SITTINGS)
def test_nobody_stands_beyond_the_pace_of_a_room(gone: Gone) -> None:
    state = gone.state
    if not state.paced:
        return
    open_to = [step.id for step in state.script.steps].index(
        state.open_to or state.script.steps[0].id
    )
    steps = state.script.steps
    block = next((n for n in range(open_to + 1, len(steps)) if steps[n].minutes), len(steps))
    beyond = {step.id for step in steps[block if state.open_to else 0 :]}
    assert state.at not in beyond
    assert state.at or state.waiting or state.ending is not Ending.OPEN
    assert state.step is None or applies(state.step, state)


@settings(deadline=None, max_examples=400)
@given(LED_SITTINGS)
def test_nothing_is_promised_in_a_room_while_it_is_unsaid_whom_it_could_hurt(gone: Gone) -> None:
    state = gone.begun
    for event in gone.accepted:
        if isinstance(event, Committed) and state.paced:
            assert state.action_line not in state.set_aside
            assert not set(_unsaid(state, event.step))
        state = advance(state, event)


def _unsaid(state: State, commit: str) -> Iterator[str]:
    """List questions whom the action could hurt, behind it and before "I will", that are open."""
    ids = [step.id for step in state.script.steps]
    promised = [ids.index(given.step) for given in _promised(state)]
    chosen = ids.index(state.action.step) if state.action else -1
    for step in state.script.steps[max([chosen, *promised]) + 1 : ids.index(commit)]:
        asks = isinstance(step, Choose) and step.keeps == "hurt" and applies(step, state)
        if asks and state.answer(step.id) is None:
            yield step.id


@settings(deadline=None, max_examples=400)
@given(SITTINGS)
def test_no_session_finishes_without_a_commitment_to_the_latest_action(gone: Gone) -> None:
    if gone.state.ending is not Ending.FINISHED:
        return
    if gone.state.script.role == "session":
        assert committed_to_the_latest(gone.state)
    else:
        assert gone.state.outcome is not None
        assert gone.state.action is None or committed_to_the_latest(gone.state)


ONE = settings(deadline=None, max_examples=2000, derandomize=True, phases=[Phase.generate])
"""To find one at all, whether or not there is a smaller one."""


@settings(deadline=None, max_examples=200)
@given(SITTINGS)
def test_no_sitting_finishes_on_a_line_that_was_set_aside(gone: Gone) -> None:
    if gone.state.ending is Ending.FINISHED and gone.state.committed:
        assert gone.state.action_line not in gone.state.set_aside


def test_the_laws_are_tried_on_sittings_that_finish_after_a_line_was_set_aside() -> None:
    def finishes(gone: Gone) -> bool:
        return gone.state.ending is Ending.FINISHED and bool(gone.state.set_aside)

    assert finishes(find(SITTINGS, finishes, settings=ONE))


@pytest.mark.parametrize("role", ["session", "checkin"])
def test_the_laws_are_tried_on_sittings_that_finish(role: str) -> None:
    def finishes(gone: Gone) -> bool:
        return gone.state.ending is Ending.FINISHED and gone.state.script.role == role

    assert finishes(find(SITTINGS, finishes, settings=ONE))


@pytest.mark.parametrize("how", [Left, Unpaced, Committed])
def test_the_laws_are_tried_on_led_sittings_that_finish(how: type[Event]) -> None:
    def finishes(gone: Gone) -> bool:
        return gone.state.ending is Ending.FINISHED and isinstance(gone.accepted[-1], how)

    assert finishes(find(LED_SITTINGS, finishes, settings=ONE))


def test_the_laws_are_tried_on_answers_that_are_given_behind_others() -> None:
    def looks_back(gone: Gone) -> bool:
        ids = [step.id for step in gone.begun.script.steps]
        answered = [ids.index(e.step) for e in gone.accepted if isinstance(e, StepEvent)]
        return gone.state.paced and answered != sorted(answered) and len(gone.state.given) > 3

    assert looks_back(find(LED_SITTINGS, looks_back, settings=ONE))


KINDS = [Back, Kept, Misread, Committed, Slowed, Paced, Returned, Unpaced]


@pytest.mark.parametrize("kind", KINDS)
def test_the_laws_are_tried_on_sittings_where_it_is_accepted(kind: type[Event]) -> None:
    def accepts(gone: Gone) -> bool:
        return any(isinstance(event, kind) for event in gone.accepted)

    assert accepts(find(SITTINGS, accepts, settings=ONE))


@settings(deadline=None, max_examples=200)
@given(SITTINGS)
def test_replaying_what_was_accepted_gives_the_same_state(gone: Gone) -> None:
    assert replay(gone.begun, gone.accepted) == gone.state


@settings(deadline=None, max_examples=200)
@given(SITTINGS)
def test_events_that_were_written_down_give_the_same_state(gone: Gone) -> None:
    raw = msgspec.json.encode(gone.accepted)
    assert replay(gone.begun, msgspec.json.decode(raw, type=list[Event])) == gone.state


@settings(deadline=None, max_examples=200)
@given(SITTINGS)
def test_a_draft_that_was_written_down_stands_where_the_sitting_stood(gone: Gone) -> None:
    about = Action("a1", SUBJECT, NOON, "s1") if gone.begun.subject else None
    draft = Draft(
        id="s2",
        lang="en",
        began=NOON,
        script=gone.begun.script,
        depth=gone.begun.depth,
        facts=gone.begun.facts,
        about=about,
        taken=tuple(Taken(NOON, event) for event in gone.accepted),
    )
    assert decode(encode(draft)) == draft
    assert decode(encode(draft)).state == gone.state


@settings(deadline=None, max_examples=200)
@given(SITTINGS, st.lists(ANY_EVENT, max_size=10), st.lists(st.integers(0, 99), max_size=5))
def test_what_is_set_down_or_finished_takes_no_further_event(
    gone: Gone, events: list[Event], moves: list[Move]
) -> None:
    if gone.state.ending in (Ending.OPEN, Ending.LEFT):
        return
    for event in [*events, *(event_for(move, gone.state) for move in moves)]:
        with pytest.raises(SessionError):
            advance(gone.state, event)
