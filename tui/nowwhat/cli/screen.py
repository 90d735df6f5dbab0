"""Opening the full screen on the streams, and leaving it with the right exit status."""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import TYPE_CHECKING

import click

from nowwhat.cli.mode import NoTerminalError, Streams, why_plain
from nowwhat.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from nowwhat.group.walking import Led
    from nowwhat.screens.entrance import Entrance

_BUG = 70


def why_lines(around: Surroundings) -> str:
    """Say why it is to be line mode; empty where the full screen can be shown.

    Raises:
        NoTerminalError: stdin is no terminal, and nobody asked for line mode.
    """
    if around.lines is not None:
        return "line mode is open"
    out = around.stdout
    streams = Streams(
        stdin_is_terminal=os.isatty(around.stdin),
        stderr_is_terminal=os.isatty(2),
        stdout_is_terminal=out.isatty(),
        encoding=out.encoding or "utf-8",
    )
    return why_plain(around.environ, streams, asked=around.plain)


def need_screen(around: Surroundings, what: str) -> None:
    """End with one line where a command that needs the full screen has none.

    Raises:
        ClickException: There is none; its message says why.
    """
    try:
        why = why_lines(around)
    except NoTerminalError:
        why = "standard input is no terminal"
    if why:
        raise click.ClickException(f"{what} needs a full screen, and here is none: {why}")


def show(
    around: Surroundings,
    entrance: "Entrance",
    *,
    led: "Led | None" = None,
    beside: AbstractAsyncContextManager[None] | None = None,
) -> int:
    """Show the full screen until the person leaves it.

    Args:
        around: What the command stands in.
        entrance: Where they come in.
        led: The walk that is shown, or whose notes are.
        beside: What is open in the screen's loop as long as it runs.

    Returns:
        The exit status.
    """
    with _offline():
        from nowwhat.app import NowWhat  # noqa: PLC0415 - a hundred milliseconds, not for lines
    from nowwhat.cli.living import collect_rubbish, live  # noqa: PLC0415
    from nowwhat.cli.logbook import keep_log  # noqa: PLC0415
    from nowwhat.cli.mishap import tell_of_mishap  # noqa: PLC0415
    from nowwhat.cli.terminal import terminal_of, wire_of  # noqa: PLC0415

    if around.content is not None:  # what is shipped is proven; it loads after the first paint
        around.ready_coach()
    keep_log(around.paths.data)
    app = NowWhat(
        around.desk(),
        entrance,
        terminal=terminal_of(around.environ, around.clock),
        painter=wire_of(around.environ),
        folder=around.paths.data,
        mishap=lambda error: tell_of_mishap(error, around),
        ready=collect_rubbish,
        led=led,
    )
    parting = live(app, beside)
    _let_go_of_dead_streams()
    if app.failed:
        click.echo(f"nowwhat: {app.sentence}", err=True)
        return _BUG
    if parting is None:
        return app.return_code or 0
    for line in parting.lines:
        click.echo(line, file=around.stdout)
    return parting.status


@contextmanager
def _offline() -> Iterator[None]:
    """Let asyncio be imported as where Python has no TLS: a screen speaks to its terminal alone.

    Loading OpenSSL would be a thirtieth of the time to the first paint.
    """
    held = sys.modules.keys().isdisjoint({"ssl", "asyncio"})
    if held:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # an import of it fails
    try:
        yield
    finally:
        if held:
            del sys.modules["ssl"]


def _let_go_of_dead_streams() -> None:
    """A terminal that is gone takes no last words: or the interpreter's end would be about them."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
