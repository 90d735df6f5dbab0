"""Which widget shows which kind of step: one each."""

from typing import assert_never

from nowwhat.session.script import (
    Act,
    Breathe,
    Card,
    Choose,
    Commit,
    Do,
    Note,
    Plan,
    Rate,
    Read,
    Review,
    Step,
)
from nowwhat.sitting.desk import Desk
from nowwhat.steps.answering import Answering


def widget_for(step: Step, desk: Desk, *, still: bool) -> Answering:
    """Make the widget of a step's kind.

    Each is imported when its kind is first met: the first paint waits for none of the others.

    Args:
        step: Any step of the kind.
        desk: What the widget works with.
        still: Nothing is to move.
    """
    # ruff: noqa: PLC0415
    match step:
        case Read():
            from nowwhat.steps.read import ReadStep

            return ReadStep(desk)
        case Note():
            from nowwhat.steps.note import NoteStep

            return NoteStep(desk)
        case Plan():
            from nowwhat.steps.plan import PlanStep

            return PlanStep(desk)
        case Rate():
            from nowwhat.steps.rate import RateStep

            return RateStep(desk)
        case Choose():
            from nowwhat.steps.choose import ChooseStep

            return ChooseStep(desk)
        case Review():
            from nowwhat.steps.review import ReviewStep

            return ReviewStep(desk)
        case Breathe():
            from nowwhat.steps.breathe import BreatheStep

            return BreatheStep(desk, still=still)
        case Act():
            from nowwhat.steps.act import ActStep

            return ActStep(desk)
        case Commit():
            from nowwhat.steps.commit import CommitStep

            return CommitStep(desk)
        case Do():
            from nowwhat.steps.do import DoStep

            return DoStep(desk, still=still)
        case Card():
            from nowwhat.steps.card import CardStep

            return CardStep(desk)
        case _:
            assert_never(step)


def waiting_widget(desk: Desk) -> Answering:
    """Make the widget of a prompt that asks nothing until the room goes on."""
    from nowwhat.steps.waiting import WaitingStep

    return WaitingStep(desk)
