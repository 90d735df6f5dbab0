"""The seam between plain bytes and what stands on the disk, for encryption to come."""

from typing import Protocol


class Codec(Protocol):
    """Turns bytes into the bytes that are stored, and back.

    `decode(encode(data)) == data`. A codec with a key has errors of its own for a wrong key;
    they pass through the store untouched, so that a wrong key never passes for damage.
    """

    def encode(self, data: bytes, /) -> bytes:
        """Turn what is to be kept into what is stored."""
        ...

    def decode(self, data: bytes, /) -> bytes:
        """Turn what is stored back.

        Raises:
            ValueError: This is nothing that `encode` gave: the file is damaged.
        """
        ...


class Plain:
    """Stores bytes as they are."""

    def encode(self, data: bytes, /) -> bytes:
        """Give the bytes back."""
        return data

    def decode(self, data: bytes, /) -> bytes:
        """Give the bytes back."""
        return data


PLAIN = Plain()
