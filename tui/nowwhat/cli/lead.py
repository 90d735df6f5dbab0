"""`nowwhat lead`: a room that others join with ssh, led from this terminal; or a rehearsal."""

from pathlib import Path

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.server_options import serving
from nowwhat.cli.surroundings import Surroundings

DEFAULT = "group"


@click.command(
    epilog="""\b
Examples:
  nowwhat lead                               try it out: this machine alone can join
  nowwhat lead --host 0.0.0.0                a room for everybody in this network
  nowwhat lead --facilitators leaders.pub    these keys may lead, too: ssh lead@host
  nowwhat lead --rehearse 12                 the hour alone, with simulated people
  nowwhat lead --rehearse 25 --speed 10      an hour in six minutes

\b
Exit status: 0 the room was closed, 2 port or state folder cannot be used,
or it is served already.
"""
)
@click.argument("script", required=False, default="")
@serving
@click.option(
    "--most",
    type=click.IntRange(2, 1000),
    default=200,
    show_default=True,
    help="People in the room.",
)
@click.option(
    "--log",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default=None,
    help="Write events there, as numbers; else nowhere.",
)
@click.option(
    "--rehearse",
    metavar="N",
    type=click.IntRange(1, 200),
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
    /,
    script: str,
    rehearse: int | None,
    speed: float | None,
    seed: int | None,
    **options: object,
) -> int:
    """Lead a group through SCRIPT, each at their own terminal; the console is in this one.

    SCRIPT is the group's own unless another is named.
    """
    if rehearse is not None:
        from nowwhat.cli.rehearsing import rehearsed  # noqa: PLC0415 - see `rehearsed`

        return rehearsed(around, script or DEFAULT, rehearse, speed or 1.0, seed)
    if speed is not None or seed is not None:
        raise click.UsageError("--speed and --seed go with --rehearse")
    import msgspec  # noqa: PLC0415 - only a server needs any of it

    from nowwhat.cli.leading import LeadWanted, lead_until_closed  # noqa: PLC0415
    from nowwhat.ssh.server import PortError  # noqa: PLC0415
    from nowwhat.ssh.state import StateError  # noqa: PLC0415

    try:
        return lead_until_closed(around, script, msgspec.convert(options, LeadWanted))
    except (StateError, PortError) as error:
        raise click.ClickException(str(error)) from None
