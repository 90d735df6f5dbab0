"""What a journal and a place for drafts can do, whether on a disk or in memory."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Protocol, Self

import msgspec

from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, CheckIn, Insight, Ladder, Rung, Session
from nowwhat.store.marks import Marks


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

    def rungs(self) -> tuple[Rung, ...]:
        """Give the rungs of all ladders, in the order in which they were written."""
        ...

    def open_actions(self) -> tuple[Action, ...]:
        """Give the actions that no check-in has closed, oldest first."""
        ...

    def mend(self, key: str, words: Mapping[str, str], at: Moment) -> None:
        """Put other words in the place of some of one record's, here and in every copy.

        Args:
            key: The record's id.
            words: By field; only fields of `MENDABLE`, and neither `text` may be empty.
            at: When; it is added to the record's `mended`. Words that stood there already
                change nothing.

        Raises:
            MissingRecordError: There is no such record.
            ValueError: Such a record has no such field, or it may not be empty.
        """
        ...

    def forget(self, ids: Collection[str], *, unreadable: bool = False) -> None:
        """Take these records away for good, out of the journal and every copy of it.

        The journal itself is last: as long as an entry is listed, it may be forgotten again. What
        refers to them stays as it is. Ids that are not there are passed over.

        Args:
            ids: Whose.
            unreadable: Take away, too, what `unreadable` lists; tell of it first.
        """
        ...

    def unreadable(self) -> tuple[str, ...]:
        """Give the names of the damaged files put aside in which nothing can be looked for."""
        ...

    def forget_everything(self) -> None:
        """Take away every file of the journal for good: backups, set-aside files, trace, locks."""
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

    def forget(self, marks: Marks, *, unreadable: bool = False) -> None:
        """Take away for good every draft, set aside or not, in which one of the marks stands.

        Args:
            marks: Ids and words.
            unreadable: Take away, too, what `unreadable` lists; tell of it first.

        Raises:
            LockedError: One of them is open elsewhere; nothing was changed.
        """
        ...

    def unreadable(self) -> tuple[str, ...]:
        """Give the names of drafts, set aside or not, in which nothing can be looked for."""
        ...

    def forget_everything(self) -> None:
        """Take away every draft for good, set aside or not.

        Raises:
            LockedError: One is open elsewhere; nothing was changed.
        """
        ...
