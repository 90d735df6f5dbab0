"""What a sitting's words are filled with: everything that was answered, by its name."""

from nowwhat.session.records import Action
from nowwhat.session.script import Plan
from nowwhat.session.state import State
from nowwhat.sitting.answers import Values, kept, text_of
from nowwhat.sitting.desk import Desk


def values_of(state: State, about: Action | None, desk: Desk) -> Values:
    """Collect what words may be filled with of the sitting itself (`packs.rules.PLACEHOLDERS`).

    Args:
        state: Where the sitting stands.
        about: The earlier action that it is about.
        desk: Its coach makes a plan a sentence, once there is one.
    """
    line, plan = state.action_line, plan_of(state, about)
    feared: Values = {"feared": about.feared, "likely": about.likely or 0} if about else {}
    when = beside(line, plan["when"])
    # An obstacle with no answer to it is no part of a promise.
    obstacle = plan["obstacle"] if plan["response"] else ""
    return {
        **feared,
        **kept(state),
        **plan,
        "action": line,
        "subject": with_when(about) if about else "",
        "readback": line and desk.coach.readback(line, when, obstacle, plan["response"]),
    }


def with_when(action: Action) -> str:
    """Write an action with its when, each said once."""
    return ", ".join(filter(None, (action.text, beside(action.text, action.when))))


def beside(line: str, when: str) -> str:
    """Give a when to stand beside a line; empty where the line says it already."""
    return "" if when.casefold() in line.casefold() else when


def plan_of(state: State, about: Action | None) -> dict[str, str]:
    """Collect the plan: what was answered now, else what the same action had before.

    What got in the way last time is the obstacle of the next plan, unless another is named.
    """
    answered = {
        step.part: str(given.value)
        for given in state.given
        if isinstance(step := state.script.step(given.step), Plan)
    }
    same = about if about is not None and state.action is None else None
    plan = {
        part: answered.get(part) or (getattr(same, part) if same and part != "when" else "")
        for part in ("when", "where", "how_long", "towards", "obstacle", "response")
    }
    plan["obstacle"] = (
        answered.get("obstacle") or text_of(kept(state), "obstacle") or plan["obstacle"]
    )
    return plan
