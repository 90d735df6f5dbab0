"""Where a sitting stands: a value that is never changed, only followed by another."""

from enum import StrEnum

import msgspec

from nowwhat.session.moment import Due
from nowwhat.session.records import BreathEnding, Outcome
from nowwhat.session.script import Choose, Commit, Depth, Fact, Review, Script, Step
from nowwhat.session.verdict import Safety, Verdict

HURTS = ("hurt", "unsure")
"""Answers to whether someone could be hurt that set an action aside."""


class Ending(StrEnum):
    """How far a sitting is: it goes on, or it ended one way or another."""

    OPEN = "open"
    LEFT = "left"
    SET_DOWN = "set_down"
    FINISHED = "finished"


class Given(msgspec.Struct, frozen=True):
    """What was answered at one step.

    Attributes:
        step: The step's id.
        value: Text, option or outcome; a number; nothing where there was only something to read.
    """

    step: str
    value: str | int = ""


class GivenBreath(Given, frozen=True, kw_only=True):
    """What was breathed, for how many seconds, and how it ended; `value` says that too."""

    pattern: str
    seconds: int
    ending: BreathEnding


class GivenWhen(Given, frozen=True, kw_only=True):
    """A when that was understood as a time; `value` is its words."""

    due: Due


class GivenAction(Given, frozen=True, kw_only=True):
    """The action that an act step came to; `value` is its line.

    Attributes:
        rounds: Lines offered until then, at least 1.
        kept: The person kept their words.
        misread: They said that a concern was misread.
    """

    rounds: int
    kept: bool = False
    misread: bool = False


class Try(msgspec.Struct, frozen=True):
    """A line that is not the action yet, and what the coach found in it."""

    line: str
    verdict: Verdict
    misread: bool = False

    @property
    def keepable(self) -> bool:
        """Whether the person may keep these words: safe (or misread), a verb, and a when."""
        safe = self.misread or self.verdict.safety is Safety.OK
        return safe and self.verdict.insistable


class State(msgspec.Struct, frozen=True):
    """A sitting at one point.

    Attributes:
        script: What is gone through.
        depth: In which form, from here on.
        facts: What was known at the beginning.
        subject: The earlier action that this is about; empty where there is none.
        given: The answers, in the order of the steps.
        at: Id of the step that is open; empty once the last one is answered, and while waiting.
        tries: Lines offered at the open step that did not become the action.
        ending: How far it is.
        open_to: Id of the stop that a room has opened last; empty before the first, and where no
            room sets the pace.
        alone: A led script that is gone through alone from here on.
    """

    script: Script
    depth: Depth
    facts: frozenset[Fact]
    subject: str
    given: tuple[Given, ...] = ()
    at: str = ""
    tries: tuple[Try, ...] = ()
    ending: Ending = Ending.OPEN
    open_to: str = ""
    alone: bool = False

    @property
    def paced(self) -> bool:
        """Whether a room sets the pace."""
        return self.script.setting == "group" and not self.alone

    @property
    def waiting(self) -> bool:
        """Whether all that the room has opened is answered, or left; it goes on with the room."""
        return self.ending is Ending.OPEN and not self.at

    @property
    def step(self) -> Step | None:
        """The step that is open; none after the last one, and while waiting."""
        return self.script.step(self.at) if self.at else None

    def answer(self, step_id: str) -> Given | None:
        """What was answered at a step; none where it was not."""
        return next((given for given in self.given if given.step == step_id), None)

    @property
    def action(self) -> GivenAction | None:
        """The action chosen last; none where none was chosen in this sitting."""
        chosen = [given for given in self.given if isinstance(given, GivenAction)]
        return chosen[-1] if chosen else None

    @property
    def set_aside(self) -> tuple[str, ...]:
        """The lines by which someone could be hurt, as the person said; they are not planned."""
        lines: list[str] = []
        chosen = self.subject
        for given in self.given:
            if isinstance(given, GivenAction):
                chosen = str(given.value)
            elif self._sets_aside(given):
                lines.append(chosen)
        return tuple(filter(None, lines))

    def _sets_aside(self, given: Given) -> bool:
        step = self.script.step(given.step)
        return isinstance(step, Choose) and step.keeps == "hurt" and given.value in HURTS

    @property
    def action_line(self) -> str:
        """The action in words: the one chosen last, else the one that this sitting is about."""
        return str(self.action.value) if self.action else self.subject

    @property
    def committed(self) -> bool:
        """Whether "I will" was said to the action that stands: not replaced, nor set aside."""
        for given in reversed(self.given):
            if isinstance(given, GivenAction) or self._sets_aside(given):
                return False
            if isinstance(self.script.step(given.step), Commit):
                return True
        return False

    @property
    def outcome(self) -> Outcome | None:
        """The account given of an earlier action; none where none was."""
        for given in self.given:
            if isinstance(self.script.step(given.step), Review):
                return Outcome(str(given.value))
        return None
