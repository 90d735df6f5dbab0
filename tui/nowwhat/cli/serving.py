"""What belongs to a process that serves: its loop, its signals, what it says where it was begun."""

import asyncio
import gc
import os
import signal
import sys
from asyncio import TaskGroup
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import msgspec

from nowwhat.cli.clock import SystemClock
from nowwhat.cli.mishap import outline
from nowwhat.cli.session import DEFAULT
from nowwhat.cli.surroundings import Surroundings
from nowwhat.ssh.access import Access
from nowwhat.ssh.algorithms import CIPHERS, KEX, MACS
from nowwhat.ssh.clock import HouseClock
from nowwhat.ssh.house import House
from nowwhat.ssh.key_file import KeyFile
from nowwhat.ssh.limits import Limits
from nowwhat.ssh.log import Log, silence
from nowwhat.ssh.runtime import Tell, serving
from nowwhat.ssh.served import read_all
from nowwhat.ssh.server import Server
from nowwhat.ssh.state import State

_RUBBISH = (10_000, 3, 30_000)
"""When Python looks for rubbish. With the usual thresholds a hundred applications made together are
looked through again and again, half a second each time; with a larger second one, what a hundred
have made since is looked through at once, for as long."""

_LONGEST = 900.0
"""Seconds after which it is tidied also where nobody has gone: screens that were shown in between
are left, with what was written there."""

_LOOK = 10.0
"""Seconds between two looks how many have gone."""

_SOME = 16
"""So many may have gone, and half as many as are here, before it is cleared away."""

STOP = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line asks for; see its options."""

    host: str
    port: int
    state: Path | None
    authorized_keys: Path | None
    facilitators: Path | None
    any_key: bool
    guests: bool
    max_sessions: int
    per_address: int
    idle_minutes: float
    log_json: bool
    check: bool

    @property
    def limits(self) -> Limits:
        """The limits, with those that were named."""
        return Limits(
            sessions=self.max_sessions,
            per_address=self.per_address,
            logins=max(Limits().logins, self.max_sessions // 2),
            idle=self.idle_minutes * 60,
        )


def state_of(around: Surroundings, named: Path | None) -> State:
    """Say where a server keeps what it keeps."""
    return State(named or around.paths.data / "server")


def serve_until_stopped(around: Surroundings, wanted: Wanted) -> None:
    """Serve until a signal asks for the end.

    Raises:
        StateError: The state folder cannot be used.
        PortError: Nothing can listen there.
    """
    state = state_of(around, wanted.state)
    state.prepare()
    silence()
    os.environ.pop("NO_COLOR", None)  # a wish of whoever began this, not of who connects
    read_all(around.pack)
    with serving(state) as tell, asyncio.Runner(loop_factory=fast_loop()) as runner:
        runner.run(_serve(around, wanted, state, tell))


def fast_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Find the faster loop, where it is installed and nobody wants the other."""
    if os.environ.get("NOWWHAT_LOOP") == "asyncio":
        return None
    try:
        import uvloop  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    fast: Callable[[], asyncio.AbstractEventLoop] = uvloop.new_event_loop
    return fast


async def _serve(around: Surroundings, wanted: Wanted, state: State, tell: Tell) -> None:
    clock = HouseClock()
    house = House(
        state,
        _access(state, wanted),
        around.pack,
        limits=wanted.limits,
        log=Log(sys.stderr, clock, outline, as_json=wanted.log_json),
        clock=clock,
        zone=SystemClock(around.environ).now().zone,
        script=DEFAULT,
        facilitators=KeyFile(wanted.facilitators or state.facilitators),
    )
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in STOP:
        loop.add_signal_handler(number, stop.set)
    async with Server(house, wanted.host, wanted.port) as server, TaskGroup() as beside:
        tune_rubbish()
        tell(wanted.host, server.port)
        click.echo(f"Connect with: ssh -p {server.port} {wanted.host}", file=around.stdout)
        click.echo(f"Host key: {server.fingerprint}, ssh-ed25519", file=around.stdout)
        around.stdout.flush()
        tidying = beside.create_task(keep_tidy(house))
        await stop.wait()
        tidying.cancel()


def tune_rubbish() -> None:
    """Look for rubbish seldom, and never through what start-up made."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_RUBBISH)
    gc.enable()


async def keep_tidy(house: House) -> None:
    """Clear away what those left who have gone, now and then.

    An application is a knot of objects that hold one another; with these thresholds nothing else
    finds it. To look takes some milliseconds for each who is here, so it waits until it is worth
    it, or until nobody is; and, since those who stay leave something, too, for so long at most.
    """
    last = house.clock.elapsed()
    while True:
        await asyncio.sleep(_LOOK)
        now = house.clock.elapsed()
        if is_worth_tidying(house.parted, len(house.calls), now - last):
            house.parted, last = 0, now
            gc.collect()


def is_worth_tidying(parted: int, here: int, since: float) -> bool:
    """Say whether so much may have been left that those who are here may wait for a moment.

    Args:
        parted: How many have gone since it was last tidied.
        here: How many are here.
        since: Seconds since then.
    """
    if here and since >= _LONGEST:
        return True
    return parted > 0 and (here == 0 or parted >= _SOME + here // 2)


def _access(state: State, wanted: Wanted) -> Access:
    keys = wanted.authorized_keys or state.authorized_keys
    return Access(state, keys, any_key=wanted.any_key, guests=wanted.guests)


def check_place(around: Surroundings, wanted: Wanted) -> Iterator[str]:
    """Say what would be exposed: to whom, where, how much of it.

    Raises:
        StateError: The state folder cannot be used.
    """
    state, limits = state_of(around, wanted.state), wanted.limits
    state.prepare()
    access = _access(state, wanted)
    yield f"address      {wanted.host} port {wanted.port}, {_reach(wanted.host)}"
    yield from _who(access)
    leaders = KeyFile(wanted.facilitators or state.facilitators).count()
    yield f"leaders      {leaders} listed keys may open a room: ssh lead@..."
    yield f"state        {state.folder} ({_mode(state.folder)})"
    yield f"journals     {state.people} ({_mode(state.people)}), {len(state.ids())} people"
    yield f"host key     {state.host_key} ({_mode(state.host_key)}), ssh-ed25519"
    yield f"key exchange {', '.join(KEX)}"
    yield f"ciphers      {', '.join(CIPHERS)}"
    yield f"macs         {', '.join(MACS)}"
    yield f"sessions     {limits.sessions}, {limits.per_address} from one address"
    yield f"login        {limits.login:g} s, {limits.tries} tries, {limits.logins} at once"
    yield f"idle         {limits.idle / 60:g} min; gone after {_gone(limits):g} s of silence"
    yield f"input        {limits.paste} bytes of a paste, {limits.ahead} ahead"
    yield f"output       {limits.queued} bytes ahead, then held and painted afresh"
    yield "refused      exec, SFTP, scp, ports, agent, X11, passwords"
    yield f"guests kept  {limits.kept / 60:g} min in memory after a dropped line"
    yield f"rooms        {limits.room / 3600:g} h in memory; {limits.entry / 60:g} min at the door"


def _reach(host: str) -> str:
    if host in ("127.0.0.1", "::1", "localhost"):
        return "this machine alone"
    return "every network this machine is in" if host in ("", "0.0.0.0", "::") else "that network"  # noqa: S104


def _who(access: Access) -> Iterator[str]:
    yield f"people       {access.listed()} listed keys in {access.keys}"
    yield f"further keys {access.further()}"
    yield f"any key      {'enters, with a folder of its own' if access.any_key else 'no'}"
    yield f"guests       {'enter, and leave nothing on a disk' if access.guests else 'no'}"
    if not (access.any_key or access.guests or access.listed() or access.further()):
        yield "nobody       can enter like this"


def _gone(limits: Limits) -> float:
    return limits.keepalive * (limits.keepalives + 1)


def _mode(path: Path) -> str:
    try:
        return f"{path.stat().st_mode & 0o777:04o}"
    except OSError:
        return "not there yet"
