"""A link: one person's way to their room, and to nothing else of it."""

import msgspec
import pytest
from hypothesis import given, settings
from tests.group.strategies import COURSE, Course

from nowwhat.group.agenda import Stop
from nowwhat.group.commands import Join, Leave, Reached, Ready, SpeakAfter
from nowwhat.group.concern import Concern
from nowwhat.group.hub import LocalHub, NoRoomError
from nowwhat.group.link import facilitators_link, participants_link, walls_link
from nowwhat.group.pace import Forward, Pace
from nowwhat.group.refusing import RefusedError
from nowwhat.group.room import Room
from nowwhat.group.views import participant_view

CODE = "pond-lamp-chair"


def a_hub() -> LocalHub:
    hub = LocalHub(lambda: 5.0, lambda _: None)
    pace = Pace((Stop("welcome", 60), Stop("close", 60)))
    hub.open(Room(CODE, "group", pace, salt=7, opened=0, expires=100))
    hub.send(CODE, Join("t1", "Ada"), "newcomer")
    return hub


def test_each_sees_and_asks_as_who_they_are() -> None:
    hub = a_hub()
    one = participants_link(hub, CODE, 1, lambda: 5.0)
    leader = facilitators_link(hub, CODE, lambda: 5.0)
    wall = walls_link(hub, CODE, lambda: 5.0)
    told: list[str] = []
    cancel = one.watch(lambda: told.append(one.view().pacing.stop))
    leader.send(Forward())
    assert told == ["welcome"] == [wall.view().pacing.stop]
    one.send(SpeakAfter())
    assert leader.view().speak == ("Ada",)
    with pytest.raises(RefusedError):
        one.send(Forward())
    with pytest.raises(RefusedError):
        wall.send(Forward())
    cancel()
    leader.send(Forward())
    assert len(told) == 2  # her own wish was the second
    assert one.now() == 5.0


def test_what_was_there_last_is_seen_once_the_room_is_gone() -> None:
    hub = a_hub()
    one = participants_link(hub, CODE, 1, lambda: 5.0)
    before = one.gone
    hub.close(CODE)
    assert (before, one.gone) == (False, True)
    assert one.view().name == "Ada"
    with pytest.raises(NoRoomError):
        one.send(SpeakAfter())
    with pytest.raises(NoRoomError):
        participants_link(hub, CODE, 1, lambda: 5.0)


def test_a_participant_is_not_told_how_far_others_are() -> None:
    hub = a_hub()
    one = participants_link(hub, CODE, 1, lambda: 5.0)
    leader = facilitators_link(hub, CODE, lambda: 5.0)
    hub.send(CODE, Join("t2", "Bo"), "newcomer")
    other = participants_link(hub, CODE, 2, lambda: 5.0)
    told: list[str] = []
    one.watch(lambda: told.append("one"))
    leader.watch(lambda: told.append("leader"))
    leader.send(Forward())
    other.send(Reached(0))
    other.send(Ready())
    assert told == ["one", "leader", "leader", "leader"]
    told.clear()
    one.send(Ready())
    other.send(Leave())
    assert told == ["one", "leader"] * 2


@settings(deadline=None, max_examples=150)
@given(COURSE)
def test_what_is_not_told_is_not_seen(course: Course) -> None:
    for step in course.steps:
        before, after = step.before, step.after
        for each in before.participants:
            if not Concern(each.id)(before, after):
                seen, sees = participant_view(before, each.id), participant_view(after, each.id)
                assert msgspec.json.encode(seen) == msgspec.json.encode(sees)
