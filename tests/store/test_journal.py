"""What a journal keeps and gives back, on a disk and in memory alike."""

from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from tests.store.samples import Place, batch_of, kept_in

from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, CheckIn, Insight, Outcome, Pause, Session

NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)


def insight(key: str, text: str = "It is me", *, hours: int = 0) -> Insight:
    return Insight(key, text, Moment(NOON + timedelta(hours=hours), "UTC"))


def action(key: str, *, hours: int = 0) -> Action:
    return Action(key, "Call", Moment(NOON + timedelta(hours=hours), "UTC"), "s")


def checkin(key: str, of: str, outcome: Outcome, *, stays_open: bool = False) -> CheckIn:
    return CheckIn(key, of, outcome, Moment(NOON, "UTC"), stays_open)


def test_a_new_journal_is_empty(place: Place) -> None:
    assert kept_in(place.journal()) == Batch()
    assert place.journal().open_actions() == ()
    assert place.journal().trouble is None


def test_what_was_recorded_is_there_for_the_next_program(place: Place) -> None:
    place.journal().record(batch_of(1))
    place.journal().record(batch_of(2))
    one, two = batch_of(1), batch_of(2)
    assert kept_in(place.journal()) == Batch(
        one.insights + two.insights,
        one.actions + two.actions,
        one.checkins + two.checkins,
        one.sessions + two.sessions,
    )


def test_a_full_session_comes_back_as_it_was(place: Place) -> None:
    at = Moment(
        datetime(2025, 7, 1, 7, 30, 0, 123456, timezone(timedelta(hours=5.5))), "Asia/Kolkata"
    )
    session = Session(
        "s1", "bridge", "en", "full", at, at, "set_down", before=0, after=10,
        pauses=(Pause("longer-out", 60, "stayed"), Pause("ground", 0, "declined")),
        answers={"again": "yes", "likely": 100},
    )  # fmt: skip
    place.journal().record(Batch(sessions=(session,)))
    assert place.journal().sessions() == (session,)
    assert place.journal().sessions()[0].began.at.utcoffset() == timedelta(hours=5.5)


def test_saving_again_changes_nothing(place: Place) -> None:
    place.journal().record(batch_of(1))
    place.journal().record(batch_of(1))
    assert kept_in(place.journal()) == batch_of(1)


def test_a_record_whose_id_is_there_is_the_record_that_is_there(place: Place) -> None:
    place.journal().record(Batch(insights=(insight("i1", "first"),)))
    place.journal().record(Batch(insights=(insight("i1", "second"), insight("i2", "third"))))
    assert [kept.text for kept in place.journal().insights()] == ["first", "third"]


def test_one_id_twice_in_a_batch_is_one_record(place: Place) -> None:
    place.journal().record(Batch(insights=(insight("i1", "first"), insight("i1", "second"))))
    assert [kept.text for kept in place.journal().insights()] == ["first"]


def test_records_come_in_the_order_of_their_time_wherever_they_were_lived(place: Place) -> None:
    east = Moment(datetime(2025, 1, 1, 14, tzinfo=timezone(timedelta(hours=9))), "Asia/Tokyo")
    late, early = insight("i1", hours=3), insight("i3", hours=1)
    place.journal().record(Batch(insights=(late, early, Insight("i2", "x", east))))
    assert [kept.id for kept in place.journal().insights()] == ["i2", "i3", "i1"]


@pytest.mark.parametrize("outcome", Outcome)
def test_a_check_in_closes_its_action_whatever_came_of_it(place: Place, outcome: Outcome) -> None:
    place.journal().record(Batch(actions=(action("a1"), action("a2", hours=1))))
    place.journal().record(Batch(checkins=(checkin("c1", "a1", outcome),)))
    assert [kept.id for kept in place.journal().open_actions()] == ["a2"]


def test_a_check_in_that_leaves_its_action_open_does_not_close_it(place: Place) -> None:
    waits = checkin("c1", "a1", Outcome.NOT_YET, stays_open=True)
    place.journal().record(Batch(actions=(action("a1"),), checkins=(waits,)))
    assert place.journal().open_actions() == (action("a1"),)
    place.journal().record(Batch(checkins=(checkin("c2", "a1", Outcome.DONE),)))
    assert place.journal().open_actions() == ()


def test_open_actions_come_oldest_first(place: Place) -> None:
    place.journal().record(Batch(actions=(action("a1", hours=2), action("a2", hours=1))))
    assert [kept.id for kept in place.journal().open_actions()] == ["a2", "a1"]


@pytest.mark.parametrize(
    "text", ["\x00\x1b[31m\x7f\x85", "a\r\nb\u2028c", '"\\{}', "  ", "👩‍👩‍👧\u202e", "e\u0301"]
)
def test_words_are_kept_exactly_as_they_were_typed(place: Place, text: str) -> None:
    place.journal().record(Batch(insights=(insight("i1", text),)))
    assert place.journal().insights()[0].text == text


def test_a_lone_surrogate_becomes_the_replacement_character(place: Place) -> None:
    lone = msgspec.structs.replace(
        batch_of(1).sessions[0], answers={"a\ud800b": "c\udfffd", "n": 3}
    )
    place.journal().record(
        Batch(insights=(insight("i1", "x\udc9fy"),), sessions=(lone,)),
    )
    assert place.journal().insights()[0].text == "x\ufffdy"
    assert place.journal().sessions()[0].answers == {"a\ufffdb": "c\ufffdd", "n": 3}


def test_recording_nothing_is_fine(place: Place) -> None:
    place.journal().record(Batch())
    assert kept_in(place.journal()) == Batch()
