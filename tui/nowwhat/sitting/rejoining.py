"""How a sitting in a room begins: as it was, for who is back after a dropped line; else anew."""

from contextlib import suppress

from nowwhat.session.errors import SessionError
from nowwhat.session.script import Script
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.draft import DraftError
from nowwhat.sitting.opening import begin, rejoin
from nowwhat.sitting.sitting import Sitting
from nowwhat.store.errors import DamagedDraftError, LockedError, MissingDraftError

_UNUSABLE = (LockedError, MissingDraftError, DamagedDraftError, DraftError, SessionError)


def take_up(desk: Desk, script: Script) -> Sitting:
    """Take up the sitting that was begun in this room, or begin one.

    Args:
        desk: Where it is; what lies among its drafts was begun in this room.
        script: What is led.
    """
    for draft_id in desk.drafts.ids():
        with suppress(*_UNUSABLE):
            sitting = rejoin(desk, draft_id)
            if sitting.draft.script.id == script.id:
                return sitting
            sitting.release()
    return begin(desk, script)
