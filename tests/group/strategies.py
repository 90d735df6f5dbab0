"""Arbitrary courses of a room: joins, drops, returns, commands by anybody, fitting and not."""

from datetime import date
from typing import NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace
from tests.group.samples import lobby

from nowwhat.group.commands import (
    AskBuddy,
    Attend,
    Ban,
    BreatheNoMore,
    BreatheTogether,
    CloseSharing,
    Command,
    Depart,
    Drop,
    End,
    Expire,
    Hands,
    Hide,
    Join,
    Leave,
    Lock,
    OpenSharing,
    Pair,
    Reached,
    Ready,
    Remove,
    Return,
    Share,
    SpeakAfter,
    TakeBack,
    Unhide,
    Unlock,
    WantBuddy,
)
from nowwhat.group.pace import Backward, Extend, Forward, Pause, Proceed
from nowwhat.group.refusing import RefusedError
from nowwhat.group.room import Room
from nowwhat.group.rules import By, apply

TOKENS = tuple(f"token{number}" for number in range(9))
NAMES = ("Ada", "ada", "Ben", "", "Cleo", "bad\x1bname")
TEXTS = tuple(f"sentence {number}" for number in range(8))
BOOLS = st.booleans()
NUMBERS = st.integers(0, 10)

NEWCOMER: st.SearchStrategy[Command] = st.one_of(
    st.builds(Join, st.sampled_from(TOKENS), st.sampled_from(NAMES)),
    st.builds(Return, st.sampled_from(TOKENS)),
)
PARTICIPANT: st.SearchStrategy[Command] = st.one_of(
    st.just(Leave()),
    st.builds(Drop, st.none() | st.integers(1, 3)),
    st.builds(Reached, st.integers(-1, 5)),
    st.builds(Ready, BOOLS),
    st.builds(
        Share,
        st.sampled_from(TEXTS),
        st.sampled_from(["action", "sentence"]),
        named=BOOLS,
        place=st.sampled_from(["board", "board", "buddy"]),
    ),
    st.builds(TakeBack, NUMBERS),
    st.builds(SpeakAfter, BOOLS),
    st.builds(WantBuddy, st.sampled_from([True, True, False])),
    st.builds(AskBuddy, st.none() | st.just(date(2026, 11, 24))),
)
FACILITATOR: st.SearchStrategy[Command] = st.one_of(
    st.builds(Forward),
    st.builds(Forward, st.integers(-1, 5)),
    st.builds(Backward),
    st.builds(Extend, st.integers(-600, 600)),
    st.sampled_from([Pause(), Proceed(), OpenSharing(), OpenSharing(), CloseSharing()]),
    st.sampled_from([Lock(), Unlock(), Unlock(), BreatheTogether("sigh"), BreatheNoMore()]),
    st.builds(Hide, NUMBERS),
    st.builds(Unhide, NUMBERS),
    st.builds(Remove, NUMBERS),
    st.builds(Ban, NUMBERS),
    st.builds(Pair, st.integers(0, 99)),
    st.builds(Hands, st.none() | st.integers(-1, 12)),
    st.builds(Attend, st.sampled_from(["lead", "second"])),
    st.builds(Depart, st.sampled_from(["lead", "second"]), st.none() | st.integers(1, 2)),
)


class Move(NamedTuple):
    """A command, who gives it, and seconds since the one before."""

    by: By
    command: Command
    wait: int = 0


WAITS = st.integers(0, 400)
PEOPLE: st.SearchStrategy[By] = st.integers(1, 9)
ANYBODY: st.SearchStrategy[By] = PEOPLE | st.sampled_from(["newcomer", "facilitator", "clock"])
MOVES = st.one_of(
    st.builds(Move, st.just("newcomer"), NEWCOMER, WAITS),
    st.builds(Move, PEOPLE, PARTICIPANT, WAITS),
    st.builds(Move, PEOPLE, PARTICIPANT, WAITS),
    st.builds(Move, st.just("facilitator"), FACILITATOR, WAITS),
    st.builds(Move, ANYBODY, NEWCOMER | PARTICIPANT | FACILITATOR, WAITS),
)
BEGINNING = [
    *(Move("newcomer", Join(token, NAMES[n % 5])) for n, token in enumerate(TOKENS[:6])),
    Move("facilitator", Forward()),
    Move("facilitator", OpenSharing()),
]
"""What most groups do first, so that there is something to go on with."""
PAIRING = [
    *(Move(number, WantBuddy()) for number in (1, 2, 3)),
    Move("facilitator", Pair(5)),
    Move(2, AskBuddy(date(2026, 11, 24))),
]
LATE = [Move("facilitator", Forward())] * 3
SHARING = [Move(n, Share(TEXTS[n], "action", named=n % 2 == 0)) for n in (1, 2, 3, 4)]

COURSES = st.one_of(
    st.builds(
        lambda few, shared, moves, end, more: [*BEGINNING[few:], *shared, *moves, *end, *more],
        st.integers(0, 4),
        st.sampled_from([[], LATE, PAIRING, SHARING, [*PAIRING, *SHARING, Move(1, TakeBack(0))]]),
        st.lists(MOVES, min_size=5, max_size=25),
        st.sampled_from([[], [Move("facilitator", End())], [Move("clock", Expire(), 6000)]]),
        st.lists(st.builds(Move, PEOPLE, PARTICIPANT, WAITS), max_size=4),
    ),
    st.lists(MOVES, max_size=30),
)


def aimed(command: Command, room: Room) -> Command:
    """Make the number of an item one that is there, where any is; every ninth is not."""
    if isinstance(command, TakeBack | Hide | Unhide) and room.shared and command.item % 9 != 8:
        return replace(command, item=room.shared[command.item % len(room.shared)].id)
    return command


class Step(NamedTuple):
    """One accepted command: before, what, by whom, when, after."""

    before: Room
    command: Command
    by: By
    now: float
    after: Room


class Course:
    """A room that went through moves: every accepted step, every refused one."""

    def __init__(self, moves: list[Move]) -> None:
        self.begun = self.room = lobby(expires=5000)
        self.now = 0.0
        self.steps: list[Step] = []
        self.refused: list[tuple[Room, Command, By, float]] = []
        for move in moves:
            self.now += move.wait
            command = aimed(move.command, self.room)
            try:
                room = apply(self.room, command, move.by, self.now)
            except RefusedError:
                self.refused.append((self.room, command, move.by, self.now))
                continue
            self.steps.append(Step(self.room, command, move.by, self.now, room))
            self.room = room

    @property
    def rooms(self) -> list[Room]:
        """The room after each accepted command, and how it began."""
        return [self.begun, *(step.after for step in self.steps)]


COURSE = st.builds(Course, COURSES)
