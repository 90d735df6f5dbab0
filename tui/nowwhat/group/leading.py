"""What a facilitator does with the room as a whole: its pace, a breathing, a show of hands."""

from msgspec.structs import replace

from nowwhat.group.changing import with_all
from nowwhat.group.pace import Extend, Turn, turned
from nowwhat.group.refusing import RefusedError
from nowwhat.group.room import Breathing, Counted, Participant, Room

MOST_HANDS = 1000
"""More than there are in any room, those who watch included."""

_MOST_SECONDS = 24 * 3600


def paced(room: Room, turn: Turn, now: float) -> Room:
    """Turn the pace; at another stop nobody is ready yet, and no breathing goes on."""
    if isinstance(turn, Extend):
        _is_amount(turn.seconds, _MOST_SECONDS)
    pace = turned(room.pace, turn, now)
    if pace.at == room.pace.at:
        return replace(room, pace=pace)
    furthest = min(pace.at, len(pace.agenda) - 1)

    def at_new_stop(each: Participant) -> Participant:
        return replace(each, ready=False, reached=min(each.reached, furthest))

    return with_all(replace(room, pace=pace, breathing=None), at_new_stop)


def reached(room: Room, who: Participant, stop: int) -> Participant:
    """Note at which stop somebody is."""
    if not 0 <= stop <= min(room.pace.at, len(room.pace.agenda) - 1):
        raise RefusedError("ahead")
    return replace(who, reached=stop)


def breathing(room: Room, pattern: str, now: float) -> Room:
    """Begin one; a second call for the same one lets it go on, for two may lead."""
    if pattern not in room.patterns:
        raise RefusedError("no_such_pattern")
    if room.breathing and room.breathing.pattern == pattern:
        return room
    return replace(room, breathing=Breathing(pattern, now))


def counting(room: Room, hands: int | None) -> Room:
    """Note how many hands there are at the open stop; the number typed last counts."""
    if room.pace.stop is None:
        raise RefusedError("out_of_turn")
    others = tuple(each for each in room.counted if each.stop != room.pace.at)
    if hands is None:
        return replace(room, counted=others)
    _is_amount(hands, MOST_HANDS, least=0)
    return replace(room, counted=(*others, Counted(room.pace.at, hands)))


def _is_amount(number: float, most: float, least: float | None = None) -> None:
    if not (-most if least is None else least) <= number <= most:  # nor is what is no number at all
        raise RefusedError("not_a_number")
