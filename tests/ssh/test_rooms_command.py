"""`nowwhat lead`, as a process: what it says, whom it lets in, and how it ends."""

import asyncio
import errno
import fcntl
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import asyncssh
import pytest
from tests.end_to_end.glass import CTRL_Q, ENTER, Glass
from tests.end_to_end.program import surroundings
from tests.ssh.place import PATIENCE, the_pack

from nowwhat.packs.filling import fill
from nowwhat.ssh.preflight import answers, reached_by
from nowwhat.ssh.runtime import Served, ServedError, serving, serving_alone
from nowwhat.ssh.state import State, StateError

LEADING, LOBBY = the_pack().words.leading, the_pack().words.lobby
RUN = [sys.executable, "-m", "nowwhat", "lead"]
WAITS = 60.0
EVERY = "0.0.0.0"  # noqa: S104 - nothing listens in these tests

Lead = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Lead]:
    """Begin `nowwhat lead --plain` on a free port."""
    begun: list[subprocess.Popen[str]] = []

    def begin(*options: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*RUN, "--plain", "--port", "0", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=surroundings(tmp_path / "data"),
        )
        begun.append(process)
        return process

    yield begin
    for one in begun:
        if one.poll() is None:
            one.kill()
        one.communicate()


def ended(*options: str, folder: Path) -> tuple[int, str]:
    """Run it to its end; give the status and what it said of why."""
    found = subprocess.run(
        [*RUN, "--plain", *options],
        capture_output=True,
        text=True,
        check=False,
        timeout=WAITS,
        env=surroundings(folder),
    )
    return found.returncode, found.stderr


def told(process: subprocess.Popen[str]) -> str:
    """Read what it says until somebody can come."""
    assert process.stdout
    last, said = LEADING.no_console.partition("{")[0], ""
    while last not in said:
        line = process.stdout.readline()
        assert line, process.communicate()
        said += line
    return said


def way_in(said: str) -> tuple[int, str]:
    """The port and the code that one joins by."""
    found = re.search(r"ssh -p (\d+) (\w+-\w+-\w+)@127\.0\.0\.1", said)
    assert found, said
    return int(found[1]), found[2]


class Door(asyncssh.SSHClient):
    def kbdint_auth_requested(self) -> str:
        return ""

    def kbdint_challenge_received(self, *_: object) -> list[str]:
        return []


async def join(port: int, name: str) -> asyncssh.SSHClientConnection:
    connection, _ = await asyncssh.create_connection(
        Door, "127.0.0.1", port, username=name, known_hosts=None,
        client_keys=[], agent_path=None, config=None,
    )  # fmt: skip
    return connection


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_says_how_to_join_lets_in_by_code_and_tells_all_when_it_is_stopped(
    lead: Lead, number: int
) -> None:
    process = lead()
    said = told(process)
    port, code = way_in(said)
    assert fill(LEADING.code, {"code": code}) in said
    assert LEADING.only_here in said

    async def live() -> str:
        connection = await join(port, code)
        talk = await connection.create_process(encoding="utf-8", term_type=None)
        heard = ""
        while LOBBY.who_knows[0][:40] not in heard:
            heard += await asyncio.wait_for(talk.stdout.read(4096), PATIENCE)
        process.send_signal(number)
        while piece := await asyncio.wait_for(talk.stdout.read(4096), PATIENCE):
            heard += piece
        return heard

    assert LOBBY.stopping in " ".join(asyncio.run(live()).split())
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert LEADING.closed in out
    assert "Traceback" not in err
    assert code not in err


def test_where_the_state_is_served_it_says_where_to_lead_and_ends(
    lead: Lead, tmp_path: Path
) -> None:
    port, _ = way_in(told(lead()))
    status, err = ended("--port", "0", folder=tmp_path / "data")
    there = fill(LEADING.served, {"command": f"ssh -p {port} lead@127.0.0.1"})
    assert (status, err) == (2, f"nowwhat: {there}\n")


def test_a_port_that_is_taken_and_a_script_that_is_not_led_end_it(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        status, err = ended("--port", str(port), folder=tmp_path / "data")
    assert (status, f"port {port}" in err) == (2, True)
    status, err = ended("bridge", folder=tmp_path / "data")
    assert (status, "'bridge'" in err) == (2, True)


def test_who_leaves_the_console_while_the_room_is_open_is_asked(tmp_path: Path) -> None:
    glass = Glass([*RUN, "--port", "0"], surroundings(tmp_path / "data"))
    try:
        port, code = until_told(glass)
        asyncio.run(asyncio.wait_for(comes_in(port, code), PATIENCE))
        leave_console(glass)
        glass.press(ENTER)
        glass.wait(lambda: glass.written.count(b"\x1b[?1049h") == 2, "the console again")
        leave_console(glass)
        glass.press(LEADING.end, ENTER)
        glass.wait(lambda: LEADING.closed in text(glass), "the end")
        assert glass.ended() == 0
    finally:
        glass.close()


def test_a_signal_ends_the_console_and_gives_the_terminal_back(tmp_path: Path) -> None:
    glass = Glass([*RUN, "--port", "0"], surroundings(tmp_path / "data"))
    try:
        until_told(glass)
        glass.signal(signal.SIGTERM)
        glass.wait(lambda: LEADING.closed in text(glass), "the end")
        assert glass.ended() == 0
        assert not glass.modes[1049]
    finally:
        glass.close()


def text(glass: Glass) -> str:
    """All that was written, breaks of lines left out."""
    return " ".join(glass.written.decode("utf-8", "replace").split())


def until_told(glass: Glass) -> tuple[int, str]:
    """Wait until the console has the terminal."""
    glass.wait(lambda: b"\x1b[?1049h" in glass.written, "the console")
    return way_in(text(glass))


def since(glass: Glass, how: str) -> bytes:
    """What was written since the console took the terminal last (h), or gave it back (l)."""
    return glass.written.rpartition(f"\x1b[?1049{how}".encode())[2]


def leave_console(glass: Glass) -> None:
    glass.wait(lambda: b"\x1b[2J" in since(glass, "h"), "the console painted")
    glass.calm()
    before = glass.written.count(b"\x1b[?1049l")
    glass.press(CTRL_Q)
    glass.choose(the_pack().words.errand.leave_yes)
    glass.wait(lambda: glass.written.count(b"\x1b[?1049l") > before, "the terminal again")
    # What was asked before stands there, too; what is typed before it is asked again is lost.
    asked = fill(LEADING.still_ways, {"end": LEADING.end}).encode()
    glass.wait(lambda: asked in since(glass, "l"), "what is asked in the terminal")


async def comes_in(port: int, code: str) -> None:
    """Come to the door of a room by its code."""
    connection = await join(port, code)
    talk = await connection.create_process(encoding="utf-8", term_type=None)
    heard = ""
    while LOBBY.who_knows[0][:40] not in heard:
        heard += await talk.stdout.read(4096)
    connection.abort()


# Before anybody comes


def test_addresses_that_others_can_reach_are_none_of_this_machine_alone() -> None:
    assert reached_by("127.0.0.1") == reached_by("localhost") == reached_by("::1") == []
    assert reached_by("192.0.2.7") == ["192.0.2.7"]
    assert all(not each.startswith(("127.", "0.", "fe80:")) for each in reached_by("::"))
    assert all(":" not in each for each in reached_by(EVERY))


def test_only_the_server_itself_answers(lead: Lead) -> None:
    said = told(lead())
    port, _ = way_in(said)
    fingerprint = said.partition("SHA256:")[2].split()[0]

    async def live() -> list[bool]:
        return [
            await answers("127.0.0.1", port, f"SHA256:{fingerprint}"),
            await answers("127.0.0.1", port, "SHA256:another"),
            await answers("127.0.0.1", 1, f"SHA256:{fingerprint}"),
        ]

    assert asyncio.run(live()) == [True, False, False]


def test_one_serves_alone_or_several_serve(tmp_path: Path) -> None:
    state = State(tmp_path)
    state.prepare()
    with serving(state) as tell, serving(state):
        tell(EVERY, 2222)
        with pytest.raises(ServedError) as held, serving_alone(state):
            pass
        assert held.value.where == Served(EVERY, 2222)
    with serving_alone(state) as tell:
        with pytest.raises(ServedError) as held, serving_alone(state):
            pass
        assert held.value.where == Served()
        tell("127.0.0.1", 22)
        with serving(state) as beside:
            beside("127.0.0.1", 23)
        with pytest.raises(ServedError) as held, serving_alone(state):
            pass
        assert held.value.where == Served("127.0.0.1", 22)
    assert state.serving.stat().st_mode & 0o777 == 0o600


def test_a_log_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    log = tmp_path / "nowhere" / "log"
    status, said = ended("--port", "0", "--log", f"{log}", folder=tmp_path / "data")
    assert status == 2
    assert f"--log {log} cannot be written" in " ".join(said.split())


def test_a_state_folder_where_it_cannot_be_written_who_serves_is_refused(tmp_path: Path) -> None:
    state = State(tmp_path)
    state.prepare()
    state.serving.mkdir()
    for serve in (serving, serving_alone):
        with pytest.raises(StateError, match="cannot be used: Is a directory"), serve(state):
            pass


def test_a_folder_that_knows_no_locks_is_not_taken_for_one_that_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(number: int, how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    state = State(tmp_path)
    state.prepare()
    monkeypatch.setattr(fcntl, "flock", no_locks)
    with pytest.raises(StateError, match="cannot be used"), serving_alone(state):
        pass
