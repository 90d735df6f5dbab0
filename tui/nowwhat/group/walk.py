"""A script led on one shared screen: a value, moved by commands from the screen and the notes.

Nothing of a participant is in it: they write on paper. Times are seconds of the clock of the
process that shows the screen, as in `pace`.
"""

from typing import assert_never

import msgspec
from msgspec.structs import replace

from nowwhat.group.agenda import agenda_of
from nowwhat.group.blocks import blocks_of
from nowwhat.group.pace import Backward, Extend, Forward, Pace, Pause, Proceed, turned
from nowwhat.session.script import Breathe, Script, Step

MOST_HANDS = 9_999
"""As many hands as can be counted."""


class NoStopsError(Exception):
    """The script has no stop, so that there is nothing to lead through."""


class Next(msgspec.Struct, frozen=True, tag="next"):
    """Show what follows: the breathing of this step, the next step, the next stop, the end.

    Attributes:
        after: Number of moves when this was asked for; with another one it changes nothing, so
            that two who lead at once go one step on. None: however many there were.
    """

    after: int | None = None


class Back(msgspec.Struct, frozen=True, tag="back"):
    """Show what was before.

    Attributes:
        after: As in `Next`.
    """

    after: int | None = None


class Blank(msgspec.Struct, frozen=True, tag="blank"):
    """Let the screen show nothing, or everything again."""

    on: bool


class Hands(msgspec.Struct, frozen=True, tag="hands"):
    """Keep how many hands went up at the step that is shown; none: nobody counted."""

    count: int | None


Command = Next | Back | Blank | Hands | Extend | Pause | Proceed


class Breathing(msgspec.Struct, frozen=True):
    """A breathing that the room does together.

    Attributes:
        pattern: Id of the pattern.
        seconds: About how long; whole cycles, see `Pattern.seconds_for`.
        began: When, on the clock of the walk.
    """

    pattern: str
    seconds: float
    began: float


class Show(msgspec.Struct, frozen=True):
    """A show of hands: at which step, and how many, 0 to `MOST_HANDS`."""

    step: str
    count: int


class Walk(msgspec.Struct, frozen=True):
    """Where a walk stands.

    Attributes:
        pace: Which stop is open, and its time.
        blocks: Of each stop the ids of the steps that are shown, in order.
        step: Which one of the open stop is shown, from 0.
        moves: How often something else was shown so far.
        breathing: What the room breathes now; none: it does not.
        blank: The screen shows nothing.
        hands: Shows of hands, in the order in which they were first counted.
    """

    pace: Pace
    blocks: tuple[tuple[str, ...], ...]
    step: int = 0
    moves: int = 0
    breathing: Breathing | None = None
    blank: bool = False
    hands: tuple[Show, ...] = ()

    @property
    def shown(self) -> str:
        """Id of the step that is shown; empty before the first and after the last."""
        return self.blocks[self.pace.at][self.step] if self.pace.stop is not None else ""

    @property
    def number(self) -> int:
        """The open stop, from 1; 0 before the first."""
        return min(self.pace.at + 1, len(self.blocks))

    @property
    def follows(self) -> str:
        """Id of the step that is shown next; empty where there is none."""
        after = [step for block in self.blocks[self.pace.at + 1 :] for step in block]
        here = self.blocks[self.pace.at][self.step + 1 :] if self.pace.stop is not None else ()
        return next(iter((*here, *after)), "")

    @property
    def counted(self) -> int | None:
        """How many hands went up at the step that is shown; none: nobody counted."""
        return next((show.count for show in self.hands if show.step == self.shown), None)

    def breathed(self, elapsed: float) -> float:
        """Tell the seconds since the breathing began, holds not counted; 0 where none runs."""
        if self.breathing is None:
            return 0.0
        return max(0.0, self.pace.now(elapsed) - self.breathing.began)


def begin(script: Script) -> Walk:
    """Give the walk through a script, before its first stop.

    Raises:
        NoStopsError: The script has no stop.
    """
    agenda = agenda_of(script)
    if not agenda:
        raise NoStopsError(script.id)
    return Walk(Pace(agenda), blocks_of(script))


def begin_at(script: Script, step: str, elapsed: float) -> Walk:
    """Give a walk that goes on where another one was cut off; what was before took its minutes.

    Args:
        script: What is led through.
        step: Id of the step that is shown.
        elapsed: The present, in seconds of its clock.

    Raises:
        NoStopsError: The script has no stop.
        KeyError: No stop shows the step.
    """
    walk = begin(script)
    for number, block in enumerate(walk.blocks):
        if step in block:
            spent = tuple(s.seconds * (n < number) for n, s in enumerate(walk.pace.agenda))
            until = elapsed + walk.pace.agenda[number].seconds
            pace = replace(walk.pace, at=number, since=elapsed, until=until, spent=spent)
            return replace(walk, pace=pace, step=block.index(step))
    raise KeyError(step)


def walked(walk: Walk, command: Command, elapsed: float, script: Script) -> Walk:
    """Give the walk that follows; a command that does not apply changes nothing.

    Args:
        walk: Where it stands.
        command: What is asked for.
        elapsed: The present, in seconds of its clock.
        script: What is led through.
    """
    match command:
        case Next(after=after):
            return walk if _is_late(walk, after) else _forth(walk, elapsed, script)
        case Back(after=after):
            return walk if _is_late(walk, after) else _back(walk, elapsed)
        case Blank(on=on):
            return walk if walk.blank == on else replace(walk, blank=on, moves=walk.moves + 1)
        case Hands(count=count):
            return _counted(walk, count)
        case Extend() | Pause():
            return replace(walk, pace=turned(walk.pace, command, elapsed))
        case Proceed():
            return _proceeded(walk, elapsed)
        case _:
            assert_never(command)


def _is_late(walk: Walk, after: int | None) -> bool:
    return after is not None and after != walk.moves


def _forth(walk: Walk, elapsed: float, script: Script) -> Walk:
    moves = walk.moves + 1
    if walk.blank:  # what nobody sees is not passed over
        return replace(walk, blank=False, moves=moves)
    if walk.pace.over:
        return walk
    step = _step(walk, script)
    if isinstance(step, Breathe) and walk.breathing is None:
        began = walk.pace.now(elapsed)
        return replace(walk, breathing=Breathing(step.pattern, step.seconds, began), moves=moves)
    if walk.pace.stop is not None and walk.step + 1 < len(walk.blocks[walk.pace.at]):
        return replace(walk, step=walk.step + 1, breathing=None, moves=moves)
    pace = turned(walk.pace, Forward(), elapsed)
    return replace(walk, pace=pace, step=0, breathing=None, moves=moves)


def _back(walk: Walk, elapsed: float) -> Walk:
    moves = walk.moves + 1
    if walk.blank:
        return replace(walk, blank=False, moves=moves)
    if walk.breathing is not None:
        return replace(walk, breathing=None, moves=moves)
    if walk.pace.stop is not None and walk.step > 0:
        return replace(walk, step=walk.step - 1, moves=moves)
    if walk.pace.over:
        pace = _reopened(walk.pace, elapsed)
    else:
        pace = turned(walk.pace, Backward(), elapsed)
    if pace == walk.pace:
        return walk
    return replace(walk, pace=pace, step=len(walk.blocks[pace.at]) - 1, moves=moves)


def _reopened(pace: Pace, elapsed: float) -> Pace:
    """Open the last stop again, its time being up: somebody pressed once too often."""
    now = pace.now(elapsed)
    return replace(pace, at=len(pace.agenda) - 1, since=now, until=now)


def _counted(walk: Walk, count: int | None) -> Walk:
    if not walk.shown or (count is not None and not 0 <= count <= MOST_HANDS):
        return walk
    if count is None:
        return replace(walk, hands=tuple(s for s in walk.hands if s.step != walk.shown))
    new = Show(walk.shown, count)
    if walk.counted is None:
        return replace(walk, hands=(*walk.hands, new))
    return replace(walk, hands=tuple(new if s.step == new.step else s for s in walk.hands))


def _proceeded(walk: Walk, elapsed: float) -> Walk:
    pace, breathing = turned(walk.pace, Proceed(), elapsed), walk.breathing
    if breathing is not None and walk.pace.held is not None:
        lost = max(0.0, elapsed - walk.pace.held)
        breathing = replace(breathing, began=breathing.began + lost)
    return replace(walk, pace=pace, breathing=breathing)


def _step(walk: Walk, script: Script) -> Step | None:
    return script.step(walk.shown) if walk.shown else None
