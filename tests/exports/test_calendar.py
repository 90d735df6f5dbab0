"""iCalendar, read back by another parser: times, zones, alarms, names, and what changes."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.exports.samples import MONTH, WORDS, moment
from tests.store.any_records import TEXT

from nowwhat.exports.calendar import as_ics, timed
from nowwhat.exports.escaping import visible
from nowwhat.session.moment import Due, Moment
from nowwhat.session.records import Action, CheckIn, Outcome

ONE = MONTH.actions[0]


def events(
    actions: tuple[Action, ...] = MONTH.actions,
    checkins: tuple[CheckIn, ...] = (),
    *,
    show: bool = False,
) -> dict[str, Any]:  # Any: the parser knows no types
    calendar = vobject.readOne(as_ics(actions, checkins, WORDS, show=show).decode())
    return {event.uid.value: event for event in calendar.vevent_list}


def the_one(action: Action, *checkins: CheckIn, show: bool = False) -> Any:  # see above
    (event,) = events((action,), checkins, show=show).values()
    return event


def test_every_action_with_a_time_is_there_and_no_other() -> None:
    assert set(events()) == {f"{name}@nowwhat" for name in ("a1", "a2", "a3", "a4", "a6")}
    assert [action.id for action, _ in timed(MONTH.actions)] == ["a1", "a2", "a3", "a4", "a6"]


@pytest.mark.parametrize("action", [a for a in MONTH.actions if a.due and not a.due.whole_day])
def test_another_parser_finds_the_instant_by_the_zone_that_is_told(action: Action) -> None:
    begins = the_one(action).dtstart.value
    assert action.due
    assert begins.astimezone(UTC) == action.due.at.at.astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "at"),
    [
        ("Europe/Dublin", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # 01:30, the first time
        ("Europe/Dublin", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),  # 01:30 again
        ("Europe/Dublin", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),  # 02:00, an hour lost
        ("America/New_York", datetime(2026, 11, 1, 12, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2026, 10, 3, 20, tzinfo=UTC)),  # half an hour
        ("Africa/Casablanca", datetime(2026, 2, 20, 12, tzinfo=UTC)),  # Ramadan
        ("Asia/Kathmandu", datetime(2026, 2, 20, 12, tzinfo=UTC)),
        ("America/Sao_Paulo", datetime(2019, 2, 17, 12, tzinfo=UTC)),
        ("Nowhere/At_All", datetime(2026, 2, 20, 12, tzinfo=UTC)),
        ("../../etc/passwd", datetime(2026, 2, 20, 12, tzinfo=UTC)),
        ("UTC", datetime(2026, 2, 20, 12, tzinfo=UTC)),
        ("", datetime(2026, 2, 20, 12, tzinfo=UTC)),
    ],
)
def test_the_instant_is_right_when_the_clocks_change_and_where_zones_are_odd(
    zone: str, at: datetime
) -> None:
    begins = the_one(replace(ONE, due=Due(Moment(at, zone)))).dtstart.value
    ambiguous = (zone, at.hour) == ("Europe/Dublin", 1) and at.month == 10
    # A local time in iCalendar is the first of two (RFC 5545, 3.3.5): an hour early, not late.
    assert begins.astimezone(UTC) in ({at, at - timedelta(hours=1)} if ambiguous else {at})


def test_a_zone_is_told_with_its_changes() -> None:
    text = as_ics(MONTH.actions, (), WORDS, show=False).decode()
    assert "DTSTART;TZID=Europe/Dublin:20261024T183000" in text
    assert "DTSTART;TZID=Asia/Tokyo:20261030T183000" in text
    assert "DTSTART:20261031T163000Z" in text
    assert text.count("BEGIN:VTIMEZONE") == 2


def test_a_whole_day_has_no_time_and_its_alarm_goes_off_in_the_morning() -> None:
    event = the_one(MONTH.actions[2])
    assert event.dtstart.value == date(2026, 10, 28)
    assert event.dtend.value == date(2026, 10, 29)
    assert event.valarm.trigger.value == timedelta(hours=9)


def test_the_alarm_goes_off_at_the_time() -> None:
    event = the_one(ONE)
    assert event.valarm.trigger.value == timedelta()
    assert event.valarm.action.value == "DISPLAY"
    assert event.duration.value == timedelta(minutes=15)


def test_nothing_of_the_persons_words_is_shown_unless_they_asked() -> None:
    text = as_ics(MONTH.actions, MONTH.checkins, WORDS, show=False).decode()
    assert text.count(f"SUMMARY:{WORDS.neutral}") == 5
    for action in MONTH.actions:
        for words in (action.text, action.when, action.where, action.obstacle, action.feared):
            assert not words or words not in text
    event = the_one(ONE, show=True)
    assert event.summary.value == event.valarm.description.value == ONE.text
    assert event.description.value == "at the table\nI explain myself\n→ I delete it"
    assert ONE.feared not in str(event.serialize())


def test_the_same_journal_gives_the_same_bytes() -> None:
    first = as_ics(MONTH.actions, MONTH.checkins, WORDS, show=True)
    assert as_ics(MONTH.actions, MONTH.checkins, WORDS, show=True) == first
    assert as_ics(MONTH.actions[::-1], MONTH.checkins, WORDS, show=True) == first


def test_what_changes_keeps_its_name_and_counts_up() -> None:
    waits = CheckIn("c1", ONE.id, Outcome.NOT_YET, moment(25), stays_open=True)
    done = CheckIn("c2", ONE.id, Outcome.DONE, moment(27))
    mended = replace(ONE, text="Write him", mended=(moment(26),))
    told = [the_one(ONE), the_one(ONE, waits), the_one(mended, waits), the_one(mended, waits, done)]
    assert {event.uid.value for event in told} == {"a1@nowwhat"}
    assert [int(event.sequence.value) for event in told] == [0, 1, 2, 3]
    stamps = [event.dtstamp.value for event in told]
    assert stamps == sorted(set(stamps))
    assert stamps[0] == ONE.committed.at.astimezone(UTC)
    assert stamps[-1] == done.at.at.astimezone(UTC)
    assert {event.created.value for event in told} == {stamps[0]}


@pytest.mark.parametrize(
    ("outcome", "stays", "status", "alarm"),
    [
        (Outcome.DONE, False, "CONFIRMED", False),
        (Outcome.PART, False, "CONFIRMED", False),
        (Outcome.NOT_YET, False, "CANCELLED", False),
        (Outcome.LET_GO, False, "CANCELLED", False),
        (Outcome.NOT_YET, True, "CONFIRMED", True),
    ],
)
def test_what_is_accounted_for_rings_no_more(
    outcome: Outcome, stays: bool, status: str, alarm: bool
) -> None:
    event = the_one(ONE, CheckIn("c", ONE.id, outcome, moment(25), stays_open=stays))
    assert event.status.value == status
    assert hasattr(event, "valarm") is alarm


def test_a_time_out_of_all_calendars_is_left_out() -> None:
    far = Due(Moment(datetime(9000, 1, 1, tzinfo=UTC), "UTC"))
    assert timed((replace(ONE, due=far),)) == []
    text = as_ics((replace(ONE, due=far),), (), WORDS, show=False).decode()
    assert "VEVENT" not in text
    assert vobject.readOne(text).prodid.value


ODD = ["a;b,c\\n", "END:VEVENT\r\nBEGIN:VEVENT", "x" * 200, "ä" * 80]


@settings(deadline=None, max_examples=120)
@given(TEXT | st.sampled_from(ODD), TEXT)
def test_whatever_was_written_stays_in_its_place(text: str, where: str) -> None:
    text, where = (words.encode("utf-8", "replace").decode() for words in (text, where))
    raw = as_ics((replace(ONE, text=text, where=where),), (), WORDS, show=True)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    calendar = vobject.readOne(raw.decode())
    (event,) = calendar.vevent_list
    assert event.summary.value == visible(text)
    assert event.uid.value == "a1@nowwhat"
