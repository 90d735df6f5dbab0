"""A visit on the screen: each thing that it needs is a place to ask or to sit."""

from contextlib import closing

from nowwhat.screens.stage import Stage
from nowwhat.sitting.parted import Parted
from nowwhat.sitting.visit import Needs, Sit


async def lead(visit: Needs, stage: Stage) -> Parted:
    """Lead a visit to its end; tells how the last sitting ended."""
    with closing(visit):
        try:
            need = next(visit)
            while True:
                answer: str | Parted
                if isinstance(need, Sit):
                    said, may = need.says, need.may_postpone
                    answer = await stage.sit(need.sitting, said=said, may_postpone=may)
                else:
                    answer = await stage.ask(need.question, need.choices, need.says)
                need = visit.send(answer)
        except StopIteration as end:
            parted: Parted = end.value
            return parted
