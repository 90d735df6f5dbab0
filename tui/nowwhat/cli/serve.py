"""`nowwhat serve`: a place to connect to with ssh."""

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.server_options import serving
from nowwhat.cli.surroundings import Surroundings


@click.command(
    epilog="""\b
Examples:
  nowwhat serve --open                          guests; nothing of theirs is kept
  nowwhat serve --authorized-keys people.pub    people whose keys are listed
  nowwhat serve --any-key --host 0.0.0.0        whoever has a key has a folder
  nowwhat serve --check                         what would be exposed
  nowwhat serve --open --facilitators leaders.pub   ssh lead@host opens a room
  nowwhat people list                           who has a folder; more keys; purging

\b
Exit status: 0 stopped by a signal, 2 port or state folder cannot be used.
"""
)
@serving
@click.option(
    "--max-sessions",
    type=click.IntRange(1, 10_000),
    default=200,
    show_default=True,
    help="Sessions at once.",
)
@click.option(
    "--per-address",
    type=click.IntRange(1, 10_000),
    default=50,
    show_default=True,
    help="Sessions at once from one address.",
)
@click.option(
    "--idle-minutes",
    type=click.FloatRange(0.01, 100_000),
    default=60.0,
    show_default=True,
    help="Without a key, until a session is ended.",
)
@click.option("--log-json", is_flag=True, help="One JSON object for each event, on stderr.")
@click.option("--check", is_flag=True, help="Say what would be exposed, and stop.")
@everywhere
@click.pass_obj
def serve(around: Surroundings, /, **options: object) -> int:
    """Serve sessions over SSH: each who connects has a session and a journal of their own."""
    import msgspec  # noqa: PLC0415 - only a server needs any of it

    from nowwhat.cli.serving import Wanted, check_place, serve_until_stopped  # noqa: PLC0415
    from nowwhat.ssh.server import PortError  # noqa: PLC0415 - only a server needs any of it
    from nowwhat.ssh.state import StateError  # noqa: PLC0415

    wanted = msgspec.convert(options, Wanted)
    try:
        if wanted.check:
            for line in check_place(around, wanted):
                click.echo(line, file=around.stdout)
        else:
            serve_until_stopped(around, wanted)
    except (StateError, PortError) as error:
        raise click.ClickException(str(error)) from None
    return 0
