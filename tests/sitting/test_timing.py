"""What a when is understood as, and what is left as words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nowwhat.packs.pack import Pack
from nowwhat.session.moment import Moment
from nowwhat.sitting.timing import say, understand

TIMES = Pack.find("en").times
SUNDAY = datetime(2026, 11, 22, 14, 5)  # noqa: DTZ001 - its zone is put in below


def at(local: datetime, zone: str = "Europe/London") -> Moment:
    return Moment(local.replace(tzinfo=ZoneInfo(zone)), zone)


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("at 18:00", "Sunday 22 November, 18:00"),
        ("tomorrow at 9", "Monday 23 November, 09:00"),
        ("Tomorrow", "Monday 23 November"),
        ("Tuesday 10:00", "Tuesday 24 November, 10:00"),
        ("8am mon", "Monday 23 November, 08:00"),
        ("mon 8", "Monday 23 November, 08:00"),
        ("tonight at seven", "Sunday 22 November, 19:00"),
        ("in 10 minutes", "Sunday 22 November, 14:15"),
        ("in two hours", "Sunday 22 November, 16:05"),
        ("by friday", "Friday 27 November"),
        ("next Tuesday", "Tuesday 24 November"),
        ("at half past six", "Sunday 22 November, 18:30"),
        ("half past six tomorrow", "Monday 23 November, 06:30"),
        ("tomorrow at six in the evening", "Monday 23 November, 18:00"),
        ("monday morning at 9", "Monday 23 November, 09:00"),
        ("at 9", "Sunday 22 November, 21:00"),
        ("sat lunchtime", "Saturday 28 November, 12:00"),
        ("25/12 at 10", "Friday 25 December, 10:00"),
        ("now", "Sunday 22 November, 14:05"),
    ],
)
def test_a_time_to_come_is_understood(said: str, understood: str) -> None:
    due = understand(said, at(SUNDAY), TIMES, "en")
    assert due is not None
    assert say(due, TIMES) == understood


@pytest.mark.parametrize(
    "said",
    [
        *("after lunch", "today after supper", "when the kettle has boiled", "before bed"),
        *("in the park", "march", "may", "5", "on the 3rd", "for 10 minutes", "every day at 9"),
        *("at 99:99", "31 february", "", "x" * 500, "1" * 400, "\x00", "next week"),
    ],
)
def test_an_event_a_place_or_a_riddle_stays_words(said: str) -> None:
    assert understand(said, at(SUNDAY), TIMES, "en") is None


def test_it_is_lived_in_the_persons_zone() -> None:
    due = understand("tomorrow at 9", at(SUNDAY, "Asia/Tokyo"), TIMES, "en")
    assert due is not None
    assert due.at.at.isoformat() == "2026-11-23T09:00:00+09:00"
    assert due.at.zone == "Asia/Tokyo"


def test_an_hour_that_the_clocks_skip_is_moved_on() -> None:
    eve = at(datetime(2027, 3, 27, 12))  # noqa: DTZ001 - see above
    due = understand("tomorrow 01:30", eve, TIMES, "en")
    assert due is not None
    assert due.at.at.isoformat() == "2027-03-28T02:30:00+01:00"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"(at|on|in|by) \d{1,5}[:. a-z]{0,9}\d{0,3}"))
def test_whatever_is_typed_it_never_raises_and_never_lies_in_the_past(said: str) -> None:
    now = at(SUNDAY)
    due = understand(said, now, TIMES, "en")
    assert due is None or due.at.at.date() >= now.at.date()
