"""Ladders: which rung is suggested next, and how each one went so far."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from nowwhat.session.events import Noted
from nowwhat.session.identity import identify
from nowwhat.session.records import Action, Batch, Ladder, Rung
from nowwhat.session.script import Note, Rate
from nowwhat.session.state import Given, State
from nowwhat.sitting.curve import Time, times
from nowwhat.sitting.draft import Draft
from nowwhat.store.contract import JournalStore


class Written(msgspec.Struct, frozen=True):
    """A rung as it was written in a sitting: at which step, its line, its rating."""

    step: str
    text: str
    discomfort: int | None = None


class Step(msgspec.Struct, frozen=True):
    """A rung, and the times that it was done."""

    rung: Rung
    done: tuple[Time, ...] = ()


def steps_of(journal: JournalStore, ladder: Ladder) -> tuple[Step, ...]:
    """List the rungs of a ladder from the easiest up; one that was not rated comes last."""
    actions = _by_rung(journal.actions())
    checkins = journal.checkins()
    rungs = (rung for rung in journal.rungs() if rung.ladder == ladder.id)
    steps = (Step(r, times(actions.get(r.id, ()), checkins)) for r in rungs)
    return tuple(sorted(steps, key=lambda step: _height(step.rung)))


def suggested(steps: Iterable[Step]) -> Rung | None:
    """Suggest a rung: the easiest that was not done yet; then the one done least lately.

    So nobody is sent up before they have stood below, and once all are known they come in turn:
    what is varied is learnt better (Craske et al. 2014). It is a suggestion and nothing more.
    """
    listed = list(steps)
    new = next((step.rung for step in listed if not step.done), None)
    if new is not None or not listed:
        return new
    return min(listed, key=lambda step: step.done[-1].at.at).rung


def next_rungs(journal: JournalStore) -> dict[str, str]:
    """Give the line of the suggested rung of each ladder, by the ladder's id, newest first."""
    rungs = ((ladder.id, suggested(steps_of(journal, ladder))) for ladder in journal.ladders())
    return {name: rung.text for name, rung in reversed(list(rungs)) if rung is not None}


def ladder_of(draft: Draft, state: State) -> Batch:
    """Give the ladder that a sitting has written, with its rungs; nothing without a rung."""
    written = rungs_now(state)
    top = next((g for g in state.given if _keeps(state, g, Note) == "ladder"), None)
    if top is None or not written:
        return Batch()
    at = {t.event.step: t.at for t in draft.taken if isinstance(t.event, Noted)}
    text, made = str(top.value), at[top.step]
    name = identify("ladder", made, text)
    rungs = tuple(
        Rung(identify("rung", at[w.step], w.text), name, w.text, at[w.step], w.discomfort)
        for w in written
    )
    return Batch(ladders=(Ladder(name, text, made, draft.id),), rungs=rungs)


def rungs_now(state: State) -> tuple[Written, ...]:
    """List the rungs written in a sitting, the easiest first."""
    found: list[Written] = []
    for given in state.given:
        if _keeps(state, given, Note) == "rung" and given.value:
            found.append(Written(given.step, str(given.value)))
        elif _keeps(state, given, Rate) == "rung" and found:
            found[-1] = replace(found[-1], discomfort=int(given.value))
    return tuple(sorted(found, key=_height))


def _keeps(state: State, given: Given, kind: type[Note | Rate]) -> str:
    step = state.script.step(given.step)
    return step.keeps if isinstance(step, kind) else ""


def _height(rung: Rung | Written) -> int:
    return 11 if rung.discomfort is None else rung.discomfort


def _by_rung(actions: Iterable[Action]) -> dict[str, list[Action]]:
    found: dict[str, list[Action]] = {}
    for action in actions:
        if action.rung:
            found.setdefault(action.rung, []).append(action)
    return found
