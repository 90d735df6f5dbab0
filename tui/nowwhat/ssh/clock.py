"""The time: the server's, told in the zone of each who is here."""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from nowwhat.session.moment import Moment

_OFFSET = re.compile(r"UTC([+-])(\d\d):(\d\d)")


class HouseClock:
    """What time it is, wherever; a test passes another."""

    def now(self) -> datetime:
        """Tell the present in UTC."""
        return datetime.now(UTC)

    def elapsed(self) -> float:
        """Tell seconds on a monotonic clock, from any beginning."""
        return time.monotonic()


class VisitorClock:
    """The same time in somebody's own zone."""

    def __init__(self, house: HouseClock, zone: Callable[[], str]) -> None:
        """Tell it in the zone that `zone` names: an IANA name or `UTC+02:00`."""
        self._house, self._zone = house, zone

    def now(self) -> Moment:
        """Tell the present moment."""
        named = self._zone() or "UTC"
        return Moment(self._house.now().astimezone(zone_of(named) or UTC), named)

    def elapsed(self) -> float:
        """Tell seconds on the server's monotonic clock."""
        return self._house.elapsed()


def zone_of(name: str) -> tzinfo | None:
    """Find a zone by its IANA name or its offset; none: there is no such zone."""
    offset = _OFFSET.fullmatch(name)
    if offset:
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return timezone(-ahead if offset[1] == "-" else ahead)
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
