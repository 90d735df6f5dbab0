"""A disk that fails through a sitting: what was answered stays, is tried again, and is told of."""

from collections.abc import Callable, Collection
from errno import ENOSPC
from pathlib import Path

import pytest
from tests.end_to_end.answers import AGAIN, BRIDGE, CHECKINS, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS
from tests.plain.person import Person
from tests.sitting.unsteady import unsteady

from nowwhat.packs.filling import fill
from nowwhat.plain.visit import Visit
from nowwhat.session.state import Ending
from nowwhat.store import NotSavedError

ANSWERS = lines_of(tuple((step, "4" if step == "pause" else a) for step, a in BRIDGE))
for _ in range(3):  # no breathing: "" to begin, "" to leave, and the rating after it
    del ANSWERS[4]
KINDS = ("draft", "record", "drop")


class Failing:
    """Fails at calls by their number, from 0, or for ever."""

    def __init__(self, at: Collection[int] | None, kinds: Collection[str] = KINDS) -> None:
        self.at, self.kinds = at, kinds
        self.calls: list[str] = []

    def __call__(self, kind: str) -> bool:
        if kind not in self.kinds:
            return False
        self.calls.append(kind)
        return self.at is None or len(self.calls) - 1 in self.at


class Visited:
    """One visit over an unsteady store."""

    def __init__(self, inside: Inside, fails: Callable[[str], bool], *typed: str) -> None:
        inside.clock.gone = 0.0
        desk = unsteady(inside.run("where").around.desk(), inside.folder, inside.clock, fails)
        self.person = Person(inside.clock, typed or ANSWERS)
        self.visit = Visit(desk, self.person)
        self.ending = self.visit.run(PACK.script("bridge"))

    def times(self, words: str) -> int:
        return sum(words in said for said in self.person.heard)


def whole(tmp_path: Path, inside: Inside) -> bytes:
    steady = Inside(tmp_path / "steady", inside.clock)
    assert steady.session(typed=ANSWERS).status == 0
    return steady.journal()


def not_saved() -> str:
    """The beginning of what is said the first time."""
    return WORDS.sitting.not_saved.partition("{")[0].strip()


def test_steady_it_says_nothing_of_disks(inside: Inside, tmp_path: Path) -> None:
    visited = Visited(inside, Failing(()))
    assert visited.ending is Ending.FINISHED
    for words in (not_saved(), WORDS.sitting.still_not, WORDS.visit.unsaved):
        assert visited.times(words) == 0
    assert inside.journal() == whole(tmp_path, inside)


@pytest.mark.parametrize("at", range(len(ANSWERS)))
def test_an_answer_that_could_not_be_kept_is_kept_with_the_next(
    inside: Inside, tmp_path: Path, at: int
) -> None:
    visited = Visited(inside, Failing({at}, {"draft"}))
    assert visited.ending is Ending.FINISHED
    assert visited.times(not_saved()) == 1
    assert visited.times(WORDS.sitting.still_not) == 0
    last = at == len(ANSWERS) - 1
    assert visited.times(WORDS.sitting.saved_again) == (0 if last else 1)
    kept = inside.journal()
    assert kept == whole(tmp_path, inside)


@pytest.mark.parametrize(("first", "last"), [(0, 3), (2, 6), (5, 10)])
def test_while_it_does_not_work_one_sentence_an_answer_says_so(
    inside: Inside, tmp_path: Path, first: int, last: int
) -> None:
    visited = Visited(inside, Failing(range(first, last), {"draft"}))
    assert visited.times(not_saved()) == 1
    assert visited.times(WORDS.sitting.still_not) == last - first - 1
    assert visited.times(WORDS.sitting.saved_again) == 1
    assert visited.times(WORDS.visit.unsaved) == 0
    assert inside.journal() == whole(tmp_path, inside)


def test_the_sentence_says_what_the_disk_said_and_no_word_of_the_persons(inside: Inside) -> None:
    visited = Visited(inside, Failing({0}, {"draft"}))
    why = str(NotSavedError(Path("draft.json"), ENOSPC))
    said = fill(WORDS.sitting.not_saved, {"why": why})
    assert said in visited.person.heard
    assert "space" in said


def test_if_it_never_works_the_person_is_told_to_write_it_down(inside: Inside) -> None:
    visited = Visited(inside, Failing(None))
    assert visited.ending is Ending.FINISHED
    assert visited.times(not_saved()) == 1
    assert visited.times(WORDS.sitting.still_not) == len(ANSWERS) - 1
    assert visited.person.heard[-1] == WORDS.visit.unsaved
    assert visited.visit.unsaved
    assert inside.history()["actions"] == []


def test_if_only_the_journal_fails_the_draft_holds_it_for_the_next_visit(
    inside: Inside, tmp_path: Path
) -> None:
    visited = Visited(inside, Failing(None, {"record"}))
    assert visited.person.heard[-1] == WORDS.visit.unsaved
    assert len(inside.drafts()) == 1
    assert inside.session(typed=["leave"]).status == 3
    assert inside.journal() == whole(tmp_path, inside)
    assert inside.drafts() == []


def test_if_the_journal_works_again_in_the_end_all_is_there(inside: Inside, tmp_path: Path) -> None:
    visited = Visited(inside, Failing({0}, {"record"}))
    assert visited.times(WORDS.sitting.saved_again) == 1
    assert visited.times(WORDS.visit.unsaved) == 0
    assert inside.journal() == whole(tmp_path, inside)
    assert inside.drafts() == []


def test_an_ended_draft_that_could_not_be_dropped_is_put_away_next_time(
    inside: Inside, tmp_path: Path
) -> None:
    visited = Visited(inside, Failing(None, {"drop"}))
    assert visited.ending is Ending.FINISHED
    assert len(inside.drafts()) == 1
    ran = inside.session(typed=["leave"])
    assert WORDS.visit.resume_yes not in ran.flat
    assert inside.journal() == whole(tmp_path, inside)


def test_leaving_while_it_does_not_work_is_no_crash(inside: Inside) -> None:
    visited = Visited(inside, Failing(None), *ANSWERS[:3], "leave")
    assert visited.ending is Ending.LEFT
    assert visited.person.heard[-1] == WORDS.visit.unsaved
    assert visited.visit.unsaved


def test_setting_down_while_it_does_not_work_is_no_crash(inside: Inside) -> None:
    visited = Visited(inside, Failing(None), *ANSWERS[:3], "set down")
    assert visited.ending is Ending.SET_DOWN
    assert visited.visit.unsaved


def test_a_check_in_that_could_not_be_kept_does_not_bar_the_way(inside: Inside) -> None:
    assert inside.session(typed=ANSWERS).status == 0
    inside.clock.later(days=1)
    failing = Failing(None, {"record"})
    typed = [*lines_of(CHECKINS["done"]), *lines_of(AGAIN[:1])]
    visited = Visited(inside, failing, *typed, "leave")
    assert visited.ending is Ending.LEFT
    assert inside.history()["checkins"] == []
    inside.clock.later(hours=1)
    ran = inside.session(typed=["leave"])
    assert inside.history()["checkins"][0]["outcome"] == "done"
    assert WORDS.visit.check_in not in ran.flat


class Killed(BaseException):
    """The program is gone, between two of its calls."""


@pytest.mark.parametrize("call", range(2 * len(ANSWERS)))
def test_killed_between_any_two_calls_to_the_disk_nothing_is_lost_and_nothing_is_there_twice(
    inside: Inside, tmp_path: Path, call: int
) -> None:
    made: list[str] = []

    def kill(kind: str) -> bool:
        if len(made) == call:
            raise Killed
        made.append(kind)
        return False

    given = 0
    try:
        given = len(ANSWERS) - len(Visited(inside, kill).person.answers)
    except Killed:
        given = made.count("draft")
    inside.clock.later(minutes=7)
    ended = len(ANSWERS) == given
    typed = ANSWERS[given:] if not given else ["1", *ANSWERS[given:]]
    ran = inside.session(typed=["leave"] if ended else typed)
    assert ran.status == (3 if ended else 0), ran.out
    kept = inside.history()
    assert [len(kept[kind]) for kind in ("insights", "actions", "sessions")] == [1, 1, 1], ran.out
    assert kept["actions"][0]["text"] == "Wash one plate"


def test_what_is_committed_to_is_in_the_journal_even_where_nobody_goes_on(
    inside: Inside,
) -> None:
    """Killed after the draft had "I will", and before the journal had the action."""

    def kill(kind: str) -> bool:
        if kind == "record":
            raise Killed
        return False

    with pytest.raises(Killed):
        Visited(inside, kill)
    assert inside.run("now").status == 1
    ran = inside.session(typed=["2", "leave"])
    assert ran.status == 3
    assert inside.run("now").status == 0
    assert WORDS.visit.check_in in ran.flat


@pytest.mark.parametrize("name", ["preferences.json", ".preferences.json.lock"])
def test_choices_that_cannot_be_kept_do_not_stop_a_session(inside: Inside, name: str) -> None:
    ran = inside.session(typed=ANSWERS[:2])
    assert ran.status == 3
    if name == "preferences.json":
        return
    (inside.folder / name).mkdir()
    again = inside.session(typed=["1", *ANSWERS[2:]])
    assert (again.status, again.err) == (0, ""), again.out
