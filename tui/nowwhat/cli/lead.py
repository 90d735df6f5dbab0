"""`nowwhat lead`: a room that a facilitator leads, or a rehearsal of one."""

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings

DEFAULT = "group"
MOST_PEOPLE = 200


@click.command(
    epilog="""\b
Examples:
  nowwhat lead --rehearse 12              the whole hour, alone, with simulated people
  nowwhat lead --rehearse 25 --speed 10   an hour in six minutes
"""
)
@click.argument("script", required=False, default="")
@click.option(
    "--rehearse",
    metavar="N",
    type=click.IntRange(1, MOST_PEOPLE),
    default=None,
    help="Practise alone, with N simulated people; no server.",
)
@click.option(
    "--speed",
    type=click.FloatRange(1, 20),
    default=None,
    metavar="X",
    help="With --rehearse: how much faster time goes.",
)
@click.option(
    "--seed", metavar="N", type=int, default=None, help="With --rehearse: the same people again."
)
@everywhere
@click.pass_obj
def lead(
    around: Surroundings,
    script: str,
    rehearse: int | None,
    speed: float | None,
    seed: int | None,
) -> int:
    """Lead a group through SCRIPT, each at their own terminal.

    SCRIPT is the group's own unless another is named.
    """
    if rehearse is None:
        raise click.UsageError("say --rehearse N; for people on paper: nowwhat walk")
    from nowwhat.cli.rehearsing import rehearsed  # noqa: PLC0415 - see `rehearsed`

    return rehearsed(around, script or DEFAULT, rehearse, speed or 1.0, seed)
