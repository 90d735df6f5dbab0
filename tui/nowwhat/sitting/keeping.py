"""Keeping a sitting: its draft after each answer, and in the journal what counts by then."""

from contextlib import suppress

from nowwhat.packs.filling import fill
from nowwhat.session.records import Batch
from nowwhat.session.state import Ending, State
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.draft import Draft, encode
from nowwhat.sitting.harvest import harvest
from nowwhat.sitting.prompting import known_in
from nowwhat.store.contract import Claim
from nowwhat.store.errors import StoreError


class Keeping:
    """Keeps one sitting, and says so where that fails.

    What fails is tried again with the next answer: the draft holds all of it.

    Attributes:
        unsaved: What was given last is on no disk yet.
    """

    def __init__(self, desk: Desk, claim: Claim) -> None:
        """Prepare; the claim is let go of when the sitting has ended."""
        self._desk, self._claim = desk, claim
        self._recorded = Batch()
        self.unsaved = False

    def save(self, draft: Draft, state: State) -> tuple[str, ...]:
        """Keep what there is; gives what there is to say about it."""
        words = self._desk.pack.words.sitting
        try:
            self._keep(draft, state)
        except StoreError as error:
            first, self.unsaved = not self.unsaved, True
            return (fill(words.not_saved, {"why": str(error)}),) if first else (words.still_not,)
        again, self.unsaved = self.unsaved, False
        return (words.saved_again,) if again else ()

    def drop(self, draft: Draft) -> None:
        """Take the draft away; there is nothing in it to go on with."""
        with suppress(StoreError):
            self._desk.drafts.drop(draft.id)

    def release(self) -> None:
        """Let others have the draft."""
        self._claim.release()

    def _keep(self, draft: Draft, state: State) -> None:
        """Keep the draft first: records are named by its times, so none is ever made twice."""
        try:
            self._desk.drafts.save(draft.id, encode(draft))
        finally:
            self._record(draft, state)
        if state.ending in (Ending.FINISHED, Ending.SET_DOWN):
            self._desk.drafts.drop(draft.id)
            self._claim.release()

    def _record(self, draft: Draft, state: State) -> None:
        batch = harvest(draft, state, known_in(self._desk.journal, draft))
        if batch not in (self._recorded, Batch()):
            self._desk.journal.record(batch)
            self._recorded = batch
