"""The session screen: one, that stays; its step widgets are mounted once and switched."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Center
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from nowwhat.screens.leaving import leaving_question
from nowwhat.screens.place import Place
from nowwhat.screens.seat import Seat
from nowwhat.screens.session_keys import keys_at_foot, keys_for_help
from nowwhat.session.errors import NotAnAnswerError, SessionError
from nowwhat.session.state import Ending
from nowwhat.sitting.card import card_of
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.parted import Parted
from nowwhat.sitting.prompt import Prompt, Reply
from nowwhat.sitting.sitting import Sitting
from nowwhat.steps.answering import Answering
from nowwhat.steps.breathe import BreatheStep
from nowwhat.steps.card import CardStep
from nowwhat.steps.stand import Stand
from nowwhat.widgets.asking import Asking
from nowwhat.widgets.breathing import Breathing
from nowwhat.widgets.bridge import Bridge
from nowwhat.widgets.footing import Named
from nowwhat.widgets.saying import Saying
from nowwhat.widgets.scale import Scale

T = TypeVar("T")

BEHIND = 0.5
"""Seconds that half-typed text may be behind on disk; the promise is one."""


class SessionScreen(Place[None]):
    """Drives one sitting after another: shows the prompt, gives the answer, says the reply."""

    DEFAULT_CSS = """
    SessionScreen #session-notice { color: $warning; margin-top: 1; }
    SessionScreen #session-bridge { margin: 1 2; }
    SessionScreen.-quiet Asking, SessionScreen.-quiet #session-bridge { display: none; }
    SessionScreen.-short #session-bridge { margin: 0 2 1 2; }
    SessionScreen.-own #session-bridge { display: none; }
    SessionScreen.-own.-full #column { padding: 1 2 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "back", id="session.back", show=False, priority=True),
        Binding("f4", "slower", id="session.slower", show=False, priority=True),
        Binding("f6", "later", id="session.later", show=False, priority=True),
    ]

    class CareHeard(Message):
        """A call for help was heard in what was written."""

        def __init__(self, kind: str) -> None:
            super().__init__()
            self.kind = kind

    def __init__(self, desk: Desk, *, still: bool) -> None:
        """Prepare.

        Args:
            desk: What the steps work with.
            still: Nothing is to move.
        """
        super().__init__(desk.pack.words)
        self._desk, self._still = desk, still
        self._seat: Seat | None = None
        self._keeping: Timer | None = None
        self._asked: Prompt | None = None
        self._open: Answering | None = None
        self._busy = asyncio.Lock()

    async def settled(self) -> None:
        """Wait until no answer is being taken."""
        async with self._busy:
            pass

    @property
    def seat(self) -> Seat | None:
        """The sitting that is open; none between two."""
        return self._seat if self._seat and self._seat.open else None

    @property
    def sitting(self) -> Sitting | None:
        """The same, as it is for everyone."""
        return self.seat.sitting if self.seat else None

    @property
    def committed(self) -> bool:
        """Whether "I will" was said in the sitting that is open."""
        return self.sitting is not None and self.sitting.state.committed

    def compose_column(self) -> Iterable[Widget]:
        """Lay out the question and room for the answer."""
        yield Asking()
        yield Stand(self._desk, still=self._still)
        yield Saying(id="session-notice")

    def compose_below(self) -> Iterable[Widget]:
        """Lay out the bridge."""
        with Center(id="session-bridge"):
            yield Bridge()

    async def sit(
        self, sitting: Sitting, *, said: Sequence[str] = (), may_postpone: bool = False
    ) -> Parted:
        """Go through a sitting.

        Args:
            sitting: One that is open.
            said: Said before its first question.
            may_postpone: It is a check-in, and it may be put off by one key.
        """
        self._seat = seat = Seat(sitting, tuple(said), may_postpone=may_postpone)
        async with self._busy:
            await self._show()
        return await seat.parted

    @property
    def unsaved(self) -> bool:
        """Whether what the last sitting came to is on no disk yet."""
        return self._seat is not None and self._seat.sitting.unsaved

    def release(self) -> None:
        """Let go of the draft; for when the program ends."""
        if self.seat is not None:
            self.seat.release()

    def keep(self) -> None:
        """Keep what is typed and not given, now."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        self._see_typed()
        if self.seat is not None and (said := self.seat.keep()):
            self._notice(*said)

    async def _keep_beside(self) -> None:
        self._keeping = None
        if self.seat and (said := await asyncio.to_thread(self.seat.keep)):  # no disk is waited for
            self._notice(*said)

    def _see_typed(self) -> None:  # word of the last key may still be on its way
        if self.seat is not None and self._open is not None and not self._busy.locked():
            self.seat.typed(self._open.half)

    def tell_saved(self, said: str) -> None:
        """Say what became of the card."""
        card = self.query_one(CardStep)
        card.say(said)
        self._look()
        card.call_after_refresh(card.scroll_end, animate=False)

    async def go_on_after_care(self, way: str) -> None:
        """Go on as the person chose after people and numbers."""
        seat = self.seat
        if seat is None:
            return
        match way:
            case "carry_on":
                seat.sitting.gently()
                await self._show()
            case "misread":
                self._notice(self._desk.pack.care.words.misread_said)
            case "set_down":
                await self._set_down()
            case "leave":
                await self.after_leaving("leave")
            case _:
                self._look()

    async def _set_down(self) -> None:
        """Put the session away, unless "I will" was said."""
        seat = self.seat
        if seat is not None:
            seat.forget_typed()
            words = self.words.plain
            await self._give(Sitting.set_down, words.set_down, words.set_down_not_now)

    async def leave_sitting(self) -> Ending:
        """Leave the sitting, its half-typed words kept; says how far it came."""
        self._see_typed()
        return await asyncio.to_thread(self._seat.leave) if self._seat else Ending.FINISHED

    async def beside(self, work: Callable[[], T]) -> T:
        """Do what may wait for a disk; all else goes on meanwhile."""
        return await asyncio.to_thread(work)

    async def _show(self) -> None:
        """Show what is asked, or part where nothing is."""
        seat = self._seat
        if seat is None:
            return
        if not seat.open:
            self._part(*seat.sitting.parting)
            return
        sitting = seat.sitting
        prompt = await self.beside(lambda: self.prompt_of(sitting))
        widget = await self.query_one(Stand).widget(prompt)
        if self._open is not None and self._open is not widget:
            self._open.put_away()
        self._open, self._asked = widget, prompt
        if isinstance(widget, CardStep):
            here, draft, state = self._desk.journal, sitting.draft, sitting.state
            widget.lay(await self.beside(lambda: card_of(here, draft, state)))
        widget.open(prompt, sitting.draft.visit)
        self._ask(prompt, widget, seat)
        self.query_one("#column").scroll_home(animate=False)
        self._look()

    def _ask(self, prompt: Prompt, widget: Answering, seat: Seat) -> None:
        own = widget.says_question
        self.query_one(Asking).show(
            replied=seat.replied,
            says=prompt.says,
            ask="" if own else prompt.ask,
            hint="" if own or prompt.gate is not None else prompt.hint,
        )
        seat.replied = ()
        self.query_one("#session-bridge > Bridge", Bridge).lay(*prompt.place)

    def prompt_of(self, sitting: Sitting) -> Prompt:
        """Give what is asked, as it is shown here."""
        return sitting.prompt

    def _look(self) -> None:
        """See to what depends on the step: what is hidden, the keys, the focus."""
        widget = self._open
        self.set_class(isinstance(widget, BreatheStep) and widget.running, "-quiet")
        self.set_class(widget is not None and widget.fills, "-own")
        self.name_keys()
        first = widget.focus_first() if widget else None
        if first is not None:
            self.set_focus(first, scroll_visible=False)  # at once, to be in the same frame
            first.focus(scroll_visible=False)  # and behind what was asked for before

    def _part(self, *says: str, postponed: bool = False) -> None:
        self._asked = None
        if self._open is not None:
            self._open.close()
        if self._seat is not None:
            self._seat.part(says, postponed=postponed)

    def _notice(self, *said: str) -> None:
        self.query_one("#session-notice", Saying).say(*said)

    async def _give(
        self, answer: Callable[[Sitting], Reply], said: str = "", refused: str = ""
    ) -> None:
        """Give an answer to the sitting; what it refuses changes nothing."""
        seat = self.seat
        if seat is None:
            return
        async with self._busy:
            await self._take(seat, seat.give(answer), said, refused)

    async def _take(
        self, seat: Seat, given: Awaitable[tuple[Reply, bool]], said: str, refused: str
    ) -> None:
        try:
            reply, changed = await given
        except NotAnAnswerError:
            self._notice(self.words.stage.needed)
            return
        except SessionError:
            self._notice(refused)
            return
        self._notice()
        if not changed:  # a line that is not taken stays, as it was given
            self.keep()
        seat.replied = (*filter(None, (said,)), *reply.says)
        if reply.care:
            self.post_message(self.CareHeard(reply.care))
        await self._show()

    @property
    def keys_here(self) -> list[Named]:
        """Pausing and leaving the breath while it runs; else back and leaving."""
        return keys_at_foot(self._open, self.words.footing, may_postpone=self._may_postpone)

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """The keys of the step and of the session."""
        return keys_for_help(self._open, self.words.keys, may_postpone=self._may_postpone)

    @property
    def more_commands(self) -> tuple[Named, ...]:
        """What else can be done from the palette here."""
        return ()

    @property
    def _may_postpone(self) -> bool:
        return self._seat is not None and self._seat.may_postpone

    def on_screen_suspend(self) -> None:
        """Hold the breath while something else is in front."""
        for breathing in self.query(Breathing):
            breathing.hold()

    def on_screen_resume(self) -> None:
        """Let it go on."""
        for breathing in self.query(Breathing):
            breathing.let_go()

    @on(Answering.Gave)
    async def _gave(self, event: Answering.Gave) -> None:
        if event.asked is self._asked:  # not a second Enter, on its way while the first was taken
            await self._give(event.answer, event.said)

    async def action_back(self) -> None:
        """Go one step back."""
        await self._give(Sitting.back, refused=self.words.plain.no_back)

    @on(Answering.Moved)
    def _moved(self) -> None:
        self._look()

    @on(Scale.Unrated)
    def _unrated(self) -> None:
        self._notice(self.words.stage.number_needed)

    @on(Answering.Typing)
    def _typing(self, event: Answering.Typing) -> None:
        if self.seat is None or event.asked is not self._asked:
            return
        self.seat.typed(event.half)
        if self._keeping is None:
            self._keeping = self.set_timer(BEHIND, self._keep_beside)

    @on(CardStep.CopyAsked)
    def _copy_asked(self, event: CardStep.CopyAsked) -> None:
        self.app.copy_to_clipboard(event.text)
        self.query_one(CardStep).say(self.words.carry.copied)

    @on(CardStep.LeftBehind)
    def _left_behind(self, event: CardStep.LeftBehind) -> None:
        if self._seat is not None:
            self._seat.stays = event.lines

    def action_breath(self, what: str) -> None:
        """Pause or leave the breath, by a click at the foot."""
        widget = self._open
        if isinstance(widget, BreatheStep) and widget.running:
            widget.do(what)

    async def action_slower(self) -> None:
        """Go on in the full form, from here on."""
        sitting = self.sitting
        if sitting is None:
            return
        if sitting.state.depth == "full":
            self._notice(self.words.plain.already_slow)
            return
        self.keep()
        await self._give(Sitting.slower, self.words.plain.slower)

    async def action_later(self) -> None:
        """Put the check-in off."""
        if self._may_postpone and self.seat is not None:
            await self.leave_sitting()
            self._part(postponed=True)

    def action_leave(self) -> None:
        """Ask how to leave: for now, or for good."""
        sitting = self.sitting
        if sitting is None:
            return
        question = leaving_question(self.words, committed=sitting.state.committed)
        self.app.push_screen(question, self.after_leaving)

    async def after_leaving(self, chosen: str | None) -> None:
        """Do what was chosen on the way out."""
        seat = self.seat
        if chosen == "leave" and seat is not None:
            finished = await self.leave_sitting() is Ending.FINISHED
            words = self.words.plain
            self._part(words.left_committed if finished else words.left)
        elif chosen == "set_down" and seat is not None:
            seat.replied = ()
            await self._set_down()
        else:
            self._look()
