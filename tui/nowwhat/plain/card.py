"""The card in lines: the action and its plan, and the planks of the bridge so far."""

from nowwhat.packs.filling import fill
from nowwhat.plain.lines import Lines
from nowwhat.session.records import Outcome
from nowwhat.session.script import Do
from nowwhat.session.state import State
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.draft import Draft
from nowwhat.sitting.wording import beside, plan_of


def say_card(lines: Lines, desk: Desk, draft: Draft, state: State) -> None:
    """Say what one takes along."""
    words, plan = desk.pack.words.card, plan_of(state, draft.about)
    lines.say(words.title)
    lines.say(fill(words.action, {"action": state.action_line}))
    if beside(state.action_line, plan["when"]):
        lines.say(fill(words.when, plan))
    if plan["obstacle"] and plan["response"]:
        lines.say(fill(words.if_then, plan))
    planks = planks_laid(desk) + _acted_now(state)
    if planks == 0:
        lines.say(words.plank_none)
    else:
        lines.say(fill(words.planks if planks > 1 else words.plank_one, {"planks": planks}))


def _acted_now(state: State) -> bool:
    """Say whether the action was tried within this sitting, which the journal learns at its end."""
    return any(
        isinstance(state.script.step(given.step), Do) and given.value in ("done", "part")
        for given in state.given
    )


def planks_laid(desk: Desk) -> int:
    """Count the planks: one for each action that was tried, in whole or in part."""
    tried = (Outcome.DONE, Outcome.PART)
    return len({c.action for c in desk.journal.checkins() if c.outcome in tried})
