"""Keeping for good what was written in a room: by one's own choice, in the folder of one's key."""

from collections.abc import Callable

from nowwhat.session.records import Batch
from nowwhat.ssh.call import Call
from nowwhat.ssh.house import House
from nowwhat.ssh.lodging import Lodging, lodge_on_disk
from nowwhat.ssh.presence import present
from nowwhat.ssh.visitor import Person
from nowwhat.store.errors import LockedError, TakenDraftError


def keeper(house: House, call: Call) -> Callable[[], None] | None:
    """Give what keeps it, to whoever may have a folder here; none to others.

    It waits for a disk, and raises `StoreError` where nothing could be kept. Doing so twice is
    harmless.
    """
    if not isinstance(call.visitor, Person):
        return None
    folder = house.state.of(call.visitor)

    def keep() -> None:
        with present(folder):
            _copy(call.lodging, lodge_on_disk(folder, house.clock))

    return keep


def _copy(room: Lodging, own: Lodging) -> None:
    """Put records and unfinished sittings beside those that are there."""
    journal = room.journal
    batch = Batch(
        insights=journal.insights(),
        actions=journal.actions(),
        checkins=journal.checkins(),
        sessions=journal.sessions(),
        ladders=journal.ladders(),
        rungs=journal.rungs(),
    )
    if batch != Batch():
        own.journal.record(batch)
    mine, theirs = own.drafts(), room.drafts()
    for draft_id in theirs.ids():
        try:
            with mine.create(draft_id):
                mine.save(draft_id, theirs.load(draft_id))
        except (TakenDraftError, LockedError):  # kept before, and perhaps gone on with since
            continue
