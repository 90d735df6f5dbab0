"""Rooms to try things in: a room at its first stop, people in it, one command after the other."""

from collections.abc import Iterable

import msgspec
import pytest

from nowwhat.group.agenda import Stop
from nowwhat.group.commands import Command, Join, OpenSharing
from nowwhat.group.pace import Forward, Pace
from nowwhat.group.refusing import Reason, RefusedError
from nowwhat.group.room import Participant, Room
from nowwhat.group.rules import By, apply

AGENDA = (Stop("welcome", 300), Stop("writing", 600), Stop("doors", 240), Stop("close", 360))
NAMES = ("Ada", "Ben", "Cleo", "Dov", "Eun", "Fay", "Gil", "Hana")


def lobby(*, expires: float = 7200, most: int = 200) -> Room:
    """An empty room in which nothing has begun."""
    return Room(
        code="amber-lake-fox",
        script="group",
        pace=Pace(agenda=AGENDA),
        salt=7,
        opened=0,
        expires=expires,
        patterns=("sigh", "even"),
        most=most,
    )


def after(room: Room, *steps: tuple[By, Command], now: float = 0) -> Room:
    """The room after commands, each by somebody."""
    for by, command in steps:
        room = apply(room, command, by, now)
    return room


def led(room: Room, *commands: Command, now: float = 0) -> Room:
    """The room after commands of its facilitator."""
    return after(room, *(("facilitator", command) for command in commands), now=now)


def with_people(room: Room, names: Iterable[str] = NAMES) -> Room:
    """The room after people joined; the first one's token is `t1`."""
    for number, name in enumerate(names, len(room.participants) + 1):
        room = apply(room, Join(f"t{number}", name), "newcomer", 0)
    return room


def running(people: int = 8) -> Room:
    """A room at its first stop, with people in it and sharing open."""
    return led(with_people(lobby(), NAMES[:people]), Forward(), OpenSharing())


def who(room: Room, number: int) -> Participant:
    """A participant who is there."""
    found = room.participant(number)
    assert found is not None
    return found


def refuses(room: Room, command: Command, by: By, reason: Reason, now: float = 0) -> None:
    """Assert that the room refuses for this reason, and that nothing has changed."""
    before = msgspec.json.encode(room, order="sorted")
    with pytest.raises(RefusedError) as caught:
        apply(room, command, by, now)
    assert caught.value.reason == reason
    assert msgspec.json.encode(room, order="sorted") == before


def reason_for(room: Room, command: Command, by: By, now: float = 0) -> Reason | None:
    """Why the room refuses; none where it does not."""
    try:
        apply(room, command, by, now)
    except RefusedError as refused:
        return refused.reason
    return None
