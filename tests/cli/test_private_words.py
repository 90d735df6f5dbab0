"""Private words stay where the person put them: in the journal, and on their own screen."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.end_to_end.answers import BRIDGE, lines_of
from tests.end_to_end.inside import Inside, Ran
from tests.end_to_end.program import surroundings

from nowwhat.plain import asking
from nowwhat.sitting.prompt import Reply
from nowwhat.sitting.sitting import Sitting
from nowwhat.store import NotSavedError

SENTINEL = "sentinel-mulberry"
"""A word that nobody else ever writes."""


class SomethingNewError(Exception):
    """No kind of error that the program expects."""


def raise_first(private: str) -> None:
    raise ValueError(private)


def broken(*_: object) -> Reply:
    private = f"{SENTINEL} in a local value"
    try:
        raise_first(private)
    except ValueError as error:
        raise SomethingNewError(private, error) from error
    raise AssertionError


def ends_badly(inside: Inside, *typed: str) -> Ran:
    ran = inside.session(typed=typed)
    assert ran.status == 70
    assert ran.err.count("\n") == 1
    assert "Something went wrong inside nowwhat" in ran.err
    assert SENTINEL not in ran.err
    return ran


@pytest.mark.parametrize("place", [(asking, "say_choices"), (Sitting, "give"), (Sitting, "write")])
def test_a_bug_is_told_calmly_and_traced_without_a_word_of_the_persons(
    inside: Inside, monkeypatch: pytest.MonkeyPatch, place: tuple[object, str]
) -> None:
    monkeypatch.setattr(*place, broken)
    ran = ends_badly(inside, SENTINEL, SENTINEL, "5", SENTINEL)
    log = inside.folder / "trace.log"
    assert str(log) in ran.err
    assert log.stat().st_mode & 0o777 == 0o600
    trace = log.read_text()
    assert SENTINEL not in trace
    assert "local value" not in trace
    first, *rest = trace.splitlines()
    assert first.startswith("2026-03-03T17:30")
    assert rest[0] == "SomethingNewError"
    assert "ValueError" in rest
    assert any(line.startswith("  test_private_words.py:") for line in rest)
    assert all(":" in line for line in rest if line.startswith("  "))


def test_after_a_bug_what_was_given_is_there_and_nothing_is_held(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(asking, "say_choices", broken)
        ends_badly(inside, *lines_of(BRIDGE[:2]))
    ran = inside.session(typed=["1", *lines_of(BRIDGE[2:])])
    assert ran.status == 0, ran.out
    assert inside.history()["sessions"][0]["before"] == 6


def test_a_bug_in_a_folder_that_takes_no_log_is_told_all_the_same(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inside.folder / "trace.log").mkdir(parents=True)
    monkeypatch.setattr(Sitting, "write", broken)
    ran = ends_badly(inside, SENTINEL)
    assert "trace" not in ran.err


def test_traces_are_added_one_behind_the_other(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sitting, "write", broken)
    for _ in range(3):
        ends_badly(inside, SENTINEL)
    assert (inside.folder / "trace.log").read_text().count("SomethingNewError") == 3


@pytest.mark.parametrize(
    "args",
    [
        ("done", "--which", "7", "--note", SENTINEL),
        ("checkin", "dnoe", "--note", SENTINEL),
        ("checkin", "done", "--note", SENTINEL, "--lang", "xx"),
        ("park", SENTINEL, "--data-dir", "/dev/null/x"),
        ("park", SENTINEL, "--content", "/nowhere"),
    ],
)
def test_a_mistake_beside_private_words_does_not_repeat_them(
    inside: Inside, args: tuple[str, ...]
) -> None:
    ran = inside.run(*args)
    assert ran.status in (1, 2)
    assert SENTINEL not in ran.err


def test_what_could_not_be_saved_is_not_in_the_error(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotSavedError(Path("journal.json"), 28)

    monkeypatch.setattr("nowwhat.store.journal.Journal.record", full)
    ran = inside.run("park", SENTINEL)
    assert ran.status == 2
    assert SENTINEL not in ran.err


WATCHED = """
import sys
FORBIDDEN = ("subprocess", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system",
             "socket", "urllib", "http", "ftplib", "smtplib", "webbrowser", "ctypes.dlopen")
def watch(event, args):
    if event.startswith(FORBIDDEN):
        sys.stderr.write(f"{event}\\n")
sys.addaudithook(watch)
from nowwhat.cli.running import run
from nowwhat.cli.surroundings import Surroundings
status = run(["session", "--plain"], Surroundings())
leaked = {name.partition(".")[0] for name in sys.modules} & {
    "textual", "rich", "asyncssh", "asyncio", "socket", "ssl", "dateparser"}
sys.stderr.write("".join(f"{name}\\n" for name in sorted(leaked)))
sys.exit(status)
"""


def test_a_session_starts_no_program_opens_no_connection_and_loads_no_screen(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        input="".join(f"{line}\n" for line in lines_of(BRIDGE)).encode(),
        env=surroundings(tmp_path / "data"),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_the_files_of_a_person_are_theirs_alone(inside: Inside) -> None:
    assert inside.session(typed=lines_of(BRIDGE[:4])).status == 3
    inside.run("park", SENTINEL)
    for path in [inside.folder, *inside.folder.rglob("*")]:
        wanted = 0o700 if path.is_dir() else 0o600
        assert path.stat().st_mode & 0o777 == wanted, path
    others = [path for path in inside.folder.rglob("*") if path.name != "journal.json"]
    assert SENTINEL not in "".join(path.name for path in others)
