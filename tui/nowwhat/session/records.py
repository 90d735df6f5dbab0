"""What a journal keeps: insights, actions, check-ins, ladders, and the sessions behind them."""

from enum import StrEnum
from typing import Literal

import msgspec

from nowwhat.session.moment import Due, Moment


class Outcome(StrEnum):
    """What became of an action. Each answer is a good one."""

    DONE = "done"
    PART = "part"
    NOT_YET = "notyet"
    LET_GO = "letgo"

    @property
    def tried(self) -> bool:
        """Whether something was done: it lays a plank."""
        return self in (Outcome.DONE, Outcome.PART)


class Insight(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something understood, in the person's words.

    Attributes:
        id: Unique in its journal.
        text: As it was typed.
        noted: When.
        origin: In a session; parked from the shell; brought by an import; or learnt by acting.
        session: Id of the session that took it up; empty while parked.
        mended: When its words were mended.
    """

    id: str
    text: str
    noted: Moment
    origin: Literal["session", "parked", "import", "acting"] = "session"
    session: str = ""
    mended: tuple[Moment, ...] = ()


class Action(msgspec.Struct, frozen=True, omit_defaults=True):
    """One concrete thing that a person said "I will" to.

    Attributes:
        id: Unique in its journal.
        text: The line, as it was typed.
        committed: When "I will" was said.
        session: Id of the sitting that ended on it.
        insight: Id of the insight that it answers; empty where there was none.
        door: The door that it was chosen through; empty where there was none.
        when: In the person's words: a time, or after-X.
        due: The time that this was understood as; none where it names an event.
        where: In the person's words.
        how_long: In the person's words.
        towards: What it moves them towards, in their words.
        obstacle: The "if" of the implementation intention.
        response: The "then" of the implementation intention.
        feared: What they fear will happen.
        likely: How likely they hold that, 0-100.
        discomfort: Discomfort of doing it, before, 0-10 (SUDS).
        confidence: How sure they are to do it, 0-10.
        kept: The person kept their words although the coach had a question.
        misread: The person said that the coach had misread a safety concern.
        follows: Id of the action that this one is a next try of.
        repeats: Id of the first action of a chain of repetitions.
        rung: Id of the rung that it is a try of; empty where it is on no ladder.
        mended: When its words were mended.
    """

    id: str
    text: str
    committed: Moment
    session: str
    insight: str = ""
    door: str = ""
    when: str = ""
    where: str = ""
    how_long: str = ""
    towards: str = ""
    obstacle: str = ""
    response: str = ""
    feared: str = ""
    likely: int | None = None
    discomfort: int | None = None
    confidence: int | None = None
    kept: bool = False
    misread: bool = False
    due: Due | None = None
    follows: str = ""
    repeats: str = ""
    rung: str = ""
    mended: tuple[Moment, ...] = ()


class CheckIn(msgspec.Struct, frozen=True, omit_defaults=True):
    """The account a person gave of one action.

    Attributes:
        id: Unique in its journal.
        action: Id of the action.
        outcome: What became of it.
        at: When the account was given.
        stays_open: The action waits on, and is asked about again.
        note: Anything they wanted to add.
        noticed: What they noticed.
        happened: What happened of what they feared.
        came_true: Whether the feared thing happened: `yes`, `partly`, `no`; empty where unasked.
        obstacle: What got in the way.
        side: Whether that was inside or outside them; empty where unasked.
        before: Discomfort before, 0-10 (SUDS).
        most: Discomfort at its most, 0-10.
        after: Discomfort after, 0-10.
        mended: When its words were mended.
    """

    id: str
    action: str
    outcome: Outcome
    at: Moment
    stays_open: bool = False
    note: str = ""
    noticed: str = ""
    happened: str = ""
    came_true: str = ""
    obstacle: str = ""
    side: str = ""
    before: int | None = None
    most: int | None = None
    after: int | None = None
    mended: tuple[Moment, ...] = ()


class Ladder(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that a person avoids, and comes closer to by rungs that they write and rate.

    Attributes:
        id: Unique in its journal.
        text: What lies at its top, in the person's words.
        made: When.
        session: Id of the session in which it was made; empty where it was made elsewhere.
        mended: When its words were mended.
    """

    id: str
    text: str
    made: Moment
    session: str = ""
    mended: tuple[Moment, ...] = ()


class Rung(msgspec.Struct, frozen=True, omit_defaults=True):
    """One step of a ladder. Actions name theirs; one that is taken away leaves them as they are.

    Attributes:
        id: Unique in its journal.
        ladder: Id of the ladder.
        text: The line, as it was typed.
        made: When it was written.
        discomfort: How uncomfortable doing it seemed then, 0-10 (SUDS).
        mended: When its words were mended.
    """

    id: str
    ladder: str
    text: str
    made: Moment
    discomfort: int | None = None
    mended: tuple[Moment, ...] = ()


BreathEnding = Literal["stayed", "left", "declined"]


class Pause(msgspec.Struct, frozen=True):
    """One breathing or grounding: pattern id, whole seconds, and how it ended."""

    pattern: str
    seconds: int
    ending: BreathEnding


class Session(msgspec.Struct, frozen=True, omit_defaults=True):
    """A sitting that came to an end.

    Attributes:
        id: Unique in its journal; the id that its draft had.
        script: Id of the script.
        lang: Language of the pack.
        depth: The depth at the end.
        began: When it began.
        ended: When it ended.
        ending: `finished` on a committed action, or `set_down`.
        insight: Id of the insight noted; empty where none.
        action: Id of the action committed to; empty where none.
        before: Discomfort before the pause, 0-10.
        after: Discomfort after it, 0-10.
        pauses: What was breathed, in order.
        answers: Every other answer, by the step's id.
    """

    id: str
    script: str
    lang: str
    depth: Literal["short", "full"]
    began: Moment
    ended: Moment
    ending: Literal["finished", "set_down"]
    insight: str = ""
    action: str = ""
    before: int | None = None
    after: int | None = None
    pauses: tuple[Pause, ...] = ()
    answers: dict[str, str | int] = {}


class Batch(msgspec.Struct, frozen=True, omit_defaults=True):
    """Records that belong together: a journal takes all of them or none.

    A record whose id the journal already has is the same record: taking it again changes nothing.
    """

    insights: tuple[Insight, ...] = ()
    actions: tuple[Action, ...] = ()
    checkins: tuple[CheckIn, ...] = ()
    sessions: tuple[Session, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    rungs: tuple[Rung, ...] = ()


Record = Insight | Action | CheckIn | Session | Ladder | Rung
"""Anything that a journal keeps."""


def time_of(record: Record) -> Moment:
    """Give the moment by which records are put in order."""
    match record:
        case Insight():
            return record.noted
        case Action():
            return record.committed
        case CheckIn():
            return record.at
        case Session():
            return record.began
        case Ladder() | Rung():
            return record.made


def records_of(batch: Batch) -> dict[str, tuple[Record, ...]]:
    """Give the records of a batch by the name of their table."""
    return {
        "insights": batch.insights,
        "actions": batch.actions,
        "checkins": batch.checkins,
        "sessions": batch.sessions,
        "ladders": batch.ladders,
        "rungs": batch.rungs,
    }
