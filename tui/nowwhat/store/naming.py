"""What a draft may be called, so that its id is a safe name for a file."""

import re

from nowwhat.store.aside import is_aside

TRACE = "trace.log"
"""The file in the data folder in which a bug leaves its trace, without a word of the person's."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")


def is_id(draft_id: str) -> bool:
    """Say whether a draft may have this id."""
    return bool(_ID.fullmatch(draft_id)) and not is_aside(draft_id)


def checked(draft_id: str) -> str:
    """Give an id back.

    Raises:
        ValueError: No draft may have it.
    """
    if not is_id(draft_id):
        raise ValueError("a draft's id is made of letters, digits, - and _")
    return draft_id
