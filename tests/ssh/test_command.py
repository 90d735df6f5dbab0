"""`nowwhat serve` and `nowwhat people`, as processes: what they print, and how they end."""

import asyncio
import os
import re
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import asyncssh
import pytest
from tests.ssh.place import PATIENCE

from nowwhat.ssh.presence import present
from nowwhat.ssh.visitor import id_of

Run = Callable[..., subprocess.CompletedProcess[str]]


class Serving:
    """The process of a server."""

    def __init__(self, folder: Path, *options: str, **environ: str) -> None:
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "nowwhat", "serve", "--port", "0"),
                *("--state", str(folder / "state"), *options),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"HOME": str(folder), "TZ": "Europe/Dublin"} | environ,
        )
        assert self.process.stdout
        first = self.process.stdout.readline()
        self.said = first + self.process.stdout.readline()
        found = re.search(r"ssh -p (\d+) 127\.0\.0\.1", first)
        assert found, first + self.process.communicate()[1]
        self.port = int(found[1])

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        _, self.err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Callable[..., Serving]]:
    """Start `nowwhat serve` on a free port."""
    begun: list[Serving] = []

    def begin(*options: str, **environ: str) -> Serving:
        begun.append(Serving(tmp_path, *options, **environ))
        return begun[-1]

    yield begin
    for one in begun:
        if one.process.poll() is None:
            one.process.kill()
        one.process.communicate()


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command on the same state folder, to its end."""

    def begin(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "nowwhat", *words, "--state", str(tmp_path / "state")],
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
            env=os.environ | {"HOME": str(tmp_path)},
        )

    return begin


async def host_key_of(port: int) -> str:
    key = await asyncssh.get_server_host_key("127.0.0.1", port, config=None)
    assert key is not None
    return key.get_fingerprint()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("loop", ["asyncio", ""])
def test_it_says_how_to_connect_and_stops_when_it_is_asked_to(
    serving: Callable[..., Serving], tmp_path: Path, number: int, loop: str
) -> None:
    server = serving("--open", "--log-json", NOWWHAT_LOOP=loop)
    fingerprint = asyncio.run(host_key_of(server.port))
    assert fingerprint in server.said
    assert server.end(number) == 0
    assert "Traceback" not in server.err
    key = tmp_path / "state" / "host_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700
    assert b"OPENSSH PRIVATE KEY" in key.read_bytes()


def test_clients_know_the_server_again(serving: Callable[..., Serving]) -> None:
    one = serving("--open")
    first = asyncio.run(host_key_of(one.port))
    one.end(signal.SIGTERM)
    assert asyncio.run(host_key_of(serving("--open").port)) == first


def test_who_is_connected_when_it_is_stopped_is_told(
    serving: Callable[..., Serving],
) -> None:
    server = serving("--open")

    async def live() -> str:
        options: dict[str, Any] = {"known_hosts": None, "agent_path": None, "config": None}

        class Guest(asyncssh.SSHClient):
            def kbdint_auth_requested(self) -> str:
                return ""

            def kbdint_challenge_received(self, *_: object) -> list[str]:
                return []

        async with asyncssh.connect(
            "127.0.0.1", server.port, username="me", client_factory=Guest, **options
        ) as connection:
            process = await connection.create_process(term_type="xterm-256color")
            heard = await asyncio.wait_for(process.stdout.readuntil("> "), PATIENCE)
            server.process.send_signal(signal.SIGTERM)
            return str(heard + await asyncio.wait_for(process.stdout.read(), PATIENCE))

    assert "being stopped" in asyncio.run(live())
    assert server.process.wait(PATIENCE) == 0


def test_a_port_that_is_taken_is_one_line_and_exit_2(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        came = run("serve", "--open", "--port", str(taken.getsockname()[1]))
    assert came.returncode == 2
    assert len(came.stderr.splitlines()) == 1
    assert came.stderr.startswith("nowwhat: 127.0.0.1 port ")
    assert "in use" in came.stderr


@pytest.mark.parametrize("broken", ["file", "key", "locked"])
def test_a_state_folder_that_cannot_be_used_is_one_line_and_exit_2(
    run: Run, tmp_path: Path, broken: str
) -> None:
    state = tmp_path / "state"
    if broken == "file":
        state.write_text("not a folder")
    elif broken == "key":
        state.mkdir()
        (state / "host_key").write_text("not a key")
    else:
        state.symlink_to("/proc/nowhere")
    came = run("serve", "--open", "--port", "0")
    assert came.returncode == 2
    assert len(came.stderr.splitlines()) == 1
    assert str(state) in came.stderr


def test_check_says_what_would_be_exposed(
    run: Run, tmp_path: Path, keys: list[asyncssh.SSHKey]
) -> None:
    came = run("serve", "--check")
    assert came.returncode == 0
    for said in ("127.0.0.1 port 2222, this machine alone", "(0700)", "nobody", "mlkem768x25519"):
        assert said in came.stdout
    (tmp_path / "state" / "authorized_keys").write_bytes(keys[0].export_public_key())
    came = run("serve", "--check", "--host", "0.0.0.0", "--open", "--max-sessions", "7")  # noqa: S104
    for said in ("every network", "1 listed keys", "enter, and leave nothing", "sessions     7"):
        assert said in came.stdout
    assert "nobody" not in came.stdout


def test_people_are_listed_given_further_keys_and_purged(
    run: Run, tmp_path: Path, keys: list[asyncssh.SSHKey]
) -> None:
    fingerprint = keys[0].get_fingerprint()
    folder = tmp_path / "state" / "people" / id_of(fingerprint)
    (folder / "drafts").mkdir(parents=True)
    (folder / "journal.json").write_text('{"insights": "quagmire"}')
    further = tmp_path / "laptop.pub"
    further.write_bytes(keys[1].export_public_key())

    listed = run("people", "list")
    assert listed.returncode == 0
    assert listed.stdout.startswith(fingerprint)
    assert "quagmire" not in listed.stdout

    assert run("people", "add-key", fingerprint, str(further)).returncode == 0
    assert f"also {keys[1].get_fingerprint()}" in run("people", "list").stdout
    assert run("people", "add-key", keys[2].get_fingerprint(), str(further)).returncode == 2
    assert run("people", "add-key", fingerprint, str(tmp_path / "none.pub")).returncode == 2

    with present(folder):
        came = run("people", "purge", fingerprint, "--yes")
        assert came.returncode == 2
        assert "is here now" in came.stderr
    assert run("people", "purge", fingerprint, typed="n\n").returncode != 0
    assert (folder / "journal.json").exists()
    assert run("people", "purge", fingerprint, typed="y\n").returncode == 0
    assert not folder.exists()
    assert run("people", "list").stdout == ""
    assert run("people", "forget-key", keys[1].get_fingerprint()).returncode == 2
    assert run("people", "purge", "heron").returncode == 2


def test_a_further_key_may_be_taken_back(
    run: Run, tmp_path: Path, keys: list[asyncssh.SSHKey]
) -> None:
    fingerprint = keys[0].get_fingerprint()
    (tmp_path / "state" / "people" / id_of(fingerprint)).mkdir(parents=True)
    further = tmp_path / "laptop.pub"
    further.write_bytes(keys[1].export_public_key())
    run("people", "add-key", fingerprint, str(further))
    assert run("people", "forget-key", keys[1].get_fingerprint()).returncode == 0
    assert "also" not in run("people", "list").stdout


def test_ssh_audit_finds_nothing_but_the_one_that_older_clients_need(
    serving: Callable[..., Serving],
) -> None:
    server = serving("--open")
    audit = Path(sys.executable).with_name("ssh-audit")
    if not audit.exists():
        pytest.skip("there is no ssh-audit here")
    came = subprocess.run(
        [str(audit), "-n", "-b", "-p", str(server.port), "--skip-rate-test", "127.0.0.1"],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    lines = [line for line in came.stdout.splitlines() if "[fail]" in line or "[warn]" in line]
    assert [line for line in lines if "[fail]" in line] == []
    assert lines
    assert all("curve25519-sha256" in line for line in lines), lines
    kex = [line for line in came.stdout.splitlines() if line.startswith("(kex)")]
    assert "mlkem768x25519-sha256" in kex[0]
