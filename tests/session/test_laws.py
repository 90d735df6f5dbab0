"""Laws of the engine, over arbitrary scripts and arbitrary lists of events."""

import msgspec
import pytest
from hypothesis import event as noted
from hypothesis import find, given, settings
from hypothesis import strategies as st
from tests.session.strategies import ANY_EVENT, FACTS, MOVES, SCRIPTS, Move, event_for

from nowwhat.session.conditions import applies
from nowwhat.session.errors import SessionError
from nowwhat.session.events import Back, Event, Slowed, StepEvent
from nowwhat.session.flow import LEGAL, TAKES, advance, begin, replay
from nowwhat.session.script import Commit, Script
from nowwhat.session.state import Ending, GivenAction, State

LINE = "call the clinic"
BEGINNINGS = st.tuples(SCRIPTS, st.sampled_from(["short", "full"]), st.frozensets(FACTS))
SITTINGS = st.tuples(BEGINNINGS, MOVES)


class Gone:
    """A sitting that went through a list of moves: where it began, what was accepted, where it is.

    What was refused was checked to have changed nothing, what was accepted to be legal.
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
    assert (after.script, after.facts, after.subject) == (
        before.script, before.facts, before.subject,
    )  # fmt: skip
    assert after.depth == ("full" if isinstance(event, Slowed) else before.depth)
    if isinstance(event, StepEvent):
        assert before.step is not None
        assert event.step == before.at
        assert type(event) in TAKES[type(before.step)]
        stayed = after.given == before.given and after.at == before.at
        assert stayed or (after.given[:-1] == before.given and after.given[-1].step == before.at)
        assert stayed or after.tries == ()
    elif isinstance(event, Back):
        assert len(after.given) < len(before.given)
        assert before.given[: len(after.given)] == after.given
        assert before.given[len(after.given)].step == after.at
        gone = before.given[len(after.given) :]
        assert not any(isinstance(before.script.step(g.step), Commit) for g in gone)
    else:
        assert (after.given, after.at, after.tries) == (before.given, before.at, before.tries)
    assert (after.ending is Ending.OPEN) <= (after.step is not None)


def committed_to_the_latest(state: State) -> bool:
    """Say whether "I will" was said after the last action was chosen; told from answers alone."""
    chosen = [n for n, given in enumerate(state.given) if isinstance(given, GivenAction)]
    promised = [n for n, given in enumerate(state.given) if given.value == "i_will"]
    return bool(chosen) and bool(promised) and promised[-1] > chosen[-1]


def begun_with(beginning: tuple[Script, str, frozenset[str]]) -> State | None:
    script, depth, facts = beginning
    subject = LINE if script.role == "checkin" else ""
    try:
        return msgspec.structs.replace(
            begin(script, facts=sorted(facts), subject=subject),  # type: ignore[type-var]
            depth=depth,
        )
    except SessionError:
        return None


@settings(deadline=None, max_examples=500)
@given(SITTINGS)
def test_every_event_either_raises_and_changes_nothing_or_moves_legally(
    sitting: tuple[tuple[Script, str, frozenset[str]], list[Move]],
) -> None:
    begun = begun_with(sitting[0])
    if begun is not None:
        gone = Gone(begun, sitting[1])
        noted(f"{gone.state.script.role} {gone.state.ending}")
