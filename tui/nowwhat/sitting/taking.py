"""A journal as a whole: everything that is in it, and what another has that it has not."""

import msgspec

from nowwhat.packs.ledger_words import LedgerWords
from nowwhat.session.records import Batch, records_of
from nowwhat.sitting.prompt import Choice
from nowwhat.store.contract import JournalStore


class Brought(msgspec.Struct, frozen=True):
    """How many records were new, and how many were in the journal already."""

    new: int
    known: int


def forms(words: LedgerWords) -> tuple[Choice, ...]:
    """Offer the forms in which a journal can be taken along, by the names of their kinds."""
    return (
        Choice("md", words.take_md),
        Choice("json", words.take_json),
        Choice("csv", words.take_csv),
        Choice("ics", words.take_ics),
    )


def everything_in(journal: JournalStore) -> Batch:
    """Give all records of a journal, each kind oldest first."""
    return Batch(
        insights=journal.insights(),
        actions=journal.actions(),
        checkins=journal.checkins(),
        sessions=journal.sessions(),
        ladders=journal.ladders(),
        rungs=journal.rungs(),
    )


def bring_in(batch: Batch, journal: JournalStore) -> Brought:
    """Add to a journal what it has not; what it has stays as it is, so that twice is once.

    Raises:
        StoreError: Nothing was added.
    """
    there, given = _ids(everything_in(journal)), _ids(batch)
    journal.record(batch)
    return Brought(new=len(given - there), known=len(given & there))


def _ids(batch: Batch) -> set[str]:
    return {record.id for records in records_of(batch).values() for record in records}
