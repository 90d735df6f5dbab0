"""How a sitting begins: anew, resumed from its draft, or as a check-in on an open action."""

from collections.abc import Collection

import msgspec
from msgspec.structs import replace

from nowwhat.session import flow
from nowwhat.session.errors import SessionError
from nowwhat.session.identity import identify
from nowwhat.session.records import Action
from nowwhat.session.script import Depth, Fact, Script
from nowwhat.session.state import Ending
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.draft import Draft, DraftError, decode
from nowwhat.sitting.sitting import Sitting
from nowwhat.store.contract import Claim
from nowwhat.store.errors import (
    DamagedDraftError,
    LockedError,
    MissingDraftError,
    TakenDraftError,
)

CHECK_IN = "checkin"
"""Id of the script that accounts for an action; every pack has it."""


class Waiting(msgspec.Struct, frozen=True):
    """A sitting that can be resumed.

    Attributes:
        draft: The draft.
        title: Its script's title.
        answered: How many questions were answered.
    """

    draft: Draft
    title: str
    answered: int


class Found(msgspec.Struct, frozen=True):
    """What lay among the drafts.

    Attributes:
        waiting: What can be resumed, oldest first.
        elsewhere: How many are open in another program.
        set_aside: Where those are now that could not be read.
    """

    waiting: tuple[Waiting, ...] = ()
    elsewhere: int = 0
    set_aside: tuple[str, ...] = ()


def look_for_drafts(desk: Desk) -> Found:
    """Look through the drafts; what counts in one and is not in the journal is put there now."""
    waiting: list[Waiting] = []
    elsewhere, aside = 0, []
    for draft_id in desk.drafts.ids():
        try:
            with desk.drafts.claim(draft_id) as claim:
                try:
                    found = _look_at(desk, claim)
                except (DraftError, SessionError, DamagedDraftError):
                    aside.append(desk.drafts.set_aside(draft_id))
                else:
                    waiting += [found] if found else []
        except LockedError:
            elsewhere += 1
        except MissingDraftError:
            continue
    return Found(tuple(waiting), elsewhere, tuple(aside))


def _look_at(desk: Desk, claim: Claim) -> Waiting | None:
    draft = decode(desk.drafts.load(claim.draft_id))
    state = draft.state
    ended = state.ending in (Ending.FINISHED, Ending.SET_DOWN)
    if ended or state.committed:
        Sitting(desk, draft, claim).put_away()
    return None if ended else Waiting(draft, draft.script.title, len(state.given))


def resume(desk: Desk, draft_id: str) -> Sitting:
    """Take up a draft where it was left.

    Raises:
        LockedError: It is open in another program.
        MissingDraftError: It is not there any more.
    """
    claim = desk.drafts.claim(draft_id)
    return Sitting(desk, decode(desk.drafts.load(draft_id)), claim)


def owed(desk: Desk) -> tuple[Action, ...]:
    """List the actions that are to be accounted for, oldest first."""
    return desk.journal.open_actions()


def begin(
    desk: Desk, script: Script, depth: Depth = "short", *, settled: Collection[str] = ()
) -> Sitting:
    """Begin a script anew.

    Args:
        desk: The desk.
        script: What to go through.
        depth: Its short or its full form.
        settled: Ids of open actions that need no account now: one was given in this visit and
            left them open, they were chosen in it, or they were put off, at night or in a room.

    Raises:
        CheckInOwedError: It takes a new insight while actions are open.
    """
    debts = sum(action.id not in settled for action in owed(desk))
    facts = _facts(desk, None)
    flow.begin(script, depth=depth, facts=facts, owed=debts)
    return _open(desk, script, depth, facts, None)


def begin_checkin(desk: Desk, action: Action, depth: Depth = "short") -> Sitting:
    """Begin the account of one action."""
    return _open(desk, desk.pack.script(CHECK_IN), depth, _facts(desk, action), action)


def _facts(desk: Desk, about: Action | None) -> frozenset[Fact]:
    facts: set[Fact] = set()
    if desk.clock.now().is_night:
        facts.add("night")
    if desk.journal.actions():
        facts.add("repeatable")
    if not desk.preferences().breath:
        facts.add("breath_unasked")
    if about is not None and about.feared:
        facts.add("feared")
    return frozenset(facts)


def _open(
    desk: Desk, script: Script, depth: Depth, facts: frozenset[Fact], about: Action | None
) -> Sitting:
    began = desk.clock.now()
    draft = Draft(
        id=identify("session", began, script.id),
        lang=desk.pack.head.lang,
        began=began,
        script=script,
        depth=depth,
        facts=facts,
        about=about,
        visit=len(desk.journal.sessions()),
    )
    draft, claim = _claim_new(desk, draft)
    return Sitting(desk, draft, claim)


def _claim_new(desk: Desk, draft: Draft) -> tuple[Draft, Claim]:
    """Two programs that begin in one microsecond have drafts of their own."""
    number = 1
    while True:
        name = draft.id if number == 1 else f"{draft.id}-{number}"
        try:
            return replace(draft, id=name), desk.drafts.create(name)
        except (TakenDraftError, LockedError):
            number += 1
