"""Keeps journals and drafts, so that what was taken is there: the only room that knows TinyDB."""

from nowwhat.store.codec import PLAIN, Codec
from nowwhat.store.contract import Claim, DraftStore, JournalStore, Trouble
from nowwhat.store.drafts import Drafts
from nowwhat.store.errors import (
    DamagedDraftError,
    LockedError,
    MissingDraftError,
    MissingRecordError,
    NewerFormatError,
    NoLocksError,
    NotReadError,
    NotSavedError,
    StoreError,
    TakenDraftError,
    UnusableFolderError,
)
from nowwhat.store.journal import Journal
from nowwhat.store.loose import keep_file
from nowwhat.store.marks import Marks
from nowwhat.store.memory import MemoryDrafts, MemoryJournal
from nowwhat.store.mending import MENDABLE

__all__ = [
    "MENDABLE",
    "PLAIN",
    "Claim",
    "Codec",
    "DamagedDraftError",
    "DraftStore",
    "Drafts",
    "Journal",
    "JournalStore",
    "LockedError",
    "Marks",
    "MemoryDrafts",
    "MemoryJournal",
    "MissingDraftError",
    "MissingRecordError",
    "NewerFormatError",
    "NoLocksError",
    "NotReadError",
    "NotSavedError",
    "StoreError",
    "TakenDraftError",
    "Trouble",
    "UnusableFolderError",
    "keep_file",
]
