"""Accounting for an action from the shell, for `done` and `checkin`."""

import click

from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble
from nowwhat.session.records import Action, Batch, CheckIn, Outcome


def account(around: Surroundings, outcome: Outcome, note: str, which: int | None) -> int:
    """Account for an open action.

    Args:
        around: What the command stands in.
        outcome: What became of it. A "not yet" leaves it open; the next session makes it smaller.
        note: Anything to add.
        which: Its number in `nowwhat now --show`, from 1.

    Raises:
        UsageError: Several are open and none is named, or there is none of this number.
    """
    from nowwhat.packs.filling import fill  # noqa: PLC0415
    from nowwhat.session.identity import identify  # noqa: PLC0415 - after the options are known
    from nowwhat.session.typed import NOTE_LIMIT, take  # noqa: PLC0415

    words = around.pack.words
    waiting = around.journal.open_actions()
    tell_of_trouble(around)
    if not waiting:
        click.echo(words.shell.nothing_open, file=around.stdout)
        return 1
    action, now = _which(waiting, which), around.clock.now()
    typed = take(note, NOTE_LIMIT)
    stays = outcome is Outcome.NOT_YET
    checkin = CheckIn(
        id=identify("checkin", now, action.id),
        action=action.id,
        outcome=outcome,
        at=now,
        stays_open=stays,
        note=typed.text,
    )
    around.journal.record(Batch(checkins=(checkin,)))
    said = {"outcome": getattr(words.shell, outcome.value)}
    click.echo(fill(words.shell.checked_in, said), file=around.stdout)
    if stays:
        click.echo(words.shell.stays_open, file=around.stdout)
    if typed.dropped:
        limits: dict[str, str | int] = {"limit": NOTE_LIMIT, "dropped": typed.dropped}
        click.echo(fill(words.sitting.cut, limits), file=around.stdout)
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
