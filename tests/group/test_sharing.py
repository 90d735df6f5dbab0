"""The board: one's own act, seen as it was previewed, taken back whole, in no order of time."""

import pytest
from tests.group.samples import after, led, refuses, running, who, with_people

from nowwhat.group.board import board_of, for_buddies, in_view, of_one, to_buddies
from nowwhat.group.commands import (
    CloseSharing,
    Drop,
    End,
    Hide,
    Leave,
    OpenSharing,
    Pair,
    Return,
    Share,
    TakeBack,
    Unhide,
    WantBuddy,
)
from nowwhat.group.refusing import Reason
from nowwhat.group.room import Room
from nowwhat.group.sharing import as_seen


def shared_by(room: Room, number: int) -> int:
    (item,) = (each.id for each in room.shared if each.by == number)
    return item


def test_what_is_shared_is_seen_as_text_on_one_line() -> None:
    assert as_seen("  Call\nthe \tclinic \x1b[2J\u202e ") == "Call the clinic \u241b[2J\ufffd"


@pytest.mark.parametrize(("text", "reason"), [("  \n", "blank"), ("a" * 501, "too_long")])
def test_nothing_and_too_much_are_refused(text: str, reason: Reason) -> None:
    refuses(running(), Share(text, "action"), 1, reason)
    assert as_seen("a" * 500) == "a" * 500


def test_the_board_takes_what_is_shared_while_sharing_is_open() -> None:
    closed = led(running(), CloseSharing())
    refuses(closed, Share("words", "action"), 1, "closed")
    room = after(led(closed, OpenSharing()), (1, Share("words", "action")))
    assert [item.text for item in in_view(led(room, CloseSharing()))] == ["words"]


def test_what_is_for_buddies_needs_no_open_board() -> None:
    room = after(led(running(), CloseSharing()), (1, Share("words", "action", place="buddy")))
    assert board_of(room) == ()
    assert [item.text for item in for_buddies(room, 1)] == ["words"]


def test_there_is_one_of_each_kind_in_each_place() -> None:
    room = after(running(), (1, Share("a", "action")), (1, Share("b", "sentence")))
    refuses(room, Share("c", "action"), 1, "one_is_there")
    room = after(room, (1, Share("c", "action", place="buddy")), (2, Share("d", "action")))
    again = after(room, (1, TakeBack(board_id(room, "a"))), (1, Share("e", "action")))
    assert sorted(item.text for item in board_of(again)) == ["b", "d", "e"]


def board_id(room: Room, text: str) -> int:
    (item,) = (each.id for each in board_of(room) if each.text == text)
    return item


def test_a_name_stands_with_it_only_if_there_is_one_and_it_was_chosen() -> None:
    room = with_people(running(2), [""])
    room = after(
        room,
        (1, Share("a", "action", named=True)),
        (2, Share("b", "action")),
        (3, Share("c", "action", named=True)),
    )
    assert {item.text: item.name for item in in_view(room)} == {"a": "Ada", "b": None, "c": None}


def test_what_is_taken_back_is_gone_with_who_shared_it() -> None:
    before = running()
    room = after(before, (1, Share("words", "action", named=True)))
    gone = apply_take_back(room, 1)
    assert gone.shared == ()
    assert (gone.participants, gone.given) == (before.participants, 1)


def apply_take_back(room: Room, number: int) -> Room:
    return after(room, (number, TakeBack(shared_by(room, number))))


def test_it_can_be_taken_back_when_all_is_over_and_after_a_drop() -> None:
    room = led(after(running(), (1, Share("words", "action"))), End())
    room = after(room, (1, Drop()), ("newcomer", Return("t1")))
    assert apply_take_back(room, 1).shared == ()


def test_nobody_takes_back_what_another_shared() -> None:
    room = after(running(), (1, Share("words", "action")))
    refuses(room, TakeBack(shared_by(room, 1)), 2, "no_such_item")
    refuses(room, TakeBack(1), 1, "no_such_item")


def test_what_is_hidden_is_seen_by_whoever_leads_and_whoever_shared_it() -> None:
    room = after(running(), (1, Share("words", "action")))
    hidden = led(room, Hide(shared_by(room, 1)))
    assert in_view(hidden) == of_one(hidden, 2) == ()
    assert [item.hidden for item in board_of(hidden)] == [True]
    assert [(item.hidden, item.mine) for item in of_one(hidden, 1)] == [(True, True)]
    assert in_view(led(hidden, Unhide(shared_by(room, 1)))) == in_view(room)
    refuses(room, Hide(1), "facilitator", "no_such_item")


def test_the_facilitator_hides_nothing_that_is_not_on_the_board() -> None:
    room = after(running(), (1, Share("words", "action", place="buddy")))
    refuses(room, Hide(shared_by(room, 1)), "facilitator", "no_such_item")


def test_the_board_is_in_no_order_of_time_and_keeps_the_one_it_has() -> None:
    room, seen = running(), []
    for number in range(1, 9):
        before = [item.text for item in board_of(room)]
        room = after(room, (number, Share(str(number), "action")))
        seen = [item.text for item in board_of(room)]
        assert [text for text in seen if text != str(number)] == before
    assert seen != sorted(seen)
    assert seen != sorted(seen, reverse=True)


def test_a_number_of_an_item_tells_not_when_it_came() -> None:
    room = running()
    for number in range(1, 9):
        room = after(room, (number, Share(str(number), "action")))
    ids = [each.id for each in room.shared]
    assert len(set(ids)) == 8
    assert ids != sorted(ids)
    assert not set(ids) & set(range(200))


def test_a_buddy_sees_what_bears_a_name_and_what_is_for_them() -> None:
    room = after(
        led(after(running(), (1, WantBuddy()), (2, WantBuddy())), Pair(1)),
        (1, Share("unnamed", "action")),
        (1, Share("named", "sentence", named=True)),
        (1, Share("for you", "action", place="buddy")),
    )
    assert {item.text for item in to_buddies(room, 1)} == {"named", "for you"}
    hidden = led(room, Hide(board_id(room, "named")))
    assert {item.text for item in to_buddies(hidden, 1)} == {"for you"}


def test_what_was_shared_stays_when_one_leaves() -> None:
    room = after(running(), (1, Share("words", "action")), (1, Leave()))
    assert len(room.shared) == 1
    assert who(room, 1).presence == "left"
