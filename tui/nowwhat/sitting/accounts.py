"""Check-ins: the account of an action, given later or by doing it within the session."""

from msgspec.structs import replace

from nowwhat.session.events import Did, Reviewed
from nowwhat.session.identity import identify
from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, CheckIn, Outcome
from nowwhat.session.state import Ending, State
from nowwhat.sitting.answers import chosen_for, ended_at, kept, last_taken, number_of, text_of
from nowwhat.sitting.draft import Draft


def done_now(draft: Draft, state: State, action: Action) -> tuple[CheckIn, ...]:
    """Account for what was done within the session itself: act, then think."""
    taken = last_taken(draft, Did)
    if taken is None or not isinstance(taken.event, Did) or taken.event.ending == "later":
        return ()
    outcome = Outcome.DONE if taken.event.ending == "done" else Outcome.PART
    return (_checkin(state, action.id, outcome, taken.at),)


def accounted(draft: Draft, state: State, action: Action | None) -> Batch:
    """Account for the action that a check-in was about.

    Args:
        draft: The check-in.
        state: Where it ended. Set down, it lets the action go: it is not asked about again. What
            was done, in whole or in part, stays done.
        action: What was committed to instead, or once more.
    """
    if draft.about is None:
        return Batch()
    taken, outcome = last_taken(draft, Reviewed), state.outcome
    following = chosen_for(state, "next")
    put_away = state.ending is Ending.SET_DOWN or following == "let_go"
    if outcome is None or (put_away and not outcome.tried):
        outcome = Outcome.LET_GO
    at = taken.at if taken else ended_at(draft)
    stays = following == "leave_open" and outcome is not Outcome.LET_GO
    checkin = _checkin(state, draft.about.id, outcome, at, stays_open=stays)
    return Batch(actions=(action,) if action else (), checkins=(checkin,))


def beside_account(draft: Draft, state: State, account: CheckIn) -> CheckIn:
    """Give what a check-in had heard, where the action was accounted for elsewhere meanwhile."""
    said = _checkin(state, account.action, account.outcome, ended_at(draft))
    return replace(said, stays_open=account.stays_open)


def _checkin(
    state: State, action: str, outcome: Outcome, at: Moment, *, stays_open: bool = False
) -> CheckIn:
    values = kept(state)
    compared = state.script.role == "checkin" or "most" in values
    return CheckIn(
        id=identify("checkin", at, action),
        action=action,
        outcome=outcome,
        at=at,
        stays_open=stays_open,
        noticed=text_of(values, "noticed"),
        happened=text_of(values, "happened"),
        came_true=chosen_for(state, "came_true"),
        obstacle=text_of(values, "obstacle"),
        side=chosen_for(state, "side"),
        before=number_of(values, "before"),
        most=number_of(values, "most"),
        after=number_of(values, "after") if compared else None,
    )
