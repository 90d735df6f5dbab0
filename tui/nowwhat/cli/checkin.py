"""`nowwhat checkin`: what became of an action."""

from typing import Any

import click

from nowwhat.cli.accounting import account, telling
from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings
from nowwhat.session.records import Outcome


@click.command(
    epilog="""\b
Examples:
  nowwhat checkin part --note "dialled, then hung up"
  nowwhat checkin notyet --obstacle "no time alone" --side outside
                              it stays open; the next session makes it smaller
"""
)
@click.argument("outcome", type=click.Choice([str(outcome) for outcome in Outcome]))
@telling
@everywhere
@click.pass_obj
def checkin(around: Surroundings, /, outcome: str, which: int | None, **told: Any) -> int:
    """Account for an action. Any honest answer will do."""
    return account(around, Outcome(outcome), which, **told)
