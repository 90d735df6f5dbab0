"""Leading a room: the server and the console in one process, from its opening to its end."""

import asyncio
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

import click
import msgspec

from nowwhat.cli.clock import SystemClock
from nowwhat.cli.local_console import LocalConsole
from nowwhat.cli.mishap import outline
from nowwhat.cli.screen import why_lines
from nowwhat.cli.serving import STOP, fast_loop, keep_tidy, state_of, tune_rubbish
from nowwhat.cli.session import DEFAULT
from nowwhat.cli.surroundings import Surroundings
from nowwhat.packs.faults import UnknownNameError
from nowwhat.packs.filling import fill
from nowwhat.packs.leading_words import LeadingWords
from nowwhat.screens.entrance import Joining
from nowwhat.session.script import Script
from nowwhat.ssh.access import Access
from nowwhat.ssh.clock import HouseClock
from nowwhat.ssh.house import House
from nowwhat.ssh.inviting import invitation, ssh_command
from nowwhat.ssh.key_file import KeyFile
from nowwhat.ssh.limits import Limits
from nowwhat.ssh.log import Log, silence
from nowwhat.ssh.preflight import answers, reached_by
from nowwhat.ssh.runtime import Served, ServedError, Tell, serving_alone
from nowwhat.ssh.seats import Held
from nowwhat.ssh.served import read_all
from nowwhat.ssh.server import Server
from nowwhat.ssh.state import State

_HERE = "127.0.0.1"
_GROUP = "group"


class LeadWanted(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line asks for; see its options."""

    host: str
    port: int
    state: Path | None
    facilitators: Path | None
    authorized_keys: Path | None
    any_key: bool
    guests: bool
    most: int
    log: Path | None

    @property
    def limits(self) -> Limits:
        """The limits: a whole room may stand behind one address, all at once."""
        some = self.most + 20
        return Limits(sessions=some, per_address=some, logins=some)


def lead_until_closed(around: Surroundings, name: str, wanted: LeadWanted) -> int:
    """Open a room and lead it until it is closed; gives the exit status.

    Raises:
        StateError: The state folder cannot be used.
        PortError: Nothing can listen there.
        NoTerminalError: There is no terminal to lead from.
        UnknownNameError: There is no such script that is led.
    """
    in_lines = why_lines(around)
    script = _script(around, name)
    state = state_of(around, wanted.state)
    state.prepare()
    around.environ = dict(around.environ)
    os.environ.pop("NO_COLOR", None)  # a wish of this terminal, not of who connects
    try:
        with serving_alone(state) as tell, ExitStack() as closing:
            if wanted.log is None:
                sink = sys.stderr if in_lines else closing.enter_context(_nowhere())
            else:
                sink = closing.enter_context(_opened(wanted.log))
            silence()
            read_all(around.pack)
            with asyncio.Runner(loop_factory=fast_loop()) as runner:
                leading = _Leading(around, wanted, script, in_lines=bool(in_lines))
                runner.run(leading.run(state, sink, tell))
    except ServedError as error:
        raise click.ClickException(_elsewhere(around.pack.words.leading, error.where)) from None
    return 0


class _Leading:
    """One room, from its opening to its end."""

    def __init__(
        self, around: Surroundings, wanted: LeadWanted, script: Script, *, in_lines: bool
    ) -> None:
        self._around, self._wanted, self._script = around, wanted, script
        self._in_lines = in_lines
        self._words = around.pack.words.leading

    async def run(self, state: State, sink: TextIO, tell: Tell) -> None:
        """Serve, lead, and close."""
        wanted, clock = self._wanted, HouseClock()
        keys = wanted.authorized_keys or state.authorized_keys
        house = House(
            state,
            Access(state, keys, any_key=wanted.any_key, guests=wanted.guests),
            self._around.pack,
            limits=wanted.limits,
            log=Log(sink, clock, outline),
            clock=clock,
            zone=SystemClock(self._around.environ).now().zone,
            script=DEFAULT,
            facilitators=KeyFile(wanted.facilitators or state.facilitators),
        )
        stop, loop = asyncio.Event(), asyncio.get_running_loop()
        for number in STOP:
            loop.add_signal_handler(number, stop.set)
        async with Server(house, wanted.host, wanted.port) as server, asyncio.TaskGroup() as beside:
            tell(wanted.host, server.port)
            tune_rubbish()
            held = house.leads = house.rooms.open(self._script)
            tidying = beside.create_task(keep_tidy(house))
            joining = await self._tell_how(server, held)
            if self._in_lines:
                await stop.wait()
            else:
                await LocalConsole(self._around, house, held, joining, stop).run()
            tidying.cancel()
        self._say(self._words.closed)

    async def _tell_how(self, server: Server, held: Held) -> Joining:
        """Say how one comes in, and try it out; gives what the console says, too."""
        words, port = self._words, server.port
        others = reached_by(self._wanted.host)
        host = others[0] if others else _HERE
        house = server.house
        house.reached = (tuple(others) or (_HERE,), port)
        joining = invitation(house.rooms, held, words, *house.reached, leaving=words.leaving)
        self._say(fill(words.code, {"code": held.code}))
        for line in joining.lines:
            self._say(line)
        lead = ssh_command(held.leader_code, host, port)
        self._say(fill(words.leader, {"command": lead}))
        self._say(fill(words.host_key, {"fingerprint": server.fingerprint}))
        if not others:
            self._say(words.only_here)
        for each in others or [_HERE]:
            good = await answers(each, port, server.fingerprint)
            if others or not good:
                said = words.answers if good else words.silent
                self._say(fill(said, {"address": each, "port": port}))
        if self._in_lines:
            self._say(fill(words.no_console, {"command": lead}))
        return joining

    def _say(self, line: str) -> None:
        click.echo(line, file=self._around.stdout)
        self._around.stdout.flush()


def _script(around: Surroundings, name: str) -> Script:
    """Find the script that is to be led.

    Raises:
        UnknownNameError: There is none of this name.
    """
    names = around.pack.group_names
    wanted = name or (_GROUP if _GROUP in names else next(iter(names), _GROUP))
    if wanted not in names:
        raise UnknownNameError("script for a group", wanted, names)
    return around.pack.script(wanted)


def _elsewhere(words: LeadingWords, where: Served) -> str:
    """Say where one may lead in the place of here."""
    if not where.port:
        return words.served_somewhere
    others = reached_by(where.host)
    command = ssh_command("lead", others[0] if others else _HERE, where.port)
    return fill(words.served, {"command": command})


def _opened(log: Path) -> TextIO:
    try:
        return log.open("a", encoding="utf-8")
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise click.ClickException(f"--log {log} cannot be written: {reason}") from None


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
