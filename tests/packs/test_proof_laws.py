"""Laws of the proof: over arbitrary scripts it finds a fault exactly where the engine meets one."""

from collections.abc import Callable

import pytest
from hypothesis import find, given, settings
from tests.packs.walking import NAMES, Truth, scripts
from tests.session.led import LED
from tests.session.strategies import MOVES, SUBJECT, Move, event_for
from tests.session.test_laws import ONE, committed_to_the_latest

from nowwhat.packs.pack import Pack
from nowwhat.packs.proof import proof_faults
from nowwhat.packs.rules import script_faults
from nowwhat.session.errors import NoActionError, SessionError
from nowwhat.session.events import Unpaced
from nowwhat.session.flow import advance, begin
from nowwhat.session.script import Depth, Script
from nowwhat.session.state import Ending, State


@settings(deadline=None, max_examples=150)
@given(scripts())
def test_the_proof_finds_a_fault_exactly_where_there_is_one(script: Script) -> None:
    assert list(script_faults(script, "x", NAMES)) == []
    faults = list(proof_faults(script, "x"))
    truth = Truth(script)
    every = {step.id for step in script.steps}
    assert (not faults) is (truth.lawful and truth.reached == every)
    if truth.lawful:
        assert {fault.step for fault in faults} == every - truth.reached


@settings(deadline=None, max_examples=150)
@given(scripts(), MOVES)
def test_no_walk_through_a_proven_script_ends_on_anything_else(
    script: Script, moves: list[Move]
) -> None:
    if not list(proof_faults(script, "x")):
        walk(script, "short", moves)
        walk(script, "full", moves)


PACK = Pack.find("en")
SHIPPED = [LED, *(PACK.script(name) for name in PACK.script_names)]


@pytest.mark.parametrize("script", SHIPPED, ids=lambda script: script.id)
@settings(deadline=None, max_examples=30)
@given(MOVES)
def test_no_walk_through_a_shipped_script_ends_on_anything_else(
    script: Script, moves: list[Move]
) -> None:
    walk(script, "short", moves * 3)
    walk(script, "full", moves * 3)


@pytest.mark.parametrize("script", SHIPPED, ids=lambda script: script.id)
def test_the_walks_through_a_shipped_script_do_come_to_its_end(script: Script) -> None:
    def finishes(moves: list[Move]) -> bool:
        return walk(script, "full", moves * 3).ending is Ending.FINISHED

    assert find(MOVES, finishes, settings=ONE)


def walk(script: Script, depth: Depth, moves: list[Move]) -> State:
    """Go through a script; assert that no end is another than a lawful one."""
    subject = SUBJECT if script.role == "checkin" else ""
    state = begin(script, depth=depth, facts=["repeatable"], subject=subject)
    state = advance(state, Unpaced()) if state.paced else state
    for move in moves:
        try:
            state = advance(state, event_for(move, state))
        except NoActionError:
            pytest.fail("a proven script ended without a committed action")
        except SessionError:
            continue
    if state.ending is Ending.FINISHED:
        accounted = script.role == "checkin" and state.outcome is not None
        assert committed_to_the_latest(state) or (accounted and state.action is None)
    return state


SOME: list[Callable[[list[object], Truth], bool]] = [
    lambda faults, truth: not faults and len(truth.reached) > 4,
    lambda faults, truth: bool(faults) and not truth.lawful,
    lambda faults, truth: bool(faults) and truth.lawful,
]


@pytest.mark.parametrize("some", SOME, ids=["sound", "lawless", "unreached"])
def test_the_law_of_the_proof_is_tried_on_scripts_of_every_sort(
    some: Callable[[list[object], Truth], bool],
) -> None:
    def is_one(script: Script) -> bool:
        return some(list(proof_faults(script, "x")), Truth(script))

    assert is_one(find(scripts(), is_one, settings=ONE))
