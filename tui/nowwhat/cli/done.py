"""`nowwhat done`: an action is done."""

from typing import Any

import click

from nowwhat.cli.accounting import account, telling
from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings
from nowwhat.session.records import Outcome


@click.command(
    epilog="""\b
Examples:
  nowwhat done
  nowwhat done --came-true no --before 7 --most 8 --after 4
  nowwhat done --note -      from standard input, so that it is in no shell history
"""
)
@telling
@everywhere
@click.pass_obj
def done(around: Surroundings, /, which: int | None, **told: Any) -> int:  # as `telling` gives it
    """Account for an action: it is done."""
    return account(around, Outcome.DONE, which, **told)
