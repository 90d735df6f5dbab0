"""An order that is drawn once: a number for each thing, by a salt, that tells nothing about it."""

from hashlib import blake2b

_BYTES = 6
"""So many that two are hardly ever the same, and that JSON holds it exactly in any language."""


def lot(salt: int, number: int) -> int:
    """Draw the lot of one thing: the same for the same salt, without it nobody's guess.

    Args:
        salt: From a source that nobody can guess; 64 bits of it count.
        number: Which thing it is, from 0.
    """
    key = (salt % 2**64).to_bytes(8, "big")
    return int.from_bytes(blake2b(b"%d" % number, digest_size=_BYTES, key=key).digest(), "big")
