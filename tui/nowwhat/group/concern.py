"""What of a change concerns one participant: not that others have come as far as they have.

A hundred who follow one step each tell the room so; told of all of it, they would look ten thousand
times.
"""

from nowwhat.group.room import Room

_ALL = ("pace", "shared", "sharing", "breathing", "buddies", "ended")
"""Fields that everybody sees something of; one that has not changed is the same object."""


class Concern:
    """Says of each change whether one participant may see anything of it."""

    def __init__(self, who: int) -> None:
        """Look for participant number `who`."""
        self._who = who

    def __call__(self, before: Room, after: Room) -> bool:
        """Say whether they may see a difference."""
        if any(getattr(before, name) is not getattr(after, name) for name in _ALL):
            return True
        if before.participants is after.participants:
            return False
        if before.participant(self._who) is not after.participant(self._who):
            return True
        theirs = set(after.buddies_of(self._who))
        return _came_or_went(before, after) or any(
            before.participant(each) is not after.participant(each) for each in theirs
        )


def _came_or_went(before: Room, after: Room) -> bool:
    """Say whether others are here than were; worked out once for all who are told of a change."""
    global _last  # noqa: PLW0603 - one change is told to everybody in a row
    if _last[0] is not before or _last[1] is not after:
        pairs = zip(before.participants, after.participants, strict=False)
        moved = len(before.participants) != len(after.participants) or any(
            one is not other and one.presence != other.presence for one, other in pairs
        )
        _last = (before, after, moved)
    return _last[2]


_last: tuple[Room | None, Room | None, bool] = (None, None, False)
