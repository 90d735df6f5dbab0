"""What a journal and a place for drafts can do, whether on a disk or in memory."""

from datetime import date
from pathlib import Path
from typing import Protocol, Self

import msgspec

from nowwhat.session.records import Action, Batch, CheckIn, Insight, Ladder, Session


class Trouble(msgspec.Struct, frozen=True):
    """The journal's file was damaged; this is what was done about it.

    Attributes:
        set_aside: Where the damaged file is now. Nothing of it was changed.
        backup: The backup that was opened in its place; none where there was no good one.
        day: The day of that backup.
    """

    set_aside: Path
    backup: Path | None = None
    day: date | None = None


class JournalStore(Protocol):
    """One person's journal. Nothing of it needs an event loop; on one, call it in a thread."""

    @property
    def trouble(self) -> Trouble | None:
        """What was found damaged by any call so far, and set aside; the latest, if any."""
        ...

    def record(self, batch: Batch) -> None:
        """Take all of these records or none; when it returns, they are kept.

        A record whose id is there already is the same record, so a save may be repeated.
        """
        ...

    def insights(self) -> tuple[Insight, ...]:
        """Give every insight, oldest first."""
        ...

    def actions(self) -> tuple[Action, ...]:
        """Give every action, oldest first."""
        ...

    def checkins(self) -> tuple[CheckIn, ...]:
        """Give every check-in, oldest first."""
        ...

    def sessions(self) -> tuple[Session, ...]:
        """Give every session, in the order in which they began."""
        ...

    def ladders(self) -> tuple[Ladder, ...]:
        """Give every ladder, oldest first."""
        ...

    def open_actions(self) -> tuple[Action, ...]:
        """Give the actions that no check-in has closed, oldest first."""
        ...


class Claim(Protocol):
    """A draft held for oneself, until it is released or the program ends in any way."""

    @property
    def draft_id(self) -> str:
        """The draft's id."""
        ...

    def release(self) -> None:
        """Let others have it. Doing so twice is harmless."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


class DraftStore(Protocol):
    """The drafts of one person's unfinished sittings, as bytes.

    `save`, `drop` and `set_aside` of a draft that was not claimed here claim it for the moment,
    so none of them ever touches what is open elsewhere: they raise `LockedError` instead.
    """

    def ids(self) -> tuple[str, ...]:
        """Give the ids of all saved drafts, sorted: with ids made of a time, oldest first."""
        ...

    def create(self, draft_id: str) -> Claim:
        """Claim a draft that does not exist yet. It exists from its first `save`.

        Raises:
            TakenDraftError: It exists.
            LockedError: Another has claimed it.
        """
        ...

    def claim(self, draft_id: str) -> Claim:
        """Claim a saved draft.

        Raises:
            MissingDraftError: There is none.
            LockedError: It is open elsewhere.
        """
        ...

    def load(self, draft_id: str) -> bytes:
        """Give a draft as it was last saved; needs no claim.

        Raises:
            MissingDraftError: There is none.
            DamagedDraftError: The codec can make nothing of it.
        """
        ...

    def save(self, draft_id: str, data: bytes) -> None:
        """Keep a draft; when it returns, it is kept."""
        ...

    def drop(self, draft_id: str) -> None:
        """Take a draft away for good; harmless where there is none."""
        ...

    def set_aside(self, draft_id: str) -> str:
        """Put a damaged draft out of the way under a dated name; it is never deleted.

        Returns:
            Where it is now.

        Raises:
            MissingDraftError: There is none.
        """
        ...
