"""The options that every command has, before and behind its name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from nowwhat import __version__
from nowwhat.cli.surroundings import Surroundings

F = TypeVar("F", bound=Callable[..., Any])  # Any: a command takes what its options say


class _Folder(click.Path):
    """A folder that has a name; an empty one is a slip of the shell, not the folder one is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("a folder has a name, and this one is empty", param, ctx)
        return super().convert(value, param, ctx)


def everywhere(command: F) -> F:
    """Give a command the options that stand everywhere; they end up in its `Surroundings`."""
    options = (
        click.option("--plain", is_flag=True, expose_value=False, callback=_set("plain"),
                     help="Line mode: one question at a time, nothing repainted."),
        click.option("--lang", metavar="LANG", expose_value=False, callback=_set("lang"),
                     help="Language of the words."),
        click.option("--data-dir", metavar="DIR", type=_Folder(path_type=Path),
                     expose_value=False, callback=_set("data_dir"),
                     help="Keep journal, drafts and choices in this folder."),
        click.option("--content", metavar="DIR", type=_Folder(path_type=Path),
                     expose_value=False, callback=_set("content"),
                     help="Take the words from this folder."),
        click.version_option(__version__, message="nowwhat %(version)s"),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def _set(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(context: click.Context, _: click.Parameter, value: Any) -> None:
        around = context.find_object(Surroundings)
        if around is not None and value:
            setattr(around, name, value)

    return callback
