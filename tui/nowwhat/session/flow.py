"""The flow from step to step: `advance(state, event)` answers with the next state, or refuses.

Two tables say what is legal: which events each ending leaves, and which answers each kind of step
takes. The law stands in `_opened`: a session that has no committed action cannot finish.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from nowwhat.session import accept, pacing
from nowwhat.session.conditions import applies
from nowwhat.session.errors import (
    CheckInOwedError,
    NoActionError,
    OutOfTurnError,
)
from nowwhat.session.events import (
    Answer,
    Back,
    Breathed,
    Chose,
    Committed,
    Did,
    Event,
    Kept,
    Left,
    Misread,
    Noted,
    Offered,
    Paced,
    Planned,
    Rated,
    Resumed,
    Returned,
    Reviewed,
    SetDown,
    Slowed,
    Unpaced,
    WentOn,
)
from nowwhat.session.script import (
    Act,
    Breathe,
    Card,
    Choose,
    Commit,
    Depth,
    Do,
    Fact,
    Note,
    Plan,
    Rate,
    Read,
    Review,
    Script,
)
from nowwhat.session.state import Ending, Given, State

TAKES: dict[type, frozenset[type]] = {
    Read: frozenset({WentOn}),
    Note: frozenset({Noted}),
    Rate: frozenset({Rated}),
    Choose: frozenset({Chose}),
    Breathe: frozenset({Breathed}),
    Act: frozenset({Offered, Kept, Misread}),
    Plan: frozenset({Planned}),
    Commit: frozenset({Committed}),
    Do: frozenset({Did}),
    Review: frozenset({Reviewed}),
    Card: frozenset({WentOn}),
}
"""Which answers each kind of step takes."""

LEGAL: dict[Ending, frozenset[type]] = {
    Ending.OPEN: frozenset({Back, Slowed, Left, SetDown, Paced, Returned, Unpaced}).union(
        *TAKES.values()
    ),
    Ending.LEFT: frozenset({Resumed, SetDown}),
    Ending.SET_DOWN: frozenset(),
    Ending.FINISHED: frozenset(),
}
"""Which events each ending leaves."""


def begin(
    script: Script,
    *,
    depth: Depth = "short",
    facts: Iterable[Fact] = (),
    subject: str = "",
    owed: int = 0,
) -> State:
    """Begin a sitting; that of a led script waits for its room to open the first stop.

    Args:
        script: What to go through.
        depth: Its short or its full form.
        facts: What is known beforehand.
        subject: The earlier action that this is about, in words.
        owed: Open actions that are neither accounted for nor postponed.

    Raises:
        CheckInOwedError: The script takes a new insight while actions are open.
        NoActionError: No step of the script applies.
    """
    if owed and script.takes_insight:
        raise CheckInOwedError(f"{owed} open actions come before a new insight")
    state = State(script=script, depth=depth, facts=frozenset(facts), subject=subject)
    return state if state.paced else _onward(state)


def advance(state: State, event: Event) -> State:
    """Answer an event with the state that follows it.

    Raises:
        OutOfTurnError: The event does not fit the step that is open, or the sitting has ended.
        NotAnAnswerError: Its value is none that the step takes.
        NoActionError: The script would end without a committed action.
    """
    if type(event) not in LEGAL[state.ending]:
        raise OutOfTurnError(f"{type(event).__name__} when the sitting is {state.ending}")
    match event:
        case Back():
            return pacing.back(state) if state.script.setting == "group" else _back(state)
        case Paced(step=stop):
            return pacing.paced(state, stop)
        case Returned():
            return _returned(state)
        case Unpaced():
            return _unpaced(state)
        case Slowed():
            return replace(state, depth="full")
        case Left():
            done = state.committed and state.script.role == "session"
            return replace(state, ending=Ending.FINISHED if done else Ending.LEFT)
        case Resumed():
            return replace(state, ending=Ending.OPEN)
        case SetDown():
            if state.committed:
                raise OutOfTurnError("what is committed to is not set down; it can be let go")
            return replace(state, ending=Ending.SET_DOWN)
        case _:
            return _answered(state, event)


def replay(state: State, events: Iterable[Event]) -> State:
    """Go through a list of events from `state`; the same list gives the same state.

    Raises:
        SessionError: An event does not fit, as in `advance`.
    """
    for event in events:
        state = advance(state, event)
    return state


def _answered(state: State, event: Answer) -> State:
    step = state.step
    if step is None or event.step != step.id or type(event) not in TAKES[type(step)]:
        at = state.at or "the end"
        raise OutOfTurnError(f"{type(event).__name__} for {event.step} when {at} is open")
    accepted = accept.answer(state, step, event)
    if not isinstance(accepted, Given):
        return replace(state, tries=accepted)
    if state.script.setting == "group":
        state = pacing.answered(state, accepted)
        return _led(state, pacing.following(state, step.id))
    return _onward(replace(state, given=(*state.given, accepted), tries=()))


def _onward(state: State) -> State:
    """Go on to the next step that applies after the last one answered."""
    steps = state.script.steps
    last = state.given[-1].step if state.given else None
    start = next((i for i, step in enumerate(steps, 1) if step.id == last), 0)
    following = next((step.id for step in steps[start:] if applies(step, state)), "")
    return _opened(state, following)


def _led(state: State, following: str) -> State:
    """Go on in a led script; in a room one waits, and only leaving finishes there."""
    paced = state.paced
    return pacing.standing(state, following) if paced or following else _opened(state, "")


def _returned(state: State) -> State:
    if state.script.setting != "group":
        raise OutOfTurnError("there is no room to go back to")
    return _led(state, pacing.present(state))


def _unpaced(state: State) -> State:
    if not state.paced:
        raise OutOfTurnError("no room sets the pace")
    state = replace(state, open_to="", alone=True)
    return _led(state, pacing.present(state))


def _opened(state: State, following: str) -> State:
    """Open a step; finish where none follows."""
    if following:
        return replace(state, at=following)
    if not _may_finish(state):
        raise NoActionError(f"{state.script.id} ended without a committed action")
    return replace(state, at="", ending=Ending.FINISHED)


def _may_finish(state: State) -> bool:
    """The law: a session on a committed action; a check-in on an account, and nothing half said."""
    if state.script.role == "session":
        return state.committed
    return state.outcome is not None and (state.committed or state.action is None)


def _back(state: State) -> State:
    """Take back the last answer; what is only said, not asked, is passed over backwards too."""
    given = state.given
    while given:
        step = state.script.step(given[-1].step)
        if isinstance(step, Commit):
            break
        given = given[:-1]
        if not (isinstance(step, Read) and not step.ask):
            return replace(state, given=given, at=step.id, tries=())
    raise OutOfTurnError("there is nothing before this to go back to")
