"""What a sitting works with: everything it needs of the world is passed in here."""

from collections.abc import Callable
from typing import Protocol

import msgspec

from nowwhat.coach.coach import Coach
from nowwhat.packs.pack import Pack
from nowwhat.session.moment import Moment
from nowwhat.settings.preferences import Preferences
from nowwhat.store.contract import DraftStore, JournalStore


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
        coach: Who reads their lines.
        clock: What time it is.
        preferences: Their choices, as they are now.
        prefer: Keeps changed choices; raises `StoreError` where it cannot.
    """

    journal: JournalStore
    drafts: DraftStore
    pack: Pack
    coach: Coach
    clock: Clock
    preferences: Callable[[], Preferences]
    prefer: Callable[[Preferences], None]
