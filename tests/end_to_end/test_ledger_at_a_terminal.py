"""`nowwhat history` by where it is asked: the ledger on a screen, its lines on a plain terminal."""

from tests.end_to_end.conftest import Look, Open, Start
from tests.end_to_end.glass import ESCAPE
from tests.end_to_end.questions import WORDS

THOUGHT = "I put calls off"


def keep(start: Start) -> None:
    assert start("park", THOUGHT).ended() == 0


def test_on_a_screen_it_is_the_ledger_and_escape_leaves_it(start: Start, look: Look) -> None:
    keep(start)
    glass = look("history")
    glass.until(WORDS.ledger.search)
    glass.until(THOUGHT)
    glass.press("z")
    glass.until(WORDS.ledger.none_found)
    glass.press(ESCAPE)
    glass.until(THOUGHT)
    glass.press(ESCAPE)
    assert glass.ended() == 0


def test_on_a_plain_terminal_it_is_asked_in_lines(start: Start, terminal: Open) -> None:
    keep(start)
    plain = terminal("history", TERM="dumb")
    plain.until(THOUGHT)
    plain.until(WORDS.ledger.plain_ask)
    plain.type("1")
    plain.until(WORDS.edit.mend)
    plain.type("", "")
    assert plain.ended() == 0


def test_into_a_pipe_it_is_a_list(start: Start) -> None:
    keep(start)
    piped = start("history")
    said = piped.rest()
    assert piped.ended() == 0
    assert THOUGHT in said
    assert WORDS.ledger.plain_ask not in said
