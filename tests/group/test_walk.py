"""A walk as a value: what each command makes of it, and laws over any order of them."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.group.gathering import gathering

from nowwhat.group.account import account_of
from nowwhat.group.blocks import blocks_of
from nowwhat.group.lines import (
    MOST_ASKED,
    Hello,
    Left,
    LineTooLongError,
    Splitter,
    Stands,
    asked,
    line,
    told,
)
from nowwhat.group.pace import Extend, Pause, Proceed
from nowwhat.group.walk import (
    MOST_HANDS,
    Back,
    Blank,
    Command,
    Hands,
    Next,
    NoStopsError,
    Show,
    Walk,
    begin,
    begin_at,
    walked,
)
from nowwhat.group.walking import Walking
from nowwhat.session.script import Condition, Read, Script

SCRIPT = gathering()
SHOWN = (
    *("welcome", "insight", "discomfort", "pause", "breathe", "door", "action", "when"),
    *("commit", "close"),
)
"""What is shown of it, in order; what hangs on how a breathing ended is not."""


def after(*commands: Command, walk: Walk | None = None, at: float = 0.0) -> Walk:
    """Give commands, one a second."""
    walk = walk or begin(SCRIPT)
    for second, command in enumerate(commands):
        walk = walked(walk, command, at + second, SCRIPT)
    return walk


def moved(count: int, command: Command | None = None) -> Walk:
    return after(*[command or Next()] * count)


# Going on and back


def test_it_goes_through_each_block_step_by_step_and_ends() -> None:
    seen, walk = [], begin(SCRIPT)
    while not walk.pace.over:
        walk = after(Next(), walk=walk)
        if walk.shown and walk.breathing is None:
            seen.append(walk.shown)
    assert tuple(seen) == SHOWN
    assert after(Next(), walk=walk) == walk


def test_it_comes_back_the_same_way_also_from_the_end() -> None:
    walk, seen = moved(len(SHOWN) + 2), []
    assert walk.pace.over
    while (before := after(Back(), walk=walk)) != walk:
        walk = before
        seen.append(walk.shown)
    assert tuple(reversed(seen)) == SHOWN
    assert walk.pace.at == 0


def test_what_comes_next_is_named() -> None:
    walk, named = begin(SCRIPT), []
    while walk.follows:
        named.append(walk.follows)
        while walk.shown != named[-1]:
            walk = after(Next(), walk=walk)
    assert tuple(named) == SHOWN


def test_two_who_press_at_once_go_one_step_on() -> None:
    walk = moved(2)
    both = after(Next(walk.moves), Next(walk.moves), walk=walk)
    assert both == after(Next(), walk=walk)
    assert after(Back(walk.moves), Back(walk.moves), walk=moved(4)) == moved(4)


def test_a_stop_is_opened_anew_only_where_its_block_begins() -> None:
    walk = after(Next(), Next())
    assert walk.pace.since == 1
    assert after(Next(), walk=walk, at=9).pace == walk.pace
    later = after(Next(), Next(), walk=walk, at=9)
    assert (later.shown, later.pace.since, later.pace.until) == ("pause", 10, 190)


# Breathing


def at_the_breathing() -> Walk:
    walk = moved(5)
    assert walk.shown == "breathe"
    assert walk.breathing is None
    return walk


def test_a_breathing_begins_with_the_first_key_and_is_left_with_the_next() -> None:
    begun = after(Next(), walk=at_the_breathing(), at=20)
    assert begun.breathing is not None
    assert (begun.breathing.pattern, begun.breathing.seconds) == ("extended-exhale", 60)
    assert begun.breathed(23.5) == 3.5
    assert after(Next(), walk=begun, at=24).shown == "door"
    assert after(Next(), walk=begun, at=24).breathing is None


def test_a_breathing_ends_also_where_its_block_goes_on() -> None:
    more = Read(id="more", says=("w",))
    at = next(n for n, step in enumerate(SCRIPT.steps) if step.id == "breathe") + 1
    script = replace(SCRIPT, steps=(*SCRIPT.steps[:at], more, *SCRIPT.steps[at:]))
    walk = begin(script)
    for _ in range(7):
        walk = walked(walk, Next(), 0, script)
    assert (walk.shown, walk.breathing) == ("more", None)


def test_back_leaves_a_breathing_and_stays_at_its_step() -> None:
    begun = after(Next(), walk=at_the_breathing(), at=20)
    left = after(Back(), walk=begun, at=24)
    assert (left.shown, left.breathing) == ("breathe", None)


def test_held_clocks_hold_the_breath_and_the_stop() -> None:
    begun = after(Next(), walk=at_the_breathing(), at=20)
    held = walked(begun, Pause(), 23, SCRIPT)
    assert held.breathed(99) == 3
    gone_on = walked(held, Proceed(), 123, SCRIPT)
    assert gone_on.breathed(124) == 4
    assert gone_on.pace.remains(123) == begun.pace.remains(23)


# Blank, hands, time


def test_what_nobody_sees_is_not_passed_over() -> None:
    blank = after(Blank(on=True), walk=moved(3))
    shown = after(Next(), walk=blank)
    assert not shown.blank
    assert shown.shown == blank.shown
    assert after(Back(), walk=blank).shown == blank.shown
    assert not after(Blank(on=False), walk=blank).blank


def test_hands_are_kept_with_their_step_and_can_be_mended() -> None:
    walk = after(Hands(7), Hands(8), Next(), Hands(0), walk=moved(2))
    assert walk.hands == (Show("insight", 8), Show("discomfort", 0))
    assert walk.counted == 0
    assert after(Hands(None), walk=walk).hands == (Show("insight", 8),)


@pytest.mark.parametrize("count", [-1, MOST_HANDS + 1])
def test_hands_that_cannot_be_are_not_kept(count: int) -> None:
    assert after(Hands(count), walk=moved(2)) == moved(2)


def test_before_the_first_stop_nothing_is_counted() -> None:
    assert after(Hands(3)) == begin(SCRIPT)


def test_a_minute_more_is_a_minute_more() -> None:
    walk = moved(1)
    assert after(Extend(60), walk=walk).pace.until == walk.pace.until + 60


def test_the_account_tells_how_the_time_goes() -> None:
    walk = walked(begin(SCRIPT), Next(), 0, SCRIPT)
    begun = account_of(walk.pace, 0)
    assert (begun.planned, begun.gone, begun.behind, begun.ahead) == (1200, 0, 0, 1200)
    late = account_of(walk.pace, 240)
    assert (late.gone, late.behind, late.ahead) == (240, 60, 1020)
    early = account_of(walked(walk, Next(), 100, SCRIPT).pace, 130)
    assert (early.gone, early.behind, early.ahead) == (130, -80, 990)


def test_it_goes_on_where_it_was_cut_off_as_if_planned() -> None:
    walk = begin_at(SCRIPT, "discomfort", 500)
    assert (walk.shown, walk.number) == ("discomfort", 2)
    assert account_of(walk.pace, 500).behind == 0
    assert walk.pace.remains(500) == 240
    with pytest.raises(KeyError):
        begin_at(SCRIPT, "stayed", 0)


# What is shown of a script


def test_a_script_without_a_stop_cannot_be_walked() -> None:
    bare = Script("bare", "Bare", "", (Read(id="one", says=("words",)),))
    assert blocks_of(bare) == ()
    with pytest.raises(NoStopsError):
        begin(bare)


def test_steps_before_the_first_stop_belong_to_it() -> None:
    steps = (Read(id="one", says=("words",)), Read(id="two", minutes=1))
    assert blocks_of(Script("s", "S", "", steps)) == (("one", "two"),)


@pytest.mark.parametrize(
    "hidden",
    [
        Read(id="x", depth="full", says=("w",)),
        Read(id="x", only_if=Condition(fact="night"), says=("w",)),
        Read(id="x", only_if=Condition(answer="breathe", is_=("left",)), says=("w",)),
        Read(id="x", only_if=Condition(answer="stayed", given=True), says=("w",)),
    ],
    ids=["full form", "a fact", "how a breathing ended", "a step that is not shown"],
)
def test_what_a_room_cannot_share_is_left_out(hidden: Read) -> None:
    script = replace(SCRIPT, steps=(*SCRIPT.steps, hidden))
    assert "x" not in {step for block in blocks_of(script) for step in block}


def test_what_hangs_on_a_choice_is_shown() -> None:
    seen = Read(id="x", only_if=Condition(answer="pause", is_=("ground",)), says=("w",))
    script = replace(SCRIPT, steps=(*SCRIPT.steps, seen))
    assert blocks_of(script)[-1][-1] == "x"


# Laws

AFTER = st.none() | st.integers(0, 12)
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(Next, AFTER),
    st.builds(Back, AFTER),
    st.builds(Blank, st.booleans()),
    st.builds(Hands, st.none() | st.integers(-2, MOST_HANDS + 2)),
    st.builds(Extend, st.floats(-600, 600)),
    st.just(Pause()),
    st.just(Proceed()),
)
ORDERS = st.lists(st.tuples(COMMANDS, st.floats(0, 400)), max_size=40)


@given(ORDERS)
def test_any_order_of_commands_keeps_a_walk_whole(order: list[tuple[Command, float]]) -> None:
    walk, now = begin(SCRIPT), 0.0
    for command, wait in order:
        now += wait
        before, walk = walk, walked(walk, command, now, SCRIPT)
        assert (walk.moves == before.moves) == (
            (walk.shown, walk.pace.at, walk.breathing is None, walk.blank)
            == (before.shown, before.pace.at, before.breathing is None, before.blank)
        )
        assert (walk.shown == "") == (walk.pace.stop is None)
        assert walk.breathing is None or walk.shown == "breathe"
        assert 0 <= walk.breathed(now) <= now
        assert len({show.step for show in walk.hands}) == len(walk.hands)
        assert {show.step for show in walk.hands} <= set(SHOWN)
        assert abs(walk.pace.at - before.pace.at) <= 1
        whole = Stands(walk, now)
        assert told(line(whole)) == whole


@given(ORDERS)
def test_seconds_that_were_taken_add_up_to_time_not_held(
    order: list[tuple[Command, float]],
) -> None:
    walk, now, ran = begin(SCRIPT), 0.0, 0.0
    for command, wait in order:
        if walk.pace.stop is not None and walk.pace.held is None:
            ran += wait
        now += wait
        walk = walked(walk, command, now, SCRIPT)
    assert sum(walk.pace.taken(now)) == pytest.approx(ran)


# Under way, and told to others


def test_whoever_watches_is_told_of_changes_and_of_nothing_else() -> None:
    clock = [0.0]
    walking, seen = Walking(SCRIPT, begin(SCRIPT), lambda: clock[0]), list[str]()
    stop = walking.watch(lambda: seen.append(walking.walk.shown))
    walking.ask(Next())
    walking.ask(Next(after=0))
    walking.ask(Next())
    stop()
    walking.ask(Next())
    assert seen == ["welcome", "insight"]


@pytest.mark.parametrize(
    "command", [Next(3), Back(None), Blank(on=True), Hands(4), Extend(-60), Pause(), Proceed()]
)
def test_a_command_comes_through_a_line_as_it_was(command: Command) -> None:
    assert asked(line(command).rstrip()) == command


def test_the_script_and_the_end_come_through_a_line() -> None:
    assert told(line(Hello(1, SCRIPT))) == Hello(1, SCRIPT)
    assert told(line(Left())) == Left()


@pytest.mark.parametrize("raw", [b"", b"{}", b'{"type":"left"}', b'{"type":"own"}', b"\xff", b"[]"])
def test_another_line_is_none(raw: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        asked(raw)


@given(st.lists(st.binary(max_size=9).map(lambda b: b.replace(b"\n", b"")), max_size=9), st.data())
def test_lines_come_whole_however_they_are_cut(lines: list[bytes], data: st.DataObject) -> None:
    whole, splitter, found = b"".join(each + b"\n" for each in lines), Splitter(9), list[bytes]()
    while whole:
        size = data.draw(st.integers(1, len(whole)))
        found += splitter.split(whole[:size])
        whole = whole[size:]
    assert found == lines


def test_a_line_without_an_end_is_not_waited_for() -> None:
    with pytest.raises(LineTooLongError):
        list(Splitter(MOST_ASKED).split(b"x" * (MOST_ASKED + 1)))
    with pytest.raises(LineTooLongError):
        list(Splitter(4).split(b"12345\n"))
