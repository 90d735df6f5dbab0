"""Looking up what was answered in a sitting, by what it is rather than where it was asked."""

from nowwhat.session.events import Event
from nowwhat.session.moment import Moment
from nowwhat.session.script import Choose, Note, Rate
from nowwhat.session.state import State
from nowwhat.sitting.draft import Draft, Taken

Values = dict[str, str | int]


def kept(state: State) -> Values:
    """Collect notes and ratings by what they are: `insight`, `feared`, `before`, ..."""
    values: Values = {}
    for given in state.given:
        step = state.script.step(given.step)
        if isinstance(step, Note | Rate) and step.keeps != "answer":
            values[step.keeps] = given.value
    return values


def text_of(values: Values, key: str) -> str:
    """Look up words; empty where there are none."""
    return str(values.get(key, ""))


def number_of(values: Values, key: str, otherwise: int | None = None) -> int | None:
    """Look up a number."""
    value = values.get(key)
    return value if isinstance(value, int) else otherwise


def chosen_for(state: State, keeps: str) -> str:
    """Say which option was taken at the latest choice that keeps this; empty where none was."""
    for given in reversed(state.given):
        step = state.script.step(given.step)
        if isinstance(step, Choose) and step.keeps == keeps:
            return str(given.value)
    return ""


def last_taken(draft: Draft, kind: type[Event]) -> Taken | None:
    """Find the latest event of a kind, and when it was taken."""
    found = [taken for taken in draft.taken if isinstance(taken.event, kind)]
    return found[-1] if found else None


def ended_at(draft: Draft) -> Moment:
    """Say when the latest event was taken."""
    return draft.taken[-1].at if draft.taken else draft.began
