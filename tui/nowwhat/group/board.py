"""The board as each may see it: in an order that is not that of time, unnamed without a name."""

import msgspec

from nowwhat.group.room import Kind, Room, Shared


class Item(msgspec.Struct, frozen=True):
    """Something on the board.

    Attributes:
        id: By which it is hidden or taken back.
        text: Its words.
        kind: What it is.
        name: Whose it is, if they wanted it to be said; else none.
        hidden: It is out of view.
        mine: Whoever looks shared it.
    """

    id: int
    text: str
    kind: Kind
    name: str | None = None
    hidden: bool = False
    mine: bool = False


def board_of(room: Room) -> tuple[Item, ...]:
    """Give all that was shared with all, what is hidden included; for a facilitator."""
    on_board = (each for each in room.shared if each.place == "board")
    return tuple(_item(room, each) for each in sorted(on_board, key=lambda each: each.id))


def in_view(room: Room) -> tuple[Item, ...]:
    """Give what is in everybody's view."""
    return tuple(item for item in board_of(room) if not item.hidden)


def of_one(room: Room, who: int) -> tuple[Item, ...]:
    """Give what one participant sees: what is in view, and what they shared themselves."""
    mine = {each.id for each in room.shared if each.by == who and each.place == "board"}
    items = (item for item in board_of(room) if item.id in mine or not item.hidden)
    return tuple(msgspec.structs.replace(item, mine=item.id in mine) for item in items)


def to_buddies(room: Room, who: int) -> tuple[Item, ...]:
    """Give what somebody's buddies see of them: what is for buddies, and what bears their name."""
    theirs = (each for each in room.shared if each.by == who and not each.hidden)
    return tuple(_item(room, each) for each in theirs if each.named or each.place == "buddy")


def for_buddies(room: Room, who: int) -> tuple[Item, ...]:
    """Give what somebody shared with their buddies alone, to themselves."""
    theirs = (each for each in room.shared if each.by == who and each.place == "buddy")
    return tuple(msgspec.structs.replace(_item(room, each), mine=True) for each in theirs)


def _item(room: Room, shared: Shared) -> Item:
    owner = room.participant(shared.by) if shared.named else None
    name = owner.name if owner else None
    return Item(shared.id, shared.text, shared.kind, name, shared.hidden)
