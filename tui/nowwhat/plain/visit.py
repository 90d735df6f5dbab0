"""A visit in lines: what waits is resumed, open actions are accounted for, a script begins."""

import contextlib

from msgspec.structs import replace

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.plain.choosing import choice_in
from nowwhat.plain.commands import Command, LeaveAsked, command_in
from nowwhat.plain.conversation import converse
from nowwhat.plain.dialogue import Dialogue, Postponed
from nowwhat.plain.lines import Lines
from nowwhat.session.records import Action
from nowwhat.session.script import Depth, Script
from nowwhat.session.state import Ending
from nowwhat.sitting.care import care_lines
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.opening import Waiting, begin, begin_checkin, look_for_drafts, owed, resume
from nowwhat.sitting.prompt import Choice
from nowwhat.sitting.sitting import Sitting
from nowwhat.sitting.trouble import trouble_line
from nowwhat.store.errors import LockedError, MissingDraftError, StoreError


class Visit:
    """One person's visit. It is over when a sitting has ended one way or another."""

    def __init__(self, desk: Desk, lines: Lines) -> None:
        """Prepare."""
        self.desk, self.lines = desk, lines
        self.words: Words = desk.pack.words
        self._sitting: Sitting | None = None
        self._settled: set[str] = set()

    @property
    def unsaved(self) -> bool:
        """Whether the last sitting came to something that is on no disk yet."""
        return self._sitting is not None and self._sitting.unsaved

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
            if self._sitting is not None:
                self._sitting.release()

    def _run(self, script: Script, depth: Depth) -> Ending:
        self._say_trouble()
        if script.role == "checkin":
            return self._account_only(depth)
        resumed = self._resume_one()
        if resumed is not None:
            return self._sit(resumed)
        if script.takes_insight and owed(self.desk):
            ending = self._account(depth)
            if ending is not Ending.OPEN:
                return ending
        return self._sit(begin(self.desk, script, depth, settled=self._settled))

    def suggest_for_night(self, script: Script, nightly: Script) -> Script:
        """At night, offer the short script that decides nothing."""
        words = self.words.visit
        choices = [Choice("yes", words.night_yes), Choice("no", words.night_no)]
        return nightly if self._choose(words.night, choices) == "yes" else script

    def say_care(self, kind: str, country: str = "") -> None:
        """Say people and numbers, of a country that is named now or was before."""
        if country:
            with contextlib.suppress(StoreError):  # the numbers matter more than remembering
                self.desk.prefer(replace(self.desk.preferences(), country=country))
        country, today = country or self.desk.preferences().country, self.desk.clock.now().at.date()
        self.lines.say()
        for said in care_lines(self.desk.pack.care, country, today, kind):
            self.lines.say(said)

    def _sit(self, sitting: Sitting, *, may_postpone: bool = False) -> Ending:
        self._sitting = sitting
        dialogue = Dialogue(sitting, self.desk, self.lines, self.say_care)
        dialogue.may_postpone = may_postpone
        ending = converse(dialogue)
        if ending is Ending.FINISHED and sitting.state.script.role == "session":
            self.lines.say(self.words.visit.done)
        if sitting.unsaved:
            self.lines.say(self.words.visit.unsaved)
        return ending

    def _say_trouble(self) -> None:
        self.desk.journal.open_actions()
        said = trouble_line(self.desk.journal, self.words.visit)
        if said:
            self.lines.say(said)

    def _resume_one(self) -> Sitting | None:
        """Offer what waits, the latest first; what is not wanted stays or is set down."""
        found, words = look_for_drafts(self.desk), self.words.visit
        for file in found.set_aside:
            self.lines.say(fill(words.draft_aside, {"file": file}))
        if found.elsewhere:
            self.lines.say(words.elsewhere)
        sessions = [w for w in found.waiting if w.draft.script.role == "session"]
        for waiting in reversed(sessions):
            sitting = self._resume(waiting)
            if sitting is not None:
                return sitting
        return None

    def _resume(self, waiting: Waiting) -> Sitting | None:
        words = self.words.visit
        said = {
            "title": waiting.title,
            "date": waiting.draft.began.at.strftime(self.words.insight.date),
        }
        choices = [
            Choice("resume", words.resume_yes),
            Choice("new", words.resume_new),
            Choice("set_down", words.resume_set_down),
        ]
        chosen = self._choose(fill(words.resume, said), choices)
        if chosen == "new":
            return None
        try:
            sitting = resume(self.desk, waiting.draft.id)
        except (LockedError, MissingDraftError):
            self.lines.say(words.elsewhere)
            return None
        if chosen == "resume":
            return sitting
        sitting.set_down()
        self.lines.say(self.words.plain.set_down)
        return None

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
        words = self.words.visit
        committed = False
        waiting = owed(self.desk)
        for number, action in enumerate(waiting):
            self.lines.say()
            more = {"number": number + 1, "all": len(waiting)}
            self.lines.say(fill(words.check_in_more, more) if len(waiting) > 1 else words.check_in)
            night = self.desk.clock.now().is_night
            if night:
                self.lines.say(fill(words.postpone, {"word": self.words.command.later[0]}))
            sitting = self._checkin_on(action, depth)
            try:
                ending = self._sit(sitting, may_postpone=night)
            except Postponed:
                self._settled |= {action.id for action in waiting}
                return Ending.OPEN
            if ending is Ending.LEFT:
                return ending
            committed = committed or sitting.state.committed
            self._settled |= {action.id, *self._chosen_in(sitting)}
        if committed and self._stops_there():
            return Ending.FINISHED
        return Ending.OPEN

    def _checkin_on(self, action: Action, depth: Depth) -> Sitting:
        """Go on with the check-in on this action where one was left, else begin it."""
        for waiting in look_for_drafts(self.desk).waiting:
            about = waiting.draft.about
            if about is not None and about.id == action.id:
                with contextlib.suppress(LockedError, MissingDraftError):
                    return resume(self.desk, waiting.draft.id)
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
            self._command(line, len(choices))

    def _command(self, line: str, top: int) -> None:
        match command_in(line, self.words.command):
            case Command.CARE:
                self.say_care("")
            case Command.HELP:
                for said in self.words.plain.help:
                    self.lines.say(said)
            case Command.LEAVE:
                raise LeaveAsked
            case Command.REPEAT:
                pass
            case _:
                self.lines.say(fill(self.words.plain.not_a_choice, {"top": top}))
