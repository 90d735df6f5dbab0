"""The agenda of a led script: its stops, each with the minutes that are planned for it."""

import msgspec

from nowwhat.session.script import Script, Step


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


def title_of(step: Step) -> str:
    """Name a stop for an agenda: the first line of its notes, where others follow it.

    Else what it asks, else what it says, unless that is filled with an answer; else its id.
    """
    first, _, rest = step.notes.partition("\n")
    if rest:
        return first
    return next((words for words in (*step.ask, *step.says) if "{" not in words), step.id)


def notes_of(step: Step) -> tuple[str, ...]:
    """Give the notes of a step, a paragraph each; without the line that is its title."""
    lines = tuple(filter(None, step.notes.split("\n")))
    return lines[1:] if len(lines) > 1 else lines
