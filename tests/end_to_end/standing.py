"""The program at a clock that tells one and the same time, for tests in processes of their own."""

import sys
import time
from datetime import datetime
from zoneinfo import ZoneInfo

from nowwhat.cli.running import run
from nowwhat.cli.surroundings import Surroundings
from nowwhat.session.moment import Moment


class StandingClock:
    """Seconds go by; the time of day does not."""

    def now(self) -> Moment:
        zone = "Europe/Dublin"
        return Moment(datetime(2026, 3, 3, 17, 30, tzinfo=ZoneInfo(zone)), zone)

    def elapsed(self) -> float:
        return time.monotonic()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], Surroundings(clock=StandingClock())))
