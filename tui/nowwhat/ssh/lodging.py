"""What somebody has here: a journal, drafts, choices, and a clock in their own zone."""

from collections.abc import Callable
from pathlib import Path

from nowwhat.packs.pack import Pack
from nowwhat.session.moment import Moment
from nowwhat.settings.preferences import Preferences, load, save
from nowwhat.sitting.desk import Clock, Desk
from nowwhat.sitting.timing import understand
from nowwhat.ssh.clock import HouseClock, VisitorClock
from nowwhat.store import Drafts, Journal, MemoryDrafts, MemoryJournal, keep_file
from nowwhat.store.contract import DraftStore, JournalStore


class Lodging:
    """A place of one's own, in a folder or in memory.

    Attributes:
        clock: The time in their zone.
        journal: Theirs.
        preferences: Their choices, as they are now.
        prefer: Keeps changed choices.
    """

    def __init__(
        self,
        house: HouseClock,
        journal: Callable[[Callable[[], Moment]], JournalStore],
        drafts: Callable[[Callable[[], Moment]], DraftStore],
        preferences: Callable[[], Preferences],
        prefer: Callable[[Preferences], None],
    ) -> None:
        """Prepare; what is made with a clock is made with theirs."""
        self.clock: Clock = VisitorClock(house, lambda: self.preferences().zone)
        self.preferences, self.prefer = preferences, prefer
        self.journal = journal(self.clock.now)
        self._drafts = drafts

    def drafts(self) -> DraftStore:
        """Open their drafts."""
        return self._drafts(self.clock.now)

    def desk(self, pack: Pack) -> Desk:
        """Lay the desk for a sitting."""
        return Desk(
            journal=self.journal,
            drafts=self.drafts(),
            pack=pack,
            clock=self.clock,
            understand=lambda said, now: understand(said, now, pack.times, pack.lang),
            preferences=self.preferences,
            prefer=self.prefer,
        )


def lodge_on_disk(folder: Path, clock: HouseClock) -> Lodging:
    """Open somebody's own folder; it is made with the first thing that is kept."""
    choices = folder / "preferences.json"
    return Lodging(
        clock,
        lambda now: Journal(folder, clock=now),
        lambda now: Drafts(folder, clock=now),
        lambda: load(choices),
        lambda chosen: save(chosen, choices, keep_file),
    )


def lodge_in_memory(clock: HouseClock) -> Lodging:
    """Make room for a guest: nothing of it is ever on a disk."""
    chosen = [Preferences()]
    drafts: list[MemoryDrafts] = []

    def one(now: Callable[[], Moment]) -> MemoryDrafts:
        if not drafts:
            drafts.append(MemoryDrafts(clock=now))
        return drafts[0]

    def prefer(preferences: Preferences) -> None:
        chosen[0] = preferences

    return Lodging(clock, lambda _: MemoryJournal(), one, lambda: chosen[0], prefer)
