"""A month in a journal, across a change of the clocks and of the zone; and the pack's words."""

from datetime import datetime, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

from nowwhat.packs.pack import Pack
from nowwhat.session.moment import Due, Moment
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

PACK: Final = Pack.find("en")
WORDS: Final = PACK.words.export


def moment(day: int, hour: int = 9, *, zone: str = "Europe/Dublin", month: int = 10) -> Moment:
    return Moment(datetime(2026, month, day, hour, 30, tzinfo=ZoneInfo(zone)), zone)


SUMMER = Due(moment(24, 18))
"""The day before the clocks go back in Dublin."""

WINTER = Due(moment(26, 18))
DAY = Due(moment(28, 0), whole_day=True)
TOKYO = Due(moment(30, 18, zone="Asia/Tokyo"))
NAMELESS = Due(
    Moment(datetime(2026, 10, 31, 18, 30, tzinfo=timezone(timedelta(hours=2))), "UTC+02:00")
)

MONTH: Final = Batch(
    insights=(
        Insight("i1", "It goes back to how she went silent", moment(1), session="s1"),
        Insight("i2", '=1+1; @me, "quoted"\n- and a second line', moment(2), origin="parked"),
    ),
    actions=(
        Action(
            "a1", "Write my sister one line", moment(1, 10), "s1", insight="i1", door="fraction",
            when="on Saturday at half past six", where="at the table", obstacle="I explain myself",
            response="I delete it", feared="she laughs", likely=70, discomfort=6, due=SUMMER,
        ),
        Action("a2", "Ride the bus; one stop", moment(3), "s2", when="on Monday", due=WINTER),
        Action("a3", "Sit with her photo", moment(4), "s3", when="Wednesday", due=DAY, rung="r1"),
        Action("a4", "Say hello, once", moment(5), "s4", when="at 18:30", due=TOKYO, follows="a3"),
        Action("a5", "Open the letter", moment(6), "s5", when="after lunch"),
        Action("a6", "Call", moment(7), "s6", when="at 18:30", due=NAMELESS, repeats="a2"),
    ),
    checkins=(
        CheckIn("c1", "a1", Outcome.DONE, moment(25), happened="she wrote back", came_true="no",
                before=7, most=8, after=4, note="shorter than I feared"),
        CheckIn("c2", "a2", Outcome.NOT_YET, moment(27), stays_open=True, obstacle="rain",
                side="outside"),
        CheckIn("c3", "a3", Outcome.LET_GO, moment(29)),
    ),
    sessions=(
        Session("s1", "bridge", "en", "short", moment(1), moment(1, 10), "finished", "i1", "a1", 6,
                5, (Pause("ground", 90, "stayed"),), {"door": "fraction", "why": "Not sure why"}),
    ),
    ladders=(Ladder("l1", "The office", moment(8)),),
    rungs=(Rung("r1", "l1", "Walk past it", moment(8), 4),),
)  # fmt: skip
