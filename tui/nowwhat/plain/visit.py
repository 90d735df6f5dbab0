"""A visit in lines: what waits is resumed, open actions are accounted for, a script begins."""

import contextlib

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.plain.asides import Asides
from nowwhat.plain.choosing import choice_in
from nowwhat.plain.commands import LeaveAsked
from nowwhat.plain.conversation import converse
from nowwhat.plain.dialogue import Dialogue, Postponed
from nowwhat.plain.lines import Lines
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

    def __init__(self, desk: Desk, lines: Lines) -> None:
        """Prepare."""
        self.desk, self.lines = desk, lines
        self.words: Words = desk.pack.words
        self._asides = Asides(lines, desk.pack, desk.clock, desk.preferences, desk.prefer)
        self._sittings: list[Sitting] = []
        self._settled: set[str] = set()

    @property
    def unsaved(self) -> bool:
        """Whether a sitting of this visit came to something that is on no disk yet."""
        return any(sitting.unsaved for sitting in self._sittings)

    def run(self, script: Script, depth: Depth = "short") -> Ending:
        """Go through a script, after what comes before it.

        Returns:
            How the last sitting ended.

        Raises:
            EndOfInputError: No more lines come. Everything given is kept.
        """
        try:
            return self._run(script, depth)
        except LeaveAsked:
            self.lines.say(self.words.plain.left)
            return Ending.LEFT
        finally:
            for sitting in self._sittings:
                sitting.release()

    def _run(self, script: Script, depth: Depth) -> Ending:
        self._say_trouble()
        if script.role == "checkin":
            return self._account_only(depth)
        waiting = self._choose_waiting()
        takes_insight = waiting.takes_insight if waiting else script.takes_insight
        ending = self._account(depth) if takes_insight else Ending.OPEN
        if ending is not Ending.OPEN:
            return ending
        if waiting is None:
            return self._sit(begin(self.desk, script, depth, settled=self._settled))
        try:
            return self._sit(resume(self.desk, waiting.draft.id))
        except (LockedError, MissingDraftError):
            self.lines.say(self.words.visit.elsewhere)
            return Ending.LEFT

    def suggest_for_night(self, script: Script, nightly: Script) -> Script:
        """At night, offer the short script that decides nothing."""
        words = self.words.visit
        choices = [Choice("yes", words.night_yes), Choice("no", words.night_no)]
        return nightly if self._choose(words.night, choices) == "yes" else script

    def _sit(self, sitting: Sitting, *, may_postpone: bool = False) -> Ending:
        self._sittings.append(sitting)
        dialogue = Dialogue(sitting, self.desk, self.lines, self._asides.say_care)
        dialogue.may_postpone = may_postpone
        ending = converse(dialogue)
        if ending is Ending.FINISHED and sitting.state.script.role == "session":
            self.lines.say(self.words.visit.done)
        for earlier in self._sittings:
            if earlier.unsaved:
                earlier.put_away()
        if self.unsaved:
            self.lines.say(self.words.visit.unsaved)
        return ending

    def _say_trouble(self) -> None:
        self.desk.journal.open_actions()
        said = trouble_line(self.desk.journal, self.words.visit)
        if said:
            self.lines.say(said)

    def _choose_waiting(self) -> Waiting | None:
        """Offer what waits, the latest first; what is not wanted stays or is set down."""
        found, words = look_for_drafts(self.desk), self.words.visit
        for file in found.set_aside:
            self.lines.say(fill(words.draft_aside, {"file": file}))
        if found.elsewhere:
            self.lines.say(words.elsewhere)
        sessions = [w for w in found.waiting if w.draft.script.role == "session"]
        return next((w for w in reversed(sessions) if self._wants(w)), None)

    def _wants(self, waiting: Waiting) -> bool:
        words, began = self.words.visit, waiting.draft.began.at
        said = {"title": waiting.title, "date": began.strftime(self.words.insight.date)}
        choices = [Choice("resume", words.resume_yes), Choice("new", words.resume_new)]
        if not waiting.committed:
            choices.append(Choice("set_down", words.resume_set_down))
        chosen = self._choose(fill(words.resume, said), choices)
        if chosen == "set_down":
            with contextlib.suppress(LockedError, MissingDraftError):
                resume(self.desk, waiting.draft.id).set_down()
            self.lines.say(self.words.plain.set_down)
        return chosen == "resume"

    def _account_only(self, depth: Depth) -> Ending:
        if not owed(self.desk):
            self.lines.say(self.words.shell.nothing_open)
            return Ending.FINISHED
        ending = self._account(depth)
        return Ending.LEFT if ending is Ending.LEFT else Ending.FINISHED

    def _account(self, depth: Depth) -> Ending:
        """Account for every open action, the oldest first, unless at night they are put off.

        Returns:
            `LEFT`: the person left; `FINISHED`: they stop here, on an action; `OPEN`: they go on
            to the script.
        """
        committed = False
        number = 0
        while waiting := [a for a in owed(self.desk) if a.id not in self._settled]:
            number += 1
            self._say_which(number, number - 1 + len(waiting))
            action, night = waiting[0], self.desk.clock.now().is_night
            self._settled.add(action.id)
            sitting = self._checkin_on(action, depth)
            if sitting is None:  # it is being accounted for in another window
                self.lines.say(self.words.visit.elsewhere)
                continue
            try:
                ending = self._sit(sitting, may_postpone=night)
            except Postponed:
                self._settled |= {action.id for action in waiting}
                return Ending.OPEN
            if ending is Ending.LEFT:
                return ending
            committed = committed or sitting.state.committed
            self._settled |= self._chosen_in(sitting)
        if committed and self._stops_there():
            return Ending.FINISHED
        return Ending.OPEN

    def _say_which(self, number: int, of: int) -> None:
        words = self.words.visit
        self.lines.say()
        said = {"number": number, "all": of}
        self.lines.say(fill(words.check_in_more, said) if of > 1 else words.check_in)
        if self.desk.clock.now().is_night:
            self.lines.say(fill(words.postpone, {"word": self.words.command.later[0]}))

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

    def _chosen_in(self, sitting: Sitting) -> set[str]:
        actions = self.desk.journal.open_actions()
        return {action.id for action in actions if action.session == sitting.draft.id}

    def _stops_there(self) -> bool:
        words = self.words.visit
        choices = [Choice("stop", words.on_action_stop), Choice("new", words.on_action_new)]
        return self._choose(words.on_action, choices) == "stop"

    def _choose(self, question: str, choices: list[Choice]) -> str:
        """Ask between two sittings, where only care and help are understood beside the answer."""
        while True:
            self.lines.say()
            self.lines.say(question)
            for number, choice in enumerate(choices, 1):
                self.lines.say(f"  {number}  {choice.words}")
            line = self.lines.ask()
            chosen = choice_in(line, choices)
            if chosen is not None:
                return chosen.id
            if not self._asides.heed(line):
                self.lines.say(fill(self.words.plain.not_a_choice, {"top": len(choices)}))
