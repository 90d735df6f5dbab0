"""Parking an insight: kept for the next session, outside any sitting."""

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.session.identity import identify
from nowwhat.session.moment import Moment
from nowwhat.session.records import Batch, Insight
from nowwhat.session.typed import NOTE_LIMIT, take
from nowwhat.store.contract import JournalStore


def park(raw: str, journal: JournalStore, now: Moment, words: Words) -> tuple[str, ...]:
    """Keep an insight; gives what is said to it, nothing where there were no words.

    Raises:
        StoreError: It could not be kept.
    """
    typed = take(raw, NOTE_LIMIT)
    if not typed.text:
        return ()
    name = identify("insight", now, typed.text)
    journal.record(Batch(insights=(Insight(name, typed.text, now, origin="parked"),)))
    if not typed.dropped:
        return (words.shell.parked,)
    limits: dict[str, str | int] = {"limit": NOTE_LIMIT, "dropped": typed.dropped}
    return (words.shell.parked, fill(words.sitting.cut, limits))
