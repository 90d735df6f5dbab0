"""Which actions are open: those that no check-in has closed, found without reading all else."""

from collections.abc import Iterable
from typing import Protocol

import msgspec
from msgspec.json import Decoder

from nowwhat.session.records import Action
from nowwhat.store.documents import in_order
from nowwhat.store.format import UNREADABLE, Contents, DamagedError


class Closes(Protocol):
    """What says whether a check-in closes its action."""

    @property
    def action(self) -> str:
        """Id of the action."""
        ...

    @property
    def stays_open(self) -> bool:
        """The action waits on."""
        ...


class _Closing(msgspec.Struct, frozen=True, gc=False):
    """As much of a check-in as that takes."""

    action: str
    stays_open: bool = False


# A ten-year journal has thousands of closed actions. Leaving them as bytes, and skipping what a
# check-in says, is three times as fast as reading both tables.
_CLOSINGS = Decoder(dict[str, _Closing])
_ROWS = Decoder(dict[str, msgspec.Raw])
_ACTION = Decoder(Action)


def closed_by(checkins: Iterable[Closes]) -> set[str]:
    """Give the ids of the actions that these check-ins close."""
    return {checkin.action for checkin in checkins if not checkin.stays_open}


def open_actions(contents: Contents) -> tuple[Action, ...]:
    """Read the open actions, oldest first.

    Raises:
        DamagedError: A record that had to be read cannot be.
    """
    try:
        closed = closed_by(_CLOSINGS.decode(contents.tables["checkins"]).values())
        rows = _ROWS.decode(contents.tables["actions"])
        return in_order(_ACTION.decode(row) for key, row in rows.items() if key not in closed)
    except UNREADABLE:
        raise DamagedError from None
