"""The store without a disk, for guests and tests: just as strict, and gone with the program."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import msgspec

from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, CheckIn, Insight, Ladder, Rung, Session
from nowwhat.store.aside import free_name
from nowwhat.store.claims import DraftClaim
from nowwhat.store.closing import closed_by
from nowwhat.store.contract import Trouble
from nowwhat.store.documents import Document, R, documents, in_order
from nowwhat.store.errors import (
    LockedError,
    MissingDraftError,
    MissingRecordError,
    TakenDraftError,
)
from nowwhat.store.marks import Marks
from nowwhat.store.mending import mending
from nowwhat.store.naming import checked


class MemoryJournal:
    """A journal in memory; see `JournalStore`."""

    def __init__(self) -> None:
        self._kept = Batch()

    @property
    def trouble(self) -> Trouble | None:
        """None: memory has no file to find damaged."""
        return None

    def record(self, batch: Batch) -> None:
        """Take all of these records or none."""
        # By way of documents, so that a guest's words are just what a file would give back.
        new = _batch(documents(batch))
        self._kept = Batch(
            insights=_joined(self._kept.insights, new.insights),
            actions=_joined(self._kept.actions, new.actions),
            checkins=_joined(self._kept.checkins, new.checkins),
            sessions=_joined(self._kept.sessions, new.sessions),
            ladders=_joined(self._kept.ladders, new.ladders),
            rungs=_joined(self._kept.rungs, new.rungs),
        )

    def insights(self) -> tuple[Insight, ...]:
        """Give every insight, oldest first."""
        return self._kept.insights

    def actions(self) -> tuple[Action, ...]:
        """Give every action, oldest first."""
        return self._kept.actions

    def checkins(self) -> tuple[CheckIn, ...]:
        """Give every check-in, oldest first."""
        return self._kept.checkins

    def sessions(self) -> tuple[Session, ...]:
        """Give every session, in the order in which they began."""
        return self._kept.sessions

    def ladders(self) -> tuple[Ladder, ...]:
        """Give every ladder, oldest first."""
        return self._kept.ladders

    def rungs(self) -> tuple[Rung, ...]:
        """Give the rungs of all ladders, in the order in which they were written."""
        return self._kept.rungs

    def open_actions(self) -> tuple[Action, ...]:
        """Give the actions that no check-in has closed, oldest first."""
        closed = closed_by(self._kept.checkins)
        return tuple(action for action in self._kept.actions if action.id not in closed)

    def mend(self, key: str, words: Mapping[str, str], at: Moment) -> None:
        """Put other words in the place of some of one record's."""
        tables = documents(self._kept)
        if not any(key in rows for rows in tables.values()):
            raise MissingRecordError(key)
        mending(key, words, at)(tables)
        self._kept = _batch(tables)

    def forget(
        self,
        ids: Collection[str],
        *,
        unreadable: bool = False,  # noqa: ARG002 - there are no such files
    ) -> None:
        """Take these records away for good."""
        self._kept = Batch(
            insights=tuple(r for r in self._kept.insights if r.id not in ids),
            actions=tuple(r for r in self._kept.actions if r.id not in ids),
            checkins=tuple(r for r in self._kept.checkins if r.id not in ids),
            sessions=tuple(r for r in self._kept.sessions if r.id not in ids),
            ladders=tuple(r for r in self._kept.ladders if r.id not in ids),
            rungs=tuple(r for r in self._kept.rungs if r.id not in ids),
        )

    def unreadable(self) -> tuple[str, ...]:
        """None: memory has no file to find damaged."""
        return ()

    def forget_everything(self) -> None:
        """Take everything away for good."""
        self._kept = Batch()


class MemoryDrafts:
    """Drafts in memory; see `DraftStore`."""

    def __init__(self, *, clock: Callable[[], Moment]) -> None:
        self._clock = clock
        self._saved: dict[str, bytes] = {}
        self._aside: dict[str, bytes] = {}
        self._claimed: set[str] = set()

    def ids(self) -> tuple[str, ...]:
        """Give the ids of all saved drafts, sorted: with ids made of a time, oldest first."""
        return tuple(sorted(self._saved))

    def create(self, draft_id: str) -> DraftClaim:
        """Claim a draft that does not exist yet. It exists from its first `save`."""
        claim = self._claim(draft_id)
        if draft_id in self._saved:
            claim.release()
            raise TakenDraftError(draft_id)
        return claim

    def claim(self, draft_id: str) -> DraftClaim:
        """Claim a saved draft."""
        claim = self._claim(draft_id)
        if draft_id not in self._saved:
            claim.release()
            raise MissingDraftError(draft_id)
        return claim

    def load(self, draft_id: str) -> bytes:
        """Give a draft as it was last saved; needs no claim."""
        try:
            return self._saved[checked(draft_id)]
        except KeyError:
            raise MissingDraftError(draft_id) from None

    def save(self, draft_id: str, data: bytes) -> None:
        """Keep a draft."""
        self._saved[checked(draft_id)] = data

    def drop(self, draft_id: str) -> None:
        """Take a draft away for good; harmless where there is none."""
        self._saved.pop(checked(draft_id), None)

    def set_aside(self, draft_id: str) -> str:
        """Put a damaged draft out of the way under a dated name; it is never deleted."""
        data = self.load(draft_id)
        name = free_name(f"{draft_id}.json", self._clock(), self._aside.__contains__)
        self._aside[name] = data
        del self._saved[draft_id]
        return name

    def forget(self, marks: Marks, *, unreadable: bool = False) -> None:
        """Take away for good every draft, set aside or not, in which one of the marks stands."""
        self._forget([n for n in self._names() if self._is_marked(n, marks, unreadable=unreadable)])

    def unreadable(self) -> tuple[str, ...]:
        """Give the names of drafts, set aside or not, in which nothing can be looked for."""
        nothing = Marks(frozenset())
        return tuple(n for n in self._names() if self._is_marked(n, nothing, unreadable=True))

    def forget_everything(self) -> None:
        """Take away every draft for good, set aside or not."""
        self._forget(self._names())

    def _names(self) -> list[str]:
        return [*self._saved, *self._aside]

    def _is_marked(self, name: str, marks: Marks, *, unreadable: bool) -> bool:
        try:
            return marks.stand_in((self._saved if name in self._saved else self._aside)[name])
        except ValueError:
            return unreadable

    def _forget(self, goes: list[str]) -> None:
        for name in goes:
            self._saved.pop(name, None)
            self._aside.pop(name, None)

    def _claim(self, draft_id: str) -> DraftClaim:
        if checked(draft_id) in self._claimed:
            raise LockedError(Path(f"{draft_id}.lock"))
        self._claimed.add(draft_id)
        return DraftClaim(draft_id, lambda: self._claimed.discard(draft_id))


def _joined(kept: tuple[R, ...], new: tuple[R, ...]) -> tuple[R, ...]:
    rows = {record.id: record for record in kept}
    for record in new:
        rows.setdefault(record.id, record)
    return in_order(rows.values())


def _batch(tables: Mapping[str, Mapping[str, Document]]) -> Batch:
    return msgspec.convert({name: list(rows.values()) for name, rows in tables.items()}, Batch)
