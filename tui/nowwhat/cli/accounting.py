"""Accounting for an action from the shell, for `done` and `checkin`."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

import click
import msgspec

from nowwhat.cli.hearing import hear
from nowwhat.cli.stdin import given_bytes
from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble
from nowwhat.session.records import Action, Batch, CheckIn, Outcome

F = TypeVar("F", bound=Callable[..., Any])  # Any: a command takes what its options say

_MOST_BYTES = 1_000_000
"""As much as is read of a note; none is as long."""


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the options tell of an action, as a check-in has it; ratings are 0-10 (SUDS)."""

    note: str = ""
    noticed: str = ""
    happened: str = ""
    obstacle: str = ""
    came_true: Literal["", "yes", "partly", "no"] = ""
    side: Literal["", "inside", "outside"] = ""
    before: int | None = None
    most: int | None = None
    after: int | None = None


def telling(command: F) -> F:
    """Give a command the options that tell what became of an action; they come as keywords."""
    rating = click.IntRange(0, 10)
    options = (
        click.option("--which", type=int, help="Its number in `nowwhat now --show`."),
        click.option("--note", default="", help="Anything you want to add; - is standard input."),
        click.option("--noticed", default="", help="What you noticed, or learnt."),
        click.option("--happened", default="", help="What happened of what you feared."),
        click.option("--came-true", type=click.Choice(["yes", "partly", "no"]),
                     help="Whether what you feared happened."),
        click.option("--obstacle", default="", help="What got in the way."),
        click.option("--side", type=click.Choice(["inside", "outside"]),
                     help="Where that was."),
        click.option("--before", type=rating, help="Discomfort before, 0 to 10."),
        click.option("--most", type=rating, help="Discomfort at its most, 0 to 10."),
        click.option("--after", type=rating, help="Discomfort after, 0 to 10."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def account(around: Surroundings, outcome: Outcome, which: int | None, **told: Any) -> int:
    """Account for an open action.

    Args:
        around: What the command stands in.
        outcome: What became of it. A "not yet" leaves it open; the next session makes it smaller.
        which: Its number in `nowwhat now --show`, from 1.
        told: The fields of `Told`; `Any`, since click gives them so.

    Raises:
        UsageError: Several are open and none is named, or there is none of this number.
    """
    from nowwhat.packs.filling import fill  # noqa: PLC0415 - after the options are known
    from nowwhat.session.identity import identify  # noqa: PLC0415

    words = around.pack.words
    waiting = around.journal.open_actions()
    tell_of_trouble(around)
    if not waiting:
        click.echo(words.shell.nothing_open, file=around.stdout)
        return 1
    action, now = _which(waiting, which), around.clock.now()
    taken, dropped = _taken(_with_stdin(around, _told(told)))
    stays = outcome is Outcome.NOT_YET
    checkin = CheckIn(
        id=identify("checkin", now, action.id),
        action=action.id,
        outcome=outcome,
        at=now,
        stays_open=stays,
        **msgspec.structs.asdict(taken),
    )
    around.journal.record(Batch(checkins=(checkin,)))
    said = {"outcome": getattr(words.shell, outcome.value)}
    click.echo(fill(words.shell.checked_in, said), file=around.stdout)
    if stays:
        click.echo(words.shell.stays_open, file=around.stdout)
    for limits in dropped:
        click.echo(fill(words.sitting.cut, limits), file=around.stdout)
    hear(around, "\n".join(text for text in _texts(taken).values() if text))
    return 0


def _which(waiting: tuple[Action, ...], which: int | None) -> Action:
    if which is None and len(waiting) > 1:
        raise click.UsageError(
            f"{len(waiting)} actions are open; `nowwhat now --show` numbers them: add --which N"
        )
    number = 1 if which is None else which
    if not 1 <= number <= len(waiting):
        raise click.UsageError(f"--which takes a number from 1 to {len(waiting)}, not {number}")
    return waiting[number - 1]


def _told(options: dict[str, Any]) -> Told:
    return Told(**{name: value for name, value in options.items() if value is not None})


def _with_stdin(around: Surroundings, told: Told) -> Told:
    """Read a note from standard input, so that it is in no shell history."""
    if told.note != "-":
        return told
    with given_bytes(around.stdin) as given:
        note = given.read(_MOST_BYTES).decode("utf-8", "replace")
    return msgspec.structs.replace(told, note=note)


def _taken(told: Told) -> tuple[Told, list[dict[str, str | int]]]:
    """Take the texts within their limit; give, too, what is to be said of what lay beyond it."""
    from nowwhat.session.typed import NOTE_LIMIT, take  # noqa: PLC0415 - see `account`

    typed = {field: take(text, NOTE_LIMIT) for field, text in _texts(told).items()}
    cut: list[dict[str, str | int]] = [
        {"limit": NOTE_LIMIT, "dropped": each.dropped} for each in typed.values() if each.dropped
    ]
    return msgspec.structs.replace(told, **{f: each.text for f, each in typed.items()}), cut


def _texts(told: Told) -> dict[str, str]:
    return {
        "note": told.note,
        "noticed": told.noticed,
        "happened": told.happened,
        "obstacle": told.obstacle,
    }
