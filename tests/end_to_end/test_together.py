"""Several programs at once on one data folder: nothing is lost, and no draft is shared."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.end_to_end.answers import ACTION, BRIDGE, CHECKINS, INSIGHT, SESSIONS, lines_of
from tests.end_to_end.conftest import Open, Start
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS, question
from tests.plain.person import FrozenClock, Person

from nowwhat.store import Journal


@pytest.fixture
def reader(folder: Path) -> Inside:
    """Somebody who looks at the same folder from here."""
    return Inside(folder, FrozenClock())


@pytest.mark.parametrize("count", [2, 5])
def test_sessions_at_once_each_keep_their_own(start: Start, reader: Inside, count: int) -> None:
    programs = [start("session", "--plain") for _ in range(count)]
    for program in programs:
        program.until(question("bridge", "insight"))
    for number, program in enumerate(programs):
        program.type(f"{INSIGHT} {number}", *lines_of(BRIDGE[1:]))
    asked = [program.ended() for program in programs]
    waiting = [program for program, status in zip(programs, asked, strict=True) if status]
    assert not waiting, waiting[0].read.decode()
    kept = reader.history()
    assert {i["text"] for i in kept["insights"]} == {f"{INSIGHT} {n}" for n in range(count)}
    assert len({s["id"] for s in kept["sessions"]}) == count
    assert len({a["id"] for a in kept["actions"]}) == count
    assert {a["session"] for a in kept["actions"]} == {s["id"] for s in kept["sessions"]}
    assert reader.drafts() == []
    assert not list(reader.folder.rglob("*damaged*"))


@pytest.mark.parametrize("count", [2, 5])
def test_thoughts_parked_at_once_are_all_there(start: Start, reader: Inside, count: int) -> None:
    programs = [start("park", f"thought {number}") for number in range(count)]
    assert [program.ended() for program in programs] == [0] * count
    assert {i["text"] for i in reader.history()["insights"]} == {
        f"thought {number}" for number in range(count)
    }


def test_parks_check_ins_and_a_session_at_once_lose_nothing(start: Start, reader: Inside) -> None:
    assert reader.session("two-minutes", typed=lines_of(SESSIONS["two-minutes"][1])).status == 0
    session = start("session", "stuck", "--plain")
    session.until(question("stuck", "round", 1))
    others = [start("park", f"thought {number}") for number in range(3)]
    others.append(start("done", "--which", "1", "--note", "at once"))
    session.type(*lines_of(SESSIONS["stuck"][1]))
    assert [program.ended() for program in (*others, session)] == [0] * 5
    kept = reader.history()
    assert len(kept["insights"]) == 3
    assert [c["note"] for c in kept["checkins"]] == ["at once"]
    assert len(kept["actions"]) == 2
    assert len(kept["sessions"]) == 2


def test_a_draft_that_is_open_elsewhere_is_left_alone_and_said_so(
    start: Start, terminal: Open, reader: Inside
) -> None:
    first = terminal("session", "--plain")
    first.until(question("bridge", "insight"))
    first.type(INSIGHT)
    first.until(question("bridge", "discomfort"))
    (draft,) = reader.drafts()
    before = draft.read_bytes()
    second = start("session", "--plain")
    second.until(WORDS.visit.elsewhere)
    second.until(question("bridge", "insight"))
    second.type("another thing", "leave")
    assert second.ended() == 3
    assert draft.read_bytes() == before
    assert WORDS.visit.resume_yes not in second.read.decode()
    assert len(reader.drafts()) == 2
    first.type("6")
    first.until(question("bridge", "breath_helps"))
    first.type("leave")
    assert first.ended() == 3
    assert draft.read_bytes() != before
    third = start("session", "--plain")
    third.until(WORDS.visit.resume_yes)
    assert third.ended() == 3
    assert WORDS.visit.elsewhere not in third.read.decode()


def test_a_draft_taken_between_the_offer_and_the_answer_is_left_alone(
    start: Start, reader: Inside
) -> None:
    assert reader.session(typed=[INSIGHT]).status == 3
    first, second = (start("session", "--plain") for _ in range(2))
    for program in (first, second):
        program.until(WORDS.visit.resume_set_down)
    first.type("1")
    first.until(question("bridge", "discomfort"))
    second.type("1")
    second.until(WORDS.visit.elsewhere)
    assert (second.ended(), first.ended()) == (3, 3)
    assert second.err == ""
    assert len(reader.drafts()) == 1


def test_a_draft_finished_between_the_offer_and_the_answer_is_no_trouble(
    start: Start, reader: Inside
) -> None:
    assert reader.session(typed=lines_of(BRIDGE[:-1])).status == 3
    second = start("session", "--plain")
    second.until(WORDS.visit.resume_new)
    assert reader.session(typed=["1", "2"]).status == 0
    second.type("1")
    second.until(WORDS.visit.elsewhere)
    assert second.ended() == 3
    assert second.err == ""


def test_two_programs_that_begin_in_one_microsecond_have_drafts_of_their_own(
    start: Start, reader: Inside
) -> None:
    programs = [start("session", "--plain", standing=True) for _ in range(2)]
    for number, program in enumerate(programs):
        program.until(question("bridge", "insight"))
        program.type(f"thought {number}")
        program.until(question("bridge", "discomfort"))
    first, second = reader.drafts()
    assert first.name != second.name
    assert b"thought 0" in first.read_bytes() + second.read_bytes()
    assert b"thought 1" in first.read_bytes() + second.read_bytes()


def test_an_action_accounted_for_elsewhere_meanwhile_is_accounted_for_once_more_at_most(
    start: Start, reader: Inside
) -> None:
    assert reader.session(typed=lines_of(BRIDGE)).status == 0
    program = start("session", "--plain")
    program.until(ACTION)
    assert reader.run("done").status == 0
    program.type(*lines_of(CHECKINS["letgo"]))
    program.until(question("bridge", "insight", 1))
    program.ended()
    outcomes = [c["outcome"] for c in reader.history()["checkins"]]
    assert sorted(outcomes) == ["done", "letgo"]
    assert reader.run("now").status == 1


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the journal's lock as another program would."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder / "journal.lock", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(lock)


def hasty(reader: Inside) -> dict[str, object]:
    """A journal that waits for nobody."""
    return {"journal": Journal(reader.folder, clock=reader.clock.now, lock_seconds=0.02)}


@pytest.mark.parametrize("args", [("park", "a thought"), ("done",), ("checkin", "letgo")])
def test_a_journal_held_too_long_ends_a_command_with_status_four(
    reader: Inside, args: tuple[str, ...]
) -> None:
    assert reader.session("stuck", typed=lines_of(SESSIONS["stuck"][1])).status == 0
    before = reader.journal()
    with held(reader.folder):
        ran = reader.run(*args, around=hasty(reader))
        assert reader.run("now").status == 0, "reading waits for nobody"
        assert reader.run("history").status == 0
    assert (ran.status, ran.out) == (4, "")
    assert ran.err.count("\n") == 1
    assert "held by another nowwhat" in ran.err
    assert reader.journal() == before
    assert reader.run(*args, around=hasty(reader)).status == 0


def test_a_journal_held_through_the_end_of_a_session_loses_nothing(reader: Inside) -> None:
    typed = lines_of(SESSIONS["stuck"][1])
    with held(reader.folder):
        ran = reader.run("session", "stuck", "--plain", typed=typed, around=hasty(reader))
    assert ran.status == 2
    assert WORDS.visit.unsaved in ran.flat
    assert reader.history()["actions"] == []
    reader.session("rep", typed=["leave"])
    assert len(reader.history()["sessions"]) == 1


def test_a_journal_let_go_in_time_takes_what_was_kept_in_memory(reader: Inside) -> None:
    lock = held(reader.folder)

    def let_go() -> str:
        lock.__exit__(None, None, None)
        return "2"

    answers = [answer for _, answer in BRIDGE]
    answers[answers.index("\n")] = ""
    person = Person(reader.clock, [*answers[:-1], let_go], early=[(0.0, "")])
    lock.__enter__()
    ran = reader.run("session", "--plain", around={"lines": person, **hasty(reader)})
    assert ran.status == 0
    assert WORDS.sitting.saved_again in person.heard
    assert WORDS.visit.unsaved not in person.heard
    assert len(reader.history()["sessions"]) == 1
