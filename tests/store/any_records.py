"""Arbitrary records, of every kind and with any words in them."""

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from nowwhat.session.moment import Moment
from nowwhat.session.records import (
    Action,
    Batch,
    CheckIn,
    Insight,
    Ladder,
    Outcome,
    Pause,
    Rung,
    Session,
)

TEXT = st.text() | st.text(st.characters(categories=("Cs", "Cc", "L", "So")))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=ZONES)  # noqa: DTZ001 - `timezones` says which
MOMENTS = st.builds(Moment, INSTANTS, TEXT)
SUDS = st.none() | st.integers(0, 10)
INSIGHTS = st.builds(Insight, TEXT, TEXT, MOMENTS, session=TEXT)
ACTIONS = st.builds(
    Action, TEXT, TEXT, MOMENTS, TEXT, TEXT, TEXT, TEXT, obstacle=TEXT, response=TEXT,
    likely=SUDS, kept=st.booleans(), misread=st.booleans(), follows=TEXT, rung=TEXT,
)  # fmt: skip
CHECKINS = st.builds(
    CheckIn, TEXT, TEXT, st.sampled_from(Outcome), MOMENTS, st.booleans(), TEXT, most=SUDS
)
PAUSES = st.builds(Pause, TEXT, st.integers(0, 3600), st.sampled_from(["stayed", "left"]))
SESSIONS = st.builds(
    Session, TEXT, TEXT, TEXT, st.sampled_from(["short", "full"]), MOMENTS, MOMENTS,
    st.sampled_from(["finished", "set_down"]), before=SUDS, after=SUDS,
    pauses=st.lists(PAUSES, max_size=3).map(tuple),
    answers=st.dictionaries(TEXT, TEXT | st.integers(-5, 500), max_size=4),
)  # fmt: skip
LADDERS = st.builds(
    Ladder, TEXT, TEXT, MOMENTS, TEXT,
)  # fmt: skip
RUNGS = st.builds(Rung, TEXT, TEXT, TEXT, MOMENTS, SUDS)
BATCHES = st.builds(
    Batch,
    *(
        st.lists(records, max_size=4).map(tuple)
        for records in (INSIGHTS, ACTIONS, CHECKINS, SESSIONS, LADDERS, RUNGS)
    ),
)
