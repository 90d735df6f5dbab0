"""What was noted, chosen and tried, a line each, oldest first."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.session.records import Ladder, Rung
from nowwhat.sitting.wording import with_when
from nowwhat.store.contract import JournalStore


class Entry(msgspec.Struct, frozen=True):
    """An entry, when it was made, and its line."""

    at: datetime
    id: str
    line: str


def history_lines(journal: JournalStore, words: Words) -> Iterator[str]:
    """List a journal."""
    entries = sorted(_entries(journal, words), key=lambda entry: entry.at)
    yield from [entry.line for entry in entries] or [words.shell.history_empty]


def forgettable(journal: JournalStore, words: Words) -> list[Entry]:
    """List what can be deleted, oldest first: those, ladders, and sessions that left nothing."""
    of_each = (_entries, _ladders, _sessions_alone)
    entries = [entry for list_them in of_each for entry in list_them(journal, words)]
    return sorted(entries, key=lambda entry: entry.at)


def _entries(journal: JournalStore, words: Words) -> Iterator[Entry]:
    shell, date = words.shell, words.insight.date
    waiting = {action.id for action in journal.open_actions()}
    texts = {action.id: action.text for action in journal.actions()}

    def entry(at: datetime, key: str, line: str, **values: str) -> Entry:
        return Entry(at, key, fill(line, {"date": at.strftime(date), **values}))

    for insight in journal.insights():
        yield entry(insight.noted.at, insight.id, shell.history_insight, text=insight.text)
    for action in journal.actions():
        line = shell.history_waits if action.id in waiting else shell.history_action
        yield entry(action.committed.at, action.id, line, text=with_when(action))
    for checkin in journal.checkins():
        said = {"outcome": getattr(shell, checkin.outcome.value)}
        text = texts.get(checkin.action, "")
        yield entry(checkin.at.at, checkin.id, shell.history_outcome, text=text, **said)


def _ladders(journal: JournalStore, words: Words) -> Iterator[Entry]:
    both: tuple[Ladder | Rung, ...] = (*journal.ladders(), *journal.rungs())
    for each in both:
        values = {"date": each.made.at.strftime(words.insight.date), "text": each.text}
        yield Entry(each.made.at, each.id, fill(words.shell.history_ladder, values))


def _sessions_alone(journal: JournalStore, words: Words) -> Iterator[Entry]:
    for session in journal.sessions():
        if not session.insight and not session.action:
            at = session.began.at
            values = {"date": at.strftime(words.insight.date), "title": session.script}
            yield Entry(at, session.id, fill(words.shell.history_session, values))
