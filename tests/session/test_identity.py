"""Names for records: the same record has the same name, others have others."""

import re
from datetime import UTC, datetime, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nowwhat.session.identity import identify
from nowwhat.session.moment import Moment

Kind = Literal["insight", "action", "checkin", "session"]
NOON = Moment(datetime(2025, 6, 1, 12, tzinfo=UTC), "UTC")
KINDS = st.sampled_from(get_args(Kind))
MOMENTS = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 - `timezones` says which
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
).map(lambda at: Moment(at, "UTC"))
ANYTHING = st.text(st.characters(codec=None), max_size=30)


@settings(deadline=None)
@given(KINDS, MOMENTS, ANYTHING)
def test_any_record_has_a_name_that_a_file_can_have(kind: Kind, moment: Moment, text: str) -> None:
    name = identify(kind, moment, text)
    assert re.fullmatch(r"[iacs]-?[0-9a-f]+-[0-9a-f]{4}", name)
    assert identify(kind, moment, text) == name


@settings(deadline=None)
@given(KINDS, MOMENTS, ANYTHING)
def test_the_zone_does_not_change_the_name(kind: Kind, moment: Moment, text: str) -> None:
    there = Moment(moment.at.astimezone(ZoneInfo("Asia/Kolkata")), "Asia/Kolkata")
    assert identify(kind, there, text) == identify(kind, moment, text)


def test_each_kind_has_names_of_its_own() -> None:
    assert len({identify(kind, NOON, "x") for kind in get_args(Kind)}) == 4


@pytest.mark.parametrize("micros", [1, -1, 1_000_000, 10**12])
def test_another_microsecond_is_another_name(micros: int) -> None:
    later = Moment(NOON.at + timedelta(microseconds=micros), "UTC")
    assert identify("action", later, "x") != identify("action", NOON, "x")


def test_other_words_of_the_same_microsecond_are_another_name() -> None:
    assert identify("action", NOON, "call the clinic") != identify("action", NOON, "write to her")


def test_half_a_surrogate_pair_has_a_name_too() -> None:
    assert identify("insight", NOON, "\ud83d") != identify("insight", NOON, "")
