"""Rooms on a test's server: opened, joined, looked at from inside."""

import asyncio
import re

from tests.ssh.caller import Caller
from tests.ssh.conftest import Serve
from tests.ssh.place import Place, the_pack
from tests.ssh.walking import SERVE

from nowwhat.group.commands import Command
from nowwhat.group.room import Participant, Room
from nowwhat.group.rules import By
from nowwhat.ssh.seats import Held

LOBBY = the_pack().words.lobby
BACK = LOBBY.back_by_words.partition("{")[0]
CTRL_Q = "\x11"


def only_rooms(serve: Serve, **options: object) -> Place:
    """A server that nobody has an account on."""
    return serve(any_key=False, guests=False, **options)


def opened(place: Place) -> Held:
    """Open a room."""
    held = place.do(lambda: place.house.rooms.open(place.house.pack.script("group")))
    assert isinstance(held, Held)
    return held


def room_of(place: Place, held: Held) -> Room:
    """The room as it is."""
    room = place.house.rooms.hub.room(held.code)
    assert room is not None
    return room


def ask(place: Place, held: Held, command: Command, by: By = "facilitator") -> Room:
    """Ask something of it."""
    room = place.do(lambda: place.house.rooms.hub.send(held.code, command, by))
    assert isinstance(room, Room)
    return room


def people(place: Place, held: Held) -> list[tuple[str, str]]:
    """Names and presence of all who joined."""
    return [(each.name, each.presence) for each in room_of(place, held).participants]


async def come_to_be(place: Place, held: Held, *wanted: tuple[str, str]) -> tuple[Participant, ...]:
    """Wait until these have joined, and are where it says."""
    await asyncio.to_thread(place.wait_for, lambda: people(place, held) == [*wanted])
    return room_of(place, held).participants


async def join(caller: Caller, name: str) -> str:
    """Join as somebody new; gives the words that bring one back."""
    await caller.until(SERVE.confirm)
    caller.type("\r")
    await caller.until(LOBBY.name)
    caller.type(f"{name}\r")
    await caller.when(lambda: words_told(caller) != "", "words to come back by")
    return words_told(caller)


def words_told(caller: Caller) -> str:
    """The three words that were told, or none."""
    heard = " ".join(caller.heard.decode("utf-8", "replace").split())
    found = re.search(r"while the room is there[^:]*: (\w+ \w+ \w+)", heard)
    return found[1] if found else ""


async def pick(caller: Caller, words: str) -> None:
    """Take a choice by the number that stands before it; the beginning of its words is enough."""
    numbered = re.compile(rf"(\d) +{re.escape(words)}")
    await caller.when(lambda: numbered.search(caller.seen) is not None, words)
    found = numbered.search(caller.seen)
    assert found
    caller.type(f"{found[1]}\r")
