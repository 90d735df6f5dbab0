"""What was noted, chosen and tried, a line each, oldest first."""

from collections.abc import Iterator

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.sitting.wording import with_when
from nowwhat.store.contract import JournalStore


def history_lines(journal: JournalStore, words: Words) -> Iterator[str]:
    """List a journal."""
    shell, date = words.shell, words.insight.date
    waiting = {action.id for action in journal.open_actions()}
    texts = {action.id: action.text for action in journal.actions()}
    entries = [(i.noted.at, shell.history_insight, {"text": i.text}) for i in journal.insights()]
    for action in journal.actions():
        line = shell.history_waits if action.id in waiting else shell.history_action
        said = with_when(action)
        entries.append((action.committed.at, line, {"text": said}))
    for checkin in journal.checkins():
        outcome = getattr(shell, checkin.outcome.value)
        said_of = {"outcome": outcome, "text": texts.get(checkin.action, "")}
        entries.append((checkin.at.at, shell.history_outcome, said_of))
    if not entries:
        yield shell.history_empty
    for at, line, values in sorted(entries, key=lambda entry: entry[0]):
        yield fill(line, {"date": at.strftime(date), **values})
