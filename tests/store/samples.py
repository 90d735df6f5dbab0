"""What the store's tests keep: a clock to set, records to save, and places to save them in."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.store.failing import QuickDisk

from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, CheckIn, Insight, Outcome, Session
from nowwhat.store import Drafts, DraftStore, Journal, JournalStore, MemoryDrafts, MemoryJournal

PRIVATE = "my secret words"


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.at = datetime(2025, 1, 31, 9, 5, 7, tzinfo=UTC)

    def __call__(self) -> Moment:
        return Moment(self.at, "UTC")

    def next_day(self) -> None:
        self.at += timedelta(days=1)


def batch_of(number: int) -> Batch:
    """What one session leaves behind, of day `number`."""
    at = Moment(datetime(2024, 1, 1, 18, tzinfo=UTC) + timedelta(days=number), "Europe/London")
    n = f"{number:04}"
    return Batch(
        insights=(Insight(f"i{n}", f"{PRIVATE} {n}", at, session=f"s{n}"),),
        actions=(Action(f"a{n}", f"{PRIVATE}: call, at 18:00", at, f"s{n}", insight=f"i{n}"),),
        checkins=(CheckIn(f"c{n}", f"a{number - 1:04}", Outcome.DONE, at, note=PRIVATE),),
        sessions=(
            Session(f"s{n}", "bridge", "en", "short", at, at, "finished", f"i{n}", f"a{n}", 6, 3),
        ),
    )


def kept_in(journal: JournalStore) -> Batch:
    """Everything in a journal."""
    return Batch(
        journal.insights(),
        journal.actions(),
        journal.checkins(),
        journal.sessions(),
        journal.ladders(),
        journal.rungs(),
    )


class Place:
    """Somewhere to keep things, and any number of programs that use it."""

    def __init__(self, folder: Path | None, clock: Clock) -> None:
        self._folder, self._clock = folder, clock
        self._journal, self._drafts = MemoryJournal(), MemoryDrafts(clock=clock)

    def journal(self) -> JournalStore:
        if self._folder is None:
            return self._journal
        return Journal(self._folder, clock=self._clock, disk=QuickDisk())

    def drafts(self) -> DraftStore:
        if self._folder is None:
            return self._drafts
        return Drafts(self._folder, clock=self._clock, disk=QuickDisk())
