"""`nowwhat walk` where it cannot be: one clear line, exit status 2; and where its socket lies."""

import os
import stat
from pathlib import Path

import pytest
from tests.end_to_end.inside import Inside

from nowwhat.cli.walking import LOCK, SOCKET, WalkRunsError, listening, only_walk
from nowwhat.settings.runtime import RuntimeFolderError, check_runtime, find_runtime, make_runtime


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("brige",), ["no script 'brige'", "'bridge'"]),
        (("two-minutes",), ["two-minutes", "minutes"]),
        (("checkin",), ["checkin", "minutes"]),
        (("bridge", "--at", "dor"), ["'dor'", "'door'"]),
        (("bridge", "--at", "breath_worse"), ["'breath_worse'"]),
        (("bridge",), ["full screen", "standard input is no terminal"]),
        (("bridge", "--plain"), ["full screen", "--plain"]),
        (("bridge", "--notes"), ["takes no script"]),
        (("--notes", "--at", "door"), ["takes no script"]),
        (("--notes",), ["no walk of yours runs"]),
        (("bridge", "rep"), ["rep"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_meant_gets_one_line(
    inside: Inside, tmp_path: Path, args: tuple[str, ...], words: list[str]
) -> None:
    ran = inside.run("walk", *args, environ={"XDG_RUNTIME_DIR": str(tmp_path)})
    assert ran.status == 2, ran.err
    assert ran.err.count("\n") == 1
    for some in words:
        assert some in ran.err
    assert not inside.folder.exists()


def test_the_folder_is_the_one_that_the_system_gives_whatever_data_folder_is_named() -> None:
    environ = {"XDG_RUNTIME_DIR": "/run/user/7", "NOWWHAT_DATA": "/elsewhere"}
    assert find_runtime(environ) == Path("/run/user/7/nowwhat")
    assert find_runtime({}).name == "nowwhat"
    assert find_runtime({}).is_absolute()


def test_the_folder_is_made_and_mended_for_this_users_eyes_only(tmp_path: Path) -> None:
    folder = tmp_path / "run" / "nowwhat"
    make_runtime(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)
    make_runtime(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_is_no_folder_of_this_user_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, link, file = tmp_path / "mine", tmp_path / "link", tmp_path / "file"
    make_runtime(mine)
    link.symlink_to(mine)
    file.touch()
    for other in (link, file):
        with pytest.raises(RuntimeFolderError, match="XDG_RUNTIME_DIR"):
            make_runtime(other)
    with pytest.raises(RuntimeFolderError):
        check_runtime(tmp_path / "nowhere")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(RuntimeFolderError, match="yours"):
        make_runtime(mine)


@pytest.mark.skipif(os.getuid() != 0, reason="only root gives folders away")
def test_a_folder_below_one_of_somebody_else_is_refused(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    make_runtime(theirs / "nowwhat")
    os.chown(theirs, 12345, 12345)
    with pytest.raises(RuntimeFolderError, match="yours"):
        make_runtime(theirs / "nowwhat")


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    folder, target = tmp_path / "run", tmp_path / "target"
    make_runtime(folder)
    (folder / LOCK).symlink_to(target)
    with pytest.raises(RuntimeFolderError), only_walk(folder):
        pass
    assert not target.exists()


def test_what_stands_where_the_socket_belongs_and_is_none_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    make_runtime(folder)
    (folder / SOCKET).mkdir()
    with pytest.raises(RuntimeFolderError, match="irectory"), listening(folder):
        pass


def test_one_walk_at_a_time_and_the_next_when_it_is_over(tmp_path: Path) -> None:
    run = tmp_path / "run"
    for _ in range(2):
        with only_walk(run), pytest.raises(WalkRunsError), only_walk(run):
            pass
