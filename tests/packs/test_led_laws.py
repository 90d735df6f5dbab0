"""Laws of led scripts: however a room leads, whoever takes it home comes to a committed action."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.packs.walking import ASK, BARE, HURT, NAMES, conditions
from tests.session.led import LED
from tests.session.strategies import MOVES, Move, answers_at, event_for
from tests.session.test_laws import committed_to_the_latest

from nowwhat.packs.led import led_faults
from nowwhat.packs.pack import Pack
from nowwhat.packs.proof import proof_faults
from nowwhat.packs.rules import script_faults
from nowwhat.session.errors import NoActionError, SessionError
from nowwhat.session.events import Unpaced
from nowwhat.session.flow import advance, begin
from nowwhat.session.script import Act, Card, Choose, Commit, Condition, Do, Review, Script, Step
from nowwhat.session.state import Ending, State

ACTING = (
    Act(id="act", ask=ASK, starters=""),
    Choose(id="hurts", ask=ASK, options=HURT, keeps="hurt"),
    Act(
        id="safer",
        ask=ASK,
        starters="",
        only_if=Condition(answer="hurts", is_=("hurt", "unsure")),
    ),
)
COMMIT, CLOSE = Commit(id="commit", ask=ASK), Card(id="close")


def _is_plain(step: Step) -> bool:
    doubts = isinstance(step, Choose) and step.keeps == "hurt"
    return not (doubts or isinstance(step, Act | Commit | Do | Review))


@st.composite
def led_scripts(draw: st.DrawFn) -> Script:
    """A led script without a fault: stops where they may be, conditions in blocks."""
    steps: list[Step] = []
    bare = draw(st.lists(BARE.filter(_is_plain), min_size=1, max_size=6))
    acts_at, commits_at = draw(st.integers(0, 3)), draw(st.integers(2, 6))
    for number, each in enumerate(bare):
        if number == acts_at:
            steps += ACTING
        if number == max(acts_at + 1, commits_at):
            steps.append(COMMIT)
        only_if = draw(st.none() | conditions(steps)) if steps else None
        steps.append(replace(each, id=f"s{number}", only_if=only_if))
    steps += [] if ACTING[0] in steps else ACTING
    steps += [CLOSE] if COMMIT in steps else [COMMIT, CLOSE]
    ends = (steps[0].id, "close")
    paced = tuple(
        replace(step, minutes=1.0, notes="Wait.")
        if step.id in ends or (step.only_if is None and draw(st.booleans()))
        else step
        for step in steps
    )
    total = sum(step.minutes for step in paced)
    return Script(
        id="sample", title="", summary="", steps=paced, setting="group", minutes=(total, total)
    )


def goes_home(script: Script, moves: list[Move], answers: list[int]) -> State:
    """Be led for a while, and go through the rest alone; nothing may be in the way of that."""
    state = begin(script, facts=["repeatable"])
    for move in moves:
        try:
            state = advance(state, event_for(move, state))
        except NoActionError:
            pytest.fail("a proven script came to an end without a committed action")
        except SessionError:
            continue
        if state.ending is not Ending.OPEN:
            return state
    state = advance(state, Unpaced()) if state.paced else state
    for number in range(len(script.steps) + 1):
        if state.step is None:
            break
        fitting = answers_at(state.step, state)
        if isinstance(state.step, Act):
            fitting = [e for e in fitting if _is_taken(state, e)]
        state = advance(state, fitting[answers[number % len(answers)] % len(fitting)])
    return state


def _is_taken(state: State, event: object) -> bool:
    try:
        return advance(state, event).tries == ()  # type: ignore[arg-type]
    except SessionError:
        return False


ANSWERS = st.lists(st.integers(0, 50), min_size=1, max_size=8)


@settings(deadline=None, max_examples=300)
@given(led_scripts(), MOVES, ANSWERS)
def test_whoever_takes_a_proven_script_home_comes_to_a_committed_action(
    script: Script, moves: list[Move], answers: list[int]
) -> None:
    assert list(script_faults(script, "x", NAMES)) == []
    assert list(led_faults(script, "x")) == []
    if any(fault.key == "" for fault in proof_faults(script, "x")):
        return
    ended = goes_home(script, moves, answers)
    if ended.ending is Ending.FINISHED:
        assert committed_to_the_latest(ended)
    else:
        assert ended.ending in (Ending.LEFT, Ending.SET_DOWN)


PACK = Pack.find("en")
SHIPPED = [LED, *(PACK.script(name) for name in PACK.group_names)]


@pytest.mark.parametrize("script", SHIPPED, ids=lambda script: script.id)
@settings(deadline=None, max_examples=100)
@given(MOVES, ANSWERS)
def test_so_does_whoever_takes_home_one_that_is_there(
    script: Script, moves: list[Move], answers: list[int]
) -> None:
    ended = goes_home(script, moves, answers)
    assert ended.ending is not Ending.OPEN
    assert ended.ending is not Ending.FINISHED or committed_to_the_latest(ended)


def test_the_law_is_tried_on_scripts_that_the_proof_accepts() -> None:
    found: list[bool] = []

    @settings(deadline=None, max_examples=100, database=None, derandomize=True)
    @given(led_scripts())
    def count(script: Script) -> None:
        found.append(not any(fault.key == "" for fault in proof_faults(script, "x")))

    count()
    assert sum(found) > len(found) / 2
