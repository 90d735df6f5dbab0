"""What turns one screen into another, in the fewest bytes."""

from collections import Counter
from collections.abc import Mapping, Sequence

from nowwhat.wire.abilities import Abilities
from nowwhat.wire.brush import Brush, Hand
from nowwhat.wire.cell import Cell
from nowwhat.wire.changes import changes
from nowwhat.wire.grid import Grid, Row
from nowwhat.wire.moves import At

_MUCH = 0.4
"""Part of the screen from which on it is asked whether to begin with an empty one is shorter."""


def difference(
    shown: Grid, wanted: Mapping[int, Row], cursor: At, hand: Hand, abilities: Abilities
) -> tuple[str, Hand]:
    """Say what has to be written.

    Args:
        shown: What the terminal shows.
        wanted: The rows that may be different, by their numbers.
        cursor: Where the cursor is to be at the end.
        hand: How the terminal stands.
        abilities: What it can do.

    Returns:
        What is to be written, and how the terminal stands then.
    """
    rows = {y: (row, changes(shown.rows[y], row)) for y, row in sorted(wanted.items())}
    many = sum(end - start for _, spans in rows.values() for start, end in spans)
    brush = Brush(hand, abilities, shown.width)
    for y, (row, spans) in rows.items():
        brush.row(y, row, spans)
    brush.go(cursor)
    if many >= _MUCH * shown.width * shown.height:
        cleared = _from_nothing(shown, wanted, cursor, hand, abilities)
        if cleared is not None and len(cleared.said) < len(brush.said):
            brush = cleared
    return brush.said, brush.hand


def _from_nothing(
    shown: Grid, wanted: Mapping[int, Row], cursor: At, hand: Hand, abilities: Abilities
) -> Brush | None:
    """Clear the screen and write what is not blank; None where that cannot be done."""
    rows = [wanted.get(y, row) for y, row in enumerate(shown.rows)]
    ground = _ground(rows, abilities)
    if ground is None:
        return None
    brush = Brush(hand, abilities, shown.width)
    brush.clear(ground)
    empty: Row = [ground] * shown.width
    for y, row in enumerate(rows):
        brush.row(y, row, changes(empty, row))
    brush.go(cursor)
    return brush


def _ground(rows: Sequence[Row], abilities: Abilities) -> Cell | None:
    """Find the blank that fills most of the screen; None where a screen cannot be cleared to it."""
    counted: Counter[Cell] = Counter()
    for row in rows:
        if None in row:
            return None
        last = row[-1]
        if last is not None and last.text == " ":
            counted[last] += row.count(last)
    for ground, _ in counted.most_common(1):
        pen = ground.pen
        if not pen.marks and not pen.link and (not pen.bg or abilities.erases_in_colour):
            return ground
    return None
