"""Lines for paper: headings, paragraphs, points to tick and room to write, 78 columns wide."""

import textwrap
from collections.abc import Iterable, Iterator

from nowwhat.session.typed import shown

WIDTH = 78
"""Columns of a page."""

BLANK = "_" * 30
"""Room for a few words by hand."""


def paragraph(text: str, *, lead: str = "") -> list[str]:
    """Wrap a paragraph.

    Args:
        text: Whatever it holds, nothing in it acts on a terminal.
        lead: What it begins with; the other lines are indented by as much.
    """
    return textwrap.wrap(
        shown(text),
        WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )


def heading(text: str, level: int = 1) -> list[str]:
    """Give a heading, cut to one line, and the empty line behind it."""
    return [textwrap.shorten(f"{'#' * level} {shown(text)}", WIDTH, placeholder=" ..."), ""]


def points(lines: Iterable[str], mark: str = "- ") -> Iterator[str]:
    """Give a list, and the empty line behind it."""
    for line in lines:
        yield from paragraph(line, lead=mark)
    yield ""


def as_it_is(text: str) -> list[str]:
    """Give a line that is to be copied: indented, never wrapped."""
    return ["", f"    {shown(text)}", ""]


def room(lines: int) -> Iterator[str]:
    """Give ruled lines to write on, with space above each."""
    for _ in range(lines):
        yield ""
        yield "_" * WIDTH
    yield ""
