"""What may be done with an entry: a typo mended, a rung added, the entry or everything deleted."""

from collections.abc import Iterator

import msgspec

from nowwhat.packs.filling import fill
from nowwhat.packs.ledger_words import EditWords
from nowwhat.packs.words import Words
from nowwhat.session.identity import identify
from nowwhat.session.records import Action, Batch, CheckIn, Insight, Ladder, Rung, Session
from nowwhat.session.typed import LINE_LIMIT, NOTE_LIMIT, take
from nowwhat.session.verdict import Safety
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.entry import Entry
from nowwhat.sitting.forgetting import forget, forget_everything, hanging_on, unreadable
from nowwhat.store.contract import JournalStore

Record = Insight | Action | CheckIn | Session | Ladder | Rung


class Mendable(msgspec.Struct, frozen=True):
    """Words of an entry that may be mended.

    Attributes:
        key: Id of the record that they stand in.
        field: The record's field.
        what: What they are, in a word or two.
        text: As they stand.
        done: They are what is done: an action, a response, a rung.
        limit: Characters that are kept of them.
    """

    key: str
    field: str
    what: str
    text: str
    done: bool = False
    limit: int = LINE_LIMIT


class Said(msgspec.Struct, frozen=True):
    """What is said to a change; `care` is a call for help that was heard in it."""

    says: tuple[str, ...] = ()
    care: str = ""


class Deletable(msgspec.Struct, frozen=True):
    """Something that may be deleted: its id, what it is, and all that would go."""

    key: str
    words: str
    ids: tuple[str, ...]


def mendable(entry: Entry, words: Words) -> Iterator[Mendable]:
    """List the words of an entry that may be mended; what was not written is not listed."""
    said, insight, action, ladder = words.edit, entry.insight, entry.action, entry.ladder
    if ladder is not None:
        yield Mendable(ladder.id, "text", said.ladder, ladder.text, limit=NOTE_LIMIT)
        for step in entry.steps:
            yield Mendable(step.rung.id, "text", said.rung, step.rung.text, done=True)
    if insight is not None:
        yield Mendable(insight.id, "text", said.insight, insight.text, limit=NOTE_LIMIT)
    if action is not None:
        yield from _of_action(action, said)
    for checkin in entry.checkins:
        yield from _of_account(checkin, said)


def _of_action(action: Action, said: EditWords) -> Iterator[Mendable]:
    for field, what, text in (
        ("text", said.action, action.text),
        ("where", said.where, action.where),
        ("how_long", said.how_long, action.how_long),
        ("towards", said.towards, action.towards),
        ("obstacle", said.obstacle, action.obstacle),
        ("response", said.response, action.response),
    ):
        if text:
            done = field in ("text", "response")
            yield Mendable(action.id, field, what, text, done=done)
    if action.feared:
        yield Mendable(action.id, "feared", said.feared, action.feared, limit=NOTE_LIMIT)


def _of_account(account: CheckIn, said: EditWords) -> Iterator[Mendable]:
    for field, what, text in (
        ("happened", said.happened, account.happened),
        ("noticed", said.noticed, account.noticed),
        ("obstacle", said.obstacle, account.obstacle),
        ("note", said.note, account.note),
    ):
        if text:
            yield Mendable(account.id, field, what, text, limit=NOTE_LIMIT)


def mend(desk: Desk, word: Mendable, raw: str) -> Said:
    """Put other words in their place, if they are still safe to do.

    Raises:
        StoreError: It could not be kept, or the record is gone.
    """
    words, typed = desk.pack.words, take(raw, word.limit)
    if not typed.text:
        return Said((words.stage.needed,))
    care = desk.coach.hears(typed.text)
    if word.done and desk.coach.judge(typed.text).safety is not Safety.OK:
        return Said((words.edit.not_safe,), care)
    if typed.text != word.text:
        desk.journal.mend(word.key, {word.field: typed.text}, desk.clock.now())
    return Said((words.edit.mended, *_cut(typed.dropped, word.limit, words)), care)


def add_rung(desk: Desk, ladder: Ladder, raw: str, discomfort: int) -> Said:
    """Put one more rung on a ladder.

    Args:
        desk: The desk.
        ladder: Where.
        raw: The line, as it was typed.
        discomfort: How uncomfortable it seems, 0-10.

    Raises:
        StoreError: It could not be kept.
    """
    words, typed, now = desk.pack.words, take(raw, LINE_LIMIT), desk.clock.now()
    if not typed.text:
        return Said((words.stage.needed,))
    rung = Rung(identify("rung", now, typed.text), ladder.id, typed.text, now, discomfort)
    desk.journal.record(Batch(rungs=(rung,)))
    care = desk.coach.hears(typed.text)
    return Said((words.edit.rung_added, *_cut(typed.dropped, LINE_LIMIT, words)), care)


def deletable(entry: Entry, desk: Desk) -> Iterator[Deletable]:
    """List what may be deleted of an entry, each with everything that would go."""
    words, journal = desk.pack.words, desk.journal
    said: EditWords = words.edit
    for record, what in (
        (entry.action, said.delete_action),
        (entry.insight, said.delete_insight),
        (entry.ladder, said.delete_ladder),
    ):
        if record is not None:
            yield Deletable(record.id, what, (record.id, *hanging_on(record.id, journal)))
    for step in entry.steps:
        what = fill(said.delete_rung, {"text": step.rung.text})
        yield Deletable(step.rung.id, what, (step.rung.id,))


def what_goes(desk: Desk, gone: Deletable) -> tuple[str, ...]:
    """Say what would go for good, before it is asked whether it shall."""
    return (*_counted(desk.journal, set(gone.ids), desk.pack.words), *_files(desk))


def all_that_goes(desk: Desk) -> tuple[str, ...]:
    """The same of everything."""
    journal, words = desk.journal, desk.pack.words
    everything = {record.id for records in _tables(journal) for record in records}
    return (*_counted(journal, everything, words), words.edit.all_else, *_files(desk))


def delete(desk: Desk, gone: Deletable) -> tuple[str, ...]:
    """Delete it for good: from the journal, its backups, what was put aside, the drafts.

    Raises:
        StoreError: It could not be done; asked for again, it goes on.
    """
    forget(desk, gone.ids, unreadable=True)
    return (desk.pack.words.edit.deleted,)


def delete_everything(desk: Desk) -> tuple[str, ...]:
    """Delete everything for good.

    Raises:
        StoreError: It could not be done; asked for again, it goes on.
    """
    forget_everything(desk)
    return (desk.pack.words.edit.deleted,)


def _counted(journal: JournalStore, ids: set[str], words: Words) -> Iterator[str]:
    said: EditWords = words.edit
    names = (
        *(said.count_insights, said.count_actions, said.count_checkins),
        *(said.count_sessions, said.count_ladders, said.count_rungs),
    )
    counts = [sum(r.id in ids for r in rows) for rows in _tables(journal)]
    each = ", ".join(
        fill(name, {"count": count}) for name, count in zip(names, counts, strict=True) if count
    )
    yield fill(said.goes, {"what": each}) if each else said.goes_nothing


def _files(desk: Desk) -> Iterator[str]:
    """Name the damaged files in which nothing can be looked for: they go, whatever is in them."""
    files = unreadable(desk)
    if files:
        yield fill(desk.pack.words.edit.goes_unread, {"files": ", ".join(files)})


def _tables(journal: JournalStore) -> tuple[tuple[Record, ...], ...]:
    return (
        journal.insights(),
        journal.actions(),
        journal.checkins(),
        journal.sessions(),
        journal.ladders(),
        journal.rungs(),
    )


def _cut(dropped: int, limit: int, words: Words) -> tuple[str, ...]:
    return (fill(words.sitting.cut, {"limit": limit, "dropped": dropped}),) if dropped else ()
