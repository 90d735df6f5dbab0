"""The blocks of a led script: what one shared screen shows of it, stop by stop."""

from collections.abc import Iterator

from nowwhat.session.script import Breathe, Card, Commit, Do, Review, Script, Step


def blocks_of(script: Script) -> tuple[tuple[str, ...], ...]:
    """List for each stop the ids of the steps that are shown while it is open; none is empty.

    Steps before the first stop belong to it. Left out is what a room cannot share: the full form;
    what hangs on a fact that is known of one person, on how a breathing or a deed ended for them,
    or on a step that is left out. A script without a stop has no block.
    """
    blocks: list[list[str]] = [[]]
    begun = False
    shown: set[str] = set()
    for step in script.steps:
        if step.minutes > 0:
            if begun:
                blocks.append([])
            begun = True
        if step.minutes > 0 or _is_shared(script, step, shown):
            shown.add(step.id)
            blocks[-1].append(step.id)
    return tuple(map(tuple, blocks)) if begun else ()


def _is_shared(script: Script, step: Step, shown: set[str]) -> bool:
    if step.depth == "full" or isinstance(step, Review):
        return False
    if not (step.says or step.ask or step.hint) and isinstance(step, Card | Commit):
        return False
    return all(
        name in shown and not isinstance(script.step(name), Breathe | Do)
        for name in _leans_on(step)
    )


def _leans_on(step: Step) -> Iterator[str]:
    """Give the steps whose answers decide about it; a fact is no step that is shown."""
    condition = step.only_if
    if condition is not None:
        yield condition.answer
        if condition.risen_from:
            yield condition.risen_from
