"""Bad input and bad surroundings: one clear line on stderr, exit status 2, and nothing lost."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.end_to_end.answers import BRIDGE, lines_of
from tests.end_to_end.inside import Inside, Ran
from tests.end_to_end.questions import PACK, WORDS, question

from nowwhat.packs.filling import fill


def one_line(ran: Ran, *words: str) -> None:
    assert ran.status == 2, ran.err
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("nowwhat: ")
    for some in words:
        assert some in ran.err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("session", "brige", "--plain"), ["no script 'brige'", "'bridge'"]),
        (("session", "twominutes", "--plain"), ["'two-minutes'"]),
        (("session", "../bridge", "--plain"), ["no script '../bridge'"]),
        (("session", "\x1b[31m", "--plain"), ["no script '\\x1b[31m'", "bridge", "stuck"]),
        (("session", "bridge", "rep"), ["rep"]),
        (("breathe", "bocks", "--plain"), ["no breathing pattern 'bocks'", "'box'"]),
        (("breathe", "--minutes", "0"), ["--minutes", "0.2"]),
        (("breathe", "--minutes", "nan", "--plain"), ["--minutes", "nan"]),
        (("breathe", "--minutes", "soon"), ["--minutes", "soon"]),
        (("sesion",), ["no command 'sesion'", "'session'"]),
        (("xyzzy",), ["no command 'xyzzy'", "session"]),
        (("--plian", "now"), ["--plian", "--plain"]),
        (("now", "--shwo"), ["--shwo", "--show"]),
        (("now", "extra"), ["extra"]),
        (("checkin",), ["done", "part", "notyet", "letgo"]),
        (("checkin", "dnoe"), ["dnoe", "done"]),
        (("checkin", "done", "--which", "first"), ["--which"]),
        (("park",), ["TEXT"]),
        (("park", "  ", ""), ["park takes the words"]),
        (("--lang", "xx", "now"), ["no pack 'xx'", "en"]),
        (("--content", "/nowhere/at/all", "now"), ["/nowhere/at/all"]),
        (("content", "check", "/nowhere/at/all"), ["/nowhere/at/all"]),
        (("now", "--data-dir", ""), ["--data-dir", "empty"]),
        (("now", "--content", ""), ["--content", "empty"]),
        (("session",), ["--plain"]),
        ((), ["--plain"]),
        (("breathe",), ["--plain"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_meant_gets_one_line_with_what_could_be(
    inside: Inside, args: tuple[str, ...], words: list[str]
) -> None:
    one_line(inside.run(*args), *words)
    assert not inside.folder.exists()


WRITES = [
    ("session", "--plain"),
    ("park", "a thought"),
]
READS = [("now",), ("history",), ("history", "--json"), ("done",), ("checkin", "part")]


@pytest.fixture(params=["a file", "below a file", "a loop", "a name too long"])
def unusable(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A data folder that cannot be had, also not by root."""
    file, loop = tmp_path / "file", tmp_path / "loop"
    file.write_text("I was here first")
    loop.symlink_to(loop)
    yield {
        "a file": file,
        "below a file": file / "data",
        "a loop": loop,
        "a name too long": tmp_path / ("x" * 300),
    }[request.param]
    assert file.read_text() == "I was here first"


@pytest.mark.parametrize("args", [*WRITES, *READS], ids=" ".join)
def test_an_unusable_data_folder_is_named(
    inside: Inside, unusable: Path, args: tuple[str, ...]
) -> None:
    inside.environ["NOWWHAT_DATA"] = str(unusable)
    ran = inside.run(*args, typed=lines_of(BRIDGE))
    one_line(ran, str(unusable)[:60])
    assert "preferences" in ran.err or "--data-dir" in ran.err


@pytest.mark.parametrize("folder", ["/proc/nowhere", "/proc/self/nowhere", "/dev/null/x", "/sys/x"])
@pytest.mark.parametrize("args", WRITES, ids=" ".join)
def test_a_folder_that_not_even_root_may_make_is_named(
    inside: Inside, args: tuple[str, ...], folder: str
) -> None:
    one_line(inside.run(*args, "--data-dir", folder, typed=lines_of(BRIDGE)), folder, "--data-dir")


@pytest.mark.parametrize("args", [*WRITES, *READS], ids=" ".join)
def test_a_journal_of_a_newer_format_is_left_as_it_is(
    inside: Inside, args: tuple[str, ...]
) -> None:
    inside.folder.mkdir()
    journal = inside.folder / "journal.json"
    newer = b'{"format":99,"insights":{},"actions":{},"checkins":{},"sessions":{},"new":{}}'
    journal.write_bytes(newer)
    one_line(inside.run(*args, typed=lines_of(BRIDGE)), "format 99", "Update nowwhat")
    assert journal.read_bytes() == newer
    assert not inside.drafts()


@pytest.mark.parametrize("raw", [b"{", b"", b"[]", b'{"breath":"often"}', b"\xff\x00", b"nul"])
@pytest.mark.parametrize("args", [*WRITES, ("now",), ("breathe", "--plain")], ids=" ".join)
def test_damaged_preferences_are_named_and_left_as_they_are(
    inside: Inside, args: tuple[str, ...], raw: bytes
) -> None:
    inside.folder.mkdir()
    choices = inside.folder / "preferences.json"
    choices.write_bytes(raw)
    one_line(inside.run(*args, typed=lines_of(BRIDGE)), str(choices), "mend it or move it away")
    assert choices.read_bytes() == raw


def test_with_damaged_preferences_people_and_numbers_are_there_all_the_same(inside: Inside) -> None:
    inside.folder.mkdir()
    (inside.folder / "preferences.json").write_bytes(b"{")
    for args in (("care",), ("care", "ireland"), ("care", "--country", "IE")):
        ran = inside.run(*args)
        assert ran.status == 0
        assert PACK.care.words.grounding in ran.flat
    assert "Ireland" in ran.out
    assert "preferences.json" in ran.err
    assert (inside.folder / "preferences.json").read_bytes() == b"{"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the words that one may change."""
    folder = tmp_path / "content" / "en"
    shutil.copytree(str(PACK.folder), folder)
    return folder


def put(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("sessions/bridge.toml", 'kind = "rate"', 'kind = "rat"'), ["bridge.toml", "discomfort"]),
        (("sessions/bridge.toml", 'id = "insight"', "id = "), ["bridge.toml", "TOML"]),
        (("interface.toml", "causal", "casual"), ["interface.toml", "causal"]),
        (("breathing.toml", "seconds = 4", "seconds = -4"), ["breathing.toml"]),
        (("coach.toml", "", "\x00"), ["coach.toml"]),
    ],
)
def test_a_fault_in_the_words_is_told_with_its_place(
    inside: Inside, content: Path, change: tuple[str, str, str], words: list[str]
) -> None:
    file, old, new = change
    put(content / file, old, new)
    ran = inside.run("--content", str(content), "session", "--plain", typed=lines_of(BRIDGE))
    assert ran.status == 2
    assert all(line.startswith("nowwhat: ") for line in ran.err.splitlines())
    assert ran.err.count("\n") <= 2
    for some in words:
        assert some in ran.err
    assert not inside.drafts()
    checked = inside.run("content", "check", str(content))
    assert checked.status == 2
    assert all(some in checked.out + checked.err for some in words)


def test_a_draft_goes_on_in_the_script_that_it_began_with(inside: Inside, content: Path) -> None:
    begun = inside.run(
        "--content", str(content.parent), "session", "--plain", typed=lines_of(BRIDGE[:2])
    )
    assert begun.status == 3
    script = content / "sessions" / "bridge.toml"
    put(script, 'id = "door"', 'id = "gate"')
    put(script, "Does noticing your breath", "Is noticing your breath")
    put(script, 'id = "bridge"', 'id = "bridge"\n# shortened')
    ran = inside.run(
        *("--content", str(PACK.folder), "session", "--plain"),
        typed=["1", *lines_of(BRIDGE[2:])],
    )
    assert ran.status == 0, ran.out
    assert question("bridge", "breath_helps") in ran.flat
    whole = Inside(inside.folder.with_name("whole"), inside.clock)
    assert whole.session(typed=lines_of(BRIDGE)).status == 0
    assert inside.journal() == whole.journal()


def test_a_draft_goes_on_even_where_its_script_is_gone(inside: Inside, content: Path) -> None:
    assert inside.session("stuck", typed=["the same row"]).status == 3
    (content / "sessions" / "stuck.toml").unlink()
    ran = inside.run("--content", str(content), "session", "--plain", typed=["1", "2", "leave"])
    assert ran.status == 3
    assert PACK.script("stuck").title in ran.flat
    assert " ".join(question("stuck", "door").split()) in ran.flat


DAMAGES = [b"", b"{", b"\x00" * 40, b"[]", b'{"id":"x"}', b"\xff\xfe", b'{"format":1}']


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_draft_is_set_aside_with_a_word_and_a_new_session_begins(
    inside: Inside, damage: bytes
) -> None:
    assert inside.session(typed=lines_of(BRIDGE[:2])).status == 3
    (draft,) = inside.drafts()
    draft.write_bytes(damage)
    ran = inside.session(typed=lines_of(BRIDGE))
    assert (ran.status, ran.err) == (0, "")
    (aside,) = (inside.folder / "drafts").glob("*-damaged-*")
    assert " ".join(fill(WORDS.visit.draft_aside, {"file": str(aside)}).split()) in ran.flat
    assert aside.read_bytes() == damage
    assert len(inside.history()["sessions"]) == 1


def test_events_that_do_not_fit_their_script_are_a_damaged_draft(inside: Inside) -> None:
    assert inside.session(typed=lines_of(BRIDGE[:2])).status == 3
    (draft,) = inside.drafts()
    whole = json.loads(draft.read_bytes())
    whole["taken"].reverse()
    draft.write_text(json.dumps(whole))
    ran = inside.session(typed=lines_of(BRIDGE))
    assert (ran.status, ran.err) == (0, "")
    assert list((inside.folder / "drafts").glob("*-damaged-*"))


def a_history_of_two_days(inside: Inside) -> bytes:
    assert inside.run("park", "the first thought").status == 0
    inside.clock.later(days=1)
    assert inside.run("park", "the second thought").status == 0
    inside.clock.later(days=1)
    raw = inside.journal()
    (inside.folder / "journal.json").write_bytes(raw[: len(raw) // 2])
    return raw[: len(raw) // 2]


def told(inside: Inside) -> str:
    (aside,) = inside.folder.glob("journal-damaged-*")
    said = fill(WORDS.visit.journal_aside, {"file": str(aside), "date": "2026-03-04"})
    return " ".join(said.split())


def test_a_damaged_journal_is_set_aside_and_a_session_tells_of_it_once(inside: Inside) -> None:
    damaged = a_history_of_two_days(inside)
    ran = inside.session(typed=lines_of(BRIDGE))
    assert (ran.status, ran.err) == (0, "")
    assert ran.flat.count(told(inside)) == 1
    (aside,) = inside.folder.glob("journal-damaged-*")
    assert aside.read_bytes() == damaged
    assert inside.history()["insights"][0]["text"] == "the first thought"
    assert told(inside) not in inside.session(typed=["leave"]).flat


@pytest.mark.parametrize(
    "args",
    [("now",), ("history",), ("history", "--json"), ("park", "a third"), ("done",), ("--plain",)],
    ids=" ".join,
)
def test_a_damaged_journal_is_told_of_by_whichever_command_finds_it(
    inside: Inside, args: tuple[str, ...]
) -> None:
    a_history_of_two_days(inside)
    ran = inside.run(*args, typed=["leave"])
    assert ran.status in (0, 1)
    assert ran.err == f"nowwhat: {told(inside)}\n"
    assert told(inside) not in ran.flat


def test_a_damaged_journal_without_a_copy_is_told_of_too(inside: Inside) -> None:
    inside.folder.mkdir()
    (inside.folder / "journal.json").write_bytes(b"{")
    ran = inside.session(typed=lines_of(BRIDGE))
    assert ran.status == 0
    (aside,) = inside.folder.glob("journal-damaged-*")
    said = fill(WORDS.visit.journal_aside_empty, {"file": str(aside)})
    assert ran.flat.count(" ".join(said.split())) == 1


def test_a_prompt_that_asks_now_tells_of_it_on_stderr_and_not_twice(inside: Inside) -> None:
    a_history_of_two_days(inside)
    assert inside.run("now").err
    assert inside.run("now").err == ""


def test_at_home_it_is_told_once_however_long_one_stays(inside: Inside) -> None:
    a_history_of_two_days(inside)
    ran = inside.run("--plain", typed=["care", "9", "9", "8", "7", "a thought", "leave"])
    assert ran.status == 0
    assert ran.err == f"nowwhat: {told(inside)}\n"
