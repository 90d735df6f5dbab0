"""Codes of words: easy to say across a table, and compared so that nothing tells of a near miss."""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from hmac import compare_digest
from typing import Final
from unicodedata import normalize

ROOM_WORDS: Final = 3
"""Words of a room's code. Of 512 words these are 27 bits: with `Tries` as it stands, somebody who
does nothing else for four hours finds a room by 1 chance in 160,000, as little as with a code of 40
bits that may be tried 450 times a second."""

LEADER_WORDS: Final = 5
"""Words of a code that lets somebody lead: 45 bits. Of another length than a room's, so that it is
never one."""

Choose = Callable[[Sequence[str]], str]
"""Chooses one so that nobody can guess which, as `secrets.choice` does."""


def room_code(words: Sequence[str], choose: Choose, taken: Iterable[str] = ()) -> str:
    """Draw the code of a room.

    Args:
        words: What it is made of, 512 or more.
        choose: Chooses a word.
        taken: Codes that other rooms have.
    """
    return _drawn(words, choose, ROOM_WORDS, taken)


def leader_code(words: Sequence[str], choose: Choose, taken: Iterable[str] = ()) -> str:
    """Draw the code that lets a co-facilitator in; as `room_code`."""
    return _drawn(words, choose, LEADER_WORDS, taken)


def same(said: str, code: str) -> bool:
    """Say whether this is the code, in small letters or large, with dashes, spaces or neither.

    It takes as long for what is nearly right as for what is not at all.
    """
    return compare_digest(_digest(said), _digest(code))


def found(said: str, codes: Iterable[str]) -> str | None:
    """Find the code that is meant; every one is looked at, whichever it is."""
    meant = None
    for code in codes:
        if same(said, code):
            meant = code
    return meant


def _drawn(words: Sequence[str], choose: Choose, count: int, taken: Iterable[str]) -> str:
    there = {folded(code) for code in taken}
    while True:
        code = "-".join(choose(words) for _ in range(count))
        if folded(code) not in there:
            return code


def folded(text: str) -> str:
    """Give of a code what counts when it is compared: letters and digits, small."""
    return "".join(filter(str.isalnum, normalize("NFKC", text.casefold())))


def _digest(text: str) -> bytes:
    return sha256(folded(text).encode("utf-8", "replace")).digest()
