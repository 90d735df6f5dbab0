"""A draft held for oneself, however the holding is done."""

from collections.abc import Callable
from typing import Self


class DraftClaim:
    """A draft that is held until it is released; see `Claim`."""

    def __init__(self, draft_id: str, let_go: Callable[[], None]) -> None:
        self._draft_id = draft_id
        self._let_go = let_go

    @property
    def draft_id(self) -> str:
        """The draft's id."""
        return self._draft_id

    def release(self) -> None:
        """Let others have it. Doing so twice is harmless."""
        let_go, self._let_go = self._let_go, _nothing
        let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def _nothing() -> None:
    """Let go of what is not held any more."""
