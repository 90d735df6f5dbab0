"""What somebody needs who joins a room by a terminal, on a slip of paper."""

from collections.abc import Iterator
from typing import NamedTuple

from nowwhat.packs.filling import fill
from nowwhat.packs.sheet_words import SlipWords
from nowwhat.plain.paper import BLANK, as_it_is, heading, paragraph


class Joining(NamedTuple):
    """Where to; what is empty is filled in by hand.

    Attributes:
        host: Name or address.
        port: From 1 to 65535.
        code: Of the room.
        fingerprint: Of the host key, as ssh shows it.
    """

    host: str = ""
    port: int = 2222
    code: str = ""
    fingerprint: str = ""

    def command(self, words: SlipWords, suffix: str = "") -> str:
        """Write the line to connect with."""
        return f"ssh -p {self.port} {self.code or words.code}{suffix}@{self.host or words.host}"


def join_slip(title: str, joining: Joining, words: SlipWords) -> Iterator[str]:
    """Print the slip.

    Args:
        title: Of what is joined.
        joining: Where to.
        words: The pack's.
    """
    blank = {"blank": BLANK}
    yield from heading(fill(words.title, {"title": title}))
    yield from paragraph(words.open)
    yield from as_it_is(joining.command(words))
    if not (joining.host and joining.code):
        yield from paragraph(fill(words.to_fill, blank))
        yield ""
    yield from paragraph(words.asked)
    yield from as_it_is(joining.fingerprint or fill(words.to_copy, blank))
    for line in (words.yes, words.changed, words.password, words.name):
        yield from paragraph(line)
        yield ""
    yield from paragraph(words.lines)
    yield from as_it_is(joining.command(words, "+plain"))
    for line in (words.dropped, words.paper, words.privacy):
        yield from paragraph(line)
        yield ""
