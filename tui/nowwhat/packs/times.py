"""`times.toml`: how a language says a time."""

import re
from collections.abc import Iterator

from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault
from nowwhat.packs.shapes import Shape


class Times(Shape, frozen=True, kw_only=True):
    """The patterns and words of `times.toml`; the file itself says what each is."""

    names_a_time: str
    names_an_event: str
    not_enough: str
    bare_hour: str
    late: str
    early: str
    clock: str
    numbers: tuple[str, ...]
    before_a_number: tuple[str, ...]
    behind_a_number: tuple[str, ...]
    date: str
    date_and_time: str
    instead: tuple[tuple[str, str], ...]


_PATTERNS = ("names_a_time", "names_an_event", "not_enough", "bare_hour", "late", "early", "clock")
_WORDS = ("numbers", "before_a_number", "behind_a_number")
_HOUR_AND_MINUTES = 2


def time_faults(times: Times) -> Iterator[Fault]:
    """List what is no regular expression, or has not the groups that it is read by."""
    place = Place("times.toml")
    sources = {key: getattr(times, key) for key in _PATTERNS}
    sources |= {key: "|".join(getattr(times, key)) for key in _WORDS}
    for key, source in sources.items():
        try:
            groups = re.compile(source).groups
        except re.error as error:
            yield place.fault(key, f"a regular expression ({error})")
        else:
            if key == "bare_hour" and groups < _HOUR_AND_MINUTES:
                yield place.fault(key, "two groups, for the hour and its minutes")
    for pattern, replacement in times.instead:
        try:
            re.sub(pattern, replacement, "")
        except (re.error, IndexError) as error:
            yield place.fault("instead", f"a pattern and what to read for it ({error})")
