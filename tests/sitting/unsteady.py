"""A store that fails when it is told to, on top of one that holds."""

from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path

import msgspec
from tests.plain.person import FrozenClock

from nowwhat.session.records import Batch
from nowwhat.sitting.desk import Desk
from nowwhat.store import Drafts, Journal, NotSavedError

Fails = Callable[[str], bool]
"""Asked before each call that writes: `draft`, `record`, `drop`. It may also raise."""


class UnsteadyJournal(Journal):
    """A journal whose writing fails when told to."""

    fails: Fails = staticmethod(lambda _: False)

    def record(self, batch: Batch) -> None:
        if self.fails("record"):
            raise NotSavedError(Path("journal.json"), ENOSPC)
        super().record(batch)


class UnsteadyDrafts(Drafts):
    """Drafts whose writing fails when told to."""

    fails: Fails = staticmethod(lambda _: False)

    def save(self, draft_id: str, data: bytes) -> None:
        if self.fails("draft"):
            raise NotSavedError(Path("draft.json"), ENOSPC)
        super().save(draft_id, data)

    def drop(self, draft_id: str) -> None:
        if self.fails("drop"):
            raise NotSavedError(Path("draft.json"), ENOSPC)
        super().drop(draft_id)


def unsteady(desk: Desk, folder: Path, clock: FrozenClock, fails: Fails) -> Desk:
    """The same desk over an unsteady store."""
    journal = UnsteadyJournal(folder, clock=clock.now)
    drafts = UnsteadyDrafts(folder, clock=clock.now)
    journal.fails = drafts.fails = fails  # type: ignore[method-assign]
    return msgspec.structs.replace(desk, journal=journal, drafts=drafts)
