"""The breath: what leads from one picture to the next is worked out once, for all who watch it."""

from collections.abc import Callable
from typing import Any

import pytest
from rich.segment import Segment
from rich.style import Style
from tests.end_to_end.inside import Inside
from tests.wire.beside import live
from tests.wire.emulator import Emulator
from tests.wire.test_real_sessions import TERMINALS, do, watched
from textual.pilot import Pilot
from textual.widgets import Static

from nowwhat.app import Entrance
from nowwhat.widgets.breath import Breath
from nowwhat.widgets.breathing import Breathing
from nowwhat.wire.abilities import Abilities
from nowwhat.wire.frames import SHARED, Steps
from nowwhat.wire.palette import Palette
from nowwhat.wire.wire import Wire

SIZE = (20, 4)
LIT = Style.parse("#102030 on #405060")


def picture(level: int) -> list[list[Segment]]:
    return [[Segment(" ", LIT), Segment("\u2588" * level + " " * (6 - level), LIT)]]


def counting(level: int, counted: list[int]) -> Callable[[], list[list[Segment]]]:
    def rows() -> list[list[Segment]]:
        counted.append(level)
        return picture(level)

    return rows


def watcher(steps: Steps, abilities: Abilities, level: int = 0) -> tuple[Wire, Emulator]:
    """Somebody who sees the picture, with something else beside it."""
    wire, emulator = Wire(abilities, steps), Emulator(*SIZE)
    pieces = [(0, y, [Segment("." * SIZE[0], LIT)]) for y in range(SIZE[1])]
    pieces += [(3, 1, picture(level)[0])]
    emulator.feed("\x1b[?7l" + wire.paint(pieces, SIZE, (0, 0)))
    return wire, emulator


def test_a_step_is_worked_out_once_for_all_who_watch_it() -> None:
    steps, counted = Steps(), [0][:0]
    abilities = Abilities(erases_in_colour=True)
    many = [watcher(steps, abilities) for _ in range(5)]
    for before, after in ((0, 3), (3, 5), (5, 0), (0, 3)):
        for wire, emulator in many:
            said = wire.step(before, after, (3, 1), counting(after, counted), (0, 0))
            assert said
            emulator.feed(said)
    assert counted == [3, 5, 0, 3][: len(counted)]
    assert len(counted) <= 4
    shown = [emulator.text[1] for _, emulator in many]
    assert shown == ["... \u2588\u2588\u2588   .........."] * 5


def test_each_depth_of_colour_has_its_own() -> None:
    steps, counted = Steps(), [0][:0]
    for palette in Palette:
        wire, emulator = watcher(steps, Abilities(palette))
        said = wire.step(0, 4, (3, 1), counting(4, counted), (0, 0))
        assert said is not None
        emulator.feed(said)
        assert emulator.text[1] == "... \u2588\u2588\u2588\u2588  .........."
    assert len(counted) == len(Palette)


def test_a_step_from_what_is_not_shown_is_refused() -> None:
    steps, counted = Steps(), [0][:0]
    one, _ = watcher(steps, Abilities())
    assert one.step(0, 3, (3, 1), counting(3, counted), (0, 0))
    other, _ = watcher(steps, Abilities(), level=2)
    assert other.step(0, 3, (3, 1), counting(3, counted), (0, 0)) is None
    other.forget()
    assert other.step(0, 3, (3, 1), counting(3, counted), (0, 0)) is None


def test_no_more_steps_are_kept_than_there_is_room_for() -> None:
    steps = Steps(most=3)
    wire, _ = watcher(steps, Abilities())
    for level in range(6):
        assert wire.step(level, level + 1, (3, 1), counting(level + 1, []), (0, 0))
    assert len(steps._kept) == 3


def test_the_compositor_has_the_newest_picture_too(inside: Inside) -> None:
    app = watched(inside, TERMINALS["xterm"], Entrance("breathe", pattern="extended-exhale"))

    async def life(pilot: Pilot[Any]) -> None:
        app.screen.query_one(Breathing).stop()
        await pilot.pause()
        breath = app.screen.query_one(Breath)
        pictures = set()
        for level in (0.1, 0.9, 0.5):
            breath.fill(level)
            pictures.add("\n".join(app.glass.ours.text))
        assert len(pictures) == app.steps == 3
        stepped = app.glass.ours.rows
        app.screen.refresh()
        await pilot.pause()
        assert app.glass.ours.rows == stepped

    live(app, life)


def test_a_breath_with_something_in_front_is_left_to_the_compositor(inside: Inside) -> None:
    app = watched(inside, TERMINALS["xterm"], Entrance("breathe", pattern="extended-exhale"))

    async def life(pilot: Pilot[Any]) -> None:
        screen = app.screen
        screen.query_one(Breathing).stop()
        breath = screen.query_one(Breath)
        screen.set_styles("layers: default above;")
        cover = Static("in front of it")
        cover.styles.layer, cover.styles.width, cover.styles.height = "above", 80, 24
        await screen.mount(cover)
        await pilot.pause()
        steps = app.steps
        for level in (0.1, 0.9, 0.5):
            breath.fill(level)
        assert app.steps == steps
        await pilot.pause()

    live(app, life)


@pytest.mark.parametrize("name", ["xterm", "xterm-256", "linux", "vt100", "kitty"])
def test_the_breath_goes_past_the_compositor_and_looks_the_same(name: str, inside: Inside) -> None:
    app = watched(
        inside, TERMINALS[name], Entrance("breathe", pattern="extended-exhale", seconds=60)
    )

    async def life(pilot: Pilot[Any]) -> None:
        breath = app.screen.query_one(Breath)
        for level in (0.1, 0.4, 0.42, 0.9, 1.0, 0.2, 0.1, 0.4, 0.42, 0.0):
            breath.fill(level)
            await pilot.pause()
        steps = app.steps
        assert steps > 5
        await do(pilot, ["f1"])  # something in front: the compositor paints it
        breath.fill(0.7)
        await pilot.pause()
        assert app.steps == steps
        await do(pilot, ["escape"])
        breath.fill(0.3)
        breath.refresh()
        await pilot.pause()

    live(app, life)
    assert SHARED._kept
