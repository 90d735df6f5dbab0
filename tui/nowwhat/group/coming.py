"""Coming and going: nobody who ever joined is lost, and nobody is there twice."""

from typing import Final

from msgspec.structs import replace

from nowwhat.group.changing import with_participant
from nowwhat.group.naming import given_name, own_name
from nowwhat.group.pairing import parted
from nowwhat.group.refusing import RefusedError
from nowwhat.group.room import Leader, Participant, Room

TURNOVER: Final = 10
"""So many times as many as a room has seats may join it one after another: nobody who ever joined
is forgotten, and whoever comes and goes for hours shall not make it slow for who is there."""


def joined(room: Room, token: str, name: str) -> Room:
    """Let somebody in for the first time, at the open stop."""
    if token in room.banned:
        raise RefusedError("banned")
    if not token:
        raise RefusedError("unknown")
    if room.holder(token):
        raise RefusedError("known")
    if room.locked:
        raise RefusedError("locked")
    if len(room.participants) >= TURNOVER * room.most:
        raise RefusedError("full")
    _seat_in(room)
    taken = frozenset(each.name for each in room.participants)
    newcomer = Participant(
        id=len(room.participants) + 1,
        token=token,
        name=own_name(given_name(name), taken),
        reached=min(room.pace.at, len(room.pace.agenda) - 1),
    )
    return replace(room, participants=(*room.participants, newcomer))


def returned(room: Room, token: str) -> Room:
    """Let somebody back in as themselves, on a new line."""
    who = room.holder(token)
    if token in room.banned:
        raise RefusedError("banned")
    if who is None:
        raise RefusedError("unknown")
    if who.presence == "removed" and room.locked:
        raise RefusedError("locked")
    if who.presence in ("left", "removed"):
        _seat_in(room)
    return with_participant(room, replace(who, presence="here", line=who.line + 1))


def left(room: Room, who: Participant) -> Room:
    """Let somebody go who wants to."""
    return with_participant(room, replace(who, presence="left", ready=False))


def dropped(room: Room, who: Participant, line: int | None) -> Room:
    """Note that a line is gone; everything of theirs stays."""
    if not who.present or line not in (None, who.line):
        return room
    return with_participant(room, replace(who, presence="away"))


def removed(room: Room, who: Participant, *, for_good: bool) -> Room:
    """Take somebody out, and what they shared, since they could not take it back themselves."""
    room = replace(
        room,
        banned=room.banned | {who.token} if for_good else room.banned,
        shared=tuple(each for each in room.shared if each.by != who.id),
    )
    gone = replace(who, presence="removed", ready=False)
    return parted(with_participant(room, gone), who.id)


def attending(room: Room, token: str) -> Room:
    """Note that somebody leads."""
    before = room.leader(token)
    line = before.line + 1 if before else 1
    return _with_leader(room, Leader(token, line))


def departed(room: Room, token: str, line: int | None) -> Room:
    """Note that a line of somebody who leads is gone."""
    before = room.leader(token)
    if before is None:
        raise RefusedError("unknown")
    if line not in (None, before.line):
        return room
    return _with_leader(room, replace(before, present=False))


def _with_leader(room: Room, leader: Leader) -> Room:
    if room.leader(leader.token) is None:
        return replace(room, leaders=(*room.leaders, leader))
    leaders = (leader if each.token == leader.token else each for each in room.leaders)
    return replace(room, leaders=tuple(leaders))


def _seat_in(room: Room) -> None:
    """See that there is a seat; whose line dropped keeps theirs."""
    taken = sum(each.presence in ("here", "away") for each in room.participants)
    if taken >= room.most:
        raise RefusedError("full")
