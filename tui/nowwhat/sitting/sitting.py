"""One person's sitting: it takes what they give, asks the engine and the coach, keeps, finishes."""

from contextlib import suppress
from datetime import timedelta

from msgspec.structs import replace

from nowwhat.packs.filling import fill
from nowwhat.session.errors import SessionError
from nowwhat.session.events import (
    Back,
    Chose,
    Event,
    Kept,
    Left,
    Misread,
    Noted,
    Offered,
    Paced,
    Planned,
    Resumed,
    Returned,
    SetDown,
    Slowed,
    Unpaced,
    WentOn,
)
from nowwhat.session.flow import advance
from nowwhat.session.moment import Due, Moment
from nowwhat.session.script import Act, Choose, Note, Plan, Read, Step
from nowwhat.session.state import Ending, GivenWhen, State, Try
from nowwhat.session.typed import LINE_LIMIT, NOTE_LIMIT, Typed, take
from nowwhat.session.verdict import Safety, Verdict
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.draft import Draft, Taken
from nowwhat.sitting.echoes import answer_insight
from nowwhat.sitting.halves import with_taken
from nowwhat.sitting.keeping import Keeping
from nowwhat.sitting.prompt import Prompt, Reply
from nowwhat.sitting.prompting import gate_of, parked_in, prompt_for, said_on_the_way
from nowwhat.sitting.timing import say
from nowwhat.sitting.waiting import prompt_of_waiting
from nowwhat.store.contract import Claim
from nowwhat.store.errors import StoreError

_SOON = timedelta(minutes=2)
"""A time as near as this need not be said back."""


class Sitting:
    """A sitting that is open.

    Every front end drives this and nothing else: it reads `prompt`, gives one answer, says the
    `Reply`. An answer that the engine refuses raises and changes nothing.
    """

    def __init__(self, desk: Desk, draft: Draft, claim: Claim) -> None:
        """Take up a draft that was claimed (`opening` does both).

        Raises:
            SessionError: The draft's events do not fit its script.
        """
        self._desk = desk
        self._keeping = Keeping(desk, claim)
        self._draft = draft
        self._state = draft.state
        self._gentle, self._called = False, 0
        self._doubt: Try | None = None
        self._said: tuple[str, ...] = ()
        if self._state.ending is Ending.LEFT:
            self._follow(Resumed())
        self._ask_a_gone_when_again()
        self._pass_over()

    @property
    def unsaved(self) -> bool:
        """Whether what was given last is on no disk yet."""
        return self._keeping.unsaved

    @property
    def state(self) -> State:
        """Where it stands."""
        return self._state

    @property
    def waiting(self) -> bool:
        """Whether nothing is asked until the room goes on."""
        return self._state.waiting

    @property
    def draft(self) -> Draft:
        """What it has taken so far."""
        return self._draft

    @property
    def prompt(self) -> Prompt:
        """What is asked now.

        Raises:
            SessionError: Nothing is; the sitting has ended.
        """
        if self.waiting:
            return prompt_of_waiting(self._desk, self._draft, self._state, self._said)
        prompt = prompt_for(self._desk, self._draft, self._state)
        if self._doubt is not None:
            prompt = replace(prompt, gate=gate_of(self._desk, self._draft, self._doubt))
        starters = prompt.starters
        if self._gentle and isinstance(prompt.step, Act):
            starters = self._desk.pack.care.harmless
            if len(self._state.tries) <= self._called:  # the line that called is not asked about
                prompt = replace(prompt, gate=None)
        return replace(prompt, says=(*self._said, *prompt.says), starters=starters)

    def give(self, event: Event) -> Reply:
        """Take an answer that is no text: a rating, a choice, a breathing, "I will".

        Raises:
            SessionError: It does not fit; nothing has changed.
        """
        return Reply(self._take(event))

    def write(self, raw: str) -> Reply:
        """Take words at a note or a part of the plan.

        Args:
            raw: As they were typed; they are kept up to a limit, with a word about it.

        Raises:
            SessionError: The step that is open takes no words, or not none.
        """
        step = self._open_step()
        if isinstance(step, Note):
            return self._write_note(step, take(raw, NOTE_LIMIT))
        typed = take(raw, LINE_LIMIT)
        cut = self._cut(typed.dropped, LINE_LIMIT)
        verdict = self._concern_in(step, typed.text)
        if verdict is not None:
            self._doubt = Try(typed.text, verdict)
            return Reply(cut, care=self._care_for(typed.text, verdict))
        return Reply((*cut, *self._plan(step, typed.text)), self._desk.coach.hears(typed.text))

    def _plan(self, step: Step, text: str) -> tuple[str, ...]:
        due = self._due(step, text)
        said = self._take(Planned(step=step.id, text=text, due=due))
        now = self._desk.clock.now()
        if due is None or (not due.whole_day and due.at.since(now) < _SOON):
            return said
        when = say(due, self._desk.pack.times)
        return (fill(self._desk.pack.words.sitting.understood, {"when": when}), *said)

    def _concern_in(self, step: Step, text: str) -> Verdict | None:
        """Judge a part of the plan that is done, as an action is; an obstacle is not done."""
        if not isinstance(step, Plan) or step.part not in ("when", "response"):
            return None
        verdict = self._desk.coach.judge(text)
        return None if verdict.safety is Safety.OK else verdict

    def _care_for(self, text: str, verdict: Verdict) -> str:
        heard = self._desk.coach.hears(text)
        return heard or (verdict.concern if verdict.safety is Safety.STOP else "")

    def _write_note(self, step: Note, typed: Typed) -> Reply:
        said = self._take(Noted(step=step.id, text=typed.text))
        if step.keeps == "insight":
            said = (*self._answer_insight(typed.text), *said)
        cut = self._cut(typed.dropped, NOTE_LIMIT)
        return Reply((*cut, *said), care=self._desk.coach.hears(typed.text))

    def _due(self, step: Step, text: str) -> Due | None:
        if not isinstance(step, Plan) or step.part != "when":
            return None
        return self._desk.understand(text, self._desk.clock.now())

    def offer(self, raw: str) -> Reply:
        """Take a line as the action, if the coach finds it to be one; else it asks one question.

        Raises:
            SessionError: No action is asked for now, or there is no line.
        """
        step = self._open_step()
        typed = take(raw, LINE_LIMIT)
        coach = self._desk.coach
        verdict = coach.judge(typed.text)
        rounds = len(self._state.tries) + 1
        said = self._take(Offered(step=step.id, line=typed.text, verdict=verdict, round=rounds))
        cut = self._cut(typed.dropped, LINE_LIMIT)
        return Reply((*cut, *said), care=self._care_for(typed.text, verdict))

    def keep_my_words(self) -> Reply:
        """Keep the line offered last."""
        return self.give(Kept(step=self._state.at))

    def misread(self) -> Reply:
        """Say that a concern was misread.

        Raises:
            SessionError: There was none, or it is one that is never planned.
        """
        doubt = self._doubt
        if doubt is not None and doubt.verdict.safety is Safety.ASK:
            return Reply(self._plan(self._open_step(), doubt.line))
        return self.give(Misread(step=self._state.at))

    def back(self) -> Reply:
        """Go one step back."""
        return self.give(Back())

    def slower(self) -> Reply:
        """Go on in the full form."""
        return self.give(Slowed())

    def paced(self, step: str) -> Reply:
        """Go where the room is; what is half typed waits at its step.

        Args:
            step: Id of the step that opens the stop.

        Raises:
            SessionError: No room sets the pace here, or the step is no stop.
        """
        return self.give(Paced(step=step))

    def returned(self) -> Reply:
        """Go on from where one looked back to."""
        return self.give(Returned())

    def alone(self) -> Reply:
        """Go on without the room, at one's own pace."""
        return self.give(Unpaced())

    def leave(self) -> Reply:
        """Leave; the draft stays, and after "I will" the session is finished."""
        said = self._take(Left())
        typed = self._draft.half or self._draft.halves
        if not self._state.given and not typed:  # there is nothing to go on with
            self._keeping.drop(self._draft)
        self._keeping.release()
        return Reply(said)

    def gently(self) -> None:
        """Go on with fixed harmless starters, after a call for help; it is recorded nowhere."""
        self._gentle, self._called = True, len(self._state.tries)
        self._doubt, self._draft = None, replace(self._draft, half="")

    def set_down(self) -> Reply:
        """Put it away; it is never asked about again."""
        return self.give(SetDown())

    def typing(self, half: str) -> tuple[str, ...]:
        """Keep what is typed and not yet given.

        Returns:
            What there is to say about it: that it could not be kept.
        """
        if self.waiting:  # the room has gone on meanwhile
            return ()
        self._draft = replace(self._draft, half=take(half, NOTE_LIMIT).text)
        return self._save()

    def put_away(self) -> tuple[str, ...]:
        """Keep what it came to, once more; for an ended sitting that could not be kept then."""
        return self._save()

    def release(self) -> None:
        """Let go of the draft, as it is; for when the program ends in any other way."""
        self._keeping.release()

    def _open_step(self) -> Step:
        step = self._state.step
        if step is None or self._state.ending is not Ending.OPEN:
            raise SessionError("the sitting has ended")
        return step

    def _take(self, event: Event) -> tuple[str, ...]:
        """Advance, keep, and pass over what is only said."""
        self._follow(event)
        self._said = ()
        if not isinstance(event, Back):  # who goes back wants to stand there
            self._pass_over()
        if isinstance(event, Chose):
            self._remember(event)
        return self._save()

    def _follow(self, event: Event) -> None:
        before, self._state = self._state, advance(self._state, event)
        self._doubt = None
        taken = Taken(self._desk.clock.now(), event)
        self._draft = with_taken(self._draft, taken, before, self._state)

    def _ask_a_gone_when_again(self) -> None:
        """A time that has gone by since, before "I will", is asked for again, and what follows."""
        now = self._desk.clock.now()
        gone = [g.step for g in self._state.given if isinstance(g, GivenWhen) and _is_gone(g, now)]
        state = self._state
        if not gone or state.committed or state.ending is not Ending.OPEN or state.paced:
            return  # in a room it was said within the hour
        backs, there = 0, state
        with suppress(SessionError):  # what was left open before it comes first
            while there.at != gone[0]:
                there, backs = advance(there, Back()), backs + 1
        if there.at == gone[0]:
            for _ in range(backs):
                self._follow(Back())
            self._said = (self._desk.pack.words.sitting.when_gone,)

    def _pass_over(self) -> None:
        """What is only said needs no key: it is said before the next question."""
        while self._state.ending is Ending.OPEN:
            step = self._state.step
            if not isinstance(step, Read) or step.ask:
                return
            self._said += said_on_the_way(self._desk, self._draft, self._state)
            self._follow(WentOn(step=step.id))

    @property
    def parting(self) -> tuple[str, ...]:
        """What is said on the way to the end, where no question follows it."""
        return self._said

    def _remember(self, event: Chose) -> None:
        step = self._draft.script.step(event.step)
        if isinstance(step, Choose) and step.keeps == "breath":
            chosen = replace(self._desk.preferences(), breath=event.option)
            with suppress(StoreError):  # it is asked again
                self._desk.prefer(chosen)

    def _answer_insight(self, text: str) -> tuple[str, ...]:
        words, journal = self._desk.pack.words.insight, self._desk.journal
        taken_up = {parked.text: parked.id for parked in parked_in(journal)}.get(text, "")
        return answer_insight(text, taken_up, journal, self._desk.coach, words)

    def _cut(self, dropped: int, limit: int) -> tuple[str, ...]:
        if not dropped:
            return ()
        words = self._desk.pack.words.sitting.cut
        return (fill(words, {"limit": limit, "dropped": dropped}),)

    def _save(self) -> tuple[str, ...]:
        return self._keeping.save(self._draft, self._state)


def _is_gone(given: GivenWhen, now: Moment) -> bool:
    if given.due.whole_day:
        return given.due.at.at.date() < now.at.date()
    return given.due.at.at < now.at
