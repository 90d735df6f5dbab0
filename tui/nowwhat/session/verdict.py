"""What the coach found in a line: the engine owns the type, so that a replay never asks again."""

from enum import StrEnum

import msgspec

SET_ASIDE = "set_aside"
"""The concern in a line that the person themselves set aside: someone could be hurt by it."""


class Reason(StrEnum):
    """Why a line is not yet one concrete action; the whole set."""

    INSIGHT_VERB = "insight_verb"
    NO_BEHAVIOUR = "no_behaviour"
    OUTCOME = "outcome_not_action"
    NOT_IN_CONTROL = "not_in_control"
    NEGATION = "negation"
    TOO_BIG = "too_big"
    SEVERAL = "several_actions"
    ONGOING = "ongoing"
    HEDGED = "hedged"


class Safety(StrEnum):
    """May this be planned at all?

    `ok` plans on; `ask` belongs with the right person first; `stop` is never planned.
    """

    OK = "ok"
    ASK = "ask"
    STOP = "stop"


class Verdict(msgspec.Struct, frozen=True, omit_defaults=True):
    """The coach's whole finding on one line.

    Attributes:
        concrete: One thing that a camera could film, in the person's own hands.
        reasons: Why not, the one that helps most first; empty where `concrete`.
        safety: Judged first; only `ok` may become an action.
        concern: Which kind of harm `ask` or `stop` saw (a key of the pack's `coach.toml`).
        behaviour: The line names something that a body does.
        when: The words of the line that say when; empty where there are none.
        where: The words of the line that say where; empty where there are none.
    """

    concrete: bool
    reasons: tuple[Reason, ...] = ()
    safety: Safety = Safety.OK
    concern: str = ""
    behaviour: bool = False
    when: str = ""
    where: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the line becomes the action without another question."""
        return self.concrete and self.safety is Safety.OK

    @property
    def insistable(self) -> bool:
        """Whether the words have what a person may insist on: a verb and a when."""
        return self.behaviour and bool(self.when)
