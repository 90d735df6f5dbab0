"""From a sitting to the journal: the records that it has come to so far."""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from nowwhat.session.events import Committed, Noted
from nowwhat.session.identity import identify
from nowwhat.session.records import Action, Batch, Insight, Pause, Session
from nowwhat.session.script import Act, Choose, Commit, Do, Note, Rate
from nowwhat.session.state import Ending, Given, GivenBreath, GivenWhen, State
from nowwhat.sitting.accounts import accounted, done_now
from nowwhat.sitting.answers import chosen_for, ended_at, kept, last_taken, number_of, text_of
from nowwhat.sitting.climbing import ladder_of
from nowwhat.sitting.draft import Draft
from nowwhat.sitting.wording import plan_of


class Known(msgspec.Struct, frozen=True):
    """What the journal has already, by its words.

    Attributes:
        parked: Ids of parked insights; one that is taken up is not a new one.
        tried: Ids of earlier actions, each chain of repetitions by its first.
        rungs: Ids of rungs.
    """

    parked: Mapping[str, str] = {}
    tried: Mapping[str, str] = {}
    rungs: Mapping[str, str] = {}


def harvest(draft: Draft, state: State, known: Known) -> Batch:
    """Collect the records that a sitting has come to.

    An action counts from "I will" on; all else from the end on. What is collected again is the
    same again.

    Args:
        draft: The sitting.
        state: Where it stands (`draft.state`).
        known: What the journal has already.
    """
    ended = state.ending in (Ending.FINISHED, Ending.SET_DOWN)
    if state.script.role == "checkin":
        return accounted(draft, state, _action(draft, state, None, known)) if ended else Batch()
    if not (state.committed or ended):
        return Batch()
    insight = _insight(draft, state, known)
    ladder = ladder_of(draft, state)
    known = replace(known, rungs={**known.rungs, **{r.text: r.id for r in ladder.rungs}})
    action = _action(draft, state, insight, known) if state.committed else None
    return Batch(
        insights=(insight,) if insight and insight.text not in known.parked else (),
        actions=(action,) if action else (),
        checkins=done_now(draft, state, action) if ended and action else (),
        sessions=(_session(draft, state, insight, action),) if ended else (),
        ladders=ladder.ladders,
        rungs=ladder.rungs,
    )


def _insight(draft: Draft, state: State, known: Known) -> Insight | None:
    text = text_of(kept(state), "insight")
    if not text:
        return None
    steps = {s.id for s in state.script.steps if isinstance(s, Note) and s.keeps == "insight"}
    times = [t.at for t in draft.taken if isinstance(t.event, Noted) and t.event.step in steps]
    noted = times[-1]
    name = known.parked.get(text) or identify("insight", noted, text)
    return Insight(name, text, noted, session=draft.id)


def _action(draft: Draft, state: State, insight: Insight | None, known: Known) -> Action | None:
    said = last_taken(draft, Committed)
    if said is None:
        return None
    text, values, about = state.action_line, kept(state), draft.about
    chosen, once_more = state.action, chosen_for(state, "again") == "yes"
    same = about if chosen is None else None
    return Action(
        id=identify("action", said.at, text),
        text=text,
        committed=said.at,
        session=draft.id,
        insight=insight.id if insight else (about.insight if about else ""),
        door=chosen_for(state, "door") or (about.door if about else ""),
        feared=text_of(values, "feared") or (same.feared if same else ""),
        likely=number_of(values, "likely", same.likely if same else None),
        discomfort=_discomfort(state),
        confidence=number_of(values, "confidence"),
        kept=chosen.kept if chosen else False,
        misread=chosen.misread if chosen else False,
        due=next((g.due for g in reversed(state.given) if isinstance(g, GivenWhen)), None),
        follows=about.id if about and not once_more else "",
        repeats=_repeats(state, about, known),
        rung=known.rungs.get(text, same.rung if same else ""),
        mended=(),
        **plan_of(state, about),
    )


def _discomfort(state: State) -> int | None:
    """Give the discomfort of the action as it was rated last before "I will".

    What is rated in a check-in is the discomfort of the action before, not of the one to come.
    """
    if state.script.role == "checkin":
        return None
    found: int | None = None
    for given in state.given:
        step = state.script.step(given.step)
        if isinstance(step, Commit):
            return found
        if isinstance(step, Rate) and step.keeps in ("before", "after"):
            found = int(given.value)
    return found


def _repeats(state: State, about: Action | None, known: Known) -> str:
    """Say which action this is one more of: the first of its chain."""
    if about is not None:
        return (about.repeats or about.id) if chosen_for(state, "again") == "yes" else ""
    asked_again = any(isinstance(s, Act) and s.starters == "again" for s in state.script.steps)
    if asked_again or chosen_for(state, "door") == "again":
        return known.tried.get(state.action_line, "")
    return ""


def _session(draft: Draft, state: State, insight: Insight | None, action: Action | None) -> Session:
    values = kept(state)
    return Session(
        id=draft.id,
        script=state.script.id,
        lang=draft.lang,
        depth=state.depth,
        began=draft.began,
        ended=ended_at(draft),
        ending="finished" if state.ending is Ending.FINISHED else "set_down",
        insight=insight.id if insight else "",
        action=action.id if action else "",
        before=number_of(values, "before"),
        after=number_of(values, "after"),
        pauses=tuple(_pauses(state)),
        answers={given.step: given.value for given in state.given if _is_answer(state, given)},
    )


def _pauses(state: State) -> list[Pause]:
    breaths = [given for given in state.given if isinstance(given, GivenBreath)]
    return [Pause(breath.pattern, breath.seconds, breath.ending) for breath in breaths]


def _is_answer(state: State, given: Given) -> bool:
    """Say whether an answer has no other place in the records."""
    step = state.script.step(given.step)
    noted = isinstance(step, Note | Rate) and step.keeps == "answer"
    return given.value != "" and (noted or isinstance(step, Choose | Do))
