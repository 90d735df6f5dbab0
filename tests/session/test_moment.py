"""A moment: an instant, together with the zone in which the person lived it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from nowwhat.session.moment import Moment

LONDON = ZoneInfo("Europe/London")
KOLKATA = ZoneInfo("Asia/Kolkata")


def at(hour: int, minute: int = 0, second: int = 0) -> Moment:
    return Moment(datetime(2025, 6, 1, hour, minute, second, tzinfo=LONDON), "Europe/London")


@pytest.mark.parametrize(
    ("moment", "night"),
    [
        (at(22, 59, 59), False),
        (at(23), True),
        (at(0), True),
        (at(2), True),
        (at(4, 59, 59), True),
        (at(5), False),
        (at(12), False),
    ],
)
def test_it_is_night_from_eleven_up_to_five(moment: Moment, *, night: bool) -> None:
    assert moment.is_night is night


def test_night_is_where_the_person_is_and_not_where_the_clock_is() -> None:
    instant = datetime(2025, 6, 1, 19, 0, tzinfo=UTC)
    assert not Moment(instant, "UTC").is_night
    assert Moment(instant.astimezone(KOLKATA), "Asia/Kolkata").is_night


def test_a_time_without_an_offset_is_no_moment() -> None:
    with pytest.raises(ValueError, match="offset"):
        Moment(datetime(2025, 6, 1, 12, 0), "UTC")  # noqa: DTZ001 - that is the point


def test_a_time_without_an_offset_is_not_read_either() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"at":"2025-06-01T12:00:00","zone":"UTC"}', type=Moment)


def test_since_counts_real_time_over_a_change_of_the_clocks() -> None:
    before = Moment(datetime(2025, 3, 30, 0, 30, tzinfo=LONDON).astimezone(UTC), "Europe/London")
    after = Moment(datetime(2025, 3, 30, 2, 30, tzinfo=LONDON).astimezone(UTC), "Europe/London")
    assert after.since(before) == timedelta(hours=1)
    assert before.since(after) == timedelta(hours=-1)


def test_since_counts_the_same_from_zone_to_zone() -> None:
    assert Moment(at(12).at.astimezone(KOLKATA), "Asia/Kolkata").since(at(12)) == timedelta(0)


def test_a_moment_that_is_written_down_keeps_its_offset_and_its_zone() -> None:
    moment = Moment(datetime(2025, 6, 1, 23, 30, 0, 123456, tzinfo=KOLKATA), "Asia/Kolkata")
    raw = msgspec.json.encode(moment)
    assert b"2025-06-01T23:30:00.123456+05:30" in raw
    read = msgspec.json.decode(raw, type=Moment)
    assert read == moment
    assert read.at.utcoffset() == timedelta(hours=5, minutes=30)
    assert read.is_night
