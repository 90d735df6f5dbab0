"""Reading a pack: what is not sound is refused when it is asked for, with all of its faults."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.packs.breaking import BRIDGE, Breaking, at, of, pattern, setting, without
from tests.packs.folder import Folder

from nowwhat.packs.faults import PackError, UnknownNameError
from nowwhat.packs.pack import Pack
from nowwhat.packs.sources import content_root

UNSOUND: list[tuple[str, Breaking, Callable[[Pack], object]]] = [
    ("pack.toml", setting("format", 2), lambda pack: pack.head),
    ("interface.toml", of("command", setting("keep", [])), lambda pack: pack.words),
    ("actions.toml", without("door"), lambda pack: pack.doors),
    ("actions.toml", without("door"), lambda pack: pack.door("joy")),
    ("breathing.toml", setting("pattern", []), lambda pack: pack.patterns),
    ("breathing.toml", pattern("box", setting("phases", [])), lambda pack: pack.pattern("box")),
    (
        "breathing.toml",
        pattern("box", of("phases", setting("seconds", 0), 0)),
        lambda pack: pack.pattern("box"),
    ),
    ("times.toml", setting("late", "("), lambda pack: pack.times),
    ("care.toml", without("finder"), lambda pack: pack.care),
    ("coach.toml", without("readback"), lambda pack: pack.lexicon),
    ("coach.toml", setting("spelling", 5), lambda pack: pack.lexicon),
    (
        "coach.toml",
        lambda coach: coach["care"]["suicide"].update(phrases="<x>"),
        lambda pack: pack.coach,
    ),
    (BRIDGE, at("commit", without("kind")), lambda pack: pack.script("bridge")),
    (BRIDGE, at("commit", setting("depth", "full")), lambda pack: pack.script("bridge")),
    ("breathing.toml", setting("pattern", []), lambda pack: pack.script("bridge")),
]


@pytest.mark.parametrize(("file", "breaking", "read"), UNSOUND)
def test_what_is_not_sound_is_refused_when_it_is_asked_for(
    folder: Folder, file: str, breaking: Breaking, read: Callable[[Pack], object]
) -> None:
    read(Pack(folder.path))
    with folder.table(file) as table:
        breaking(table)
    with pytest.raises(PackError) as caught:
        read(Pack(folder.path))
    assert {fault.file for fault in caught.value.faults} == {file}
    assert str(caught.value).splitlines() == [str(fault) for fault in caught.value.faults]


def test_one_faulty_script_does_not_keep_the_others_from_being_read(folder: Folder) -> None:
    with folder.table(BRIDGE) as script:
        at("commit", without("kind"))(script)
    assert Pack(folder.path).script("rep").id == "rep"


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda pack: pack.script("brigde"), "there is no script 'brigde'; did you mean 'bridge'?"),
        (
            lambda pack: pack.script("../pack"),
            (
                "there is no script '../pack'; "
                "there is bridge, checkin, group, ladder, rep, stuck, two-minutes"
            ),
        ),
        (
            lambda pack: pack.pattern("bocks"),
            "there is no breathing pattern 'bocks'; did you mean 'box'?",
        ),
        (lambda pack: pack.door("joi"), "there is no door 'joi'; did you mean 'joy'?"),
    ],
)
def test_for_an_unknown_name_the_nearest_is_offered(
    folder: Folder, ask: Callable[[Pack], object], message: str
) -> None:
    with pytest.raises(UnknownNameError) as caught:
        ask(Pack(folder.path))
    assert str(caught.value) == message


@pytest.mark.parametrize("lang", ["de", "", "..", "../en", "en/sessions", "EN"])
def test_a_language_without_a_pack_is_unknown(lang: str) -> None:
    with pytest.raises(UnknownNameError, match="there is no pack"):
        Pack.find(lang)


def test_a_pack_is_found_by_its_language_or_by_its_folder(folder: Folder) -> None:
    assert Pack.find("en").folder == content_root() / "en"
    assert Pack.find("en", folder.path.parent).folder == folder.path
    assert Pack.find("de", folder.path).folder == folder.path


def test_a_pack_may_lie_anywhere(folder: Folder, tmp_path: Path) -> None:
    moved = folder.path.rename(tmp_path / "My Own Words")
    assert Folder(moved).check().status == 0


def test_the_shipped_scripts_can_all_be_read() -> None:
    pack = Pack.find("en")
    names = ("bridge", "checkin", "group", "ladder", "rep", "stuck", "two-minutes")
    assert pack.script_names == names
    assert [pack.script(name).id for name in pack.script_names] == list(pack.script_names)


@pytest.mark.parametrize(
    ("command", "file", "breaking"),
    [
        (["care"], "care.toml", without("finder")),
        (["history"], "interface.toml", of("shell", without("open_one"))),
        (["breathe", "box", "--plain"], "breathing.toml", pattern("box", setting("phases", []))),
        (["session", "--plain"], BRIDGE, at("commit", setting("depth", "full"))),
    ],
    ids=["care", "history", "breathe", "session"],
)
def test_a_command_that_needs_a_faulty_file_says_so_and_ends(
    folder: Folder, command: list[str], file: str, breaking: Breaking
) -> None:
    with folder.table(file) as table:
        breaking(table)
    found = folder.run(*command, f"--content={folder.path}")
    assert (found.status, found.lines) == (2, [])
    assert found.errors
    assert all(line.startswith(f"nowwhat: {file}: ") for line in found.errors)
