"""What can go wrong between the program and the disk, each with what to do about it."""

import os
from errno import EDQUOT, EIO, ENOSPC, EROFS
from pathlib import Path

_ADVICE = {
    ENOSPC: "Free some space on that disk, then try again.",
    EDQUOT: "Free some of your quota on that disk, then try again.",
    EROFS: "Make that disk writable, or choose another folder with --data-dir.",
    EIO: "Check that the disk is connected and sound, then try again.",
}


def _advice(number: int) -> str:
    return _ADVICE.get(number, "Check that disk and folder, then try again.")


class StoreError(Exception):
    """Anything that keeps the store from doing what it was asked."""


class UnusableFolderError(StoreError):
    """The data folder cannot be had: a file in its place, no permission, not to be made.

    Attributes:
        folder: The folder.
        errno: What the system said.
    """

    def __init__(self, folder: Path, number: int) -> None:
        self.folder, self.errno = folder, number
        super().__init__(
            f"{folder} cannot be used to keep a journal ({os.strerror(number)}). "
            "Choose another folder with --data-dir, or put its permissions right."
        )


class NewerFormatError(StoreError):
    """A newer nowwhat wrote this journal. Nothing was written and nothing moved.

    Attributes:
        path: The journal's file.
        found: The format number in it.
        known: The newest that this program knows.
    """

    def __init__(self, path: Path, found: int, known: int) -> None:
        self.path, self.found, self.known = path, found, known
        super().__init__(
            f"{path} is of format {found}, and this nowwhat knows formats up to {known}. "
            "Update nowwhat to open it; nothing was changed."
        )


class LockedError(StoreError):
    """Another program holds the journal or the draft.

    Attributes:
        path: The lock's file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"{path} is held by another nowwhat. Finish or leave that one, then try again."
        )


class NoLocksError(StoreError):
    """The folder stands on a mount that has no working locks.

    Attributes:
        path: The lock's file.
        errno: What the system said.
    """

    def __init__(self, path: Path, number: int) -> None:
        self.path, self.errno = path, number
        super().__init__(
            f"{path.parent} stands on a mount without working locks ({os.strerror(number)}), so "
            "two programs could overwrite each other. Choose a folder on a local disk with "
            "--data-dir."
        )


class NotSavedError(StoreError):
    """What was to be saved is not; all that was saved before still stands.

    Attributes:
        path: The file.
        errno: What the system said.
    """

    def __init__(self, path: Path, number: int) -> None:
        self.path, self.errno = path, number
        super().__init__(
            f"{path} could not be saved ({os.strerror(number)}); what was saved before still "
            f"stands. {_advice(number)}"
        )


class NotReadError(StoreError):
    """A file is there, and the disk does not give it out. Nothing was changed.

    Attributes:
        path: The file.
        errno: What the system said.
    """

    def __init__(self, path: Path, number: int) -> None:
        self.path, self.errno = path, number
        super().__init__(
            f"{path} could not be read ({os.strerror(number)}); nothing was changed. "
            f"{_advice(number)}"
        )


class MissingRecordError(StoreError):
    """The journal has no record of this id, or none any more."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"There is no entry {key} in the journal any more.")


class MissingDraftError(StoreError):
    """There is no such draft: it was finished, put away, or never saved."""

    def __init__(self, draft_id: str) -> None:
        self.draft_id = draft_id
        super().__init__(f"There is no draft {draft_id} any more. Begin a new session.")


class TakenDraftError(StoreError):
    """A draft of this id exists already."""

    def __init__(self, draft_id: str) -> None:
        self.draft_id = draft_id
        super().__init__(f"A draft {draft_id} exists already. Resume it, or choose another id.")


class DamagedDraftError(StoreError):
    """The codec cannot make sense of a draft's file."""

    def __init__(self, draft_id: str) -> None:
        self.draft_id = draft_id
        super().__init__(f"The draft {draft_id} is damaged. Set it aside, and begin a new session.")
