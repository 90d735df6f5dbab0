"""A visit: what waits is resumed, open actions are accounted for, a script begins.

The order is written once, and speaks to nobody: `Visit` is a generator that says what it needs
(`Ask`, `Sit`), and whoever drives it shows that as lines or as screens and sends the answer back.
"""

from collections.abc import Generator, Iterable

import msgspec
from msgspec.structs import replace

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.session.script import Depth, Script
from nowwhat.session.state import Ending
from nowwhat.sitting.accounting import Accounting
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.opening import Waiting, begin, look_for_drafts, owed, resume
from nowwhat.sitting.parted import Parted
from nowwhat.sitting.prompt import Choice
from nowwhat.sitting.sitting import Sitting
from nowwhat.sitting.trouble import trouble_line
from nowwhat.store.errors import LockedError, MissingDraftError


class Ask(msgspec.Struct, frozen=True):
    """A question between two sittings is to be asked; the answer is the id of a choice.

    Attributes:
        question: The question.
        choices: What may be answered.
        says: What is said before it.
    """

    question: str
    choices: tuple[Choice, ...]
    says: tuple[str, ...] = ()


class Sit(msgspec.Struct, frozen=True):
    """A sitting is to be gone through; the answer is how it ended.

    Attributes:
        sitting: One that is open.
        says: What is said before its first question.
        may_postpone: It is a check-in, and it may be put off by one word or key.
    """

    sitting: Sitting
    says: tuple[str, ...] = ()
    may_postpone: bool = False


Needs = Generator[Ask | Sit, str | Parted, Parted]
"""A visit on its way; it returns how the last sitting ended. Closing it keeps what was given."""


class Visit:
    """One person's visit. It is over when a sitting has ended one way or another."""

    def __init__(self, desk: Desk) -> None:
        """Prepare."""
        self.desk = desk
        self.words: Words = desk.pack.words
        self._said: list[str] = []
        self._sittings: list[Sitting] = []
        self._accounting = Accounting(desk)

    @property
    def unsaved(self) -> bool:
        """Whether a sitting of this visit came to something that is on no disk yet."""
        return any(sitting.unsaved for sitting in self._sittings)

    def run(
        self, script: Script, depth: Depth = "short", *, nightly: Script | None = None
    ) -> Needs:
        """Go through a script, after what comes before it.

        Args:
            script: What was asked for.
            depth: Its short or its full form.
            nightly: Offered in its place at night; none: nothing is.
        """
        try:
            if nightly and self.desk.clock.now().is_night and (yield from self._suits()):
                script = nightly
            return (yield from self._run(script, depth))
        finally:
            self._release()

    def take_up(self, draft_id: str) -> Needs:
        """Go on with a draft, after what comes before it.

        Returns:
            How it ended; `OPEN` where it was open elsewhere or gone by then.
        """
        try:
            found = look_for_drafts(self.desk).waiting
            waiting = next((w for w in found if w.draft.id == draft_id), None)
            if waiting is None:
                return self._elsewhere(Ending.OPEN)
            depth = waiting.draft.depth
            return (yield from self._go_on(waiting, depth, otherwise=Ending.OPEN))
        finally:
            self._release()

    def _run(self, script: Script, depth: Depth) -> Needs:
        self.desk.journal.open_actions()
        self._say(trouble_line(self.desk.journal, self.words.visit))
        if script.role == "checkin":
            return (yield from self._account_only(depth))
        waiting = yield from self._choose_waiting()
        if waiting is not None:
            return (yield from self._go_on(waiting, depth))
        if script.takes_insight:
            parted = yield from self._account(depth)
            if parted.ending is not Ending.OPEN:
                return parted
        return (yield from self._sit(begin(self.desk, script, depth, settled=self._settled)))

    def _go_on(self, waiting: Waiting, depth: Depth, *, otherwise: Ending = Ending.LEFT) -> Needs:
        if waiting.takes_insight:
            parted = yield from self._account(depth)
            if parted.ending is not Ending.OPEN:
                return parted
        try:
            sitting = resume(self.desk, waiting.draft.id)
        except (LockedError, MissingDraftError):
            return self._elsewhere(otherwise)
        return (yield from self._sit(sitting))

    @property
    def _settled(self) -> set[str]:
        return self._accounting.settled

    def _elsewhere(self, ending: Ending) -> Parted:
        self._say(self.words.visit.elsewhere)
        return self._end(Parted(ending))

    def _say(self, *said: str) -> None:
        self._said += filter(None, said)

    def _to_say(self) -> tuple[str, ...]:
        said, self._said = tuple(self._said), []
        return said

    def _end(self, parted: Parted) -> Parted:
        """Part with all that is to be said and was not yet."""
        return replace(parted, says=self._to_say(), unsaved=self.unsaved)

    def _ask(
        self, question: str, choices: Iterable[Choice]
    ) -> Generator[Ask | Sit, str | Parted, str]:
        chosen = yield Ask(question, tuple(choices), self._to_say())
        assert isinstance(chosen, str)  # noqa: S101 - who drives answers what was asked
        return chosen

    def _sit(self, sitting: Sitting, *, may_postpone: bool = False) -> Needs:
        self._sittings.append(sitting)
        parted = yield Sit(sitting, self._to_say(), may_postpone)
        assert isinstance(parted, Parted)  # noqa: S101 - as above
        self._say(*parted.says)
        if parted.ending is Ending.FINISHED and sitting.state.script.role == "session":
            self._say(self.words.visit.done)
        self._put_away()
        if self.unsaved:
            self._say(self.words.visit.unsaved)
        return self._end(parted)

    def _put_away(self) -> None:
        """Try once more to keep what could not be kept when it ended."""
        for sitting in self._sittings:
            if sitting.unsaved:
                sitting.put_away()

    def _release(self) -> None:
        self._put_away()
        for sitting in self._sittings:
            sitting.release()

    def _suits(self) -> Generator[Ask | Sit, str | Parted, bool]:
        """Ask whether tonight the short script that decides nothing would be better."""
        words = self.words.visit
        choices = (Choice("yes", words.night_yes), Choice("no", words.night_no))
        return (yield from self._ask(words.night, choices)) == "yes"

    def _choose_waiting(self) -> Generator[Ask | Sit, str | Parted, Waiting | None]:
        """Offer what waits, the latest first; what is not wanted stays or is set down."""
        found, words = look_for_drafts(self.desk), self.words.visit
        self._say(*(fill(words.draft_aside, {"file": file}) for file in found.set_aside))
        if found.elsewhere:
            self._say(words.elsewhere)
        for waiting in reversed(found.waiting):
            if waiting.draft.script.role == "session" and (yield from self._wants(waiting)):
                return waiting
        return None

    def _wants(self, waiting: Waiting) -> Generator[Ask | Sit, str | Parted, bool]:
        words, began = self.words.visit, waiting.draft.began.at
        said = {"title": waiting.title, "date": began.strftime(self.words.insight.date)}
        choices = [Choice("resume", words.resume_yes), Choice("new", words.resume_new)]
        if not waiting.committed:
            choices.append(Choice("set_down", words.resume_set_down))
        chosen = yield from self._ask(fill(words.resume, said), choices)
        if chosen == "set_down":
            self._set_down(waiting)
        return chosen == "resume"

    def _set_down(self, waiting: Waiting) -> None:
        try:
            sitting = resume(self.desk, waiting.draft.id)
        except LockedError:
            self._say(self.words.visit.elsewhere)
            return
        except MissingDraftError:
            return
        try:
            sitting.set_down()
        finally:
            sitting.release()
        self._say(self.words.plain.set_down)

    def _account_only(self, depth: Depth) -> Needs:
        if not owed(self.desk):
            self._say(self.words.shell.nothing_open)
            return self._end(Parted(Ending.FINISHED))
        parted = yield from self._account(depth)
        if parted.ending is Ending.LEFT:
            return parted
        self._say(*parted.says)
        return self._end(Parted(Ending.FINISHED))

    def _account(self, depth: Depth) -> Needs:
        """Account for every open action, the oldest first, unless at night they are put off.

        Returns:
            How it ended. `LEFT`: the person left; `FINISHED`: they stop here, on an action;
            `OPEN`: they go on to the script.
        """
        committed, parted = False, Parted(Ending.OPEN)
        for turn in self._accounting.turns():
            sitting = self._accounting.open(turn.action, depth)
            if sitting is None:  # it is being accounted for in another window
                self._say(self.words.visit.elsewhere)
                continue
            self._say(turn.says)
            night = self.desk.clock.now().is_night
            parted = yield from self._sit(sitting, may_postpone=night)
            if parted.postponed:
                self._accounting.put_off()
                return Parted(Ending.OPEN)
            if parted.ending is Ending.LEFT:
                return parted
            self._say(*parted.says)
            committed = committed or parted.committed
            self._accounting.chosen_in(sitting)
        if committed and (yield from self._stops_there()):
            return self._end(Parted(Ending.FINISHED))
        return Parted(Ending.OPEN)

    def _stops_there(self) -> Generator[Ask | Sit, str | Parted, bool]:
        words = self.words.visit
        choices = (Choice("stop", words.on_action_stop), Choice("new", words.on_action_new))
        return (yield from self._ask(words.on_action, choices)) == "stop"
