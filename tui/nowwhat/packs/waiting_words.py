"""What is said to somebody who waits for their room: a table of `interface.toml`."""

from nowwhat.packs.shapes import Shape


class WaitingWords(Shape, frozen=True, kw_only=True):
    """Nothing is asked now: `before` the first stop, then `ask` behind what was answered."""

    before: str
    ask: str
    hint: str
    left_open: str
