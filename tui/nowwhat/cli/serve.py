"""`nowwhat serve`: a place to connect to with ssh."""

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from nowwhat.ssh.house import House
    from nowwhat.ssh.limits import Limits


@click.command(
    epilog="""\b
Examples:
  nowwhat serve --open                           guests; nothing of theirs is kept
  nowwhat serve --authorized-keys people.pub     people whose keys are listed
  nowwhat serve --any-key --host 0.0.0.0         whoever has a key has a folder
  nowwhat serve --check                          what would be exposed
"""
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=2222, show_default=True, help="0 picks one."
)
@click.option(
    "--state",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default=None,
    help="Host key and journals; by default below the data folder.",
)
@click.option(
    "--authorized-keys",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default=None,
    help="Keys that may enter; by default authorized_keys in the state folder.",
)
@click.option("--any-key", is_flag=True, help="Whoever has a key has a folder of their own.")
@click.option("--open", "guests", is_flag=True, help="Everybody else is a guest.")
@click.option("--max-sessions", type=click.IntRange(1, 10_000), default=200, show_default=True)
@click.option(
    "--per-address",
    type=click.IntRange(1, 10_000),
    default=50,
    show_default=True,
    help="Sessions from one address.",
)
@click.option(
    "--idle-minutes",
    type=click.FloatRange(0.01, 100_000),
    default=60.0,
    show_default=True,
    help="Without a key, until a session is ended.",
)
@click.option("--log-json", is_flag=True, help="One JSON object for each event.")
@click.option("--check", is_flag=True, help="Say what would be exposed, and stop.")
@everywhere
@click.pass_obj
def serve(  # noqa: PLR0917 - click gives them by name
    around: Surroundings,
    host: str,
    port: int,
    state: Path | None,
    authorized_keys: Path | None,
    any_key: bool,  # noqa: FBT001 - click gives it so
    guests: bool,  # noqa: FBT001
    max_sessions: int,
    per_address: int,
    idle_minutes: float,
    log_json: bool,  # noqa: FBT001
    check: bool,  # noqa: FBT001
) -> int:
    """Serve sessions over SSH: each who connects has a session and a journal of their own."""
    from nowwhat.ssh.limits import Limits  # noqa: PLC0415 - only a server needs any of it

    limits = Limits(sessions=max_sessions, per_address=per_address, idle=idle_minutes * 60)
    folder = state or around.paths.data / "server"
    house = _furnish(
        around, folder, authorized_keys, limits, any_key=any_key, guests=guests, log_json=log_json
    )
    del check
    asyncio.run(_serve(house, host, port))
    return 0


def _furnish(
    around: Surroundings,
    folder: Path,
    keys: Path | None,
    limits: "Limits",
    *,
    any_key: bool,
    guests: bool,
    log_json: bool,
) -> "House":
    from nowwhat.cli.clock import SystemClock  # noqa: PLC0415 - only a server needs any of it
    from nowwhat.cli.mishap import outline  # noqa: PLC0415
    from nowwhat.cli.session import DEFAULT  # noqa: PLC0415
    from nowwhat.ssh.access import Access  # noqa: PLC0415
    from nowwhat.ssh.clock import HouseClock  # noqa: PLC0415
    from nowwhat.ssh.house import House  # noqa: PLC0415
    from nowwhat.ssh.log import Log, silence  # noqa: PLC0415
    from nowwhat.ssh.served import read_all  # noqa: PLC0415
    from nowwhat.ssh.state import State  # noqa: PLC0415

    place = State(folder)
    place.prepare()
    read_all(around.pack)
    silence()
    os.environ.pop("NO_COLOR", None)  # the server's wish; each who connects has their own
    clock = HouseClock()
    return House(
        place,
        Access(place, keys or place.authorized_keys, any_key=any_key, guests=guests),
        around.pack,
        limits=limits,
        log=Log(sys.stderr, clock, outline, as_json=log_json),
        clock=clock,
        zone=SystemClock(around.environ).now().zone,
        script=DEFAULT,
    )


async def _serve(house: "House", host: str, port: int) -> None:
    from nowwhat.ssh.server import Server  # noqa: PLC0415

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with Server(house, host, port) as server:
        click.echo(f"Connect with: ssh -p {server.port} {host}")
        click.echo(f"Host key: {server.fingerprint} (ssh-ed25519)")
        sys.stdout.flush()
        await stop.wait()
