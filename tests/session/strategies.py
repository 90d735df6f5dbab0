"""Arbitrary scripts, sound and unsound, and arbitrary and fitting events for a sitting in them."""

from collections.abc import Callable

from hypothesis import strategies as st
from tests.session.samples import ASKED, GOOD, OUTCOMES, STOPPED, VAGUE, YES_NO, script_of

from nowwhat.session.conditions import options_of
from nowwhat.session.events import (
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
    Planned,
    Rated,
    Resumed,
    Reviewed,
    SetDown,
    Slowed,
    WentOn,
)
from nowwhat.session.records import Outcome
from nowwhat.session.script import (
    Act,
    Breathe,
    Card,
    Choose,
    Commit,
    Condition,
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
from nowwhat.session.state import Ending, State
from nowwhat.session.verdict import Safety, Verdict

IDS = st.sampled_from("abcdefgh")
"""Few enough that steps share one and that conditions find theirs."""

FACTS = st.sampled_from(["night", "repeatable"])
VALUES = st.integers(0, 10)
TEXTS = st.text(max_size=4) | st.just("words")

CONDITIONS = st.none() | st.builds(
    Condition,
    answer=IDS | st.just(""),
    fact=st.just("") | FACTS,
    is_=st.lists(
        st.sampled_from(["yes", "no", "stayed", "done", "notyet", "later"]), max_size=2
    ).map(tuple),
    at_least=st.none() | VALUES,
    at_most=st.none() | VALUES,
    given=st.none() | st.booleans(),
    risen_from=st.just("") | IDS,
    by=st.integers(-1, 4),
)
OPTIONS = st.just(YES_NO) | st.just((Option("yes", "Yes"), Option("again", "A", fact="repeatable")))
DEPTHS = st.sampled_from(["short", "short", "full"])
MAYBE = st.booleans()


def _step(kind: type[Step], **more: st.SearchStrategy[object]) -> st.SearchStrategy[Step]:
    asked = st.sampled_from([(), ("What?",)])
    return st.builds(kind, id=IDS, ask=asked, depth=DEPTHS, only_if=CONDITIONS, **more)


ANY_STEP: st.SearchStrategy[Step] = st.one_of(
    _step(Read),
    _step(Note, optional=MAYBE, keeps=st.sampled_from(["insight", "answer"])),
    _step(Rate, low=st.just("0"), high=st.just("10")),
    _step(Choose, options=OPTIONS),
    _step(Breathe, pattern=st.just("box")),
    _step(Act, starters=st.just("")),
    _step(Plan, part=st.just("when"), optional=MAYBE),
    _step(Commit),
    _step(Do),
    _step(Review, options=st.just(OUTCOMES)),
    _step(Card),
)
"""A step that need not fit the others: its id may be taken, its condition may make no sense."""

ROLES = st.sampled_from(["session", "session", "checkin"])


def _finishing(steps: list[Step]) -> list[Step]:
    """With what a session needs to finish, put where it always comes."""
    act, commit = Act(id="x", ask=("What?",), starters=""), Commit(id="y", ask=("Will you?",))
    return [*steps, act, commit]


SCRIPTS: st.SearchStrategy[Script] = st.builds(
    lambda steps, role: script_of(*steps, role=role),
    st.lists(ANY_STEP, max_size=7) | st.lists(ANY_STEP, max_size=5).map(_finishing),
    ROLES,
)

VERDICTS = st.sampled_from([GOOD, GOOD, VAGUE, ASKED, STOPPED]) | st.builds(
    Verdict,
    concrete=MAYBE,
    safety=st.sampled_from(Safety),
    behaviour=MAYBE,
    when=st.sampled_from(["", "at six"]),
)
NUMBERS = st.integers(-2, 12)

ANY_EVENT: st.SearchStrategy[Event] = st.one_of(
    st.builds(WentOn, step=IDS),
    st.builds(Noted, step=IDS, text=TEXTS),
    st.builds(Rated, step=IDS, value=NUMBERS),
    st.builds(Chose, step=IDS, option=st.sampled_from(["yes", "no", "again", "maybe"])),
    st.builds(
        Breathed,
        step=IDS,
        pattern=st.sampled_from(["box", "even"]),
        seconds=NUMBERS,
        ending=st.sampled_from(["stayed", "left", "declined"]),
    ),
    st.builds(Offered, step=IDS, line=TEXTS, verdict=VERDICTS, round=st.integers(0, 3)),
    st.builds(Kept, step=IDS),
    st.builds(Misread, step=IDS),
    st.builds(Planned, step=IDS, text=TEXTS),
    st.builds(Committed, step=IDS),
    st.builds(Did, step=IDS, seconds=NUMBERS, ending=st.sampled_from(["done", "part", "later"])),
    st.builds(Reviewed, step=IDS, outcome=st.sampled_from(Outcome)),
    st.sampled_from([Back(), Slowed(), Left(), Resumed(), SetDown()]),
)
"""An event that need not fit anything."""

Move = Event | int
"""An event as it is, or the number of one that fits where the sitting stands."""

MOVES: st.SearchStrategy[list[Move]] = st.lists(
    st.one_of(st.integers(0, 10_000), st.integers(0, 10_000), ANY_EVENT), max_size=30
)


def event_for(move: Move, state: State) -> Event:
    """Make a move an event: a number counts through what fits, answers twice as often as turns."""
    if not isinstance(move, int):
        return move
    turns: list[Event] = {
        Ending.OPEN: [Back(), Slowed(), Left(), SetDown()],
        Ending.LEFT: [Resumed(), Resumed(), Resumed(), SetDown()],
        Ending.SET_DOWN: [Resumed(), Back()],
        Ending.FINISHED: [Resumed(), Left()],
    }[state.ending]
    step = state.step
    if step is None or state.ending is not Ending.OPEN or move % 8 == 0:
        return turns[move // 8 % len(turns)]
    fitting = answers_at(step, state)
    return fitting[move // 8 % len(fitting)]


def answers_at(
    step: Step, state: State, ratings: Callable[[Rate], range] = lambda step: range(step.top + 1)
) -> list[Event]:
    """List every answer that a step takes, as far as the engine tells them apart."""
    at = step.id
    match step:
        case Read() | Card():
            return [WentOn(step=at)]
        case Note(optional=optional):
            texts = ["words", "", "more"] if optional else ["words"]
            return [Noted(step=at, text=text) for text in texts]
        case Rate():
            return [Rated(step=at, value=value) for value in ratings(step)]
        case Choose():
            options = [option.id for option in options_of(step, state)]
            return [Chose(step=at, option=option) for option in options]
        case Breathe():
            return [
                Breathed(step=at, pattern=step.pattern, seconds=9, ending="stayed"),
                Breathed(step=at, pattern=step.pattern, seconds=9, ending="left"),
                Breathed(step=at, pattern=step.pattern, seconds=0, ending="declined"),
            ]
        case Act():
            number = len(state.tries) + 1
            offers = [
                Offered(step=at, line=f"line {number} of {at}", verdict=verdict, round=number)
                for verdict in (GOOD, VAGUE, ASKED, STOPPED)
            ]
            return [*offers, Kept(step=at), Misread(step=at)]
        case Plan(optional=optional):
            return [Planned(step=at, text=text) for text in (["now", ""] if optional else ["now"])]
        case Commit():
            return [Committed(step=at)]
        case Do():
            return [
                Did(step=at, seconds=9, ending="done"),
                Did(step=at, seconds=9, ending="part"),
                Did(step=at, seconds=0, ending="later"),
            ]
        case Review():
            return [Reviewed(step=at, outcome=outcome) for outcome in Outcome]
