"""What each may see of a room, as values: whoever leads, whoever looks at the wall, whoever joined.

Where a number would tell of fewer than five people there is none instead; the words are the pack's.
"""

from datetime import date

import msgspec

from nowwhat.group.board import Item, board_of, for_buddies, in_view, of_one, to_buddies
from nowwhat.group.counts import told
from nowwhat.group.pace import Pace
from nowwhat.group.room import Breathing, Phase, Presence, Room


class Pacing(msgspec.Struct, frozen=True):
    """Where the group stands, in times of the room's clock, so that each screen counts by itself.

    Attributes:
        at: Place of the open stop, as in `Pace.at`.
        stop: Id of the step that opens it; empty before the first and after the last.
        stops: How many there are.
        since: When it was opened.
        until: When its time is up.
        held: Since when all clocks are held; none: they run.
    """

    at: int
    stop: str
    stops: int
    since: float
    until: float
    held: float | None


class Planned(msgspec.Struct, frozen=True):
    """A stop of the agenda: the minutes that were planned, and that it took so far."""

    step: str
    planned: float
    actual: float


class Totals(msgspec.Struct, frozen=True):
    """How many there are, where five or more are here; else nothing of it.

    Attributes:
        present: Here now.
        ready: Of these, ready to go on.
        there: Of these, at the open stop.
        dots: One for each who is here, the ready ones first: no dot is anybody's.
    """

    present: int | None
    ready: int | None
    there: int | None
    dots: tuple[bool, ...]


class Show(msgspec.Struct, frozen=True):
    """A show of hands: at which step, how many; none under five."""

    step: str
    hands: int | None


class Person(msgspec.Struct, frozen=True):
    """Somebody in the facilitator's list."""

    id: int
    name: str
    presence: Presence


class FacilitatorView(msgspec.Struct, frozen=True):
    """What whoever leads sees.

    Attributes:
        speak: Names of those who asked to be spoken to; empty for one who gave none.
        wanting: How many here want a buddy; none under five.
        buddies: Groups of buddies there are; none under five.
        leaders: How many who lead are here.
        hands: Counted at the open stop; as it was typed, for hands are raised before everybody.
        shows: All shows of hands, in the order of the agenda.
    """

    code: str
    script: str
    phase: Phase
    pacing: Pacing
    agenda: tuple[Planned, ...]
    totals: Totals
    people: tuple[Person, ...]
    speak: tuple[str, ...]
    wanting: int | None
    buddies: int | None
    board: tuple[Item, ...]
    sharing: bool
    locked: bool
    breathing: Breathing | None
    hands: int | None
    shows: tuple[Show, ...]
    leaders: int
    expires: float


class ProjectorView(msgspec.Struct, frozen=True):
    """What all in the room may read from the wall."""

    code: str
    script: str
    phase: Phase
    pacing: Pacing
    totals: Totals
    board: tuple[Item, ...]
    sharing: bool
    breathing: Breathing | None
    hands: int | None


class Buddy(msgspec.Struct, frozen=True):
    """A buddy, as the other sees them.

    Attributes:
        name: What they are called here; may be empty.
        items: What they want to be seen.
        asks_on: When they will ask what became of the other's action.
    """

    name: str
    items: tuple[Item, ...]
    asks_on: date | None


class ParticipantView(msgspec.Struct, frozen=True):
    """What one participant sees.

    Attributes:
        mine: What they shared with their buddies alone; of the board it is said there.
        present: How many are here; none under five.
    """

    script: str
    phase: Phase
    pacing: Pacing
    name: str
    presence: Presence
    ready: bool
    wants_to_speak: bool
    wants_buddy: bool
    asks_on: date | None
    buddies: tuple[Buddy, ...]
    board: tuple[Item, ...]
    mine: tuple[Item, ...]
    sharing: bool
    breathing: Breathing | None
    present: int | None


def facilitator_view(room: Room, now: float) -> FacilitatorView:
    """Give what whoever leads sees at a time of the room's clock."""
    wanting = sum(each.wants_buddy for each in room.present)
    return FacilitatorView(
        code=room.code,
        script=room.script,
        phase=room.phase,
        pacing=pacing(room.pace),
        agenda=agenda(room.pace, now),
        totals=totals(room),
        people=tuple(Person(each.id, each.name, each.presence) for each in room.participants),
        speak=tuple(each.name for each in room.participants if each.wants_to_speak),
        wanting=told(wanting, len(room.present)),
        buddies=told(len(room.buddies), len(room.present)),
        board=board_of(room),
        sharing=room.sharing,
        locked=room.locked,
        breathing=room.breathing,
        hands=hands(room),
        shows=shows(room),
        leaders=sum(each.present for each in room.leaders),
        expires=room.expires,
    )


def projector_view(room: Room) -> ProjectorView:
    """Give what may be read from the wall: no list of people, no note, nothing asked in private."""
    return ProjectorView(
        code=room.code,
        script=room.script,
        phase=room.phase,
        pacing=pacing(room.pace),
        totals=totals(room),
        board=in_view(room),
        sharing=room.sharing,
        breathing=room.breathing,
        hands=hands(room),
    )


def participant_view(room: Room, who: int) -> ParticipantView:
    """Give what one participant sees.

    Raises:
        KeyError: Nobody has this number.
    """
    me = room.participant(who)
    if me is None:
        raise KeyError(who)
    return ParticipantView(
        script=room.script,
        phase=room.phase,
        pacing=pacing(room.pace),
        name=me.name,
        presence=me.presence,
        ready=me.ready,
        wants_to_speak=me.wants_to_speak,
        wants_buddy=me.wants_buddy,
        asks_on=me.asks_on,
        buddies=tuple(_buddy(room, number) for number in room.buddies_of(who)),
        board=of_one(room, who),
        mine=for_buddies(room, who),
        sharing=room.sharing,
        breathing=room.breathing,
        present=told(len(room.present), len(room.present)),
    )


def pacing(pace: Pace) -> Pacing:
    """Give where the group stands; the same for all."""
    stop = pace.stop.step if pace.stop else ""
    return Pacing(pace.at, stop, len(pace.agenda), pace.since, pace.until, pace.held)


def agenda(pace: Pace, now: float) -> tuple[Planned, ...]:
    """Give the stops with the minutes that they were to take and have taken."""
    pairs = zip(pace.agenda, pace.taken(now), strict=True)
    return tuple(Planned(stop.step, stop.seconds / 60, taken / 60) for stop, taken in pairs)


def totals(room: Room) -> Totals:
    """Give how many are here, are ready, are at the open stop."""
    here = room.present
    number = len(here)
    ready = sum(each.ready for each in here)
    there = sum(each.reached >= room.pace.at for each in here) if room.pace.stop else 0
    dots = tuple(count < ready for count in range(number))
    if told(number, number) is None:
        dots = ()
    return Totals(told(number, number), told(ready, number), told(there, number), dots)


def hands(room: Room) -> int | None:
    """Give the hands that were counted at the open stop, if any were."""
    found = (each.hands for each in room.counted if each.stop == room.pace.at)
    return next(found, None)


def shows(room: Room) -> tuple[Show, ...]:
    """Give the hands that were counted at each stop."""
    agenda = room.pace.agenda
    counted = sorted(room.counted, key=lambda each: each.stop)
    return tuple(Show(agenda[each.stop].step, told(each.hands, each.hands)) for each in counted)


def _buddy(room: Room, number: int) -> Buddy:
    them = room.participant(number)
    if them is None:  # numbers of buddies are those of participants
        raise KeyError(number)
    return Buddy(them.name, to_buddies(room, number), them.asks_on)
