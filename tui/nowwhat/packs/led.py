"""What a led script owes beside what every script does: stops that hold for everybody in the room.

That everybody who takes it home comes to a committed action is proven as for any other script
(`proof`); what is asked for here lets that proof hold although steps may be left open in a room.
"""

import math
from collections.abc import Iterator

from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault
from nowwhat.packs.rules import CHECK_IN
from nowwhat.session.pacing import stops_of
from nowwhat.session.script import Act, Choose, Commit, Script, Step


def led_faults(script: Script, file: str) -> Iterator[Fault]:
    """List what a script of `setting = "group"` owes; nothing where it is another.

    Args:
        script: Shaped, with all of its steps.
        file: Its file, for the faults.
    """
    if script.setting != "group":
        return
    if script.id == CHECK_IN:
        yield Place(file).fault("setting", "'alone'; an account is given alone")
    if not script.steps:
        return
    if not stops_of(script):
        yield Place(file).fault("step", "at least one with minutes, which the facilitator opens")
        return
    if script.steps[0].minutes <= 0:
        place = Place(file, script.steps[0].id)
        yield place.fault("minutes", "more than 0; the facilitator opens the first step")
    for step in script.steps:
        yield from _step_faults(step, Place(file, step.id))
    yield from _length_faults(script, file)
    yield from _commit_faults(script, file)


def _step_faults(step: Step, place: Place) -> Iterator[Fault]:
    if not (math.isfinite(step.minutes) and step.minutes >= 0):
        yield place.fault("minutes", f"0 or more, not {step.minutes:g}")
    if step.minutes > 0 and step.only_if is not None:
        yield place.fault("only_if", "no condition; it is opened for everybody at once")
    if step.minutes > 0 and not step.notes.strip():
        yield place.fault("notes", "what the facilitator says and does meanwhile")
    if step.depth == "full":
        yield place.fault("depth", "'short'; what is led has one form")


def _length_faults(script: Script, file: str) -> Iterator[Fault]:
    planned = sum(step.minutes for step in script.steps)
    if not all(math.isclose(minutes, planned) for minutes in script.minutes):
        found = ", ".join(f"{minutes:g}" for minutes in script.minutes)
        wanted = f"[{planned:g}, {planned:g}], as its steps add up to, not [{found}]"
        yield Place(file).fault("minutes", wanted)


def _commit_faults(script: Script, file: str) -> Iterator[Fault]:
    """Name what would undo a promise, and a promise that nobody may go without."""
    chosen, committed = False, ""
    for step in script.steps:
        place = Place(file, step.id)
        hurts = isinstance(step, Choose) and step.keeps == "hurt"
        if hurts and not chosen:
            yield place.fault("keeps", "an action before it")
        if committed and (hurts or isinstance(step, Act)):
            key = "keeps" if hurts else "kind"
            yield place.fault(key, f"its place before {committed!r}; a promise is not undone")
        chosen = chosen or isinstance(step, Act)
        committed = committed or (step.id if isinstance(step, Commit) else "")
    commits = [n for n, step in enumerate(script.steps) if isinstance(step, Commit)]
    if commits and not any(step.minutes > 0 for step in script.steps[commits[-1] + 1 :]):
        place = Place(file, script.steps[commits[-1]].id)
        yield place.fault("kind", "a stop behind it, to close for those without an action, too")
