"""A visit on the screen: each thing that it needs is a place to ask or to sit."""

from nowwhat.screens.stage import Stage
from nowwhat.sitting.parted import Parted
from nowwhat.sitting.visit import Ask, Needs, Sit


async def lead(visit: Needs, stage: Stage) -> Parted:
    """Lead a visit to its end; tells how the last sitting ended."""
    try:
        need = await stage.aside(lambda: _onward(visit, None))
        while not isinstance(need, Parted):
            answer: str | Parted
            if isinstance(need, Sit):
                said, may = need.says, need.may_postpone
                answer = await stage.sit(need.sitting, said=said, may_postpone=may)
            else:
                answer = await stage.ask(need.question, need.choices, need.says)
            need = await stage.aside(lambda: _onward(visit, answer))  # noqa: B023 - it is awaited here
    finally:
        visit.close()
    return need


def _onward(visit: Needs, answer: str | Parted | None) -> Ask | Sit | Parted:
    """Let it go on to what it needs next, or to its end."""
    try:
        return next(visit) if answer is None else visit.send(answer)
    except StopIteration as end:  # no thread could hand it on
        parted: Parted = end.value
        return parted
