"""Repetitions and ladders: the times that something was done, in words; the rung that is next."""

from msgspec.structs import replace
from tests.end_to_end.questions import WORDS
from tests.sitting.a_while import MOST, a_while, at, hello

from nowwhat.session.records import Action, Batch, CheckIn, Outcome, Rung
from nowwhat.sitting.climbing import Step, next_rungs, steps_of, suggested
from nowwhat.sitting.curve import brief_lines, curve_lines, times_of

CURVE = WORDS.curve


def test_a_curve_has_every_time_of_a_chain_oldest_first() -> None:
    done = times_of(a_while(), "a-hello0")
    assert tuple(time.most for time in done) == MOST
    assert [time.likely for time in done] == [80, 70, 60, 50, 40, 30]
    assert [time.came_true for time in done].count("no") == 5
    assert [time.before for time in done] == [6] * 6


def test_what_was_let_go_is_no_time() -> None:
    journal = a_while()
    action = replace(hello(5).actions[0], id="a-more", committed=at(20))
    account = CheckIn("c-more", "a-more", Outcome.LET_GO, at(21))
    journal.record(Batch(actions=(action,), checkins=(account,)))
    assert len(times_of(journal, "a-hello0")) == 6


def test_a_curve_is_said_in_words_with_every_number_and_no_verdict() -> None:
    said = "\n".join(curve_lines(times_of(a_while(), "a-hello0"), CURVE))
    assert "6" in said
    assert ", ".join(map(str, MOST)) in said
    assert "no, no, in part, no, no, no" in said
    assert "80, 70, 60, 50, 40, 30" in said


def test_within_a_session_only_the_latest_are_said() -> None:
    done = times_of(a_while(), "a-hello0")
    said = list(brief_lines((*done, *done), CURVE))
    assert said[:2] == ["Done 12 times since 02 March.", "The last 6:"]
    assert said[2] == "At its most: 7, 8, 6, 7, 5, 4."
    assert len(said) == 4
    assert list(brief_lines(done, CURVE))[1] == said[2]
    assert list(brief_lines(done[:1], CURVE)) == []


def test_one_time_is_no_curve() -> None:
    assert list(curve_lines(times_of(a_while(), "a-walk"), CURVE)) == []
    assert list(curve_lines((), CURVE)) == []


def test_what_was_not_rated_is_said_to_be_so() -> None:
    done = times_of(a_while(), "a-hello0")[:2]
    said = list(curve_lines((replace(done[0], most=None), done[1]), CURVE))
    assert any(f"{CURVE.unsaid}, 8" in line for line in said)
    nothing = [replace(time, most=None, before=None, after=None, likely=None) for time in done]
    assert len(list(curve_lines(nothing, CURVE))) == 2


def steps() -> tuple[Step, ...]:
    journal = a_while()
    return steps_of(journal, journal.ladders()[0])


def test_rungs_come_from_the_easiest_up_with_the_times_they_were_done() -> None:
    assert [(step.rung.id, len(step.done)) for step in steps()] == [
        ("r-walk", 1),
        ("r-sit", 0),
        ("r-say", 0),
    ]


def test_the_easiest_that_was_not_done_is_suggested() -> None:
    rung = suggested(steps())
    assert rung is not None
    assert rung.id == "r-sit"
    assert next_rungs(a_while()) == {"l-meeting": "sit in the empty room"}


def test_once_all_were_done_the_one_done_least_lately_is_suggested() -> None:
    journal = a_while()
    for number, rung in enumerate(("r-say", "r-sit")):
        action = Action(f"a-{rung}", "x", at(10 + number), "s", rung=rung)
        account = CheckIn(f"c-{rung}", action.id, Outcome.PART, at(12 + number))
        journal.record(Batch(actions=(action,), checkins=(account,)))
    known = steps_of(journal, journal.ladders()[0])
    assert [rung.id for rung in [suggested(known)] if rung] == ["r-walk"]


def test_a_rung_that_was_not_rated_comes_last_and_an_empty_ladder_suggests_nothing() -> None:
    journal = a_while()
    journal.record(Batch(rungs=(Rung("r-new", "l-meeting", "wave from the door", at(7)),)))
    known = steps_of(journal, journal.ladders()[0])
    assert [step.rung.id for step in known] == ["r-walk", "r-sit", "r-say", "r-new"]
    journal.forget(["r-walk", "r-sit", "r-say", "r-new"])
    assert suggested(()) is None
    assert next_rungs(journal) == {}
