"""The agenda of a led script: its stops, each with the minutes that are planned for it."""

import msgspec

from nowwhat.session.script import Script


class Stop(msgspec.Struct, frozen=True):
    """One point of the agenda.

    Attributes:
        step: Id of the step that opens it.
        seconds: How long it is planned to take; above 0.
    """

    step: str
    seconds: float


def agenda_of(script: Script) -> tuple[Stop, ...]:
    """List the stops of a script: its steps that have minutes, in order.

    Steps without minutes belong to the stop before them; each participant goes through those at
    their own pace.
    """
    return tuple(Stop(step.id, step.minutes * 60) for step in script.steps if step.minutes > 0)
