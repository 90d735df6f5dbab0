"""What the engine's tests are built from: one step of each kind, one answer of each type."""

from typing import Literal, get_args

import msgspec
import pytest

from nowwhat.session.errors import SessionError
from nowwhat.session.events import (
    Answer,
    Breathed,
    Chose,
    Committed,
    Did,
    Event,
    Kept,
    Misread,
    Noted,
    Offered,
    Planned,
    Rated,
    Reviewed,
    WentOn,
)
from nowwhat.session.flow import advance, begin, replay
from nowwhat.session.records import Outcome
from nowwhat.session.script import (
    Act,
    Breathe,
    Card,
    Choose,
    Commit,
    Do,
    Note,
    Option,
    Plan,
    Rate,
    Read,
    Review,
    Script,
    Step,
)
from nowwhat.session.state import State
from nowwhat.session.verdict import Reason, Safety, Verdict

GOOD = Verdict(concrete=True, behaviour=True, when="at six")
VAGUE = Verdict(concrete=False, reasons=(Reason.HEDGED,), behaviour=True, when="at six")
ASKED = Verdict(concrete=True, safety=Safety.ASK, concern="dose", behaviour=True, when="at six")
STOPPED = Verdict(concrete=True, safety=Safety.STOP, concern="harm", behaviour=True, when="at six")

YES_NO = (Option("yes", "Yes"), Option("no", "No"))
OUTCOMES = tuple(Option(str(outcome), str(outcome)) for outcome in Outcome)

READ = Read(id="read", says=("A word.",))
NOTE = Note(id="note", ask=("What?",))
RATE = Rate(id="rate", ask=("How much?",), low="none", high="all")
CHOOSE = Choose(id="choose", ask=("Which?",), options=YES_NO)
BREATHE = Breathe(id="breathe", ask=("Ready?",), pattern="box", others=("even",))
ACT = Act(id="act", ask=("What will you do?",), starters="")
PLAN = Plan(id="plan", ask=("When?",), part="when")
COMMIT = Commit(id="commit", ask=("Will you?",))
DO = Do(id="do", ask=("Begin.",))
REVIEW = Review(id="review", ask=("What happened?",), options=OUTCOMES)
CARD = Card(id="card")

STEPS: tuple[Step, ...] = (
    READ, NOTE, RATE, CHOOSE, BREATHE, ACT, PLAN, COMMIT, DO, REVIEW, CARD,
)  # fmt: skip
"""One step of each kind."""

LINE = "call the clinic at six"


def answers_for(step: str) -> dict[type, Answer]:
    """One answer of each type, each of them good where its type is taken."""
    given: tuple[Answer, ...] = (
        WentOn(step=step),
        Noted(step=step, text="words"),
        Rated(step=step, value=3),
        Chose(step=step, option="yes"),
        Breathed(step=step, pattern="box", seconds=60, ending="stayed"),
        Offered(step=step, line=LINE, verdict=GOOD),
        Kept(step=step),
        Misread(step=step),
        Planned(step=step, text="at six"),
        Committed(step=step),
        Did(step=step, seconds=10, ending="done"),
        Reviewed(step=step, outcome=Outcome.DONE),
    )
    assert {type(answer) for answer in given} == set(get_args(Answer))
    return {type(answer): answer for answer in given}


def script_of(*steps: Step, role: Literal["session", "checkin"] = "session") -> Script:
    """A script of these steps."""
    return Script(id="sample", title="Sample", summary="A sample.", steps=steps, role=role)


def opened(*steps: Step, role: Literal["session", "checkin"] = "session") -> State:
    """A sitting that has just begun; what is needed to finish stands behind `steps`."""
    return begin(script_of(*steps, END_ACT, END_COMMIT, role=role))


def at_act(*tried: tuple[str, Verdict]) -> State:
    """A sitting at its act step, where these lines were offered before."""
    events = (
        Offered(step="act", line=line, verdict=verdict, round=number)
        for number, (line, verdict) in enumerate(tried, 1)
    )
    return replay(opened(ACT), events)


def refuses(state: State, event: Event, error: type[SessionError]) -> None:
    """Assert that the engine refuses with exactly this error, and that nothing has changed."""
    before = msgspec.json.encode(state)
    with pytest.raises(error) as caught:
        advance(state, event)
    assert type(caught.value) is error
    assert msgspec.json.encode(state) == before


END_ACT = Act(id="end_act", ask=("What will you do?",), starters="")
END_COMMIT = Commit(id="end_commit", ask=("Will you?",))
