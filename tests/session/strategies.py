"""Arbitrary scripts, sound and unsound, and arbitrary and fitting events for a sitting in them."""

from datetime import UTC, datetime
from typing import NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace
from tests.session.samples import ASKED, GOOD, OUTCOMES, STOPPED, VAGUE, YES_NO, script_of

from nowwhat.session.conditions import options_of
from nowwhat.session.errors import SessionError
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
from nowwhat.session.flow import begin
from nowwhat.session.moment import Due, Moment
from nowwhat.session.pacing import stops_of
from nowwhat.session.records import Outcome
from nowwhat.session.script import (
    Act,
    Breathe,
    Card,
    Choose,
    Commit,
    Condition,
    Depth,
    Do,
    Fact,
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

SUBJECT = "call the clinic"
"""What a check-in is about."""

IDS = st.sampled_from("abcdef")
"""Few enough that steps share one and that conditions find theirs."""

FACTS: st.SearchStrategy[Fact] = st.sampled_from(["night", "repeatable"])
DEPTHS: st.SearchStrategy[Depth] = st.sampled_from(["short", "short", "full"])
VALUES = st.integers(0, 10)
MAYBE = st.booleans()

CONDITIONS = st.none() | st.one_of(
    st.builds(Condition, fact=FACTS),
    st.builds(Condition, answer=IDS, is_=st.sampled_from([("yes",), ("stayed", "done"), ("no",)])),
    st.builds(Condition, answer=IDS, at_least=VALUES),
    st.builds(Condition, answer=IDS, at_most=VALUES),
    st.builds(Condition, answer=IDS, given=MAYBE),
    st.builds(Condition, answer=IDS, risen_from=IDS, by=st.integers(-1, 4)),
    st.just(Condition()),
)
"""Conditions of every sort, on any answer, whether there is one to look at or not."""

ASK = ("What?",)
COMMON = {"id": IDS, "ask": st.sampled_from([ASK, ()]), "depth": DEPTHS, "only_if": CONDITIONS}
OPTIONS = (YES_NO, (Option("yes", "Yes"), Option("again", "Again", fact="repeatable")), ())
HURT = (Option("uncomfortable", "No"), Option("hurt", "Yes"), Option("unsure", "Not sure"))

ANY_STEP: st.SearchStrategy[Step] = st.one_of(
    st.builds(Act, **COMMON),
    st.builds(Commit, **COMMON),
    st.builds(Read, **COMMON),
    st.builds(Note, **COMMON, optional=MAYBE, keeps=st.sampled_from(["answer", "insight"])),
    st.builds(Rate, **COMMON, low=st.just("none"), high=st.just("all")),
    st.builds(Choose, **COMMON, options=st.sampled_from(OPTIONS)),
    st.builds(Choose, **COMMON, options=st.just(HURT), keeps=st.just("hurt")),
    st.builds(Breathe, **COMMON, pattern=st.just("box")),
    st.builds(Plan, **COMMON, part=st.just("when"), optional=MAYBE),
    st.builds(Do, **COMMON),
    st.builds(Review, **COMMON, options=st.just(OUTCOMES)),
    st.builds(Card, **COMMON),
)
"""A step that need not fit the others: its condition may make no sense where it stands."""

ACCOUNT = Review(id="r", ask=ASK, options=OUTCOMES)
ACTION = Act(id="x", ask=ASK, starters="")
PROMISE = Commit(id="y", ask=ASK)
DOUBTED = Act(id="v", ask=ASK, starters="")
DOUBT = Choose(id="w", ask=ASK, options=HURT, keeps="hurt")


def _named_anew(steps: list[Step]) -> list[Step]:
    """Give each an id of its own."""
    return [replace(step, id=chr(ord("a") + number)) for number, step in enumerate(steps)]


def _finishing(steps: list[Step]) -> list[Step]:
    """Put what is needed to finish where it always comes."""
    return [ACCOUNT, *_named_anew(steps), ACTION, PROMISE]


def _with_a_doubt(steps: list[Step]) -> list[Step]:
    """Put before it an action of which is asked whether someone could be hurt."""
    return [DOUBTED, DOUBT, *_named_anew(steps), ACTION, PROMISE, Card(id="z")]


SCRIPTS: st.SearchStrategy[Script] = st.builds(
    lambda steps, role: script_of(*steps, role=role),
    st.one_of(
        st.lists(ANY_STEP, max_size=5).map(_finishing),
        st.lists(ANY_STEP, max_size=2).map(_with_a_doubt),
        st.lists(ANY_STEP, min_size=1, max_size=6).map(_named_anew),
        st.lists(ANY_STEP, min_size=1, max_size=6),
    ),
    st.sampled_from(["session", "session", "checkin"]),
)
"""Scripts that can finish, that may not, and whose steps share ids."""


@st.composite
def led_scripts(draw: st.DrawFn) -> Script:
    """A script that a facilitator leads: its first step is a stop, others may be."""
    script = draw(SCRIPTS)
    steps = _named_anew(list(script.steps))
    stops = [True, *(draw(MAYBE) for _ in steps[1:])]
    paced = (replace(step, minutes=float(stop)) for step, stop in zip(steps, stops, strict=True))
    return replace(script, steps=tuple(paced), setting="group")


class Beginning(NamedTuple):
    """A script, and how it is begun."""

    script: Script
    depth: Depth
    facts: frozenset[Fact]

    def begun(self) -> State | None:
        """Begin; none where the engine refuses to."""
        subject = SUBJECT if self.script.role == "checkin" else ""
        try:
            return begin(self.script, depth=self.depth, facts=self.facts, subject=subject)
        except SessionError:
            return None


BEGINNINGS = st.builds(Beginning, SCRIPTS, DEPTHS, st.frozensets(FACTS))
LED_BEGINNINGS = st.builds(Beginning, led_scripts(), DEPTHS, st.frozensets(FACTS))

NOON = Due(Moment(datetime(2025, 6, 1, 12, tzinfo=UTC), "UTC"), whole_day=True)
TEXTS = st.text(max_size=4) | st.just("words")
NUMBERS = st.integers(-2, 12)
VERDICTS = st.sampled_from([GOOD, VAGUE, ASKED, STOPPED]) | st.builds(
    Verdict,
    concrete=MAYBE,
    safety=st.sampled_from(Safety),
    behaviour=MAYBE,
    when=st.sampled_from(["", "at six"]),
)

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
    st.builds(Planned, step=IDS, text=TEXTS, due=st.none() | st.just(NOON)),
    st.builds(Committed, step=IDS),
    st.builds(Did, step=IDS, seconds=NUMBERS, ending=st.sampled_from(["done", "part", "later"])),
    st.builds(Reviewed, step=IDS, outcome=st.sampled_from(Outcome)),
    st.sampled_from([Back(), Slowed(), Left(), Resumed(), SetDown(), Returned(), Unpaced()]),
    st.builds(Paced, step=IDS),
)
"""An event that need not fit anything."""

Move = Event | int
"""An event as it is, or the number of one that fits where the sitting stands."""

FITTING: st.SearchStrategy[Move] = st.integers(0, 999)
MOVES = st.one_of(
    st.lists(FITTING, min_size=10, max_size=40),
    st.lists(FITTING, min_size=10, max_size=40),
    st.lists(FITTING | ANY_EVENT, max_size=30),
)

TURNS: dict[Ending, tuple[Event, ...]] = {
    Ending.OPEN: (Back(), Slowed(), Back(), Left(), Back(), Left(), SetDown()),
    Ending.LEFT: (Resumed(), Resumed(), Resumed(), SetDown()),
    Ending.SET_DOWN: (Resumed(), Back()),
    Ending.FINISHED: (Resumed(), Left()),
}


def event_for(move: Move, state: State) -> Event:
    """Make a move an event: a number counts through what fits; one in nine is no answer."""
    if not isinstance(move, int):
        return move
    step, turns = state.step, _turns(state)
    fitting = answers_at(step, state) if step and state.ending is Ending.OPEN else []
    if not fitting or move % 9 == 8:
        return turns[move // 9 % len(turns)]
    return fitting[move // 9 % len(fitting)]


def _turns(state: State) -> tuple[Event, ...]:
    """List what is no answer; in a room, most of all where it may go to."""
    turns = TURNS[state.ending]
    if not state.paced or state.ending is not Ending.OPEN:
        return turns
    stops = tuple(Paced(step=stop) for stop in stops_of(state.script))
    return (*stops, Back(), *stops, Back(), Returned(), *stops, *turns, Unpaced())


def answers_at(step: Step, state: State) -> list[Event]:
    """List the answers that a step takes, as far as the engine tells them apart."""
    at = step.id
    match step:
        case Read() | Card():
            return [WentOn(step=at)]
        case Note():
            return [Noted(step=at, text=text) for text in _texts(optional=step.optional)]
        case Plan():
            texts = _texts(optional=step.optional)
            return [Planned(step=at, text=text, due=NOON) for text in texts]
        case Rate():
            return [Rated(step=at, value=value) for value in range(step.top + 1)]
        case Choose():
            return [Chose(step=at, option=option.id) for option in options_of(step, state)]
        case Breathe(pattern=pattern):
            return [
                Breathed(step=at, pattern=pattern, seconds=9, ending="stayed"),
                Breathed(step=at, pattern=pattern, seconds=9, ending="left"),
                Breathed(step=at, pattern=pattern, seconds=0, ending="declined"),
            ]
        case Act():
            return _at_the_gate(at, len(state.tries) + 1)
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


def _texts(*, optional: bool) -> tuple[str, ...]:
    return ("words", "") if optional else ("words",)


def _at_the_gate(at: str, number: int) -> list[Event]:
    offers = [
        Offered(step=at, line=line, verdict=verdict, round=number)
        for verdict in (GOOD, VAGUE, ASKED, STOPPED)
        for line in (f"line {number} of {at}", "the same line")
    ]
    return [*offers, Kept(step=at), Misread(step=at)]
