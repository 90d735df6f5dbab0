"""`nowwhat done`: an action is done."""

import click

from nowwhat.cli.accounting import account
from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings
from nowwhat.session.records import Outcome


@click.command()
@click.option("--note", default="", help="Anything you want to add.")
@click.option("--which", type=int, help="Its number in `nowwhat now --show`.")
@everywhere
@click.pass_obj
def done(around: Surroundings, note: str, which: int | None) -> int:
    """Account for an action: it is done."""
    return account(around, Outcome.DONE, note, which)
