"""A breathing alone on the screen, at a clock that goes on when it is told to."""

from collections.abc import Awaitable, Callable

from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK
from tests.screens.living import Guest, live
from tests.screens.looking import Cell, cells_of
from textual.geometry import Size

from nowwhat.app import Entrance, Terminal
from nowwhat.session.breathing import Pattern, phase_at

MOVING = Terminal()
PACED = [pattern for pattern in PACK.patterns if pattern.paced]
LEVELS = frozenset("▁▂▃▄▅▆▇█▀")
_SHOWN = Size(80, 17)


def breathe(
    inside: Inside,
    pattern: Pattern,
    living: Callable[[Guest], Awaitable[None]],
    *,
    seconds: float = 600,
    terminal: Terminal = MOVING,
) -> None:
    """Breathe a pattern, and do something meanwhile."""
    live(
        inside, Entrance("breathe", pattern=pattern.id, seconds=seconds), living, terminal=terminal
    )


def frame(guest: Guest) -> list[list[Cell]]:
    """What is drawn now: shape, word and seconds."""
    return cells_of(guest.screen._compositor.render_strips(_SHOWN))


def word_at(pattern: Pattern, seconds: float) -> str:
    """The word that holds so many seconds after the beginning."""
    return phase_at(pattern, seconds).phase.word
