"""The real program on the real terminals: the same cells as stock Textual at every moment."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.end_to_end.inside import Inside
from tests.screens.sitting_down import desk_of
from tests.wire.beside import Beside, live
from textual import events
from textual.pilot import Pilot

from nowwhat.app import Entrance, NowWhat
from nowwhat.cli.terminal import terminal_of
from nowwhat.wire.abilities import abilities_of
from nowwhat.wire.wire import Wire

TERMINALS: dict[str, Mapping[str, str]] = {
    "xterm": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "xterm-256": {"TERM": "xterm-256color"},
    "xterm-16": {"TERM": "xterm"},
    "xterm-light": {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLORFGBG": "0;15"},
    "kitty": {"TERM": "xterm-kitty", "COLORTERM": "truecolor"},
    "linux": {"TERM": "linux"},
    "linux-light": {"TERM": "linux", "COLORFGBG": "0;15"},
    "screen": {"TERM": "screen", "STY": "1.pts"},
    "tmux": {"TERM": "tmux-256color", "TMUX": "t,1,0"},
    "vt100": {"TERM": "vt100"},
    "no-colour": {"TERM": "xterm-256color", "NO_COLOR": "1"},
}
SIZES = ((60, 20), (80, 24), (120, 40), (300, 100))

SESSION = (
    *"I put it off, because I fear the answer.",
    *("enter", "4", "enter", "f1", "escape", "down", "down", "enter", "down", "up", "enter"),
    *("f2", "down", "escape", "down", "enter", *"say hello", "left", "backspace", "enter"),
    *("f9", "f5", "down", "escape", "f3", "enter", "enter", *"after work", "enter"),
)
"""Keys of a session: it need not get to its end to be looked at."""

KEYS = (
    *("a", "b", "space", "enter", "enter", "up", "down", "tab", "escape", "backspace", "left"),
    *("f1", "f2", "f3", "f4", "f5", "f9", "ctrl+l", "1", "2", "5", "pagedown", "home"),
)
PASTED = (
    "\u6f22\u5b57",
    "e\u0301 e\u0301",
    "\U0001f469\u200d\U0001f4bb\u2764\ufe0f",
    "\u05e9\u05dc",
)
SMALL = ("size 60 20", "size 90 30", "size 80 24", "size 40 10")


class Watched(Beside, NowWhat):
    """The program beside itself on stock Textual."""


def watched(inside: Inside, environ: Mapping[str, str], entrance: Entrance) -> Watched:
    abilities = abilities_of(environ)
    terminal = terminal_of(environ, inside.clock)
    app = Watched(desk_of(inside), entrance, terminal=terminal, painter=Wire(abilities))
    app.abilities = abilities
    return app


async def do(pilot: Pilot[Any], deeds: Sequence[str]) -> None:
    app = pilot.app
    assert isinstance(app, Watched)
    for deed in deeds:
        if deed.startswith("size "):
            _, columns, lines = deed.split()
            if app.size != (int(columns), int(lines)):
                app.glass.resize(int(columns), int(lines))
        elif deed in PASTED:
            app.screen.post_message(events.Paste(deed))
        else:
            await pilot.press("space" if deed == " " else deed)
        await pilot.pause()


@pytest.mark.parametrize("name", TERMINALS)
def test_a_session_looks_the_same_on_this_terminal(name: str, inside: Inside) -> None:
    app = watched(inside, TERMINALS[name], Entrance("session", "bridge"))

    async def life(pilot: Pilot[Any]) -> None:
        await do(pilot, SESSION)

    glass = live(app, life)
    assert app.painted > len(SESSION)
    assert glass.bytes_of(glass.ours) * 5 < glass.bytes_of(glass.stock)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_session_looks_the_same_in_this_size(size: tuple[int, int], inside: Inside) -> None:
    app = watched(inside, TERMINALS["xterm"], Entrance("session", "bridge"))

    async def life(pilot: Pilot[Any]) -> None:
        await do(pilot, SESSION[30:] if size == (300, 100) else SESSION)

    glass = live(app, life, size)
    assert glass.bytes_of(glass.ours) * 5 < glass.bytes_of(glass.stock)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(
    deeds=st.lists(
        st.one_of(st.sampled_from(KEYS), st.sampled_from(PASTED), st.sampled_from(SMALL)),
        min_size=10,
        max_size=40,
    ),
    name=st.sampled_from(list(TERMINALS)),
)
def test_whatever_is_done_in_it_the_cells_are_the_same(
    deeds: list[str], name: str, inside: Inside
) -> None:
    app = watched(inside, TERMINALS[name], Entrance("session", "bridge"))

    async def life(pilot: Pilot[Any]) -> None:
        await do(pilot, deeds)

    live(app, life)
