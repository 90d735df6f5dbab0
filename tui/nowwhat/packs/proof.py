"""The proof over a script's graph: every way through it, in every form, for every answer.

The walk asks the engine's own `applies`, so what is proven is what will run. Only answers that a
later condition looks at part the ways; ratings are tried at values that stand for all others.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from msgspec.structs import replace

from nowwhat.packs.branching import ENDINGS
from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault
from nowwhat.packs.ratings import Ratings
from nowwhat.session.conditions import applies, options_of
from nowwhat.session.script import (
    Act,
    Card,
    Choose,
    Commit,
    Do,
    Fact,
    Note,
    Plan,
    Rate,
    Read,
    Review,
    Script,
    Step,
)
from nowwhat.session.state import Given, State

_MOST_WAYS = 200_000
"""Beyond this many standings a script is too tangled to prove, and so to lead anybody through."""


class _Settled(NamedTuple):
    """What decides about the end.

    Attributes:
        reviewed: An account was given of an earlier action.
        chosen: An action was chosen on the way.
        committed: "I will" was said, and no other action was chosen since.
        door: A door was chosen, so that there are starters.
    """

    reviewed: bool = False
    chosen: bool = False
    committed: bool = False
    door: bool = False


_Standing = tuple[int, State, _Settled, tuple[str, ...]]


class _TangledError(Exception):
    """There are too many ways."""


def proof_faults(script: Script, file: str) -> Iterator[Fault]:
    """List what the graph of a script owes: unreachable steps, ways past the committed action.

    Args:
        script: One that has no fault of its own (`rules.script_faults`).
        file: Its file, for the faults.
    """
    walk = _Walk(script)
    place = Place(file)
    try:
        walk.everywhere()
    except _TangledError:
        yield place.fault("step", f"at most {_MOST_WAYS:,} ways through it")
        return
    for step in script.steps:
        if step.id not in walk.reached:
            key = "only_if" if step.only_if else "id"
            yield Place(file, step.id).fault(key, "a step that can be reached; nothing leads here")
    for step_id, expected in sorted(walk.faults.items()):
        yield Place(file, step_id).fault("", expected)


class _Walk:
    """Goes through a script in every form and notes what it meets."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.reached: set[str] = set()
        self.faults: dict[str, str] = {}
        self.looked_at = _looked_at(script)
        self.ratings = Ratings(script)

    def everywhere(self) -> None:
        conditions = [step.only_if for step in self.script.steps if step.only_if]
        facts: set[Fact] = {c.fact for c in conditions if c.fact}
        for step in self.script.steps:
            if isinstance(step, Choose):
                facts |= {option.fact for option in step.options if option.fact}
        for size in range(len(facts) + 1):
            for chosen in combinations(sorted(facts), size):
                self._walk(State(self.script, "short", frozenset(chosen), ""))

    def _walk(self, beginning: State) -> None:
        """Go breadth-first; what was answered stands in the state, what was settled beside it."""
        seen: set[tuple[int, tuple[Given, ...], _Settled, str]] = set()
        todo: list[_Standing] = [(0, beginning, _Settled(), ())]
        while todo:
            start, state, settled, way = todo.pop()
            key = (start, state.given, settled, state.depth)
            if key in seen:
                continue
            seen.add(key)
            if len(seen) > _MOST_WAYS:
                raise _TangledError
            todo += self._beyond(start, state, settled, way)
            if state.depth == "short":  # one may go slower at any step
                todo.append((start, replace(state, depth="full"), settled, way))

    def _beyond(
        self, start: int, state: State, settled: _Settled, way: tuple[str, ...]
    ) -> Iterator[_Standing]:
        for index in range(start, len(self.script.steps)):
            step = self.script.steps[index]
            if applies(step, state):
                break
        else:
            self._ended(settled, way)
            return
        self.reached.add(step.id)
        if isinstance(step, Choose) and not options_of(step, state):
            self.faults[step.id] = "an option that is always there"
            return
        settled = self._settle(step, settled)
        for value in self._answers(step, state):
            given = [g for g in state.given if self.looked_at.get(g.step, 0) > index]
            if self.looked_at.get(step.id, 0) > index:
                given.append(Given(step.id, value))
            turn = f"{step.id} is {value}" if value != "" and step.id in self.looked_at else ""
            following = replace(state, given=tuple(given))
            yield index + 1, following, settled, (*way, turn) if turn else way

    def _settle(self, step: Step, settled: _Settled) -> _Settled:
        match step:
            case Review():
                return settled._replace(reviewed=True)
            case Choose(keeps="door"):
                return settled._replace(door=True)
            case Act(starters=starters):
                if starters == "door" and not settled.door:
                    self.faults[step.id] = "a choice of a door before it on every way"
                return settled._replace(chosen=True, committed=False)
            case Do() if not settled.committed:
                self.faults[step.id] = "a commit before it on every way"
                return settled
            case Commit():
                if not settled.chosen and self.script.role == "session":
                    self.faults[step.id] = "an action before it on every way; there is none here"
                return settled._replace(committed=True)
            case _:
                return settled

    def _answers(self, step: Step, state: State) -> tuple[str | int, ...]:
        """List the answers that part the ways at a step."""
        if step.id not in self.looked_at:
            return ("",)
        match step:
            case Choose():
                return tuple(option.id for option in options_of(step, state))
            case Rate():
                return self.ratings.of(step)
            case Note() | Plan():
                return ("", "words") if step.optional else ("words",)
            case Read() | Card():
                return ("",)
            case _:
                return tuple(sorted(ENDINGS.get(type(step), frozenset({"words"}))))

    def _ended(self, settled: _Settled, way: tuple[str, ...]) -> None:
        """Hold against the law what a way has come to (`session.flow`)."""
        session = self.script.role == "session"
        if settled.committed if session else self._accounted(settled):
            return
        where = f" (when {', '.join(way[-3:])})" if way else ""
        last = self.script.steps[-1].id
        if session:
            found = f"a committed action on every way to the finish; one passes it by{where}"
        else:
            found = f"an account, and a commit to what was chosen, on every way{where}"
        self.faults.setdefault(last, found)

    @staticmethod
    def _accounted(settled: _Settled) -> bool:
        return settled.reviewed and (settled.committed or not settled.chosen)


def _looked_at(script: Script) -> dict[str, int]:
    """Say for each step the index of the last step whose condition looks at its answer."""
    last: dict[str, int] = {}
    for index, step in enumerate(script.steps):
        if step.only_if:
            for answer in (step.only_if.answer, step.only_if.risen_from):
                if answer:
                    last[answer] = index
    return last
