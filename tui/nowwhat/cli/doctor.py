"""`nowwhat doctor`: what this terminal can do, and what was chosen for it; nothing private."""

import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version

import click

from nowwhat import __version__
from nowwhat.cli.mode import NoTerminalError
from nowwhat.cli.options import everywhere
from nowwhat.cli.query import says_whole_frames
from nowwhat.cli.screen import why_lines
from nowwhat.cli.surroundings import Surroundings
from nowwhat.packs.doctor_words import DoctorWords
from nowwhat.packs.filling import fill

_MOST = 40
"""Characters shown of what stands in the environment."""


@click.command()
@everywhere
@click.pass_obj
def doctor(around: Surroundings) -> int:
    """Say what this terminal can do and what was chosen for it."""
    words = around.pack.words.doctor
    for line in _lines(around, words):
        click.echo(line, file=around.stdout)
    return 0


def _lines(around: Surroundings, words: DoctorWords) -> Iterator[str]:
    """List what is found out, a line each."""
    environ = around.environ
    yield fill(
        words.program,
        {
            "version": __version__,
            "python": platform.python_version(),
            "textual": version("textual"),
            "system": platform.system(),
        },
    )
    yield fill(words.terminal, {"term": ", ".join(_terminal(environ, words))})
    yield _size(around, words)
    yield fill(words.output, {"encoding": around.stdout.encoding or words.unknown})
    yield _shown(around, words)
    yield from _look(around, words)
    yield from _painting(environ, words)
    yield words.private


def _terminal(environ: Mapping[str, str], words: DoctorWords) -> Iterator[str]:
    """Give the names that the terminal has, and what it is inside of."""
    yield _clean(environ.get("TERM", "")) or words.unknown
    for name in ("COLORTERM", "TERM_PROGRAM", "NO_COLOR"):
        if environ.get(name):
            yield f"{name}={_clean(environ[name])}"
    for name, said in (
        ("TMUX", words.inside_tmux),
        ("STY", words.inside_screen),
        ("SSH_CONNECTION", words.over_ssh),
    ):
        if environ.get(name):
            yield said  # what stands in these names people and machines


def _clean(value: str) -> str:
    """Keep of a value what names of terminals are made of."""
    return re.sub(r"[^A-Za-z0-9._+-]", "", value)[:_MOST]


def _size(around: Surroundings, words: DoctorWords) -> str:
    from nowwhat.widgets.size_guard import HEIGHT, WIDTH  # noqa: PLC0415 - Textual comes with it

    for descriptor in (2, 1, around.stdin):
        try:
            columns, lines = os.get_terminal_size(descriptor)
        except OSError:
            continue
        size = {"columns": columns, "lines": lines, "width": WIDTH, "height": HEIGHT}
        return fill(words.small if columns < WIDTH or lines < HEIGHT else words.size, size)
    return fill(words.size, {"columns": words.unknown, "lines": words.unknown})


def _shown(around: Surroundings, words: DoctorWords) -> str:
    try:
        why = why_lines(around)
    except NoTerminalError as error:
        return fill(words.shown_not, {"why": str(error)})
    return fill(words.shown_lines, {"why": why}) if why else words.shown_full


def _look(around: Surroundings, words: DoctorWords) -> Iterator[str]:
    """Say colours, light or dark, motion."""
    from nowwhat.cli.terminal import terminal_of  # noqa: PLC0415 - Textual comes with it
    from nowwhat.wire.abilities import palette_and_reason  # noqa: PLC0415 - Rich comes with it

    palette, reason = palette_and_reason(around.environ)
    yield fill(words.colours, {"number": palette.value, "reason": reason})
    preferences = around.preferences
    seems = words.light if terminal_of(around.environ, around.clock).light else words.dark
    chosen = {"": seems, "light": words.light_chosen, "dark": words.dark_chosen}
    yield chosen[preferences.look]
    less = preferences.motion == "less" or around.environ.get("TEXTUAL_ANIMATIONS") == "none"
    yield words.motion_less if less else words.motion_full


def _painting(environ: Mapping[str, str], words: DoctorWords) -> Iterator[str]:
    """Say how it is painted, and with what."""
    from nowwhat.cli.terminal import STOCK  # noqa: PLC0415 - Textual comes with it
    from nowwhat.widgets.painting import moved_hooks  # noqa: PLC0415
    from nowwhat.wire.abilities import abilities_of  # noqa: PLC0415

    answer = says_whole_frames(sys.__stdin__, sys.__stderr__)
    yield {True: words.sync_yes, False: words.sync_no, None: words.sync_silent}[answer]
    moved = moved_hooks()
    if environ.get(STOCK) == "stock":
        yield fill(words.painting_stock, {"reason": STOCK})
    elif moved:
        yield fill(words.painting_moved, {"names": ", ".join(moved)})
    else:
        yield words.painting_wire
        abilities = abilities_of(environ)
        if abilities.erases_in_colour:
            yield words.erases
        if abilities.repeats:
            yield words.repeats
