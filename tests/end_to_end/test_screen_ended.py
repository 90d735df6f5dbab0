"""However the screen ends: the draft is kept, the terminal is as it was, nobody spins or stays."""

import os
import signal
from pathlib import Path

import pytest
from tests.end_to_end.answers import BRIDGE
from tests.end_to_end.conftest import Look
from tests.end_to_end.glass import (
    CTRL_Q,
    ENTER,
    ESCAPE,
    F1,
    F2,
    F5,
    F8,
    Glass,
    words_of,
)
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.end_to_end.walk import STOPPED, answer, sign, walk
from tests.plain.person import FrozenClock

from nowwhat.sitting.draft import decode

BROKEN = Path(__file__).with_name("broken.py")
SECRET = "quitequiet zanzibar"  # noqa: S105 - of the other kind
MOUSE = (1000, 1003, 1006, 1015)
LEFT, DONE = 3, 0
LITTLE = 1.5
"""Seconds of processor time that ending takes at most; a loop that spins takes all there is."""


def half_typed(glass: Glass) -> None:
    """Come to the first question and type something, without giving it."""
    glass.until(sign("bridge", "insight"))
    glass.press(SECRET)
    glass.until(SECRET)


def half_of(folder: Path) -> str:
    (draft,) = (folder / "drafts").glob("*.json")
    return decode(draft.read_bytes()).half


def as_it_was(glass: Glass) -> None:
    """Check that the terminal has been put back, and that nobody is left in it."""
    modes = glass.modes
    assert not any(modes.get(mode) for mode in (1049, 1004, 2004, 2026, 2048, *MOUSE)), modes
    assert modes[25], "the cursor is shown"
    assert modes[7], "long lines wrap"
    assert glass.modes_now == glass.modes_before
    assert not glass.anyone_left


def nothing_stays(glass: Glass, words: str) -> None:
    """Check that these words are neither seen nor in the scrollback."""
    assert words_of(words) not in words_of("".join((*glass.screens.above, *glass.rows)))
    after = glass.written.rpartition(b"\x1b[?1049l")[2]
    assert words.encode() not in after


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=str)
def test_a_signal_keeps_what_is_half_typed_and_restores_the_terminal(
    look: Look, folder: Path, number: signal.Signals
) -> None:
    glass = look("session")
    half_typed(glass)
    glass.signal(number)
    assert glass.ended() == 128 + number
    as_it_was(glass)
    assert half_of(folder) == SECRET
    nothing_stays(glass, SECRET)
    assert "Traceback" not in "".join(glass.rows)
    assert not list((folder / "drafts").glob("*.lock"))
    assert not (folder / "trace.log").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=str)
def test_a_signal_ends_it_at_home_and_before_anything_is_shown_too(
    look: Look, number: signal.Signals
) -> None:
    glass = look()
    glass.until_at(WORDS.first_run.begin)
    glass.press(ENTER)
    glass.until(WORDS.front.motto)
    glass.signal(number)
    assert glass.ended() == 128 + number
    as_it_was(glass)
    again = look()
    again.wait(lambda: bool(again.modes), "the first word to the terminal")
    again.signal(number)
    assert again.ended() == 128 + number
    as_it_was(again)


@pytest.mark.parametrize("controls", [True, False], ids=["told by a signal", "told by nobody"])
def test_a_dead_terminal_keeps_what_is_half_typed_and_nothing_spins(
    look: Look, folder: Path, controls: bool
) -> None:
    glass = look("session", controls=controls)
    half_typed(glass)
    before = glass.cpu()
    assert glass.hang_up() == 128 + signal.SIGHUP
    assert glass.seconds - before < LITTLE
    assert not glass.anyone_left
    assert half_of(folder) == SECRET
    assert not (folder / "trace.log").exists()


def test_a_terminal_that_dies_while_a_breath_is_drawn_is_no_trouble(
    look: Look, folder: Path
) -> None:
    glass = look("breathe")
    glass.until(f"Space {WORDS.footing.pause}")
    before = glass.cpu()
    assert glass.hang_up() == 128 + signal.SIGHUP
    assert glass.seconds - before < LITTLE
    assert not (folder / "trace.log").exists()


def test_a_terminal_that_takes_nothing_more_and_then_dies_is_no_trouble(
    look: Look, folder: Path
) -> None:
    glass = look("session")
    half_typed(glass)
    for number in range(60):  # nobody reads what is painted
        glass.resize(80 + number % 2, 24)
        glass.signal(signal.SIGWINCH)
        os.sched_yield()
    assert glass.hang_up() == 128 + signal.SIGHUP
    assert half_of(folder) == SECRET


def test_while_nothing_is_done_nothing_is_computed(look: Look) -> None:
    glass = look("session")
    half_typed(glass)
    glass.calm()
    before, glances = glass.cpu(), 0
    while glances < 40:
        glances += 1
        glass.calm()
    assert glass.cpu() - before < 0.25


@pytest.mark.parametrize(
    "bug", ["an answer", "half-typed words", "a picture", "a key", "the terminal's thread"]
)
def test_a_bug_is_told_calmly_and_its_trace_has_no_word_of_the_person(
    look: Look, folder: Path, bug: str
) -> None:
    glass = look("session", script=BROKEN, BUG=bug, WORDS=SECRET)
    half_typed(glass)
    if bug != "half-typed words":
        glass.press(ENTER)
        if bug != "a picture":
            glass.until(sign("bridge", "discomfort"))
            glass.press("5")
            if bug == "an answer":
                glass.press(ENTER)
    assert glass.ended() == 70
    as_it_was(glass)
    told = words_of("".join(glass.rows))
    assert words_of("Something went wrong inside nowwhat. What you had answered is kept.") in told
    assert "Traceback" not in told
    nothing_stays(glass, SECRET)
    trace = (folder / "trace.log").read_text()
    assert "RuntimeError" in trace
    assert "broken.py" in trace
    assert not [word for word in SECRET.split() if word in trace]
    if bug != "half-typed words":
        (draft,) = (folder / "drafts").glob("*.json")
        assert SECRET in str(decode(draft.read_bytes()).taken)


def test_a_bug_before_anything_is_asked_is_told_as_calmly(look: Look, folder: Path) -> None:
    glass = look("session", script=BROKEN, BUG="a visit", WORDS=SECRET)
    assert glass.ended() == 70
    as_it_was(glass)
    nothing_stays(glass, SECRET)
    trace = (folder / "trace.log").read_text()
    assert "broken.py" in trace
    assert not [word for word in SECRET.split() if word in trace]


def to_home(glass: Glass) -> None:
    glass.until_at(WORDS.first_run.begin)
    glass.press(ENTER)
    glass.until(WORDS.front.motto)


def quick(glass: Glass) -> int:
    """Leave quickly; check that nothing was left to be seen, while it ended and after."""
    glass.press(F8)
    status = glass.ended()
    assert not "".join(glass.screens.left_behind).strip(), glass.screens.left_behind
    assert not "".join(glass.rows).strip()
    assert not "".join(glass.screens.above).strip()
    nothing_stays(glass, SECRET)
    as_it_was(glass)
    return status


def test_left_quickly_the_screen_is_blank_before_the_end_and_the_draft_is_safe(
    look: Look, folder: Path
) -> None:
    glass = look("session")
    half_typed(glass)
    assert quick(glass) == LEFT
    assert half_of(folder) == SECRET


@pytest.mark.parametrize("over", ["care", "help", "palette", "leaving", "breath", "small"])
def test_left_quickly_from_whatever_is_in_front(look: Look, folder: Path, over: str) -> None:
    glass = look("session")
    answer(glass, "bridge", "insight", SECRET)
    if over == "breath":
        walk(glass, "bridge", BRIDGE[1:4])
        glass.until(sign("bridge", "breathe"))
        glass.press(ENTER)
        glass.until(f"Space {WORDS.footing.pause}")
    else:
        glass.until(sign("bridge", "discomfort"))
        if over == "small":
            glass.resize(5, 2)
            glass.until("A")
        else:
            key, seen = {
                "care": (F2, WORDS.refuge.ground),
                "help": (F1, WORDS.keys.everywhere),
                "palette": (F5, WORDS.keys.look),
                "leaving": (ESCAPE, WORDS.leaving.ask),
            }[over]
            glass.press(key)
            glass.until(seen)
    assert quick(glass) == LEFT
    (draft,) = (folder / "drafts").glob("*.json")
    assert SECRET in str(decode(draft.read_bytes()).taken)


def test_every_way_out_has_its_status(look: Look, folder: Path) -> None:
    home = look()
    home.until_at(WORDS.first_run.begin)
    home.press(ESCAPE)
    assert home.ended() == DONE
    home = look()
    to_home(home)
    home.press(ESCAPE)
    assert home.ended() == DONE
    for key in (F8, CTRL_Q):
        home = look()
        home.until(WORDS.front.motto)
        home.press(key)
        assert home.ended() == DONE
    glass = look("session")
    half_typed(glass)
    glass.press(CTRL_Q)
    assert glass.ended() == LEFT
    as_it_was(glass)
    glass = look("session")
    glass.until(WORDS.visit.resume_yes)
    glass.press(ESCAPE)
    assert glass.ended() in (DONE, LEFT)
    glass = look("session")
    glass.choose(WORDS.visit.resume_yes)
    glass.until(SECRET)
    glass.press(ESCAPE)
    glass.choose(WORDS.leaving.set_down)
    assert glass.ended() == DONE
    assert not list((folder / "drafts").glob("*.json"))
    glass = look("breathe")
    glass.until(f"Space {WORDS.footing.pause}")
    glass.press(ESCAPE)
    assert glass.ended() == DONE


@pytest.mark.parametrize("how", ["leave", "quickly", "now"])
def test_past_i_will_leaving_is_being_done(look: Look, folder: Path, how: str) -> None:
    glass = look("session", script=STOPPED)
    walk(glass, "bridge", BRIDGE[:-1])
    glass.until(sign("bridge", "start"))
    match how:
        case "leave":
            glass.press(ESCAPE)
            glass.choose(WORDS.leaving.leave)
            assert glass.ended() == DONE
        case "quickly":
            assert quick(glass) == DONE
        case _:
            glass.press(CTRL_Q)
            assert glass.ended() == DONE
    kept = Inside(folder, FrozenClock()).history()
    assert [s["ending"] for s in kept["sessions"]] == ["finished"]


def test_the_card_stays_in_the_scrollback_only_where_that_was_chosen(
    look: Look, folder: Path
) -> None:
    glass = look("session", script=STOPPED)
    walk(glass, "bridge", BRIDGE)
    glass.until(sign("bridge", "card"))
    glass.choose(WORDS.carry.stay)
    glass.until(WORDS.carry.stays)
    glass.choose(WORDS.carry.done)
    assert glass.ended() == DONE
    glass.until(dict(BRIDGE)["action"], WORDS.visit.done)
