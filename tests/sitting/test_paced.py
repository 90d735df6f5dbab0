"""A sitting in a room: half-written lines, waiting, coming late, leaving, going on alone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.session.led import FINE, LED, PROMISED, RATED

from nowwhat.session.errors import CheckInOwedError, SessionError
from nowwhat.session.events import Event
from nowwhat.session.records import Action, Batch
from nowwhat.session.script import Read
from nowwhat.session.state import Ending
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.draft import Draft, decode, encode
from nowwhat.sitting.opening import begin, rejoin, resume
from nowwhat.sitting.sitting import Sitting
from nowwhat.store import MemoryDrafts, MemoryJournal

INSIGHT, DO = "I wait until others begin", "call the clinic today at 18:00"

Move = Callable[[Sitting], object]


@pytest.fixture
def desk(inside: Inside) -> Desk:
    """A desk of somebody in a room: nothing of theirs is on a disk."""
    drafts = MemoryDrafts(clock=inside.clock.now)
    desk = inside.run("where").around.desk()
    return replace(desk, journal=MemoryJournal(), drafts=drafts)


def to(stop: str) -> Move:
    return lambda sitting: sitting.paced(stop)


def gives(event: Event) -> Move:
    return lambda sitting: sitting.give(event)


def writes(text: str) -> Move:
    return lambda sitting: sitting.write(text)


def types(half: str) -> Move:
    return lambda sitting: sitting.typing(half)


def offers(line: str) -> Move:
    return lambda sitting: sitting.offer(line)


WHOLE: tuple[Move, ...] = (
    to("welcome"), to("insight"), types("I wait"), writes(INSIGHT), types("x"), gives(RATED),
    to("action"), types("call the"), to("when"), types("at si"), Sitting.back,
    offers(DO), gives(FINE), writes("at six in the evening"), to("commit"), gives(PROMISED),
    to("close"),
)  # fmt: skip
"""A whole hour, in which the room goes on in mid-word."""


def sat(desk: Desk, *moves: Move) -> Sitting:
    sitting = begin(desk, LED)
    for move in moves:
        move(sitting)
    return sitting


def test_a_line_that_was_half_written_is_there_again(desk: Desk) -> None:
    sitting = sat(desk, to("insight"), types("I wait un"), to("action"), types("call th"))
    assert sitting.prompt.half == "call th"
    sitting.back()
    assert (sitting.state.at, sitting.prompt.half) == ("before", "")
    sitting.back()
    assert (sitting.state.at, sitting.prompt.half) == ("insight", "I wait un")
    sitting.write(INSIGHT)
    sitting.paced("when")
    assert sitting.prompt.half == ""
    sitting.back()
    assert (sitting.state.at, sitting.prompt.half) == ("action", "call th")


def test_the_room_that_opens_the_same_stop_again_leaves_the_half_line_where_it_is(
    desk: Desk,
) -> None:
    sitting = sat(desk, to("insight"), types("I wait un"), to("insight"))
    assert sitting.prompt.half == "I wait un"


def test_an_answer_takes_the_place_of_its_half_line(desk: Desk) -> None:
    sitting = sat(desk, to("insight"), types("I wait un"), to("action"), Sitting.back, Sitting.back)
    sitting.write("another")
    assert (sitting.draft.half, sitting.draft.halves) == ("", {})
    sitting.back()
    assert sitting.prompt.half == "another"


def test_words_that_were_given_can_be_changed_where_one_looks_back(desk: Desk) -> None:
    sitting = sat(desk, to("insight"), writes(INSIGHT), Sitting.back)
    assert (sitting.prompt.step.id, sitting.prompt.half) == ("insight", INSIGHT)
    sitting.returned()
    assert sitting.prompt.step.id == "before"
    assert sitting.draft.halves == {}


def test_who_waits_is_told_so_and_sees_what_was_said(desk: Desk) -> None:
    sitting = begin(desk, LED)
    assert sitting.waiting
    assert (sitting.prompt.waits, sitting.prompt.ask) == (True, WORDS.waiting.before)
    sitting.paced("welcome")
    assert sitting.prompt.says == ("You may pass.",)
    assert (sitting.prompt.waits, sitting.prompt.ask) == (True, WORDS.waiting.ask)
    with pytest.raises(SessionError):
        sitting.write("beyond the pace")
    sitting.paced("insight")
    assert sitting.prompt.ask == "What have you understood?"


def test_all_that_a_block_only_says_is_said_while_one_waits(desk: Desk) -> None:
    more = Read(id="more", says=("And a second word.",))
    sitting = begin(desk, replace(LED, steps=(LED.steps[0], more, *LED.steps[1:])))
    sitting.paced("welcome")
    assert sitting.prompt.says == ("You may pass.", "And a second word.")


def test_who_came_and_gave_nothing_leaves_nothing_behind(desk: Desk) -> None:
    sat(desk, to("insight"), to("action")).leave()
    assert desk.drafts.ids() == ()


def test_who_left_something_open_is_told_that_it_may_stay_so(desk: Desk) -> None:
    sitting = sat(desk, to("insight"), to("action"), offers(DO), gives(FINE))
    assert sitting.prompt.says == (WORDS.waiting.left_open,)
    whole = sat(desk, to("insight"), writes(INSIGHT), gives(RATED))
    assert whole.prompt.says == ()


def test_what_is_typed_while_nothing_is_asked_is_kept_nowhere(desk: Desk) -> None:
    sitting = sat(desk, to("welcome"))
    assert sitting.typing("a word") == ()
    assert (sitting.draft.half, sitting.draft.halves) == ("", {})


def test_who_comes_late_is_where_the_room_is(desk: Desk) -> None:
    sitting = sat(desk, to("action"))
    assert sitting.prompt.step.id == "action"
    assert sitting.prompt.place[0] > 0


def test_the_bridge_goes_on_with_the_room(desk: Desk) -> None:
    sitting = begin(desk, LED)
    places = [sitting.prompt.place[0]]
    for stop in ("welcome", "insight", "action", "when", "close"):
        sitting.paced(stop)
        places.append(sitting.prompt.place[0])
    assert places == [0, 1, 1, 3, 5, 7]


def test_the_journal_has_what_was_answered_in_whatever_order(desk: Desk) -> None:
    sitting = sat(desk, *WHOLE)
    assert desk.journal.actions()[0].text == DO
    assert not desk.journal.sessions()
    sitting.leave()
    assert sitting.state.ending is Ending.FINISHED
    (session,), (action,), (insight,) = (
        desk.journal.sessions(), desk.journal.actions(), desk.journal.insights(),
    )  # fmt: skip
    assert (session.script, session.ending, insight.text) == ("led", "finished", INSIGHT)
    assert (action.text, action.insight, action.discomfort) == (DO, insight.id, 3)
    assert desk.drafts.ids() == ()


def test_who_leaves_without_an_action_has_left_and_nothing_is_recorded(desk: Desk) -> None:
    sitting = sat(desk, *WHOLE[:6])
    sitting.leave()
    assert sitting.state.ending is Ending.LEFT
    assert (desk.journal.sessions(), desk.journal.insights()) == ((), ())
    assert len(desk.drafts.ids()) == 1


def test_who_leaves_with_half_a_line_only_finds_it_again(desk: Desk) -> None:
    sitting = sat(desk, to("insight"), types("I wait un"), to("action"))
    sitting.leave()
    again = rejoin(desk, sitting.draft.id)
    again.back()
    again.back()
    assert again.prompt.half == "I wait un"


def test_who_comes_back_is_in_the_room_again_and_who_resumes_at_home_goes_alone(
    desk: Desk,
) -> None:
    sitting = sat(desk, *WHOLE[:9])
    sitting.leave()
    again = rejoin(desk, sitting.draft.id)
    assert (again.state.paced, again.state.at) == (True, "when")
    again.leave()
    home = resume(desk, sitting.draft.id)
    assert (home.state.paced, home.state.at) == (False, "action")
    assert home.prompt.half == "call the"
    home.offer(DO)
    home.give(FINE)
    home.write("at six in the evening")
    home.give(PROMISED)
    assert home.prompt.step.id == "close"
    home.leave()
    assert home.state.ending is Ending.FINISHED
    assert desk.journal.actions()[0].text == DO


def test_a_when_that_has_gone_by_at_home_is_asked_for_again(desk: Desk, inside: Inside) -> None:
    sitting = sat(desk, *WHOLE[:4], gives(RATED), to("action"), offers(DO), gives(FINE))
    sitting.paced("when")
    sitting.write("at six in the evening")
    sitting.leave()
    inside.clock.at += timedelta(days=2)
    there = rejoin(desk, sitting.draft.id)
    assert there.state.waiting
    there.leave()
    home = resume(desk, sitting.draft.id)
    assert home.state.at == "commit"
    home.leave()
    again = resume(desk, sitting.draft.id)
    assert (again.state.at, WORDS.sitting.when_gone in again.prompt.says) == ("when", True)


def test_no_account_is_owed_in_a_room(desk: Desk, inside: Inside) -> None:
    action = Action("a1", "send the form", inside.clock.now(), "s1")
    desk.journal.record(Batch(actions=(action,)))
    assert begin(desk, LED).waiting
    with pytest.raises(CheckInOwedError):
        begin(desk, desk.pack.script("bridge"))


def test_after_a_call_for_help_the_half_line_is_gone_and_the_room_may_go_on(desk: Desk) -> None:
    sitting = sat(desk, to("insight"))
    assert sitting.write("I want to kill myself tonight").care
    sitting.gently()
    sitting.paced("action")
    assert sitting.prompt.starters == desk.pack.care.harmless


@pytest.mark.parametrize("count", range(len(WHOLE) + 1))
def test_a_draft_written_down_anywhere_stands_where_the_sitting_stood(
    desk: Desk, count: int
) -> None:
    sitting = sat(desk, *WHOLE[:count])
    draft = decode(encode(sitting.draft))
    assert draft == sitting.draft
    assert draft.state == sitting.state
    sitting.release()
    again = rejoin(desk, draft.id) if desk.drafts.ids() else begin(desk, LED)
    assert again.prompt == sitting.prompt
    for move in WHOLE[count:]:
        move(again)
    again.leave()
    assert again.state.ending is Ending.FINISHED
    assert [action.text for action in desk.journal.actions()] == [DO]


def test_an_older_draft_without_other_halves_is_read(desk: Desk) -> None:
    draft = sat(desk, to("insight"), types("I wait")).draft
    raw = encode(draft)
    assert b'"halves"' not in raw
    assert decode(raw) == draft
    kept = encode(replace(draft, halves={"insight": "I wait"}))
    assert b'"halves":{"insight":"I wait"}' in kept
    assert isinstance(decode(kept), Draft)
