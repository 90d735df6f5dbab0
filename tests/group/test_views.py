"""Views: totals from five people on, dots that are nobody's, names only where they belong."""

from datetime import date

import pytest
from tests.group.samples import after, led, running, with_people

from nowwhat.group.commands import (
    AskBuddy,
    Attend,
    BreatheTogether,
    Drop,
    Hands,
    Leave,
    Pair,
    Reached,
    Ready,
    Remove,
    Share,
    SpeakAfter,
    WantBuddy,
)
from nowwhat.group.pace import Extend, Forward, Pause
from nowwhat.group.room import Breathing
from nowwhat.group.story import story_of
from nowwhat.group.views import (
    Planned,
    Totals,
    facilitator_view,
    participant_view,
    projector_view,
    totals,
)


def test_totals_are_of_those_who_are_here() -> None:
    room = led(running(), Forward())
    room = after(room, (1, Reached(1)), (1, Ready()), (2, Reached(1)), (3, Ready()), (3, Drop()))
    assert totals(room) == Totals(7, 1, 2, (True, *[False] * 6))


@pytest.mark.parametrize("gone", [Leave(), Drop()])
def test_under_five_there_is_no_number(gone: Leave | Drop) -> None:
    room = after(running(5), (1, WantBuddy()), (2, Ready()))
    assert totals(room).present == 5
    assert facilitator_view(room, 0).wanting == 1
    room = after(room, (1, gone))
    assert totals(room) == Totals(None, None, None, ())
    assert facilitator_view(room, 0).wanting is None
    assert participant_view(room, 2).present is None


def test_dots_are_ready_ones_first_whoever_is_ready() -> None:
    seen = {totals(after(running(), (number, Ready()))).dots for number in range(1, 9)}
    assert seen == {(True, *[False] * 7)}


def test_dots_do_not_tell_which_one_dropped() -> None:
    room = after(running(), (1, Ready()), (2, Ready()))
    assert {totals(after(room, (number, Drop()))).dots for number in (1, 2)} == {
        (True, *[False] * 6)
    }


def test_nobody_is_at_a_stop_before_the_first_and_after_the_last() -> None:
    assert totals(led(running(), *[Forward()] * 4)).there == 0


def test_only_whoever_leads_sees_who_wants_to_be_spoken_to() -> None:
    room = after(with_people(running(), [""]), (2, SpeakAfter()), (9, SpeakAfter()))
    assert facilitator_view(room, 0).speak == ("Ben", "")
    assert participant_view(room, 2).wants_to_speak
    assert not hasattr(projector_view(room), "speak")
    assert projector_view(room) == projector_view(after(room, (2, SpeakAfter(yes=False))))
    assert participant_view(room, 1) == participant_view(after(room, (2, SpeakAfter(yes=False))), 1)


def test_whoever_leads_sees_who_is_there_and_nothing_of_how_far_each_one_is() -> None:
    room = led(after(running(2), (1, Ready()), (2, Leave())), Attend("key"))
    people = facilitator_view(room, 0).people
    assert [(each.id, each.name, each.presence) for each in people] == [
        (1, "Ada", "here"),
        (2, "Ben", "left"),
    ]
    assert facilitator_view(room, 0).leaders == 1
    assert people == facilitator_view(after(room, (1, Ready(yes=False))), 0).people


def test_all_see_one_pace() -> None:
    room = led(led(running(), Forward(), Extend(60), now=100), Pause(), now=150)
    assert facilitator_view(room, 200).pacing == projector_view(room).pacing
    assert participant_view(room, 3).pacing == projector_view(room).pacing
    pacing = projector_view(room).pacing
    assert (pacing.stop, pacing.at, pacing.stops) == ("writing", 1, 4)
    assert (pacing.since, pacing.until, pacing.held) == (100, 760, 150)


def test_the_agenda_has_planned_and_actual_minutes() -> None:
    room = led(running(), Forward(), now=360)
    assert facilitator_view(room, 420).agenda == (
        Planned("welcome", 5, 6),
        Planned("writing", 10, 1),
        Planned("doors", 4, 0),
        Planned("close", 6, 0),
    )


def test_a_breathing_is_the_same_for_all_late_joiners_too() -> None:
    room = with_people(led(running(), BreatheTogether("sigh"), now=77), ["Late"])
    view = participant_view(room, 9)
    assert view.breathing == projector_view(room).breathing == Breathing("sigh", 77)
    assert facilitator_view(room, 0).breathing == view.breathing


def test_hands_are_shown_at_their_stop() -> None:
    room = led(running(), Hands(6))
    assert projector_view(room).hands == facilitator_view(room, 0).hands == 6
    assert projector_view(led(room, Forward())).hands is None


def test_buddies_see_each_other_and_nobody_else_does() -> None:
    day = date(2026, 11, 24)
    room = led(after(running(), (1, WantBuddy()), (2, WantBuddy())), Pair(1))
    room = after(room, (2, AskBuddy(day)), (2, Share("call", "action", place="buddy")))
    (buddy,) = participant_view(room, 1).buddies
    assert (buddy.name, buddy.asks_on) == ("Ben", day)
    assert [item.text for item in buddy.items] == ["call"]
    assert [item.text for item in participant_view(room, 2).mine] == ["call"]
    assert (participant_view(room, 3).buddies, participant_view(room, 3).mine) == ((), ())
    assert projector_view(room).board == facilitator_view(room, 0).board == ()


def test_who_was_taken_out_sees_that_and_what_they_are() -> None:
    room = after(running(), (2, Ready()), (2, WantBuddy()))
    view = participant_view(room, 2)
    assert (view.name, view.presence, view.ready, view.wants_buddy) == ("Ben", "here", True, True)
    assert participant_view(led(room, Remove(2)), 2).presence == "removed"


def test_there_is_no_view_for_nobody() -> None:
    with pytest.raises(KeyError):
        participant_view(running(), 9)


def test_a_story_has_what_is_in_view_and_numbers_from_five_on() -> None:
    room = after(running(), (1, Share("a", "action", named=True)), (2, Share("b", "action")))
    room = led(room, Hands(4), Forward(), Hands(5), Remove(8), now=330)
    story = story_of(room, 630)
    assert {(item.text, item.name) for item in story.items} == {("a", "Ada"), ("b", None)}
    assert story.joined == 7
    assert [(show.step, show.hands) for show in story.hands] == [("welcome", None), ("writing", 5)]
    assert [stop.actual for stop in story.agenda] == [5.5, 5, 0, 0]
    assert story_of(running(4), 0).joined is None
