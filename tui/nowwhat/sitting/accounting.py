"""The open actions of a visit, one turn each: whose is next, and the check-in that is about it."""

from collections.abc import Iterator

import msgspec

from nowwhat.packs.filling import fill
from nowwhat.session.records import Action
from nowwhat.session.script import Depth
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.opening import begin_checkin, look_for_drafts, owed, resume
from nowwhat.sitting.sitting import Sitting
from nowwhat.store.errors import LockedError, MissingDraftError


class Turn(msgspec.Struct, frozen=True):
    """An action whose turn it is.

    Attributes:
        action: The action.
        says: Said before its check-in: which one it is, of how many.
    """

    action: Action
    says: str


class Accounting:
    """Goes through the open actions, the oldest first, each once in a visit.

    Attributes:
        settled: Ids of those that need no account any more in this visit.
    """

    def __init__(self, desk: Desk) -> None:
        """Prepare."""
        self._desk = desk
        self.settled: set[str] = set()

    def turns(self) -> Iterator[Turn]:
        """Take the next, as long as there is one; one that is chosen meanwhile has no turn."""
        words, number = self._desk.pack.words.visit, 0
        while waiting := self._waiting():
            number += 1
            of = number - 1 + len(waiting)
            said = {"number": number, "all": of}
            self.settled.add(waiting[0].id)
            yield Turn(waiting[0], fill(words.check_in_more, said) if of > 1 else words.check_in)

    def _waiting(self) -> list[Action]:
        return [action for action in owed(self._desk) if action.id not in self.settled]

    def put_off(self) -> None:
        """Put off all that wait still."""
        self.settled |= {action.id for action in self._waiting()}

    def chosen_in(self, sitting: Sitting) -> None:
        """What was chosen in a check-in is asked about next time."""
        actions = self._desk.journal.open_actions()
        self.settled |= {action.id for action in actions if action.session == sitting.draft.id}

    def open(self, action: Action, depth: Depth) -> Sitting | None:
        """Go on with the check-in on this action where one was left, else begin it.

        Returns:
            None where it is open in another window.
        """
        found = look_for_drafts(self._desk)
        if action.id in found.about_elsewhere:
            return None
        for waiting in found.waiting:
            about = waiting.draft.about
            if about is not None and about.id == action.id:
                try:
                    return resume(self._desk, waiting.draft.id)
                except (LockedError, MissingDraftError):
                    return None
        return begin_checkin(self._desk, action, depth)
