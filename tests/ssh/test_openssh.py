"""With the `ssh` that people have: whole sessions, newcomers, lines, what is refused."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncssh
import pytest
from tests.ssh.conftest import Serve
from tests.ssh.openssh import Ssh, command, key_file, needs_ssh
from tests.ssh.place import PATIENCE, Place
from tests.ssh.test_session import journal_of
from tests.ssh.walking import ACTION, BEGIN, HOME, NOTE, SERVE, asks

pytestmark = needs_ssh
Open = Callable[..., Ssh]


@pytest.fixture
def ssh(tmp_path: Path) -> Iterator[Open]:
    """Call a place with `ssh` in a terminal."""
    opened: list[Ssh] = []

    def begin(
        place: Place, *more: str, key: Path | None = None, name: str = "me", **how: object
    ) -> Ssh:
        line = command(place, *more, key=key, name=name)
        opened.append(Ssh(line, tmp_path, **how))  # type: ignore[arg-type]
        return opened[-1]

    yield begin
    for one in opened:
        one.close()


def run(
    place: Place, *more: str, typed: str = "", **how: object
) -> subprocess.CompletedProcess[str]:
    """Call a place with `ssh` on pipes."""
    line = command(place, *more, **how)  # type: ignore[arg-type]
    return subprocess.run(
        line, input=typed, capture_output=True, text=True, check=False, timeout=PATIENCE
    )


def to_the_card(caller: Ssh) -> None:
    answers = (
        (NOTE, "discomfort"),
        ("6", "breath_helps"),
        ("1", "pause"),
        ("4", "door"),
        ("2", "action"),
        (ACTION, "hurt"),
        ("1", "when"),
        ("today after supper", "obstacle"),
    )
    for answer, then in answers:
        caller.type(answer + "\r")
        caller.until(asks(then))
    caller.type("\r")
    caller.until("I will")
    caller.type("\r")
    caller.until(asks("start"))
    caller.type("2\r")
    caller.until(asks("card"), ACTION)


def test_a_whole_session_with_a_key(
    serve: Serve, ssh: Open, keys: list[asyncssh.SSHKey], tmp_path: Path
) -> None:
    place = serve()
    caller = ssh(place, key=key_file(tmp_path, keys[0]))
    caller.until(SERVE.confirm)
    caller.type("\r")
    caller.until(BEGIN)
    caller.type("\r")
    caller.until(HOME)
    caller.type("\r")
    caller.until(asks("insight"))
    to_the_card(caller)
    caller.type("1\r")
    assert caller.ended() == 0
    assert [each.text for each in journal_of(place, keys[0]).actions()] == [ACTION]


def test_a_guest_needs_no_key_and_is_asked_for_nothing(serve: Serve, ssh: Open) -> None:
    place = serve()
    caller = ssh(place)
    caller.until(SERVE.guest[0], SERVE.confirm)
    caller.type("\r")
    caller.until(BEGIN, SERVE.guest_lies)
    caller.type("\x1b")
    assert caller.ended() == 0
    assert list(place.state.people.iterdir()) == []


def test_an_unlisted_key_where_guests_are_welcome_is_a_guests(
    serve: Serve, ssh: Open, keys: list[asyncssh.SSHKey], tmp_path: Path
) -> None:
    place = serve(any_key=False)
    caller = ssh(place, key=key_file(tmp_path, keys[0]))
    caller.until(SERVE.guest[0])


@pytest.mark.parametrize(("any_key", "said"), [(True, SERVE.need_key), (False, SERVE.need_listed)])
def test_a_newcomer_who_may_not_enter_is_told_how_one_may(
    serve: Serve, any_key: bool, said: str
) -> None:
    place = serve(any_key=any_key, guests=False)
    came = run(place, "-T", quiet=False)
    assert came.returncode == 255
    assert " ".join(said.split()) in " ".join(came.stderr.split())
    assert came.stderr.index(said.strip()[:20]) < came.stderr.index("Permission denied")


@pytest.mark.parametrize("how", [("-T",), ("-tt",)])
def test_lines_are_spoken_where_they_are_asked_for(
    serve: Serve, keys: list[asyncssh.SSHKey], tmp_path: Path, how: tuple[str, ...]
) -> None:
    place = serve()
    name = "me+plain" if how == ("-tt",) else "me"
    came = run(place, *how, typed="\n\n1\n", key=key_file(tmp_path, keys[0]), name=name)
    assert asks("insight") in came.stdout
    assert "\x1b[" not in came.stdout


def test_a_killed_client_harms_nobody(
    serve: Serve, ssh: Open, keys: list[asyncssh.SSHKey], tmp_path: Path
) -> None:
    place = serve()
    caller, other = ssh(place, key=key_file(tmp_path, keys[0])), ssh(place)
    for each in (caller, other):
        each.until(SERVE.confirm)
        each.type("\r")
        each.until(BEGIN)
    caller.kill()
    place.wait_for(lambda: len(place.house.calls) == 1)
    other.type("\r")
    other.until(HOME)
    assert [end["why"] for end in place.events("end")] == ["hung_up"]


@pytest.mark.parametrize(
    ("more", "event"),
    [
        (("--", "cat", "/etc/passwd"), "exec"),
        (("-s", "--", "sftp"), "subsystem"),
        (("-W", "127.0.0.1:22"), "forwarding"),
    ],
)
def test_what_is_no_session_is_refused(
    serve: Serve,
    keys: list[asyncssh.SSHKey],
    tmp_path: Path,
    more: tuple[str, ...],
    event: str,
) -> None:
    place = serve()
    came = run(place, "-T", *more, key=key_file(tmp_path, keys[0]))
    assert came.returncode == 255
    assert came.stdout == ""
    assert [each["what"] for each in place.events("refused")] == [event]


def test_a_file_is_copied_neither_here_nor_away(
    serve: Serve, keys: list[asyncssh.SSHKey], tmp_path: Path
) -> None:
    place = serve()
    line = command(place, key=key_file(tmp_path, keys[0]))
    options = [part.replace("-p", "-P") if part == "-p" else part for part in line[1:-1]]
    for way in (("-O",), ("-s",)):
        came = subprocess.run(
            ["scp", *way, *options, "me@127.0.0.1:host_key", str(tmp_path / "stolen")],
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        assert came.returncode != 0
    assert not (tmp_path / "stolen").exists()
    assert {each["what"] for each in place.events("refused")} == {"exec", "subsystem"}
