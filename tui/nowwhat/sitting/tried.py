"""What was tried: the actions of which a check-in says that something was done."""

from nowwhat.session.records import Action
from nowwhat.store.contract import JournalStore


def tried_in(journal: JournalStore) -> tuple[Action, ...]:
    """List the actions that were tried, in whole or in part, oldest first."""
    tried = {checkin.action for checkin in journal.checkins() if checkin.outcome.tried}
    return tuple(action for action in journal.actions() if action.id in tried)
