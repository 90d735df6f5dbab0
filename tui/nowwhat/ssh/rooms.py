"""The rooms of a server: opened, found by what is typed as a user name, gone when they are old."""

import math
import re
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

from nowwhat.group.agenda import agenda_of
from nowwhat.group.codes import LEADER_WORDS, ROOM_WORDS, folded, found, leader_code, room_code
from nowwhat.group.hub import LocalHub
from nowwhat.group.pace import Pace
from nowwhat.group.room import Room
from nowwhat.group.tries import Tries
from nowwhat.packs.pack import Pack
from nowwhat.session.script import Script
from nowwhat.ssh.clock import HouseClock
from nowwhat.ssh.guests import Guests
from nowwhat.ssh.key_file import KeyFile
from nowwhat.ssh.limits import Limits
from nowwhat.ssh.log import Log
from nowwhat.ssh.names import LEAD, Aim, Asked
from nowwhat.ssh.seats import Held
from nowwhat.ssh.state import StateError

_LONGEST: Final = 200
"""Characters of a user name that is looked at."""

_SALTS: Final = 2**48


class Rooms:
    """All rooms of one server.

    Attributes:
        hub: Carries them.
        facilitators: The keys that may lead.
    """

    def __init__(
        self,
        pack: Pack,
        facilitators: KeyFile,
        *,
        limits: Limits,
        log: Log,
        clock: HouseClock,
        choose: Callable[[Sequence[str]], str] = secrets.choice,
    ) -> None:
        """Prepare; there is none yet.

        Args:
            pack: The words of codes and of scripts.
            facilitators: The keys that may lead.
            limits: How long a room is there, and how many may be in it.
            log: Where is written that one was opened, moved on, ended.
            clock: What time it is.
            choose: Chooses a word so that nobody can guess which.
        """
        self._pack, self.facilitators = pack, facilitators
        self._limits, self._log, self._clock, self._choose = limits, log, clock, choose
        self.hub = LocalHub(clock.elapsed, log.mishap)
        self._tries = Tries()
        self._held: dict[str, Held] = {}
        self._opened = 0
        word = "|".join(sorted(map(re.escape, map(folded, pack.resume_words))))
        counts = (ROOM_WORDS, LEADER_WORDS)
        self._like_a_code = re.compile("|".join(f"(?:{word}){{{count}}}" for count in counts))

    def __len__(self) -> int:
        return len(self._held)

    def open(self, script: Script) -> Held:
        """Open a room that is led through this script."""
        words, choose, now = self._pack.resume_words, self._choose, self._clock.elapsed()
        code = room_code(words, choose, self._held)
        leads = leader_code(words, choose, [held.leader_code for held in self._held.values()])
        room = Room(
            code=code,
            script=script.id,
            pace=Pace(agenda=agenda_of(script)),
            salt=secrets.randbelow(_SALTS),
            opened=now,
            expires=now + self._limits.room,
            patterns=tuple(pattern.id for pattern in self._pack.patterns),
            most=self._limits.sessions,
        )
        self._opened += 1
        self.hub.open(room)
        guests = Guests(self._clock, words, math.inf, choose)
        held = Held(self._opened, code, leads, script, guests)
        self._held[code] = held
        self._log.tell("room", room=held.number, what="opened")
        self._watch(held, room)
        return held

    def held(self, code: str) -> Held | None:
        """Find a room by its code as it was drawn; none: it is there no more."""
        return self._held.get(code)

    def all(self) -> tuple[Held, ...]:
        """List them, the oldest first."""
        return tuple(self._held.values())

    def led_by(self, key: str) -> tuple[Held, ...]:
        """List those that somebody's key leads."""
        return tuple(held for held in self._held.values() if key in held.leaders)

    def aim(self, asked: Asked, address: str) -> Aim | None:
        """Say where a user name leads; none: nowhere in particular.

        A name that could be no code costs nothing; of one that could, nobody hears how near it is,
        nor whether it was too many. After too many the door is shut but for keys that are known in
        the room: else whoever guesses would keep out those whose line has dropped.
        """
        self.sweep()
        who = asked.who[:_LONGEST]
        if who.casefold() == LEAD and self._has_facilitators():
            return Aim("lead")
        now = self._clock.elapsed()
        if not self._held or not self._like_a_code.fullmatch(folded(who)):
            return None
        shut = not self._tries.may(address, now)
        if shut:
            self._log.tell("limit", what="codes")
        leads = {held.leader_code: code for code, held in self._held.items()}
        led, joined = found(who, leads), found(who, self._held)
        if led is not None:
            return Aim("lead", leads[led], shut)
        if joined is not None:
            return Aim("wall" if asked.form == "screen" else "room", joined, shut)
        if not shut:
            self._tries.missed(address, now)
        return None

    def knows(self, aim: Aim, key: str) -> bool:
        """Say whether somebody's key is known where this leads: it has a seat there, or leads."""
        held = self._held.get(aim.code)
        if held is None or not key:
            return False
        return key in held.leaders if aim.to == "lead" else held.seat_of_key(key) is not None

    def shut(self) -> float:
        """Say for how many seconds codes are not heard, from somewhere at least; 0: they are."""
        return self._tries.shut_for(self._clock.elapsed())

    def reopen(self, held: Held) -> None:
        """Hear codes again: whoever leads this room wants it."""
        self._tries.forgive()
        self._log.tell("room", room=held.number, what="reopened")

    def sweep(self) -> None:
        """Let go of the rooms whose time is up, and of all that was said in them."""
        for code in self.hub.expire():
            self._log.tell("room", room=self._held.pop(code).number, what="expired")

    def _has_facilitators(self) -> bool:
        with suppress(StateError):
            return self.facilitators.count() > 0
        return False

    def _watch(self, held: Held, room: Room) -> None:
        """Write how far the room is; of people the log has lines, and no one's name."""
        last = [room]

        def changed(room: Room) -> None:
            before, last[0] = last[0], room
            if room.pace.at != before.pace.at:
                self._log.tell("room", room=held.number, what="stop", stop=room.pace.at)
            if room.ended and not before.ended:
                self._log.tell("room", room=held.number, what="ended")

        self.hub.watch(held.code, changed)
