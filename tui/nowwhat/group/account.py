"""Planned minutes beside actual ones, for whoever leads."""

import msgspec

from nowwhat.group.pace import Pace


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
