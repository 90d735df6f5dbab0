"""Who is at the other end: somebody with a key of theirs, or a guest."""

from base64 import b64decode, b64encode

import msgspec


class Person(msgspec.Struct, frozen=True):
    """Somebody who proved to have a key.

    Attributes:
        id: The SHA-256 of the first key of theirs that was seen here, in hexadecimal; their
            folder has this name.
    """

    id: str


class Guest(msgspec.Struct, frozen=True):
    """Somebody of whom nothing is known, and nothing kept."""


Visitor = Person | Guest


def id_of(fingerprint: str) -> str:
    """Turn a fingerprint as OpenSSH writes it (`SHA256:...`) into a person's id.

    Raises:
        ValueError: It is none.
    """
    kind, _, digest = fingerprint.partition(":")
    raw = b64decode(digest + "=" * (-len(digest) % 4), validate=True)
    if kind != "SHA256" or len(raw) != 32:  # noqa: PLR2004 - the bytes of a SHA-256
        raise ValueError("a fingerprint begins with SHA256: and has 43 characters after it")
    return raw.hex()


def fingerprint_of(person_id: str) -> str:
    """Turn a person's id into a fingerprint as OpenSSH writes it."""
    return "SHA256:" + b64encode(bytes.fromhex(person_id)).decode().rstrip("=")
