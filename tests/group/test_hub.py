"""The local hub: watchers are told of each change in order, and none is called within another."""

import pytest
from tests.group.samples import lobby, running

from nowwhat.group.commands import Lock, Ready, Unlock
from nowwhat.group.hub import Hub, LocalHub, NoRoomError, RoomTakenError
from nowwhat.group.pace import Forward
from nowwhat.group.refusing import RefusedError
from nowwhat.group.room import Room

CODE = "amber-lake-fox"


class Clock:
    """A clock that stands until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def mishaps() -> list[Exception]:
    return []


@pytest.fixture
def hub(clock: Clock, mishaps: list[Exception]) -> Hub:
    hub = LocalHub(clock, mishaps.append)
    hub.open(running())
    return hub


def test_what_is_sent_is_told_to_all_who_watch(hub: Hub) -> None:
    one: list[Room] = []
    two: list[Room] = []
    hub.watch(CODE, one.append)
    hub.watch(CODE, two.append)
    first, second = hub.send(CODE, Ready(), 1), hub.send(CODE, Lock(), "facilitator")
    assert one == two == [first, second]
    assert hub.room(CODE) == second


def test_the_clock_is_the_hub_s(hub: Hub, clock: Clock) -> None:
    clock.now = 500
    assert hub.send(CODE, Forward(), "facilitator").pace.since == 500


def test_what_changes_nothing_is_not_told(hub: Hub) -> None:
    told: list[Room] = []
    hub.watch(CODE, told.append)
    hub.send(CODE, Unlock(), "facilitator")
    with pytest.raises(RefusedError):
        hub.send(CODE, Forward(), 1)
    assert told == []
    assert hub.room(CODE) == running()


def test_a_watch_can_be_ended_twice(hub: Hub) -> None:
    told: list[Room] = []
    cancel = hub.watch(CODE, told.append)
    cancel()
    cancel()
    hub.send(CODE, Lock(), "facilitator")
    assert told == []


def test_the_same_watcher_may_watch_twice(hub: Hub) -> None:
    told: list[Room] = []
    cancel = hub.watch(CODE, told.append)
    hub.watch(CODE, told.append)
    hub.send(CODE, Lock(), "facilitator")
    cancel()
    hub.send(CODE, Unlock(), "facilitator")
    assert [room.locked for room in told] == [True, True, False]


def test_a_watcher_that_raises_harms_nobody_else(hub: Hub, mishaps: list[Exception]) -> None:
    told: list[Room] = []

    def breaks(_room: Room) -> None:
        raise ValueError

    hub.watch(CODE, breaks)
    hub.watch(CODE, told.append)
    room = hub.send(CODE, Lock(), "facilitator")
    assert told == [room]
    assert [type(each) for each in mishaps] == [ValueError]
    assert hub.send(CODE, Unlock(), "facilitator") == told[1]


def test_nobody_is_told_while_another_one_is(hub: Hub) -> None:
    course: list[tuple[str, bool]] = []

    def answers(room: Room) -> None:
        course.append(("answers begins", room.locked))
        if room.locked:
            assert not hub.send(CODE, Unlock(), "facilitator").locked
        course.append(("answers ends", room.locked))

    hub.watch(CODE, answers)
    hub.watch(CODE, lambda room: course.append(("watches", room.locked)))
    hub.send(CODE, Lock(), "facilitator")
    assert course == [
        ("answers begins", True),
        ("answers ends", True),
        ("watches", True),
        ("answers begins", False),
        ("answers ends", False),
        ("watches", False),
    ]


def test_whoever_begins_to_watch_meanwhile_is_told_of_what_comes_after(hub: Hub) -> None:
    late: list[Room] = []

    def joins(room: Room) -> None:
        if room.locked:
            hub.send(CODE, Unlock(), "facilitator")
            hub.watch(CODE, late.append)

    hub.watch(CODE, joins)
    hub.send(CODE, Lock(), "facilitator")
    assert late == []
    room = hub.send(CODE, Ready(), 1)
    assert late == [room]


def test_a_watch_that_another_watcher_ends_is_ended_at_once(hub: Hub) -> None:
    told: list[Room] = []

    def ends(_room: Room) -> None:
        cancel()

    hub.watch(CODE, ends)
    cancel = hub.watch(CODE, told.append)
    hub.send(CODE, Lock(), "facilitator")
    assert told == []


def test_no_two_rooms_have_one_code(hub: Hub) -> None:
    with pytest.raises(RoomTakenError):
        hub.open(lobby())
    assert hub.room(CODE) == running()
    assert hub.codes() == (CODE,)


def test_a_room_that_is_closed_is_forgotten(hub: Hub) -> None:
    told: list[Room] = []
    cancel = hub.watch(CODE, told.append)
    hub.close(CODE)
    hub.close(CODE)
    assert (hub.room(CODE), hub.codes(), told) == (None, (), [])
    cancel()
    with pytest.raises(NoRoomError):
        hub.send(CODE, Lock(), "facilitator")
    with pytest.raises(NoRoomError):
        hub.watch(CODE, told.append)
    hub.open(lobby())
    assert told == []


def test_of_a_room_that_a_watcher_closes_nobody_is_told_any_more(hub: Hub) -> None:
    told: list[Room] = []
    hub.watch(CODE, lambda _room: hub.close(CODE))
    hub.watch(CODE, told.append)
    hub.send(CODE, Lock(), "facilitator")
    assert told == []


def test_rooms_expire_and_those_who_watch_are_told(hub: Hub, clock: Clock) -> None:
    told: list[Room] = []
    hub.watch(CODE, told.append)
    clock.now = 7199
    assert hub.expire() == ()
    clock.now = 7200
    assert hub.expire() == (CODE,)
    assert [room.phase for room in told] == ["over"]
    assert hub.room(CODE) is None
    assert hub.expire() == ()


def test_a_room_that_expires_while_a_watcher_is_told_is_told_in_its_turn(
    hub: Hub, clock: Clock
) -> None:
    told: list[tuple[bool, bool]] = []

    def expires(room: Room) -> None:
        told.append((room.locked, room.ended))
        clock.now = 7200
        hub.expire()

    hub.watch(CODE, expires)
    hub.send(CODE, Lock(), "facilitator")
    assert told == [(True, False), (True, True)]
