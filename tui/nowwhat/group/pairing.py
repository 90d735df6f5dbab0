"""Buddies: pairs, and one three where the number is odd, of those who want one."""

from msgspec.structs import replace

from nowwhat.group.changing import with_participant
from nowwhat.group.refusing import RefusedError
from nowwhat.group.room import Participant, Room
from nowwhat.group.shuffle import lot

_PAIR, _THREE = 2, 3


def paired(room: Room, seed: int) -> Room:
    """Make buddies of those who want one and have none; who has one keeps them where it can be.

    One who is over joins a pair; where there is a three already, its last one goes with them.
    """
    single = [each.id for each in room.participants if _is_single(room, each)]
    if not single or (len(single) < _PAIR and not room.buddies):
        raise RefusedError("too_few")
    single.sort(key=lambda number: (lot(seed, number), number))
    buddies = list(room.buddies)
    while len(single) >= _PAIR:
        buddies.append((single.pop(), single.pop()))
    for over in single:
        three = next((each for each in buddies if len(each) == _THREE), None)
        if three is None:
            buddies[-1] = (*buddies[-1], over)
        else:
            buddies[buddies.index(three)] = three[:_PAIR]
            buddies.append((three[_PAIR], over))
    return replace(room, buddies=tuple(buddies))


def parted(room: Room, who: int) -> Room:
    """Take somebody from their buddies; one who is left alone has none any more."""
    ours = room.buddies_of(who)
    if not ours:
        return room
    rest = [each for each in room.buddies if who not in each]
    if len(ours) >= _PAIR:
        rest.append(ours)
    room = replace(room, buddies=tuple(rest))
    for number in (who, *ours):
        each = room.participant(number)
        if each is not None and not room.buddies_of(number):
            room = with_participant(room, replace(each, asks_on=None))
    return room


def wanting(room: Room, who: Participant, *, yes: bool) -> Room:
    """Note whether somebody wants a buddy; who wants none any more has none."""
    room = with_participant(room, replace(who, wants_buddy=yes))
    return room if yes else parted(room, who.id)


def _is_single(room: Room, who: Participant) -> bool:
    in_reach = who.presence in ("here", "away")
    return who.wants_buddy and in_reach and not room.buddies_of(who.id)
