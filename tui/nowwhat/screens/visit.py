"""A visit: what waits is resumed, open actions are accounted for, a script begins."""

from collections.abc import Sequence

from msgspec.structs import replace

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
        self._sittings: list[Sitting] = []
        self._settled: set[str] = set()

    async def run(self, script: Script, depth: Depth = "short") -> Parted:
        """Go through a script, after what comes before it; tells how the last sitting ended."""
        try:
            return await self._run(script, depth)
        finally:
            self._release()

    async def _run(self, script: Script, depth: Depth) -> Parted:
        self._say_trouble()
        if script.role == "checkin":
            return await self._account_only(depth)
        waiting = await self._choose_waiting()
        takes_insight = waiting.takes_insight if waiting else script.takes_insight
        if takes_insight:
            parted = await self._account(depth)
            if parted.ending is not Ending.OPEN:
                return parted
        if waiting is None:
            return await self._sit(begin(self.desk, script, depth, settled=self._settled))
        try:
            return await self._sit(resume(self.desk, waiting.draft.id))
        except (LockedError, MissingDraftError):
            return Parted(
                Ending.LEFT,
                says=(*self._said, self.words.visit.elsewhere),
                unsaved=self._unsaved,
            )

    async def take_up(self, draft_id: str) -> Parted | None:
        """Go on with a draft, after what comes before it; none where it is elsewhere or gone."""
        try:
            return await self._take_up(draft_id)
        finally:
            self._release()

    async def _take_up(self, draft_id: str) -> Parted | None:
        found = look_for_drafts(self.desk).waiting
        waiting = next((w for w in found if w.draft.id == draft_id), None)
        if waiting is None:
            return None
        if waiting.takes_insight:
            parted = await self._account(waiting.draft.depth)
            if parted.ending is not Ending.OPEN:
                return parted
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
        self._sittings.append(sitting)
        parted = await self._stage.sit(sitting, said=said, may_postpone=may_postpone)
        self._put_away()
        return replace(parted, unsaved=self._unsaved)

    @property
    def _unsaved(self) -> bool:
        return any(sitting.unsaved for sitting in self._sittings)

    def _put_away(self) -> None:
        """Try once more to keep what could not be kept when it ended."""
        for sitting in self._sittings:
            if sitting.unsaved:
                sitting.put_away()

    def _release(self) -> None:
        self._put_away()
        for sitting in self._sittings:
            sitting.release()

    def _say_trouble(self) -> None:
        self.desk.journal.open_actions()
        self._said += filter(None, [trouble_line(self.desk.journal, self.words.visit)])

    async def _choose_waiting(self) -> Waiting | None:
        """Offer what waits, the latest first; what is not wanted stays or is set down."""
        found, words = look_for_drafts(self.desk), self.words.visit
        self._said += [fill(words.draft_aside, {"file": file}) for file in found.set_aside]
        if found.elsewhere:
            self._said.append(words.elsewhere)
        for waiting in reversed(found.waiting):
            if waiting.draft.script.role == "session" and await self._wants(waiting):
                return waiting
        return None

    async def _wants(self, waiting: Waiting) -> bool:
        words, began = self.words.visit, waiting.draft.began.at
        said = {"title": waiting.title, "date": began.strftime(self.words.insight.date)}
        choices = [Choice("resume", words.resume_yes), Choice("new", words.resume_new)]
        if not waiting.committed:
            choices.append(Choice("set_down", words.resume_set_down))
        chosen = await self._ask(fill(words.resume, said), choices)
        if chosen == "set_down":
            self._set_down(waiting)
        return chosen == "resume"

    def _set_down(self, waiting: Waiting) -> None:
        try:
            sitting = resume(self.desk, waiting.draft.id)
        except (LockedError, MissingDraftError):
            self._said.append(self.words.visit.elsewhere)
            return
        try:
            sitting.set_down()
        finally:
            sitting.release()
        self._said.append(self.words.plain.set_down)

    async def _account_only(self, depth: Depth) -> Parted:
        if not owed(self.desk):
            return Parted(Ending.FINISHED, says=(self.words.shell.nothing_open,))
        parted = await self._account(depth)
        if parted.ending is not Ending.OPEN:
            return parted
        return Parted(Ending.FINISHED, says=tuple(self._said), unsaved=self._unsaved)

    async def _account(self, depth: Depth) -> Parted:
        """Account for every open action, the oldest first, unless at night they are put off.

        Returns:
            How it ended. `LEFT`: the person left; `FINISHED`: they stop here, on an action;
            `OPEN`: they go on to the script.
        """
        committed, number = False, 0
        parted = Parted(Ending.OPEN)
        while waiting := [a for a in owed(self.desk) if a.id not in self._settled]:
            number += 1
            action = waiting[0]
            self._settled.add(action.id)
            sitting = self._checkin_on(action, depth)
            if sitting is None:  # it is being accounted for in another window
                self._said.append(self.words.visit.elsewhere)
                continue
            self._say_which(number, number - 1 + len(waiting))
            night = self.desk.clock.now().is_night
            parted = await self._sit(sitting, may_postpone=night)
            if parted.postponed:
                self._settled |= {action.id for action in waiting}
                return Parted(Ending.OPEN)
            if parted.ending is Ending.LEFT:
                return parted
            committed = committed or parted.committed
            self._settled |= self._chosen_in(sitting)
            self._said += parted.says
        if committed and await self._stops_there():
            return Parted(Ending.FINISHED, unsaved=self._unsaved)
        return Parted(Ending.OPEN)

    def _say_which(self, number: int, of: int) -> None:
        words = self.words.visit
        said = {"number": number, "all": of}
        self._said.append(fill(words.check_in_more, said) if of > 1 else words.check_in)

    def _chosen_in(self, sitting: Sitting) -> set[str]:
        actions = self.desk.journal.open_actions()
        return {action.id for action in actions if action.session == sitting.draft.id}

    def _checkin_on(self, action: Action, depth: Depth) -> Sitting | None:
        """Go on with the check-in on this action where one was left, else begin it.

        Returns:
            None where it is open in another window.
        """
        found = look_for_drafts(self.desk)
        if action.id in found.about_elsewhere:
            return None
        for waiting in found.waiting:
            about = waiting.draft.about
            if about is not None and about.id == action.id:
                try:
                    return resume(self.desk, waiting.draft.id)
                except (LockedError, MissingDraftError):
                    return None
        return begin_checkin(self.desk, action, depth)

    async def _stops_there(self) -> bool:
        words = self.words.visit
        choices = [Choice("stop", words.on_action_stop), Choice("new", words.on_action_new)]
        return await self._ask(words.on_action, choices) == "stop"
