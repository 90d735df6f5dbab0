"""The hook into Textual: where it has moved, stock Textual paints, and the log says so."""

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.wire.beside import Glass, live
from tests.wire.emulator import Emulator
from tests.wire.small_app import Small
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from nowwhat.widgets import painting
from nowwhat.widgets.painting import moved_hooks
from nowwhat.wire.abilities import Abilities
from nowwhat.wire.wire import Wire

PRIVATE = "a word of theirs"


def test_what_is_called_is_called_as_it_was() -> None:
    assert moved_hooks() == []


@pytest.mark.parametrize(
    "moved", [None, lambda self: None, type("LayoutUpdate", (), {"__init__": lambda self, x: None})]
)
def test_a_hook_that_moved_is_noticed_and_stock_textual_paints(
    moved: object, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(painting, "PAINTING", ((moved, ("strips", "region")),))
    app = Small()
    with caplog.at_level(logging.WARNING, "nowwhat.wire"):
        app.hand_over(Wire(Abilities()))
    assert app.painter is None
    assert "stock Textual paints" in caplog.text


class Broken(Wire):
    """A wire that fails at its third frame."""

    frames = 0

    def paint(self, *given: Any) -> str:
        self.frames += 1
        if self.frames == 3:
            raise ValueError(PRIVATE)
        return super().paint(*given)


def test_where_painting_fails_stock_textual_goes_on_and_the_screen_is_right(
    caplog: pytest.LogCaptureFixture,
) -> None:
    app = Small()

    async def life(pilot: Pilot[Any]) -> None:
        for key in ("a", "b", "c", "tab", "down", "f3"):
            await pilot.press(key)
            await pilot.pause()
        assert app.painter is None
        app.hand_over(Wire(app.abilities))  # for what `live` asks at the end

    app.hand_over(Broken(app.abilities))
    with caplog.at_level(logging.WARNING, "nowwhat.wire"):
        live(app, life)
    assert "ValueError" in caplog.text
    assert PRIVATE not in caplog.text


@pytest.fixture
def written() -> Iterator[list[str]]:
    """What a driver was given to write."""
    found: list[str] = []
    before = Glass.write

    def write(glass: Glass, data: str) -> None:
        if glass.ours in glass.into:
            found.append(data)
        before(glass, data)

    Glass.write = write  # type: ignore[method-assign,assignment]
    yield found
    Glass.write = before  # type: ignore[method-assign]


def test_whole_frames_are_asked_for_only_where_the_terminal_has_them(written: list[str]) -> None:
    async def life(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert not any("2026" in data for data in written)
        app._sync_available = True
        await pilot.press("f7")
        await pilot.pause()
        many = [data for data in written if data.startswith("\x1b[?2026h")]
        assert many
        assert all(data.endswith("\x1b[?2026l") for data in many)
        written.clear()
        await pilot.press("a")
        await pilot.pause()
        assert written
        assert not any("2026" in data for data in written if len(data) < 200)

    live(Small(), life)


def test_what_comes_over_the_screen_is_gone_when_one_asks_to_paint_again() -> None:
    async def life(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, Small)
        app.glass.ours.feed("\x1b[3;3Ha line of another program")
        app.action_paint_again()
        await pilot.pause()
        assert not any("another program" in line for line in app.glass.ours.text)

    live(Small(), life)


def test_after_an_alternate_screen_all_is_painted_again() -> None:
    async def life(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, Small)
        app.glass.write("\x1b[m\x1b[?1049l")
        app.glass.write("\x1b[?1049h")
        app.screen.refresh()
        await pilot.pause()
        assert any("plain words" in line for line in app.glass.ours.text)

    live(Small(), life)


@pytest.mark.parametrize(("at", "repeats"), [((3, 0), True), ((1, 0), False), ((3, 2), False)])
def test_a_terminal_that_repeats_is_believed_when_it_shows_it(
    at: tuple[int, int], repeats: bool
) -> None:
    async def life(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, Small)
        app.post_message(events.CursorPosition(*at))
        await pilot.pause()
        wire = app.painter
        assert isinstance(wire, Wire)
        assert wire.abilities.repeats == repeats
        app.query(Static).first(Static).update("\u2550" * 30)
        await pilot.pause()

    glass = live(Small(), life)
    said = "".join(glass.written[id(glass.ours)])
    assert bool(re.search(r"\x1b\[\d+b", said)) == repeats


def test_the_question_is_answered_by_a_terminal_that_repeats() -> None:
    emulator = Emulator(20, 4)
    emulator.feed(Wire(Abilities()).question.removesuffix("\x1b[6n"))
    assert emulator.cursor == (3, 0)
    assert Wire(Abilities(repeats=True)).question == ""
