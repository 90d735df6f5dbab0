"""The program at a clock of which nothing moves, so that the same answers are the same journal.

`STOPPED_AT` in the environment says what it tells, as ISO 8601; otherwise the afternoon of the
tests in this process. Breaths and quiet times never come to their own end here. With `UNWORRIED`
in it the coach finds nothing in noise; what it finds is tested where it lives.
"""

import os
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from nowwhat.cli.running import run
from nowwhat.cli.surroundings import Surroundings
from nowwhat.coach.coach import Coach
from nowwhat.session.moment import Moment
from nowwhat.session.verdict import Verdict

ZONE, DAY = "Europe/Dublin", "2026-03-03T17:30+00:00"


class StoppedClock:
    """It tells one time, and that no second has gone by."""

    def __init__(self, at: datetime, zone: str) -> None:
        self.moment = Moment(at, zone)

    def now(self) -> Moment:
        return self.moment

    def elapsed(self) -> float:
        return 0.0


def stopped() -> StoppedClock:
    """The clock that the environment asks for."""
    at = datetime.fromisoformat(os.environ.get("STOPPED_AT", DAY))
    return StoppedClock(at.astimezone(ZoneInfo(ZONE)), ZONE)


if __name__ == "__main__":
    if os.environ.get("UNWORRIED"):
        Coach.hears = lambda *_: ""  # type: ignore[method-assign]
        Coach.judge = lambda *_: Verdict(concrete=True)  # type: ignore[method-assign]
    sys.exit(run(sys.argv[1:], Surroundings(clock=stopped())))
