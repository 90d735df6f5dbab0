"""A sitting in its room: what has changed since one looked last, and the little one tells of it."""

from contextlib import suppress
from typing import Protocol

import msgspec

from nowwhat.group.commands import Command, Reached, Ready
from nowwhat.group.hub import NoRoomError
from nowwhat.group.refusing import RefusedError
from nowwhat.group.views import Pacing, ParticipantView
from nowwhat.packs.filling import fill
from nowwhat.packs.room_stay_words import RoomRefusedWords, RoomWords
from nowwhat.sitting.sitting import Sitting

_MINUTE = 60.0


class Room(Protocol):
    """A participant's way to their room; a `Link` is one."""

    def view(self) -> ParticipantView:
        """Say how the room is now."""

    def now(self) -> float:
        """Tell the seconds of its clock."""

    def send(self, command: Command) -> None:
        """Ask something of it.

        Raises:
            RefusedError: It may not be.
            NoRoomError: The room is gone.
        """

    @property
    def gone(self) -> bool:
        """Whether it is there no more."""


class News(msgspec.Struct, frozen=True):
    """What there is to say since one looked last.

    Attributes:
        says: A line each.
        changed: What is shown of the room itself may have changed.
    """

    says: tuple[str, ...] = ()
    changed: bool = False


class Attending:
    """One participant in their room.

    Attributes:
        room: Their way to it.
    """

    def __init__(self, room: Room, words: RoomWords) -> None:
        """Prepare."""
        self.room, self._words = room, words
        self._seen: ParticipantView | None = None
        self._was_here = True
        self._reached = -1

    @property
    def view(self) -> ParticipantView:
        """How the room is now."""
        return self.room.view()

    @property
    def here(self) -> bool:
        """Whether they are in it still."""
        return not self.room.gone and self.view.presence in ("here", "away")

    @property
    def removed(self) -> bool:
        """Whether they were taken out."""
        return self.view.presence == "removed"

    @property
    def over(self) -> bool:
        """Whether nothing more comes from it for them."""
        return not self.here or self.view.phase == "over"

    def stop_for(self, sitting: Sitting) -> str:
        """Say to which stop a sitting is to go; empty where it is there, or nothing is open."""
        stop = self.view.pacing.stop
        elsewhere = stop and stop != sitting.state.open_to
        return stop if elsewhere and sitting.state.paced and not self.over else ""

    def look(self, *, kept: bool = False) -> News:
        """Look at the room.

        Args:
            kept: A line is half written, and waits where it is.
        """
        view, before = self.view, self._seen
        over_before = before is not None and (before.phase == "over" or not self._was_here)
        self._seen, self._was_here = view, self.here
        if before is None:
            return News(self._on_coming(view), changed=True)
        if self.over:
            ended = self._words.removed if self.removed else self._words.over
            return News(() if over_before else (ended,), changed=not over_before)
        says = (*self._of_pace(before.pacing, view.pacing, kept=kept), *self._of_rest(before, view))
        return News(says, changed=(before.phase, before.present) != (view.phase, view.present))

    def tell(self, sitting: Sitting) -> None:
        """Tell at which stop they are, and that they wait at its end; and nothing else, ever."""
        view = self.view
        at, stop = view.pacing.at, view.pacing.stop
        if self.over or not stop or stop != sitting.state.open_to or not sitting.state.paced:
            return
        with suppress(RefusedError, NoRoomError):
            if self._reached != at:
                self.room.send(Reached(at))
                self._reached = at
            if sitting.waiting and not view.ready:
                self.room.send(Ready())

    def remains(self) -> float | None:
        """Tell the seconds until the time of the open stop is up; none: nothing is open."""
        pacing = self.view.pacing
        now = self.room.now() if pacing.held is None else pacing.held
        return pacing.until - now if pacing.stop and not self.over else None

    def here_said(self) -> str:
        """Say how many are here; of fewer than five, that there are some."""
        present, words = self.view.present, self._words
        return fill(words.here, {"count": present}) if present else words.here_few

    def _on_coming(self, view: ParticipantView) -> tuple[str, ...]:
        pacing = view.pacing
        if not pacing.stop or self.over or not pacing.at:
            return ()
        return (fill(self._words.late, {"number": pacing.at + 1, "all": pacing.stops}),)

    def _of_pace(self, before: Pacing, now: Pacing, *, kept: bool) -> tuple[str, ...]:
        words = self._words
        if now.at > before.at:
            return (words.on_kept if kept else words.on,) if now.stop else (words.over_ask,)
        if now.at < before.at:
            return (words.to_last,)
        if (now.held is None) is not (before.held is None):
            return (words.proceeds if now.held is None else words.held,)
        more = now.until - before.until
        if not more:
            return ()
        if more == _MINUTE:
            return (words.minute,)
        return (words.more_time if more > 0 else words.less_time,)

    def _of_rest(self, before: ParticipantView, now: ParticipantView) -> tuple[str, ...]:
        words = self._words
        says: list[str] = []
        if now.breathing and now.breathing != before.breathing:
            says.append(words.breathing)
        elif before.breathing and not now.breathing:
            says.append(words.breathed)
        if now.sharing is not before.sharing:
            says.append(words.sharing if now.sharing else words.sharing_over)
        if len(now.buddies) > len(before.buddies):
            says.append(words.buddies)
        return tuple(says)


def asked_of(room: Room, command: Command, words: RoomRefusedWords) -> str:
    """Ask something of a room; gives why it would not, in words; empty where it did."""
    try:
        room.send(command)
    except RefusedError as refused:
        said: str = getattr(words, refused.reason)
        return said
    except NoRoomError:
        return words.gone
    return ""
