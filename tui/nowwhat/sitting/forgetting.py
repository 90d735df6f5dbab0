"""Forgetting for good: what hangs on an entry, and taking it, or everything, out of every file."""

from collections.abc import Collection

from nowwhat.session.records import Action, CheckIn, Insight, Ladder, Rung
from nowwhat.settings.preferences import Preferences
from nowwhat.sitting.desk import Desk
from nowwhat.store import MENDABLE, Marks
from nowwhat.store.contract import JournalStore

Entry = Insight | Action | CheckIn | Ladder | Rung


def hanging_on(key: str, journal: JournalStore) -> tuple[str, ...]:
    """List what hangs on an entry: actions of an insight, their accounts and sessions; rungs.

    Args:
        key: Id of an insight, an action, a ladder or anything else; nothing hangs on the rest.
        journal: Where it stands.
    """
    actions = [a.id for a in journal.actions() if key in (a.id, a.insight)]
    checkins = [c.id for c in journal.checkins() if c.action in actions]
    sessions = [s.id for s in journal.sessions() if s.insight == key or s.action in actions]
    rungs = [r.id for r in journal.rungs() if r.ladder == key]
    return tuple(found for found in (*actions, *checkins, *sessions, *rungs) if found != key)


def unreadable(desk: Desk) -> tuple[str, ...]:
    """Name the damaged files in which nothing can be looked for: tell of them before forgetting."""
    return (*desk.journal.unreadable(), *desk.drafts.unreadable())


def forget(desk: Desk, ids: Collection[str], *, unreadable: bool = False) -> None:
    """Take records away for good: out of the journal, its backups, what was set aside, the drafts.

    The journal is last, so that what could not be finished can be asked for again.

    Args:
        desk: The desk.
        ids: Whose; `hanging_on` says what might go with them.
        unreadable: Take away, too, the files in which nothing can be looked for.

    Raises:
        LockedError: A draft with these words is open in another program; nothing was changed.
        StoreError: The disk did not take it; the entries are still there, or gone for good.
    """
    desk.drafts.forget(_marks(desk.journal, frozenset(ids)), unreadable=unreadable)
    desk.journal.forget(ids, unreadable=unreadable)


def forget_everything(desk: Desk) -> None:
    """Take everything away for good: drafts, journal, backups, what was set aside, choices.

    Raises:
        LockedError: A draft is open in another program; nothing was changed.
        StoreError: The disk did not take it; asked for again, it goes on.
    """
    desk.drafts.forget_everything()
    desk.prefer(Preferences())
    desk.journal.forget_everything()


def _marks(journal: JournalStore, ids: frozenset[str]) -> Marks:
    """Say by what a draft is known that came of these records, or has their words in it."""
    entries: tuple[Entry, ...] = (
        *journal.insights(),
        *journal.actions(),
        *journal.checkins(),
        *journal.ladders(),
        *journal.rungs(),
    )
    gone = [entry for entry in entries if entry.id in ids]
    kept = {words for entry in entries if entry.id not in ids for words in _words(entry)}
    sources = {_source(entry) for entry in gone}
    words = {text for entry in gone for text in _words(entry)} - kept
    return Marks(ids | (sources - {""}), frozenset(words - {""}))


def _source(entry: Entry) -> str:
    """Name the sitting that an entry came from, or what that one was about."""
    match entry:
        case CheckIn():
            return entry.action
        case Rung():
            return ""
        case _:
            return entry.session


def _words(entry: Entry) -> list[str]:
    return [getattr(entry, field) for field in MENDABLE[type(entry)]]
