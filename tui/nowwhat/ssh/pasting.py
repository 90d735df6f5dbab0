"""A limit to what is pasted: what lies beyond it never reaches the session."""

_BEGIN, _END = b"\x1b[200~", b"\x1b[201~"
"""Around a paste (xterm's bracketed paste)."""


class PasteLimit:
    """Lets input through, of each paste no more than so many bytes."""

    def __init__(self, most: int) -> None:
        """Let `most` bytes of a paste through."""
        self._most = most
        self._left = -1
        self._held = b""
        self._gone = 0

    def take(self, data: bytes) -> bytes:
        """Take what came and give what is let through."""
        data, self._held = self._held + data, b""
        gone, self._gone = self._gone, 0
        through = []
        while data:
            mark = _END if self._pasting else _BEGIN
            at = data.find(mark)
            if at >= 0:
                through += [self._some(data[:at]), mark]
                data = data[at + len(mark) :]
                self._left = -1 if self._pasting else self._most
                continue
            keep = _begun(data, mark)
            self._held = data[len(data) - keep :]
            # An escape alone is a key, let through at once; it may begin a paste all the same.
            lone = int(keep == 1 and not self._pasting)
            through.append(self._some(data[: len(data) - keep + lone]))
            self._gone = max(lone, gone if keep == len(data) else 0)
            data = b""
        return b"".join(through)[gone:]

    @property
    def _pasting(self) -> bool:
        return self._left >= 0

    def _some(self, data: bytes) -> bytes:
        if not self._pasting:
            return data
        some, self._left = data[: self._left], max(0, self._left - len(data))
        return some


def _begun(data: bytes, mark: bytes) -> int:
    """Count the bytes at the end of `data` with which a mark may have begun."""
    return next((n for n in range(len(mark) - 1, 0, -1) if data.endswith(mark[:n])), 0)
