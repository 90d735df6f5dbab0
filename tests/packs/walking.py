"""The truth about a small script: every way through it, walked with the engine itself."""

from typing import Literal

from hypothesis import strategies as st
from msgspec.structs import replace
from tests.session.samples import GOOD, OUTCOMES, YES_NO, script_of
from tests.session.strategies import SUBJECT, answers_at

from nowwhat.packs.branching import ENDINGS
from nowwhat.packs.rules import CHECK_IN, Names
from nowwhat.session.errors import NoActionError
from nowwhat.session.events import Event, Offered, Slowed
from nowwhat.session.flow import advance, begin
from nowwhat.session.script import (
    Act,
    Breathe,
    Card,
    Choose,
    Commit,
    Condition,
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

NAMES = Names(frozenset({"box"}), frozenset({"face", "joy"}))
"""What these scripts may use."""

FACTS: tuple[Fact, ...] = ("night", "repeatable")
ALL_FACTS: tuple[tuple[Fact, ...], ...] = ((), ("night",), ("repeatable",), FACTS)


class Truth:
    """What really can happen in a script.

    Attributes:
        reached: Ids of the steps that open on some way.
        lawful: Whether everybody gets to the end, on a committed action or on an account.
    """

    def __init__(self, script: Script) -> None:
        self.reached: set[str] = set()
        self.lawful = True
        subject = SUBJECT if script.role == "checkin" else ""
        for facts in ALL_FACTS:
            try:
                self._walk(begin(script, facts=facts, subject=subject))
                self._walk(begin(script, facts=facts, subject=subject, depth="full"))
            except NoActionError:
                self.lawful = False

    def _walk(self, begun: State) -> None:
        todo, seen = [begun], set()
        while todo:
            state = todo.pop()
            key = (state.given, state.at, state.depth)
            if key not in seen:
                seen.add(key)
                todo += self._beyond(state)

    def _beyond(self, state: State) -> list[State]:
        step, following = state.step, list[State]()
        if step is None:
            self.lawful = self.lawful and state.ending is Ending.FINISHED
            return []
        self.reached.add(step.id)
        answers = _telling(answers_at(step, state), state)
        if not answers:  # nobody gets on from here, or should
            self.lawful = False
        if state.depth == "short":
            following.append(advance(state, Slowed()))
        for answer in answers:
            try:
                following.append(advance(state, answer))
            except NoActionError:
                self.lawful = False
        return following


def _telling(answers: list[Event], state: State) -> list[Event]:
    """Leave out what makes no difference: lines that do not pass, answers that nothing looks at."""
    match state.step:
        case Act():
            return [a for a in answers if isinstance(a, Offered) and a.verdict == GOOD]
        case Commit() if not state.action_line:
            return []
        case Do() if not state.committed:
            return []
    conditions = [each.only_if for each in state.script.steps if each.only_if]
    looked_at = {c.answer for c in conditions} | {c.risen_from for c in conditions}
    return answers if state.at in looked_at else answers[:1]


# Scripts without a fault of their own

ASK = ("What?",)
SOMETIMES_NO = (YES_NO[0], Option("no", "No", fact="repeatable"))
BARE: st.SearchStrategy[Step] = st.sampled_from(
    [
        Act(id="", ask=ASK, starters=""),
        Commit(id="", ask=ASK),
        Rate(id="", ask=ASK, low="none", high="all"),
        Rate(id="", ask=ASK, low="none", high="all"),
        Choose(id="", ask=ASK, options=YES_NO),
        Choose(id="", ask=ASK, options=SOMETIMES_NO),
        Note(id="", ask=ASK),
        Plan(id="", ask=ASK, part="when", optional=True),
        Read(id="", says=ASK),
        Card(id=""),
        Breathe(id="", ask=ASK, pattern="box"),
        Do(id="", ask=ASK),
        Review(id="", ask=ASK, options=OUTCOMES),
    ]
)
LAST = (Act(id="act", ask=ASK, starters=""), Commit(id="commit", ask=ASK))
FIRST = (Review(id="review", ask=ASK, options=OUTCOMES),)
ROLES: st.SearchStrategy[Literal["session", "checkin"]] = st.sampled_from(
    ["session", "session", "checkin"]
)


@st.composite
def conditions(draw: st.DrawFn, earlier: list[Step]) -> Condition:
    """A condition that the rules allow behind these steps."""
    asked = draw(st.sampled_from(earlier))
    match asked:
        case Rate():
            value = draw(st.integers(0, 10))
            others = [step.id for step in earlier if isinstance(step, Rate)]
            rise = Condition(
                answer=asked.id,
                risen_from=draw(st.sampled_from(others)),
                by=draw(st.integers(-1, 4)),
            )
            low = Condition(answer=asked.id, at_least=value)
            high = Condition(answer=asked.id, at_most=value)
            return draw(st.sampled_from([rise, low, high]))
        case Choose():
            values = ["yes", "no"]
        case _:
            values = sorted(ENDINGS.get(type(asked), ()))
    given = st.builds(Condition, answer=st.just(asked.id), given=st.booleans())
    fact = st.builds(Condition, fact=st.sampled_from(FACTS))
    if not values:
        return draw(given | fact)
    one = st.sampled_from(values).map(lambda value: Condition(answer=asked.id, is_=(value,)))
    return draw(one | given | fact)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """A script that has no fault of its own; whether the proof holds is another matter."""
    role = draw(ROLES)
    steps: list[Step] = list(FIRST) if role == "checkin" and draw(st.booleans()) else []
    rates, committed = 0, False
    for number, bare in enumerate(draw(st.lists(BARE, min_size=2, max_size=7))):
        rates += isinstance(bare, Rate)
        if (isinstance(bare, Do) and not committed) or rates > 3:
            continue
        committed = committed or isinstance(bare, Commit)
        only_if = draw(st.none() | conditions(steps)) if steps else None
        depth = draw(st.sampled_from(["short", "short", "short", "full"]))
        steps.append(replace(bare, id=f"s{number}", depth=depth, only_if=only_if))
    if draw(st.booleans()) or not steps:
        steps += LAST
    return replace(script_of(*steps, role=role), id=CHECK_IN if role == "checkin" else "sample")
