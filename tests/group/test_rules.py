"""Who may do what in which phase, and what each command does."""

from datetime import date
from itertools import product
from typing import get_args

import pytest
from msgspec.structs import replace
from tests.group.samples import after, led, lobby, reason_for, refuses, running, who, with_people

from nowwhat.group.coming import TURNOVER
from nowwhat.group.commands import (
    AskBuddy,
    Attend,
    Ban,
    BreatheNoMore,
    BreatheTogether,
    CloseSharing,
    Command,
    Depart,
    Drop,
    End,
    Expire,
    Hands,
    Hide,
    Join,
    Leave,
    Lock,
    OpenSharing,
    Pair,
    Reached,
    Ready,
    Remove,
    Return,
    Share,
    SpeakAfter,
    TakeBack,
    Unhide,
    Unlock,
    WantBuddy,
)
from nowwhat.group.pace import Backward, Extend, Forward, Pause, Proceed
from nowwhat.group.room import Breathing, Phase, Room
from nowwhat.group.rules import MAY, By, Role, apply

ROOMS: dict[Phase, Room] = {
    "lobby": with_people(lobby()),
    "running": running(),
    "over": led(running(), End()),
}
ONE_OF_EACH: tuple[Command, ...] = (
    Join("new"), Return("t1"), Leave(), Drop(), Reached(0), Ready(), Share("words", "action"),
    TakeBack(5), SpeakAfter(), WantBuddy(), AskBuddy(None), BreatheTogether("sigh"),
    BreatheNoMore(), Lock(), Unlock(), OpenSharing(), CloseSharing(), Hide(5), Unhide(5),
    Remove(1), Ban(1), Pair(1), Hands(3), End(), Attend("key"), Depart("key"), Expire(),
    Forward(), Backward(), Extend(), Pause(), Proceed(),
)  # fmt: skip
ASKERS: dict[Role, By] = {
    "newcomer": "newcomer",
    "participant": 1,
    "facilitator": "facilitator",
    "clock": "clock",
}


def flat(kinds: object) -> set[object]:
    inner = get_args(kinds)
    return set().union(*map(flat, inner)) if inner else {kinds}


def test_the_table_is_tried_with_one_of_each_command() -> None:
    assert {type(command) for command in ONE_OF_EACH} == flat(Command)
    assert set().union(*(k for phases in MAY.values() for k in phases.values())) == flat(Command)


@pytest.mark.parametrize(("role", "phase"), list(product(MAY, ROOMS)))
@pytest.mark.parametrize("command", ONE_OF_EACH, ids=lambda command: type(command).__name__)
def test_the_table_decides_what_is_out_of_turn(role: Role, phase: Phase, command: Command) -> None:
    room = ROOMS[phase]
    if type(command) not in MAY[role][phase]:
        refuses(room, command, ASKERS[role], "out_of_turn", now=9999)
        return
    assert reason_for(room, command, ASKERS[role], now=9999) != "out_of_turn"


def test_only_the_facilitator_moves_the_pace() -> None:
    may = {role for role, phases in MAY.items() for kinds in phases.values() if Forward in kinds}
    assert may == {"facilitator"}


def test_every_rule_knows_every_phase() -> None:
    assert all(set(phases) == set(get_args(Phase)) for phases in MAY.values())


def test_when_it_is_over_nothing_new_begins_and_everybody_may_still_undo() -> None:
    over = {role: phases["over"] for role, phases in MAY.items()}
    assert over["newcomer"] == {Return}
    assert over["participant"] == {Leave, Drop, TakeBack, SpeakAfter, WantBuddy, AskBuddy}
    assert over["facilitator"] == {Attend, Depart, Remove, Ban, Hide, Unhide}


def test_in_the_lobby_nothing_is_shared_and_nobody_is_ready() -> None:
    lobby_of = {role: phases["lobby"] for role, phases in MAY.items()}
    assert lobby_of["participant"] == {Leave, Drop, SpeakAfter, WantBuddy}
    assert not lobby_of["facilitator"] & {BreatheTogether, BreatheNoMore, Pair, Hands}


# Coming and going


def test_who_joins_late_is_at_the_open_stop() -> None:
    room = led(running(), Forward(), Forward())
    room = apply(room, Join("late", "Late"), "newcomer", 0)
    assert who(room, 9).reached == 2


def test_who_joins_before_the_first_stop_is_at_none() -> None:
    assert who(ROOMS["lobby"], 1).reached == -1


def test_who_joins_after_the_last_stop_is_at_the_last_one() -> None:
    room = led(running(), *[Forward()] * 3, Forward())
    assert who(apply(room, Join("late"), "newcomer", 0), 9).reached == 3


def test_a_drop_keeps_everything() -> None:
    room = after(
        running(),
        (1, Share("words", "action")),
        (1, Ready()),
        (1, SpeakAfter()),
        (1, WantBuddy()),
    )
    dropped = apply(room, Drop(), 1, 5)
    assert who(dropped, 1) == replace(who(room, 1), presence="away")
    assert dropped.shared == room.shared
    back = apply(dropped, Return("t1"), "newcomer", 9)
    assert who(back, 1) == replace(who(room, 1), line=2)


def test_a_line_that_was_taken_over_may_drop_late() -> None:
    room = apply(running(), Return("t1"), "newcomer", 0)
    assert who(apply(room, Drop(line=1), 1, 0), 1).present
    assert not who(apply(room, Drop(line=2), 1, 0), 1).present


def test_who_left_is_not_ready_any_more() -> None:
    room = after(running(), (1, Ready()), (1, Leave()), ("newcomer", Return("t1")))
    assert not who(room, 1).ready


def test_nobody_joins_twice() -> None:
    refuses(running(), Join("t1", "Ada"), "newcomer", "known")


def test_nobody_comes_back_who_never_came() -> None:
    refuses(running(), Return("t99"), "newcomer", "unknown")


def test_nobody_joins_without_a_token() -> None:
    refuses(running(), Join("", "Ada"), "newcomer", "unknown")


def test_a_locked_room_takes_those_back_who_were_there() -> None:
    room = led(after(running(), (1, Drop()), (2, Leave())), Remove(3), Lock())
    refuses(room, Join("new", "Ines"), "newcomer", "locked")
    assert who(apply(room, Return("t1"), "newcomer", 0), 1).present
    assert who(apply(room, Return("t2"), "newcomer", 0), 2).present
    refuses(room, Return("t3"), "newcomer", "locked")
    assert who(apply(led(room, Unlock()), Return("t3"), "newcomer", 0), 3).present


def test_who_was_removed_may_come_back_and_who_was_banned_may_not() -> None:
    removed, banned = led(running(), Remove(1)), led(running(), Ban(1))
    assert who(removed, 1).presence == who(banned, 1).presence == "removed"
    assert who(apply(removed, Return("t1"), "newcomer", 0), 1).present
    refuses(banned, Return("t1"), "newcomer", "banned")
    refuses(banned, Join("t1"), "newcomer", "banned")


def test_a_line_drops_after_its_participant_was_taken_out() -> None:
    room = led(running(), Remove(1))
    assert apply(room, Drop(), 1, 0) == room


def test_what_somebody_shared_goes_with_them_when_they_are_taken_out() -> None:
    room = after(running(), (1, Share("mine", "action")), (2, Share("yours", "action")))
    for command in (Remove(1), Ban(1)):
        assert [each.text for each in led(room, command).shared] == ["yours"]


@pytest.mark.parametrize("gone", [("facilitator", Remove(1)), (1, Leave()), (1, Drop())])
def test_who_is_not_here_asks_for_nothing(gone: tuple[By, Command]) -> None:
    refuses(after(running(), gone), Ready(), 1, "not_here")


def test_nobody_is_asked_for_who_is_not_there() -> None:
    refuses(running(), Ready(), 9, "unknown")
    refuses(running(), Ready(), 0, "unknown")
    refuses(running(), Remove(-1), "facilitator", "unknown")


def test_who_comes_and_goes_for_ever_does_not_fill_a_room_for_ever() -> None:
    room = lobby(most=1)
    for number in range(1, TURNOVER + 1):
        room = after(room, ("newcomer", Join(f"t{number}")), (number, Leave()))
    refuses(room, Join("new"), "newcomer", "full")
    assert who(apply(room, Return("t1"), "newcomer", 0), 1).present


def test_a_full_room_keeps_the_seat_of_those_whose_line_dropped() -> None:
    room = with_people(lobby(most=2), ["Ada", "Ben"])
    refuses(room, Join("new"), "newcomer", "full")
    dropped = apply(room, Drop(), 1, 0)
    refuses(dropped, Join("new"), "newcomer", "full")
    assert who(apply(dropped, Return("t1"), "newcomer", 0), 1).present
    left = after(room, (1, Leave()), ("newcomer", Join("new")))
    refuses(left, Return("t1"), "newcomer", "full")


def test_those_who_lead_come_and_go_while_the_room_goes_on() -> None:
    room = led(running(), Attend("key"), Attend("other"), Depart("key"))
    assert [each.present for each in room.leaders] == [False, True]
    back = led(room, Attend("key"))
    assert [each.present for each in back.leaders] == [True, True]
    assert led(back, Depart("key", line=1)) == back
    refuses(room, Depart("nobody"), "facilitator", "unknown")


# The pace


def test_at_another_stop_nobody_is_ready_and_nothing_is_breathed() -> None:
    room = led(after(running(), (1, Ready())), BreatheTogether("sigh"))
    assert who(room, 1).ready
    for moved in (led(room, Forward()), led(led(room, Forward()), Backward())):
        assert not any(each.ready for each in moved.participants)
        assert moved.breathing is None
    assert led(room, Extend()).breathing == room.breathing
    assert who(led(room, Pause()), 1).ready


def test_readiness_can_be_taken_back() -> None:
    assert not who(after(running(), (1, Ready()), (1, Ready(yes=False))), 1).ready


def test_nobody_is_ready_for_nothing() -> None:
    room = led(running(), *[Forward()] * 4)
    assert not who(apply(room, Ready(), 1, 0), 1).ready


def test_one_reaches_what_is_open_and_nothing_beyond() -> None:
    room = led(running(), Forward())
    assert who(apply(room, Reached(1), 1, 0), 1).reached == 1
    refuses(room, Reached(2), 1, "ahead")
    refuses(room, Reached(-1), 1, "ahead")


def test_when_the_pace_goes_back_nobody_is_ahead() -> None:
    room = after(led(running(), Forward(), Forward()), (1, Reached(2)), (2, Reached(1)))
    back = led(room, Backward(), Backward())
    assert [each.reached for each in back.participants][:3] == [0, 0, -1]


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), -float("inf"), 90000])
def test_no_time_is_given_that_is_no_time(seconds: float) -> None:
    refuses(running(), Extend(seconds), "facilitator", "not_a_number")


def test_breathing_together_begins_once_for_all() -> None:
    room = led(running(), BreatheTogether("sigh"), now=60)
    assert room.breathing == Breathing("sigh", 60)
    assert led(room, BreatheTogether("sigh"), now=61) == room
    assert led(room, BreatheTogether("even"), now=61).breathing == Breathing("even", 61)
    assert led(room, BreatheNoMore()).breathing is None
    refuses(room, BreatheTogether("box"), "facilitator", "no_such_pattern")


def test_hands_are_kept_for_each_stop_and_the_last_number_counts() -> None:
    room = led(running(), Hands(3), Hands(4), Forward(), Hands(0))
    assert [(each.stop, each.hands) for each in room.counted] == [(0, 4), (1, 0)]
    assert [each.stop for each in led(room, Hands(None)).counted] == [0]
    refuses(room, Hands(-1), "facilitator", "not_a_number")
    refuses(room, Hands(1001), "facilitator", "not_a_number")
    refuses(led(room, *[Forward()] * 3), Hands(1), "facilitator", "out_of_turn")


def test_after_the_last_stop_the_room_runs_on_until_it_is_ended() -> None:
    room = led(running(), *[Forward()] * 4)
    assert (room.pace.over, room.phase) == (True, "running")
    assert led(room, Backward()).pace.at == 3
    assert led(room, End()).phase == "over"


def test_a_room_expires_when_its_time_is_up() -> None:
    room = running()
    refuses(room, Expire(), "clock", "not_yet", now=7199)
    assert apply(room, Expire(), "clock", 7200).phase == "over"


# Buddies


def wanting(count: int) -> Room:
    return after(running(count), *((number, WantBuddy()) for number in range(1, count + 1)))


@pytest.mark.parametrize(("count", "groups"), [(2, [2]), (3, [3]), (6, [2] * 3), (7, [2, 2, 3])])
def test_those_who_want_are_paired(count: int, groups: list[int]) -> None:
    room = led(wanting(count), Pair(3))
    assert sorted(map(len, room.buddies)) == groups
    members = sorted(member for group in room.buddies for member in group)
    assert members == list(range(1, count + 1))


def test_nobody_is_paired_who_did_not_ask() -> None:
    room = led(after(running(), (1, WantBuddy()), (2, WantBuddy())), Pair(3))
    assert sorted(room.buddies[0]) == [1, 2]


def test_one_alone_is_not_paired() -> None:
    refuses(after(running(), (1, WantBuddy())), Pair(3), "facilitator", "too_few")


def test_the_seed_draws_the_order() -> None:
    assert len({led(wanting(8), Pair(seed)).buddies for seed in range(20)}) > 10
    assert led(wanting(8), Pair(4)) == led(wanting(8), Pair(4))


def test_who_wants_one_later_joins_and_a_three_becomes_two_pairs() -> None:
    room = led(wanting(2), Pair(3))
    three = led(after(with_people(room, ["C"]), (3, WantBuddy())), Pair(4))
    assert sorted(map(len, three.buddies)) == [3]
    four = led(after(with_people(three, ["D"]), (4, WantBuddy())), Pair(5))
    assert sorted(map(len, four.buddies)) == [2, 2]


def test_who_wants_none_any_more_has_none_and_a_day_goes_with_them() -> None:
    day = date(2026, 11, 24)
    pair = after(led(wanting(2), Pair(3)), (1, AskBuddy(day)), (2, AskBuddy(day)))
    assert who(pair, 1).asks_on == day
    alone = apply(pair, WantBuddy(yes=False), 1, 0)
    assert alone.buddies == ()
    assert [each.asks_on for each in alone.participants] == [None, None]
    three = after(led(wanting(3), Pair(3)), (2, AskBuddy(day)))
    two = led(three, Remove(1))
    assert [sorted(group) for group in two.buddies] == [[2, 3]]
    assert who(two, 2).asks_on == day


def test_buddies_stay_when_one_leaves() -> None:
    pair = led(wanting(2), Pair(3))
    assert apply(pair, Leave(), 1, 0).buddies == pair.buddies


def test_only_a_buddy_is_asked() -> None:
    refuses(wanting(2), AskBuddy(date(2026, 11, 24)), 1, "no_buddy")
