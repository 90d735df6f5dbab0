"""Options of every command that serves: where it listens, where things lie, for whom."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def serving(command: F) -> F:
    """Give a command the options of a server; each arrives under its own name."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _file(name: str, what: str) -> Callable[[F], F]:
    # A named file that is not there is a slip; the ones by default may come to be there later.
    kind = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.option(name, metavar="FILE", type=kind, default=None, help=what)


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on."),
    click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=2222,
        show_default=True,
        help="Port to listen on; 0 picks one.",
    ),
    click.option(
        "--state",
        metavar="DIR",
        type=click.Path(path_type=Path),
        default=None,
        help="Host key, listed keys, journals; by default `server` in the data folder.",
    ),
    _file(
        "--authorized-keys",
        "Keys that have a folder here; by default `authorized_keys` in the state folder.",
    ),
    _file("--facilitators", "Keys that may lead; by default `facilitators` in the state folder."),
    click.option("--any-key", is_flag=True, help="Whoever has a key has a folder of their own."),
    click.option(
        "--open", "guests", is_flag=True, help="Whoever has none that is known is a guest."
    ),
)
