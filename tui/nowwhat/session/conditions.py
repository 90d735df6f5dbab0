"""Whether a step is asked: its depth, and its one condition on an earlier answer or a fact."""

from nowwhat.session.script import Choose, Condition, Option, Step
from nowwhat.session.state import State


def holds(condition: Condition, state: State) -> bool:
    """Say whether a condition holds for the answers given so far."""
    if condition.fact:
        return condition.fact in state.facts
    given = state.answer(condition.answer)
    value = given.value if given else ""
    if condition.given is not None:
        return condition.given is (value != "")
    if isinstance(value, str):
        return value != "" and value in condition.is_
    if condition.risen_from:
        earlier = state.answer(condition.risen_from)
        before = earlier.value if earlier else ""
        return isinstance(before, int) and value - before >= condition.by
    low = condition.at_least is None or value >= condition.at_least
    high = condition.at_most is None or value <= condition.at_most
    return low and high


def applies(step: Step, state: State) -> bool:
    """Say whether a step is asked at the depth and after the answers of `state`."""
    if step.depth == "full" and state.depth == "short":
        return False
    return step.only_if is None or holds(step.only_if, state)


def options_of(step: Choose, state: State) -> tuple[Option, ...]:
    """List the options that may be had: those whose fact, if they name one, holds."""
    return tuple(option for option in step.options if not option.fact or option.fact in state.facts)
