"""What a sitting works with: everything it needs of the world is passed in here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import msgspec

from nowwhat.packs.pack import Pack
from nowwhat.session.moment import Due, Moment
from nowwhat.settings.preferences import Preferences
from nowwhat.store.contract import DraftStore, JournalStore

if TYPE_CHECKING:
    from nowwhat.coach.coach import Coach


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> Moment:
        """Tell the present moment, in the person's zone."""

    def elapsed(self) -> float:
        """Tell seconds on a monotonic clock, from any beginning."""


class Desk(msgspec.Struct, frozen=True):
    """The desk that a person sits at.

    Attributes:
        journal: What they keep.
        drafts: What they have not finished.
        pack: The words.
        clock: What time it is.
        understand: Turns the words of a when into a time to come, if they name one. The first
            call loads a large library, so a server calls it elsewhere than on its event loop.
        preferences: Their choices, as they are now.
        prefer: Keeps changed choices; raises `StoreError` where it cannot.
    """

    journal: JournalStore
    drafts: DraftStore
    pack: Pack
    clock: Clock
    understand: Callable[[str, Moment], Due | None]
    preferences: Callable[[], Preferences]
    prefer: Callable[[Preferences], None]

    @property
    def coach(self) -> "Coach":
        """Who reads their lines; loaded with the first."""
        return self.pack.coach
