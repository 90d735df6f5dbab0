"""A session in a room: it goes where the room goes, and never takes a line that is being written.

Fingers do not stop when a room goes on. A page that changes in mid-word would take the rest of the
word for an answer to another question; so it goes on once the fingers rest, and soon in any case.
"""

from collections.abc import Callable, Iterable
from typing import ClassVar, TypeVar
from zlib import crc32

from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widget import Widget

from nowwhat.group.agenda import agenda_of
from nowwhat.packs.filling import fill
from nowwhat.screens.group.room_line import RoomLine
from nowwhat.screens.group.together import BreatheTogether
from nowwhat.screens.session import SessionScreen
from nowwhat.session.pacing import present
from nowwhat.sitting.attending import Attending
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Prompt, Reply
from nowwhat.sitting.sitting import Sitting
from nowwhat.steps.answering import Answering
from nowwhat.steps.stand import Stand
from nowwhat.widgets.footing import Named

T = TypeVar("T")

REST = 0.8
"""Seconds without a key after which fingers rest."""

MOST_RESTS = 5
"""So often the page waits for them to rest; then it goes on."""

_AHEAD, _SPREAD = 1.5, 4.0
"""Seconds after which what the room opens next is made ready; not for all at once, who write."""

_WIDE = 72
"""Cells from on which looking back is named at the foot, too."""


class RoomSession(SessionScreen):
    """The session screen of somebody who is led."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "room", id="session.room", show=False, priority=True),
    ]

    def __init__(
        self,
        desk: Desk,
        attending: Attending,
        *,
        still: bool,
        menu: Callable[[], None],
        leaves: Callable[[], None],
        back: str = "",
    ) -> None:
        """Prepare.

        Args:
            desk: What the steps work with.
            attending: Tells how the room is.
            still: Nothing is to move.
            menu: Opens what one may do in the room.
            leaves: Asks how to leave.
            back: Says how one comes back after a dropped line.
        """
        super().__init__(desk, still=still)
        self._attending, self._menu, self._leaves = attending, menu, leaves
        self._back = back
        self._told, self._came = False, False
        self._typed_at = float("-inf")
        self._resting: Timer | None = None
        self._rests = 0
        self._foreseeing: Timer | None = None
        self._at_care: Prompt | None = None
        self._no_more: Callable[[], None] = _nothing

    def compose_below(self) -> Iterable[Widget]:
        """Lay out the bridge, and the room's row."""
        yield from super().compose_below()
        yield RoomLine(self._attending, self.words.room)

    def attend(self, watch: Callable[[Callable[[], None]], Callable[[], None]]) -> None:
        """Be told whenever the room has changed."""
        self._no_more = watch(self._changed)

    def on_unmount(self) -> None:
        """Watch it no more."""
        self._no_more()

    def _changed(self) -> None:
        """Note that something is new; many changes in one turn cost one look."""
        if not self._told and self.is_running:
            self._told = True
            self.call_later(self.look)

    async def look(self) -> None:
        """Look at the room, say what is new, and go where it is."""
        self._told = False
        sitting = self.sitting
        if sitting is None or not sitting.state.paced:
            return
        wanted = self._attending.stop_for(sitting)
        news = self._attending.look(kept=bool(wanted) and self._has_begun)
        self.query_one(RoomLine).tell(news.says)
        if wanted and self._in_mid_word:
            if self._resting is None:
                self._rests = MOST_RESTS
                self._resting = self.set_timer(REST, self._rested)
        elif wanted:
            await self._follow()
        elif news.changed and sitting.waiting:
            await self._show()
        if isinstance(self.app.screen, BreatheTogether):
            self.app.screen.look()

    async def _rested(self) -> None:
        self._resting, self._rests = None, self._rests - 1
        if self._rests > 0 and self._in_mid_word:
            self._resting = self.set_timer(REST, self._rested)
            return
        await self._follow()

    async def _follow(self) -> None:
        """Go where the room is by now."""
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        sitting = self.sitting
        stop = self._attending.stop_for(sitting) if sitting else ""
        if stop:
            await self.go(lambda seated: seated.paced(stop))

    async def go(self, answer: Callable[[Sitting], Reply], refused: str = "") -> None:
        """Go elsewhere in the sitting; what is half typed is kept at the step where it stands."""
        async with self._busy:
            seat = self.seat
            if seat is None:
                return
            half = self._open.half if self._open else ""
            if self._asked is not None and half != self._asked.half:
                seat.typed(half)
            await self.beside(seat.keep)
            given = self.beside(lambda: seat.give_here(answer))
            await self._take(seat, given, "", refused)

    async def beside(self, work: Callable[[], T]) -> T:
        """Do it here and now: what is written in a room lies in memory.

        A hundred go on at once, and each hand-over to a thread and back is time of all of them.
        """
        return work()

    @property
    def _has_begun(self) -> bool:
        """Whether a line is half written."""
        return self._open is not None and bool(self._open.half.strip())

    @property
    def _in_mid_word(self) -> bool:
        return self._has_begun and self._attending.room.now() - self._typed_at < REST

    async def _show(self) -> None:
        """Show what is asked; tell the room that one is there, and that one waits."""
        sitting = self.sitting
        if sitting is not None:
            self._attending.tell(sitting)
        await super()._show()
        if not self._came:
            self._came = True
            self.query_one(RoomLine).tell(self._attending.look().says)
            self._changed()  # the room may have gone on while this page was opened
        if self._foreseeing is None:
            later = crc32(self._back.encode()) % 256 / 256 * _SPREAD
            self._foreseeing = self.set_timer(_AHEAD + later, self._foresee)

    async def _foresee(self) -> None:
        """Make ready what the room opens next: then a hundred have only to show it."""
        self._foreseeing = None
        view, sitting = self._attending.view, self.sitting
        script, after = self._desk.pack.script(view.script), view.pacing.at + 1
        agenda = agenda_of(script)
        if sitting is not None and sitting.state.paced and after < len(agenda):
            await self.query_one(Stand).make_ready(script.step(agenda[after].step))

    def prompt_of(self, sitting: Sitting) -> Prompt:
        """Say in the lobby who can know what, and at the end that it is the end."""
        prompt, words, view = sitting.prompt, self.words.room, self._attending.view
        if not prompt.waits or not sitting.state.paced:
            return prompt
        if self._attending.removed:
            return replace(prompt, ask=words.removed_ask, hint="")
        if self._attending.over or (view.phase == "running" and not view.pacing.stop):
            return replace(prompt, ask=words.over_ask, hint=words.over_hint)
        if sitting.state.open_to:
            return prompt
        mine = fill(words.named, {"name": view.name}) if view.name else words.unnamed
        return replace(prompt, says=tuple(filter(None, (*words.lobby, mine, self._back))))

    def say(self, text: str) -> None:
        """Say a line in the room's row."""
        self.query_one(RoomLine).tell((text,) if text else ())

    async def go_alone(self) -> None:
        """Go on without the room."""
        self._no_more()
        self.query_one(RoomLine).stop()
        await self.go(Sitting.alone)

    async def part_now(self, *says: str) -> None:
        """Leave the sitting, its half-typed words kept, and part from it."""
        await self.leave_sitting()
        self._part(*says)

    @property
    def _in_room(self) -> bool:
        return self.sitting is not None and self.sitting.state.paced

    @property
    def _looks_back(self) -> bool:
        state = self.sitting.state if self.sitting else None
        return state is not None and state.paced and present(state) != state.at

    @property
    def keys_here(self) -> list[Named]:
        """The room beside those of the session."""
        keys, words = super().keys_here, self.words.room
        if not self._in_room or not any(action == "screen.leave" for _, _, action in keys):
            return keys
        leave, room = keys[-1], ("F7", words.key, "screen.room")
        if self._looks_back:
            on = ("F6", words.key_on, "screen.later")
            return [on, room, leave] if self.app.size.width >= _WIDE else [on, leave]
        return [keys[0], room, leave] if self.app.size.width >= _WIDE else [room, leave]

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """The room's keys beside those of the step and the session."""
        told, words = super().keys_told, self.words.room
        return [*told, ("F6", words.key_on_told), ("F7", words.key_told)]

    @property
    def more_commands(self) -> tuple[Named, ...]:
        """The same, by name."""
        words = self.words.room
        on = (("F6", words.key_on_told, "later"),) if self._looks_back else ()
        return (*on, ("F7", words.key_told, "room")) if self._in_room else ()

    @on(Answering.Typing)
    def _wrote(self) -> None:
        self._typed_at = self._attending.room.now()

    @on(SessionScreen.CareHeard)
    def _care_heard(self) -> None:
        self._at_care = self._asked

    async def go_on_after_care(self, way: str) -> None:
        """Go on; what is begun at another step, where the room went meanwhile, stays there."""
        sitting = self.sitting
        before, now = self._at_care, self._asked
        moved = before is not None and now is not None and before.step.id != now.step.id
        half = self._open.half if moved and self._open else ""
        await super().go_on_after_care(way)
        if half and way == "carry_on" and sitting is not None:
            sitting.typing(half)
            await self._show()

    async def action_back(self) -> None:
        """Look one question back."""
        if self._in_room:
            await self.go(Sitting.back, self.words.plain.no_back)
        else:
            await super().action_back()

    async def action_later(self) -> None:
        """Go on to what is open."""
        if self._looks_back:
            await self.go(Sitting.returned)

    async def action_slower(self) -> None:
        """There is one form in a room."""
        if not self._in_room:
            await super().action_slower()

    def action_room(self) -> None:
        """Open what one may do in the room."""
        if self._in_room and self.app.screen is self:
            self._menu()

    def action_leave(self) -> None:
        """Ask how to leave, and what to take along."""
        if self._in_room:
            self._leaves()
        else:
            super().action_leave()


def _nothing() -> None:
    """Watch nothing."""
