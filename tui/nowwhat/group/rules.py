"""The rules of a room: who may ask for what, and when; `apply(room, command, ...) → room`."""

from typing import Literal

from msgspec.structs import replace

from nowwhat.group import coming, leading, pairing, sharing
from nowwhat.group.changing import with_participant
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
from nowwhat.group.pace import Backward, Extend, Forward, Pause, Proceed, turned
from nowwhat.group.refusing import RefusedError
from nowwhat.group.room import Participant, Phase, Room

Role = Literal["newcomer", "participant", "facilitator", "clock"]
By = int | Literal["newcomer", "facilitator", "clock"]
"""Who asks: a participant by their number; somebody at the door; whoever leads; time itself."""

_TURNS = {Forward, Backward, Extend, Pause, Proceed}
_DESK = {Attend, Depart, Remove, Ban, Hide, Unhide}
_HOUSE = {Lock, Unlock, OpenSharing, CloseSharing, End}
_LINE = {Leave, Drop}
_WISHES = {SpeakAfter, WantBuddy}

MAY: dict[Role, dict[Phase, frozenset[type]]] = {
    "newcomer": {
        "lobby": frozenset({Join, Return}),
        "running": frozenset({Join, Return}),
        "over": frozenset({Return}),
    },
    "participant": {
        "lobby": frozenset(_LINE | _WISHES),
        "running": frozenset(_LINE | _WISHES | {Reached, Ready, Share, TakeBack, AskBuddy}),
        "over": frozenset(_LINE | _WISHES | {TakeBack, AskBuddy}),
    },
    "facilitator": {
        "lobby": frozenset(_DESK | _HOUSE | _TURNS),
        "running": frozenset(
            _DESK | _HOUSE | _TURNS | {BreatheTogether, BreatheNoMore, Pair, Hands}
        ),
        "over": frozenset(_DESK),
    },
    "clock": {
        "lobby": frozenset({Expire}),
        "running": frozenset({Expire}),
        "over": frozenset({Expire}),
    },
}
"""What each may ask for in each phase."""


def apply(room: Room, command: Command, by: By, now: float) -> Room:
    """Answer a command with the room that follows it.

    Args:
        room: As it is.
        command: What is asked for.
        by: Who asks.
        now: The present, in seconds of the room's clock.

    Raises:
        RefusedError: It may not be; the room is as it was.
    """
    role: Role = "participant" if isinstance(by, int) else by
    if type(command) not in MAY[role][room.phase]:
        raise RefusedError("out_of_turn")
    match command:
        case Join(token=token, name=name):
            return coming.joined(room, token, name)
        case Return(token=token):
            return coming.returned(room, token)
        case Expire():
            if now < room.expires:
                raise RefusedError("not_yet")
            return _ended(room, now)
    if isinstance(by, int):
        return _of_participant(room, command, _somebody(room, by))
    return _of_facilitator(room, command, now)


def _of_participant(room: Room, command: Command, who: Participant) -> Room:
    if isinstance(command, Drop):  # a line may well drop after its participant was taken out
        return coming.dropped(room, who, command.line)
    if not who.present:
        raise RefusedError("not_here")
    match command:
        case Leave():
            return coming.left(room, who)
        case Share():
            return sharing.sharing(room, who, command)
        case TakeBack(item=item):
            return sharing.taken_back(room, who, item)
        case WantBuddy(yes=yes):
            return pairing.wanting(room, who, yes=yes)
        case Reached(stop=stop):
            return with_participant(room, leading.reached(room, who, stop))
        case Ready(yes=yes):
            return with_participant(room, replace(who, ready=yes and room.pace.stop is not None))
        case SpeakAfter(yes=yes):
            return with_participant(room, replace(who, wants_to_speak=yes))
        case AskBuddy(day=day):
            if not room.buddies_of(who.id):
                raise RefusedError("no_buddy")
            return with_participant(room, replace(who, asks_on=day))
    raise RefusedError("out_of_turn")


def _of_facilitator(room: Room, command: Command, now: float) -> Room:
    match command:
        case Forward() | Backward() | Extend() | Pause() | Proceed():
            return leading.paced(room, command, now)
        case BreatheTogether(pattern=pattern):
            return leading.breathing(room, pattern, now)
        case BreatheNoMore():
            return replace(room, breathing=None)
        case Lock() | Unlock():
            return replace(room, locked=isinstance(command, Lock))
        case OpenSharing() | CloseSharing():
            return replace(room, sharing=isinstance(command, OpenSharing))
        case Hide(item=item) | Unhide(item=item):
            return sharing.hidden(room, item, yes=isinstance(command, Hide))
        case Remove(who=who) | Ban(who=who):
            for_good = isinstance(command, Ban)
            return coming.removed(room, _somebody(room, who), for_good=for_good)
        case Pair(seed=seed):
            return pairing.paired(room, seed)
        case Hands(count=count):
            return leading.counting(room, count)
        case End():
            return _ended(room, now)
        case Attend(token=token):
            return coming.attending(room, token)
        case Depart(token=token, line=line):
            return coming.departed(room, token, line)
    raise RefusedError("out_of_turn")


def _ended(room: Room, now: float) -> Room:
    """End it; its clocks are held, so that minutes told afterwards are those that were taken."""
    pace = turned(room.pace, Pause(), now)
    return replace(room, pace=pace, ended=True, sharing=False, breathing=None)


def _somebody(room: Room, number: int) -> Participant:
    found = room.participant(number)
    if found is None:
        raise RefusedError("unknown")
    return found
