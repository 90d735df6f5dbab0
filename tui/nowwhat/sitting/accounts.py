"""Check-ins: the account of an action, given later or by doing it within the session."""

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
    return (_checkin(state, action, outcome, taken.at),)


def accounted(draft: Draft, state: State, action: Action | None) -> Batch:
    """Account for the action that a check-in was about.

    Args:
        draft: The check-in.
        state: Where it ended. Set down, it lets the action go: it is not asked about again.
        action: What was committed to instead, or once more.
    """
    if draft.about is None:
        return Batch()
    taken, outcome = last_taken(draft, Reviewed), state.outcome
    following = chosen_for(state, "next")
    if state.ending is Ending.SET_DOWN or outcome is None or following == "let_go":
        outcome = Outcome.LET_GO
    at = taken.at if taken else ended_at(draft)
    stays = following == "leave_open" and outcome is not Outcome.LET_GO
    checkin = _checkin(state, draft.about, outcome, at, stays_open=stays)
    return Batch(actions=(action,) if action else (), checkins=(checkin,))


def _checkin(
    state: State, action: Action, outcome: Outcome, at: Moment, *, stays_open: bool = False
) -> CheckIn:
    values = kept(state)
    compared = state.script.role == "checkin" or "most" in values
    return CheckIn(
        id=identify("checkin", at, action.id),
        action=action.id,
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
