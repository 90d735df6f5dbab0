"""Planned minutes beside actual ones, for whoever leads."""

import msgspec

from nowwhat.group.agenda import Stop
from nowwhat.group.pace import Pace
from nowwhat.group.views import FacilitatorView


class Account(msgspec.Struct, frozen=True):
    """How the time goes; all in seconds, holds not counted.

    Attributes:
        planned: The whole agenda.
        gone: Since the first stop was opened.
        behind: By how much more was taken than planned so far; below 0, less.
        ahead: What is planned from now on: the rest of the open stop, and all that follow.
    """

    planned: float
    gone: float
    behind: float
    ahead: float


def account_of(pace: Pace, elapsed: float) -> Account:
    """Say how the time goes at a moment of the pace's clock."""
    planned = [stop.seconds for stop in pace.agenda]
    gone = sum(pace.taken(elapsed))
    due = sum(planned[: max(0, pace.at)])
    after = sum(planned[pace.at + 1 :]) if not pace.over else 0.0
    here = min(pace.gone(elapsed), pace.stop.seconds) if pace.stop is not None else 0.0
    return Account(
        planned=sum(planned),
        gone=gone,
        behind=gone - due - here,
        ahead=max(0.0, pace.remains(elapsed)) + after,
    )


def pace_seen(view: FacilitatorView, now: float) -> Pace:
    """Give the pace of a room as whoever leads it saw it at a moment of its clock."""
    seen = view.pacing
    agenda = tuple(Stop(each.step, each.planned * 60) for each in view.agenda)
    pace = Pace(agenda, seen.at, seen.since, seen.until, seen.held)
    here = pace.gone(now)
    taken = enumerate(each.actual * 60 for each in view.agenda)
    spent = tuple(max(0.0, seconds - here * (n == pace.at)) for n, seconds in taken)
    return msgspec.structs.replace(pace, spent=spent)
