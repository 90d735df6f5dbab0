"""A led script: what the room has opened, what of it waits for an answer still, and the way there.

Steps may be left open here, and answers stand although one looks back past them. So where a sitting
goes on is asked of all that was given, not only of what was given last.
"""

from msgspec.structs import replace

from nowwhat.session.conditions import applies
from nowwhat.session.errors import OutOfTurnError
from nowwhat.session.script import Act, Choose, Commit, Do, Read, Script, Step
from nowwhat.session.state import Given, State


def stops_of(script: Script) -> tuple[str, ...]:
    """List the steps that a facilitator opens: those that have minutes; none in a solo script."""
    led = script.setting == "group"
    return tuple(step.id for step in script.steps if step.minutes > 0) if led else ()


def paced(state: State, stop: str) -> State:
    """Go where the room goes: on to a stop, or back to one; answers stand as they are.

    Raises:
        OutOfTurnError: No room sets the pace, or this is no stop of the script.
    """
    if not state.paced or stop not in stops_of(state.script):
        raise OutOfTurnError(f"no pace goes to {stop}")
    if stop == state.open_to:
        return state
    opened, to = replace(state, open_to=stop), _place(state, stop)
    backwards = state.open_to != "" and to < _place(state, state.open_to)
    if backwards and to >= _closed(state) and _may_ask(state.script.step(stop), opened):
        return standing(opened, stop)
    return standing(opened, _first_open(opened, to))


def following(state: State, after: str) -> str:
    """Find what is open after a step.

    Returns:
        The id of a step; empty where nothing is open.
    """
    return _first_open(state, _place(state, after) + 1)


def present(state: State) -> str:
    """Find what is open where the room is; once nobody sets the pace, the first that is open."""
    return _first_open(state, _place(state, state.open_to) if state.open_to else 0)


def answered(state: State, given: Given) -> State:
    """Put an answer in its place, and take back what a later step has no use for any more."""
    place, old = _place(state, given.step), state.answer(given.step)
    before = tuple(g for g in state.given if _place(state, g.step) < place)
    beyond = tuple(g for g in state.given if _place(state, g.step) > place)
    same = old is not None and old.value == given.value
    renewed = isinstance(state.script.step(given.step), Act) and not same
    state = replace(state, given=(*before, given), tries=())
    for later in beyond:
        step = state.script.step(later.step)
        if applies(step, state) and not (renewed and _was_about_the_action(step)):
            state = replace(state, given=(*state.given, later))
    return state


def back(state: State) -> State:
    """Look back at the step before, whether it was answered or not; what was given stands.

    Raises:
        OutOfTurnError: There is none, or "I will" lies between.
    """
    for step in reversed(state.script.steps[_closed(state) : here(state)]):
        said = isinstance(step, Read) and not step.ask and not step.minutes
        if not said and _may_ask(step, state):
            return standing(state, step.id)
    raise OutOfTurnError("there is nothing before this to go back to")


def here(state: State) -> int:
    """Tell how many steps of the script lie behind; while waiting, all that the room opened."""
    return _place(state, state.at) if state.at else _bound(state)


def standing(state: State, step_id: str) -> State:
    """Stand at a step; lines offered at another one are forgotten."""
    return state if step_id == state.at else replace(state, at=step_id, tries=())


def _place(state: State, step_id: str) -> int:
    return next(n for n, step in enumerate(state.script.steps) if step.id == step_id)


def _bound(state: State) -> int:
    """Give the place behind the last step that is open: the end of the stop's block."""
    steps = state.script.steps
    if not state.paced:
        return len(steps)
    if not state.open_to:
        return 0
    first = _place(state, state.open_to) + 1
    return next((n for n in range(first, len(steps)) if steps[n].minutes > 0), len(steps))


def _closed(state: State) -> int:
    """Give the place behind the last "I will": what lies before it was promised as it was."""
    said = [_place(state, g.step) for g in state.given if _is_commit(state, g)]
    return max(said) + 1 if said else 0


def _is_commit(state: State, given: Given) -> bool:
    return isinstance(state.script.step(given.step), Commit)


def _first_open(state: State, start: int) -> str:
    for step in state.script.steps[max(start, _closed(state)) : _bound(state)]:
        if state.answer(step.id) is None and applies(step, state):
            doubt = _doubt_before(step, state)
            if doubt or _may_ask(step, state):
                return doubt or step.id
    return ""


def _may_ask(step: Step, state: State) -> bool:
    """Say whether a step makes sense, although others that led to it may have been left open."""
    if not applies(step, state):
        return False
    if not state.paced:
        return True
    match step:
        case Commit():
            unsafe = state.action_line in state.set_aside or _doubt_before(step, state)
            return bool(state.action_line) and not unsafe
        case Do():
            return state.committed
        case Choose(keeps="hurt"):
            return bool(state.action_line)
        case _:
            return True


def _doubt_before(step: Step, state: State) -> str:
    """Find whether somebody could be hurt by the action, not said yet, before it is promised."""
    if not isinstance(step, Commit) or not state.action_line:
        return ""
    since = max(_place(state, state.action.step) if state.action else 0, _closed(state))
    for other in state.script.steps[since : _place(state, step.id)]:
        asks = isinstance(other, Choose) and other.keeps == "hurt"
        if asks and state.answer(other.id) is None and applies(other, state):
            return other.id
    return ""


def _was_about_the_action(step: Step) -> bool:
    """Say whether an answer holds for one action alone: its safety, and what took its place."""
    return isinstance(step, Act) or (isinstance(step, Choose) and step.keeps == "hurt")
