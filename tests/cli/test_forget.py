"""`nowwhat forget`: lists, asks, deletes; and then the words stand in no file."""

from pathlib import Path

import pytest
from tests.end_to_end.answers import ACTION, BRIDGE, SESSIONS, WHEN, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS

from nowwhat.packs.filling import fill
from nowwhat.store.disk import REAL

TAKING = WORDS.taking
SENTINEL = "sentinel-mulberry"


def holding(folder: Path, words: str = SENTINEL) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(path.name for path in files if words.encode() in path.read_bytes())


def answers() -> list[str]:
    """A session in which every text that may be written has the sentinel in it."""
    free = {"insight", "obstacle", "response"}
    return [f"{said} {SENTINEL}" if step in free else said for step, said in BRIDGE]


@pytest.fixture
def full(inside: Inside) -> Inside:
    """Somebody with the words everywhere: entries, backups, a draft, damaged files."""
    inside.run("park", "something else")
    for _ in range(3):
        inside.clock.later(days=1)
        assert inside.session(typed=answers()).status == 0
        assert inside.run("done", "--note", f"a note of {SENTINEL}").status == 0
    inside.clock.later(days=1)
    assert inside.session(typed=[f"half of it {SENTINEL}"]).status == 3
    inside.clock.later(days=1)
    assert inside.run("park", f"later {SENTINEL}").status == 0
    damaged = inside.folder / "drafts" / "s1-damaged-20260101-000000.json"
    damaged.write_text(f'{{"half": "{SENTINEL}')
    (inside.folder / "journal-damaged-20260101-000000.json").write_text(SENTINEL)
    (inside.folder / "trace.log").write_text("trace")
    assert len(holding(inside.folder)) > 5
    return inside


def number_of(inside: Inside, words: str) -> str:
    """The number by which the first entry with these words is deleted."""
    lines = inside.run("forget").out.splitlines()
    return next(line.split()[0] for line in lines if words in line)


def test_without_a_number_the_entries_are_listed(full: Inside) -> None:
    ran = full.run("forget")
    assert ran.status == 0
    *lines, how = ran.out.splitlines()
    assert how == TAKING.to_forget_how
    assert [line.split()[0] for line in lines] == [str(n) for n in range(1, len(lines) + 1)]
    assert [line.split("  ", 1)[1] for line in lines] == full.run("history").out.splitlines()


def test_an_empty_journal_has_nothing_to_delete(inside: Inside) -> None:
    assert inside.run("forget").out == f"{WORDS.shell.history_empty}\n"
    ran = inside.run("forget", "1")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert not inside.folder.exists()


def test_an_entry_goes_with_what_hangs_on_it(inside: Inside) -> None:
    assert inside.session(typed=answers()).status == 0
    inside.clock.later(days=1)
    inside.run("done")
    inside.run("park", "this stays")
    ran = inside.run("forget", number_of(inside, SENTINEL), typed=[TAKING.forget_word.upper()])
    assert ran.status == 0
    assert fill(TAKING.forget_with, {"count": 3}) in ran.out
    assert ran.out.endswith(f"{TAKING.forgotten}\n")
    kept = inside.history()
    assert [insight["text"] for insight in kept["insights"]] == ["this stays"]
    assert [kept[name] for name in ("actions", "checkins", "sessions")] == [[], [], []]
    assert holding(inside.folder) == []
    assert holding(inside.folder, ACTION) == []


def test_an_entry_may_go_alone(inside: Inside) -> None:
    assert inside.session(typed=answers()).status == 0
    ran = inside.run("forget", number_of(inside, SENTINEL), "--only", "--yes")
    assert ran.status == 0
    assert "3 more" not in ran.out
    kept = inside.history()
    assert kept["insights"] == []
    assert kept["actions"][0]["text"] == ACTION
    assert inside.run("now", "--show").out == f"1  {ACTION}, {WHEN}\n"


def test_of_all_that_is_deleted_the_words_stand_in_no_file(full: Inside) -> None:
    while SENTINEL in (listed := full.run("forget").out) or ACTION in listed:
        wanted = SENTINEL if SENTINEL in listed else ACTION
        ran = full.run("forget", number_of(full, wanted), "--yes")
        assert ran.status == 0, ran.err
    assert holding(full.folder) == [path.name for path in (full.folder / "drafts").glob("s*.json")]
    assert len(holding(full.folder)) == 1, "the unfinished session has words of its own"
    assert full.session(typed=["1", "set down"]).status == 0
    assert full.run("forget", number_of(full, SENTINEL), "--yes").status == 0
    assert holding(full.folder) == []
    assert [i["text"] for i in full.history()["insights"]] == ["something else"]


def test_damaged_files_are_told_of_before_they_go(full: Inside) -> None:
    ran = full.run("forget", "1", typed=["no"])
    assert "journal-damaged-20260101-000000.json" in ran.out
    assert "s1-damaged-20260101-000000.json" in ran.out
    assert (full.folder / "journal-damaged-20260101-000000.json").exists()


@pytest.mark.parametrize("typed", [b"", b"no\n", b"yes\n", b"delet\n", b"\xff\n"])
@pytest.mark.parametrize("args", [("1",), ("--everything",)])
def test_nothing_goes_unless_the_word_is_typed(
    full: Inside, args: tuple[str, ...], typed: bytes
) -> None:
    before = {path: path.read_bytes() for path in full.folder.rglob("*.json")}
    ran = full.run("forget", *args, typed=typed)
    assert ran.status == 1
    assert ran.out.endswith(f"{TAKING.not_forgotten}\n")
    assert {path: path.read_bytes() for path in full.folder.rglob("*.json")} == before


@pytest.mark.parametrize("typed", [None, TAKING.forget_all_word])
def test_everything_goes(full: Inside, typed: str | None) -> None:
    full.run("session", "--plain", typed=["leave"])
    args = ("--yes",) if typed is None else ()
    ran = full.run("forget", "--everything", *args, typed=[typed] if typed else b"")
    assert ran.status == 0
    assert ran.out.endswith(f"{TAKING.forgotten_all}\n")
    assert holding(full.folder) == []
    left = {path.name for path in full.folder.rglob("*") if path.is_file()}
    assert left <= {"preferences.json", ".preferences.json.lock"}
    assert full.run("now").status == 1
    assert full.session(typed=lines_of(BRIDGE)).status == 0


def test_somebody_to_call_goes_with_everything(inside: Inside) -> None:
    inside.folder.mkdir()
    (inside.folder / "preferences.json").write_text(f'{{"person": "{SENTINEL}"}}')
    assert inside.run("forget", "--everything", "--yes").status == 0
    assert holding(inside.folder) == []


@pytest.mark.parametrize("everything", [False, True])
def test_a_session_that_is_open_elsewhere_keeps_everything(full: Inside, everything: bool) -> None:
    wanted = "--everything" if everything else number_of(full, "later")
    (draft,) = (p for p in full.drafts() if "damaged" not in p.name)
    draft.write_text(draft.read_text().replace("half of it", "later"))
    held = REAL.claim(draft.with_suffix(".lock"))
    before = {path: path.read_bytes() for path in full.folder.rglob("*.json")}
    ran = full.run("forget", wanted, "--yes")
    held.release()
    assert (ran.status, ran.err.count("\n")) == (4, 1)
    assert {path: path.read_bytes() for path in full.folder.rglob("*.json")} == before


@pytest.mark.parametrize(
    "args", [("0",), ("-1",), ("99",), ("x",), ("--everything", "1"), ("--everything", "--only")]
)
def test_what_cannot_be_meant_is_refused(full: Inside, args: tuple[str, ...]) -> None:
    before = full.journal()
    ran = full.run("forget", *args, "--yes")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert full.journal() == before


def test_a_night_is_deleted_like_any_other_session(inside: Inside) -> None:
    assert inside.session("two-minutes", typed=lines_of(SESSIONS["two-minutes"][1])).status == 0
    count = len(inside.run("forget").out.splitlines()) - 1
    assert inside.run("forget", *map(str, range(1, count + 1)), "--yes").status == 0
    assert all(not rows for name, rows in inside.history().items() if name != "format")
