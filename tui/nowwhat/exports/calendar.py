"""What was planned for a time, as an iCalendar file; the only module that knows `icalendar`."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from nowwhat.exports.escaping import visible
from nowwhat.exports.words import ExportWords
from nowwhat.session.moment import Due, Moment
from nowwhat.session.records import Action, CheckIn, Outcome

_MAKER: Final = "-//nowwhat//nowwhat//EN"
_LENGTH: Final = timedelta(minutes=15)
"""How long an entry is: one sitting, and a calendar shows none that is shorter."""

_MORNING: Final = timedelta(hours=9)
"""When the alarm of a whole day goes off, after midnight."""

_AROUND: Final = timedelta(days=366)
"""A zone's changes are told so long before the first time that is named and after the last."""

_YEARS: Final = range(1900, 2200)
"""Programs that read calendars know no others well."""


def as_ics(
    actions: Iterable[Action], checkins: Iterable[CheckIn], words: ExportWords, *, show: bool
) -> bytes:
    """Write the actions whose when was understood as a time.

    The same journal gives the same bytes. An entry has its action's id for a name for good, so that
    bringing a later file in changes it: `SEQUENCE` counts what was said of the action since, and
    `DTSTAMP` is when that was said. What was let go, or was not tried, is cancelled; what was
    accounted for has no alarm any more.

    Args:
        actions: Those without a time are passed over; see `timed`.
        checkins: What became of them.
        words: `neutral` stands for the action's own words.
        show: Show its own words: a calendar is often seen by others.
    """
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    accounts: dict[str, list[CheckIn]] = {}
    for checkin in checkins:
        accounts.setdefault(checkin.action, []).append(checkin)
    planned = timed(actions)
    for action, due in planned:
        known = accounts.get(action.id, [])
        calendar.add_component(_event(action, due, known, words, show=show))
    if planned:
        first, last = (due.at.at.date() for _, due in (planned[0], planned[-1]))
        calendar.add_missing_timezones(first - _AROUND, last + _AROUND)
    return bytes(calendar.to_ical())


def timed(actions: Iterable[Action]) -> list[tuple[Action, Due]]:
    """Give the actions that have a time which a calendar can name, the earliest first."""
    dues = [(a, a.due) for a in actions if a.due and a.due.at.at.year in _YEARS]
    return sorted(dues, key=lambda planned: (planned[1].at.at, planned[0].id))


def _event(
    action: Action, due: Due, accounts: list[CheckIn], words: ExportWords, *, show: bool
) -> Event:
    changes = [*action.mended, *(at for c in accounts for at in (c.at, *c.mended))]
    stamp = max(_utc(at) for at in (action.committed, *changes))
    closing = next((c.outcome for c in reversed(accounts) if not c.stays_open), None)
    title = visible(action.text) if show else words.neutral
    event = Event()
    event.add("uid", visible(f"{action.id}@nowwhat"))
    event.add("dtstamp", stamp)
    event.add("created", _utc(action.committed))
    event.add("last-modified", stamp)
    event.add("sequence", len(changes))
    event.add("summary", title)
    if show and (beside := _beside(action)):
        event.add("description", beside)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("status", _status(closing))
    _add_time(event, due)
    if closing is None:
        event.add_component(_alarm(due, title))
    return event


def _status(closing: Outcome | None) -> str:
    return "CONFIRMED" if closing is None or closing.tried else "CANCELLED"


def _beside(action: Action) -> str:
    lines = (action.where, action.obstacle, action.response and f"→ {action.response}")
    return visible("\n".join(filter(None, lines)))


def _add_time(event: Event, due: Due) -> None:
    if due.whole_day:
        day = due.at.at.date()
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        return
    event.add("dtstart", _in_zone(due.at))
    event.add("duration", _LENGTH)


def _alarm(due: Due, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _MORNING if due.whole_day else timedelta())
    alarm.add("description", title)
    return alarm


def _in_zone(moment: Moment) -> datetime:
    """Give a moment in its zone, or in UTC where that zone has no name that calendars know."""
    try:
        return moment.at.astimezone(ZoneInfo(moment.zone))
    except (LookupError, ValueError, OSError, OverflowError):
        return _utc(moment)


def _utc(moment: Moment) -> datetime:
    try:
        return moment.at.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        return datetime(1970, 1, 1, tzinfo=UTC)
