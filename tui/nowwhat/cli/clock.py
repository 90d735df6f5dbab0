"""The machine's clock, told in the person's zone."""

import time
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from nowwhat.session.moment import Moment

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class SystemClock:
    """The time here and now."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Tell time in the zone of `TZ`, else in the machine's own."""
        self._environ = environ

    def now(self) -> Moment:
        """Tell the present moment."""
        if self._zone is not None:
            return Moment(datetime.now(self._zone), self._zone.key)
        here = datetime.now().astimezone()
        return Moment(here, f"UTC{here:%z}"[:6] + ":" + f"{here:%z}"[3:5])

    def elapsed(self) -> float:
        """Tell seconds on the machine's monotonic clock."""
        return time.monotonic()

    @cached_property
    def _zone(self) -> "ZoneInfo | None":
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - as below

        named = self._environ.get("TZ", "").lstrip(":")
        if not named:
            import tzlocal  # noqa: PLC0415 - 15 ms that only those who write need

            named = tzlocal.get_localzone_name() or ""
        try:
            return ZoneInfo(named) if named else None
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return None
