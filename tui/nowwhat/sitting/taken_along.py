"""All that somebody wrote in a sitting, as text: what they take along from where nothing is kept.

It takes no action to have written something: whoever goes without one has their words, too.
"""

from collections.abc import Iterator

from nowwhat.exports.escaping import one_line, quote
from nowwhat.packs.filling import fill, pick
from nowwhat.packs.room_stay_words import RoomEndWords
from nowwhat.session.script import Breathe, Card, Choose, Commit, Read, Script
from nowwhat.session.state import Given, State
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.draft import Draft
from nowwhat.sitting.wording import values_of


def has_written(draft: Draft, state: State) -> bool:
    """Say whether there is anything to take along."""
    return any(_is_asked(state.script, given) for given in state.given) or bool(_halves(draft))


def all_written(desk: Desk, draft: Draft, state: State, words: RoomEndWords) -> str:
    """Write all of it as Markdown: each question with its answer, and lines that were begun."""
    said = [f"# {one_line(words.heading)}\n"]
    values = values_of(state, draft.about, desk)
    for given in state.given:
        if _is_asked(state.script, given):
            step = state.script.step(given.step)
            asked = fill(pick(step.ask, draft.visit), values)
            promised = isinstance(step, Commit)  # what is asked there is what was answered
            answer = asked if promised else _answer(state.script, given)
            said.append(("" if promised else f"{one_line(asked)}\n\n") + quote(answer))
    said += [f"{one_line(fill(words.begun, {'half': half}))}\n" for half in _halves(draft)]
    return "\n".join(said)


def _is_asked(script: Script, given: Given) -> bool:
    return not isinstance(script.step(given.step), Read | Card | Breathe)


def _answer(script: Script, given: Given) -> str:
    step = script.step(given.step)
    if isinstance(step, Choose):
        return next((o.words for o in step.options if o.id == given.value), str(given.value))
    return str(given.value)


def _halves(draft: Draft) -> tuple[str, ...]:
    return tuple(_every_half(draft))


def _every_half(draft: Draft) -> Iterator[str]:
    yield from (half for half in draft.halves.values() if half.strip())
    if draft.half.strip():
        yield draft.half
