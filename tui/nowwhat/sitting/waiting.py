"""The prompt of somebody who waits for their room: nothing is asked, and what was said stays."""

from nowwhat.packs.waiting_words import WaitingWords
from nowwhat.session.conditions import applies
from nowwhat.session.pacing import here
from nowwhat.session.script import Read
from nowwhat.session.state import State
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.draft import Draft
from nowwhat.sitting.prompt import Prompt
from nowwhat.sitting.prompting import place_of, said_at


def prompt_of_waiting(desk: Desk, draft: Draft, state: State, said: tuple[str, ...] = ()) -> Prompt:
    """Say that it goes on with the room, and what stands there now if it only says something.

    Args:
        desk: What the sitting works with.
        draft: What it has taken.
        state: Where it waits.
        said: What was said on the way there; none: what stands there is looked up.
    """
    words: WaitingWords = desk.pack.words.waiting
    begun = bool(state.open_to)
    says = list(said or _said_last(desk, draft, state))
    if begun and _left_open(state):
        says.append(words.left_open)
    return Prompt(
        step=Read(id=""),
        says=tuple(says),
        ask=words.ask if begun else words.before,
        hint=words.hint if begun and not state.committed else "",
        place=place_of(state),
        waits=True,
    )


def _said_last(desk: Desk, draft: Draft, state: State) -> tuple[str, ...]:
    for step in reversed(state.script.steps[: here(state)]):
        if applies(step, state):
            said = isinstance(step, Read) and not step.ask
            return said_at(desk, draft, state, step) if said else ()
    return ()


def _left_open(state: State) -> bool:
    """Say whether something that is asked was left open, and can still be answered."""
    asked = (step for step in state.script.steps[: here(state)] if not isinstance(step, Read))
    left = any(applies(step, state) and state.answer(step.id) is None for step in asked)
    return left and not state.committed
