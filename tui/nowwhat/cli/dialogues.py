"""Laying the line between a person and line mode: the streams, and the word that says why."""

import gc
import shutil
from typing import TYPE_CHECKING

import click

from nowwhat.cli.screen import why_lines
from nowwhat.cli.surroundings import Surroundings
from nowwhat.plain.lines import StreamLines

if TYPE_CHECKING:
    from nowwhat.session.state import Ending


def open_lines(around: Surroundings) -> StreamLines:
    """Open line mode on the streams, once.

    Raises:
        NoTerminalError: stdin is no terminal, and nobody asked for line mode.
    """
    if around.lines is None:
        around.lines = _opened(around)
    return around.lines


def _opened(around: Surroundings) -> StreamLines:
    out, why = around.stdout, why_lines(around)
    gc.enable()  # see `cli.main`
    if why and not around.plain:
        click.echo(f"nowwhat: line mode, because {why}", err=True)
    return StreamLines(
        around.stdin, out, around.clock, width=shutil.get_terminal_size((80, 24)).columns - 1
    )


def status_of(ending: "Ending") -> int:
    """Turn how a sitting ended into an exit status."""
    return 3 if ending == "left" else 0
