"""How a sitting begins: anew, resumed from its draft, or as a check-in on an open action."""

from collections.abc import Collection
from contextlib import suppress

import msgspec
from msgspec.structs import replace

from nowwhat.session import flow
from nowwhat.session.errors import SessionError
from nowwhat.session.identity import identify
from nowwhat.session.records import Action, Batch
from nowwhat.session.script import Depth, Fact, Script
from nowwhat.session.state import Ending, State
from nowwhat.sitting.accounts import beside_account
from nowwhat.sitting.answers import kept
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.draft import Draft, DraftError, decode
from nowwhat.sitting.sitting import Sitting
from nowwhat.sitting.tried import tried_in
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
        committed: "I will" was said: it is not set down any more.
        takes_insight: A new insight is still to come in it.
    """

    draft: Draft
    title: str
    committed: bool
    takes_insight: bool


class Found(msgspec.Struct, frozen=True):
    """What lay among the drafts.

    Attributes:
        waiting: What can be resumed, oldest first.
        elsewhere: How many are open in another program.
        about_elsewhere: Ids of the actions that check-ins in other programs are about.
        set_aside: Where those are now that could not be read.
    """

    waiting: tuple[Waiting, ...] = ()
    elsewhere: int = 0
    about_elsewhere: frozenset[str] = frozenset()
    set_aside: tuple[str, ...] = ()


def look_for_drafts(desk: Desk) -> Found:
    """Look through the drafts; what counts in one and is not in the journal is put there now."""
    waiting: list[Waiting] = []
    elsewhere, aside, about = 0, [], set()
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
            about.add(_about(desk, draft_id))
        except MissingDraftError:
            continue
    return Found(tuple(waiting), elsewhere, frozenset(about - {""}), tuple(aside))


def _about(desk: Desk, draft_id: str) -> str:
    """Say which action a draft that is open elsewhere is about."""
    with suppress(DraftError, DamagedDraftError, MissingDraftError):
        about = decode(desk.drafts.load(draft_id)).about
        return about.id if about else ""
    return ""


def _look_at(desk: Desk, claim: Claim) -> Waiting | None:
    draft = decode(desk.drafts.load(claim.draft_id))
    state = draft.state
    ended = state.ending in (Ending.FINISHED, Ending.SET_DOWN)
    if ended or state.committed:
        Sitting(desk, draft, claim).put_away()
    if not ended and draft.about and draft.about.id not in {a.id for a in owed(desk)}:
        _join(desk, draft, state)
        return None
    if ended:
        return None
    insight = draft.script.takes_insight and not kept(state).get("insight")
    return Waiting(draft, draft.script.title, state.committed, insight)


def _join(desk: Desk, draft: Draft, state: State) -> None:
    """Put what was said in a check-in, whose action was accounted for elsewhere, beside that."""
    accounts = [c for c in desk.journal.checkins() if draft.about and c.action == draft.about.id]
    if accounts and draft.about and state.given:
        beside = beside_account(draft, state, accounts[-1])
        desk.journal.record(Batch(checkins=(beside,)))
    desk.drafts.drop(draft.id)


def resume(desk: Desk, draft_id: str) -> Sitting:
    """Take up a draft where it was left; one that was begun in a room goes on alone.

    Raises:
        LockedError: It is open in another program.
        MissingDraftError: It is not there any more.
    """
    sitting = rejoin(desk, draft_id)
    if sitting.state.paced:
        sitting.alone()
    return sitting


def rejoin(desk: Desk, draft_id: str) -> Sitting:
    """Take up a draft where it was left, in the room where it was begun if that is where it was.

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
    """Begin a script anew. In a room no account is owed: it is put off to the next time alone.

    Args:
        desk: The desk.
        script: What to go through.
        depth: Its short or its full form.
        settled: Ids of open actions that need no account now: one was given in this visit and
            left them open, they were chosen in it, or they were put off, at night or in a room.

    Raises:
        CheckInOwedError: It takes a new insight while actions are open.
    """
    here = () if script.setting == "group" else owed(desk)
    debts = sum(action.id not in settled for action in here)
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
    if tried_in(desk.journal):
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
