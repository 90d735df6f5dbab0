"""What a simulated participant answers to a step, and how long it takes them."""

from collections.abc import Callable

import msgspec

from nowwhat.group.chance import Chance
from nowwhat.group.manner import Manner
from nowwhat.session.conditions import options_of
from nowwhat.session.events import (
    Breathed,
    Chose,
    Committed,
    Did,
    Event,
    Kept,
    Noted,
    Offered,
    Planned,
    Rated,
    Reviewed,
    WentOn,
)
from nowwhat.session.records import Outcome
from nowwhat.session.script import (
    Act,
    Breathe,
    Card,
    Choose,
    Commit,
    Do,
    Note,
    Plan,
    Rate,
    Read,
    Review,
    Step,
)
from nowwhat.session.state import State
from nowwhat.session.verdict import Verdict

READS = 15.0
"""Characters a second."""

_LINES_OFFERED = 6
"""After so many a simulated participant gives up an action; somebody real would leave it open."""

Judge = Callable[[str], Verdict]


class Lines(msgspec.Struct, frozen=True):
    """What simulated participants say; of each at least one.

    Attributes:
        names: What they are called.
        insights: What they have understood.
        actions: What they will do, with when.
        plans: Any part of a plan around it.
    """

    names: tuple[str, ...]
    insights: tuple[str, ...]
    actions: tuple[str, ...]
    plans: tuple[str, ...]


def answer(state: State, step: Step, chance: Chance, lines: Lines, judge: Judge) -> Event | None:
    """Draw an answer to the step that is open; none: they leave it open."""
    at = step.id
    match step:
        case Read() | Card():
            return WentOn(step=at)
        case Note():
            return Noted(step=at, text=chance.one_of(lines.insights))
        case Plan():
            return Planned(step=at, text=chance.one_of(step.offers or lines.plans))
        case Rate():
            return Rated(step=at, value=int(chance.between(0, step.top + 1)))
        case Choose():
            options = options_of(step, state)
            first = step.keeps == "hurt" and not chance.happens(0.1)
            return Chose(step=at, option=(options[0] if first else chance.one_of(options)).id)
        case Breathe():
            return _breathing(step, chance)
        case Act():
            return _action(state, step, chance, lines, judge)
        case Commit():
            return Committed(step=at)
        case Do():
            return Did(step=at, seconds=0, ending="later")
        case Review():
            return Reviewed(step=at, outcome=chance.one_of(tuple(Outcome)))


def seconds_for(step: Step, event: Event, manner: Manner) -> float:
    """Tell how long somebody reads, thinks and types until an answer is given."""
    asked = sum(map(len, (*step.says, *step.ask[:1], step.hint))) / READS
    match event:
        case Breathed(seconds=seconds):
            return asked + seconds
        case Noted(text=text) | Planned(text=text):
            return asked + manner.thinks + len(text) / manner.types
        case Offered(line=line):
            return asked + manner.thinks + len(line) / manner.types
        case WentOn():
            return asked + 1
        case _:
            return asked + manner.thinks / 3


def _breathing(step: Breathe, chance: Chance) -> Breathed:
    if chance.happens(0.2):
        return Breathed(step=step.id, pattern=step.pattern, seconds=0, ending="declined")
    if chance.happens(0.2):
        left = int(step.seconds * chance.between(0.1, 0.9))
        return Breathed(step=step.id, pattern=step.pattern, seconds=left, ending="left")
    return Breathed(step=step.id, pattern=step.pattern, seconds=step.seconds, ending="stayed")


def _action(state: State, step: Act, chance: Chance, lines: Lines, judge: Judge) -> Event | None:
    tries = state.tries
    if tries and tries[-1].keepable:
        return Kept(step=step.id)
    if len(tries) >= _LINES_OFFERED:
        return None
    line = chance.one_of(lines.actions)
    return Offered(step=step.id, line=line, verdict=judge(line), round=len(tries) + 1)
