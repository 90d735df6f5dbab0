"""Made as small as a stamp and large again, each screen is there as it was."""

import pytest
from tests.end_to_end.answers import BRIDGE, BRIDGE_FULL
from tests.end_to_end.conftest import Look
from tests.end_to_end.glass import ENTER, ESCAPE, F1, F2, Glass, Rows, words_of
from tests.end_to_end.program import PATIENCE
from tests.end_to_end.questions import WORDS
from tests.end_to_end.walk import CARD, STOPPED, answer, sign

from nowwhat.packs.filling import fill
from nowwhat.widgets.size_guard import HEIGHT, WIDTH

KINDLY = words_of(fill(WORDS.guard.larger, {"width": WIDTH, "height": HEIGHT}))
"""What is said where there is no room."""


def only_kind(glass: Glass) -> bool:
    """Whether nothing but a piece of that is seen."""
    rows = [words_of(row) for row in glass.rows]
    return any(rows) and all(row in KINDLY for row in rows)


def wait_for(glass: Glass, rows: Rows, patience: float) -> None:
    """Wait until the screen shows this again."""
    glass.wait(lambda: glass.rows == rows, "\n".join(("as before:", *rows)), patience)


def small_and_large(glass: Glass, *, small: tuple[int, int] = (5, 2)) -> None:
    """Make the terminal small and large again, and see that all is as it was.

    What was there before may not have been painted to its end; then the next time counts.
    """
    for patience in (1.0, PATIENCE):
        glass.calm()
        before = glass.rows
        glass.resize(*small)
        glass.wait(lambda: only_kind(glass), "the face of a small screen")
        glass.resize(80, 24)
        try:
            wait_for(glass, before, patience)
        except AssertionError:
            if patience == PATIENCE:
                raise
        else:
            return


def test_at_each_step_of_a_session_it_says_so_kindly_and_recovers(look: Look) -> None:
    glass = look("session", "--full", script=STOPPED)
    for step, line in (*BRIDGE_FULL, CARD):
        glass.until(sign("bridge", step))
        small_and_large(glass)
        answer(glass, "bridge", step, line)
    assert glass.ended() == 0


def test_half_typed_words_and_a_running_breath_are_still_there(look: Look) -> None:
    glass = look("session", script=STOPPED)
    glass.until(sign("bridge", "insight"))
    glass.press("I go quiet when")
    glass.until("I go quiet when")
    small_and_large(glass)
    glass.press(" someone is cross")
    glass.until("I go quiet when someone is cross")
    glass.press(ENTER)
    for step, line in BRIDGE[1:4]:
        answer(glass, "bridge", step, line)
    glass.until(sign("bridge", "breathe"))
    glass.press(ENTER)
    glass.until(f"Space {WORDS.footing.pause}", WORDS.pace.soft)
    small_and_large(glass)
    glass.press(ESCAPE)
    for step, line in BRIDGE[5:-1]:
        answer(glass, "bridge", step, line)
    answer(glass, "bridge", "start", "now")
    glass.until(WORDS.do.later, "5:00")
    small_and_large(glass)
    answer(glass, "bridge", "do", "done")
    answer(glass, "bridge", *CARD)
    assert glass.ended() == 0


def test_outside_a_session_too(look: Look) -> None:
    glass = look(script=STOPPED)
    glass.until_at(WORDS.first_run.begin)
    small_and_large(glass)
    glass.press(ENTER)
    glass.until(WORDS.front.ledger)
    small_and_large(glass)
    for chosen, seen in (
        (WORDS.front.park, WORDS.home.park_ask),
        (WORDS.front.ledger, WORDS.shell.history_empty),
        (WORDS.front.breathe, WORDS.front.breathe_ask),
    ):
        glass.choose(chosen)
        glass.until(seen, but=WORDS.front.motto)
        small_and_large(glass)
        glass.press(ESCAPE)
        glass.until(WORDS.front.motto)
    for key, seen in ((F1, WORDS.keys.title), (F2, WORDS.refuge.back)):
        glass.press(key)
        glass.until(seen)
        small_and_large(glass)
        glass.press(ESCAPE)
        glass.until(WORDS.front.motto, but=seen)
    glass.choose(WORDS.front.session)
    glass.until(sign("bridge", "insight"))
    glass.press("x", ESCAPE)
    glass.until(WORDS.leaving.ask)
    small_and_large(glass)
    glass.choose(WORDS.leaving.leave)
    assert glass.ended() == 3


@pytest.mark.parametrize("small", [(1, 1), (7, 4), (59, 24), (80, 19), (300, 3)], ids=str)
def test_whatever_it_is_made(look: Look, small: tuple[int, int]) -> None:
    glass = look("session", script=STOPPED)
    answer(glass, "bridge", "insight", "x")
    answer(glass, "bridge", "discomfort", "5")
    glass.until(sign("bridge", "breath_helps"), WORDS.footing.leave_quickly)
    small_and_large(glass, small=small)
    answer(glass, "bridge", "breath_helps", "helps")
    glass.until(sign("bridge", "pause"))


def test_begun_where_there_is_no_room(look: Look) -> None:
    glass = look("session", script=STOPPED, size=(5, 2))
    glass.wait(lambda: only_kind(glass), "the face of a small screen")
    glass.resize(80, 24)
    for step, line in (*BRIDGE, CARD):
        answer(glass, "bridge", step, line)
    assert glass.ended() == 0
