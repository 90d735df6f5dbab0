"""Making the prompt of the step that is open: its words filled, its choices, its starters."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from nowwhat.packs.filling import fill, pick
from nowwhat.session.breathing import Pattern
from nowwhat.session.conditions import applies, options_of
from nowwhat.session.errors import SessionError
from nowwhat.session.pacing import here
from nowwhat.session.records import Insight
from nowwhat.session.script import Act, Breathe, Choose, Note, Plan, Review, Step
from nowwhat.session.state import State, Try
from nowwhat.session.typed import shown
from nowwhat.session.verdict import SET_ASIDE, Reason, Safety
from nowwhat.sitting.answers import Values, chosen_for
from nowwhat.sitting.climbing import next_rungs, rungs_now
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.draft import Draft
from nowwhat.sitting.harvest import Known
from nowwhat.sitting.learning import curve_before, learnt_before
from nowwhat.sitting.prompt import Choice, Gate, Prompt
from nowwhat.sitting.tried import tried_in
from nowwhat.sitting.wording import values_of
from nowwhat.store.contract import JournalStore

_MOST_STARTERS = 12
"""More starters than this are a list to read, not a help to begin."""


def prompt_for(desk: Desk, draft: Draft, state: State) -> Prompt:
    """Make the prompt of the step that is open.

    Raises:
        SessionError: The sitting has ended.
    """
    step = state.step
    if step is None:
        raise SessionError("the sitting has ended")
    values = _values(desk, draft, state, step)
    return Prompt(
        step=step,
        says=_said(step, values),
        ask=fill(pick(step.ask, draft.visit), values),
        hint=fill(step.hint, values),
        choices=_choices(desk, step, state),
        starters=_starters(desk, state, step),
        gate=_gate(desk, draft, state),
        patterns=_patterns(desk, step),
        optional=isinstance(step, Note | Plan) and step.optional,
        half=draft.half or _given_before(step, state),
        place=place_of(state),
    )


def said_on_the_way(desk: Desk, draft: Draft, state: State) -> tuple[str, ...]:
    """Give what a step says that asks nothing."""
    return said_at(desk, draft, state, state.step) if state.step else ()


def said_at(desk: Desk, draft: Draft, state: State, step: Step) -> tuple[str, ...]:
    """Give what a step says, in words ready to show."""
    return _said(step, _values(desk, draft, state, step))


def _given_before(step: Step, state: State) -> str:
    """Give the words that stand at a step which was looked back at: they can be changed there."""
    given = state.answer(step.id) if isinstance(step, Note | Plan | Act) else None
    return str(given.value) if given else ""


def _said(step: Step, values: Values) -> tuple[str, ...]:
    """Fill what a step says; a paragraph of which nothing is left is not said."""
    return tuple(filter(None, (fill(words, values) for words in step.says)))


def _values(desk: Desk, draft: Draft, state: State, step: Step) -> Values:
    """Collect what a step's words are filled with; the journal is looked into where they ask."""
    values = values_of(state, draft.about, desk)
    asked = "".join((*step.says, *step.ask, step.hint))
    words, journal = desk.pack.words.curve, desk.journal
    if "{curve}" in asked:
        values["curve"] = curve_before(journal, draft, state, words)
    if "{learnt}" in asked:
        values["learnt"] = learnt_before(journal, draft, state, words)
    return values


def parked_in(journal: JournalStore) -> tuple[Insight, ...]:
    """List the insights that were parked and not taken up since, oldest first."""
    taken_up = {session.insight for session in journal.sessions()}
    taken_up |= {action.insight for action in journal.actions()}
    return tuple(
        insight
        for insight in journal.insights()
        if insight.origin == "parked" and insight.id not in taken_up
    )


def known_in(journal: JournalStore, draft: Draft) -> Known:
    """Collect what the journal had before a sitting, by its words."""
    before = [a for a in journal.actions() if a.session != draft.id]
    mine = {a.insight for a in journal.actions() if a.session == draft.id}
    waiting = [*parked_in(journal), *(i for i in journal.insights() if i.id in mine)]
    return Known(
        parked={i.text: i.id for i in waiting if i.origin == "parked"},
        tried={action.text: action.repeats or action.id for action in reversed(before)},
        rungs={rung.text: rung.id for rung in journal.rungs()},
    )


def _choices(desk: Desk, step: Step, state: State) -> tuple[Choice, ...]:
    if isinstance(step, Choose):
        options = options_of(step, state)
        if desk.preferences().breath == "worse":
            options = tuple(sorted(options, key=lambda option: option.breath))
        return tuple(Choice(o.id, o.words, o.hint) for o in options)
    if isinstance(step, Review):
        return tuple(Choice(o.id, o.words, o.hint) for o in step.options)
    return ()


def _starters(desk: Desk, state: State, step: Step) -> tuple[str, ...]:
    if isinstance(step, Plan):
        named = desk.coach.cue_in(state.action_line).when if step.part == "when" else ""
        return (named, *step.offers) if named else step.offers
    if isinstance(step, Note) and step.keeps == "insight":
        return tuple(i.text for i in parked_in(desk.journal)[:_MOST_STARTERS])
    if not isinstance(step, Act) or not step.starters:
        return ()
    source = chosen_for(state, "door") if step.starters == "door" else step.starters
    if source == "again":
        earlier = (a.text for a in reversed(tried_in(desk.journal)))
        lines = (*_safe(desk, next_rungs(desk.journal).values()), *earlier)
        return tuple(dict.fromkeys(lines))[:_MOST_STARTERS]
    if source == "ladder":
        return tuple(_safe(desk, (rung.text for rung in rungs_now(state))))
    if source == "smaller":
        return desk.coach.shrink(state.action_line)
    doors = {door.id: door.starters for door in desk.pack.doors}
    return doors.get(source, ())[:_MOST_STARTERS]  # none, where the pack changed since


def _safe(desk: Desk, lines: Iterable[str]) -> Iterator[str]:
    """Leave out what is likely to hurt somebody: it is written down, and never suggested."""
    return (line for line in lines if desk.coach.judge(line).safety is Safety.OK)


def _gate(desk: Desk, draft: Draft, state: State) -> Gate | None:
    return gate_of(desk, draft, state.tries[-1], len(state.tries)) if state.tries else None


def gate_of(desk: Desk, draft: Draft, last: Try, rounds: int = 1) -> Gate:
    """Make the coach's side of a line that was not taken: its question, and the ways to insist."""
    asks = last.verdict.safety is Safety.ASK and not last.misread
    unsafe = last.verdict.safety is not Safety.OK and not last.misread
    verdict = last.verdict if unsafe else replace(last.verdict, safety=Safety.OK)
    if last.verdict.concern == SET_ASIDE:
        return Gate(line=shown(last.line), question=desk.pack.words.sitting.set_aside)
    question = desk.coach.question(last.line, verdict, rounds, draft.visit)
    return Gate(
        line=shown(last.line),
        question=shown(question),
        may_keep=last.keepable,
        may_misread=asks,
        right_person=desk.coach.right_person(last.verdict.concern) if asks else "",
        smaller=desk.coach.shrink(last.line) if Reason.TOO_BIG in verdict.reasons else (),
    )


def _patterns(desk: Desk, step: Step) -> tuple[Pattern, ...]:
    if not isinstance(step, Breathe):
        return ()
    known = {pattern.id: pattern for pattern in desk.pack.patterns}
    found = [known[name] for name in (step.pattern, *step.others) if name in known]
    # A draft may be older than the pack: what it began with is still there under its name.
    return tuple(found) or (replace(desk.pack.patterns[0], id=step.pattern),)


def place_of(state: State) -> tuple[int, int]:
    """Count asked steps: those behind, and all that would be asked if nothing changed."""
    if state.script.setting == "group":
        asked = [applies(step, state) for step in state.script.steps]
        return sum(asked[: here(state)]), sum(asked)
    behind = len(state.given)
    index = next((i for i, s in enumerate(state.script.steps) if s.id == state.at), 0)
    ahead = sum(1 for step in state.script.steps[index:] if applies(step, state))
    return behind, behind + ahead
