"""A moment: an instant together with the zone in which the person lived it."""

from datetime import datetime, timedelta

import msgspec

NIGHT_BEGINS, NIGHT_ENDS = 23, 5
"""Local hours between which it is night: 23:00 up to, not including, 05:00."""


class Moment(msgspec.Struct, frozen=True, order=False):
    """An instant, lived somewhere.

    Attributes:
        at: Aware date and time, carrying the offset that its place had then.
        zone: IANA name of the place's zone, `Europe/London`; or `UTC+02:00` where
            the machine knows no name.
    """

    at: datetime
    zone: str

    def __post_init__(self) -> None:
        """Refuse a time that names no instant."""
        if self.at.tzinfo is None:
            raise ValueError("a moment needs a time that knows its offset")

    @property
    def is_night(self) -> bool:
        """Whether the person's own clock stood between 23:00 and 05:00."""
        return self.at.hour >= NIGHT_BEGINS or self.at.hour < NIGHT_ENDS

    def since(self, earlier: "Moment") -> timedelta:
        """How long after `earlier` this is; negative where it is before."""
        return self.at - earlier.at


class Due(msgspec.Struct, frozen=True):
    """When a plan is due.

    Attributes:
        at: The moment; midnight where only a day was said.
        whole_day: Only a day was said.
    """

    at: Moment
    whole_day: bool = False
