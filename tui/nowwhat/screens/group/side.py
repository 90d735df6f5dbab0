"""The agenda of a room with its minutes, what is open marked; and its board, and lines of words."""

from collections.abc import Iterator

from textual.content import Content

from nowwhat.group.agenda import title_of
from nowwhat.group.views import FacilitatorView
from nowwhat.packs.console_words import ConsoleWords
from nowwhat.session.script import Script

WIDTH = 30
"""Cells of a title."""

_LABEL = 40
"""Characters that what stands before a colon has at most, to be what the rest is for."""

_PAST, _HERE, _HEAD = "$foreground-muted", "bold", "$secondary"

Row = tuple[str, str]
"""A row, and its style."""


def agenda_rows(view: FacilitatorView, script: Script, words: ConsoleWords) -> Iterator[Row]:
    """List the stops, each with the minutes planned and taken."""
    yield f"  {words.agenda:<{WIDTH}}{words.planned:>5}{words.actual:>6}", _HEAD
    at = view.pacing.at
    for number, stop in enumerate(view.agenda):
        here = number == at and view.phase != "over"
        title = title_of(script.step(stop.step))
        title = title if len(title) < WIDTH else f"{title[: WIDTH - 2]}…"
        taken = f"{stop.actual:.0f}" if number <= at else ""
        row = f"{'▸' if here else ' '} {title:<{WIDTH}}{stop.planned:>5.0f}{taken:>6}"
        yield row, _HERE if here else _PAST if number < at else ""
    planned = sum(each.planned for each in view.agenda)
    actual = sum(each.actual for each in view.agenda)
    yield f"  {words.whole:<{WIDTH}}{planned:>5.0f}{actual:>6.0f}", _HEAD


def board_rows(view: FacilitatorView, words: ConsoleWords) -> Iterator[Row]:
    """List what all may see of what was shared."""
    if not (view.sharing or view.board):
        return
    yield "", ""
    yield f"  {words.board}", _HEAD
    shown = [each for each in view.board if not each.hidden]
    for item in shown:
        yield f"  {item.name}: {item.text}" if item.name else f"  {item.text}", ""
    if not shown:
        yield f"  {words.board_empty}", _PAST


def written(rows: Iterator[Row]) -> Content:
    """Write rows below each other."""
    lines = [Content.styled(text, style) if style else Content(text) for text, style in rows]
    return Content("\n").join(lines)


def labelled(label: str, text: str) -> Content:
    """Write a line behind its label; nothing where there is none."""
    return Content.assemble((f"{label}  ", "$secondary"), text) if text else Content("")


def paragraph(text: str) -> Content:
    """Write a paragraph; what it is for, said before a colon, stands out."""
    what, colon, rest = text.partition(":")
    if text.startswith("— "):
        return Content.styled(f"\n{text}", "$secondary")
    if not colon or len(what) > _LABEL:
        return Content(text)
    return Content.assemble((f"{what}:", "$primary"), rest)
