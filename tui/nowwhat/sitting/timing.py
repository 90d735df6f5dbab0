"""From the words of a plan to a date and a time in the person's zone, where they name one."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from nowwhat.packs.times import Times
from nowwhat.session.moment import Due, Moment

_MORNING_HOURS = range(1, 12)
_NOON, _MORNING = 12, 7
"""An hour alone is meant in the waking day: 7 to 11 in the morning, 12 to 6 after it."""


def understand(phrase: str, now: Moment, times: Times, lang: str) -> Due | None:
    """Understand a phrase as a time to come.

    Loads a large library the first time (some 150 ms): never call it on a server's event loop.

    Args:
        phrase: The person's words: "tomorrow at 9", "Tuesday 10:00", "after lunch".
        now: The present, in the person's zone.
        times: How their language says times.
        lang: Language tag.

    Returns:
        None where it names an event, nothing, or a time that is gone.
    """
    words = _in_digits(" ".join(phrase.casefold().split()), times)
    if re.search(times.names_an_event, words) or not re.search(times.names_a_time, words):
        return None
    for pattern, replacement in times.instead:
        words = re.sub(pattern, replacement, words)
    here = now.at.replace(tzinfo=None)
    words, hour = _hour(" ".join(words.split()), here, times)
    if re.search(times.not_enough, words):
        return None
    read = _read(words, here, lang)
    if read is None:
        return None
    whole_day = not (hour or re.search(times.clock, words))
    if whole_day:
        read = datetime.combine(read.date(), time())
    if hour in _MORNING_HOURS and read < here:
        read += timedelta(hours=12)
    gone = read.date() < here.date() if whole_day else read < here - timedelta(minutes=1)
    return None if gone else Due(_lived(read, now), whole_day)


def say(due: Due, times: Times) -> str:
    """Say what was understood."""
    return due.at.at.strftime(times.date if due.whole_day else times.date_and_time)


def _in_digits(words: str, times: Times) -> str:
    """Turn a number word that stands for an hour or a count into digits."""
    before, behind = "|".join(times.before_a_number), "|".join(times.behind_a_number)
    for number, word in enumerate(times.numbers, 1):
        words = re.sub(rf"\b({before}) {word}\b", rf"\g<1> {number}", words)
        words = re.sub(rf"\b{word}(?= ?(?:{behind})\b)", str(number), words)
    return words


def _hour(words: str, here: datetime, times: Times) -> tuple[str, int]:
    """Make a time without am or pm a time of the day: the half of it is said, or guessed.

    Returns:
        The words with the whole time in them, and its hour where it was guessed; else 0.
    """
    found = re.search(times.bare_hour, words)
    if found is None:
        return words, 0
    hour, minutes = int(found[1]), found[2] or "00"
    late, early = re.search(times.late, words), re.search(times.early, words)
    rest = f"{words[: found.start()]} {words[found.end() :]}"
    if hour < _NOON and not early:
        hour += 0 if _morning_is_meant(hour, found[2], rest, here) and not late else _NOON
    guessed = int(found[1]) < _NOON and not late and not early
    rest = re.sub(times.early, " ", re.sub(times.late, " ", rest))
    return " ".join(f"{rest} {hour:02d}:{minutes}".split()), hour if guessed else 0


def _morning_is_meant(hour: int, minutes: str | None, rest: str, here: datetime) -> bool:
    """Guess: the next time it comes, where nothing else is said; else the waking day."""
    if not rest.strip():
        return hour >= _MORNING and time(hour, int(minutes or 0)) > here.time()
    return hour >= _MORNING or minutes is not None


def _read(words: str, here: datetime, lang: str) -> datetime | None:
    import dateparser  # noqa: PLC0415 - large, and only for a plan that names a time

    settings = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": here}
    try:
        read = dateparser.parse(words, languages=[lang], settings=settings)
    except (ValueError, OverflowError, TypeError):  # it reads anything; not all of it is a date
        return None
    return read.replace(tzinfo=None) if read else None


def _lived(read: datetime, now: Moment) -> Moment:
    """Put a local time into the person's zone; one that a clock change skips is moved on."""
    try:
        zone = ZoneInfo(now.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return Moment(read.replace(tzinfo=now.at.tzinfo), now.zone)
    there = read.replace(tzinfo=zone)
    utc = (there - (there.utcoffset() or timedelta())).replace(tzinfo=None)
    return Moment(utc.replace(tzinfo=ZoneInfo("UTC")).astimezone(zone), now.zone)
