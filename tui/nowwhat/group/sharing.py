"""Sharing: one's own act, one item at a time, and taken back whole."""

from msgspec.structs import replace

from nowwhat.group.changing import with_item
from nowwhat.group.commands import Share
from nowwhat.group.refusing import RefusedError
from nowwhat.group.room import Participant, Room, Shared
from nowwhat.group.shuffle import lot
from nowwhat.session.typed import LINE_LIMIT, shown, take


def as_seen(raw: str) -> str:
    """Give words as others will see them: on one line, without what would do something.

    Raises:
        RefusedError: There are none, or more than 500 characters.
    """
    typed = take(raw, LINE_LIMIT)
    if typed.dropped:
        raise RefusedError("too_long")
    text = shown(" ".join(typed.text.split()))
    if not text:
        raise RefusedError("blank")
    return text


def sharing(room: Room, who: Participant, share: Share) -> Room:
    """Put something where others see it."""
    if share.place == "board" and not room.sharing:
        raise RefusedError("closed")
    mine = (each for each in room.shared if each.by == who.id)
    if any((each.kind, each.place) == (share.kind, share.place) for each in mine):
        raise RefusedError("one_is_there")
    item = Shared(
        id=_free_lot(room),
        by=who.id,
        text=as_seen(share.text),
        named=share.named and bool(who.name),
        kind=share.kind,
        place=share.place,
    )
    return replace(room, shared=(*room.shared, item), given=room.given + 1)


def taken_back(room: Room, who: Participant, item: int) -> Room:
    """Take it away, whole; only who shared it may."""
    if not any((each.id, each.by) == (item, who.id) for each in room.shared):
        raise RefusedError("no_such_item")
    return replace(room, shared=tuple(each for each in room.shared if each.id != item))


def hidden(room: Room, item: int, *, yes: bool) -> Room:
    """Take something on the board from view, or let it be seen again."""
    on_board = (each for each in room.shared if each.place == "board")
    found = next((each for each in on_board if each.id == item), None)
    if found is None:
        raise RefusedError("no_such_item")
    return with_item(room, replace(found, hidden=yes))


def _free_lot(room: Room) -> int:
    """Draw the number of the next item; one more than that of the item it falls on."""
    drawn = lot(room.salt, room.given)
    taken = {each.id for each in room.shared}
    while drawn in taken:
        drawn += 1
    return drawn
