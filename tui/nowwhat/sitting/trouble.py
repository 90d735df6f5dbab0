"""The one calm sentence about a journal that was found damaged."""

from nowwhat.packs.filling import fill
from nowwhat.packs.words import VisitWords
from nowwhat.store.contract import JournalStore


def trouble_line(journal: JournalStore, words: VisitWords) -> str:
    """Say what was done about a damaged journal; empty where none was found by a call so far."""
    trouble = journal.trouble
    if trouble is None:
        return ""
    said = {"file": str(trouble.set_aside), "date": str(trouble.day or "")}
    return fill(words.journal_aside if trouble.day else words.journal_aside_empty, said)
