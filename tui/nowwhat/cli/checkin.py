"""`nowwhat checkin`: what became of an action."""

import click

from nowwhat.cli.accounting import account
from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings
from nowwhat.session.records import Outcome


@click.command(
    epilog="""\b
Examples:
  nowwhat checkin part --note "dialled, then hung up"
  nowwhat checkin notyet      it stays open; the next session makes it smaller
"""
)
@click.argument("outcome", type=click.Choice([str(outcome) for outcome in Outcome]))
@click.option("--note", default="", help="Anything you want to add.")
@click.option("--which", type=int, help="Its number in `nowwhat now --show`.")
@everywhere
@click.pass_obj
def checkin(around: Surroundings, outcome: str, note: str, which: int | None) -> int:
    """Account for an action. Any honest answer will do."""
    return account(around, Outcome(outcome), note, which)
