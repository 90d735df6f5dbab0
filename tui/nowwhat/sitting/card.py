"""The card: what one takes along, and how many planks lie on the bridge."""

from collections.abc import Iterator

import msgspec

from nowwhat.packs.filling import fill
from nowwhat.packs.words import CardWords
from nowwhat.session.script import Do
from nowwhat.session.state import State
from nowwhat.sitting.draft import Draft
from nowwhat.sitting.wording import beside, plan_of
from nowwhat.store.contract import JournalStore


class CardFace(msgspec.Struct, frozen=True):
    """What stands on a card.

    Attributes:
        action: The action.
        when: Its when; empty where the action says it.
        obstacle: The if; empty where there is no if-then.
        response: The then.
        planks: Planks on the bridge.
    """

    action: str
    when: str = ""
    obstacle: str = ""
    response: str = ""
    planks: int = 0


def card_of(journal: JournalStore, draft: Draft, state: State) -> CardFace:
    """Make the card of a sitting."""
    plan = plan_of(state, draft.about)
    both = bool(plan["obstacle"] and plan["response"])
    return CardFace(
        action=state.action_line,
        when=beside(state.action_line, plan["when"]),
        obstacle=plan["obstacle"] if both else "",
        response=plan["response"] if both else "",
        planks=planks_laid(journal) + _done_now(state),
    )


def card_lines(card: CardFace, words: CardWords) -> Iterator[str]:
    """Say what stands on a card, a line each, without its title."""
    values: dict[str, str | int] = {
        "action": card.action,
        "when": card.when,
        "obstacle": card.obstacle,
        "response": card.response,
        "planks": card.planks,
    }
    yield fill(words.action, values)
    if card.when:
        yield fill(words.when, values)
    if card.obstacle:
        yield fill(words.if_then, values)
    if card.planks == 0:
        yield words.plank_none
    else:
        yield fill(words.planks if card.planks > 1 else words.plank_one, values)


def _done_now(state: State) -> bool:
    """Say whether it was done within the session, which is in no journal before the end."""
    done = {str(g.value) for g in state.given if isinstance(state.script.step(g.step), Do)}
    return bool(done & {"done", "part"})


def planks_laid(journal: JournalStore) -> int:
    """Count the planks: one for each action that was tried, in whole or in part."""
    return len({c.action for c in journal.checkins() if c.outcome.tried})
