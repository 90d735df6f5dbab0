"""Half-typed text: what becomes of it as a sitting goes on; only an answer takes its place."""

from msgspec.structs import replace

from nowwhat.session.events import StepEvent
from nowwhat.session.state import Ending, State
from nowwhat.sitting.draft import Draft, Taken

_OVER = (Ending.FINISHED, Ending.SET_DOWN)


def with_taken(draft: Draft, taken: Taken, before: State, after: State) -> Draft:
    """Put an event into a draft, and lay aside what is typed at a step that is not open any more.

    Args:
        draft: The draft so far.
        taken: What happened.
        before: Where the sitting stood.
        after: Where it stands now.
    """
    answered = isinstance(taken.event, StepEvent)
    half, halves = "" if answered else draft.half, dict(draft.halves)
    if before.at != after.at:
        if half:
            halves[before.at] = half
        half = halves.pop(after.at, "")
    if after.ending in _OVER:
        half, halves = "", {}
    return replace(draft, taken=(*draft.taken, taken), half=half, halves=halves)
