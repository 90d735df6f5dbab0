"""A journal with a while in it: insights, tries, repetitions, a ladder."""

from datetime import datetime
from zoneinfo import ZoneInfo

from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, CheckIn, Insight, Ladder, Outcome, Rung
from nowwhat.store import JournalStore, MemoryJournal

ZONE = "Europe/Dublin"
HELLO = "say hello to one person on my street"
MOST = (7, 8, 6, 7, 5, 4)


def at(day: int, hour: int = 18, month: int = 3) -> Moment:
    return Moment(datetime(2026, month, day, hour, tzinfo=ZoneInfo(ZONE)), ZONE)


def hello(number: int) -> Batch:
    """One of six times that somebody said hello, on days 2 to 7 of March."""
    name = f"a-hello{number}"
    action = Action(
        name, HELLO, at(2 + number, 8), f"s{number}", "i-stay", "face", "after work",
        feared="they look away", likely=80 - 10 * number, discomfort=6,
        repeats="a-hello0" if number else "", obstacle="I freeze", response="I breathe out",
    )  # fmt: skip
    came_true = "partly" if number == 2 else "no"
    checkin = CheckIn(
        f"c-hello{number}", name, Outcome.DONE, at(2 + number, 9 + 2 * number),
        came_true=came_true, most=MOST[number], after=MOST[number] - 3,
        noticed="one said hello back" if number == 4 else "",
    )  # fmt: skip
    return Batch(actions=(action,), checkins=(checkin,))


def a_while() -> MemoryJournal:
    """February and the first nine days of March."""
    journal = MemoryJournal()
    journal.record(
        Batch(
            insights=(
                Insight("i-fear", "I put things off because I fear the answer", at(1, month=2)),
                Insight("i-stay", "I can stay at Zoë's when someone is cross", at(1)),
                Insight("i-read", "I read ten articles and call it progress", at(6)),
            ),
            actions=(
                Action("a-clinic", "call the clinic", at(1, 19, 2), "s", "i-fear", "face"),
                Action("a-piece", "write the number down", at(4, 19, 2), "s", "i-fear", "face",
                       follows="a-clinic", obstacle="no quiet place", response="I go outside"),
                Action("a-sing", "sing in the kitchen", at(8), "s", "", "joy"),
                Action("a-form", "send the form", at(9), "s", "", "reach", "tomorrow at 9"),
                Action("a-walk", "walk past the room", at(7, 7), "s", door="face", rung="r-walk"),
            ),
            checkins=(
                CheckIn("c-clinic", "a-clinic", Outcome.NOT_YET, at(4, month=2),
                        obstacle="no quiet place"),
                CheckIn("c-piece", "a-piece", Outcome.PART, at(5, month=2), note="half of it"),
                CheckIn("c-sing", "a-sing", Outcome.LET_GO, at(9, 8)),
                CheckIn("c-walk", "a-walk", Outcome.DONE, at(7, 23), most=3),
            ),
            ladders=(Ladder("l-meeting", "the staff meeting", at(6)),),
            rungs=(
                Rung("r-say", "l-meeting", "say one sentence in it", at(6), 8),
                Rung("r-walk", "l-meeting", "walk past the room", at(6), 2),
                Rung("r-sit", "l-meeting", "sit in the empty room", at(6), 4),
            ),
        )
    )  # fmt: skip
    for number in range(6):
        journal.record(hello(number))
    return journal


def whole(journal: JournalStore) -> Batch:
    """Everything in a journal, as it can be put into another."""
    return Batch(
        journal.insights(),
        journal.actions(),
        journal.checkins(),
        journal.sessions(),
        journal.ladders(),
        journal.rungs(),
    )
