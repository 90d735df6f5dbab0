"""A visit: what waits is resumed, open actions are accounted for, a script begins."""

import contextlib
from collections.abc import Sequence

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.screens.parted import Parted
from nowwhat.screens.stage import Stage
from nowwhat.session.records import Action
from nowwhat.session.script import Depth, Script
from nowwhat.session.state import Ending
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.opening import Waiting, begin, begin_checkin, look_for_drafts, owed, resume
from nowwhat.sitting.prompt import Choice
from nowwhat.sitting.sitting import Sitting
from nowwhat.sitting.trouble import trouble_line
from nowwhat.store.errors import LockedError, MissingDraftError


class Visit:
    """One person's visit. It is over when a sitting has ended one way or another."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        """Prepare."""
        self.desk, self._stage = desk, stage
        self.words: Words = desk.pack.words
        self._said: list[str] = []
        self._settled: set[str] = set()

    async def run(self, script: Script, depth: Depth = "short") -> Parted:
        """Go through a script, after what comes before it; tells how the last sitting ended."""
        self._say_trouble()
        if script.role == "checkin":
            return await self._account_only(depth)
        resumed = await self._resume_one()
        if resumed is not None:
            return await self._sit(resumed)
        if script.takes_insight and owed(self.desk):
            parted = await self._account(depth)
            if parted.ending is not Ending.OPEN:
                return parted
        return await self._sit(begin(self.desk, script, depth, settled=self._settled))

    async def take_up(self, draft_id: str) -> Parted | None:
        """Go on with a draft; none where it is open elsewhere or gone."""
        try:
            return await self._sit(resume(self.desk, draft_id))
        except (LockedError, MissingDraftError):
            return None

    async def suggest_for_night(self, script: Script, nightly: Script) -> Script:
        """At night, offer the short script that decides nothing."""
        words = self.words.visit
        choices = [Choice("yes", words.night_yes), Choice("no", words.night_no)]
        return nightly if await self._ask(words.night, choices) == "yes" else script

    async def _ask(self, question: str, choices: Sequence[Choice]) -> str:
        said, self._said = self._said, []
        return await self._stage.ask(question, choices, said)

    async def _sit(self, sitting: Sitting, *, may_postpone: bool = False) -> Parted:
        said, self._said = self._said, []
        try:
            return await self._stage.sit(sitting, said=said, may_postpone=may_postpone)
        finally:
            sitting.release()

    def _say_trouble(self) -> None:
        self.desk.journal.open_actions()
        self._said += filter(None, [trouble_line(self.desk.journal, self.words.visit)])

    async def _resume_one(self) -> Sitting | None:
        """Offer what waits, the latest first; what is not wanted stays or is set down."""
        found, words = look_for_drafts(self.desk), self.words.visit
        self._said += [fill(words.draft_aside, {"file": file}) for file in found.set_aside]
        if found.elsewhere:
            self._said.append(words.elsewhere)
        sessions = [w for w in found.waiting if w.draft.script.role == "session"]
        for waiting in reversed(sessions):
            sitting = await self._resume(waiting)
            if sitting is not None:
                return sitting
        return None

    async def _resume(self, waiting: Waiting) -> Sitting | None:
        words = self.words.visit
        said: dict[str, str | int] = {
            "title": waiting.title,
            "date": waiting.draft.began.at.strftime(self.words.insight.date),
        }
        choices = [
            Choice("resume", words.resume_yes),
            Choice("new", words.resume_new),
            Choice("set_down", words.resume_set_down),
        ]
        chosen = await self._ask(fill(words.resume, said), choices)
        if chosen == "new":
            return None
        try:
            sitting = resume(self.desk, waiting.draft.id)
        except (LockedError, MissingDraftError):
            self._said.append(words.elsewhere)
            return None
        if chosen == "resume":
            return sitting
        try:
            sitting.set_down()
        finally:
            sitting.release()
        self._said.append(self.words.plain.set_down)
        return None

    async def _account_only(self, depth: Depth) -> Parted:
        if not owed(self.desk):
            return Parted(Ending.FINISHED, says=(self.words.shell.nothing_open,))
        parted = await self._account(depth)
        if parted.ending is not Ending.OPEN:
            return parted
        return Parted(Ending.FINISHED, says=tuple(self._said))

    async def _account(self, depth: Depth) -> Parted:
        """Account for every open action, the oldest first, unless at night they are put off.

        Returns:
            How it ended. `LEFT`: the person left; `FINISHED`: they stop here, on an action;
            `OPEN`: they go on to the script.
        """
        words, waiting, committed = self.words.visit, owed(self.desk), False
        parted = Parted(Ending.OPEN)
        for number, action in enumerate(waiting):
            more: dict[str, str | int] = {"number": number + 1, "all": len(waiting)}
            many = len(waiting) > 1
            self._said.append(fill(words.check_in_more, more) if many else words.check_in)
            sitting = self._checkin_on(action, depth)
            night = self.desk.clock.now().is_night
            parted = await self._sit(sitting, may_postpone=night)
            if parted.postponed:
                self._settled |= {action.id for action in waiting}
                return Parted(Ending.OPEN)
            if parted.ending is Ending.LEFT:
                return parted
            committed = committed or parted.committed
            self._settled |= {action.id, *self._chosen_in(sitting)}
            self._said += parted.says
        if committed and await self._stops_there():
            return Parted(Ending.FINISHED, unsaved=parted.unsaved)
        return Parted(Ending.OPEN)

    def _chosen_in(self, sitting: Sitting) -> set[str]:
        actions = self.desk.journal.open_actions()
        return {action.id for action in actions if action.session == sitting.draft.id}

    def _checkin_on(self, action: Action, depth: Depth) -> Sitting:
        """Go on with the check-in on this action where one was left, else begin it."""
        for waiting in look_for_drafts(self.desk).waiting:
            about = waiting.draft.about
            if about is not None and about.id == action.id:
                with contextlib.suppress(LockedError, MissingDraftError):
                    return resume(self.desk, waiting.draft.id)
        return begin_checkin(self.desk, action, depth)

    async def _stops_there(self) -> bool:
        words = self.words.visit
        choices = [Choice("stop", words.on_action_stop), Choice("new", words.on_action_new)]
        return await self._ask(words.on_action, choices) == "stop"
