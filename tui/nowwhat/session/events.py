"""What can happen in a sitting: the person's answers and their ways out, as values.

An event names the step that it answers, so that one that comes late or twice is found out.
"""

from typing import Literal

import msgspec

from nowwhat.session.moment import Due
from nowwhat.session.records import BreathEnding, Outcome
from nowwhat.session.verdict import Verdict


class EventBase(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="event"):
    """What every event has: that it is one."""


class StepEvent(EventBase, frozen=True, kw_only=True):
    """What every answer has.

    Attributes:
        step: Id of the step that it answers.
    """

    step: str


class WentOn(StepEvent, frozen=True, kw_only=True, tag="went_on"):
    """Something was read, or the card put away."""


class Noted(StepEvent, frozen=True, kw_only=True, tag="noted"):
    """Words were written; empty only where the step is optional."""

    text: str


class Rated(StepEvent, frozen=True, kw_only=True, tag="rated"):
    """A number was given."""

    value: int


class Chose(StepEvent, frozen=True, kw_only=True, tag="chose"):
    """An option was taken, by its id."""

    option: str


class Breathed(StepEvent, frozen=True, kw_only=True, tag="breathed"):
    """A breathing ended: which, after how many seconds (pauses not counted), and how."""

    pattern: str
    seconds: int
    ending: BreathEnding


class Offered(StepEvent, frozen=True, kw_only=True, tag="offered"):
    """A line was offered as the action, and the coach's verdict on it.

    Attributes:
        line: As it was typed.
        verdict: What the coach found then; a replay never asks again.
        round: Which try at this step this is, from 1.
    """

    line: str
    verdict: Verdict
    round: int = 1


class Kept(StepEvent, frozen=True, kw_only=True, tag="kept"):
    """The person keeps the words that they offered last."""


class Misread(StepEvent, frozen=True, kw_only=True, tag="misread"):
    """The person says that the coach misread a concern in the line offered last."""


class Planned(StepEvent, frozen=True, kw_only=True, tag="planned"):
    """A part of the plan was written; empty only where the step is optional.

    Attributes:
        text: As it was typed.
        due: The time that a "when" was understood as; a replay never asks again.
    """

    text: str
    due: Due | None = None


class Committed(StepEvent, frozen=True, kw_only=True, tag="committed"):
    """The person said "I will"."""


class Did(StepEvent, frozen=True, kw_only=True, tag="did"):
    """What became of acting now: after how many seconds, and how it ended."""

    seconds: int
    ending: Literal["done", "part", "later"]


class Reviewed(StepEvent, frozen=True, kw_only=True, tag="reviewed"):
    """An earlier action was accounted for."""

    outcome: Outcome


class Back(EventBase, frozen=True, tag="back"):
    """One step back; the answer given there is taken back."""


class Slowed(EventBase, frozen=True, tag="slowed"):
    """From here on in the full form."""


class Left(EventBase, frozen=True, tag="left"):
    """The person left; what they gave is kept."""


class Resumed(EventBase, frozen=True, tag="resumed"):
    """They came back to it."""


class SetDown(EventBase, frozen=True, tag="set_down"):
    """The session is put away and never asked about again."""


class Paced(EventBase, frozen=True, kw_only=True, tag="paced"):
    """The room has opened a stop.

    Attributes:
        step: Id of the step that opens it.
    """

    step: str


class Returned(EventBase, frozen=True, tag="returned"):
    """The person goes on from where they looked back to; what was given there stands."""


class Unpaced(EventBase, frozen=True, tag="unpaced"):
    """From here on the person goes at a pace of their own; no room sets it any more."""


Answer = (
    WentOn
    | Noted
    | Rated
    | Chose
    | Breathed
    | Offered
    | Kept
    | Misread
    | Planned
    | Committed
    | Did
    | Reviewed
)
Turn = Back | Slowed | Left | Resumed | SetDown | Paced | Returned | Unpaced
Event = Answer | Turn
