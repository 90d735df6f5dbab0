"""Finding somebody's zone: by what their client says, by the time or the city they type."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import available_timezones

from nowwhat.settings.places import country_of, zones_of_country
from nowwhat.ssh.clock import zone_of

_TIME = re.compile(r"(\d{1,2})[:.h](\d\d)\s*([ap])?\.?m?\.?", re.IGNORECASE)
_STEP = timedelta(minutes=15)
"""Zones differ by quarters of an hour."""

_EAST = timedelta(hours=14)
_DAY = timedelta(days=1)
_HOURS, _NOON, _MINUTES = 24, 12, 60


def guess_zone(environ: Mapping[str, str], server: str) -> str:
    """Guess the zone by `TZ`, by the locale's country where that has one zone, else the server's.

    Args:
        environ: What the client sent of its environment.
        server: The server's own zone.
    """
    named = environ.get("TZ", "").lstrip(":")
    if "/" in named and named in available_zones().values():
        return named
    country = country_of(environ)
    zones = zones_of_country(country) if country else []
    return zones[0] if len(zones) == 1 else server


def zone_in(typed: str, now: datetime) -> str:
    """Find the zone that a typed time or place names; empty: none.

    Args:
        typed: "14:05", "2.05 pm", "Dublin", "america/new_york".
        now: The present in UTC.
    """
    time = _TIME.fullmatch(typed.strip())
    if time:
        return _offset_of(time, now)
    plain = "_".join(typed.strip().casefold().split())
    return available_zones().get(plain, "")


@cache
def available_zones() -> dict[str, str]:
    """List the zones by their whole names and by their cities, in small letters."""
    names = sorted(name for name in available_timezones() if zone_of(name) is not None)
    cities = {name.rpartition("/")[2].casefold(): name for name in names if "/" in name}
    return {**cities, **{name.casefold(): name for name in names if "/" in name}}


def _offset_of(time: "re.Match[str]", now: datetime) -> str:
    hour, minute, half = int(time[1]), int(time[2]), (time[3] or "").casefold()
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour >= _HOURS or minute >= _MINUTES:
        return ""
    there = timedelta(hours=hour, minutes=minute)
    here = timedelta(hours=now.hour, minutes=now.minute)
    ahead = round((there - here) / _STEP) * _STEP % _DAY
    if ahead > _EAST - 2 * timedelta(hours=1):  # noon is twelve hours ahead; what is more is behind
        ahead -= _DAY
    minutes = int(ahead.total_seconds()) // _MINUTES
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
