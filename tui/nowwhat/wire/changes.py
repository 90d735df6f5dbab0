"""Where two rows differ: whole clusters, and whole runs of letters that terminals draw together."""

from nowwhat.wire.cell import Cell
from nowwhat.wire.grid import Row

Span = tuple[int, int]
"""The first cell, and the one behind the last."""


def changes(before: Row, after: Row) -> list[Span]:
    """List where a row has to be written again, from the left; the spans do not touch."""
    if before == after:
        return []
    spans: list[Span] = []
    x, width = 0, len(after)
    while x < width:
        if _same(before[x], after[x]):
            x += 1
            continue
        start, end = x, x + 1
        while end < width and not _same(before[end], after[end]):
            end += 1
        start, end = _whole(before, after, start, end)
        if spans and start <= spans[-1][1]:
            start = spans.pop()[0]
        spans.append((start, end))
        x = end
    return spans


def _same(one: Cell | None, other: Cell | None) -> bool:
    return one is other or one == other


def _whole(before: Row, after: Row, start: int, end: int) -> Span:
    """Widen a span until no cluster is torn by it, in what was there and in what comes."""
    width = len(after)
    while start > 0 and _belongs(before, after, start):
        start -= 1
    x = start
    while x < end or (x < width and _belongs(before, after, x)):
        end = max(end, x + 1)
        cell = after[x]
        if cell is not None and cell.spill > 0:
            end = min(width, max(end, x + cell.width + cell.spill))
        x += 1
    return start, end


def _belongs(before: Row, after: Row, x: int) -> bool:
    """Say whether this cell is drawn together with the one on its left."""
    return any(
        (cell := row[x]) is not None
        and (not cell.width or (cell.joins and (left := row[x - 1]) is not None and left.joins))
        for row in (before, after)
    )
