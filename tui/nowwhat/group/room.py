"""A room as a value: who is in it, where the group stands, what was shared; of no one's text else.

Of a participant it holds a name, presence, the stop reached, readiness, what they chose to share,
and what they asked for. There is no field for anything that they write, rate, choose or skip.
"""

from datetime import date
from typing import Literal

import msgspec

from nowwhat.group.pace import Pace

Phase = Literal["lobby", "running", "over"]
"""Before the first stop; from there on; once it was ended."""

Presence = Literal["here", "away", "left", "removed"]
"""In the room; their line dropped; they left; the facilitator took them out."""

Kind = Literal["action", "sentence"]
"""What is shared: one's committed action, or one sentence."""

Place = Literal["board", "buddy"]
"""Who sees what is shared: all, or only one's buddies."""


class Participant(msgspec.Struct, frozen=True, tag="participant"):
    """Somebody who joined.

    Attributes:
        id: Their number in this room, from 1.
        token: What the server knows them again by (a hash, never shown).
        name: What they want to be called here; may be empty.
        presence: Whether they are here.
        line: Number of the line that they are on, from 1; an older one that drops changes nothing.
        reached: The stop they are at, as in `Pace.at`; never beyond the open one.
        ready: They have said that they are ready to go on from the open stop.
        wants_to_speak: They asked to be spoken to afterwards.
        wants_buddy: They asked for a buddy.
        asks_on: When they will ask their buddy what became of it.
    """

    id: int
    token: str
    name: str = ""
    presence: Presence = "here"
    line: int = 1
    reached: int = -1
    ready: bool = False
    wants_to_speak: bool = False
    wants_buddy: bool = False
    asks_on: date | None = None

    @property
    def present(self) -> bool:
        """Whether they are in the room now."""
        return self.presence == "here"


class Leader(msgspec.Struct, frozen=True, tag="leader"):
    """Somebody who leads.

    Attributes:
        token: What the server knows them again by (never shown).
        line: Number of their line, as a participant's.
        present: Whether they are here.
    """

    token: str
    line: int = 1
    present: bool = True


class Shared(msgspec.Struct, frozen=True, tag="shared"):
    """Something shared.

    Attributes:
        id: A number that tells neither when it came nor from whom; the board is in its order.
        by: Number of the participant who shared it; leaves the room only with their name.
        text: As others see it.
        named: Their name stands with it.
        kind: What it is.
        place: Who sees it.
        hidden: The facilitator took it from view.
    """

    id: int
    by: int
    text: str
    named: bool
    kind: Kind
    place: Place = "board"
    hidden: bool = False


class Breathing(msgspec.Struct, frozen=True, tag="breathing"):
    """A breathing together: everybody is in the phase that the seconds since `began` give."""

    pattern: str
    began: float


class Counted(msgspec.Struct, frozen=True, tag="counted"):
    """Hands that were counted while a stop was open."""

    stop: int
    hands: int


class Room(msgspec.Struct, frozen=True, tag="room"):
    """A group in its room.

    All times are seconds of one monotonic clock, the pace's.

    Attributes:
        code: What one joins by.
        script: Id of the script that is led.
        pace: Where the group stands.
        salt: What orders are drawn by; never shown.
        opened: When it was opened.
        expires: When it goes, ended or not.
        patterns: Ids of what may be breathed together.
        most: How many may be in it.
        participants: All who ever joined, in that order.
        leaders: All who ever led.
        shared: What is shared, in the order in which it came.
        given: How many things were ever shared, those taken back included.
        sharing: Whether the board takes anything.
        locked: Nobody new may join.
        breathing: The breathing together that goes on.
        buddies: Numbers of participants, two or three each.
        counted: Shows of hands, by stop.
        banned: Tokens that may not come back.
        ended: It was ended.
    """

    code: str
    script: str
    pace: Pace
    salt: int
    opened: float
    expires: float
    patterns: tuple[str, ...] = ()
    most: int = 200
    participants: tuple[Participant, ...] = ()
    leaders: tuple[Leader, ...] = ()
    shared: tuple[Shared, ...] = ()
    given: int = 0
    sharing: bool = False
    locked: bool = False
    breathing: Breathing | None = None
    buddies: tuple[tuple[int, ...], ...] = ()
    counted: tuple[Counted, ...] = ()
    banned: frozenset[str] = frozenset()
    ended: bool = False

    @property
    def phase(self) -> Phase:
        """How far it is; after the last stop it runs on until it is ended."""
        if self.ended:
            return "over"
        return "lobby" if self.pace.at < 0 else "running"

    @property
    def present(self) -> tuple[Participant, ...]:
        """Those who are here now."""
        return tuple(each for each in self.participants if each.present)

    def participant(self, number: int) -> Participant | None:
        """Find a participant by their number."""
        at_hand = 1 <= number <= len(self.participants)
        return self.participants[number - 1] if at_hand else None

    def holder(self, token: str) -> Participant | None:
        """Find the participant who has this token."""
        return next((each for each in self.participants if each.token == token), None)

    def leader(self, token: str) -> Leader | None:
        """Find the leader who has this token."""
        return next((each for each in self.leaders if each.token == token), None)

    def buddies_of(self, number: int) -> tuple[int, ...]:
        """Tell who are somebody's buddies."""
        ours = next((each for each in self.buddies if number in each), ())
        return tuple(each for each in ours if each != number)
